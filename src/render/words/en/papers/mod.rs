//! The words of the papers that an office gives out, in English.

mod form;
mod happened;
mod sentence;
mod slip;
mod title;

pub use form::{form_label, opinions};
pub use happened::{happened, measured, state};
pub use sentence::sentence;
pub use slip::{slip_label, slip_text};
pub use title::{numbered, roman, title};

use crate::domain::acts::State;
use crate::domain::day::Day;
use crate::render::words::en::names;
use crate::render::words::paper::PaperLabel;
use crate::reports::paper::Called;
use crate::reports::summary::Figures;

/// A heading, a label, or a few fixed words.
pub fn label(label: PaperLabel) -> &'static str {
    match label {
        PaperLabel::Matter(Called::Problems) => "Problem",
        PaperLabel::Matter(Called::Tasks) => "Task",
        PaperLabel::Matter(Called::Both) => "Problem or task",
        PaperLabel::Measures => "Measures",
        PaperLabel::Progress => "Progress",
        PaperLabel::Status => "Status",
        PaperLabel::Overview => "Overview",
        PaperLabel::OneByOne(Called::Problems) => "The problems one by one",
        PaperLabel::OneByOne(Called::Tasks) => "The tasks one by one",
        PaperLabel::OneByOne(Called::Both) => "The problems and tasks one by one",
        PaperLabel::Duties => "The duties one by one",
        PaperLabel::HowFar => "How far the work is",
        PaperLabel::Money => "Money recovered",
        PaperLabel::Counted => "What was made and done",
        PaperLabel::Accounted => "Held to account",
        PaperLabel::Course => "What was done",
        PaperLabel::PublicCourse => "What was done so far",
        PaperLabel::NothingYet => "Nothing is recorded in the ledger yet.",
        PaperLabel::End => "This is our report.",
        PaperLabel::Role => "Part taken",
        PaperLabel::NoUnit => "No unit named",
        PaperLabel::AllUnits => "In all, each problem counted once",
        PaperLabel::UnitRule => {
            "A table lists all in which its unit takes part; the total counts the problems that are the unit's by the rule of `ledger summary --by unit`."
        }
    }
}

/// A day as running text has it.
pub fn day(day: Day) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let place = usize::try_from(day.month()).unwrap_or(1).saturating_sub(1);
    let month = MONTHS.get(place).copied().unwrap_or_default();
    format!("{} {month} {}", day.day(), day.year())
}

/// The line below the title of a ledger.
pub fn below_title(source: Option<&str>, owner: Option<&str>, today: Day) -> String {
    let source = source.map(|source| format!("Source: {source}"));
    let owner = owner.map(|owner| format!("Owner: {owner}"));
    let parts = [source, owner, Some(format!("As of {}", self::day(today)))];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What they are called, with their number.
fn number(called: Called, number: usize) -> String {
    let name = match (called, number) {
        (Called::Problems, 1) => "problem",
        (Called::Problems, _) => "problems",
        (Called::Tasks, 1) => "task",
        (Called::Tasks, _) => "tasks",
        (Called::Both, _) => "problems and tasks",
    };
    format!("{number} {name}")
}

/// How many problems and measures there are.
pub fn counted(called: Called, problems: usize, measures: usize) -> String {
    let problems = number(called, problems);
    match measures {
        0 => problems,
        1 => format!("{problems}, 1 measure"),
        _ => format!("{problems}, {measures} measures"),
    }
}

/// How many rows a unit has, and how many problems count for it.
pub fn unit_total(called: Called, rows: usize, problems: usize) -> String {
    let rows = if rows == 1 { "1 row".to_owned() } else { format!("{rows} rows") };
    format!("{rows}; {} counted", number(called, problems))
}

/// How many of them are in which state, and how many overdue.
pub fn states(_called: Called, figures: &Figures) -> String {
    let count = |state| figures.in_state(state).len();
    let mut parts = vec![
        format!(
            "{} rectified (closed), of which {} sustained",
            count(State::Closed),
            figures.sustained.len()
        ),
        format!("{} awaiting verification", count(State::Awaiting)),
        format!("{} open", count(State::Open)),
    ];
    let resting = [State::Suspended, State::Transferred, State::Withdrawn];
    let resting = resting.into_iter().filter(|state| count(*state) > 0);
    parts.extend(resting.map(|state| format!("{} {}", count(state), names::state(state))));
    parts.push(format!("{} overdue", figures.overdue.len()));
    parts.join("; ")
}
