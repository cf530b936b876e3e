//! What `import` lets people choose, as it is typed.

use clap::ValueEnum;

use super::TwinsAre;
use crate::intake::word::Changes;
use crate::intake::workbook::Hidden;

/// What becomes of twins, as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TwinsArg {
    /// Refuse them, and write nothing
    Refuse,
    /// Leave them out
    Skip,
    /// Take them in again
    Keep,
}

/// What becomes of hidden passages, as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum HiddenArg {
    /// Refuse a file that has some
    Refuse,
    /// Take them in
    Include,
    /// Leave them out
    Omit,
}

/// What becomes of tracked changes, as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ChangesArg {
    /// Refuse a file that has some
    Refuse,
    /// Read it as if all were accepted
    Accept,
    /// Read it as if all were rejected
    Reject,
}

/// What becomes of what the files call closed, as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ClosedAs {
    /// Closed, which needs a verifier where the policy asks for one
    Closed,
    /// Reported done, still to be verified
    Done,
}

impl From<TwinsArg> for TwinsAre {
    fn from(typed: TwinsArg) -> Self {
        match typed {
            TwinsArg::Refuse => Self::Refused,
            TwinsArg::Skip => Self::Skipped,
            TwinsArg::Keep => Self::Kept,
        }
    }
}

impl From<HiddenArg> for Hidden {
    fn from(typed: HiddenArg) -> Self {
        match typed {
            HiddenArg::Refuse => Self::Refuse,
            HiddenArg::Include => Self::Include,
            HiddenArg::Omit => Self::Omit,
        }
    }
}

impl From<ChangesArg> for Changes {
    fn from(typed: ChangesArg) -> Self {
        match typed {
            ChangesArg::Refuse => Self::Refuse,
            ChangesArg::Accept => Self::Accept,
            ChangesArg::Reject => Self::Reject,
        }
    }
}
