//! What figures count of one problem: found once, and added to each row in which it stands.

use std::collections::BTreeSet;

use super::further;
use super::{Listed, Occurrence, Tally};
use crate::domain::acts::State;
use crate::domain::figure::Figure;
use crate::domain::id::Id;
use crate::domain::money::Money;
use crate::domain::standing::{Accounted, Fulfilment, Standing};

/// What figures count of one problem.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a figure of its own")]
pub(super) struct Facts {
    /// Its id, where ids are asked for.
    pub(super) id: Option<Id>,
    pub(super) state: State,
    /// Closed, and to be kept up for good.
    pub(super) sustained: bool,
    pub(super) overdue: bool,
    pub(super) due_soon: bool,
    pub(super) rated: bool,
    /// Of a duty, what became of its occurrences.
    pub(super) met: Vec<Occurrence>,
    pub(super) late: Vec<Occurrence>,
    pub(super) missed: Vec<Occurrence>,
    /// Money involved, returned, and to come back.
    pub(super) money: [Money; 3],
    /// What became of the work; nothing of what is withdrawn.
    pub(super) further: Option<Further>,
}

/// What became of the work on one problem.
#[derive(Debug)]
pub(super) struct Further {
    pub(super) listed: Vec<Listed>,
    pub(super) tallies: [(Tally, i64); 3],
    pub(super) accounted: [Accounted; 4],
    /// What indicators only count, by name and unit.
    pub(super) counted: Vec<((String, String), Figure)>,
}

impl Facts {
    /// Finds them; `repeated` are the problems that a later one names, and `ids` tells whether ids are asked for.
    pub(super) fn of(standing: &Standing<'_>, repeated: &BTreeSet<Id>, ids: bool) -> Self {
        let came_back = !repeated.is_empty() && repeated.contains(&standing.id());
        let occurrences = |fulfilment| -> Vec<Occurrence> {
            let duty = standing.duty.iter();
            duty.flat_map(move |duty| duty.days(fulfilment))
                .map(|day| (standing.id(), day))
                .collect()
        };
        Self {
            id: ids.then(|| standing.id()),
            state: standing.state,
            sustained: standing.state == State::Closed && standing.is_sustained(),
            overdue: standing.is_overdue(),
            due_soon: standing.due_soon().is_some(),
            rated: standing.counts_for_rate(),
            met: occurrences(Fulfilment::Met),
            late: occurrences(Fulfilment::Late),
            missed: occurrences(Fulfilment::Missed),
            money: money(standing),
            further: (standing.state != State::Withdrawn).then(|| Further {
                listed: further::listed(standing, came_back),
                tallies: further::tallies(standing),
                accounted: standing.accounted,
                counted: further::counted(standing).collect(),
            }),
        }
    }
}

/// Nobody asks any more for the money of what is withdrawn.
fn money(standing: &Standing<'_>) -> [Money; 3] {
    if standing.state == State::Withdrawn {
        return [Money::ZERO; 3];
    }
    let involved = standing.problem.amount.unwrap_or_default();
    let recoverable = standing.problem.recoverable.unwrap_or(involved);
    [involved, standing.recovered, recoverable.max(standing.recovered)]
}
