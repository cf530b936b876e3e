//! The published years, from the data file beside this one.

use std::collections::BTreeSet;

use super::Calendar;
use crate::domain::day::Day;

const YEARS: &str = include_str!("years.csv");

/// Returns the calendar of all published years.
pub(super) fn published() -> Calendar {
    let mut calendar = Calendar { off: BTreeSet::new(), worked: BTreeSet::new(), last_year: 0 };
    for line in YEARS.lines() {
        let mut cells = line.split(',');
        // The comment and the header have no year in front.
        let Some(year) = cells.next().and_then(|cell| cell.parse().ok()) else { continue };
        calendar.off.extend(days(year, cells.next().unwrap_or_default()));
        calendar.worked.extend(days(year, cells.next().unwrap_or_default()));
        calendar.last_year = year;
    }
    calendar
}

/// Reads `01-22..01-28 05-01`.
fn days(year: i32, cell: &str) -> impl Iterator<Item = Day> {
    cell.split_whitespace()
        .filter_map(move |run| {
            let (first, last) = run.split_once("..").unwrap_or((run, run));
            let first = Day::from_iso(&format!("{year}-{first}"))?;
            let last = Day::from_iso(&format!("{year}-{last}"))?;
            Some((0..=first.days_until(last)).map(move |count| first.plus_days(count)))
        })
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::{YEARS, days};

    #[test]
    fn every_run_of_the_data_file_is_read() {
        for line in YEARS.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit())) {
            let cells: Vec<_> = line.split(',').collect();
            assert_eq!(cells.len(), 3, "{line}");
            let year = cells[0].parse().unwrap();
            for run in cells[1..].iter().flat_map(|cell| cell.split_whitespace()) {
                assert!(days(year, run).count() > 0, "{year}: {run}");
            }
        }
    }
}
