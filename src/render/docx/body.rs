//! The text of a paper: its blocks from top to bottom.

use std::io::{self, Write};

use super::page::{CHARACTER, LINE, Page};
use super::paragraph::{self, Paragraph};
use super::run::{self, Look};
use super::{broken, chart, placed, table, tiles};
use crate::domain::book::Lang;
use crate::render::document::{Block, Document, Level, Place};
use crate::render::{inert, inert_line, words};

/// Writes the text.
pub(super) fn write(document: &Document, page: Page, out: &mut dyn Write) -> io::Result<()> {
    write!(
        out,
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>"
    )?;
    let mut body =
        Body { blocks: &document.blocks, lang: document.lang, page, new_page: false, out };
    for at in 0..document.blocks.len() {
        body.block(at)?;
    }
    page.write(body.out)?;
    write!(body.out, "</w:body></w:document>")
}

struct Body<'a> {
    blocks: &'a [Block],
    lang: Lang,
    page: Page,
    /// What comes next begins a page.
    new_page: bool,
    out: &'a mut dyn Write,
}

impl Body<'_> {
    fn block(&mut self, at: usize) -> io::Result<()> {
        let blocks = self.blocks;
        let Some(block) = blocks.get(at) else { return Ok(()) };
        match block {
            Block::Heading(level, text) => self.heading(at, *level, text),
            Block::Paragraph(text) => self.lines(Paragraph::of("BodyText"), text),
            Block::Labelled(label, text) => self.labelled(label, text),
            Block::Line(Place::Centred, text) => {
                let shape = Paragraph { below: self.below(at), ..Paragraph::of("Subtitle") };
                self.centred(shape, &inert_line(text), CHARACTER)
            }
            Block::Line(Place::Addressee, text) => self.lines(Paragraph::of("Salutation"), text),
            Block::Line(Place::Signature, _) => self.signature(at),
            Block::Facts(facts) => self.facts(facts),
            Block::Note(text) => self.lines(Paragraph::of("Note"), text),
            Block::PageBreak => {
                self.new_page = true;
                Ok(())
            }
            Block::Grid(grid) => {
                self.before_table(at)?;
                table::write(&grid.spared(), self.lang, self.page, self.out)?;
                self.after_table(at)
            }
            Block::Tiles(tiles) => {
                self.before_table(at)?;
                tiles::write(tiles, self.lang, self.page, self.out)?;
                self.after_table(at)
            }
            Block::Chart(chart) => {
                let caption = Paragraph { with_next: true, ..Paragraph::of("Caption") };
                self.one(caption, &[(Look::Plain, &inert_line(&chart.title))])?;
                chart::write(chart, self.lang, self.page, self.out)?;
                self.after_table(at)
            }
        }
    }

    fn heading(&mut self, at: usize, level: Level, text: &str) -> io::Result<()> {
        let text = inert_line(text);
        let shape = match level {
            _ if self.is_title(at) => Paragraph { below: self.below(at), ..Paragraph::of("Title") },
            Level::Title => Paragraph::of("Title"),
            Level::Chapter => Paragraph::of("Heading1"),
            Level::Section => Paragraph::of("Heading2"),
            Level::Item => Paragraph::of("Heading3"),
            Level::Part => Paragraph::of("Part"),
        };
        if self.is_title(at) {
            return self.centred(shape, &text, broken::TITLE);
        }
        self.one(shape, &[(Look::Plain, &text)])
    }

    /// Writes a paragraph whose lines end where a reader would end them. A character is so many twips wide.
    fn centred(&mut self, shape: Paragraph, text: &str, character: u32) -> io::Result<()> {
        let lines = broken::lines(text, self.page.width() * 2 / character);
        let last = lines.len().saturating_sub(1);
        let mut parts = Vec::new();
        for (at, line) in lines.iter().enumerate() {
            parts.push((Look::Plain, *line));
            if at < last {
                parts.push((Look::Break, ""));
            }
        }
        self.one(shape, &parts)
    }

    /// Tells whether a block is the title: the heading of that level, or what a command's answer begins with.
    fn is_title(&self, at: usize) -> bool {
        match self.blocks.get(at) {
            Some(Block::Heading(Level::Title, _)) => true,
            Some(Block::Heading(Level::Part, _)) => at == 0,
            _ => false,
        }
    }

    /// The room below a line of the head: the norm leaves a line between the head and the text.
    fn below(&self, at: usize) -> Option<u32> {
        let is_head = |at| {
            self.is_title(at) || matches!(self.blocks.get(at), Some(Block::Line(Place::Centred, _)))
        };
        (!is_head(at + 1)).then_some(LINE)
    }

    fn labelled(&mut self, label: &str, text: &str) -> io::Result<()> {
        let label = words::labelled(self.lang, &inert_line(label), "");
        let inert = inert(text);
        let mut lines = inert.split('\n').filter(|line| !line.trim().is_empty());
        let first = lines.next().unwrap_or_default();
        let shape = Paragraph::of("BodyText");
        self.one(shape, &[(Look::Bold, &label), (Look::Plain, first)])?;
        lines.try_for_each(|line| self.one(shape, &[(Look::Plain, line)]))
    }

    /// Writes the lines of a signature together, at the first of them.
    fn signature(&mut self, at: usize) -> io::Result<()> {
        let blocks = self.blocks;
        let text = |at: usize| match blocks.get(at) {
            Some(Block::Line(Place::Signature, text)) => Some(inert(text)),
            _ => None,
        };
        if at.checked_sub(1).and_then(text).is_some() {
            return Ok(());
        }
        let texts: Vec<_> = (at..).map_while(text).collect();
        let lines: Vec<_> = texts.iter().flat_map(|text| text.split('\n')).collect();
        let last = lines.len().saturating_sub(1);
        for (place, (line, indent)) in lines.iter().zip(placed::signature(&lines)).enumerate() {
            let shape = Paragraph {
                with_next: place < last,
                above: (place == 0).then_some(LINE),
                indent: Some(indent),
                ..Paragraph::of("Signature")
            };
            self.one(shape, &[(Look::Plain, line)])?;
        }
        Ok(())
    }

    fn facts(&mut self, facts: &[(String, String)]) -> io::Result<()> {
        let hanging = placed::hanging(facts.iter().map(|(label, _)| label.as_str()));
        let indent = Some(paragraph::Indent::Hanging(hanging));
        let shape = Paragraph { indent, ..Paragraph::of("Fact") };
        for (label, text) in facts {
            let label = words::labelled(self.lang, &inert_line(label), "");
            let mut label = label.trim_end_matches(' ');
            let inert = inert(text);
            for line in inert.split('\n') {
                self.begin(shape)?;
                run::write(label, Look::Bold, self.lang, self.out)?;
                write!(self.out, "<w:r><w:tab/></w:r>")?;
                run::write(line, Look::Plain, self.lang, self.out)?;
                paragraph::end(self.out)?;
                label = "";
            }
        }
        Ok(())
    }

    /// Writes a paragraph for each line that says something.
    fn lines(&mut self, shape: Paragraph, text: &str) -> io::Result<()> {
        let inert = inert(text);
        let mut lines = inert.split('\n').filter(|line| !line.trim().is_empty());
        lines.try_for_each(|line| self.one(shape, &[(Look::Plain, line)]))
    }

    fn one(&mut self, shape: Paragraph, runs: &[(Look, &str)]) -> io::Result<()> {
        self.begin(shape)?;
        for (look, text) in runs {
            run::write(text, *look, self.lang, self.out)?;
        }
        paragraph::end(self.out)
    }

    fn begin(&mut self, shape: Paragraph) -> io::Result<()> {
        let new_page = std::mem::take(&mut self.new_page);
        Paragraph { new_page, ..shape }.begin(self.out)
    }

    /// A table cannot begin a page by itself, and keeps a distance from text.
    fn before_table(&mut self, at: usize) -> io::Result<()> {
        let above = at.checked_sub(1).and_then(|above| self.blocks.get(above));
        // Headings have their room below, tables and what draws them theirs.
        let text = above.is_some_and(|above| match above {
            Block::Paragraph(_) | Block::Labelled(..) | Block::Facts(_) | Block::Note(_) => true,
            Block::Line(place, _) => *place != Place::Centred,
            Block::Heading(..)
            | Block::Grid(_)
            | Block::Tiles(_)
            | Block::Chart(_)
            | Block::PageBreak => false,
        });
        if self.new_page || text { self.one(Paragraph::of("Spacer"), &[]) } else { Ok(()) }
    }

    /// Two tables without anything between them would become one, and no text may end with a table.
    fn after_table(&mut self, at: usize) -> io::Result<()> {
        match self.blocks.get(at + 1) {
            Some(Block::Note(_)) => Ok(()),
            _ => self.one(Paragraph::of("Spacer"), &[]),
        }
    }
}
