//! The main grid of a document as CSV, with raw values: ISO days, plain numbers, money in yuan.
//!
//! One table only, so that the file is a table to every program that reads it; the other grids stand in the other
//! formats. Characters are written as they are, since this is data and no picture of it.

use std::io::{self, Write};

use csv::{QuoteStyle, Terminator, WriterBuilder};

use super::document::{Column, ColumnKind, Document};
use super::{value, words};
use crate::domain::book::Lang;

/// Who is going to read the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reader {
    /// A program: no byte order mark, LF, quotes where they are needed.
    #[default]
    Program,
    /// A spreadsheet: a byte order mark, without which Excel takes UTF-8 for GBK; CRLF; and all words quoted, since
    /// a spreadsheet that separates by `;` would otherwise find cells inside cells.
    Spreadsheet,
}

/// Writes the document's main grid; nothing where it has none.
pub fn write(document: &Document, reader: Reader, out: &mut dyn Write) -> io::Result<()> {
    let Some(grid) = document.main_grid() else { return Ok(()) };
    let (quotes, line_end) = match reader {
        Reader::Program => (QuoteStyle::Necessary, Terminator::Any(b'\n')),
        Reader::Spreadsheet => (QuoteStyle::NonNumeric, Terminator::CRLF),
    };
    if reader == Reader::Spreadsheet {
        out.write_all("\u{feff}".as_bytes())?;
    }
    let mut writer =
        WriterBuilder::new().quote_style(quotes).terminator(line_end).from_writer(&mut *out);
    writer
        .write_record(grid.columns.iter().map(|column| guarded(heading(column, document.lang))))?;
    for row in 0..grid.rows.len() {
        let cells = (0..grid.columns.len()).map(|column| grid.at(row, column));
        writer.write_record(cells.map(|cell| guarded(value::raw(cell))))?;
    }
    writer.flush()
}

/// The heading; a column of money says that it is in yuan, since its cells are bare numbers.
fn heading(column: &Column, lang: Lang) -> String {
    match column.kind {
        ColumnKind::Money => words::in_yuan(lang, &column.heading),
        _ => column.heading.clone(),
    }
}

/// Puts `'` before what a spreadsheet would run as a formula, and before a `'` that stands before such, so that
/// reading can undo it. A plain negative number is none.
fn guarded(text: String) -> String {
    let bare = text.strip_prefix('\'').unwrap_or(&text);
    let runs = bare.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if runs && !is_negative_number(&text) { format!("'{text}") } else { text }
}

fn is_negative_number(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    text.strip_prefix('-').is_some_and(|size| {
        let (whole, decimals) = size.split_once('.').unwrap_or((size, "0"));
        digits(whole) && digits(decimals)
    })
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn what_a_spreadsheet_would_run_is_guarded() {
        for text in
            ["=1+1", "+1", "-x", "@a", "\tx", "\rx", "＝1", "＋", "－1", "＠x", "'=1", "-1-1", "-"]
        {
            assert_eq!(guarded(text.to_owned()), format!("'{text}"));
        }
        for text in ["-5", "-5.25", "5", "'引用'", "", "a=b", "—"] {
            assert_eq!(guarded(text.to_owned()), text);
        }
    }
}
