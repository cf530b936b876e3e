//! The text of a table, made of cells in their order: comma-separated, with the address of every cell.

use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;

use crate::complaint::{At, Fault, Limited, Part};
use crate::intake::limits::{Limits, count};

/// A table while it is made.
#[derive(Debug)]
pub(super) struct Grid {
    text: String,
    parts: Vec<Part>,
    /// Of a document, which of its tables this is.
    table: Option<u32>,
    /// The row that is being written, and the column behind the last cell, from 1.
    row: u32,
    column: u32,
    limits: Limits,
    /// Cells of all tables of the file.
    cells: Rc<Cell<u64>>,
}

impl Grid {
    /// Begins a table; `cells` counts those of all tables of a file.
    pub(super) fn new(table: Option<u32>, limits: &Limits, cells: &Rc<Cell<u64>>) -> Self {
        Self {
            text: String::new(),
            parts: Vec::new(),
            table,
            row: 1,
            column: 1,
            limits: *limits,
            cells: Rc::clone(cells),
        }
    }

    /// Tells whether a cell would stand behind all others.
    pub(super) fn is_next(&self, row: u32, column: u32) -> bool {
        row > self.row || (row == self.row && column >= self.column)
    }

    /// Writes a cell behind the others, and returns the bytes that its text has.
    pub(super) fn put(&mut self, row: u32, column: u32, text: &str) -> Result<Range<usize>, Fault> {
        if u64::from(row) > self.limits.rows {
            return Err(self.limits.exceeded(Limited::Rows));
        }
        if u64::from(column) > self.limits.columns {
            return Err(self.limits.exceeded(Limited::Columns));
        }
        if count(text.len()) > self.limits.cell {
            return Err(self.limits.exceeded(Limited::Cell));
        }
        while self.row < row {
            self.text.push('\n');
            self.row += 1;
            self.column = 1;
            self.spend()?;
        }
        while self.column < column {
            self.separate();
            let here = self.text.len();
            self.mark(here..here)?;
        }
        self.separate();
        let quoted = text.contains([',', '"', '\n', '\r', ';', '\t']);
        if quoted {
            self.text.push('"');
        }
        let start = self.text.len();
        if quoted {
            self.text.push_str(&text.replace('"', "\"\""));
        } else {
            self.text.push_str(text);
        }
        let span = start..self.text.len();
        if quoted {
            self.text.push('"');
        }
        self.mark(span.clone())?;
        if count(self.text.len()) > self.limits.text {
            return Err(self.limits.exceeded(Limited::Text));
        }
        Ok(span)
    }

    /// Returns the text and the addresses.
    pub(super) fn finish(mut self) -> (String, Vec<Part>) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        (self.text, self.parts)
    }

    fn separate(&mut self) {
        if self.column > 1 {
            self.text.push(',');
        }
    }

    /// Remembers where the cell stands, and goes on to the next.
    fn mark(&mut self, span: Range<usize>) -> Result<(), Fault> {
        let (row, column) = (self.row, self.column);
        self.column += 1;
        let at = match self.table {
            Some(table) => At::TableCell { table, row, column },
            None => At::Cell { row, column },
        };
        self.parts.push(Part { span, at });
        self.spend()
    }

    fn spend(&mut self) -> Result<(), Fault> {
        let spent = self.cells.get() + 1;
        self.cells.set(spent);
        if spent > self.limits.cells { Err(self.limits.exceeded(Limited::Cells)) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::{At, Cell, Fault, Grid, Limits, Rc};

    #[test]
    fn cells_stand_where_they_stood() {
        let cells = Rc::new(Cell::new(0));
        let mut grid = Grid::new(None, &Limits::STANDARD, &cells);
        let title = grid.put(1, 2, "题").unwrap();
        let quoted = grid.put(3, 1, "a,\"b\"\nc").unwrap();
        grid.put(3, 3, "d").unwrap();
        assert!(!grid.is_next(3, 3) && !grid.is_next(2, 9) && grid.is_next(3, 4));
        let (text, parts) = grid.finish();
        assert_eq!(text, ",题\n\n\"a,\"\"b\"\"\nc\",,d\n");
        assert_eq!(&text[title], "题");
        assert_eq!(&text[quoted.clone()], "a,\"\"b\"\"\nc");
        let at: Vec<_> = parts.iter().map(|part| part.at).collect();
        let cell = |row, column| At::Cell { row, column };
        assert_eq!(at, [cell(1, 1), cell(1, 2), cell(3, 1), cell(3, 2), cell(3, 3)]);
        assert_eq!(parts[2].span, quoted);
        assert_eq!(cells.get(), 7);
    }

    #[test]
    fn no_table_grows_beyond_its_limits() {
        let limits = Limits { rows: 3, columns: 3, cells: 5, cell: 4, text: 9, ..Limits::STANDARD };
        let grid = || Grid::new(Some(1), &limits, &Rc::default());
        let fault = |row, column, text: &str| grid().put(row, column, text).unwrap_err();
        assert!(matches!(fault(4, 1, "a"), Fault::TooMuch(it) if it.most == 3));
        assert!(matches!(fault(1, 4, "a"), Fault::TooMuch(it) if it.most == 3));
        assert!(matches!(fault(1, 1, "abcde"), Fault::TooMuch(it) if it.most == 4));
        assert!(grid().put(3, 3, "a").is_ok());
        let mut grid = grid();
        grid.put(1, 3, "a").unwrap();
        grid.put(2, 1, "a").unwrap();
        assert!(matches!(grid.put(2, 2, "a"), Err(Fault::TooMuch(it)) if it.most == 5));
    }
}
