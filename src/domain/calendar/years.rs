//! The published years, from the data file beside this one.

use std::sync::LazyLock;

use crate::domain::day::Day;

const YEARS: &str = include_str!("years.csv");

/// The days of the data file, read once.
pub(super) static PUBLISHED: LazyLock<Vec<Year>> =
    LazyLock::new(|| YEARS.lines().filter_map(year).collect());

/// What is published of a year.
#[derive(Debug)]
pub(super) struct Year {
    pub(super) number: i32,
    /// Days off.
    pub(super) off: Vec<Day>,
    /// Weekend days that are worked.
    pub(super) worked: Vec<Day>,
    /// The number of the notice.
    pub(super) notice: &'static str,
}

/// Reads a line; the comments and the header have no year in front.
fn year(line: &'static str) -> Option<Year> {
    let mut cells = line.split(',');
    let year = cells.next()?.parse().ok()?;
    let off = days(year, cells.next()?).collect();
    let worked = days(year, cells.next()?).collect();
    Some(Year { number: year, off, worked, notice: cells.next()? })
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
    use super::{PUBLISHED, YEARS, days};

    #[test]
    fn every_run_of_the_data_file_is_read() {
        for line in YEARS.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit())) {
            let cells: Vec<_> = line.split(',').collect();
            assert_eq!(cells.len(), 4, "{line}");
            let year = cells[0].parse().unwrap();
            for run in cells[1..3].iter().flat_map(|cell| cell.split_whitespace()) {
                assert!(days(year, run).count() > 0, "{year}: {run}");
            }
        }
    }

    #[test]
    fn every_year_has_a_notice_that_was_issued_before_it() {
        let years: Vec<_> = PUBLISHED.iter().map(|year| year.number).collect();
        assert_eq!(years, (2004..=2026).collect::<Vec<_>>());
        for year in PUBLISHED.iter() {
            let before = format!("国办发明电〔{}〕", year.number - 1);
            let number = year.notice.strip_prefix(&before);
            assert!(number.is_some_and(|rest| rest.ends_with('号')), "{year:?}");
        }
    }
}
