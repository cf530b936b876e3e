//! Units rolled up their tree: a unit's row holds what is below it.

use std::collections::BTreeMap;

use super::group::groups_of;
use super::{By, Figures, Group, Row};
use crate::domain::responsible::Responsible;
use crate::domain::roster::Roster;
use crate::domain::standing::Standing;

/// Returns the rows of the units that have problems and of all above them, each before those below it.
pub(super) fn rows(paths: BTreeMap<Vec<Group>, Figures>) -> Vec<Row> {
    let row = |(mut path, figures): (Vec<Group>, Figures)| {
        let depth = path.len() - 1;
        Row { groups: path.split_off(depth), depth, figures }
    };
    paths.into_iter().map(row).collect()
}

/// The paths from the top to each unit of those who answer for it and to all units between, each once.
pub(super) fn paths(
    standing: &Standing<'_>,
    who: &Responsible,
    by: &[By],
    roster: &Roster,
) -> Vec<Vec<Group>> {
    let mut paths: Vec<Vec<Group>> = Vec::new();
    for group in groups_of(standing, who, by, roster).into_iter().flatten() {
        let mut path: Vec<Group> = match &group {
            Group::Name(name) => roster
                .line_up(name)
                .into_iter()
                .rev()
                .map(|unit| Group::Name(unit.to_owned()))
                .collect(),
            other => vec![other.clone()],
        };
        while !path.is_empty() && !paths.contains(&path) {
            paths.push(path.clone());
            path.pop();
        }
    }
    paths
}
