//! Days and hours of the book's time zone: git counts seconds.

use anyhow::Context as _;
use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, TimeZone, Timelike};
use chrono_tz::Tz;

use crate::domain::day::Day;

/// A time zone: a named one, or this machine's.
#[derive(Debug, Clone, Copy)]
pub enum Zone {
    /// By its IANA name.
    Named(Tz),
    /// As this machine has it.
    Here,
}

impl Zone {
    /// Finds a zone by its IANA name, or this machine's where none is given.
    pub fn new(name: Option<&str>) -> anyhow::Result<Self> {
        let Some(name) = name else { return Ok(Self::Here) };
        let zone = name.parse().with_context(|| format!("timezone = \"{name}\""))?;
        Ok(Self::Named(zone))
    }

    /// Returns the last second of a day, counted since 1970 began in Greenwich.
    pub fn end_of(self, day: Day) -> i64 {
        self.start_of(day.plus_days(1)) - 1
    }

    /// Returns the first second of a day, counted since 1970 began in Greenwich.
    pub fn start_of(self, day: Day) -> i64 {
        let date = NaiveDate::from_ymd_opt(day.year(), day.month(), day.day());
        let midnight = date.unwrap_or_default().and_time(NaiveTime::MIN);
        // Where clocks are put forward at midnight, the day begins later.
        let quarters = (0..12).map(|quarters| midnight + TimeDelta::minutes(15 * quarters));
        let mut seconds = quarters.filter_map(|time| match self {
            Self::Named(zone) => Some(zone.from_local_datetime(&time).earliest()?.timestamp()),
            Self::Here => Some(chrono::Local.from_local_datetime(&time).earliest()?.timestamp()),
        });
        seconds.next().unwrap_or_else(|| midnight.and_utc().timestamp())
    }

    /// Returns the day and the time, as `09:30`, of a second since 1970 began in Greenwich.
    pub fn clock(self, second: i64) -> (Day, String) {
        let moment = DateTime::from_timestamp(second, 0).unwrap_or_default();
        let local = match self {
            Self::Named(zone) => moment.with_timezone(&zone).naive_local(),
            Self::Here => moment.with_timezone(&chrono::Local).naive_local(),
        };
        let date = local.date();
        let day = Day::new(date.year(), date.month(), date.day()).unwrap_or(Day::FIRST);
        (day, format!("{:02}:{:02}", local.hour(), local.minute()))
    }
}

#[cfg(test)]
mod tests {
    use super::{Day, Zone};

    #[test]
    fn a_day_ends_where_the_office_is() {
        let day = Day::from_iso("2022-09-30").unwrap();
        let shanghai = Zone::new(Some("Asia/Shanghai")).unwrap();
        assert_eq!(shanghai.end_of(day), 1_664_553_599); // 15:59:59 in Greenwich
        assert_eq!(shanghai.clock(1_664_553_599), (day, "23:59".to_owned()));
        assert_eq!(shanghai.clock(1_664_553_600).0, day.plus_days(1));
        assert_eq!(shanghai.start_of(day) + 24 * 3600 - 1, shanghai.end_of(day));
        assert!(Zone::new(Some("Asia/Nowhere")).is_err());
    }

    #[test]
    fn a_day_without_a_midnight_begins_at_one() {
        let zone = Zone::new(Some("Asia/Beirut")).unwrap();
        let day = Day::from_iso("2022-03-27").unwrap();
        assert_eq!(zone.clock(zone.start_of(day)), (day, "01:00".to_owned()));
    }
}
