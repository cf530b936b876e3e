//! Figures by unit, person, source and the like: problems counted, never lines, and parts that add up to totals.

mod figures;
mod further;
mod group;
mod shares;
mod tree;

use std::collections::{BTreeMap, BTreeSet};

use super::policies::{InForce, in_force};
use super::rules::{Counting, EnteredLater, Ruled};
use crate::domain::book::BookHead;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::policy::{Count, Review};
use crate::domain::problem::Kind;
use crate::domain::roster::Roster;
use crate::domain::standing::Standing;
pub use figures::{Figures, Occurrence};
pub use further::{Further, Listed, Tally, counted, repeated};
pub(super) use group::groups_of;
pub use group::{By, Group};
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

/// Counts the problems and tasks asked for, and the duties apart from them; `repeated` are those that a later problem of
/// the book names.
pub fn summary(
    standings: &[Standing<'_>],
    by: &[By],
    tree: bool,
    book: &BookHead,
    repeated: &BTreeSet<Id>,
    today: Day,
) -> Summary {
    let asked = Asked { by, tree, roster: &book.roster, repeated };
    let (duties, problems): (Vec<_>, Vec<_>) =
        standings.iter().partition(|standing| standing.problem.kind == Kind::Duty);
    let lines: Vec<_> = problems.iter().flat_map(|standing| standing.lines()).collect();
    let policy =
        |counted: &[&Standing<'_>]| counted.first().map(|standing| standing.policy.clone());
    let soon = policy(&problems).and_then(|policy| policy.bands.iter().max().copied());
    let policy = policy(&problems).or_else(|| policy(&duties));
    Summary {
        today,
        by: by.to_vec(),
        count: policy.map_or(Count::Lead, |policy| policy.count),
        tree: tree && by == [By::Unit],
        problems: count(&problems, &asked),
        duties: count(&duties, &asked),
        soon,
        policies: in_force(standings, book, |policy| {
            (policy.bands.clone(), policy.count, policy.review, policy.office_days)
        }),
        counting: super::rules::counting(&lines),
        every: super::rules::reviews(&problems),
        later: super::rules::entered_later(standings),
    }
}

/// How to count.
struct Asked<'a> {
    by: &'a [By],
    tree: bool,
    roster: &'a Roster,
    repeated: &'a BTreeSet<Id>,
}

fn count(counted: &[&Standing<'_>], asked: &Asked<'_>) -> Counted {
    let Asked { by, roster, repeated, .. } = *asked;
    let mut rows: BTreeMap<Vec<Group>, Figures> = BTreeMap::new();
    let mut total = Figures::default();
    for standing in counted {
        total.add(standing, repeated);
        for groups in group::groups_of(standing, &standing.responsible, by, roster) {
            rows.entry(groups).or_default().add(standing, repeated);
        }
        for line in standing.late_measures() {
            total.add_late(line.id());
            for groups in group::groups_of(standing, line.responsible(), by, roster) {
                rows.entry(groups).or_default().add_late(line.id());
            }
        }
    }
    let rows = if asked.tree { tree::rolled_up(&rows, counted, asked) } else { plain(rows) };
    // In a tree those at the top hold all others.
    let top = rows.iter().filter(|row| row.depth == 0).map(|row| &row.figures);
    let repeated = top.fold(Figures::default(), figures::Figures::and).without(&total);
    Counted { rows, repeated, total }
}

fn plain(rows: BTreeMap<Vec<Group>, Figures>) -> Vec<Row> {
    rows.into_iter().map(|(groups, figures)| Row { groups, depth: 0, figures }).collect()
}

#[cfg(test)]
mod tests;
