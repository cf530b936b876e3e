//! Who changed what and when, the newest first.

use super::changes::Told;
use super::changes::head::HeadKey;
use crate::domain::day::Day;

/// The steps of a book's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Log {
    /// The day on which it is asked.
    pub today: Day,
    /// The steps, the newest first.
    pub steps: Vec<Step>,
    /// Whether only one problem is asked for, so that its title need not stand with each step.
    pub single: bool,
}

/// A step of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Who made it and when; nothing where it is not committed yet.
    pub stamp: Option<Stamp>,
    /// What became of problems.
    pub problems: Vec<Told>,
    /// Which keys of heads say something else.
    pub heads: Vec<HeadTold>,
    /// The ledgers that were put into another form.
    pub converted: Vec<Converted>,
    /// The tables and heads of which nothing is told, since a version of them cannot be read.
    pub unreadable: Vec<String>,
}

/// Who made a step and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// The commit's hash, in full.
    pub hash: String,
    /// The day in the book's time zone.
    pub day: Day,
    /// The time of the day in the book's time zone, as `09:30`.
    pub time: String,
    /// The person of the roster whose address it is, else the name that git has.
    pub who: String,
    /// The first line of the commit's message.
    pub message: String,
}

/// A head that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadTold {
    /// The ledger; nothing where it is the book's own.
    pub ledger: Option<String>,
    /// What happened to it.
    pub what: HeadChange,
}

/// What happened to a head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HeadChange {
    /// It was not there before: the ledger or book was made.
    New,
    /// It is not there any more.
    Gone,
    /// These keys say something else.
    Keys(Vec<HeadKey>),
}

/// A ledger that was put into another form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Converted {
    /// The ledger.
    pub ledger: String,
    /// Whether it is one table now, and no folder.
    pub to_table: bool,
}

impl Step {
    /// Tells whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        self.problems.is_empty()
            && self.heads.is_empty()
            && self.converted.is_empty()
            && self.unreadable.is_empty()
    }
}
