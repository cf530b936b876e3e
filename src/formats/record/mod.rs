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

/// The keys and raw values of one table or row, in their order; texts are those of the file or the problem, not copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record<'a> {
    /// What it describes.
    pub table: Table,
    /// The bytes of its header or row, for complaints about what is missing.
    pub span: Range<usize>,
    /// Its fields.
    pub fields: Vec<Field<'a>>,
}

/// One key with its raw value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field<'a> {
    /// The key, in English. Those of the format are not copied: a large table has millions of them.
    pub key: Cow<'static, str>,
    /// The bytes of the key; in a table, of the cell.
    pub key_span: Range<usize>,
    /// The bytes of the value.
    pub span: Range<usize>,
    /// The value.
    pub value: Raw<'a>,
}

/// A value as the file gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Raw<'a> {
    /// A TOML string.
    Text(Cow<'a, str>),
    /// A TOML integer, in decimal as it was written; in another base, `None`.
    Integer(Option<i64>),
    /// A TOML float, as it was written.
    Float(Cow<'a, str>),
    /// A TOML boolean.
    Flag(bool),
    /// A TOML date.
    Day(Day),
    /// A TOML array.
    List(Vec<(Range<usize>, Raw<'a>)>),
    /// A TOML table below a key; only `dates` of a head takes one.
    Table(Vec<Field<'a>>),
    /// A TOML value that no key takes: a date with a time.
    Other,
    /// The text of a CSV cell, never empty; its key decides what it means.
    Cell(Cow<'a, str>),
}

impl Record<'_> {
    /// Returns the record with texts of its own, for those who keep it longer than its file.
    pub(super) fn into_owned(self) -> Record<'static> {
        let fields = self.fields.into_iter().map(Field::into_owned).collect();
        Record { table: self.table, span: self.span, fields }
    }
}

impl Field<'_> {
    fn into_owned(self) -> Field<'static> {
        let Self { key, key_span, span, value } = self;
        Field { key, key_span, span, value: value.into_owned() }
    }
}

impl Raw<'_> {
    fn into_owned(self) -> Raw<'static> {
        let owned = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
        match self {
            Self::Text(text) => Raw::Text(owned(text)),
            Self::Integer(number) => Raw::Integer(number),
            Self::Float(text) => Raw::Float(owned(text)),
            Self::Flag(flag) => Raw::Flag(flag),
            Self::Day(day) => Raw::Day(day),
            Self::List(items) => {
                Raw::List(items.into_iter().map(|(span, item)| (span, item.into_owned())).collect())
            }
            Self::Table(fields) => Raw::Table(fields.into_iter().map(Field::into_owned).collect()),
            Self::Other => Raw::Other,
            Self::Cell(text) => Raw::Cell(owned(text)),
        }
    }

    /// Returns the text of a CSV cell that reads as this value; names of a list are joined by ` | `.
    pub fn to_cell(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) | Self::Cell(text) | Self::Float(text) => Cow::Borrowed(text),
            Self::Integer(number) => {
                Cow::Owned(number.map(|number| number.to_string()).unwrap_or_default())
            }
            Self::Flag(flag) => Cow::Borrowed(if *flag { "true" } else { "false" }),
            Self::Day(day) => Cow::Owned(day.to_string()),
            Self::List(items) => match &**items {
                [(_, item)] => item.to_cell(),
                items => {
                    let cells: Vec<_> = items.iter().map(|(_, item)| item.to_cell()).collect();
                    Cow::Owned(cells.join(" | "))
                }
            },
            Self::Table(_) | Self::Other => Cow::Borrowed(""),
        }
    }
}
