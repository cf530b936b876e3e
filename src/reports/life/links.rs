//! Problems that came back: what they came back from, and in which later ones they did.

use std::collections::BTreeMap;

use super::{Linked, Origin};
use crate::domain::id::Selection;
use crate::domain::standing::Standing;

/// Who names whom among all problems of the book.
pub(super) struct Links<'s, 'a> {
    /// In the order of the book.
    all: &'s [Standing<'a>],
    /// Where a problem stands among them, by ledger and number.
    places: BTreeMap<(&'s str, u32), usize>,
    /// The places of those that name a problem as what they came back from.
    naming: BTreeMap<(String, u32), Vec<usize>>,
    /// The same of those that name several at once.
    ranges: Vec<(Selection, usize)>,
}

impl<'s, 'a> Links<'s, 'a> {
    pub(super) fn new(all: &'s [Standing<'a>]) -> Self {
        let id = |(place, standing): (usize, &'s Standing<'a>)| {
            ((standing.ledger.name.as_str(), standing.problem.no), place)
        };
        let places = all.iter().enumerate().map(id).collect();
        let mut links = Self { all, places, naming: BTreeMap::new(), ranges: Vec::new() };
        for (place, standing) in all.iter().enumerate() {
            let ids = standing.problem.recurs.iter().filter_map(|words| words.parse().ok());
            ids.for_each(|id| links.note(id, place));
        }
        links
    }

    fn note(&mut self, id: Selection, place: usize) {
        match id.ledger {
            Some(ledger) if id.first == id.last => {
                self.naming.entry((ledger, id.first)).or_default().push(place);
            }
            _ => self.ranges.push((id, place)),
        }
    }

    /// What a problem came back from.
    pub(super) fn came_from(&self, standing: &Standing<'_>) -> Vec<Origin> {
        let known = |words: &String| {
            let id = words.parse::<Selection>().ok()?;
            let ledger = id.ledger.as_deref()?;
            let found = self.places.range((ledger, id.first)..=(ledger, id.last)).next();
            self.linked(*found?.1)
        };
        let origin = |words: &String| Origin { words: words.clone(), known: known(words) };
        standing.problem.recurs.iter().map(origin).collect()
    }

    /// The problems that name this one as what they came back from.
    pub(super) fn recurred_in(&self, standing: &Standing<'_>) -> Vec<Linked> {
        let (ledger, no) = (&standing.ledger.name, standing.problem.no);
        let in_range = self.ranges.iter().filter(|(id, _)| {
            id.ledger.as_ref() == Some(ledger) && (id.first..=id.last).contains(&no)
        });
        let alone = self.naming.get(&(ledger.clone(), no)).into_iter().flatten();
        let mut places: Vec<_> = alone.copied().chain(in_range.map(|(_, place)| *place)).collect();
        places.sort_unstable();
        places.dedup();
        places.into_iter().filter_map(|place| self.linked(place)).collect()
    }

    fn linked(&self, place: usize) -> Option<Linked> {
        let of = self.all.get(place)?;
        Some(Linked { id: of.id(), title: of.problem.title.clone(), state: of.state })
    }
}
