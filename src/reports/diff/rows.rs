//! What happened between two versions, counted by unit, person and the like.

use std::collections::{BTreeMap, BTreeSet};

use super::super::summary::{By, Group, groups_of};
use super::{Diff, Kind};
use crate::domain::id::Id;
use crate::domain::roster::Roster;
use crate::domain::standing::Standing;

/// Counts by some keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    /// The keys.
    pub by: Vec<By>,
    /// The rows; named values first, what is not named last.
    pub rows: Vec<Row>,
}

/// One row of the counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// One value for each key.
    pub groups: Vec<Group>,
    /// The problems to which something of a kind happened.
    pub ids: BTreeMap<Kind, BTreeSet<Id>>,
}

impl Row {
    /// How many problems there are of a kind.
    pub fn count(&self, kind: Kind) -> usize {
        self.ids.get(&kind).map_or(0, BTreeSet::len)
    }
}

impl Rows {
    /// How many problems of a kind stand in further rows, too, and are taken off so that the rows add up to the total.
    pub fn repeated(&self, report: &Diff, kind: Kind) -> usize {
        let all: usize = self.rows.iter().map(|row| row.count(kind)).sum();
        all - report.ids(kind).len()
    }
}

/// Counts what a report tells by how its problems stand in the newer version; what is gone from it, by how it stood.
pub fn rows(
    report: &Diff,
    (old, new): (&[Standing<'_>], &[Standing<'_>]),
    by: &[By],
    roster: &Roster,
) -> Rows {
    let standings = old.iter().chain(new); // the newer one counts
    let standings: BTreeMap<Id, &Standing<'_>> = standings.map(|it| (it.id(), it)).collect();
    let mut rows: BTreeMap<Vec<Group>, BTreeMap<Kind, BTreeSet<Id>>> = BTreeMap::new();
    for line in &report.lines {
        let Some(standing) = standings.get(&line.id) else { continue };
        for groups in groups_of(standing, &standing.responsible, by, roster) {
            let of_kind = rows.entry(groups).or_default().entry(line.kind).or_default();
            of_kind.insert(line.id.clone());
        }
    }
    let rows = rows.into_iter().map(|(groups, ids)| Row { groups, ids }).collect();
    Rows { by: by.to_vec(), rows }
}
