//! What the public is told, as JSON.

use std::collections::BTreeSet;
use std::io::{self, Write};

use serde::Serialize;

use super::{Head, rules};
use crate::domain::acts::State;
use crate::domain::book::Lang;
use crate::domain::persons::without_names;
use crate::domain::standing::Standing;
use crate::render::json::write;
use crate::render::layout::paper::public::words_of;
use crate::reports::paper::Papers;
use crate::reports::public::{Status, ongoing, status, told};
use crate::reports::summary::Figures;

#[derive(Serialize)]
struct Content<'a> {
    ledgers: Vec<Paper<'a>>,
}

#[derive(Serialize)]
struct Paper<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    problems: Vec<Problem<'a>>,
    totals: Totals,
}

#[derive(Serialize)]
struct Problem<'a> {
    id: String,
    #[serde(rename = "ref")]
    reference: Option<&'a str>,
    title: String,
    status: &'static str,
    told: Vec<String>,
}

/// How many are in which state.
#[derive(Serialize)]
struct Totals {
    total: usize,
    done: usize,
    /// Of those done, to be kept up.
    sustained: usize,
    ongoing: usize,
    suspended: usize,
    transferred: usize,
    withdrawn: usize,
}

impl From<&Figures> for Totals {
    fn from(figures: &Figures) -> Self {
        let count = |state| figures.in_state(state).len();
        Self {
            total: figures.all.len(),
            done: count(State::Closed),
            sustained: figures.sustained.len(),
            ongoing: ongoing(figures),
            suspended: count(State::Suspended),
            transferred: count(State::Transferred),
            withdrawn: count(State::Withdrawn),
        }
    }
}

/// Writes what the public is told of each problem.
pub fn public(
    report: &Papers<'_>,
    persons: &BTreeSet<String>,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let ledgers = report.parts.iter().map(|part| Paper {
        head: Head::from(part.ledger),
        problems: part
            .problems
            .iter()
            .chain(&part.duties)
            .map(|standing| problem(standing, persons, lang))
            .collect(),
        totals: Totals::from(part.total()),
    });
    let content = Content { ledgers: ledgers.collect() };
    write("public", report.today, &rules(report, lang), &report.later, content, out)
}

fn problem<'a>(standing: &'a Standing<'_>, persons: &BTreeSet<String>, lang: Lang) -> Problem<'a> {
    let problem = &standing.problem;
    Problem {
        id: standing.id().to_string(),
        reference: problem.reference.as_deref(),
        title: without_names(&problem.title, persons),
        status: word(status(standing)),
        told: told(standing, persons).iter().map(|told| words_of(told, lang)).collect(),
    }
}

/// The word of the contract.
fn word(status: Status) -> &'static str {
    match status {
        Status::Done => "done",
        Status::Sustained => "sustained",
        Status::Ongoing => "ongoing",
        Status::Suspended => "suspended",
        Status::Transferred => "transferred",
        Status::Withdrawn => "withdrawn",
    }
}
