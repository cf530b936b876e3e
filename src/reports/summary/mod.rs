//! Figures by unit, person, source and the like: problems counted, never lines, and parts that add up to totals.

mod facts;
mod figures;
mod further;
mod gathering;
mod group;
mod ids;
mod shares;
mod tree;

use std::collections::BTreeSet;

use super::policies::InForce;
use super::rules::{Counting, EnteredLater, Ruled};
use crate::domain::book::BookHead;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::policy::{Count, Review};
use crate::domain::standing::Standing;
pub use figures::{Figures, Occurrence};
pub use further::{Further, Listed, Tally, counted, named_by, repeated};
pub use gathering::{Asked, Gathering};
pub(super) use group::groups_of;
pub use group::{By, Group};
pub use ids::Ids;
pub use shares::shares;

/// A table of figures.
#[derive(Debug)]
pub struct Summary {
    /// The day asked for.
    pub today: Day,
    /// What the rows are grouped by.
    pub by: Vec<By>,
    /// Whom a figure by unit counts.
    pub count: Count,
    /// Whether units are rolled up their tree.
    pub tree: bool,
    /// The problems and tasks asked for.
    pub problems: Counted,
    /// The duties asked for, which are counted apart, with their occurrences.
    pub duties: Counted,
    /// The widest band of the policy: what counts as due soon.
    pub soon: Option<u32>,
    /// How the limits were counted that figures rest on.
    pub counting: Counting,
    /// How often what is on watch is looked at again.
    pub every: Vec<Ruled<Review>>,
    /// The policies that the figures rest on.
    pub policies: Vec<InForce>,
    /// What was entered after the day asked for.
    pub later: EnteredLater,
}

impl Summary {
    /// Tells whether rows stand inside other rows, so that they do not add up one by one.
    pub fn is_tree(&self) -> bool {
        self.tree
    }
}

/// Figures in rows.
#[derive(Debug)]
pub struct Counted {
    /// The rows; in a tree, each above those below it.
    pub rows: Vec<Row>,
    /// What stands in more than one row, and is taken off so that the rows, of a tree those at its top, add up to the total.
    pub repeated: Figures,
    /// All that is asked for, each counted once.
    pub total: Figures,
}

/// One row of a summary.
#[derive(Debug)]
pub struct Row {
    /// One value for each key that the rows are grouped by.
    pub groups: Vec<Group>,
    /// How deep it stands in the tree, from 0.
    pub depth: usize,
    /// Its figures; in a tree, with those below it.
    pub figures: Figures,
}

/// Counts the problems and tasks asked for, and the duties apart from them, with the ids behind each figure; `repeated` are
/// those that a later problem of the book names.
pub fn summary(
    standings: &[Standing<'_>],
    by: &[By],
    tree: bool,
    book: &BookHead,
    repeated: &BTreeSet<Id>,
    today: Day,
) -> Summary {
    let mut gathering =
        Gathering::new(Asked { by, tree, ids: true, roster: &book.roster, repeated });
    for standing in standings {
        gathering.add(standing);
    }
    gathering.finish(book, today)
}

#[cfg(test)]
mod tests;
