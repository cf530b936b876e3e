//! What the public is told of each problem: whether it is rectified and what was done; no names, no amounts of its own.

use std::collections::BTreeSet;

use super::paper::course;
use super::summary::Figures;
use crate::domain::acts::State;
use crate::domain::entry::{Act, Entry};
use crate::domain::figure::Figure;
use crate::domain::roster::Roster;
use crate::domain::standing::{MASK, Standing};

/// Whether a problem is rectified, as the public is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Closed.
    Done,
    /// Closed, and to be kept up for good.
    Sustained,
    /// Being worked on, or not yet verified.
    Ongoing,
    /// Suspended.
    Suspended,
    /// Handed to another body.
    Transferred,
    /// Withdrawn.
    Withdrawn,
}

/// Something that the public is told of the work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// What was done, in the words of whoever did it.
    Words(String),
    /// A figure that was measured.
    Measured {
        /// The indicator.
        name: String,
        /// Its value.
        actual: Figure,
        /// Its unit of measurement.
        unit: String,
    },
}

/// Tells whether a problem is rectified.
pub fn status(standing: &Standing<'_>) -> Status {
    match standing.state {
        State::Closed if standing.is_sustained() => Status::Sustained,
        State::Closed => Status::Done,
        State::Open | State::Awaiting => Status::Ongoing,
        State::Suspended => Status::Suspended,
        State::Transferred => Status::Transferred,
        State::Withdrawn => Status::Withdrawn,
    }
}

/// How many are being worked on, or not yet verified.
pub fn ongoing(figures: &Figures) -> usize {
    figures.in_state(State::Open).len() + figures.in_state(State::Awaiting).len()
}

/// Tells what was done, the names of persons masked. What was returned since, what was paid back and who was held to
/// account is not told of a single problem.
pub fn told(standing: &Standing<'_>, persons: &BTreeSet<String>) -> Vec<Told> {
    let words = |entry: &Entry| {
        let text = entry.text.as_deref().map(str::trim).filter(|text| !text.is_empty());
        text.map(|text| Told::Words(without_names(text, persons)))
    };
    let unit = |name: &str| {
        let known = standing.problem.indicators.iter().find(|known| known.name == name);
        known.and_then(|known| known.unit.clone()).unwrap_or_default()
    };
    let tell = |entry: &Entry| match &entry.act {
        Act::Progress { .. } | Act::Done { .. } | Act::Close { .. } | Act::Review { .. } => {
            words(entry)
        }
        Act::Indicator { name, actual } => {
            Some(Told::Measured { name: name.clone(), actual: *actual, unit: unit(name) })
        }
        _ => None,
    };
    course(standing).filter_map(tell).collect()
}

/// The names of persons that must not be told: those of the roster, and those who lead, answer or acted.
pub fn persons(roster: &Roster, standings: &[Standing<'_>]) -> BTreeSet<String> {
    let mut persons: BTreeSet<String> = roster.persons.keys().cloned().collect();
    for standing in standings {
        for who in standing.everyone() {
            persons.extend(who.leader.iter().chain(&who.person).cloned());
        }
    }
    // A single letter would tear words apart.
    persons.retain(|name| name.chars().count() > 1 && name != MASK);
    persons
}

/// Puts a mask in the place of names, longer ones first, since one may begin with another.
pub fn without_names(text: &str, persons: &BTreeSet<String>) -> String {
    let mut names: Vec<_> = persons.iter().filter(|name| text.contains(name.as_str())).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names.into_iter().fold(text.to_owned(), |text, name| text.replace(name.as_str(), MASK))
}

#[cfg(test)]
mod tests {
    use super::without_names;

    #[test]
    fn the_longest_name_is_masked_first() {
        let persons = ["分管副主任", "副主任"].map(str::to_owned).into();
        assert_eq!(without_names("分管副主任约谈一名副主任", &persons), "＊＊约谈一名＊＊");
    }
}
