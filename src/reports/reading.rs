//! How limits were read: the answer of `ledger limit`.

use crate::domain::calendar::Calendar;
use crate::domain::day::Day;
use crate::domain::limit::{self, Counting, Reading, Step};

/// How the words of one limit were read.
#[derive(Debug, Clone)]
pub struct Read {
    /// The words as given.
    pub words: String,
    /// From which day they were counted, where one is named.
    pub counts_from: Option<Day>,
    /// What they give.
    pub reading: Reading,
    /// Part by part.
    pub steps: Vec<Step>,
    /// For each day of the reading, the working days to it.
    pub working: Vec<u32>,
}

/// Reads the words and tells how.
pub fn read(words: &str, counting: &Counting<'_>) -> Read {
    let (reading, steps) = limit::explain(words, counting);
    let counts_from = counting.from.or(counting.issued);
    let working =
        reading.days.iter().map(|day| left(counting.calendar, counts_from, *day)).collect();
    Read { words: words.to_owned(), counts_from, reading, steps, working }
}

fn left(calendar: &Calendar, from: Option<Day>, day: Day) -> u32 {
    from.map_or(0, |from| calendar.working_days_until(from, day))
}
