//! What a command adds to a text, and why that can be refused. Shared by both formats.

use crate::complaint::Complaint;
use crate::domain::entry::Entry;
use crate::domain::measure::Measure;
use crate::domain::problem::Problem;

/// What is added. Nothing that stands in a text is ever changed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::large_enum_variant,
    reason = "a command makes a handful, and takes them apart at once"
)]
pub enum Addition {
    /// A problem, with all that it has. Only a table takes one: as TOML it is a file of its own.
    Problem(Problem),
    /// A measure of a problem.
    Measure(Measure),
    /// An entry of a problem.
    Entry(Entry),
}

/// What is added, where it is not given away.
#[derive(Debug, Clone, Copy)]
pub(super) enum Added<'a> {
    Problem(&'a Problem),
    Measure(&'a Measure),
    Entry(&'a Entry),
}

impl<'a> From<&'a Addition> for Added<'a> {
    fn from(addition: &'a Addition) -> Self {
        match addition {
            Addition::Problem(problem) => Self::Problem(problem),
            Addition::Measure(measure) => Self::Measure(measure),
            Addition::Entry(entry) => Self::Entry(entry),
        }
    }
}

/// Why a text was left as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// The text as it stands has faults, or is written in a way that nothing can be added to.
    Complaints(Vec<Complaint>),
    /// The text has no problem of this number; or, where a problem is added, has one already.
    Number(u32),
    /// Read again, the new text does not say exactly what was asked for.
    SelfCheck,
}
