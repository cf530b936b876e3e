//! Foreign files, the honest and the evil: what they give, and what is said of those that are refused.
//!
//! The numbers in the names of cases are those of the list of bad inputs that this program was made against.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

#[path = "../golden/mod.rs"]
mod golden;
mod made;
mod random;
mod refused;
mod spoken;
mod word;
mod workbook;

use ledger::complaint::{Complaint, Fault, OfficeNote, OfficeRemark, Source};
use ledger::intake::limits::Limits;
use ledger::intake::take::{Asked, Taken, take};
use ledger::intake::word::{Changes, Document};
use ledger::intake::workbook::{Hidden, Leaf};

/// Takes in everything that can be decided.
pub(crate) const OPEN: Asked<'_> = Asked {
    encoding: None,
    hidden: Hidden::Include,
    changes: Changes::Accept,
    limits: Limits::STANDARD,
};

/// The table of the only sheet.
pub(crate) fn leaf(bytes: &[u8], asked: &Asked<'_>) -> Result<Leaf, Vec<Complaint>> {
    match take("台账.xlsx", bytes, asked)? {
        Taken::Workbook(book) => book.choose(None),
        other => panic!("{other:?}"),
    }
}

/// The document.
pub(crate) fn read(bytes: &[u8], asked: &Asked<'_>) -> Result<Document, Vec<Complaint>> {
    match take("报告.docx", bytes, asked)? {
        Taken::Document(document) => Ok(document),
        other => panic!("{other:?}"),
    }
}

/// The fault of a file with one.
#[track_caller]
pub(crate) fn fault<T: std::fmt::Debug>(taken: Result<T, Vec<Complaint>>) -> Fault {
    let mut complaints = taken.unwrap_err();
    assert_eq!(complaints.len(), 1, "{complaints:?}");
    complaints.remove(0).fault
}

/// The text at each complaint, with its row and column as `B7`, and the fault.
pub(crate) fn places(complaints: &[Complaint]) -> Vec<(String, String, Fault)> {
    let of = |it: &Complaint| {
        let address = it.source.address(it.span.start).unwrap();
        let place = ledger::render::words::address(ledger::domain::book::Lang::En, &address);
        (place, it.source.text[it.span.clone()].to_owned(), it.fault.clone())
    };
    complaints.iter().map(of).collect()
}

/// What is to be known, and how often.
pub(crate) fn known(remarks: &[OfficeRemark]) -> Vec<(OfficeNote, usize)> {
    remarks.iter().map(|remark| (remark.what, remark.count)).collect()
}

/// The lines of a text with their addresses in English.
pub(crate) fn lines(source: &Source) -> Vec<(String, String)> {
    let part = |part: &ledger::complaint::Part| {
        let address = source.address(part.span.start).unwrap();
        let address = ledger::render::words::address(ledger::domain::book::Lang::En, &address);
        (address, source.text[part.span.clone()].to_owned())
    };
    source.parts.iter().map(part).collect()
}
