//! A table of a document: columns that say what stands in them, and rows of cells that keep their kind.

use super::{Block, Cell};

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows; a row may be shorter than the columns are many.
    pub rows: Vec<Row>,
    /// The one that CSV writes; without such a mark it is the document's first.
    pub main: bool,
    /// What a workbook calls its sheet; else the heading above it.
    pub name: Option<String>,
    /// Whether a page lets its reader filter and sort the rows.
    pub searchable: bool,
}

/// A column of a grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What stands above it.
    pub heading: String,
    /// What stands in it.
    pub kind: ColumnKind,
    /// How much it gets of a width that is too narrow, against the others.
    pub weight: u16,
    /// Whether people are spared it where nothing stands in it. Programs get it all the same.
    pub optional: bool,
}

/// What stands in a column. Decides alignment, and who gives way where the width is too narrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Ids and references: kept on one line.
    Id,
    /// Running text.
    Text,
    /// Names of units and persons, states, categories: short ones are kept on one line.
    Name,
    /// Lights: a few words, not broken.
    Light,
    /// Days.
    Date,
    /// Counts and figures.
    Number,
    /// Amounts of money.
    Money,
    /// Shares of a whole, in per cent.
    Share,
}

/// A row of a grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its cells, from the first column on.
    pub cells: Vec<Cell>,
    /// Whether it is one of many or their sum.
    pub kind: RowKind,
    /// What a page shows of it on demand; paper, a terminal and programs leave it out.
    pub more: Vec<Block>,
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// One of many.
    Body,
    /// A sum, set apart by a rule.
    Total,
}

impl Grid {
    /// Starts a table without rows.
    pub fn new(columns: Vec<Column>) -> Self {
        Self { columns, rows: Vec::new(), main: false, name: None, searchable: false }
    }

    /// Returns the grid without those optional columns in which nothing stands.
    #[must_use]
    pub fn spared(&self) -> Self {
        let kept = self.kept_columns();
        let row = |row: &Row| {
            let cells = kept.iter().filter_map(|place| row.cells.get(*place));
            Row { cells: cells.cloned().collect(), kind: row.kind, more: row.more.clone() }
        };
        Self {
            columns: kept.iter().map(|place| self.columns[*place].clone()).collect(),
            rows: self.rows.iter().map(row).collect(),
            main: self.main,
            name: self.name.clone(),
            searchable: self.searchable,
        }
    }

    /// Returns the places of the columns but for those optional ones in which nothing stands.
    pub fn kept_columns(&self) -> Vec<usize> {
        let empty = |place: usize| {
            let nothing =
                |row: &Row| matches!(row.cells.get(place), None | Some(Cell::Empty | Cell::Above));
            self.rows.iter().all(nothing)
        };
        let columns = self.columns.iter().enumerate();
        let kept = columns.filter(|(place, column)| !(column.optional && empty(*place)));
        kept.map(|(place, _)| place).collect()
    }

    /// Returns what stands in a cell: what it says itself, or the cell above that goes on in it.
    pub fn at(&self, row: usize, column: usize) -> &Cell {
        let upwards = self.rows.get(..=row).unwrap_or_default().iter().rev();
        let mut cells = upwards.map(|row| row.cells.get(column).unwrap_or(&Cell::Empty));
        cells.find(|cell| **cell != Cell::Above).unwrap_or(&Cell::Empty)
    }

    /// Adds a row.
    pub fn push(&mut self, cells: Vec<Cell>) {
        self.rows.push(Row { cells, kind: RowKind::Body, more: Vec::new() });
    }

    /// Adds a row that sums up.
    pub fn push_total(&mut self, cells: Vec<Cell>) {
        self.rows.push(Row { cells, kind: RowKind::Total, more: Vec::new() });
    }
}

impl Column {
    /// Makes a column with its kind's usual weight: running text takes twice what names take.
    pub fn new(heading: impl Into<String>, kind: ColumnKind) -> Self {
        let weight = if kind == ColumnKind::Text { 2 } else { 1 };
        Self { heading: heading.into(), kind, weight, optional: false }
    }

    /// Returns the column as one that people are spared where nothing stands in it.
    #[must_use]
    pub fn optional(self) -> Self {
        Self { optional: true, ..self }
    }

    /// Returns the column with another weight; 0 counts as 1.
    #[must_use]
    pub fn weight(self, weight: u16) -> Self {
        Self { weight: weight.max(1), ..self }
    }
}

impl ColumnKind {
    /// Tells whether its cells stand at the right edge.
    pub fn is_right_aligned(self) -> bool {
        matches!(self, Self::Number | Self::Money | Self::Share)
    }
}
