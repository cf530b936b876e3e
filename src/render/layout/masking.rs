//! Whose names were masked, and what is to be looked at.

use crate::domain::book::Lang;
use crate::render::document::{Block, Column, ColumnKind, Document, Grid};
use crate::render::words::{TakingLabel, taking_label};

/// A name in a text that was taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameMasked {
    /// Where it stands.
    pub place: String,
    /// The name, or what looks like one.
    pub name: String,
    /// As what it is entered; nothing where it is left as it is.
    pub mask: Option<String>,
}

/// Adds a table of those that were masked and one of those that were not.
pub(super) fn push(
    document: &mut Document,
    names: &[NameMasked],
    lang: Lang,
    short: &dyn Fn(&str) -> String,
) {
    let column = |label, kind| Column::new(taking_label(lang, label), kind);
    let place = || column(TakingLabel::Place, ColumnKind::Id);
    let name = || column(TakingLabel::Was, ColumnKind::Name);
    let mut masked =
        Grid::new(vec![place(), name(), column(TakingLabel::Becomes, ColumnKind::Name)]);
    let mut doubts = Grid::new(vec![place(), name()]);
    for it in names {
        match &it.mask {
            Some(mask) => {
                masked.push(vec![
                    short(&it.place).into(),
                    it.name.as_str().into(),
                    mask.as_str().into(),
                ]);
            }
            None => doubts.push(vec![short(&it.place).into(), it.name.as_str().into()]),
        }
    }
    let has = |is_masked: bool| names.iter().any(|it| it.mask.is_some() == is_masked);
    for (there, label, grid) in
        [(has(true), TakingLabel::Masked, masked), (has(false), TakingLabel::LookAt, doubts)]
    {
        if there {
            document.push(Block::Heading(taking_label(lang, label).to_owned()));
            document.push(Block::Grid(grid));
        }
    }
}
