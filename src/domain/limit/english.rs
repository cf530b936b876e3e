//! Limits in English: `by 31 October`, `end of October`, `within 15 working days of receipt`, `monthly by the 5th`.

use super::every::{At, Every};
use super::part::{Counted, Event, Fixed, Month, Part, Point, Unit, Year};
use super::scan::Found;
use crate::domain::day::Weekday;

/// Tells whether the even words are English: they hold letters and nothing Chinese.
pub(super) fn is_english(text: &str) -> bool {
    text.is_ascii() && text.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// Finds the parts in their order.
pub(super) fn parts(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut begin = 0;
    for clause in text
        .split([',', ';'])
        .flat_map(|clause| clause.split(" then "))
        .flat_map(|clause| clause.split(" and "))
    {
        let start = text[begin..].find(clause).map_or(begin, |place| begin + place);
        begin = start + clause.len();
        let words: Vec<&str> =
            clause.split_whitespace().filter(|word| !FILLERS.contains(word)).collect();
        if !words.is_empty() {
            found.push(Found { span: (start, begin), part: clause_part(&words) });
        }
    }
    found
}

const FILLERS: [&str; 12] = [
    "the",
    "be",
    "to",
    "completed",
    "complete",
    "rectified",
    "rectify",
    "done",
    "then",
    "and",
    "finished",
    "it",
];

fn clause_part(words: &[&str]) -> Part {
    let text = words.join(" ");
    lexicon(&text)
        .or_else(|| counted(words))
        .or_else(|| recurring(words))
        .or_else(|| point(words))
        .unwrap_or(Part::Damaged)
}

fn lexicon(text: &str) -> Option<Part> {
    Some(match text {
        "immediately" | "at once" | "immediate" | "right away" | "forthwith" | "without delay" => {
            Part::Immediate
        }
        "same day" | "on same day" | "today" => Part::SameDay,
        "sustained" | "ongoing" | "continuous" | "continuously" | "long-term" | "long term"
        | "permanently" | "keep up" | "kept up" => Part::Sustained,
        "as soon as possible"
        | "asap"
        | "soon"
        | "in due course"
        | "when possible"
        | "regularly"
        | "periodically"
        | "tbd"
        | "to be determined"
        | "promptly" => Part::Vague,
        "already" | "closed" | "already closed" => Part::Done,
        _ => return None,
    })
}

/// `within 15 working days of receipt`, `in 3 months`, `30 days after feedback`.
fn counted(words: &[&str]) -> Option<Part> {
    let words = match words {
        ["within" | "in", rest @ ..] | ["no", "later", "than", rest @ ..] => rest,
        other => other,
    };
    let (count, rest) = number(words)?;
    let (unit, times, rest) = match rest {
        ["working" | "business", "day" | "days", rest @ ..] => (Unit::WorkingDays, 1, rest),
        ["calendar", "day" | "days", rest @ ..] | ["day" | "days", rest @ ..] => {
            (Unit::Days, 1, rest)
        }
        ["week" | "weeks", rest @ ..] => (Unit::Weeks, 1, rest),
        ["month" | "months", rest @ ..] => (Unit::Months, 1, rest),
        ["quarter" | "quarters", rest @ ..] => (Unit::Months, 3, rest),
        ["year" | "years", rest @ ..] => (Unit::Months, 12, rest),
        ["hour" | "hours", rest @ ..] => (Unit::Hours, 1, rest),
        _ => return None,
    };
    let event = match rest {
        [] => Event::Issued,
        ["of" | "after" | "from" | "following", event @ ..] => event_named(event)?,
        _ => return None,
    };
    Some(Part::Counted(Counted {
        count: count.checked_mul(times)?,
        unit,
        event,
        with_first: false,
    }))
}

fn event_named(words: &[&str]) -> Option<Event> {
    Some(match words {
        ["issue" | "issuance" | "issued" | "publication" | "plan", ..] => Event::Issued,
        ["feedback", ..] => Event::Feedback,
        ["assignment", ..] => Event::Assigned,
        ["receipt" | "receiving" | "delivery" | "service", ..] => Event::Received,
        ["meeting", ..] => Event::Meeting,
        ["approval", ..] => Event::Approved,
        ["completion" | "closing", ..] => Event::Completed,
        ["end", "of", "year", ..] => Event::PeriodEnd(12),
        _ => return None,
    })
}

fn number<'a>(words: &'a [&'a str]) -> Option<(u32, &'a [&'a str])> {
    let (first, rest) = words.split_first()?;
    let names = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    let in_words = || {
        names.iter().position(|name| name == first).and_then(|place| u32::try_from(place + 1).ok())
    };
    let number = first
        .parse()
        .ok()
        .or_else(in_words)
        .or_else(|| matches!(*first, "a" | "an").then_some(1))?;
    (number > 0 && number < 10_000).then_some((number, rest))
}

/// `monthly by the 5th`, `quarterly`, `every friday`, `every two months`, `twice a year`.
fn recurring(words: &[&str]) -> Option<Part> {
    let words = match words {
        ["at", "least", rest @ ..] => rest,
        other => other,
    };
    let every = match words {
        ["daily"] | ["every", "day"] => Every::Days(1),
        ["weekly"] | ["every", "week"] | ["once", "a", "week"] => Every::Week(None),
        ["every" | "each" | "weekly", "on", day] | ["every" | "each", day]
            if weekday(day).is_some() =>
        {
            Every::Week(weekday(day))
        }
        ["monthly"] | ["every" | "each", "month"] | ["once", "a", "month"] => Every::end_of(1),
        ["monthly", "by" | "on", day] | ["every" | "each", "month", "by" | "on", day] => {
            Every::Months { length: 1, month: 1, at: At::Day(ordinal(day)?) }
        }
        ["quarterly"] | ["every" | "each", "quarter"] | ["once", "a", "quarter"] => {
            Every::end_of(3)
        }
        ["half-yearly" | "semiannually" | "semi-annually"]
        | ["every", "six", "months"]
        | ["twice", "a" | "per", "year"] => Every::end_of(6),
        ["yearly" | "annually"] | ["every" | "each", "year"] | ["once", "a", "year"] => {
            Every::end_of(12)
        }
        ["every", rest @ ..] => match number(rest)? {
            (count, ["months" | "month"]) if [1, 2, 3, 4, 6, 12].contains(&count) => {
                Every::end_of(count)
            }
            (count, ["weeks" | "week"]) => Every::Days(7 * count),
            (count, ["days" | "day"]) => Every::Days(count),
            _ => return None,
        },
        _ => return None,
    };
    Some(Part::Recurring(every))
}

fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "monday" => Weekday::Mon,
        "tuesday" => Weekday::Tue,
        "wednesday" => Weekday::Wed,
        "thursday" => Weekday::Thu,
        "friday" => Weekday::Fri,
        "saturday" => Weekday::Sat,
        "sunday" => Weekday::Sun,
        _ => return None,
    })
}

fn ordinal(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let end = &word[digits.len()..];
    let day: u32 = digits.parse().ok()?;
    (matches!(end, "" | "st" | "nd" | "rd" | "th") && (1..=31).contains(&day)).then_some(day)
}

/// `by 31 October 2026`, `end of October`, `end of Q3`, `before 1 May`, `2026-10-31`, `next month`.
fn point(words: &[&str]) -> Option<Part> {
    let (before, words) = match words {
        ["before" | "prior", rest @ ..] => (true, rest),
        ["no" | "not", "later", "than", rest @ ..]
        | ["due", "by", rest @ ..]
        | ["by" | "until" | "till" | "on" | "due" | "in", rest @ ..] => (false, rest),
        other => (false, other),
    };
    let (ended, words) = match words {
        ["end", "of", rest @ ..] | ["end" | "late", rest @ ..] => (true, rest),
        other => (false, other),
    };
    let (year, words) = year_of(words);
    let fixed = |year, point, before| Some(Part::Fixed(Fixed { year, point, before }));
    let point = match words {
        [] => (year != Year::Plan).then_some(Point::Whole)?,
        ["year"] => Point::Whole,
        ["this", "year"] => return fixed(Year::This, Point::Whole, false),
        ["next", "year"] => return fixed(Year::After(1), Point::Whole, false),
        ["month"] | ["this", "month"] => Point::Month(Month::After(0)),
        ["next", "month"] => Point::Month(Month::After(1)),
        ["quarter"] | ["this", "quarter"] => Point::QuarterAfter(0),
        ["next", "quarter"] => Point::QuarterAfter(1),
        ["week"] | ["this", "week"] => Point::Week(0, None),
        ["next", "week"] => Point::Week(1, None),
        ["first", "half"] | ["h1"] | ["first", "half", "of", "year"] => Point::Half(1),
        ["second", "half"] | ["h2"] | ["second", "half", "of", "year"] => Point::Half(2),
        [quarter] if quarter_number(quarter).is_some() => Point::Quarter(quarter_number(quarter)?),
        ["first", "quarter"] => Point::Quarter(1),
        ["second", "quarter"] => Point::Quarter(2),
        ["third", "quarter"] => Point::Quarter(3),
        ["fourth" | "last", "quarter"] => Point::Quarter(4),
        [name] if month(name).is_some() => Point::Month(Month::Number(month(name)?)),
        ["mid" | "early", _] => return None,
        [day, name] | [day, "of", name] if month(name).is_some() && !ended => {
            Point::Day(month(name)?, ordinal(day)?)
        }
        [name, day] if month(name).is_some() && !ended => Point::Day(month(name)?, ordinal(day)?),
        [date] => iso(date)?,
        _ => return None,
    };
    if let ([date], Point::Day(..)) = (words, point) {
        let year = date.get(..4).and_then(|year| year.parse().ok())?;
        return fixed(Year::Written(year), point, false);
    }
    let whole = !matches!(point, Point::Day(..) | Point::Week(..));
    fixed(year, point, before && whole && !ended)
}

fn year_of<'a>(words: &'a [&'a str]) -> (Year, &'a [&'a str]) {
    let last = words
        .last()
        .and_then(|word| word.parse::<i32>().ok())
        .filter(|year| (1990..=2099).contains(year));
    match last {
        Some(year) => {
            let rest = &words[..words.len() - 1];
            let rest = rest.strip_suffix(&["of"]).unwrap_or(rest);
            (Year::Written(year), rest)
        }
        None => (Year::Plan, words),
    }
}

fn quarter_number(word: &str) -> Option<u32> {
    word.strip_prefix('q')?.parse().ok().filter(|number| (1..=4).contains(number))
}

fn iso(word: &str) -> Option<Point> {
    let mut parts = word.split(['-', '/', '.']);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let whole = parts.next().is_none() && year.len() == 4 && year.parse::<i32>().is_ok();
    whole.then_some(Point::Day(month.parse().ok()?, day.parse().ok()?))
}

fn month(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.trim_end_matches('.');
    let fits = |name: &str| {
        name == word
            || (word.len() >= 3 && word != "ma" && name.starts_with(word) && word.len() <= 4)
    };
    MONTHS.iter().position(|name| fits(name)).and_then(|place| u32::try_from(place + 1).ok())
}
