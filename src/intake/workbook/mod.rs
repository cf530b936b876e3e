//! Workbooks (.xlsx): one table's text for each sheet, with the address of every cell.
//!
//! Read by hand and not by a crate for spreadsheets: those give numbers as binary fractions, formulas without their results
//! as nothing, and neither what is hidden nor what is struck through.

mod address;
mod beside;
mod book;
mod cell;
mod format;
mod number;
mod serial;
mod sheet;
mod strings;
mod styles;

use std::sync::Arc;

use crate::complaint::{At, BadOffice, Complaint, Fault, OfficeNote, OfficeRemark, Source};
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
    /// Where its cells are not all to be read, the table with these cells as they stand in the file: for whoever says all
    /// that is wrong with it at once, and for nothing else. Nothing where reading stopped.
    pub spoilt: Option<Box<Leaf>>,
}

/// What is wrong with a sheet, and as much of it as was read.
#[derive(Debug)]
struct Spoilt {
    complaints: Vec<Complaint>,
    leaf: Option<Box<Leaf>>,
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
    /// Tells whether a byte of its text stands in a hidden row or column.
    pub fn is_hidden(&self, offset: usize) -> bool {
        let Some(part) = self.source.part(offset) else { return false };
        let At::Cell { row, column } = part.at else { return false };
        self.hidden_rows.contains(&row) || self.hidden_columns.contains(&column)
    }

    /// Tells whether it has no text.
    pub fn is_empty(&self) -> bool {
        self.source.text.is_empty()
    }
}

impl Workbook {
    /// Returns the table of the sheet named, or of the only one that has text and is not hidden, or of the only table of
    /// problems among several.
    pub fn choose(&self, name: Option<&str>) -> Result<Leaf, Vec<Complaint>> {
        let found = self.wanted(name);
        let names = |sheets: &[&Sheet]| sheets.iter().map(|sheet| sheet.name.clone()).collect();
        let all: Vec<&Sheet> = self.sheets.iter().filter(|sheet| sheet.has_text()).collect();
        let bad = match (&found[..], name) {
            ([sheet], _) => {
                let mut leaf = sheet.leaf.clone()?;
                leaf.remarks.extend(self.hidden_sheets(sheet));
                leaf.remarks.extend(self.other_sheets(sheet, name));
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

    /// Returns the table of the sheet that would be chosen, where its cells are not all to be read.
    pub fn spoilt(&self, name: Option<&str>) -> Option<&Leaf> {
        match &self.wanted(name)[..] {
            [sheet] => sheet.spoilt.as_deref(),
            _ => None,
        }
    }

    fn wanted(&self, name: Option<&str>) -> Vec<&Sheet> {
        let wanted = |sheet: &&Sheet| match name {
            Some(name) => sheet.name == name,
            None => !sheet.hidden && sheet.has_text(),
        };
        let found: Vec<&Sheet> = self.sheets.iter().filter(wanted).collect();
        if name.is_some() || found.len() < 2 {
            return found;
        }
        let is_table = |it: &&&Sheet| it.text().is_none_or(crate::intake::sheet::is_sheet);
        let tables: Vec<&Sheet> = found.iter().filter(is_table).copied().collect();
        let real: Vec<&Sheet> =
            tables.iter().filter(|it| !beside::is_example(&it.name)).copied().collect();
        [real, tables].into_iter().find(|some| some.len() == 1).unwrap_or(found)
    }

    /// Nobody has chosen among the sheets: those that are examples, or no tables of problems, are told of.
    fn other_sheets(&self, chosen: &Sheet, name: Option<&str>) -> Vec<OfficeRemark> {
        if name.is_some() {
            return Vec::new();
        }
        let others = self.sheets.iter().filter(|it| !it.hidden && it.has_text());
        let names = others.map(|it| it.name.clone()).filter(|it| *it != chosen.name);
        let (examples, others): (Vec<_>, Vec<_>) = names.partition(|it| beside::is_example(it));
        let both = [(OfficeNote::ExampleSheet, examples), (OfficeNote::OtherSheet, others)];
        let remark = |(what, names): (_, Vec<_>)| {
            (!names.is_empty()).then(|| OfficeRemark {
                what,
                count: names.len(),
                first: None,
                names,
            })
        };
        both.into_iter().filter_map(remark).collect()
    }

    fn hidden_sheets(&self, chosen: &Sheet) -> Option<OfficeRemark> {
        let others = self.sheets.iter().filter(|it| it.hidden && it.has_text());
        let count = others.filter(|it| it.name != chosen.name).count();
        (count > 0).then_some(OfficeRemark {
            what: OfficeNote::HiddenSheet,
            count,
            first: None,
            names: Vec::new(),
        })
    }
}

impl Sheet {
    /// Its text; nothing where reading stopped.
    fn text(&self) -> Option<&str> {
        let leaf = self.leaf.as_ref().ok().or(self.spoilt.as_deref());
        leaf.map(|leaf| leaf.source.text.as_str())
    }

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
