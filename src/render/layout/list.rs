//! The lines asked for, in the book's order.

use super::{column, last_day_cell, lead_cell, note, reference_cell};
use crate::domain::book::Lang;
use crate::domain::standing::Line;
use crate::render::document::{Block, Cell, ColumnKind, Document, Grid};
use crate::render::words::{self, Label, Note};
use crate::reports::list::List;

/// Lays out the list.
pub fn document(report: &List<'_>, lang: Lang) -> Document {
    let mut document = Document::new(lang);
    document.push(Block::Heading(words::note(lang, &Note::ListHeading { today: report.today })));
    if report.lines.is_empty() {
        document.push(Block::Paragraph(words::note(lang, &Note::NothingListed)));
        return document;
    }
    let mut grid = Grid::new(vec![
        column(lang, Label::Id, ColumnKind::Id),
        column(lang, Label::Reference, ColumnKind::Id).optional(),
        column(lang, Label::State, ColumnKind::Id),
        column(lang, Label::ProblemOrMeasure, ColumnKind::Text),
        column(lang, Label::Lead, ColumnKind::Name).optional(),
        column(lang, Label::Limit, ColumnKind::Name).optional(),
        column(lang, Label::LastDay, ColumnKind::Date),
        column(lang, Label::DaysLeft, ColumnKind::Number).optional(),
    ]);
    grid.main = true;
    for line in &report.lines {
        grid.push(row(line, lang));
    }
    document.push(Block::Grid(grid));
    document.push(note(
        lang,
        &Note::ListTotal { lines: report.lines.len(), problems: report.problems },
    ));
    if report.provisional {
        document.push(note(lang, &Note::ProvisionalRule));
    }
    if let Some(days) = report.immediate {
        document.push(note(lang, &Note::ImmediateRule { days }));
    }
    document
}

/// Days left are below zero where the line is late.
fn row(line: &Line<'_>, lang: Lang) -> Vec<Cell> {
    let left = line.days_left().or(line.days_late().map(|late| -late));
    vec![
        line.id().to_string().into(),
        reference_cell(line),
        words::line_state(lang, line).into(),
        line.title().into(),
        lead_cell(lang, line.responsible()),
        line.words().map(str::to_owned).into(),
        last_day_cell(lang, line.last_day(), line.is_provisional()),
        left.map_or(Cell::Empty, Cell::Number),
    ]
}
