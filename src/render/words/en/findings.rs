//! What `ledger check` finds, in English.

use super::names;
use super::refusals::nearest;
use super::stands::reading;
use crate::check::Fact;
use crate::domain::limit::Kind;

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
        Fact::EveryUnclear { words: Some(words), reading: Some(how) } => {
            format!("`{words}` gives no occurrences: {}", reading(how))
        }
        Fact::EveryUnclear { .. } => "a duty does not say how often it falls due".to_owned(),
        Fact::LimitOfDuty => {
            "a duty has occurrences and no last day; this one counts for nothing".to_owned()
        }
        Fact::NoSuchOccurrence { day, before, after } => {
            format!("the duty does not fall due on {day}{}", nearest(*before, *after))
        }
        Fact::NoOccurrenceNamed => {
            "the report of a duty names no occurrence, so it meets none".to_owned()
        }
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
        Fact::EveryUnclear { reading: Some(reading), .. } if reading.kind == Kind::NoStart => {
            "say when it begins, as from = 2022-01-01".to_owned()
        }
        Fact::EveryUnclear { .. } => {
            "say how often, one rhythm a duty, as every = \"每月5日前\"".to_owned()
        }
        Fact::LimitOfDuty => "say when it ends with until, or make it kind = \"task\"".to_owned(),
        Fact::NoSuchOccurrence { .. } | Fact::NoOccurrenceNamed => {
            "take the entry back with `ledger void`, and record it anew with --for".to_owned()
        }
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
