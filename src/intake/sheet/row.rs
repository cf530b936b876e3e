//! One row of a sheet, from which cells are taken one by one; what is left is kept under its own header.

use std::ops::Range;

use super::SheetNote;
use super::cells;
use super::headers::Meaning;
use super::layout::Layout;
use crate::complaint::SheetRemark;
use crate::complaint::Table;
use crate::domain::day::Day;
use crate::formats::record::{Field, Raw, Record};
use crate::formats::table::rows::{self, Row};

/// A cell with text.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    pub(super) span: Range<usize>,
    pub(super) text: String,
    column: usize,
}

/// A row and which of its cells were not yet taken.
#[derive(Debug)]
pub(super) struct SheetRow<'a> {
    /// Counted from the header.
    pub(super) number: usize,
    pub(super) span: Range<usize>,
    layout: &'a Layout,
    cells: Vec<Cell>,
}

impl<'a> SheetRow<'a> {
    pub(super) fn new(text: &str, layout: &'a Layout, number: usize, row: &Row) -> Self {
        let cell = |(column, span): (usize, &Range<usize>)| Cell {
            span: span.clone(),
            text: rows::value(text, span).trim().to_owned(),
            column,
        };
        let cells = row.cells.iter().take(layout.columns.len()).enumerate().map(cell);
        let says_nothing = |cell: &Cell| {
            let known = layout.columns[cell.column].meaning.is_some();
            cell.text.is_empty() || (known && cells::is_dash(&cell.text))
        };
        let cells = cells.filter(|cell| !says_nothing(cell)).collect();
        Self { number, span: row.span.clone(), layout, cells }
    }

    /// The first cell with text.
    pub(super) fn first(&self) -> Option<&Cell> {
        self.cells.first()
    }

    /// The unit of the figures in a cell's column.
    pub(super) fn unit(&self, cell: &Cell) -> Option<&str> {
        self.layout.columns[cell.column].unit.as_deref()
    }

    pub(super) fn get(&self, meaning: Meaning) -> Option<&Cell> {
        self.cells.iter().find(|cell| self.layout.columns[cell.column].meaning == Some(meaning))
    }

    pub(super) fn has(&self, meaning: Meaning) -> bool {
        self.get(meaning).is_some()
    }

    pub(super) fn take(&mut self, meaning: Meaning) -> Option<Cell> {
        let cell = self.get(meaning)?.clone();
        self.cells.retain(|other| other.column != cell.column);
        Some(cell)
    }

    /// Takes a cell where it can be read; else notes so, and the cell is left.
    pub(super) fn take_read<T>(
        &mut self,
        meaning: Meaning,
        read: impl Fn(&str, Option<&str>) -> Option<T>,
        unread: SheetRemark,
        notes: &mut Vec<SheetNote>,
    ) -> Option<(Range<usize>, T)> {
        let cell = self.get(meaning)?;
        let value = read(&cell.text, self.unit(cell));
        let Some(value) = value else {
            notes.push(SheetNote::at(unread, &cell.span));
            return None;
        };
        self.take(meaning).map(|cell| (cell.span, value))
    }

    pub(super) fn take_day(
        &mut self,
        meaning: Meaning,
        notes: &mut Vec<SheetNote>,
    ) -> Option<(Range<usize>, Day)> {
        self.take_read(meaning, |text, _| cells::day(text), SheetRemark::DayUnread, notes)
    }

    /// Begins a record that stands in this row.
    pub(super) fn record(&self, table: Table) -> Record {
        Record { table, span: self.span.clone(), fields: Vec::new() }
    }

    /// Puts all cells that are left into a record, under their own headers.
    pub(super) fn keep_rest(self, record: &mut Record) {
        for cell in self.cells {
            put(record, &self.layout.columns[cell.column].own_key, &cell.span, cell.text);
        }
    }
}

/// Adds a key with its value as a cell of a table has it.
pub(super) fn put(record: &mut Record, key: &str, span: &Range<usize>, text: String) {
    record.fields.push(Field {
        key: key.to_owned(),
        key_span: span.clone(),
        span: span.clone(),
        value: Raw::Cell(text),
    });
}
