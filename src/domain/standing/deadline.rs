//! A last day, first and now: extensions move it, and the first is never overwritten.

use crate::domain::day::Day;
use crate::domain::limit::{self, Counting, Kind, Reading};

/// The last day of a problem or measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The limit in the plan's words, or those of the last extension.
    pub words: Option<String>,
    /// As the plan has it.
    pub first: LastDay,
    /// After all extensions of this round.
    pub now: LastDay,
    /// How often it was extended in this round.
    pub extensions: u32,
    /// The day rests on a year whose working days are not published.
    pub provisional: bool,
}

/// What is known of a last day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LastDay {
    /// A day; it is itself still in time.
    Day(Day),
    /// No limit is written.
    NotGiven,
    /// The words are understood and give no last day: 长期坚持, 每季度, 尽快.
    NoDay(Reading),
    /// The words give no single day, and somebody has to say which: not readable, two readings, several days.
    Unclear(Reading),
}

impl LastDay {
    fn of(reading: Reading) -> Self {
        match (reading.day(), reading.kind) {
            (Some(day), _) => Self::Day(day),
            (None, Kind::Sustained | Kind::Vague | Kind::Recurring | Kind::Done) => {
                Self::NoDay(reading)
            }
            (None, _) => Self::Unclear(reading),
        }
    }

    /// The day, where there is one.
    pub fn day(&self) -> Option<Day> {
        match self {
            Self::Day(day) => Some(*day),
            _ => None,
        }
    }
}

impl Deadline {
    /// Takes the stored day, which wins over the words, else what the words read.
    pub fn new(due: Option<Day>, words: Option<&str>, counting: &Counting<'_>) -> Self {
        // A stored day is read again only where it may rest on a year that was not published when it was stored.
        let unsure = due.is_none_or(|day| counting.calendar.is_provisional(day));
        let reading = words.filter(|_| unsure).map(|words| limit::read(words, counting));
        let provisional = reading.as_ref().is_some_and(|reading| reading.provisional);
        let first = match (due, reading) {
            (Some(day), _) => LastDay::Day(day),
            (None, Some(reading)) => LastDay::of(reading),
            (None, None) => LastDay::NotGiven,
        };
        Self {
            words: words.map(str::to_owned),
            now: first.clone(),
            first,
            extensions: 0,
            provisional,
        }
    }

    /// A day that nothing has moved.
    pub(super) fn standing(words: Option<&String>, day: LastDay, provisional: bool) -> Self {
        Self { words: words.cloned(), first: day.clone(), now: day, extensions: 0, provisional }
    }

    /// Tells whether any limit is written.
    pub fn is_given(&self) -> bool {
        self.now != LastDay::NotGiven
    }

    /// Moves the day; the first stays.
    pub(super) fn extend(&mut self, day: Day, words: Option<&str>) {
        self.now = LastDay::Day(day);
        self.provisional = false; // a new day is named by who approves it
        self.extensions += 1;
        if let Some(words) = words {
            self.words = Some(words.to_owned());
        }
    }

    /// Begins a new round: extensions of the earlier one no longer count.
    pub(super) fn begin_round(&mut self, due: Option<Day>, words: Option<&str>) {
        if let Some(day) = due {
            self.first = LastDay::Day(day);
        }
        if let Some(words) = words {
            self.words = Some(words.to_owned());
        }
        self.now = self.first.clone();
        self.extensions = 0;
    }
}
