//! What a foreign file would give, before anybody has said yes to it.

use std::ops::Range;
use std::sync::Arc;

use crate::complaint::{DocumentRemark, Grade, Mentioned, SheetRemark, Source};
use crate::domain::ledger::Head;
use crate::domain::problem::Problem;
use crate::domain::subject::Subject;
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
    /// The line.
    pub problem: Problem,
    /// Where its fields stand.
    pub places: Places,
    /// From what its fields were read; a field that is not here was read from its column.
    pub grades: Vec<(Subject, Grade)>,
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

/// What there is to say of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// Of a sheet.
    Sheet(SheetRemark),
    /// Of a document.
    Document(DocumentRemark),
}

impl Drafted {
    /// Tells from what a field was read.
    pub fn grade(&self, subject: &Subject) -> Grade {
        let known = self.grades.iter().find(|(graded, _)| graded == subject);
        known.map_or(Grade::Column, |(_, grade)| *grade)
    }
}
