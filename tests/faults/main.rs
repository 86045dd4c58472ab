//! One broken fixture per fault: where it is, which record, what is wrong, how to mend it; and all faults at once.

#![allow(clippy::unwrap_used)]

mod additional;
mod files;
mod fixture;
mod quotations;
mod together;
mod toml;
mod whole;
mod words;

use fixture::Fixture;

const INSTRUMENTS: &str = "instruments.toml";
const ACTIONS: &str = "actions.toml";
const ACTORS: &str = "actors.toml";
const COUNTRIES: &str = "countries.toml";
const MEMBERSHIPS: &str = "memberships.toml";
const TAXONOMY: &str = "taxonomy.toml";
const SCOPE: &str = "scope.toml";
const JOIN: &str = "documents/join-2025-140.txt";
const JOIN_CARD: &str = "documents/join-2025-140.toml";

#[test]
fn nothing_broken_gives_no_fault() {
    assert_eq!(Fixture::new().faults(true), []);
    assert_eq!(Fixture::whole().faults(true), []);
}
