//! The lines asked for, in the book's order or by their last day.

use crate::domain::day::Day;
use crate::domain::filter::Filter;
use crate::domain::standing::{Line, Standing};

/// The lines of the problems asked for.
#[derive(Debug)]
pub struct List<'a> {
    /// The day asked for.
    pub today: Day,
    /// A line a problem, and one for each measure with a day of its own.
    pub lines: Vec<Line<'a>>,
    /// How many problems the lines belong to.
    pub problems: usize,
    /// Days that 立行立改 gives where a line rests on it.
    pub immediate: Option<u32>,
    /// Whether the last day of a line rests on a year whose working days are not published.
    pub provisional: bool,
}

/// Lists the lines.
pub fn list<'a>(standings: &'a [Standing<'a>], filter: &Filter, today: Day) -> List<'a> {
    let mut lines = Vec::new();
    let mut problems = 0;
    for standing in standings {
        let before = lines.len();
        lines.extend(standing.lines().into_iter().filter(|line| filter.takes_line(line)));
        problems += usize::from(lines.len() > before);
    }
    let provisional = lines.iter().any(Line::is_provisional);
    List { provisional, today, problems, immediate: super::immediate_days(&lines), lines }
}
