//! What can be wrong with a cell, a column or a map of a sheet that is taken in. Facts only; `render` has the words.

/// A cell of a sheet that is not taken in as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BadCell {
    /// A day that is in no calendar: 31 November.
    NoSuchDay,
    /// A day that can be read in several ways, as 03/04/2022, without an order of dates.
    DayOrder,
    /// A day that is not as the order of dates says.
    NotInOrder,
    /// A number where a day should be: a spreadsheet's own count of days, without its format.
    SerialDay,
    /// No whole day where one should be.
    Day,
    /// Words where a limit should be, which say none.
    Limit,
    /// An amount that cannot be read.
    Amount,
    /// A bare number in a column of amounts that names no unit.
    AmountUnit,
    /// A state that is not known.
    Status,
}

/// What is wrong with what is said of the columns of a sheet, in a map or by an option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadMap {
    /// A key that no map has.
    Key {
        /// As it was written.
        key: String,
        /// The nearest known one.
        nearest: Option<&'static str>,
    },
    /// A field that no column can hold.
    Field {
        /// As it was written.
        field: String,
        /// The nearest known one.
        nearest: Option<&'static str>,
    },
    /// Two columns for one field.
    FieldTwice(String),
    /// A column that the sheet does not have.
    Column {
        /// As it was written.
        column: String,
        /// The nearest header of the sheet.
        nearest: Option<String>,
    },
    /// A row of the header in which no column of problems is found.
    HeaderRow(usize),
}
