//! Names of months, days and numbers in English.

use crate::domain::day::Weekday;
use crate::domain::limit::part::Nth;

/// The months, in small letters.
pub const MONTHS: [&str; 12] = [
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
const NUMBERS: [(&str, u32); 24] = [
    ("a", 1),
    ("an", 1),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("fourteen", 14),
    ("fifteen", 15),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("forty-five", 45),
    ("fifty", 50),
    ("sixty", 60),
    ("ninety", 90),
    ("hundred", 100),
];

/// A month by its name, whole or cut to three or four letters.
pub(super) fn month(word: &str) -> Option<u32> {
    let word = word.trim_end_matches('.');
    let fits = |name: &str| name == word || matches!(word.len(), 3 | 4) && name.starts_with(word);
    let place = MONTHS.iter().position(|name| fits(name))?;
    u32::try_from(place + 1).ok()
}

pub(super) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word.strip_suffix('s').unwrap_or(word) {
        "monday" | "mon" => Weekday::Mon,
        "tuesday" | "tue" => Weekday::Tue,
        "wednesday" | "wed" => Weekday::Wed,
        "thursday" | "thu" => Weekday::Thu,
        "friday" | "fri" => Weekday::Fri,
        "saturday" | "sat" => Weekday::Sat,
        "sunday" | "sun" => Weekday::Sun,
        _ => return None,
    })
}

/// `5`, `5th`; for `1-5` the later.
pub(super) fn ordinal(word: &str) -> Option<u32> {
    let word = word.rsplit_once('-').map_or(word, |(_, later)| later);
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let end = &word[digits.len()..];
    let day: u32 = digits.parse().ok()?;
    (matches!(end, "" | "st" | "nd" | "rd" | "th") && (1..=31).contains(&day)).then_some(day)
}

/// `first` to `fifth`, `1st`; the last is none.
pub(super) fn nth(word: &str) -> Option<Nth> {
    Some(Nth(match word {
        "first" => Some(1),
        "second" => Some(2),
        "third" => Some(3),
        "fourth" => Some(4),
        "fifth" => Some(5),
        "last" => None,
        other => Some(ordinal(other).filter(|_| other.len() > 2)?),
    }))
}

/// A number with the words behind it; for `3 to 5` and `3-5` the later.
pub(super) fn number<'a>(words: &'a [&'a str]) -> Option<(u32, &'a [&'a str])> {
    let (first, rest) = words.split_first()?;
    if let Some(("to" | "or", [later, rest @ ..])) =
        rest.split_first().map(|(word, rest)| (*word, rest))
        && let (Some(_), Some(number)) = (one(first), one(later))
    {
        return Some((number, rest));
    }
    let range = first.split_once('-').filter(|(begin, _)| one(begin).is_some());
    let number = one(range.map_or(first, |(_, later)| later)).or_else(|| one(first))?;
    Some((number, rest))
}

fn one(word: &str) -> Option<u32> {
    let named = NUMBERS.iter().find(|(name, _)| *name == word).map(|(_, number)| *number);
    named.or_else(|| word.parse().ok()).filter(|number| (1..10_000).contains(number))
}

/// Tells whether a word is a number and nothing else.
pub(super) fn is_number(word: &str) -> bool {
    one(word).is_some()
}

/// `17:00`, `5pm`.
pub(super) fn is_clock(word: &str) -> bool {
    let figures = word.trim_end_matches("pm").trim_end_matches("am");
    let colon = figures.contains(':');
    let all = figures.bytes().all(|byte| byte.is_ascii_digit() || byte == b':');
    all && !figures.is_empty() && (colon || figures != word)
}

/// Tells whether a word speaks of time, so that a clause with it must be understood.
pub(super) fn is_time(word: &str) -> bool {
    const TIMES: [&str; 20] = [
        "day",
        "week",
        "month",
        "quarter",
        "year",
        "annual",
        "hour",
        "date",
        "deadline",
        "noon",
        "tomorrow",
        "yesterday",
        "spring",
        "festival",
        "holiday",
        "christmas",
        "easter",
        "fortnight",
        "decade",
        "eod",
    ];
    word.bytes().any(|byte| byte.is_ascii_digit())
        || TIMES.iter().any(|time| word.contains(time))
        || word != "may" && month(word).is_some()
}
