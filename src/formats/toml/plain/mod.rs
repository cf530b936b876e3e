//! Reads the plain part of TOML in one go and without copies, which is what this program and most people write.
//!
//! A book of one file a problem is read file by file, and the parser takes longer for that than the disk. So this reader goes
//! first: lines of bare keys with texts, days, numbers, flags and lists of them, below the headers that the file may have.
//! At whatever else (a backslash, a quoted key, an inline table, any fault) it gives up and says nothing; the parser then
//! reads the whole and has all the words. It may give up too often, and it must never read a text otherwise than the parser
//! does: the tests hold the two against each other.

mod scan;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::ops::Range;

use crate::complaint::Table;
use crate::formats::record::heads::{BookRecords, HeadRecords};
use crate::formats::record::{Field, Record, keys};
use scan::Scan;

/// Returns the records of a problem's file: its own, then indicators, measures and entries.
pub(super) fn problem(text: &str) -> Option<Vec<Record<'_>>> {
    let tables =
        read(text, Table::Problem, &["indicator", "measure", "entry"], |header| match header {
            Header { list: true, name: "indicator", below: None } => Some(Table::Indicator),
            Header { list: true, name: "measure", below: None } => Some(Table::Measure),
            Header { list: true, name: "entry", below: None } => Some(Table::Entry),
            _ => None,
        })?;
    let mut records: Vec<_> = tables.into_iter().map(|(_, record)| record).collect();
    records.sort_by_key(|record| match record.table {
        Table::Indicator => 1,
        Table::Measure => 2,
        Table::Entry => 3,
        _ => 0,
    });
    Some(records)
}

/// Returns the records of a ledger's head.
pub(super) fn head(text: &str) -> Option<HeadRecords<'_>> {
    let tables = read(text, Table::Head, &["phase", "policy"], |header| match header {
        Header { list: true, name: "phase", below: None } => Some(Table::Phase),
        Header { list: true, name: "policy", below: None } => Some(Table::Policy),
        _ => None,
    })?;
    let mut own = None;
    let (mut phases, mut policies) = (Vec::new(), Vec::new());
    for (_, record) in tables {
        match record.table {
            Table::Phase => phases.push(record),
            Table::Policy => policies.push(record),
            _ => own = Some(record),
        }
    }
    Some(HeadRecords { own: own?, phases, policies })
}

/// Returns the records of `book.toml`.
pub(super) fn book(text: &str) -> Option<BookRecords<'_>> {
    let parts = ["policy", "unit", "person", "calendar"];
    let tables = read(text, Table::Book, &parts, |header| match header {
        Header { list: true, name: "policy", below: None } => Some(Table::Policy),
        Header { list: false, name: "unit", below: Some(_) } => Some(Table::Unit),
        Header { list: false, name: "person", below: Some(_) } => Some(Table::Person),
        Header { list: false, name: "calendar", below: None } => Some(Table::Calendar),
        _ => None,
    })?;
    let mut own = None;
    let mut policies = Vec::new();
    let (mut units, mut persons, mut calendars) = (Vec::new(), Vec::new(), Vec::new());
    for (name, record) in tables {
        match record.table {
            Table::Policy => policies.push(record),
            Table::Unit => units.push((name?, record)),
            Table::Person => persons.push((name?, record)),
            Table::Calendar => calendars.push(record),
            _ => own = Some(record),
        }
    }
    let (units, persons) = (each_once(units)?, each_once(persons)?);
    let calendar = calendars.pop();
    calendars.is_empty().then_some(BookRecords { own: own?, policies, units, persons, calendar })
}

/// Puts named tables in the order of their names, as the parser does; a name that stands twice is for the parser.
fn each_once<'i>(mut tables: Vec<(&'i str, Record<'i>)>) -> Option<Vec<(String, Record<'i>)>> {
    tables.sort_by_key(|(name, _)| *name);
    let once = tables.windows(2).all(|two| two[0].0 != two[1].0);
    once.then(|| tables.into_iter().map(|(name, record)| (name.to_owned(), record)).collect())
}

/// A header: `[name]`, `[name."below"]` or `[[name]]`.
#[derive(Debug, Clone, Copy)]
struct Header<'i> {
    list: bool,
    name: &'i str,
    below: Option<&'i str>,
}

/// The tables of a text in its order, with the second part of their headers; the first is what stands above all headers.
///
/// `parts` are the keys that hold tables: written in another way than by a header, they are for the parser.
fn read<'i>(
    text: &'i str,
    root: Table,
    parts: &[&str],
    table_of: impl Fn(Header<'i>) -> Option<Table>,
) -> Option<Vec<(Option<&'i str>, Record<'i>)>> {
    let mut scan = Scan::new(text);
    let mut done = Vec::with_capacity(8);
    let mut open = Open::new(root, None, 0..0);
    while let Some(first) = scan.begin_line()? {
        if first == b'[' {
            let (header, place) = self::header(&mut scan)?;
            let next = Open::new(table_of(header)?, header.below, place);
            done.push(std::mem::replace(&mut open, next).finish());
        } else {
            let (key, key_span) = scan.bare()?;
            if done.is_empty() && parts.contains(&key) {
                return None;
            }
            open.field(key, key_span, &mut scan)?;
        }
        scan.end_line()?;
    }
    done.push(open.finish());
    Some(done)
}

fn header<'i>(scan: &mut Scan<'i>) -> Option<(Header<'i>, Range<usize>)> {
    let start = scan.at();
    scan.expect(b"[")?;
    let list = scan.skip(b'[');
    let (name, _) = scan.bare()?;
    let below = if scan.skip(b'.') { Some(scan.name()?) } else { None };
    scan.expect(if list { b"]]" } else { b"]" })?;
    Some((Header { list, name, below }, start..scan.at()))
}

/// A table whose fields are being read.
struct Open<'i> {
    below: Option<&'i str>,
    record: Record<'i>,
    known: &'static [&'static str],
    /// Where in `known` the next key probably stands: they mostly come in the order in which they are written.
    next: usize,
    /// Those of `known` that were there.
    seen: u64,
}

impl<'i> Open<'i> {
    fn new(table: Table, below: Option<&'i str>, span: Range<usize>) -> Self {
        // A roster has thousands of tables with one key or none.
        let usual = if matches!(table, Table::Unit | Table::Person) { 1 } else { 8 };
        let record = Record { table, span, fields: Vec::with_capacity(usual) };
        Self { below, record, known: keys::of(table), next: 0, seen: 0 }
    }

    /// Reads a field behind its key. A key that stands twice is for the parser.
    fn field(&mut self, key: &str, key_span: Range<usize>, scan: &mut Scan<'i>) -> Option<()> {
        scan.equals()?;
        let key = match self.place(key) {
            Some(place) => {
                let bit = 1_u64.checked_shl(u32::try_from(place).ok()?)?;
                if self.seen & bit != 0 {
                    return None;
                }
                (self.seen, self.next) = (self.seen | bit, place + 1);
                Cow::Borrowed(self.known[place])
            }
            None if self.record.fields.iter().any(|field| field.key == key) => return None,
            None => Cow::Owned(key.to_owned()),
        };
        let start = scan.at();
        let value = scan.value()?;
        self.record.fields.push(Field { key, key_span, span: start..scan.at(), value });
        Some(())
    }

    fn place(&self, key: &str) -> Option<usize> {
        let from = |start: usize, end: usize| {
            let found = self.known.get(start..end)?.iter().position(|known| *known == key)?;
            Some(start + found)
        };
        from(self.next, self.known.len()).or_else(|| from(0, self.next))
    }

    fn finish(self) -> (Option<&'i str>, Record<'i>) {
        (self.below, self.record)
    }
}
