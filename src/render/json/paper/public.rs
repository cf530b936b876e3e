//! What the public is told, as JSON.

use std::collections::BTreeSet;
use std::io::{self, Write};

use serde::Serialize;

use super::{Head, rules};
use crate::domain::book::Lang;
use crate::domain::id::Id;
use crate::domain::standing::Standing;
use crate::render::json::summary::Figures;
use crate::render::json::write;
use crate::render::layout::paper::public::words_of;
use crate::reports::paper::Papers;
use crate::reports::public::{Status, status, told, without_names};

#[derive(Serialize)]
struct Content<'a> {
    ledgers: Vec<Paper<'a>>,
}

#[derive(Serialize)]
struct Paper<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    problems: Vec<Problem<'a>>,
    totals: Figures,
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
        totals: Figures::from(part.total()),
    });
    let content = Content { ledgers: ledgers.collect() };
    write("public", report.today, &rules(report, lang), &report.later, content, out)
}

fn problem<'a>(standing: &'a Standing<'_>, persons: &BTreeSet<String>, lang: Lang) -> Problem<'a> {
    let problem = &standing.problem;
    Problem {
        id: Id::of_problem(&standing.ledger.name, problem.no).to_string(),
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
