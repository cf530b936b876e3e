//! Answers as data, without words: what is overdue, the list, the figures, what has changed. Rendering is `render`'s.

pub mod application;
pub mod bulletin;
pub mod changes;
pub mod deadlines;
pub mod diff;
pub mod export;
pub mod life;
pub mod list;
pub mod log;
pub mod morning;
pub mod notice;
pub mod overdue;
pub mod page;
pub mod paper;
pub mod policies;
pub mod public;
pub mod reading;
pub mod rules;
pub mod seal;
pub mod slip;
pub mod summary;
mod told;
pub mod unit_form;
pub mod units;
pub mod verify;

use std::collections::BTreeSet;

use crate::domain::id::Id;
use crate::domain::standing::Line;

/// The ids of the lines, each once: a duty has a line for each occurrence that was missed.
pub fn ids(lines: &[Line<'_>]) -> Vec<Id> {
    let mut once = BTreeSet::new();
    lines.iter().map(Line::id).filter(|id| once.insert(id.clone())).collect()
}
