//! Workbooks and documents are zip packages of XML parts. Here they are opened without trusting what they say of
//! themselves: bytes are counted while they are unpacked, and nothing is followed that leads out of the file.

mod counted;
mod members;
mod relations;
mod xml;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::Cursor;
use std::rc::Rc;

use zip::ZipArchive;
use zip::result::ZipError;

use crate::complaint::{BadPackage, Fault, Foreign, Limited};
use crate::intake::kind::{self, Kind};
use crate::intake::limits::Limits;
use counted::{Counted, Tally};
pub(super) use relations::Relations;
pub(super) use xml::{Node, Tag, Xml};

/// The part that says of what kinds the others are.
const TYPES: &str = "[Content_Types].xml";

/// An opened package.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The index of each part, by its name in small letters, since names are compared without case.
    parts: BTreeMap<String, usize>,
    limits: Limits,
    tally: Rc<RefCell<Tally>>,
}

impl<'a> Package<'a> {
    /// Opens a package, refuses what no honest one holds, and tells whether it is a workbook or a document.
    pub(super) fn open(bytes: &'a [u8], limits: &Limits) -> Result<(Kind, Self), Fault> {
        if members::too_many(bytes, limits) {
            return Err(limits.exceeded(Limited::Members));
        }
        let broken = |_| Fault::Foreign(Foreign::BrokenZip);
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
        let members = members::checked(&mut archive, limits)?;
        let tally = Rc::new(RefCell::new(Tally::new(limits)));
        let mut package = Self { archive, parts: members, limits: *limits, tally };
        let kind = package.kind()?;
        members::no_programs(package.parts.keys())?;
        let own = package.check_relations()?;
        members::no_embedded(package.parts.keys(), &own)?;
        Ok((kind, package))
    }

    /// Tells whether there is such a part.
    pub(super) fn has(&self, part: &str) -> bool {
        self.parts.contains_key(&part.to_lowercase())
    }

    /// Begins to read a part that must be there.
    pub(super) fn xml(&mut self, part: &str) -> Result<Xml<'_>, Fault> {
        let (depth, name) = (self.limits.depth, part.to_owned());
        let tally = Rc::clone(&self.tally);
        let Some(reader) = self.reader(part)? else {
            return Err(Fault::Package { part: name, bad: BadPackage::Missing });
        };
        Ok(Xml::new(reader, tally, &name, depth))
    }

    /// Returns what a part refers to; nothing where it refers to nothing.
    pub(super) fn relations(&mut self, part: &str) -> Result<Relations, Fault> {
        let path = relations::path_for(part);
        if !self.has(&path) {
            return Ok(Relations::default());
        }
        relations::read(self.xml(&path)?, part)
    }

    fn reader(&mut self, part: &str) -> Result<Option<Counted<'_>>, Fault> {
        let Some(index) = self.parts.get(&part.to_lowercase()) else { return Ok(None) };
        let bad = |bad| Fault::Package { part: part.to_owned(), bad };
        let member = self.archive.by_index(*index).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => bad(BadPackage::Encrypted),
            other => bad(BadPackage::Damaged(other.to_string())),
        })?;
        let packed = member.compressed_size();
        Ok(Some(Counted::new(Box::new(member), packed, Rc::clone(&self.tally))))
    }

    fn kind(&mut self) -> Result<Kind, Fault> {
        let types = if self.has(TYPES) { Some(content_types(self.xml(TYPES)?)?) } else { None };
        let names = self.parts.keys().map(String::as_str);
        kind::of_package(types.as_deref(), names).map_err(Fault::Foreign)
    }

    /// Looks through everything that parts refer to; returns the embedded tables that only charts have.
    fn check_relations(&mut self) -> Result<Vec<String>, Fault> {
        let mut own = Vec::new();
        // The names of parts stand here in small letters.
        let names = self.parts.keys().filter(|name| relations::is_path(name));
        let all: Vec<String> = names.cloned().collect();
        for name in all {
            let part = relations::part_of(&name);
            let relations = relations::read(self.xml(&name)?, &part)?;
            if part.contains("/charts/") {
                own.extend(relations.targets().map(str::to_lowercase));
            }
        }
        Ok(own)
    }
}

/// Returns all content types, apart by blanks.
fn content_types(mut xml: Xml<'_>) -> Result<String, Fault> {
    let mut types = String::new();
    while let Some(node) = xml.next()? {
        if let Node::Start(tag) = node
            && let Some(kind) = tag.attribute("ContentType")?
        {
            types.push_str(&kind);
            types.push(' ');
        }
    }
    Ok(types)
}
