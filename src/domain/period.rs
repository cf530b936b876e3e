//! A period of days, as filters name it: `2022-10`, `2022`, `2022-10-31`, `2022-09-23..2022-10-31`, `..2022-10`.

use std::str::FromStr;

use super::day::Day;

/// A span of days, both ends in it; an end left out is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: Option<Day>,
    /// The last day.
    pub until: Option<Day>,
}

/// The text names no period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAPeriod(pub String);

impl Period {
    /// Tells whether the day lies in the period.
    pub fn holds(self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

impl FromStr for Period {
    type Err = NotAPeriod;

    fn from_str(text: &str) -> Result<Self, NotAPeriod> {
        let wrong = || NotAPeriod(text.to_owned());
        let Some((from, until)) = text.split_once("..") else {
            let (from, until) = span(text).ok_or_else(wrong)?;
            return Ok(Self { from: Some(from), until: Some(until) });
        };
        let end = |text: &str| if text.is_empty() { Some(None) } else { span(text).map(Some) };
        let (from, until) = end(from).zip(end(until)).ok_or_else(wrong)?;
        let period =
            Self { from: from.map(|(first, _)| first), until: until.map(|(_, last)| last) };
        let backwards = period.from.zip(period.until).is_some_and(|(from, until)| from > until);
        if backwards || (period.from.is_none() && period.until.is_none()) {
            Err(wrong())
        } else {
            Ok(period)
        }
    }
}

/// The first and last day of a year, month or day.
fn span(text: &str) -> Option<(Day, Day)> {
    match text.len() {
        4 => Some((
            Day::from_iso(&format!("{text}-01-01"))?,
            Day::from_iso(&format!("{text}-12-31"))?,
        )),
        7 => Day::from_iso(&format!("{text}-01")).map(|first| (first, first.month_end())),
        _ => Day::from_iso(text).map(|day| (day, day)),
    }
}

impl std::fmt::Display for NotAPeriod {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "`{}`", self.0)
    }
}

impl std::error::Error for NotAPeriod {}

#[cfg(test)]
mod tests {
    use super::{Day, Period};

    #[test]
    fn both_ends_of_a_period_are_in_it() {
        for (text, inside, outside) in [
            ("2022-10", "2022-10-31", "2022-11-01"),
            ("2022", "2022-01-01", "2021-12-31"),
            ("2022-10-31", "2022-10-31", "2022-10-30"),
            ("..2022-10", "1999-01-01", "2022-11-01"),
            ("2022-09-23..", "2022-09-23", "2022-09-22"),
            ("2022-09-23..2022-10", "2022-10-31", "2022-11-01"),
        ] {
            let period: Period = text.parse().unwrap();
            assert!(period.holds(Day::from_iso(inside).unwrap()), "{text}");
            assert!(!period.holds(Day::from_iso(outside).unwrap()), "{text}");
        }
        for wrong in ["", "..", "10", "2022-13", "2022-10-31..2022-10-01", "2022-10..x", "十月"] {
            assert!(wrong.parse::<Period>().is_err(), "{wrong:?}");
        }
    }
}
