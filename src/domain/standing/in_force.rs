//! By which policy limits were read, and how long that was in force.

use super::{AsOf, Line, Standing};
use crate::domain::day::Day;
use crate::domain::held::Held;
use crate::domain::ledger::Ledger;
use crate::domain::limit;
use crate::domain::policy::Policy;

impl AsOf<'_> {
    /// The policy that limits of a ledger are read by: the one in force when the plan was issued.
    pub fn plan_policy(&self, ledger: &Ledger) -> Policy {
        self.book.policy(&ledger.head.policies, plan_day(ledger, self.today))
    }
}

/// The day by whose policy the limits of a plan are read.
fn plan_day(ledger: &Ledger, today: Day) -> Day {
    ledger.head.issued.unwrap_or(today)
}

impl Standing<'_> {
    /// What one part of its policy is on a day, and how long that holds.
    pub fn held<T: PartialEq>(&self, day: Day, part: impl Fn(&Policy) -> T) -> Held<T> {
        Held::on(day, &self.book.policies, &self.ledger.head.policies, part)
    }
}

impl Line<'_> {
    /// Tells whether its words say 立行立改.
    pub fn is_immediate(&self) -> bool {
        let phases = &self.standing.ledger.head.phases;
        self.words().is_some_and(|words| limit::is_immediate(words, phases))
    }

    /// Tells whether its words give a period that may end on a rest day.
    pub fn is_counted(&self) -> bool {
        let phases = &self.standing.ledger.head.phases;
        self.words().is_some_and(|words| {
            if self.is_read_anew() {
                limit::is_counted_anew(words, phases)
            } else {
                limit::is_counted(words, phases)
            }
        })
    }

    /// Tells whether its words are those of an entry, and not of the plan.
    pub fn is_read_anew(&self) -> bool {
        self.deadline.read_on.is_some()
    }

    /// The day by whose policy its words were read: that of the plan, or of the entry that gave them.
    pub fn read_on(&self) -> Day {
        let plan = || plan_day(self.standing.ledger, self.standing.today);
        self.deadline.read_on.unwrap_or_else(plan)
    }
}
