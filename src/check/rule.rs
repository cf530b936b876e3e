//! The rules by name: how much each weighs. `render` has two lines on each, which are the help and the documents, too.

/// A rule of `ledger check`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(
    missing_docs,
    reason = "each is described in words, in both languages, where people read it"
)]
pub enum Rule {
    LimitUnclear,
    LimitReadsOtherwise,
    DueNotStored,
    SustainedNotStored,
    NoLimit,
    DueBeforeFound,
    MeasureAfterProblem,
    EveryUnclear,
    LimitOfDuty,
    NoSuchOccurrence,
    OccurrenceOfNoDuty,
    EntryBeforeFound,
    EntryInFuture,
    EnteredWrongly,
    OutOfOrder,
    OutOfState,
    FirstDayOverwritten,
    ExtensionNotLater,
    AskedLater,
    ReviewNotLater,
    ClosedUnreported,
    ClosedShort,
    ClosedAlone,
    ClosedWithOpenMeasures,
    WithoutEvidence,
    NothingToReturn,
    MeasureNotThere,
    NoReason,
    NoApprover,
    AmendsNothing,
    VoidedTwice,
    EvidenceMissing,
    EvidenceChanged,
    EvidenceNotHashed,
    RecoverableAboveAmount,
    TooMuchRecovered,
    PersonsAndTimes,
    NoticeNumberTwice,
    NoticeLevel,
    RecursNowhere,
    RecursToItself,
    TitleTwice,
    DroppedWithoutWhy,
    NoMeasures,
    NoLead,
    UndeclaredUnit,
    UndeclaredPerson,
    UndeclaredActor,
    NameOtherwise,
    UnitOutOfTime,
    UnitLoop,
    NoSuchLedger,
    ReasonLeft,
    MergedByLines,
    GitMergesLines,
    Vanished,
    Unfinished,
    TotalDiffers,
}

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It cannot be right.
    Error,
    /// It is to be looked at, since it may well be meant.
    Warning,
    /// It could be said and is not; papers often do not say it either.
    Hint,
}

impl Severity {
    /// All severities with their names in programs, the heaviest first.
    pub const NAMES: [(&'static str, Self); 3] =
        [("error", Self::Error), ("warning", Self::Warning), ("hint", Self::Hint)];

    /// The severity's name in programs.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, known)| *known == self).map_or("", |(name, _)| name)
    }
}

use Severity::{Error, Hint, Warning};

impl Rule {
    /// All rules with the names that users type and their severities, in the order of the documents.
    pub const ALL: [(&'static str, Self, Severity); 58] = [
        ("limit-unclear", Self::LimitUnclear, Error),
        ("limit-reads-otherwise", Self::LimitReadsOtherwise, Warning),
        ("due-not-stored", Self::DueNotStored, Hint),
        ("sustained-not-stored", Self::SustainedNotStored, Warning),
        ("no-limit", Self::NoLimit, Hint),
        ("due-before-found", Self::DueBeforeFound, Error),
        ("measure-after-problem", Self::MeasureAfterProblem, Warning),
        ("every-unclear", Self::EveryUnclear, Error),
        ("limit-of-duty", Self::LimitOfDuty, Error),
        ("no-such-occurrence", Self::NoSuchOccurrence, Error),
        ("occurrence-of-no-duty", Self::OccurrenceOfNoDuty, Error),
        ("entry-before-found", Self::EntryBeforeFound, Error),
        ("entry-in-future", Self::EntryInFuture, Error),
        ("entered-wrongly", Self::EnteredWrongly, Error),
        ("out-of-order", Self::OutOfOrder, Warning),
        ("out-of-state", Self::OutOfState, Error),
        ("first-day-overwritten", Self::FirstDayOverwritten, Error),
        ("extension-not-later", Self::ExtensionNotLater, Error),
        ("asked-later", Self::AskedLater, Error),
        ("review-not-later", Self::ReviewNotLater, Error),
        ("closed-unreported", Self::ClosedUnreported, Error),
        ("closed-short", Self::ClosedShort, Error),
        ("closed-alone", Self::ClosedAlone, Error),
        ("closed-with-open-measures", Self::ClosedWithOpenMeasures, Error),
        ("without-evidence", Self::WithoutEvidence, Error),
        ("nothing-to-return", Self::NothingToReturn, Error),
        ("measure-not-there", Self::MeasureNotThere, Error),
        ("no-reason", Self::NoReason, Error),
        ("no-approver", Self::NoApprover, Error),
        ("amends-nothing", Self::AmendsNothing, Warning),
        ("voided-twice", Self::VoidedTwice, Warning),
        ("evidence-missing", Self::EvidenceMissing, Error),
        ("evidence-changed", Self::EvidenceChanged, Error),
        ("evidence-not-hashed", Self::EvidenceNotHashed, Warning),
        ("recoverable-above-amount", Self::RecoverableAboveAmount, Error),
        ("too-much-recovered", Self::TooMuchRecovered, Error),
        ("persons-and-times", Self::PersonsAndTimes, Error),
        ("notice-number-twice", Self::NoticeNumberTwice, Warning),
        ("notice-level", Self::NoticeLevel, Warning),
        ("recurs-nowhere", Self::RecursNowhere, Error),
        ("recurs-to-itself", Self::RecursToItself, Error),
        ("title-twice", Self::TitleTwice, Warning),
        ("dropped-without-why", Self::DroppedWithoutWhy, Warning),
        ("no-measures", Self::NoMeasures, Hint),
        ("no-lead", Self::NoLead, Hint),
        ("undeclared-unit", Self::UndeclaredUnit, Error),
        ("undeclared-person", Self::UndeclaredPerson, Error),
        ("undeclared-actor", Self::UndeclaredActor, Error),
        ("name-otherwise", Self::NameOtherwise, Error),
        ("unit-out-of-time", Self::UnitOutOfTime, Warning),
        ("unit-loop", Self::UnitLoop, Error),
        ("no-such-ledger", Self::NoSuchLedger, Error),
        ("reason-left", Self::ReasonLeft, Warning),
        ("merged-by-lines", Self::MergedByLines, Warning),
        ("git-merges-lines", Self::GitMergesLines, Hint),
        ("vanished", Self::Vanished, Error),
        ("unfinished", Self::Unfinished, Error),
        ("total-differs", Self::TotalDiffers, Error),
    ];

    /// The name that users type.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, rule, _)| *rule == self).map_or("", |(name, ..)| name)
    }

    /// How much its findings weigh.
    pub fn severity(self) -> Severity {
        Self::ALL
            .iter()
            .find(|(_, rule, _)| *rule == self)
            .map_or(Error, |(.., severity)| *severity)
    }

    /// Tells whether its findings can be mended without a decision.
    pub fn is_fixable(self) -> bool {
        matches!(self, Self::DueNotStored | Self::SustainedNotStored | Self::NameOtherwise)
    }
}
