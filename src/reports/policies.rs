//! The policies that a report rests on: one, or several where ledgers have their own.

use crate::domain::book::BookHead;
use crate::domain::day::Day;
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
    let mut policies: Vec<InForce> = Vec::new();
    for standing in standings {
        let (name, own) = (&standing.ledger.name, &standing.ledger.head.policies);
        let since = Policy::since(standing.today, &book.policies, own);
        let same = |known: &&mut InForce| {
            known.since == since && part(&known.policy) == part(&standing.policy)
        };
        match policies.iter_mut().find(same) {
            Some(known) if known.ledgers.contains(name) => {}
            Some(known) => known.ledgers.push(name.clone()),
            None => {
                let (ledgers, policy) = (vec![name.clone()], standing.policy.clone());
                policies.push(InForce { ledgers, policy, since });
            }
        }
    }
    policies
}
