//! What can be wrong with a text that people wrote, and where. Facts only; `render` has the words.

mod address;
mod cell;
mod fault;
mod form;
mod lines;
mod office;
mod reading;
mod remark;
mod template;

use std::ops::Range;
use std::sync::Arc;

pub use address::{Address, At, Part, letters};
pub use cell::{BadCell, BadMap};
pub use fault::{Expected, Fault, Table};
pub use form::FormFault;
pub use lines::Lines;
pub use office::{
    BadOffice, BadPackage, Damage, Excess, Foreign, Limited, OfficeNote, OfficeRemark,
};
pub use reading::{Counted, DocumentRemark, Grade, Mentioned, PassedOver, Remark, WholeRemark};
pub use remark::{Doing, SheetRemark};
pub use template::BadTemplate;

/// A text and the name of the file that it came from, as complaints show it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Source {
    /// The path as the user would type it, with `/`.
    pub path: String,
    /// The whole text, with its byte order mark and line ends.
    pub text: String,
    /// Where it was made from a sheet of a workbook, the sheet's name.
    pub sheet: Option<String>,
    /// Where it was made from a workbook or document, the cells or paragraphs of its bytes, in the order of the text.
    pub parts: Vec<Part>,
}

/// Something wrong at a place of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// The text.
    pub source: Arc<Source>,
    /// The bytes concerned; empty where the whole file is meant.
    pub span: Range<usize>,
    /// What is wrong.
    pub fault: Fault,
}

impl Complaint {
    /// Complains of a file as a whole, of which nothing need have been read.
    pub fn whole(path: impl Into<String>, fault: Fault) -> Self {
        let source = Source { path: path.into(), ..Source::default() };
        Self { source: Arc::new(source), span: 0..0, fault }
    }
}

impl Source {
    /// Names the place of a byte as people look it up: path, line and column.
    pub fn place(&self, offset: usize) -> String {
        let (line, column) = self.line_and_column(offset);
        format!("{}:{line}:{column}", self.path)
    }

    /// Returns line and column of a byte, both from 1; the column counts characters.
    pub fn line_and_column(&self, offset: usize) -> (usize, usize) {
        let before = self.text.get(..offset).unwrap_or(&self.text);
        let start = before.rfind('\n').map_or(0, |end| end + 1);
        let column = before[start..].trim_start_matches('\u{feff}').chars().count() + 1;
        (before.matches('\n').count() + 1, column)
    }
}

/// Sorts complaints by file and place, which is the order in which a person mends them.
pub fn sort(complaints: &mut [Complaint]) {
    complaints.sort_by(|a, b| (&a.source.path, a.span.start).cmp(&(&b.source.path, b.span.start)));
}

/// The complaints about one text, as they are found.
#[derive(Debug)]
pub struct Log {
    source: Arc<Source>,
    complaints: Vec<Complaint>,
}

impl Log {
    /// Returns a log without complaints.
    pub fn new(source: &Arc<Source>) -> Self {
        Self { source: Arc::clone(source), complaints: Vec::new() }
    }

    /// The text.
    pub fn source(&self) -> &Arc<Source> {
        &self.source
    }

    /// Adds what is wrong at some bytes.
    pub fn push(&mut self, span: Range<usize>, fault: Fault) {
        self.complaints.push(Complaint { source: Arc::clone(&self.source), span, fault });
    }

    /// Adds what another log of the same text has.
    pub fn append(&mut self, other: Self) {
        self.complaints.extend(other.complaints);
    }

    /// Returns the complaints in the order of their places.
    pub fn into_complaints(mut self) -> Vec<Complaint> {
        sort(&mut self.complaints);
        self.complaints
    }

    /// Returns the value where there is nothing to complain of, else all complaints in the order of their places.
    pub fn finish<T>(self, value: T) -> Result<T, Vec<Complaint>> {
        if self.complaints.is_empty() { Ok(value) } else { Err(self.into_complaints()) }
    }
}
