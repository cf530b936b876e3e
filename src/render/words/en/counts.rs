//! Numbers with their nouns in English.

use std::fmt::Display;

/// A number of days.
pub fn days(number: i64) -> String {
    counted(number, number == 1, "day", "days")
}

/// A number of problems.
pub fn problems(number: usize) -> String {
    counted(number, number == 1, "problem", "problems")
}

/// A number of measures.
pub fn measures(number: usize) -> String {
    counted(number, number == 1, "measure", "measures")
}

/// A number of steps of the history.
pub fn steps(number: usize) -> String {
    counted(number, number == 1, "step", "steps")
}

/// A number of late measures.
pub fn late_measures(number: usize) -> String {
    counted(number, number == 1, "late measure", "late measures")
}

/// A number of entries.
pub fn entries(number: usize) -> String {
    counted(number, number == 1, "entry", "entries")
}

/// A number of faults.
pub fn errors(number: usize) -> String {
    counted(number, number == 1, "error", "errors")
}

fn counted(number: impl Display, one: bool, singular: &str, plural: &str) -> String {
    format!("{number} {}", if one { singular } else { plural })
}

/// A number of lines.
pub fn lines(number: usize) -> String {
    if number == 1 { "1 line".to_owned() } else { format!("{number} lines") }
}

/// A number of duties.
pub fn duties(number: usize) -> String {
    counted(number, number == 1, "duty", "duties")
}

/// A number of missed occurrences.
pub fn missed(number: usize) -> String {
    counted(number, number == 1, "missed occurrence", "missed occurrences")
}

/// A number of notices.
pub fn notices(number: usize) -> String {
    counted(number, number == 1, "notice", "notices")
}

/// A number of open problems.
pub fn open_problems(number: usize) -> String {
    counted(number, number == 1, "open problem", "open problems")
}
