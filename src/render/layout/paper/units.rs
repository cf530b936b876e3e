//! The tasks of each unit: a chapter and a table for each, with a total.

use super::super::{last_day_cell, light_cell, note, push_later, push_rules_on_paper};
use super::{chapter_named, paper_column};
use crate::domain::book::Lang;
use crate::domain::standing::Line;
use crate::render::document::{
    Block, Cell, Column, ColumnKind, Document, Grid, Level, Paper, Place,
};
use crate::render::layout::column;
use crate::render::words::paper::{self, PaperLabel, Title};
use crate::render::words::{self, Label, Note};
use crate::reports::units::{Task, UnitTasks, Units};

/// Lays out the tasks; programs get all in one table, with the units.
pub fn document(report: &Units<'_>, lang: Lang) -> Document {
    let mut document = Document::new(lang);
    document.paper = Paper::Landscape;
    document.heading(Level::Title, paper::title(lang, Title::Units));
    let below = paper::below_title(lang, None, None, report.today);
    document.push(Block::Line(Place::Centred, below));
    if report.units.is_empty() {
        document.push(Block::Paragraph(words::note(lang, &Note::NothingListed)));
        return document;
    }
    for (place, unit) in report.units.iter().enumerate() {
        chapter_named(&mut document, place + 1, name(unit, lang));
        document.push(Block::Grid(grid(unit, report, lang)));
    }
    let total = &report.figures.problems.total;
    let counted = paper::counted(lang, report.called, total.all.len(), 0);
    let all = words::labelled(lang, &counted, &paper::states(lang, report.called, total));
    let heading = paper::paper_label(lang, PaperLabel::AllUnits);
    document.push(Block::Labelled(heading.to_owned(), all));
    document.push(Block::Note(paper::paper_label(lang, PaperLabel::UnitRule).to_owned()));
    document.push(note(lang, &Note::CountRule { count: report.figures.count, tree: false }));
    push_rules_on_paper(&mut document, &report.bands, &report.counting);
    if report.provisional {
        document.push(note(lang, &Note::ProvisionalRule));
    }
    push_later(&mut document, report.today, &report.later);
    document.data = Some(data(report, lang));
    document
}

fn name<'a>(unit: &'a UnitTasks<'_>, lang: Lang) -> &'a str {
    unit.unit.as_deref().unwrap_or(paper::paper_label(lang, PaperLabel::NoUnit))
}

fn grid(unit: &UnitTasks<'_>, report: &Units<'_>, lang: Lang) -> Grid {
    let mut grid = Grid::new(columns(report, lang));
    grid.name = Some(name(unit, lang).to_owned());
    let mut before = None;
    for task in &unit.tasks {
        let mut row = cells(task, lang);
        let problem = std::ptr::from_ref(task.line.standing);
        if before == Some(problem) {
            row[1] = Cell::Above;
        }
        before = Some(problem);
        grid.push(row);
    }
    let figures = &unit.figures;
    let problems = figures.all.len();
    let states = (problems > 0).then(|| paper::states(lang, report.called, figures));
    grid.push_total(vec![
        words::label(lang, Label::Total).into(),
        paper::unit_total(lang, report.called, unit.tasks.len(), problems).into(),
        states.into(),
    ]);
    grid
}

fn data(report: &Units<'_>, lang: Lang) -> Grid {
    let unit = column(lang, Label::Unit, ColumnKind::Name);
    let mut grid = Grid::new([vec![unit], columns(report, lang)].concat());
    grid.main = true;
    for unit in &report.units {
        for task in &unit.tasks {
            grid.push([vec![unit.unit.clone().into()], cells(task, lang)].concat());
        }
    }
    grid
}

fn columns(report: &Units<'_>, lang: Lang) -> Vec<Column> {
    vec![
        column(lang, Label::Id, ColumnKind::Id),
        paper_column(lang, PaperLabel::Matter(report.called), ColumnKind::Text),
        column(lang, Label::Measure, ColumnKind::Text),
        paper_column(lang, PaperLabel::Role, ColumnKind::Name).optional(),
        column(lang, Label::Limit, ColumnKind::Name).optional(),
        column(lang, Label::LastDay, ColumnKind::Date),
        paper_column(lang, PaperLabel::Status, ColumnKind::Light),
        column(lang, Label::Remarks, ColumnKind::Text).optional(),
    ]
}

fn cells(task: &Task<'_>, lang: Lang) -> Vec<Cell> {
    let line = &task.line;
    let does = task.measure.and(line.measure).map(|measure| measure.measure.text.clone());
    vec![
        task.id().to_string().into(),
        title(line, lang).into(),
        does.into(),
        task.role.map(|role| paper::role(lang, role)).map_or(Cell::Empty, Into::into),
        line.words().map(str::to_owned).into(),
        last_day_cell(lang, line.last_day(), line.is_provisional()),
        light_cell(lang, line),
        words::remarks(lang, line).into(),
    ]
}

/// The problem's title; of an occurrence that was missed, with its day.
fn title(line: &Line<'_>, lang: Lang) -> String {
    match line.missed {
        Some(_) => words::line_title(lang, line),
        None => line.standing.problem.title.clone(),
    }
}
