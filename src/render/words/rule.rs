//! Rules that shaped a report, as facts: what the policy says, and what was entered since.

use super::{en, list, zh};
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::domain::policy::Review;
use crate::reports::life::Waived;
use crate::reports::rules::{Bands, EnteredLater};

/// A rule that shaped a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule<'a> {
    /// How lights are told.
    Lights(&'a Bands),
    /// When a closed problem is looked at again; nothing where each review named the next itself.
    Reviews(Option<Review>),
    /// What to do about a problem that has come back.
    Relapsed,
    /// Entries that were made after the day asked for.
    EnteredLater {
        /// The day asked for.
        today: Day,
        /// How many, and of which problems.
        later: &'a EnteredLater,
    },
    /// What a close did without.
    Waived(Waived),
}

/// The words of a rule.
pub fn rule(lang: Lang, rule: Rule<'_>) -> String {
    match lang {
        Lang::Zh => zh::rules::rule(rule),
        Lang::En => en::rules::rule(rule),
    }
}

/// Words that hold for these ledgers only; for all where none is named.
pub fn of_ledgers(lang: Lang, ledgers: &[String], words: String) -> String {
    match (lang, ledgers) {
        (_, []) => words,
        (Lang::Zh, _) => format!("{}：{words}", list(lang, ledgers)),
        (Lang::En, _) => format!("{}: {words}", list(lang, ledgers)),
    }
}
