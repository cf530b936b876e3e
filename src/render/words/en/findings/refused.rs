//! What the gate would have refused of an entry that was written by hand, in English.

use crate::domain::book::Lang;
use crate::domain::gate::{Misfit, OneSide, Refusal, Tie};
use crate::render::words::amended_field;
use crate::render::words::en::refusals;

/// What is wrong.
pub(super) fn message(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Unreported(measures) => {
            let numbers: Vec<_> = measures.iter().map(u32::to_string).collect();
            let (word, verb) =
                if numbers.len() == 1 { ("measure", "was") } else { ("measures", "were") };
            format!("closed while {word} {} {verb} not reported", numbers.join(", "))
        }
        Refusal::NoReport => "closed without a report".to_owned(),
        Refusal::Short { name, actual: Some(actual), target } => format!(
            "closed while indicator `{name}` stood at {actual}, short of {target}, without a reason"
        ),
        Refusal::Short { name, actual: None, target } => format!(
            "closed while indicator `{name}` had no value, with a target of {target}, without a reason"
        ),
        Refusal::NoEvidence(act) => {
            format!("`{}` without evidence, which the policy asks for", act.name())
        }
        Refusal::VerifierReported(side) => one_side(side, "reported this"),
        Refusal::VerifierResponsible(side) => one_side(side, "answers for this"),
        Refusal::NothingReported => "nothing was reported that could be returned".to_owned(),
        Refusal::NoSuchMeasure(no) => format!("measure {no} did not stand on that day"),
        Refusal::OccurrenceOfMeasure => {
            "an occurrence is of the whole duty, and not of a measure".to_owned()
        }
        Refusal::Misfit(misfit) => self::misfit(misfit),
        other => refusals::refusal(other),
    }
}

fn one_side(OneSide { verifier, other, tie }: &OneSide, did: &str) -> String {
    match tie {
        Tie::Same if verifier == other => format!("`{verifier}` {did} and verified it, too"),
        Tie::Same => format!("`{verifier}`, that is `{other}`, {did} and verified it, too"),
        Tie::UnitOfOther => {
            format!("`{other}` {did}, and it was verified by that person's unit, `{verifier}`")
        }
        Tie::PersonOfOther => {
            format!("`{other}` {did}, and it was verified by a person of it, `{verifier}`")
        }
    }
}

fn misfit(misfit: &Misfit) -> String {
    match misfit {
        Misfit::NoText(act) => format!("`{}` does not say why", act.name()),
        Misfit::NoApprover(act) => format!("`{}` does not say who approved it", act.name()),
        Misfit::NotLater { now, new } => {
            format!("the extension's day {new} is no later than the last day then, {now}")
        }
        Misfit::PastDay { new, on } => {
            format!("the new round's day {new} lies before the round begins, {on}")
        }
        Misfit::ExtendsToPast { new, on } => {
            format!("the extension's day {new} was past when it was granted, on {on}")
        }
        Misfit::ReportedBefore { since, reported } => {
            format!("the measure counts from {since}, before the report of {reported}")
        }
        Misfit::VoidsLater { of, on } => {
            format!("{on} lies before the entry that it takes back, {of}")
        }
        Misfit::BelowRecovered { recovered, recoverable } => {
            format!("{recovered} had come back already, more than {recoverable}")
        }
        Misfit::AskedLater { asked, on } => {
            format!("asked for on {asked}, after it was granted on {on}")
        }
        Misfit::DutyHasNoDay => "a duty has occurrences and no last day".to_owned(),
        Misfit::NotReported(no) => format!("measure {no} was not reported"),
        Misfit::NextNotLater { next, on } => {
            format!("the next review, {next}, is no later than this one, {on}")
        }
        Misfit::TooMuch { recovered, recoverable } => {
            format!("{recovered} came back, of {recoverable} that is to come back")
        }
        Misfit::NobodyCounted => "nobody is counted, neither persons nor times".to_owned(),
        Misfit::TimesBelowPersons { times, persons } => {
            format!("{times} times is fewer than {persons} persons; each counts at least once")
        }
        Misfit::AmendsNothing(field) => {
            format!("the {} had that value already", amended_field(Lang::En, *field, None))
        }
        Misfit::EnteredWrongly { entered, on } => {
            format!("entered on {entered}: that is not after {on}, or lies after today")
        }
    }
}

/// What to do about it.
pub(super) fn help(refusal: &Refusal) -> String {
    let text = match refusal {
        Refusal::Unreported(_) | Refusal::NoReport => {
            "if it was reported, record it with `ledger done --on`; else take the close back with `ledger void`"
        }
        Refusal::Short { .. } => {
            "say why in reason = \"…\", or take the close back with `ledger void`"
        }
        Refusal::NoEvidence(_) => "name the file in evidence = [\"files/…\"]",
        Refusal::VerifierReported(_) | Refusal::VerifierResponsible(_) => {
            "say who verified it in verifier = \"…\"; an office that asks for no second person writes second_person = false in its policy"
        }
        Refusal::NoSuchMeasure(_) => "see its since and dropped, and which day is wrong",
        Refusal::Misfit(Misfit::NoText(_)) => "say why in text = \"…\"",
        Refusal::Misfit(Misfit::NoApprover(_)) => "say who approved it in approver = \"…\"",
        Refusal::Misfit(
            Misfit::NotLater { .. }
            | Misfit::PastDay { .. }
            | Misfit::ExtendsToPast { .. }
            | Misfit::VoidsLater { .. }
            | Misfit::AskedLater { .. }
            | Misfit::NextNotLater { .. },
        ) => "see which of the two days is wrong",
        Refusal::Misfit(Misfit::TooMuch { .. } | Misfit::BelowRecovered { .. }) => {
            "see which of the amounts is wrong; what is to come back is corrected by an entry `amend`"
        }
        Refusal::Misfit(Misfit::NobodyCounted | Misfit::TimesBelowPersons { .. }) => {
            "write persons (人), and times (人次) where they differ"
        }
        Refusal::Misfit(Misfit::EnteredWrongly { .. }) => {
            "write entered only for an entry that was made on a later day than its own"
        }
        _ => "if it was entered by mistake, take it back with `ledger void`",
    };
    text.to_owned()
}
