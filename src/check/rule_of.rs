//! What a fact is to the user: which rule finds it, how much it weighs, and how it is mended.

use super::Fact;
use super::rule::{Rule, Severity};
use crate::domain::gate::{Misfit, Refusal};
use crate::domain::mend::Mending;
use crate::domain::subject::Subject;

impl Fact {
    /// The rule that finds it.
    pub fn rule(&self) -> Rule {
        match self {
            Self::LimitUnclear { .. } => Rule::LimitUnclear,
            Self::LimitReadsOtherwise { .. } => Rule::LimitReadsOtherwise,
            Self::MeasureAfterProblem { .. } => Rule::MeasureAfterProblem,
            Self::DueBeforeFound { .. } => Rule::DueBeforeFound,
            Self::EntryBeforeFound { .. } => Rule::EntryBeforeFound,
            Self::EntryInFuture { .. } | Self::FoundInFuture { .. } => Rule::EntryInFuture,
            Self::EnteredBefore { .. } => Rule::EnteredWrongly,
            Self::OutOfState { .. } => Rule::OutOfState,
            Self::OccurrenceOfNoDuty => Rule::OccurrenceOfNoDuty,
            Self::EveryUnclear { .. } => Rule::EveryUnclear,
            Self::LimitOfDuty => Rule::LimitOfDuty,
            Self::NoSuchOccurrence { .. } | Self::NoOccurrenceNamed => Rule::NoSuchOccurrence,
            Self::UndeclaredUnit { .. } => Rule::UndeclaredUnit,
            Self::UndeclaredPerson { .. } => Rule::UndeclaredPerson,
            Self::UndeclaredActor { .. } => Rule::UndeclaredActor,
            Self::RecursNowhere(_) => Rule::RecursNowhere,
            Self::DueNotStored { .. } => Rule::DueNotStored,
            Self::SustainedNotStored { .. } => Rule::SustainedNotStored,
            Self::NoLimit => Rule::NoLimit,
            Self::NoLead => Rule::NoLead,
            Self::NoMeasures => Rule::NoMeasures,
            Self::OutOfOrder { .. } => Rule::OutOfOrder,
            Self::Refused(refusal) => of_refusal(refusal),
            Self::FirstDayOverwritten(_) => Rule::FirstDayOverwritten,
            Self::VoidedTwice(_) => Rule::VoidedTwice,
            Self::OpenMeasure { .. } => Rule::ClosedWithOpenMeasures,
            Self::EvidenceMissing(_) => Rule::EvidenceMissing,
            Self::EvidenceChanged(_) => Rule::EvidenceChanged,
            Self::EvidenceNotHashed(_) => Rule::EvidenceNotHashed,
            Self::RecoverableAboveAmount { .. } => Rule::RecoverableAboveAmount,
            Self::NoticeNumberTwice { .. } => Rule::NoticeNumberTwice,
            Self::NoticeLevel { .. } => Rule::NoticeLevel,
            Self::RecursToItself(_) => Rule::RecursToItself,
            Self::TitleTwice { .. } => Rule::TitleTwice,
            Self::DroppedWithoutWhy => Rule::DroppedWithoutWhy,
            Self::NameOtherwise { .. } => Rule::NameOtherwise,
            Self::UnitEnded { .. } | Self::UnitNotYet { .. } => Rule::UnitOutOfTime,
            Self::UnitLoop(_) => Rule::UnitLoop,
            Self::NoSuchLedger { .. } => Rule::NoSuchLedger,
            Self::ReasonLeft => Rule::ReasonLeft,
            Self::MergedByLines | Self::OneSideTaken => Rule::MergedByLines,
            Self::GitMergesLines(_) => Rule::GitMergesLines,
            Self::Vanished { .. } => Rule::Vanished,
            Self::Unfinished(_) => Rule::Unfinished,
            Self::TotalDiffers(_) => Rule::TotalDiffers,
        }
    }

    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        self.rule().severity()
    }

    /// The name in a list that is meant, where it is one.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::UndeclaredUnit { name, .. }
            | Self::UndeclaredPerson { name, .. }
            | Self::UndeclaredActor { name, .. }
            | Self::RecursNowhere(name)
            | Self::RecursToItself(name)
            | Self::NameOtherwise { name, .. }
            | Self::UnitEnded { name, .. }
            | Self::UnitNotYet { name, .. }
            | Self::EvidenceMissing(name)
            | Self::EvidenceChanged(name)
            | Self::EvidenceNotHashed(name) => Some(name),
            _ => None,
        }
    }

    /// How it is mended where it stands, where that needs no decision.
    pub fn mending(&self, subject: &Subject) -> Option<Mending> {
        let part = subject.part.clone();
        match self {
            Self::DueNotStored { day, .. } => Some(Mending::Due { part, day: *day }),
            Self::SustainedNotStored { .. } => Some(Mending::Sustained { part }),
            Self::NameOtherwise { name, declared } => Some(Mending::Name {
                part,
                key: subject.key?,
                old: name.clone(),
                new: declared.clone(),
            }),
            _ => None,
        }
    }
}

/// The rule for what the gate refuses. What other rules say better never comes here.
fn of_refusal(refusal: &Refusal) -> Rule {
    match refusal {
        Refusal::Unreported(_) | Refusal::NoReport => Rule::ClosedUnreported,
        Refusal::Short { .. } => Rule::ClosedShort,
        Refusal::NoEvidence(_) => Rule::WithoutEvidence,
        Refusal::VerifierReported(_) | Refusal::VerifierResponsible(_) => Rule::ClosedAlone,
        Refusal::NothingReported => Rule::NothingToReturn,
        Refusal::NoSuchMeasure(_) | Refusal::NoSuchIndicator(_) => Rule::MeasureNotThere,
        Refusal::NoSuchEntry(_) | Refusal::AlreadyVoid(_) => Rule::VoidedTwice,
        Refusal::Occurrence(_) | Refusal::OccurrenceOfMeasure => Rule::OccurrenceOfNoDuty,
        Refusal::NoSuchOccurrence { .. } | Refusal::OccurrenceReported { .. } => {
            Rule::NoSuchOccurrence
        }
        Refusal::Stranger { .. } => Rule::UndeclaredActor,
        Refusal::NotInState { .. } => Rule::OutOfState,
        Refusal::BeforeFound { .. } => Rule::EntryBeforeFound,
        Refusal::InFuture { .. } => Rule::EntryInFuture,
        Refusal::Misfit(misfit) => of_misfit(misfit),
    }
}

fn of_misfit(misfit: &Misfit) -> Rule {
    match misfit {
        Misfit::NoText(_) => Rule::NoReason,
        Misfit::NoApprover(_) => Rule::NoApprover,
        Misfit::NotLater { .. } | Misfit::ExtendsToPast { .. } => Rule::ExtensionNotLater,
        Misfit::ReportedBefore { .. } => Rule::ClosedUnreported,
        Misfit::PastDay { .. } => Rule::DueBeforeFound,
        Misfit::VoidsLater { .. } => Rule::OutOfOrder,
        Misfit::AskedLater { .. } => Rule::AskedLater,
        Misfit::DutyHasNoDay => Rule::LimitOfDuty,
        Misfit::NotReported(_) => Rule::NothingToReturn,
        Misfit::NextNotLater { .. } => Rule::ReviewNotLater,
        Misfit::TooMuch { .. } | Misfit::BelowRecovered { .. } => Rule::TooMuchRecovered,
        Misfit::NobodyCounted | Misfit::TimesBelowPersons { .. } => Rule::PersonsAndTimes,
        Misfit::AmendsNothing(_) => Rule::AmendsNothing,
        Misfit::EnteredWrongly { .. } => Rule::EnteredWrongly,
    }
}
