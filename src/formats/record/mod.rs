//! A record: one table of a TOML file or one row of a CSV table, before it is understood; and what records mean.
//!
//! Both formats give and take records, so here alone stands which keys a table has, what their values mean, and in
//! which order they are written.

mod entry;
mod fields;
pub(super) mod heads;
pub mod keys;
mod links;
mod parts;
mod places;
mod problem;
#[cfg(test)]
mod tests;
mod values;
pub mod words;
mod write;
mod write_act;
pub(super) mod write_heads;

pub use places::{HeadPlaces, Located, Places};
pub use problem::problem;
pub(super) use problem::read;
pub use write::{entry_record, measure_record, records_of};

use std::borrow::Cow;
use std::ops::Range;

use crate::complaint::Table;
use crate::domain::day::Day;

/// The keys and raw values of one table or row, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// What it describes.
    pub table: Table,
    /// The bytes of its header or row, for complaints about what is missing.
    pub span: Range<usize>,
    /// Its fields.
    pub fields: Vec<Field>,
}

/// One key with its raw value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The key, in English. Those of the format are not copied: a large table has millions of them.
    pub key: Cow<'static, str>,
    /// The bytes of the key; in a table, of the cell.
    pub key_span: Range<usize>,
    /// The bytes of the value.
    pub span: Range<usize>,
    /// The value.
    pub value: Raw,
}

/// A value as the file gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Raw {
    /// A TOML string.
    Text(String),
    /// A TOML integer, in decimal as it was written; in another base, `None`.
    Integer(Option<i64>),
    /// A TOML float, as it was written.
    Float(String),
    /// A TOML boolean.
    Flag(bool),
    /// A TOML date.
    Day(Day),
    /// A TOML array.
    List(Vec<(Range<usize>, Raw)>),
    /// A TOML table below a key; only `dates` of a head takes one.
    Table(Vec<Field>),
    /// A TOML value that no key takes: a date with a time.
    Other,
    /// The text of a CSV cell, never empty; its key decides what it means.
    Cell(String),
}

impl Raw {
    /// Returns the text of a CSV cell that reads as this value; names of a list are joined by ` | `.
    pub fn to_cell(&self) -> String {
        match self {
            Self::Text(text) | Self::Cell(text) | Self::Float(text) => text.clone(),
            Self::Integer(number) => number.map(|number| number.to_string()).unwrap_or_default(),
            Self::Flag(flag) => flag.to_string(),
            Self::Day(day) => day.to_string(),
            Self::List(items) => {
                items.iter().map(|(_, item)| item.to_cell()).collect::<Vec<_>>().join(" | ")
            }
            Self::Table(_) | Self::Other => String::new(),
        }
    }
}
