//! The bulletin of a period as JSON.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value;

use super::diff::{CountView, LineView};
use super::line::Line;
use super::summary::{Figures, value};
use super::{counting, duty_rules, lines, notes, write};
use crate::domain::book::Lang;
use crate::domain::term::{Rhythm, Term};
use crate::render::words::{Note, bulletin as told};
use crate::reports::bulletin::{Bulletin, COUNTED, Unit};
use crate::reports::diff::Diff;
use crate::reports::summary::Figures as Counted;

#[derive(Serialize)]
struct Content<'a> {
    period: Period,
    /// Whether the period goes on after `today`.
    goes_on: bool,
    before: Period,
    totals: Figures,
    /// Those at the end of the period before.
    earlier: Figures,
    happened: Happened,
    happened_before: Happened,
    units: Vec<UnitView>,
    /// What stands in several of the units, and is taken off so that they add up to the totals.
    repeated: UnitView,
    lines: Vec<LineView<'a>>,
    overdue: Vec<Line<'a>>,
    next: Vec<Line<'a>>,
    duties: Duties,
}

#[derive(Serialize)]
struct Period {
    rhythm: &'static str,
    from: String,
    until: String,
}

#[derive(Serialize)]
struct Happened {
    counts: Vec<CountView>,
    recovered: String,
    taken_back: String,
}

#[derive(Serialize)]
struct UnitView {
    unit: Value,
    /// The kinds of `happened`, in their order.
    happened: Vec<Count>,
    figures: Figures,
}

#[derive(Serialize)]
struct Count {
    kind: &'static str,
    problems: usize,
}

/// Occurrences of duties that fell in the period.
#[derive(Serialize)]
struct Duties {
    met: usize,
    late: usize,
    missed: usize,
}

/// Writes the bulletin.
pub fn bulletin(report: &Bulletin<'_>, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let duties = report.duties;
    let content = Content {
        period: report.term.into(),
        goes_on: report.goes_on(),
        before: report.term.before().into(),
        totals: Figures::from(&report.figures.problems.total),
        earlier: Figures::from(&report.earlier),
        happened: Happened::from(&report.happened),
        happened_before: Happened::from(&report.before),
        units: report.units.iter().map(UnitView::from).collect(),
        repeated: UnitView::of(Value::Null, report.repeated, &report.figures.problems.repeated),
        lines: report.happened.lines.iter().map(LineView::from).collect(),
        overdue: lines(&report.overdue.lines),
        next: lines(&report.next),
        duties: Duties { met: duties.met, late: duties.late, missed: duties.missed },
    };
    let own = vec![told::rule(lang, report)];
    let all = [vec![Note::RateRule], duty_rules(!duties.is_empty())].concat();
    let rules = [own, notes(lang, &all), counting(lang, &report.figures.counting)].concat();
    write("bulletin", report.today, &rules, &report.later, content, out)
}

impl From<Term> for Period {
    fn from(term: Term) -> Self {
        let rhythm = match term.rhythm {
            Rhythm::Week => "week",
            Rhythm::Month => "month",
            Rhythm::Quarter => "quarter",
            Rhythm::Year => "year",
            Rhythm::Days => "days",
        };
        Self { rhythm, from: term.from.to_string(), until: term.until.to_string() }
    }
}

impl From<&Diff> for Happened {
    fn from(diff: &Diff) -> Self {
        Self {
            counts: COUNTED.into_iter().map(|kind| CountView::of(diff, kind)).collect(),
            recovered: diff.recovered.in_yuan(),
            taken_back: diff.taken_back.in_yuan(),
        }
    }
}

impl UnitView {
    fn of(unit: Value, happened: [usize; COUNTED.len()], figures: &Counted) -> Self {
        let counts = COUNTED.into_iter().zip(happened);
        let happened = counts.map(|(kind, problems)| Count { kind: kind.name(), problems });
        Self { unit, happened: happened.collect(), figures: Figures::from(figures) }
    }
}

impl From<&Unit> for UnitView {
    fn from(unit: &Unit) -> Self {
        Self::of(value(&unit.group), unit.happened, &unit.figures)
    }
}
