//! The names of tables and kinds of values in English.

use crate::complaint::{Expected, Table};
use crate::domain::amendment;

/// The name of a table.
pub(super) fn table(table: Table) -> &'static str {
    match table {
        Table::Book => "`book.toml`",
        Table::Policy => "a policy",
        Table::Unit => "a unit",
        Table::Person => "a person",
        Table::Calendar => "the calendar",
        Table::Head => "a ledger's head",
        Table::Phase => "a phase",
        Table::Problem => "a problem",
        Table::Indicator => "an indicator",
        Table::Measure => "a measure",
        Table::Entry => "an entry",
    }
}

/// The name of a kind of value.
pub(super) fn expected(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "text",
        Expected::Names => "a name or a list of names",
        Expected::Day => "a day",
        Expected::Days => "a list of days",
        Expected::Flag => "true or false",
        Expected::Money => "an amount of money",
        Expected::Figure => "a number",
        Expected::Number => "a whole number from 1",
        Expected::Numbers => "a list of whole numbers from 1",
        Expected::Form => "a whole number from 1 to 4",
        Expected::Count => "a whole number from 0",
        Expected::DaysOff => "a number of days",
        Expected::Key => "the key of an entry",
        Expected::Table => "a table",
        Expected::Tables => "tables, one for each",
    }
}

/// How a value of the kind is written.
pub(super) fn example(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "text in quotes, as \"基层卫生股\"",
        Expected::Names => "as [\"甲\", \"乙\"], in a table 甲 | 乙",
        Expected::Day => "as 2022-10-08",
        Expected::Days => "as [2022-10-08, 2022-10-09]",
        Expected::Flag => "true or false, in a table also 是 or 否",
        Expected::Money => "as \"15.7万元\", \"457.2元\", or whole yuan 157000",
        Expected::Figure => "as 85.1, with at most six decimals",
        Expected::Number => "as 1",
        Expected::Numbers => "as [1, 3], in a table 1 | 3",
        Expected::Form => "the first to fourth form: 1, 2, 3, 4",
        Expected::Count => "as 0, 3",
        Expected::DaysOff => "as -3, 1, 30: days after the last day, below zero before it",
        Expected::Key => "six small letters and digits without i, l, o, u, as k7q2m9",
        Expected::Table => "as [unit.\"NAME\"], or { feedback = 2022-09-08 }",
        Expected::Tables => "as [[measure]], [[entry]], one for each",
    }
}

/// The name of a kind of amended value.
pub(super) fn amended(expected: amendment::Expected) -> &'static str {
    match expected {
        amendment::Expected::Text => "text",
        amendment::Expected::Day => "a day, as 2022-10-08",
        amendment::Expected::Money => "an amount of money, as 15.7万元",
        amendment::Expected::Flag => "true or false",
    }
}
