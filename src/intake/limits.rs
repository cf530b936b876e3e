//! How much of a foreign file is taken in.

use crate::complaint::{Excess, Fault, Limited};

/// The limits; a file beyond one of them is refused before more of it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a file.
    pub file: u64,
    /// Bytes of a line or row.
    pub line: u64,
    /// Bytes of a cell.
    pub cell: u64,
    /// Columns of a sheet.
    pub columns: u64,
    /// Rows of a sheet.
    pub rows: u64,
    /// Cells of all sheets together, those between others among them.
    pub cells: u64,
    /// Bytes of all parts that are read, counted while they are unpacked.
    pub unpacked: u64,
    /// How many times larger than packed a part may become, once it has a MiB.
    pub ratio: u64,
    /// Parts of a package.
    pub members: u64,
    /// Elements inside each other.
    pub depth: u64,
    /// Bytes of the text made from a workbook or document.
    pub text: u64,
}

impl Limits {
    /// What an honest file of an office stays far below.
    pub const STANDARD: Self = Self {
        file: 128 << 20,
        line: 1 << 20,
        cell: 64 << 10,
        columns: 256,
        rows: 200_000,
        cells: 2_000_000,
        unpacked: 256 << 20,
        ratio: 200,
        members: 2_000,
        depth: 128,
        text: 64 << 20,
    };

    /// Returns the fault of more than there may be.
    pub fn exceeded(&self, of: Limited) -> Fault {
        let most = match of {
            Limited::File => self.file,
            Limited::Line => self.line,
            Limited::Cell => self.cell,
            Limited::Columns => self.columns,
            Limited::Rows => self.rows,
            Limited::Cells => self.cells,
            Limited::Unpacked => self.unpacked,
            Limited::Ratio => self.ratio,
            Limited::Members => self.members,
            Limited::Depth => self.depth,
            Limited::Text => self.text,
        };
        Fault::TooMuch(Excess { of, most })
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::STANDARD
    }
}

/// Returns a length as the limits count it.
pub(super) fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}
