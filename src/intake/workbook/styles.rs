//! The styles of cells, of which two things count: what the number format makes of a number, and strikethrough.

use std::collections::BTreeMap;

use super::format::{self, Shape};
use super::strings::is_on;
use crate::complaint::{Fault, Limited};
use crate::intake::limits::{Limits, count};
use crate::intake::package::{Node, Tag, Xml};

/// The style of a cell.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Style {
    pub(super) shape: Shape,
    pub(super) struck: bool,
}

/// Reads the part of styles; cells name them by their index.
pub(super) fn read(mut xml: Xml<'_>, limits: &Limits) -> Result<Vec<Style>, Fault> {
    let mut reader = Styles::default();
    while let Some(node) = xml.next()? {
        match node {
            Node::Start(tag) => reader.start(&tag)?,
            Node::End(name) if name == reader.section => reader.section = "",
            Node::End(_) | Node::Text(_) => {}
        }
        let known = reader.cells.len() + reader.struck_fonts.len() + reader.shapes.len();
        if count(known) > limits.cells {
            return Err(limits.exceeded(Limited::Cells));
        }
    }
    Ok(reader.cells)
}

#[derive(Default)]
struct Styles {
    /// The list that is being read.
    section: &'static str,
    shapes: BTreeMap<u32, Shape>,
    struck_fonts: Vec<bool>,
    cells: Vec<Style>,
}

impl Styles {
    fn start(&mut self, tag: &Tag) -> Result<(), Fault> {
        match (self.section, tag.name()) {
            ("", "numFmts") => self.section = "numFmts",
            ("", "fonts") => self.section = "fonts",
            ("", "cellXfs") => self.section = "cellXfs",
            // Here are formats and fonts, too, but those of nobody's cells.
            ("", "dxfs") => self.section = "dxfs",
            ("", "cellStyleXfs") => self.section = "cellStyleXfs",
            ("numFmts", "numFmt") => {
                let id = tag.number("numFmtId")?.unwrap_or_default();
                let code = tag.attribute("formatCode")?.unwrap_or_default();
                self.shapes.insert(id, format::of_code(&code));
            }
            ("fonts", "font") => self.struck_fonts.push(false),
            ("fonts", "strike") => {
                if let Some(font) = self.struck_fonts.last_mut() {
                    *font = is_on(tag)?;
                }
            }
            ("cellXfs", "xf") => {
                let id = tag.number("numFmtId")?.unwrap_or_default();
                let known = self.shapes.get(&id).copied();
                let font = tag.number("fontId")?.and_then(|id| usize::try_from(id).ok());
                let struck = font.and_then(|font| self.struck_fonts.get(font)).copied();
                self.cells.push(Style {
                    shape: known.unwrap_or_else(|| format::built_in(id)),
                    struck: struck.unwrap_or(false),
                });
            }
            _ => {}
        }
        Ok(())
    }
}
