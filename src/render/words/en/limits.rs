//! How the words of a limit were read, in English.

use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::domain::limit::{At, Event, Every, Kind, Note};
use crate::render::words::{full_day, weekday};

/// What kind of limit it is.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Day => "a day",
        Kind::Immediate => "at once",
        Kind::Sustained => "sustained",
        Kind::Recurring => "recurring",
        Kind::Several => "several days",
        Kind::Ambiguous => "two readings",
        Kind::Vague => "no date in it",
        Kind::Done => "a state, no limit",
        Kind::Unreadable => "not understood",
        Kind::NoStart => "no day to count from",
    }
}

/// What a clerk should know of how it was counted.
pub fn note(note: &Note) -> String {
    match note {
        Note::Immediate { days } => format!("at once is taken as {days} days"),
        Note::YearOfPlan(year) => format!("no year is written; the plan's is {year}"),
        Note::Past { plan } => {
            format!("that day of the plan's year lies before the plan, {plan}; write the year")
        }
        Note::Moved { from, to } => {
            format!("{} is a rest day, so it moves to {to}", full_day(Lang::En, *from))
        }
        Note::RestDay(day) => {
            format!("{} is a rest day; a day that is named stays", full_day(Lang::En, *day))
        }
        Note::Phase => "the day is that of the phase in the ledger's head".to_owned(),
        Note::NoPhase => {
            "the ledger has no such phase; write [[phase]] in its head, with name, from and until"
                .to_owned()
        }
        Note::NoStart(event) => {
            format!("the ledger names no day of {}; {}", self::event(*event), how_to_name(*event))
        }
    }
}

/// The event of the name under which a ledger's head gives its day.
pub fn event_named(name: &str) -> Option<&'static str> {
    Event::named(name).map(event)
}

/// The event from which a period is counted.
fn event(event: Event) -> &'static str {
    match event {
        Event::Issued | Event::PeriodEnd(_) => "issue",
        Event::Feedback => "feedback",
        Event::Assigned => "assignment",
        Event::Received => "receipt",
        Event::Meeting => "the meeting",
        Event::Effective => "coming into force",
        Event::Approved => "approval",
        Event::Completed => "completion",
        Event::Other => "the event that is meant",
    }
}

fn how_to_name(event: Event) -> String {
    match event {
        Event::Issued | Event::PeriodEnd(_) => "write issued = 2022-09-23 in its head".to_owned(),
        Event::Other => "write the last day".to_owned(),
        other => format!("write dates = {{ {} = 2022-09-23 }} in its head", other.name()),
    }
}

/// How often it recurs.
pub fn every(every: Every) -> String {
    match every {
        Every::Week(None) => "weekly".to_owned(),
        Every::Week(Some(day)) => format!("every {}", weekday(Lang::En, day)),
        Every::Weekdays(days) => {
            let names: Vec<_> = days.days().map(|day| weekday(Lang::En, day)).collect();
            format!("every {}", names.join(", "))
        }
        Every::Days(1) => "daily".to_owned(),
        Every::Days(days) => format!("every {days} days"),
        Every::Event => "on an event".to_owned(),
        Every::Months { length, month, at } => {
            let period = match length {
                1 => "monthly".to_owned(),
                3 => "quarterly".to_owned(),
                6 => "half-yearly".to_owned(),
                12 => "yearly".to_owned(),
                other => format!("every {other} months"),
            };
            let month = if length == 1 || month == length {
                String::new()
            } else {
                format!(", month {month} of it")
            };
            format!("{period}{month}, {}", at_words(at))
        }
    }
}

fn at_words(at: At) -> String {
    match at {
        At::Day(day) => format!("by day {day}"),
        At::Days(days) => {
            let days: Vec<_> = days.days().map(|day| day.to_string()).collect();
            format!("by days {}", days.join(", "))
        }
        At::End => "by its end".to_owned(),
        At::After(days) => format!("{days} days after its end"),
        At::WorkingAfter(days) => format!("{days} working days after its end"),
        At::Weekday(Some(nth), day) => format!("by {} number {nth}", weekday(Lang::En, day)),
        At::Weekday(None, day) => format!("by the last {}", weekday(Lang::En, day)),
        At::Workday(Some(nth)) => format!("by working day {nth}"),
        At::Workday(None) => "by the last working day".to_owned(),
    }
}

/// A day with what is left until it.
pub fn left(day: Day, working: u32) -> String {
    let days =
        if working == 1 { "1 working day".to_owned() } else { format!("{working} working days") };
    format!("{}, {days} to it", full_day(Lang::En, day))
}
