//! What `ledger check` finds, in English.

mod help;
mod refused;
mod rules;

pub use help::help;
pub use rules::rule;

use super::refusals::{self, nearest};
use super::stands::reading;
use super::{guard, names};
use crate::check::Fact;
use crate::domain::total::Total;

/// What is wrong.
#[expect(clippy::too_many_lines, reason = "one flat match")]
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
        Fact::EnteredBefore { entered, from: Some(from) } => {
            format!("entered on {entered}, before the day from which it counts, {from}")
        }
        Fact::EnteredBefore { entered, from: None } => {
            format!("entered on {entered}: that lies after today")
        }
        Fact::FoundInFuture { found, today } => {
            format!("the day it was found, {found}, lies after today, {today}")
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
        Fact::UndeclaredActor { name, .. } => refusals::stranger(name),
        Fact::RecursNowhere(id) => format!("the earlier problem {id} does not exist"),
        Fact::DueNotStored { words, day } => {
            format!("the limit `{words}` reads {day}, which is not stored")
        }
        Fact::SustainedNotStored { words } => {
            format!("the limit `{words}` says that it is kept up for good, which is not stored")
        }
        Fact::NoLimit => "nothing says until when".to_owned(),
        Fact::NoLead => "nobody leads".to_owned(),
        Fact::NoMeasures => "no measure says how it is cured".to_owned(),
        Fact::OutOfOrder { on, above } => format!(
            "the entry's day {on} lies before {above}, the day of the entry above it, and nothing says when it was entered"
        ),
        Fact::Refused(refusal) => refused::message(refusal),
        Fact::FirstDayOverwritten(day) => {
            format!("the extension moves the day to {day}, which is written as the first day, too")
        }
        Fact::VoidedTwice(key) => format!("the entry {key} was taken back before"),
        Fact::OpenMeasure { measure, closed } => {
            format!("measure {measure} was added after the close on {closed}, and is not reported")
        }
        Fact::EvidenceMissing(path) => format!("the file `{path}` is not in the book"),
        Fact::EvidenceChanged(path) => {
            format!("the file `{path}` no longer holds what was recorded")
        }
        Fact::EvidenceNotHashed(path) => {
            format!("nothing tells what `{path}` held when it was recorded")
        }
        Fact::RecoverableAboveAmount { recoverable, amount } => {
            format!("{recoverable} is to come back, of {amount} that is involved")
        }
        Fact::NoticeNumberTwice { number, id, on } => {
            format!("the number `{number}` is that of the notice of {on} for {id}")
        }
        Fact::NoticeLevel { level, rungs } => {
            format!("there is no level {level}: the ladder has {rungs}")
        }
        Fact::RecursToItself(id) => format!("{id} is this problem itself"),
        Fact::TitleTwice { no } => format!("problem {no} has the same title"),
        Fact::DroppedWithoutWhy => "nothing says why the measure was given up".to_owned(),
        Fact::NameOtherwise { name, declared } => {
            format!("`{name}` is declared as `{declared}`")
        }
        Fact::UnitEnded { name, until, .. } => format!("the unit `{name}` ended on {until}"),
        Fact::UnitNotYet { name, from } => format!("the unit `{name}` began only on {from}"),
        Fact::UnitLoop(names) => format!("a unit leads back to itself: {}", names.join(" → ")),
        Fact::NoSuchLedger { name, .. } => format!("the default ledger `{name}` does not exist"),
        Fact::ReasonLeft => "this line says why the file could not be merged".to_owned(),
        Fact::MergedByLines => {
            "git merged this file by its lines, and field by field it comes out otherwise"
                .to_owned()
        }
        Fact::OneSideTaken => {
            "the merge took one side of this file, and the other contradicts it".to_owned()
        }
        Fact::GitMergesLines(lacks) => format!(
            "git would merge the book's files by their lines (missing: {})",
            names::lacks(lacks)
        ),
        Fact::Vanished { id, part } => {
            format!(
                "the last commit has {} and the book has not",
                guard::part(&(id.clone(), part.clone()))
            )
        }
        Fact::Unfinished(files) => {
            format!("a change of several files is under way or was cut off: {}", files.join(", "))
        }
        Fact::TotalDiffers(Total::Money { given, sum }) => {
            format!("the total is given as {given}, and the rows add up to {sum}")
        }
        Fact::TotalDiffers(Total::Problems { given, sum }) => {
            format!("the total is given as {given}, and there are {sum} problems")
        }
    }
}
