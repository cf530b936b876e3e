//! A measure: one piece of the work that cures a problem.

use super::day::Day;
use super::problem::Extra;
use super::responsible::Responsible;

/// One measure of a problem. What it does not say of responsibility or limit, its problem says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Measure {
    /// From 1, permanent: never its position, never used again.
    pub no: u32,
    /// What is to be done.
    pub text: String,
    /// Who does it, where the measure says so itself.
    pub responsible: Responsible,
    /// Its own time limit, in the plan's words.
    pub limit: Option<String>,
    /// Its own last day, as read on entry.
    pub due: Option<Day>,
    /// 长期坚持.
    pub sustained: bool,
    /// The day it was added, where that was later than the problem.
    pub since: Option<Day>,
    /// When it was entered, where that was after the day from which it counts; nothing also where nobody wrote it.
    pub entered: Option<Day>,
    /// The day it was given up.
    pub dropped: Option<Day>,
    /// Why it was given up.
    pub why: Option<String>,
    /// The office's own keys.
    pub extra: Extra,
}

impl Measure {
    /// Tells whether the measure counts on `day`: added by then, and not given up.
    pub fn stands_on(&self, day: Day) -> bool {
        self.since.is_none_or(|since| since <= day)
            && self.dropped.is_none_or(|dropped| dropped > day)
    }

    /// Tells whether it has a last day of its own.
    pub fn has_own_limit(&self) -> bool {
        self.due.is_some() || self.limit.is_some()
    }
}
