//! A grid as lines of text: two blanks between columns, headings underlined, no frame.
//!
//! The cells come wrapped to their column, so that the table library only sets them side by side: its own wrapping
//! breaks Chinese anywhere and dates in two. It has a portion of the rows at a time, and cells are made into text when they
//! are measured and when they are set, so that of a long table hardly more is held than its lines.

use comfy_table::{
    Cell as SetCell, CellAlignment, ColumnConstraint, ContentArrangement, Table, TableStyle, Width,
};

use super::Options;
use super::heading;
use super::paint::{Spot, paint};
use super::share::{Heading, Need, is_pressed, share};
use super::wrap::Content;
use crate::domain::book::Lang;
use crate::render::document::{Cell, Column, ColumnKind, Grid, RowKind};
use crate::render::{inert, inert_line, value, words};

/// Blanks between two columns; one, where two would press the names of a table.
const GAP: u16 = 2;
/// The widest table that is laid out: the table library counts columns in 16 bits.
const WIDEST: usize = 10_000;
/// Rows that the table library has at a time.
const PORTION: usize = 256;

/// Sets a table with its headings, without those columns in which nothing stands that need not be there.
pub(super) fn grid(grid: &Grid, lang: Lang, options: Options) -> Vec<String> {
    let kept = grid.kept_columns();
    let mut rows = vec![Line::Head, Line::Rule];
    let mut last = RowKind::Total; // the headings have a rule of their own
    for row in &grid.rows {
        if row.kind == RowKind::Total && last == RowKind::Body {
            rows.push(Line::Rule);
        }
        last = row.kind;
        rows.push(Line::Cells(&row.cells));
    }
    let columns = kept.into_iter().map(|place| (place, &grid.columns[place])).collect();
    Setting { columns, lang }.set(&rows, options)
}

/// Sets labels and values side by side.
pub(super) fn facts(facts: &[(String, String)], lang: Lang, options: Options) -> Vec<String> {
    let columns = [Column::new("", ColumnKind::Name), Column::new("", ColumnKind::Text)];
    let rows: Vec<_> = facts.iter().map(|(label, value)| Line::Fact([label, value])).collect();
    Setting { columns: columns.iter().enumerate().collect(), lang }.set(&rows, options)
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

fn text(text: &str) -> Content {
    Content::Text(inert(text).into_owned())
}

/// A line of a table before it is wrapped.
enum Line<'g> {
    Head,
    Rule,
    Cells(&'g [Cell]),
    Fact([&'g str; 2]),
}

/// The columns that are set, with their places in the rows.
struct Setting<'g> {
    columns: Vec<(usize, &'g Column)>,
    lang: Lang,
}

impl Setting<'_> {
    fn set(&self, rows: &[Line<'_>], options: Options) -> Vec<String> {
        let needs: Vec<_> = self.columns.iter().map(|column| self.need(*column, rows)).collect();
        let room = |gap: u16| {
            let gaps = usize::from(gap) * self.columns.len().saturating_sub(1);
            options.width.min(WIDEST).saturating_sub(gaps)
        };
        let gap = if is_pressed(&needs, room(GAP)) { 1 } else { GAP };
        let widths = share(&needs, room(gap));
        rows.chunks(PORTION).flat_map(|rows| self.portion(rows, &widths, gap, options)).collect()
    }

    /// Sets some rows side by side, in columns of these widths.
    fn portion(
        &self,
        rows: &[Line<'_>],
        widths: &[usize],
        gap: u16,
        options: Options,
    ) -> Vec<String> {
        let mut table = Table::new();
        table.load_style(TableStyle::new()).set_content_arrangement(ContentArrangement::Disabled);
        let mut heights = Vec::with_capacity(rows.len());
        for row in rows {
            let cells = self.wrapped(row, widths, options);
            heights.push(cells.iter().map(Vec::len).max().unwrap_or(1));
            table.add_row(cells.iter().map(|lines| SetCell::new_owned(lines.join("\n"))));
        }
        let columns = table.column_iter_mut().zip(&self.columns).zip(widths);
        for ((set, (_, column)), width) in columns {
            let width = u16::try_from(*width).unwrap_or(u16::MAX).saturating_add(gap);
            set.set_padding((0, gap))
                .set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(width)));
            if column.kind.is_right_aligned() {
                set.set_cell_alignment(CellAlignment::Right);
            }
        }
        let mut set = table.lines().map(|line| line.trim_end_matches(' ').to_owned());
        let mut lines = Vec::with_capacity(rows.len());
        for (row, height) in rows.iter().zip(heights) {
            let spots = if options.color { self.spots(row, widths, gap) } else { Vec::new() };
            // From the right, since a colour moves what stands behind it.
            let painted =
                |line: String| spots.iter().rev().fold(line, |line, spot| paint(&line, *spot));
            lines.extend(set.by_ref().take(height).map(painted));
        }
        lines
    }

    /// The lines of each cell of a row.
    fn wrapped(&self, row: &Line<'_>, widths: &[usize], options: Options) -> Vec<Vec<String>> {
        let cells = self.columns.iter().zip(widths);
        cells
            .map(|((place, column), width)| match row {
                Line::Rule => vec![options.style.rule().repeat(*width)],
                Line::Head | Line::Cells(_) | Line::Fact(_) => {
                    self.content(row, *place, column).lines(*width)
                }
            })
            .collect()
    }

    /// What a column would like to have.
    fn need(&self, (place, column): (usize, &Column), rows: &[Line<'_>]) -> Need {
        let heading = heading(&column.heading);
        let (natural, word) = (heading.natural_width(), heading.widest_word());
        let saves = |width: &usize| heading.lines(*width).len() < heading.lines(*width - 1).len();
        let steps = (word + 1..=natural).filter(saves).collect();
        let heading = Heading { natural, word, steps };
        let by_words = matches!(column.kind, ColumnKind::Name | ColumnKind::Light);
        let (mut widest, mut word) = (0, 0);
        for row in rows.iter().filter(|row| matches!(row, Line::Cells(_) | Line::Fact(_))) {
            let cell = self.content(row, place, column);
            widest = cell.natural_width().max(widest);
            if by_words {
                word = cell.widest_word().max(word);
            }
        }
        Need::new(column, (widest, word), heading)
    }

    fn content(&self, row: &Line<'_>, place: usize, column: &Column) -> Content {
        match row {
            Line::Head => heading(&column.heading),
            Line::Rule => text(""),
            Line::Cells(cells) => {
                cells.get(place).map_or_else(|| text(""), |cell| content(cell, self.lang))
            }
            Line::Fact(fact) => text(fact.get(place).copied().unwrap_or_default()),
        }
    }

    /// Where the cells of a row stand that have a colour.
    fn spots(&self, row: &Line<'_>, widths: &[usize], gap: u16) -> Vec<Spot> {
        let Line::Cells(cells) = row else { return Vec::new() };
        let mut from = 0;
        let mut spots = Vec::new();
        for ((place, _), width) in self.columns.iter().zip(widths) {
            if let Some(Cell::Lit(_, hue)) = cells.get(*place) {
                spots.push(Spot { from, width: *width, hue: *hue });
            }
            from += width + usize::from(gap);
        }
        spots
    }
}
