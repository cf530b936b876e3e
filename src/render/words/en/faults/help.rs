//! What to do about a fault, and what stands right under it, in English.

use super::{cells, kinds, office};
use crate::complaint::Fault;
use crate::domain::amendment::{BadAmendment, Field};
use crate::domain::book::Lang;
use crate::domain::evidence::BadEvidence;
use crate::render::words::en::{giving, toml};
use crate::render::words::toml::slip;
use crate::render::words::unit_form;
use crate::render::words::{code, codes};

/// A few words right under the place.
pub fn label(fault: &Fault) -> Option<String> {
    match fault {
        Fault::WrongKind { expected, .. } => Some(kinds::example(*expected).to_owned()),
        Fault::UnknownKey { nearest: Some(key), .. } => {
            Some(format!("did you mean {}?", code(key)))
        }
        _ => None,
    }
}

/// What to do about it.
#[expect(clippy::too_many_lines, reason = "one flat match")]
pub fn help(fault: &Fault) -> Option<String> {
    let text = match fault {
        Fault::NotUtf8 { gb18030: true, .. } => {
            "the file reads as GB18030 (GBK): save it as UTF-8; import and -f take `--encoding gb18030`"
        }
        Fault::NotUtf8 { gb18030: false, .. } => {
            "save it as UTF-8, or bring it back from git or a backup if it is damaged"
        }
        Fault::Utf16 => "save it as UTF-8; import and -f take `--encoding utf-16le` (or utf-16be)",
        Fault::Cell(bad) => cells::cell_help(*bad),
        Fault::Map(bad) => return Some(cells::map_help(bad)),
        Fault::Template(bad) => return Some(giving::help(bad)),
        Fault::Nul => {
            "a power cut or a damaged disk leaves these: bring the file back from git or a backup"
        }
        Fault::Control(_) => "remove it; pasted text often brings such characters along",
        Fault::LoneCarriageReturn => "let the editor write LF or CRLF throughout",
        Fault::ConflictMarker => {
            "run `ledger merge --repair` (of two problems with one number `--renumber`), or settle both sides and remove the lines that begin with <<<<<<<, |||||||, =======, >>>>>>>"
        }
        Fault::Toml { wide_quote: true, .. } => {
            "TOML knows only the straight quote: put \" around the text; quotes inside it may stay"
        }
        Fault::Toml { message, .. } => return toml::help(slip(message)).map(str::to_owned),
        Fault::UnknownKey { key, of_problem: true, .. } => {
            return Some(format!(
                "{} is a key of the problem, but below a [[…]] it belongs to that table: move it above the first [[…]]",
                code(key)
            ));
        }
        Fault::UnknownKey { key, nearest: None, .. } if key.starts_with("x_") => {
            "this table takes no keys of your own: move it elsewhere, or remove it"
        }
        Fault::UnknownKey { nearest: None, .. } => "keys of your own begin with x_",
        Fault::WrongWord { allowed, .. } => {
            return Some(format!("it may be {}", codes(Lang::En, allowed)));
        }
        Fault::KeyNotOfAct { .. } => "remove it, or see whether the act is wrong",
        Fault::EmptyText { .. } => "write something, or remove it altogether",
        Fault::BarInName { .. } => "a table separates names by |: use another character",
        Fault::FloatMoney => "write \"15.7万元\" or \"457.2元\"; whole yuan need no quotes: 157000",
        Fault::Evidence(BadEvidence::Path) => {
            "write it from the folder of book.toml on, with /; no / or ~ at the beginning, no .., and what every system can hold: no \\ : | * ? < > \", no dot or blank at the end, no con or nul"
        }
        Fault::Evidence(BadEvidence::Hash) => {
            "behind # stand sha256= and 64 small hexadecimal digits"
        }
        Fault::Amendment(BadAmendment::Field) => {
            let fields = Field::ALL.map(|(name, _)| name);
            return Some(format!(
                "fields are {}; who is responsible changes by assign",
                codes(Lang::En, &fields)
            ));
        }
        Fault::Amendment(BadAmendment::Place) => {
            "a measure's field has its number before it, as `2.due`: `text`, `limit`, `due`, `sustained`; a problem's has none"
        }
        Fault::NumberTwice(no) => {
            return Some(format!(
                "if these are two problems, `ledger merge --renumber {no}` gives the later one the next free number; if git brought one in twice, `ledger merge --repair`"
            ));
        }
        Fault::MeasureTwice(_) => {
            "give the later one a number that was never used; numbers are not used again"
        }
        Fault::KeyTwice(_) => "remove the one that repeats the other; of a copy, change the key",
        Fault::IndicatorTwice(_) | Fault::PhaseTwice(_) | Fault::ColumnTwice(_) => {
            "rename one, or make them one"
        }
        Fault::PolicyTwice(Some(_)) => "make them one, or give one another day in from",
        Fault::PolicyTwice(None) => "make them one, or say in from when the later one begins",
        Fault::RungTwice(_) => "give each notice a day of its own",
        Fault::NoSuchEntry(_) | Fault::VoidsItself => {
            "`of` is the key of the entry of this problem that counts for nothing"
        }
        Fault::EndsBeforeBegin => "see whether from and until are exchanged",
        Fault::UnclosedQuote | Fault::TextAfterQuote | Fault::QuoteInCell => {
            "put the whole cell in quotes where it holds a comma, quote or line break, and double the quotes inside"
        }
        Fault::RowLength { .. } => {
            "see whether a comma is missing or too many; a cell with a comma needs quotes"
        }
        Fault::EmptyColumn => "name it, or remove the column where it is empty",
        Fault::MissingColumn("record") => {
            "a ledger's table has it; other tables are read by ledger -f, or taken in by ledger import"
        }
        Fault::CellNotOfRecord { .. } => {
            "empty the cell, or see whether the column record is wrong"
        }
        Fault::SeqTwice(_) => "give the later row a number above the highest",
        Fault::EmptyRow => "remove it",
        Fault::Form(fault) => return unit_form::fault_help(Lang::En, fault),
        Fault::NoProblemColumn { columns } => {
            return Some(format!(
                "the columns are {}; name the one with the problems 问题 or Problem, or use --map",
                codes(Lang::En, columns)
            ));
        }
        Fault::FileName { expected } => {
            return Some(format!(
                "rename it: git mv OLD {expected} (numbers have three digits or more)"
            ));
        }
        Fault::LedgerName(_) => {
            "use letters, digits, - and _, at most 64 bytes, no - in front; book, files, maps, templates have other uses, and con, nul, com1 are devices of Windows"
        }
        Fault::LedgerNameCase(_) => "rename one: where case does not count they would be the same",
        Fault::LedgerTwice(_) => {
            "keep one and move the other away; ledger convert makes one of the other"
        }
        Fault::NoHead { .. } => "make it, even empty; title, source and issued are worth having",
        Fault::NoTable { .. } => "bring the table back, or remove the head",
        Fault::NotRegular => "put a regular file there; symbolic links are not followed",
        Fault::KeyOfDuty { .. } => "write kind = \"duty\" in the problem, or remove the key",
        Fault::InlineTables { key } => {
            return Some(format!("write [[{}]], one for each", code(key).trim_matches('`')));
        }
        Fault::UnknownEncoding(_) => {
            "common ones are gb18030 (with GBK and GB2312), utf-8, utf-16le, big5"
        }
        Fault::NotInEncoding { .. } => "try another encoding, or save it as UTF-8",
        Fault::StrayFile => {
            "a ledger's folder holds ledger.toml and problems as 001.toml, evidence goes to files; endings are small: .toml, .csv"
        }
        Fault::Foreign(foreign) => office::foreign_help(*foreign),
        Fault::Package { bad, .. } => office::package_help(bad),
        Fault::Office(bad) => return Some(office::office_help(bad)),
        Fault::Damaged(damage) => office::damage_help(*damage),
        Fault::TooMuch(excess) => office::excess_help(excess.of),
        Fault::OneColumn(sign) => return Some(office::one_column_help(*sign)),
        Fault::UnknownKey { .. }
        | Fault::MissingKeys { .. }
        | Fault::MissingOneOf { .. }
        | Fault::WrongKind { .. }
        | Fault::DayOutOfRange
        | Fault::Evidence(BadEvidence::Empty)
        | Fault::Amendment(BadAmendment::Value(_))
        | Fault::NoSuchMeasure(_)
        | Fault::NoSuchIndicator(_)
        | Fault::MissingColumn(_)
        | Fault::NoSuchProblem(_) => return None,
    };
    Some(text.to_owned())
}
