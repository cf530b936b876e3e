//! What a step of the history did to the book: the versions of each problem and head before and after it.

use crate::domain::book::BookHead;
use crate::domain::id::Id;
use crate::domain::ledger::Head;
use crate::domain::problem::Problem;
use crate::git::Commit;

use super::survey::Form;

/// A step of the history.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Revision {
    /// The commit; nothing where the step is what lies on the disk and is not committed.
    pub commit: Option<Commit>,
    /// The problems whose files it touched, by ledger and number.
    pub problems: Vec<Revised>,
    /// The heads that it touched, the book's own first.
    pub heads: Vec<RevisedHead>,
    /// The ledgers that it put into another form.
    pub converted: Vec<(String, Form)>,
    /// The tables and heads that cannot be read before it or after it; nothing more is known of those.
    pub unreadable: Vec<String>,
}

/// A problem before a step and after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revised {
    /// Its id.
    pub id: Id,
    /// Before it: of a merge in each parent, in their order.
    pub old: Vec<State>,
    /// After it.
    pub new: State,
}

/// A version of a problem.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum State {
    /// It is not there.
    #[default]
    Absent,
    /// Its file cannot be read.
    Unreadable,
    /// As it stands.
    There(Box<Problem>),
}

/// A head before a step and after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RevisedHead {
    /// The ledger; nothing where it is the book's own.
    pub ledger: Option<String>,
    /// Before it: of a merge in each parent, in their order.
    pub old: Vec<Option<AnyHead>>,
    /// After it.
    pub new: Option<AnyHead>,
}

/// A head of either sort.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnyHead {
    /// The book's.
    Book(Box<BookHead>),
    /// A ledger's.
    Ledger(Box<Head>),
}
