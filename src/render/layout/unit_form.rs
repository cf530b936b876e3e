//! The sheet that a unit fills in: what it may read, what it may fill in, and what the sheet remembers.

use super::{column, last_day_cell, lead_cell};
use crate::domain::book::Lang;
use crate::domain::persons::Sort;
use crate::domain::standing::Line;
use crate::domain::unit_form::FillIn;
use crate::render::document::{Cell, Column, ColumnKind};
use crate::render::value::raw;
use crate::render::words::{self, Label};
use crate::reports::unit_form::{UnitForm, last_word};

/// The place of the column of persons.
const PERSON: usize = 4;

/// A sheet to be filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The language of its words.
    pub lang: Lang,
    /// What stands above it.
    pub title: String,
    /// How it is filled in.
    pub hint: String,
    /// What the unit may read.
    pub columns: Vec<Column>,
    /// What the unit may fill in.
    pub fill_in: [FillIn; FillIn::ALL.len()],
    /// The lines.
    pub rows: Vec<FormRow>,
    /// What the sheet remembers of the whole: the unit and the day.
    pub made: [String; 2],
    /// Whether persons are masked in it, which it remembers, too.
    pub masked: bool,
}

/// A line of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormRow {
    /// What the unit may read; the first cell is the id.
    pub cells: Vec<Cell>,
    /// The occurrence of a duty that the line is, in ISO; else nothing.
    pub occurrence: String,
    /// The keys of the entries that the problem had, with blanks between.
    pub keys: String,
}

/// Lays out the sheet of a unit.
pub fn form(report: &UnitForm<'_>, lang: Lang) -> Form {
    let columns = vec![
        column(lang, Label::Id, ColumnKind::Id),
        column(lang, Label::Problem, ColumnKind::Text),
        column(lang, Label::Measure, ColumnKind::Text),
        column(lang, Label::Lead, ColumnKind::Name),
        column(lang, Label::Person, ColumnKind::Name),
        column(lang, Label::Limit, ColumnKind::Name),
        column(lang, Label::LastDay, ColumnKind::Date),
        column(lang, Label::State, ColumnKind::Light),
        column(lang, Label::LastWord, ColumnKind::Text),
    ];
    Form {
        lang,
        title: words::unit_form::title(lang, report.unit, report.today),
        hint: words::unit_form::hint(lang).to_owned(),
        columns,
        fill_in: FillIn::ALL,
        rows: report.lines.iter().map(|line| row(line, lang)).collect(),
        made: [report.unit.to_owned(), report.today.to_string()],
        masked: false,
    }
}

fn row(line: &Line<'_>, lang: Lang) -> FormRow {
    let problem = &line.standing.problem;
    let cells = vec![
        line.id().to_string().into(),
        problem.title.as_str().into(),
        line.measure.map(|measure| measure.measure.text.clone()).into(),
        lead_cell(lang, line.responsible()),
        line.responsible().person.clone().into(),
        line.words().map(str::to_owned).into(),
        last_day_cell(lang, line.last_day(), false),
        words::line_state(lang, line).into(),
        last_word(line).and_then(|entry| entry.text.clone()).into(),
    ];
    let keys: Vec<_> = problem.entries.iter().map(|entry| entry.key.to_string()).collect();
    let occurrence = line.occurrence().map(|day| day.to_string()).unwrap_or_default();
    FormRow { cells, occurrence, keys: keys.join(" ") }
}

impl Form {
    /// Has each text of its lines masked that may name persons.
    pub fn mask(&mut self, each: &mut dyn FnMut(Sort, &mut String)) {
        self.masked = true;
        for row in &mut self.rows {
            // The number is the line's own.
            for (place, cell) in row.cells.iter_mut().enumerate().skip(1) {
                let sort = if place == PERSON { Sort::Person } else { Sort::Words };
                match cell {
                    Cell::Text(text) => each(sort, text),
                    Cell::List(names) => names.iter_mut().for_each(|name| each(sort, name)),
                    _ => {}
                }
            }
        }
    }
}

impl FormRow {
    /// The texts of the cells that the unit may only read, as the sheet remembers them.
    pub fn read_only(&self) -> Vec<String> {
        self.cells.iter().map(raw).collect()
    }
}
