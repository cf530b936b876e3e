//! The further figures of a summary as JSON.

use serde::Serialize;

use crate::domain::figure::Figure;
use crate::domain::id::Id;
use crate::domain::standing;
use crate::reports::summary::{self, Listed, Tally, shares};

/// Problems counted, and what they have several of.
#[derive(Serialize)]
pub(super) struct Further {
    reported: usize,
    in_time: usize,
    in_time_extended: usize,
    reported_late: usize,
    reported_undated: usize,
    extended: usize,
    noticed: usize,
    reopened: usize,
    relapsed: usize,
    on_watch: usize,
    review_overdue: usize,
    recurring: usize,
    came_back: usize,
    accounted: usize,
    extensions: i64,
    days_won: i64,
    notices: i64,
    forms: Vec<Accounted>,
    counted: Vec<Counted>,
}

/// What indicators only count, such as rules made.
#[derive(Serialize)]
struct Counted {
    name: String,
    unit: String,
    /// A decimal number, as the values of indicators are.
    total: String,
}

/// Persons held to account by one of the four forms.
#[derive(Serialize)]
struct Accounted {
    form: usize,
    persons: u32,
    times: u32,
    /// Of the times of all forms; the four add up to 1.
    share: f64,
}

/// The problems behind the figures.
#[derive(Serialize)]
pub(super) struct FurtherIds {
    reported: Vec<String>,
    in_time: Vec<String>,
    in_time_extended: Vec<String>,
    reported_late: Vec<String>,
    reported_undated: Vec<String>,
    extended: Vec<String>,
    noticed: Vec<String>,
    reopened: Vec<String>,
    relapsed: Vec<String>,
    on_watch: Vec<String>,
    review_overdue: Vec<String>,
    recurring: Vec<String>,
    came_back: Vec<String>,
    accounted: Vec<String>,
}

impl From<&summary::Further> for Further {
    fn from(further: &summary::Further) -> Self {
        let count = |figure| further.listed(figure).len();
        Self {
            reported: count(Listed::Reported),
            in_time: count(Listed::InTime),
            in_time_extended: count(Listed::InTimeExtended),
            reported_late: count(Listed::ReportedLate),
            reported_undated: count(Listed::ReportedUndated),
            extended: count(Listed::Extended),
            noticed: count(Listed::Noticed),
            reopened: count(Listed::Reopened),
            relapsed: count(Listed::Relapsed),
            on_watch: count(Listed::OnWatch),
            review_overdue: count(Listed::ReviewOverdue),
            recurring: count(Listed::Recurring),
            came_back: count(Listed::CameBack),
            accounted: count(Listed::Accounted),
            extensions: further.tally(Tally::Extensions),
            days_won: further.tally(Tally::DaysWon),
            notices: further.tally(Tally::Notices),
            forms: forms(further),
            counted: further.counted.iter().map(counted).collect(),
        }
    }
}

fn counted(((name, unit), total): (&(String, String), &Figure)) -> Counted {
    Counted { name: name.clone(), unit: unit.clone(), total: total.to_string() }
}

fn forms(further: &summary::Further) -> Vec<Accounted> {
    let shares = shares(further.accounted.map(|form| form.times));
    let forms = further.accounted.iter().zip(shares).enumerate();
    let form = |(place, (form, share)): (usize, (&standing::Accounted, u32))| Accounted {
        form: place + 1,
        persons: form.persons,
        times: form.times,
        share: f64::from(share) / 1000.0,
    };
    forms.map(form).collect()
}

impl From<&summary::Further> for FurtherIds {
    fn from(further: &summary::Further) -> Self {
        let ids = |figure| further.listed(figure).iter().map(Id::to_string).collect();
        Self {
            reported: ids(Listed::Reported),
            in_time: ids(Listed::InTime),
            in_time_extended: ids(Listed::InTimeExtended),
            reported_late: ids(Listed::ReportedLate),
            reported_undated: ids(Listed::ReportedUndated),
            extended: ids(Listed::Extended),
            noticed: ids(Listed::Noticed),
            reopened: ids(Listed::Reopened),
            relapsed: ids(Listed::Relapsed),
            on_watch: ids(Listed::OnWatch),
            review_overdue: ids(Listed::ReviewOverdue),
            recurring: ids(Listed::Recurring),
            came_back: ids(Listed::CameBack),
            accounted: ids(Listed::Accounted),
        }
    }
}
