//! Lines that say the same as another one, found before any of them is taken: of the ledger, or of the files.

use super::shown::{self, Placed};
use super::{Terms, TwinsAre};
use crate::domain::book::Book;
use crate::domain::id::Id;
use crate::domain::ledger::Ledger;
use crate::domain::problem::Problem;
use crate::formats::share::{PORTION, share};
use crate::intake::draft::{Draft, Drafted};
use crate::intake::twins::Twins;
use crate::render::words::TakingNote;

/// What says the same as a line.
#[derive(Debug, Default)]
pub(super) struct Same {
    /// Problems of the ledger.
    pub(super) ids: Vec<Id>,
    /// Whether a line of the files before it does.
    earlier: bool,
    /// Where that line stands, as far as anybody is told.
    place: Option<String>,
}

/// Looks for the lines of each draft; `told` where places are wanted.
pub(super) fn find(
    book: &Book,
    ledger: &Ledger,
    drafts: &[Draft],
    placed: &[Placed],
    told: bool,
) -> Vec<Vec<Same>> {
    let mut twins = Twins::of(book, &ledger.name);
    let mut seen: Vec<(&Placed, &Drafted)> = Vec::new();
    let mut all = Vec::with_capacity(drafts.len());
    for (draft, placed) in drafts.iter().zip(placed) {
        let mut same = Vec::with_capacity(draft.problems.len());
        let digests = share(draft.problems.chunks(PORTION), |lines| {
            lines.iter().map(|line| twins.digest(&line.problem)).collect::<Vec<_>>()
        });
        for (line, digest) in draft.problems.iter().zip(digests.into_iter().flatten()) {
            let found = twins.look(&line.problem, digest, seen.len());
            let earlier = found.earlier.and_then(|at| seen.get(at)).copied();
            seen.push((placed, line));
            let place = earlier.filter(|_| told).map(|(placed, line)| shown::place(placed, line));
            same.push(Same { ids: found.ids, earlier: earlier.is_some(), place });
        }
        all.push(same);
    }
    all
}

impl Same {
    /// Whether the terms leave the line out.
    pub(super) fn is_left_out(&self, terms: &Terms) -> bool {
        terms.twins == TwinsAre::Skipped && (!self.ids.is_empty() || self.earlier)
    }

    /// What there is to say of the line.
    pub(super) fn note(
        &self,
        placed: &Placed,
        line: &Drafted,
        problem: &Problem,
    ) -> Option<TakingNote> {
        let (place, title) = (|| shown::place(placed, line), || problem.title.clone());
        match (self.ids.first(), &self.place) {
            (Some(of), _) => {
                Some(TakingNote::Twin { place: place(), title: title(), of: of.clone() })
            }
            (None, Some(of)) => {
                Some(TakingNote::TwinInFiles { place: place(), title: title(), of: of.clone() })
            }
            (None, None) => None,
        }
    }
}
