//! A sheet as an office has it, read as a ledger for the commands that only read.
//!
//! Nothing of it is lost: what has no place in the model is kept under `x_` and its own header, and what was not
//! understood is noted. Never guesses who leads, what a day means that can be read in two ways, or what an unknown
//! status says.

mod cells;
mod damage;
mod events;
mod group;
mod headers;
mod layout;
mod row;
mod status;
#[cfg(test)]
mod tests;
mod totals;

use std::ops::Range;
use std::sync::Arc;

use crate::complaint::{Complaint, Fault, Log, SheetRemark, Source};
use crate::domain::ledger::Ledger;
use crate::formats::record::{self, Places};
use crate::formats::table::rows::Rows;
pub(super) use cells::day;
use group::Group;
use headers::Meaning;
pub(super) use headers::plain_text;
use layout::Layout;
use row::SheetRow;
pub(super) use status::finished;
pub use totals::SheetTotal;
use totals::Totals;

/// A sheet, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its problems, numbered in their order; the sheet's own numbers are their `ref`.
    pub ledger: Ledger,
    /// Where each problem and its parts stand, in the same order.
    pub places: Vec<Places>,
    /// What was not understood, in the order of the text.
    pub notes: Vec<SheetNote>,
    /// Totals that are not the sum of its rows.
    pub totals: Vec<SheetTotal>,
}

/// A remark on a place of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetNote {
    /// The bytes concerned.
    pub span: Range<usize>,
    /// What there is to say.
    pub what: SheetRemark,
}

impl SheetNote {
    fn at(what: SheetRemark, span: &Range<usize>) -> Self {
        Self { span: span.clone(), what }
    }
}

/// Reads a sheet as the ledger `name`, separated as its first line says, or by what makes the most columns known.
pub fn read(source: &Arc<Source>, name: &str) -> Result<Sheet, Vec<Complaint>> {
    read_separated(source, name, None)
}

/// Tells whether a text is a sheet of problems, and no document: its header has two columns that are known, or more.
pub fn is_sheet(text: &str) -> bool {
    let known = |layout: Layout| layout.columns.iter().filter(|it| it.meaning.is_some()).count();
    layout::find(text, None).is_ok_and(|(layout, _)| known(layout) >= 2)
}

/// Reads a sheet as the ledger `name`, separated by the sign asked for.
pub fn read_separated(
    source: &Arc<Source>,
    name: &str,
    delimiter: Option<u8>,
) -> Result<Sheet, Vec<Complaint>> {
    let mut log = Log::new(source);
    // The text of a workbook or document is always written in the same way.
    let delimiter = if source.parts.is_empty() {
        delimiter.or_else(|| layout::named_separator(&source.text))
    } else {
        Some(b',')
    };
    let (layout, rows) = match layout::find(&source.text, delimiter) {
        Ok(found) => found,
        Err((span, fault)) => {
            // Nobody has chosen what separates the cells of a workbook.
            let fault = match fault {
                Fault::OneColumn(_) if !source.parts.is_empty() => {
                    Fault::NoProblemColumn { columns: vec![source.text[span.clone()].to_owned()] }
                }
                other => other,
            };
            log.push(span, fault);
            return Err(log.into_complaints());
        }
    };
    let mut notes: Vec<SheetNote> =
        layout.preamble.iter().map(|it| SheetNote::at(SheetRemark::Preamble, it)).collect();
    let (groups, totals) = groups(&source.text, &layout, rows, &mut notes, &mut log);
    let mut ledger = Ledger { name: name.to_owned(), ..Ledger::default() };
    let mut places = Vec::new();
    for (no, group) in (1..).zip(groups) {
        match record::problem(no, group.records(name, &mut notes), source) {
            Ok(problem) => {
                ledger.problems.push(problem.value);
                places.push(problem.places);
            }
            Err(complaints) => complaints.into_iter().for_each(|it| log.push(it.span, it.fault)),
        }
    }
    notes.sort_by_key(|note| note.span.start);
    log.finish(Sheet { ledger, places, notes, totals: totals.differing() })
}

/// Puts each row with a problem and the rows below it that only name measures together, and takes the totals apart.
fn groups<'a>(
    text: &str,
    layout: &'a Layout,
    rows: Rows<'_>,
    notes: &mut Vec<SheetNote>,
    log: &mut Log,
) -> (Vec<Group<'a>>, Totals) {
    let mut totals = Totals::default();
    let mut groups: Vec<Group<'a>> = Vec::new();
    for (number, row) in rows.enumerate().filter(|(_, row)| !row.is_blank(text)) {
        let (expected, found) = (layout.columns.len(), row.cells.len());
        // Spreadsheets drop empty cells at the end of a row, but never have text behind the header's end.
        let beyond =
            row.cells.iter().skip(expected).any(|cell| !text[cell.clone()].trim().is_empty());
        if beyond && row.faults.is_empty() {
            log.push(row.span.clone(), Fault::RowLength { expected, found });
        }
        for (span, fault) in damage::faults(text, number, &row) {
            log.push(span, fault);
        }
        let sheet_row = SheetRow::new(text, layout, number, &row);
        row.faults.into_iter().for_each(|(span, fault)| log.push(span, fault));
        if totals.take(&sheet_row) {
            notes.push(SheetNote::at(SheetRemark::TotalRow, &sheet_row.span));
            continue;
        }
        totals.line(&sheet_row);
        if sheet_row.has(Meaning::Title) {
            groups.push(Group { problem: sheet_row, measures: Vec::new() });
        } else if let Some(above) = groups.last_mut().filter(|_| sheet_row.has(Meaning::Measure)) {
            above.measures.push(sheet_row);
        } else {
            notes.push(SheetNote::at(SheetRemark::RowWithoutProblem, &sheet_row.span));
        }
    }
    (groups, totals)
}
