//! What is shown while lines that a file would give are gone through one by one: a line with its doubts, and the preview
//! of all that was decided.

use super::taking::{LineTaken, Taking, grid};
use crate::complaint::Remark;
use crate::domain::book::Lang;
use crate::domain::id::Id;
use crate::domain::limit::Reading;
use crate::domain::problem::{Kind, Problem};
use crate::domain::subject::Part;
use crate::render::document::{Block, Cell, Column, ColumnKind, Document, Grid};
use crate::render::words::asking::{self, ReviewLabel, line_heading};
use crate::render::words::changes::{content, field};
use crate::render::words::{self, Label, Message, TakingLabel, taking_label};
use crate::reports::changes::{self, Content, Field};

/// What a clerk has to look at before a line is taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// It cannot be taken in as it stands, or has to be decided on.
    Against(Message),
    /// The words of a limit give no single day.
    NoDay {
        /// The problem or the measure.
        part: Part,
        /// The words.
        words: String,
        /// How they read.
        reading: Reading,
    },
    /// A value was written so that it cannot be read.
    Damaged(Part, Field),
    /// What is to be said of a place of the line.
    Remark(Remark),
}

/// How lines were decided on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decisions {
    /// The ledger.
    pub ledger: String,
    /// How many are taken in.
    pub accepted: usize,
    /// How many are left out.
    pub skipped: usize,
    /// How many of those taken in were changed by hand.
    pub edited: usize,
    /// Those that are not taken in just as they were read: where each stands, its title, whether it is taken in, and what
    /// was changed.
    pub marked: Vec<(String, String, bool, Vec<String>)>,
    /// The one file that all come from, whose name need not be read on every line.
    pub file: Option<String>,
}

/// Lays out a line: the `at`th of `of`, from 1.
pub fn card(
    line: &LineTaken,
    file: Option<String>,
    (at, of): (usize, usize),
    doubts: &[Doubt],
    lang: Lang,
) -> Document {
    let taking = Taking { lines: vec![line.clone()], file, ..Taking::default() };
    let place = taking.short(&line.place);
    let mut document = Document::new(lang);
    let title = &line.problem.title;
    document.push(Block::Heading(line_heading(lang, at, of, place, title)));
    let mut grid = grid(&taking, lang);
    if let Some(id) = &line.id {
        name_parts_only(&mut grid, id, lang);
    }
    document.push(Block::Grid(grid));
    if !doubts.is_empty() {
        document.push(Block::Heading(asking::label(lang, ReviewLabel::Doubts).to_owned()));
        let told: Vec<_> = doubts.iter().map(|it| format!("· {}", doubt(it, lang))).collect();
        document.push(Block::Paragraph(told.join("\n")));
    }
    document
}

/// Every row is of the same problem: only its measures need a name.
fn name_parts_only(grid: &mut Grid, id: &Id, lang: Lang) {
    let id = id.to_string();
    for cell in grid.rows.iter_mut().filter_map(|row| row.cells.first_mut()) {
        let Cell::Text(name) = &*cell else { continue };
        let rest = name.strip_prefix(&id).and_then(|rest| rest.strip_prefix('.'));
        let measure = rest.map(str::to_owned);
        *cell = measure.into();
    }
    if let Some(first) = grid.columns.first_mut() {
        words::label(lang, Label::MeasureNo).clone_into(&mut first.heading);
        first.optional = true;
    }
}

fn doubt(doubt: &Doubt, lang: Lang) -> String {
    match doubt {
        Doubt::Against(message) => words::message(lang, message).0,
        Doubt::NoDay { part, words, reading } => {
            let name = name(part, &Field::Limit, lang);
            asking::no_day(lang, &name, words, &words::reading(lang, reading))
        }
        Doubt::Damaged(part, field) => asking::damaged(lang, &name(part, field, lang)),
        Doubt::Remark(remark) => words::taking::remark(lang, remark),
    }
}

/// The name of a field, with the measure whose it is.
pub fn name(part: &Part, of: &Field, lang: Lang) -> String {
    match part {
        Part::Measure(no) => asking::of_measure(lang, *no, &field(lang, of)),
        _ => field(lang, of),
    }
}

/// Lays out a problem that was asked for, before it is entered into a ledger.
pub fn entered(problem: &Problem, ledger: &str, lang: Lang) -> Document {
    let mut document = Document::new(lang);
    document.push(Block::Heading(asking::label(lang, ReviewLabel::Preview).to_owned()));
    let ledger = (words::label(lang, Label::Ledger).to_owned(), ledger.to_owned());
    let fields = changes::contents(problem).into_iter();
    let fields = fields.filter(|(_, _, what)| *what != Content::Kind(Kind::Problem));
    let fields = fields.map(|(part, of, what)| (name(&part, &of, lang), content(lang, &what)));
    document.push(Block::Facts(std::iter::once(ledger).chain(fields).collect()));
    document
}

/// Lays out what was decided, before it is written.
pub fn preview(decisions: &Decisions, lang: Lang) -> Document {
    let label = |label| asking::label(lang, label);
    let mut document = Document::new(lang);
    document.push(Block::Heading(label(ReviewLabel::Preview).to_owned()));
    document.push(Block::Facts(vec![
        (words::label(lang, Label::Ledger).to_owned(), decisions.ledger.clone()),
        (label(ReviewLabel::Accepted).to_owned(), decisions.accepted.to_string()),
        (label(ReviewLabel::Edited).to_owned(), decisions.edited.to_string()),
        (label(ReviewLabel::Skipped).to_owned(), decisions.skipped.to_string()),
    ]));
    if !decisions.marked.is_empty() {
        document.push(Block::Grid(marked(decisions, lang)));
    }
    document
}

fn marked(decisions: &Decisions, lang: Lang) -> Grid {
    let mut grid = Grid::new(vec![
        Column::new(taking_label(lang, TakingLabel::Place), ColumnKind::Id),
        Column::new(words::label(lang, Label::Title), ColumnKind::Text),
        Column::new(asking::label(lang, ReviewLabel::Decision), ColumnKind::Text),
    ]);
    let taking = Taking { file: decisions.file.clone(), ..Taking::default() };
    for (place, title, accepted, changed) in &decisions.marked {
        grid.push(vec![
            taking.short(place).into(),
            title.as_str().into(),
            asking::decided(lang, *accepted, changed).into(),
        ]);
    }
    grid
}
