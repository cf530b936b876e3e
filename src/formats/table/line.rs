//! One row of a table and its record, both ways.

use std::borrow::Cow;
use std::ops::Range;

use super::header::Header;
use super::rows::{self, Row};
use super::{columns, guard};
use crate::complaint::{Expected, Fault, Table};
use crate::formats::record::{Field, Raw, Record, keys};

/// What a row is: of which sort, of which problem, and its place in the ledger; not yet what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) no: u32,
    pub(super) seq: u64,
    pub(super) seq_span: Range<usize>,
    pub(super) table: Table,
    pub(super) span: Range<usize>,
}

/// The words of the column `record`.
const TABLES: [(&str, Table); 4] = [
    ("problem", Table::Problem),
    ("measure", Table::Measure),
    ("indicator", Table::Indicator),
    ("entry", Table::Entry),
];

/// Columns of figures: a spreadsheet must take `-3` for the number that it is.
const FIGURES: [&str; 3] = ["baseline", "target", "actual"];

type Faults = Vec<(Range<usize>, Fault)>;

impl Line {
    /// Reads what a row that is as long as the header is; nothing where it does not say so.
    pub(super) fn read_head(
        text: &str,
        header: &Header,
        row: &Row,
        faults: &mut Faults,
    ) -> Option<Self> {
        let table = read_table(text, header, row.cells.get(header.position("record")?)?, faults);
        let cell = row.cells.get(header.position("no")?)?;
        let no = read_number(text, cell, header.name_of("no"), faults);
        let seq_span = row.cells.get(header.position("seq")?)?.clone();
        let seq = read_number::<u32>(text, &seq_span, header.name_of("seq"), faults).map(u64::from);
        let (table, no, seq) = (table?, no?, seq?);
        Some(Self { no, seq, seq_span, table, span: row.span.clone() })
    }

    /// Reads the record with its fields.
    pub(super) fn read<'t>(
        &self,
        text: &'t str,
        header: &Header,
        keys: &Keys,
        row: &Row,
        faults: &mut Faults,
    ) -> Record<'t> {
        let table = self.table;
        let filled = row.cells.iter().filter(|span| !span.is_empty()).count();
        let mut fields = Vec::with_capacity(filled);
        // Most cells of a table are empty.
        for (at, span) in row.cells.iter().enumerate().filter(|(_, span)| !span.is_empty()) {
            let column = keys.of(table).get(at).unwrap_or(&Column::Head);
            if *column == Column::Head {
                continue;
            }
            let cell = rows::value(text, span);
            if cell.trim().is_empty() {
                continue;
            }
            match column {
                Column::Key(key) => fields.push(field(key.clone(), span, cell)),
                Column::Other | Column::Head => {
                    let column = header.names[at].clone();
                    faults.push((span.clone(), Fault::CellNotOfRecord { column, table }));
                }
            }
        }
        Record { table, span: self.span.clone(), fields }
    }
}

/// What a column is for a record.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Column {
    /// One of those that every row has.
    Head,
    /// A key of it.
    Key(Cow<'static, str>),
    /// Nothing: its cells must be empty.
    Other,
}

/// The keys that the columns of a table are for each sort of records, found once for all rows.
pub(super) struct Keys([(Table, Vec<Column>); TABLES.len()]);

impl Keys {
    /// Finds the keys of a header's columns.
    pub(super) fn new(header: &Header) -> Self {
        let column = |table, column: &String| {
            if ["record", "no", "seq"].contains(&&**column) {
                return Column::Head;
            }
            key_of(table, column).map_or(Column::Other, |key| {
                let known = keys::of(table).iter().find(|known| **known == key);
                Column::Key(known.map_or_else(|| key.to_owned().into(), |known| (*known).into()))
            })
        };
        let of = |table| header.keys.iter().map(|key| column(table, key)).collect();
        Self(TABLES.map(|(_, table)| (table, of(table))))
    }

    fn of(&self, table: Table) -> &[Column] {
        self.0.iter().find(|(known, _)| *known == table).map_or(&[], |(_, columns)| columns)
    }
}

/// Writes the cells of a row, one for each column of the header.
pub(super) fn cells(header: &Header, no: u32, seq: u64, record: &Record<'_>) -> Vec<String> {
    let mut cells = vec![String::new(); header.keys.len()];
    for (place, cell) in filled(header, no, seq, record, &mut Vec::new()) {
        cells[place] = cell.into_owned();
    }
    cells
}

/// Writes those cells of a row that have text, with their columns in order: most of a table's are empty. Keys for which
/// there is no column are added to those that are lacking.
pub(super) fn filled<'r>(
    header: &Header,
    no: u32,
    seq: u64,
    record: &'r Record<'_>,
    lacking: &mut Vec<String>,
) -> Vec<(usize, Cow<'r, str>)> {
    let word = TABLES.iter().find(|(_, table)| *table == record.table).map_or("", |(word, _)| word);
    let mut cells = Vec::with_capacity(record.fields.len() + 3);
    let mut put = |column: &str, cell: Cow<'r, str>| match header.position(column) {
        Some(place) => cells.push((place, cell)),
        None if lacking.iter().any(|known| known == column) => {}
        None => lacking.push(column.to_owned()),
    };
    for field in &record.fields {
        let column = column_of(record.table, &field.key);
        if key_of(record.table, column).is_some() {
            put(column, write(header, column, &field.value));
        }
    }
    put("record", word_in(header, "record", word.into()));
    put("no", no.to_string().into());
    put("seq", seq.to_string().into());
    cells.sort_unstable_by_key(|(place, _)| *place);
    cells
}

/// Returns the column in which a record's key stands.
pub(super) fn column_of(table: Table, key: &str) -> &str {
    if (table, key) == (Table::Measure, "no") { "measure" } else { key }
}

/// Returns the key that a column is for a record, where it is one.
fn key_of(table: Table, column: &str) -> Option<&str> {
    let key = if (table, column) == (Table::Measure, "measure") { "no" } else { column };
    let known = if key.starts_with("x_") {
        keys::takes_own_keys(table)
    } else {
        keys::of(table).contains(&key)
    };
    known.then_some(key)
}

fn field<'t>(key: Cow<'static, str>, span: &Range<usize>, cell: Cow<'t, str>) -> Field<'t> {
    let value = match columns::to_english(&key, guard::unguarded(&cell).trim()) {
        Some(word) => word,
        None => match cell {
            Cow::Borrowed(cell) => Cow::Borrowed(guard::unguarded(cell)),
            Cow::Owned(cell) => Cow::Owned(guard::unguarded(&cell).to_owned()),
        },
    };
    Field { key, key_span: span.clone(), span: span.clone(), value: Raw::Cell(value) }
}

/// Writes a value as a cell of its column.
pub(super) fn write<'r>(header: &Header, column: &str, value: &'r Raw<'_>) -> Cow<'r, str> {
    let cell = word_in(header, column, value.to_cell());
    if FIGURES.contains(&column) { cell } else { guard::guarded(cell) }
}

fn word_in<'r>(header: &Header, column: &str, cell: Cow<'r, str>) -> Cow<'r, str> {
    columns::from_english(header.lang, column, &cell).unwrap_or(cell)
}

fn read_table(
    text: &str,
    header: &Header,
    span: &Range<usize>,
    faults: &mut Faults,
) -> Option<Table> {
    let cell = rows::value(text, span);
    let word = columns::to_english("record", cell.trim()).unwrap_or_else(|| cell.trim().into());
    let found = TABLES.iter().find(|(known, _)| *known == word).map(|(_, table)| *table);
    if found.is_none() {
        let allowed = columns::words_in(header.lang, "record").unwrap_or_default();
        let key = header.name_of("record").to_owned();
        let word = word.into_owned();
        faults.push((span.clone(), Fault::WrongWord { key, word, allowed }));
    }
    found
}

/// Reads a whole number from 1.
fn read_number<T>(text: &str, span: &Range<usize>, key: &str, faults: &mut Faults) -> Option<T>
where
    T: std::str::FromStr + PartialOrd + From<u8>,
{
    let cell = rows::value(text, span);
    let digits = cell.trim().bytes().all(|byte| byte.is_ascii_digit());
    let number = digits.then(|| cell.trim().parse().ok()).flatten();
    let number = number.filter(|number| *number >= T::from(1));
    if number.is_none() {
        let (key, expected) = (key.to_owned(), Expected::Number);
        faults.push((span.clone(), Fault::WrongKind { key, expected }));
    }
    number
}
