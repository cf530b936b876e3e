//! Why an act is refused, in English, each with what to do.

use super::names;
use crate::domain::day::Day;
use crate::domain::gate::Refusal;
use crate::domain::problem::Kind;

/// The reason.
pub fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::NotInState { act, state, since } => {
            let since = since.map(|day| format!(" since {day}")).unwrap_or_default();
            format!("it is {}{since}, which allows no `{}`", names::state(*state), act.name())
        }
        Refusal::NothingReported => "nothing is reported that could be returned".to_owned(),
        Refusal::Unreported(measures) => {
            let numbers: Vec<_> = measures.iter().map(u32::to_string).collect();
            let word = if numbers.len() == 1 { "measure" } else { "measures" };
            format!("{word} {} not reported; report with `ledger done` first", numbers.join(", "))
        }
        Refusal::NoReport => "it is not reported; report with `ledger done` first".to_owned(),
        Refusal::Short { name, actual: Some(actual), target } => {
            format!(
                "indicator `{name}` stands at {actual}, short of {target}; to close all the same give a --reason"
            )
        }
        Refusal::Short { name, actual: None, target } => {
            format!(
                "indicator `{name}` has no value yet, its target is {target}; to close all the same give a --reason"
            )
        }
        Refusal::NoEvidence(act) => {
            format!("`{}` needs evidence; name the file with --evidence", act.name())
        }
        Refusal::VerifierReported(name) => {
            format!("`{name}` reported this and cannot verify it; name another with --verifier")
        }
        Refusal::VerifierResponsible(name) => {
            format!("`{name}` answers for this and cannot verify it; name another with --verifier")
        }
        Refusal::NoSuchMeasure(no) => format!("there is no measure {no}, or not on that day"),
        Refusal::NoSuchIndicator(name) => format!("there is no indicator `{name}`"),
        Refusal::NoSuchEntry(key) => format!("there is no entry {key}; `ledger show` lists them"),
        Refusal::AlreadyVoid(key) => format!("entry {key} counts for nothing already"),
        Refusal::BeforeFound { on, found } => {
            format!("{on} lies before the day it was found, {found}; mend it with --on")
        }
        Refusal::InFuture { on, today } => {
            format!("{on} lies after today, {today}; mend it with --on")
        }
        Refusal::Occurrence(Kind::Duty) => {
            "a duty is met by occurrences; name the day with --for".to_owned()
        }
        Refusal::Occurrence(_) => "only a duty has occurrences (--for)".to_owned(),
        Refusal::OccurrenceOfMeasure => {
            "an occurrence is of the whole duty; leave out the measure, or --for".to_owned()
        }
        Refusal::NoSuchOccurrence { day, before, after } => {
            format!("it does not fall due on {day}{}", nearest(*before, *after))
        }
    }
}

/// The occurrences around a day that is none.
pub(super) fn nearest(before: Option<Day>, after: Option<Day>) -> String {
    match (before, after) {
        (Some(before), Some(after)) => format!("; the nearest are {before} and {after}"),
        (Some(before), None) => format!("; the last was {before}"),
        (None, Some(after)) => format!("; the first is {after}"),
        (None, None) => ", nor on any other day".to_owned(),
    }
}
