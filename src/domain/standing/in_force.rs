//! By which policy limits were read, and how long that was in force.

use super::{AsOf, Line, Standing};
use crate::domain::day::Day;
use crate::domain::held::{Held, Periods};
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
    /// The days that 立行立改 gives, where the words say so, by the policy of the day on which they were read.
    pub fn immediate(&self) -> Option<Held<u32>> {
        self.words()
            .filter(|words| limit::is_immediate(words, &self.standing.ledger.head.phases))
            .map(|_| self.standing.held(self.read_on(), |policy| policy.immediate))
    }

    /// How periods were counted on the day on which its words were read.
    pub fn periods(&self) -> Held<Periods> {
        let periods = |policy: &Policy| Periods { days: policy.days, rest_day: policy.rest_day };
        self.standing.held(self.read_on(), periods)
    }

    /// Tells whether its words give a period that may end on a rest day.
    pub fn is_counted(&self) -> bool {
        let phases = &self.standing.ledger.head.phases;
        self.words().is_some_and(|words| match self.is_read_anew() {
            true => limit::is_counted_anew(words, phases),
            false => limit::is_counted(words, phases),
        })
    }

    /// Tells whether its words are those of an entry, and not of the plan.
    pub fn is_read_anew(&self) -> bool {
        self.deadline.read_on.is_some()
    }

    fn read_on(&self) -> Day {
        let plan = || plan_day(self.standing.ledger, self.standing.today);
        self.deadline.read_on.unwrap_or_else(plan)
    }
}
