//! Figures to be seen at once: side by side, large, each above what it counts.

use std::io::{self, Write};

use super::page::Page;
use super::paragraph::Paragraph;
use super::run::Look;
use super::table::{Box, begin, begin_cell, ground, paragraphs};
use crate::domain::book::Lang;
use crate::render::document::Tile;
use crate::render::{inert, inert_line, value};

/// The ground of a figure that stands for no light.
const PLAIN: &str = "F2F2F2";

/// Writes the figures, in rows that are about as long as each other.
pub(super) fn write(tiles: &[Tile], lang: Lang, page: Page, out: &mut dyn Write) -> io::Result<()> {
    if tiles.is_empty() {
        return Ok(());
    }
    let rows = tiles.len().div_ceil(page.tiles());
    let abreast = tiles.len().div_ceil(rows);
    let width = page.width() / u32::try_from(abreast).unwrap_or(u32::MAX);
    begin("TileGrid", &vec![width; abreast], out)?;
    for row in tiles.chunks(abreast) {
        write!(out, "<w:tr><w:trPr><w:cantSplit/></w:trPr>")?;
        for tile in row {
            let ground = Some(tile.hue.map_or(PLAIN, ground));
            begin_cell(&Box { width, ground, ..Box::default() }, out)?;
            let figure = value::readable(&tile.value, lang);
            let value = Paragraph::of("TileValue");
            paragraphs(value, &inert_line(&figure), Look::Plain, lang, out)?;
            let label = Paragraph::of("TileLabel");
            paragraphs(label, &inert(&tile.label), Look::Plain, lang, out)?;
            write!(out, "</w:tc>")?;
        }
        for _ in row.len()..abreast {
            begin_cell(&Box { width, ..Box::default() }, out)?;
            paragraphs(Paragraph::of("TileLabel"), "", Look::Plain, lang, out)?;
            write!(out, "</w:tc>")?;
        }
        write!(out, "</w:tr>")?;
    }
    write!(out, "</w:tbl>")
}
