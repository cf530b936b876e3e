//! The public form of a report (整改进展情况的通报): of each problem its title, whether it is rectified, and what was done.

use std::collections::BTreeSet;

use super::{each, number_on_paper, paper_column};
use crate::domain::book::Lang;
use crate::domain::persons::without_names;
use crate::domain::standing::Standing;
use crate::render::document::{Block, ColumnKind, Document, Grid, Level, Place};
use crate::render::layout::column;
use crate::render::words::Label;
use crate::render::words::paper::{self, Numbered, PaperLabel, Sentence, Title};
use crate::reports::paper::{Called, Papers};
use crate::reports::public::{Told, status, told};

/// Lays out a notice for each ledger; `persons` are named in none of them.
pub fn document(report: &Papers<'_>, persons: &BTreeSet<String>, lang: Lang) -> Document {
    let mut document = each(report, lang, |document, part| {
        let (head, called) = (&part.ledger.head, part.called());
        let title = Title::Public { head, name: &part.ledger.name, called };
        document.heading(Level::Title, paper::title(lang, title));
        let below = paper::below_title(lang, head.source.as_deref(), None, report.today);
        document.push(Block::Line(Place::Centred, below));
        let figures = part.total();
        let totals = paper::sentence(lang, Sentence::PublicTotals { called, figures });
        document.push(Block::Paragraph(totals));
        for standing in part.problems.iter().chain(&part.duties) {
            push_item(document, standing, persons);
        }
        if let Some(owner) = &head.owner {
            document.push(Block::Line(Place::Signature, owner.clone()));
        }
        document.push(Block::Line(Place::Signature, paper::day(lang, report.today)));
    });
    document.data = Some(data(report, persons, lang));
    document
}

/// The problems in one table, for programs.
fn data(report: &Papers<'_>, persons: &BTreeSet<String>, lang: Lang) -> Grid {
    let mut grid = Grid::new(vec![
        column(lang, Label::Reference, ColumnKind::Id),
        paper_column(lang, PaperLabel::Matter(Called::Both), ColumnKind::Text),
        paper_column(lang, PaperLabel::Status, ColumnKind::Name),
        paper_column(lang, PaperLabel::PublicCourse, ColumnKind::Text),
    ]);
    grid.main = true;
    for standing in report.parts.iter().flat_map(|part| part.problems.iter().chain(&part.duties)) {
        grid.push(vec![
            number_on_paper(&standing.problem).into(),
            without_names(&standing.problem.title, persons).into(),
            paper::public_status(lang, status(standing)).into(),
            lines(standing, persons, lang).into(),
        ]);
    }
    grid
}

/// What was done, a line each.
fn lines(standing: &Standing<'_>, persons: &BTreeSet<String>, lang: Lang) -> String {
    let lines: Vec<_> = told(standing, persons).iter().map(|told| words_of(told, lang)).collect();
    if lines.is_empty() {
        return paper::paper_label(lang, PaperLabel::NothingYet).to_owned();
    }
    lines.join("\n")
}

fn push_item(document: &mut Document, standing: &Standing<'_>, persons: &BTreeSet<String>) {
    let lang = document.lang;
    let title = without_names(&standing.problem.title, persons);
    let about = paper::sentence(lang, Sentence::About(&title));
    let number = number_on_paper(&standing.problem);
    document.heading(Level::Item, paper::numbered(lang, Numbered::Item(&number), &about));
    let label = |label| paper::paper_label(lang, label).to_owned();
    let is = paper::public_status(lang, status(standing)).to_owned();
    document.push(Block::Labelled(label(PaperLabel::Status), is));
    let lines = lines(standing, persons, lang);
    document.push(Block::Labelled(label(PaperLabel::PublicCourse), lines));
}

/// What is told, in words.
pub fn words_of(told: &Told, lang: Lang) -> String {
    match told {
        Told::Words(text) => paper::sentence(lang, Sentence::Measure { text, by: &[] }),
        Told::Measured { name, actual, unit } => {
            let actual = actual.to_string();
            paper::sentence(lang, Sentence::Measured { name, actual: &actual, unit })
        }
    }
}
