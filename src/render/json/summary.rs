//! Figures as JSON, each with the ids behind it.

use serde::Serialize;
use serde_json::{Map, Value};

use super::line::state;
use crate::domain::acts::State;
use crate::domain::id::Id;
use crate::reports::summary::{self, By, Group, Summary};

#[derive(Serialize)]
pub(super) struct Content {
    by: Vec<&'static str>,
    rows: Vec<Row>,
    /// What stands in more than one row: the sum of the rows less this is `totals`.
    repeated: Figures,
    totals: Figures,
    duties: usize,
}

#[derive(Serialize)]
struct Row {
    group: Map<String, Value>,
    depth: usize,
    #[serde(flatten)]
    figures: Figures,
}

#[derive(Serialize)]
struct Figures {
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
}

impl From<&Summary> for Content {
    fn from(report: &Summary) -> Self {
        let row = |row: &summary::Row| {
            let keys = report.by.iter().zip(&row.groups);
            let group = keys.map(|(by, group)| (key(*by).to_owned(), value(group))).collect();
            Row { group, depth: row.depth, figures: (&row.figures).into() }
        };
        Self {
            by: report.by.iter().map(|by| key(*by)).collect(),
            rows: report.rows.iter().map(row).collect(),
            repeated: (&report.repeated).into(),
            totals: (&report.total).into(),
            duties: report.duties,
        }
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
            ids: figures.into(),
        }
    }
}

impl From<&summary::Figures> for Ids {
    fn from(figures: &summary::Figures) -> Self {
        let ids = |ids: &[Id]| ids.iter().map(Id::to_string).collect();
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
        }
    }
}

fn key(by: By) -> &'static str {
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

fn value(group: &Group) -> Value {
    match group {
        Group::State(of) => state(*of).into(),
        Group::Kind(kind) => kind.name().into(),
        Group::Month(year, month) => format!("{year}-{month:02}").into(),
        Group::Name(name) => name.as_str().into(),
        Group::None => Value::Null,
    }
}
