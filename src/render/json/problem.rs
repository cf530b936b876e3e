//! A whole problem as it stands, as JSON.

use serde::Serialize;

use super::line::{Duty, LastDayView, Names, fulfilment, state};
use crate::domain::book::Lang;
use crate::domain::entry;
use crate::domain::id::Id;
use crate::domain::indicator;
use crate::domain::problem::Extra;
use crate::domain::standing::{self, MeasureStanding, Standing};
use crate::render::words;

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
    state: &'static str,
    since: Option<String>,
    round: u32,
    overdue: bool,
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
    amount: Option<String>,
    recoverable: Option<String>,
    recovered: String,
    recurs: &'a [String],
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
    reported: Option<String>,
    sustained: bool,
    since: Option<String>,
    dropped: Option<String>,
    why: Option<&'a str>,
}

#[derive(Serialize)]
struct Entry<'a> {
    key: String,
    on: Option<String>,
    act: &'static str,
    by: &'a str,
    text: Option<&'a str>,
    measures: &'a [u32],
    /// The occurrence of a duty that was reported.
    #[serde(rename = "for")]
    occurrence: Option<String>,
    /// What the act says beside its text, in English.
    detail: Option<String>,
    evidence: Vec<String>,
    /// False where it was voided.
    counts: bool,
}

impl<'a> From<&'a Standing<'a>> for Problem<'a> {
    fn from(standing: &'a Standing<'a>) -> Self {
        let problem = &standing.problem;
        let deadline = &standing.deadline;
        Self {
            id: Id::of_problem(&standing.ledger.name, problem.no).to_string(),
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
            state: state(standing.state),
            since: standing.since.map(|day| day.to_string()),
            round: standing.round,
            overdue: standing.is_overdue(),
            sustained: standing.is_sustained(),
            responsible: (&standing.responsible).into(),
            owners: problem.owners.as_deref(),
            limit: deadline.words.as_deref(),
            first_day: deadline.first.day().map(|day| day.to_string()),
            last_day: (&standing.last_day()).into(),
            provisional: standing.is_provisional(),
            extensions: deadline.extensions().len(),
            amount: problem.amount.map(crate::domain::money::Money::in_yuan),
            recoverable: problem.recoverable.map(crate::domain::money::Money::in_yuan),
            recovered: standing.recovered.in_yuan(),
            recurs: &problem.recurs,
            tags: &problem.tags,
            every: problem.every.as_deref(),
            from: problem.from.map(|day| day.to_string()),
            until: problem.until.map(|day| day.to_string()),
            duty: standing.duty.as_ref().map(Duty::from),
            occurrences: occurrences(standing),
            extra: &problem.extra,
            indicators: problem.indicators.iter().map(|known| indicator(known, standing)).collect(),
            measures: standing.measures.iter().map(Measure::from).collect(),
            entries: entries(standing),
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

impl<'a> From<&'a MeasureStanding> for Measure<'a> {
    fn from(standing: &'a MeasureStanding) -> Self {
        let own = standing.own.as_ref();
        Self {
            no: standing.measure.no,
            text: &standing.measure.text,
            responsible: (&standing.responsible).into(),
            limit: own.and_then(|deadline| deadline.words.as_deref()),
            last_day: own.and_then(|deadline| deadline.now.day()).map(|day| day.to_string()),
            reported: standing.reported.map(|day| day.to_string()),
            sustained: standing.measure.sustained,
            since: standing.measure.since.map(|day| day.to_string()),
            dropped: standing.measure.dropped.map(|day| day.to_string()),
            why: standing.measure.why.as_deref(),
        }
    }
}

/// The entries that are known on the day, in the file's order.
fn entries<'a>(standing: &'a Standing<'a>) -> Vec<Entry<'a>> {
    let known =
        standing.problem.entries.iter().enumerate().filter(|(_, entry)| entry.on <= standing.today);
    known.map(|(place, known)| entry(known, standing.effective.contains(&place))).collect()
}

fn entry(entry: &entry::Entry, counts: bool) -> Entry<'_> {
    Entry {
        key: entry.key.to_string(),
        on: entry.day().map(|day| day.to_string()),
        act: entry.act.kind().name(),
        by: &entry.by,
        text: entry.text.as_deref(),
        measures: entry.act.measures(),
        occurrence: entry.act.occurrence().map(|day| day.to_string()),
        detail: words::act_detail(Lang::En, &entry.act),
        evidence: entry.act.evidence().iter().map(ToString::to_string).collect(),
        counts,
    }
}
