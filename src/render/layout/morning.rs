//! The morning's page: what waits, a line a matter, each with the command that goes on from it.

use super::{column, push_later};
use crate::domain::book::Lang;
use crate::render::document::{Block, Cell, ColumnKind, Document, Grid, Hue, Level};
use crate::render::words::{self, Label, morning as said};
use crate::reports::morning::{Matter, Morning, Urgency, What};

/// Lays out what waits.
pub fn document(report: &Morning, lang: Lang) -> Document {
    let mut document = Document::new(lang);
    document.push(Block::Heading(Level::Part, said::heading(lang, report.today)));
    if report.matters.is_empty() {
        document.push(Block::Paragraph(said::nothing(lang).to_owned()));
    } else {
        document.push(Block::Grid(matters(&report.matters, lang)));
    }
    document.data = Some(data(&report.matters, lang));
    push_later(&mut document, report.today, &report.later);
    document.push(Block::Note(said::further(lang).to_owned()));
    document
}

/// For people: what is the most urgent stands in one cell, so that the command has room on a line.
fn matters(matters: &[Matter], lang: Lang) -> Grid {
    let mut grid = Grid::new(vec![
        column(lang, Label::Matter, ColumnKind::Name),
        column(lang, Label::All, ColumnKind::Number),
        column(lang, Label::Command, ColumnKind::Id),
        column(lang, Label::First, ColumnKind::Text),
    ]);
    for matter in matters {
        let first = &matter.first;
        let day = urgency(first.day, lang);
        grid.push(vec![
            name(matter.what, lang),
            matter.count.into(),
            said::command(matter.what).into(),
            said::first(lang, &first.id.to_string(), &first.title, day.as_deref()).into(),
        ]);
    }
    grid
}

/// All columns apart, for programs.
fn data(matters: &[Matter], lang: Lang) -> Grid {
    let mut grid = Grid::new(vec![
        column(lang, Label::Matter, ColumnKind::Name),
        column(lang, Label::All, ColumnKind::Number),
        column(lang, Label::Id, ColumnKind::Id),
        column(lang, Label::Title, ColumnKind::Text),
        column(lang, Label::ToLastDay, ColumnKind::Name),
        column(lang, Label::Command, ColumnKind::Id),
    ]);
    for matter in matters {
        let first = &matter.first;
        grid.push(vec![
            name(matter.what, lang),
            matter.count.into(),
            first.id.to_string().into(),
            first.title.as_str().into(),
            urgency(first.day, lang).into(),
            said::command(matter.what).into(),
        ]);
    }
    grid
}

fn name(what: What, lang: Lang) -> Cell {
    let name = said::matter(lang, what).to_owned();
    let hue = match what {
        What::Overdue | What::Relapsed => Hue::Red,
        What::DueSoon => Hue::Yellow,
        What::ReviewOverdue | What::ReviewDue => Hue::Blue,
        What::Unclear | What::Awaiting | What::Notices | What::Uncommitted => return name.into(),
    };
    Cell::Lit(name, hue)
}

fn urgency(day: Urgency, lang: Lang) -> Option<String> {
    match day {
        Urgency::ToLastDay(days) => Some(words::to_last_day(lang, days)),
        Urgency::Since(day) => Some(said::since(lang, day)),
        Urgency::None => None,
    }
}
