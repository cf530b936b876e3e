//! Writing a whole table.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::header::Header;
use super::{SEPARATOR, line};
use crate::domain::book::Lang;
use crate::domain::problem::Problem;
use crate::formats::record::{self, Record};

/// Writes problems as a table with a byte order mark, as spreadsheets want it, and with all columns of the format, so
/// that no later row needs a new one.
pub fn write<'a>(problems: impl IntoIterator<Item = &'a Problem>, lang: Lang) -> String {
    let records: Vec<(u32, Record)> = problems
        .into_iter()
        .flat_map(|problem| record::records_of(problem).into_iter().map(|it| (problem.no, it)))
        .collect();
    let keys = records.iter().flat_map(|(_, record)| &record.fields).map(|field| &*field.key);
    let own: BTreeSet<&str> = keys.filter(|key| key.starts_with("x_")).collect();
    let header = Header::new(lang, own);
    let mut text = String::from('\u{feff}');
    push_row(&mut text, &header.names, "\n");
    for (seq, (no, record)) in (1..).zip(&records) {
        push_row(&mut text, &line::cells(&header, *no, seq, record), "\n");
    }
    text
}

/// Adds a row with its line end.
pub(super) fn push_row(text: &mut String, cells: &[String], line_end: &str) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            text.push(char::from(SEPARATOR));
        }
        text.push_str(&quoted(cell));
    }
    text.push_str(line_end);
}

/// Puts a cell in quotes where it needs them.
pub(super) fn quoted(cell: &str) -> Cow<'_, str> {
    if cell.contains([char::from(SEPARATOR), '"', '\n', '\r']) {
        Cow::Owned(format!("\"{}\"", cell.replace('"', "\"\"")))
    } else {
        Cow::Borrowed(cell)
    }
}
