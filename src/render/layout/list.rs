//! The lines asked for, in the book's order.

use super::{
    column, course_cells, course_columns, last_day_cell, lead_cell, light_cell, note, push_bands,
    push_counting, push_later, reference_cell,
};
use crate::domain::book::Lang;
use crate::domain::standing::{Fulfilment, Line};
use crate::render::document::{Block, Cell, Column, ColumnKind, Document, Grid, Level, Paper};
use crate::render::words::{self, Label, Note};
use crate::reports::list::List;

/// Lays out the list: problems and tasks, then the duties, each with its next occurrence and its figures.
pub fn document(report: &List<'_>, lang: Lang) -> Document {
    let mut document = Document::new(lang);
    document.paper = Paper::Landscape;
    document.push(Block::Heading(
        Level::Part,
        words::note(lang, &Note::ListHeading { today: report.today }),
    ));
    if report.lines.is_empty() {
        document.push(Block::Paragraph(words::note(lang, &Note::NothingListed)));
        return document;
    }
    let (duties, problems): (Vec<_>, Vec<_>) =
        report.lines.iter().partition(|line| line.standing.duty.is_some());
    if !problems.is_empty() {
        document.push(Block::Grid(grid(problem_columns(lang), &problems, lang, problem_cells)));
        let (lines, problems) = (problems.len(), report.problems);
        document.push(note(lang, &Note::ListTotal { lines, problems }));
    }
    if report.provisional {
        document.push(note(lang, &Note::ProvisionalRule));
    }
    if !problems.is_empty() {
        push_rules(&mut document, report);
    }
    if !duties.is_empty() {
        let heading = Note::DutiesHeading { duties: report.duties };
        document.push(Block::Heading(Level::Part, words::note(lang, &heading)));
        document.push(Block::Grid(grid(duty_columns(&duties, lang), &duties, lang, duty_cells)));
        document.push(note(lang, &Note::DutyRule));
    }
    if problems.is_empty() {
        push_rules(&mut document, report);
    }
    document.data = Some(data(report, lang));
    document
}

/// The rules by which the lines were told, once, under the first table.
fn push_rules(document: &mut Document, report: &List<'_>) {
    push_bands(document, &report.bands);
    push_counting(document, &report.counting);
    push_later(document, report.today, &report.later);
}

/// All columns in one table, for programs.
fn data(report: &List<'_>, lang: Lang) -> Grid {
    let state = column(lang, Label::State, ColumnKind::Id);
    let columns =
        [problem_columns(lang), vec![state], course_columns(lang), figure_columns(lang)].concat();
    let all: Vec<_> = report.lines.iter().collect();
    grid(columns, &all, lang, |line, lang| {
        let state = words::line_state(lang, line).into();
        let figures = figure_cells(line).into();
        [problem_cells(line, lang), vec![state], course_cells(line), figures].concat()
    })
}

fn grid(
    columns: Vec<Column>,
    lines: &[&Line<'_>],
    lang: Lang,
    cells: impl Fn(&Line<'_>, Lang) -> Vec<Cell>,
) -> Grid {
    let mut grid = Grid::new(columns);
    grid.main = true;
    for line in lines {
        grid.push(cells(line, lang));
    }
    grid
}

fn problem_columns(lang: Lang) -> Vec<Column> {
    vec![
        column(lang, Label::Id, ColumnKind::Id),
        column(lang, Label::Reference, ColumnKind::Id).optional(),
        column(lang, Label::Light, ColumnKind::Light),
        column(lang, Label::ProblemOrMeasure, ColumnKind::Text),
        column(lang, Label::Lead, ColumnKind::Name).optional(),
        column(lang, Label::Limit, ColumnKind::Name).optional(),
        column(lang, Label::LastDay, ColumnKind::Date),
        column(lang, Label::DaysLeft, ColumnKind::Number).optional(),
        column(lang, Label::Remarks, ColumnKind::Text).optional(),
    ]
}

/// Days left are below zero where the line is late.
fn problem_cells(line: &Line<'_>, lang: Lang) -> Vec<Cell> {
    let left = line.days_left().or(line.days_late().map(|late| -late));
    vec![
        line.id().to_string().into(),
        reference_cell(line),
        light_cell(lang, line),
        words::line_title(lang, line).into(),
        lead_cell(lang, line.responsible()),
        line.words().map(str::to_owned).into(),
        last_day_cell(lang, line.last_day(), line.is_provisional()),
        left.map_or(Cell::Empty, Cell::Number),
        words::remarks(lang, line).into(),
    ]
}

fn duty_columns(lines: &[&Line<'_>], lang: Lang) -> Vec<Column> {
    let figures = figure_columns(lang);
    let missed = lines.iter().any(|line| line.missed.is_some());
    let day = if missed { Label::Occurrence } else { Label::NextOccurrence };
    let own = vec![
        column(lang, Label::Id, ColumnKind::Id),
        column(lang, Label::Light, ColumnKind::Light),
        column(lang, Label::Duty, ColumnKind::Text),
        column(lang, Label::Lead, ColumnKind::Name).optional(),
        column(lang, Label::Every, ColumnKind::Name).optional(),
        column(lang, day, ColumnKind::Date).optional(),
    ];
    [own, figures].concat()
}

fn duty_cells(line: &Line<'_>, lang: Lang) -> Vec<Cell> {
    let own = vec![
        line.id().to_string().into(),
        light_cell(lang, line),
        words::line_title(lang, line).into(),
        lead_cell(lang, line.responsible()),
        line.words().map(str::to_owned).into(),
        last_day_cell(lang, line.last_day(), line.is_provisional()),
    ];
    [own, figure_cells(line).into()].concat()
}

fn figure_columns(lang: Lang) -> Vec<Column> {
    let labels = [Label::Met, Label::Late, Label::Missed];
    labels.map(|label| column(lang, label, ColumnKind::Number).optional()).into()
}

/// The figures of a duty stand once, with its own line.
fn figure_cells(line: &Line<'_>) -> [Cell; 3] {
    let own = line.measure.is_none() && line.missed.is_none();
    let duty = line.standing.duty.as_ref().filter(|_| own);
    let all = [Fulfilment::Met, Fulfilment::Late, Fulfilment::Missed];
    all.map(|fulfilment| duty.map_or(Cell::Empty, |duty| duty.count(fulfilment).into()))
}
