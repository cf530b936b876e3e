//! Points of the calendar → days.

use super::part::{Event, Fixed, Month, Point, Year};
use super::resolve::{Resolved, no_start};
use super::{Counting, Kind, Note};
use crate::domain::day::{Day, Weekday};

/// A named day stays where it is; the clerk is told where it is a rest day.
pub(super) fn point(fixed: Fixed, counting: &Counting<'_>) -> Resolved {
    let mut resolved = readings(fixed, counting);
    for day in resolved.days.clone() {
        if !counting.calendar.is_working(day) {
            resolved.notes.push(Note::RestDay(day));
        }
    }
    resolved
}

pub(super) fn readings(fixed: Fixed, counting: &Counting<'_>) -> Resolved {
    if let Point::Told(day) = fixed.point {
        return Resolved { notes: vec![Note::Phase], ..Resolved::plain(Kind::Day, vec![day]) };
    }
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
        let notes = vec![Note::Past { plan }];
        return match next(fixed.point, end, year, counting) {
            Some(next) => {
                Resolved { kind: Kind::Ambiguous, days: vec![end, next], notes, ..resolved }
            }
            // 29 February, and the next year has none.
            None => Resolved { notes, ..Resolved::plain(Kind::Unreadable, Vec::new()) },
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
        Point::Told(day) => Some(day),
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
pub(super) fn first_of_period(point: Point, end: Day) -> Day {
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
