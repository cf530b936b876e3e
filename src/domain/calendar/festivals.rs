//! The festivals that limits name, and the breaks around them.

use super::Calendar;
use crate::domain::day::Day;

const FESTIVALS: &str = include_str!("festivals.csv");

/// A festival that limits name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Festival {
    /// 元旦, 1 January.
    NewYear,
    /// 春节.
    Spring,
    /// 清明.
    Qingming,
    /// 劳动节, “五一”.
    Labour,
    /// 端午.
    DragonBoat,
    /// 中秋.
    MidAutumn,
    /// 国庆, “十一”.
    National,
    /// “七一”, 1 July, which is no day off.
    Party,
    /// “八一”, 1 August, which is no day off.
    Army,
}

impl Festival {
    /// Returns its day in a year; nothing where the data file does not reach.
    pub fn day(self, year: i32) -> Option<Day> {
        let moving = |column| {
            let line =
                FESTIVALS.lines().find(|line| line.split(',').next() == Some(&year.to_string()))?;
            Day::from_iso(&format!("{year}-{}", line.split(',').nth(column)?))
        };
        match self {
            Self::NewYear => Day::new(year, 1, 1),
            Self::Labour => Day::new(year, 5, 1),
            Self::National => Day::new(year, 10, 1),
            Self::Party => Day::new(year, 7, 1),
            Self::Army => Day::new(year, 8, 1),
            Self::Spring => moving(1),
            Self::Qingming => moving(2),
            Self::DragonBoat => moving(3),
            Self::MidAutumn => moving(4),
        }
    }
}

impl Festival {
    /// Returns the first day that the law gives off for it: for 春节 that is its eve, since 2025 in every year.
    pub fn begin(self, year: i32) -> Option<Day> {
        let day = self.day(year)?;
        let eve = self == Self::Spring && year >= 2025;
        Some(if eve { day.plus_days(-1) } else { day })
    }
}

impl Calendar {
    /// Returns the last day of the break around a festival; the day itself where it is worked.
    pub fn end_of_break(&self, festival: Day) -> Day {
        let mut day = festival;
        while !self.is_working(day.plus_days(1)) && festival.days_until(day) < 15 {
            day = day.plus_days(1);
        }
        day
    }

    /// Returns the last day before the break around a festival.
    pub fn eve_of_break(&self, festival: Day) -> Day {
        let mut day = festival.plus_days(-1);
        while !self.is_working(day) && festival.days_until(day) > -15 {
            day = day.plus_days(-1);
        }
        day
    }
}

#[cfg(test)]
mod tests {
    use super::{Calendar, Day, Festival};
    use crate::domain::book::CalendarAdditions;

    #[test]
    fn the_break_begins_on_a_day_off_and_its_eve_is_worked() {
        let calendar = Calendar::with(&CalendarAdditions::default());
        let eve = |festival: Festival, year| {
            calendar.eve_of_break(festival.day(year).unwrap()).to_string()
        };
        assert_eq!(eve(Festival::National, 2026), "2026-09-30");
        assert_eq!(eve(Festival::Spring, 2026), "2026-02-14");
        assert_eq!(eve(Festival::MidAutumn, 2026), "2026-09-24");
        assert_eq!(eve(Festival::NewYear, 2023), "2022-12-30");
        assert_eq!(calendar.end_of_break(Day::new(2026, 10, 1).unwrap()).to_string(), "2026-10-07");
    }

    #[test]
    fn festivals_of_the_published_years_are_days_off() {
        let calendar = Calendar::with(&CalendarAdditions::default());
        let all = [Festival::NewYear, Festival::Spring, Festival::Labour, Festival::National];
        for year in 2004..=2026 {
            for festival in all {
                let day: Day = festival.day(year).unwrap();
                assert!(!calendar.is_working(day), "{festival:?} {day}");
            }
            // Qingming, Dragon Boat and Mid-Autumn are legal holidays since 2008.
            for festival in [Festival::Qingming, Festival::DragonBoat, Festival::MidAutumn] {
                let day = festival.day(year).unwrap();
                assert!(year < 2008 || !calendar.is_working(day), "{festival:?} {day}");
            }
        }
    }
}
