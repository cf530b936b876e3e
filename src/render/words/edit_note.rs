//! What is said of a text that is changed by hand, and of words that the help does not know. Facts only.

use crate::domain::book::Lang;
use crate::domain::id::Id;

/// What came of an edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditNote {
    /// The text is as it was.
    Unchanged,
    /// It is written.
    Written(Id),
    /// Something speaks against it; what, was said.
    Against,
    /// The editor could not be started, or ended with a failure.
    EditorFailed,
    /// No editor is named, and there is no terminal for the usual one.
    NoTerminal,
    /// More than one problem was named, or none.
    OneProblem,
    /// What was typed lies here.
    Kept(String),
}

/// What to do instead of altering by hand what was committed.
pub fn edited_by_commands(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => {
            "已提交的记录、日期和编号不能手工改动：记录用 `ledger void` 更正，字段用 `ledger amend` 勘误，日期用 `ledger extend` 延期"
        }
        Lang::En => {
            "what was committed is not altered by hand: `ledger void` takes an entry back, `ledger amend` corrects a field, `ledger extend` moves a day"
        }
    }
}
