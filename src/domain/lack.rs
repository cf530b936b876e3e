//! What a clone of the book's repository lacks for git to merge the book by this program. Told to the rules, never looked
//! up by them.

/// Something that is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    /// The settings of the clone do not say what to run.
    Setting,
    /// What the settings say cannot be started, since no such program is found.
    Program,
    /// The attributes do not say for which files.
    Attributes,
}
