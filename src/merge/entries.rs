//! Entries: the list only grows, so what both sides added is kept, and nothing else may have happened to it.

use super::conflict::{Clash, Part, Side};
use super::three::{Conflicts, Three};
use crate::domain::entry::Entry;

/// Merges lists of entries by their keys: ours, then what theirs added.
pub(super) fn entries(
    Three { base, ours, theirs }: Three<'_, Vec<Entry>>,
    conflicts: &mut Conflicts,
) -> Vec<Entry> {
    for old in base {
        let (own, other) = (find(ours, old), find(theirs, old));
        let mut removed = |side| conflicts.push(Part::Entry(old.key), Clash::Removed(side));
        match (own, other) {
            (None, Some(_)) => removed(Side::Ours),
            (Some(_), None) => removed(Side::Theirs),
            // What both made of it is the same, or one of them left it alone and the other did not.
            (Some(own), Some(other)) if own != other => {
                conflicts.push(Part::Entry(old.key), Clash::EntryChanged);
            }
            _ => {}
        }
    }
    let mut merged = ours.clone();
    for new in theirs.iter().filter(|entry| find(base, entry).is_none()) {
        match find(ours, new) {
            None => merged.push(new.clone()),
            Some(own) if own == new => {}
            Some(_) => conflicts.push(Part::Entry(new.key), Clash::BothAdded),
        }
    }
    places(base, ours, theirs, conflicts);
    merged
}

/// The order of entries of one day decides what they do, so theirs must be the one that the result has: the old ones as
/// they were, the new ones behind them.
fn places(base: &[Entry], ours: &[Entry], theirs: &[Entry], conflicts: &mut Conflicts) {
    for (side, list) in [(Side::Ours, ours), (Side::Theirs, theirs)] {
        let known = list.iter().enumerate().filter_map(|(at, entry)| {
            let place = base.iter().position(|old| old.key == entry.key)?;
            Some((at, place, entry))
        });
        let known: Vec<_> = known.collect();
        for pair in known.windows(2).filter(|pair| pair[0].1 > pair[1].1) {
            if pair[0].2.on == pair[1].2.on {
                conflicts.push(Part::Entry(pair[1].2.key), Clash::Reordered(side));
            }
        }
        let new = list.iter().enumerate().filter(|(_, entry)| find(base, entry).is_none());
        for (at, entry) in new {
            if known.iter().any(|(old, _, other)| *old > at && other.on == entry.on) {
                conflicts.push(Part::Entry(entry.key), Clash::Reordered(side));
            }
        }
    }
}

fn find<'a>(list: &'a [Entry], wanted: &Entry) -> Option<&'a Entry> {
    list.iter().find(|entry| entry.key == wanted.key)
}
