//! Lights, extensions and reviews as JSON.

use serde::Serialize;

use super::line::{Names, state};
use crate::domain::entry::Outcome;
use crate::domain::id::Id;
use crate::domain::standing::{Light, Line, Standing};

/// What a line calls for, and how its last day was kept.
#[derive(Serialize)]
pub(super) struct Course {
    light: &'static str,
    /// The band of the policy within which the line falls due.
    band: Option<u32>,
    first_day: Option<String>,
    extensions: usize,
    days_won: i64,
    reported: Option<String>,
    late_by_first: Option<i64>,
    late_by_last: Option<i64>,
}

/// The watch over a closed problem.
#[derive(Serialize)]
pub(super) struct Review {
    last: Option<String>,
    outcome: Option<&'static str>,
    next: Option<String>,
    days_late: Option<i64>,
}

/// A closed problem that calls for something.
#[derive(Serialize)]
pub(super) struct Closed<'a> {
    id: String,
    ledger: &'a str,
    no: u32,
    title: &'a str,
    #[serde(flatten)]
    responsible: Names<'a>,
    closed: Option<String>,
    review: Option<Review>,
    relapsed: Option<String>,
}

pub(super) fn course(line: &Line<'_>) -> Course {
    // A measure without a day of its own has no extensions either; its light is told by its problem's day.
    let own = line.has_own_day();
    let (extensions, days_won) = if own { line.extended() } else { (0, 0) };
    let (late_by_first, late_by_last) = line.reported_late().unzip();
    let (light, band) = light(line.light());
    Course {
        light,
        band,
        first_day: line.first_day().day().filter(|_| own).map(|day| day.to_string()),
        extensions,
        days_won,
        reported: line.reported().map(|day| day.to_string()),
        late_by_first,
        late_by_last,
    }
}

pub(super) fn review(standing: &Standing<'_>) -> Option<Review> {
    let watch = standing.watch?;
    Some(Review {
        last: watch.last.map(|(day, _)| day.to_string()),
        outcome: watch.last.map(|(_, outcome)| outcome_name(outcome)),
        next: watch.next.map(|day| day.to_string()),
        days_late: standing.review_days_late(),
    })
}

pub(super) fn closed<'a>(standing: &'a Standing<'a>) -> Closed<'a> {
    Closed {
        id: Id::of_problem(&standing.ledger.name, standing.problem.no).to_string(),
        ledger: &standing.ledger.name,
        no: standing.problem.no,
        title: &standing.problem.title,
        responsible: (&standing.responsible).into(),
        closed: standing.since.map(|day| day.to_string()),
        review: review(standing),
        relapsed: standing.relapsed().map(|day| day.to_string()),
    }
}

/// The words of the contract for a light, and its band.
pub(super) fn light(light: Light) -> (&'static str, Option<u32>) {
    let name = match light {
        Light::Overdue => "overdue",
        Light::Due { band, .. } => return ("due_soon", Some(band)),
        Light::OnSchedule => "on_schedule",
        Light::NoDay => "no_last_day",
        Light::Awaiting => "awaiting",
        Light::Closed => "closed",
        Light::ReviewDue => "review_due",
        Light::ReviewOverdue => "review_overdue",
        Light::Relapsed => "relapsed",
        Light::Resting(resting) => state(resting),
    };
    (name, None)
}

fn outcome_name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Kept => "kept",
        Outcome::Relapsed => "relapsed",
    }
}
