//! The closed vocabularies of the dataset, each with the words in which seeds, options and exports write them.

use super::word::Word;

/// What kind of tie a record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Trade and Technology Council.
    Ttc,
    /// Digital partnership.
    Dp,
    /// Digital dialogue.
    Dd,
    /// Cyber dialogue.
    Cd,
    /// Security and defence partnership.
    Sdp,
    /// Digital trade agreement.
    Dta,
    /// Data-flow rules.
    Dfr,
    /// Free trade agreement with a digital trade chapter.
    FtaD,
    /// Association to Horizon Europe.
    He,
    /// Association to the Digital Europe Programme.
    Dep,
    /// Tailored comprehensive or strategic partnership.
    Csp,
    /// Growth plan or facility.
    Gp,
    /// Digital economy package.
    Pkg,
    /// Digital hub.
    Hub,
    /// Roaming.
    Roam,
    /// Regional alliance or initiative.
    Reg,
    /// Administrative arrangement.
    Arr,
    /// Cable or connectivity project.
    Cable,
    /// Trust services, e-signature, wallet, e-invoicing.
    Trust,
    /// Work of the EU in or with a forum or organisation.
    Forum,
    /// A line of an imported table: what joins the two there and nothing more.
    Link,
    /// An annex row or an example.
    Action,
    /// Membership from a public source.
    Member,
}

impl Word for Kind {
    const WHAT: &'static str = "kind of tie";
    const ALL: &'static [Self] = &[
        Kind::Ttc,
        Kind::Dp,
        Kind::Dd,
        Kind::Cd,
        Kind::Sdp,
        Kind::Dta,
        Kind::Dfr,
        Kind::FtaD,
        Kind::He,
        Kind::Dep,
        Kind::Csp,
        Kind::Gp,
        Kind::Pkg,
        Kind::Hub,
        Kind::Roam,
        Kind::Reg,
        Kind::Arr,
        Kind::Cable,
        Kind::Trust,
        Kind::Forum,
        Kind::Link,
        Kind::Action,
        Kind::Member,
    ];
    fn word(self) -> &'static str {
        match self {
            Kind::Ttc => "TTC",
            Kind::Dp => "DP",
            Kind::Dd => "DD",
            Kind::Cd => "CD",
            Kind::Sdp => "SDP",
            Kind::Dta => "DTA",
            Kind::Dfr => "DFR",
            Kind::FtaD => "FTA-D",
            Kind::He => "HE",
            Kind::Dep => "DEP",
            Kind::Csp => "CSP",
            Kind::Gp => "GP",
            Kind::Pkg => "PKG",
            Kind::Hub => "HUB",
            Kind::Roam => "ROAM",
            Kind::Reg => "REG",
            Kind::Arr => "ARR",
            Kind::Cable => "CABLE",
            Kind::Trust => "TRUST",
            Kind::Forum => "FORUM",
            Kind::Link => "LINK",
            Kind::Action => "ACTION",
            Kind::Member => "MEMBER",
        }
    }
}

impl Kind {
    /// The kinds on which the first direction stands: {TTC, DP, DD}.
    pub const CORE: [Kind; 3] = [Kind::Ttc, Kind::Dp, Kind::Dd];

    /// Whether it is a core kind.
    pub fn is_core(self) -> bool {
        Kind::CORE.contains(&self)
    }
}

/// How far a tie has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Announced, studied or planned.
    Proposed,
    /// Talks under way.
    Negotiating,
    /// Concluded or signed, not yet in force.
    Agreed,
    /// In force, launched, running.
    Active,
    /// Suspended.
    Suspended,
    /// Dormant.
    Dormant,
    /// Over.
    Ended,
    /// The source does not say.
    Unknown,
    /// Its expected date has passed and no source says what happened.
    Unconfirmed,
    /// The source dates its beginning, which lies after the day read; no source says that it was planned by then.
    NotBegun,
}

impl Word for State {
    const WHAT: &'static str = "state";
    const ALL: &'static [Self] = &[
        State::Proposed,
        State::Negotiating,
        State::Agreed,
        State::Active,
        State::Suspended,
        State::Dormant,
        State::Ended,
        State::Unknown,
        State::Unconfirmed,
        State::NotBegun,
    ];
    fn word(self) -> &'static str {
        match self {
            State::Proposed => "proposed",
            State::Negotiating => "negotiating",
            State::Agreed => "agreed",
            State::Active => "active",
            State::Suspended => "suspended",
            State::Dormant => "dormant",
            State::Ended => "ended",
            State::Unknown => "unknown",
            State::Unconfirmed => "unconfirmed",
            State::NotBegun => "unbegun",
        }
    }
}

/// At which level partners meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// A digital table of at most 20 partners.
    Working,
    /// A digital item in a restricted forum of at most 60.
    Agenda,
    /// More than 60: never a link.
    Universal,
}

impl Word for Level {
    const WHAT: &'static str = "link level";
    const ALL: &'static [Self] = &[Level::Working, Level::Agenda, Level::Universal];
    fn word(self) -> &'static str {
        match self {
            Level::Working => "working",
            Level::Agenda => "agenda",
            Level::Universal => "universal",
        }
    }
}

/// Whether a tie is cooperation or conveys concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Polarity {
    /// Cooperative.
    Cooperative,
    /// It conveys concerns and is never counted as an asset.
    Concern,
}

impl Word for Polarity {
    const WHAT: &'static str = "polarity";
    const ALL: &'static [Self] = &[Polarity::Cooperative, Polarity::Concern];
    fn word(self) -> &'static str {
        match self {
            Polarity::Cooperative => "cooperative",
            Polarity::Concern => "concern",
        }
    }
}

/// Whether a list of the source is the whole class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Closure {
    /// It enumerates the whole class at that date: silence is an established absence.
    Closed,
    /// «tels que», «notamment»: silence means nothing.
    Open,
    /// A number without names.
    Count,
    /// The list is elsewhere.
    Pointer,
    /// It suggests completeness without saying so.
    Doubtful,
}

impl Word for Closure {
    const WHAT: &'static str = "closure";
    const ALL: &'static [Self] =
        &[Closure::Closed, Closure::Open, Closure::Count, Closure::Pointer, Closure::Doubtful];
    fn word(self) -> &'static str {
        match self {
            Closure::Closed => "closed",
            Closure::Open => "open",
            Closure::Count => "count",
            Closure::Pointer => "pointer",
            Closure::Doubtful => "doubtful",
        }
    }
}

/// Where an action names a participant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The title cell.
    Title,
    /// The description cell.
    Description,
    /// The partner cell.
    Column,
    /// The text of an example.
    Text,
}

impl Word for Place {
    const WHAT: &'static str = "place in an action";
    const ALL: &'static [Self] = &[Place::Title, Place::Description, Place::Column, Place::Text];
    fn word(self) -> &'static str {
        match self {
            Place::Title => "title",
            Place::Description => "description",
            Place::Column => "column",
            Place::Text => "text",
        }
    }
}

/// Whom an action addresses without naming a partner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Address {
    /// «Action menée à l’échelle mondiale».
    World,
    /// «Action multilatérale».
    Multilateral,
    /// «Discussions bilatérales».
    BilateralUnnamed,
    /// Partners without a name.
    Unnamed,
}

impl Word for Address {
    const WHAT: &'static str = "scope of an action";
    const ALL: &'static [Self] =
        &[Address::World, Address::Multilateral, Address::BilateralUnnamed, Address::Unnamed];
    fn word(self) -> &'static str {
        match self {
            Address::World => "world",
            Address::Multilateral => "multilateral",
            Address::BilateralUnnamed => "bilateral-unnamed",
            Address::Unnamed => "unnamed",
        }
    }
}

/// Where a partner stands in the Union's external relations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stratum {
    /// Member State.
    MemberState,
    /// Candidate or potential candidate.
    Enlargement,
    /// Another country of the neighbourhood policy.
    Neighbourhood,
    /// Everyone else.
    Others,
}

impl Word for Stratum {
    const WHAT: &'static str = "stratum";
    const ALL: &'static [Self] =
        &[Stratum::MemberState, Stratum::Enlargement, Stratum::Neighbourhood, Stratum::Others];
    fn word(self) -> &'static str {
        match self {
            Stratum::MemberState => "member-state",
            Stratum::Enlargement => "enlargement",
            Stratum::Neighbourhood => "neighbourhood",
            Stratum::Others => "others",
        }
    }
}

/// How binding a kind of instrument is; for sorting only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bindingness {
    /// Binding agreement.
    Binding,
    /// Political instrument with a governing body.
    Political,
    /// Dialogue.
    Dialogue,
    /// Project with a named partner.
    Project,
    /// Statement.
    Statement,
}

impl Word for Bindingness {
    const WHAT: &'static str = "bindingness";
    const ALL: &'static [Self] = &[
        Bindingness::Binding,
        Bindingness::Political,
        Bindingness::Dialogue,
        Bindingness::Project,
        Bindingness::Statement,
    ];
    fn word(self) -> &'static str {
        match self {
            Bindingness::Binding => "binding",
            Bindingness::Political => "political",
            Bindingness::Dialogue => "dialogue",
            Bindingness::Project => "project",
            Bindingness::Statement => "statement",
        }
    }
}

/// What a country record is, for the question whether it can be a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// A state.
    State,
    /// A territory of a state.
    Territory,
    /// An economy that the documents name; listing it implies no position on its status.
    Economy,
}

impl Word for Status {
    const WHAT: &'static str = "status of a country record";
    const ALL: &'static [Self] = &[Status::State, Status::Territory, Status::Economy];
    fn word(self) -> &'static str {
        match self {
            Status::State => "state",
            Status::Territory => "territory",
            Status::Economy => "economy",
        }
    }
}
