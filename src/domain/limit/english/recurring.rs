//! What recurs, in English: `monthly by the 5th`, `quarterly`, `every Friday`, `every two months`, `twice a year`.

use super::counted;
use super::names::{self, month, nth, number, ordinal, weekday};
use crate::domain::limit::every::{At, Every};
use crate::domain::limit::part::{Part, Unit};
use crate::domain::limit::rhythm;

/// Reads a recurrence.
pub(super) fn part(words: &[&str]) -> Option<Part> {
    let words = match words {
        ["at", "least", rest @ ..] | [rest @ .., "morning" | "afternoon" | "noon"] => rest,
        other => other,
    };
    every(words)
        .or_else(|| times(words))
        .or_else(|| after_each(words))
        .or_else(|| on_a_day(words))
        .or_else(|| {
            // `quarterly reports`: what is done each time.
            let (first, rest) = words.split_first()?;
            let every = every(&[first])?;
            (!rest.is_empty() && !rest.iter().any(|word| names::is_time(word))).then_some(every)
        })
        .map(Part::Recurring)
}

fn every(words: &[&str]) -> Option<Every> {
    Some(match words {
        ["daily"] | ["every" | "each", "day"] => Every::Days(1),
        ["fortnightly"] | ["every" | "each", "fortnight"] => Every::Days(14),
        [period @ ("month-end" | "quarter-end" | "year-end")]
        | ["every" | "each", period @ ("month-end" | "quarter-end" | "year-end")] => {
            // Alone it is the end of the plan's.
            return (words.len() > 1).then(|| end_of(period)).flatten();
        }
        ["every" | "each", period, "end"] => return end_of(period),
        ["on" | "by", days] | [days] if days.ends_with('s') && weekday(days).is_some() => {
            Every::Week(weekday(days))
        }
        ["every" | "each", name] if month(name).is_some() => {
            Every::Months { length: 12, month: month(name)?, at: At::End }
        }
        ["weekly"] | ["every" | "each", "week"] | ["once", "a" | "per", "week"] => {
            Every::Week(None)
        }
        ["monthly"] | ["every" | "each", "month"] | ["once", "a" | "per", "month"] => {
            Every::end_of(1)
        }
        ["quarterly"] | ["every" | "each", "quarter"] | ["once", "a" | "per", "quarter"] => {
            Every::end_of(3)
        }
        ["half-yearly" | "semiannually" | "semi-annually" | "semiannual" | "semi-annual"]
        | ["every", "half", "year"]
        | ["every", "half-year"] => Every::end_of(6),
        ["yearly" | "annually" | "annual"]
        | ["every" | "each", "year"]
        | ["once", "a" | "per", "year"] => Every::end_of(12),
        ["once", "every", rest @ ..] | ["every", rest @ ..] => match number(rest)? {
            (count, ["months" | "month"]) if [1, 2, 3, 4, 6, 12].contains(&count) => {
                Every::end_of(count)
            }
            (count, ["weeks" | "week"]) => Every::Days(7 * count),
            (count, ["days" | "day"]) => Every::Days(count),
            _ => return None,
        },
        _ => return None,
    })
}

fn end_of(period: &str) -> Option<Every> {
    Some(Every::end_of(match period {
        "month" | "month-end" => 1,
        "quarter" | "quarter-end" => 3,
        "half-year" => 6,
        "year" | "year-end" => 12,
        _ => return None,
    }))
}

/// `twice a year`, `four times a year`, `twice monthly`.
fn times(words: &[&str]) -> Option<Every> {
    let (count, rest) = match words {
        ["once", rest @ ..] => (1, rest),
        ["twice", rest @ ..] => (2, rest),
        words => match number(words)? {
            (count, ["times", rest @ ..]) => (count, rest),
            _ => return None,
        },
    };
    Some(match rest {
        ["a" | "per" | "each" | "every", "week"] | ["weekly"] => Every::Week(None),
        ["a" | "per" | "each" | "every", "month"] | ["monthly"] => rhythm::times_in(1, count),
        ["a" | "per" | "each" | "every", "quarter"] | ["quarterly"] => rhythm::times_in(3, count),
        ["a" | "per" | "each" | "every", "year"] | ["yearly" | "annually"] => {
            rhythm::times_in(12, count)
        }
        _ => return None,
    })
}

/// `within 15 days after the end of each quarter`.
fn after_each(words: &[&str]) -> Option<Every> {
    let words = words.strip_prefix(&["within"]).unwrap_or(words);
    let (count, rest) = number(words)?;
    let (unit, _, rest) = counted::unit(rest).filter(|_| count <= rhythm::MOST_AFTER)?;
    let at = match unit {
        Unit::Days => At::After(count),
        Unit::WorkingDays => At::WorkingAfter(count),
        _ => return None,
    };
    let ["after" | "of" | "from" | "following", "end" | "close", "of", "each" | "every", period] =
        rest
    else {
        return None;
    };
    match end_of(period)? {
        Every::Months { length, month, .. } => Some(Every::Months { length, month, at }),
        _ => None,
    }
}

/// `monthly by the 5th`, `every Friday`, `by 31 March each year`, `last working day of each month`.
fn on_a_day(words: &[&str]) -> Option<Every> {
    let at = |day: &str| Some(Every::Months { length: 1, month: 1, at: At::Day(ordinal(day)?) });
    let monthly = |at| Some(Every::Months { length: 1, month: 1, at });
    let yearly = |name: &str, day: &str| {
        Some(Every::Months { length: 12, month: month(name)?, at: At::Day(ordinal(day)?) })
    };
    match words {
        ["every" | "each" | "weekly", "on" | "by", day]
        | ["every" | "each", day]
        | ["on" | "by", day, "every" | "each" | "of", ..]
            if weekday(day).is_some() =>
        {
            Some(Every::Week(weekday(day)))
        }
        ["monthly", work @ .., "by" | "on" | "before", day]
            if !work.iter().any(|word| names::is_time(word)) =>
        {
            at(day)
        }
        [day, "of", "each" | "every", "month"]
        | ["every" | "each", "month", "by" | "on" | "before", day]
        | ["by" | "on" | "before", day, "of", "each" | "every", "month"]
        | ["by" | "on" | "before", day, "each" | "every", "month"] => at(day),
        ["by" | "on", rest @ ..] => on_a_day_of(rest),
        ["annually" | "yearly", "by" | "before", rest @ ..]
        | ["every" | "each", "year", "by" | "before", rest @ ..] => match rest {
            [day, name] if month(name).is_some() => yearly(name, day),
            [name, day] if month(name).is_some() => yearly(name, day),
            ["end", "of", name] => {
                Some(Every::Months { length: 12, month: month(name)?, at: At::End })
            }
            _ => None,
        },
        [nth_word, "working" | "business", "day", "of", "each" | "every", "month"] => {
            monthly(At::Workday(nth(nth_word)?.0))
        }
        [nth_word, day, "of", "each" | "every", "month"] | [nth_word, day, "of", "month"] => {
            monthly(At::Weekday(nth(nth_word)?.0, weekday(day)?))
        }
        _ => None,
    }
}

/// What stands behind `by`, with the rhythm at its end.
fn on_a_day_of(words: &[&str]) -> Option<Every> {
    match words {
        [day, name, "each" | "every" | "of", ..] if is_of_year(words) => {
            let day = if month(name).is_some() { (*name, *day) } else { (*day, *name) };
            Some(Every::Months { length: 12, month: month(day.0)?, at: At::Day(ordinal(day.1)?) })
        }
        ["end", "of", "each" | "every", period] => Some(match *period {
            "month" => Every::end_of(1),
            "quarter" => Every::end_of(3),
            "half-year" => Every::end_of(6),
            "year" => Every::end_of(12),
            _ => return None,
        }),
        [_, _, "of", "each" | "every", "month"]
        | [_, _, "day", "of", "each" | "every", "month"] => on_a_day(words),
        _ => None,
    }
}

/// `31 March each year`, `31 March of every year`.
fn is_of_year(words: &[&str]) -> bool {
    matches!(words, [_, _, "each" | "every", "year"] | [_, _, "of", "each" | "every", "year"])
}
