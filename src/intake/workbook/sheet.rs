//! The cells of a sheet, one after the other; nothing of it is held but the text that is made.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::address::{self, Merge};
use super::book::Shared;
use super::cell::Raw;
use super::{Hidden, Leaf, Spoilt};
use crate::complaint::{
    Address, At, BadOffice, Fault, Limited, OfficeNote, OfficeRemark, Part, Source,
};
use crate::intake::grid::Grid;
use crate::intake::limits::count;
use crate::intake::package::{Node, Tag, Xml};
use crate::intake::text_check;

/// So many faults of cells are told; a sheet with more has the same one everywhere.
const MOST_FAULTS: usize = 100;

/// What is shown of a cell that was not read.
const NOT_READ: &str = "…";

/// Columns that any sheet may have.
const MOST_COLUMNS: u32 = 16_384;

/// Reads a sheet. A fault of the whole is an error; faults of cells are those of the sheet.
pub(super) fn read(
    mut xml: Xml<'_>,
    name: &str,
    shared: &Shared,
) -> Result<Result<Leaf, Spoilt>, Fault> {
    let mut reader = Reader::new(name, shared);
    while let Some(node) = xml.next()? {
        match node {
            Node::Start(tag) => match reader.start(&tag, &mut xml) {
                Err(fault) if is_of_cells(&fault) => return Ok(Err(reader.stop(fault))),
                started => started?,
            },
            Node::End(name) if name == "sheetData" => reader.in_data = false,
            Node::End(_) | Node::Text(_) => {}
        }
    }
    Ok(reader.finish())
}

/// Tells whether a fault is that of a sheet, and none of the file.
fn is_of_cells(fault: &Fault) -> bool {
    use Limited::{Cell, Cells, Columns, Rows, Text};
    match fault {
        Fault::Office(_) => true,
        Fault::TooMuch(excess) => matches!(excess.of, Cell | Cells | Columns | Rows | Text),
        _ => false,
    }
}

struct Reader<'s> {
    name: String,
    shared: &'s Shared,
    grid: Grid,
    in_data: bool,
    row: u32,
    row_hidden: bool,
    column: u32,
    /// How many runs of hidden columns there are.
    runs: u32,
    columns_hidden: BTreeSet<u32>,
    hidden_rows: BTreeSet<u32>,
    hidden_columns: BTreeSet<u32>,
    merges: Vec<Merge>,
    struck: Vec<(u32, u32)>,
    formulas: Vec<(u32, u32)>,
    filtered: bool,
    stripped: usize,
    faults: Vec<(std::ops::Range<usize>, Fault)>,
}

impl<'s> Reader<'s> {
    fn new(name: &str, shared: &'s Shared) -> Self {
        Self {
            name: name.to_owned(),
            shared,
            grid: Grid::new(None, &shared.limits, &shared.cells),
            in_data: false,
            row: 0,
            row_hidden: false,
            column: 0,
            runs: 0,
            columns_hidden: BTreeSet::new(),
            hidden_rows: BTreeSet::new(),
            hidden_columns: BTreeSet::new(),
            merges: Vec::new(),
            struck: Vec::new(),
            formulas: Vec::new(),
            filtered: false,
            stripped: 0,
            faults: Vec::new(),
        }
    }

    fn start(&mut self, tag: &Tag, xml: &mut Xml<'_>) -> Result<(), Fault> {
        match tag.name() {
            "sheetData" => self.in_data = true,
            "row" if self.in_data => self.begin_row(tag)?,
            "c" if self.in_data => self.cell(tag, xml)?,
            "col" if !self.in_data && tag.flag("hidden", false)? => {
                self.runs += 1;
                if self.runs > MOST_COLUMNS {
                    return Err(misplaced("col"));
                }
                let most = u32::try_from(self.shared.limits.columns).unwrap_or(u32::MAX);
                let last = tag.number("max")?.unwrap_or(0).min(most);
                self.columns_hidden.extend(tag.number("min")?.unwrap_or(1)..=last);
            }
            "mergeCell" => {
                let region = tag.attribute("ref")?.and_then(|region| Merge::read(&region));
                self.merges.extend(region);
                if count(self.merges.len()) > self.shared.limits.cells {
                    return Err(self.shared.limits.exceeded(Limited::Cells));
                }
            }
            "autoFilter" => self.filtered |= filters(xml)?,
            "extLst" => xml.skip()?,
            _ => {}
        }
        Ok(())
    }

    fn begin_row(&mut self, tag: &Tag) -> Result<(), Fault> {
        let row = match tag.attribute("r")? {
            Some(number) => number.trim().parse().map_err(|_| misplaced(&number))?,
            None => self.row + 1,
        };
        if row <= self.row {
            return Err(misplaced(&row.to_string()));
        }
        self.row = row;
        self.column = 0;
        let flat = tag.attribute("ht")?.is_some_and(|height| height.parse() == Ok(0.0_f64));
        self.row_hidden = flat || tag.flag("hidden", false)?;
        Ok(())
    }

    fn cell(&mut self, tag: &Tag, xml: &mut Xml<'_>) -> Result<(), Fault> {
        let (row, column) = match tag.attribute("r")? {
            Some(text) => address::cell(&text).ok_or_else(|| misplaced(&text))?,
            None => (self.row, self.column + 1),
        };
        if row != self.row || column <= self.column {
            return Err(misplaced(&tag.attribute("r")?.unwrap_or_default()));
        }
        self.column = column;
        let style = tag.number("s")?.and_then(|style| usize::try_from(style).ok());
        let style = style.and_then(|style| self.shared.styles.get(style)).copied();
        let kind = tag.attribute("t")?.unwrap_or_default().into_owned();
        let raw = Raw { kind, style: style.unwrap_or_default(), ..Raw::default() };
        let raw = raw.filled(xml, &self.shared.limits)?;
        let formula = raw.formula.is_some();
        let said = raw.said(self.shared, &mut self.stripped);
        if said.text.is_empty() && said.fault.is_none() {
            return Ok(());
        }
        if self.is_hidden(row, column) && self.shared.hidden == Hidden::Omit {
            return Ok(());
        }
        let span = self.grid.put(row, column, &said.text)?;
        if formula {
            self.formulas.push((row, column));
        }
        if said.struck {
            self.struck.push((row, column));
        }
        if let Some(fault) = said.fault.filter(|_| self.faults.len() < MOST_FAULTS) {
            self.faults.push((span, fault));
        }
        Ok(())
    }

    /// Tells whether a cell with text is hidden, and remembers its row or column.
    fn is_hidden(&mut self, row: u32, column: u32) -> bool {
        if self.row_hidden {
            self.hidden_rows.insert(row);
        } else if self.columns_hidden.contains(&column) {
            self.hidden_columns.insert(column);
        } else {
            return false;
        }
        true
    }

    fn finish(mut self) -> Result<Leaf, Spoilt> {
        let remarks = self.remarks();
        let (rows, columns) = (self.hidden_rows.len(), self.hidden_columns.len());
        if self.shared.hidden == Hidden::Refuse && rows + columns > 0 {
            let hidden = BadOffice::Hidden { rows, columns, passages: 0 };
            self.faults.push((0..0, Fault::Office(hidden)));
        }
        let (text, parts) = self.grid.finish();
        let (path, sheet) = (self.shared.path.clone(), Some(self.name));
        let source = Arc::new(Source { path, text, sheet, parts });
        self.faults.extend(text_check::refused(&source));
        let leaf = Leaf {
            source,
            merges: self.merges,
            hidden_rows: self.hidden_rows.into_iter().collect(),
            hidden_columns: self.hidden_columns.into_iter().collect(),
            struck: self.struck,
            remarks,
        };
        if self.faults.is_empty() {
            return Ok(leaf);
        }
        let complaints = text_check::complaints(&leaf.source, self.faults);
        Err(Spoilt { complaints, leaf: Some(Box::new(leaf)) })
    }

    /// Complains of the cell at which reading stops.
    fn stop(self, fault: Fault) -> Spoilt {
        let at = At::Cell { row: self.row.max(1), column: self.column.max(1) };
        let (path, sheet) = (self.shared.path.clone(), Some(self.name));
        let parts = vec![Part { span: 0..NOT_READ.len(), at }];
        let source = Arc::new(Source { path, text: NOT_READ.to_owned(), sheet, parts });
        let complaints = text_check::complaints(&source, [(0..NOT_READ.len(), fault)]);
        Spoilt { complaints, leaf: None }
    }

    fn remarks(&self) -> Vec<OfficeRemark> {
        let address = |(row, column): (u32, u32)| Address {
            sheet: Some(self.name.clone()),
            at: At::Cell { row, column },
        };
        let taken = self.shared.hidden == Hidden::Include;
        let merged = self.merges.first().map(|merge| (merge.top, merge.left));
        let row = self.hidden_rows.first().map(|row| (*row, 1));
        let column = self.hidden_columns.first().map(|column| (1, *column));
        let all = [
            (OfficeNote::Formula, self.formulas.len(), self.formulas.first().copied()),
            (OfficeNote::Merged, self.merges.len(), merged),
            (OfficeNote::HiddenRow { taken }, self.hidden_rows.len(), row),
            (OfficeNote::HiddenColumn { taken }, self.hidden_columns.len(), column),
            (OfficeNote::Filter, usize::from(self.filtered), None),
            (OfficeNote::Struck, self.struck.len(), self.struck.first().copied()),
            (OfficeNote::Stripped, self.stripped, None),
        ];
        let some = all.into_iter().filter(|(_, count, _)| *count > 0);
        let remark = |(what, count, first): (_, _, Option<_>)| OfficeRemark {
            what,
            count,
            first: first.map(address),
            names: Vec::new(),
        };
        some.map(remark).collect()
    }
}

/// Reads up to the end of a filter; tells whether it hides anything.
fn filters(xml: &mut Xml<'_>) -> Result<bool, Fault> {
    let mut filters = false;
    while let Some(node) = xml.next()? {
        match node {
            Node::Start(tag) => filters |= tag.name() == "filterColumn",
            Node::End(name) if name == "autoFilter" => break,
            Node::End(_) | Node::Text(_) => {}
        }
    }
    Ok(filters)
}

fn misplaced(address: &str) -> Fault {
    Fault::Office(BadOffice::CellAddress(address.chars().take(80).collect()))
}
