//! The parser's tree → records, with places.

use std::ops::Range;

use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue};

use crate::complaint::{Expected, Fault, Log, Table};
use crate::domain::day::Day;
use crate::formats::record::heads::{BookRecords, HeadRecords};
use crate::formats::record::{Field, Raw, Record};

/// Returns the records of a problem's file.
pub(super) fn problem<'i>(root: DeTable<'i>, log: &mut Log) -> Vec<Record<'i>> {
    let (own, [indicators, measures, entries]) = split(root, ["indicator", "measure", "entry"]);
    let mut records = vec![Record { table: Table::Problem, span: 0..0, fields: own }];
    records.extend(tables(Table::Indicator, indicators, log));
    records.extend(tables(Table::Measure, measures, log));
    records.extend(tables(Table::Entry, entries, log));
    records
}

/// Returns the records of a ledger's head.
pub(super) fn head<'i>(root: DeTable<'i>, log: &mut Log) -> HeadRecords<'i> {
    let (own, [phases, policies]) = split(root, ["phase", "policy"]);
    HeadRecords {
        own: Record { table: Table::Head, span: 0..0, fields: own },
        phases: tables(Table::Phase, phases, log),
        policies: tables(Table::Policy, policies, log),
    }
}

/// Returns the records of `book.toml`.
pub(super) fn book<'i>(root: DeTable<'i>, log: &mut Log) -> BookRecords<'i> {
    let (own, [policies, units, persons, calendar]) =
        split(root, ["policy", "unit", "person", "calendar"]);
    BookRecords {
        own: Record { table: Table::Book, span: 0..0, fields: own },
        policies: tables(Table::Policy, policies, log),
        units: named(Table::Unit, units, log),
        persons: named(Table::Person, persons, log),
        calendar: calendar
            .and_then(|part| one(Table::Calendar, &part.key, part.key_span, part.value, log)),
    }
}

/// Where a file has `[[indicator]]`, `[[measure]]` and `[[entry]]`.
pub(super) struct Headers {
    /// The headers of each block, in the order of the file.
    pub(super) blocks: Vec<(Table, Range<usize>)>,
    /// The keys that hold their tables inline, `entry = [{ … }]`.
    pub(super) inline: Vec<(Table, String, Range<usize>)>,
}

/// Finds the headers of a problem's file.
pub(super) fn headers(root: DeTable<'_>) -> Headers {
    let (_, parts) = split(root, ["indicator", "measure", "entry"]);
    let mut headers = Headers { blocks: Vec::new(), inline: Vec::new() };
    for (table, part) in [Table::Indicator, Table::Measure, Table::Entry].into_iter().zip(parts) {
        let Some(Part { key, key_span, value }) = part else { continue };
        // In a header the key stands inside of what the parser takes for the array's place, else before it.
        if key_span.start < value.span().start {
            headers.inline.push((table, key, key_span));
        } else if let DeValue::Array(items) = value.get_ref() {
            headers.blocks.extend(items.iter().map(|item| (table, item.span())));
        }
    }
    headers.blocks.sort_by_key(|(_, span)| span.start);
    headers
}

/// A key with a value that holds records.
struct Part<'i> {
    key: String,
    key_span: Range<usize>,
    value: Spanned<DeValue<'i>>,
}

/// Takes the keys that hold records out of a table; the others become fields, in the order of the file.
fn split<'i, const N: usize>(
    root: DeTable<'i>,
    names: [&str; N],
) -> (Vec<Field<'i>>, [Option<Part<'i>>; N]) {
    let mut parts = [const { None }; N];
    let mut own = Vec::new();
    for (spanned, value) in root {
        let (key_span, key) = (spanned.span(), spanned.into_inner().into_owned());
        match names.iter().position(|name| *name == key) {
            Some(place) => parts[place] = Some(Part { key, key_span, value }),
            None => own.push(field(key, key_span, value)),
        }
    }
    // The parser sorts keys by name.
    own.sort_by_key(|field| field.key_span.start);
    (own, parts)
}

/// Returns the records of `[[…]]` tables, also where they are written inline.
fn tables<'i>(table: Table, part: Option<Part<'i>>, log: &mut Log) -> Vec<Record<'i>> {
    let Some(Part { key, key_span, value }) = part else { return Vec::new() };
    let DeValue::Array(items) = value.into_inner() else {
        log.push(key_span, Fault::WrongKind { key, expected: Expected::Tables });
        return Vec::new();
    };
    let mut records = Vec::new();
    for item in items {
        let span = item.span();
        if let DeValue::Table(fields) = item.into_inner() {
            records.push(Record { table, span, fields: self::fields(fields) });
        } else {
            log.push(span, Fault::WrongKind { key: key.clone(), expected: Expected::Tables });
        }
    }
    records
}

/// Returns the records of tables that have names, as `[unit."NAME"]`.
fn named<'i>(table: Table, part: Option<Part<'i>>, log: &mut Log) -> Vec<(String, Record<'i>)> {
    let Some(Part { key, key_span, value }) = part else { return Vec::new() };
    let DeValue::Table(tables) = value.into_inner() else {
        log.push(key_span, Fault::WrongKind { key, expected: Expected::Table });
        return Vec::new();
    };
    let mut records = Vec::new();
    for (spanned, value) in tables {
        let (span, name) = (spanned.span(), spanned.into_inner().into_owned());
        records.extend(one(table, &name, span, value, log).map(|record| (name, record)));
    }
    records
}

fn one<'i>(
    table: Table,
    key: &str,
    key_span: Range<usize>,
    value: Spanned<DeValue<'i>>,
    log: &mut Log,
) -> Option<Record<'i>> {
    let span = value.span();
    if let DeValue::Table(fields) = value.into_inner() {
        return Some(Record { table, span, fields: self::fields(fields) });
    }
    log.push(key_span, Fault::WrongKind { key: key.to_owned(), expected: Expected::Table });
    None
}

/// Returns the fields of a table, in the order of the file.
pub(super) fn fields(table: DeTable<'_>) -> Vec<Field<'_>> {
    split(table, []).0
}

fn field(key: String, key_span: Range<usize>, value: Spanned<DeValue<'_>>) -> Field<'_> {
    Field { key: key.into(), key_span, span: value.span(), value: raw(value.into_inner()) }
}

fn raw(value: DeValue<'_>) -> Raw<'_> {
    match value {
        DeValue::String(text) => Raw::Text(text),
        DeValue::Integer(number) if number.radix() == 10 => {
            number.as_str().parse().map_or(Raw::Integer(None), |number| Raw::Integer(Some(number)))
        }
        DeValue::Integer(_) => Raw::Integer(None),
        DeValue::Float(number) => {
            Raw::Float(number.as_str().trim_start_matches('+').to_owned().into())
        }
        DeValue::Boolean(flag) => Raw::Flag(flag),
        DeValue::Datetime(at) => {
            let date = at.date.filter(|_| at.time.is_none() && at.offset.is_none());
            let day = |date: ::toml::value::Date| {
                Day::new(i32::from(date.year), u32::from(date.month), u32::from(date.day))
            };
            date.and_then(day).map_or(Raw::Other, Raw::Day)
        }
        DeValue::Array(items) => {
            Raw::List(items.into_iter().map(|item| (item.span(), raw(item.into_inner()))).collect())
        }
        DeValue::Table(table) => Raw::Table(fields(table)),
    }
}
