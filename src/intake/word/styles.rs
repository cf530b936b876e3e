//! The styles of a document, of which counts what they number and hide.

use std::collections::BTreeMap;

use crate::complaint::{Fault, Limited};
use crate::intake::limits::{Limits, count};
use crate::intake::package::{Node, Xml};

/// So far a style may rest on others.
const MOST_BASES: usize = 20;

/// A style, by itself.
#[derive(Debug, Clone, Default)]
struct Style {
    base: Option<String>,
    list: Option<u32>,
    level: Option<usize>,
    hidden: Option<bool>,
    struck: Option<bool>,
    /// Whether it is that of a table of contents.
    contents: bool,
}

/// All styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
}

impl Styles {
    /// The list of a paragraph style, and its level where it says so.
    pub(super) fn list(&self, style: &str) -> Option<(u32, Option<usize>)> {
        let list = self.chain(style).find_map(|style| style.list)?;
        Some((list, self.chain(style).find_map(|style| style.level)))
    }

    /// Tells whether text of a style is hidden.
    pub(super) fn is_hidden(&self, style: &str) -> bool {
        self.chain(style).find_map(|style| style.hidden).unwrap_or(false)
    }

    /// Tells whether text of a style is struck through.
    pub(super) fn is_struck(&self, style: &str) -> bool {
        self.chain(style).find_map(|style| style.struck).unwrap_or(false)
    }

    /// Tells whether a style is that of a table of contents.
    pub(super) fn is_contents(&self, style: &str) -> bool {
        self.styles.get(style).is_some_and(|style| style.contents)
    }

    /// A style and those that it rests on.
    fn chain<'a>(&'a self, style: &str) -> impl Iterator<Item = &'a Style> {
        let base = |style: &&'a Style| style.base.as_ref().and_then(|it| self.styles.get(it));
        std::iter::successors(self.styles.get(style), base).take(MOST_BASES)
    }
}

/// Reads the part of styles.
pub(super) fn read(mut xml: Xml<'_>, limits: &Limits) -> Result<Styles, Fault> {
    let mut styles = Styles::default();
    while let Some(node) = xml.next()? {
        let Node::Start(tag) = node else { continue };
        if tag.name() == "style" {
            let id = tag.attribute("styleId")?.unwrap_or_default().into_owned();
            let style = style(&mut xml)?;
            styles.styles.insert(id, style);
        }
        if count(styles.styles.len()) > limits.rows {
            return Err(limits.exceeded(Limited::Members));
        }
    }
    Ok(styles)
}

fn style(xml: &mut Xml<'_>) -> Result<Style, Fault> {
    let mut style = Style::default();
    while let Some(node) = xml.next()? {
        match node {
            Node::Start(tag) => match tag.name() {
                "name" => {
                    let name = tag.attribute("val")?.unwrap_or_default().to_lowercase();
                    style.contents = name.starts_with("toc ");
                }
                "basedOn" => style.base = tag.attribute("val")?.map(std::borrow::Cow::into_owned),
                "numId" => style.list = tag.number("val")?,
                "ilvl" => {
                    style.level = tag.number("val")?.and_then(|level| usize::try_from(level).ok());
                }
                "vanish" | "specVanish" => style.hidden = Some(tag.flag("val", true)?),
                "strike" | "dstrike" => style.struck = Some(tag.flag("val", true)?),
                // What a table style says of its first row is none of the text's business.
                "tblStylePr" | "pPrChange" | "rPrChange" => xml.skip()?,
                _ => {}
            },
            Node::End(name) if name == "style" => break,
            Node::End(_) | Node::Text(_) => {}
        }
    }
    Ok(style)
}
