//! The morning's page as JSON.

use serde::Serialize;

use crate::render::words::morning::command;
use crate::reports::morning::{Matter, Morning, Urgency, What};

#[derive(Serialize)]
pub(super) struct Content<'a> {
    lines: Vec<Line<'a>>,
}

#[derive(Serialize)]
struct Line<'a> {
    matter: &'static str,
    count: usize,
    first: First<'a>,
    /// The command that lists all of it.
    command: &'static str,
}

#[derive(Serialize)]
struct First<'a> {
    id: String,
    title: &'a str,
    /// Days since its last day; below zero before it.
    days: Option<i64>,
    since: Option<String>,
}

impl<'a> From<&'a Morning> for Content<'a> {
    fn from(report: &'a Morning) -> Self {
        Self { lines: report.matters.iter().map(Line::from).collect() }
    }
}

impl<'a> From<&'a Matter> for Line<'a> {
    fn from(matter: &'a Matter) -> Self {
        let (days, since) = match matter.first.day {
            Urgency::ToLastDay(days) => (Some(days), None),
            Urgency::Since(day) => (None, Some(day.to_string())),
            Urgency::None => (None, None),
        };
        let first = &matter.first;
        Self {
            matter: name(matter.what),
            count: matter.count,
            first: First { id: first.id.to_string(), title: &first.title, days, since },
            command: command(matter.what),
        }
    }
}

/// The word of the contract for what waits.
fn name(what: What) -> &'static str {
    match what {
        What::Overdue => "overdue",
        What::Unclear => "unclear",
        What::DueSoon => "due_soon",
        What::Awaiting => "awaiting",
        What::Relapsed => "relapsed",
        What::ReviewOverdue => "review_overdue",
        What::ReviewDue => "review_due",
        What::Notices => "notices",
        What::Uncommitted => "uncommitted",
    }
}
