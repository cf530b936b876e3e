//! Figures as JSON, each with the ids behind it.

use serde::Serialize;
use serde_json::{Map, Value};

use super::further::{Further, FurtherIds};
use super::line::state;
use crate::domain::acts::State;
use crate::domain::id::Id;
use crate::reports::policies::InForce;
use crate::reports::summary::{self, By, Group, Listed, Summary};

#[derive(Serialize)]
pub(super) struct Content<'a> {
    by: Vec<&'static str>,
    #[serde(flatten)]
    problems: Counted<Figures>,
    /// The duties, which are counted apart.
    duties: Counted<Duties>,
    /// The policies that the figures rest on.
    policies: Vec<Policy<'a>>,
}

/// A policy, the ledgers in which it is in force, and since when.
#[derive(Serialize)]
struct Policy<'a> {
    ledgers: &'a [String],
    since: Option<String>,
}

#[derive(Serialize)]
struct Counted<T> {
    rows: Vec<Row<T>>,
    /// What stands in more than one row: the sum of the rows less this is `totals`.
    repeated: T,
    totals: T,
}

#[derive(Serialize)]
struct Row<T> {
    group: Map<String, Value>,
    depth: usize,
    #[serde(flatten)]
    figures: T,
}

#[derive(Serialize)]
pub(super) struct Figures {
    total: usize,
    open: usize,
    awaiting: usize,
    closed: usize,
    sustained: usize,
    suspended: usize,
    transferred: usize,
    withdrawn: usize,
    overdue: usize,
    late_measures: usize,
    due_soon: usize,
    /// How many enter the completion rate, which is `closed` ÷ `rated`.
    rated: usize,
    amount: String,
    recovered: String,
    /// What is to come back: `recovered` and `outstanding`.
    recoverable: String,
    outstanding: String,
    #[serde(flatten)]
    further: Further,
    ids: Ids,
}

#[derive(Serialize)]
struct Ids {
    total: Vec<String>,
    open: Vec<String>,
    awaiting: Vec<String>,
    closed: Vec<String>,
    sustained: Vec<String>,
    suspended: Vec<String>,
    transferred: Vec<String>,
    withdrawn: Vec<String>,
    overdue: Vec<String>,
    late_measures: Vec<String>,
    due_soon: Vec<String>,
    #[serde(flatten)]
    further: FurtherIds,
}

/// The occurrences of duties.
#[derive(Serialize)]
pub(super) struct Duties {
    total: usize,
    met: usize,
    late: usize,
    missed: usize,
    late_measures: usize,
    review_overdue: usize,
    relapsed: usize,
    ids: DutyIds,
}

#[derive(Serialize)]
struct DutyIds {
    total: Vec<String>,
    met: Vec<Occurrence>,
    late: Vec<Occurrence>,
    missed: Vec<Occurrence>,
    late_measures: Vec<String>,
    review_overdue: Vec<String>,
    relapsed: Vec<String>,
}

#[derive(Serialize)]
struct Occurrence {
    id: String,
    occurrence: String,
}

impl<'a> From<&'a Summary> for Content<'a> {
    fn from(report: &'a Summary) -> Self {
        let policy = |in_force: &'a InForce| Policy {
            ledgers: &in_force.ledgers,
            since: in_force.since.map(|day| day.to_string()),
        };
        Self {
            by: report.by.iter().map(|by| key(*by)).collect(),
            problems: counted(&report.problems, &report.by),
            duties: counted(&report.duties, &report.by),
            policies: report.policies.iter().map(policy).collect(),
        }
    }
}

fn counted<T: for<'a> From<&'a summary::Figures>>(
    part: &summary::Counted,
    by: &[By],
) -> Counted<T> {
    let row = |row: &summary::Row| {
        let keys = by.iter().zip(&row.groups);
        let group = keys.map(|(by, group)| (key(*by).to_owned(), value(group))).collect();
        Row { group, depth: row.depth, figures: (&row.figures).into() }
    };
    Counted {
        rows: part.rows.iter().map(row).collect(),
        repeated: (&part.repeated).into(),
        totals: (&part.total).into(),
    }
}

impl From<&summary::Figures> for Figures {
    fn from(figures: &summary::Figures) -> Self {
        let count = |state| figures.in_state(state).len();
        Self {
            total: figures.all.len(),
            open: count(State::Open),
            awaiting: count(State::Awaiting),
            closed: count(State::Closed),
            sustained: figures.sustained.len(),
            suspended: count(State::Suspended),
            transferred: count(State::Transferred),
            withdrawn: count(State::Withdrawn),
            overdue: figures.overdue.len(),
            late_measures: figures.late_measures.len(),
            due_soon: figures.due_soon.len(),
            rated: figures.rated,
            amount: figures.involved.in_yuan(),
            recovered: figures.recovered.in_yuan(),
            recoverable: figures.recoverable.in_yuan(),
            outstanding: figures.outstanding().in_yuan(),
            further: (&figures.further).into(),
            ids: figures.into(),
        }
    }
}

impl From<&summary::Figures> for Ids {
    fn from(figures: &summary::Figures) -> Self {
        let ids = |ids: &summary::Ids| ids.iter().map(Id::to_string).collect();
        Self {
            total: ids(&figures.all),
            open: ids(figures.in_state(State::Open)),
            awaiting: ids(figures.in_state(State::Awaiting)),
            closed: ids(figures.in_state(State::Closed)),
            sustained: ids(&figures.sustained),
            suspended: ids(figures.in_state(State::Suspended)),
            transferred: ids(figures.in_state(State::Transferred)),
            withdrawn: ids(figures.in_state(State::Withdrawn)),
            overdue: ids(&figures.overdue),
            late_measures: ids(&figures.late_measures),
            due_soon: ids(&figures.due_soon),
            further: (&figures.further).into(),
        }
    }
}

impl From<&summary::Figures> for Duties {
    fn from(figures: &summary::Figures) -> Self {
        let occurrence = |(id, day): &summary::Occurrence| Occurrence {
            id: id.to_string(),
            occurrence: day.to_string(),
        };
        let all = |of: &[summary::Occurrence]| of.iter().map(occurrence).collect::<Vec<_>>();
        let ids = |ids: &summary::Ids| ids.iter().map(Id::to_string).collect();
        let listed = |figure| figures.further.listed(figure);
        Self {
            total: figures.all.len(),
            met: figures.met.len(),
            late: figures.late.len(),
            missed: figures.missed.len(),
            late_measures: figures.late_measures.len(),
            review_overdue: listed(Listed::ReviewOverdue).len(),
            relapsed: listed(Listed::Relapsed).len(),
            ids: DutyIds {
                total: ids(&figures.all),
                met: all(&figures.met),
                late: all(&figures.late),
                missed: all(&figures.missed),
                late_measures: ids(&figures.late_measures),
                review_overdue: ids(listed(Listed::ReviewOverdue)),
                relapsed: ids(listed(Listed::Relapsed)),
            },
        }
    }
}

pub(super) fn key(by: By) -> &'static str {
    match by {
        By::Unit => "unit",
        By::Person => "person",
        By::Leader => "leader",
        By::Source => "source",
        By::Category => "category",
        By::Ledger => "ledger",
        By::Status => "status",
        By::Kind => "kind",
        By::Month => "month",
    }
}

pub(super) fn value(group: &Group) -> Value {
    match group {
        Group::State(of) => state(*of).into(),
        Group::Kind(kind) => kind.name().into(),
        Group::Month(year, month) => format!("{year}-{month:02}").into(),
        Group::Name(name) => name.as_str().into(),
        Group::None => Value::Null,
    }
}
