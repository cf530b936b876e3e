//! What is said of giving out papers; the functions choose the language.

/// What is said of giving out papers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GivingNote {
    /// No template of this name is there.
    NoTemplate {
        /// The file that it would be.
        path: String,
        /// The nearest that there is.
        nearest: Option<String>,
    },
    /// No template may have this name.
    BadTemplateName(String),
    /// No notice of this number was issued.
    NoNotice {
        /// As typed.
        number: String,
        /// The nearest that was.
        nearest: Option<String>,
    },
}
