//! The names of states, kinds, acts, outcomes, weekdays and of what git lacks in English.

use crate::domain::acts::State;
use crate::domain::day::Weekday;
use crate::domain::entry::{ActKind, Outcome};
use crate::domain::lack::Lack;
use crate::domain::problem::Kind;

/// What git lacks for merging by this program.
pub fn lacks(lacks: &[Lack]) -> String {
    let word = |lack: &Lack| match lack {
        Lack::Setting => "the settings of this clone",
        Lack::Program => "the program that the settings of this clone name",
        Lack::Attributes => ".gitattributes",
    };
    lacks.iter().map(word).collect::<Vec<_>>().join(" and ")
}

/// The name of a state.
pub fn state(state: State) -> &'static str {
    match state {
        State::Open => "open",
        State::Awaiting => "awaiting",
        State::Closed => "closed",
        State::Suspended => "suspended",
        State::Transferred => "transferred",
        State::Withdrawn => "withdrawn",
    }
}

/// The name of a kind of problem.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Problem => "problem",
        Kind::Task => "task",
        Kind::Duty => "duty",
    }
}

/// The name of an act.
pub fn act(act: ActKind) -> &'static str {
    match act {
        ActKind::Progress => "progress",
        ActKind::Done => "done",
        ActKind::Return => "return",
        ActKind::Close => "close",
        ActKind::Reopen => "reopen",
        ActKind::Extend => "extend",
        ActKind::Assign => "assign",
        ActKind::Review => "review",
        ActKind::Suspend => "suspend",
        ActKind::Resume => "resume",
        ActKind::Transfer => "transfer",
        ActKind::Withdraw => "withdraw",
        ActKind::Notice => "notice",
        ActKind::Recover => "recover",
        ActKind::Account => "account",
        ActKind::Indicator => "indicator",
        ActKind::Amend => "amend",
        ActKind::Void => "void",
    }
}

/// The usual name of a rung of the ladder of notices, by its place from 0.
pub fn rung(place: usize) -> &'static str {
    const USUAL: [&str; 4] = ["reminder", "supervision notice", "talk", "circular"];
    USUAL.get(place).or(USUAL.last()).unwrap_or(&"")
}

/// What a review found.
pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Kept => "kept",
        Outcome::Relapsed => "relapsed",
    }
}

/// The name of a day of the week.
pub fn weekday(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}
