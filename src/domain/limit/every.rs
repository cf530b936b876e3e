//! What falls due again and again.

use crate::domain::calendar::Calendar;
use crate::domain::day::{Day, Weekday};

/// How often, and on which day of each period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Every {
    /// Each week, on a day of it; without one, on its Sunday.
    Week(Option<Weekday>),
    /// Each week, on several days of it.
    Weekdays(Weekdays),
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
    /// Several days: 每月1日、15日.
    Days(MonthDays),
    /// The last day.
    End,
    /// So many days after the month's end.
    After(u32),
    /// So many working days after the month's end.
    WorkingAfter(u32),
    /// The working day of this number, or the last one.
    Workday(Option<u32>),
    /// A day of the week by its number in the month, or the last one.
    Weekday(Option<u32>, Weekday),
}

/// Some days of a month, the 31st for its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MonthDays(u32);

/// Some days of a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Weekdays(u8);

impl MonthDays {
    /// These days, from 1 to 31.
    pub(super) fn of(days: &[u32]) -> Self {
        Self(days.iter().fold(0, |bits, day| bits | 1 << day))
    }

    /// The days in their order.
    pub fn days(self) -> impl Iterator<Item = u32> {
        (1..=31).filter(move |day| self.0 >> day & 1 == 1)
    }
}

impl Weekdays {
    /// With one more.
    pub(super) fn with(self, day: Weekday) -> Self {
        Self(self.0 | 1 << day.num_days_from_monday())
    }

    /// The days in their order, Monday first.
    pub fn days(self) -> impl Iterator<Item = Weekday> {
        use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
        let week = [Mon, Tue, Wed, Thu, Fri, Sat, Sun];
        week.into_iter().filter(move |day| self.contains(*day))
    }

    fn contains(self, day: Weekday) -> bool {
        self.0 >> day.num_days_from_monday() & 1 == 1
    }
}

impl Every {
    /// The end of each period of so many months.
    pub(super) fn end_of(length: u32) -> Self {
        Self::Months { length, month: length, at: At::End }
    }

    /// Returns the first occurrence after a day; nothing where no calendar knows.
    pub fn next_after(self, day: Day, calendar: &Calendar) -> Option<Day> {
        let within_a_week = |falls: &dyn Fn(Weekday) -> bool| {
            (1..=7).map(|count| day.plus_days(count)).find(|next| falls(next.weekday()))
        };
        match self {
            Self::Week(weekday) => within_a_week(&|day| day == weekday.unwrap_or(Weekday::Sun)),
            Self::Weekdays(days) => within_a_week(&|day| days.contains(day)),
            Self::Days(count) => Some(day.plus_days(count.max(1).into())),
            Self::Months { length, month, at } => {
                // The occurrence of the period before may lie after its end (结束后15日内).
                let first = day.month_start().months_before(length + 1);
                let months = (0..=2 * length + 14).map(|count| first.plus_months(count));
                months
                    .filter(|begin| (begin.month() - 1) % length + 1 == month)
                    .find_map(|begin| at.next_in(begin, day, calendar))
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
    /// The first of its days in a month that lies after a day.
    fn next_in(self, month: Day, after: Day, calendar: &Calendar) -> Option<Day> {
        let end = month.month_end();
        let of_month = |day| Day::new(month.year(), month.month(), day).unwrap_or(end);
        let day = match self {
            Self::Day(day) => of_month(day),
            Self::Days(days) => return days.days().map(of_month).find(|day| *day > after),
            Self::End => end,
            Self::After(days) => end.plus_days(days.into()),
            Self::WorkingAfter(days) => calendar.plus_working_days(end, days),
            Self::Workday(nth) => calendar.nth_working_day(month, nth)?,
            Self::Weekday(nth, weekday) => nth_weekday(month, nth, weekday)?,
        };
        (day > after).then_some(day)
    }
}

fn nth_weekday(month: Day, nth: Option<u32>, weekday: Weekday) -> Option<Day> {
    let mut days = (0..31)
        .map(|count| month.plus_days(count))
        .filter(|day| day.month() == month.month() && day.weekday() == weekday);
    match nth {
        Some(nth) => days.nth(usize::try_from(nth).ok()?.checked_sub(1)?),
        None => days.next_back(),
    }
}
