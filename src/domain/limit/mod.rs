//! Time limits in the words of a plan: what day they give, or why they give none.
//!
//! The year comes from the ledger's own dates and never from today. A guess is never made: what has two readings
//! gives both, and what cannot be read says so.

mod cursor;
mod part;

use super::calendar::Calendar;
use super::day::Day;
use super::policy::{Policy, RestDay};
use cursor::Cursor;
use part::Part;

/// What limits are counted from.
#[derive(Debug, Clone, Copy)]
pub struct Counting<'a> {
    /// The day of the plan.
    pub issued: Option<Day>,
    /// The policy in force on that day.
    pub policy: &'a Policy,
    /// Which days are worked.
    pub calendar: &'a Calendar,
}

/// What the words of a limit give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What kind of limit it is.
    pub kind: Kind,
    /// The last day; of an ambiguous one the readings, of several each of them.
    pub days: Vec<Day>,
    /// 长期坚持 stands with it.
    pub sustained: bool,
    /// The result rests on a year whose working days are not published.
    pub provisional: bool,
}

/// What kind of limit the words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A day.
    Day,
    /// 立行立改: as many days as the policy says.
    Immediate,
    /// 长期坚持 alone: no last day.
    Sustained,
    /// Again and again: 每季度. No last day.
    Recurring,
    /// Several days, one for each part of the work.
    Several,
    /// Two possible days.
    Ambiguous,
    /// No date in it: 尽快, 适时.
    Vague,
    /// Not understood.
    Unreadable,
    /// Understood, but the ledger names no day to count from.
    NoStart,
}

impl Reading {
    /// Returns the last day where there is exactly one.
    pub fn day(&self) -> Option<Day> {
        match self.kind {
            Kind::Day | Kind::Immediate => self.days.first().copied(),
            _ => None,
        }
    }

    fn without_day(kind: Kind, sustained: bool) -> Self {
        Self { kind, days: Vec::new(), sustained, provisional: false }
    }
}

/// Reads the words of a limit.
pub fn read(words: &str, counting: &Counting<'_>) -> Reading {
    let Some(parts) = parts(words) else {
        return Reading::without_day(Kind::Unreadable, false);
    };
    let sustained = parts.contains(&Part::Sustained);
    if parts.contains(&Part::Recurring) {
        return Reading::without_day(Kind::Recurring, sustained);
    }
    let mut dated = parts.into_iter().filter(|part| !matches!(part, Part::Sustained | Part::Vague));
    match (dated.next(), dated.next()) {
        (None, _) if sustained => Reading::without_day(Kind::Sustained, true),
        (None, _) => Reading::without_day(Kind::Vague, false),
        (Some(only), None) => one(&only, sustained, counting),
        (Some(first), Some(second)) => {
            let all = [first, second].into_iter().chain(dated);
            several(all, sustained, counting)
        }
    }
}

/// Tells whether the words say 立行立改.
pub fn is_immediate(words: &str) -> bool {
    parts(words).is_some_and(|parts| parts.contains(&Part::Immediate))
}

/// Splits the words into their parts; nothing where some of them are not understood.
fn parts(words: &str) -> Option<Vec<Part>> {
    let mut cursor = Cursor::over(words);
    let mut parts = Vec::new();
    while cursor.skip_joints() {
        parts.push(Part::read(&mut cursor)?);
    }
    (!parts.is_empty()).then_some(parts)
}

fn several(parts: impl Iterator<Item = Part>, sustained: bool, counting: &Counting<'_>) -> Reading {
    let readings: Vec<_> = parts.map(|part| one(&part, sustained, counting)).collect();
    if let Some(unclear) = readings.iter().find(|reading| reading.day().is_none()) {
        return Reading { days: Vec::new(), ..unclear.clone() };
    }
    let provisional = readings.iter().any(|reading| reading.provisional);
    let days = readings.iter().filter_map(Reading::day).collect();
    Reading { kind: Kind::Several, days, sustained, provisional }
}

fn one(part: &Part, sustained: bool, counting: &Counting<'_>) -> Reading {
    let Some((kind, days)) = part.days(counting) else {
        return Reading::without_day(Kind::NoStart, sustained);
    };
    let provisional =
        kind == Kind::Immediate && days.iter().any(|day| counting.calendar.is_provisional(*day));
    Reading { kind, days, sustained, provisional }
}

/// Moves the end of a counted period off a rest day, as the policy says (Civil Code, art. 203).
fn off_rest_day(day: Day, counting: &Counting<'_>) -> Day {
    match counting.policy.rest_day {
        RestDay::Roll => counting.calendar.working_from(day),
        RestDay::Before => counting.calendar.working_until(day),
        RestDay::Keep => day,
    }
}

#[cfg(test)]
mod tests;
