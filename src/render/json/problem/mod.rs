//! A whole problem as it stands, with its life, as JSON.

mod past;

use serde::Serialize;

use super::lights::{Course, Lit, Punctuality, Review, course, review};
use super::line::{Duty, LastDayView, Names, fulfilment, state};
use crate::domain::day::Day;
use crate::domain::indicator;
use crate::domain::money::Money;
use crate::domain::problem::Extra;
use crate::domain::standing::{self, MeasureStanding, Standing};
use crate::reports::life::Life;
use past::{Account, Link, Moved, Notice};
pub(super) use past::{Entry, entry};

#[derive(Serialize)]
pub(super) struct Problem<'a> {
    id: String,
    title: &'a str,
    kind: &'static str,
    #[serde(rename = "ref")]
    reference: Option<&'a str>,
    former: &'a [String],
    detail: Option<&'a str>,
    category: Option<&'a str>,
    source: Option<&'a str>,
    cause: Option<&'a str>,
    goal: Option<&'a str>,
    found: Option<String>,
    /// When it was entered, where that was after the day from which it counts.
    entered: Option<String>,
    state: &'static str,
    since: Option<String>,
    round: u32,
    overdue: bool,
    #[serde(flatten)]
    lit: Option<LitBy>,
    sustained: bool,
    #[serde(flatten)]
    responsible: Names<'a>,
    owners: Option<&'a str>,
    limit: Option<&'a str>,
    first_day: Option<String>,
    #[serde(flatten)]
    last_day: LastDayView,
    provisional: bool,
    extensions: usize,
    /// The days by which the extensions of this round moved the last day.
    days_won: i64,
    reported: Option<String>,
    #[serde(flatten)]
    late: Punctuality,
    moves: Vec<Moved<'a>>,
    review: Option<Review>,
    relapsed: Option<String>,
    notices: Vec<Notice<'a>>,
    accounts: Vec<Account>,
    amount: Option<String>,
    recoverable: Option<String>,
    recovered: String,
    outstanding: Option<String>,
    recurs: &'a [String],
    /// The problems of this book that `recurs` names.
    came_from: Vec<Link<'a>>,
    /// The problems whose `recurs` names this one.
    recurred_in: Vec<Link<'a>>,
    tags: &'a [String],
    every: Option<&'a str>,
    from: Option<String>,
    until: Option<String>,
    /// How a duty stands; nothing where it is none.
    duty: Option<Duty>,
    /// The occurrences of a duty that are reported or missed.
    occurrences: Vec<Occurrence>,
    extra: &'a Extra,
    indicators: Vec<Indicator<'a>>,
    measures: Vec<Measure<'a>>,
    entries: Vec<Entry<'a>>,
}

/// The light of a problem, and by which day it is told.
#[derive(Serialize)]
struct LitBy {
    #[serde(flatten)]
    lit: Lit,
    /// The measure whose day that is; nothing where it is the problem's.
    light_measure: Option<u32>,
    light_last_day: Option<String>,
    /// By how many days it is past, where it is.
    days_late: Option<i64>,
}

#[derive(Serialize)]
struct Occurrence {
    day: String,
    state: &'static str,
    reported: Option<String>,
}

#[derive(Serialize)]
struct Indicator<'a> {
    name: &'a str,
    unit: Option<&'a str>,
    baseline: Option<String>,
    target: Option<String>,
    actual: Option<String>,
}

#[derive(Serialize)]
struct Measure<'a> {
    no: u32,
    text: &'a str,
    #[serde(flatten)]
    responsible: Names<'a>,
    limit: Option<&'a str>,
    last_day: Option<String>,
    #[serde(flatten)]
    course: Course,
    sustained: bool,
    since: Option<String>,
    entered: Option<String>,
    dropped: Option<String>,
    why: Option<&'a str>,
}

impl<'a> From<&'a Life<'a>> for Problem<'a> {
    fn from(life: &'a Life<'a>) -> Self {
        let standing = life.standing;
        let problem = &standing.problem;
        let deadline = &standing.deadline;
        Self {
            id: standing.id().to_string(),
            title: &problem.title,
            kind: problem.kind.name(),
            reference: problem.reference.as_deref(),
            former: &problem.former,
            detail: problem.detail.as_deref(),
            category: problem.category.as_deref(),
            source: standing.source(),
            cause: problem.cause.as_deref(),
            goal: problem.goal.as_deref(),
            found: standing.found().map(|day| day.to_string()),
            entered: problem.entered.map(|day| day.to_string()),
            state: state(standing.state),
            since: standing.since.map(|day| day.to_string()),
            round: standing.round,
            overdue: standing.is_overdue(),
            lit: life.line().as_ref().map(LitBy::from),
            sustained: standing.is_sustained(),
            responsible: (&*standing.responsible).into(),
            owners: problem.owners.as_deref(),
            limit: deadline.words.as_deref(),
            first_day: deadline.first.day().map(|day| day.to_string()),
            last_day: (&standing.last_day()).into(),
            provisional: standing.is_provisional(),
            extensions: deadline.extensions().len(),
            days_won: deadline.days_won(),
            reported: standing.reported.and_then(Day::known).map(|day| day.to_string()),
            late: standing.reported_late().into(),
            moves: life.moves.iter().map(Moved::from).collect(),
            review: review(standing),
            relapsed: standing.relapsed().map(|day| day.to_string()),
            notices: life.notices.iter().map(Notice::from).collect(),
            accounts: past::accounts(standing),
            amount: problem.amount.map(Money::in_yuan),
            recoverable: problem.recoverable.map(Money::in_yuan),
            recovered: standing.recovered.in_yuan(),
            outstanding: standing.outstanding().map(Money::in_yuan),
            recurs: &problem.recurs,
            came_from: life
                .came_from
                .iter()
                .filter_map(|of| of.known.as_ref())
                .map(Link::from)
                .collect(),
            recurred_in: life.recurred_in.iter().map(Link::from).collect(),
            tags: &problem.tags,
            every: problem.every.as_deref(),
            from: problem.from.map(|day| day.to_string()),
            until: problem.until.map(|day| day.to_string()),
            duty: standing.duty.as_ref().map(Duty::from),
            occurrences: occurrences(standing),
            extra: &problem.extra,
            indicators: problem.indicators.iter().map(|known| indicator(known, standing)).collect(),
            measures: standing.measures.iter().map(|of| measure(standing, of)).collect(),
            entries: life.timeline.iter().map(Entry::from).collect(),
        }
    }
}

impl From<&standing::Line<'_>> for LitBy {
    fn from(line: &standing::Line<'_>) -> Self {
        Self {
            lit: line.light().into(),
            light_measure: line.measure.map(|of| of.measure.no),
            light_last_day: line.last_day().day().map(|day| day.to_string()),
            days_late: line.days_late(),
        }
    }
}

fn occurrences(standing: &Standing<'_>) -> Vec<Occurrence> {
    let occurrence = |known: &standing::Occurrence| Occurrence {
        day: known.day.to_string(),
        state: fulfilment(known.fulfilment),
        reported: known.reported.map(|day| day.to_string()),
    };
    standing.duty.iter().flat_map(|duty| &duty.occurrences).map(occurrence).collect()
}

fn indicator<'a>(indicator: &'a indicator::Indicator, standing: &Standing<'_>) -> Indicator<'a> {
    Indicator {
        name: &indicator.name,
        unit: indicator.unit.as_deref(),
        baseline: indicator.baseline.map(|figure| figure.to_string()),
        target: indicator.target.map(|figure| figure.to_string()),
        actual: standing.actuals.get(&indicator.name).map(ToString::to_string),
    }
}

fn measure<'a>(problem: &Standing<'_>, standing: &'a MeasureStanding) -> Measure<'a> {
    let own = standing.own.as_ref();
    Measure {
        no: standing.measure.no,
        text: &standing.measure.text,
        responsible: (&*standing.responsible).into(),
        limit: own.and_then(|deadline| deadline.words.as_deref()),
        last_day: own.and_then(|deadline| deadline.now.day()).map(|day| day.to_string()),
        course: course(&problem.line_of(standing)),
        sustained: standing.measure.sustained,
        since: standing.measure.since.map(|day| day.to_string()),
        entered: standing.measure.entered.map(|day| day.to_string()),
        dropped: standing.measure.dropped.map(|day| day.to_string()),
        why: standing.measure.why.as_deref(),
    }
}
