//! A total that a sheet gives, beside the sum of the rows that it stands for.

use super::money::Money;

/// A total that differs from the sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Total {
    /// Of money.
    Money {
        /// As the sheet gives it.
        given: Money,
        /// The sum of the rows.
        sum: Money,
    },
    /// Of problems.
    Problems {
        /// As the sheet gives it.
        given: usize,
        /// How many rows there are.
        sum: usize,
    },
}
