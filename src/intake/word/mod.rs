//! Documents (.docx): their paragraphs as lines, with the numbers that their readers see, and their tables.

mod blocks;
mod numbering;
mod numerals;
mod paragraph;
mod properties;
mod seen;
mod styles;
mod table;
mod written;

use std::sync::Arc;

use crate::complaint::{BadOffice, Complaint, Fault, OfficeNote, OfficeRemark, Source};
use crate::intake::limits::Limits;
use crate::intake::package::{Node, Package};
use crate::intake::workbook::{Hidden, Leaf};
use blocks::Walker;
use numbering::Numbering;
pub(super) use numerals::chinese_counted;
use styles::Styles;

/// What is to become of tracked changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Changes {
    /// Refuse a document that has some.
    #[default]
    Refuse,
    /// Read it as if all were accepted.
    Accept,
    /// Read it as if all were rejected.
    Reject,
}

/// A document, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its text, a line for each paragraph and line break, without its tables. The address of each line is its paragraph;
    /// empty ones are not counted.
    pub source: Arc<Source>,
    /// Its tables in their order.
    pub tables: Vec<Table>,
    /// What is to be known of it.
    pub remarks: Vec<OfficeRemark>,
}

/// A table of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Which of its tables this is, from 1.
    pub number: u32,
    /// Where it stands: before this byte of the text.
    pub before: usize,
    /// The table.
    pub leaf: Leaf,
}

impl Document {
    /// Returns the table of this number, as `2` or `T2` or with any word before it, or the only one there is.
    pub fn choose(&self, name: Option<&str>) -> Result<Leaf, Vec<Complaint>> {
        let names = || self.tables.iter().map(|table| table.number.to_string()).collect();
        let wanted = |table: &&Table| {
            let number = name.unwrap_or_default().trim_start_matches(|c: char| !c.is_ascii_digit());
            number == table.number.to_string()
        };
        let bad = match (&self.tables[..], name) {
            ([], _) => BadOffice::NoSheet,
            ([table], None) => return Ok(table.leaf.clone()),
            (_, None) => BadOffice::SeveralSheets(names()),
            (tables, Some(name)) => match tables.iter().find(wanted) {
                Some(table) => return Ok(table.leaf.clone()),
                None => BadOffice::NoSuchSheet { name: name.to_owned(), names: names() },
            },
        };
        Err(vec![Complaint::whole(&self.source.path, Fault::Office(bad))])
    }
}

/// How a document is to be read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Manner {
    pub(super) hidden: Hidden,
    pub(super) changes: Changes,
    pub(super) limits: Limits,
}

/// Reads a document.
pub(super) fn read(
    path: &str,
    mut package: Package<'_>,
    manner: &Manner,
) -> Result<Document, Vec<Complaint>> {
    let (blocks, seen) =
        walk(&mut package, manner).map_err(|fault| vec![Complaint::whole(path, fault)])?;
    written::document(path, blocks, &seen, manner)
}

fn walk(
    package: &mut Package<'_>,
    manner: &Manner,
) -> Result<(Vec<blocks::Block>, seen::Seen), Fault> {
    let root = package.relations("")?;
    let main = root.of_kind("officeDocument").unwrap_or("word/document.xml").to_owned();
    let relations = package.relations(&main)?;
    let styles = match relations.of_kind("styles") {
        Some(part) => styles::read(package.xml(part)?, &manner.limits)?,
        None => Styles::default(),
    };
    let numbering = match relations.of_kind("numbering") {
        Some(part) => numbering::read(package.xml(part)?, &manner.limits)?,
        None => Numbering::default(),
    };
    let comments = match relations.of_kind("comments") {
        Some(part) => comments(package, part)?,
        None => 0,
    };
    let mut walker = Walker::new(package.xml(&main)?, styles, numbering, manner);
    let blocks = walker.document()?;
    let mut seen = walker.seen;
    seen.count(OfficeNote::Comment, comments);
    Ok((blocks, seen))
}

fn comments(package: &mut Package<'_>, part: &str) -> Result<usize, Fault> {
    let mut xml = package.xml(part)?;
    let mut count = 0;
    while let Some(node) = xml.next()? {
        count += usize::from(matches!(node, Node::Start(tag) if tag.name() == "comment"));
    }
    Ok(count)
}
