//! The papers of notices (督办单): each on a page of its own, with the places for the answer.

use super::item::{measures, responsible};
use super::number_on_paper;
use crate::domain::book::Lang;
use crate::render::document::{Block, Cell, Column, ColumnKind, Document, Grid, Level, Place};
use crate::render::layout::{column, last_day_cell, note, push_rules_on_paper};
use crate::render::words::paper::{self, FormLabel, Numbered, SlipLabel, SlipText};
use crate::render::words::{self, Label, Note};
use crate::reports::slip::{Matter, Slip, Slips};

/// Lays out the papers.
pub fn document(report: &Slips<'_>, lang: Lang) -> Document {
    let mut document = Document::new(lang);
    for (place, slip) in report.slips.iter().enumerate() {
        if place > 0 {
            document.push(Block::PageBreak);
        }
        push(&mut document, slip);
    }
    if report.slips.is_empty() {
        document.push(Block::Paragraph(words::note(lang, &Note::NothingListed)));
        return document;
    }
    push_rules_on_paper(&mut document, &[], &report.counting);
    if report.provisional {
        document.push(note(lang, &Note::ProvisionalRule));
    }
    document.data = Some(data(report, lang));
    document
}

fn push(document: &mut Document, slip: &Slip<'_>) {
    let lang = document.lang;
    let name = common_name(slip, lang);
    let to = words::list(lang, &slip.to);
    let text = |text: SlipText<'_>| paper::slip_text(lang, text);
    document.heading(Level::Title, text(SlipText::Title(name.as_deref())));
    let numbers: Vec<_> = slip.matters.iter().filter_map(|it| it.number.clone()).collect();
    let below = if slip.draft { SlipText::Draft } else { SlipText::Numbers(&numbers) };
    document.push(Block::Line(Place::Centred, text(below)));
    if !slip.to.is_empty() {
        document.push(Block::Line(Place::Addressee, text(SlipText::Addressee(&to))));
    }
    let late = |matter: &Matter<'_>| matter.days.is_some_and(|days| days > 0);
    let count = slip.matters.len();
    let late = slip.matters.iter().filter(|matter| late(matter)).count();
    document.push(Block::Paragraph(text(SlipText::Lead { count, late, on: slip.on })));
    for matter in &slip.matters {
        if count > 1 {
            let (number, title) =
                (number_on_paper(&matter.standing.problem), &matter.standing.problem.title);
            let heading = paper::numbered(lang, Numbered::Item(&number), title);
            document.heading(Level::Item, heading);
        }
        document.push(Block::Grid(facts(matter, lang)));
    }
    document.push(Block::Grid(answer(slip, lang)));
    if let Some(issuer) = &slip.issuer {
        document.push(Block::Line(Place::Signature, issuer.clone()));
    }
    let blank = || paper::form_label(lang, FormLabel::BlankDay).to_owned();
    let day = if slip.draft { blank() } else { paper::day(lang, slip.on) };
    document.push(Block::Line(Place::Signature, day));
}

/// What the rung of all its matters is called, where that is one.
fn common_name(slip: &Slip<'_>, lang: Lang) -> Option<String> {
    let mut names = slip.matters.iter().map(|matter| level_name(matter, lang));
    let first = names.next()?;
    names.all(|name| name == first).then_some(first)
}

/// What the rung of a notice is called.
pub fn level_name(matter: &Matter<'_>, lang: Lang) -> String {
    words::level_name(lang, &matter.standing.policy, matter.level)
}

fn form(lang: Lang) -> Grid {
    let label = |label| paper::form_label(lang, label);
    Grid::new(vec![
        Column::new(label(FormLabel::What), ColumnKind::Name),
        Column::new(label(FormLabel::Content), ColumnKind::Text).weight(4),
    ])
}

fn facts(matter: &Matter<'_>, lang: Lang) -> Grid {
    let standing = matter.standing;
    let problem = &standing.problem;
    let mut grid = form(lang);
    grid.name = Some(matter.number.clone().unwrap_or_else(|| matter.standing.id().to_string()));
    let mut fact = |label: &str, value: Cell| grid.push(vec![label.into(), value]);
    let own = |label| words::label(lang, label);
    let slip = |label| paper::slip_label(lang, label);
    let text = |text: Option<&str>| -> Cell { text.map(|text| text.trim().to_owned()).into() };
    fact(own(Label::Id), matter.standing.id().to_string().into());
    fact(own(Label::Problem), problem.title.as_str().into());
    if problem.detail.is_some() {
        fact(own(Label::Detail), text(problem.detail.as_deref()));
    }
    fact(own(Label::Source), text(standing.source()));
    let measure = matter.line.and_then(|line| line.measure);
    match measure {
        Some(measure) => fact(own(Label::Measure), measure.measure.text.as_str().into()),
        None => fact(own(Label::Measure), measures(standing, lang).into()),
    }
    let who = measure.map_or(&standing.responsible, |measure| &measure.responsible);
    for (label, names) in responsible(who, lang) {
        fact(label, names.into());
    }
    if let Some(line) = &matter.line {
        fact(own(Label::Limit), line.words().map(str::to_owned).into());
        fact(own(Label::LastDay), last_day_cell(lang, line.last_day(), line.is_provisional()));
    }
    if let Some(days) = matter.days {
        fact(own(Label::ToLastDay), words::to_last_day(lang, days).into());
    }
    fact(slip(SlipLabel::Rung), level_name(matter, lang).into());
    let earlier = matter.earlier.iter().map(|it| {
        let name = words::notice(lang, &it.policy, it.level, &it.number);
        paper::slip_text(lang, SlipText::Earlier { on: it.on, name: &name })
    });
    fact(slip(SlipLabel::Earlier), Cell::from(earlier.collect::<Vec<_>>().join("\n")));
    fact(slip(SlipLabel::Asked), text(matter.asked.as_deref()));
    // The book has no key for it; whoever signs fills it in, where the words above do not say it.
    fact(slip(SlipLabel::Until), paper::form_label(lang, FormLabel::BlankDay).into());
    grid
}

/// The places for what is answered.
fn answer(slip: &Slip<'_>, lang: Lang) -> Grid {
    let mut grid = form(lang);
    paper::slip_label(lang, SlipLabel::Answer).clone_into(&mut grid.columns[0].heading);
    for label in [SlipLabel::Progress, SlipLabel::Why, SlipLabel::Next, SlipLabel::Signed] {
        grid.push(vec![paper::slip_label(lang, label).into(), Cell::Empty]);
    }
    let blank = paper::form_label(lang, FormLabel::BlankDay);
    grid.push(vec![words::label(lang, Label::On).into(), blank.into()]);
    let name = paper::slip_label(lang, SlipLabel::Answer);
    let of = slip
        .matters
        .first()
        .map(|it| it.number.clone().unwrap_or_else(|| it.standing.id().to_string()));
    grid.name = of.map(|of| format!("{of} {name}"));
    grid
}

/// All notices in one table, for programs.
fn data(report: &Slips<'_>, lang: Lang) -> Grid {
    let mut grid = Grid::new(vec![
        column(lang, Label::Number, ColumnKind::Id),
        column(lang, Label::On, ColumnKind::Date),
        column(lang, Label::Id, ColumnKind::Id),
        column(lang, Label::Problem, ColumnKind::Text),
        column(lang, Label::To, ColumnKind::Name),
        column(lang, Label::Notice, ColumnKind::Name),
        column(lang, Label::MeasureNo, ColumnKind::Number),
        column(lang, Label::LastDay, ColumnKind::Date),
        column(lang, Label::DaysLate, ColumnKind::Number),
        column(lang, Label::DaysLeft, ColumnKind::Number),
        column(lang, Label::Text, ColumnKind::Text),
    ]);
    grid.main = true;
    for slip in &report.slips {
        for matter in &slip.matters {
            let line = matter.line.as_ref();
            grid.push(vec![
                matter.number.clone().into(),
                (!slip.draft).then_some(slip.on).into(),
                matter.standing.id().to_string().into(),
                matter.standing.problem.title.as_str().into(),
                slip.to.clone().into(),
                level_name(matter, lang).into(),
                line.and_then(|line| line.measure).map(|measure| measure.measure.no).into(),
                line.and_then(|line| line.last_day().day()).into(),
                matter.days.filter(|days| *days > 0).into(),
                matter.days.filter(|days| *days <= 0).map(|days| -days).into(),
                matter.asked.clone().into(),
            ]);
        }
    }
    grid
}
