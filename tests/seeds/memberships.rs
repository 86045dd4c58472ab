//! Who was in which group on 5 June 2025, by the public lists.

use std::collections::BTreeSet;

use relier::dataset::{ActorKind, Date, Word, parse_date};

use super::support::{actor, dataset, set};

/// The day of the joint communication.
fn june() -> Date {
    parse_date("2025-06-05").unwrap()
}

fn members(group: &str, day: Date) -> BTreeSet<&'static str> {
    dataset().members_on(actor(group), day).into_iter().map(|a| dataset().actor(a).id.as_str()).collect()
}

#[test]
fn memberships_count_what_the_public_lists_count() {
    for (group, count) in [
        ("EU", 27),
        ("CANDIDATES", 9),
        ("POTENTIAL_CANDIDATES", 1),
        ("ENLARGEMENT", 10),
        ("WESTERN_BALKANS", 6),
        ("EASTERN_PARTNERSHIP", 6),
        ("SOUTHERN_NEIGHBOURHOOD", 10),
        ("NEIGHBOURHOOD", 16),
        ("G7", 7),
        ("G20", 19),
        ("OECD", 38),
        ("NATO", 32),
        ("ITU", 194),
        ("COUNCIL_OF_EUROPE", 46),
        ("GPAI", 44),
        ("WTO", 165),
        ("UN", 193),
        ("UNESCO", 194),
        ("ASEAN", 10),
        ("AFRICAN_UNION", 55),
        ("CELAC", 33),
        ("SICA", 8),
        ("CEFTA", 7),
        ("CLEAN_ENERGY_MINISTERIAL", 28),
        ("GAMS", 5),
        ("HE_ASSOCIATED", 19),
        ("DEP_ASSOCIATED", 12),
        ("D4D_HUB", 16),
        ("GDHCN", 35),
        ("COUNTER_RANSOMWARE_INITIATIVE", 48),
    ] {
        assert_eq!(members(group, june()).len(), count, "{group} on 5 June 2025");
    }
}

#[test]
fn small_memberships_by_name() {
    for (group, named) in [
        ("G7", "CAN DEU FRA GBR ITA JPN USA"),
        ("WESTERN_BALKANS", "ALB BIH MKD MNE SRB XKX"),
        ("CANDIDATES", "ALB BIH GEO MDA MKD MNE SRB TUR UKR"),
        ("EASTERN_PARTNERSHIP", "ARM AZE BLR GEO MDA UKR"),
        ("SOUTHERN_NEIGHBOURHOOD", "DZA EGY ISR JOR LBN LBY MAR PSE SYR TUN"),
        ("SICA", "BLZ CRI DOM GTM HND NIC PAN SLV"),
        ("CEFTA", "ALB BIH MDA MKD MNE SRB XKX"),
        ("ASEAN", "BRN IDN KHM LAO MMR MYS PHL SGP THA VNM"),
        ("HE_ASSOCIATED", "ALB ARM BIH CAN FRO GEO ISL ISR XKX MDA MNE NZL MKD NOR SRB TUN TUR UKR GBR"),
        (
            "EU",
            "AUT BEL BGR HRV CYP CZE DNK EST FIN FRA DEU GRC HUN IRL ITA LVA LTU LUX MLT NLD POL PRT ROU SVK \
             SVN ESP SWE",
        ),
    ] {
        assert_eq!(members(group, june()), set(named), "{group}");
    }
}

#[test]
fn members_that_lists_often_get_wrong() {
    let is_in = |group: &str, id: &str| members(group, june()).contains(id);
    assert!(!is_in("COUNCIL_OF_EUROPE", "RUS"), "excluded on 16 March 2022");
    assert!(is_in("ITU", "VAT") && !is_in("ITU", "PSE"));
    assert!(!is_in("UN", "VAT") && !is_in("UN", "PSE"));
    assert!(is_in("UNESCO", "PSE") && is_in("UNESCO", "COK") && is_in("UNESCO", "NIU"));
    assert!(!is_in("UNESCO", "ISR") && !is_in("UNESCO", "LIE"));
    assert!(["HKG", "MAC", "TWN"].iter().all(|id| is_in("WTO", id)));
    assert!(is_in("AFRICAN_UNION", "ESH"));
    assert!(["CHL", "COL", "CRI", "LVA"].iter().all(|id| is_in("OECD", id)));
    assert!(is_in("NATO", "SWE") && is_in("NATO", "FIN"));
}

#[test]
fn members_that_came_later_are_dated() {
    let on = |group: &str, day: &str| members(group, parse_date(day).unwrap());
    assert!(!on("ASEAN", "2025-10-25").contains("TLS"));
    assert!(on("ASEAN", "2025-10-26").contains("TLS"));
    assert_eq!(on("ASEAN", "2025-10-26").len(), 11);
    // Korea signed on 17 July 2025, Egypt on 22 October, Switzerland on 10 November.
    for (day, count) in [("2025-07-16", 19), ("2025-07-17", 20), ("2025-10-22", 21), ("2025-11-10", 22)] {
        assert_eq!(on("HE_ASSOCIATED", day).len(), count, "{day}");
    }
    assert!(on("DEP_ASSOCIATED", "2025-11-10").contains("CHE"));
    assert_eq!(on("DEP_ASSOCIATED", "2025-11-10").len(), 13);
    assert!(on("UNESCO", "2026-12-31").contains("USA"));
    assert_eq!(on("UNESCO", "2027-01-01").len(), 192);
}

#[test]
fn lists_that_are_short_of_the_membership_say_so() {
    let short: BTreeSet<&str> = dataset()
        .memberships
        .iter()
        .filter(|m| !m.complete)
        .map(|m| dataset().actor(m.group).id.as_str())
        .collect();
    assert_eq!(short, set("COUNTER_RANSOMWARE_INITIATIVE SMART_AFRICA HIROSHIMA_FRIENDS"));
}

#[test]
fn countries_have_iso_codes_and_their_stratum_follows_the_lists() {
    let candidates = members("ENLARGEMENT", june());
    let neighbours = members("NEIGHBOURHOOD", june());
    let union = members("EU", june());
    for country in dataset().actors.iter().filter(|a| a.alpha2.is_some()) {
        let id = country.id.as_str();
        assert!(id.len() == 3 && id.bytes().all(|b| b.is_ascii_uppercase()), "{id}");
        let alpha2 = country.alpha2.as_ref().unwrap();
        assert!(alpha2.len() == 2 && alpha2.bytes().all(|b| b.is_ascii_uppercase()), "{id}");
        let wanted = if union.contains(id) {
            "member-state"
        } else if candidates.contains(id) {
            "enlargement"
        } else if neighbours.contains(id) {
            "neighbourhood"
        } else {
            "others"
        };
        assert_eq!(country.stratum.unwrap().word(), wanted, "{id}");
        let kind = if union.contains(id) { ActorKind::MemberState } else { ActorKind::Partner };
        assert_eq!(country.kind, kind, "{id}");
    }
    for (id, alpha2) in
        [("XKX", "XK"), ("GRC", "GR"), ("TWN", "TW"), ("GRL", "GL"), ("COD", "CD"), ("CHE", "CH")]
    {
        assert_eq!(dataset().actor(actor(id)).alpha2.as_deref(), Some(alpha2));
    }
}
