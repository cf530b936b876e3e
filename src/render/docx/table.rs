//! Tables: as wide as the text, headings on every page, joined cells, figures at the right edge.

use std::io::{self, Write};

use super::columns::{Frame, Need};
use super::page::Page;
use super::paragraph::{self, Lies, Paragraph};
use super::run::{self, Look};
use crate::domain::book::Lang;
use crate::render::document::{Cell, ColumnKind, Grid, Hue, Row, RowKind};
use crate::render::{inert, inert_line, value};

/// Rows up to which those that are joined, or a whole table, are kept on one page.
const TOGETHER: usize = 6;
/// The ground of headings.
const HEAD: &str = "F2F2F2";

/// What a cell has beside its text.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Box {
    /// Its width, in twips.
    pub(super) width: u32,
    /// Whether it is joined with those below or above it.
    pub(super) join: Join,
    /// Its ground, as six hexadecimal digits.
    pub(super) ground: Option<&'static str>,
    /// Whether a rule sets it apart from what stands above it.
    pub(super) ruled: bool,
}

/// Whether a cell is joined with its neighbours below or above.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Join {
    /// It stands by itself.
    #[default]
    Alone,
    /// Those below go on in it.
    First,
    /// It goes on from the one above.
    Further,
}

/// Begins a table of a style: both of its lists of widths, since programs differ in which of them they read.
pub(super) fn begin(style: &str, widths: &[u32], out: &mut dyn Write) -> io::Result<()> {
    let whole: u32 = widths.iter().sum();
    write!(
        out,
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"{style}\"/><w:tblW w:w=\"{whole}\" w:type=\"dxa\"/>\
         <w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>"
    )?;
    for width in widths {
        write!(out, "<w:gridCol w:w=\"{width}\"/>")?;
    }
    write!(out, "</w:tblGrid>")
}

/// Begins a cell: its paragraphs are written behind, then `</w:tc>`.
pub(super) fn begin_cell(cell: &Box, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/>", cell.width)?;
    match cell.join {
        Join::Alone => {}
        Join::First => write!(out, "<w:vMerge w:val=\"restart\"/>")?,
        Join::Further => write!(out, "<w:vMerge/>")?,
    }
    if cell.ruled {
        write!(
            out,
            "<w:tcBorders><w:top w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"auto\"/>\
             </w:tcBorders>"
        )?;
    }
    if let Some(ground) = cell.ground {
        write!(out, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{ground}\"/>")?;
    }
    write!(out, "<w:vAlign w:val=\"center\"/></w:tcPr>")
}

/// The ground of a light: so pale that black letters can be read on it, on grey paper as well.
pub(super) fn ground(hue: Hue) -> &'static str {
    match hue {
        Hue::Red => "F4B6B0",
        Hue::BrightYellow => "FFD966",
        Hue::Yellow => "FFF2CC",
        Hue::Green => "D5E8CF",
        Hue::Blue => "D6E4F2",
        Hue::Grey => "E3E3E3",
    }
}

/// Writes a grid; one without columns says nothing.
pub(super) fn write(grid: &Grid, lang: Lang, page: Page, out: &mut dyn Write) -> io::Result<()> {
    if grid.columns.is_empty() {
        return Ok(());
    }
    let frame = Frame::of(&Need::of(grid, lang), lang, page);
    begin("TableGrid", &frame.widths, out)?;
    let headings = grid.columns.iter().map(|column| column.heading.as_str());
    begin_head(out)?;
    for (place, heading) in headings.enumerate() {
        head(&frame, place, heading, lang, out)?;
    }
    write!(out, "</w:tr>")?;
    let mut grounds = vec![None; grid.columns.len()];
    let mut at = 0;
    while at < grid.rows.len() {
        let end = (at + 1..grid.rows.len()).find(|row| !goes_on(&grid.rows[*row]));
        let end = end.unwrap_or(grid.rows.len());
        for place in at..end {
            let above = place.checked_sub(1).and_then(|above| grid.rows.get(above));
            let neighbours = (above, grid.rows.get(place + 1));
            let joined = place + 1 < end && end - at <= TOGETHER;
            let with_next = joined || (place + 1 < grid.rows.len() && grid.rows.len() <= TOGETHER);
            let row = &grid.rows[place];
            Line { grid, frame: &frame, lang, row, neighbours, with_next }
                .write(&mut grounds, out)?;
        }
        at = end;
    }
    write!(out, "</w:tbl>")
}

/// Tells of a row in which something goes on from the one above.
fn goes_on(row: &Row) -> bool {
    row.cells.contains(&Cell::Above)
}

/// Begins the row of headings, which is repeated on every page.
pub(super) fn begin_head(out: &mut dyn Write) -> io::Result<()> {
    write!(out, "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
}

/// Writes a heading.
pub(super) fn head(
    frame: &Frame,
    place: usize,
    heading: &str,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    begin_cell(&Box { width: frame.width(place), ground: Some(HEAD), ..Box::default() }, out)?;
    let shape =
        Paragraph { lies: Some(Lies::Centred), with_next: true, ..Paragraph::of(frame.style) };
    shape.begin(out)?;
    for (line, text) in frame.heading(place, &inert_line(heading)).iter().enumerate() {
        if line > 0 {
            write!(out, "<w:r><w:br/></w:r>")?;
        }
        run::write(text, Look::Head, lang, out)?;
    }
    paragraph::end(out)?;
    write!(out, "</w:tc>")
}

/// A row to be written.
struct Line<'a> {
    grid: &'a Grid,
    frame: &'a Frame,
    lang: Lang,
    row: &'a Row,
    /// Those above and below.
    neighbours: (Option<&'a Row>, Option<&'a Row>),
    /// Whether it stays on the page of the one below.
    with_next: bool,
}

impl Line<'_> {
    /// Writes the row; `grounds` holds that of the cell above in each column, which goes on with it.
    fn write(&self, grounds: &mut [Option<&'static str>], out: &mut dyn Write) -> io::Result<()> {
        let text = |cell: &Cell| inert(&value::readable(cell, self.lang)).into_owned();
        let texts: Vec<_> = self.row.cells.iter().map(text).collect();
        write!(out, "<w:tr>")?;
        if self.frame.is_low(&texts) {
            write!(out, "<w:trPr><w:cantSplit/></w:trPr>")?;
        }
        let total = self.row.kind == RowKind::Total;
        let first = !self.neighbours.0.is_some_and(|above| above.kind == RowKind::Total);
        for (place, (column, ground_above)) in self.grid.columns.iter().zip(grounds).enumerate() {
            let join = self.join(place);
            let ground = match self.row.cells.get(place) {
                _ if join == Join::Further => *ground_above,
                Some(Cell::Lit(_, hue)) => Some(ground(*hue)),
                _ => None,
            };
            *ground_above = ground;
            let width = self.frame.width(place);
            begin_cell(&Box { width, join, ground, ruled: total && first }, out)?;
            let (lies, with_next) = (lies(column.kind), self.with_next);
            let shape = Paragraph { with_next, lies, ..Paragraph::of(self.frame.style) };
            let look = if total { Look::Bold } else { Look::Plain };
            let text = texts.get(place).map_or("", String::as_str);
            paragraphs(shape, text, look, self.lang, out)?;
            write!(out, "</w:tc>")?;
        }
        write!(out, "</w:tr>")
    }

    fn join(&self, place: usize) -> Join {
        let goes_on =
            |row: Option<&Row>| row.is_some_and(|row| row.cells.get(place) == Some(&Cell::Above));
        let (above, below) = self.neighbours;
        if above.is_some() && goes_on(Some(self.row)) {
            Join::Further
        } else if goes_on(below) {
            Join::First
        } else {
            Join::Alone
        }
    }
}

/// Writes a paragraph for each line; a cell without any would be no cell.
pub(super) fn paragraphs(
    shape: Paragraph,
    text: &str,
    look: Look,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    for line in text.split('\n') {
        shape.begin(out)?;
        run::write(line, look, lang, out)?;
        paragraph::end(out)?;
    }
    Ok(())
}

/// How the cells of a column lie: what is short stands in the middle, as offices have it.
pub(super) fn lies(kind: ColumnKind) -> Option<Lies> {
    match kind {
        ColumnKind::Number | ColumnKind::Money | ColumnKind::Share => Some(Lies::Right),
        ColumnKind::Id | ColumnKind::Date | ColumnKind::Light => Some(Lies::Centred),
        ColumnKind::Text | ColumnKind::Name => None,
    }
}
