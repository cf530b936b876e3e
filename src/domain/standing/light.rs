//! Lights: what a line calls for, at a glance. Its colour, and its words, are the renderer's.

use super::{LastDay, Line, Standing};
use crate::domain::acts::State;
use crate::domain::problem::Kind;

/// What a line calls for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Light {
    /// Open on a day after its last day; of a duty, with an occurrence that was missed.
    Overdue,
    /// Open, and its last day is near.
    Due {
        /// The narrowest band of the policy that holds the days left.
        band: u32,
        /// Whether the policy has none that is narrower.
        narrowest: bool,
    },
    /// Open, and its last day is farther off than any band.
    OnSchedule,
    /// Open, and there is no last day by which it could be late.
    NoDay,
    /// Reported done, and not yet verified.
    Awaiting,
    /// Verified.
    Closed,
    /// Closed, and the next review is near.
    ReviewDue,
    /// Closed, and the next review should have been.
    ReviewOverdue,
    /// Closed, and a review found that it had come back.
    Relapsed,
    /// Suspended, transferred or withdrawn.
    Resting(State),
}

impl Line<'_> {
    /// The light of the line. A closed problem never is overdue, only its review can be.
    pub fn light(&self) -> Light {
        let standing = self.standing;
        match standing.state {
            State::Closed => standing.light_of_watch(),
            State::Awaiting => Light::Awaiting,
            State::Open if self.is_late() => Light::Overdue,
            State::Open if !self.is_open() => Light::Awaiting, // a measure that is reported
            State::Open => self.light_of_day(),
            resting => Light::Resting(resting),
        }
    }

    /// A duty's own line has the day of the next occurrence, and is late while an earlier one is missed.
    fn is_late(&self) -> bool {
        let whole_duty = self.standing.duty.is_some() && self.measure.is_none();
        self.days_late().is_some() || (whole_duty && self.standing.is_overdue())
    }

    fn light_of_day(&self) -> Light {
        let bands = &self.standing.policy.bands;
        match (self.last_day(), self.band()) {
            (_, Some(band)) => Light::Due { band, narrowest: bands.iter().min() == Some(&band) },
            (LastDay::Day(_), None) => Light::OnSchedule,
            _ if self.standing.problem.kind == Kind::Duty => Light::OnSchedule,
            _ => Light::NoDay,
        }
    }
}

impl Standing<'_> {
    /// Tells whether it is closed and its next review falls due within the widest band of the policy.
    pub fn is_review_due(&self) -> bool {
        self.state == State::Closed && self.light_of_watch() == Light::ReviewDue
    }

    fn light_of_watch(&self) -> Light {
        if self.relapsed().is_some() {
            return Light::Relapsed;
        }
        if self.review_days_late().is_some() {
            return Light::ReviewOverdue;
        }
        let widest = self.policy.bands.iter().max().copied().map(i64::from);
        let next = self.watch.and_then(|watch| watch.next);
        let left = next.map(|next| self.today.days_until(next));
        if left.zip(widest).is_some_and(|(left, widest)| left <= widest) {
            Light::ReviewDue
        } else {
            Light::Closed
        }
    }
}
