//! What foreign files would give, as JSON: each line as it would stand there, and beside it every field with its place.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value;

use super::changes::value;
use super::line::Names;
use super::problem::{Entry, entry};
use super::write;
use crate::complaint::{Grade, Mentioned};
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::domain::measure::Measure;
use crate::domain::money::Money;
use crate::domain::problem::{Extra, Problem};
use crate::domain::subject::Part;
use crate::render::layout::masking::NameMasked;
use crate::render::layout::taking::{FieldTaken, HeadTaken, LineTaken, NameTaken, Taking};
use crate::render::words;
use crate::reports::rules::EnteredLater;

#[derive(Serialize)]
struct Content<'a> {
    ledger: &'a str,
    head: Vec<HeadView<'a>>,
    lines: Vec<LineView<'a>>,
    masked: Vec<MaskedView<'a>>,
    enrolled: Vec<NameView<'a>>,
    remarks: Vec<RemarkView<'a>>,
    totals: Totals,
}

#[derive(Serialize)]
struct HeadView<'a> {
    key: &'static str,
    value: &'a str,
    grade: &'static str,
    place: &'a str,
}

#[derive(Serialize)]
struct LineView<'a> {
    /// Nothing where the line is left out.
    id: Option<String>,
    place: &'a str,
    #[serde(flatten)]
    problem: ProblemView<'a>,
    measures: Vec<MeasureView<'a>>,
    entries: Vec<Entry<'a>>,
    figures: Vec<FigureView<'a>>,
    fields: Vec<FieldView<'a>>,
    twins: Vec<String>,
}

#[derive(Serialize)]
struct ProblemView<'a> {
    #[serde(rename = "ref")]
    reference: Option<&'a str>,
    title: &'a str,
    kind: &'static str,
    detail: Option<&'a str>,
    category: Option<&'a str>,
    source: Option<&'a str>,
    cause: Option<&'a str>,
    goal: Option<&'a str>,
    found: Option<String>,
    #[serde(flatten)]
    responsible: Names<'a>,
    owners: Option<&'a str>,
    limit: Option<&'a str>,
    due: Option<String>,
    sustained: bool,
    every: Option<&'a str>,
    from: Option<String>,
    until: Option<String>,
    amount: Option<String>,
    tags: &'a [String],
    extra: &'a Extra,
}

#[derive(Serialize)]
struct MeasureView<'a> {
    no: u32,
    text: &'a str,
    #[serde(flatten)]
    responsible: Names<'a>,
    limit: Option<&'a str>,
    due: Option<String>,
    sustained: bool,
    extra: &'a Extra,
}

/// A figure that the text names; one of the two.
#[derive(Serialize)]
struct FigureView<'a> {
    /// Yuan, as a string.
    money: Option<String>,
    person_times: Option<u64>,
    place: &'a str,
}

#[derive(Serialize)]
struct FieldView<'a> {
    /// `problem`, `measure`, `indicator` or `entry`.
    part: &'static str,
    /// The number of the measure, the name of the indicator or the key of the entry.
    of: Option<String>,
    key: &'a str,
    value: Value,
    grade: &'static str,
    place: Option<&'a str>,
}

/// A name that was masked, or what looks like one.
#[derive(Serialize)]
pub(super) struct MaskedView<'a> {
    name: &'a str,
    /// As what it is entered; nothing where it is left as it is.
    mask: Option<&'a str>,
    place: &'a str,
}

impl<'a> From<&'a NameMasked> for MaskedView<'a> {
    fn from(it: &'a NameMasked) -> Self {
        Self { name: &it.name, mask: it.mask.as_deref(), place: &it.place }
    }
}

/// A name that would be put into the roster.
#[derive(Serialize)]
struct NameView<'a> {
    /// `unit` or `person`.
    sort: &'static str,
    name: &'a str,
    place: &'a str,
    nearest: Option<&'a str>,
}

#[derive(Serialize)]
struct RemarkView<'a> {
    place: &'a str,
    remark: String,
}

#[derive(Serialize)]
struct Totals {
    lines: usize,
    measures: usize,
    entries: usize,
    left_out: usize,
}

/// Writes what foreign files would give, or gave.
pub fn taking(taking: &Taking, lang: Lang, today: Day, out: &mut dyn Write) -> io::Result<()> {
    let in_all = |count: fn(&Problem) -> usize| {
        let taken = taking.lines.iter().filter(|line| line.id.is_some());
        taken.map(|line| count(&line.problem)).sum()
    };
    let content = Content {
        ledger: &taking.ledger,
        head: taking.head.iter().map(HeadView::from).collect(),
        lines: taking.lines.iter().map(LineView::from).collect(),
        masked: taking.masked.iter().map(MaskedView::from).collect(),
        enrolled: taking.enrolled.iter().map(NameView::from).collect(),
        remarks: taking
            .remarks
            .iter()
            .map(|(place, remark)| RemarkView {
                place,
                remark: words::taking::remark(lang, remark),
            })
            .collect(),
        totals: Totals {
            lines: in_all(|_| 1),
            measures: in_all(|problem| problem.measures.len()),
            entries: in_all(|problem| problem.entries.len()),
            left_out: taking.lines.iter().filter(|line| line.id.is_none()).count(),
        },
    };
    write("import", today, &[], &EnteredLater::default(), content, out)
}

impl<'a> From<&'a HeadTaken> for HeadView<'a> {
    fn from(head: &'a HeadTaken) -> Self {
        let grade = name(head.grade);
        Self { key: head.key, value: &head.value, grade, place: &head.place }
    }
}

impl<'a> From<&'a NameTaken> for NameView<'a> {
    fn from(it: &'a NameTaken) -> Self {
        let sort = if it.is_person { "person" } else { "unit" };
        Self { sort, name: &it.name, place: &it.place, nearest: it.nearest.as_deref() }
    }
}

impl<'a> From<&'a LineTaken> for LineView<'a> {
    fn from(line: &'a LineTaken) -> Self {
        let figure = |(place, figure): &'a (String, Mentioned)| match figure {
            Mentioned::Money(money) => {
                FigureView { money: Some(money.in_yuan()), person_times: None, place }
            }
            Mentioned::PersonTimes(times) => {
                FigureView { money: None, person_times: Some(*times), place }
            }
        };
        Self {
            id: line.id.as_ref().map(ToString::to_string),
            place: &line.place,
            problem: (&line.problem).into(),
            measures: line.problem.measures.iter().map(MeasureView::from).collect(),
            entries: line.problem.entries.iter().map(|it| entry(it, true)).collect(),
            figures: line.figures.iter().map(figure).collect(),
            fields: line.fields.iter().map(FieldView::from).collect(),
            twins: line.twins.iter().map(ToString::to_string).collect(),
        }
    }
}

impl<'a> From<&'a Problem> for ProblemView<'a> {
    fn from(problem: &'a Problem) -> Self {
        let day = |day: Option<Day>| day.map(|day| day.to_string());
        Self {
            reference: problem.reference.as_deref(),
            title: &problem.title,
            kind: problem.kind.name(),
            detail: problem.detail.as_deref(),
            category: problem.category.as_deref(),
            source: problem.source.as_deref(),
            cause: problem.cause.as_deref(),
            goal: problem.goal.as_deref(),
            found: day(problem.found),
            responsible: (&problem.responsible).into(),
            owners: problem.owners.as_deref(),
            limit: problem.limit.as_deref(),
            due: day(problem.due),
            sustained: problem.sustained,
            every: problem.every.as_deref(),
            from: day(problem.from),
            until: day(problem.until),
            amount: problem.amount.map(Money::in_yuan),
            tags: &problem.tags,
            extra: &problem.extra,
        }
    }
}

impl<'a> From<&'a Measure> for MeasureView<'a> {
    fn from(measure: &'a Measure) -> Self {
        Self {
            no: measure.no,
            text: &measure.text,
            responsible: (&measure.responsible).into(),
            limit: measure.limit.as_deref(),
            due: measure.due.map(|day| day.to_string()),
            sustained: measure.sustained,
            extra: &measure.extra,
        }
    }
}

impl<'a> From<&'a FieldTaken> for FieldView<'a> {
    fn from(taken: &'a FieldTaken) -> Self {
        let (part, of) = match &taken.part {
            Part::Problem => ("problem", None),
            Part::Measure(no) => ("measure", Some(no.to_string())),
            Part::Indicator(name) => ("indicator", Some(name.clone())),
            Part::Entry(key) => ("entry", Some(key.to_string())),
        };
        Self {
            part,
            of,
            key: taken.field.key(),
            value: value(Some(&taken.content)),
            grade: name(taken.grade),
            place: taken.place.as_deref(),
        }
    }
}

/// The name of a grade, for programs.
fn name(grade: Grade) -> &'static str {
    match grade {
        Grade::ByHand => "hand",
        Grade::Mapped => "map",
        Grade::Column => "column",
        Grade::Label => "label",
        Grade::Tail => "tail",
        Grade::BareTail => "tail-bare",
        Grade::Marker => "marker",
        Grade::Heading => "heading",
        Grade::Place => "place",
        Grade::Inferred => "inferred",
        Grade::Damaged => "damaged",
    }
}
