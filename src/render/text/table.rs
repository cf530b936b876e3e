//! A grid as lines of text: two blanks between columns, headings underlined, no frame.
//!
//! The cells come wrapped to their column, so that the table library only sets them side by side: its own wrapping
//! breaks Chinese anywhere and dates in two.

use comfy_table::{
    Cell as SetCell, CellAlignment, ContentArrangement, Row as SetRow, Table, TableStyle,
};

use super::Options;
use super::heading;
use super::paint::{Spot, paint};
use super::share::{Heading, Need, is_pressed, share};
use super::wrap::Content;
use crate::domain::book::Lang;
use crate::render::document::{Cell, Column, ColumnKind, Grid, Hue, RowKind};
use crate::render::{inert, inert_line, value, words};

/// Blanks between two columns; one, where two would press the names of a table.
const GAP: u16 = 2;
/// The widest table that is laid out: the table library counts columns in 16 bits.
const WIDEST: usize = 10_000;

/// Sets a table with its headings.
pub(super) fn grid(grid: &Grid, lang: Lang, options: Options) -> Vec<String> {
    let heading = |column: &Column| heading(&column.heading);
    let mut rows = vec![Line::Head(grid.columns.iter().map(heading).collect()), Line::Rule];
    let mut last = RowKind::Total; // the headings have a rule of their own
    for row in &grid.rows {
        if row.kind == RowKind::Total && last == RowKind::Body {
            rows.push(Line::Rule);
        }
        last = row.kind;
        let mut cells: Vec<_> = row.cells.iter().map(|cell| content(cell, lang)).collect();
        cells.resize(grid.columns.len(), text(""));
        rows.push(Line::Cells { cells, hues: hues(&row.cells) });
    }
    set(&grid.columns, &rows, options)
}

/// Sets labels and values side by side.
pub(super) fn facts(facts: &[(String, String)], options: Options) -> Vec<String> {
    let columns = [Column::new("", ColumnKind::Name), Column::new("", ColumnKind::Text)];
    let row = |(label, value): &(String, String)| Line::Cells {
        cells: vec![text(label), text(value)],
        hues: Vec::new(),
    };
    set(&columns, &facts.iter().map(row).collect::<Vec<_>>(), options)
}

/// A heading breaks between its words, which are never torn.
fn heading(heading: &str) -> Content {
    Content::Words(heading::pieces(&inert_line(heading)))
}

fn content(cell: &Cell, lang: Lang) -> Content {
    match cell {
        Cell::List(names) => {
            let inert = names.iter().map(|name| inert_line(name).into_owned()).collect::<Vec<_>>();
            Content::Names(words::joined(lang, &inert))
        }
        _ => text(&value::readable(cell, lang)),
    }
}

/// The places of the cells that have a colour.
fn hues(cells: &[Cell]) -> Vec<(usize, Hue)> {
    let hue = |(place, cell): (usize, &Cell)| match cell {
        Cell::Lit(_, hue) => Some((place, *hue)),
        _ => None,
    };
    cells.iter().enumerate().filter_map(hue).collect()
}

fn text(text: &str) -> Content {
    Content::Text(inert(text).into_owned())
}

/// A line of a table before it is wrapped.
enum Line {
    Head(Vec<Content>),
    Rule,
    Cells { cells: Vec<Content>, hues: Vec<(usize, Hue)> },
}

fn set(columns: &[Column], rows: &[Line], options: Options) -> Vec<String> {
    let need = |(place, column): (usize, &Column)| {
        let heading = heading(&column.heading);
        let (natural, word) = (heading.natural_width(), heading.widest_word());
        let saves = |width: &usize| heading.lines(*width).len() < heading.lines(*width - 1).len();
        let steps = (word + 1..=natural).filter(saves).collect();
        let heading = Heading { natural, word, steps };
        let word = |rows| match column.kind {
            ColumnKind::Name | ColumnKind::Light => widest(rows, place, Content::widest_word),
            _ => 0,
        };
        let cells = (widest(rows, place, Content::natural_width), word(rows));
        Need::new(column, cells, heading)
    };
    let needs: Vec<_> = columns.iter().enumerate().map(need).collect();
    let room = |gap: u16| {
        let gaps = usize::from(gap) * columns.len().saturating_sub(1);
        options.width.min(WIDEST).saturating_sub(gaps)
    };
    let gap = if is_pressed(&needs, room(GAP)) { 1 } else { GAP };
    let widths = share(&needs, room(gap));
    let rule: Vec<_> = widths.iter().map(|width| options.style.rule().repeat(*width)).collect();

    let mut table = Table::new();
    table.load_style(TableStyle::new()).set_content_arrangement(ContentArrangement::Disabled);
    for row in rows {
        match row {
            Line::Head(cells) | Line::Cells { cells, .. } => table.add_row(wrapped(cells, &widths)),
            Line::Rule => table.add_row(rule.clone()),
        };
    }
    for (set, column) in table.column_iter_mut().zip(columns) {
        set.set_padding((0, gap));
        if column.kind.is_right_aligned() {
            set.set_cell_alignment(CellAlignment::Right);
        }
    }
    let lines = table.lines().map(|line| line.trim_end_matches(' ').to_owned());
    if options.color { painted(lines, rows, &widths, gap) } else { lines.collect() }
}

/// Colours the lit cells of the lines, of which each row has as many as its tallest cell.
fn painted(
    mut lines: impl Iterator<Item = String>,
    rows: &[Line],
    widths: &[usize],
    gap: u16,
) -> Vec<String> {
    let from = |place: usize| widths[..place].iter().map(|width| width + usize::from(gap)).sum();
    let mut painted = Vec::new();
    for row in rows {
        let (height, hues) = match row {
            Line::Rule => (1, &[][..]),
            Line::Head(cells) => (height(cells, widths), &[][..]),
            Line::Cells { cells, hues } => (height(cells, widths), hues.as_slice()),
        };
        for line in lines.by_ref().take(height) {
            // From the right, since a colour moves what stands behind it.
            let line = hues.iter().rev().fold(line, |line, (place, hue)| {
                paint(&line, Spot { from: from(*place), width: widths[*place], hue: *hue })
            });
            painted.push(line);
        }
    }
    painted
}

fn height(cells: &[Content], widths: &[usize]) -> usize {
    let heights = cells.iter().zip(widths).map(|(cell, width)| cell.lines(*width).len());
    heights.max().unwrap_or(1)
}

fn widest(rows: &[Line], place: usize, of: fn(&Content) -> usize) -> usize {
    let cells = rows.iter().filter_map(|row| match row {
        Line::Cells { cells, .. } => cells.get(place),
        Line::Head(_) | Line::Rule => None,
    });
    cells.map(of).max().unwrap_or(0)
}

fn wrapped(cells: &[Content], widths: &[usize]) -> SetRow {
    let set = |(cell, width): (&Content, &usize)| SetCell::new_owned(cell.lines(*width).join("\n"));
    cells.iter().zip(widths).map(set).collect::<Vec<_>>().into()
}
