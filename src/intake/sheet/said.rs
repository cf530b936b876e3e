//! What is said of a sheet while it is read: remarks, complaints, and from what a value was read.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::Arc;

use super::SheetNote;
use super::terms::{Rules, Unread};
use crate::complaint::{BadCell, Fault, Grade, Log, SheetRemark, Source, Table};
use crate::domain::subject::{Part, Subject};
use crate::formats::record::{Raw, Record, keys};

/// What is said of a sheet.
#[derive(Debug)]
pub(super) struct Said {
    pub(super) notes: Vec<SheetNote>,
    pub(super) log: Log,
    /// Cells that only say that there is nothing, in words.
    pub(super) empty: usize,
    /// What was read otherwise than from its column, by the first byte.
    grades: BTreeMap<usize, Grade>,
    /// Which words were found to say a limit: thousands of rows have the same few.
    limits: HashMap<String, bool>,
}

impl Said {
    pub(super) fn new(source: &Arc<Source>) -> Self {
        let log = Log::new(source);
        Self { notes: Vec::new(), log, empty: 0, grades: BTreeMap::new(), limits: HashMap::new() }
    }

    pub(super) fn note(&mut self, what: SheetRemark, span: &Range<usize>) {
        self.notes.push(SheetNote { span: span.clone(), what });
    }

    /// Complains of what cannot be read, or notes that it is kept.
    pub(super) fn unread(&mut self, rules: &Rules, bad: BadCell, span: &Range<usize>) {
        if rules.unread == Unread::Refused {
            self.log.push(span.clone(), Fault::Cell(bad));
            return;
        }
        let what = match bad {
            BadCell::Amount | BadCell::AmountUnit => SheetRemark::AmountUnread,
            BadCell::Status => SheetRemark::StatusUnknown,
            BadCell::NoSuchDay
            | BadCell::DayOrder
            | BadCell::NotInOrder
            | BadCell::SerialDay
            | BadCell::Day => SheetRemark::DayUnread,
            BadCell::Limit => SheetRemark::LimitUnread,
        };
        self.note(what, span);
    }

    /// Tells whether words say a limit, which is read once.
    pub(super) fn limit(&mut self, words: &str, read: impl FnOnce(&str) -> bool) -> bool {
        if let Some(known) = self.limits.get(words) {
            return *known;
        }
        let says = read(words);
        self.limits.insert(words.to_owned(), says);
        says
    }

    /// Remembers from what the value at these bytes was read.
    pub(super) fn grade(&mut self, span: &Range<usize>, grade: Grade) {
        self.grades.insert(span.start, grade);
    }

    /// Adds what is said of a part of the sheet. From what its values were read is known by then.
    pub(super) fn append(&mut self, other: Self) {
        self.notes.extend(other.notes);
        self.log.append(other.log);
        self.empty += other.empty;
    }

    /// From what the fields of the records were read, where that is not their column; `above` knows it of the whole sheet.
    pub(super) fn grades(&self, records: &[Record<'_>], above: &Self) -> Vec<(Subject, Grade)> {
        let none = self.grades.is_empty() && above.grades.is_empty();
        let mut found = Vec::new();
        for record in records.iter().filter(|record| !none || record.table == Table::Entry) {
            let Some(part) = part(record) else { continue };
            // What was written as it stands was not taken from a part of its cell.
            for field in record.fields.iter().filter(|field| field.key != "owners") {
                // An entry whose day has no cell of its own has it from another field.
                let lent = record.table == Table::Entry && field.key == "on";
                let lent =
                    lent && record.fields.iter().any(|it| it.key == "act" && it.span == field.span);
                let lent = lent.then_some(&Grade::Inferred);
                let at = &field.span.start;
                let read = || self.grades.get(at).or_else(|| above.grades.get(at));
                let Some(grade) = lent.or_else(read) else { continue };
                let known = keys::of(record.table).iter().find(|known| **known == field.key);
                let graded = known.map(|key| (Subject::key(part.clone(), key), *grade));
                found.extend(graded);
            }
        }
        found
    }
}

fn part(record: &Record<'_>) -> Option<Part> {
    let text = |key: &str| {
        let field = record.fields.iter().find(|field| field.key == key)?;
        if let Raw::Cell(text) = &field.value { Some(&**text) } else { None }
    };
    match record.table {
        Table::Problem => Some(Part::Problem),
        Table::Measure => text("no")?.parse().ok().map(Part::Measure),
        Table::Entry => text("key")?.parse().ok().map(Part::Entry),
        _ => None,
    }
}
