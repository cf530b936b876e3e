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

use std::collections::HashSet;

use crate::domain::id::Id;

/// Ids, each once: a duty has a line for each occurrence that was missed.
fn once(ids: impl Iterator<Item = Id>) -> Vec<Id> {
    let mut known = HashSet::new();
    ids.filter(|id| known.insert(id.clone())).collect()
}
