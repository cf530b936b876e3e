//! A ledger (台账): one batch of problems, as one feedback letter or plan gives it.

use std::collections::BTreeMap;

use super::day::Day;
use super::policy::PolicyEntry;
use super::problem::{Extra, Problem};

/// A ledger with its head and its problems, in the order of their numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ledger {
    /// Its name in the book.
    pub name: String,
    /// What holds for all its problems.
    pub head: Head,
    /// Its problems, by number.
    pub problems: Vec<Problem>,
}

/// What holds for all problems of a ledger.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Head {
    /// The ledger's title.
    pub title: Option<String>,
    /// Who found the problems.
    pub source: Option<String>,
    /// Whose ledger it is.
    pub owner: Option<String>,
    /// The day of the plan; limits without a year count from it.
    pub issued: Option<Day>,
    /// Other days that limits name, as `feedback`.
    pub dates: BTreeMap<String, Day>,
    /// In a list of units of the plan the first leads (排在首位的为牵头). Only taking in a plan asks it: in files and
    /// commands, whoever leads is named.
    pub first_is_lead: bool,
    /// The phases of the plan.
    pub phases: Vec<Phase>,
    /// Policy of this ledger.
    pub policies: Vec<PolicyEntry>,
    /// The office's own keys.
    pub extra: Extra,
}

/// A phase of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phase {
    /// Its name, unique in the ledger.
    pub name: String,
    /// Its first day.
    pub from: Option<Day>,
    /// Its last day.
    pub until: Option<Day>,
}

impl Ledger {
    /// Returns the problem with this number.
    pub fn problem(&self, no: u32) -> Option<&Problem> {
        // By number; but who puts a ledger together by hand may not have sorted it.
        let place = self.problems.binary_search_by_key(&no, |problem| problem.no).ok();
        let sorted = place.and_then(|place| self.problems.get(place));
        sorted.or_else(|| self.problems.iter().find(|problem| problem.no == no))
    }
}
