//! On what terms a sheet is read: what a person has said of it, and what its container knows.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use super::headers::Meaning;
use super::status::Status;
use crate::complaint::Source;
use crate::intake::workbook::Merge;

/// What is said of a sheet beside its text. By default nothing.
#[derive(Debug, Clone, Default)]
pub struct Terms<'a> {
    /// What an office has said of the columns of its form.
    pub map: Option<Map>,
    /// How dates such as 03/04/2022 are to be read; without it they are not. Counts before the map's.
    pub date_order: Option<DateOrder>,
    /// The unit of amounts that have none of their own. Counts before the map's.
    pub amount_unit: Option<AmountUnit>,
    /// Columns that are left out, by their headers.
    pub ignore: Vec<String>,
    /// Merged regions of which only the first cell has the text.
    pub merges: &'a [Region],
    /// What separates the cells, where that is known.
    pub delimiter: Option<u8>,
    /// What becomes of a day, an amount or a state that cannot be read.
    pub unread: Unread,
    /// Who is told how far the reading is.
    pub on_the_way: OnTheWay<'a>,
}

/// Somebody who is told how many rows of all are read.
#[derive(Clone, Copy, Default)]
pub struct OnTheWay<'a>(pub Option<&'a dyn Fn(usize, usize)>);

impl OnTheWay<'_> {
    pub(super) fn tell(self, done: usize, all: usize) {
        if let Some(tell) = self.0 {
            tell(done, all);
        }
    }
}

impl fmt::Debug for OnTheWay<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OnTheWay")
    }
}

/// A region of a sheet, in rows of its text and cells of a row, both from 0; the last ones belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Region {
    pub first_row: usize,
    pub last_row: usize,
    pub first_column: usize,
    pub last_column: usize,
}

impl From<Merge> for Region {
    fn from(merge: Merge) -> Self {
        let from_zero =
            |number: u32| usize::try_from(number.saturating_sub(1)).unwrap_or(usize::MAX);
        Self {
            first_row: from_zero(merge.top),
            last_row: from_zero(merge.bottom),
            first_column: from_zero(merge.left),
            last_column: from_zero(merge.right),
        }
    }
}

/// In which order a date has its day, its month and its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateOrder {
    /// 10/30/2022
    MonthDayYear,
    /// 30/10/2022
    DayMonthYear,
    /// 22/10/30
    YearMonthDay,
}

/// The unit of an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AmountUnit {
    /// 元
    Yuan,
    /// 万元
    TenThousand,
    /// 亿元
    HundredMillion,
}

/// What becomes of a day, a limit, an amount or a state that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Unread {
    /// It is kept as a text under its own header, a limit in its own words, and noted: for whoever only looks.
    #[default]
    Kept,
    /// The same, but a limit that says no day is kept under its header, too, since a ledger has none such.
    Aside,
    /// The sheet is refused, and each such cell named.
    Refused,
}

/// What an office has said of the columns of its form, once and for all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Map {
    /// Where it stands.
    pub(super) source: Option<Arc<Source>>,
    /// What the columns hold, by their headers, in the order of the file.
    pub(super) columns: Vec<(String, Range<usize>, Meaning)>,
    /// Columns that are left out, by their headers.
    pub(super) ignore: Vec<(String, Range<usize>)>,
    /// What the words of the state mean.
    pub(super) status: BTreeMap<String, Status>,
    /// How dates are to be read.
    pub(super) date_order: Option<DateOrder>,
    /// The unit of amounts that have none of their own.
    pub(super) amount_unit: Option<AmountUnit>,
    /// The row of the header, from 1; of a header over several rows, the last.
    pub(super) header_row: Option<usize>,
}

/// What the cells of a sheet are read by.
#[derive(Debug, Clone, Default)]
pub(super) struct Rules {
    pub(super) date_order: Option<DateOrder>,
    pub(super) amount_unit: Option<AmountUnit>,
    pub(super) unread: Unread,
    /// What the words of the state mean here, before what they mean everywhere.
    pub(super) status: BTreeMap<String, Status>,
}

impl Terms<'_> {
    pub(super) fn rules(&self) -> Rules {
        let map = self.map.as_ref();
        Rules {
            date_order: self.date_order.or_else(|| map?.date_order),
            amount_unit: self.amount_unit.or_else(|| map?.amount_unit),
            unread: self.unread,
            status: map.map(|map| map.status.clone()).unwrap_or_default(),
        }
    }
}
