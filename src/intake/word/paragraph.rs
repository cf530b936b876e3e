//! A paragraph: its runs put together, without what hangs on it.

use super::Changes;
use super::blocks::{Block, Walker};
use super::properties::{self, Paragraph, Run};
use crate::complaint::{At, BadOffice, Fault, OfficeNote};
use crate::intake::package::{Node, Tag};
use crate::intake::workbook::Hidden;

/// What stands for a sign that only a symbol font has.
const SYMBOL: char = '\u{25a1}';

/// A paragraph, read.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// Its place among all paragraphs.
    pub(super) number: u32,
    pub(super) text: String,
    pub(super) properties: Paragraph,
    /// Text boxes that hang on it.
    pub(super) boxes: Vec<Block>,
    /// Whether its mark is gone, so that the next paragraph goes on with it.
    pub(super) goes_on: bool,
}

/// The run that is being read.
#[derive(Default)]
struct State {
    run: Run,
    /// Whether the text of an element is being read.
    inside: bool,
    /// Whether the hidden passage or the one struck through was counted.
    counted: bool,
}

impl Walker<'_> {
    /// Reads up to the end of a paragraph, which goes on with the one before where that has lost its mark.
    pub(super) fn paragraph(&mut self, before: Option<Line>) -> Result<Line, Fault> {
        let mut line = before.unwrap_or_default();
        line.goes_on = false;
        line.properties = Paragraph::default();
        self.paragraphs += 1;
        line.number = self.paragraphs;
        if self.inside == 0 {
            self.seen.here = Some(At::Paragraph(line.number));
        }
        let mut state = State::default();
        let mut hint = false;
        while let Some(node) = self.xml.next()? {
            match node {
                Node::Start(tag) => match tag.name() {
                    "pPr" => {
                        line.properties = properties::paragraph(&mut self.xml)?;
                        line.goes_on = self.mark(&line.properties.mark.clone());
                    }
                    "sdtPr" => hint = properties::only_hint(&mut self.xml)?,
                    "sdtContent" if hint => self.xml.skip()?,
                    _ => self.start(&tag, &mut line, &mut state)?,
                },
                Node::End(name) => match &*name {
                    "p" => break,
                    "t" | "delText" => state.inside = false,
                    "ins" | "moveTo" => self.inserted = self.inserted.saturating_sub(1),
                    "del" | "moveFrom" => self.deleted = self.deleted.saturating_sub(1),
                    _ => {}
                },
                // A line end of the file is a blank; those of the text are elements.
                Node::Text(piece) if state.inside => {
                    self.add(&piece.replace('\n', " "), &mut line, &mut state)?;
                }
                Node::Text(_) => {}
            }
        }
        Ok(line)
    }

    fn start(&mut self, tag: &Tag, line: &mut Line, state: &mut State) -> Result<(), Fault> {
        match tag.name() {
            "r" => *state = State::default(),
            "rPr" => state.run = properties::run(&mut self.xml)?,
            "t" | "delText" => state.inside = true,
            "tab" | "ptab" => self.add("\t", line, state)?,
            "br" | "cr" => self.add("\n", line, state)?,
            "noBreakHyphen" => self.add("-", line, state)?,
            "sym" => {
                self.seen.one(OfficeNote::Symbol);
                self.add(&SYMBOL.to_string(), line, state)?;
            }
            "ins" | "moveTo" => {
                self.inserted += 1;
                self.seen.insertions += 1;
            }
            "del" | "moveFrom" => {
                self.deleted += 1;
                self.seen.deletions += 1;
            }
            "footnoteReference" | "endnoteReference" => self.seen.one(OfficeNote::Footnote),
            "drawing" | "pict" | "object" => self.graphic(tag, line)?,
            "subDoc" => return Err(Fault::Office(BadOffice::OtherFormat)),
            "Fallback" | "rt" | "instrText" | "delInstrText" | "rPrChange" => self.xml.skip()?,
            _ => {}
        }
        Ok(())
    }

    /// Adds a piece of text, unless it is left out.
    fn add(&mut self, piece: &str, line: &mut Line, state: &mut State) -> Result<(), Fault> {
        if self.is_gone() {
            return Ok(());
        }
        let blank = piece.trim().is_empty();
        let style = |walker: &Self, of: fn(&super::Styles, &str) -> bool| {
            let names = [state.run.style.as_deref(), line.properties.style.as_deref()];
            names.into_iter().flatten().any(|name| of(&walker.styles, name))
        };
        let hidden = state.run.hidden.unwrap_or_else(|| style(self, super::Styles::is_hidden));
        let struck = state.run.struck.unwrap_or_else(|| style(self, super::Styles::is_struck));
        if hidden && !blank {
            self.hide(state);
        }
        if struck && !hidden && !blank && !state.counted {
            state.counted = true;
            self.seen.one(OfficeNote::Struck);
        }
        if !hidden || self.manner.hidden == Hidden::Include {
            line.text.push_str(piece);
        }
        self.fits(&line.text)
    }

    fn hide(&mut self, state: &mut State) {
        if !state.counted {
            state.counted = true;
            self.seen.hidden += 1;
            let taken = self.manner.hidden == Hidden::Include;
            self.seen.one(OfficeNote::HiddenText { taken });
        }
    }

    /// Counts a changed mark of a paragraph; tells whether the mark is gone.
    fn mark(&mut self, mark: &Run) -> bool {
        self.seen.insertions += usize::from(mark.inserted);
        self.seen.deletions += usize::from(mark.deleted);
        match self.manner.changes {
            Changes::Reject => mark.inserted,
            Changes::Accept | Changes::Refuse => mark.deleted,
        }
    }

    /// Reads up to the end of a drawing: the text of its boxes, and whether there is a picture in it.
    fn graphic(&mut self, tag: &Tag, line: &mut Line) -> Result<(), Fault> {
        let until = tag.name().to_owned();
        let mut picture = false;
        while let Some(node) = self.xml.next()? {
            match node {
                Node::Start(tag) => match tag.name() {
                    "txbxContent" => {
                        let blocks = self.blocks("txbxContent")?;
                        let text = |block: &Block| !matches!(block, Block::Paragraph(_, text) if text.is_empty());
                        if blocks.iter().any(text) {
                            self.seen.one(OfficeNote::TextBox);
                        }
                        line.boxes.extend(blocks.into_iter().filter(text));
                    }
                    "blip" | "imagedata" | "chart" => picture = true,
                    "Fallback" => self.xml.skip()?,
                    _ => {}
                },
                Node::End(name) if name == until => break,
                Node::End(_) | Node::Text(_) => {}
            }
        }
        if picture {
            self.seen.one(OfficeNote::Picture);
        }
        Ok(())
    }
}
