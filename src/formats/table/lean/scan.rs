//! The cells of a row by its bytes, and what no text of a book may have. Stricter than it need be: what is seldom is refused,
//! and read in the usual way.

use memchr::{memchr, memchr3};

use crate::formats::text::is_refused;

/// A cell that has something in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cell {
    /// Its column, from 0.
    pub(super) column: usize,
    /// Its text, without quotes.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether it has doubled quotes, or line ends of two characters.
    pub(super) escaped: bool,
}

/// Reads the row that begins at a byte, and adds its cells that have something in them. Returns how many cells it has, and
/// the byte behind its line end; nothing where its quotes are not as they should be.
pub(super) fn row(bytes: &[u8], mut at: usize, cells: &mut Vec<Cell>) -> Option<(usize, usize)> {
    let mut column = 0;
    loop {
        match bytes.get(at) {
            Some(b',') => {
                let empty = empty_cells(bytes, at);
                column += empty;
                at += empty;
                continue;
            }
            None => return Some((column + 1, at)),
            Some(b'\n') => return Some((column + 1, at + 1)),
            Some(b'\r') => {
                let ends = bytes.get(at + 1) == Some(&b'\n');
                return ends.then_some((column + 1, at + 2));
            }
            Some(b'"') => {
                let (cell, behind) = quoted(bytes, at, column)?;
                if cell.start < cell.end {
                    cells.push(cell);
                }
                at = behind;
            }
            Some(_) => {
                let end = plain_end(bytes, at);
                if bytes.get(end) == Some(&b'"') {
                    return None;
                }
                let breaks = bytes.get(end) == Some(&b'\n') && bytes[end - 1] == b'\r';
                let end = end - usize::from(breaks);
                cells.push(Cell { column, start: at, end, escaped: false });
                at = end;
            }
        }
        // Behind a cell stands a separator or the end of the row.
        match bytes.get(at) {
            Some(b',') => {
                column += 1;
                at += 1;
            }
            None => return Some((column + 1, at)),
            Some(b'\n') => return Some((column + 1, at + 1)),
            Some(b'\r') if bytes.get(at + 1) == Some(&b'\n') => return Some((column + 1, at + 2)),
            Some(_) => return None,
        }
    }
}

/// How many separators follow each other from a byte on: a table has many columns, and most cells of a row are empty.
fn empty_cells(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while bytes.get(at..at + 8) == Some(b",,,,,,,,") {
        at += 8;
    }
    while bytes.get(at) == Some(&b',') {
        at += 1;
    }
    at - start
}

/// Where a cell without quotes ends: at a separator, a line end, a quote, or with the text. Most cells are a day, a key or a
/// name, which eight bytes at a time are looked through sooner than a long search begins.
fn plain_end(bytes: &[u8], start: usize) -> usize {
    const SHORT: usize = 4;
    let mut at = start;
    for _ in 0..SHORT {
        let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk) else { break };
        let eight = u64::from_le_bytes(*eight);
        let ends = has(eight, b',') | has(eight, b'\n') | has(eight, b'"');
        if ends != 0 {
            return at + ends.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    memchr3(b',', b'\n', b'"', &bytes[at..]).map_or(bytes.len(), |to| at + to)
}

/// Marks the lowest byte of eight that is the one looked for (those above it may be marked without reason).
fn has(eight: u64, byte: u8) -> u64 {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    let zero = eight ^ (ONES * u64::from(byte));
    zero.wrapping_sub(ONES) & !zero & (ONES << 7)
}

/// Reads a cell in quotes; returns it with the byte behind them. A line in it that begins like the mark of a conflict is
/// left to the usual way.
fn quoted(bytes: &[u8], quote: usize, column: usize) -> Option<(Cell, usize)> {
    let start = quote + 1;
    let (mut at, mut escaped) = (start, false);
    loop {
        at += memchr(b'"', bytes.get(at..)?)?;
        if bytes.get(at + 1) != Some(&b'"') {
            break;
        }
        (at, escaped) = (at + 2, true);
    }
    let mut rest = &bytes[start..at];
    while let Some(end) = memchr(b'\n', rest) {
        escaped |= end > 0 && rest[end - 1] == b'\r';
        rest = &rest[end + 1..];
        let marks = matches!(rest.first(), Some(b'<' | b'|' | b'=' | b'>'));
        if marks || rest.starts_with("\u{feff}".as_bytes()) {
            return None;
        }
    }
    Some((Cell { column, start, end: at, escaped }, at + 1))
}

/// Tells whether a text has nothing that may stand nowhere in a book.
pub(super) fn is_clean(text: &str) -> bool {
    const CHUNK: usize = 64;
    let is_clean = |(number, chunk): (usize, &[u8])| {
        // No early end: so the compiler compares many bytes at once.
        let suspect = chunk.iter().fold(false, |any, byte| any | may_be_refused(*byte));
        let mut suspects = chunk.iter().enumerate().filter(|(_, byte)| may_be_refused(**byte));
        !suspect || suspects.all(|(at, _)| is_fine(text, number * CHUNK + at))
    };
    text.as_bytes().chunks(CHUNK).enumerate().all(is_clean)
}

/// Tells whether a character may stand in a book; a `\r` only before a line end.
fn is_fine(text: &str, at: usize) -> bool {
    let mut chars = text.get(at..).unwrap_or_default().chars();
    match chars.next() {
        Some('\r') => chars.next() == Some('\n'),
        c => !c.is_some_and(is_refused),
    }
}

/// Tells whether a byte may belong to a character that is refused: a control of one byte, or the first byte of others.
fn may_be_refused(byte: u8) -> bool {
    (byte < b' ' && byte != b'\n' && byte != b'\t')
        || byte == 0x7f
        || byte == 0xc2
        || byte == 0xd8
        || byte == 0xe2
}

#[cfg(test)]
mod tests {
    use super::{empty_cells, is_clean, may_be_refused, plain_end, row};
    use crate::formats::text::is_refused;

    /// The cells that have something with their columns, how many there are, and where the next row begins.
    type Row<'t> = (Vec<(usize, &'t str)>, usize, usize);

    fn cells(text: &str) -> Option<Row<'_>> {
        let mut cells = Vec::new();
        let (count, behind) = row(text.as_bytes(), 0, &mut cells)?;
        let cells = cells.iter().map(|cell| (cell.column, &text[cell.start..cell.end])).collect();
        Some((cells, count, behind))
    }

    #[test]
    fn cells_that_have_something_are_found_with_their_columns() {
        assert_eq!(
            cells("a,,\"b,\n\"\"\",c\r\nx"),
            Some((vec![(0, "a"), (2, "b,\n\"\""), (3, "c")], 4, 14))
        );
        assert_eq!(cells(",,\n"), Some((vec![], 3, 3)));
        assert_eq!(cells(",a,"), Some((vec![(1, "a")], 3, 3)));
        assert_eq!(cells("a"), Some((vec![(0, "a")], 1, 1)));
        assert_eq!(cells("\"\",a"), Some((vec![(1, "a")], 2, 4)));
        for broken in ["a\"b,c", "\"a\"b", "\"a", "\"a\n=======\n\""] {
            assert_eq!(cells(broken), None, "{broken}");
        }
    }

    #[test]
    fn cells_of_any_length_end_where_they_end() {
        for length in 1..70 {
            for end in [",", "\n", ""] {
                let text = format!("{}{end}", "甲".repeat(length));
                assert_eq!(plain_end(text.as_bytes(), 0), 3 * length, "{text}");
                let text = format!("{}{end}", ",".repeat(length));
                let separators = length + usize::from(end == ",");
                assert_eq!(empty_cells(text.as_bytes(), 0), separators, "{text}");
            }
        }
        assert_eq!(plain_end(b"-.+*\x0b\x0d#!x,\n", 0), 9);
    }

    #[test]
    fn every_refused_character_is_suspect_by_its_first_byte() {
        for c in (0..0x3_0000).filter_map(char::from_u32).filter(|c| is_refused(*c) && *c != '\r') {
            assert!(may_be_refused(c.to_string().as_bytes()[0]), "{c:?}");
            assert!(!is_clean(&format!("甲{c}")), "{c:?}");
            assert!(!is_clean(&format!("{}“{c}”", "甲乙".repeat(20))), "{c:?}");
        }
        assert!(is_clean("“甲”\r\n\t乙") && !is_clean("甲\r乙") && !is_clean("甲\r"));
    }
}
