//! The numbers of notices (督办): one series a year over the whole book.

use std::fmt;

use super::book::Book;
use super::entry::Act;

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
