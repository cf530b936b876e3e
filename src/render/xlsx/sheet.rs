//! A sheet: what stands above, the table, the notes below, and how it is printed.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::leaf::{Leaf, Piece};
use super::look::Looks;
use super::table::{Table, write};
use super::value::{MOST, entry};
use super::{chart, column, size};
use crate::domain::book::Lang;
use crate::render::document::Paper;
use crate::render::words;

/// The width that running text takes at least, in characters of half width; and at most, so that it can be read.
const TEXT: (f64, f64) = (60.0, 110.0);
/// The width of a column that nobody set.
const USUAL: f64 = 8.43;
/// A table that is wider than this is printed across.
const ACROSS: f64 = 100.0;
/// What can be read on a page across, in characters of half width: at half their size.
const READABLE: f64 = 260.0;
/// A4.
const A4: u8 = 9;

/// Writes a sheet.
pub(super) fn sheet(
    leaf: &Leaf<'_>,
    lang: Lang,
    paper: Paper,
    looks: &Looks,
    sheet: &mut Worksheet,
) -> Result<(), XlsxError> {
    let table = leaf.grid.as_ref().map(|grid| Table::new(grid, lang));
    let widths = table.as_ref().map_or(&[][..], |table| &table.widths);
    for (at, width) in widths.iter().enumerate() {
        sheet.set_column_width(column(at), *width)?;
    }
    let mut page = Page { row: 0, widths, lang, looks };
    for piece in &leaf.above {
        page.write(piece, sheet)?;
    }
    if let Some(table) = &table {
        let top = page.row;
        page.row = table.write(top, looks, sheet)? + 1;
        if let Some(chart) = leaf.chart {
            chart::insert(chart, top, sheet)?;
        }
        let cut = table.cut();
        if cut > 0 {
            page.write(&Piece::Note(&words::workbook::cells_cut(lang, cut, MOST)), sheet)?;
        }
    }
    for piece in &leaf.below {
        page.write(piece, sheet)?;
    }
    if leaf.chart.is_some() || paper == Paper::Landscape || widths.iter().sum::<f64>() > ACROSS {
        sheet.set_landscape();
    }
    // In the middle; a spreadsheet puts the numbers in.
    let footer = format!("&C{}", words::workbook::footer(lang, "&P", "&N"));
    // A table that is much wider than a page could not be read on one: it takes several, each with the first column.
    let wide = widths.iter().sum::<f64>();
    let pages = (1..=u16::MAX).find(|pages| f64::from(*pages) * READABLE >= wide).unwrap_or(1);
    if pages > 1 {
        sheet.set_repeat_columns(0, 0)?;
    }
    sheet.set_paper_size(A4).set_print_fit_to_pages(pages, 0).set_footer(footer);
    Ok(())
}

/// Where the next line goes.
struct Page<'a> {
    row: u32,
    widths: &'a [f64],
    lang: Lang,
    looks: &'a Looks,
}

impl Page<'_> {
    fn write(&mut self, piece: &Piece<'_>, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let looks = self.looks;
        match piece {
            Piece::Title(text) => self.text(text, &looks.title, 16.0, sheet),
            Piece::Heading(text) => self.text(text, &looks.heading, 13.0, sheet),
            Piece::Text(text) => self.text(text, &looks.text, 11.0, sheet),
            Piece::Note(text) => self.text(text, &looks.note, 11.0, sheet),
            Piece::Pair(label, value) => self.pair(label, &entry(value, self.lang), sheet),
        }
    }

    /// Writes a text across the columns; `points` is the size of its letters.
    fn text(
        &mut self,
        text: &str,
        format: &Format,
        points: f64,
        sheet: &mut Worksheet,
    ) -> Result<(), XlsxError> {
        let entry = entry(&text.into(), self.lang);
        let (last, width) = self.across(0);
        if last > 0 {
            sheet.merge_range(self.row, 0, self.row, last, "", format)?;
        }
        write(sheet, (self.row, 0), &entry.value, format)?;
        let larger = points / 11.0;
        let lines = size::lines(&entry.shown, width / larger - 2.0);
        sheet.set_row_height(self.row, (size::height(lines) * larger).min(405.0))?;
        self.row += 1;
        Ok(())
    }

    fn pair(
        &mut self,
        label: &str,
        entry: &super::value::Entry,
        sheet: &mut Worksheet,
    ) -> Result<(), XlsxError> {
        let (format, looks) = (self.looks.beside(&entry.value), self.looks);
        let shown = super::value::entry(&label.into(), self.lang);
        write(sheet, (self.row, 0), &shown.value, &looks.label)?;
        let (last, width) = self.across(1);
        if last > 1 {
            sheet.merge_range(self.row, 1, self.row, last, "", &format)?;
        }
        write(sheet, (self.row, 1), &entry.value, &format)?;
        let own = self.widths.first().copied().unwrap_or(USUAL);
        let lines =
            size::lines(&entry.shown, width - 2.0).max(size::lines(&shown.shown, own - 2.0));
        sheet.set_row_height(self.row, size::height(lines))?;
        self.row += 1;
        Ok(())
    }

    /// The last column of a text that begins in column `first`, and how wide it then is.
    fn across(&self, first: usize) -> (u16, f64) {
        let width = |at: usize| self.widths.get(at).copied().unwrap_or(USUAL);
        let (mut last, mut wide) = (first, width(first));
        while wide < TEXT.0 || (last + 1 < self.widths.len() && wide + width(last + 1) <= TEXT.1) {
            last += 1;
            wide += width(last);
        }
        (column(last), wide)
    }
}
