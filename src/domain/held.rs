//! On which days a decision of the policy holds.

use super::day::Day;
use super::policy::{DaysOf, Policy, PolicyEntry, RestDay};

/// A decision, and the days on which it holds without a break.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held<T> {
    /// What is decided.
    pub value: T,
    /// The first day; nothing where it holds from the beginning.
    pub from: Option<Day>,
    /// The last day; nothing where no later decision ends it.
    pub until: Option<Day>,
}

/// How periods are counted that begin with an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Periods {
    /// What a day is.
    pub days: DaysOf,
    /// What becomes of an end on a rest day.
    pub rest_day: RestDay,
}

impl<T: PartialEq> Held<T> {
    /// Returns what is decided on `day` in one part of the policy.
    pub fn on(
        day: Day,
        book: &[PolicyEntry],
        ledger: &[PolicyEntry],
        part: impl Fn(&Policy) -> T,
    ) -> Self {
        let on = |day| part(&Policy::on(day, book, ledger));
        let value = on(day);
        let mut changes: Vec<_> =
            book.iter().chain(ledger).filter_map(|entry| entry.from).collect();
        changes.sort_unstable();
        let before = changes.iter().rev().filter(|change| **change <= day);
        let from = before.copied().find(|change| on(change.plus_days(-1)) != value);
        let after = changes.iter().filter(|change| **change > day);
        let end = after.copied().find(|change| on(*change) != value);
        Self { from, until: end.map(|end| end.plus_days(-1)), value }
    }
}
