//! The policies that a report rests on: one, or several where ledgers have their own.

use std::sync::Arc;

use crate::domain::book::BookHead;
use crate::domain::day::Day;
use crate::domain::ledger::Ledger;
use crate::domain::policy::Policy;
use crate::domain::standing::Standing;

/// A policy in force on the day asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InForce {
    /// The ledgers in which it holds, in the book's order.
    pub ledgers: Vec<String>,
    /// What is in force.
    pub policy: Policy,
    /// Since when; nothing where no day is written.
    pub since: Option<Day>,
}

/// Returns the policies of the ledgers of these problems; ledgers that decide alike in what `part` asks for share one.
pub fn in_force<T: PartialEq>(
    standings: &[Standing<'_>],
    book: &BookHead,
    part: impl Fn(&Policy) -> T,
) -> Vec<InForce> {
    let mut ledgers = Ledgers::default();
    for standing in standings {
        ledgers.add(standing);
    }
    ledgers.in_force(book, part)
}

/// The ledgers that problems belong to, with the policy of the day asked for, in the order in which they come up.
#[derive(Debug, Clone, Default)]
pub(super) struct Ledgers<'a>(Vec<(&'a Ledger, Day, Arc<Policy>)>);

impl<'a> Ledgers<'a> {
    /// Takes in the ledger of a problem.
    pub(super) fn add(&mut self, standing: &Standing<'a>) {
        self.push(standing.ledger, standing.today, &standing.policy);
    }

    fn push(&mut self, ledger: &'a Ledger, today: Day, policy: &Arc<Policy>) {
        let same = |known: &(&Ledger, Day, _)| std::ptr::eq(known.0, ledger) && known.1 == today;
        if !self.0.iter().rev().any(same) {
            self.0.push((ledger, today, Arc::clone(policy)));
        }
    }

    /// Takes in those of what comes behind.
    pub(super) fn append(&mut self, other: Self) {
        for (ledger, today, policy) in other.0 {
            self.push(ledger, today, &policy);
        }
    }

    /// Their policies; ledgers that decide alike in what `part` asks for share one.
    pub(super) fn in_force<T: PartialEq>(
        &self,
        book: &BookHead,
        part: impl Fn(&Policy) -> T,
    ) -> Vec<InForce> {
        let mut policies: Vec<InForce> = Vec::new();
        for (ledger, today, policy) in &self.0 {
            let since = Policy::since(*today, &book.policies, &ledger.head.policies);
            let same =
                |known: &&mut InForce| known.since == since && part(&known.policy) == part(policy);
            match policies.iter_mut().find(same) {
                Some(known) if known.ledgers.contains(&ledger.name) => {}
                Some(known) => known.ledgers.push(ledger.name.clone()),
                None => {
                    let (ledgers, policy) = (vec![ledger.name.clone()], Policy::clone(policy));
                    policies.push(InForce { ledgers, policy, since });
                }
            }
        }
        policies
    }
}
