//! A document: what a report says, in blocks, before it is written in any format.
//!
//! Cells keep their kind, so that a table aligns numbers, CSV gets raw values and text gets readable ones.

mod cell;
mod chart;
mod grid;

pub use cell::{Cell, whole};
pub use chart::{Bar, Chart, DueDay, Kind as ChartKind, Part};
pub use grid::{Column, ColumnKind, Grid, Row, RowKind};

pub use super::hue::Hue;
use crate::domain::book::Lang;

/// A report laid out in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The language of its words; lists are joined by it.
    pub lang: Lang,
    /// The blocks, from top to bottom.
    pub blocks: Vec<Block>,
    /// What CSV writes, where the blocks have it in more than one table.
    pub data: Option<Grid>,
    /// How its pages lie.
    pub paper: Paper,
}

/// How the pages of a document lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Paper {
    /// Upright, for running text.
    #[default]
    Portrait,
    /// Across, for wide tables.
    Landscape,
}

/// A piece of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(Level, String),
    /// Running text; a line feed begins a new line.
    Paragraph(String),
    /// Running text behind its label, on the same line: 整改措施：……
    Labelled(String, String),
    /// A line that has a place of its own on paper.
    Line(Place, String),
    /// Figures to be seen at once: labels, values and what they stand for.
    Tiles(Vec<Tile>),
    /// A picture of figures.
    Chart(Chart),
    /// What follows begins a new page.
    PageBreak,
    /// A table.
    Grid(Grid),
    /// Labels and values, a line each.
    Facts(Vec<(String, String)>),
    /// Small print under a table, which states its rule.
    Note(String),
}

/// How far down a heading stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Over the whole paper.
    Title,
    /// 一、
    Chapter,
    /// （一）
    Section,
    /// 1.
    Item,
    /// Over a table or a list of what a command answers.
    Part,
}

/// Where a line stands on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the middle below the title: 发文字号, a period, a subtitle.
    Centred,
    /// At the left edge before the text: 主送机关.
    Addressee,
    /// At the right below the text: who signs, and the day.
    Signature,
}

/// A figure to be seen at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    /// What it counts.
    pub label: String,
    /// How many.
    pub value: Cell,
    /// The light that it stands for; the words say all that the colour does.
    pub hue: Option<Hue>,
}

impl Document {
    /// Starts an empty document.
    pub fn new(lang: Lang) -> Self {
        Self { lang, blocks: Vec::new(), data: None, paper: Paper::Portrait }
    }

    /// Adds a block.
    pub fn push(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// Adds a heading.
    pub fn heading(&mut self, level: Level, text: impl Into<String>) {
        self.push(Block::Heading(level, text.into()));
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
    fn a_cell_that_goes_on_says_what_stands_above_it() {
        let mut grid = Grid::new(Vec::new());
        grid.push(vec![Cell::Above, "甲".into()]);
        grid.push(vec![Cell::Number(1), Cell::Above]);
        grid.push(vec![Cell::Above, Cell::Above]);
        assert_eq!(grid.at(0, 0), &Cell::Empty);
        assert_eq!((grid.at(2, 0), grid.at(2, 1)), (&Cell::Number(1), &"甲".into()));
        assert_eq!(grid.at(9, 9), &Cell::Empty);
    }

    #[test]
    fn nothing_is_an_empty_cell_and_no_zero() {
        assert_eq!(Cell::from(None::<u32>), Cell::Empty);
        assert_eq!(Cell::from(Some(0_u32)), Cell::Number(0));
    }
}
