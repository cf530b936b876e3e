//! What has changed, as JSON: the log.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Value, json};

use super::problem::{Entry, entry};
use super::write;
use crate::domain::book::Lang;
use crate::domain::indicator::Better;
use crate::domain::subject::Part;
use crate::render::words;
use crate::reports::changes::{Change, Content, Told};
use crate::reports::log::{HeadChange, HeadTold, Log, Stamp, Step};
use crate::reports::rules::EnteredLater;

#[derive(Serialize)]
struct LogContent<'a> {
    steps: Vec<StepView<'a>>,
}

#[derive(Serialize)]
struct StepView<'a> {
    /// Nothing where it is not committed yet.
    commit: Option<StampView<'a>>,
    problems: Vec<ToldView<'a>>,
    heads: Vec<HeadView<'a>>,
    converted: Vec<ConvertedView<'a>>,
    unreadable: &'a [String],
}

#[derive(Serialize)]
struct StampView<'a> {
    hash: &'a str,
    day: String,
    time: &'a str,
    who: &'a str,
    message: &'a str,
}

#[derive(Serialize)]
struct ToldView<'a> {
    id: String,
    title: &'a str,
    changes: Vec<ChangeView<'a>>,
}

#[derive(Serialize)]
struct HeadView<'a> {
    ledger: Option<&'a str>,
    change: &'static str,
    keys: Vec<&'static str>,
}

#[derive(Serialize)]
struct ConvertedView<'a> {
    ledger: &'a str,
    to: &'static str,
}

/// A change; what does not belong to its kind is left out.
#[derive(Serialize, Default)]
pub(super) struct ChangeView<'a> {
    change: &'static str,
    /// No command does this.
    forbidden: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    measure: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    indicator: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<Entry<'a>>,
}

/// Writes who changed what and when.
pub fn log(log: &Log, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let rule = words::changes::log_rule(lang).to_owned();
    let steps = log.steps.iter().map(StepView::from).collect();
    write("log", log.today, &[rule], &EnteredLater::default(), LogContent { steps }, out)
}

impl<'a> From<&'a Step> for StepView<'a> {
    fn from(step: &'a Step) -> Self {
        let converted = step.converted.iter().map(|converted| ConvertedView {
            ledger: &converted.ledger,
            to: if converted.to_table { "csv" } else { "toml" },
        });
        Self {
            commit: step.stamp.as_ref().map(StampView::from),
            problems: step.problems.iter().map(ToldView::from).collect(),
            heads: step.heads.iter().map(HeadView::from).collect(),
            converted: converted.collect(),
            unreadable: &step.unreadable,
        }
    }
}

impl<'a> From<&'a Stamp> for StampView<'a> {
    fn from(stamp: &'a Stamp) -> Self {
        let Stamp { hash, day, time, who, message } = stamp;
        Self { hash, day: day.to_string(), time, who, message }
    }
}

impl<'a> From<&'a Told> for ToldView<'a> {
    fn from(told: &'a Told) -> Self {
        let changes = told.changes.iter().map(ChangeView::from).collect();
        Self { id: told.id.to_string(), title: &told.title, changes }
    }
}

impl<'a> From<&'a HeadTold> for HeadView<'a> {
    fn from(told: &'a HeadTold) -> Self {
        let (change, keys) = match &told.what {
            HeadChange::New => ("new", Vec::new()),
            HeadChange::Gone => ("gone", Vec::new()),
            HeadChange::Keys(keys) => ("altered", keys.iter().map(|key| key.key()).collect()),
        };
        Self { ledger: told.ledger.as_deref(), change, keys }
    }
}

impl<'a> From<&'a Change> for ChangeView<'a> {
    fn from(change: &'a Change) -> Self {
        let view = Self { forbidden: change.is_forbidden(), ..Self::default() };
        let of = |change| Self { change, ..view };
        match change {
            Change::New { .. } => of("new"),
            Change::Gone => of("gone"),
            Change::Moved { from } => Self { from: Some(json!(from.to_string())), ..of("moved") },
            Change::Unreadable { now: true } => of("unreadable"),
            Change::Unreadable { now: false } => of("readable"),
            Change::Field { part, field, from, to } => {
                let view = Self {
                    field: Some(field.key()),
                    from: Some(value(from.as_ref())),
                    to: Some(value(to.as_ref())),
                    ..of("field")
                };
                match part {
                    Part::Measure(no) => Self { measure: Some(*no), ..view },
                    Part::Indicator(name) => Self { indicator: Some(name), ..view },
                    Part::Problem | Part::Entry(_) => view,
                }
            }
            Change::MeasureAdded(measure) => Self {
                measure: Some(measure.no),
                to: Some(json!(measure.text)),
                ..of("measure_added")
            },
            Change::MeasureGone(measure) => Self {
                measure: Some(measure.no),
                from: Some(json!(measure.text)),
                ..of("measure_gone")
            },
            Change::IndicatorAdded(known) => {
                Self { indicator: Some(&known.name), ..of("indicator_added") }
            }
            Change::IndicatorGone(known) => {
                Self { indicator: Some(&known.name), ..of("indicator_gone") }
            }
            Change::EntryAdded(told) => {
                Self { entry: Some(entry(told, true)), ..of("entry_added") }
            }
            Change::EntryRemoved(told) => {
                Self { entry: Some(entry(told, false)), ..of("entry_removed") }
            }
            Change::EntryEdited { entry: told, field, from, to } => Self {
                field: Some(field.key()),
                from: Some(value(from.as_ref())),
                to: Some(value(to.as_ref())),
                entry: Some(entry(told, true)),
                ..of("entry_edited")
            },
        }
    }
}

pub(super) fn value(content: Option<&Content>) -> Value {
    let Some(content) = content else { return Value::Null };
    match content {
        Content::Text(text) => json!(text),
        Content::Names(names) => json!(names),
        Content::Day(day) => json!(day.to_string()),
        Content::Money(money) => json!(money.in_yuan()),
        Content::Figure(figure) => json!(figure.to_string()),
        Content::Flag(flag) => json!(flag),
        Content::Kind(kind) => json!(kind.name()),
        Content::Better(Better::Higher) => json!("higher"),
        Content::Better(Better::Lower) => json!("lower"),
        Content::Act(act) => json!(words::changes::act_for_programs(act)),
    }
}
