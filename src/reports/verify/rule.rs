//! The rules by name.

/// What may not happen in a history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(
    missing_docs,
    reason = "each is described in words, in both languages, where people read it"
)]
pub enum Rule {
    EntryEdited,
    EntryRemoved,
    ClosedChanged,
    DayChanged,
    EnteredChanged,
    MeasureGone,
    MeasureReused,
    OutOfState,
    ProblemGone,
    NumberReused,
    ClosedAlone,
    EvidenceChanged,
    FoundInNoParent,
    Unreadable,
}

impl Rule {
    /// All rules with the names that programs read, in the order of the documents.
    pub const ALL: [(&'static str, Self); 14] = [
        ("entry-edited", Self::EntryEdited),
        ("entry-removed", Self::EntryRemoved),
        ("closed-changed", Self::ClosedChanged),
        ("day-changed", Self::DayChanged),
        ("entered-changed", Self::EnteredChanged),
        ("measure-gone", Self::MeasureGone),
        ("measure-reused", Self::MeasureReused),
        ("out-of-state", Self::OutOfState),
        ("problem-gone", Self::ProblemGone),
        ("number-reused", Self::NumberReused),
        ("closed-alone", Self::ClosedAlone),
        ("evidence-changed", Self::EvidenceChanged),
        ("found-in-no-parent", Self::FoundInNoParent),
        ("unreadable", Self::Unreadable),
    ];

    /// The rule's name in programs.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, rule)| *rule == self).map_or("", |(name, _)| name)
    }
}
