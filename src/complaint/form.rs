//! What can be wrong with a sheet that a unit filled in. Facts only.

use super::Address;

/// What is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormFault {
    /// The file is no such sheet, or its hidden page or its header is gone.
    NoForm,
    /// The sheet was made from another book, or from another state of it than any that it has seen: its problem, or an entry
    /// that it knew, is not there.
    OtherBook(String),
    /// A sheet that a unit fills in, to be taken back by `--return`.
    ToReturn,
    /// A row that was not given out.
    NotGivenOut(String),
    /// A row that stands there twice.
    RowTwice {
        /// Its number.
        id: String,
        /// Where its first row begins; nothing where the text is no workbook's.
        first: Option<Address>,
    },
    /// A cell that is not the unit's was changed.
    Locked {
        /// The heading of its column.
        heading: String,
        /// What stood there.
        was: String,
        /// What stands there.
        now: String,
    },
    /// Neither yes nor no.
    NeitherYesNorNo(String),
    /// No whole day.
    NoDay(String),
    /// A day of finishing, and no word that it is finished.
    DayWithoutFinish,
}
