//! Where a text stood in the workbook or document that it was made from.

use std::ops::Range;

use super::Source;

/// A cell or paragraph of a workbook or document, and the bytes that its text has in the text made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The bytes, without quotes around them.
    pub span: Range<usize>,
    /// The cell or paragraph.
    pub at: At,
}

/// A place of a workbook or document; all numbers from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum At {
    /// A cell of a sheet.
    Cell {
        /// Its row.
        row: u32,
        /// Its column.
        column: u32,
    },
    /// A paragraph of a document, the tables not counted.
    Paragraph(u32),
    /// A cell of a table of a document.
    TableCell {
        /// Which table.
        table: u32,
        /// Its row.
        row: u32,
        /// Its column.
        column: u32,
    },
}

/// A place with the sheet that it stands in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    /// The sheet's name; a document has none.
    pub sheet: Option<String>,
    /// The place.
    pub at: At,
}

impl At {
    /// The row or paragraph, which stands for a line.
    pub fn row(self) -> u32 {
        match self {
            Self::Cell { row, .. } | Self::TableCell { row, .. } | Self::Paragraph(row) => row,
        }
    }
}

impl Source {
    /// Returns the cell or paragraph that a byte belongs to; nothing where the text is a file of its own. A byte between two
    /// belongs to the second, and one behind the last to the last.
    pub fn part(&self, offset: usize) -> Option<&Part> {
        let next = self.parts.partition_point(|part| part.span.end < offset);
        self.parts.get(next).or(self.parts.last())
    }

    /// Returns the address of a byte in the workbook or document that the text was made from.
    pub fn address(&self, offset: usize) -> Option<Address> {
        self.part(offset).map(|part| Address { sheet: self.sheet.clone(), at: part.at })
    }

    /// Returns the number of the line, or of the row or paragraph, from 1.
    pub fn line(&self, offset: usize) -> usize {
        match self.part(offset) {
            Some(part) => usize::try_from(part.at.row()).unwrap_or(usize::MAX),
            None => self.line_and_column(offset).0,
        }
    }
}

/// Returns the letters of a column counted from 1: A, Z, AA, XFD.
pub fn letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut left = column;
    while left > 0 {
        letters.push(b'A' + u8::try_from((left - 1) % 26).unwrap_or(0));
        left = (left - 1) / 26;
    }
    letters.iter().rev().map(|letter| char::from(*letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::{At, Part, Source, letters};

    #[test]
    fn columns_have_letters() {
        for (column, name) in [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (16_384, "XFD")] {
            assert_eq!(letters(column), name);
        }
    }

    #[test]
    fn a_byte_belongs_to_its_cell() {
        let cell = |row, column, span| Part { span, at: At::Cell { row, column } };
        let parts = vec![cell(1, 1, 0..3), cell(1, 2, 5..6), cell(2, 1, 8..8)];
        let source = Source { text: "题,\"a\"\n\n".into(), parts, ..Source::default() };
        let at = |offset| source.part(offset).unwrap().at;
        assert_eq!(at(0), At::Cell { row: 1, column: 1 });
        assert_eq!(at(3), At::Cell { row: 1, column: 1 });
        assert_eq!(at(4), At::Cell { row: 1, column: 2 });
        assert_eq!(at(8), At::Cell { row: 2, column: 1 });
        assert_eq!(at(99), At::Cell { row: 2, column: 1 });
        assert_eq!((source.line(5), source.line(8)), (1, 2));
        assert_eq!(Source { text: "a\nb".into(), ..Source::default() }.line(2), 2);
    }
}
