//! The workbook itself: which sheets it has, what they share, and from which day it counts.

use std::cell::Cell;
use std::rc::Rc;

use super::strings::{self, Text};
use super::styles::{self, Style};
use super::{Hidden, Sheet, Workbook, sheet};
use crate::complaint::{BadPackage, Fault, Limited, OfficeNote, OfficeRemark};
use crate::intake::limits::{Limits, count};
use crate::intake::package::{Node, Package, Relations};

/// What the sheets of a workbook share.
pub(super) struct Shared {
    pub(super) path: String,
    pub(super) texts: Vec<Text>,
    pub(super) styles: Vec<Style>,
    pub(super) since_1904: bool,
    pub(super) hidden: Hidden,
    pub(super) limits: Limits,
    /// Cells of all sheets.
    pub(super) cells: Rc<Cell<u64>>,
}

/// A sheet as the workbook lists it.
struct Listed {
    name: String,
    hidden: bool,
    id: String,
}

pub(super) fn read(
    path: &str,
    package: &mut Package<'_>,
    hidden: Hidden,
    limits: &Limits,
) -> Result<Workbook, Fault> {
    let root = package.relations("")?;
    let main = root.of_kind("officeDocument").unwrap_or("xl/workbook.xml").to_owned();
    let relations = package.relations(&main)?;
    let (listed, since_1904) = list(package, &main)?;
    if count(listed.len()) > limits.members {
        return Err(limits.exceeded(Limited::Members));
    }
    let texts = match relations.of_kind("sharedStrings") {
        Some(part) => strings::read(package.xml(part)?, limits)?,
        None => Vec::new(),
    };
    let styles = match relations.of_kind("styles") {
        Some(part) => styles::read(package.xml(part)?, limits)?,
        None => Vec::new(),
    };
    let shared = Shared {
        path: path.to_owned(),
        texts,
        styles,
        since_1904,
        hidden,
        limits: *limits,
        cells: Rc::default(),
    };
    let mut sheets = Vec::new();
    for listed in listed {
        if relations.kind(&listed.id).is_none_or(|kind| kind == "worksheet") {
            sheets.push(read_sheet(package, &relations, listed, &shared)?);
        }
    }
    Ok(Workbook { path: path.to_owned(), sheets })
}

fn list(package: &mut Package<'_>, main: &str) -> Result<(Vec<Listed>, bool), Fault> {
    let mut sheets = Vec::new();
    let mut since_1904 = false;
    let mut xml = package.xml(main)?;
    while let Some(node) = xml.next()? {
        let Node::Start(tag) = node else { continue };
        match tag.name() {
            "workbookPr" => since_1904 = tag.flag("date1904", false)?,
            "sheet" => sheets.push(Listed {
                name: tag.attribute("name")?.unwrap_or_default().into_owned(),
                hidden: tag.attribute("state")?.is_some_and(|state| state != "visible"),
                id: tag.attribute("id")?.unwrap_or_default().into_owned(),
            }),
            _ => {}
        }
    }
    Ok((sheets, since_1904))
}

fn read_sheet(
    package: &mut Package<'_>,
    relations: &Relations,
    listed: Listed,
    shared: &Shared,
) -> Result<Sheet, Fault> {
    let Some(part) = relations.target(&listed.id) else {
        return Err(Fault::Package { part: listed.name, bad: BadPackage::Missing });
    };
    let mut leaf = sheet::read(package.xml(part)?, &listed.name, shared)?;
    let beside = package.relations(part)?;
    for (kind, element, what) in [
        ("comments", "comment", OfficeNote::Comment),
        ("drawing", "pic", OfficeNote::Picture),
        ("drawing", "txBody", OfficeNote::Shape),
    ] {
        let count = match beside.of_kind(kind) {
            Some(part) => elements(package, part, element)?,
            None => 0,
        };
        if let (Ok(leaf), true) = (&mut leaf, count > 0) {
            leaf.remarks.push(OfficeRemark { what, count, first: None, names: Vec::new() });
        }
    }
    let (name, hidden) = (listed.name, listed.hidden);
    Ok(match leaf {
        Ok(leaf) => Sheet { name, hidden, leaf: Ok(leaf), spoilt: None },
        Err(bad) => Sheet { name, hidden, leaf: Err(bad.complaints), spoilt: bad.leaf },
    })
}

/// Counts the elements of a name in a part.
fn elements(package: &mut Package<'_>, part: &str, name: &str) -> Result<usize, Fault> {
    let mut xml = package.xml(part)?;
    let mut count = 0;
    while let Some(node) = xml.next()? {
        count += usize::from(matches!(node, Node::Start(tag) if tag.name() == name));
    }
    Ok(count)
}
