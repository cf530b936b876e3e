//! What may not happen in a history, in English.

use super::{counts, names};
use crate::render::words::Proof;
use crate::reports::verify::{Rule, What};

/// What a rule forbids.
pub fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::EntryEdited => "an entry was edited; only `void` takes one back",
        Rule::EntryRemoved => "an entry was removed; only `void` takes one back",
        Rule::ClosedChanged => "a closed problem was changed without `reopen`",
        Rule::DayChanged => "a last day was changed without `extend` or `amend`",
        Rule::EnteredChanged => {
            "the day on which a problem or measure was entered changed, or is gone"
        }
        Rule::MeasureGone => "a measure was removed; one that is given up stays, with `dropped`",
        Rule::MeasureReused => "a measure's number stands for another measure",
        Rule::OutOfState => "an act was recorded in a state that does not allow it",
        Rule::ProblemGone => "a problem was removed; `withdraw` keeps its number",
        Rule::NumberReused => "a number was given to another problem",
        Rule::ClosedAlone => "closed by the side that did the work",
        Rule::EvidenceChanged => "evidence of a closed problem was changed",
        Rule::FoundInNoParent => "a merge holds what stands in none of its parents",
        Rule::Unreadable => "a version that cannot be read",
    }
}

/// The names of the eight facts of a seal.
pub const SEAL: [&str; 8] =
    ["Sealed for", "Commit", "SHA-256", "Ledgers", "Problems", "Closed", "Overdue", "Entries"];

/// What was done, beside changes of fields.
pub fn what(what: &What) -> String {
    match what {
        What::Change(_) => String::new(),
        What::Act { key, act, state } => {
            format!("{} ({key}) while {}", names::act(*act), names::state(*state))
        }
        What::Alone { key, who } => format!("{who} ({key})"),
        What::Number(title) => format!("before: {title}"),
        What::Evidence { path, gone: false } => format!("{path} holds something else"),
        What::Evidence { path, gone: true } => format!("{path} is gone"),
        What::Unreadable => "cannot be read".to_owned(),
    }
}

/// How it stood the test.
pub fn proof(proof: &Proof) -> String {
    match proof {
        Proof::Verified { steps, found: 0 } => {
            format!("nothing wrong in {} of the history", counts::steps(*steps))
        }
        Proof::Verified { steps, found } => {
            let things = if *found == 1 { "thing" } else { "things" };
            let steps = counts::steps(*steps);
            format!("{found} {things} that may not happen, in {steps} of the history")
        }
        Proof::SealHolds { commit, day } => {
            format!(
                "the seal holds: the history contains {commit} and gives these figures for {day}"
            )
        }
        Proof::SealLost(commit) => {
            format!("the seal is broken: the history does not contain commit {commit}")
        }
        Proof::SealDiffers { line, sealed, now } => {
            format!("the seal is broken: {}: sealed {sealed}, now {now}", SEAL[*line])
        }
        Proof::NoSeal(path) => format!("{path} holds no seal of eight lines"),
    }
}
