//! The body of a document, from its first paragraph to its last: paragraphs and tables, inside each other where a table's
//! cell or a text box holds them.

use super::numbering::Numbering;
use super::paragraph::Line;
use super::properties;
use super::seen::Seen;
use super::styles::Styles;
use super::table::Grid;
use super::{Changes, Manner};
use crate::complaint::{BadOffice, Fault, Limited, OfficeNote};
use crate::intake::limits::count;
use crate::intake::package::{Node, Xml};

/// A part of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    /// A paragraph: its place among all, and its text behind its number, if it has one.
    Paragraph(u32, String),
    /// A table.
    Table(Grid),
}

/// Reads a body.
pub(super) struct Walker<'x> {
    pub(super) xml: Xml<'x>,
    pub(super) styles: Styles,
    pub(super) numbering: Numbering,
    pub(super) manner: Manner,
    pub(super) seen: Seen,
    /// Paragraphs and cells so far, of which there is a limit.
    passed: u64,
    /// Bytes of text so far.
    length: usize,
    /// Paragraphs so far.
    pub(super) paragraphs: u32,
    /// What the cells that the place is inside of say of themselves.
    pub(super) cells: Vec<properties::Cell>,
    /// Tables so far, those inside others not counted.
    tables: u32,
    /// How many tables the place is inside of.
    pub(super) inside: u32,
    /// How many wrappers of inserted and struck text the place is inside of.
    pub(super) inserted: u32,
    pub(super) deleted: u32,
}

impl<'x> Walker<'x> {
    pub(super) fn new(xml: Xml<'x>, styles: Styles, numbering: Numbering, manner: &Manner) -> Self {
        Self {
            xml,
            styles,
            numbering,
            manner: *manner,
            seen: Seen::default(),
            passed: 0,
            length: 0,
            paragraphs: 0,
            cells: Vec::new(),
            tables: 0,
            inside: 0,
            inserted: 0,
            deleted: 0,
        }
    }

    /// Reads the whole document.
    pub(super) fn document(&mut self) -> Result<Vec<Block>, Fault> {
        let mut blocks = Vec::new();
        while let Some(node) = self.xml.next()? {
            if matches!(node, Node::Start(tag) if tag.name() == "body") {
                blocks.extend(self.blocks("body")?);
            }
        }
        Ok(blocks)
    }

    /// Reads up to the end of the element that holds the blocks.
    pub(super) fn blocks(&mut self, until: &str) -> Result<Vec<Block>, Fault> {
        let mut blocks = Vec::new();
        // A paragraph whose mark is gone goes on in the next.
        let mut joined: Option<Line> = None;
        let mut hint = false;
        while let Some(node) = self.xml.next()? {
            match node {
                Node::Start(tag) => match tag.name() {
                    "p" => {
                        let line = self.paragraph(joined.take())?;
                        if line.goes_on {
                            joined = Some(line);
                        } else {
                            self.push(line, &mut blocks)?;
                        }
                    }
                    "tbl" => blocks.extend(self.table()?),
                    "sdtPr" => hint = properties::only_hint(&mut self.xml)?,
                    "sdtContent" if hint => self.xml.skip()?,
                    "tcPr" => {
                        let own = properties::cell(&mut self.xml)?;
                        if let Some(cell) = self.cells.last_mut() {
                            *cell = own;
                        }
                    }
                    "sectPr" | "Fallback" => self.xml.skip()?,
                    "altChunk" | "subDoc" => return Err(Fault::Office(BadOffice::OtherFormat)),
                    "ins" | "moveTo" => self.inserted += 1,
                    "del" | "moveFrom" => self.deleted += 1,
                    _ => {}
                },
                Node::End(name) => match &*name {
                    "ins" | "moveTo" => self.inserted = self.inserted.saturating_sub(1),
                    "del" | "moveFrom" => self.deleted = self.deleted.saturating_sub(1),
                    name if name == until => break,
                    _ => {}
                },
                Node::Text(_) => {}
            }
        }
        if let Some(line) = joined {
            self.push(line, &mut blocks)?;
        }
        Ok(blocks)
    }

    /// Gives a paragraph its number, and puts it and what hangs on it behind the others.
    fn push(&mut self, line: Line, blocks: &mut Vec<Block>) -> Result<(), Fault> {
        self.pass()?;
        let label = self.label(&line);
        let style = line.properties.style.as_deref().unwrap_or_default();
        if self.styles.is_contents(style) && !line.text.trim().is_empty() {
            self.seen.one(OfficeNote::Contents);
            return Ok(());
        }
        let empty = line.text.trim().is_empty();
        let text = if empty { String::new() } else { label.unwrap_or_default() + &line.text };
        self.length += text.len();
        blocks.push(Block::Paragraph(line.number, text));
        blocks.extend(line.boxes);
        let limits = &self.manner.limits;
        if count(self.length) > limits.text { Err(limits.exceeded(Limited::Text)) } else { Ok(()) }
    }

    /// Counts a paragraph or cell.
    pub(super) fn pass(&mut self) -> Result<(), Fault> {
        self.passed += 1;
        let limits = &self.manner.limits;
        if self.passed > limits.rows { Err(limits.exceeded(Limited::Rows)) } else { Ok(()) }
    }

    /// Begins a table that is inside of no other, and returns its number.
    pub(super) fn begin_table(&mut self) -> u32 {
        self.tables += 1;
        self.tables
    }

    /// Takes back a table that turned out to be none.
    pub(super) fn no_table(&mut self) {
        self.tables -= 1;
    }

    /// Tells whether what stands here is left out, since it is not part of the text once changes are resolved.
    pub(super) fn is_gone(&self) -> bool {
        match self.manner.changes {
            Changes::Reject => self.inserted > 0,
            Changes::Accept | Changes::Refuse => self.deleted > 0,
        }
    }

    fn label(&mut self, line: &Line) -> Option<String> {
        let properties = &line.properties;
        let style = properties.style.as_deref();
        let of_style = style.and_then(|style| self.styles.list(style));
        let list = properties.list.or(of_style.map(|(list, _)| list)).filter(|list| *list > 0)?;
        let level = properties.level.or(of_style.and_then(|(_, level)| level));
        let linked = || self.numbering.level_of_style(list, style?);
        let level = level.or_else(linked).unwrap_or(0);
        self.numbering.next(list, level)
    }

    /// Refuses a text that has grown too long.
    pub(super) fn fits(&self, text: &str) -> Result<(), Fault> {
        let limits = &self.manner.limits;
        if count(text.len()) > limits.line { Err(limits.exceeded(Limited::Line)) } else { Ok(()) }
    }
}
