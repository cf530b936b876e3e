//! The ledger as offices print it: a row for each measure, the cells of its problem joined.

use super::super::{last_day_cell, lead_cell, light_cell};
use super::{
    each, joined, names, number_on_paper, paper_column, push_rules, push_title, rows, told,
};
use crate::domain::book::Lang;
use crate::domain::id::Id;
use crate::domain::standing::{Line, MeasureStanding, Standing};
use crate::render::document::{Block, Cell, Column, ColumnKind, Document, Grid, Paper};
use crate::render::layout::column;
use crate::render::words::paper::{self, PaperLabel};
use crate::render::words::{self, Label};
use crate::reports::paper::{Called, Papers, Part, course_of};

/// The columns whose cells are never joined: what a measure does.
const MEASURE: usize = 2;

/// Lays out the ledgers, each in a table of its own; programs get all in one, with the ids.
pub fn document(report: &Papers<'_>, lang: Lang) -> Document {
    let mut document = each(report, lang, |document, part| {
        push_title(document, part, report, super::title(part));
        document.push(Block::Grid(grid(part, lang)));
        push_rules(document, part);
    });
    document.paper = Paper::Landscape;
    document.data = Some(data(report, lang));
    document
}

fn grid(part: &Part<'_>, lang: Lang) -> Grid {
    let mut grid = Grid::new(columns(part.called(), lang));
    grid.name = Some(part.ledger.name.clone());
    for standing in part.problems.iter().chain(&part.duties) {
        let mut rows = problem_rows(standing, lang);
        joined(&mut rows, |column| column != MEASURE);
        for row in rows {
            grid.push(row);
        }
    }
    let total = part.total();
    grid.push_total(vec![
        words::label(lang, Label::Total).into(),
        paper::counted(lang, part.called(), total.all.len(), part.measures()).into(),
        paper::states(lang, part.called(), total).into(),
    ]);
    grid
}

fn data(report: &Papers<'_>, lang: Lang) -> Grid {
    let id = column(lang, Label::Id, ColumnKind::Id);
    let mut grid = Grid::new([vec![id], columns(Called::Both, lang)].concat());
    grid.main = true;
    for part in &report.parts {
        for standing in part.problems.iter().chain(&part.duties) {
            let problem = standing.id();
            let cells = rows(standing).into_iter().zip(problem_rows(standing, lang));
            for (measure, row) in cells {
                let measure = measure.map(|measure| measure.measure.no);
                let id = Id { measure, ..problem.clone() };
                grid.push([vec![id.to_string().into()], row].concat());
            }
        }
    }
    grid
}

fn columns(called: Called, lang: Lang) -> Vec<Column> {
    vec![
        column(lang, Label::Reference, ColumnKind::Id),
        paper_column(lang, PaperLabel::Matter(called), ColumnKind::Text),
        column(lang, Label::Measure, ColumnKind::Text),
        column(lang, Label::Leader, ColumnKind::Name).optional(),
        column(lang, Label::Lead, ColumnKind::Name),
        column(lang, Label::With, ColumnKind::Name).optional(),
        column(lang, Label::Person, ColumnKind::Name).optional(),
        column(lang, Label::Limit, ColumnKind::Name),
        column(lang, Label::LastDay, ColumnKind::Date),
        paper_column(lang, PaperLabel::Progress, ColumnKind::Text),
        paper_column(lang, PaperLabel::Status, ColumnKind::Light),
        column(lang, Label::Remarks, ColumnKind::Text).optional(),
    ]
}

/// The rows of a problem: one for each measure.
fn problem_rows(standing: &Standing<'_>, lang: Lang) -> Vec<Vec<Cell>> {
    let measures = rows(standing);
    // What is told of the whole stands with the first measure; where nothing is told of single ones, with all.
    let apart = standing.measures.iter().any(|it| !course_of(standing, Some(it)).is_empty());
    measures
        .into_iter()
        .enumerate()
        .map(|(place, measure)| {
            let whole = if place == 0 || !apart { course_of(standing, None) } else { Vec::new() };
            let own = measure.map(|measure| course_of(standing, Some(measure))).unwrap_or_default();
            let told = told(lang, &[own, whole].concat(), standing);
            row(standing, measure, told, lang)
        })
        .collect()
}

fn row(
    standing: &Standing<'_>,
    measure: Option<&MeasureStanding>,
    told: Cell,
    lang: Lang,
) -> Vec<Cell> {
    let problem = &standing.problem;
    let whole = standing.lines();
    let line = measure.map(|measure| standing.line_of(measure)).or(whole.first().copied());
    let who = measure.map_or(&standing.responsible, |measure| &measure.responsible);
    let done = match (measure, &problem.goal) {
        (Some(measure), _) => measure.measure.text.as_str().into(),
        (None, Some(goal)) => paper::goal_alone(lang, goal).into(),
        (None, None) => Cell::Empty,
    };
    let of_line = |cell: &dyn Fn(&Line<'_>) -> Cell| line.as_ref().map_or(Cell::Empty, cell);
    vec![
        number_on_paper(problem).into(),
        problem.title.as_str().into(),
        done,
        names(&who.leader),
        lead_cell(lang, who),
        names(&who.with),
        names(&who.person),
        of_line(&|line| line.words().map(str::to_owned).into()),
        of_line(&|line| last_day_cell(lang, line.last_day(), line.is_provisional())),
        told,
        of_line(&|line| light_cell(lang, line)),
        of_line(&|line| remarks(line, lang)),
    ]
}

/// What there is to say beside the state, and the office's own words.
fn remarks(line: &Line<'_>, lang: Lang) -> Cell {
    let own = line.standing.problem.extra.iter();
    let own = own.map(|(key, value)| words::labelled(lang, key.trim_start_matches("x_"), value));
    let all: Vec<_> = words::remarks(lang, line).into_iter().chain(own).collect();
    if all.is_empty() { Cell::Empty } else { all.join("\n").into() }
}
