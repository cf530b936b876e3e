//! The papers of notices as JSON.

use std::io::{self, Write};

use serde::Serialize;

use crate::domain::book::Lang;
use crate::domain::money::Money;
use crate::domain::standing::{Line, MeasureStanding};
use crate::render::json::line::Names;
use crate::render::json::{counting, notes, write};
use crate::render::layout::paper::slip::level_name;
use crate::render::words::{self, Note};
use crate::reports::rules::EnteredLater;
use crate::reports::slip::{Earlier, Matter, Slip, Slips};

#[derive(Serialize)]
struct Content<'a> {
    notices: Vec<Paper<'a>>,
    totals: Totals,
}

#[derive(Serialize)]
struct Totals {
    issued: usize,
    drafts: usize,
}

#[derive(Serialize)]
struct Paper<'a> {
    draft: bool,
    /// None of a draft.
    numbers: Vec<&'a str>,
    /// The day of the notice; of a draft the day asked for.
    on: String,
    by: Option<&'a str>,
    to: &'a [String],
    problems: Vec<Problem<'a>>,
}

/// A problem as it stood just before the notice.
#[derive(Serialize)]
struct Problem<'a> {
    id: String,
    #[serde(rename = "ref")]
    reference: Option<&'a str>,
    title: &'a str,
    detail: Option<&'a str>,
    category: Option<&'a str>,
    source: Option<&'a str>,
    goal: Option<&'a str>,
    amount: Option<String>,
    #[serde(flatten)]
    responsible: Names<'a>,
    measures: Vec<Measure<'a>>,
    number: Option<&'a str>,
    level: u32,
    name: String,
    /// The problem or measure that is latest.
    line: Option<String>,
    limit: Option<&'a str>,
    last_day: Option<String>,
    provisional: bool,
    days: Option<i64>,
    days_late: Option<i64>,
    days_left: Option<i64>,
    /// What is asked for.
    text: Option<&'a str>,
    earlier: Vec<Before<'a>>,
}

#[derive(Serialize)]
struct Measure<'a> {
    no: u32,
    text: &'a str,
    #[serde(flatten)]
    responsible: Names<'a>,
}

#[derive(Serialize)]
struct Before<'a> {
    number: &'a str,
    on: String,
    level: u32,
    name: String,
}

/// Writes the papers.
pub fn slips(report: &Slips<'_>, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let drafts = report.slips.iter().filter(|slip| slip.draft).count();
    let totals = Totals { issued: report.slips.len() - drafts, drafts };
    let notices = report.slips.iter().map(|slip| paper(slip, lang)).collect();
    let rules = [notes(lang, &[Note::OverdueRule]), counting(lang, &report.counting)].concat();
    // A paper tells what was known when it was issued.
    let later = EnteredLater::default();
    write("notices", report.today, &rules, &later, Content { notices, totals }, out)
}

fn paper<'a>(slip: &'a Slip<'_>, lang: Lang) -> Paper<'a> {
    Paper {
        draft: slip.draft,
        numbers: slip.matters.iter().filter_map(|matter| matter.number.as_deref()).collect(),
        on: slip.on.to_string(),
        by: slip.issuer.as_deref(),
        to: &slip.to,
        problems: slip.matters.iter().map(|matter| problem(matter, lang)).collect(),
    }
}

fn problem<'a>(matter: &'a Matter<'_>, lang: Lang) -> Problem<'a> {
    let (standing, line) = (matter.standing, matter.line.as_ref());
    let problem = &standing.problem;
    Problem {
        id: standing.id().to_string(),
        reference: problem.reference.as_deref(),
        title: &problem.title,
        detail: problem.detail.as_deref(),
        category: problem.category.as_deref(),
        source: standing.source(),
        goal: problem.goal.as_deref(),
        amount: problem.amount.map(Money::in_yuan),
        responsible: (&*standing.responsible).into(),
        measures: standing.measures.iter().map(measure).collect(),
        number: matter.number.as_deref(),
        level: matter.level,
        name: level_name(matter, lang),
        line: line.map(|line| line.id().to_string()),
        limit: line.and_then(Line::words),
        last_day: line.and_then(|line| line.last_day().day()).map(|day| day.to_string()),
        provisional: line.is_some_and(Line::is_provisional),
        days: matter.days,
        days_late: matter.days.filter(|days| *days > 0),
        days_left: matter.days.filter(|days| *days <= 0).map(|days| -days),
        text: matter.asked.as_deref(),
        earlier: matter.earlier.iter().map(|earlier| before(earlier, lang)).collect(),
    }
}

fn measure(standing: &MeasureStanding) -> Measure<'_> {
    let (no, text) = (standing.measure.no, standing.measure.text.as_str());
    Measure { no, text, responsible: (&*standing.responsible).into() }
}

fn before(earlier: &Earlier, lang: Lang) -> Before<'_> {
    Before {
        number: &earlier.number,
        on: earlier.on.to_string(),
        level: earlier.level,
        name: words::level_name(lang, &earlier.policy, earlier.level),
    }
}
