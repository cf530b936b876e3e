//! Reports as JSON: a contract for programs, with English keys, ISO days and money in yuan as a string.
//!
//! Keys are added, never renamed or taken away without a new `version`.

mod further;
mod line;
mod notice;
mod problem;
mod reading;
mod summary;

use std::io::{self, Write};

pub use reading::readings;

use serde::Serialize;

use super::layout::{self, notice::Numbered};
use super::words::{self, Note};
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::domain::standing::{self, Standing};
use crate::reports::list::List;
use crate::reports::notice::Notices;
use crate::reports::overdue::Overdue;
use crate::reports::summary::Summary;

const VERSION: u8 = 1;

/// What every report begins with.
#[derive(Serialize)]
struct Envelope<T> {
    version: u8,
    report: &'static str,
    today: String,
    /// How the figures are counted, in the language of the output.
    rule: String,
    #[serde(flatten)]
    content: T,
}

#[derive(Serialize)]
struct OverdueContent<'a> {
    lines: Vec<line::Line<'a>>,
    unclear: Vec<line::Line<'a>>,
    totals: OverdueTotals,
}

#[derive(Serialize)]
struct OverdueTotals {
    lines: usize,
    problems: usize,
    measures: usize,
    /// Occurrences of duties that were missed.
    missed: usize,
    duties: usize,
    unclear: usize,
    undated: usize,
}

#[derive(Serialize)]
struct ListContent<'a> {
    lines: Vec<line::Line<'a>>,
    totals: ListTotals,
}

#[derive(Serialize)]
struct ListTotals {
    lines: usize,
    problems: usize,
    duties: usize,
}

#[derive(Serialize)]
struct Problems<'a> {
    problems: Vec<problem::Problem<'a>>,
}

/// Writes the overdue lines.
pub fn overdue(report: &Overdue<'_>, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let totals = OverdueTotals {
        lines: report.lines.len(),
        problems: report.problems,
        measures: report.measures,
        missed: report.missed,
        duties: report.duties,
        unclear: report.unclear.len(),
        undated: report.undated,
    };
    let content =
        OverdueContent { lines: lines(&report.lines), unclear: lines(&report.unclear), totals };
    let rule = rule(lang, &rules(report.missed > 0), report.immediate);
    write("overdue", report.today, rule, content, out)
}

/// Writes the lines asked for.
pub fn list(report: &List<'_>, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let List { problems, duties, .. } = *report;
    let totals = ListTotals { lines: report.lines.len(), problems, duties };
    let content = ListContent { lines: lines(&report.lines), totals };
    let rule = rule(lang, &rules(duties > 0), report.immediate);
    write("list", report.today, rule, content, out)
}

/// Writes the figures, each with the ids behind it.
pub fn summary(report: &Summary, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let duties = !report.duties.total.all.is_empty();
    let policies = layout::summary::policies(report);
    let notes =
        [vec![Note::RateRule], rules(duties), layout::further::rules(report), policies].concat();
    let rule = rule(lang, &notes, report.immediate);
    write("summary", report.today, rule, summary::Content::from(report), out)
}

/// Writes the notices that are due or, with their numbers, were issued.
pub fn notices<'a>(
    report: &'a Notices<'a>,
    numbers: Option<&[Numbered<'a>]>,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let rule = rule(lang, &layout::notice::rules(report), None);
    write("notice", report.today, rule, notice::Content::new(report, numbers, lang), out)
}

/// Writes whole problems as they stand.
pub fn problems(
    standings: &[Standing<'_>],
    today: Day,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let content = Problems { problems: standings.iter().map(problem::Problem::from).collect() };
    let duties = standings.iter().any(|standing| standing.duty.is_some());
    write("show", today, rule(lang, &rules(duties), None), content, out)
}

fn lines<'a>(lines: &[standing::Line<'a>]) -> Vec<line::Line<'a>> {
    lines.iter().map(line::Line::from).collect()
}

/// How it was counted; what holds for duties only where there are any.
fn rules(duties: bool) -> Vec<Note<'static>> {
    let duties = duties.then_some(Note::DutyRule);
    [Note::OverdueRule].into_iter().chain(duties).collect()
}

fn rule(lang: Lang, notes: &[Note<'_>], immediate: Option<u32>) -> String {
    let immediate = immediate.map(|days| Note::ImmediateRule { days });
    let notes: Vec<_> =
        notes.iter().chain(immediate.as_ref()).map(|note| words::note(lang, note)).collect();
    notes.join(" ")
}

fn write<T: Serialize>(
    report: &'static str,
    today: Day,
    rule: String,
    content: T,
    out: &mut dyn Write,
) -> io::Result<()> {
    let envelope = Envelope { version: VERSION, report, today: today.to_string(), rule, content };
    serde_json::to_writer_pretty(&mut *out, &envelope)?;
    writeln!(out)
}
