//! Plays the entries of a problem in their order and ends with how it stands.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::{AsOf, Deadline, Duty, MeasureStanding, Standing, When};
use crate::domain::acts::{Allowed, State, allowed};
use crate::domain::amendment::{Amendment, Field, Value};
use crate::domain::day::Day;
use crate::domain::entry::{Act, Entry};
use crate::domain::key::Key;
use crate::domain::ledger::Ledger;
use crate::domain::measure::Measure;
use crate::domain::money::Money;
use crate::domain::problem::{Kind, Problem};
use crate::domain::responsible::Responsible;

pub(super) fn replay<'a>(
    as_of: &AsOf<'a>,
    ledger: &'a Ledger,
    written: &'a Problem,
) -> Standing<'a> {
    let effective = effective(&written.entries, as_of.today);
    let problem = amended(written, &effective);
    let plan_policy = as_of.plan_policy(ledger);
    let counting = as_of.counting(ledger, &plan_policy);
    let measures = problem.measures.iter().filter(|measure| measure.stands_on(as_of.today));
    let measures = measures.map(|measure| MeasureStanding {
        responsible: measure.responsible.clone(),
        own: measure
            .has_own_limit()
            .then(|| Deadline::new(measure.due, measure.limit.as_deref(), &counting)),
        reported: None,
        measure: measure.clone(),
    });
    let mut standing = Standing {
        ledger,
        today: as_of.today,
        policy: as_of.book.policy(&ledger.head.policies, as_of.today),
        immediate: plan_policy.immediate,
        state: State::Open,
        since: None,
        round: 1,
        responsible: problem.responsible.clone(),
        deadline: Deadline::new(problem.due, problem.limit.as_deref(), &counting),
        measures: measures.collect(),
        reported: None,
        recovered: Money::ZERO,
        actuals: BTreeMap::new(),
        problem,
        effective,
        out_of_state: Vec::new(),
        duty: None,
        history: Vec::new(),
        occurrences: BTreeMap::new(),
    };
    for place in standing.effective.clone() {
        standing.take(place, &written.entries[place]);
    }
    let above = standing.responsible.clone();
    standing
        .measures
        .iter_mut()
        .for_each(|measure| measure.responsible = measure.responsible.or(&above));
    if standing.problem.kind == Kind::Duty {
        standing.duty = Some(duty(as_of, &standing));
    }
    standing
}

fn duty(as_of: &AsOf<'_>, standing: &Standing<'_>) -> Duty {
    let when = When::of(as_of, standing.ledger, &standing.problem);
    let words = standing.problem.every.as_ref();
    let was_active = |day| standing.state_on(day).is_active();
    Duty::new(when, words, &standing.occurrences, as_of.today, was_active)
}

/// The places of the entries that count on the day, in the order of their days and, on one day, of the file.
fn effective(entries: &[Entry], today: Day) -> Vec<usize> {
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

/// Returns the problem with the right values that amendments gave it.
fn amended<'a>(problem: &'a Problem, effective: &[usize]) -> Cow<'a, Problem> {
    let mut amended = Cow::Borrowed(problem);
    for place in effective {
        if let Act::Amend { measure, change, .. } = &problem.entries[*place].act {
            match measure {
                None => amend_problem(amended.to_mut(), change),
                Some(no) => {
                    let mut measures = amended.to_mut().measures.iter_mut();
                    if let Some(measure) = measures.find(|measure| measure.no == *no) {
                        amend_measure(measure, change);
                    }
                }
            }
        }
    }
    amended
}

fn amend_problem(problem: &mut Problem, change: &Amendment) {
    match (change.field, change.value.clone()) {
        (Field::Title, Value::Text(text)) => problem.title = text,
        (Field::Detail, Value::Text(text)) => problem.detail = Some(text),
        (Field::Category, Value::Text(text)) => problem.category = Some(text),
        (Field::Source, Value::Text(text)) => problem.source = Some(text),
        (Field::Cause, Value::Text(text)) => problem.cause = Some(text),
        (Field::Reference, Value::Text(text)) => problem.reference = Some(text),
        (Field::Goal, Value::Text(text)) => problem.goal = Some(text),
        // The stored day wins over the words, so new words need the day that they mean.
        (Field::Limit, Value::Text(text)) => problem.limit = Some(text),
        (Field::Found, Value::Day(day)) => problem.found = Some(day),
        (Field::Due, Value::Day(day)) => problem.due = Some(day),
        (Field::Sustained, Value::Flag(flag)) => problem.sustained = flag,
        (Field::Amount, Value::Money(money)) => problem.amount = Some(money),
        (Field::Recoverable, Value::Money(money)) => problem.recoverable = Some(money),
        _ => {}
    }
}

fn amend_measure(measure: &mut Measure, change: &Amendment) {
    match (change.field, change.value.clone()) {
        (Field::Text, Value::Text(text)) => measure.text = text,
        (Field::Limit, Value::Text(text)) => measure.limit = Some(text),
        (Field::Due, Value::Day(day)) => measure.due = Some(day),
        (Field::Sustained, Value::Flag(flag)) => measure.sustained = flag,
        _ => {}
    }
}

impl Standing<'_> {
    /// Lets one entry take effect. An act that the state does not allow changes nothing; `check` names it.
    fn take(&mut self, place: usize, entry: &Entry) {
        if allowed(entry.act.kind(), self.state) == Allowed::No {
            self.out_of_state.push((place, self.state));
            return;
        }
        match &entry.act {
            Act::Done { measures, occurrence: None, .. } => self.report(measures, entry.on),
            Act::Done { occurrence: Some(day), .. } => {
                self.occurrences.entry(*day).or_insert(entry.on);
            }
            Act::Return { measures } => self.take_back_reports(measures),
            Act::Close { .. } => self.enter(State::Closed, entry.on),
            Act::Reopen { measures, limit, due, .. } => {
                self.reopen(measures, limit.as_deref(), *due);
            }
            Act::Extend { measures, limit, due, .. } => {
                self.extend(measures, limit.as_deref(), *due);
            }
            Act::Assign { measures, to } => self.assign(measures, to),
            Act::Suspend { .. } => self.enter(State::Suspended, entry.on),
            Act::Transfer { .. } => self.enter(State::Transferred, entry.on),
            Act::Withdraw { .. } => self.enter(State::Withdrawn, entry.on),
            Act::Recover { amount, .. } => self.recovered = self.recovered + *amount,
            Act::Indicator { name, actual } => {
                self.actuals.insert(name.clone(), *actual);
            }
            _ => {}
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

    fn enter(&mut self, state: State, on: Day) {
        self.state = state;
        self.since = Some(on);
        self.history.push((on, state));
    }

    /// The state at the end of a day.
    fn state_on(&self, day: Day) -> State {
        let entered = self.history.iter().rev().find(|(on, _)| *on <= day);
        entered.map_or(State::Open, |(_, state)| *state)
    }

    /// Marks the measures named, or all that stood on the day, as reported; a problem without measures as a whole.
    fn report(&mut self, named: &[u32], on: Day) {
        for measure in &mut self.measures {
            let meant = if named.is_empty() {
                measure.measure.stands_on(on)
            } else {
                named.contains(&measure.measure.no)
            };
            if meant {
                measure.reported = Some(on);
            }
        }
        let complete = self.measures.iter().all(|measure| measure.reported.is_some());
        self.reported = if self.measures.is_empty() {
            Some(on)
        } else {
            self.measures.iter().filter_map(|measure| measure.reported).max().filter(|_| complete)
        };
    }

    fn take_back_reports(&mut self, named: &[u32]) {
        self.reported = None;
        for measure in &mut self.measures {
            if named.is_empty() || named.contains(&measure.measure.no) {
                measure.reported = None;
            }
        }
    }

    /// Begins a new round of the parts named, or of all; their day is the new one, where one is given.
    fn reopen(&mut self, named: &[u32], words: Option<&str>, due: Option<Day>) {
        self.round += 1;
        self.take_back_reports(named);
        if named.is_empty() {
            self.deadline.begin_round(due, words);
            if due.is_some() {
                self.measures.iter_mut().for_each(|measure| measure.own = None);
            }
        } else if due.is_some() && self.deadline.is_given() {
            // What is open again is open until the new day, and nothing else of the problem is open.
            self.deadline.begin_round(due, words);
        }
        let fresh = Deadline {
            words: None,
            first: super::LastDay::NotGiven,
            now: super::LastDay::NotGiven,
            extensions: 0,
            provisional: false,
        };
        for measure in
            self.measures.iter_mut().filter(|measure| named.contains(&measure.measure.no))
        {
            if due.is_some() || measure.own.is_some() {
                measure.own.get_or_insert_with(|| fresh.clone()).begin_round(due, words);
            }
        }
    }

    /// Moves the day of what is named, and of nothing else.
    fn extend(&mut self, named: &[u32], words: Option<&str>, due: Day) {
        if named.is_empty() {
            self.deadline.extend(due, words);
        }
        let problem = self.deadline.clone();
        for measure in
            self.measures.iter_mut().filter(|measure| named.contains(&measure.measure.no))
        {
            measure.own.get_or_insert_with(|| problem.clone()).extend(due, words);
        }
    }

    fn assign(&mut self, named: &[u32], to: &Responsible) {
        if named.is_empty() {
            self.responsible = to.or(&self.responsible);
        }
        for measure in
            self.measures.iter_mut().filter(|measure| named.contains(&measure.measure.no))
        {
            measure.responsible = to.or(&measure.responsible);
        }
    }
}
