//! Problems that came back: what they came back from, and in which later ones they did.

use super::{Linked, Origin};
use crate::domain::id::Selection;
use crate::domain::standing::Standing;

/// What a problem came back from.
pub(super) fn came_from(standing: &Standing<'_>, all: &[Standing<'_>]) -> Vec<Origin> {
    let origin = |words: &String| Origin {
        words: words.clone(),
        known: all.iter().find(|other| means(words, other)).map(linked),
    };
    standing.problem.recurs.iter().map(origin).collect()
}

/// The problems that name this one as what they came back from, of those that name any.
pub(super) fn recurred_in(standing: &Standing<'_>, naming: &[&Standing<'_>]) -> Vec<Linked> {
    let names = |other: &Standing<'_>| other.problem.recurs.iter().any(|id| means(id, standing));
    naming.iter().filter(|other| names(other)).map(|other| linked(other)).collect()
}

/// Tells whether words are the id of a problem, or of a measure of it.
fn means(words: &str, standing: &Standing<'_>) -> bool {
    let id = words.parse::<Selection>().ok();
    id.is_some_and(|id| {
        id.ledger.as_ref() == Some(&standing.ledger.name)
            && (id.first..=id.last).contains(&standing.problem.no)
    })
}

fn linked(standing: &Standing<'_>) -> Linked {
    Linked { id: standing.id(), title: standing.problem.title.clone(), state: standing.state }
}
