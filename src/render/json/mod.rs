//! Reports as JSON: a contract for programs, with English keys, ISO days and money in yuan as a string.
//!
//! Keys are added, never renamed or taken away without a new `version`.

mod bulletin;
mod changes;
mod check;
mod diff;
mod further;
mod lights;
mod line;
mod morning;
mod notice;
mod page;
mod paper;
mod problem;
mod reading;
mod returned;
mod summary;
mod taking;
mod verify;

use std::io::{self, Write};

pub use bulletin::bulletin;
pub use changes::log;
pub use check::{check, rules as check_rules};
pub use diff::diff;
pub(in crate::render) use line::state as word_of_state;
pub use page::page;
pub use paper::{applications, papers, public, slips, units};
pub use reading::readings;
pub use returned::returned;
pub use taking::taking;
pub use verify::{seal, verify};

use serde::Serialize;

use super::layout::{self, notice::Numbered};
use super::words::{self, Note, Rule};
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::domain::policy::Review;
use crate::domain::standing;
use crate::reports::life::Lives;
use crate::reports::list::List;
use crate::reports::morning::Morning;
use crate::reports::notice::Notices;
use crate::reports::overdue::Overdue;
use crate::reports::rules::{self, Bands, Counting, Ruled};
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
    entered_later: EnteredLater,
    #[serde(flatten)]
    content: T,
}

/// What was entered after the day asked for, and the problems that it belongs to.
#[derive(Serialize)]
struct EnteredLater {
    entries: usize,
    problems: usize,
    measures: usize,
    ids: Vec<String>,
}

#[derive(Serialize)]
struct OverdueContent<'a> {
    lines: Vec<line::Line<'a>>,
    unclear: Vec<line::Line<'a>>,
    /// Closed problems whose review is overdue.
    reviews: Vec<lights::Closed<'a>>,
    /// Closed problems that a review found to have come back.
    relapsed: Vec<lights::Closed<'a>>,
    totals: OverdueTotals,
}

#[derive(Serialize)]
struct OverdueTotals {
    lines: usize,
    problems: usize,
    /// Measures, also those of duties.
    measures: usize,
    /// Those of duties.
    duty_measures: usize,
    /// Occurrences of duties that were missed.
    missed: usize,
    duties: usize,
    /// Late lines of the problems asked for that the period asked for leaves out.
    outside: usize,
    unclear: usize,
    undated: usize,
    reviews: usize,
    relapsed: usize,
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
        measures: report.measures + report.duty_measures,
        duty_measures: report.duty_measures,
        missed: report.missed,
        duties: report.duties,
        outside: report.outside,
        unclear: report.unclear.len(),
        undated: report.undated,
        reviews: report.reviews.len(),
        relapsed: report.relapsed.len(),
    };
    let content = OverdueContent {
        lines: lines(&report.lines),
        unclear: lines(&report.unclear),
        reviews: report.reviews.iter().map(|standing| lights::closed(standing)).collect(),
        relapsed: report.relapsed.iter().map(|standing| lights::closed(standing)).collect(),
        totals,
    };
    let rules = [
        notes(lang, &duty_rules(report.missed + report.duty_measures > 0)),
        counting(lang, &report.counting),
        reviews(lang, &report.every),
    ];
    write("overdue", report.today, &rules.concat(), &report.later, content, out)
}

/// Writes what waits this morning.
pub fn morning(report: &Morning, out: &mut dyn Write) -> io::Result<()> {
    let content = morning::Content::from(report);
    write("morning", report.today, &[], &report.later, content, out)
}

/// Writes the lines asked for.
pub fn list(report: &List<'_>, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let List { problems, duties, .. } = *report;
    let totals = ListTotals { lines: report.lines.len(), problems, duties };
    let content = ListContent { lines: lines(&report.lines), totals };
    let rules = [
        notes(lang, &duty_rules(duties > 0)),
        bands(lang, &report.bands),
        counting(lang, &report.counting),
    ];
    write("list", report.today, &rules.concat(), &report.later, content, out)
}

/// Writes the figures, each with the ids behind it.
pub fn summary(report: &Summary, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let duties = !report.duties.total.all.is_empty();
    let all = [
        vec![Note::RateRule],
        duty_rules(duties),
        layout::further::rules(report),
        layout::summary::policies(report),
    ];
    let rules = [
        notes(lang, &all.concat()),
        counting(lang, &report.counting),
        reviews(lang, &report.every),
    ];
    let content = summary::Content::from(report);
    write("summary", report.today, &rules.concat(), &report.later, content, out)
}

/// Writes the notices that are due or, with their numbers, were issued.
pub fn notices<'a>(
    report: &'a Notices<'a>,
    numbers: Option<&[Numbered<'a>]>,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let rules =
        [notes(lang, &layout::notice::rules(report)), counting(lang, &report.counting)].concat();
    let content = notice::Content::new(report, numbers, lang);
    write("notice", report.today, &rules, &report.later, content, out)
}

/// Writes whole problems as they stand.
pub fn problems(report: &Lives<'_>, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    whole("show", report, lang, out)
}

/// Writes the same of all problems asked for.
pub fn export(report: &Lives<'_>, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    whole("export", report, lang, out)
}

fn whole(
    name: &'static str,
    report: &Lives<'_>,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let content = Problems { problems: report.lives.iter().map(problem::Problem::from).collect() };
    let duties = report.lives.iter().any(|life| life.standing.duty.is_some());
    let counted = report.lives.iter().flat_map(|life| counting(lang, &life.counting));
    let mut rules = notes(lang, &duty_rules(duties));
    // Lives that rest on the same rule say it once.
    for rule in counted {
        if !rules.contains(&rule) {
            rules.push(rule);
        }
    }
    write(name, report.today, &rules, &report.later, content, out)
}

fn lines<'a>(lines: &[standing::Line<'a>]) -> Vec<line::Line<'a>> {
    lines.iter().map(line::Line::from).collect()
}

/// How it was counted; what holds for duties only where there are any.
fn duty_rules(duties: bool) -> Vec<Note<'static>> {
    let duties = duties.then_some(Note::DutyRule);
    [Note::OverdueRule].into_iter().chain(duties).collect()
}

fn notes(lang: Lang, notes: &[Note<'_>]) -> Vec<String> {
    notes.iter().map(|note| words::note(lang, note)).collect()
}

fn counting(lang: Lang, counting: &Counting) -> Vec<String> {
    let immediate =
        ruled(lang, &counting.immediate, |days| words::rule(lang, Rule::Immediate(*days)));
    let periods =
        ruled(lang, &counting.periods, |periods| words::rule(lang, Rule::Periods(*periods)));
    [immediate, periods].concat()
}

fn bands(lang: Lang, bands: &[Ruled<Bands>]) -> Vec<String> {
    ruled(lang, bands, |bands| words::rule(lang, Rule::Lights(bands)))
}

fn reviews(lang: Lang, every: &[Ruled<Review>]) -> Vec<String> {
    ruled(lang, every, |every| words::rule(lang, Rule::Reviews(Some(*every))))
}

fn ruled<T>(lang: Lang, rules: &[Ruled<T>], said: impl Fn(&T) -> String) -> Vec<String> {
    rules.iter().map(|of| words::ruled(lang, of, said(&of.rule))).collect()
}

fn write<T: Serialize>(
    report: &'static str,
    today: Day,
    rules: &[String],
    later: &rules::EnteredLater,
    content: T,
    out: &mut dyn Write,
) -> io::Result<()> {
    let entered_later = EnteredLater {
        entries: later.entries,
        problems: later.problems,
        measures: later.measures,
        ids: later.ids.iter().map(ToString::to_string).collect(),
    };
    let (today, rule) = (today.to_string(), rules.join(" "));
    let envelope = Envelope { version: VERSION, report, today, rule, entered_later, content };
    serde_json::to_writer_pretty(&mut *out, &envelope)?;
    writeln!(out)
}
