//! The faults of files in English: what is wrong. What to do about it stands in `help`.

mod cells;
mod help;
mod kinds;
mod office;

pub use help::{help, label};

use crate::complaint::Fault;
use crate::domain::amendment::BadAmendment;
use crate::domain::book::Lang;
use crate::domain::evidence::BadEvidence;
use crate::render::inert_line;
use crate::render::words::en::giving;
use crate::render::words::unit_form;
use crate::render::words::{act_in_files, code, codes};

/// What is wrong, in a line without a full stop.
#[expect(clippy::too_many_lines, reason = "one flat match")]
pub fn message(fault: &Fault) -> String {
    match fault {
        Fault::NotUtf8 { offset, .. } => {
            format!("the file is not UTF-8 (from byte {} on)", offset + 1)
        }
        Fault::Utf16 => "the file is UTF-16".to_owned(),
        Fault::Nul => "NUL characters in the file".to_owned(),
        Fault::Control(c) => format!("an invisible control character, U+{:04X}", u32::from(*c)),
        Fault::LoneCarriageReturn => "a carriage return without a line feed".to_owned(),
        Fault::ConflictMarker => "a conflict marker that git left behind".to_owned(),
        Fault::Toml { message, .. } => inert_line(message).into_owned(),
        Fault::UnknownKey { key, table, .. } => {
            format!("{} has no key {}", kinds::table(*table), code(key))
        }
        Fault::MissingKeys { table, keys } => {
            format!("{} lacks {}", kinds::table(*table), codes(Lang::En, keys))
        }
        Fault::KeyNotOfAct { key, act } => {
            format!("an entry of act {} has no key {}", code(act_in_files(*act)), code(key))
        }
        Fault::WrongKind { key, expected } => {
            format!("{} takes {}", code(key), kinds::expected(*expected))
        }
        Fault::WrongWord { key, word, .. } => format!("{} cannot be {}", code(key), code(word)),
        Fault::EmptyText { key } => format!("{} is empty", code(key)),
        Fault::BarInName { key } => format!("a name in {} holds |", code(key)),
        Fault::FloatMoney => "money as a decimal number without quotes".to_owned(),
        Fault::DayOutOfRange => "a day outside 1990-01-01 to 2099-12-31".to_owned(),
        Fault::Evidence(BadEvidence::Empty) => "evidence without a path".to_owned(),
        Fault::Evidence(BadEvidence::Path) => "a path that evidence may not have".to_owned(),
        Fault::Evidence(BadEvidence::Hash) => "a wrong hash of evidence".to_owned(),
        Fault::Amendment(BadAmendment::Field) => "a field that cannot be amended".to_owned(),
        Fault::Amendment(BadAmendment::Place) => {
            "a field of a measure for a problem, or the reverse".to_owned()
        }
        Fault::Amendment(BadAmendment::Value(expected)) => {
            format!("the amended value has to be {}", kinds::amended(*expected))
        }
        Fault::MeasureTwice(no) => format!("measure {no} is there twice"),
        Fault::KeyTwice(key) => format!("the entry key {} is there twice", code(&key.to_string())),
        Fault::IndicatorTwice(name) => format!("the indicator {} is there twice", code(name)),
        Fault::PhaseTwice(name) => format!("the phase {} is there twice", code(name)),
        Fault::PolicyTwice(Some(day)) => format!("two policies hold from {day}"),
        Fault::PolicyTwice(None) => "two policies hold from the beginning".to_owned(),
        Fault::RungTwice(days) => format!("two notices of the ladder are due after {days} days"),
        Fault::NoSuchMeasure(no) => format!("the problem has no measure {no}"),
        Fault::NoSuchIndicator(name) => format!("the problem has no indicator {}", code(name)),
        Fault::NoSuchEntry(key) => format!("the problem has no entry {}", code(&key.to_string())),
        Fault::VoidsItself => "the entry voids itself".to_owned(),
        Fault::EndsBeforeBegin => "it ends before it begins".to_owned(),
        Fault::UnclosedQuote => "this quote is not closed".to_owned(),
        Fault::TextAfterQuote => "text behind the closing quote".to_owned(),
        Fault::QuoteInCell => "a quote inside a cell".to_owned(),
        Fault::RowLength { expected, found } => {
            format!("the header has {expected} cells, this row {found}")
        }
        Fault::ColumnTwice(name) => format!("the column {} is there twice", code(name)),
        Fault::EmptyColumn => "a column without a name".to_owned(),
        Fault::MissingColumn(name) => format!("the column {} is missing", code(name)),
        Fault::CellNotOfRecord { column, table } => {
            format!("a row that is {} has nothing in column {}", kinds::table(*table), code(column))
        }
        Fault::SeqTwice(seq) => format!("seq {seq} is there twice"),
        Fault::NumberTwice(no) => format!("problem {no} is there twice"),
        Fault::NoSuchProblem(no) => format!("a row of problem {no}, which the table does not have"),
        Fault::EmptyRow => "an empty row".to_owned(),
        Fault::Form(fault) => unit_form::fault(Lang::En, fault),
        Fault::NoProblemColumn { .. } => "no column of problems was recognised".to_owned(),
        Fault::FileName { expected } => format!("the file has to be named {}", code(expected)),
        Fault::LedgerName(name) => format!("no ledger may be named {}", code(name)),
        Fault::LedgerNameCase(name) => {
            format!("the name differs from that of ledger {} only by case", code(name))
        }
        Fault::LedgerTwice(name) => {
            format!("the ledger {} is both a folder and a table", code(name))
        }
        Fault::NoHead { expected } => format!("the ledger's head {} is missing", code(expected)),
        Fault::NoTable { expected } => {
            format!("the table {} of this head is missing", code(expected))
        }
        Fault::NotRegular => "not a regular file or folder, or it leads elsewhere".to_owned(),
        Fault::MissingOneOf { table, keys } => {
            format!("{} needs one of {}", kinds::table(*table), codes(Lang::En, keys))
        }
        Fault::KeyOfDuty { key } => format!("only a duty has {}", code(key)),
        Fault::InlineTables { key } => {
            format!("{} is written inline, where nothing can be added", code(key))
        }
        Fault::UnknownEncoding(label) => format!("no encoding is called {}", code(label)),
        Fault::NotInEncoding { encoding, offset } => {
            format!("the file is not {encoding} (at byte {offset})")
        }
        Fault::StrayFile => "a file or folder that does not belong here".to_owned(),
        Fault::Cell(bad) => cells::cell(*bad).to_owned(),
        Fault::Map(bad) => cells::map(bad),
        Fault::Foreign(foreign) => office::foreign(*foreign).to_owned(),
        Fault::Package { part, bad } => office::package(part, bad),
        Fault::Office(bad) => office::office(bad),
        Fault::Damaged(damage) => office::damage(*damage).to_owned(),
        Fault::TooMuch(excess) => office::excess(excess),
        Fault::OneColumn(_) => "there seems to be only one column".to_owned(),
        Fault::Template(bad) => giving::bad(bad),
    }
}
