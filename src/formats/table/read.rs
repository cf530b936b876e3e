//! Reading a table: rows become records, and the records of one number a problem.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::SEPARATOR;
use super::header::Header;
use super::line::Line;
use super::rows::{Row, Rows};
use crate::complaint::{Complaint, Fault, Log, Source, Table};
use crate::domain::problem::Problem;
use crate::formats::record::{self, Located, Record};

/// The rows of a table that can be read.
struct Lines {
    lines: Vec<Line>,
    /// Whether those are all: only then can a row be missed.
    complete: bool,
}

/// Tells whether a text is a ledger's table and no sheet: it has a column `record`.
pub fn is_table(text: &str) -> bool {
    let first = Rows::new(text, SEPARATOR).next();
    first.is_some_and(|row| Header::read(text, &row, &mut Vec::new()).has("record"))
}

/// Reads the problems of a table, in the order of their numbers.
pub fn read(source: &Arc<Source>) -> Result<Vec<Located<Problem>>, Vec<Complaint>> {
    let mut log = Log::new(source);
    let Lines { mut lines, complete } = read_lines(&source.text, &mut log);
    lines.sort_by_key(|line| line.seq);
    for pair in lines.windows(2).filter(|pair| pair[0].seq == pair[1].seq) {
        log.push(pair[1].seq_span.clone(), Fault::SeqTwice(pair[1].seq));
    }
    let mut problems = Vec::new();
    for (no, records) in by_number(lines) {
        let Some(records) = problem_first(no, records, complete, &mut log) else { continue };
        match record::problem(no, records, source) {
            Ok(problem) => problems.push(problem),
            Err(complaints) => complaints.into_iter().for_each(|it| log.push(it.span, it.fault)),
        }
    }
    log.finish(problems)
}

fn read_lines(text: &str, log: &mut Log) -> Lines {
    let mut rows = Rows::new(text, SEPARATOR);
    let mut faults = Vec::new();
    let header = Header::read(text, &rows.next().unwrap_or_default(), &mut faults);
    let header_is_sound = faults.is_empty();
    let mut all = Lines { lines: Vec::new(), complete: true };
    for mut row in rows {
        let shape = shape_fault(text, &header, &row);
        let line = if shape.is_none() && row.faults.is_empty() && header_is_sound {
            Line::read(text, &header, &row, &mut faults)
        } else {
            None
        };
        all.complete &= line.is_some();
        all.lines.extend(line);
        // A row whose quotes are wrong has any number of cells.
        faults.extend(shape.filter(|_| row.faults.is_empty()).map(|fault| (row.span, fault)));
        faults.append(&mut row.faults);
    }
    faults.into_iter().for_each(|(span, fault)| log.push(span, fault));
    all
}

fn shape_fault(text: &str, header: &Header, row: &Row) -> Option<Fault> {
    let (expected, found) = (header.keys.len(), row.cells.len());
    if row.is_blank(text) {
        Some(Fault::EmptyRow)
    } else {
        (expected != found).then_some(Fault::RowLength { expected, found })
    }
}

fn by_number(lines: Vec<Line>) -> BTreeMap<u32, Vec<Record>> {
    let mut groups: BTreeMap<u32, Vec<Record>> = BTreeMap::new();
    for line in lines {
        groups.entry(line.no).or_default().push(line.record);
    }
    groups
}

/// Puts the problem's own record before its parts; there must be exactly one.
fn problem_first(
    no: u32,
    records: Vec<Record>,
    complete: bool,
    log: &mut Log,
) -> Option<Vec<Record>> {
    let (mut problems, parts): (Vec<_>, Vec<_>) =
        records.into_iter().partition(|record| record.table == Table::Problem);
    for twice in problems.drain(1.min(problems.len())..) {
        log.push(twice.span, Fault::NumberTwice(no));
    }
    if problems.is_empty() {
        let orphans = parts.iter().filter(|_| complete);
        orphans.for_each(|part| log.push(part.span.clone(), Fault::NoSuchProblem(no)));
        return None;
    }
    problems.extend(parts);
    Some(problems)
}
