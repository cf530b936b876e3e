//! How limits were read, step by step.

use super::column;
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::domain::limit::Step;
use crate::render::document::{Block, Cell, ColumnKind, Document, Grid, Level};
use crate::render::words::{self, Label};
use crate::reports::reading::Read;

/// Lays out how each of the limits was read.
pub fn document(read: &[Read], lang: Lang) -> Document {
    let mut document = Document::new(lang);
    for one in read {
        document.push(Block::Heading(Level::Part, one.words.clone()));
        document.push(Block::Facts(facts(one, lang)));
        if one.steps.len() > 1 {
            document.push(Block::Grid(steps(&one.steps, lang)));
        }
    }
    document.data = Some(table(read, lang));
    document
}

fn facts(read: &Read, lang: Lang) -> Vec<(String, String)> {
    let label = |label| words::label(lang, label).to_owned();
    let reading = &read.reading;
    let mut facts =
        vec![(label(Label::LimitKind), words::limit_kind(lang, reading.kind).to_owned())];
    facts
        .extend(read.counts_from.map(|day| (label(Label::CountsFrom), words::full_day(lang, day))));
    for (day, working) in reading.days.iter().zip(&read.working) {
        let day = words::day_left(lang, *day, *working);
        facts.push((
            label(Label::LastDay),
            words::maybe_provisional(lang, day, reading.provisional),
        ));
    }
    facts.extend(reading.every.map(|every| (label(Label::Every), words::every(lang, every))));
    if reading.sustained {
        facts.push((label(Label::Sustained), words::flag(lang, true).to_owned()));
    }
    facts.extend(
        reading.notes.iter().map(|note| (label(Label::Rule), words::limit_note(lang, note))),
    );
    facts
}

fn steps(steps: &[Step], lang: Lang) -> Grid {
    let mut grid = Grid::new(vec![
        column(lang, Label::Part, ColumnKind::Name),
        column(lang, Label::LimitKind, ColumnKind::Name),
        column(lang, Label::LastDay, ColumnKind::Date).optional(),
        column(lang, Label::Rule, ColumnKind::Text).optional(),
    ]);
    for step in steps {
        let notes: Vec<_> = step.notes.iter().map(|note| words::limit_note(lang, note)).collect();
        grid.push(vec![
            step.words.as_str().into(),
            words::limit_kind(lang, step.kind).into(),
            days(&step.days),
            if notes.is_empty() { Cell::Empty } else { notes.join("\n").into() },
        ]);
    }
    grid
}

/// All limits in one table, for programs.
fn table(read: &[Read], lang: Lang) -> Grid {
    let mut grid = Grid::new(vec![
        column(lang, Label::Limit, ColumnKind::Text),
        column(lang, Label::CountsFrom, ColumnKind::Date),
        column(lang, Label::LimitKind, ColumnKind::Name),
        column(lang, Label::LastDay, ColumnKind::Date),
        column(lang, Label::Sustained, ColumnKind::Name),
    ]);
    for one in read {
        grid.push(vec![
            one.words.as_str().into(),
            one.counts_from.into(),
            words::limit_kind(lang, one.reading.kind).into(),
            days(&one.reading.days),
            Cell::Flag(one.reading.sustained),
        ]);
    }
    grid
}

fn days(days: &[Day]) -> Cell {
    match days {
        [] => Cell::Empty,
        [day] => (*day).into(),
        several => several.iter().map(Day::to_string).collect::<Vec<_>>().into(),
    }
}
