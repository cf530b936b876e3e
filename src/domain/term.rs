//! The period that a bulletin tells of: a week, month, quarter or year of the calendar, or days that somebody named.

use std::str::FromStr;

use super::day::Day;
use super::period::Period;

/// How often bulletins come (周报, 月报, 季报, 年报).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rhythm {
    /// From Monday to Sunday.
    Week,
    /// A month of the calendar.
    Month,
    /// Three months, from January, April, July or October.
    Quarter,
    /// A year of the calendar.
    Year,
    /// As many days as were named.
    Days,
}

/// A period with both its ends, in a rhythm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// In what rhythm.
    pub rhythm: Rhythm,
    /// The first day.
    pub from: Day,
    /// The last day; not before the first.
    pub until: Day,
}

/// A period as it is asked for: by its place beside today, or by its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// The one in which today lies.
    This(Rhythm),
    /// The one before it.
    Last(Rhythm),
    /// This one.
    Named(Term),
}

/// The text names no period of a bulletin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotATerm;

/// The words for a rhythm.
const WORDS: [(&str, Rhythm); 4] = [
    ("week", Rhythm::Week),
    ("month", Rhythm::Month),
    ("quarter", Rhythm::Quarter),
    ("year", Rhythm::Year),
];

impl Term {
    /// Returns the period of a rhythm in which the day lies; of days, that day.
    pub fn holding(rhythm: Rhythm, day: Day) -> Self {
        let (from, until) = match rhythm {
            Rhythm::Week => {
                let monday = day.plus_days(-i64::from(day.weekday().num_days_from_monday()));
                (monday, monday.plus_days(6))
            }
            Rhythm::Month => (day.month_start(), day.month_end()),
            Rhythm::Quarter => {
                let first = day.month_start().months_before((day.month() - 1) % 3);
                (first, first.plus_months(2).month_end())
            }
            Rhythm::Year => {
                let first = day.month_start().months_before(day.month() - 1);
                (first, first.plus_months(11).month_end())
            }
            Rhythm::Days => (day, day),
        };
        Self { rhythm, from, until }
    }

    /// How many days it has.
    pub fn days(self) -> i64 {
        self.from.days_until(self.until) + 1
    }

    /// Tells whether the day lies in it.
    pub fn holds(self, day: Day) -> bool {
        (self.from..=self.until).contains(&day)
    }

    /// Returns the period of the same rhythm that ends on the day before; of days, as many.
    #[must_use]
    pub fn before(self) -> Self {
        let last = self.from.plus_days(-1);
        match self.rhythm {
            Rhythm::Days => Self { from: self.from.plus_days(-self.days()), until: last, ..self },
            rhythm => Self::holding(rhythm, last),
        }
    }

    /// Returns the period of the same rhythm that begins on the day after; of days, as many.
    #[must_use]
    pub fn after(self) -> Self {
        let first = self.until.plus_days(1);
        match self.rhythm {
            Rhythm::Days => Self { from: first, until: self.until.plus_days(self.days()), ..self },
            rhythm => Self::holding(rhythm, first),
        }
    }
}

impl Asked {
    /// Returns the period that is meant on a day.
    pub fn on(self, today: Day) -> Term {
        match self {
            Self::This(rhythm) => Term::holding(rhythm, today),
            Self::Last(rhythm) => Term::holding(rhythm, today).before(),
            Self::Named(term) => term,
        }
    }
}

impl FromStr for Asked {
    type Err = NotATerm;

    /// Reads `week`, `last-month`, `2022-W43`, `2022-Q4`, `2022-10`, `2022` and `2022-09-23..2022-10-31`.
    fn from_str(text: &str) -> Result<Self, NotATerm> {
        let rhythm = |word: &str| WORDS.iter().find(|(known, _)| *known == word);
        if let Some((_, rhythm)) = rhythm(text) {
            return Ok(Self::This(*rhythm));
        }
        if let Some((_, rhythm)) = text.strip_prefix("last-").and_then(rhythm) {
            return Ok(Self::Last(*rhythm));
        }
        if let Some(term) = week(text).or_else(|| quarter(text)) {
            return Ok(Self::Named(term));
        }
        let period: Period = text.parse().map_err(|_| NotATerm)?;
        let (Some(from), Some(until)) = (period.from, period.until) else { return Err(NotATerm) };
        let rhythm = match text.len() {
            4 => Rhythm::Year,
            7 => Rhythm::Month,
            _ => Rhythm::Days,
        };
        Ok(Self::Named(Term { rhythm, from, until }))
    }
}

/// `2022-W43`: the first week is the one with the first Thursday (ISO 8601, GB/T 7408).
fn week(text: &str) -> Option<Term> {
    let (year, week) = text.split_once("-W")?;
    let week = number(week, 53)?;
    let fourth = Day::from_iso(&format!("{year}-01-04"))?;
    let term = Term::holding(Rhythm::Week, fourth.plus_days(7 * i64::from(week - 1)));
    // A year of 52 weeks has no week 53.
    (term.from.iso_week() == (fourth.year(), week)).then_some(term)
}

/// `2022-Q4`
fn quarter(text: &str) -> Option<Term> {
    let (year, quarter) = text.split_once("-Q")?;
    let quarter = number(quarter, 4)?;
    let first = Day::from_iso(&format!("{year}-{:02}-01", 3 * quarter - 2))?;
    Some(Term::holding(Rhythm::Quarter, first))
}

/// A whole number from 1 to `most`, in digits only.
fn number(digits: &str, most: u32) -> Option<u32> {
    let number = digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok());
    number.flatten().filter(|number| (1..=most).contains(number))
}

#[cfg(test)]
mod tests {
    use super::{Asked, Day, Rhythm, Term};

    fn day(text: &str) -> Day {
        Day::from_iso(text).unwrap()
    }

    fn term(text: &str, today: &str) -> String {
        let term = text.parse::<Asked>().unwrap().on(day(today));
        let ends = |term: Term| format!("{}..{}", term.from, term.until);
        format!("{} {} {}", ends(term.before()), ends(term), ends(term.after()))
    }

    #[test]
    fn periods_have_one_before_and_one_after_them() {
        for (asked, terms) in [
            ("week", "2022-10-17..2022-10-23 2022-10-24..2022-10-30 2022-10-31..2022-11-06"),
            ("last-week", "2022-10-10..2022-10-16 2022-10-17..2022-10-23 2022-10-24..2022-10-30"),
            ("2022-W52", "2022-12-19..2022-12-25 2022-12-26..2023-01-01 2023-01-02..2023-01-08"),
            ("2020-W53", "2020-12-21..2020-12-27 2020-12-28..2021-01-03 2021-01-04..2021-01-10"),
            ("month", "2022-09-01..2022-09-30 2022-10-01..2022-10-31 2022-11-01..2022-11-30"),
            ("2022-03", "2022-02-01..2022-02-28 2022-03-01..2022-03-31 2022-04-01..2022-04-30"),
            ("quarter", "2022-07-01..2022-09-30 2022-10-01..2022-12-31 2023-01-01..2023-03-31"),
            ("2022-Q1", "2021-10-01..2021-12-31 2022-01-01..2022-03-31 2022-04-01..2022-06-30"),
            ("last-year", "2020-01-01..2020-12-31 2021-01-01..2021-12-31 2022-01-01..2022-12-31"),
            ("2022", "2021-01-01..2021-12-31 2022-01-01..2022-12-31 2023-01-01..2023-12-31"),
            (
                "2022-10-08..2022-10-10",
                "2022-10-05..2022-10-07 2022-10-08..2022-10-10 2022-10-11..2022-10-13",
            ),
            ("2022-10-08", "2022-10-07..2022-10-07 2022-10-08..2022-10-08 2022-10-09..2022-10-09"),
        ] {
            assert_eq!(term(asked, "2022-10-30"), terms, "{asked}");
        }
    }

    #[test]
    fn what_names_no_period_is_refused() {
        for text in [
            "",
            "weekly",
            "last",
            "last-2022",
            "2022-W00",
            "2022-W53",
            "2022-W+1",
            "2022-Q5",
            "..2022",
            "2022-W99999999999",
        ] {
            assert!(text.parse::<Asked>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_period_of_every_day_holds_it() {
        let mut today = day("2019-12-25");
        while today < day("2024-01-10") {
            for rhythm in [Rhythm::Week, Rhythm::Month, Rhythm::Quarter, Rhythm::Year, Rhythm::Days]
            {
                let term = Term::holding(rhythm, today);
                assert!(term.holds(today));
                assert_eq!(term.before().after(), term);
                assert_eq!(term.before().until.plus_days(1), term.from);
            }
            today = today.plus_days(1);
        }
    }
}
