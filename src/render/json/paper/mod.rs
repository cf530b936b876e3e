//! The papers of ledgers as JSON: head, problems in the order of printing with all that is known of them, figures.

mod application;
mod public;
mod slip;
mod units;

pub use application::applications;
pub use public::public;
pub use slip::slips;
pub use units::units;

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::problem::Problem;
use super::summary::{Duties, Figures};
use super::{Note, bands, counting, duty_rules, notes, write};
use crate::domain::book::Lang;
use crate::domain::ledger::Ledger;
use crate::domain::standing::Standing;
use crate::reports::life::{Life, Lives};
use crate::reports::paper::{Papers, Part};

#[derive(Serialize)]
struct Content<'a> {
    ledgers: Vec<Paper<'a>>,
}

#[derive(Serialize)]
struct Paper<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// In the order of printing, the duties last.
    problems: Vec<Problem<'a>>,
    totals: Figures,
    duties: Duties,
}

/// What the head of a ledger says.
#[derive(Serialize)]
pub(super) struct Head<'a> {
    ledger: &'a str,
    title: Option<&'a str>,
    source: Option<&'a str>,
    owner: Option<&'a str>,
    issued: Option<String>,
    dates: BTreeMap<&'a str, String>,
}

impl<'a> From<&'a Ledger> for Head<'a> {
    fn from(ledger: &'a Ledger) -> Self {
        let head = &ledger.head;
        let dates = head.dates.iter().map(|(name, day)| (name.as_str(), day.to_string()));
        Self {
            ledger: &ledger.name,
            title: head.title.as_deref(),
            source: head.source.as_deref(),
            owner: head.owner.as_deref(),
            issued: head.issued.map(|day| day.to_string()),
            dates: dates.collect(),
        }
    }
}

/// Writes papers; `kind` is the word of the contract for what they are.
pub fn papers(
    kind: &'static str,
    report: &Papers<'_>,
    lives: &Lives<'_>,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let name = |standing: &Standing<'_>| (standing.ledger.name.clone(), standing.problem.no);
    let known: BTreeMap<_, &Life<'_>> =
        lives.lives.iter().map(|life| (name(life.standing), life)).collect();
    let paper = |part: &'_ Part<'_>| {
        let printed = part.problems.iter().chain(&part.duties);
        let problems = printed.filter_map(|standing| known.get(&name(standing)));
        let problems = problems.map(|life| Problem::from(*life)).collect();
        let totals = Figures::from(part.total());
        (problems, totals, Duties::from(&part.figures.duties.total))
    };
    let ledgers = report.parts.iter().map(|part| {
        let (problems, totals, duties) = paper(part);
        Paper { head: Head::from(part.ledger), problems, totals, duties }
    });
    let content = Content { ledgers: ledgers.collect() };
    write(kind, report.today, &rules(report, lang), &report.later, content, out)
}

/// How the figures of papers are counted, each rule once.
pub(super) fn rules(report: &Papers<'_>, lang: Lang) -> Vec<String> {
    let duties = report.parts.iter().any(|part| !part.duties.is_empty());
    let all = [vec![Note::RateRule], duty_rules(duties)].concat();
    let mut rules = notes(lang, &all);
    for part in &report.parts {
        for rule in [bands(lang, &part.bands), counting(lang, &part.counting)].concat() {
            if !rules.contains(&rule) {
                rules.push(rule);
            }
        }
    }
    rules
}
