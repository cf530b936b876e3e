//! Days and times, which a workbook keeps as numbers counted from its epoch.

use super::format::Shape;
use crate::domain::day::Day;

/// The last serial number that is a day, 9999-12-31.
const LAST: i64 = 2_958_465;

/// Seconds of a day.
const SECONDS: i64 = 86_400;

/// Returns the number as the day, month or time that it stands for; nothing where it is none.
pub(super) fn written(value: f64, shape: Shape, since_1904: bool) -> Option<String> {
    if !(0.0..=3e6).contains(&value) {
        return None;
    }
    // A serial number below 3 million times 86,400 is far from what an i64 cannot hold, and rounded to whole seconds.
    #[expect(clippy::cast_possible_truncation, reason = "rounded and in range, see above")]
    let seconds = (value * 86_400.0).round() as i64;
    let (serial, time) = (seconds / SECONDS, seconds % SECONDS);
    let clock = format!("{:02}:{:02}:{:02}", time / 3600, time / 60 % 60, time % 60);
    if shape == Shape::Time && serial < if since_1904 { 1 } else { 366 } {
        let hours = seconds / 3600;
        return Some(format!("{hours:02}{}", &clock[2..]));
    }
    let day = day(serial, since_1904)?;
    Some(match shape {
        Shape::Month if day.day() == 1 && time == 0 => day.to_string()[..7].to_owned(),
        _ if time == 0 => day.to_string(),
        _ => format!("{day} {clock}"),
    })
}

/// The day of a serial number. In the system of 1900 there is a 29 February 1900, which was none.
fn day(serial: i64, since_1904: bool) -> Option<Day> {
    if serial > LAST || (serial < 1 && !since_1904) {
        return None;
    }
    let (epoch, serial) = match serial {
        _ if since_1904 => (Day::new(1904, 1, 1)?, serial),
        60 => return None,
        1..60 => (Day::new(1899, 12, 31)?, serial),
        _ => (Day::new(1899, 12, 30)?, serial),
    };
    Some(epoch.plus_days(serial))
}

#[cfg(test)]
mod tests {
    use super::{Shape, written};

    fn text(value: f64, shape: Shape) -> Option<String> {
        written(value, shape, false)
    }

    #[test]
    fn serial_numbers_are_days() {
        assert_eq!(text(44_864.0, Shape::Day).as_deref(), Some("2022-10-30"));
        assert_eq!(text(44_864.5, Shape::Day).as_deref(), Some("2022-10-30 12:00:00"));
        assert_eq!(text(44_863.999_999_9, Shape::Day).as_deref(), Some("2022-10-30"));
        assert_eq!(written(43_402.0, Shape::Day, true).as_deref(), Some("2022-10-30"));
        assert_eq!(text(44_835.0, Shape::Month).as_deref(), Some("2022-10"));
        assert_eq!(text(44_864.0, Shape::Month).as_deref(), Some("2022-10-30"));
        assert_eq!(text(44_864.28, Shape::Time).as_deref(), Some("2022-10-30 06:43:12"));
        assert_eq!(text(0.5, Shape::Time).as_deref(), Some("12:00:00"));
        assert_eq!(text(1.5, Shape::Time).as_deref(), Some("36:00:00"));
        assert_eq!(text(1.0, Shape::Day).as_deref(), Some("1900-01-01"));
        assert_eq!(text(61.0, Shape::Day).as_deref(), Some("1900-03-01"));
        for none in [60.0, -1.0, 0.5, 2_958_466.0, 1e300, f64::NAN] {
            assert_eq!(text(none, Shape::Day), None, "{none}");
        }
    }
}
