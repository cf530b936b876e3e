//! What may not happen in a history, in the language chosen.

use super::{changes, en, zh};
use crate::domain::book::Lang;
use crate::reports::verify::{Rule, What};

/// How a history, or a seal, stood the test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proof {
    /// The history was gone through.
    Verified {
        /// Steps from a parent to a commit.
        steps: usize,
        /// What may not happen and did.
        found: usize,
    },
}

/// What a rule forbids.
pub fn broken(lang: Lang, rule: Rule) -> &'static str {
    match lang {
        Lang::Zh => zh::verify::rule(rule),
        Lang::En => en::verify::rule(rule),
    }
}

/// What was done.
pub fn violation(lang: Lang, what: &What) -> String {
    match (what, lang) {
        (What::Change(change), lang) => changes::change(lang, change),
        (other, Lang::Zh) => zh::verify::what(other),
        (other, Lang::En) => en::verify::what(other),
    }
}
