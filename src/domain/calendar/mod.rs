//! Working days: weekends, holidays and make-up workdays, as the State Council publishes them each year.
//!
//! A year without a notice is counted by its weekends alone, and every answer that rests on one is provisional.

mod festivals;
mod worked;
mod years;

use std::sync::{LazyLock, OnceLock};

use super::book::CalendarAdditions;
use super::day::Day;
pub use festivals::Festival;
use worked::Worked;
use years::PUBLISHED;

/// The published years, made once: a book only adds its days.
static ALL: LazyLock<Worked> = LazyLock::new(|| {
    let days = PUBLISHED.iter().flat_map(|year| {
        let off = year.off.iter().map(|day| (*day, false));
        off.chain(year.worked.iter().map(|day| (*day, true)))
    });
    Worked::new(days)
});

/// Which days are worked. Found out when a day is asked for: most commands ask for none.
#[derive(Debug, Clone)]
pub struct Calendar {
    additions: CalendarAdditions,
    worked: OnceLock<Worked>,
}

impl PartialEq for Calendar {
    fn eq(&self, other: &Self) -> bool {
        self.additions == other.additions
    }
}

impl Eq for Calendar {}

impl Calendar {
    /// The published years with what a book adds; the additions go first.
    pub fn with(additions: &CalendarAdditions) -> Self {
        Self { additions: additions.clone(), worked: OnceLock::new() }
    }

    fn worked(&self) -> &Worked {
        self.worked.get_or_init(|| {
            let mut worked = ALL.clone();
            let off = self.additions.off.iter().map(|day| (*day, false));
            worked.change(off.chain(self.additions.worked.iter().map(|day| (*day, true))));
            worked
        })
    }

    /// Tells whether offices work on that day.
    pub fn is_working(&self, day: Day) -> bool {
        self.worked().contains(day)
    }

    /// Tells whether the year's notice is not known, so that the answer may change.
    pub fn is_provisional(&self, day: Day) -> bool {
        PUBLISHED.last().is_none_or(|last| day.year() > last.number)
    }

    /// Returns the number of the State Council's notice for a year, with that of a later one that changed it.
    pub fn notice(&self, year: i32) -> Option<&str> {
        let published = PUBLISHED.iter().find(|known| known.number == year)?;
        Some(published.notice).filter(|notice| !notice.is_empty())
    }

    /// Returns the day itself if it is worked, else the next one that is.
    pub fn working_from(&self, day: Day) -> Day {
        self.walk(day, 1)
    }

    /// Returns the day itself if it is worked, else the last one before that is.
    pub fn working_until(&self, day: Day) -> Day {
        self.walk(day, -1)
    }

    /// Returns the day that is so many working days after `start`, which is itself not counted.
    pub fn plus_working_days(&self, start: Day, count: u32) -> Day {
        let found = || self.worked().nth(self.worked().until(start)?.checked_add(count)?);
        if count == 0 {
            return start;
        }
        // Beyond the days that have a bit, which no book may name, they are walked over.
        found()
            .unwrap_or_else(|| (0..count).fold(start, |day, _| self.working_from(day.plus_days(1))))
    }

    /// Counts the working days after `start` up to `end`, which is counted; 0 where `end` is not later.
    pub fn working_days_until(&self, start: Day, end: Day) -> u32 {
        if let (Some(before), Some(until)) = (self.worked().until(start), self.worked().until(end))
        {
            return until.saturating_sub(before);
        }
        let days = (1..=start.days_until(end)).map(|count| start.plus_days(count));
        u32::try_from(days.filter(|day| self.is_working(*day)).count()).unwrap_or(u32::MAX)
    }

    /// Returns the working day of a month by its number from 1, or the last one; nothing where it has not so many.
    pub fn nth_working_day(&self, month: Day, nth: Option<u32>) -> Option<Day> {
        let end = month.month_end();
        let before = end.plus_days(-i64::from(end.day()));
        match nth {
            Some(nth) => Some(self.plus_working_days(before, nth)).filter(|day| *day <= end),
            None => Some(self.working_until(end)),
        }
    }

    /// No published break is longer than a fortnight; the bound only keeps a book that declares all days off from looping.
    fn walk(&self, day: Day, step: i64) -> Day {
        (0..366)
            .map(|count| day.plus_days(step * count))
            .find(|day| self.is_working(*day))
            .unwrap_or(day)
    }
}

#[cfg(test)]
mod tests {
    use super::{Calendar, CalendarAdditions, Day};

    fn day(text: &str) -> Day {
        Day::from_iso(text).unwrap()
    }

    #[test]
    fn holidays_and_make_up_days_are_known() {
        let calendar = Calendar::with(&CalendarAdditions::default());
        for (text, working) in [
            ("2022-10-08", true),  // Saturday, made up for the National Day break
            ("2022-10-07", false), // Friday, in that break
            ("2022-10-15", false),
            ("2026-02-28", true),
            ("2026-10-05", false),
            ("2006-12-30", true),
            ("2004-01-01", false),
        ] {
            assert_eq!(calendar.is_working(day(text)), working, "{text}");
        }
    }

    #[test]
    fn a_rest_day_rolls_over_the_whole_break() {
        let calendar = Calendar::with(&CalendarAdditions::default());
        assert_eq!(calendar.working_from(day("2026-10-03")), day("2026-10-08"));
        assert_eq!(calendar.working_until(day("2026-10-03")), day("2026-09-30"));
        assert_eq!(calendar.working_from(day("2022-10-08")), day("2022-10-08"));
    }

    #[test]
    fn a_book_adds_days_and_a_year_without_a_notice_is_provisional() {
        let additions =
            CalendarAdditions { off: vec![day("2027-02-05")], worked: vec![day("2026-10-05")] };
        let calendar = Calendar::with(&additions);
        assert!(!calendar.is_working(day("2027-02-05")));
        assert!(calendar.is_working(day("2026-10-05")));
        assert!(calendar.is_provisional(day("2027-01-04")));
        assert!(!calendar.is_provisional(day("2026-12-31")));
    }

    #[test]
    fn the_working_days_of_a_year_are_as_many_as_counted_elsewhere() {
        let calendar = Calendar::with(&CalendarAdditions::default());
        let count = |year| {
            let first = Day::new(year, 1, 1).unwrap();
            (0..366)
                .map(|n| first.plus_days(n))
                .filter(|day| day.year() == year && calendar.is_working(*day))
                .count()
        };
        assert_eq!([2024, 2025, 2026].map(count), [251, 248, 248]);
    }

    #[test]
    fn the_notice_of_a_year_is_named() {
        let calendar = Calendar::with(&CalendarAdditions::default());
        assert_eq!(calendar.notice(2026), Some("国办发明电〔2025〕7号"));
        assert_eq!(calendar.notice(2020), Some("国办发明电〔2019〕16号、国办发明电〔2020〕1号"));
        assert_eq!(calendar.notice(2027), None);
    }
}
