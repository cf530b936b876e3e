//! A table on a sheet: headings, cells of their kind, joined cells, lights.

use rust_xlsxwriter::{
    ConditionalFormatCell, ConditionalFormatCellRule, Format, Worksheet, XlsxError,
};

use super::look::{Looks, lit};
use super::size;
use super::value::{Entry, Value, entry};
use super::{column, date, place};
use crate::domain::book::Lang;
use crate::render::document::{Column, ColumnKind, Grid, Hue, RowKind};
use crate::render::{inert_line, words};

/// Words of lights that a column may have, beyond which each cell wears its colour itself.
const MOST_LIGHTS: usize = 24;
/// Characters that a word in a rule may have.
const LONGEST_WORD: usize = 255;

/// A table with its values, ready to be written.
#[derive(Debug)]
pub(super) struct Table {
    headings: Vec<String>,
    rows: Vec<(RowKind, Vec<Entry>)>,
    /// The width of each column, in characters of half width.
    pub(super) widths: Vec<f64>,
    /// Of each column the words that have a colour; where there are none, cells wear theirs themselves.
    lights: Vec<Vec<(String, Hue)>>,
    first_is_id: bool,
}

impl Table {
    pub(super) fn new(grid: &Grid, lang: Lang) -> Self {
        let columns = grid.columns.len();
        let rows: Vec<_> = grid
            .rows
            .iter()
            .map(|row| {
                let mut cells: Vec<_> = row.cells.iter().map(|cell| entry(cell, lang)).collect();
                cells.truncate(columns);
                cells.resize_with(columns, || entry(&crate::render::document::Cell::Empty, lang));
                (row.kind, cells)
            })
            .collect();
        let headings: Vec<_> = grid.columns.iter().map(|column| heading(column, lang)).collect();
        let width = |(place, column): (usize, &Column)| {
            let shown = rows.iter().map(|(_, cells)| cells[place].shown.as_str());
            size::column(column.kind, &headings[place], shown)
        };
        let widths = grid.columns.iter().enumerate().map(width).collect();
        let lights = (0..columns).map(|place| lights(&rows, place)).collect();
        let first_is_id = grid.columns.first().is_some_and(|it| it.kind == ColumnKind::Id);
        Self { headings, rows, widths, lights, first_is_id }
    }

    /// How many cells could not hold all of their text.
    pub(super) fn cut(&self) -> usize {
        self.rows.iter().flat_map(|(_, cells)| cells).filter(|cell| cell.cut).count()
    }

    /// Writes the table from a row on, and returns the row behind it.
    pub(super) fn write(
        &self,
        top: u32,
        looks: &Looks,
        sheet: &mut Worksheet,
    ) -> Result<u32, XlsxError> {
        let mut high = 1;
        for (at, heading) in self.headings.iter().enumerate() {
            sheet.write_string_with_format(top, column(at), heading, &looks.header)?;
            // The button of the filter covers the end of the last line.
            high = size::lines(heading, self.widths[at] - 3.0).max(high);
        }
        sheet.set_row_height(top, size::height(high))?;
        let first = top + 1;
        for (number, (kind, cells)) in (first..).zip(&self.rows) {
            for (at, cell) in cells.iter().enumerate() {
                let hue = cell.hue.filter(|_| self.lights[at].is_empty());
                let format = looks.cell(&cell.value, *kind, hue);
                write(sheet, (number, column(at)), &cell.value, &format)?;
            }
        }
        let joined = self.join(first, looks, sheet)?;
        self.set_heights(first, &joined, sheet)?;
        let behind = first + place(self.rows.len());
        self.light(first, behind, sheet)?;
        // A spreadsheet hides but the first row of a joined cell, and sorts none.
        let body = self.rows.iter().rposition(|(kind, _)| *kind == RowKind::Body);
        if let (true, Some(body), Some(last)) =
            (joined.is_empty(), body, self.headings.len().checked_sub(1))
        {
            sheet.autofilter(top, 0, first + place(body), column(last))?;
        }
        let frozen = u16::from(self.first_is_id && self.headings.len() > 6);
        // What stands above would leave no room for what is below.
        if top <= 6 {
            sheet.set_freeze_panes(first, frozen)?;
        }
        sheet.set_repeat_rows(top, top)?;
        Ok(behind)
    }

    /// Joins the cells that go on, and returns each such place: its column, its first row and how many rows.
    fn join(
        &self,
        first: u32,
        looks: &Looks,
        sheet: &mut Worksheet,
    ) -> Result<Vec<(usize, usize, usize)>, XlsxError> {
        let mut joined = Vec::new();
        for at in 0..self.headings.len() {
            let mut row = 0;
            while row < self.rows.len() {
                let goes_on =
                    |(_, cells): &&(RowKind, Vec<Entry>)| matches!(cells[at].value, Value::Above);
                let many = 1 + self.rows[row + 1..].iter().take_while(goes_on).count();
                if many > 1 {
                    let (kind, cells) = &self.rows[row];
                    let cell = &cells[at];
                    let hue = cell.hue.filter(|_| self.lights[at].is_empty());
                    let format = looks.cell(&cell.value, *kind, hue);
                    let top = first + place(row);
                    let column = column(at);
                    sheet.merge_range(top, column, top + place(many) - 1, column, "", &format)?;
                    write(sheet, (top, column), &cell.value, &format)?;
                    joined.push((at, row, many));
                }
                row += many;
            }
        }
        Ok(joined)
    }

    /// Makes rows as high as their texts need; a spreadsheet does so only for cells that are not joined, and only when
    /// somebody edits them.
    fn set_heights(
        &self,
        first: u32,
        joined: &[(usize, usize, usize)],
        sheet: &mut Worksheet,
    ) -> Result<(), XlsxError> {
        let lines =
            |at: usize, row: usize| size::lines(&self.rows[row].1[at].shown, self.widths[at] - 2.0);
        let mut alone = vec![
            vec![true; self.headings.len()];
            if joined.is_empty() { 0 } else { self.rows.len() }
        ];
        for (at, row, _) in joined {
            alone[*row][*at] = false;
        }
        let of_row = |row: usize| {
            let own =
                (0..self.headings.len()).filter(|at| alone.get(row).is_none_or(|alone| alone[*at]));
            own.map(|at| lines(at, row)).max().unwrap_or(1)
        };
        let mut heights: Vec<_> = (0..self.rows.len()).map(of_row).collect();
        for (at, row, many) in joined {
            let rows = &mut heights[*row..row + many];
            let lack = lines(*at, *row)
                .saturating_sub(rows.iter().fold(0, |sum, high| high.saturating_add(sum)));
            let (each, rest) = (usize::from(lack) / many, usize::from(lack) % many);
            for (place, high) in rows.iter_mut().enumerate() {
                let more = each + usize::from(place < rest);
                *high = high.saturating_add(u16::try_from(more).unwrap_or(u16::MAX));
            }
        }
        for (number, high) in (first..).zip(heights) {
            if high > 1 {
                sheet.set_row_height(number, size::height(high))?;
            }
        }
        Ok(())
    }

    /// Colours words wherever they stand in their column, also where somebody types or sorts them.
    fn light(&self, first: u32, behind: u32, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        for (at, lights) in self.lights.iter().enumerate().filter(|(_, lights)| !lights.is_empty())
        {
            for (word, hue) in lights {
                let rule = ConditionalFormatCell::new()
                    .set_rule(ConditionalFormatCellRule::EqualTo(word.as_str()))
                    .set_format(lit(Format::new(), *hue));
                sheet.add_conditional_format(first, column(at), behind - 1, column(at), &rule)?;
            }
        }
        Ok(())
    }
}

/// The heading; a column of money says that it is in yuan, since its cells are bare numbers.
fn heading(of: &Column, lang: Lang) -> String {
    let heading = inert_line(&of.heading);
    match of.kind {
        ColumnKind::Money => words::in_yuan(lang, &heading),
        _ => heading.into_owned(),
    }
}

/// The words of a column that have a colour. None where a rule could not name them: numbers, or too many.
fn lights(rows: &[(RowKind, Vec<Entry>)], at: usize) -> Vec<(String, Hue)> {
    let mut lights: Vec<(String, Hue)> = Vec::new();
    for cell in rows.iter().map(|(_, cells)| &cells[at]) {
        let Some(hue) = cell.hue else { continue };
        let Value::Text(word) = &cell.value else { return Vec::new() };
        if lights.iter().any(|(known, _)| known == word) {
            continue;
        }
        if lights.len() == MOST_LIGHTS || word.chars().count() > LONGEST_WORD || word.contains('"')
        {
            return Vec::new();
        }
        lights.push((word.clone(), hue));
    }
    lights
}

/// Writes a value with its format.
pub(super) fn write(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    value: &Value,
    format: &Format,
) -> Result<(), XlsxError> {
    match value {
        Value::Empty | Value::Above => sheet.write_blank(row, column, format)?,
        Value::Text(text) => sheet.write_string_with_format(row, column, text, format)?,
        Value::Number(number, _) => sheet.write_number_with_format(row, column, *number, format)?,
        Value::Day(day, _) => match date(*day) {
            Some(day) => sheet.write_datetime_with_format(row, column, day, format)?,
            None => sheet.write_string_with_format(row, column, day.to_string(), format)?,
        },
    };
    Ok(())
}
