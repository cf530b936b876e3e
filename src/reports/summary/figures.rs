//! The figures of one row, each with the ids behind it.

use std::collections::BTreeSet;

use super::further::Further;
use crate::domain::acts::State;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::money::Money;
use crate::domain::standing::{Fulfilment, Standing};

/// Counted problems. Every list holds the ids behind its figure, in the book's order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures {
    /// All.
    pub all: Vec<Id>,
    /// By state, in the order of `State::ALL`.
    pub states: [Vec<Id>; 6],
    /// Closed, and to be kept up for good.
    pub sustained: Vec<Id>,
    /// Overdue: a problem if it or any of its open measures is.
    pub overdue: Vec<Id>,
    /// Open measures past a day of their own, by the measure's own lead.
    pub late_measures: Vec<Id>,
    /// Due within a band of the policy.
    pub due_soon: Vec<Id>,
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
    pub fn add_late(&mut self, measure: Id) {
        self.late_measures.push(measure);
    }

    /// Counts one problem; `repeated` are those that a later one names.
    pub fn add(&mut self, standing: &Standing<'_>, repeated: &BTreeSet<Id>) {
        let id = || standing.id();
        self.all.push(id());
        self.states[place(standing.state)].push(id());
        if standing.state == State::Closed && standing.is_sustained() {
            self.sustained.push(id());
        }
        if standing.is_overdue() {
            self.overdue.push(id());
        }
        if standing.due_soon().is_some() {
            self.due_soon.push(id());
        }
        let occurrences = |fulfilment| {
            let duty = standing.duty.iter();
            duty.flat_map(move |duty| duty.days(fulfilment)).map(|day| (id(), day))
        };
        self.met.extend(occurrences(Fulfilment::Met));
        self.late.extend(occurrences(Fulfilment::Late));
        self.missed.extend(occurrences(Fulfilment::Missed));
        self.rated += usize::from(standing.counts_for_rate());
        self.add_money(standing);
        self.further.add(standing, repeated);
    }

    /// Counts the money of one problem. Nobody asks any more for that of one that is withdrawn.
    fn add_money(&mut self, standing: &Standing<'_>) {
        if standing.state == State::Withdrawn {
            return;
        }
        let involved = standing.problem.amount.unwrap_or_default();
        let recoverable = standing.problem.recoverable.unwrap_or(involved);
        self.involved = self.involved + involved;
        self.recovered = self.recovered + standing.recovered;
        self.recoverable = self.recoverable + recoverable.max(standing.recovered);
    }

    /// Money that is still to come back.
    pub fn outstanding(&self) -> Money {
        self.recoverable.less(self.recovered)
    }

    /// The ids in this state.
    pub fn in_state(&self, state: State) -> &[Id] {
        &self.states[place(state)]
    }

    /// Those in states in which nothing is worked on: suspended, transferred, withdrawn.
    pub fn resting(&self) -> Vec<Id> {
        let states = [State::Suspended, State::Transferred, State::Withdrawn];
        states.into_iter().flat_map(|state| self.in_state(state).iter().cloned()).collect()
    }

    /// Adds the figures of another row.
    #[must_use]
    pub(super) fn and(mut self, other: &Self) -> Self {
        extend(&mut self.all, &other.all);
        for (own, others) in self.states.iter_mut().zip(&other.states) {
            extend(own, others);
        }
        extend(&mut self.sustained, &other.sustained);
        extend(&mut self.overdue, &other.overdue);
        extend(&mut self.due_soon, &other.due_soon);
        extend(&mut self.met, &other.met);
        extend(&mut self.late, &other.late);
        extend(&mut self.missed, &other.missed);
        extend(&mut self.late_measures, &other.late_measures);
        self.rated += other.rated;
        self.involved = self.involved + other.involved;
        self.recovered = self.recovered + other.recovered;
        self.recoverable = self.recoverable + other.recoverable;
        self.further.extend(&other.further);
        self
    }

    /// Takes off the figures of a part that is counted in these.
    #[must_use]
    pub(super) fn without(mut self, part: &Self) -> Self {
        take_off(&mut self.all, &part.all);
        for (own, parts) in self.states.iter_mut().zip(&part.states) {
            take_off(own, parts);
        }
        take_off(&mut self.sustained, &part.sustained);
        take_off(&mut self.overdue, &part.overdue);
        take_off(&mut self.due_soon, &part.due_soon);
        take_off(&mut self.met, &part.met);
        take_off(&mut self.late, &part.late);
        take_off(&mut self.missed, &part.missed);
        take_off(&mut self.late_measures, &part.late_measures);
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

pub(super) fn extend<T: Clone>(own: &mut Vec<T>, others: &[T]) {
    own.extend_from_slice(others);
}

/// Removes each once.
pub(super) fn take_off<T: Ord>(own: &mut Vec<T>, others: &[T]) {
    let mut once: BTreeSet<_> = others.iter().collect();
    own.retain(|known| !once.remove(known));
}
