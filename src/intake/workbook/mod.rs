//! Workbooks (.xlsx): one table's text for each sheet, with the address of every cell.
//!
//! Read by hand and not by a crate for spreadsheets: those give numbers as binary fractions, formulas without their results
//! as nothing, and neither what is hidden nor what is struck through.

mod address;
mod book;
mod cell;
mod format;
mod number;
mod serial;
mod sheet;
mod strings;
mod styles;

use std::sync::Arc;

use crate::complaint::{BadOffice, Complaint, Fault, OfficeNote, OfficeRemark, Source};
use crate::intake::limits::Limits;
use crate::intake::package::Package;
pub use address::Merge;

/// What is to become of hidden rows, columns and passages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Hidden {
    /// Refuse a file that has some, until somebody says what to do.
    #[default]
    Refuse,
    /// Take them in.
    Include,
    /// Leave them out.
    Omit,
}

/// A workbook, read.
#[derive(Debug, Clone)]
pub struct Workbook {
    /// Its path, as the user typed it.
    pub path: String,
    /// Its sheets in their order; charts are none.
    pub sheets: Vec<Sheet>,
}

/// A sheet of a workbook.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Whether it is hidden.
    pub hidden: bool,
    /// Its table, or what is wrong with its cells.
    pub leaf: Result<Leaf, Vec<Complaint>>,
}

/// The table of a sheet, or of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// Its text, comma-separated, with the address of each cell. Rows stand at their own numbers.
    pub source: Arc<Source>,
    /// Its merged regions, by row and column; the text is in the first cell of each.
    pub merges: Vec<Merge>,
    /// Hidden rows with text.
    pub hidden_rows: Vec<u32>,
    /// Hidden columns with text.
    pub hidden_columns: Vec<u32>,
    /// Cells that are struck through, by row and column.
    pub struck: Vec<(u32, u32)>,
    /// What is to be known of it.
    pub remarks: Vec<OfficeRemark>,
}

impl Leaf {
    /// Tells whether it has no text.
    pub fn is_empty(&self) -> bool {
        self.source.text.is_empty()
    }
}

impl Workbook {
    /// Returns the table of the sheet named, or of the only one that has text and is not hidden.
    pub fn choose(&self, name: Option<&str>) -> Result<Leaf, Vec<Complaint>> {
        let wanted = |sheet: &&Sheet| match name {
            Some(name) => sheet.name == name,
            None => !sheet.hidden && sheet.has_text(),
        };
        let found: Vec<&Sheet> = self.sheets.iter().filter(wanted).collect();
        let names = |sheets: &[&Sheet]| sheets.iter().map(|sheet| sheet.name.clone()).collect();
        let all: Vec<&Sheet> = self.sheets.iter().filter(|sheet| sheet.has_text()).collect();
        let bad = match (&found[..], name) {
            ([sheet], _) => {
                let mut leaf = sheet.leaf.clone()?;
                leaf.remarks.extend(self.hidden_sheets(sheet));
                return Ok(leaf);
            }
            ([], Some(name)) => {
                BadOffice::NoSuchSheet { name: name.to_owned(), names: names(&all) }
            }
            ([], None) if all.is_empty() => BadOffice::NoSheet,
            ([], None) => BadOffice::SeveralSheets(names(&all)),
            (several, _) => BadOffice::SeveralSheets(names(several)),
        };
        Err(vec![Complaint::whole(&self.path, Fault::Office(bad))])
    }

    fn hidden_sheets(&self, chosen: &Sheet) -> Option<OfficeRemark> {
        let others = self.sheets.iter().filter(|it| it.hidden && it.has_text());
        let count = others.filter(|it| it.name != chosen.name).count();
        (count > 0).then_some(OfficeRemark { what: OfficeNote::HiddenSheet, count, first: None })
    }
}

impl Sheet {
    fn has_text(&self) -> bool {
        self.leaf.as_ref().map_or(true, |leaf| !leaf.is_empty())
    }
}

/// Reads all sheets of a workbook.
pub(super) fn read(
    path: &str,
    mut package: Package<'_>,
    hidden: Hidden,
    limits: &Limits,
) -> Result<Workbook, Vec<Complaint>> {
    book::read(path, &mut package, hidden, limits)
        .map_err(|fault| vec![Complaint::whole(path, fault)])
}
