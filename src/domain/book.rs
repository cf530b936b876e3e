//! A book: the ledgers of one office, and what they share.

use super::day::Day;
use super::ledger::Ledger;
use super::policy::{Policy, PolicyEntry};
use super::problem::Extra;
use super::roster::Roster;

/// A book with its ledgers, in the order of their names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Book {
    /// What `book.toml` says.
    pub head: BookHead,
    /// The ledgers, by name.
    pub ledgers: Vec<Ledger>,
}

/// What `book.toml` says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BookHead {
    /// The office.
    pub name: Option<String>,
    /// The IANA zone that says when a day begins.
    pub timezone: Option<String>,
    /// The language of the output, `zh` or `en`.
    pub lang: Option<Lang>,
    /// The default ledger.
    pub ledger: Option<String>,
    /// Whether commands commit what they write, where the command line does not say.
    pub commit: bool,
    /// Dated policy.
    pub policies: Vec<PolicyEntry>,
    /// Units and persons.
    pub roster: Roster,
    /// Days beyond the published years, or local ones.
    pub calendar: CalendarAdditions,
    /// The office's own keys.
    pub extra: Extra,
}

/// A language that a person reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// Chinese.
    Zh,
    /// English.
    #[default]
    En,
}

/// Rest days and working days that a book adds to the calendar.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CalendarAdditions {
    /// Days off.
    pub off: Vec<Day>,
    /// Days worked.
    pub worked: Vec<Day>,
}

impl Book {
    /// Returns the ledger of this name.
    pub fn ledger(&self, name: &str) -> Option<&Ledger> {
        self.ledgers.iter().find(|ledger| ledger.name == name)
    }
}

impl BookHead {
    /// Returns the policy in force in a ledger on a day.
    pub fn policy(&self, ledger: &[PolicyEntry], day: Day) -> Policy {
        Policy::on(day, &self.policies, ledger)
    }
}
