//! Lights, extensions and reviews as JSON.

use serde::Serialize;

use super::line::{Names, state};
use crate::domain::day::Day;
use crate::domain::entry::Outcome;
use crate::domain::standing::{Lateness, Light, Line, Standing};

/// What a line calls for, and how its last day was kept.
#[derive(Serialize)]
pub(super) struct Course {
    #[serde(flatten)]
    lit: Lit,
    first_day: Option<String>,
    extensions: usize,
    days_won: i64,
    reported: Option<String>,
    #[serde(flatten)]
    late: Punctuality,
}

/// A light, and the band of the policy within which the line falls due.
#[derive(Serialize)]
pub(super) struct Lit {
    light: &'static str,
    band: Option<u32>,
}

/// By how many days work was reported after its first and its last day; 0 in time. The days are those of one part: of the
/// problem, or of the measure that was latest.
#[derive(Serialize)]
pub(super) struct Punctuality {
    #[serde(rename = "late_by_first")]
    by_first: Option<i64>,
    #[serde(rename = "late_by_last")]
    by_last: Option<i64>,
    /// The measure whose days these are; nothing where they are the problem's.
    #[serde(rename = "late_measure")]
    measure: Option<u32>,
    /// Its first day.
    #[serde(rename = "late_first_day")]
    first_day: Option<String>,
    /// Its last day, as it counted for the report.
    #[serde(rename = "late_last_day")]
    last_day: Option<String>,
    /// The extensions between the two.
    #[serde(rename = "late_extensions")]
    extensions: Option<usize>,
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
    #[serde(rename = "closed")]
    on: Option<String>,
    review: Option<Review>,
    relapsed: Option<String>,
}

pub(super) fn course(line: &Line<'_>) -> Course {
    // A measure without a day of its own has no extensions either; its light is told by its problem's day.
    let own = line.has_own_day();
    let (extensions, days_won) = if own { line.extended() } else { (0, 0) };
    Course {
        lit: line.light().into(),
        first_day: line.first_day().day().filter(|_| own).map(|day| day.to_string()),
        extensions,
        days_won,
        reported: line.reported().and_then(Day::known).map(|day| day.to_string()),
        late: line.reported_late().into(),
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
        id: standing.id().to_string(),
        ledger: &standing.ledger.name,
        no: standing.problem.no,
        title: &standing.problem.title,
        responsible: (&*standing.responsible).into(),
        on: standing.since.map(|day| day.to_string()),
        review: review(standing),
        relapsed: standing.relapsed().map(|day| day.to_string()),
    }
}

impl From<Option<Lateness>> for Punctuality {
    fn from(late: Option<Lateness>) -> Self {
        Self {
            by_first: late.map(|late| late.by_first),
            by_last: late.map(|late| late.by_last),
            measure: late.and_then(|late| late.measure),
            first_day: late.map(|late| late.first.to_string()),
            last_day: late.map(|late| late.last.to_string()),
            extensions: late.map(|late| late.extensions),
        }
    }
}

impl From<Light> for Lit {
    fn from(light: Light) -> Self {
        let band = match light {
            Light::Due { band, .. } => Some(band),
            _ => None,
        };
        Self { light: name(light), band }
    }
}

/// The word of the contract for a light.
fn name(light: Light) -> &'static str {
    match light {
        Light::Overdue => "overdue",
        Light::Due { .. } => "due_soon",
        Light::OnSchedule => "on_schedule",
        Light::NoDay => "no_last_day",
        Light::Awaiting => "awaiting",
        Light::Closed => "closed",
        Light::ReviewDue => "review_due",
        Light::ReviewOverdue => "review_overdue",
        Light::Relapsed => "relapsed",
        Light::Resting(resting) => state(resting),
    }
}

fn outcome_name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Kept => "kept",
        Outcome::Relapsed => "relapsed",
    }
}
