//! The named faults of files, as facts.

use super::FormFault;
use super::cell::{BadCell, BadMap};
use super::office::{BadOffice, BadPackage, Damage, Excess, Foreign};
use super::template::BadTemplate;
use crate::domain::amendment::BadAmendment;
use crate::domain::day::Day;
use crate::domain::entry::ActKind;
use crate::domain::evidence::BadEvidence;
use crate::domain::key::Key;

/// What is wrong at a place of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The bytes are no UTF-8; `gb18030` tells whether they read as that.
    NotUtf8 {
        /// Offset of the first wrong byte.
        offset: usize,
        /// Whether the bytes read as GB18030.
        gb18030: bool,
    },
    /// UTF-16, by its byte order mark or its zero bytes.
    Utf16,
    /// NUL: a damaged disk block, usually.
    Nul,
    /// A control character.
    Control(char),
    /// A carriage return without a line feed.
    LoneCarriageReturn,
    /// A line that git left behind when it stopped at a conflict.
    ConflictMarker,
    /// What the TOML parser says, in its words.
    Toml {
        /// The parser's message.
        message: String,
        /// Whether a full-width or curly quote stands there.
        wide_quote: bool,
    },
    /// A key that is not known in this table.
    UnknownKey {
        /// The key as written.
        key: String,
        /// Where it stands.
        table: Table,
        /// The nearest known key.
        nearest: Option<&'static str>,
        /// Whether it is a key of the problem that slipped below the first `[[…]]`.
        of_problem: bool,
    },
    /// Keys that must be there are missing.
    MissingKeys {
        /// Where they are missing.
        table: Table,
        /// Their names.
        keys: Vec<&'static str>,
    },
    /// A key that is not of the entry's act.
    KeyNotOfAct {
        /// The key.
        key: String,
        /// The act.
        act: ActKind,
    },
    /// A value of another kind than the key takes.
    WrongKind {
        /// The key.
        key: String,
        /// What it takes.
        expected: Expected,
    },
    /// A word that is none of those allowed.
    WrongWord {
        /// The key.
        key: String,
        /// The word.
        word: String,
        /// The words allowed.
        allowed: Vec<&'static str>,
    },
    /// A text with nothing in it.
    EmptyText {
        /// The key.
        key: String,
    },
    /// A name that holds `|`, which separates names in a table.
    BarInName {
        /// The key.
        key: String,
    },
    /// Money as a TOML float, which cannot hold it exactly.
    FloatMoney,
    /// A day outside 1990 to 2099.
    DayOutOfRange,
    /// An evidence path or hash.
    Evidence(BadEvidence),
    /// An amendment's field or value.
    Amendment(BadAmendment),
    /// The same measure number twice in a problem.
    MeasureTwice(u32),
    /// The same entry key twice in a problem.
    KeyTwice(Key),
    /// The same indicator twice in a problem.
    IndicatorTwice(String),
    /// The same phase twice in a head.
    PhaseTwice(String),
    /// Two policies of a head hold from the same day, or both from the beginning.
    PolicyTwice(Option<Day>),
    /// Two rungs of a ladder of notices are due on the same day.
    RungTwice(i64),
    /// An entry names a measure that the problem does not have.
    NoSuchMeasure(u32),
    /// An entry names an indicator that the problem does not have.
    NoSuchIndicator(String),
    /// A `void` names an entry that the problem does not have.
    NoSuchEntry(Key),
    /// A `void` names itself.
    VoidsItself,
    /// A period that ends before it begins.
    EndsBeforeBegin,
    /// A quote that opens here is not closed.
    UnclosedQuote,
    /// Text behind a closing quote.
    TextAfterQuote,
    /// A quote inside a cell that does not begin with one.
    QuoteInCell,
    /// A row that is longer or shorter than the header.
    RowLength {
        /// Cells in the header.
        expected: usize,
        /// Cells in the row.
        found: usize,
    },
    /// The same column twice.
    ColumnTwice(String),
    /// A column without a name.
    EmptyColumn,
    /// A table without a column that it must have.
    MissingColumn(&'static str),
    /// Text in a cell that the row's record does not have.
    CellNotOfRecord {
        /// The column.
        column: String,
        /// The row's record.
        table: Table,
    },
    /// The same `seq` twice.
    SeqTwice(u64),
    /// The same problem twice in a table.
    NumberTwice(u32),
    /// A row of a problem that the table does not have.
    NoSuchProblem(u32),
    /// A row without text.
    EmptyRow,
    /// A sheet in which no column for the problem was recognised.
    NoProblemColumn {
        /// The columns that stand there.
        columns: Vec<String>,
    },
    /// In a sheet that a unit filled in.
    Form(FormFault),
    /// A problem's file with another name than its number.
    FileName {
        /// The name that it must have.
        expected: String,
    },
    /// A name that no ledger may have.
    LedgerName(String),
    /// Two ledgers whose names differ only by case.
    LedgerNameCase(String),
    /// A ledger that is there both as a folder and as a table.
    LedgerTwice(String),
    /// A ledger's folder or table without its head.
    NoHead {
        /// The head's file.
        expected: String,
    },
    /// A head without its table.
    NoTable {
        /// The table's file.
        expected: String,
    },
    /// A file or folder that is no regular one, or leads out of the book.
    NotRegular,
    /// Not one of several keys is there, of which one must be.
    MissingOneOf {
        /// Where it is missing.
        table: Table,
        /// The keys.
        keys: Vec<&'static str>,
    },
    /// A key that only a duty has, on a problem or task.
    KeyOfDuty {
        /// The key.
        key: String,
    },
    /// Tables written inline, `key = [{ … }]`, to which no `[[key]]` can be added.
    InlineTables {
        /// The key.
        key: String,
    },
    /// The label of an encoding that nobody knows.
    UnknownEncoding(String),
    /// Bytes that are not in the encoding that was named.
    NotInEncoding {
        /// The encoding's name.
        encoding: &'static str,
        /// Offset behind the first wrong bytes.
        offset: usize,
    },
    /// A file or folder that does not belong where it lies.
    StrayFile,
    /// A cell of a sheet.
    Cell(BadCell),
    /// What is said of the columns of a sheet.
    Map(BadMap),
    /// A foreign file of a kind that is not taken in.
    Foreign(Foreign),
    /// A part of a workbook or document.
    Package {
        /// The part's name; empty for the whole.
        part: String,
        /// What is wrong with it.
        bad: BadPackage,
    },
    /// The content of a workbook or document.
    Office(BadOffice),
    /// A cell that a spreadsheet destroyed.
    Damaged(Damage),
    /// More than is taken in.
    TooMuch(Excess),
    /// A table that seems to have one column only; the character that stands in all its rows, where there is one.
    OneColumn(Option<char>),
    /// An office's own wording of a report.
    Template(BadTemplate),
}

/// What stands in a table of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Table {
    Book,
    Policy,
    Unit,
    Person,
    Calendar,
    Head,
    Phase,
    Problem,
    Indicator,
    Measure,
    Entry,
}

/// The kind of value that a key takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Expected {
    /// Text in quotes.
    Text,
    /// A list of names.
    Names,
    /// A day.
    Day,
    /// A list of days.
    Days,
    /// `true` or `false`.
    Flag,
    /// An amount of money.
    Money,
    /// A number with at most six decimals.
    Figure,
    /// A whole number from 1.
    Number,
    /// A list of whole numbers.
    Numbers,
    /// A whole number from 1 to 4.
    Form,
    /// A whole number from 0.
    Count,
    /// A whole number of days, below zero for days before.
    DaysOff,
    /// The key of an entry.
    Key,
    /// A table of its own.
    Table,
    /// A list of tables, `[[…]]`.
    Tables,
}
