//! The words of enumerated values, as files write them.

use crate::domain::book::Lang;
use crate::domain::entry::{ActKind, Outcome};
use crate::domain::indicator::Better;
use crate::domain::policy::{Count, DaysOf, EvidenceFor, RestDay, Review};
use crate::domain::problem::Kind;

/// `kind`.
pub const KIND: &[(&str, Kind)] = &Kind::NAMES;

/// `better`.
pub const BETTER: &[(&str, Better)] = &[("higher", Better::Higher), ("lower", Better::Lower)];

/// `outcome`.
pub const OUTCOME: &[(&str, Outcome)] = &[("kept", Outcome::Kept), ("relapsed", Outcome::Relapsed)];

/// `act`.
pub const ACT: &[(&str, ActKind)] = &ActKind::NAMES;

/// `lang`.
pub const LANG: &[(&str, Lang)] = &[("zh", Lang::Zh), ("en", Lang::En)];

/// `days`.
pub const DAYS_OF: &[(&str, DaysOf)] =
    &[("calendar", DaysOf::Calendar), ("working", DaysOf::Working)];

/// `rest_day`.
pub const REST_DAY: &[(&str, RestDay)] =
    &[("roll", RestDay::Roll), ("keep", RestDay::Keep), ("before", RestDay::Before)];

/// `review`.
pub const REVIEW: &[(&str, Review)] = &[
    ("month", Review::Month),
    ("quarter", Review::Quarter),
    ("half", Review::Half),
    ("year", Review::Year),
];

/// `evidence` of a policy.
pub const EVIDENCE_FOR: &[(&str, EvidenceFor)] =
    &[("done", EvidenceFor::Done), ("close", EvidenceFor::Close)];

/// `count`.
pub const COUNT: &[(&str, Count)] = &[("lead", Count::Lead), ("all", Count::All)];

/// Returns the value that a word names.
pub fn value<T: Copy>(words: &[(&str, T)], word: &str) -> Option<T> {
    words.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
}

/// Returns the word that names a value.
pub fn word<T: PartialEq>(words: &[(&'static str, T)], value: &T) -> &'static str {
    words.iter().find(|(_, known)| known == value).map_or("", |(word, _)| word)
}
