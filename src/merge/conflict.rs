//! What stands against merging two versions.

use crate::domain::day::Day;
use crate::domain::entry::ActKind;
use crate::domain::key::Key;

/// One of the two versions that are merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The version of the branch that is checked out.
    Ours,
    /// The version of the branch that comes in.
    Theirs,
}

impl Side {
    /// The side across.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Ours => Self::Theirs,
            Self::Theirs => Self::Ours,
        }
    }
}

/// What of a file cannot be merged, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The problem's number; nothing in a head.
    pub no: Option<u32>,
    /// The part that it is about.
    pub part: Part,
    /// Why.
    pub clash: Clash,
}

/// A part of a file that has fields.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The problem's own fields, or those of a head.
    Own,
    /// The indicator with this name.
    Indicator(String),
    /// The measure with this number.
    Measure(u32),
    /// The entry with this key.
    Entry(Key),
    /// The policy from this day on.
    Policy(Option<Day>),
    /// The phase with this name.
    Phase(String),
    /// The unit with this name.
    Unit(String),
    /// The person with this name.
    Person(String),
}

/// Why two versions cannot be merged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clash {
    /// Both sides changed the field, each in another way; the key as files name it.
    BothChanged(String),
    /// Both sides added a part of this name or number, each another one.
    BothAdded,
    /// One side removed what the other changed, or what is never removed.
    Removed(Side),
    /// One side changed an entry, of which nothing is ever changed.
    EntryChanged,
    /// One side put parts into another order, or one among those that were there.
    Reordered(Side),
    /// Two problems took the same number.
    SameNumber {
        /// The title of the one here.
        ours: String,
        /// The title of the one that comes in.
        theirs: String,
    },
    /// One side ended the work (closed, transferred, withdrew) and the other changed what that rests on.
    ClosedVsChanged {
        /// Who ended it.
        side: Side,
        /// How.
        act: ActKind,
        /// What the other side did.
        other: Decided,
    },
    /// Both sides moved the state.
    BothMoved {
        /// What was done here.
        ours: ActKind,
        /// What was done there.
        theirs: ActKind,
    },
    /// Both sides decided the same matter.
    BothDecided {
        /// How it was decided here.
        ours: Decided,
        /// How it was decided there.
        theirs: Decided,
    },
    /// Both sides entered what looks like one and the same event, which would count twice.
    EnteredTwice {
        /// The act.
        act: ActKind,
        /// Its day.
        on: Day,
    },
    /// Both sides entered acts for one day whose order matters.
    SameDay {
        /// What was done here.
        ours: ActKind,
        /// What was done there.
        theirs: ActKind,
        /// The day.
        on: Day,
    },
}

/// How a side decided a matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decided {
    /// By an entry.
    Entry {
        /// Its act.
        act: ActKind,
        /// Its day.
        on: Day,
    },
    /// By changing a field in the file; the key as files name it.
    Field(String),
    /// By adding, changing or dropping this measure.
    Measure(u32),
    /// By adding, changing or removing this indicator.
    Indicator(String),
}
