//! A duty (定期事项): the days on which it falls due, and what became of each of them.
//!
//! Nothing of it is stored. The words of `every` give the days, and an entry `done` that names one of them meets it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{AsOf, Deadline, LastDay};
use crate::domain::calendar::Calendar;
use crate::domain::day::Day;
use crate::domain::ledger::Ledger;
use crate::domain::limit::{self, At, Counting, Event, Every, Kind, Note, Reading};
use crate::domain::problem::Problem;

/// A duty as it stands on a day.
#[derive(Debug, Clone)]
pub struct Duty {
    /// When it falls due.
    pub when: When,
    /// Its occurrences that are reported or missed, by their days. One on whose day the duty rested is asked of nobody.
    pub occurrences: Vec<Occurrence>,
    /// Its own line: its words and the next occurrence.
    pub(super) deadline: Deadline,
}

/// When a duty falls due.
#[derive(Debug, Clone)]
pub enum When {
    /// On days that can be told.
    Days(Schedule),
    /// On an event that no calendar knows: 每年汛期前. Whoever reports it names the day.
    Event(Reading),
    /// Nobody can tell: how its words read, where it has any.
    Unclear(Option<Reading>),
}

/// Days that recur.
#[derive(Debug, Clone)]
pub struct Schedule {
    every: Every,
    /// No occurrence lies before this day.
    pub from: Day,
    /// No occurrence lies after this day; without it, they go on.
    pub until: Option<Day>,
    calendar: Arc<Calendar>,
}

/// An occurrence of a duty, reported or missed.
#[derive(Debug, Clone)]
pub struct Occurrence {
    /// Its day, which is itself in time.
    pub day: Day,
    /// What became of it.
    pub fulfilment: Fulfilment,
    /// When it was first reported.
    pub reported: Option<Day>,
    pub(super) deadline: Deadline,
}

/// What became of an occurrence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fulfilment {
    /// Reported on its day or before.
    Met,
    /// Reported after its day.
    Late,
    /// Its day is past, and nobody has reported it.
    Missed,
}

impl When {
    /// Reads when a duty falls due: from its own `from`, else from the day it was found, else from that of the plan; to its
    /// own `until`, else to the end of the last phase.
    pub fn of(as_of: &AsOf<'_>, ledger: &Ledger, problem: &Problem) -> Self {
        let Some(words) = &problem.every else { return Self::Unclear(None) };
        let from = problem.from.or(problem.found).or(ledger.head.issued);
        let policy = as_of.plan_policy(ledger);
        let counting = Counting { from, ..as_of.counting(ledger, &policy) };
        let (reading, rhythms) = rhythms(words, &counting);
        match (reading.kind, rhythms.as_slice(), from) {
            (Kind::Recurring, [Every::Event], _) => Self::Event(reading),
            (Kind::Recurring, [every], Some(from)) => {
                let phases = ledger.head.phases.iter();
                let until = problem.until.or(phases.filter_map(|phase| phase.until).max());
                let calendar = Arc::clone(&as_of.calendar);
                Self::Days(Schedule { every: *every, from, until, calendar })
            }
            (Kind::Recurring, [_], None) => {
                let notes = vec![Note::NoStart(Event::Issued)];
                Self::Unclear(Some(Reading { kind: Kind::NoStart, notes, ..reading }))
            }
            (Kind::Recurring, several, _) => {
                let next = |every: &Every| every.next_after(from?, counting.calendar);
                let days = several.iter().filter_map(next).collect();
                Self::Unclear(Some(Reading { kind: Kind::Several, days, ..reading }))
            }
            _ => Self::Unclear(Some(reading)),
        }
    }

    /// Returns the occurrences before and after a day that is none; nothing where it is one, or nobody can tell.
    pub fn around(&self, day: Day) -> Option<(Option<Day>, Option<Day>)> {
        let Self::Days(schedule) = self else { return None };
        let before = schedule.days().take_while(|known| *known <= day).last();
        let after = || schedule.days().find(|known| *known > day);
        (before != Some(day)).then(|| (before, after()))
    }
}

impl When {
    /// Tells whether an occurrence is a working day of a year whose working days are not published.
    fn is_provisional(&self, day: Day) -> bool {
        let Self::Days(schedule) = self else { return false };
        let by_working_days = matches!(schedule.every, Every::Months { at: At::Workday(_), .. });
        by_working_days && schedule.calendar.is_provisional(day)
    }
}

/// How the words read, and each rhythm in them once: `每半年一总结，月月有报告` has two.
fn rhythms(words: &str, counting: &Counting<'_>) -> (Reading, Vec<Every>) {
    let (reading, steps) = limit::explain(words, counting);
    let mut rhythms: Vec<Every> = Vec::new();
    for step in steps.iter().filter(|step| step.kind == Kind::Recurring) {
        rhythms.extend(limit::read(&step.words, counting).every);
    }
    let mut once = Vec::new();
    rhythms.retain(|every| {
        let new = !once.contains(every);
        once.push(*every);
        new
    });
    if rhythms.is_empty() {
        rhythms.extend(reading.every);
    }
    (reading, rhythms)
}

impl Schedule {
    /// All occurrences in their order, to the last day that a book may name.
    pub fn days(&self) -> impl Iterator<Item = Day> + '_ {
        let last = self.until.unwrap_or(Day::LAST).min(Day::LAST);
        let next = move |day: Day| {
            self.every.next_after(day, &self.calendar).filter(|next| *next > day && *next <= last)
        };
        std::iter::successors(next(self.from.plus_days(-1)), move |day| next(*day))
    }
}

impl Duty {
    /// Tells how a duty stands, by the first report of each day that a report names, and by the days on which it was
    /// not at rest.
    pub(super) fn new(
        when: When,
        words: Option<&str>,
        reports: &BTreeMap<Day, Day>,
        today: Day,
        was_active: impl Fn(Day) -> bool,
    ) -> Self {
        let occurrence = |day: Day| {
            let reported = reports.get(&day).copied();
            let fulfilment = match reported {
                Some(on) if on <= day => Fulfilment::Met,
                Some(_) => Fulfilment::Late,
                None if day < today && was_active(day) => Fulfilment::Missed,
                None => return None,
            };
            let deadline = Deadline::standing(words, LastDay::Day(day), when.is_provisional(day));
            Some(Occurrence { day, fulfilment, reported, deadline })
        };
        let last = reports.keys().next_back().map_or(today, |last| today.max(*last));
        let occurrences = match &when {
            When::Days(schedule) => {
                schedule.days().take_while(|day| *day <= last).filter_map(occurrence).collect()
            }
            _ => reports.keys().copied().filter_map(occurrence).collect(),
        };
        let is_next = |day: &Day| *day >= today && !reports.contains_key(day);
        let next = match &when {
            When::Days(schedule) if was_active(today) => schedule.days().find(is_next),
            _ => None,
        };
        let day = match (&when, next) {
            (_, Some(day)) => LastDay::Day(day),
            (When::Days(_) | When::Unclear(None), None) => LastDay::NotGiven,
            (When::Event(reading), _) => LastDay::NoDay(reading.clone()),
            (When::Unclear(Some(reading)), _) => LastDay::Unclear(reading.clone()),
        };
        let provisional = next.is_some_and(|next| when.is_provisional(next));
        Self { when, occurrences, deadline: Deadline::standing(words, day, provisional) }
    }

    /// The next occurrence that is not yet reported, today or later; nothing where the duty rests or has ended.
    pub fn next(&self) -> Option<Day> {
        self.deadline.now.day()
    }

    /// Tells whether the next occurrence falls on a rest day; it is due on that day all the same.
    pub fn next_rests(&self) -> bool {
        let When::Days(schedule) = &self.when else { return false };
        self.next().is_some_and(|next| !schedule.calendar.is_working(next))
    }

    /// The days of the occurrences of which this became.
    pub fn days(&self, fulfilment: Fulfilment) -> impl Iterator<Item = Day> + '_ {
        let of = self.occurrences.iter().filter(move |known| known.fulfilment == fulfilment);
        of.map(|occurrence| occurrence.day)
    }

    /// How many occurrences this became of.
    pub fn count(&self, fulfilment: Fulfilment) -> usize {
        self.days(fulfilment).count()
    }
}

#[cfg(test)]
mod tests;
