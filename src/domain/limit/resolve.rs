//! Parts of a limit → days, by the ledger's dates and never by today's.

use super::part::{Begin, Counted, Dated, Event, Fixed, From, Part, Unit};
use super::{Counting, Kind, Note, fixed};
use crate::domain::day::Day;
use crate::domain::policy::{DaysOf, RestDay};

/// What a part gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Resolved {
    pub(super) kind: Kind,
    pub(super) days: Vec<Day>,
    pub(super) provisional: bool,
    pub(super) notes: Vec<Note>,
}

impl Resolved {
    pub(super) fn plain(kind: Kind, days: Vec<Day>) -> Self {
        Self { kind, days, provisional: false, notes: Vec::new() }
    }
}

/// Counts one dated part.
pub(super) fn resolve(part: &Part, counting: &Counting<'_>) -> Resolved {
    match part {
        Part::Dated(dated) => of_dated(*dated, counting),
        Part::Either(one, other) => either(*one, *other, counting),
        Part::Immediate => immediate(counting),
        Part::SameDay => match counting.start(Event::Issued) {
            Some(day) => Resolved::plain(Kind::Day, vec![day]),
            None => no_start(Event::Issued),
        },
        _ => Resolved::plain(Kind::Unreadable, Vec::new()),
    }
}

fn of_dated(dated: Dated, counting: &Counting<'_>) -> Resolved {
    match dated {
        Dated::Fixed(fixed) => fixed::point(fixed, counting),
        Dated::Counted(period) => counted(period, counting),
    }
}

/// The last day before something begins, where there is one.
pub(super) fn before(begin: Begin, counting: &Counting<'_>) -> Option<Day> {
    let end = of_dated(begin.from, counting).days.last().copied()?;
    Some(match begin.from {
        Dated::Fixed(fixed) if !begin.over => {
            fixed::first_of_period(fixed.point, end).plus_days(-1)
        }
        _ => end,
    })
}

/// Two readings that are given both, as far as each gives a day.
fn either(one: Dated, other: Dated, counting: &Counting<'_>) -> Resolved {
    let (one, other) = (of_dated(one, counting), of_dated(other, counting));
    let mut days = one.days;
    for day in other.days {
        if !days.contains(&day) {
            days.push(day);
        }
    }
    let kind = match days.len() {
        0 => one.kind,
        1 => Kind::Day,
        _ => Kind::Ambiguous,
    };
    let provisional = one.provisional || other.provisional;
    Resolved { kind, days, provisional, notes: [one.notes, other.notes].concat() }
}

pub(super) fn no_start(event: Event) -> Resolved {
    Resolved { notes: vec![Note::NoStart(event)], ..Resolved::plain(Kind::NoStart, Vec::new()) }
}

fn immediate(counting: &Counting<'_>) -> Resolved {
    let Some(start) = counting.start(Event::Issued) else { return no_start(Event::Issued) };
    let days = counting.policy.immediate;
    let mut resolved = moved(start.plus_days(i64::from(days)), Kind::Immediate, counting);
    resolved.notes.insert(0, Note::Immediate { days });
    resolved
}

/// The first day is not counted (Civil Code, art. 201); months end where they end (art. 202).
fn counted(period: Counted, counting: &Counting<'_>) -> Resolved {
    let event = match period.from {
        From::Unsaid => Event::Issued,
        From::Event(event) => event,
        From::Point(point) => return from_point(point, period, counting),
        From::Within(first) => return from_month(first, period, counting),
    };
    match counting.start(event) {
        Some(start) => counted_from(start, period, counting),
        None => no_start(event),
    }
}

/// `自10月1日起3个月内`: two days where the first has two readings.
fn from_point(point: Fixed, period: Counted, counting: &Counting<'_>) -> Resolved {
    let start = fixed::readings(point, counting);
    let ends = start.days.iter().map(|day| counted_from(*day, period, counting));
    let all = ends.reduce(|mut all, end| {
        all.days.extend(end.days);
        all.provisional |= end.provisional;
        all
    });
    match all {
        Some(all) if all.days.len() > 1 => Resolved { kind: Kind::Ambiguous, ..all },
        Some(all) => all,
        None => start,
    }
}

/// `当月起3个月内`: the month that is named is itself the first.
fn from_month(first: Fixed, period: Counted, counting: &Counting<'_>) -> Resolved {
    let mut resolved = fixed::readings(first, counting);
    for day in &mut resolved.days {
        *day = day.month_start().plus_months(period.count.saturating_sub(1)).month_end();
    }
    resolved.notes.clear();
    plausible(resolved)
}

/// No book names a day so far away; the words are damaged.
fn plausible(resolved: Resolved) -> Resolved {
    if resolved.days.iter().all(|day| day.is_plausible()) {
        return resolved;
    }
    Resolved::plain(Kind::Unreadable, Vec::new())
}

fn counted_from(start: Day, period: Counted, counting: &Counting<'_>) -> Resolved {
    let count = i64::from(period.count);
    let end = match period.unit {
        Unit::Hours => start.plus_days((count + 23) / 24),
        Unit::Days if counting.policy.days == DaysOf::Working => {
            return working_days(start, period.count, counting);
        }
        Unit::Days => start.plus_days(count),
        Unit::Weeks => start.plus_days(7 * count),
        Unit::Months => start.plus_months(period.count),
        Unit::WorkingDays => return working_days(start, period.count, counting),
    };
    plausible(moved(end, Kind::Day, counting))
}

fn working_days(start: Day, count: u32, counting: &Counting<'_>) -> Resolved {
    // No limit of an office is longer; beyond it the walk over the days would be felt.
    if count > 2_000 {
        return Resolved::plain(Kind::Unreadable, Vec::new());
    }
    let end = counting.calendar.plus_working_days(start, count);
    let provisional = counting.calendar.is_provisional(end);
    plausible(Resolved { provisional, ..Resolved::plain(Kind::Day, vec![end]) })
}

/// Moves the end of a counted period off a rest day, as the policy says (Civil Code, art. 203).
fn moved(end: Day, kind: Kind, counting: &Counting<'_>) -> Resolved {
    let calendar = counting.calendar;
    let day = match counting.policy.rest_day {
        RestDay::Roll => calendar.working_from(end),
        RestDay::Before => calendar.working_until(end),
        RestDay::Keep => end,
    };
    let notes = if day == end { Vec::new() } else { vec![Note::Moved { from: end, to: day }] };
    let provisional = calendar.is_provisional(end) || calendar.is_provisional(day);
    Resolved { kind, days: vec![day], provisional, notes }
}
