//! What may not happen in a history and did, a line each.

use super::column;
use crate::domain::book::Lang;
use crate::render::document::{Block, Column, ColumnKind, Document, Grid};
use crate::render::words::{self, Label, PastLabel};
use crate::reports::seal::Seal;
use crate::reports::verify::{Subject, Verified};

/// Lays out what was found, the oldest first; nothing where nothing was.
pub fn document(verified: &Verified, lang: Lang) -> Document {
    let mut document = Document::new(lang);
    if verified.violations.is_empty() {
        return document;
    }
    let past = |label, kind| Column::new(words::past_label(lang, label), kind);
    let mut grid = Grid::new(vec![
        past(PastLabel::Time, ColumnKind::Date),
        past(PastLabel::Commit, ColumnKind::Id),
        past(PastLabel::Who, ColumnKind::Name),
        column(lang, Label::Id, ColumnKind::Id),
        column(lang, Label::RuleName, ColumnKind::Id),
        column(lang, Label::Wrong, ColumnKind::Text),
        past(PastLabel::What, ColumnKind::Text),
    ]);
    for violation in &verified.violations {
        let stamp = &violation.stamp;
        let of = match &violation.of {
            Subject::Problem(id) => id.to_string(),
            Subject::File(path) => path.clone(),
        };
        grid.push(vec![
            stamp.day.to_string().as_str().into(),
            stamp.hash.get(..8).unwrap_or(&stamp.hash).into(),
            stamp.who.as_str().into(),
            of.as_str().into(),
            violation.rule.name().into(),
            words::broken(lang, violation.rule).into(),
            words::violation(lang, &violation.what).as_str().into(),
        ]);
    }
    document.push(Block::Grid(grid));
    document
}

/// Lays out a seal, a fact a line.
pub fn seal(seal: &Seal, lang: Lang) -> Document {
    let mut document = Document::new(lang);
    for (label, value) in words::seal(lang, seal) {
        document.push(Block::Paragraph(words::seal_line(lang, label, &value)));
    }
    let facts = words::seal(lang, seal);
    let column = |(label, _): &(&'static str, String)| Column::new(*label, ColumnKind::Text);
    let mut grid = Grid::new(facts.iter().map(column).collect());
    grid.push(facts.iter().map(|(_, value)| value.as_str().into()).collect());
    document.data = Some(grid);
    document
}
