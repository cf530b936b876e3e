//! Lights, extensions, lateness and reviews in English.

use super::{counts, names};
use crate::domain::acts::State;
use crate::domain::day::Day;
use crate::domain::entry::{Act, Outcome};
use crate::domain::standing::{Accounted, Light, Line};
use crate::render::document::Hue;
use crate::reports::life::Moved;

/// What a light says.
pub fn light(light: Light) -> String {
    match light {
        Light::Overdue => "overdue".to_owned(),
        Light::Due { band: 0, .. } => "due today".to_owned(),
        Light::Due { band, .. } => format!("within {}", counts::days(band.into())),
        Light::OnSchedule => "on schedule".to_owned(),
        Light::NoDay => "no last day".to_owned(),
        Light::Awaiting => names::state(State::Awaiting).to_owned(),
        Light::Closed => names::state(State::Closed).to_owned(),
        Light::ReviewDue => "review due".to_owned(),
        Light::ReviewOverdue => "review overdue".to_owned(),
        Light::Relapsed => "to be reopened".to_owned(),
        Light::Resting(state) => names::state(state).to_owned(),
    }
}

/// What the light of a line says, with its colour and the days.
pub fn light_in_full(line: &Line<'_>, hue: Option<Hue>) -> String {
    let colour = hue.map(|of| format!("{}: ", self::hue(of))).unwrap_or_default();
    let lit = line.light();
    // A duty is red for what was missed, whatever is left until the next occurrence.
    let left = line.days_left().filter(|_| lit != Light::Overdue);
    let days = match (line.days_late(), left) {
        (Some(late), _) => format!(" by {}", counts::days(late)),
        (_, Some(0)) => ", today".to_owned(),
        (_, Some(left)) => format!(", {} left", counts::days(left)),
        (None, None) => String::new(),
    };
    let of = match (line.measure, line.last_day().day()) {
        (Some(measure), Some(day)) => format!("{} ", of_measure(measure.measure.no, day)),
        _ => String::new(),
    };
    format!("{colour}{of}{}{days}", light(lit))
}

fn hue(hue: Hue) -> &'static str {
    match hue {
        Hue::Red => "red",
        Hue::Yellow | Hue::BrightYellow => "yellow",
        Hue::Green => "green",
        Hue::Blue => "blue",
        Hue::Grey => "grey",
    }
}

/// How a day stands to the last day.
pub fn to_last_day(days: i64) -> String {
    match days {
        0 => "due today".to_owned(),
        1.. => format!("{} late", counts::days(days)),
        _ => format!("due in {}", counts::days(-days)),
    }
}

/// Which round it is.
pub fn round(round: u32) -> String {
    format!("round {round}")
}

/// How often a last day was moved, and by how many days.
pub fn extended(times: usize, days: i64) -> String {
    match (times, days) {
        (1, 0) => "extended once".to_owned(),
        (_, 0) => format!("extended {times} times"),
        (1, _) => format!("extended by {}", counts::days(days)),
        _ => format!("extended {times} times, by {}", counts::days(days)),
    }
}

/// A measure and its last day, before what is told by that day.
pub fn of_measure(no: u32, last: Day) -> String {
    format!("measure {no} (due {last})")
}

/// Whether work was reported in time.
pub fn punctual(first: i64, last: i64) -> String {
    match (first, last) {
        (0, 0) => "in time".to_owned(),
        (first, 0) => format!("in time, {first} past the first day"),
        (first, last) if first == last => format!("{} late", counts::days(last)),
        (first, last) => format!("{} late, {first} past the first day", counts::days(last)),
    }
}

/// Which notice was issued last.
pub fn noticed(name: &str) -> String {
    format!("{name} issued")
}

/// A level of notices that has no name.
pub fn level(level: u32) -> String {
    format!("level {level}")
}

/// A notice, by the name of its level and its number.
pub fn notice(name: &str, number: &str) -> String {
    format!("{name}, {number}")
}

/// What moved a last day.
pub fn moved(moved: &Moved<'_>) -> String {
    match moved.entry.act {
        Act::Reopen { .. } => format!("reopen, round {}", moved.round),
        _ => "extend".to_owned(),
    }
}

/// When an extension was asked for and by whom, and whether in time.
pub fn asked(on: Day, late: bool, applicant: Option<&str>) -> String {
    let by = applicant.map(|applicant| format!(" by {applicant}")).unwrap_or_default();
    format!("{on}{by}, {}", if late { "late" } else { "in time" })
}

/// The last review, and what it found.
pub fn last_review(on: Day, outcome: Outcome) -> String {
    format!("{on}, {}", names::outcome(outcome))
}

/// The next review, and whether it is overdue.
pub fn next_review(next: Day, late: Option<i64>) -> String {
    late.map_or_else(
        || next.to_string(),
        |late| format!("{next}, overdue by {}", counts::days(late)),
    )
}

/// Persons held to account by one form.
pub fn accounted(form: usize, of: &Accounted) -> String {
    let counted = |number: u32, one: &str, many: &str| {
        format!("{number} {}", if number == 1 { one } else { many })
    };
    let times = counted(of.times, "time", "times");
    match of.persons {
        0 => format!("form {form}: {times}"),
        persons => format!("form {form}: {}, {times}", counted(persons, "person", "persons")),
    }
}
