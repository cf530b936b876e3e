//! Values → TOML text in its canonical form.

use toml_writer::{ToTomlKey, ToTomlValue, TomlKeyBuilder, TomlStringBuilder};

use crate::complaint::Table;
use crate::domain::book::BookHead;
use crate::domain::ledger::Head;
use crate::domain::problem::Problem;
use crate::formats::record::write_heads::{book_records, head_records};
use crate::formats::record::{Field, Raw, Record, records_of};

/// Writes the file of a problem.
pub fn write_problem(problem: &Problem) -> String {
    records_of(problem).iter().map(block).collect::<Vec<_>>().join("\n")
}

/// Writes the head of a ledger.
pub fn write_head(head: &Head) -> String {
    let records = head_records(head);
    let tables = [records.phases, records.policies].concat();
    file(&records.own, tables.iter().map(block))
}

/// Writes `book.toml`.
pub fn write_book(book: &BookHead) -> String {
    let records = book_records(book);
    let named = |(name, record): &(String, Record<'_>)| {
        let name = TomlKeyBuilder::new(name).as_basic().to_toml_key();
        format!("[{}.{name}]\n{}", header(record.table), lines(&record.fields))
    };
    let calendar = |record: &Record| format!("[calendar]\n{}", lines(&record.fields));
    let policies = records.policies.iter().map(block);
    let units = records.units.iter().map(named);
    let persons = records.persons.iter().map(named);
    let calendar = records.calendar.iter().map(calendar);
    file(&records.own, policies.chain(units).chain(persons).chain(calendar))
}

/// Writes a table with its `[[…]]` header, or a problem's own keys without one.
pub(super) fn block(record: &Record<'_>) -> String {
    let lines = lines(&record.fields);
    match header(record.table) {
        "" => lines,
        name => format!("[[{name}]]\n{lines}"),
    }
}

/// Joins a file's own keys, if there are any, and its tables.
fn file(own: &Record<'_>, tables: impl Iterator<Item = String>) -> String {
    let own = lines(&own.fields);
    let own = (!own.is_empty()).then_some(own);
    own.into_iter().chain(tables).collect::<Vec<_>>().join("\n")
}

fn header(table: Table) -> &'static str {
    match table {
        Table::Book | Table::Head | Table::Problem => "",
        Table::Policy => "policy",
        Table::Unit => "unit",
        Table::Person => "person",
        Table::Calendar => "calendar",
        Table::Phase => "phase",
        Table::Indicator => "indicator",
        Table::Measure => "measure",
        Table::Entry => "entry",
    }
}

fn lines(fields: &[Field<'_>]) -> String {
    fields.iter().flat_map(|field| [pair(field), "\n".to_owned()]).collect()
}

/// Writes a key with its value.
pub(super) fn pair(field: &Field<'_>) -> String {
    let builder = TomlKeyBuilder::new(&field.key);
    let key = builder.as_unquoted().unwrap_or_else(|| builder.as_basic()).to_toml_key();
    let value = match &field.value {
        Raw::Text(text) if text.contains('\n') => paragraph(text),
        other => value(other),
    };
    format!("{key} = {value}")
}

/// Writes text of several lines, with the quotes on lines of their own; the reader drops the last line end.
fn paragraph(text: &str) -> String {
    TomlStringBuilder::new(&format!("{text}\n")).as_ml_basic().to_toml_value()
}

/// Writes a value.
pub(super) fn value(raw: &Raw<'_>) -> String {
    match raw {
        Raw::Integer(_) | Raw::Float(_) | Raw::Flag(_) | Raw::Day(_) => raw.to_cell().into_owned(),
        Raw::List(items) => {
            let items: Vec<_> = items.iter().map(|(_, item)| value(item)).collect();
            format!("[{}]", items.join(", "))
        }
        Raw::Table(fields) => {
            let pairs: Vec<_> = fields.iter().map(pair).collect();
            format!("{{ {} }}", pairs.join(", "))
        }
        Raw::Text(_) | Raw::Cell(_) | Raw::Other => {
            TomlStringBuilder::new(&raw.to_cell()).as_basic().to_toml_value()
        }
    }
}
