//! What keeps the past from being read. Facts only.

use crate::domain::day::Day;

/// Why the past is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoPast {
    /// There is no git program.
    NoGit,
    /// A command that writes was asked for the past.
    AtIsForReading,
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
