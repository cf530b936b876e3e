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
    /// What looks like a person's name was left, since nothing says that it is one.
    LooksLikeName {
        /// The problem, or the ledger, where it stands first.
        place: String,
        /// What looks like a name.
        name: String,
    },
}
