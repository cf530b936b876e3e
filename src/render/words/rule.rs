//! Rules that shaped a report, as facts: what the policy says, and what was entered since.

use super::{en, list, zh};
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::domain::held::Periods;
use crate::domain::policy::Review;
use crate::reports::life::Waived;
use crate::reports::rules::{Bands, EnteredLater, Ruled};

/// A rule that shaped a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule<'a> {
    /// How lights are told.
    Lights(&'a Bands),
    /// When a closed problem is looked at again; nothing where each review named the next itself.
    Reviews(Option<Review>),
    /// What to do about a problem that has come back.
    Relapsed,
    /// What was entered after the day asked for.
    EnteredLater {
        /// The day asked for.
        today: Day,
        /// How many, and of which problems.
        later: &'a EnteredLater,
    },
    /// What 立行立改 is taken to mean, in days.
    Immediate(u32),
    /// How periods are counted that begin with an event.
    Periods(Periods),
    /// What a close did without.
    Waived(Waived),
}

/// The words of a rule, and by which key of `book.toml` it can be changed.
pub fn rule(lang: Lang, rule: Rule<'_>) -> String {
    told(lang, rule, true)
}

/// The words of a rule in a paper, whose readers have no `book.toml`.
pub fn rule_on_paper(lang: Lang, rule: Rule<'_>) -> String {
    told(lang, rule, false)
}

fn told(lang: Lang, rule: Rule<'_>, keys: bool) -> String {
    match lang {
        Lang::Zh => zh::rules::rule(rule, keys),
        Lang::En => en::rules::rule(rule, keys),
    }
}

/// The words of a rule, with the ledgers for which it holds and its days, where it does not hold for all that is shown.
pub fn ruled<T>(lang: Lang, of: &Ruled<T>, words: String) -> String {
    let days = match (of.from, of.until) {
        (None, None) => None,
        days => Some(match lang {
            Lang::Zh => zh::rules::in_force(days),
            Lang::En => en::rules::in_force(days),
        }),
    };
    let ledgers = (!of.ledgers.is_empty()).then(|| list(lang, &of.ledgers));
    let joined = |joiner: &str| {
        let all: Vec<_> = ledgers.into_iter().chain(days).chain([words]).collect();
        all.join(joiner)
    };
    match lang {
        Lang::Zh => joined("："),
        Lang::En => joined(": "),
    }
}
