//! What a sheet says has happened, as entries: progress, reports, closings.
//!
//! A sheet has states, not entries, so each state becomes the entry that leads to it, on the best day that the row has.

use std::ops::Range;

use super::SheetNote;
use super::headers::Meaning;
use super::row::{Cell, SheetRow, put};
use super::status::{self, Status};
use crate::complaint::SheetRemark;
use crate::complaint::Table;
use crate::domain::day::Day;
use crate::domain::key::Key;
use crate::formats::record::Record;

/// What a row says of the work.
#[derive(Debug)]
pub(super) struct Event {
    row: usize,
    measure: Option<u32>,
    span: Range<usize>,
    on: Day,
    status: Option<Status>,
    word: String,
    progress: Option<Cell>,
    verifier: Option<Cell>,
}

impl Event {
    /// Takes from a row what it says of the work; nothing where it says nothing.
    pub(super) fn take_from(
        row: &mut SheetRow<'_>,
        measure: Option<u32>,
        found: Option<Day>,
        notes: &mut Vec<SheetNote>,
    ) -> Option<Self> {
        let (status, word) = read_status(row, notes);
        let finished = matches!(status, None | Some(Status::Closed | Status::Done));
        let is_word = |cell: &Cell| word.as_ref().is_some_and(|word| word.span == cell.span);
        // Beside 整改中 the day is the one that is planned, and stays under its own header.
        let has_day = finished && !row.get(Meaning::Completed).is_some_and(is_word);
        let completed = if has_day { row.take_day(Meaning::Completed, notes) } else { None };
        let unknown = status.is_none() && word.is_some();
        let implied = completed.as_ref().filter(|_| status.is_none() && !unknown);
        notes.extend(implied.map(|(span, _)| SheetNote::at(SheetRemark::ReportedByDay, span)));
        let implied = implied.map(|_| Status::Done);
        // The word was the status, and says nothing more.
        let progress = row.take(Meaning::Progress).filter(|cell| !is_word(cell));
        let event = Self {
            row: row.number,
            measure,
            span: word
                .as_ref()
                .or(progress.as_ref())
                .map_or(row.span.clone(), |it| it.span.clone()),
            on: completed.map(|(_, day)| day).or(found).unwrap_or(Day::FIRST),
            status: status.or(implied),
            word: word.map(|cell| cell.text).unwrap_or_default(),
            progress,
            verifier: if status == Some(Status::Closed) {
                row.take(Meaning::Verifier)
            } else {
                None
            },
        };
        (event.status.is_some() || event.progress.is_some()).then_some(event)
    }

    fn entry(&self, kind: u8, act: &str, by: &str) -> Record {
        let mut record =
            Record { table: Table::Entry, span: self.span.clone(), fields: Vec::new() };
        let mut put = |key, text| put(&mut record, key, &self.span, text);
        put("key", self.key(kind).to_string());
        put("on", self.on.to_string());
        put("act", act.to_owned());
        put("by", by.to_owned());
        record
    }

    /// A key must be the same each time that the sheet is read.
    fn key(&self, kind: u8) -> Key {
        let digit = |place: usize| u8::try_from(self.row >> (5 * place) & 31).unwrap_or(0);
        Key::from_random([kind, digit(4), digit(3), digit(2), digit(1), digit(0)])
    }

    fn progress(&self, by: &str) -> Option<Record> {
        let cell = self.progress.as_ref()?;
        let mut record = self.entry(0, "progress", by);
        put(&mut record, "text", &cell.span, cell.text.clone());
        Some(record)
    }

    /// The entry that leads a whole problem into the state.
    fn outcome(&self, by: &str) -> Option<Record> {
        let word = || self.word.clone();
        Some(match self.status? {
            Status::Open => return None,
            Status::Done => self.entry(1, "done", by),
            Status::Closed => {
                let mut record = self.entry(2, "close", by);
                if let Some(verifier) = &self.verifier {
                    put(&mut record, "verifier", &verifier.span, verifier.text.clone());
                }
                record
            }
            Status::Suspended => self.entry(3, "suspend", by),
            Status::Transferred => {
                let mut record = self.entry(4, "transfer", by);
                put(&mut record, "to", &self.span, word());
                record
            }
            Status::Withdrawn => {
                let mut record = self.entry(5, "withdraw", by);
                put(&mut record, "text", &self.span, word());
                record
            }
        })
    }

    /// The entry that leads one measure into the state: it can only be reported.
    fn report(&self, by: &str, notes: &mut Vec<SheetNote>) -> Option<Record> {
        let measure = self.measure?;
        match self.status? {
            Status::Open => None,
            Status::Done | Status::Closed => {
                let mut record = self.entry(1, "done", by);
                put(&mut record, "measure", &self.span, measure.to_string());
                Some(record)
            }
            Status::Suspended | Status::Transferred | Status::Withdrawn => {
                notes.push(SheetNote::at(SheetRemark::StatusUnknown, &self.span));
                None
            }
        }
    }
}

/// Reads the status; where a row has none, 整改情况 or the day of completion may be such a word. The cell stays under its
/// own header, since a word such as 基本完成 says more than the state.
fn read_status(row: &SheetRow<'_>, notes: &mut Vec<SheetNote>) -> (Option<Status>, Option<Cell>) {
    if let Some(cell) = row.get(Meaning::Status) {
        let status = status::read(&cell.text);
        if status.is_none() {
            notes.push(SheetNote::at(SheetRemark::StatusUnknown, &cell.span));
        }
        return (status, Some(cell.clone()));
    }
    let mut told = [Meaning::Progress, Meaning::Completed].into_iter().filter_map(|it| row.get(it));
    let word = told.find_map(|cell| Some((status::read(&cell.text)?, cell.clone())));
    word.map_or((None, None), |(status, cell)| (Some(status), Some(cell)))
}

/// Returns the entries of a problem that stands in so many rows. Where the rows below its first have states of their
/// own, they report one by one, and the problem is closed once all rows say so.
pub(super) fn records(
    first: Option<Event>,
    below: Vec<Event>,
    rows: usize,
    by: &str,
    notes: &mut Vec<SheetNote>,
) -> Vec<Record> {
    let one_by_one = below.iter().any(|event| event.status.is_some());
    let events: Vec<Event> = first.into_iter().chain(below).collect();
    let mut records: Vec<Record> = events.iter().filter_map(|event| event.progress(by)).collect();
    if !one_by_one {
        records.extend(events.iter().filter_map(|event| event.outcome(by)));
        return records;
    }
    records.extend(events.iter().filter_map(|event| event.report(by, notes)));
    let closed = events.iter().filter(|event| event.status == Some(Status::Closed));
    if closed.clone().count() == rows {
        records.extend(closed.max_by_key(|event| event.on).and_then(|event| event.outcome(by)));
    }
    records
}
