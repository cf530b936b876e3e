//! The report on rectification (整改情况报告): the figures of all, then each problem in the order of printing.

use super::item::{course, limit, measures_and_who};
use super::{chapter, each, number_on_paper, paper_column, section};
use crate::domain::acts::State;
use crate::domain::book::Lang;
use crate::domain::money::Money;
use crate::domain::standing::{Accounted, Standing};
use crate::render::document::{Block, ColumnKind, Document, Grid, Level, Place};
use crate::render::layout::{column, note, push_rules_on_paper};
use crate::render::words::paper::{self, Numbered, PaperLabel, Sentence, Title};
use crate::render::words::{self, FurtherNote, Label, Note};
use crate::reports::paper::{Called, Papers, Part};
use crate::reports::summary::counted;

/// Lays out a report for each ledger; it goes to whoever is named, else to who found the problems.
pub fn document(report: &Papers<'_>, to: Option<&str>, lang: Lang) -> Document {
    let mut document = each(report, lang, |document, part| {
        begin(document, part, report, to);
        chapter(document, 1, PaperLabel::Overview);
        overview(document, part);
        let items = [
            (PaperLabel::OneByOne(part.called()), &part.problems),
            (PaperLabel::Duties, &part.duties),
        ];
        let items = items.into_iter().filter(|(_, standings)| !standings.is_empty());
        for (number, (label, standings)) in (2..).zip(items) {
            chapter(document, number, label);
            for standing in standings {
                push_item(document, standing);
            }
        }
        end(document, part, report);
    });
    document.data = Some(data(report, lang));
    document
}

/// The problems in one table, for programs.
fn data(report: &Papers<'_>, lang: Lang) -> Grid {
    let mut grid = Grid::new(vec![
        column(lang, Label::Id, ColumnKind::Id),
        column(lang, Label::Reference, ColumnKind::Id),
        paper_column(lang, PaperLabel::Matter(Called::Both), ColumnKind::Text),
        column(lang, Label::Detail, ColumnKind::Text),
        paper_column(lang, PaperLabel::Measures, ColumnKind::Text),
        paper_column(lang, PaperLabel::Course, ColumnKind::Text),
        column(lang, Label::Limit, ColumnKind::Text),
        column(lang, Label::State, ColumnKind::Name),
    ]);
    grid.main = true;
    for standing in report.parts.iter().flat_map(|part| part.problems.iter().chain(&part.duties)) {
        let problem = &standing.problem;
        let id = standing.id();
        grid.push(vec![
            id.to_string().into(),
            number_on_paper(problem).into(),
            problem.title.as_str().into(),
            problem.detail.as_deref().map(|detail| detail.trim().to_owned()).into(),
            measures_and_who(standing, lang).into(),
            course(standing, lang).into(),
            limit(standing, lang).into(),
            words::state(lang, standing.state).into(),
        ]);
    }
    grid
}

/// Title, addressee, and where the problems come from.
fn begin(document: &mut Document, part: &Part<'_>, report: &Papers<'_>, to: Option<&str>) {
    let (lang, head, called) = (document.lang, &part.ledger.head, part.called());
    let title = Title::Rectification { head, name: &part.ledger.name, called };
    document.heading(Level::Title, paper::title(lang, title));
    if let Some(to) = to.or(head.source.as_deref()) {
        let to = paper::sentence(lang, Sentence::Addressee(to));
        document.push(Block::Line(Place::Addressee, to));
    }
    let problems = part.total().all.len();
    let (measures, today) = (part.measures(), report.today);
    let lead = Sentence::Lead { head, called, problems, measures, today };
    document.push(Block::Paragraph(paper::sentence(lang, lead)));
}

/// The figures of all, each sort under a heading of its own, and the rules by which they are counted.
fn overview(document: &mut Document, part: &Part<'_>) {
    let (lang, figures) = (document.lang, part.total());
    let mut number = 1;
    let mut paragraph = |document: &mut Document, label, sentences: &[Sentence<'_>]| {
        section(document, number, label);
        number += 1;
        for sentence in sentences {
            document.push(Block::Paragraph(paper::sentence(lang, *sentence)));
        }
    };
    let numbers = |of: &dyn Fn(&Standing<'_>) -> bool| -> Vec<String> {
        let those = part.problems.iter().filter(|standing| of(standing));
        those.map(|standing| number_on_paper(&standing.problem)).collect()
    };
    let awaiting = numbers(&|standing| standing.state == State::Awaiting);
    let overdue = numbers(&|standing| standing.is_overdue());
    let mut sentences = vec![Sentence::Totals { called: part.called(), figures }];
    sentences.extend((!awaiting.is_empty()).then_some(Sentence::Awaiting(&awaiting)));
    sentences.extend((!overdue.is_empty()).then_some(Sentence::Overdue(&overdue)));
    paragraph(document, PaperLabel::HowFar, &sentences);
    document.push(note(lang, &Note::RateRule));
    document.push(note(lang, &Note::OverdueRule));
    push_rules_on_paper(document, &[], &part.counting);
    if part.provisional {
        document.push(note(lang, &Note::ProvisionalRule));
    }
    if figures.involved != Money::ZERO || figures.recoverable != Money::ZERO {
        paragraph(document, PaperLabel::Money, &[Sentence::Money(figures)]);
        document.push(note(lang, &Note::Further(FurtherNote::Money)));
    }
    let further = &figures.further;
    let numbers = further.counted.keys().map(|name| {
        numbers(&|standing| {
            standing.state != State::Withdrawn && counted(standing).any(|(known, _)| known == *name)
        })
    });
    let numbers: Vec<_> = numbers.collect();
    let made = further.counted.iter().zip(&numbers);
    let made = made.map(|(((name, unit), total), numbers)| Sentence::Counted {
        name,
        unit,
        total: *total,
        numbers,
    });
    let made: Vec<_> = made.collect();
    if !made.is_empty() {
        paragraph(document, PaperLabel::Counted, &made);
        document.push(note(lang, &Note::Further(FurtherNote::Counted)));
    }
    let all = further.held_to_account();
    if all != Accounted::default() {
        let forms = words::accounts(lang, &further.accounted).unwrap_or_default();
        paragraph(document, PaperLabel::Accounted, &[Sentence::Accounted { all, forms: &forms }]);
        document.push(note(lang, &Note::Further(FurtherNote::Accounted)));
    }
}

/// A problem: what was found, what is done about it, what was done, and by when; strictly in this order.
fn push_item(document: &mut Document, standing: &Standing<'_>) {
    let (lang, problem) = (document.lang, &standing.problem);
    let number = number_on_paper(problem);
    let heading = paper::numbered(lang, Numbered::Item(&number), &problem.title);
    document.heading(Level::Item, heading);
    if let Some(detail) = &problem.detail {
        document.push(Block::Paragraph(detail.trim().to_owned()));
    }
    let found = Sentence::Found {
        found: problem.found,
        amount: problem.amount,
        recoverable: problem.recoverable,
        recurs: &problem.recurs,
    };
    let found = paper::sentence(lang, found);
    if !found.is_empty() {
        document.push(Block::Paragraph(found));
    }
    if let Some(cause) = &problem.cause {
        let label = words::label(lang, Label::Cause).to_owned();
        document.push(Block::Labelled(label, cause.trim().to_owned()));
    }
    let labelled = |label: &str, text| Block::Labelled(label.to_owned(), text);
    let measures = paper::paper_label(lang, PaperLabel::Measures);
    document.push(labelled(measures, measures_and_who(standing, lang)));
    let done = paper::paper_label(lang, PaperLabel::Course);
    document.push(labelled(done, course(standing, lang)));
    document.push(labelled(words::label(lang, Label::Limit), limit(standing, lang)));
}

/// The last words, who signs, and the day.
fn end(document: &mut Document, part: &Part<'_>, report: &Papers<'_>) {
    let lang = document.lang;
    document.push(Block::Paragraph(paper::paper_label(lang, PaperLabel::End).to_owned()));
    if let Some(owner) = &part.ledger.head.owner {
        document.push(Block::Line(Place::Signature, owner.clone()));
    }
    document.push(Block::Line(Place::Signature, paper::day(lang, report.today)));
}
