//! What the public is told of each problem: whether it is rectified and what was done; no names, no amounts of its own.

use std::collections::BTreeSet;

use super::paper::course;
use super::summary::Figures;
use crate::domain::acts::State;
use crate::domain::entry::{Act, Entry};
use crate::domain::figure::Figure;
use crate::domain::persons::without_names;
use crate::domain::standing::Standing;

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
