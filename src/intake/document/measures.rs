//! Measures: taken apart by their marks, each with the tail that is its own.

use std::ops::Range;

use super::fields::{Item, Measure, without_tails};
use super::labels::Label;
use super::marks;
use super::numbering::Number;
use super::outline::Outline;
use super::owners::Owners;
use super::tails::Tail;
use super::text::Text;
use crate::complaint::Grade;

/// Takes measures apart by their marks.
pub(super) fn read(text: &Text, value: &Range<usize>, item: &mut Item) {
    let words = text.words(value);
    let Some(marked) = marks::split(words) else {
        // The first of a list whose others follow further below.
        let number = Number::at_start(words).map_or(0, |number| number.len);
        let value = &(value.start + number..value.end);
        item.measures.push(Measure { text: measure_text(text, value), owners: None });
        return;
    };
    let at = |range: &Range<usize>| value.start + range.start..value.start + range.end;
    let lead_in = text.trimmed(&at(&marked.lead_in), &[]);
    let says = !text.words(&lead_in).trim_matches(['。', ';', ',', ':']).is_empty();
    if says && text.words(&lead_in).ends_with('。') {
        item.measures.push(Measure { text: lead_in, owners: None });
    } else if says {
        item.lead_ins.push(lead_in);
    }
    item.measure_grade = Grade::Marker;
    for part in &marked.parts {
        let part = measure_text(text, &at(part));
        if !part.is_empty() {
            item.measures.push(Measure { text: part, owners: None });
        }
    }
}

/// Takes the next measures of a list whose measures have their units and limits between.
pub(super) fn further(text: &Text, rest: &Range<usize>, item: &mut Item) {
    let number = Number::at_start(text.words(rest)).map_or(0, |number| number.len);
    let range = measure_text(text, &(rest.start + number..rest.end));
    if !range.is_empty() {
        item.measure_grade = Grade::Marker;
        item.measures.push(Measure { text: range, owners: None });
    }
}

/// Those of whom a label speaks: in a list whose measures have their own, those of the last measure; what it has already
/// is said of the whole.
pub(super) fn owners_for(item: &mut Item, label: Label, listed: bool) -> &mut Owners {
    let own = takes(item, label, listed);
    match item.measures.last_mut() {
        Some(last) if own => last.owners.get_or_insert_default(),
        _ => &mut item.owners,
    }
}

/// Tells whether a label is of the last measure.
pub(super) fn takes(item: &Item, label: Label, listed: bool) -> bool {
    let has = |owners: &Owners| match label {
        Label::Limit => owners.limit.is_some(),
        Label::Leader => !owners.leader.is_empty(),
        Label::Person => !owners.person.is_empty(),
        Label::With => !owners.with.is_empty(),
        Label::Owners | Label::Lead => !owners.words.is_empty() || owners.is_known(),
        _ => true,
    };
    let last = item.measures.last().filter(|_| listed);
    last.is_some_and(|last| !last.owners.as_ref().is_some_and(has))
}

/// The text of a measure, without the sign that parts it from the next.
pub(super) fn measure_text(text: &Text, range: &Range<usize>) -> Range<usize> {
    let range = text.trimmed(range, &[';', ',']);
    let words = text.words(&range);
    let single = words.matches('。').count() == 1 && words.ends_with('。');
    if single { text.trimmed(&range, &['。']) } else { range }
}

/// Takes the tails off measures. One behind the last of several is of them all.
pub(super) fn take_tails(text: &Text, outline: &Outline, item: &mut Item) {
    let last = item.measures.len().saturating_sub(1);
    let several: Vec<usize> = item
        .measures
        .iter()
        .enumerate()
        .filter(|(_, measure)| !outline.tails_in(&measure.text).is_empty())
        .map(|(place, _)| place)
        .collect();
    let of_all = several == [last] && item.owners.grade.is_none();
    for place in several {
        let range = item.measures[place].text.clone();
        let bare = without_tails(text, outline, &range);
        let mut owners = if of_all { item.owners.clone() } else { Owners::default() };
        for tail in outline.tails_in(&(bare.end..range.end)) {
            owners.read_tail(text, tail);
        }
        item.measures[place].text = measure_text(text, &bare);
        if item.measures[place].text.is_empty() {
            // Nothing but the tail: whoever it names answers for the whole.
            item.owners = owners;
            continue;
        }
        if of_all {
            item.owners = owners;
        } else {
            item.measures[place].owners = Some(owners);
        }
    }
    item.measures.retain(|measure| !measure.text.is_empty());
}

/// Several tails in one item, each for what stands before it.
pub(super) fn each_with_its_tail(text: &Text, own: &Range<usize>, tails: &[Tail], item: &mut Item) {
    let tails: Vec<&Tail> = tails.iter().filter(|tail| own.contains(&tail.span.start)).collect();
    let between = |range: Range<usize>| {
        let part = text.trimmed(&range, &[]);
        let bare = text.words(&part).trim_start_matches(['。', ';', ',', ':']);
        measure_text(text, &(part.end - bare.len()..part.end))
    };
    let (Some(first), Some(last)) = (tails.first(), tails.last()) else { return };
    // （甲负责）做甲。（乙负责）做乙: each stands before what it is for.
    let leads = item.title.end <= first.span.start
        && between(item.title.end..first.span.start).is_empty()
        && !between(last.span.end..own.end).is_empty();
    let ends = tails.iter().skip(1).map(|next| next.span.start).chain([own.end]);
    let mut start = item.title.end;
    for (tail, end) in tails.iter().zip(ends) {
        let part = if leads { tail.span.end..end } else { start..tail.span.start };
        let part = between(part);
        let mut owners = Owners::default();
        owners.read_tail(text, tail);
        item.owners.words.extend(owners.words.clone());
        item.owners.grade = owners.grade;
        item.owners.open.extend(owners.open.clone());
        let part = if part.is_empty() { item.title.clone() } else { part };
        item.measures.push(Measure { text: part, owners: Some(owners) });
        start = tail.span.end;
    }
}
