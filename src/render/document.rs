//! A document: what a report says, in blocks, before it is written in any format.
//!
//! Cells keep their kind, so that a table aligns numbers, CSV gets raw values and text gets readable ones.

pub use super::hue::Hue;
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::domain::figure::Figure;
use crate::domain::money::Money;

/// A report laid out in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The language of its words; lists are joined by it.
    pub lang: Lang,
    /// The blocks, from top to bottom.
    pub blocks: Vec<Block>,
    /// What CSV writes, where the blocks have it in more than one table.
    pub data: Option<Grid>,
}

/// A piece of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(String),
    /// Running text; a line feed begins a new line.
    Paragraph(String),
    /// A table.
    Grid(Grid),
    /// Labels and values, a line each.
    Facts(Vec<(String, String)>),
    /// Small print under a table, which states its rule.
    Note(String),
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows; a row may be shorter than the columns are many.
    pub rows: Vec<Row>,
    /// The one that CSV writes; without such a mark it is the document's first.
    pub main: bool,
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
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// One of many.
    Body,
    /// A sum, set apart by a rule.
    Total,
}

/// A value in a grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing is known; never a zero.
    Empty,
    /// Words; a line feed begins a new line.
    Text(String),
    /// A count.
    Number(i64),
    /// A measured figure.
    Figure(Figure),
    /// A day.
    Day(Day),
    /// A day that rests on a year whose working days are not published; people see it marked.
    Provisional(Day),
    /// An amount of money.
    Money(Money),
    /// An amount of money that is taken off.
    Less(Money),
    /// A share of a whole; nothing where the whole is nothing.
    Share {
        /// The part.
        numerator: i64,
        /// The whole.
        denominator: i64,
    },
    /// Names or other words, one after the other.
    List(Vec<String>),
    /// Yes or no.
    Flag(bool),
    /// Words that a terminal shows in a colour; they say all that the colour does.
    Lit(String, Hue),
}

impl Document {
    /// Starts an empty document.
    pub fn new(lang: Lang) -> Self {
        Self { lang, blocks: Vec::new(), data: None }
    }

    /// Adds a block.
    pub fn push(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// Returns the grid for programs: the one made for them, else the one that is marked as the main one, else the
    /// first.
    pub fn main_grid(&self) -> Option<&Grid> {
        if self.data.is_some() {
            return self.data.as_ref();
        }
        let grids = || {
            self.blocks.iter().filter_map(|block| match block {
                Block::Grid(grid) => Some(grid),
                _ => None,
            })
        };
        grids().find(|grid| grid.main).or_else(|| grids().next())
    }
}

impl Grid {
    /// Starts a table without rows.
    pub fn new(columns: Vec<Column>) -> Self {
        Self { columns, rows: Vec::new(), main: false }
    }

    /// Returns the grid without those optional columns in which nothing stands.
    #[must_use]
    pub fn spared(&self) -> Self {
        let empty = |place: usize| {
            self.rows.iter().all(|row| matches!(row.cells.get(place), None | Some(Cell::Empty)))
        };
        let kept: Vec<bool> = self
            .columns
            .iter()
            .enumerate()
            .map(|(place, column)| !(column.optional && empty(place)))
            .collect();
        let keep = |place: &usize| kept.get(*place).copied().unwrap_or(true);
        let columns = self.columns.iter().enumerate().filter(|(place, _)| keep(place));
        let row = |row: &Row| {
            let cells = row.cells.iter().enumerate().filter(|(place, _)| keep(place));
            Row { cells: cells.map(|(_, cell)| cell.clone()).collect(), kind: row.kind }
        };
        Self {
            columns: columns.map(|(_, column)| column.clone()).collect(),
            rows: self.rows.iter().map(row).collect(),
            main: self.main,
        }
    }

    /// Adds a row.
    pub fn push(&mut self, cells: Vec<Cell>) {
        self.rows.push(Row { cells, kind: RowKind::Body });
    }

    /// Adds a row that sums up.
    pub fn push_total(&mut self, cells: Vec<Cell>) {
        self.rows.push(Row { cells, kind: RowKind::Total });
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

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Cell {
    /// A count that does not fit, which no memory could hold, becomes the largest number.
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<Day> for Cell {
    fn from(day: Day) -> Self {
        Self::Day(day)
    }
}

impl From<Money> for Cell {
    fn from(money: Money) -> Self {
        Self::Money(money)
    }
}

impl From<Figure> for Cell {
    fn from(figure: Figure) -> Self {
        Self::Figure(figure)
    }
}

impl From<Vec<String>> for Cell {
    fn from(names: Vec<String>) -> Self {
        Self::List(names)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

#[cfg(test)]
mod tests {
    use super::{Block, Cell, Document, Grid};
    use crate::domain::book::Lang;

    #[test]
    fn the_marked_grid_is_the_main_one() {
        let mut second = Grid::new(Vec::new());
        second.main = true;
        let mut document = Document::new(Lang::Zh);
        assert_eq!(document.main_grid(), None);
        document.push(Block::Grid(Grid::new(Vec::new())));
        assert_eq!(document.main_grid().map(|grid| grid.main), Some(false));
        document.push(Block::Grid(second));
        assert_eq!(document.main_grid().map(|grid| grid.main), Some(true));
    }

    #[test]
    fn nothing_is_an_empty_cell_and_no_zero() {
        assert_eq!(Cell::from(None::<u32>), Cell::Empty);
        assert_eq!(Cell::from(Some(0_u32)), Cell::Number(0));
    }
}
