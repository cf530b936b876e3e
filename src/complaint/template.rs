//! What can be wrong with an office's own wording of a report.

/// What is wrong at a place of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadTemplate {
    /// It cannot be read; what the engine says.
    Syntax(String),
    /// A variable, or a field of one, that this report does not have.
    Unknown {
        /// As written.
        name: String,
        /// The nearest that it has.
        nearest: Option<String>,
    },
    /// A filter, a test or a function that there is not.
    UnknownWord {
        /// As written.
        name: String,
        /// The nearest that there is.
        nearest: Option<&'static str>,
    },
    /// A table that the office's paper would take over from the built-in one, which has none of that name.
    NoTable {
        /// As written.
        asked: String,
        /// The names of those that it has.
        known: Vec<String>,
    },
    /// A part that the built-in paper does not have, or has several times.
    NoPart {
        /// As written.
        asked: String,
        /// How many have this heading.
        found: usize,
        /// The headings that it has.
        known: Vec<String>,
    },
    /// A value that the filter does not take.
    Value {
        /// The filter.
        filter: &'static str,
        /// The value.
        value: String,
    },
    /// A value that is no text: a whole problem, where one of its fields is meant.
    NoText,
    /// What else the engine says.
    Other(String),
}
