//! What holds for all problems of a ledger on a day, found once for all of them.

use std::borrow::Cow;
use std::sync::Arc;

use super::{AsOf, Standing, replay};
use crate::domain::ledger::Ledger;
use crate::domain::policy::Policy;
use crate::domain::problem::Problem;

/// What holds for all problems of a ledger on a day.
#[derive(Debug, Clone)]
pub struct Terms<'a> {
    /// The ledger.
    pub(super) ledger: &'a Ledger,
    /// The policy by which the limits of its plan are read.
    pub(super) plan: Arc<Policy>,
    /// The policy in force on the day.
    pub(super) today: Arc<Policy>,
}

impl<'a> AsOf<'a> {
    /// Finds what holds for all problems of a ledger on the day, once for all of them.
    pub fn terms(&self, ledger: &'a Ledger) -> Terms<'a> {
        let plan = self.plan_policy(ledger);
        let today = self.book.policy(&ledger.head.policies, self.today);
        Terms { ledger, plan: Arc::new(plan), today: Arc::new(today) }
    }

    /// Returns how a problem of a ledger stands, or nothing where it was found after the day.
    pub fn standing_by(
        &self,
        terms: &Terms<'a>,
        problem: Cow<'a, Problem>,
    ) -> Option<Standing<'a>> {
        let effective = replay::effective(&problem.entries, self.today);
        let standing = replay::replay(self, terms, problem, effective);
        // By the right day, where a slip in it was amended by then.
        standing.found().is_none_or(|found| found <= self.today).then_some(standing)
    }
}
