//! The rows of the ledger with all their columns, in one table or one for each unit.

use super::{column, last_day_cell, lit_cell, note, push_bands, push_counting, push_later};
use crate::domain::acts::State;
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::domain::entry::Entry;
use crate::domain::responsible::Responsible;
use crate::domain::roster::Roster;
use crate::domain::standing::{Fulfilment, Standing};
use crate::render::document::{Block, Cell, Column, ColumnKind, Document, Grid, Level, Paper};
use crate::render::words::export::{Exported, exported};
use crate::render::words::{self, Label, Note};
use crate::reports::export::{Export, Row, by_unit, rows};

/// Lays out all rows in one table.
pub fn document(report: &Export<'_>, lang: Lang) -> Document {
    let mut document = begin(lang);
    let standings: Vec<_> = report.standings.iter().collect();
    let heading = exported(lang, &Exported::Heading { today: report.today });
    let name = exported(lang, &Exported::Sheet);
    push(&mut document, report, &standings, (heading, name));
    rules(&mut document, report);
    document
}

/// Lays out a table for each unit that leads.
pub fn split(report: &Export<'_>, roster: &Roster, lang: Lang) -> Document {
    let mut document = begin(lang);
    for (unit, standings) in by_unit(report.standings, roster) {
        let unit = unit.unwrap_or_else(|| words::label(lang, Label::NoLead));
        let heading = exported(lang, &Exported::HeadingOf { unit, today: report.today });
        push(&mut document, report, &standings, (heading, unit.to_owned()));
        document.push(Block::Note(exported(lang, &Exported::SplitRule)));
        rules(&mut document, report);
    }
    document
}

fn begin(lang: Lang) -> Document {
    Document { paper: Paper::Landscape, ..Document::new(lang) }
}

fn push(
    document: &mut Document,
    report: &Export<'_>,
    standings: &[&Standing<'_>],
    (heading, name): (String, String),
) {
    let lang = document.lang;
    let mut grid = Grid::new(columns(report, lang));
    grid.name = Some(name);
    for row in standings.iter().flat_map(|standing| rows(standing)) {
        grid.push(cells(&row, report, lang));
    }
    let (rows, problems) = (grid.rows.len(), standings.len());
    document.push(Block::Heading(Level::Part, heading));
    document.push(Block::Grid(grid));
    let total = Exported::Total { rows, problems, measures: rows - problems };
    document.push(Block::Note(exported(lang, &total)));
    document.push(Block::Note(exported(lang, &Exported::RowRule)));
}

fn rules(document: &mut Document, report: &Export<'_>) {
    let lang = document.lang;
    if report.provisional {
        document.push(note(lang, &Note::ProvisionalRule));
    }
    push_bands(document, &report.bands);
    push_counting(document, &report.counting);
    push_later(document, report.today, &report.later);
}

fn columns(report: &Export<'_>, lang: Lang) -> Vec<Column> {
    use ColumnKind::{Date, Id, Light, Money, Name, Number, Text};
    let always = [
        (Label::Id, Id),
        (Label::Ledger, Name),
        (Label::Reference, Id),
        (Label::Kind, Name),
        (Label::Problem, Text),
        (Label::Measure, Text),
        (Label::Detail, Text),
        (Label::Category, Name),
        (Label::Source, Name),
        (Label::Found, Date),
        (Label::Cause, Text),
        (Label::Goal, Text),
        (Label::Lead, Name),
        (Label::Joint, Name),
        (Label::With, Name),
        (Label::Leader, Name),
        (Label::Person, Name),
        (Label::Owners, Text),
        (Label::Limit, Name),
        (Label::Sustained, Name),
        (Label::FirstDay, Date),
        (Label::LastDay, Date),
        (Label::State, Name),
        (Label::Light, Light),
        (Label::DaysLate, Number),
        (Label::DaysLeft, Number),
        (Label::Extensions, Number),
        (Label::DaysWon, Number),
        (Label::Reported, Date),
        (Label::LateByFirst, Number),
        (Label::LateByLast, Number),
        (Label::ClosedOn, Date),
        (Label::Round, Number),
        (Label::Next, Date),
        (Label::LastNotice, Name),
        (Label::LatestOn, Date),
        (Label::Latest, Text),
        (Label::AmountInvolved, Money),
        (Label::AmountRecoverable, Money),
        (Label::AmountRecovered, Money),
        (Label::AmountOutstanding, Money),
    ];
    let seldom = [
        (Label::Recurs, Name),
        (Label::Tag, Name),
        (Label::Every, Name),
        (Label::Met, Number),
        (Label::Late, Number),
        (Label::Missed, Number),
    ];
    let always = always.map(|(label, kind)| column(lang, label, kind));
    let seldom = seldom.map(|(label, kind)| column(lang, label, kind).optional());
    let own = report.own_keys.iter().map(|key| Column::new(*key, Text));
    always.into_iter().chain(seldom).chain(own).collect()
}

fn cells(row: &Row<'_>, report: &Export<'_>, lang: Lang) -> Vec<Cell> {
    let extra = row.line.measure.map_or(&row.line.standing.problem.extra, |of| &of.measure.extra);
    let own = report.own_keys.iter().map(|key| extra.get(*key).cloned().into());
    [what(row, lang), who(row.line.responsible()), when(row, lang), since(row, lang), seldom(row)]
        .into_iter()
        .flatten()
        .chain(own)
        .collect()
}

/// What was found. What a measure shares with its problem stands again, so that each row can be filtered by it; what is
/// long stands once.
fn what(row: &Row<'_>, lang: Lang) -> Vec<Cell> {
    let standing = row.line.standing;
    let problem = &standing.problem;
    let measure = row.line.measure;
    let once =
        |text: &Option<String>| if measure.is_none() { text.clone().into() } else { Cell::Empty };
    let kind = match measure {
        Some(_) => words::label(lang, Label::Measure),
        None => words::kind(lang, problem.kind),
    };
    vec![
        row.line.id().to_string().into(),
        standing.ledger.name.as_str().into(),
        problem.reference.clone().into(),
        kind.into(),
        problem.title.as_str().into(),
        measure.map(|of| of.measure.text.clone()).into(),
        once(&problem.detail),
        problem.category.clone().into(),
        standing.source().map(str::to_owned).into(),
        standing.found().into(),
        once(&problem.cause),
        once(&problem.goal),
    ]
}

fn who(who: &Responsible) -> Vec<Cell> {
    [&who.lead, &who.joint, &who.with, &who.leader, &who.person].map(|of| names(of)).into()
}

fn names(names: &[String]) -> Cell {
    if names.is_empty() { Cell::Empty } else { names.to_vec().into() }
}

fn when(row: &Row<'_>, lang: Lang) -> Vec<Cell> {
    let line = &row.line;
    let standing = line.standing;
    let (extensions, won) = line.extended();
    let owners = standing.problem.owners.clone().filter(|_| line.measure.is_none());
    let sustained = line.measure.map_or(standing.is_sustained(), |of| of.measure.sustained);
    // What is overdue is open all the same; the light says the other.
    let reported =
        line.measure.is_some() && line.reported().is_some() && standing.state.is_active();
    let state = if reported { State::Awaiting } else { standing.state };
    vec![
        owners.into(),
        line.words().map(str::to_owned).into(),
        Cell::Flag(sustained),
        line.first_day().day().into(),
        last_day_cell(lang, line.last_day(), line.is_provisional()),
        words::state(lang, state).into(),
        lit_cell(lang, row.light),
        row.days_late.into(),
        // Days are left to no problem of which a measure is late.
        line.days_left().filter(|_| row.days_late.is_none()).into(),
        extensions.into(),
        won.into(),
    ]
}

/// What has become of it.
fn since(row: &Row<'_>, lang: Lang) -> Vec<Cell> {
    let line = &row.line;
    let standing = line.standing;
    let own = line.measure.is_none();
    let late = line.reported_late();
    let next = standing.watch.and_then(|watch| watch.next).filter(|_| own);
    let notice = line.noticed().map(|level| words::level_name(lang, &standing.policy, level));
    let money = |amount: Option<_>| amount.filter(|_| own).into();
    let involved = standing.problem.amount.or(standing.problem.recoverable);
    vec![
        line.reported().and_then(Day::known).into(),
        late.map(|late| late.by_first).into(),
        late.map(|late| late.by_last).into(),
        row.closed.into(),
        standing.round.into(),
        next.into(),
        notice.into(),
        row.last_word.and_then(Entry::day).into(),
        row.last_word.and_then(|entry| entry.text.clone()).into(),
        money(standing.problem.amount),
        money(standing.problem.to_come_back()),
        money(involved.map(|_| standing.recovered)),
        money(standing.outstanding()),
    ]
}

fn seldom(row: &Row<'_>) -> Vec<Cell> {
    let standing = row.line.standing;
    let own = row.line.measure.is_none();
    let duty = standing.duty.as_ref().filter(|_| own);
    let count = |of| duty.map_or(Cell::Empty, |duty| duty.count(of).into());
    vec![
        if own { names(&standing.problem.recurs) } else { Cell::Empty },
        names(&standing.problem.tags),
        standing.problem.every.clone().filter(|_| own).into(),
        count(Fulfilment::Met),
        count(Fulfilment::Late),
        count(Fulfilment::Missed),
    ]
}
