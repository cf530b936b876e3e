//! Applications for closing and for more time: what is known is filled in, what others decide is left blank.

use super::item::{measures as measures_of, responsible};
use super::{number_on_paper, told};
use crate::domain::book::Lang;
use crate::domain::entry::Act;
use crate::domain::id::Id;
use crate::domain::standing::{LastDay, Line};
use crate::render::document::{Block, Cell, Column, ColumnKind, Document, Grid, Level, Place};
use crate::render::layout::column;
use crate::render::words::paper::{self, FormLabel, Title};
use crate::render::words::{self, Label};
use crate::reports::application::{Application, Applications, For};
use crate::reports::paper::course;

/// Lays out the applications, each on a page of its own.
pub fn document(report: &Applications<'_>, lang: Lang) -> Document {
    let mut document = Document::new(lang);
    for (place, form) in report.forms.iter().enumerate() {
        if place > 0 {
            document.push(Block::PageBreak);
        }
        push(&mut document, form, report.what);
    }
    document
}

fn push(document: &mut Document, form: &Application<'_>, what: For) {
    let lang = document.lang;
    let title = match what {
        For::Closing => Title::Closing,
        For::Extension => Title::Extension,
    };
    document.heading(Level::Title, paper::title(lang, title));
    let ledger = form.life.standing.ledger;
    let below = ledger.head.title.as_deref().unwrap_or(&ledger.name);
    document.push(Block::Line(Place::Centred, below.to_owned()));
    document.push(Block::Grid(facts(form, what, lang)));
    if what == For::Closing {
        push_grid(document, measures(form, lang));
        push_grid(document, proofs(form, lang));
    } else {
        push_grid(document, super::super::problem::moves(form.life, lang));
    }
    document.push(Block::Grid(opinions(form, what, lang)));
    if !form.lacking.is_empty() {
        document.push(Block::Note(paper::lacking(lang, &form.lacking)));
    }
    if what == For::Extension && form.lacking.is_empty() && form.is_late() {
        let late = paper::form_label(lang, FormLabel::AskedLate);
        document.push(Block::Note(late.to_owned()));
    }
}

fn push_grid(document: &mut Document, grid: Grid) {
    if !grid.rows.is_empty() {
        document.push(Block::Grid(grid));
    }
}

fn form_column(lang: Lang, label: FormLabel, kind: ColumnKind) -> Column {
    Column::new(paper::form_label(lang, label), kind)
}

/// What is known, and the places for what is to be filled in.
fn facts(form: &Application<'_>, what: For, lang: Lang) -> Grid {
    let standing = form.life.standing;
    let problem = &standing.problem;
    let id = Id { measure: form.measure, ..form.life.standing.id() };
    let mut grid = Grid::new(vec![
        form_column(lang, FormLabel::What, ColumnKind::Name),
        form_column(lang, FormLabel::Content, ColumnKind::Text).weight(4),
    ]);
    grid.name = Some(id.to_string());
    let mut fact = |label: &str, value: Cell| grid.push(vec![label.into(), value]);
    let own = |label| words::label(lang, label);
    let text = |text: Option<&str>| text.map(|text| text.trim().to_owned()).into();
    fact(own(Label::Id), id.to_string().into());
    fact(own(Label::Reference), number_on_paper(problem).into());
    fact(own(Label::Problem), problem.title.as_str().into());
    if problem.detail.is_some() {
        fact(own(Label::Detail), text(problem.detail.as_deref()));
    }
    fact(own(Label::Source), text(standing.source()));
    match form.line().filter(|_| form.measure.is_some()).and_then(|line| line.measure) {
        Some(measure) => fact(own(Label::Measure), measure.measure.text.as_str().into()),
        None => fact(own(Label::Measure), measures_of(standing, lang).into()),
    }
    for (label, names) in responsible(&standing.responsible, lang) {
        fact(label, names.into());
    }
    for (label, value) in days(form, lang) {
        fact(own(label), value);
    }
    let blank = |label| paper::form_label(lang, label);
    match what {
        For::Closing => {
            let results: Vec<_> = course(standing).collect();
            fact(blank(FormLabel::Result), told(lang, &results, standing));
            fact(own(Label::Applicant), text(form.applicant()));
            fact(own(Label::Verifier), verifier(form).into());
        }
        For::Extension => {
            let results: Vec<_> = course(standing).collect();
            fact(own(Label::LastWord), told(lang, &results, standing));
            fact(blank(FormLabel::NewDay), blank(FormLabel::BlankDay).into());
            fact(blank(FormLabel::Why), Cell::Empty);
            fact(own(Label::Applicant), Cell::Empty);
            fact(own(Label::Asked), blank(FormLabel::BlankDay).into());
        }
    }
    grid
}

/// The limit, its days, and when the work was reported.
fn days(form: &Application<'_>, lang: Lang) -> Vec<(Label, Cell)> {
    let Some(line) = form.line() else { return Vec::new() };
    let day = |day: &LastDay| super::super::last_day_cell(lang, day, false);
    let mut days = vec![(Label::Limit, line.words().map(str::to_owned).into())];
    if line.first_day() != line.last_day() {
        days.push((Label::FirstDay, day(line.first_day())));
    }
    days.push((Label::LastDay, day(line.last_day())));
    if let Some(reported) = line.reported() {
        days.push((Label::Reported, reported.into()));
    }
    days.extend(late(&line, lang));
    days
}

fn late(line: &Line<'_>, lang: Lang) -> Option<(Label, Cell)> {
    let late = line.days_late().map(|late| words::to_last_day(lang, late));
    let told = late.or_else(|| words::own_remarks(lang, line))?;
    Some((Label::Remarks, told.into()))
}

/// Who verified, where it is closed.
fn verifier(form: &Application<'_>) -> Option<String> {
    let close = form.closed?;
    let Act::Close { verifier, .. } = &close.act else { return None };
    Some(verifier.clone().unwrap_or_else(|| close.by.clone()))
}

fn measures(form: &Application<'_>, lang: Lang) -> Grid {
    let mut grid = Grid::new(vec![
        column(lang, Label::MeasureNo, ColumnKind::Number),
        column(lang, Label::Measure, ColumnKind::Text),
        column(lang, Label::Lead, ColumnKind::Name).optional(),
        column(lang, Label::LastDay, ColumnKind::Date),
        column(lang, Label::Reported, ColumnKind::Date),
    ]);
    let standing = form.life.standing;
    for measure in &standing.measures {
        let line = standing.line_of(measure);
        grid.push(vec![
            measure.measure.no.into(),
            measure.measure.text.as_str().into(),
            super::super::lead_cell(lang, &measure.responsible),
            super::super::last_day_cell(lang, line.last_day(), line.is_provisional()),
            measure.reported.into(),
        ]);
    }
    grid
}

/// The list of evidence.
fn proofs(form: &Application<'_>, lang: Lang) -> Grid {
    let mut grid = Grid::new(vec![
        form_column(lang, FormLabel::Place, ColumnKind::Number),
        column(lang, Label::Evidence, ColumnKind::Text),
        form_column(lang, FormLabel::Proves, ColumnKind::Text),
        column(lang, Label::On, ColumnKind::Date),
    ]);
    for (place, proof) in form.proofs().into_iter().enumerate() {
        grid.push(vec![
            (place + 1).into(),
            proof.evidence.path.as_str().into(),
            words::act(lang, proof.entry.act.kind()).into(),
            proof.entry.day().into(),
        ]);
    }
    grid
}

/// The places in which others give their opinion, sign and seal.
fn opinions(form: &Application<'_>, what: For, lang: Lang) -> Grid {
    let mut grid = Grid::new(vec![
        form_column(lang, FormLabel::Opinion, ColumnKind::Text),
        form_column(lang, FormLabel::OpinionText, ColumnKind::Text).weight(4),
        form_column(lang, FormLabel::Signature, ColumnKind::Text),
        column(lang, Label::On, ColumnKind::Name),
    ]);
    let blank = paper::form_label(lang, FormLabel::BlankDay);
    for who in paper::opinion(lang, what) {
        grid.push(vec![(*who).into(), Cell::Empty, Cell::Empty, blank.into()]);
    }
    grid.name = Some(format!(
        "{} {}",
        form.life.standing.id(),
        paper::form_label(lang, FormLabel::OpinionText)
    ));
    grid
}
