//! What falls due again and again.

use crate::domain::calendar::Calendar;
use crate::domain::day::{Day, Weekday};

/// How often, and on which day of each period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Every {
    /// Each week, on a day of it; without one, on its Sunday.
    Week(Option<Weekday>),
    /// Each so many days.
    Days(u32),
    /// Each so many months, counted from January.
    Months {
        /// The length of the period: 1, 2, 3, 4, 6 or 12.
        length: u32,
        /// Which month of the period, from 1.
        month: u32,
        /// Which day of that month.
        at: At,
    },
    /// On an event that the words name and no calendar knows.
    Event,
}

/// Which day of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// This day, or the last where the month is shorter.
    Day(u32),
    /// The last day.
    End,
    /// So many days after the month's end.
    After(u32),
    /// The working day of this number, or the last one.
    Workday(Option<u32>),
}

impl Every {
    /// The end of each period of so many months.
    pub(super) fn end_of(length: u32) -> Self {
        Self::Months { length, month: length, at: At::End }
    }

    /// Returns the first occurrence after a day; nothing where no calendar knows.
    pub fn next_after(self, day: Day, calendar: &Calendar) -> Option<Day> {
        match self {
            Self::Week(weekday) => {
                let weekday = weekday.unwrap_or(Weekday::Sun);
                (1..=7).map(|count| day.plus_days(count)).find(|next| next.weekday() == weekday)
            }
            Self::Days(count) => Some(day.plus_days(count.max(1).into())),
            Self::Months { length, month, at } => {
                // The occurrence of the period before may lie after its end (结束后15日内).
                let first = day.month_start().months_before(length + 1);
                let mut months = (0..=2 * length + 14).map(|count| first.plus_months(count));
                months.find_map(|begin| {
                    let due = ((begin.month() - 1) % length + 1 == month)
                        .then(|| at.of(begin, calendar))
                        .flatten()?;
                    (due > day).then_some(due)
                })
            }
            Self::Event => None,
        }
    }

    /// Returns all occurrences from one day to another, both in it.
    pub fn occurrences(self, from: Day, until: Day, calendar: &Calendar) -> Vec<Day> {
        let mut days = Vec::new();
        let mut day = from.plus_days(-1);
        while let Some(next) = self.next_after(day, calendar).filter(|next| *next <= until) {
            days.push(next);
            day = next;
        }
        days
    }
}

impl At {
    fn of(self, month: Day, calendar: &Calendar) -> Option<Day> {
        let end = month.month_end();
        match self {
            Self::Day(day) => Day::new(month.year(), month.month(), day).or(Some(end)),
            Self::End => Some(end),
            Self::After(days) => Some(end.plus_days(days.into())),
            Self::Workday(nth) => calendar.nth_working_day(month, nth),
        }
    }
}
