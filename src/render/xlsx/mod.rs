//! Spreadsheets: real days and numbers, texts as texts and never as formulas.

mod chart;
mod form;
mod leaf;
mod look;
mod name;
mod sheet;
mod size;
mod table;
mod value;

pub use form::form;

use std::io::{self, Write};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use unicode_width::UnicodeWidthStr as _;

use super::document::Document;
use super::{inert_line, words};
use crate::domain::day::Day;

/// Writes the document: each table on a sheet of its own, with what stands above it and its notes.
pub fn write(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(&workbook(document).map_err(io::Error::other)?)
}

fn workbook(document: &Document) -> Result<Vec<u8>, XlsxError> {
    let leaves = leaf::leaves(document);
    let mut book = Workbook::new();
    let title = leaves.first().and_then(|leaf| leaf.above.first()).map(leaf::Piece::shown);
    book.set_properties(&properties()?.set_title(inert_line(title.unwrap_or_default())));
    let (looks, mut names) = (look::Looks::new(), name::Names::default());
    for (place, leaf) in leaves.iter().enumerate() {
        let otherwise = words::workbook::unnamed(document.lang, place + 1);
        let page = book.add_worksheet().set_name(names.give(&leaf.name, &otherwise))?;
        sheet::sheet(leaf, document.lang, document.paper, &looks, page)?;
    }
    book.save_to_buffer()
}

/// Without the time of writing, so that the same content is the same bytes.
fn properties() -> Result<DocProperties, XlsxError> {
    Ok(DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?))
}

/// The narrowest and the widest column, in characters of half width.
const WIDTHS: (f64, f64) = (8.0, 40.0);

/// The width of a column in which these texts stand; a Chinese character takes two.
fn width<'a>(texts: impl Iterator<Item = &'a str>) -> f64 {
    let widest = texts.flat_map(str::lines).map(str::width).max().unwrap_or(0);
    let widest = u16::try_from(widest).unwrap_or(u16::MAX);
    (f64::from(widest) + 2.0).clamp(WIDTHS.0, WIDTHS.1)
}

/// The number of a column, from 0.
fn column(place: usize) -> u16 {
    u16::try_from(place).unwrap_or(u16::MAX)
}

/// A number of rows.
fn place(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}

/// A day as a spreadsheet counts it; nothing where it is before the days that a spreadsheet knows.
fn date(day: Day) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok().filter(|year| *year >= 1900)?;
    let small = |number: u32| u8::try_from(number).ok();
    ExcelDateTime::from_ymd(year, small(day.month())?, small(day.day())?).ok()
}
