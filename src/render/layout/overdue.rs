//! The overdue lines, the longest late first, and those of which nobody can tell.

use super::{column, last_day_cell, lead_cell, note, person_cell, reference_cell};
use crate::domain::book::Lang;
use crate::domain::standing::Line;
use crate::render::document::{Block, Cell, ColumnKind, Document, Grid};
use crate::render::words::{self, Label, Note};
use crate::reports::overdue::Overdue;

/// Lays out the overdue lines.
pub fn document(report: &Overdue<'_>, lang: Lang) -> Document {
    let mut document = Document::new(lang);
    document.push(Block::Heading(words::note(lang, &Note::OverdueHeading { today: report.today })));
    if report.lines.is_empty() {
        document.push(Block::Paragraph(words::note(lang, &Note::NothingOverdue)));
    } else {
        document.push(Block::Grid(lines(report, lang)));
        let Overdue { problems, measures, missed, duties, .. } = *report;
        let lines = report.lines.len();
        let total = Note::OverdueTotal { lines, problems, measures, missed, duties };
        document.push(note(lang, &total));
    }
    document.push(note(lang, &Note::OverdueRule));
    if report.missed > 0 {
        document.push(note(lang, &Note::DutyRule));
    }
    if report.provisional {
        document.push(note(lang, &Note::ProvisionalRule));
    }
    if let Some(days) = report.immediate {
        document.push(note(lang, &Note::ImmediateRule { days }));
    }
    if report.undated > 0 {
        document.push(note(lang, &Note::Undated { lines: report.undated }));
    }
    if !report.unclear.is_empty() {
        document.push(Block::Heading(words::note(
            lang,
            &Note::UnclearHeading { lines: report.unclear.len() },
        )));
        document.push(Block::Grid(unclear(&report.unclear, lang)));
    }
    document
}

fn lines(report: &Overdue<'_>, lang: Lang) -> Grid {
    let mut grid = Grid::new(vec![
        column(lang, Label::Id, ColumnKind::Id),
        column(lang, Label::Reference, ColumnKind::Id).optional(),
        column(lang, Label::ProblemOrMeasure, ColumnKind::Text),
        column(lang, Label::Lead, ColumnKind::Name).optional(),
        column(lang, Label::Person, ColumnKind::Name).optional(),
        column(lang, Label::Limit, ColumnKind::Name).optional(),
        column(lang, Label::LastDay, ColumnKind::Date),
        column(lang, Label::DaysLate, ColumnKind::Number),
    ]);
    grid.main = true;
    for line in &report.lines {
        grid.push(vec![
            line.id().to_string().into(),
            reference_cell(line),
            words::line_title(lang, line).into(),
            lead_cell(lang, line.responsible()),
            person_cell(line),
            line.words().map(str::to_owned).into(),
            last_day_cell(lang, line.last_day(), line.is_provisional()),
            line.days_late().map_or(Cell::Empty, Cell::Number),
        ]);
    }
    grid
}

fn unclear(lines: &[Line<'_>], lang: Lang) -> Grid {
    let mut grid = Grid::new(vec![
        column(lang, Label::Id, ColumnKind::Id),
        column(lang, Label::Reference, ColumnKind::Id).optional(),
        column(lang, Label::ProblemOrMeasure, ColumnKind::Text),
        column(lang, Label::Limit, ColumnKind::Name).optional(),
        column(lang, Label::LastDay, ColumnKind::Text),
    ]);
    for line in lines {
        let words = line.words().map(str::to_owned);
        grid.push(vec![
            line.id().to_string().into(),
            reference_cell(line),
            line.title().into(),
            words.into(),
            last_day_cell(lang, line.last_day(), line.is_provisional()),
        ]);
    }
    grid
}
