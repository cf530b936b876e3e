//! Parts of a limit → days, by the ledger's dates and never by today's.

use super::part::{Begin, Counted, Dated, Event, Fixed, From, Month, Part, Point, Unit, Year};
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
        Dated::Fixed(fixed) => point(fixed, counting),
        Dated::Counted(period) => counted(period, counting),
    }
}

/// The last day before something begins, where there is one.
pub(super) fn before(begin: Begin, counting: &Counting<'_>) -> Option<Day> {
    let end = of_dated(begin.from, counting).days.last().copied()?;
    Some(match begin.from {
        Dated::Fixed(fixed) if !begin.over => first_of_period(fixed.point, end).plus_days(-1),
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
    let start = readings(point, counting);
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
    let mut resolved = readings(first, counting);
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
        Year::Written(year) | Year::Inherited(year) => Some(year),
        Year::Plan | Year::This => plan.map(Day::year),
        Year::After(years) => {
            plan.and_then(|plan| plan.year().checked_add(i32::try_from(years).ok()?))
        }
    };
    let Some(year) = written else { return no_start(Event::Issued) };
    if plan.is_none() && !takes_a_year(fixed.point) {
        return no_start(Event::Issued);
    }
    let Some(end) = end(fixed.point, year, counting).filter(|day| day.is_plausible()) else {
        return Resolved::plain(Kind::Unreadable, Vec::new());
    };
    let provisional = matches!(fixed.point, Point::Eve(_) | Point::Break(_) | Point::Workday(..))
        && counting.calendar.is_provisional(end);
    let resolved = Resolved { provisional, ..Resolved::plain(Kind::Day, vec![end]) };
    if fixed.before {
        let strict = first_of_period(fixed.point, end).plus_days(-1);
        return Resolved { kind: Kind::Ambiguous, days: vec![strict, end], ..resolved };
    }
    let Some(plan) = plan else { return resolved };
    if let (Point::Coming(_), true) = (fixed.point, end == plan) {
        // 周五前 on a Friday: today, or in a week?
        return Resolved { kind: Kind::Ambiguous, days: vec![end, end.plus_days(7)], ..resolved };
    }
    if end < plan && matches!(fixed.year, Year::Plan | Year::This | Year::Inherited(_)) {
        // Already past when the plan was issued: last spring, or next? 今年 may have been copied from last year's.
        let next = next(fixed.point, end, year, counting);
        let days = std::iter::once(end).chain(next).collect();
        return Resolved {
            kind: Kind::Ambiguous,
            days,
            notes: vec![Note::Past { plan }],
            ..resolved
        };
    }
    let told = fixed.year == Year::Plan && takes_a_year(fixed.point);
    Resolved { notes: told.then_some(Note::YearOfPlan(year)).into_iter().collect(), ..resolved }
}

/// The next day that the words may mean, where the nearest is past.
fn next(point: Point, end: Day, year: i32, counting: &Counting<'_>) -> Option<Day> {
    let later = match point {
        Point::Week(weeks, day) => Point::Week(weeks + 1, day),
        Point::Month(month) => Point::Month(month.next()),
        Point::MonthLess(month, days) => Point::MonthLess(month.next(), days),
        Point::Third(month, third) => Point::Third(month.next(), third),
        Point::DayOf(month, day) => Point::DayOf(month.next(), day),
        Point::Workday(month, nth) => Point::Workday(month.next(), nth),
        Point::Coming(_) => return Some(end.plus_days(7)),
        other => other,
    };
    self::end(later, if takes_a_year(point) { year + 1 } else { year }, counting)
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
            | Point::Coming(_)
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
        Point::Eve(festival) => Some(counting.calendar.eve_of_break(festival.begin(year)?)),
        Point::Break(festival) => Some(counting.calendar.end_of_break(festival.day(year)?)),
        Point::Coming(weekday) => {
            let plan = counting.start(Event::Issued)?;
            (0..7).map(|count| plan.plus_days(count)).find(|day| day.weekday() == weekday)
        }
        Point::Week(offset, weekday) => {
            let plan = counting.start(Event::Issued)?;
            let monday = plan.plus_days(-i64::from(plan.weekday().num_days_from_monday()));
            let day = weekday.unwrap_or(Weekday::Sun).num_days_from_monday();
            Some(monday.plus_days(i64::from(offset) * 7 + i64::from(day)))
        }
    }
}

/// The first day of the period that ends on a day, where 前 may mean before it.
fn first_of_period(point: Point, end: Day) -> Day {
    let months = match point {
        Point::Third(_, 3) => return end.month_start().plus_days(20),
        Point::Third(..) => return end.plus_days(-9),
        Point::Quarter(_) | Point::QuarterAfter(_) => 3,
        Point::Half(_) => 6,
        Point::Whole => 12,
        Point::Week(_, None) => return end.plus_days(-6),
        Point::Month(_) => 1,
        _ => return end,
    };
    end.month_start().months_before(months - 1)
}

fn first_of(month: Month, year: i32, counting: &Counting<'_>) -> Option<Day> {
    match month {
        Month::Number(month) => Day::new(year, month, 1),
        Month::After(offset) => {
            Some(counting.start(Event::Issued)?.month_start().plus_months(offset))
        }
    }
}
