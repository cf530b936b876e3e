//! A problem's whole life on one screen.

use super::column;
use crate::domain::book::Lang;
use crate::domain::entry::{Act, Entry};
use crate::domain::id::Id;
use crate::domain::standing::{Deadline, LastDay, Standing};
use crate::render::document::{Block, Cell, ColumnKind, Document, Grid};
use crate::render::words::{self, Label};

/// Lays out one problem as it stands.
pub fn document(standing: &Standing<'_>, lang: Lang) -> Document {
    let mut document = Document::new(lang);
    let id = Id::of_problem(&standing.ledger.name, standing.problem.no);
    document.push(Block::Heading(format!("{id}  {}", standing.problem.title)));
    document.push(Block::Facts(facts(standing, lang)));
    let texts = [
        (Label::Detail, &standing.problem.detail),
        (Label::Cause, &standing.problem.cause),
        (Label::Goal, &standing.problem.goal),
    ];
    for (label, text) in texts {
        if let Some(text) = text {
            document.push(Block::Paragraph(format!("{}\n{text}", words::label(lang, label))));
        }
    }
    let grids = [
        occurrences(standing, lang),
        measures(standing, lang),
        indicators(standing, lang),
        entries(standing, lang),
    ];
    grids
        .into_iter()
        .filter(|grid| !grid.rows.is_empty())
        .for_each(|grid| document.push(Block::Grid(grid)));
    document
}

fn facts(standing: &Standing<'_>, lang: Lang) -> Vec<(String, String)> {
    let problem = &standing.problem;
    let who = &standing.responsible;
    let names = |names: &Vec<String>| (!names.is_empty()).then(|| words::list(lang, names));
    let day = |day: crate::domain::day::Day| words::full_day(lang, day);
    let kind = Some(problem.kind).filter(|kind| *kind != crate::domain::problem::Kind::Problem);
    let facts = [
        (Label::State, Some(words::standing_state(lang, standing))),
        (Label::Kind, kind.map(|kind| words::kind(lang, kind).to_owned())),
        (Label::Reference, problem.reference.clone()),
        (Label::Former, names(&problem.former)),
        (Label::Ledger, standing.ledger.head.title.clone()),
        (Label::Category, problem.category.clone()),
        (Label::Source, standing.source().map(str::to_owned)),
        (Label::Found, standing.found().map(day)),
        (Label::Lead, names(&who.lead)),
        (Label::Joint, names(&who.joint)),
        (Label::With, names(&who.with)),
        (Label::Owners, problem.owners.clone()),
        (Label::Leader, names(&who.leader)),
        (Label::Person, names(&who.person)),
        (Label::Limit, standing.deadline.words.clone()),
        (Label::FirstDay, first_day(&standing.deadline, lang)),
        (
            day_label(standing),
            last_day(&standing.last_day(), lang)
                .map(|day| words::maybe_provisional(lang, day, standing.is_provisional())),
        ),
        (Label::Sustained, standing.is_sustained().then(|| words::flag(lang, true).to_owned())),
        (Label::Every, problem.every.clone()),
        (Label::Occurrence, standing.duty.as_ref().map(|duty| words::occurrences(lang, duty))),
        (Label::Round, (standing.round > 1).then(|| standing.round.to_string())),
        (Label::AmountInvolved, problem.amount.map(|amount| amount.to_string())),
        (Label::AmountRecoverable, problem.recoverable.map(|amount| amount.to_string())),
        (
            Label::AmountRecovered,
            (standing.recovered.fen() > 0).then(|| standing.recovered.to_string()),
        ),
        (Label::Recurs, names(&problem.recurs)),
        (Label::Tag, names(&problem.tags)),
    ];
    let known = facts
        .into_iter()
        .filter_map(|(label, value)| Some((words::label(lang, label).to_owned(), value?)));
    known.chain(problem.extra.iter().map(|(key, value)| (key.clone(), value.clone()))).collect()
}

/// The first day, where extensions moved it.
fn first_day(deadline: &Deadline, lang: Lang) -> Option<String> {
    (!deadline.extensions().is_empty()).then(|| last_day(&deadline.first, lang)).flatten()
}

fn last_day(day: &LastDay, lang: Lang) -> Option<String> {
    match day {
        LastDay::Day(day) => Some(words::full_day(lang, *day)),
        LastDay::NotGiven => None,
        LastDay::NoDay(reading) | LastDay::Unclear(reading) => Some(words::reading(lang, reading)),
    }
}

/// The next occurrence of a duty, or the last day of anything else.
fn day_label(standing: &Standing<'_>) -> Label {
    if standing.duty.is_some() { Label::NextOccurrence } else { Label::LastDay }
}

/// The occurrences of a duty that are reported or missed.
fn occurrences(standing: &Standing<'_>, lang: Lang) -> Grid {
    let mut grid = Grid::new(vec![
        column(lang, Label::Occurrence, ColumnKind::Date),
        column(lang, Label::State, ColumnKind::Name),
        column(lang, Label::Reported, ColumnKind::Date).optional(),
    ]);
    for occurrence in standing.duty.iter().flat_map(|duty| &duty.occurrences) {
        grid.push(vec![
            occurrence.day.into(),
            words::fulfilment(lang, occurrence.fulfilment).into(),
            occurrence.reported.into(),
        ]);
    }
    grid
}

fn measures(standing: &Standing<'_>, lang: Lang) -> Grid {
    let mut grid = Grid::new(vec![
        column(lang, Label::MeasureNo, ColumnKind::Id),
        column(lang, Label::Measure, ColumnKind::Text),
        column(lang, Label::Lead, ColumnKind::Name).optional(),
        column(lang, Label::Limit, ColumnKind::Name).optional(),
        column(lang, Label::LastDay, ColumnKind::Date).optional(),
        column(lang, Label::Reported, ColumnKind::Date).optional(),
    ]);
    for measure in &standing.measures {
        let deadline = measure.own.as_ref();
        grid.push(vec![
            measure.measure.no.into(),
            measure.measure.text.as_str().into(),
            super::lead_cell(lang, &measure.responsible),
            deadline.and_then(|deadline| deadline.words.clone()).into(),
            deadline.map_or(Cell::Empty, |deadline| {
                super::last_day_cell(lang, &deadline.now, deadline.provisional)
            }),
            measure.reported.into(),
        ]);
    }
    grid
}

fn indicators(standing: &Standing<'_>, lang: Lang) -> Grid {
    let labels =
        [Label::Indicator, Label::Measurement, Label::Baseline, Label::Target, Label::Actual];
    let kinds = [
        ColumnKind::Text,
        ColumnKind::Name,
        ColumnKind::Number,
        ColumnKind::Number,
        ColumnKind::Number,
    ];
    let mut grid = Grid::new(
        labels.into_iter().zip(kinds).map(|(label, kind)| column(lang, label, kind)).collect(),
    );
    for indicator in &standing.problem.indicators {
        grid.push(vec![
            indicator.name.as_str().into(),
            indicator.unit.clone().into(),
            indicator.baseline.into(),
            indicator.target.into(),
            standing.actuals.get(&indicator.name).copied().into(),
        ]);
    }
    grid
}

/// All entries that are known on the day, those that count for nothing marked as such.
fn entries(standing: &Standing<'_>, lang: Lang) -> Grid {
    let labels = [Label::On, Label::Act, Label::By, Label::Text, Label::Key];
    let kinds =
        [ColumnKind::Date, ColumnKind::Name, ColumnKind::Name, ColumnKind::Text, ColumnKind::Id];
    let mut grid = Grid::new(
        labels.into_iter().zip(kinds).map(|(label, kind)| column(lang, label, kind)).collect(),
    );
    let known =
        standing.problem.entries.iter().enumerate().filter(|(_, entry)| entry.on <= standing.today);
    let mut known: Vec<_> = known.collect();
    known.sort_by_key(|(_, entry)| entry.on);
    for (place, entry) in known {
        let counts = standing.effective.contains(&place);
        let act = words::act_done(lang, &entry.act, counts);
        grid.push(vec![
            entry.day().into(),
            act.into(),
            entry.by.as_str().into(),
            said(entry, lang).into(),
            entry.key.to_string().into(),
        ]);
    }
    grid
}

/// The entry's text, with what its act adds.
fn said(entry: &Entry, lang: Lang) -> String {
    let mut parts: Vec<String> = words::act_detail(lang, &entry.act).into_iter().collect();
    parts.extend(entry.text.clone());
    if let Act::Close { reason: Some(reason), .. } = &entry.act {
        parts.push(reason.clone());
    }
    parts.extend(entry.act.evidence().iter().map(|evidence| evidence.path.clone()));
    parts.join("\n")
}
