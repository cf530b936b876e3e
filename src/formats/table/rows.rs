//! The strict grammar of a table: rows and the places of their cells.
//!
//! Written by hand because the `csv` crate is lenient: it swallows the rest of the file behind a quote that nobody
//! closed, drops what follows a closing quote, and skips blank lines, all without a word. Where this grammar has no
//! complaint, both read the same cells; a property test holds them against each other.

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr, memchr3};

use crate::complaint::Fault;

/// One row, by its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// From its first byte to its last, without the line end.
    pub span: Range<usize>,
    /// Its cells with their quotes; at least one.
    pub cells: Vec<Range<usize>>,
    /// What is wrong with its quotes. The cells of such a row may be anything.
    pub faults: Vec<(Range<usize>, Fault)>,
}

impl Row {
    /// Tells whether no cell has text.
    pub fn is_blank(&self, text: &str) -> bool {
        self.cells.iter().all(|cell| value(text, cell).trim().is_empty())
    }
}

/// Reads the rows of a text one after the other.
#[derive(Debug, Clone)]
pub struct Rows<'a> {
    text: &'a str,
    delimiter: u8,
    at: usize,
    /// Cells of the row before: the next one will have as many.
    width: usize,
    /// So many cells of a row are kept.
    most: usize,
}

impl<'a> Rows<'a> {
    /// Begins behind a byte order mark.
    pub fn new(text: &'a str, delimiter: u8) -> Self {
        let at = text.len() - text.trim_start_matches('\u{feff}').len();
        Self { text, delimiter, at, width: 1, most: usize::MAX }
    }

    /// Keeps one cell more than `most` of each row, so that nobody's memory pays for a row of separators.
    #[must_use]
    pub fn at_most(self, most: usize) -> Self {
        Self { most, ..self }
    }

    /// Begins at a byte where a row begins.
    pub(super) fn from(text: &'a str, delimiter: u8, at: usize) -> Self {
        Self { text, delimiter, at, width: 1, most: usize::MAX }
    }

    /// The text.
    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    /// The byte where the next row begins.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Reads a cell into the row; where something is wrong, reading goes on behind the next separator.
    fn cell(&mut self, row: &mut Row) {
        let start = self.at;
        if self.byte() == Some(b'"') && !self.skip_quoted() {
            row.faults.push((start..start + 1, Fault::UnclosedQuote));
        }
        let behind = self.at;
        let quote = self.skip_bare();
        let broken = self.byte() == Some(b'\n') && self.text[behind..self.at].ends_with('\r');
        let end = self.at - usize::from(broken);
        if end > behind && behind > start {
            row.faults.push((behind..end, Fault::TextAfterQuote));
        } else if let Some(quote) = quote {
            row.faults.push((quote..quote + 1, Fault::QuoteInCell));
        }
        row.cells.push(start..end);
        row.span.end = end;
    }

    /// Goes to the next separator or line feed, or to the end; returns where the first quote before it stands.
    fn skip_bare(&mut self) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let mut quote = None;
        // Most cells of a table are empty.
        while self.byte() != Some(self.delimiter) {
            let Some(to) = memchr3(self.delimiter, b'\n', b'"', &bytes[self.at..]) else {
                self.at = bytes.len();
                break;
            };
            self.at += to;
            if bytes[self.at] != b'"' {
                break;
            }
            quote = quote.or(Some(self.at));
            self.at += 1;
        }
        quote
    }

    /// Goes from a quote behind the one that closes it, or to the end; tells whether there is one.
    fn skip_quoted(&mut self) -> bool {
        self.at += 1;
        while let Some(quote) = memchr(b'"', &self.text.as_bytes()[self.at..]) {
            self.at += quote + 1;
            if self.byte() != Some(b'"') {
                return true;
            }
            self.at += 1;
        }
        self.at = self.text.len();
        false
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }
}

impl Iterator for Rows<'_> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        let mut row = Row { cells: Vec::with_capacity(self.width), ..Row::default() };
        self.read_into(&mut row).then_some(row)
    }
}

impl Rows<'_> {
    /// Reads the next row in place of another one; tells whether there is any.
    pub(super) fn read_into(&mut self, row: &mut Row) -> bool {
        if self.at == self.text.len() {
            return false;
        }
        row.span = self.at..self.at;
        row.cells.clear();
        row.faults.clear();
        self.cell(row);
        while self.byte() == Some(self.delimiter) {
            self.at += 1;
            self.cell(row);
            let kept = row.cells.len().min(self.most.saturating_add(1));
            row.cells.truncate(kept);
        }
        self.at += usize::from(self.byte().is_some());
        self.width = row.cells.len();
        true
    }
}

/// Returns what a cell says: without its quotes, line breaks as line feeds.
pub fn value<'a>(text: &'a str, cell: &Range<usize>) -> Cow<'a, str> {
    let raw = &text[cell.clone()];
    let Some(inner) = raw.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) else {
        return Cow::Borrowed(raw);
    };
    if inner.contains('"') || inner.contains('\r') {
        Cow::Owned(inner.replace("\"\"", "\"").replace("\r\n", "\n"))
    } else {
        Cow::Borrowed(inner)
    }
}

#[cfg(test)]
mod tests {
    use super::{Fault, Row, Rows, value};

    type Faults = Vec<(std::ops::Range<usize>, Fault)>;

    fn read(text: &str) -> (Vec<Vec<String>>, Faults) {
        let rows: Vec<Row> = Rows::new(text, b',').collect();
        let cells =
            |row: &Row| row.cells.iter().map(|cell| value(text, cell).into_owned()).collect();
        (rows.iter().map(cells).collect(), rows.into_iter().flat_map(|row| row.faults).collect())
    }

    #[test]
    fn cells_are_read_without_their_quotes() {
        let (rows, faults) = read("\u{feff}a,\"b\"\"c\"\r\n,\"d\r\n\ne,\"\n\nf");
        let expected: [&[&str]; 4] = [&["a", "b\"c"], &["", "d\n\ne,"], &[""], &["f"]];
        assert_eq!(rows, expected);
        assert_eq!(faults, []);
        assert_eq!(read("").0, Vec::<Vec<String>>::new());
        assert_eq!(read("a,").0, [["a", ""]]);
    }

    #[test]
    fn every_wrong_quote_is_named_where_it_stands() {
        let text = "a\"b,\"c\"d,e\nf,\"g\nh";
        let (rows, faults) = read(text);
        assert_eq!(rows.len(), 2);
        assert_eq!(
            faults,
            [
                (1..2, Fault::QuoteInCell),
                (7..8, Fault::TextAfterQuote),
                (13..14, Fault::UnclosedQuote),
            ]
        );
    }
}
