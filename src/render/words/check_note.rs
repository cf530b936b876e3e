//! What `ledger check` says beside its findings. Facts only.

use crate::check::Rule;
use crate::domain::id::Id;
use crate::domain::mend::Mending;

/// What was found or mended in all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CheckNote {
    /// Nothing is wrong.
    AllWell {
        /// Ledgers looked at.
        ledgers: usize,
        /// Problems looked at.
        problems: usize,
    },
    /// Nothing is wrong, and so much is to be looked at.
    Doubts(usize),
    /// How much is wrong.
    Findings {
        /// What cannot be right.
        errors: usize,
        /// What is to be looked at.
        doubts: usize,
    },
    /// What could be said and is not, by rule.
    Hints {
        /// The rule.
        rule: Rule,
        /// How often.
        count: usize,
    },
    /// No rule has this name.
    NoRule {
        /// The name.
        name: String,
        /// The nearest name that there is.
        nearest: Option<&'static str>,
    },
    /// A value was mended, or would be.
    Mended {
        /// The problem or measure.
        id: Id,
        /// What was written.
        mending: Mending,
        /// Whether it only would be.
        dry: bool,
    },
    /// How much was mended.
    MendedInAll {
        /// Values.
        values: usize,
        /// Files.
        files: usize,
    },
    /// Nothing can be mended without a decision.
    NothingToMend,
}
