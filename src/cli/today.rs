//! The only clock of the program.

use anyhow::Context as _;
use chrono::Datelike;

use crate::domain::day::Day;

/// Returns the day it is now in a zone, or on this machine where none is named.
#[expect(clippy::disallowed_methods, reason = "this is the one place that asks the clock")]
pub(super) fn today(timezone: Option<&str>) -> anyhow::Result<Day> {
    let date = match timezone {
        Some(name) => {
            let zone: chrono_tz::Tz =
                name.parse().with_context(|| format!("timezone = \"{name}\""))?;
            chrono::Utc::now().with_timezone(&zone).date_naive()
        }
        None => chrono::Local::now().date_naive(),
    };
    Day::new(date.year(), date.month(), date.day())
        .context("the clock shows no day of the calendar")
}
