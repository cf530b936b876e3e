//! What paragraphs, runs, rows and cells say of themselves.

use crate::complaint::Fault;
use crate::intake::package::{Node, Xml};

/// What a run of text says of its looks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) style: Option<String>,
    pub(super) hidden: Option<bool>,
    pub(super) struck: Option<bool>,
    /// Of the mark at the end of a paragraph: whether it was put in or struck out while changes were tracked.
    pub(super) inserted: bool,
    pub(super) deleted: bool,
}

/// What a paragraph says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Paragraph {
    pub(super) style: Option<String>,
    pub(super) list: Option<u32>,
    pub(super) level: Option<usize>,
    /// Its mark.
    pub(super) mark: Run,
}

/// How a cell continues the one above it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Upward {
    /// It stands for itself.
    #[default]
    Alone,
    /// It begins a merged region.
    Begins,
    /// It belongs to the region above.
    Continues,
}

/// What a cell of a table says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Cell {
    /// Columns that it takes.
    pub(super) columns: u32,
    pub(super) upward: Upward,
    /// Whether it belongs to the cell before it, in the manner of old documents.
    pub(super) joins_left: bool,
    pub(super) inserted: bool,
    pub(super) deleted: bool,
}

/// What a row of a table says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// Columns before its first cell.
    pub(super) before: u32,
    pub(super) inserted: bool,
    pub(super) deleted: bool,
}

/// Reads up to the end of `rPr`.
pub(super) fn run(xml: &mut Xml<'_>) -> Result<Run, Fault> {
    let mut run = Run::default();
    while let Some(node) = xml.next()? {
        match node {
            Node::Start(tag) => match tag.name() {
                "rStyle" => run.style = tag.attribute("val")?.map(std::borrow::Cow::into_owned),
                "vanish" | "specVanish" => run.hidden = Some(tag.flag("val", true)?),
                "strike" | "dstrike" => run.struck = Some(tag.flag("val", true)?),
                "ins" | "moveTo" => run.inserted = true,
                "del" | "moveFrom" => run.deleted = true,
                "rPrChange" => xml.skip()?,
                _ => {}
            },
            Node::End(name) if name == "rPr" => break,
            Node::End(_) | Node::Text(_) => {}
        }
    }
    Ok(run)
}

/// Reads up to the end of `pPr`.
pub(super) fn paragraph(xml: &mut Xml<'_>) -> Result<Paragraph, Fault> {
    let mut paragraph = Paragraph::default();
    while let Some(node) = xml.next()? {
        match node {
            Node::Start(tag) => match tag.name() {
                "pStyle" => {
                    paragraph.style = tag.attribute("val")?.map(std::borrow::Cow::into_owned);
                }
                "numId" => paragraph.list = tag.number("val")?,
                "ilvl" => {
                    let level = tag.number("val")?;
                    paragraph.level = level.and_then(|level| usize::try_from(level).ok());
                }
                "rPr" => paragraph.mark = run(xml)?,
                "pPrChange" | "sectPr" => xml.skip()?,
                _ => {}
            },
            Node::End(name) if name == "pPr" => break,
            Node::End(_) | Node::Text(_) => {}
        }
    }
    Ok(paragraph)
}

/// Reads up to the end of `tcPr`.
pub(super) fn cell(xml: &mut Xml<'_>) -> Result<Cell, Fault> {
    let mut cell = Cell { columns: 1, ..Cell::default() };
    while let Some(node) = xml.next()? {
        match node {
            Node::Start(tag) => match tag.name() {
                "gridSpan" => cell.columns = tag.number("val")?.unwrap_or(1).max(1),
                "vMerge" => {
                    let begins = tag.attribute("val")?.is_some_and(|value| value == "restart");
                    cell.upward = if begins { Upward::Begins } else { Upward::Continues };
                }
                "hMerge" => {
                    let begins = tag.attribute("val")?.is_some_and(|value| value == "restart");
                    cell.joins_left = !begins;
                }
                "cellIns" => cell.inserted = true,
                "cellDel" => cell.deleted = true,
                "tcPrChange" => xml.skip()?,
                _ => {}
            },
            Node::End(name) if name == "tcPr" => break,
            Node::End(_) | Node::Text(_) => {}
        }
    }
    Ok(cell)
}

/// Reads up to the end of `trPr`.
pub(super) fn row(xml: &mut Xml<'_>) -> Result<Row, Fault> {
    let mut row = Row::default();
    while let Some(node) = xml.next()? {
        match node {
            Node::Start(tag) => match tag.name() {
                "gridBefore" => row.before = tag.number("val")?.unwrap_or(0),
                "ins" => row.inserted = true,
                "del" => row.deleted = true,
                "trPrChange" => xml.skip()?,
                _ => {}
            },
            Node::End(name) if name == "trPr" => break,
            Node::End(_) | Node::Text(_) => {}
        }
    }
    Ok(row)
}

/// Reads up to the end of `sdtPr`; tells whether the control holds nothing but the hint what to type.
pub(super) fn only_hint(xml: &mut Xml<'_>) -> Result<bool, Fault> {
    let mut hint = false;
    while let Some(node) = xml.next()? {
        match node {
            Node::Start(tag) if tag.name() == "showingPlcHdr" => hint = tag.flag("val", true)?,
            Node::End(name) if name == "sdtPr" => break,
            _ => {}
        }
    }
    Ok(hint)
}
