//! What a foreign file would give, before anybody has said yes to it.

use std::ops::Range;
use std::sync::Arc;

use super::sheet::{self, SheetNote, Terms, Whole};
pub use crate::complaint::Remark;
use crate::complaint::{Complaint, Grade, Mentioned, Source, WholeRemark};
use crate::domain::day::Day;
use crate::domain::key::Key;
use crate::domain::ledger::Head;
use crate::domain::problem::Problem;
use crate::domain::subject::{Part, Subject};
use crate::formats::record::Places;

/// A foreign file, understood as far as it says something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The text whose bytes all places are.
    pub source: Arc<Source>,
    /// What holds for all lines: title, day of issue, phases; as far as the file says it.
    pub head: Head,
    /// Where the values of the head stand, by key (`title`, `issued`, `phase`, …).
    pub head_readings: Vec<HeadReading>,
    /// Its lines in their order, with numbers from 1.
    pub problems: Vec<Drafted>,
    /// What is to be said of places of the file, in the order of the text.
    pub notes: Vec<Note>,
}

/// A line that a file would give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drafted {
    /// The line; in a place of its own, since it goes on to the book alone.
    pub problem: Box<Problem>,
    /// Where its fields stand.
    pub places: Places,
    /// From what its fields were read.
    pub grades: Vec<(Subject, Grade)>,
    /// From what the fields were read that are not named there: their columns, or the labels of a document.
    pub others: Grade,
    /// The figures that its text names.
    pub mentions: Vec<Mention>,
}

/// A value of the head and where it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadReading {
    /// The key, as `ledger.toml` names it.
    pub key: &'static str,
    /// The value in words, as it would be written.
    pub value: String,
    /// Its bytes.
    pub span: Range<usize>,
    /// From what it was read.
    pub grade: Grade,
}

/// A figure and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Its bytes.
    pub span: Range<usize>,
    /// The figure.
    pub figure: Mentioned,
}

/// A remark on a place of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The bytes concerned.
    pub span: Range<usize>,
    /// What there is to say.
    pub remark: Remark,
}

impl Draft {
    /// Reads a sheet, of which a field was read from its column, where nothing else is said.
    pub fn of_sheet(
        source: &Arc<Source>,
        name: &str,
        terms: &Terms<'_>,
    ) -> Result<Self, Vec<Complaint>> {
        let mut problems = Vec::new();
        let Whole { notes, about, .. } =
            sheet::read_each(source, name, terms, &mut |(located, grades)| {
                problems.push(Drafted {
                    problem: Box::new(located.value),
                    places: located.places,
                    grades,
                    others: Grade::Column,
                    mentions: Vec::new(),
                });
            })?;
        let whole = |remark| Note { span: about.header.clone(), remark: Remark::Whole(remark) };
        let remarks = [
            (!about.kept.is_empty()).then_some(WholeRemark::ColumnsKept(about.kept)),
            (!about.ignored.is_empty()).then_some(WholeRemark::ColumnsIgnored(about.ignored)),
            (about.empty > 0).then_some(WholeRemark::EmptyCells(about.empty)),
            (about.blank > 0).then_some(WholeRemark::BlankRows(about.blank)),
        ];
        let whole = remarks.into_iter().flatten().map(whole);
        let note = |note: SheetNote| Note { span: note.span, remark: Remark::Sheet(note.what) };
        let notes = whole.chain(notes.into_iter().map(note)).collect();
        let head = Head::default();
        let head_readings = Vec::new();
        Ok(Self { source: Arc::clone(source), head, head_readings, problems, notes })
    }
}

impl Drafted {
    /// Notes that a person gave a field its value, which no place of the file says any more.
    pub fn set_by_hand(&mut self, part: &Part, key: &'static str) {
        self.set_anew(part, key);
        self.grades.push((Subject::key(part.clone(), key), Grade::ByHand));
    }

    /// Notes that the value of a field follows from another one now.
    pub fn set_anew(&mut self, part: &Part, key: &'static str) {
        self.places.forget(part, key);
        self.grades.retain(|(graded, _)| graded.part != *part || graded.key != Some(key));
    }

    /// Tells from what a field of a part was read.
    pub fn grade_of(&self, part: &Part, key: &str) -> Grade {
        let is_it = |graded: &Subject| graded.part == *part && graded.key == Some(key);
        let known = self.grades.iter().find(|(graded, _)| is_it(graded));
        known.map_or(self.others, |(_, grade)| *grade)
    }

    /// The day that an entry of the file has; the first of all where the file says none.
    pub fn entered(&self, key: Key) -> Option<Day> {
        let entry = self.problem.entries.iter().find(|entry| entry.key == key)?;
        Some(entry.on)
    }
}
