//! The public form of a report (整改进展情况的通报): of each problem its title, whether it is rectified, and what was done.

use std::collections::BTreeSet;

use super::{each, number_on_paper};
use crate::domain::book::Lang;
use crate::domain::standing::Standing;
use crate::render::document::{Block, Document, Level, Place};
use crate::render::words::paper::{self, Numbered, PaperLabel, Sentence, Title};
use crate::reports::paper::Papers;
use crate::reports::public::{Told, status, told};

/// Lays out a notice for each ledger; `persons` are named in none of them.
pub fn document(report: &Papers<'_>, persons: &BTreeSet<String>, lang: Lang) -> Document {
    each(report, lang, |document, part| {
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
    })
}

fn push_item(document: &mut Document, standing: &Standing<'_>, persons: &BTreeSet<String>) {
    let lang = document.lang;
    let title = crate::reports::public::without_names(&standing.problem.title, persons);
    let about = paper::sentence(lang, Sentence::About(&title));
    let number = number_on_paper(&standing.problem);
    document.heading(Level::Item, paper::numbered(lang, Numbered::Item(&number), &about));
    let label = |label| paper::paper_label(lang, label).to_owned();
    let is = paper::public_status(lang, status(standing)).to_owned();
    document.push(Block::Labelled(label(PaperLabel::Status), is));
    let lines: Vec<_> = told(standing, persons).iter().map(|told| words_of(told, lang)).collect();
    let lines = if lines.is_empty() { label(PaperLabel::NothingYet) } else { lines.join("\n") };
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
