//! What labels say of how far it is, by when and what is demanded; and lists whose measures have labels of their own.

use std::collections::BTreeMap;
use std::ops::Range;

use super::fields::{Item, trim_end, value};
use super::labels::{Label, Labelled};
use super::measures;
use super::milestones;
use super::numbering::Number;
use super::text::Text;
use crate::complaint::Grade;
use crate::intake::sheet::status::{self, Status};

/// What was done. That all of it is done is a claim of whoever reports, and is told.
pub(super) fn progress(text: &Text, value: Range<usize>, item: &mut Item) {
    let status = status::whole(text.words(&value), &BTreeMap::new());
    if matches!(status, Some(Status::Closed | Status::Done)) {
        item.claims.push(trim_end(text, &value));
    }
    item.progress.push(value);
}

/// By when; 已完成 is a state, and no limit.
pub(super) fn limit(text: &Text, value: &Range<usize>, listed: bool, item: &mut Item) {
    let value = trim_end(text, value);
    match status::whole(text.words(&value), &BTreeMap::new()) {
        Some(status @ (Status::Closed | Status::Done)) => item.states.push((status, value)),
        _ if measures::takes(item, Label::Limit, listed) => {
            measures::owners_for(item, Label::Limit, listed).limit = Some(value);
        }
        _ => item.limit = Some((value, Grade::Label)),
    }
}

/// How far it is said to be. The words stay under their own label, since 基本完成 says more than the state.
pub(super) fn state(text: &Text, label: &Labelled, value: &Range<usize>, item: &mut Item) {
    let value = trim_end(text, value);
    match status::read(text.words(&value), &BTreeMap::new()) {
        Some(read) => item.states.push((read.status, value.clone())),
        None => item.unclear.push(value.clone()),
    }
    item.owners.others.push((label.word..label.word_end, value));
}

/// What is aimed at. 整改要求 says until when, too; a day of 整改目标 is a part of the aim.
pub(super) fn goal(
    text: &Text,
    label: &Labelled,
    value: &Range<usize>,
    item: &mut Item,
) -> Option<Range<usize>> {
    let value = trim_end(text, value);
    let demands = text.words(&(label.word..label.word_end)).ends_with("要求");
    let limit = if demands { milestones::limit_in(text, &value) } else { None };
    item.texts.push(("goal", value));
    limit
}

/// Tells whether measures of a list have their units and limits below them: a number stands behind a label of these.
pub(super) fn has_list(text: &Text, labels: &[Labelled], end: usize) -> bool {
    let ends = labels.iter().skip(1).map(|next| next.start).chain([end]);
    let begins = labels.iter().position(|it| it.label == Label::Measures).unwrap_or(labels.len());
    labels.iter().zip(ends).skip(begins).any(|(it, end)| {
        let value = value(text, *it, end);
        it.label.is_of_tails() && is_next(text, &(value.end.min(end)..end))
    })
}

/// Tells whether a number begins what follows a label.
pub(super) fn is_next(text: &Text, rest: &Range<usize>) -> bool {
    let rest = text.trimmed(rest, &[]);
    Number::at_start(text.words(&rest)).is_some_and(|number| number.value > 1)
}
