//! The records of a problem, understood.

use std::sync::Arc;

use super::fields::Fields;
use super::links::Links;
use super::places::{Located, Places};
use super::{Record, entry, parts, values, words};
use crate::complaint::{Complaint, Fault, Log, Source, Table};
use crate::domain::problem::{Kind, Problem};

/// Builds a problem from its records: first its own, then those of its indicators, measures and entries in any order;
/// each of these keep their order. Gives all complaints at once.
pub fn problem(
    no: u32,
    records: Vec<Record<'_>>,
    source: &Arc<Source>,
) -> Result<Located<Problem>, Vec<Complaint>> {
    let mut log = Log::new(source);
    let located = read(no, records, source, &mut log);
    log.finish(located)
}

/// The same with complaints into a log. What comes with complaints has stand-ins in it and is for nobody.
pub(in crate::formats) fn read(
    no: u32,
    records: Vec<Record<'_>>,
    source: &Arc<Source>,
    log: &mut Log,
) -> Located<Problem> {
    let mut places = Places::new(source);
    let mut links = Links::default();
    let mut own = None;
    // Counted first: a list that grows by itself takes room for four, and most problems have one or two.
    let count = |table| records.iter().filter(|record| record.table == table).count();
    let mut indicators = Vec::with_capacity(count(Table::Indicator));
    let mut measures = Vec::with_capacity(count(Table::Measure));
    let mut entries = Vec::with_capacity(count(Table::Entry));
    for record in records {
        match record.table {
            Table::Indicator => {
                indicators.push(parts::indicator(record, &mut links, &mut places, log));
            }
            Table::Measure => measures.push(parts::measure(record, &mut links, &mut places, log)),
            Table::Entry => entries.extend(entry::entry(record, &mut links, &mut places, log)),
            _ if own.is_none() => own = Some(record),
            _ => log.push(record.span, Fault::NumberTwice(no)),
        }
    }
    let empty = || Record { table: Table::Problem, span: 0..0, fields: Vec::new() };
    let mut value = problem_itself(no, own.unwrap_or_else(empty), &mut places, log);
    (value.indicators, value.measures, value.entries) = (indicators, measures, entries);
    links.check(log);
    places.settle();
    Located { value, places }
}

fn problem_itself(no: u32, record: Record<'_>, places: &mut Places, log: &mut Log) -> Problem {
    let mut fields = Fields::new(record, log);
    fields.require(&["title"]);
    let kind = fields.word("kind", words::KIND);
    let (from, until) = fields.period("from", "until");
    let mut problem = Problem {
        no,
        title: fields.text("title").unwrap_or_default(),
        kind: kind.unwrap_or_default(),
        reference: fields.text("ref"),
        former: fields.names("former"),
        detail: fields.text("detail"),
        category: fields.text("category"),
        source: fields.text("source"),
        cause: fields.text("cause"),
        found: fields.day("found"),
        entered: fields.day("entered"),
        responsible: fields.responsible(),
        owners: fields.text("owners"),
        limit: fields.text("limit"),
        due: fields.day("due"),
        sustained: fields.flag("sustained"),
        goal: fields.text("goal"),
        amount: fields.get("amount", values::money),
        recoverable: fields.get("recoverable", values::money),
        recurs: fields.names("recurs"),
        tags: fields.names("tag"),
        every: fields.text("every"),
        from,
        until,
        masked: fields.flag("masked"),
        request: fields.text("request"),
        ..Problem::default()
    };
    let kind_is_wrong = kind.is_none() && fields.was_taken("kind");
    if problem.kind != Kind::Duty && !kind_is_wrong {
        for key in ["every", "from", "until"] {
            if fields.was_taken(key) {
                fields.complain_of(key, Fault::KeyOfDuty { key: key.to_owned() });
            }
        }
    }
    (problem.extra, places.problem) = fields.finish();
    problem
}
