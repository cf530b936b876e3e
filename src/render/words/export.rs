//! The words of what `export` gives out: the rows of the ledger, and the days in a calendar.

use super::{en, fulfilment, state, zh};
use crate::domain::acts::State;
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::reports::deadlines::{Over, What};

/// A heading, a name or a note of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Exported<'a> {
    /// Above all rows.
    Heading {
        /// The day asked for.
        today: Day,
    },
    /// Above the rows of a unit.
    HeadingOf {
        /// The unit, or what stands in its place.
        unit: &'a str,
        /// The day asked for.
        today: Day,
    },
    /// The name of the only sheet.
    Sheet,
    /// How many rows there are.
    Total {
        /// All.
        rows: usize,
        /// Of problems, tasks and duties.
        problems: usize,
        /// Of measures.
        measures: usize,
    },
    /// What is a row, and where money stands.
    RowRule,
    /// What several units lead is with each.
    SplitRule,
    /// The name of a calendar.
    Calendar {
        /// The office.
        office: Option<&'a str>,
    },
    /// What falls on a day.
    Event {
        /// What it is.
        what: What,
        /// What is to be done.
        title: &'a str,
    },
    /// Before what falls on a day, where nothing is to be done any more.
    Over(Over),
    /// What an alarm says.
    Alarm {
        /// What falls on the day.
        event: &'a str,
        /// How many days later.
        days: i64,
    },
}

/// Why something cannot be given out so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unexported {
    /// A report that is no calendar was asked for as one.
    NoCalendar,
    /// The ledger was asked for in a format for people.
    ForPeople,
    /// A table for each unit was asked for in a format that has one table.
    OneTable,
}

/// The words of an export.
pub fn exported(lang: Lang, what: &Exported<'_>) -> String {
    match lang {
        Lang::Zh => zh::export::exported(what),
        Lang::En => en::export::exported(what),
    }
}

/// Why nothing is to be done any more, in a word; what has a word of its own in each language is left to that.
pub(super) fn over(lang: Lang, over: Over, [dropped, no_review, not_asked]: [&str; 3]) -> String {
    match over {
        Over::State(of) => state(lang, of).to_owned(),
        Over::Reported => state(lang, State::Awaiting).to_owned(),
        Over::Fulfilled(of) => fulfilment(lang, of),
        Over::Dropped => dropped.to_owned(),
        Over::NoReview => no_review.to_owned(),
        Over::NotAsked => not_asked.to_owned(),
    }
}
