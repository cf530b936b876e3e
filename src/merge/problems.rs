//! The problems of a table.

use std::collections::{BTreeMap, BTreeSet};

use super::conflict::{Clash, Conflict, Part, Side};
use super::{Merged, problem};
use crate::domain::problem::Problem;

/// Merges the problems of a table by their numbers; they come and go in the order of these. None is ever removed.
pub fn problems(base: &[Problem], ours: &[Problem], theirs: &[Problem]) -> Merged<Vec<Problem>> {
    let by_number = |all: &'_ [Problem]| -> BTreeMap<u32, Problem> {
        all.iter().map(|problem| (problem.no, problem.clone())).collect()
    };
    let (base, ours, theirs) = (by_number(base), by_number(ours), by_number(theirs));
    let numbers: BTreeSet<u32> = ours.keys().chain(theirs.keys()).copied().collect();
    let mut merged = Vec::new();
    let mut conflicts = Vec::new();
    for no in numbers {
        let mut removed = |side| {
            let clash = Clash::Removed(side);
            conflicts.push(Conflict { no: Some(no), part: Part::Own, clash });
        };
        match (base.get(&no), ours.get(&no), theirs.get(&no)) {
            (Some(_), Some(_), None) => removed(Side::Theirs),
            (Some(_), None, Some(_)) => removed(Side::Ours),
            (old, Some(own), Some(other)) => match problem(old, own, other) {
                Ok(problem) => merged.push(problem),
                Err(found) => conflicts.extend(found),
            },
            (_, own, other) => merged.extend(own.or(other).cloned()),
        }
    }
    if conflicts.is_empty() { Ok(merged) } else { Err(conflicts) }
}
