//! The lines of a sheet that came back: which problem each is made from, and without the persons whom they name.

use super::masking::mask_at;
use super::returned::Named;
use super::{Terms, shown};
use crate::domain::book::Book;
use crate::domain::entry::ActKind;
use crate::domain::id::Id;
use crate::domain::key::Key;
use crate::domain::persons::{Masker, Sort, same_but_masked};
use crate::domain::problem::Problem;
use crate::intake::returned::{Returned, ReturnedLine};
use crate::render::layout::masking::NameMasked;

/// Tells whether the line was made from this problem: all that it knew is there, and its words are the same or corrected
/// since.
pub(super) fn is_the_one(problem: &Problem, id: &Id, line: &ReturnedLine, masked: bool) -> bool {
    let there = |key: &Key| problem.entries.iter().any(|entry| entry.key == *key);
    let corrected = problem.entries.iter().any(|entry| entry.act.kind() == ActKind::Amend);
    let measure = id.measure.map(|no| problem.measures.iter().find(|it| it.no == no));
    let given = |at: usize| line.given.get(at).map_or("", |(_, text)| text.trim());
    let says = |given: &str, text: &str| {
        plain(text) == plain(given) || (masked && same_but_masked(given, text))
    };
    let same = says(given(1), &problem.title)
        && measure.is_none_or(|it| it.is_some_and(|it| says(given(2), &it.text)));
    line.known.iter().all(there) && (same || corrected)
}

/// A spreadsheet may write line breaks in another way.
fn plain(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The lines with the persons masked whom the unit names, where that was asked for.
pub(super) fn masked_lines(
    named: &[Named],
    returned: &Returned,
    book: &Book,
    terms: &Terms,
    all: &mut Vec<NameMasked>,
) -> Vec<Named> {
    let mut named = named.to_vec();
    if !terms.mask {
        return named;
    }
    let mut masker = Masker::new(&book.head.roster);
    masker.keep_free(&returned.source.text);
    for Named { line, .. } in &named {
        line.progress.iter().for_each(|(_, text)| masker.learn(text, Sort::Words));
        line.by.iter().for_each(|by| masker.learn(by, Sort::Person));
    }
    for Named { line, .. } in &mut named {
        let start = line.span.start;
        let at = |start| shown::place_in(&returned.source, start, terms.lang);
        if let Some((span, text)) = &mut line.progress {
            let start = span.start;
            mask_at(&mut masker, Sort::Words, text, || at(start), all);
        }
        if let Some(by) = &mut line.by {
            mask_at(&mut masker, Sort::Person, by, || at(start), all);
        }
    }
    named
}
