//! The numbers of notices (督办): one series a year over the whole book.

use std::fmt;

use super::book::Book;
use super::day::Day;
use super::entry::{Act, Entry};
use super::id::Id;
use super::ledger::Ledger;
use super::problem::Problem;
use super::standing::AsOf;

/// The number that a notice gets: `2022-7` is the seventh of 2022.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct NoticeNumber {
    /// The year of the notice's day.
    pub year: i32,
    /// Its place in that year, from 1.
    pub no: u32,
}

impl NoticeNumber {
    /// Reads `2022-7`; a number that an office has given by hand in another form is none of the series.
    pub fn read(text: &str) -> Option<Self> {
        let (year, no) = text.split_once('-')?;
        let digits =
            |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let number = Self { year: year.parse().ok()?, no: no.parse().ok()? };
        (year.len() == 4 && digits(year) && digits(no) && number.no > 0).then_some(number)
    }

    /// The highest that is given in a year, 0 where none is. Also one whose entry was taken back: a number is never used
    /// twice.
    pub fn highest(book: &Book, year: i32) -> u32 {
        let problems = book.ledgers.iter().flat_map(|ledger| &ledger.problems);
        let numbers = problems.flat_map(|problem| &problem.entries).filter_map(|entry| {
            let Act::Notice { number, .. } = &entry.act else { return None };
            Self::read(number).filter(|number| number.year == year)
        });
        numbers.map(|number| number.no).max().unwrap_or(0)
    }
}

/// A notice that was issued after a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaterNotice {
    /// Its problem.
    pub id: Id,
    /// Its number.
    pub number: String,
    /// Its day.
    pub on: Day,
}

impl LaterNotice {
    /// Returns the notices that count and were issued after a day.
    pub fn all(book: &Book, day: Day) -> Vec<Self> {
        let problems = book
            .ledgers
            .iter()
            .flat_map(|ledger| ledger.problems.iter().map(move |problem| (ledger, problem)));
        let is_later = |entry: &Entry| entry.on > day && matches!(entry.act, Act::Notice { .. });
        let of_problem = |(ledger, problem): (&Ledger, &Problem)| {
            if !problem.entries.iter().any(is_later) {
                return Vec::new();
            }
            let last = problem.entries.iter().map(|entry| entry.on).max().unwrap_or(day);
            let standing = AsOf::new(&book.head, last).standing_as_written(ledger, problem);
            let later = standing.entries().filter(|entry| is_later(entry)).filter_map(|entry| {
                let Act::Notice { number, .. } = &entry.act else { return None };
                let id = Id::of_problem(&ledger.name, problem.no);
                Some(Self { id, number: number.clone(), on: entry.on })
            });
            later.collect()
        };
        problems.flat_map(of_problem).collect()
    }

    /// Tells whether a notice of that day may not come behind it: for one of these problems, which would go back down its
    /// ladder, or in the series of the year, where the higher number would have the earlier day.
    pub fn hinders(&self, day: Day, problems: &[Id]) -> bool {
        let of_series = NoticeNumber::read(&self.number);
        problems.contains(&self.id) || of_series.is_some_and(|number| number.year == day.year())
    }
}

impl fmt::Display for NoticeNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.year, self.no)
    }
}

#[cfg(test)]
mod tests {
    use super::NoticeNumber;

    #[test]
    fn only_a_year_and_a_place_are_a_number_of_the_series() {
        let number = NoticeNumber { year: 2022, no: 12 };
        assert_eq!(NoticeNumber::read("2022-12"), Some(number));
        assert_eq!(number.to_string(), "2022-12");
        for other in [
            "2022-0",
            "2022-",
            "22-1",
            "2022-10-08",
            "2022-+1",
            "督〔2022〕5号",
            "2022-99999999999",
        ] {
            assert_eq!(NoticeNumber::read(other), None, "{other}");
        }
    }
}
