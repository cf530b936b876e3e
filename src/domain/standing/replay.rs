//! Plays the entries of a problem in their order and ends with how it stands.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::amended::amended;
use super::deadline::NewLimit;
use super::{Accounted, AsOf, Deadline, Duty, MeasureStanding, Standing, Terms, Watch, When};
use crate::domain::acts::{Allowed, State, allowed};
use crate::domain::day::Day;
use crate::domain::entry::{Act, Entry, Outcome};
use crate::domain::key::Key;
use crate::domain::limit::Counting;
use crate::domain::measure::Measure;
use crate::domain::money::Money;
use crate::domain::policy::Review;
use crate::domain::problem::{Kind, Problem};
use crate::domain::responsible::Responsible;

/// Plays the entries at these places, in this order.
pub(super) fn replay<'a>(
    as_of: &AsOf<'a>,
    terms: &Terms<'a>,
    problem: Cow<'a, Problem>,
    effective: Vec<usize>,
) -> Standing<'a> {
    let ledger = terms.ledger;
    let mut problem = amended(problem, &effective);
    // The entries take effect on what holds the problem, so they stand beside it meanwhile.
    let entries = match &mut problem {
        Cow::Borrowed(written) => Cow::Borrowed(&*written.entries),
        Cow::Owned(own) => Cow::Owned(std::mem::take(&mut own.entries)),
    };
    let counting = as_of.counting(ledger, &terms.plan);
    let measures = measures(as_of, &problem, &counting);
    let mut standing = Standing {
        book: as_of.book,
        ledger,
        today: as_of.today,
        policy: Arc::clone(&terms.today),
        state: State::Open,
        since: None,
        round: 1,
        responsible: Arc::new(problem.responsible.clone()),
        deadline: Deadline::new(problem.due, problem.limit.as_deref(), &counting),
        measures,
        reported: None,
        recovered: Money::ZERO,
        actuals: BTreeMap::new(),
        problem,
        effective,
        out_of_state: Vec::new(),
        duty: None,
        watch: None,
        noticed: None,
        accounted: [Accounted::default(); 4],
        answered: Vec::new(),
        history: Vec::new(),
        occurrences: BTreeMap::new(),
    };
    for at in 0..standing.effective.len() {
        let place = standing.effective[at];
        standing.take(as_of, place, &entries[place]);
    }
    if let (Cow::Owned(own), Cow::Owned(entries)) = (&mut standing.problem, entries) {
        own.entries = entries;
    }
    let above = Arc::clone(&standing.responsible);
    for measure in &mut standing.measures {
        // Most measures name nobody: those of the problem answer for them, and are not copied for each.
        measure.responsible = if measure.responsible.is_empty() {
            Arc::clone(&above)
        } else {
            Arc::new(measure.responsible.or(&above))
        };
    }
    if standing.problem.kind == Kind::Duty {
        standing.duty = Some(duty(as_of, &standing));
    }
    standing
}

/// The measures that stand, with nobody yet who answers for those that name nobody themselves.
fn measures(as_of: &AsOf<'_>, problem: &Problem, counting: &Counting<'_>) -> Vec<MeasureStanding> {
    let nobody = Arc::<Responsible>::default();
    let standing = problem.measures.iter().filter(|measure| measure.stands_on(as_of.today));
    let measure = |measure: &Measure| MeasureStanding {
        responsible: if measure.responsible.is_empty() {
            Arc::clone(&nobody)
        } else {
            Arc::new(measure.responsible.clone())
        },
        own: measure
            .has_own_limit()
            .then(|| Deadline::new(measure.due, measure.limit.as_deref(), counting)),
        earlier: Vec::new(),
        reported: None,
        noticed: None,
        measure: measure.clone(),
    };
    standing.map(measure).collect()
}

fn duty(as_of: &AsOf<'_>, standing: &Standing<'_>) -> Duty {
    let when = When::of(as_of, standing.ledger, &standing.problem);
    let words = standing.problem.every.as_deref();
    let was_active = |day| standing.state_on(day).is_active();
    Duty::new(when, words, &standing.occurrences, as_of.today, was_active)
}

/// The places of the entries that count on the day, in the order of their days and, on one day, of the file.
pub(super) fn effective(entries: &[Entry], today: Day) -> Vec<usize> {
    let known = || entries.iter().enumerate().filter(|(_, entry)| entry.on <= today);
    let mut void: Vec<Key> = Vec::new();
    // A later `void` may take back an earlier one, so the last is asked first.
    for (_, entry) in known().rev() {
        match entry.act {
            Act::Void { of } if !void.contains(&entry.key) => void.push(of),
            _ => {}
        }
    }
    let mut places: Vec<_> =
        known().filter(|(_, entry)| !void.contains(&entry.key)).map(|(place, _)| place).collect();
    places.sort_by_key(|place| entries[*place].on);
    places
}

impl Standing<'_> {
    /// Lets one entry take effect. An act that the state does not allow changes nothing; `check` names it.
    fn take(&mut self, as_of: &AsOf<'_>, place: usize, entry: &Entry) {
        if allowed(entry.act.kind(), self.state) == Allowed::No {
            self.out_of_state.push((place, self.state));
            return;
        }
        let (key, on) = (entry.key, entry.on);
        match &entry.act {
            Act::Done { measures, occurrence: None, .. } => self.report(measures, on),
            Act::Done { occurrence: Some(day), .. } => {
                self.occurrences.entry(*day).or_insert(on);
            }
            Act::Return { measures } => self.take_back_reports(measures),
            Act::Close { .. } => self.close(as_of, on),
            Act::Reopen { measures, limit, due, .. } => {
                let policy = as_of.book.policy(&self.ledger.head.policies, on);
                let counting = as_of.counting(self.ledger, &policy);
                let new = NewLimit { words: limit.as_deref(), due: *due, on, counting };
                self.reopen(key, measures, &new);
            }
            Act::Extend { measures, limit, due, asked, .. } => {
                let policy = as_of.book.policy(&self.ledger.head.policies, on);
                let counting = as_of.counting(self.ledger, &policy);
                let new = NewLimit { words: limit.as_deref(), due: Some(*due), on, counting };
                self.extend(key, measures, asked.unwrap_or(on), *due, &new);
            }
            Act::Assign { measures, to } => self.assign(measures, to),
            Act::Review { outcome, next, .. } => self.review(as_of, on, *outcome, *next),
            Act::Suspend { .. } => self.enter(State::Suspended, on),
            Act::Transfer { .. } => self.enter(State::Transferred, on),
            Act::Withdraw { .. } => self.enter(State::Withdrawn, on),
            Act::Notice { level, .. } => self.notice(as_of, on, *level),
            Act::Recover { amount, .. } => self.recovered = self.recovered + *amount,
            Act::Account { form, persons, times } => self.account(*form, *persons, *times),
            Act::Indicator { name, actual } => {
                self.actuals.insert(name.clone(), *actual);
            }
            Act::Progress { .. } | Act::Resume { .. } | Act::Amend { .. } | Act::Void { .. } => {}
        }
        let ends_a_rest = matches!(entry.act, Act::Resume { .. } | Act::Reopen { .. });
        if self.state.is_active() || ends_a_rest {
            // A duty is never done for good, so nobody waits to verify it.
            let done = self.reported.is_some() && self.problem.kind != Kind::Duty;
            let state = if done { State::Awaiting } else { State::Open };
            if state != self.state {
                self.enter(state, entry.on);
            }
        }
    }

    /// Closes it; what nobody had reported is reported with it, where the policy lets it be closed so.
    fn close(&mut self, as_of: &AsOf<'_>, on: Day) {
        if self.reported.is_none() && self.problem.kind != Kind::Duty {
            self.report_rest(on);
        }
        let (next, every) = self.next_review(as_of, on).unzip();
        self.watch = Some(Watch { from: on, last: None, next, every });
        self.enter(State::Closed, on);
    }

    fn review(&mut self, as_of: &AsOf<'_>, on: Day, outcome: Outcome, next: Option<Day>) {
        let by_policy = self.next_review(as_of, on).filter(|_| outcome == Outcome::Kept);
        let (next, every) = match next {
            Some(named) => (Some(named), None),
            None => by_policy.unzip(),
        };
        self.watch = Some(Watch { from: on, last: Some((on, outcome)), next, every });
    }

    /// When what is to be kept up is looked at again, by the policy in force on the day from which it counts.
    fn next_review(&self, as_of: &AsOf<'_>, from: Day) -> Option<(Day, Review)> {
        let from = from.known().filter(|_| self.is_sustained())?;
        let policy = as_of.book.policy(&self.ledger.head.policies, from);
        Some((from.plus_months(policy.review.months()), policy.review))
    }

    fn account(&mut self, form: u8, persons: Option<u32>, times: Option<u32>) {
        let place = usize::from(form.saturating_sub(1));
        if let Some(accounted) = self.accounted.get_mut(place) {
            accounted.add(persons, times);
        }
    }

    fn enter(&mut self, state: State, on: Day) {
        self.state = state;
        self.since = on.known();
        self.history.push((on, state));
    }

    /// The state at the end of a day.
    fn state_on(&self, day: Day) -> State {
        let entered = self.history.iter().rev().find(|(on, _)| *on <= day);
        entered.map_or(State::Open, |(_, state)| *state)
    }
}
