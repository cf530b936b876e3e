//! Which keys of a head say something else than before.

use crate::domain::book::BookHead;
use crate::domain::ledger::Head;

/// A key of `book.toml`, or of a ledger's head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is described at the field of the book or of the ledger")]
pub enum HeadKey {
    Name,
    Timezone,
    Lang,
    Ledger,
    Commit,
    Policy,
    Unit,
    Person,
    Calendar,
    Title,
    Source,
    Owner,
    Issued,
    Dates,
    FirstIsLead,
    Phase,
    /// Any of the office's own keys.
    Extra,
}

impl HeadKey {
    /// The key as files name it; of the office's own keys what they begin with.
    pub fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Timezone => "timezone",
            Self::Lang => "lang",
            Self::Ledger => "ledger",
            Self::Commit => "commit",
            Self::Policy => "policy",
            Self::Unit => "unit",
            Self::Person => "person",
            Self::Calendar => "calendar",
            Self::Title => "title",
            Self::Source => "source",
            Self::Owner => "owner",
            Self::Issued => "issued",
            Self::Dates => "dates",
            Self::FirstIsLead => "first_is_lead",
            Self::Phase => "phase",
            Self::Extra => "x_",
        }
    }
}

/// The keys of `book.toml` that differ.
pub fn of_book(old: &BookHead, new: &BookHead) -> Vec<HeadKey> {
    // Taken apart, so that a key that is added here is not forgotten.
    let BookHead { name, timezone, lang, ledger, commit, policies, roster, calendar, extra } = new;
    differing(&[
        (HeadKey::Name, *name != old.name),
        (HeadKey::Timezone, *timezone != old.timezone),
        (HeadKey::Lang, *lang != old.lang),
        (HeadKey::Ledger, *ledger != old.ledger),
        (HeadKey::Commit, *commit != old.commit),
        (HeadKey::Policy, *policies != old.policies),
        (HeadKey::Unit, roster.units != old.roster.units),
        (HeadKey::Person, roster.persons != old.roster.persons),
        (HeadKey::Calendar, *calendar != old.calendar),
        (HeadKey::Extra, *extra != old.extra),
    ])
}

/// The keys of a ledger's head that differ.
pub fn of_ledger(old: &Head, new: &Head) -> Vec<HeadKey> {
    let Head { title, source, owner, issued, dates, first_is_lead, phases, policies, extra } = new;
    differing(&[
        (HeadKey::Title, *title != old.title),
        (HeadKey::Source, *source != old.source),
        (HeadKey::Owner, *owner != old.owner),
        (HeadKey::Issued, *issued != old.issued),
        (HeadKey::Dates, *dates != old.dates),
        (HeadKey::FirstIsLead, *first_is_lead != old.first_is_lead),
        (HeadKey::Phase, *phases != old.phases),
        (HeadKey::Policy, *policies != old.policies),
        (HeadKey::Extra, *extra != old.extra),
    ])
}

fn differing(keys: &[(HeadKey, bool)]) -> Vec<HeadKey> {
    keys.iter().filter(|(_, differs)| *differs).map(|(key, _)| *key).collect()
}
