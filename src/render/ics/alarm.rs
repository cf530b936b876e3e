//! An alarm before a day: at nine in the morning, since nobody wants to be told at midnight.

use icalendar::{Alarm, Component as _, Trigger};

/// Nine in the morning, in hours of the day.
const MORNING: i64 = 9;

/// Makes the alarm so many days before the day of its event; nothing for days that no calendar counts.
pub(super) fn alarm(days: i64, said: &str, event: &str, stamp: &str) -> Option<Alarm> {
    let hours = days.checked_mul(24)?.checked_sub(MORNING)?;
    let trigger = Trigger::before_start(chrono::TimeDelta::try_hours(hours)?);
    let mut alarm = Alarm::display(said, trigger);
    // The writer would print the whole as seconds, make an id of chance, and take its time from the clock.
    let sign = if hours > 0 { "-" } else { "" };
    let size = hours.unsigned_abs();
    alarm
        .add_property("TRIGGER", format!("{sign}P{}DT{}H", size / 24, size % 24))
        .add_property("UID", format!("{days}-{event}"))
        .add_property("DTSTAMP", stamp);
    Some(alarm)
}
