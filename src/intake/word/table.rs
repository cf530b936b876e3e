//! A table of a document, cell by cell on the grid of its columns.

use std::collections::BTreeMap;

use super::Changes;
use super::blocks::{Block, Walker};
use super::properties::{self, Cell, Row, Upward};
use crate::complaint::{At, Fault, Limited, OfficeNote};
use crate::intake::package::Node;
use crate::intake::workbook::Merge;

/// What stands between the cells of a table inside a cell.
const BETWEEN: &str = " ";

/// A table, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Grid {
    /// Which of the document's tables this is, from 1.
    pub(super) number: u32,
    /// Cells with their row and column, from 1, in their order.
    pub(super) cells: Vec<(u32, u32, Vec<Block>)>,
    pub(super) merges: Vec<Merge>,
    rows: u32,
    /// The region that reaches down to the last row, by its first column.
    open: BTreeMap<u32, usize>,
}

impl Grid {
    /// Joins a cell to those above and before it.
    fn join(&mut self, own: &Cell, row: u32, left: u32, right: u32) {
        let region = Merge { top: row, left, bottom: row, right };
        let open = self.open.remove(&left);
        match own.upward {
            Upward::Continues => {
                let Some(index) = open.filter(|at| self.merges[*at].bottom + 1 == row) else {
                    return;
                };
                self.merges[index].bottom = row;
                self.open.insert(left, index);
            }
            Upward::Alone if own.joins_left => {
                let before = self.merges.last_mut();
                match before.filter(|it| it.top == row && it.right + 1 == left) {
                    Some(merge) => merge.right = right,
                    None => self.merges.push(Merge { left: left.max(2) - 1, ..region }),
                }
            }
            Upward::Alone if own.columns == 1 => {}
            Upward::Alone => self.merges.push(region),
            Upward::Begins => {
                self.open.insert(left, self.merges.len());
                self.merges.push(region);
            }
        }
    }
}

impl Walker<'_> {
    /// Reads up to the end of a table. One of a single cell is a frame around its text.
    pub(super) fn table(&mut self) -> Result<Vec<Block>, Fault> {
        let outer = self.seen.here;
        let number = if self.inside == 0 { self.begin_table() } else { 0 };
        self.inside += 1;
        let mut grid = Grid { number, ..Grid::default() };
        while let Some(node) = self.xml.next()? {
            match node {
                Node::Start(tag) => match tag.name() {
                    "tr" => self.row(&mut grid)?,
                    "tblPr" | "tblGrid" | "sdtPr" | "tblPrEx" => self.xml.skip()?,
                    _ => {}
                },
                Node::End(name) if name == "tbl" => break,
                Node::End(_) | Node::Text(_) => {}
            }
        }
        self.inside -= 1;
        self.seen.here = outer;
        if let [(_, _, blocks)] = &mut grid.cells[..] {
            if number > 0 {
                self.no_table();
            }
            return Ok(std::mem::take(blocks));
        }
        if number == 0 {
            self.seen.one(OfficeNote::NestedTable);
        }
        Ok(vec![Block::Table(grid)])
    }

    fn row(&mut self, grid: &mut Grid) -> Result<(), Fault> {
        let mut own = Row::default();
        let mut cells = Vec::new();
        while let Some(node) = self.xml.next()? {
            match node {
                Node::Start(tag) => match tag.name() {
                    "trPr" => own = properties::row(&mut self.xml)?,
                    "tc" => {
                        let (row, column) = (grid.rows + 1, cells_wide(&cells, own.before) + 1);
                        if self.inside == 1 {
                            self.seen.here =
                                Some(At::TableCell { table: grid.number, row, column });
                        }
                        cells.push(self.cell()?);
                    }
                    "tblPrEx" | "sdtPr" => self.xml.skip()?,
                    _ => {}
                },
                Node::End(name) if name == "tr" => break,
                Node::End(_) | Node::Text(_) => {}
            }
        }
        self.seen.insertions += usize::from(own.inserted);
        self.seen.deletions += usize::from(own.deleted);
        if self.is_resolved_away(own.inserted, own.deleted) {
            return Ok(());
        }
        grid.rows += 1;
        self.place(grid, own.before, cells)
    }

    /// Reads up to the end of a cell.
    fn cell(&mut self) -> Result<(Cell, Vec<Block>), Fault> {
        self.pass()?;
        self.cells.push(Cell { columns: 1, ..Cell::default() });
        let mut blocks = self.blocks("tc")?;
        let own = self.cells.pop().unwrap_or_default();
        self.seen.insertions += usize::from(own.inserted);
        self.seen.deletions += usize::from(own.deleted);
        if self.is_resolved_away(own.inserted, own.deleted) {
            blocks.clear();
        }
        Ok((own, blocks))
    }

    /// Puts the cells of a row on the grid, and joins them to those above.
    fn place(
        &self,
        grid: &mut Grid,
        before: u32,
        cells: Vec<(Cell, Vec<Block>)>,
    ) -> Result<(), Fault> {
        let row = grid.rows;
        let mut column = before.saturating_add(1);
        for (own, blocks) in cells {
            let right = column.saturating_add(own.columns - 1);
            if u64::from(right) > self.manner.limits.columns {
                return Err(self.manner.limits.exceeded(Limited::Columns));
            }
            grid.join(&own, row, column, right);
            let own_text = own.upward != Upward::Continues && !own.joins_left;
            if own_text || !blocks.iter().all(is_blank) {
                grid.cells.push((row, column, blocks));
            }
            column = right + 1;
        }
        Ok(())
    }

    fn is_resolved_away(&self, inserted: bool, deleted: bool) -> bool {
        match self.manner.changes {
            Changes::Reject => inserted,
            Changes::Accept | Changes::Refuse => deleted,
        }
    }
}

fn cells_wide(cells: &[(Cell, Vec<Block>)], before: u32) -> u32 {
    cells.iter().fold(before, |wide, (cell, _)| wide.saturating_add(cell.columns))
}

fn is_blank(block: &Block) -> bool {
    matches!(block, Block::Paragraph(_, text) if text.trim().is_empty())
}

/// The text of a cell: a line for each paragraph, and for each row of a table inside it.
pub(super) fn text(blocks: &[Block]) -> String {
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(_, text) => lines.push(text.clone()),
            Block::Table(grid) => lines.extend(rows(grid)),
        }
    }
    lines.join("\n").trim_end().to_owned()
}

fn rows(grid: &Grid) -> Vec<String> {
    let mut rows: Vec<(u32, Vec<String>)> = Vec::new();
    for (row, _, blocks) in &grid.cells {
        let cell = text(blocks);
        match rows.last_mut() {
            Some((last, cells)) if last == row => cells.push(cell),
            _ => rows.push((*row, vec![cell])),
        }
    }
    rows.into_iter().map(|(_, cells)| cells.join(BETWEEN)).collect()
}
