//! What lies between two versions, as JSON.

use std::collections::BTreeSet;
use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Map, Value};

use super::changes::ChangeView;
use super::problem::{Entry, entry};
use super::summary::{key, value};
use super::write;
use crate::domain::book::Lang;
use crate::domain::id::Id;
use crate::render::words;
use crate::reports::diff::{self, Diff, Kind, Row, Rows, What};
use crate::reports::rules::EnteredLater;
use crate::reports::summary::By;

#[derive(Serialize)]
struct DiffContent<'a> {
    from: VersionView<'a>,
    to: VersionView<'a>,
    counts: Vec<CountView>,
    recovered: String,
    taken_back: String,
    by: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rows: Option<Vec<RowView>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lines: Option<Vec<LineView<'a>>>,
}

/// What happened to the problems of one group; kinds of which there is nothing are left out.
#[derive(Serialize)]
struct RowView {
    group: Map<String, Value>,
    counts: Vec<RowCountView>,
}

#[derive(Serialize)]
struct RowCountView {
    kind: &'static str,
    problems: usize,
    ids: Vec<String>,
}

impl RowView {
    fn of(row: &Row, by: &[By]) -> Self {
        let keys = by.iter().zip(&row.groups);
        let group = keys.map(|(by, group)| (key(*by).to_owned(), value(group))).collect();
        let kinds = Kind::all().into_iter().filter_map(|kind| Some((kind, row.ids.get(&kind)?)));
        let count = |(kind, ids): (Kind, &BTreeSet<Id>)| RowCountView {
            kind: kind.name(),
            problems: ids.len(),
            ids: ids.iter().map(ToString::to_string).collect(),
        };
        Self { group, counts: kinds.map(count).collect() }
    }
}

#[derive(Serialize)]
struct VersionView<'a> {
    version: &'a str,
    day: String,
}

/// How many problems something of a kind happened to.
#[derive(Serialize)]
pub(super) struct CountView {
    kind: &'static str,
    problems: usize,
    times: usize,
    ids: Vec<String>,
}

impl CountView {
    /// Counts one kind.
    pub(super) fn of(report: &Diff, kind: Kind) -> Self {
        let ids: Vec<_> = report.ids(kind).into_iter().map(ToString::to_string).collect();
        Self { kind: kind.name(), problems: ids.len(), times: report.of(kind).count(), ids }
    }
}

/// Something that happened to a problem.
#[derive(Serialize)]
pub(super) struct LineView<'a> {
    kind: &'static str,
    id: String,
    title: &'a str,
    lead: &'a [String],
    days_late: Option<i64>,
    entry: Option<Entry<'a>>,
    change: Option<ChangeView<'a>>,
}

/// Writes what lies between two versions, which are called by these names.
///
/// With rows, they stand in the place of the lines.
pub fn diff(
    report: &Diff,
    rows: Option<&Rows>,
    names: (&str, &str),
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let content = DiffContent {
        from: VersionView { version: names.0, day: report.from.to_string() },
        to: VersionView { version: names.1, day: report.to.to_string() },
        counts: Kind::all().into_iter().map(|kind| CountView::of(report, kind)).collect(),
        recovered: report.recovered.in_yuan(),
        taken_back: report.taken_back.in_yuan(),
        by: rows.iter().flat_map(|rows| &rows.by).map(|by| key(*by)).collect(),
        rows: rows.map(|rows| rows.rows.iter().map(|row| RowView::of(row, &rows.by)).collect()),
        lines: rows.is_none().then(|| report.lines.iter().map(LineView::from).collect()),
    };
    let rule = words::changes::diff_rule(lang).to_owned();
    write("diff", report.to, &[rule], &EnteredLater::default(), content, out)
}

impl<'a> From<&'a diff::Line> for LineView<'a> {
    fn from(line: &'a diff::Line) -> Self {
        let mut view = Self {
            kind: line.kind.name(),
            id: line.id.to_string(),
            title: &line.title,
            lead: &line.units,
            days_late: None,
            entry: None,
            change: None,
        };
        match &line.what {
            What::Nothing => {}
            What::Entry(told) => view.entry = Some(entry(told, line.kind != Kind::TakenBack)),
            What::Late(days) => view.days_late = Some(*days),
            What::Change(change) => view.change = Some(change.into()),
        }
        view
    }
}
