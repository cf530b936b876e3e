//! What the program says beside its answers: failures, with what to do, and what a command did. Facts only.

use super::giving::GivingNote;
use super::guard::GuardNote;
use super::{CheckNote, Echo, EditNote, MergeNote, TakingNote, Wrong};
use crate::complaint::{Doing, OfficeRemark, SheetRemark};
use crate::domain::day::Day;
use crate::domain::entry::ActKind;
use crate::domain::gate::Refusal;
use crate::domain::id::Id;
use crate::domain::limit::{self, Reading};
use crate::domain::notice::LaterNotice;
use crate::render::words::{Committed, NoPast, Proof, export::Unexported};

/// Something that is said on standard error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// No book in this folder or above it.
    NoBook,
    /// The book has no ledger of this name.
    NoLedger {
        /// The name.
        name: String,
        /// The nearest name that there is.
        nearest: Option<String>,
    },
    /// More than one ledger could be meant.
    WhichLedger(Vec<String>),
    /// No ledger may have this name.
    BadLedgerName(String),
    /// A range holds more numbers than a command takes.
    RangeTooLong {
        /// The range.
        range: String,
        /// How many it may hold.
        most: u32,
    },
    /// The period asked for has not begun.
    PeriodToCome {
        /// Its first day.
        from: Day,
        /// The day asked for.
        today: Day,
    },
    /// A report was to be written into the book's folder, among the ledgers.
    OutputInBook(String),
    /// Money that came back is more than nothing.
    NoMoney,
    /// The ledger has no such problem.
    NoProblem(Id),
    /// A measure was named where a problem is meant.
    NotAMeasure(Id),
    /// A command that writes was given a file to read.
    FileIsForReading,
    /// Options that must be given.
    Missing(Vec<&'static str>),
    /// Options that only a duty has.
    OnlyADuty(Vec<&'static str>),
    /// A duty ends before it begins.
    EndsBeforeBegin {
        /// When it begins.
        from: Day,
        /// When it ends.
        until: Day,
    },
    /// Nobody says who does it.
    WhoIsIt,
    /// The words of a limit give no single day.
    LimitUnclear {
        /// The words.
        words: String,
        /// How they read.
        reading: Reading,
    },
    /// The words of a limit that is set anew give no single day.
    NewLimitUnclear {
        /// The problem or measure.
        id: Id,
        /// The words.
        words: String,
        /// How they read.
        reading: Reading,
    },
    /// The words of an extension give the measures named different days.
    DaysDiffer {
        /// The words.
        words: String,
        /// The measures with their days.
        days: Vec<(Id, Day)>,
    },
    /// Two indicators of one problem have this name.
    IndicatorTwice(String),
    /// A unit that the roster does not declare.
    UndeclaredUnit {
        /// The name.
        name: String,
        /// The nearest declared one.
        nearest: Option<String>,
    },
    /// A person whom the roster does not declare.
    UndeclaredPerson {
        /// The name.
        name: String,
        /// The nearest declared one.
        nearest: Option<String>,
    },
    /// A unit is asked for that nobody names.
    NoSuchUnit {
        /// The name.
        name: String,
        /// The nearest that there is.
        nearest: Option<String>,
    },
    /// A person is asked for whom nobody names.
    NoSuchPerson {
        /// The name.
        name: String,
        /// The nearest that there is.
        nearest: Option<String>,
    },
    /// A file of evidence that is not there or is no file.
    NoEvidenceFile(String),
    /// A file of evidence that lies outside the book.
    EvidenceOutside(String),
    /// The gate refuses an act.
    Refused {
        /// The problem.
        id: Id,
        /// All that speaks against it.
        refusals: Vec<Refusal>,
    },
    /// A notice would come behind one of a later day.
    NoticeLater {
        /// The notice of the later day.
        notice: LaterNotice,
        /// The day for which one was to be issued.
        on: Day,
    },
    /// A change would leave a problem as it cannot be right.
    WouldBeWrong {
        /// The problem.
        id: Id,
        /// What `ledger check` would find.
        wrongs: Vec<Wrong>,
    },
    /// The time zone of the book is not known.
    UnknownTimezone(String),
    /// No format has this ending.
    UnknownEnding(String),
    /// What was asked for cannot be given out so.
    Unexported(Unexported),
    /// The system refused.
    System {
        /// What was being done.
        doing: Doing,
        /// With which file or folder.
        path: String,
        /// What the system said.
        said: String,
    },
    /// Another command is writing.
    Busy {
        /// What it says of itself.
        holder: String,
    },
    /// Somebody changed the file meanwhile.
    Changed(String),
    /// The file to be made is there already.
    Exists(String),
    /// The file to which an answer was to be written is there already.
    OutputExists(String),
    /// Written, but it may not survive a power cut.
    NotDurable(String),
    /// The file may not be written.
    ReadOnly(String),
    /// The path leads out of the book.
    Outside(String),
    /// The file has a second name elsewhere.
    HardLink(String),
    /// A folder, device or pipe where a file must be.
    NotRegular(String),
    /// A bug of ours: the new text does not say what it should.
    SelfCheck(String),
    /// Some files were written before something went wrong.
    Partly(Vec<String>),
    /// Files hold comments, for which a table has no place.
    Comments(Vec<String>),
    /// Git gave no answer.
    Git(String),
    /// The past cannot be read.
    NoPast(NoPast),
    /// What was written was committed, or could not be.
    Committed(Committed),
    /// How a history stood the test.
    Proof(Proof),
    /// What guards the book found.
    Guard(GuardNote),
    /// The highest number that there can be is taken.
    NoNumberLeft,
    /// A limit was understood.
    Understood {
        /// The last day, if there is one.
        day: Option<Day>,
        /// Today, for the days left.
        today: Day,
        /// It stays on watch for good.
        sustained: bool,
        /// The day rests on a year whose working days are not published.
        provisional: bool,
        /// What a clerk should know of how it was counted.
        notes: Vec<limit::Note>,
    },
    /// The words of a duty do not say how often it falls due.
    EveryUnclear {
        /// The words.
        words: String,
        /// How they read.
        reading: Reading,
    },
    /// Options that a duty does not have.
    NotOfADuty(Vec<&'static str>),
    /// When a duty falls due next.
    NextOccurrence {
        /// The duty, where it is not the one whose id is printed anyway.
        id: Option<Id>,
        /// The next occurrence that is not yet reported.
        next: Option<Day>,
        /// It falls on a rest day.
        rests: bool,
        /// Nobody can tell, since it hangs on an event.
        event: bool,
        /// How many were missed.
        missed: usize,
        /// Today, for the days left.
        today: Day,
    },
    /// A measure's last day lies after its problem's: it is entered, and `check` will ask.
    MeasureAfterProblem {
        /// The measure's day.
        measure: Day,
        /// The problem's day.
        problem: Day,
    },
    /// An act was recorded.
    Recorded {
        /// The act.
        act: ActKind,
        /// The problem or measures.
        ids: Vec<Id>,
    },
    /// How things stand once an act is recorded.
    Echo(Echo),
    /// Closing without a second person, as the policy allows.
    OnePerson(Id),
    /// Somebody left the questions, and nothing was written.
    NothingWritten,
    /// A book or ledger was made.
    Made(Vec<String>),
    /// A ledger was converted.
    Converted {
        /// How many files were written.
        written: usize,
        /// How many were removed.
        removed: usize,
    },
    /// The ledger has that form already.
    HasThatForm,
    /// What merging did or could not do.
    Merge(MergeNote),
    /// What checking found, beside the findings themselves.
    Check(CheckNote),
    /// What came of an edit by hand.
    Edit(EditNote),
    /// The help has no such word.
    NoTopic {
        /// The word.
        word: String,
        /// The nearest that it has.
        nearest: Option<String>,
    },
    /// What is said of taking in foreign files.
    Taking(TakingNote),
    /// What is said of giving out papers.
    Giving(GivingNote),
    /// A sheet was read with remarks.
    SheetRemarks {
        /// The file.
        path: String,
        /// Of what kind.
        remark: SheetRemark,
        /// In which lines.
        lines: Vec<usize>,
    },
    /// Something of a workbook or document is to be known.
    OfficeRemark {
        /// The file.
        path: String,
        /// What.
        remark: OfficeRemark,
    },
}
