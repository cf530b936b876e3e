//! A document as text for a terminal or a mail: wrapped to a width, every character shown, nothing cut.

mod chart;
pub(super) mod heading;
mod paint;
mod share;
mod table;
pub(super) mod wrap;

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr as _;

use super::document::{Block, Document, Place, Tile};
use super::{inert, value, words};

/// Columns of the rule that stands for a new page.
const RULE: usize = 40;

/// How text is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Columns that a line may take. A table whose narrowest form is wider goes beyond it rather than lose text.
    pub width: usize,
    /// What rules are drawn with.
    pub style: Style,
    /// Whether lights are shown in their colours, for a terminal that can. They say the same without.
    pub color: bool,
}

/// What rules are drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// `─`, which most terminals draw one column wide.
    #[default]
    Unicode,
    /// `-`, for consoles that draw `─` two columns wide (code page 936 with an old font), and for plain mail.
    Ascii,
}

impl Default for Options {
    /// 80 columns, since that fits everywhere, and no colours.
    fn default() -> Self {
        Self { width: 80, style: Style::default(), color: false }
    }
}

impl Style {
    fn rule(self) -> &'static str {
        match self {
            Self::Unicode => "─",
            Self::Ascii => "-",
        }
    }
}

/// Writes the document: blocks apart by an empty line, a note right below what it explains.
pub fn write(document: &Document, options: Options, out: &mut dyn Write) -> io::Result<()> {
    for (place, block) in document.blocks.iter().enumerate() {
        if place > 0 && !matches!(block, Block::Note(_)) {
            writeln!(out)?;
        }
        for line in lines(block, document, options) {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}

fn lines(block: &Block, document: &Document, options: Options) -> Vec<String> {
    let (lang, width) = (document.lang, options.width);
    match block {
        Block::Heading(_, text) | Block::Paragraph(text) | Block::Note(text) => {
            wrap::lines(&inert(text), width)
        }
        Block::Labelled(label, text) => {
            wrap::lines(&inert(&words::labelled(lang, label, text)), width)
        }
        Block::Line(place, text) => placed(*place, wrap::lines(&inert(text), width), width),
        Block::Grid(grid) => table::grid(grid, lang, options),
        Block::Facts(facts) => table::facts(facts, lang, options),
        Block::Tiles(tiles) => {
            let fact = |tile: &Tile| (tile.label.clone(), value::readable(&tile.value, lang));
            table::facts(&tiles.iter().map(fact).collect::<Vec<_>>(), lang, options)
        }
        Block::Chart(chart) => chart::chart(chart, lang, options),
        Block::PageBreak => vec![options.style.rule().repeat(width.min(RULE))],
    }
}

/// Moves lines to their place: the middle, or the right edge.
fn placed(place: Place, lines: Vec<String>, width: usize) -> Vec<String> {
    let moved = |line: String| {
        let free = width.saturating_sub(line.width());
        let before = match place {
            Place::Addressee => 0,
            Place::Centred => free / 2,
            Place::Signature => free,
        };
        format!("{}{line}", " ".repeat(before))
    };
    lines.into_iter().map(moved).collect()
}
