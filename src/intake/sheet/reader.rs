//! Reads the tables of a sheet: which rows are one problem is told row by row, and what they say by all hands.

use std::sync::Arc;

use super::chapter::{self, Chapter};
use super::fills::Fills;
use super::group::Group;
use super::headers::Meaning;
use super::layout::{Layout, Tables};
use super::row::SheetRow;
use super::said::Said;
use super::terms::Terms;
use super::totals::Totals;
use super::{About, SheetTotal, Whole, damage};
use crate::complaint::{Complaint, Fault, Grade, Log, SheetRemark, Source};
use crate::domain::problem::Problem;
use crate::domain::subject::Subject;
use crate::formats::record::{self, Located};
use crate::formats::share::{PORTION, share};
use crate::formats::table::rows::Row;

/// So many problems wait until they are read by all hands: their rows are several times as large as their texts.
const HELD: usize = 16 * PORTION;

/// Reads the tables of a sheet, problem by problem.
pub(super) struct Reader<'s, 'k> {
    source: &'s Arc<Source>,
    name: &'s str,
    said: Said,
    about: About,
    totals: Vec<SheetTotal>,
    /// Takes each problem in its turn; a large sheet is held once only, in the form that is wanted.
    keep: &'k mut dyn FnMut(Graded),
    /// How many it took.
    count: u32,
}

impl<'s, 'k> Reader<'s, 'k> {
    pub(super) fn new(
        source: &'s Arc<Source>,
        name: &'s str,
        said: Said,
        about: About,
        keep: &'k mut dyn FnMut(Graded),
    ) -> Self {
        Self { source, name, said, about, totals: Vec::new(), keep, count: 0 }
    }

    /// Reads a table: each row with a problem, with the rows below it that only name measures.
    pub(super) fn read(
        &mut self,
        layout: &Layout,
        tables: &Tables,
        fills: &Fills,
        terms: &Terms<'_>,
    ) {
        let text = &self.source.text;
        let mut totals = Totals::default();
        let mut group: Option<Group<'_>> = None;
        let mut complete = Vec::new();
        let mut chapter: Option<Chapter<'_>> = None;
        for place in layout.rows.clone() {
            terms.on_the_way.tell(place, tables.rows.len());
            let row = &tables.rows[place];
            if row.is_blank(text) {
                self.about.blank += 1;
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
            if let Some(found) = chapter::of(&row, terms.merges) {
                self.said.note(SheetRemark::Chapter, &found.span);
                complete.extend(group.take());
                chapter = Some(found);
                continue;
            }
            totals.line(&row);
            if row.has(Meaning::Title) {
                let chapter = chapter.clone();
                complete.extend(group.replace(Group {
                    problem: row,
                    measures: Vec::new(),
                    chapter,
                }));
                if complete.len() >= HELD {
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
        self.totals.extend(totals.differing());
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
            for (mut problem, grades) in problems {
                self.count = self.count.saturating_add(1);
                problem.value.no = self.count;
                (self.keep)((problem, grades));
            }
            self.said.append(said);
        }
    }

    pub(super) fn finish(self) -> (Whole, Vec<Complaint>) {
        let Said { mut notes, log, empty, .. } = self.said;
        notes.sort_by_key(|note| note.span.start);
        let about = About { empty, ..self.about };
        (Whole { notes, totals: self.totals, about }, log.into_complaints())
    }
}

/// A problem as it was read, and from what its fields were.
pub(super) type Graded = (Located<Problem>, Vec<(Subject, Grade)>);

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
                    for it in complaints {
                        said.log.push(it.span, it.fault);
                    }
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

/// Spreadsheets drop empty cells at the end of a row, but never have text behind the header's end.
fn look_at_length(text: &str, layout: &Layout, row: &Row, log: &mut Log) {
    let (expected, found) = (layout.columns.len(), row.cells.len());
    let beyond = row.cells.iter().skip(expected).any(|cell| !text[cell.clone()].trim().is_empty());
    if beyond && row.faults.is_empty() {
        log.push(row.span.clone(), Fault::RowLength { expected, found });
    }
    row.faults.iter().for_each(|(span, fault)| log.push(span.clone(), fault.clone()));
}
