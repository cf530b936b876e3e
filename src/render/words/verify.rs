//! What may not happen in a history, in the language chosen.

use super::{changes, en, zh};
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::reports::seal::Seal;
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
    /// The history contains what is sealed, and gives the same facts.
    SealHolds {
        /// The commit, as people write it.
        commit: String,
        /// The day.
        day: Day,
    },
    /// The history does not contain the commit that is sealed.
    SealLost(String),
    /// A fact is another than the one sealed.
    SealDiffers {
        /// Which of the eight.
        line: usize,
        /// As it is sealed.
        sealed: String,
        /// As it is.
        now: String,
    },
    /// The file is no seal.
    NoSeal(String),
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

/// A seal as eight lines.
pub fn seal(lang: Lang, seal: &Seal) -> Vec<(&'static str, String)> {
    seal_labels(lang).into_iter().zip(seal.values()).collect()
}

/// The names of the eight facts.
fn seal_labels(lang: Lang) -> [&'static str; 8] {
    match lang {
        Lang::Zh => zh::verify::SEAL,
        Lang::En => en::verify::SEAL,
    }
}

/// Writes the eight lines.
pub fn seal_line(lang: Lang, label: &str, value: &str) -> String {
    match lang {
        Lang::Zh => format!("{label}：{value}"),
        Lang::En => format!("{label}: {value}"),
    }
}

/// Reads a seal in either language; other lines, as a report has them, are passed over.
pub fn read_seal(text: &str) -> Option<Seal> {
    let find = |place: usize| {
        let labels = [Lang::Zh, Lang::En].map(|lang| seal_labels(lang)[place]);
        text.lines().find_map(|line| {
            let (label, value) = line.split_once([':', '：'])?;
            labels.contains(&label.trim()).then(|| value.trim().to_owned())
        })
    };
    let values: Option<Vec<_>> = (0..8).map(find).collect();
    Seal::from_values(&values?.try_into().ok()?)
}
