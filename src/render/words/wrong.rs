//! What a change would make wrong. Facts only.

use crate::check::Fact;
use crate::domain::day::Day;
use crate::domain::entry::ActKind;
use crate::domain::key::Key;

/// What would be wrong after a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The entry that would stand wrong, where it is one that stands there now: its day, act and key.
    pub entry: Option<(Day, ActKind, Key)>,
    /// What would be wrong.
    pub fact: Fact,
}
