//! A sheet as an office has it, read as a ledger for the commands that only read.
//!
//! Nothing of it is lost: what has no place in the model is kept under `x_` and its own header, and what was not
//! understood is noted. Never guesses who leads, what a day means that can be read in two ways, or what an unknown
//! status says.

mod block;
mod cells;
mod damage;
mod days;
mod events;
mod group;
mod headers;
mod layout;
mod map;
mod measures;
mod parts;
mod responsible;
pub(super) mod roles;
mod row;
mod said;
mod status;
mod terms;
#[cfg(test)]
mod tests;
mod totals;

use std::ops::Range;
use std::sync::Arc;

use crate::complaint::{BadMap, Complaint, Fault, Grade, Log, SheetRemark, Source};
use crate::domain::ledger::Ledger;
use crate::domain::nearest::nearest;
use crate::domain::problem::Problem;
use crate::domain::subject::Subject;
use crate::formats::record::{self, Located, Places};
use crate::formats::share::{PORTION, share};
use crate::formats::table::rows::Row;
pub(super) use days::day;
use group::Group;
use headers::Meaning;
pub(super) use headers::plain_text;
use layout::{Layout, Tables};
use row::{Fills, SheetRow};
use said::Said;
pub(super) use status::finished;
pub use terms::{AmountUnit, DateOrder, Map, Region, Terms, Unread};
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
    /// From what the fields of each problem were read, where that is not their column; in the order of the problems.
    pub grades: Vec<Vec<(Subject, Grade)>>,
    /// What there is to know of it as a whole.
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
    let mut reader = Reader::new(source, name, said, about(&tables));
    for layout in &tables.layouts {
        reader.read(layout, &tables, &fills);
    }
    let (sheet, mut complaints) = reader.finish();
    complaints.extend(unknown);
    if complaints.is_empty() { Ok(sheet) } else { Err(complaints) }
}

/// So many problems wait until they are read by all hands: their rows are several times as large as their texts.
const HELD: usize = 16 * PORTION;

/// Reads the tables of a sheet, problem by problem.
struct Reader<'s> {
    source: &'s Arc<Source>,
    name: &'s str,
    said: Said,
    sheet: Sheet,
}

impl<'s> Reader<'s> {
    fn new(source: &'s Arc<Source>, name: &'s str, said: Said, about: About) -> Self {
        let sheet = Sheet {
            ledger: Ledger { name: name.to_owned(), ..Ledger::default() },
            places: Vec::new(),
            notes: Vec::new(),
            totals: Vec::new(),
            grades: Vec::new(),
            about,
        };
        Self { source, name, said, sheet }
    }

    /// Reads a table: each row with a problem, with the rows below it that only name measures.
    fn read(&mut self, layout: &Layout, tables: &Tables, fills: &Fills) {
        let text = &self.source.text;
        let mut totals = Totals::default();
        let mut group: Option<Group<'_>> = None;
        let mut complete = Vec::new();
        for place in layout.rows.clone() {
            let row = &tables.rows[place];
            if row.is_blank(text) {
                self.sheet.about.blank += 1;
                continue;
            }
            if tables.captions.contains(&row.span) {
                continue;
            }
            look_at_length(text, layout, row, &mut self.said.log);
            for (span, fault) in damage::faults(text, place - layout.rows.start, row) {
                self.said.log.push(span, fault);
            }
            let mut row = SheetRow::new(text, layout, &tables.rows, place, fills, &mut self.said);
            if totals.take(&row) {
                self.said.note(SheetRemark::TotalRow, &row.span);
                continue;
            }
            settle_merged(&mut row, group.as_ref().map(|group| group.problem.place));
            totals.line(&row);
            if row.has(Meaning::Title) {
                complete.extend(group.replace(Group { problem: row, measures: Vec::new() }));
                if complete.len() == HELD {
                    self.take(std::mem::take(&mut complete));
                }
            } else if let Some(above) = group.as_mut().filter(|_| row.has(Meaning::Measure)) {
                above.measures.push(row);
            } else {
                self.said.note(SheetRemark::RowWithoutProblem, &row.span);
            }
        }
        complete.extend(group);
        self.take(complete);
        self.sheet.totals.extend(totals.differing());
    }

    /// Takes the problems of groups: of each one, or several.
    fn take(&mut self, mut groups: Vec<Group<'_>>) {
        let mut portions = Vec::new();
        while !groups.is_empty() {
            let behind = groups.split_off(groups.len().min(PORTION));
            portions.push(std::mem::replace(&mut groups, behind));
        }
        let (source, name, above) = (self.source, self.name, &self.said);
        let read = share(portions.into_iter(), |groups| problems(groups, name, source, above));
        for (problems, said) in read {
            for (Located { mut value, places }, grades) in problems {
                value.no = u32::try_from(self.sheet.places.len() + 1).unwrap_or(u32::MAX);
                self.sheet.ledger.problems.push(value);
                self.sheet.places.push(places);
                self.sheet.grades.push(grades);
            }
            self.said.append(said);
        }
    }

    fn finish(self) -> (Sheet, Vec<Complaint>) {
        let Said { mut notes, log, empty, .. } = self.said;
        notes.sort_by_key(|note| note.span.start);
        let mut sheet = Sheet { notes, ..self.sheet };
        sheet.about.empty = empty;
        (sheet, log.into_complaints())
    }
}

/// A problem as it was read, and from what its fields were.
type Graded = (Located<Problem>, Vec<(Subject, Grade)>);

/// Reads the problems of groups, with what there is to say of them; `above` knows which columns were named.
fn problems(
    groups: Vec<Group<'_>>,
    name: &str,
    source: &Arc<Source>,
    above: &Said,
) -> (Vec<Graded>, Said) {
    let mut said = Said::new(source);
    let mut found = Vec::with_capacity(groups.len());
    for group in groups {
        for group in group.parted(&mut said) {
            let records = group.records(name, &mut said);
            let grades = said.grades(&records, above);
            match record::problem(1, records, source) {
                Ok(problem) => found.push((problem, grades)),
                Err(complaints) => {
                    complaints.into_iter().for_each(|it| said.log.push(it.span, it.fault));
                }
            }
        }
    }
    (found, said)
}

/// Leaves out of a row what merged cells say of the problem above: its row is one more of its measures. Who answers for a
/// measure is merged over measures; what the problem says holds for them anyway.
fn settle_merged(row: &mut SheetRow<'_>, above: Option<usize>) {
    if row.title_from().is_some() && row.title_from() == above {
        row.unfill(|_, _| false);
    } else if !row.has(Meaning::Title) {
        row.unfill(|meaning, from| Some(from) != above && meaning.is_of_measures());
    }
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

/// Spreadsheets drop empty cells at the end of a row, but never have text behind the header's end.
fn look_at_length(text: &str, layout: &Layout, row: &Row, log: &mut Log) {
    let (expected, found) = (layout.columns.len(), row.cells.len());
    let beyond = row.cells.iter().skip(expected).any(|cell| !text[cell.clone()].trim().is_empty());
    if beyond && row.faults.is_empty() {
        log.push(row.span.clone(), Fault::RowLength { expected, found });
    }
    row.faults.iter().for_each(|(span, fault)| log.push(span.clone(), fault.clone()));
}
