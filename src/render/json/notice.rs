//! Notices as JSON.

use serde::Serialize;

use crate::domain::book::Lang;
use crate::domain::policy;
use crate::render::layout::notice::{Numbered, rung};
use crate::render::words;
use crate::reports::notice::{Due, Issued, Notices};
use crate::reports::policies::InForce;

#[derive(Serialize)]
pub(super) struct Content<'a> {
    /// Whether they were issued, or only would be.
    issued: bool,
    ladders: Vec<Ladder<'a>>,
    lines: Vec<Notice<'a>>,
    totals: Totals,
}

/// A ladder, and the ledgers in which it is in force.
#[derive(Serialize)]
struct Ladder<'a> {
    ledgers: &'a [String],
    since: Option<String>,
    rungs: Vec<Rung>,
}

#[derive(Serialize)]
struct Rung {
    level: usize,
    name: String,
    after: i64,
}

#[derive(Serialize)]
struct Notice<'a> {
    id: String,
    title: &'a str,
    /// Nothing where it is not issued.
    number: Option<&'a str>,
    key: Option<String>,
    level: u32,
    name: String,
    to: &'a [String],
    /// The problem or measure that is latest.
    line: String,
    last_day: Option<String>,
    provisional: bool,
    /// Days since the last day, below zero before it: `days_late`, or `days_left` with the other sign.
    days: i64,
    days_late: Option<i64>,
    days_left: Option<i64>,
    last: Option<Last<'a>>,
}

#[derive(Serialize)]
struct Last<'a> {
    level: u32,
    number: &'a str,
    on: String,
}

#[derive(Serialize)]
struct Totals {
    notices: usize,
    undated: usize,
    duties: usize,
}

impl<'a> Content<'a> {
    pub(super) fn new(
        report: &'a Notices<'a>,
        numbers: Option<&[Numbered<'a>]>,
        lang: Lang,
    ) -> Self {
        let line = |(place, due): (usize, &'a Due<'a>)| {
            line(due, numbers.and_then(|numbers| numbers.get(place)), lang)
        };
        Self {
            issued: numbers.is_some(),
            ladders: report.ladders.iter().map(|in_force| ladder(in_force, lang)).collect(),
            lines: report.due.iter().enumerate().map(line).collect(),
            totals: Totals {
                notices: report.due.len(),
                undated: report.undated,
                duties: report.duties,
            },
        }
    }
}

fn line<'a>(due: &'a Due<'a>, numbered: Option<&Numbered<'a>>, lang: Lang) -> Notice<'a> {
    let last =
        |last: Issued<'a>| Last { level: last.level, number: last.number, on: last.on.to_string() };
    Notice {
        id: due.id().to_string(),
        title: &due.standing.problem.title,
        number: numbered.map(|numbered| numbered.number),
        key: numbered.map(|numbered| numbered.key.to_string()),
        level: due.level,
        name: rung(due, due.level, lang),
        to: &due.to,
        line: due.worst.id().to_string(),
        last_day: due.worst.last_day().day().map(|day| day.to_string()),
        provisional: due.worst.is_provisional(),
        days: due.days,
        days_late: due.days_late(),
        days_left: due.days_left(),
        last: due.last.map(last),
    }
}

fn ladder(in_force: &InForce, lang: Lang) -> Ladder<'_> {
    let rungs = in_force.policy.ladder.iter().enumerate();
    let rung = |(place, rung): (usize, &_)| -> Rung { named(rung, place, lang) };
    Ladder {
        ledgers: &in_force.ledgers,
        since: in_force.since.map(|day| day.to_string()),
        rungs: rungs.map(rung).collect(),
    }
}

fn named(rung: &policy::Rung, place: usize, lang: Lang) -> Rung {
    Rung { level: place + 1, name: words::rung(lang, rung, place), after: rung.after }
}
