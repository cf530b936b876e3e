//! What moved a last day, and the rounds that reopenings began.

use super::{Moved, effects};
use crate::domain::entry::{Act, Entry};
use crate::domain::key::Key;
use crate::domain::standing::{Move, MovedBy, Standing};

/// All that moved a last day, in the order in which it happened.
pub(super) fn moves<'a>(standing: &'a Standing<'a>) -> Vec<Moved<'a>> {
    let mut moves = Vec::new();
    let mut round = 1;
    for entry in effects(standing) {
        match entry.act {
            Act::Extend { .. } => moves.extend(moved_by(standing, entry, round)),
            Act::Reopen { .. } => {
                round += 1;
                let begun = moved_by(standing, entry, round);
                if begun.is_empty() {
                    moves.push(Moved { entry, measure: None, round, days: None, asked_late: None });
                }
                moves.extend(begun);
            }
            _ => {}
        }
    }
    moves
}

/// What one entry moved: the day of the problem, or those of several measures.
fn moved_by<'a>(standing: &'a Standing<'a>, entry: &'a Entry, round: u32) -> Vec<Moved<'a>> {
    let of_problem = standing.deadline.moves.iter().map(|moved| (None, moved));
    let of_measures = standing.measures.iter().flat_map(|measure| {
        let own = measure.own.iter().flat_map(|own| &own.moves);
        measure.earlier.iter().chain(own).map(|moved| (Some(measure.measure.no), moved))
    });
    let by_entry = |key: &Key| *key == entry.key;
    let all = of_problem.chain(of_measures).filter(|(_, moved)| by_entry(&moved.key));
    all.map(|(measure, moved)| Moved {
        entry,
        measure,
        round,
        days: Some((moved.from.clone(), moved.to.clone())),
        asked_late: asked_late(moved),
    })
    .collect()
}

fn asked_late(moved: &Move) -> Option<bool> {
    match moved.by {
        MovedBy::Extension { late } => Some(late),
        MovedBy::Reopening => None,
    }
}
