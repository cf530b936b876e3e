//! Masks the persons in drafts before anything is made of them: no text that names one gets any further.

use std::collections::BTreeSet;

use super::shown;
use crate::complaint::Lines;
use crate::domain::book::Lang;
use crate::domain::persons::{self, Masker, Masking, Sort};
use crate::domain::problem::Problem;
use crate::domain::roster::Roster;
use crate::domain::subject::{Part, Subject};
use crate::intake::draft::Draft;
use crate::render::layout::masking::NameMasked;
use crate::render::words::{Message, TakingNote};

/// What was masked, and what is to be looked at.
pub fn mask(drafts: &mut [Draft], roster: &Roster, lang: Lang) -> Vec<NameMasked> {
    let mut masker = Masker::new(roster);
    for draft in drafts.iter() {
        learn(draft, &mut masker);
    }
    let mut all = Vec::new();
    for draft in drafts {
        mask_draft(draft, &mut masker, lang, &mut all);
    }
    all
}

/// Masks a line that somebody changed in a review, as what was read was masked, and tells whose names that were. `known` are
/// those that have another name already; names that `others` have stay theirs.
pub(super) fn mask_line<'p>(
    problem: &mut Problem,
    roster: &Roster,
    known: &mut Vec<NameMasked>,
    others: impl Iterator<Item = &'p Problem>,
) -> Vec<NameMasked> {
    let mut masker = Masker::new(roster);
    for it in known.iter() {
        it.mask.iter().for_each(|mask| masker.give(&it.name, mask));
    }
    for other in others {
        persons::texts(&mut other.clone(), &mut |_, _, _, text| masker.keep_free(text));
    }
    persons::texts(&mut problem.clone(), &mut |_, _, sort, text| {
        masker.keep_free(text);
        masker.learn(text, sort);
    });
    let mut new = Vec::new();
    persons::texts(problem, &mut |_, _, sort, text| mask_text(&mut masker, sort, text, &mut new));
    known.extend(new.iter().filter(|it| it.mask.is_some()).cloned());
    new
}

/// How many were masked, each once, and what is to be looked at.
pub fn told(names: &[NameMasked]) -> Message {
    let masked: BTreeSet<_> = names.iter().filter_map(|it| it.mask.as_ref()).collect();
    let doubts = names.iter().filter(|it| it.mask.is_none()).count();
    Message::Taking(TakingNote::Masked { masked: masked.len(), doubts })
}

/// Masks a text that stands in no file, and notes what became of it.
pub fn mask_text(
    masker: &mut Masker<'_>,
    sort: Sort,
    text: &mut String,
    all: &mut Vec<NameMasked>,
) {
    mask_at(masker, sort, text, String::new, all);
}

/// Masks a text, and notes what became of it.
pub(super) fn mask_at(
    masker: &mut Masker<'_>,
    sort: Sort,
    text: &mut String,
    place: impl FnOnce() -> String,
    all: &mut Vec<NameMasked>,
) {
    let became = match sort {
        Sort::Words => masker.text(text),
        Sort::Person => masker.person(text),
    };
    let Masking { masked, doubts, .. } = became;
    *text = became.text;
    if masked.is_empty() && doubts.is_empty() {
        return;
    }
    let place = place();
    let known = masked.into_iter().map(|(name, mask)| (name, Some(mask)));
    for (name, mask) in known.chain(doubts.into_iter().map(|name| (name, None))) {
        let new = NameMasked { place: place.clone(), name, mask };
        if !all.iter().rev().take_while(|it| it.place == place).any(|it| *it == new) {
            all.push(new);
        }
    }
}

/// Learns whom a draft names; a name that it has already for somebody whom it does not name is given to nobody.
fn learn(draft: &Draft, masker: &mut Masker<'_>) {
    masker.keep_free(&draft.source.text);
    persons::head_texts(&mut draft.head.clone(), &mut |_, sort, text| masker.learn(text, sort));
    for line in &draft.problems {
        persons::texts(&mut line.problem.clone(), &mut |_, _, sort, text| masker.learn(text, sort));
    }
}

fn mask_draft(draft: &mut Draft, masker: &mut Masker<'_>, lang: Lang, all: &mut Vec<NameMasked>) {
    let source = draft.source.clone();
    let lines = Lines::of(&source);
    let at = |offset: usize| shown::place_among(&source, &lines, offset, lang);
    for reading in &mut draft.head_readings {
        let start = reading.span.start;
        mask_at(masker, Sort::Words, &mut reading.value, || at(start), all);
    }
    persons::head_texts(&mut draft.head, &mut |_, sort, text| {
        mask_at(masker, sort, text, || at(0), all);
    });
    for line in &mut draft.problems {
        let places = &line.places;
        persons::texts(&mut line.problem, &mut |part: &Part, key, sort, text| {
            let span = || {
                places.of_key(part, key).unwrap_or_else(|| places.of(&Subject::whole(part.clone())))
            };
            mask_at(masker, sort, text, || at(span().start), all);
        });
    }
}
