//! A sheet as an office has it, read as a ledger for the commands that only read.
//!
//! Nothing of it is lost: what has no place in the model is kept under `x_` and its own header, and what was not
//! understood is noted. Never guesses who leads, what a day means that can be read in two ways, or what an unknown
//! status says.

mod block;
mod cells;
mod chapter;
mod damage;
mod days;
mod ending;
mod events;
mod fills;
mod group;
mod headers;
mod layout;
mod map;
mod measures;
mod naming;
mod parts;
mod reader;
mod responsible;
pub(super) mod roles;
mod row;
mod said;
pub(super) mod status;
mod terms;
#[cfg(test)]
mod tests;
mod totals;

use std::ops::Range;
use std::sync::Arc;

use crate::complaint::{BadMap, Complaint, Fault, Grade, Log, SheetRemark, Source};
use crate::domain::ledger::Ledger;
use crate::domain::nearest::nearest;
use crate::domain::subject::Subject;
use crate::formats::record::Places;
pub(super) use days::day;
use fills::Fills;
pub(super) use headers::{plain_letters, plain_text};
use layout::{Layout, Tables};
use reader::{Graded, Reader};
use said::Said;
pub(super) use status::finished;
pub use terms::{AmountUnit, DateOrder, Map, OnTheWay, Region, Terms, Unread};
pub use totals::SheetTotal;

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
    /// From what the fields of each problem were read, where that is not their column; in the order of the problems.
    pub grades: Vec<Vec<(Subject, Grade)>>,
    /// What there is to know of it as a whole.
    pub about: About,
}

/// What is said of a sheet beside its problems.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whole {
    /// What was not understood, in the order of the text.
    pub notes: Vec<SheetNote>,
    /// Totals that are not the sum of its rows.
    pub totals: Vec<SheetTotal>,
    /// What there is to know of it.
    pub about: About,
}

/// What there is to know of a sheet as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    /// The bytes of its first header.
    pub header: Range<usize>,
    /// Headers of columns that are kept as they are, since nobody says what they hold.
    pub kept: Vec<String>,
    /// Headers of columns that were left out, since somebody said so.
    pub ignored: Vec<String>,
    /// Cells that only say that there is nothing: NULL, N/A.
    pub empty: usize,
    /// Rows without text among and behind the others.
    pub blank: usize,
}

/// A remark on a place of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetNote {
    /// The bytes concerned.
    pub span: Range<usize>,
    /// What there is to say.
    pub what: SheetRemark,
}

/// Tells whether a text is a sheet of problems, and no document: its header has two columns that are known, or more.
pub fn is_sheet(text: &str) -> bool {
    let known = |layout: &Layout| layout.columns.iter().filter(|it| it.meaning.is_some()).count();
    let delimiter = layout::named_separator(text);
    let tables = layout::find(text, &Terms { delimiter, ..Terms::default() });
    tables.is_ok_and(|tables| tables.layouts.first().is_some_and(|layout| known(layout) >= 2))
}

/// Reads a sheet as the ledger `name`, separated as the terms or its first line say, or by what makes the most columns
/// known.
pub fn read(source: &Arc<Source>, name: &str, terms: &Terms<'_>) -> Result<Sheet, Vec<Complaint>> {
    let mut ledger = Ledger { name: name.to_owned(), ..Ledger::default() };
    let (mut places, mut grades) = (Vec::new(), Vec::new());
    let mut keep = |(problem, graded): Graded| {
        ledger.problems.push(problem.value);
        places.push(problem.places);
        grades.push(graded);
    };
    let Whole { notes, totals, about } = read_each(source, name, terms, &mut keep)?;
    Ok(Sheet { ledger, places, notes, totals, grades, about })
}

/// The same, and gives each problem to `keep` as soon as it is read, in the order of the sheet. What it took counts for
/// nothing where the sheet is refused.
pub(super) fn read_each(
    source: &Arc<Source>,
    name: &str,
    terms: &Terms<'_>,
    keep: &mut dyn FnMut(Graded),
) -> Result<Whole, Vec<Complaint>> {
    let mut said = Said::new(source);
    // The text of a workbook or document is always written in the same way.
    let delimiter = if source.parts.is_empty() {
        terms.delimiter.or_else(|| layout::named_separator(&source.text))
    } else {
        Some(b',')
    };
    let terms = &Terms { delimiter, ..terms.clone() };
    let tables = match layout::find(&source.text, terms) {
        Ok(found) => found,
        Err((span, fault)) => {
            // Nobody has chosen what separates the cells of a workbook.
            let fault = match fault {
                Fault::OneColumn(_) if !source.parts.is_empty() => {
                    Fault::NoProblemColumn { columns: vec![source.text[span.clone()].to_owned()] }
                }
                other => other,
            };
            said.log.push(span, fault);
            return Err(said.log.into_complaints());
        }
    };
    tables.preamble.iter().for_each(|it| said.note(SheetRemark::Preamble, it));
    tables.captions.iter().for_each(|it| said.note(SheetRemark::Preamble, it));
    tables.layouts.iter().skip(1).for_each(|it| said.note(SheetRemark::AnotherTable, &it.span));
    let unknown = unknown_columns(source, &tables, terms);
    let fills = Fills::new(terms.merges, tables.rows.len());
    let mut reader = Reader::new(source, name, said, about(&tables), keep);
    for layout in &tables.layouts {
        reader.read(layout, &tables, &fills, terms);
    }
    terms.on_the_way.tell(tables.rows.len(), tables.rows.len());
    let (whole, mut complaints) = reader.finish();
    complaints.extend(unknown);
    if complaints.is_empty() { Ok(whole) } else { Err(complaints) }
}

/// What a sheet is as a whole, by its headers.
fn about(tables: &Tables) -> About {
    let header = tables.layouts.first().map(|it| it.span.clone()).unwrap_or_default();
    let mut about = About { header, ..About::default() };
    for column in tables.layouts.iter().flat_map(|layout| &layout.columns) {
        let list = match column.meaning {
            _ if column.header.is_empty() => continue,
            _ if column.ignored => &mut about.ignored,
            None => &mut about.kept,
            Some(_) => continue,
        };
        if !list.contains(&column.header) {
            list.push(column.header.clone());
        }
    }
    about
}

/// Complains of columns that somebody has named and that no table has.
fn unknown_columns(source: &Arc<Source>, tables: &Tables, terms: &Terms<'_>) -> Vec<Complaint> {
    let missing = |name: &str| !tables.layouts.iter().any(|layout| layout.has(name));
    let bad = |name: &str| {
        let columns = || tables.layouts.iter().flat_map(|layout| &layout.columns);
        let plain: Vec<_> = columns().map(|column| plain_text(&column.header)).collect();
        let near = nearest(&plain_text(name), plain.iter().map(String::as_str));
        let place = near.and_then(|near| plain.iter().position(|it| it == near));
        let header = place.and_then(|place| columns().nth(place)).map(|it| it.header.clone());
        let nearest = header.filter(|header| !header.is_empty());
        Fault::Map(BadMap::Column { column: name.to_owned(), nearest })
    };
    let header = tables.layouts.first().map(|layout| layout.span.clone()).unwrap_or_default();
    let mut log = Log::new(source);
    for name in terms.ignore.iter().filter(|name| missing(name)) {
        log.push(header.clone(), bad(name));
    }
    let mut complaints = log.into_complaints();
    let Some(map) = &terms.map else { return complaints };
    let mut log = Log::new(map.source.as_ref().unwrap_or(source));
    let columns = map.columns.iter().map(|(name, span, _)| (name, span));
    let ignored = map.ignore.iter().map(|(name, span)| (name, span));
    for (name, span) in columns.chain(ignored).filter(|(name, _)| missing(name)) {
        log.push(span.clone(), bad(name));
    }
    complaints.extend(log.into_complaints());
    complaints
}
