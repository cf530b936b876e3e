//! A grid as lines of text: two blanks between columns, headings underlined, no frame.
//!
//! The cells come wrapped to their column, so that the table library only sets them side by side: its own wrapping
//! breaks Chinese anywhere and dates in two.

use comfy_table::{
    Cell as SetCell, CellAlignment, ContentArrangement, Row as SetRow, Table, TableStyle,
};

use super::Options;
use super::share::{Need, is_pressed, share};
use super::wrap::{self, Content};
use crate::domain::book::Lang;
use crate::render::document::{Cell, Column, ColumnKind, Grid, RowKind};
use crate::render::{inert, inert_line, value, words};

/// Blanks between two columns; one, where two would press the names of a table.
const GAP: u16 = 2;
/// The widest table that is laid out: the table library counts columns in 16 bits.
const WIDEST: usize = 10_000;

/// Sets a table with its headings.
pub(super) fn grid(grid: &Grid, lang: Lang, options: Options) -> Vec<String> {
    let heading = |column: &Column| Content::Text(inert_line(&column.heading).into_owned());
    let mut rows = vec![Line::Head(grid.columns.iter().map(heading).collect()), Line::Rule];
    let mut last = RowKind::Body;
    for row in &grid.rows {
        if row.kind == RowKind::Total && last == RowKind::Body {
            rows.push(Line::Rule);
        }
        last = row.kind;
        let mut cells: Vec<_> = row.cells.iter().map(|cell| content(cell, lang)).collect();
        cells.resize(grid.columns.len(), text(""));
        rows.push(Line::Cells(cells));
    }
    set(&grid.columns, &rows, options)
}

/// Sets labels and values side by side.
pub(super) fn facts(facts: &[(String, String)], options: Options) -> Vec<String> {
    let columns = [Column::new("", ColumnKind::Name), Column::new("", ColumnKind::Text)];
    let row = |(label, value): &(String, String)| Line::Cells(vec![text(label), text(value)]);
    set(&columns, &facts.iter().map(row).collect::<Vec<_>>(), options)
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

fn text(text: &str) -> Content {
    Content::Text(inert(text).into_owned())
}

/// A line of a table before it is wrapped.
enum Line {
    Head(Vec<Content>),
    Rule,
    Cells(Vec<Content>),
}

fn set(columns: &[Column], rows: &[Line], options: Options) -> Vec<String> {
    let need = |(place, column): (usize, &Column)| {
        let heading = inert_line(&column.heading);
        let word = wrap::widest_word(&heading);
        Need::new(column, widest_cell(rows, place), wrap::width(&heading), word)
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
            Line::Head(cells) | Line::Cells(cells) => table.add_row(wrapped(cells, &widths)),
            Line::Rule => table.add_row(rule.clone()),
        };
    }
    for (set, column) in table.column_iter_mut().zip(columns) {
        set.set_padding((0, gap));
        if column.kind.is_right_aligned() {
            set.set_cell_alignment(CellAlignment::Right);
        }
    }
    table.lines().map(|line| line.trim_end_matches(' ').to_owned()).collect()
}

fn widest_cell(rows: &[Line], place: usize) -> usize {
    let cells = rows.iter().filter_map(|row| match row {
        Line::Cells(cells) => cells.get(place),
        Line::Head(_) | Line::Rule => None,
    });
    cells.map(Content::natural_width).max().unwrap_or(0)
}

fn wrapped(cells: &[Content], widths: &[usize]) -> SetRow {
    let set = |(cell, width): (&Content, &usize)| SetCell::new_owned(cell.lines(*width).join("\n"));
    cells.iter().zip(widths).map(set).collect::<Vec<_>>().into()
}
