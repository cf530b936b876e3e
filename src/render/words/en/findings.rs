//! What `ledger check` finds, in English.

use super::names;
use super::stands::reading;
use crate::check::Fact;

/// What is wrong.
pub fn message(fact: &Fact) -> String {
    match fact {
        Fact::LimitUnclear { words, reading: how } => {
            format!("the limit `{words}` gives no last day: {}", reading(how))
        }
        Fact::LimitReadsOtherwise { words, due, read } => {
            format!("the limit `{words}` reads {read}, but {due} is stored")
        }
        Fact::MeasureAfterProblem { measure, problem } => {
            format!("the measure's last day {measure} lies after its problem's, {problem}")
        }
        Fact::DueBeforeFound { due, found } => {
            format!("the last day {due} lies before the day it was found, {found}")
        }
        Fact::EntryBeforeFound { on, found } => {
            format!("the entry's day {on} lies before the day it was found, {found}")
        }
        Fact::EntryInFuture { on, today } => {
            format!("the entry's day {on} lies after today, {today}")
        }
        Fact::OutOfState { act, state } => {
            format!(
                "`{}` is not allowed while {}, so this entry has no effect",
                act.name(),
                names::state(*state)
            )
        }
        Fact::OccurrenceOfNoDuty => "only a duty has occurrences".to_owned(),
        Fact::UndeclaredUnit { name, .. } => format!("book.toml declares no unit `{name}`"),
        Fact::UndeclaredPerson { name, .. } => format!("book.toml declares no person `{name}`"),
        Fact::RecursNowhere(id) => format!("the earlier problem {id} does not exist"),
    }
}

/// What to do about it.
pub fn help(fact: &Fact) -> String {
    match fact {
        Fact::LimitUnclear { .. } => "store the last day, as due = 2022-10-31".to_owned(),
        Fact::LimitReadsOtherwise { .. } => {
            "the stored day counts; see which of the two is wrong".to_owned()
        }
        Fact::MeasureAfterProblem { .. } | Fact::DueBeforeFound { .. } => {
            "see which of the two days is wrong".to_owned()
        }
        Fact::EntryBeforeFound { .. } | Fact::EntryInFuture { .. } => {
            "if the day is wrong, take the entry back with `ledger void` and record it anew"
                .to_owned()
        }
        Fact::OutOfState { .. } => {
            "if it was entered by mistake, take it back with `ledger void`".to_owned()
        }
        Fact::OccurrenceOfNoDuty => "take `for` away, or make it kind = \"duty\"".to_owned(),
        Fact::UndeclaredUnit { nearest: Some(name), .. }
        | Fact::UndeclaredPerson { nearest: Some(name), .. } => {
            format!("did you mean `{name}`?")
        }
        Fact::UndeclaredUnit { name, nearest: None } => {
            format!("if it exists, write [unit.\"{name}\"] in book.toml")
        }
        Fact::UndeclaredPerson { name, nearest: None } => {
            format!("if they exist, write [person.\"{name}\"] in book.toml")
        }
        Fact::RecursNowhere(_) => "write an id that exists, or say it in words".to_owned(),
    }
}
