//! Makes a table say other values, and leaves alone every byte that need not change for it.
//!
//! A changed cell gets its new text where the old one stands; new rows come at the end, as when they are added; a column
//! that is missing comes at the end of every row.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::SEPARATOR;
use super::append::Edit;
use super::header::Header;
use super::line::{self, Keys, Line};
use super::read::read;
use super::rows::{Row, Rows};
use super::write::quoted;
use crate::complaint::{Source, Table};
use crate::domain::problem::Problem;
use crate::formats::addition::Refused;
use crate::formats::record::{self, Record};

/// What a row is about: the problem's number, the sort of row, and the name of the part.
type Place = (u32, &'static str, String);

/// Returns the names of a table's columns, in English where they are known.
pub fn columns_of(text: &str) -> Vec<String> {
    let first = Rows::new(text, SEPARATOR).next().unwrap_or_default();
    Header::read(text, &first, &mut Vec::new()).keys
}

/// Returns the text, changed so that it says `to` and has these columns, too. Read again it says exactly that, else it is
/// refused.
pub fn revise(source: &Arc<Source>, to: &[Problem], columns: &[String]) -> Result<String, Refused> {
    let values = |source: &Arc<Source>| -> Result<Vec<Problem>, _> {
        let mut all: Vec<_> = read(source)?.into_iter().map(|problem| problem.value).collect();
        all.sort_by_key(|problem| problem.no);
        Ok(all)
    };
    let now = values(source).map_err(Refused::Complaints)?;
    let (now, then) = (records(&now), records(to));
    let changed: Vec<(u32, Record<'_>)> = to
        .iter()
        .flat_map(|problem| record::records_of(problem).into_iter().map(|it| (problem.no, it)))
        .filter(|(no, record)| now.get(&place(*no, record)) != Some(record))
        .collect();
    let (new, old): (Vec<_>, Vec<_>) =
        changed.into_iter().partition(|(no, record)| !now.contains_key(&place(*no, record)));
    let mut edit = Edit::new(&source.text);
    edit.add_columns(columns.iter().map(String::as_str));
    edit.add_columns(old.iter().chain(&new).flat_map(|(_, record)| {
        record.fields.iter().map(|field| line::column_of(record.table, &field.key))
    }));
    let widened = edit.with_rows("");
    let cells = cells(&widened, &now, &then);
    let text = if new.is_empty() {
        cells
    } else {
        let edit = Edit::new(&cells);
        edit.with_rows(&edit.rows(new, edit.highest + 1, &mut Vec::new()))
    };
    let text = if text == format!("{}\n", source.text) { source.text.clone() } else { text };
    let new = Arc::new(Source { path: source.path.clone(), text, ..Source::default() });
    let mut to = to.to_vec();
    to.sort_by_key(|problem| problem.no);
    if values(&new).is_ok_and(|read| read == to) {
        Ok(Arc::unwrap_or_clone(new).text)
    } else {
        Err(Refused::SelfCheck)
    }
}

fn records(problems: &[Problem]) -> BTreeMap<Place, Record<'_>> {
    let of_one = |problem| record::records_of(problem).into_iter().map(|it| (problem.no, it));
    problems.iter().flat_map(of_one).map(|(no, record)| (place(no, &record), record)).collect()
}

fn place(no: u32, record: &Record<'_>) -> Place {
    let (sort, key) = match record.table {
        Table::Measure => ("measure", "no"),
        Table::Indicator => ("indicator", "name"),
        Table::Entry => ("entry", "key"),
        _ => ("", ""),
    };
    let field = record.fields.iter().find(|field| field.key == key);
    let name = field.map(|field| field.value.to_cell().trim().to_owned());
    (no, sort, name.unwrap_or_default())
}

/// Changes the cells of rows that stay, and takes out the rows that go.
fn cells(
    text: &str,
    now: &BTreeMap<Place, Record<'_>>,
    then: &BTreeMap<Place, Record<'_>>,
) -> String {
    let mut rows = Rows::new(text, SEPARATOR);
    let header = Header::read(text, &rows.next().unwrap_or_default(), &mut Vec::new());
    let keys = Keys::new(&header);
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    for row in rows {
        let faults = &mut Vec::new();
        let Some(line) = Line::read_head(text, &header, &row, faults) else { continue };
        let record = line.read(text, &header, &keys, &row, faults);
        let place = place(line.no, &record);
        let Some(old) = now.get(&place) else { continue };
        match then.get(&place) {
            Some(new) if new == old => {}
            Some(new) => edits.extend(changed_cells(&header, &row, &line, old, new)),
            None => {
                let behind = text[row.span.end..]
                    .find('\n')
                    .map_or(text.len(), |end| row.span.end + end + 1);
                edits.push((row.span.start..behind, String::new()));
            }
        }
    }
    let line_end =
        if text.lines().next().is_some_and(|_| text.contains("\r\n")) { "\r\n" } else { "\n" };
    let mut result = text.to_owned();
    for (span, new) in edits.into_iter().rev() {
        result.replace_range(span, &new.replace('\n', line_end));
    }
    result
}

fn changed_cells(
    header: &Header,
    row: &Row,
    line: &Line,
    old: &Record<'_>,
    new: &Record<'_>,
) -> Vec<(Range<usize>, String)> {
    let (before, after) =
        (line::cells(header, line.no, line.seq, old), line::cells(header, line.no, line.seq, new));
    let cells = row.cells.iter().zip(before.iter().zip(&after));
    cells
        .filter(|(_, (before, after))| before != after)
        .map(|(span, (_, after))| (span.clone(), quoted(after).into_owned()))
        .collect()
}
