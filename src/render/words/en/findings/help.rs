//! What to do about what `ledger check` finds, in English.

use super::refused;
use crate::check::Fact;
use crate::domain::limit::Kind;
use crate::render::words::en::refusals::declare;

/// What to do about it.
#[expect(clippy::too_many_lines, reason = "one flat match")]
pub fn help(fact: &Fact) -> String {
    match fact {
        Fact::LimitUnclear { .. } => "store the last day, as due = 2022-10-31".to_owned(),
        Fact::LimitReadsOtherwise { .. } => {
            "the stored day counts; see which of the two is wrong".to_owned()
        }
        Fact::MeasureAfterProblem { .. } | Fact::DueBeforeFound { .. } => {
            "see which of the two days is wrong".to_owned()
        }
        Fact::EntryInFuture { .. } => {
            "correct the day where it stands in the file: what is not yet so cannot be taken back"
                .to_owned()
        }
        Fact::EntryBeforeFound { .. } => {
            "if the day is wrong, take the entry back with `ledger void` and record it anew"
                .to_owned()
        }
        Fact::EnteredBefore { .. } => {
            "write the day on which it was entered, or leave entered out".to_owned()
        }
        Fact::FoundInFuture { .. } => "see which day is meant".to_owned(),
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
        Fact::UndeclaredActor { name, nearest } => declare(name, nearest.as_deref()),
        Fact::RecursNowhere(_) => "write an id that exists, or say it in words".to_owned(),
        Fact::DueNotStored { day, .. } => format!("`ledger check --fix` writes due = {day}"),
        Fact::SustainedNotStored { .. } => {
            "write sustained = true, as `ledger check --fix` does where nothing stands there".to_owned()
        }
        Fact::NoLimit => "if there is a limit, write it as limit = \"10月底前\"".to_owned(),
        Fact::NoLead => "if it is known who leads, write lead = [\"…\"]".to_owned(),
        Fact::NoMeasures => "add one with `ledger measure`".to_owned(),
        Fact::OutOfOrder { .. } => {
            "if it was entered later, say when, as entered = 2022-10-08; else see which day is wrong"
                .to_owned()
        }
        Fact::Refused(refusal) => refused::help(refusal),
        Fact::FirstDayOverwritten(_) => {
            "write the first day again, as the plan has it; the extension moves it by itself"
                .to_owned()
        }
        Fact::VoidedTwice(_) => "nothing is lost; the second entry has no effect".to_owned(),
        Fact::OpenMeasure { .. } => {
            "report it in a new round, with an entry `reopen`, or take the measure away".to_owned()
        }
        Fact::EvidenceMissing(_) => {
            "put the file back, or take the entry back with `ledger void` and record it anew; a close that rests on it is taken back first"
                .to_owned()
        }
        Fact::EvidenceChanged(_) => {
            "put the file back as it was; record a new version as evidence of its own".to_owned()
        }
        Fact::EvidenceNotHashed(_) => {
            "write its SHA-256 behind the path, as FILE#sha256=…; the commands do so".to_owned()
        }
        Fact::RecoverableAboveAmount { .. } => "see which of the two amounts is wrong".to_owned(),
        Fact::NoticeNumberTwice { .. } => {
            "see which of the two numbers is wrong; one notice has one day and one reader"
                .to_owned()
        }
        Fact::NoticeLevel { .. } => {
            "correct the level, or write the rung under ladder of the policy".to_owned()
        }
        Fact::RecursToItself(_) => "name the earlier problem, or take it away".to_owned(),
        Fact::TitleTwice { .. } => {
            "if one was entered twice, withdraw it; else tell them apart by their titles".to_owned()
        }
        Fact::DroppedWithoutWhy => "write why = \"…\"".to_owned(),
        Fact::NameOtherwise { declared, .. } => {
            format!("write `{declared}`; outside of book.toml, `ledger check --fix` does so")
        }
        Fact::UnitEnded { successor: Some(name), .. } => {
            format!("`{name}` took over; hand the problem on with an entry `assign`")
        }
        Fact::UnitEnded { successor: None, .. } | Fact::UnitNotYet { .. } => {
            "see which of the days is wrong, or who answered then".to_owned()
        }
        Fact::UnitLoop(_) => "see which of these links is wrong".to_owned(),
        Fact::NoSuchLedger { nearest: Some(name), .. } => format!("did you mean `{name}`?"),
        Fact::NoSuchLedger { nearest: None, .. } => {
            "write the name of a ledger of this book, or take the line away".to_owned()
        }
        Fact::ReasonLeft => "once it is decided, take the line out".to_owned(),
        Fact::MergedByLines => {
            "run `ledger merge --repair`, which says what contradicts each other".to_owned()
        }
        Fact::OneSideTaken => {
            "if that was decided, leave it; else name the file to `ledger merge --repair`".to_owned()
        }
        Fact::GitMergesLines(_) => "run `ledger merge --install`, once in each clone".to_owned(),
        Fact::Vanished { .. } => {
            "bring it back with `git checkout HEAD -- FILE`; a problem is taken back with `ledger withdraw`, an entry with \
             `ledger void`"
                .to_owned()
        }
        Fact::Unfinished(_) => {
            "wait for the command that is at it; if none is, the next one that writes finishes it".to_owned()
        }
        Fact::TotalDiffers(_) => "see whether a row is missing, or which figure is wrong".to_owned(),
    }
}
