//! Texts that cells share, and the pieces of which rich text is made.

use crate::complaint::{Fault, Limited};
use crate::intake::limits::{Limits, count};
use crate::intake::package::{Node, Tag, Xml};

/// A text of a cell.
#[derive(Debug, Default, Clone)]
pub(super) struct Text {
    pub(super) text: Box<str>,
    /// Whether some of it is struck through.
    pub(super) struck: bool,
}

/// Reads the part of shared texts.
pub(super) fn read(mut xml: Xml<'_>, limits: &Limits) -> Result<Vec<Text>, Fault> {
    let mut texts = Vec::new();
    while let Some(node) = xml.next()? {
        if let Node::Start(tag) = node
            && tag.name() == "si"
        {
            if count(texts.len()) >= limits.cells {
                return Err(limits.exceeded(Limited::Cells));
            }
            texts.push(text(&mut xml, "si", limits)?);
        }
    }
    Ok(texts)
}

/// Reads a text up to the end of the element that holds it: its pieces, without what tells how to pronounce them.
pub(super) fn text(xml: &mut Xml<'_>, until: &str, limits: &Limits) -> Result<Text, Fault> {
    let mut text = String::new();
    let mut inside = false;
    // Whether the piece that is being read is struck through, and whether one with text was.
    let (mut strike, mut struck) = (false, false);
    while let Some(node) = xml.next()? {
        match node {
            Node::Start(tag) => match tag.name() {
                "t" => inside = true,
                "rPh" => xml.skip()?,
                "r" => strike = false,
                "strike" => strike = is_on(&tag)?,
                _ => {}
            },
            Node::End(name) if name == until => break,
            Node::End(name) if name == "t" => inside = false,
            Node::Text(piece) if inside => {
                struck |= strike && !piece.trim().is_empty();
                text.push_str(&piece);
                if count(text.len()) > limits.cell {
                    return Err(limits.exceeded(Limited::Cell));
                }
            }
            Node::End(_) | Node::Text(_) => {}
        }
    }
    Ok(Text { text: text.into(), struck })
}

/// Tells whether a mark such as `<strike/>` or `<strike val="0"/>` is set.
pub(super) fn is_on(tag: &Tag) -> Result<bool, Fault> {
    tag.flag("val", true)
}
