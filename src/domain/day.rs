//! A civil day. The only module that knows the date library.

use std::fmt;

pub use chrono::Weekday;
use chrono::{Datelike, Days, Months, NaiveDate};

/// A day of the civil calendar, without a time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

impl Day {
    /// A Monday before all days that a book may name.
    pub(super) const MONDAY_BEFORE_FIRST: Self =
        Self(NaiveDate::from_ymd_opt(1989, 12, 25).unwrap());
    /// The first day that a book may name.
    pub const FIRST: Self = Self(NaiveDate::from_ymd_opt(1990, 1, 1).unwrap());
    /// The last day that a book may name.
    pub const LAST: Self = Self(NaiveDate::from_ymd_opt(2099, 12, 31).unwrap());

    /// Returns the day, or nothing where the calendar has none (30 February).
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// Reads `2022-10-08`, and nothing else.
    pub fn from_iso(text: &str) -> Option<Self> {
        let text = text.as_bytes();
        let number = |digits: &[u8]| {
            let digit = |byte: &u8| byte.is_ascii_digit().then(|| u32::from(byte - b'0'));
            digits.iter().try_fold(0, |number, byte| Some(number * 10 + digit(byte)?))
        };
        let separated = text.len() == 10 && text[4] == b'-' && text[7] == b'-';
        let year = i32::try_from(number(text.get(..4)?)?).ok()?;
        separated.then(|| Self::new(year, number(&text[5..7])?, number(&text[8..])?)).flatten()
    }

    /// Reads `2022-10-08` or, as spreadsheets write it, `2022/10/08` and `2022/10/8`.
    pub fn from_cell(text: &str) -> Option<Self> {
        let padded = || -> Option<String> {
            let mut parts = text.split('/');
            let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
            (parts.next().is_none()).then(|| format!("{year}-{month:0>2}-{day:0>2}"))
        };
        Self::from_iso(text).or_else(|| Self::from_iso(&padded()?))
    }

    /// Tells whether a book may name the day: from [`Self::FIRST`] to [`Self::LAST`].
    pub fn is_plausible(self) -> bool {
        (Self::FIRST..=Self::LAST).contains(&self)
    }

    /// The day, where it is known: what a sheet tells without a day stands on [`Self::FIRST`].
    #[must_use]
    pub fn known(self) -> Option<Self> {
        (self > Self::FIRST).then_some(self)
    }

    /// The year, as in 2022.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, from 1.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }

    /// The year and number of the day's week, from 1 (ISO 8601): the week belongs to the year of its Thursday.
    pub fn iso_week(self) -> (i32, u32) {
        (self.0.iso_week().year(), self.0.iso_week().week())
    }

    /// Returns the day so many days later, or earlier where `days` is negative.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        let step = Days::new(days.unsigned_abs());
        let moved =
            if days < 0 { self.0.checked_sub_days(step) } else { self.0.checked_add_days(step) };
        Self(moved.unwrap_or(self.0))
    }

    /// Returns the same day so many months later; where that month is shorter, its last day (Civil Code, art. 202).
    #[must_use]
    pub fn plus_months(self, months: u32) -> Self {
        Self(self.0.checked_add_months(Months::new(months)).unwrap_or(self.0))
    }

    /// Returns the last day of the day's month.
    #[must_use]
    pub fn month_end(self) -> Self {
        let first = self.0.with_day(1).unwrap_or(self.0);
        Self(first).plus_months(1).plus_days(-1)
    }

    /// Returns the first day of the day's month.
    #[must_use]
    pub fn month_start(self) -> Self {
        self.plus_days(1 - i64::from(self.day()))
    }

    /// Returns the same day so many months earlier; where that month is shorter, its last day.
    #[must_use]
    pub fn months_before(self, months: u32) -> Self {
        Self(self.0.checked_sub_months(Months::new(months)).unwrap_or(self.0))
    }

    /// Counts the days from this one to `later`; negative where that is earlier.
    pub fn days_until(self, later: Self) -> i64 {
        (later.0 - self.0).num_days()
    }
}

impl fmt::Display for Day {
    /// Writes `2022-10-08`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    fn day(text: &str) -> Day {
        Day::from_iso(text).unwrap()
    }

    #[test]
    fn only_whole_iso_days_are_read() {
        assert_eq!(Day::from_iso("2022-10-08"), Day::new(2022, 10, 8));
        for wrong in [
            "2022-10-8",
            "2022-02-30",
            " 2022-10-08",
            "2022-10-08 ",
            "22-10-08",
            "2022-10-08-1",
            "+022-10-08",
            "",
        ] {
            assert_eq!(Day::from_iso(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn a_cell_may_use_slashes() {
        for text in ["2022-10-08", "2022/10/08", "2022/10/8"] {
            assert_eq!(Day::from_cell(text), Day::new(2022, 10, 8), "{text}");
        }
        for wrong in ["10/8/2022", "2022/13/1", "2022/10/008", "2022/10-8", "2022.10.8"] {
            assert_eq!(Day::from_cell(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn months_end_where_they_end() {
        assert_eq!(day("2022-08-31").plus_months(6), day("2023-02-28"));
        assert_eq!(day("2024-02-10").month_end(), day("2024-02-29"));
        assert_eq!(day("2022-12-31").month_end(), day("2022-12-31"));
    }

    #[test]
    fn days_are_counted_without_the_first() {
        assert_eq!(day("2022-09-23").plus_days(15), day("2022-10-08"));
        assert_eq!(day("2022-10-08").days_until(day("2022-12-01")), 54);
        assert_eq!(day("2022-03-01").plus_days(-1), day("2022-02-28"));
    }
}
