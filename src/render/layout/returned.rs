//! What a sheet that came back gives: the entries, and what the book has seen since the sheet was made.

use super::masking::{self, NameMasked};
use crate::domain::book::Lang;
use crate::domain::entry::Entry;
use crate::domain::id::Id;
use crate::render::document::{Block, Column, ColumnKind, Document, Grid};
use crate::render::words::unit_form::{ReturnLabel, label};
use crate::render::words::{self, unit_form};

/// What came back from a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Back {
    /// The unit.
    pub unit: String,
    /// The entries that its words become, each with its problem or measure and its place in the sheet.
    pub entries: Vec<(Id, Entry, String)>,
    /// Lines whose words were taken in before.
    pub known: Vec<(Id, Entry)>,
    /// What the book has seen since the sheet was made.
    pub meanwhile: Vec<Meanwhile>,
    /// Lines that did not come back.
    pub missing: Vec<String>,
    /// Whose names were masked, and what looks like one.
    pub masked: Vec<NameMasked>,
}

/// Something that the unit could not know when it filled in its sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meanwhile {
    /// Something happened to the problem.
    Entry(Id, Box<Entry>),
    /// What the unit was given to read is no longer so.
    Altered {
        /// The problem or measure.
        id: Id,
        /// The heading in the sheet.
        heading: String,
        /// What the unit read.
        was: String,
        /// What it would read now.
        now: String,
    },
}

/// Lays out what came back.
pub fn document(back: &Back, lang: Lang) -> Document {
    let mut document = Document::new(lang);
    document.push(Block::Heading(unit_form::heading(lang, &back.unit)));
    if back.entries.is_empty() {
        document.push(Block::Paragraph(label(lang, ReturnLabel::NothingFilledIn).to_owned()));
    } else {
        let mut grid = Grid::new(columns(
            lang,
            &[
                (ReturnLabel::Line, ColumnKind::Id),
                (ReturnLabel::Act, ColumnKind::Name),
                (ReturnLabel::What, ColumnKind::Text),
                (ReturnLabel::Place, ColumnKind::Id),
            ],
        ));
        grid.main = true;
        for (id, entry, place) in &back.entries {
            grid.push(vec![
                id.to_string().into(),
                words::act(lang, entry.act.kind()).into(),
                words::changes::entry_only(lang, entry).into(),
                place.as_str().into(),
            ]);
        }
        document.push(Block::Grid(grid));
    }
    if !back.meanwhile.is_empty() {
        document.push(Block::Heading(label(lang, ReturnLabel::Meanwhile).to_owned()));
        let mut grid = Grid::new(columns(
            lang,
            &[(ReturnLabel::Line, ColumnKind::Id), (ReturnLabel::What, ColumnKind::Text)],
        ));
        for seen in &back.meanwhile {
            let (id, what) = meanwhile(lang, seen);
            grid.push(vec![id.to_string().into(), what.into()]);
        }
        document.push(Block::Grid(grid));
    }
    masking::push(&mut document, &back.masked, lang, &str::to_owned);
    for note in unit_form::return_notes(lang, back.known.len(), &back.missing) {
        document.push(Block::Note(note));
    }
    document
}

/// What happened meanwhile, and to what.
pub fn meanwhile(lang: Lang, seen: &Meanwhile) -> (&Id, String) {
    match seen {
        Meanwhile::Entry(id, entry) => {
            let act = words::act(lang, entry.act.kind());
            (id, words::list(lang, &[act.to_owned(), words::changes::entry_only(lang, entry)]))
        }
        Meanwhile::Altered { id, heading, was, now } => {
            (id, unit_form::altered(lang, heading, was, now))
        }
    }
}

fn columns(lang: Lang, columns: &[(ReturnLabel, ColumnKind)]) -> Vec<Column> {
    columns.iter().map(|(name, kind)| Column::new(label(lang, *name), *kind)).collect()
}
