//! Reads what a template became: the few signs of Markdown that a paper needs, and nothing else.

use super::marks::{self, Piece};
use crate::render::document::{Block, Document, Level, Paper, Place};

/// What begins a line, and the heading that it makes.
const HEADINGS: [(&str, Level); 4] = [
    ("# ", Level::Title),
    ("## ", Level::Chapter),
    ("### ", Level::Section),
    ("#### ", Level::Item),
];

/// What begins a line, and the place that it has on paper.
const PLACES: [(&str, Place); 3] = [
    ("{centred}", Place::Centred),
    ("{addressee}", Place::Addressee),
    ("{signature}", Place::Signature),
];

/// Stands alone on a line: the paper lies across.
const LANDSCAPE: &str = "{landscape}";

/// Running text that is not yet at its end.
enum Open {
    Paragraph(Vec<String>),
    Labelled(String, Vec<String>),
    Note(Vec<String>),
}

struct Reader {
    built_in: Document,
    document: Document,
    open: Option<Open>,
}

/// Reads the text; marks stand for blocks of the built-in paper, whose table for programs stays.
pub(super) fn read(text: &str, built_in: Document) -> Document {
    let mut document = Document::new(built_in.lang);
    document.data = built_in.main_grid().cloned();
    document.paper = Paper::Portrait;
    let mut reader = Reader { built_in, document, open: None };
    for line in text.lines() {
        for piece in marks::pieces(line) {
            match piece {
                Piece::Text(text) => reader.line(text.trim()),
                Piece::Blocks(range) => {
                    reader.close();
                    let blocks = reader.built_in.blocks.get(range).unwrap_or_default().to_vec();
                    reader.document.blocks.extend(blocks);
                }
            }
        }
    }
    reader.close();
    reader.document
}

impl Reader {
    fn line(&mut self, line: &str) {
        if line.is_empty() {
            self.close();
        } else if line == LANDSCAPE {
            self.document.paper = Paper::Landscape;
        } else if line.len() >= 3 && line.bytes().all(|byte| byte == b'-') {
            self.alone(Block::PageBreak);
        } else if let Some((level, text)) = begun(line, &HEADINGS) {
            self.alone(Block::Heading(level, marks::shown(text)));
        } else if let Some((place, text)) = begun(line, &PLACES) {
            self.alone(Block::Line(place, marks::shown(text)));
        } else if let Some(text) = line.strip_prefix('>') {
            self.note(marks::shown(text.trim()));
        } else if let Some((label, text)) = labelled(line) {
            self.close();
            self.open = Some(Open::Labelled(marks::shown(label), vec![marks::shown(text)]));
        } else {
            let text = marks::shown(line);
            match &mut self.open {
                Some(Open::Paragraph(lines) | Open::Labelled(_, lines)) => lines.push(text),
                Some(Open::Note(_)) | None => {
                    self.close();
                    self.open = Some(Open::Paragraph(vec![text]));
                }
            }
        }
    }

    fn note(&mut self, text: String) {
        if let Some(Open::Note(lines)) = &mut self.open {
            lines.push(text);
        } else {
            self.close();
            self.open = Some(Open::Note(vec![text]));
        }
    }

    fn alone(&mut self, block: Block) {
        self.close();
        self.document.push(block);
    }

    fn close(&mut self) {
        let block = match self.open.take() {
            None => return,
            Some(Open::Paragraph(lines)) => Block::Paragraph(lines.join("\n")),
            Some(Open::Labelled(label, lines)) => Block::Labelled(label, lines.join("\n")),
            Some(Open::Note(lines)) => Block::Note(lines.join("\n")),
        };
        self.document.push(block);
    }
}

/// What the line is by its beginning, and what follows that.
fn begun<'a, T: Copy>(line: &'a str, known: &[(&str, T)]) -> Option<(T, &'a str)> {
    let found = known.iter().find_map(|(sign, what)| Some((*what, line.strip_prefix(sign)?)));
    found.map(|(what, text)| (what, text.trim()))
}

/// The label of a line that begins with one, and its text.
fn labelled(line: &str) -> Option<(&str, &str)> {
    let (label, text) = line.strip_prefix("**")?.split_once("**")?;
    let colons = ['：', ':'];
    let bare = label.trim().trim_end_matches(colons).trim();
    let behind = text.trim_start();
    let named = !bare.is_empty() && (behind.starts_with(colons) || bare.len() < label.trim().len());
    named.then(|| (bare, behind.strip_prefix(colons).unwrap_or(behind).trim()))
}
