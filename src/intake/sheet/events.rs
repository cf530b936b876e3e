//! What a sheet says has happened, as entries: progress, reports, closings.
//!
//! A sheet has states, not entries, so each state becomes the entry that leads to it, on the best day that the row has.

use std::borrow::Cow;
use std::ops::Range;

use super::days::{self, DayRead};
use super::headers::Meaning;
use super::row::{Cell, SheetRow, put};
use super::said::Said;
use super::status::{self, Status, StatusRead};
use crate::complaint::{BadCell, Grade, SheetRemark, Table};
use crate::domain::day::Day;
use crate::domain::key::Key;
use crate::formats::record::Record;

/// What a row says of the work.
#[derive(Debug)]
pub(super) struct Event<'a> {
    row: usize,
    /// Its place in the sheet.
    place: usize,
    /// How many rows it is said of.
    rows: usize,
    /// The measures that the row is about; none for the whole problem.
    measures: Vec<u32>,
    span: Range<usize>,
    on: Day,
    /// Where its day stands; nothing where no cell of the row says it.
    day: Option<Range<usize>>,
    status: Option<Status>,
    /// The cell that says the state.
    state: Option<Cell<'a>>,
    sustained: bool,
    word: Cow<'a, str>,
    progress: Option<Cell<'a>>,
    verifier: Option<Cell<'a>>,
}

impl<'a> Event<'a> {
    /// Takes from a row what it says of the work; nothing where it says nothing.
    pub(super) fn take_from(
        row: &mut SheetRow<'a>,
        measures: Vec<u32>,
        found: Option<Day>,
        said: &mut Said,
    ) -> Option<Self> {
        let (read, word) = read_status(row, said);
        let lasting = word.as_ref().filter(|cell| status::is_only_lasting(&cell.text));
        if let Some(cell) = lasting {
            said.note(SheetRemark::OnlyLasting, &cell.span);
        }
        let lasting = lasting.is_some();
        let status = read.as_ref().map(|read| read.status);
        let finished = matches!(status, None | Some(Status::Closed | Status::Done));
        let is_word = |cell: &Cell<'_>| word.as_ref().is_some_and(|word| word.span == cell.span);
        // Beside 整改中 the day is the one that is planned, and stays under its own header.
        let has_day = finished && !row.get(Meaning::Completed).is_some_and(is_word);
        let day_cell = row.get(Meaning::Completed).cloned();
        let completed = if has_day { row.take_day(Meaning::Completed, said) } else { None };
        let unknown = status.is_none() && word.is_some();
        let implied = completed.as_ref().filter(|_| status.is_none() && !unknown);
        if let Some((span, _)) = implied {
            said.note(SheetRemark::ReportedByDay, span);
        }
        let implied = implied.map(|_| Status::Done);
        let told = word.as_ref().zip(read.as_ref()).filter(|_| finished && completed.is_none());
        let told = told.and_then(|(cell, read)| day_behind(row, cell, read, said));
        let dated = completed.or(told);
        // The word was the status, and says nothing more.
        let progress = row.take(Meaning::Progress).filter(|cell| !is_word(cell));
        let tells = word.is_none() && row.has(Meaning::Status) && progress.is_none();
        let progress = progress.or_else(|| if tells { row.take(Meaning::Status) } else { None });
        let event = Self {
            row: row.number,
            place: row.place,
            rows: 1,
            measures,
            span: word
                .as_ref()
                .or(progress.as_ref())
                .or(implied.and(day_cell.as_ref()))
                .map_or(row.span.clone(), |it| it.span.clone()),
            on: dated.as_ref().map(|(_, day)| *day).or(found).unwrap_or(Day::FIRST),
            day: dated.map(|(span, _)| span),
            status: status.or(implied),
            state: word.clone().or(implied.and(day_cell)),
            sustained: lasting || read.is_some_and(|read| status::is_sustained(&read.rest)),
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

    /// Where the state is said to be kept up for good: 已完成（长期坚持）.
    pub(super) fn sustained(&self) -> Option<&Range<usize>> {
        self.sustained.then_some(&self.span)
    }

    /// Takes in a row below over which the cell of the state is merged: it holds for the measures of that row, too.
    /// Nothing where it is not.
    pub(super) fn holds_for(&mut self, row: &SheetRow<'_>, measures: &[u32]) -> Option<()> {
        self.state.as_ref().filter(|cell| row.is_below(self.place, cell))?;
        self.measures.extend(measures);
        self.rows += 1;
        Some(())
    }

    /// Whether it says a state.
    pub(super) fn has_state(&self) -> bool {
        self.status.is_some()
    }

    fn entry(&self, kind: u8, act: &'static str, by: &'a str) -> Record<'a> {
        let mut record =
            Record { table: Table::Entry, span: self.span.clone(), fields: Vec::new() };
        let mut put = |key, span, text: Cow<'a, str>| put(&mut record, key, span, text);
        put("key", &self.span, self.key(kind).to_string().into());
        put("on", self.day.as_ref().unwrap_or(&self.span), self.on.to_string().into());
        put("act", &self.span, act.into());
        put("by", &self.span, by.into());
        record
    }

    /// A key must be the same each time that the sheet is read.
    fn key(&self, kind: u8) -> Key {
        let digit = |place: usize| u8::try_from(self.row >> (5 * place) & 31).unwrap_or(0);
        Key::from_random([kind, digit(4), digit(3), digit(2), digit(1), digit(0)])
    }

    fn progress(&self, by: &'a str) -> Option<Record<'a>> {
        let cell = self.progress.as_ref()?;
        let mut record = self.entry(0, "progress", by);
        put(&mut record, "text", &cell.span, cell.text.clone());
        Some(record)
    }

    /// The entry that leads a whole problem into the state.
    fn outcome(&self, by: &'a str) -> Option<Record<'a>> {
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

    /// The entry that leads the measures of a row into the state: they can only be reported.
    fn report(&self, by: &'a str, said: &mut Said) -> Option<Record<'a>> {
        if self.measures.is_empty() {
            return None;
        }
        match self.status? {
            Status::Open => None,
            Status::Done | Status::Closed => {
                let mut record = self.entry(1, "done", by);
                let numbers: Vec<_> = self.measures.iter().map(u32::to_string).collect();
                put(&mut record, "measure", &self.span, numbers.join(" | "));
                Some(record)
            }
            Status::Suspended | Status::Transferred | Status::Withdrawn => {
                said.note(SheetRemark::StatusUnknown, &self.span);
                None
            }
        }
    }
}

/// Reads the status; where a row has none, 整改情况 or the day of completion may be such a word. The cell stays under its
/// own header, since a word such as 基本完成 says more than the state.
fn read_status<'a>(row: &SheetRow<'a>, said: &mut Said) -> (Option<StatusRead>, Option<Cell<'a>>) {
    let own = &row.rules().status;
    if let Some(cell) = row.get(Meaning::Status) {
        let read = status::read(&cell.text, own);
        if read.is_none() && row.may_tell() && status::is_sentence(&cell.text) {
            said.note(SheetRemark::StatusTold, &cell.span);
            return (None, None);
        }
        if read.is_none() {
            said.unread(row.rules(), BadCell::Status, &cell.span);
        }
        return (read, Some(cell.clone()));
    }
    let mut told = [Meaning::Progress, Meaning::Completed].into_iter().filter_map(|it| row.get(it));
    let word = told.find_map(|cell| Some((status::whole(&cell.text, own)?, cell.clone())));
    word.map_or((None, None), |(status, cell)| {
        (Some(StatusRead { status, rest: String::new() }), Some(cell))
    })
}

/// The day that stands behind the word of the state: Completed 11/13/2018.
fn day_behind(
    row: &SheetRow<'_>,
    cell: &Cell<'_>,
    read: &StatusRead,
    said: &mut Said,
) -> Option<(Range<usize>, Day)> {
    match days::read(&read.rest, row.rules().date_order) {
        DayRead::Day(day) => {
            let start = cell.text.find(&read.rest).unwrap_or(0);
            let span = row.span_of(cell, &(start..start + read.rest.len()));
            said.grade(&span, Grade::Marker);
            Some((span, day))
        }
        DayRead::Wrong(bad) => {
            said.unread(row.rules(), bad, &cell.span);
            None
        }
        DayRead::Words => None,
    }
}

/// Returns the entries of a problem that stands in so many rows. Where the rows below its first have states of their
/// own, or the first says only its own, they report one by one, and the problem is closed once all rows say so.
pub(super) fn records<'a>(
    first: Option<Event<'a>>,
    below: Vec<Event<'a>>,
    rows: usize,
    by: &'a str,
    said: &mut Said,
) -> Vec<Record<'a>> {
    let stated = below.iter().any(|event| event.status.is_some());
    // Only the problem can be suspended or given away.
    let of_measures = |event: &Event<'_>| {
        let finished = matches!(event.status, Some(Status::Done | Status::Closed));
        finished && event.rows < rows && !event.measures.is_empty()
    };
    // Only a workbook or a document says what is merged; in a text, the empty cells below are taken for merged ones.
    let merges_known = !said.log.source().parts.is_empty();
    let alone = first.as_ref().filter(|event| merges_known && !stated && of_measures(event));
    if let Some(state) = alone.and_then(|event| event.state.as_ref()) {
        said.note(SheetRemark::OwnMeasuresOnly, &state.span);
    }
    let one_by_one = stated || alone.is_some();
    let events: Vec<Event<'_>> = first.into_iter().chain(below).collect();
    let mut records: Vec<Record<'_>> =
        events.iter().filter_map(|event| event.progress(by)).collect();
    if !one_by_one {
        records.extend(events.iter().filter_map(|event| event.outcome(by)));
        return records;
    }
    records.extend(events.iter().filter_map(|event| event.report(by, said)));
    let closed = events.iter().filter(|event| event.status == Some(Status::Closed));
    if closed.clone().map(|event| event.rows).sum::<usize>() >= rows {
        records.extend(closed.max_by_key(|event| event.on).and_then(|event| event.outcome(by)));
    }
    records
}
