//! The figures of one row, each with the ids behind it.

use std::collections::BTreeSet;

use super::facts::Facts;
use super::further::Further;
use super::ids::Ids;
use crate::domain::acts::State;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::money::Money;

/// Counted problems. Every list holds the ids behind its figure, in the book's order, where they are asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures {
    /// All.
    pub all: Ids,
    /// By state, in the order of `State::ALL`.
    pub states: [Ids; 6],
    /// Closed, and to be kept up for good.
    pub sustained: Ids,
    /// Overdue: a problem if it or any of its open measures is.
    pub overdue: Ids,
    /// Open measures past a day of their own, by the measure's own lead.
    pub late_measures: Ids,
    /// Due within a band of the policy.
    pub due_soon: Ids,
    /// Those that enter the completion rate: all but transferred and withdrawn.
    pub rated: usize,
    /// Of duties: occurrences reported in time.
    pub met: Vec<Occurrence>,
    /// Of duties: occurrences reported after their day.
    pub late: Vec<Occurrence>,
    /// Of duties: occurrences that were missed.
    pub missed: Vec<Occurrence>,
    /// Money involved.
    pub involved: Money,
    /// Money returned.
    pub recovered: Money,
    /// Money that is to come back: what the problem says, else all that it involves; never less than came back.
    pub recoverable: Money,
    /// What became of the work.
    pub further: Further,
}

/// An occurrence: the duty's id and its day.
pub type Occurrence = (Id, Day);

impl Figures {
    /// Counts a measure that is late.
    pub(super) fn add_late(&mut self, measure: Option<Id>) {
        self.late_measures.push(measure);
    }

    /// Counts one problem.
    pub(super) fn add(&mut self, facts: &Facts) {
        let id = || facts.id.clone();
        self.all.push(id());
        self.states[place(facts.state)].push(id());
        let also = [
            (facts.sustained, &mut self.sustained),
            (facts.overdue, &mut self.overdue),
            (facts.due_soon, &mut self.due_soon),
        ];
        also.into_iter().filter(|(holds, _)| *holds).for_each(|(_, ids)| ids.push(id()));
        self.met.extend_from_slice(&facts.met);
        self.late.extend_from_slice(&facts.late);
        self.missed.extend_from_slice(&facts.missed);
        self.rated += usize::from(facts.rated);
        let [involved, recovered, recoverable] = facts.money;
        self.involved = self.involved + involved;
        self.recovered = self.recovered + recovered;
        self.recoverable = self.recoverable + recoverable;
        if let Some(further) = &facts.further {
            self.further.add(further, facts.id.as_ref());
        }
    }

    /// Money that is still to come back.
    pub fn outstanding(&self) -> Money {
        self.recoverable.less(self.recovered)
    }

    /// The ids in this state.
    pub fn in_state(&self, state: State) -> &Ids {
        &self.states[place(state)]
    }

    /// Those in states in which nothing is worked on: suspended, transferred, withdrawn.
    pub fn resting(&self) -> Ids {
        let states = [State::Suspended, State::Transferred, State::Withdrawn];
        let mut resting = Ids::default();
        for state in states {
            resting.extend(self.in_state(state));
        }
        resting
    }

    /// Adds the figures of another row.
    pub(super) fn extend(&mut self, other: &Self) {
        self.all.extend(&other.all);
        for (own, others) in self.states.iter_mut().zip(&other.states) {
            own.extend(others);
        }
        self.sustained.extend(&other.sustained);
        self.overdue.extend(&other.overdue);
        self.due_soon.extend(&other.due_soon);
        self.met.extend_from_slice(&other.met);
        self.late.extend_from_slice(&other.late);
        self.missed.extend_from_slice(&other.missed);
        self.late_measures.extend(&other.late_measures);
        self.rated += other.rated;
        self.involved = self.involved + other.involved;
        self.recovered = self.recovered + other.recovered;
        self.recoverable = self.recoverable + other.recoverable;
        self.further.extend(&other.further);
    }

    /// Takes off the figures of a part that is counted in these.
    #[must_use]
    pub(super) fn without(mut self, part: &Self) -> Self {
        self.all.take_off(&part.all);
        for (own, parts) in self.states.iter_mut().zip(&part.states) {
            own.take_off(parts);
        }
        self.sustained.take_off(&part.sustained);
        self.overdue.take_off(&part.overdue);
        self.due_soon.take_off(&part.due_soon);
        take_off(&mut self.met, &part.met);
        take_off(&mut self.late, &part.late);
        take_off(&mut self.missed, &part.missed);
        self.late_measures.take_off(&part.late_measures);
        self.rated -= part.rated;
        self.involved = self.involved.less(part.involved);
        self.recovered = self.recovered.less(part.recovered);
        self.recoverable = self.recoverable.less(part.recoverable);
        self.further.take_off(&part.further);
        self
    }
}

fn place(state: State) -> usize {
    State::ALL.iter().position(|known| *known == state).unwrap_or(0)
}

/// Removes each once.
fn take_off<T: Ord>(own: &mut Vec<T>, others: &[T]) {
    let mut once: BTreeSet<_> = others.iter().collect();
    own.retain(|known| !once.remove(known));
}
