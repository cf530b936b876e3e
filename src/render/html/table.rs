//! A table of a page: in a box of its own, so that a wide one moves in it and not the page.
//!
//! The markup is lean, since a book has thousands of rows: end tags that HTML does not need are left out. What a row
//! shows on demand stands in a `noscript`, which is one piece of text to a browser that runs the script, and is made
//! into a row when somebody asks for it; without a script it can be unfolded all the same.

use super::escape::{line, lines};
use super::{blocks, light, put};
use crate::domain::book::Lang;
use crate::render::document::{Cell, Column, ColumnKind, Grid, Row, RowKind};
use crate::render::value;
use crate::render::words::page::{self, PageWord};

/// Writes a table, with the means to filter and sort it where the grid asks for them.
pub(super) fn write(grid: &Grid, lang: Lang, html: &mut String) {
    if grid.columns.iter().any(|column| column.optional) {
        write_whole(&grid.spared(), lang, html);
    } else {
        write_whole(grid, lang, html);
    }
}

fn write_whole(grid: &Grid, lang: Lang, html: &mut String) {
    if !grid.searchable {
        html.push_str("<div class=box>\n");
        write_table(grid, lang, html);
        html.push_str("</div>\n");
        return;
    }
    let word = |word| line(page::word(lang, word)).to_string();
    let (all, nothing) = (word(PageWord::All), word(PageWord::NothingFound));
    let rest = word(PageWord::Rest);
    let (find, hint) = (word(PageWord::Filter), word(PageWord::FilterHint));
    let [before, between, behind] = page::shown(lang);
    put(
        html,
        format_args!(
            "<section class=find data-all=\"{all}\">\n<form hidden>\
             <label>{find} <input type=search placeholder=\"{hint}\"></label>\
             <output>{before}<b></b>{between}<b></b>{behind}</output></form>\n<div class=box>\n"
        ),
    );
    write_table(grid, lang, html);
    put(
        html,
        format_args!(
            "</div>\n<button class=rest type=button hidden>{rest}</button>\n\
             <p class=none hidden>{nothing}</p>\n</section>\n"
        ),
    );
}

fn write_table(grid: &Grid, lang: Lang, html: &mut String) {
    // A class for each column, said once and not in each of thousands of cells; joined cells would be counted wrong.
    if grid.searchable {
        let column = |(place, column): (usize, &Column)| match set(column.kind) {
            Set::Number => Some(format!("n{}", place + 1)),
            Set::Whole => Some(format!("d{}", place + 1)),
            Set::Text => None,
        };
        let classes: Vec<_> = grid.columns.iter().enumerate().filter_map(column).collect();
        put(html, format_args!("<table class=\"{}\">\n<thead><tr>", classes.join(" ")));
    } else {
        html.push_str("<table>\n<thead><tr>");
    }
    for column in &grid.columns {
        let heading = line(&column.heading);
        put(html, format_args!("<th scope=col{}>{heading}", column_class(column.kind)));
    }
    html.push_str("</tr></thead>\n<tbody>\n");
    let of = |kind| grid.rows.iter().enumerate().filter(move |(_, row)| row.kind == kind);
    for (at, row) in of(RowKind::Body) {
        write_row(grid, at, row, lang, html);
    }
    let mut totals = of(RowKind::Total).peekable();
    if totals.peek().is_some() {
        html.push_str("<tfoot>\n");
    }
    for (at, row) in totals {
        write_row(grid, at, row, lang, html);
    }
    html.push_str("</table>\n");
}

fn write_row(grid: &Grid, at: usize, row: &Row, lang: Lang, html: &mut String) {
    html.push_str("<tr>");
    let unfolds = unfolding(&grid.columns);
    for (place, column) in grid.columns.iter().enumerate() {
        let cell = row.cells.get(place).unwrap_or(&Cell::Empty);
        // A row that can be moved says all of itself.
        let cell = if grid.searchable { grid.at(at, place) } else { cell };
        if matches!(cell, Cell::Above) && !begins(grid, at) {
            continue;
        }
        html.push_str("<td");
        let set = if grid.searchable && row.kind == RowKind::Body {
            ""
        } else {
            match set(column.kind) {
                Set::Number => "n",
                Set::Whole => "d",
                Set::Text => "",
            }
        };
        let light = match cell {
            Cell::Lit(_, hue) => light(*hue),
            _ => "",
        };
        match (set, light) {
            ("", "") => {}
            ("", class) | (class, "") => put(html, format_args!(" class={class}")),
            (set, light) => put(html, format_args!(" class=\"{set} {light}\"")),
        }
        if let Cell::Money(_) | Cell::Less(_) = cell {
            // What it is sorted by.
            put(html, format_args!(" data-v={}", value::raw(cell)));
        }
        let joined = if grid.searchable { 1 } else { joined(grid, at, place) };
        if joined > 1 {
            put(html, format_args!(" rowspan={joined}"));
        }
        html.push('>');
        put(html, format_args!("{}", lines(&value::readable(cell, lang))));
        if place == unfolds && !row.more.is_empty() {
            put(
                html,
                format_args!(
                    "<noscript><details><summary>{}</summary>",
                    line(page::word(lang, PageWord::More))
                ),
            );
            blocks(&row.more, lang, html);
            html.push_str("</details></noscript>");
        }
    }
    // Else the line's end would belong to the last cell.
    html.push_str("</tr>\n");
}

/// The column behind which a row unfolds: the first of running text, else the first.
fn unfolding(columns: &[Column]) -> usize {
    columns.iter().position(|column| column.kind == ColumnKind::Text).unwrap_or(0)
}

/// Tells whether a row is the first of its kind, above which nothing can go on.
fn begins(grid: &Grid, at: usize) -> bool {
    at.checked_sub(1).is_none_or(|above| grid.rows[above].kind != grid.rows[at].kind)
}

/// How many rows a cell goes on for.
fn joined(grid: &Grid, at: usize, place: usize) -> usize {
    let below = grid.rows.iter().skip(at + 1).take_while(|row| {
        row.kind == grid.rows[at].kind && matches!(row.cells.get(place), Some(Cell::Above))
    });
    1 + below.count()
}

/// How the cells of a column are set.
enum Set {
    /// At the right edge.
    Number,
    /// On one line.
    Whole,
    /// As running text.
    Text,
}

fn set(kind: ColumnKind) -> Set {
    match kind {
        ColumnKind::Number | ColumnKind::Money | ColumnKind::Share => Set::Number,
        ColumnKind::Id | ColumnKind::Date | ColumnKind::Light => Set::Whole,
        ColumnKind::Text | ColumnKind::Name => Set::Text,
    }
}

/// The same for its heading, which also says which columns have few values to choose from.
fn column_class(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Number | ColumnKind::Money | ColumnKind::Share => " class=n",
        ColumnKind::Id | ColumnKind::Date => " class=d",
        ColumnKind::Light => " class=\"d pick\"",
        ColumnKind::Name => " class=pick",
        ColumnKind::Text => " class=t",
    }
}
