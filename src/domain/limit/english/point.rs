//! Points of the calendar in English: `by 31 October 2026`, `end of October`, `end of Q3`, `2026-10-31`, `next month`.

use super::names::{month, ordinal, weekday};
use crate::domain::calendar::Festival;
use crate::domain::limit::part::{Dated, Fixed, Month, Part, Point, Year};

/// Reads a point that takes all of the words; for a range, its end.
pub(super) fn part(words: &[&str]) -> Option<Part> {
    let words = words.strip_suffix(&["at"]).unwrap_or(words);
    if let ["before", rest @ ..] | ["prior", "to", rest @ ..] = words
        && let (year, name) = year_around(rest)
        && let Some(festival) = festival(name)
    {
        return Some(Part::fixed(year, Point::Eve(festival)));
    }
    if let ["from", "now" | "today", "to" | "until" | "till" | "through", end @ ..] = words {
        return point(end, false);
    }
    let first = words.first()?;
    let range =
        matches!(*first, "from" | "between") || ordinal(first).is_some() || month(first).is_some();
    let ends =
        words.iter().rposition(|word| matches!(*word, "to" | "and" | "until" | "through" | "-"));
    if let (true, Some(place)) = (range, ends) {
        // `from 1 October to 31 December 2026`: both ends must be points, so that nothing else is passed over.
        let begin = words[..place].strip_prefix(&["from"]).unwrap_or(&words[..place]);
        let begin = begin.strip_prefix(&["between"]).unwrap_or(begin);
        return point(begin, false).and_then(|_| point(&words[place + 1..], false));
    }
    let strictly = matches!(*first, "before" | "prior");
    let (before, words) = preposition(words)?;
    let part = point(words, before)?;
    Some(match part {
        // `before 31 October` leaves the day out, and those who mean 前 take it in.
        Part::Dated(Dated::Fixed(fixed)) if strictly && matches!(fixed.point, Point::Day(..)) => {
            Part::Dated(Dated::Fixed(Fixed { before: true, ..fixed }))
        }
        other => other,
    })
}

/// What stands before the point: whether 前 may mean before a whole period begins. `from` and `after` give no end.
#[expect(clippy::unnested_or_patterns, reason = "each line is one way to say it")]
fn preposition<'a>(words: &'a [&'a str]) -> Option<(bool, &'a [&'a str])> {
    let (before, rest) = match words {
        ["no" | "not", "later", "than", rest @ ..]
        | ["due", "by" | "on" | "in", rest @ ..]
        | ["on", "or", "before", rest @ ..]
        | ["due" | "target", "date", rest @ ..]
        | ["deadline", rest @ ..]
        | ["due", rest @ ..] => (true, rest),
        ["prior", "to", rest @ ..] | ["before" | "prior" | "by" | "until" | "till", rest @ ..] => {
            (true, rest)
        }
        ["on" | "in" | "at" | "during" | "within" | "through", rest @ ..] => (false, rest),
        other => (false, other),
    };
    let rest = match rest {
        ["close" | "end", "of", "business" | "day", rest @ ..]
        | ["cob" | "eod" | "eob" | "noon", rest @ ..]
        | [_, "pm" | "am", rest @ ..] => rest.strip_prefix(&["on"]).unwrap_or(rest),
        other => other,
    };
    let rest = match rest {
        // `Friday 30 October`.
        [day, date @ ..] if weekday(day).is_some() && !date.is_empty() => date,
        other => other,
    };
    (!rest.is_empty()).then_some((before, rest))
}

/// The end of the plan's own month, quarter, year or week.
fn end_of_own(words: &[&str]) -> Option<Part> {
    let point = match words {
        ["year-end" | "eoy", rest @ ..] | ["year", "end", rest @ ..] => return year_end(rest),
        ["month-end" | "eom"] | ["month", "end"] => Point::Month(Month::After(0)),
        ["quarter-end" | "eoq"] | ["quarter", "end"] => Point::QuarterAfter(0),
        ["eow"] => Point::Week(0, None),
        // `the 10th of the following month`.
        [day, "of", which @ ("this" | "next" | "following"), "month"] => {
            Point::DayOf(Month::After(u32::from(*which != "this")), ordinal(day)?)
        }
        _ => return None,
    };
    Some(Part::fixed(Year::Plan, point))
}

fn point(words: &[&str], before: bool) -> Option<Part> {
    if let Some(part) = end_of_own(words) {
        return Some(part);
    }
    let (ended, words) = match words {
        ["end", "of" | "-", rest @ ..] | ["end" | "late", rest @ ..] => (true, rest),
        // `October-December`.
        [range, rest @ ..] if months(range).is_some() => {
            return point(&[&["end", months(range)?], rest].concat(), before);
        }
        [word, rest @ ..] if word.starts_with("end-") && rest.len() < 2 => {
            let name: Vec<&str> = std::iter::once(&word[4..]).chain(rest.iter().copied()).collect();
            return point(&[&["end"], name.as_slice()].concat(), before);
        }
        other => (false, other),
    };
    if let [date] = words
        && !ended
        && let Some(part) = figures(date)
    {
        return Some(part);
    }
    let (year, words) = year_of(words);
    let fixed =
        |year, point, before| Some(Part::Dated(Dated::Fixed(Fixed { year, point, before })));
    if let Some(point) = said(words) {
        let year = match words {
            ["this", "year"] => Year::This,
            ["next", "year"] => Year::After(1),
            _ => year,
        };
        return fixed(year, point, before && !ended);
    }
    let point = match words {
        [] => (year != Year::Plan).then_some(Point::Whole)?,
        [name] if month(name).is_some() => Point::Month(Month::Number(month(name)?)),
        [day, name] | [day, "of", name] if month(name).is_some() && !ended => {
            return fixed(year, Point::Day(month(name)?, ordinal(day)?), false);
        }
        [name, day] if month(name).is_some() && !ended => {
            return fixed(year, Point::Day(month(name)?, ordinal(day)?), false);
        }
        // `next Friday` is the coming one to some, and that of the next week to others.
        ["next", day] => {
            let day = weekday(day)?;
            let reading = |point| Dated::Fixed(Fixed { year: Year::Plan, point, before: false });
            return Some(Part::Either(
                reading(Point::Coming(day)),
                reading(Point::Week(1, Some(day))),
            ));
        }
        ["this", day] => return fixed(year, Point::Week(0, Some(weekday(day)?)), false),
        [day] if before && weekday(day).is_some() => {
            return fixed(year, Point::Coming(weekday(day)?), false);
        }
        _ => return None,
    };
    fixed(year, point, before && !ended)
}

/// The later of `october-december`.
fn months(word: &str) -> Option<&str> {
    let (begin, end) = word.split_once('-')?;
    (month(begin).is_some() && month(end).is_some()).then_some(end)
}

/// A festival with a break, by its name.
fn festival(words: &[&str]) -> Option<Festival> {
    let name = match words {
        [name @ .., "holiday" | "holidays" | "break" | "festival" | "day"] => name,
        other => other,
    };
    Some(match name {
        ["national" | "national-day"] | ["national", "day"] => Festival::National,
        ["spring"] => Festival::Spring,
        ["labour" | "labor" | "may"] | ["labour" | "labor" | "may", "day"] => Festival::Labour,
        ["mid-autumn"] => Festival::MidAutumn,
        ["dragon", "boat"] => Festival::DragonBoat,
        ["qingming"] => Festival::Qingming,
        _ => return None,
    })
}

fn year_end(rest: &[&str]) -> Option<Part> {
    let (year, rest) = year_of(rest);
    rest.is_empty().then(|| Part::fixed(year, Point::Whole))
}

/// Periods that are told by their own names.
fn said(words: &[&str]) -> Option<Point> {
    Some(match words {
        ["year"] | ["this" | "next", "year"] => Point::Whole,
        ["month"] | ["this", "month"] => Point::Month(Month::After(0)),
        ["next", "month"] => Point::Month(Month::After(1)),
        ["quarter"] | ["this", "quarter"] => Point::QuarterAfter(0),
        ["next", "quarter"] => Point::QuarterAfter(1),
        ["week"] | ["this", "week"] => Point::Week(0, None),
        ["next", "week"] => Point::Week(1, None),
        ["first", "half"] | ["h1"] => Point::Half(1),
        ["second", "half"] | ["h2"] => Point::Half(2),
        ["first", "quarter"] => Point::Quarter(1),
        ["second", "quarter"] => Point::Quarter(2),
        ["third", "quarter"] => Point::Quarter(3),
        ["fourth" | "last", "quarter"] => Point::Quarter(4),
        [quarter] => {
            let number = quarter.strip_prefix('q')?.parse().ok();
            Point::Quarter(number.filter(|number| (1..=4).contains(number))?)
        }
        _ => return None,
    })
}

fn year_of<'a>(words: &'a [&'a str]) -> (Year, &'a [&'a str]) {
    match words {
        // `the first half of the year`, `October of this year`.
        [rest @ .., "of" | "in", "year"] if !rest.is_empty() => return (Year::Plan, rest),
        [rest @ .., "of" | "in", "this", "year"] if !rest.is_empty() => return (Year::This, rest),
        _ => {}
    }
    let Some((last, rest)) = words.split_last() else { return (Year::Plan, words) };
    let year = last.parse::<i32>().ok().filter(|year| (1990..=2099).contains(year));
    match year {
        Some(year) => (Year::Written(year), rest.strip_suffix(&["of"]).unwrap_or(rest)),
        None => (Year::Plan, words),
    }
}

/// `Spring Festival 2027`, `2027 Spring Festival`.
fn year_around<'a>(words: &'a [&'a str]) -> (Year, &'a [&'a str]) {
    if let Some((first, rest)) = words.split_first()
        && let (year @ Year::Written(_), _) = year_of(std::slice::from_ref(first))
    {
        return (year, rest);
    }
    year_of(words)
}

/// Tells whether figures are a date with the day or the month first, and the year behind: `31/10/2026`.
pub(super) fn is_day_first(text: &str) -> bool {
    let mut parts = text.trim().split(['/', '.', '-']);
    let lengths = (parts.next(), parts.next(), parts.next(), parts.next());
    let (Some(one), Some(other), Some(year), None) = lengths else { return false };
    matches!(one.len(), 1 | 2) && matches!(other.len(), 1 | 2) && year.len() == 4
}

/// `2026-10-31`, `31/10/2026`, `10/31`, `2026-10`. Where day and month can be changed for one another, both readings.
fn figures(word: &str) -> Option<Part> {
    if let Some((year, quarter)) = word.split_once('q') {
        // `2026q4`.
        let year = year.parse().ok().filter(|year| (1990..=2099).contains(year))?;
        let quarter = quarter.parse().ok().filter(|quarter| (1..=4).contains(quarter))?;
        return Some(Part::fixed(Year::Written(year), Point::Quarter(quarter)));
    }
    // A machine writes the hour behind the day: `2026-10-31T00:00:00`.
    let word =
        word.split_once('t').map(|(day, _)| day).filter(|day| day.len() == 10).unwrap_or(word);
    if let [day, name, rest @ ..] = word.split('-').collect::<Vec<_>>().as_slice()
        && let (Some(month), Some(day)) = (month(name), ordinal(day))
    {
        // `31-Oct-2026`, `31-Oct`; a year of two figures is none.
        let year = match rest {
            [] => Year::Plan,
            [year] => year_of(&[year]).0,
            _ => return None,
        };
        let whole = rest.is_empty() || year != Year::Plan;
        return whole.then(|| Part::fixed(year, Point::Day(month, day)));
    }
    let sign = ['-', '/', '.'].into_iter().find(|sign| word.contains(*sign))?;
    let parts: Vec<u32> = word.split(sign).map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let year = |year: u32| {
        let year = i32::try_from(year).ok().filter(|year| (1990..=2099).contains(year));
        year.map(Year::Written)
    };
    match *parts.as_slice() {
        [first, month, day] if first > 99 => {
            Some(Part::fixed(year(first)?, Point::Day(month, day)))
        }
        [one, other, last] if last > 99 => day_and_month(year(last)?, one, other),
        [first, month] if first > 99 && (1..=12).contains(&month) => {
            Some(Part::fixed(year(first)?, Point::Month(Month::Number(month))))
        }
        [one, other] if sign == '/' => day_and_month(Year::Plan, one, other),
        _ => None,
    }
}

fn day_and_month(year: Year, one: u32, other: u32) -> Option<Part> {
    let day = |month, day| Fixed { year, point: Point::Day(month, day), before: false };
    match (one, other) {
        (1..=12, 1..=12) if one != other => {
            Some(Part::Either(Dated::Fixed(day(other, one)), Dated::Fixed(day(one, other))))
        }
        (1..=12, _) => Some(Part::Dated(Dated::Fixed(day(one, other)))),
        (_, 1..=12) => Some(Part::Dated(Dated::Fixed(day(other, one)))),
        _ => None,
    }
}
