//! Who answers for a line, from the columns of a row.

use super::cells;
use super::headers::Meaning;
use super::roles::{self, Roles};
use super::row::{Cell, SheetRow, put};
use super::said::Said;
use crate::complaint::{Grade, SheetRemark, Table};
use crate::formats::record::Record;

/// Puts who answers into a problem or measure.
pub(super) fn put_responsible<'a>(
    row: &mut SheetRow<'a>,
    record: &mut Record<'a>,
    said: &mut Said,
) {
    let has_lead = row.has(Meaning::Lead);
    put_names(row, Meaning::Lead, record, said, |_| "lead");
    if has_lead {
        // Nobody says what these units do beside the lead; their names stay as they are.
        if record.table == Table::Problem
            && let Some(cell) = row.take(Meaning::Owners)
        {
            put(record, "owners", &cell.span, cell.text);
        }
    } else {
        let of_several = |names: usize| if names == 1 { "lead" } else { "joint" };
        put_units_and_persons(row, record, said);
        put_names(row, Meaning::Owners, record, said, of_several);
    }
    put_names(row, Meaning::With, record, said, |_| "with");
    put_names(row, Meaning::Leader, record, said, |_| "leader");
    put_names(row, Meaning::Person, record, said, |_| "person");
}

/// Takes a cell apart that names units and their persons, where its header says that it does.
fn put_units_and_persons<'a>(row: &mut SheetRow<'a>, record: &mut Record<'a>, said: &mut Said) {
    let parted = roles::holds_person(row.header(Meaning::Owners)) && !row.has(Meaning::Person);
    let Some(cell) = row.get(Meaning::Owners).filter(|_| parted).cloned() else { return };
    let Some((units, persons)) = roles::units_and_persons(&cell.text) else { return };
    row.take(Meaning::Owners);
    said.grade(&cell.span, Grade::Marker);
    let key = if units.len() == 1 { "lead" } else { "joint" };
    if units.len() > 1 && record.table == Table::Problem {
        put(record, "owners", &cell.span, cell.text.clone());
    }
    put(record, key, &cell.span, units.join(" | "));
    put(record, "person", &cell.span, persons.join(" | "));
}

/// Puts the names of a cell under the key for so many names; a text that tells roles otherwise than in a known form stays
/// a text.
fn put_names<'a>(
    row: &mut SheetRow<'a>,
    meaning: Meaning,
    record: &mut Record<'a>,
    said: &mut Said,
    key: impl Fn(usize) -> &'static str,
) {
    let Some(cell) = row.get(meaning).cloned() else { return };
    let of_units = matches!(meaning, Meaning::Lead | Meaning::Owners);
    let is_told = of_units && roles::are_told(&cell.text);
    let told = if is_told { roles::read(&cell.text) } else { None };
    // Nobody is put beside the units of the column that says it.
    let told = told.filter(|told| told.with.is_empty() || !row.has(Meaning::With));
    let names = if is_told { Vec::new() } else { cells::names(&cell.text) };
    if is_told && told.is_none() {
        said.note(SheetRemark::OwnersUnread, &cell.span);
    }
    let whole = of_units && record.table == Table::Problem && (is_told || names.len() > 1);
    if whole {
        put(record, "owners", &cell.span, cell.text.clone());
    }
    if !names.is_empty() {
        put(record, key(names.len()), &cell.span, names.join(" | "));
    }
    if let Some(told) = &told {
        put_roles(told, record, &cell, said);
    }
    if whole || !names.is_empty() || told.is_some() {
        row.take(meaning);
    }
}

fn put_roles(told: &Roles, record: &mut Record<'_>, cell: &Cell<'_>, said: &mut Said) {
    said.grade(&cell.span, Grade::Marker);
    for (key, names) in [("lead", &told.lead), ("joint", &told.joint), ("with", &told.with)] {
        if !names.is_empty() {
            put(record, key, &cell.span, names.join(" | "));
        }
    }
}
