//! The papers that an office gives out.

pub mod application;
mod item;
pub mod lists;
pub mod public;
pub mod rectification;
pub mod register;
pub mod slip;
pub mod units;

use super::{note, push_later, push_rules_on_paper};
use crate::domain::book::Lang;
use crate::domain::entry::Entry;
use crate::domain::problem::Problem;
use crate::domain::standing::{MeasureStanding, Standing};
use crate::render::document::{Block, Cell, Column, ColumnKind, Document, Level, Place};
use crate::render::words::paper::{self, Numbered, PaperLabel};
use crate::render::words::{self, Note};
use crate::reports::paper::{Papers, Part};

/// Stands in an empty cell beside others that are not.
const NOTHING: &str = "—";

/// Lays out the papers one after the other, each on a page of its own, with what the figures rest on.
fn each(report: &Papers<'_>, lang: Lang, lay: impl Fn(&mut Document, &Part<'_>)) -> Document {
    let mut document = Document::new(lang);
    for (place, part) in report.parts.iter().enumerate() {
        if place > 0 {
            document.push(Block::PageBreak);
        }
        lay(&mut document, part);
    }
    if report.parts.is_empty() {
        document.push(Block::Paragraph(words::note(lang, &Note::NothingListed)));
    }
    push_later(&mut document, report.today, &report.later);
    document
}

/// The title of a ledger, and the line below it.
fn push_title(document: &mut Document, part: &Part<'_>, report: &Papers<'_>, title: &str) {
    let head = &part.ledger.head;
    document.heading(Level::Title, title);
    let (source, owner) = (head.source.as_deref(), head.owner.as_deref());
    let below = paper::below_title(document.lang, source, owner, report.today);
    document.push(Block::Line(Place::Centred, below));
}

/// A chapter with its number.
fn chapter(document: &mut Document, number: usize, label: PaperLabel) {
    chapter_named(document, number, paper::paper_label(document.lang, label));
}

fn chapter_named(document: &mut Document, number: usize, name: &str) {
    let heading = paper::numbered(document.lang, Numbered::Chapter(number), name);
    document.heading(Level::Chapter, heading);
}

/// A section with its number.
fn section(document: &mut Document, number: usize, label: PaperLabel) {
    let name = paper::paper_label(document.lang, label);
    let heading = paper::numbered(document.lang, Numbered::Section(number), name);
    document.heading(Level::Section, heading);
}

/// What a ledger is called: its title, else its name.
fn title<'a>(part: &'a Part<'_>) -> &'a str {
    part.ledger.head.title.as_deref().unwrap_or(&part.ledger.name)
}

/// How lights are told and limits were counted, and what the mark behind a day means.
fn push_rules(document: &mut Document, part: &Part<'_>) {
    push_rules_on_paper(document, &part.bands, &part.counting);
    if part.provisional {
        document.push(note(document.lang, &Note::ProvisionalRule));
    }
}

fn paper_column(lang: Lang, label: PaperLabel, kind: ColumnKind) -> Column {
    Column::new(paper::paper_label(lang, label), kind)
}

/// The number on paper, else the one in the ledger.
fn number_on_paper(problem: &Problem) -> String {
    problem.reference.clone().unwrap_or_else(|| problem.no.to_string())
}

/// What was done, a line each.
fn told(lang: Lang, entries: &[&Entry], standing: &Standing<'_>) -> Cell {
    let lines: Vec<_> =
        entries.iter().map(|entry| paper::happened(lang, entry, standing)).collect();
    if lines.is_empty() { Cell::Empty } else { lines.join("\n").into() }
}

fn names(names: &[String]) -> Cell {
    if names.is_empty() { Cell::Empty } else { names.to_vec().into() }
}

/// The measures of a problem as rows: one for each, or a single one without a measure.
fn rows<'a>(standing: &'a Standing<'_>) -> Vec<Option<&'a MeasureStanding>> {
    if standing.measures.is_empty() {
        vec![None]
    } else {
        standing.measures.iter().map(Some).collect()
    }
}

/// Joins the cells of a problem's rows in the columns in which all say the same. Where some differ, each says its own,
/// and a dash stands for nothing: else nobody could tell an empty cell from one that goes on.
fn joined(rows: &mut [Vec<Cell>], columns: impl Fn(usize) -> bool) {
    let width = rows.first().map_or(0, Vec::len);
    for place in (0..width).filter(|place| columns(*place)) {
        let mut cells: Vec<_> = rows.iter_mut().filter_map(|row| row.get_mut(place)).collect();
        let same = cells.windows(2).all(|two| two[0] == two[1]);
        for (row, cell) in cells.iter_mut().enumerate() {
            if same && row > 0 && **cell != Cell::Empty {
                **cell = Cell::Above;
            } else if !same && **cell == Cell::Empty {
                **cell = NOTHING.into();
            }
        }
    }
}
