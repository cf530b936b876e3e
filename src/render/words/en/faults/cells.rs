//! Cells and columns of sheets that are not taken in as they stand, in English.

use crate::complaint::{BadCell, BadMap};
use crate::render::words::code;

/// What is wrong with a cell.
pub(super) fn cell(bad: BadCell) -> &'static str {
    match bad {
        BadCell::NoSuchDay => "there is no such day",
        BadCell::DayOrder => "this day can be read in several ways",
        BadCell::NotInOrder => "this day is not in the order of dates that was named",
        BadCell::SerialDay => "a number stands where a day should be",
        BadCell::Day => "this is no whole day",
        BadCell::Limit => "this is no limit that can be read",
        BadCell::Amount => "this amount cannot be read",
        BadCell::AmountUnit => "an amount without a unit",
        BadCell::Status => "this state is not known",
    }
}

/// What to do about a cell.
pub(super) fn cell_help(bad: BadCell) -> &'static str {
    match bad {
        BadCell::NoSuchDay | BadCell::Day | BadCell::Amount => {
            "correct it, or keep such cells as texts with --keep-unread"
        }
        BadCell::DayOrder => {
            "name the order of its dates: --date-order mdy (month first), dmy (day first) or ymd; or write it as 2022-10-30"
        }
        BadCell::NotInOrder => "name another --date-order, or write it as 2022-10-30",
        BadCell::SerialDay => {
            "a spreadsheet's own count of days, which has lost its format: give the column the format of a date, or import the workbook itself"
        }
        BadCell::Limit => {
            "name the day, as 2022-10-31; or keep such cells as texts with --keep-unread"
        }
        BadCell::AmountUnit => {
            "name the unit of the whole sheet with --amount-unit 元, 万元 or 亿元, or in the header: 金额（万元）"
        }
        BadCell::Status => {
            "say in a map what it means: [status] \"its words\" = \"closed\"; or keep such cells as texts with --keep-unread, which leaves the problem open"
        }
    }
}

/// What is wrong with what is said of columns.
pub(super) fn map(bad: &BadMap) -> String {
    match bad {
        BadMap::Key { key, .. } => format!("a map has no key {}", code(key)),
        BadMap::Field { field, .. } => format!("no column can hold {}", code(field)),
        BadMap::FieldTwice(field) => format!("two columns are to hold {}", code(field)),
        BadMap::Column { column, .. } => format!("the sheet has no column {}", code(column)),
        BadMap::HeaderRow(row) => format!("row {row} is no header with a column of problems"),
    }
}

/// What to do about it.
pub(super) fn map_help(bad: &BadMap) -> String {
    let meant = |nearest: &str| format!("did you mean {}?", code(nearest));
    match bad {
        BadMap::Key { nearest: Some(it), .. } | BadMap::Field { nearest: Some(it), .. } => meant(it),
        BadMap::Column { nearest: Some(it), .. } => meant(it),
        BadMap::Key { .. } => {
            "it has columns, ignore, status, date_order, amount_unit and header_row".to_owned()
        }
        BadMap::Field { .. } => {
            "it may be ref, title, detail, category, source, cause, found, goal, amount, measure, leader, lead, owners, with, person, limit, progress, completed, status or verifier".to_owned()
        }
        BadMap::FieldTwice(_) => "leave one of them out; a column that is not named is kept".to_owned(),
        BadMap::Column { .. } => "write it as it stands in the header".to_owned(),
        BadMap::HeaderRow(_) => {
            "rows are counted from 1 with the empty ones; say with [columns] which one holds the title".to_owned()
        }
    }
}
