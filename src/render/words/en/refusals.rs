//! Why an act is refused, in English, each with what to do.

use super::names;
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::domain::gate::{Misfit, OneSide, Refusal, Tie};
use crate::domain::problem::Kind;
use crate::render::words::amended_field;

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
        Refusal::VerifierReported(side) => {
            format!("{}; name another with --verifier", one_side(side, "reported this"))
        }
        Refusal::VerifierResponsible(side) => {
            format!("{}; name another with --verifier", one_side(side, "answers for this"))
        }
        Refusal::NoSuchMeasure(no) => format!("there is no measure {no}, or not on that day"),
        Refusal::NoSuchIndicator(name) => format!("there is no indicator `{name}`"),
        Refusal::NoSuchEntry(key) => format!("there is no entry {key}; `ledger show` lists them"),
        Refusal::AlreadyVoid(key) => format!("entry {key} counts for nothing already"),
        Refusal::BeforeFound { on, found } => {
            format!("{on} lies before the day it was found, {found}; correct it with --on")
        }
        Refusal::InFuture { on, today } => {
            format!("{on} lies after today, {today}; correct it with --on")
        }
        Refusal::Occurrence(Kind::Duty) => {
            "a duty is met by occurrences; name the day with --for".to_owned()
        }
        Refusal::Occurrence(_) => "only a duty has occurrences (--for)".to_owned(),
        Refusal::OccurrenceOfMeasure => {
            "an occurrence is of the whole duty; leave out the measure, or --for".to_owned()
        }
        Refusal::OccurrenceReported { day, on, of } => format!(
            "the occurrence of {day} was reported on {on} ({of}); add to it with `ledger note`, or take that report back with `ledger void` first"
        ),
        Refusal::Stranger { name, nearest } => {
            let help = declare(name, nearest.as_deref());
            format!("{}; {help}", stranger(name))
        }
        Refusal::Misfit(misfit) => self::misfit(misfit),
        Refusal::NoSuchOccurrence { day, before, after } => {
            format!("it does not fall due on {day}{}", nearest(*before, *after))
        }
    }
}

/// Why who verifies is no second person.
fn one_side(OneSide { verifier, other, tie }: &OneSide, did: &str) -> String {
    match tie {
        Tie::Same if verifier == other => format!("`{verifier}` {did} and cannot verify it"),
        Tie::Same => format!("`{verifier}`, that is `{other}`, {did} and cannot verify it"),
        Tie::UnitOfOther => {
            format!("`{other}`, a person of `{verifier}`, {did}, so that unit cannot verify it")
        }
        Tie::PersonOfOther => {
            format!("`{other}` {did}, and `{verifier}`, a person of that unit, cannot verify it")
        }
    }
}

/// Somebody acts whom the book does not know.
pub(super) fn stranger(name: &str) -> String {
    format!("book.toml declares neither a unit nor a person `{name}`")
}

/// What to do about it.
pub(super) fn declare(name: &str, nearest: Option<&str>) -> String {
    match nearest {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        None => format!("if they exist, write [unit.\"{name}\"] or [person.\"{name}\"] there"),
    }
}

/// What an act says and cannot be so.
fn misfit(misfit: &Misfit) -> String {
    match misfit {
        Misfit::NoText(act) => format!("`{}` says why; give --text", act.name()),
        Misfit::NoApprover(act) => {
            format!("`{}` says who approved it; name them with --approver", act.name())
        }
        Misfit::NotLater { now, new } => {
            format!("{new} is no later than the last day now, {now}; an extension moves it on")
        }
        Misfit::PastDay { new, on } => {
            format!("{new} lies before the new round begins, {on}; correct the limit, or --on")
        }
        Misfit::ExtendsToPast { new, on } => format!(
            "{new} is past on {on}, the day on which the extension is granted; correct the limit, or give the day of the grant with --on"
        ),
        Misfit::ReportedBefore { since, reported } => format!(
            "from {since} on, the report of {reported} would count for the measure, too; give a later day with --since"
        ),
        Misfit::VoidsLater { of, on } => {
            format!("{on} lies before the entry that it takes back, {of}; correct --on")
        }
        Misfit::BelowRecovered { recovered, recoverable } => format!(
            "{recovered} has come back already, more than {recoverable}; correct the amount, or void what did not come back"
        ),
        Misfit::AskedLater { asked, on } => {
            format!("asked for on {asked}, after it was granted on {on}; correct --asked or --on")
        }
        Misfit::DutyHasNoDay => {
            "a duty has occurrences and no last day; `every` says when it falls due".to_owned()
        }
        Misfit::NotReported(no) => format!("measure {no} is not reported"),
        Misfit::NextNotLater { next, on } => {
            format!("the next review, {next}, is no later than this one, {on}; correct --next")
        }
        Misfit::TooMuch { recovered, recoverable } => format!(
            "with it {recovered} would have come back, of {recoverable} that is to come back; correct the amount, or what is to come back with `ledger amend`"
        ),
        Misfit::NobodyCounted => {
            "nobody is counted; give --persons, and --times where they differ".to_owned()
        }
        Misfit::TimesBelowPersons { times, persons } => {
            format!("{times} times is fewer than {persons} persons; each counts at least once")
        }
        Misfit::AmendsNothing(field) => {
            let name = amended_field(Lang::En, *field, None);
            format!("the {name} has that value already; nothing to amend")
        }
        Misfit::EnteredWrongly { entered, on } => {
            format!("entered on {entered}: that is not after {on}, or lies after today")
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
