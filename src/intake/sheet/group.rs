//! A problem of a sheet: its row, and the rows below it that only name further measures.

use super::SheetNote;
use super::cells;
use super::events::{self, Event};
use super::headers::Meaning;
use super::row::{SheetRow, put};
use crate::complaint::SheetRemark;
use crate::complaint::Table;
use crate::domain::day::Day;
use crate::formats::record::Record;

/// The rows of a problem.
#[derive(Debug)]
pub(super) struct Group<'a> {
    pub(super) problem: SheetRow<'a>,
    /// Rows under merged cells.
    pub(super) measures: Vec<SheetRow<'a>>,
}

/// Cells that go into the problem as they are.
const TEXTS: [(Meaning, &str); 6] = [
    (Meaning::Reference, "ref"),
    (Meaning::Detail, "detail"),
    (Meaning::Category, "category"),
    (Meaning::Source, "source"),
    (Meaning::Cause, "cause"),
    (Meaning::Goal, "goal"),
];

impl Group<'_> {
    /// Returns the records of the problem and its parts; `by` is who reports what happened.
    pub(super) fn records(self, by: &str, notes: &mut Vec<SheetNote>) -> Vec<Record> {
        let Self { problem: mut row, measures: rows_below } = self;
        let rows = 1 + rows_below.len();
        let limits_below = rows_below.iter().any(|row| row.has(Meaning::Limit));
        let mut problem = row.record(Table::Problem);
        let found = put_problem(&mut row, &mut problem, notes);
        let mut measures = Vec::from_iter(first_measure(&mut row));
        // With a day of its own, the problem would be late by the day of its first measure.
        let own = measures.first_mut().filter(|_| limits_below);
        put_limit(&mut row, own.unwrap_or(&mut problem));
        let first = Event::take_from(&mut row, measures.first().map(|_| 1), found, notes);
        row.keep_rest(&mut problem);
        let mut below = Vec::new();
        for (no, mut row) in (measures.len() + 1..).zip(rows_below) {
            let no = u32::try_from(no).unwrap_or(u32::MAX);
            let mut measure = further_measure(&mut row, no, notes);
            below.extend(Event::take_from(&mut row, Some(no), found, notes));
            row.keep_rest(&mut measure);
            measures.push(measure);
        }
        let entries = events::records(first, below, rows, by, notes);
        std::iter::once(problem).chain(measures).chain(entries).collect()
    }
}

/// Puts what the row says of the problem itself; returns the day on which it was found.
fn put_problem(
    row: &mut SheetRow<'_>,
    problem: &mut Record,
    notes: &mut Vec<SheetNote>,
) -> Option<Day> {
    put_title(row, problem);
    for (meaning, key) in TEXTS {
        if let Some(cell) = row.take(meaning) {
            put(problem, key, &cell.span, cell.text);
        }
    }
    let found = put_figures(row, problem, notes);
    put_responsible(row, problem, notes);
    found
}

/// The measure in the problem's own row; who answers for it and by when, the problem says.
fn first_measure(row: &mut SheetRow<'_>) -> Option<Record> {
    let cell = row.take(Meaning::Measure)?;
    let mut measure = row.record(Table::Measure);
    put(&mut measure, "no", &cell.span, "1".to_owned());
    put(&mut measure, "text", &cell.span, cell.text);
    Some(measure)
}

fn further_measure(row: &mut SheetRow<'_>, no: u32, notes: &mut Vec<SheetNote>) -> Record {
    let mut measure = row.record(Table::Measure);
    if let Some(cell) = row.take(Meaning::Measure) {
        put(&mut measure, "no", &cell.span, no.to_string());
        put(&mut measure, "text", &cell.span, cell.text);
    }
    put_responsible(row, &mut measure, notes);
    put_limit(row, &mut measure);
    measure
}

/// A title is one line; a longer text is the detail, too.
fn put_title(row: &mut SheetRow<'_>, problem: &mut Record) {
    let Some(cell) = row.take(Meaning::Title) else { return };
    let first = cell.text.lines().next().unwrap_or_default().trim().to_owned();
    if first != cell.text && !row.has(Meaning::Detail) {
        put(problem, "detail", &cell.span, cell.text);
        put(problem, "title", &cell.span, first);
    } else {
        let line = cell.text.lines().map(str::trim).collect::<Vec<_>>().join(" ");
        put(problem, "title", &cell.span, line);
    }
}

/// Puts the day on which the problem was found, and its amount; returns the day.
fn put_figures(
    row: &mut SheetRow<'_>,
    problem: &mut Record,
    notes: &mut Vec<SheetNote>,
) -> Option<Day> {
    let found = row.take_day(Meaning::Found, notes);
    if let Some((span, day)) = &found {
        put(problem, "found", span, day.to_string());
    }
    let amount = row.take_read(Meaning::Amount, cells::amount, SheetRemark::AmountUnread, notes);
    if let Some((span, amount)) = amount {
        put(problem, "amount", &span, amount.to_string());
    }
    found.map(|(_, day)| day)
}

/// A whole day is the last day; other words stay as they are, and are read when they are needed.
fn put_limit(row: &mut SheetRow<'_>, record: &mut Record) {
    let Some(cell) = row.take(Meaning::Limit) else { return };
    match cells::day(&cell.text) {
        Some(day) => put(record, "due", &cell.span, day.to_string()),
        None => put(record, "limit", &cell.span, cell.text),
    }
}

fn put_responsible(row: &mut SheetRow<'_>, record: &mut Record, notes: &mut Vec<SheetNote>) {
    let has_lead = row.has(Meaning::Lead);
    put_names(row, Meaning::Lead, record, notes, |_| "lead");
    if has_lead {
        // Nobody says what these units do beside the lead; their names stay as they are.
        if record.table == Table::Problem
            && let Some(cell) = row.take(Meaning::Owners)
        {
            put(record, "owners", &cell.span, cell.text);
        }
    } else {
        let of_several = |names: usize| if names == 1 { "lead" } else { "joint" };
        put_names(row, Meaning::Owners, record, notes, of_several);
    }
    put_names(row, Meaning::With, record, notes, |_| "with");
    put_names(row, Meaning::Leader, record, notes, |_| "leader");
    put_names(row, Meaning::Person, record, notes, |_| "person");
}

/// Puts the names of a cell under the key for so many names; a text that tells roles stays a text.
fn put_names(
    row: &mut SheetRow<'_>,
    meaning: Meaning,
    record: &mut Record,
    notes: &mut Vec<SheetNote>,
    key: impl Fn(usize) -> &'static str,
) {
    let Some(cell) = row.get(meaning).cloned() else { return };
    let of_units = matches!(meaning, Meaning::Lead | Meaning::Owners);
    let roles = of_units && cells::tells_roles(&cell.text);
    let names = if roles { Vec::new() } else { cells::names(&cell.text) };
    if roles {
        notes.push(SheetNote::at(SheetRemark::OwnersUnread, &cell.span));
    }
    let whole = of_units && record.table == Table::Problem && (roles || names.len() > 1);
    if whole {
        put(record, "owners", &cell.span, cell.text);
    }
    if !names.is_empty() {
        put(record, key(names.len()), &cell.span, names.join(" | "));
    }
    if whole || !names.is_empty() {
        row.take(meaning);
    }
}
