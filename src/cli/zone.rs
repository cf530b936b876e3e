//! Days and hours of the book's time zone: git counts seconds.

use anyhow::Context as _;
use jiff::Timestamp;
use jiff::civil::{self, DateTime};
use jiff::tz::{AmbiguousOffset, TimeZone};

use crate::domain::day::Day;

/// A time zone: a named one, or this machine's.
#[derive(Debug, Clone)]
pub struct Zone(TimeZone);

impl Zone {
    /// Finds a zone by its IANA name, or this machine's where none is given. The program carries all zones with it.
    pub fn new(name: Option<&str>) -> anyhow::Result<Self> {
        let Some(name) = name else { return Ok(Self(TimeZone::system())) };
        let zone = TimeZone::get(name).with_context(|| format!("timezone = \"{name}\""))?;
        Ok(Self(zone))
    }

    /// Returns the last second of a day, counted since 1970 began in Greenwich.
    pub fn end_of(&self, day: Day) -> i64 {
        self.start_of(day.plus_days(1)) - 1
    }

    /// Returns the first second of a day, counted since 1970 began in Greenwich.
    pub fn start_of(&self, day: Day) -> i64 {
        let midnight = midnight(day);
        // Where clocks are put forward at midnight, the day begins later.
        let quarters =
            (0..12).map(|quarters| midnight.with().hour(quarters / 4).minute(quarters % 4 * 15));
        let mut seconds = quarters.filter_map(|time| self.second(time.build().ok()?));
        seconds.next().or_else(|| second(&TimeZone::UTC, midnight)).unwrap_or_default()
    }

    /// The first second that has this time; nothing where the clocks jump over it.
    fn second(&self, time: DateTime) -> Option<i64> {
        let offset = self.0.to_ambiguous_timestamp(time).offset();
        (!matches!(offset, AmbiguousOffset::Gap { .. })).then(|| second(&self.0, time)).flatten()
    }

    /// Returns the day and the time, as `09:30`, of a second since 1970 began in Greenwich.
    pub fn clock(&self, second: i64) -> (Day, String) {
        let moment = Timestamp::from_second(second).unwrap_or_default();
        let local = self.0.to_datetime(moment);
        let (year, month, date) = (local.year(), local.month(), local.day());
        let parts = u32::try_from(month).ok().zip(u32::try_from(date).ok());
        let day = parts.and_then(|(month, date)| Day::new(year.into(), month, date));
        (day.unwrap_or(Day::FIRST), format!("{:02}:{:02}", local.hour(), local.minute()))
    }
}

/// The beginning of a day by the clock on the wall.
fn midnight(day: Day) -> DateTime {
    let parts = || {
        let (month, date) = (day.month().try_into().ok()?, day.day().try_into().ok()?);
        civil::Date::new(day.year().try_into().ok()?, month, date).ok()
    };
    parts().unwrap_or_default().at(0, 0, 0, 0)
}

fn second(zone: &TimeZone, time: DateTime) -> Option<i64> {
    Some(zone.to_ambiguous_timestamp(time).earlier().ok()?.as_second())
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
