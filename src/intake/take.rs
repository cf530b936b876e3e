//! Taking a foreign file in: whatever it is, its bytes become texts with places, or complaints.

use crate::complaint::{Complaint, Fault, Limited, Source};
use crate::intake::encoding;
use crate::intake::kind::{self, Kind};
use crate::intake::limits::{Limits, count};
use crate::intake::package::Package;
use crate::intake::word::{self, Changes, Document, Manner};
use crate::intake::workbook::{self, Hidden, Workbook};

/// How a file is to be taken in, where that is said.
#[derive(Debug, Clone, Copy, Default)]
pub struct Asked<'a> {
    /// The label of its encoding, where it is text.
    pub encoding: Option<&'a str>,
    /// What becomes of hidden rows, columns and passages.
    pub hidden: Hidden,
    /// What becomes of tracked changes.
    pub changes: Changes,
    /// How much is taken in.
    pub limits: Limits,
}

/// A foreign file, taken in.
#[derive(Debug, Clone)]
pub enum Taken {
    /// A text: a table with separators, or plain.
    Text(Source),
    /// A workbook.
    Workbook(Workbook),
    /// A document.
    Document(Document),
}

/// Takes a file in by what its bytes are; `path` only names it.
pub fn take(path: &str, bytes: &[u8], asked: &Asked<'_>) -> Result<Taken, Vec<Complaint>> {
    let whole = |fault| vec![Complaint::whole(path, fault)];
    if count(bytes.len()) > asked.limits.file {
        return Err(whole(asked.limits.exceeded(Limited::File)));
    }
    let kind = kind::of_bytes(bytes).map_err(|foreign| whole(Fault::Foreign(foreign)))?;
    if kind == Some(Kind::Text) {
        return Ok(Taken::Text(encoding::decode(path, bytes, asked.encoding)?));
    }
    let (kind, package) = Package::open(bytes, &asked.limits).map_err(whole)?;
    let (hidden, changes, limits) = (asked.hidden, asked.changes, asked.limits);
    match kind {
        Kind::Document => {
            let manner = Manner { hidden, changes, limits };
            Ok(Taken::Document(word::read(path, package, &manner)?))
        }
        Kind::Workbook | Kind::Text => {
            Ok(Taken::Workbook(workbook::read(path, package, hidden, &limits)?))
        }
    }
}
