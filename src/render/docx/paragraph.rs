//! Paragraphs: a style, and what departs from it.

use std::io::{self, Write};

/// What a paragraph has of its own, in twips; its style says the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Paragraph {
    /// Its style.
    pub(super) style: &'static str,
    /// Stays on the page of what follows.
    pub(super) with_next: bool,
    /// Begins a page.
    pub(super) new_page: bool,
    /// Room above it.
    pub(super) above: Option<u32>,
    /// Room below it.
    pub(super) below: Option<u32>,
    /// Where its lines begin and end.
    pub(super) indent: Option<Indent>,
    /// How its lines lie, where it is not as the style says.
    pub(super) lies: Option<Lies>,
}

/// Where the lines of a paragraph begin and end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Indent {
    /// So far from the right edge, in hundredths of a character.
    Right(u32),
    /// All lines but the first so far from the left edge, in twips.
    Hanging(u32),
}

/// How the lines of a paragraph lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lies {
    /// In the middle.
    Centred,
    /// At the right edge.
    Right,
}

impl Paragraph {
    /// Returns a paragraph of a style.
    pub(super) fn of(style: &'static str) -> Self {
        Self { style, ..Self::default() }
    }

    /// Begins the paragraph: its text is written behind, then [`end`].
    pub(super) fn begin(&self, out: &mut dyn Write) -> io::Result<()> {
        write!(out, "<w:p><w:pPr><w:pStyle w:val=\"{}\"/>", self.style)?;
        if self.with_next {
            write!(out, "<w:keepNext/>")?;
        }
        if self.new_page {
            write!(out, "<w:pageBreakBefore/>")?;
        }
        if self.above.is_some() || self.below.is_some() {
            write!(out, "<w:spacing")?;
            for (name, room) in [("before", self.above), ("after", self.below)] {
                if let Some(room) = room {
                    write!(out, " w:{name}=\"{room}\"")?;
                }
            }
            write!(out, "/>")?;
        }
        match self.indent {
            None => {}
            Some(Indent::Right(characters)) => {
                let room = characters * super::page::CHARACTER / 100;
                write!(out, "<w:ind w:rightChars=\"{characters}\" w:right=\"{room}\"/>")?;
            }
            Some(Indent::Hanging(room)) => {
                write!(out, "<w:ind w:left=\"{room}\" w:hanging=\"{room}\"/>")?;
            }
        }
        match self.lies {
            None => {}
            Some(Lies::Centred) => write!(out, "<w:jc w:val=\"center\"/>")?,
            Some(Lies::Right) => write!(out, "<w:jc w:val=\"right\"/>")?,
        }
        write!(out, "</w:pPr>")
    }
}

/// Ends a paragraph.
pub(super) fn end(out: &mut dyn Write) -> io::Result<()> {
    write!(out, "</w:p>")
}
