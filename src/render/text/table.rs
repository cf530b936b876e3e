//! A grid as lines of text: two blanks between columns, headings underlined, no frame.
//!
//! Cells are made into text when they are measured and when they are set, and wrapped to their column before they are set side
//! by side, so that of a long table hardly more is held than its lines.

use super::Options;
use super::heading;
use super::paint::{Spot, paint};
use super::share::{Heading, Need, is_pressed, share};
use super::wrap::{self, Content};
use crate::domain::book::Lang;
use crate::render::document::{Cell, Column, ColumnKind, Grid, RowKind};
use crate::render::{inert, inert_line, value, words};

/// Blanks between two columns; one, where two would press the names of a table.
const GAP: usize = 2;
/// The widest table that is laid out.
const WIDEST: usize = 10_000;

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
        let room = |gap: usize| {
            let gaps = gap * self.columns.len().saturating_sub(1);
            options.width.min(WIDEST).saturating_sub(gaps)
        };
        let gap = if is_pressed(&needs, room(GAP)) { 1 } else { GAP };
        let widths = share(&needs, room(gap));
        let rule = widths.iter().map(|width| options.style.rule().repeat(*width));
        let rule = rule.collect::<Vec<_>>().join(&" ".repeat(gap));
        let mut lines = Vec::with_capacity(rows.len());
        for row in rows {
            if matches!(row, Line::Rule) {
                lines.push(rule.clone());
                continue;
            }
            let cells: Vec<_> = self.contents(row).zip(&widths).collect();
            let cells: Vec<_> = cells.iter().map(|(cell, width)| cell.lines(**width)).collect();
            let spots = if options.color { self.spots(row, &widths, gap) } else { Vec::new() };
            for at in 0..cells.iter().map(Vec::len).max().unwrap_or(1) {
                let line = self.side_by_side(&cells, at, &widths, gap);
                // From the right, since a colour moves what stands behind it.
                lines.push(spots.iter().rev().fold(line, |line, spot| paint(&line, *spot)));
            }
        }
        lines
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

    fn contents<'s>(&'s self, row: &'s Line<'_>) -> impl Iterator<Item = Content> + 's {
        self.columns.iter().map(|(place, column)| self.content(row, *place, column))
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

    /// One line of a row of cells, without blanks at its end.
    fn side_by_side(
        &self,
        cells: &[Vec<String>],
        at: usize,
        widths: &[usize],
        gap: usize,
    ) -> String {
        let mut line = String::new();
        let mut from = 0;
        let mut reached = 0;
        for ((cell, width), (_, column)) in cells.iter().zip(widths).zip(&self.columns) {
            let text = cell.get(at).map_or("", String::as_str);
            let wide = wrap::width(text);
            let free = if column.kind.is_right_aligned() { width.saturating_sub(wide) } else { 0 };
            if !text.is_empty() {
                line.extend(std::iter::repeat_n(' ', (from + free).saturating_sub(reached)));
                line.push_str(text);
                reached = reached.max(from + free) + wide;
            }
            from += width + gap;
        }
        line.truncate(line.trim_end_matches(' ').len());
        line
    }

    /// Where the cells of a row stand that have a colour.
    fn spots(&self, row: &Line<'_>, widths: &[usize], gap: usize) -> Vec<Spot> {
        let Line::Cells(cells) = row else { return Vec::new() };
        let mut from = 0;
        let mut spots = Vec::new();
        for ((place, _), width) in self.columns.iter().zip(widths) {
            if let Some(Cell::Lit(_, hue)) = cells.get(*place) {
                spots.push(Spot { from, width: *width, hue: *hue });
            }
            from += width + gap;
        }
        spots
    }
}
