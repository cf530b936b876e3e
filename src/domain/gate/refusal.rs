//! Why an act is refused.

use crate::domain::acts::State;
use crate::domain::amendment::Field;
use crate::domain::day::Day;
use crate::domain::entry::ActKind;
use crate::domain::figure::Figure;
use crate::domain::key::Key;
use crate::domain::money::Money;
use crate::domain::problem::Kind;

/// Why an act is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The state does not allow the act.
    NotInState {
        /// The act.
        act: ActKind,
        /// The state.
        state: State,
        /// Since when it is in that state.
        since: Option<Day>,
    },
    /// There is nothing reported that could be returned.
    NothingReported,
    /// Measures that must be reported before closing.
    Unreported(Vec<u32>),
    /// A problem without measures that must be reported before closing.
    NoReport,
    /// An indicator is short of its target and no reason is given.
    Short {
        /// The indicator.
        name: String,
        /// Its newest value, if there is any.
        actual: Option<Figure>,
        /// Its target.
        target: Figure,
    },
    /// Policy asks for evidence with this act.
    NoEvidence(ActKind),
    /// Who verifies has reported the work.
    VerifierReported(OneSide),
    /// Who verifies is responsible for the work.
    VerifierResponsible(OneSide),
    /// The problem has no such measure, or not on that day.
    NoSuchMeasure(u32),
    /// The problem has no such indicator.
    NoSuchIndicator(String),
    /// The problem has no entry with that key.
    NoSuchEntry(Key),
    /// The entry counts for nothing already.
    AlreadyVoid(Key),
    /// The entry would be older than its problem.
    BeforeFound {
        /// The entry's day.
        on: Day,
        /// The day on which the problem was found.
        found: Day,
    },
    /// The entry would lie in the future.
    InFuture {
        /// The entry's day.
        on: Day,
        /// Today.
        today: Day,
    },
    /// A duty is met by its occurrences, and nothing else has any.
    Occurrence(Kind),
    /// An occurrence is of the whole duty, and a measure has none.
    OccurrenceOfMeasure,
    /// The duty does not fall due on that day.
    NoSuchOccurrence {
        /// The day.
        day: Day,
        /// The last occurrence before it.
        before: Option<Day>,
        /// The first occurrence after it.
        after: Option<Day>,
    },
    /// The occurrence is reported.
    OccurrenceReported {
        /// Its day.
        day: Day,
        /// When it was reported.
        on: Day,
        /// The report.
        of: Key,
    },
    /// Somebody acts whom the book does not declare.
    Stranger {
        /// The name as written.
        name: String,
        /// The nearest declared unit or person.
        nearest: Option<String>,
    },
    /// What the act itself says cannot be so.
    Misfit(Misfit),
}

/// Who verifies, and whom that makes no second person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneSide {
    /// Who verifies.
    pub verifier: String,
    /// Who did the work or answers for it.
    pub other: String,
    /// Why the two are one side.
    pub tie: Tie,
}

/// Why two names are one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// They name the same, maybe by a former name.
    Same,
    /// Who verifies is the unit of the other, a person.
    UnitOfOther,
    /// Who verifies is a person of the other, a unit.
    PersonOfOther,
}

impl OneSide {
    /// One and the same name.
    pub fn same(name: &str) -> Self {
        Self { verifier: name.to_owned(), other: name.to_owned(), tie: Tie::Same }
    }
}

/// What an act says and cannot be so, or does not say and should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misfit {
    /// The act says why, in words.
    NoText(ActKind),
    /// The act says who approved it.
    NoApprover(ActKind),
    /// An extension moves the day to a later one.
    NotLater {
        /// The day that it would move.
        now: Day,
        /// The day that it names.
        new: Day,
    },
    /// The last day of a new round lies before the day on which the round begins.
    PastDay {
        /// The day that it names.
        new: Day,
        /// The day on which the round begins.
        on: Day,
    },
    /// An extension names a day that is past when it is granted.
    ExtendsToPast {
        /// The day that it names.
        new: Day,
        /// The entry's day.
        on: Day,
    },
    /// A measure is added from a day on which a report counts for it, which nobody made of it.
    ReportedBefore {
        /// The day from which the measure counts.
        since: Day,
        /// The report.
        reported: Day,
    },
    /// A `void` lies before the entry that it takes back.
    VoidsLater {
        /// The day of that entry.
        of: Day,
        /// The day of the `void`.
        on: Day,
    },
    /// Less would be to come back than has come back already.
    BelowRecovered {
        /// What has come back.
        recovered: Money,
        /// What would be to come back.
        recoverable: Money,
    },
    /// What was asked for on a day after that of the entry.
    AskedLater {
        /// When it was asked for.
        asked: Day,
        /// The entry's day.
        on: Day,
    },
    /// A duty has occurrences and no last day.
    DutyHasNoDay,
    /// The measure is not reported, so it cannot be returned.
    NotReported(u32),
    /// The next review lies on the day of this one or before.
    NextNotLater {
        /// The next review.
        next: Day,
        /// The entry's day.
        on: Day,
    },
    /// More money would have come back than is to come back.
    TooMuch {
        /// All that would have come back.
        recovered: Money,
        /// What is to come back.
        recoverable: Money,
    },
    /// Nobody was held to account: neither persons nor times.
    NobodyCounted,
    /// Fewer times (人次) than persons (人).
    TimesBelowPersons {
        /// Times.
        times: u32,
        /// Persons.
        persons: u32,
    },
    /// The amendment changes nothing: that is what stands there.
    AmendsNothing(Field),
    /// The day on which it was entered lies before the day on which it happened, or in the future.
    EnteredWrongly {
        /// When it was entered.
        entered: Day,
        /// The entry's day.
        on: Day,
    },
}
