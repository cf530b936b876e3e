//! What foreign files would give: a line for each field, with its place and from what it was read.

use super::masking::{self, NameMasked};
use crate::complaint::{Grade, Mentioned, Remark};
use crate::domain::book::Lang;
use crate::domain::entry::Entry;
use crate::domain::id::Id;
use crate::domain::problem::{Kind, Problem};
use crate::domain::subject::Part;
use crate::render::document::{Block, Cell, Column, ColumnKind, Document, Grid};
use crate::render::words::changes::{content, field};
use crate::render::words::{self, TakingLabel, taking_label};
use crate::reports::changes::{Content, Field};

/// What foreign files would give to a ledger.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Taking {
    /// The ledger.
    pub ledger: String,
    /// What the files say of the whole.
    pub head: Vec<HeadTaken>,
    /// The lines.
    pub lines: Vec<LineTaken>,
    /// What is to be said of places, each with the place.
    pub remarks: Vec<(String, Remark)>,
    /// Whose names were masked, and what looks like one.
    pub masked: Vec<NameMasked>,
    /// Names that would be put into the roster, units first.
    pub enrolled: Vec<NameTaken>,
    /// The one file that all of it comes from; people need not read its name on every line.
    pub file: Option<String>,
}

/// A name that would be put into the roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameTaken {
    /// The name.
    pub name: String,
    /// Whether it is that of a person, and of no unit.
    pub is_person: bool,
    /// Where it stands first.
    pub place: String,
    /// The declared name that may be meant.
    pub nearest: Option<String>,
}

/// A value that holds for all lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadTaken {
    /// The key, as `ledger.toml` names it.
    pub key: &'static str,
    /// The value.
    pub value: String,
    /// Where it stands.
    pub place: String,
    /// From what it was read.
    pub grade: Grade,
}

/// A line that would be entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineTaken {
    /// The id that it would get; nothing where it is left out.
    pub id: Option<Id>,
    /// The line.
    pub problem: Problem,
    /// Where it stands.
    pub place: String,
    /// Its fields in the order of files.
    pub fields: Vec<FieldTaken>,
    /// The figures that its text names, each with its place.
    pub figures: Vec<(String, Mentioned)>,
    /// The problems that say the same.
    pub twins: Vec<Id>,
}

/// A field of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldTaken {
    /// The part that it belongs to.
    pub part: Part,
    /// The field.
    pub field: Field,
    /// What stands in it.
    pub content: Content,
    /// Where it stands; nothing where no word of the file says it.
    pub place: Option<String>,
    /// From what it was read.
    pub grade: Grade,
}

impl Taking {
    /// The place without the file's name, where all comes from one.
    pub(super) fn short<'a>(&self, place: &'a str) -> &'a str {
        let file = self.file.as_deref().and_then(|file| place.strip_prefix(file));
        file.and_then(|rest| rest.strip_prefix(':')).unwrap_or(place)
    }
}

/// Lays out what would be entered.
pub fn document(taking: &Taking, lang: Lang) -> Document {
    let mut document = Document::new(lang);
    document.push(Block::Heading(words::taking::heading(
        lang,
        &taking.ledger,
        taking.file.as_deref(),
    )));
    document.push(Block::Grid(grid(taking, lang)));
    masking::push(&mut document, &taking.masked, lang, &|place| taking.short(place).to_owned());
    if !taking.enrolled.is_empty() {
        document.push(Block::Heading(taking_label(lang, TakingLabel::Enrolled).to_owned()));
        document.push(Block::Grid(enrolled(taking, lang)));
    }
    if !taking.remarks.is_empty() {
        document.push(Block::Heading(taking_label(lang, TakingLabel::Remarks).to_owned()));
        document.push(Block::Grid(remarks(taking, lang)));
    }
    document
}

pub(super) fn grid(taking: &Taking, lang: Lang) -> Grid {
    let column = |label, kind| Column::new(taking_label(lang, label), kind);
    let mut grid = Grid::new(vec![
        column(TakingLabel::Line, ColumnKind::Id),
        column(TakingLabel::Field, ColumnKind::Name),
        column(TakingLabel::Value, ColumnKind::Text),
        column(TakingLabel::Grade, ColumnKind::Name),
        column(TakingLabel::Place, ColumnKind::Id),
    ]);
    grid.main = true;
    for head in &taking.head {
        grid.push(vec![
            taking_label(lang, TakingLabel::Head).into(),
            words::taking::head_key(lang, head.key).into(),
            head.value.as_str().into(),
            words::grade(lang, head.grade).into(),
            taking.short(&head.place).into(),
        ]);
    }
    for line in &taking.lines {
        if line.id.is_none() {
            grid.push(left_out(taking, line, lang));
            continue;
        }
        for taken in line.fields.iter().filter(|taken| is_worth_a_row(taken)) {
            grid.push(vec![
                line_name(line, &taken.part, lang).into(),
                field(lang, &taken.field).into(),
                content(lang, &taken.content).into(),
                words::grade(lang, taken.grade).into(),
                taken.place.as_deref().map(|place| taking.short(place).to_owned()).into(),
            ]);
        }
        for entry in &line.problem.entries {
            grid.push(entry_row(taking, line, entry, lang));
        }
        if !line.figures.is_empty() {
            let figures: Vec<_> =
                line.figures.iter().map(|(_, it)| words::taking::figure(lang, *it)).collect();
            grid.push(vec![
                line_name(line, &Part::Problem, lang).into(),
                taking_label(lang, TakingLabel::Figures).into(),
                words::list(lang, &figures).into(),
                Cell::Empty,
                line.figures.first().map(|(place, _)| taking.short(place).to_owned()).into(),
            ]);
        }
    }
    grid
}

/// A line that is not taken in, and as which problem it stands there already.
fn left_out(taking: &Taking, line: &LineTaken, lang: Lang) -> Vec<Cell> {
    let twin = line.twins.first().map(|id| words::taking::twin(lang, id));
    vec![
        words::taking::left_out(lang).into(),
        field(lang, &Field::Title).into(),
        line.problem.title.as_str().into(),
        twin.into(),
        taking.short(&line.place).into(),
    ]
}

/// An entry has a row for itself, and that a line is a problem goes without saying.
fn is_worth_a_row(taken: &FieldTaken) -> bool {
    !matches!(taken.part, Part::Entry(_)) && taken.content != Content::Kind(Kind::Problem)
}

/// What the file says was done, and on which day.
fn entry_row(taking: &Taking, line: &LineTaken, entry: &Entry, lang: Lang) -> Vec<Cell> {
    let part = Part::Entry(entry.key);
    let places = line.fields.iter().filter(|taken| taken.part == part);
    let field = places.filter(|taken| taken.place.is_some()).max_by_key(|taken| {
        // The text says most of where it was read; `by` nobody wrote there.
        (taken.field == Field::Text, taken.field == Field::Act)
    });
    vec![
        line_name(line, &part, lang).into(),
        words::act(lang, entry.act.kind()).into(),
        words::changes::entry_only(lang, entry).into(),
        words::grade(lang, field.map_or(Grade::Inferred, |taken| taken.grade)).into(),
        field.and_then(|it| it.place.as_deref()).map(|it| taking.short(it).to_owned()).into(),
    ]
}

/// The id of the part; a line that is left out goes by a word.
fn line_name(line: &LineTaken, part: &Part, lang: Lang) -> String {
    let Some(id) = &line.id else { return words::taking::left_out(lang).to_owned() };
    match part {
        Part::Measure(no) => Id { measure: Some(*no), ..id.clone() }.to_string(),
        _ => id.to_string(),
    }
}

fn enrolled(taking: &Taking, lang: Lang) -> Grid {
    let column = |label, kind| Column::new(taking_label(lang, label), kind);
    let mut grid = Grid::new(vec![
        column(TakingLabel::Name, ColumnKind::Name),
        column(TakingLabel::Sort, ColumnKind::Name),
        column(TakingLabel::Place, ColumnKind::Id),
        column(TakingLabel::Nearest, ColumnKind::Name),
    ]);
    for it in &taking.enrolled {
        let sort = if it.is_person { TakingLabel::Person } else { TakingLabel::Unit };
        grid.push(vec![
            it.name.as_str().into(),
            taking_label(lang, sort).into(),
            taking.short(&it.place).into(),
            it.nearest.clone().into(),
        ]);
    }
    grid
}

fn remarks(taking: &Taking, lang: Lang) -> Grid {
    let column = |label, kind| Column::new(taking_label(lang, label), kind);
    let mut grid = Grid::new(vec![
        column(TakingLabel::Place, ColumnKind::Id),
        column(TakingLabel::Remark, ColumnKind::Text),
    ]);
    for (place, remark) in &taking.remarks {
        grid.push(vec![taking.short(place).into(), words::taking::remark(lang, remark).into()]);
    }
    grid
}
