//! Headings of what is told of the past, and what keeps it from being read. Facts only.

use crate::domain::day::Day;

/// Why the past is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoPast {
    /// There is no git program.
    NoGit,
    /// A command that writes was asked for the past.
    AtIsForReading,
    /// A file named with `-f` has no past.
    FileHasNone,
    /// `diff` names its versions itself.
    AtBesideDiff,
    /// The book lies in no repository, so it has no past.
    NoRepository,
    /// Nothing was ever committed.
    NoCommit,
    /// No commit has this name.
    UnknownRevision {
        /// The name.
        name: String,
        /// Whether the clone lacks the older commits.
        shallow: bool,
    },
    /// The clone lacks the older commits, so nothing can be proven.
    Shallow,
    /// There was no commit yet at the end of this day.
    BeforeFirst {
        /// The day.
        day: Day,
        /// Whether the clone lacks the older commits.
        shallow: bool,
    },
    /// The commit does not have the book.
    NoBookThen {
        /// The commit.
        commit: String,
        /// The book's folder in the repository.
        folder: String,
    },
    /// The clone lacks an object.
    NoObject(String),
}

/// A heading of a column, or a short label, of what is told of the past.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it, and those that do not have a line")]
pub enum PastLabel {
    Time,
    Commit,
    Who,
    Message,
    What,
    /// Of what kind something is that happened.
    Kind,
    /// Money that counts no more as having come back.
    TakenBack,
}
