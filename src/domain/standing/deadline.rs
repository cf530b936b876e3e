//! A last day, first and now: extensions move it, and the first is never overwritten.

use std::sync::Arc;

use crate::domain::day::Day;
use crate::domain::key::Key;
use crate::domain::limit::{self, Counting, Kind, Reading};

/// The last day of a problem or measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The limit in the plan's words, or those of the last extension.
    pub words: Option<Arc<str>>,
    /// As the plan has it, or the reopening that began the round.
    pub first: LastDay,
    /// After all extensions of this round.
    pub now: LastDay,
    /// All that moved it, in all rounds, in the order in which it happened.
    pub moves: Vec<Move>,
    /// When its words were read, by the policy of that day; nothing where the plan gave them.
    pub read_on: Option<Day>,
    /// The day rests on a year whose working days are not published.
    pub provisional: bool,
    /// The same of the first day, to which a new round may go back.
    first_provisional: bool,
    /// The words of the first day, to which a new round may go back, too.
    first_words: Option<Arc<str>>,
    /// When those were read.
    first_read_on: Option<Day>,
}

/// Something that moved a last day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// The entry that moved it.
    pub key: Key,
    /// What that entry did.
    pub by: MovedBy,
    /// From which day on it counts for what is reported: that on which it was asked for, else granted.
    pub counts: Day,
    /// The last day before it.
    pub from: LastDay,
    /// The last day after it.
    pub to: LastDay,
}

/// A limit that an entry sets anew.
pub(super) struct NewLimit<'a> {
    /// Its words.
    pub(super) words: Option<&'a str>,
    /// Its day.
    pub(super) due: Option<Day>,
    /// The day of the entry, from which its words count.
    pub(super) on: Day,
    /// What else they count by.
    pub(super) counting: Counting<'a>,
}

impl NewLimit<'_> {
    /// Tells whether its words give its day, for what had the last day `last`, by a year that is not published. A day
    /// that the words do not give is named by who grants it.
    fn is_provisional(&self, last: Option<Day>) -> bool {
        let Some((words, due)) = self.words.zip(self.due) else { return false };
        self.counting.calendar.is_provisional(due) && {
            let reading = limit::read_moved(words, self.on, last, &self.counting);
            reading.provisional && reading.day() == Some(due)
        }
    }
}

/// What moved a last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MovedBy {
    /// An extension, asked for in time or only after the last day.
    Extension {
        /// Asked for after the day that it moved.
        late: bool,
    },
    /// A reopening, which begins a new round.
    Reopening,
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
        Self::standing(words, first, provisional)
    }

    /// A day that nothing has moved.
    pub(super) fn standing(words: Option<&str>, day: LastDay, provisional: bool) -> Self {
        let words = words.map(Arc::<str>::from);
        Self {
            first_words: words.clone(),
            words,
            first: day.clone(),
            now: day,
            moves: Vec::new(),
            provisional,
            first_provisional: provisional,
            read_on: None,
            first_read_on: None,
        }
    }

    /// Tells whether any limit is written.
    pub fn is_given(&self) -> bool {
        self.now != LastDay::NotGiven
    }

    /// The extensions of this round, in the order in which they were granted.
    pub fn extensions(&self) -> &[Move] {
        let begun = self.moves.iter().rposition(|moved| moved.by == MovedBy::Reopening);
        &self.moves[begun.map_or(0, |place| place + 1)..]
    }

    /// The days by which extensions of this round moved it; 0 where there was no day before them.
    pub fn days_won(&self) -> i64 {
        let days = self.first.day().zip(self.now.day());
        days.map_or(0, |(first, now)| first.days_until(now))
    }

    /// Moves the day; the first stays.
    pub(super) fn extend(&mut self, key: Key, asked: Day, to: Day, new: &NewLimit<'_>) {
        let late = self.now.day().is_some_and(|day| asked > day);
        self.provisional = new.is_provisional(self.now.day());
        self.moved(key, MovedBy::Extension { late }, asked, LastDay::Day(to));
        if let Some(words) = new.words {
            self.words = Some(words.into());
            self.read_on = Some(new.on);
        }
    }

    /// Begins a new round: extensions of the earlier one no longer count.
    pub(super) fn begin_round(&mut self, key: Key, new: &NewLimit<'_>) {
        if let Some(day) = new.due {
            self.first = LastDay::Day(day);
            self.first_provisional = new.is_provisional(None);
        }
        if let Some(words) = new.words {
            self.first_words = Some(words.into());
            self.first_read_on = Some(new.on);
        }
        self.provisional = self.first_provisional;
        self.words.clone_from(&self.first_words);
        self.read_on = self.first_read_on;
        self.moved(key, MovedBy::Reopening, new.on, self.first.clone());
    }

    fn moved(&mut self, key: Key, by: MovedBy, counts: Day, to: LastDay) {
        let from = std::mem::replace(&mut self.now, to.clone());
        self.moves.push(Move { key, by, counts, from, to });
    }
}
