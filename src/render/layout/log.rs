//! Who changed what and when: a heading for each step, and under it what became of each problem.

use super::super::words::changes as told;
use crate::domain::book::Lang;
use crate::render::document::{Block, Cell, Column, ColumnKind, Document, Grid, Level};
use crate::render::words::{self, Label, PastLabel};
use crate::reports::log::{HeadTold, Log, Step};

/// As much of a hash as people write.
const SHORT: usize = 8;

/// Lays out a log, each step with all that it did.
pub fn document(log: &Log, lang: Lang) -> Document {
    let mut document = empty(log, lang);
    for step in &log.steps {
        document.push(Block::Heading(Level::Part, heading(step, lang)));
        document.push(Block::Facts(facts(step, log.single, lang)));
    }
    document.data = Some(data(log, lang));
    document
}

/// Lays out a log, each step on a line.
pub fn oneline(log: &Log, lang: Lang) -> Document {
    let mut document = empty(log, lang);
    if !log.steps.is_empty() {
        let mut grid = Grid::new(vec![
            column(lang, PastLabel::Time, ColumnKind::Date),
            column(lang, PastLabel::Commit, ColumnKind::Id),
            column(lang, PastLabel::Who, ColumnKind::Name),
            Column::new(words::label(lang, Label::Id), ColumnKind::Name),
            column(lang, PastLabel::Message, ColumnKind::Text),
        ]);
        for step in &log.steps {
            let mut cells = stamp(step, lang);
            let message = cells.pop().unwrap_or(Cell::Empty);
            cells.push(Cell::List(subjects(step)));
            cells.push(message);
            grid.push(cells);
        }
        document.push(Block::Grid(grid));
    }
    document.data = Some(data(log, lang));
    document
}

fn empty(log: &Log, lang: Lang) -> Document {
    let mut document = Document::new(lang);
    if log.steps.is_empty() {
        document.push(Block::Paragraph(told::nothing(lang).to_owned()));
    }
    document
}

fn column(lang: Lang, label: PastLabel, kind: ColumnKind) -> Column {
    Column::new(words::past_label(lang, label), kind)
}

fn heading(step: &Step, lang: Lang) -> String {
    let Some(stamp) = &step.stamp else { return told::uncommitted(lang).to_owned() };
    let hash = stamp.hash.get(..SHORT).unwrap_or(&stamp.hash);
    format!("{} {}  {hash}  {}  {}", stamp.day, stamp.time, stamp.who, stamp.message)
}

/// When, which commit, who and with which words.
fn stamp(step: &Step, lang: Lang) -> Vec<Cell> {
    match &step.stamp {
        None => vec![told::uncommitted(lang).into(), Cell::Empty, Cell::Empty, Cell::Empty],
        Some(stamp) => vec![
            format!("{} {}", stamp.day, stamp.time).into(),
            stamp.hash.get(..SHORT).unwrap_or(&stamp.hash).into(),
            stamp.who.as_str().into(),
            stamp.message.as_str().into(),
        ],
    }
}

/// What a head is called: the ledger, or the book's own file.
fn head_name(told: &HeadTold) -> String {
    told.ledger.clone().unwrap_or_else(|| "book.toml".to_owned())
}

/// All that a step did, each with what it did it to and that one's title.
fn all(step: &Step, lang: Lang) -> Vec<(String, Option<&str>, Vec<String>)> {
    let heads = step.heads.iter();
    let heads = heads.map(|head| (head_name(head), None, vec![told::head(lang, head)]));
    let rest = told::step(lang, step).into_iter().map(|(of, words)| (of, None, vec![words]));
    let problems = step.problems.iter().map(|problem| {
        let changes = problem.changes.iter().map(|change| told::change(lang, change)).collect();
        (problem.id.to_string(), Some(problem.title.as_str()), changes)
    });
    heads.chain(rest).chain(problems).collect()
}

fn facts(step: &Step, single: bool, lang: Lang) -> Vec<(String, String)> {
    let lines = |title: Option<&str>, changes: Vec<String>| {
        let title = title.filter(|_| !single).map(str::to_owned);
        title.into_iter().chain(changes).collect::<Vec<_>>().join("\n")
    };
    all(step, lang).into_iter().map(|(of, title, changes)| (of, lines(title, changes))).collect()
}

fn subjects(step: &Step) -> Vec<String> {
    let heads = step.heads.iter().map(head_name);
    let converted = step.converted.iter().map(|converted| converted.ledger.clone());
    let problems = step.problems.iter().map(|problem| problem.id.to_string());
    heads.chain(converted).chain(step.unreadable.iter().cloned()).chain(problems).collect()
}

/// A row for each change.
fn data(log: &Log, lang: Lang) -> Grid {
    let mut grid = Grid::new(vec![
        column(lang, PastLabel::Time, ColumnKind::Date),
        column(lang, PastLabel::Commit, ColumnKind::Id),
        column(lang, PastLabel::Who, ColumnKind::Name),
        column(lang, PastLabel::Message, ColumnKind::Text),
        Column::new(words::label(lang, Label::Id), ColumnKind::Id),
        Column::new(words::label(lang, Label::Problem), ColumnKind::Text),
        column(lang, PastLabel::What, ColumnKind::Text),
    ]);
    for step in &log.steps {
        for (of, title, changes) in all(step, lang) {
            for change in changes {
                let mut cells = stamp(step, lang);
                cells.extend([of.as_str().into(), title.map(str::to_owned).into(), change.into()]);
                grid.push(cells);
            }
        }
    }
    grid
}
