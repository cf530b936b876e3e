//! The measures of a row: one cell may hold several, and say by when each is to be done.

use std::ops::Range;

use super::ending;
use super::group::{put_limit_text, says_limit};
use super::headers::Meaning;
use super::parts::{self, Milestone, Numbered};
use super::row::{Cell, SheetRow, put};
use super::said::Said;
use crate::complaint::{Grade, SheetRemark, Table};
use crate::formats::record::{Raw, Record};

/// A measure and its limit, as parts of cells.
struct Part<'a> {
    text: (Cell<'a>, Range<usize>),
    limit: Option<(Cell<'a>, Range<usize>)>,
}

/// Takes the measures of a row, numbered from `first` on; limits go with them where each has one of its own. A limit cell
/// with milestones gives further measures where the row is that of a problem and those it has are without limits.
pub(super) fn take<'a>(
    row: &mut SheetRow<'a>,
    first: usize,
    of_problem: bool,
    said: &mut Said,
) -> Vec<Record<'a>> {
    let limit = row.get(Meaning::Limit).cloned();
    let mut parts = match row.take(Meaning::Measure) {
        Some(cell) => of_cell(&cell, limit.as_ref(), said),
        None => Vec::new(),
    };
    if of_problem && parts.iter().all(|part| part.limit.is_none()) {
        // Nobody says which measure they are part of, but each is work with a limit of its own.
        parts.extend(limit.iter().flat_map(milestones_with_work));
    }
    if ending::holds_limit(row.header(Meaning::Measure)) {
        parts.iter_mut().for_each(|part| part_limit(part, said));
    }
    let whole_limit = parts.iter().all(|part| part.limit.is_none());
    if let Some(limit) = limit.filter(|_| whole_limit)
        && parts::milestones(&limit.text).is_some()
    {
        said.note(SheetRemark::NumberingUnclear, &limit.span);
    }
    let taken = |part: &Part<'a>| {
        part.limit.as_ref().is_some_and(|(cell, _)| row.is_at(Meaning::Limit, cell))
    };
    if parts.iter().any(taken) {
        row.take(Meaning::Limit);
    }
    let several = parts.len() > 1;
    let record = |(no, part): (usize, Part<'a>)| {
        let cut = several || part.limit.is_some();
        record(row, no, part, cut, said)
    };
    (first..).zip(parts).map(record).collect()
}

fn record<'a>(
    row: &SheetRow<'a>,
    no: usize,
    part: Part<'a>,
    cut: bool,
    said: &mut Said,
) -> Record<'a> {
    let mut record = row.record(Table::Measure);
    let (cell, text) = part.text;
    let span = row.span_of(&cell, &text);
    if cut {
        said.grade(&span, Grade::Marker);
    }
    put(&mut record, "no", &span, no.to_string());
    put(&mut record, "text", &span, cell.part(text));
    if let Some((cell, limit)) = part.limit {
        let span = row.span_of(&cell, &limit);
        said.grade(&span, Grade::Marker);
        put_limit_text(row, cell.part(limit), span, &mut record, said);
    }
    record
}

/// Takes the limit out of a measure that has it in its own words.
fn part_limit(part: &mut Part<'_>, said: &mut Said) {
    if part.limit.is_some() {
        return;
    }
    let (cell, span) = part.text.clone();
    let is_limit = |words: &str| said.limit(words, says_limit);
    let Some((work, limit)) = ending::parted(&cell.text[span.clone()], is_limit) else { return };
    let of_cell = |it: Range<usize>| span.start + it.start..span.start + it.end;
    part.limit = Some((cell.clone(), of_cell(limit)));
    part.text = (cell, of_cell(work));
}

/// The measures of a cell, with the limits of the cell beside it where there are as many.
fn of_cell<'a>(cell: &Cell<'a>, limit: Option<&Cell<'a>>, said: &mut Said) -> Vec<Part<'a>> {
    let whole = || vec![Part { text: (cell.clone(), 0..cell.text.len()), limit: None }];
    if limit.is_none()
        && let Some(found) = parts::milestones(&cell.text)
        && found.iter().all(|it| !it.text.is_empty())
    {
        return found.into_iter().map(|it| of_milestone(cell, it)).collect();
    }
    let items = match parts::numbered(&cell.text, true) {
        Numbered::No => return whole(),
        Numbered::Unclear => {
            said.note(SheetRemark::NumberingUnclear, &cell.span);
            return whole();
        }
        Numbered::Items(items) => items,
    };
    let limits = limit.and_then(|limit| Some((limit, limits(limit, items.len())?)));
    let part = |(at, item): (usize, Range<usize>)| Part {
        text: (cell.clone(), item),
        limit: limits.as_ref().map(|(limit, spans)| ((*limit).clone(), spans[at].clone())),
    };
    items.into_iter().enumerate().map(part).collect()
}

/// As many limits as there are measures.
fn limits(cell: &Cell<'_>, count: usize) -> Option<Vec<Range<usize>>> {
    let bare = |it: &Milestone| it.text.is_empty();
    let milestones = || {
        let found = parts::milestones(&cell.text).filter(|found| found.iter().all(bare))?;
        Some(found.into_iter().map(|it| it.limit).collect::<Vec<_>>())
    };
    let items = match parts::numbered(&cell.text, true) {
        Numbered::Items(items) => Some(items),
        Numbered::No | Numbered::Unclear => milestones(),
    };
    items.filter(|items| items.len() == count)
}

/// Milestones of which each says what is to be done.
fn milestones_with_work<'a>(cell: &Cell<'a>) -> Vec<Part<'a>> {
    let found = parts::milestones(&cell.text).unwrap_or_default();
    if found.iter().any(|it| it.text.is_empty()) {
        return Vec::new();
    }
    found.into_iter().map(|it| of_milestone(cell, it)).collect()
}

fn of_milestone<'a>(cell: &Cell<'a>, it: Milestone) -> Part<'a> {
    Part { text: (cell.clone(), it.text), limit: Some((cell.clone(), it.limit)) }
}

/// Puts into each measure of a row what the row says once.
pub(super) fn in_each<'a>(
    row: &mut SheetRow<'a>,
    measures: &mut [Record<'a>],
    said: &mut Said,
    put: fn(&mut SheetRow<'a>, &mut Record<'a>, &mut Said),
) {
    let Some((last, others)) = measures.split_last_mut() else { return };
    for measure in others {
        // What there is to say is said of the last.
        put(&mut row.clone(), measure, &mut Said::new(said.log.source()));
    }
    put(row, last, said);
}

/// The numbers of measures.
pub(super) fn numbers(measures: &[Record<'_>]) -> Vec<u32> {
    let number = |record: &Record| {
        let field = record.fields.iter().find(|field| field.key == "no")?;
        if let Raw::Cell(text) = &field.value { text.parse().ok() } else { None }
    };
    measures.iter().filter_map(number).collect()
}
