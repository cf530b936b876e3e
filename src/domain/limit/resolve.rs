//! Parts of a limit → days, by the ledger's dates and never by today's.

use super::part::{Counted, Event, Fixed, Month, Part, Point, Unit, Year};
use super::{Counting, Kind, Note};
use crate::domain::day::{Day, Weekday};
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
    fn plain(kind: Kind, days: Vec<Day>) -> Self {
        Self { kind, days, provisional: false, notes: Vec::new() }
    }
}

/// Counts one dated part.
pub(super) fn resolve(part: &Part, counting: &Counting<'_>) -> Resolved {
    match part {
        Part::Fixed(fixed) => point(*fixed, counting),
        Part::Counted(period) => counted(*period, counting),
        Part::Immediate => immediate(counting),
        Part::SameDay => match counting.start(Event::Issued) {
            Some(day) => Resolved::plain(Kind::Day, vec![day]),
            None => no_start(Event::Issued),
        },
        _ => Resolved::plain(Kind::Unreadable, Vec::new()),
    }
}

fn no_start(event: Event) -> Resolved {
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
    let Some(start) = counting.start(period.event) else { return no_start(period.event) };
    let count = i64::from(period.count);
    let end = match period.unit {
        Unit::Hours => start.plus_days((count + 23) / 24),
        Unit::Days if counting.policy.days == DaysOf::Working => {
            return working_days(start, period.count, counting);
        }
        Unit::Days => start.plus_days(count),
        Unit::Weeks => start.plus_days(7 * count),
        Unit::Months if period.with_first => {
            start.plus_months(period.count.saturating_sub(1)).month_end()
        }
        Unit::Months => start.plus_months(period.count),
        Unit::WorkingDays => return working_days(start, period.count, counting),
    };
    moved(end, Kind::Day, counting)
}

fn working_days(start: Day, count: u32, counting: &Counting<'_>) -> Resolved {
    // No limit of an office is longer; beyond it the walk over the days would be felt.
    if count > 2_000 {
        return Resolved::plain(Kind::Unreadable, Vec::new());
    }
    let end = counting.calendar.plus_working_days(start, count);
    let provisional = counting.calendar.is_provisional(end);
    Resolved { provisional, ..Resolved::plain(Kind::Day, vec![end]) }
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

/// A named day stays where it is; the clerk is told where it is a rest day.
fn point(fixed: Fixed, counting: &Counting<'_>) -> Resolved {
    let mut resolved = readings(fixed, counting);
    for day in resolved.days.clone() {
        if !counting.calendar.is_working(day) {
            resolved.notes.push(Note::RestDay(day));
        }
    }
    resolved
}

fn readings(fixed: Fixed, counting: &Counting<'_>) -> Resolved {
    let plan = counting.start(Event::Issued);
    let written = match fixed.year {
        Year::Written(year) => Some(year),
        Year::Plan | Year::This => plan.map(Day::year),
        Year::After(years) => {
            plan.and_then(|plan| plan.year().checked_add(i32::try_from(years).ok()?))
        }
    };
    let Some(year) = written else { return no_start(Event::Issued) };
    let Some(end) = end(fixed.point, year, counting) else {
        return Resolved::plain(Kind::Unreadable, Vec::new());
    };
    if !end.is_plausible() {
        return Resolved::plain(Kind::Unreadable, Vec::new());
    }
    let provisional = matches!(fixed.point, Point::Eve(_) | Point::Workday(..))
        && counting.calendar.is_provisional(end);
    if fixed.before {
        let strict = begin(fixed.point, year).map(|begin| begin.plus_days(-1));
        let days = strict.into_iter().chain([end]).collect();
        return Resolved { provisional, ..Resolved::plain(Kind::Ambiguous, days) };
    }
    if let (Year::Plan, true, Some(plan)) = (fixed.year, takes_a_year(fixed.point), plan) {
        // Already past when the plan was issued: last spring, or next?
        if end < plan {
            let next = self::end(fixed.point, year + 1, counting);
            let days = std::iter::once(end).chain(next).collect();
            return Resolved {
                provisional,
                notes: vec![Note::Past { plan }],
                ..Resolved::plain(Kind::Ambiguous, days)
            };
        }
        return Resolved {
            provisional,
            notes: vec![Note::YearOfPlan(year)],
            ..Resolved::plain(Kind::Day, vec![end])
        };
    }
    Resolved { provisional, ..Resolved::plain(Kind::Day, vec![end]) }
}

/// Whether a point needs a year to be told: 次月 and 本周 do not.
fn takes_a_year(point: Point) -> bool {
    !matches!(
        point,
        Point::Month(Month::After(_))
            | Point::MonthLess(Month::After(_), _)
            | Point::Third(Month::After(_), _)
            | Point::DayOf(..)
            | Point::Workday(Month::After(_), _)
            | Point::QuarterAfter(_)
            | Point::Week(..)
    )
}

/// The last day of a point.
fn end(point: Point, year: i32, counting: &Counting<'_>) -> Option<Day> {
    match point {
        Point::Day(month, day) => Day::new(year, month, day),
        Point::Month(month) => Some(first_of(month, year, counting)?.month_end()),
        Point::MonthLess(month, days) => {
            Some(first_of(month, year, counting)?.month_end().plus_days(-i64::from(days)))
        }
        Point::Third(month, third) => {
            let first = first_of(month, year, counting)?;
            if third == 3 {
                Some(first.month_end())
            } else {
                Some(first.plus_days(i64::from(third) * 10 - 1))
            }
        }
        Point::DayOf(month, day) => {
            let first = first_of(month, year, counting)?;
            Day::new(first.year(), first.month(), day)
        }
        Point::Workday(month, nth) => {
            counting.calendar.nth_working_day(first_of(month, year, counting)?, nth)
        }
        Point::Quarter(quarter) => Some(Day::new(year, quarter * 3, 1)?.month_end()),
        Point::QuarterAfter(offset) => {
            let plan = counting.start(Event::Issued)?;
            let quarter = (plan.month() - 1) / 3 * 3 + 3;
            Some(Day::new(plan.year(), quarter, 1)?.plus_months(3 * offset).month_end())
        }
        Point::Half(half) => Some(Day::new(year, half * 6, 1)?.month_end()),
        Point::Whole => Day::new(year, 12, 31),
        Point::Eve(festival) => Some(counting.calendar.eve_of_break(festival.day(year)?)),
        Point::Week(offset, weekday) => {
            let plan = counting.start(Event::Issued)?;
            let monday = plan.plus_days(-i64::from(plan.weekday().num_days_from_monday()));
            let day = weekday.unwrap_or(Weekday::Sun).num_days_from_monday();
            Some(monday.plus_days(i64::from(offset) * 7 + i64::from(day)))
        }
    }
}

/// The first day of a point, where 前 may mean before it.
fn begin(point: Point, year: i32) -> Option<Day> {
    match point {
        Point::Month(Month::Number(month)) => Day::new(year, month, 1),
        Point::Quarter(quarter) => Day::new(year, quarter * 3 - 2, 1),
        Point::Half(half) => Day::new(year, half * 6 - 5, 1),
        Point::Whole => Day::new(year, 1, 1),
        _ => None,
    }
}

fn first_of(month: Month, year: i32, counting: &Counting<'_>) -> Option<Day> {
    match month {
        Month::Number(month) => Day::new(year, month, 1),
        Month::After(offset) => {
            Some(counting.start(Event::Issued)?.month_start().plus_months(offset))
        }
    }
}
