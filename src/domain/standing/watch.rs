//! What becomes of a problem after it is closed, and what it cost: reviews, and persons held to account.

use super::Standing;
use crate::domain::acts::State;
use crate::domain::day::Day;
use crate::domain::entry::Outcome;
use crate::domain::money::Money;
use crate::domain::policy::Review;

/// The watch over a closed problem (回访).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Watch {
    /// The close or the last review, from which the next one is counted.
    pub from: Day,
    /// The last review since the close, and what it found.
    pub last: Option<(Day, Outcome)>,
    /// When to look again; the day itself is in time. Nothing where it need not be kept up, has
    /// relapsed, or nobody knows from when it counts.
    pub next: Option<Day>,
    /// The period of the policy that gave that day; nothing where a review named it.
    pub every: Option<Review>,
}

/// Persons held to account by one of the four forms (四种形态).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Accounted {
    /// Persons (人).
    pub persons: u32,
    /// Times (人次); where only persons are told, each counts once.
    pub times: u32,
}

impl Accounted {
    /// Adds what one entry, or another sum, tells.
    pub fn add(&mut self, persons: Option<u32>, times: Option<u32>) {
        self.persons = self.persons.saturating_add(persons.unwrap_or(0));
        self.times = self.times.saturating_add(times.or(persons).unwrap_or(0));
    }
}

impl Standing<'_> {
    /// By how many days its review is overdue; nothing where it is not. A closed problem itself never is.
    pub fn review_days_late(&self) -> Option<i64> {
        let next = self.watch.filter(|_| self.state == State::Closed)?.next?;
        // What has come back is to be reopened; to look at it once more would tell nothing new.
        if self.relapsed().is_some() {
            return None;
        }
        let late = next.days_until(self.today);
        (late > 0).then_some(late)
    }

    /// When a review found that it had come back, where nobody has reopened it since.
    pub fn relapsed(&self) -> Option<Day> {
        let (on, outcome) = self.watch.filter(|_| self.state == State::Closed)?.last?;
        (outcome == Outcome::Relapsed).then_some(on)
    }

    /// The money that is still to come back; nothing where none is involved.
    pub fn outstanding(&self) -> Option<Money> {
        let whole = self.problem.recoverable.or(self.problem.amount)?;
        Some(whole.less(self.recovered))
    }

    /// Tells whether an extension has moved its day, or that of one of its measures, in this round.
    pub fn is_extended(&self) -> bool {
        let own = self.measures.iter().filter_map(|measure| measure.own.as_ref());
        own.chain([&self.deadline]).any(|deadline| !deadline.extensions().is_empty())
    }
}
