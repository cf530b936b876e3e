//! What the rules find, as facts.

use crate::domain::acts::State;
use crate::domain::day::Day;
use crate::domain::entry::ActKind;
use crate::domain::gate::Refusal;
use crate::domain::id::Id;
use crate::domain::key::Key;
use crate::domain::lack::Lack;
use crate::domain::limit::Reading;
use crate::domain::money::Money;
use crate::domain::subject::Part;
use crate::domain::total::Total;

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// The words of a limit give no day, and no day is stored.
    LimitUnclear {
        /// The words.
        words: String,
        /// How they read.
        reading: Reading,
    },
    /// The words now give another day than the one stored, which counts.
    LimitReadsOtherwise {
        /// The words.
        words: String,
        /// The day stored.
        due: Day,
        /// The day that the words give.
        read: Day,
    },
    /// A measure's day lies after its problem's.
    MeasureAfterProblem {
        /// The measure's day.
        measure: Day,
        /// The problem's day.
        problem: Day,
    },
    /// The last day lies before the day on which the problem was found.
    DueBeforeFound {
        /// The last day.
        due: Day,
        /// The day on which it was found.
        found: Day,
    },
    /// An entry lies before the day on which its problem was found.
    EntryBeforeFound {
        /// The entry's day.
        on: Day,
        /// The day on which it was found.
        found: Day,
    },
    /// An entry lies in the future.
    EntryInFuture {
        /// The entry's day.
        on: Day,
        /// Today.
        today: Day,
    },
    /// A problem would be found only in the future.
    FoundInFuture {
        /// The day on which it was found.
        found: Day,
        /// Today.
        today: Day,
    },
    /// An entry records an act that the state did not allow; it changed nothing.
    OutOfState {
        /// The act.
        act: ActKind,
        /// The state.
        state: State,
    },
    /// Only a duty has occurrences.
    OccurrenceOfNoDuty,
    /// The words of a duty do not say how often it falls due, or it has none.
    EveryUnclear {
        /// The words.
        words: Option<String>,
        /// How they read.
        reading: Option<Reading>,
    },
    /// A limit of a duty, which has occurrences and no last day.
    LimitOfDuty,
    /// A report names a day on which the duty does not fall due.
    NoSuchOccurrence {
        /// The day.
        day: Day,
        /// The last occurrence before it.
        before: Option<Day>,
        /// The first occurrence after it.
        after: Option<Day>,
    },
    /// A report of a duty names no occurrence.
    NoOccurrenceNamed,
    /// A unit that the roster does not declare.
    UndeclaredUnit {
        /// The name as written.
        name: String,
        /// The nearest declared name.
        nearest: Option<String>,
    },
    /// A person whom the roster does not declare.
    UndeclaredPerson {
        /// The name as written.
        name: String,
        /// The nearest declared name.
        nearest: Option<String>,
    },
    /// Somebody acts who is declared neither as a unit nor as a person.
    UndeclaredActor {
        /// The name as written.
        name: String,
        /// The nearest declared name.
        nearest: Option<String>,
    },
    /// `recurs` names a problem that the book does not have.
    RecursNowhere(String),
    /// A problem or measure was entered before the day from which it counts, or in the future.
    EnteredBefore {
        /// When it was entered.
        entered: Day,
        /// The day from which it counts; nothing where it was entered in the future.
        from: Option<Day>,
    },
    /// The words of a limit give a day that is not stored.
    DueNotStored {
        /// The words.
        words: String,
        /// The day that they give.
        day: Day,
    },
    /// The words of a limit say that it is kept up for good, and that is not stored.
    SustainedNotStored {
        /// The words.
        words: String,
    },
    /// Nothing says until when.
    NoLimit,
    /// Nobody leads.
    NoLead,
    /// Nothing says how it is cured.
    NoMeasures,
    /// An entry lies before the one above it, and does not say when it was entered.
    OutOfOrder {
        /// The entry's day.
        on: Day,
        /// The day of the entry above it.
        above: Day,
    },
    /// The gate would have refused an entry.
    Refused(Refusal),
    /// The extension names the first day itself, which was probably overwritten.
    FirstDayOverwritten(Day),
    /// Two entries take back the same one.
    VoidedTwice(Key),
    /// A measure was added after the close, and nobody has reported it.
    OpenMeasure {
        /// The measure's number.
        measure: u32,
        /// When it was closed.
        closed: Day,
    },
    /// A file of evidence is not there.
    EvidenceMissing(String),
    /// A file of evidence no longer has the content that was recorded.
    EvidenceChanged(String),
    /// Nothing tells what a file of evidence held when it was recorded.
    EvidenceNotHashed(String),
    /// More is to come back than is involved.
    RecoverableAboveAmount {
        /// What is to come back.
        recoverable: Money,
        /// What is involved.
        amount: Money,
    },
    /// The number of a notice is that of another one.
    NoticeNumberTwice {
        /// The number.
        number: String,
        /// The problem that had it before.
        id: Id,
        /// The day of that notice.
        on: Day,
    },
    /// The ladder of notices is shorter.
    NoticeLevel {
        /// The level.
        level: u32,
        /// How many rungs the ladder has.
        rungs: usize,
    },
    /// `recurs` names the problem itself.
    RecursToItself(String),
    /// Another problem of the ledger has the same title.
    TitleTwice {
        /// Its number.
        no: u32,
    },
    /// A measure was given up, and nothing says why.
    DroppedWithoutWhy,
    /// A name that differs from a declared one only by width, blanks or case.
    NameOtherwise {
        /// The name as written.
        name: String,
        /// The declared name.
        declared: String,
    },
    /// A unit is named after its end.
    UnitEnded {
        /// The unit, as written.
        name: String,
        /// Its last day.
        until: Day,
        /// Which unit took over.
        successor: Option<String>,
    },
    /// A unit is named before it began.
    UnitNotYet {
        /// The unit, as written.
        name: String,
        /// Its first day.
        from: Day,
    },
    /// A unit stands above or behind itself.
    UnitLoop(Vec<String>),
    /// The book's default ledger does not exist.
    NoSuchLedger {
        /// Its name.
        name: String,
        /// The nearest name that there is.
        nearest: Option<String>,
    },
    /// A line that says why a file could not be merged still stands in it.
    ReasonLeft,
    /// The newest merge brought a file together by its lines, and field by field it comes out otherwise or not at all.
    MergedByLines,
    /// The newest merge took one side of a file whole, and the other contradicts it.
    OneSideTaken,
    /// Git would merge the files by their lines, since these are missing.
    GitMergesLines(Vec<Lack>),
    /// The last commit has this part of a problem, and the book has not.
    Vanished {
        /// The problem.
        id: Id,
        /// The part.
        part: Part,
    },
    /// A change of these files is under way, or was cut off.
    Unfinished(Vec<String>),
    /// A total of a sheet is not the sum of its rows.
    TotalDiffers(Total),
}
