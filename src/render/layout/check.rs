//! What `ledger check` finds, as a table for other programs, and its rules.

use super::column;
use crate::check::Rule;
use crate::domain::book::Lang;
use crate::render::complaint::{self, Remark};
use crate::render::document::{Block, ColumnKind, Document, Grid, Level};
use crate::render::words::{self, Label};

/// Lays out the findings in the order given.
pub fn findings(remarks: &[Remark], lang: Lang) -> Document {
    let mut grid = Grid::new(vec![
        column(lang, Label::Severity, ColumnKind::Name),
        column(lang, Label::RuleName, ColumnKind::Id),
        column(lang, Label::Id, ColumnKind::Id),
        column(lang, Label::File, ColumnKind::Text),
        column(lang, Label::Line, ColumnKind::Number),
        column(lang, Label::Column, ColumnKind::Number),
        column(lang, Label::Wrong, ColumnKind::Text),
        column(lang, Label::Remedy, ColumnKind::Text),
    ]);
    for (remark, place) in remarks.iter().zip(complaint::lines_and_columns(remarks)) {
        grid.push(vec![
            words::severity(lang, remark.severity).into(),
            remark.rule_name().into(),
            remark.id.as_ref().map(ToString::to_string).into(),
            remark.source.path.as_str().into(),
            place.map(|(line, _)| line).into(),
            place.map(|(_, column)| column).into(),
            remark.message.as_str().into(),
            remark.help.clone().into(),
        ]);
    }
    let mut document = Document::new(lang);
    document.push(Block::Grid(grid));
    document
}

/// Lays out all rules: each with its severity, and in two lines what is wrong and what to do.
pub fn rules(lang: Lang) -> Document {
    let mut document = Document::new(lang);
    let mut grid = Grid::new(vec![
        column(lang, Label::RuleName, ColumnKind::Id),
        column(lang, Label::Severity, ColumnKind::Name),
        column(lang, Label::Fixable, ColumnKind::Name),
        column(lang, Label::Wrong, ColumnKind::Text),
        column(lang, Label::Remedy, ColumnKind::Text),
    ]);
    for (name, rule, severity) in Rule::ALL {
        let [what, remedy] = words::check_rule(lang, rule);
        let severity = words::severity(lang, severity);
        document.push(Block::Heading(Level::Part, words::rule_heading(lang, rule)));
        document.push(Block::Paragraph(format!("{what}\n{remedy}")));
        grid.push(vec![
            name.into(),
            severity.into(),
            words::flag(lang, rule.is_fixable()).into(),
            what.into(),
            remedy.into(),
        ]);
    }
    document.data = Some(grid);
    document
}
