//! What falls due around a day: what is overdue since the month before, and what is to come in the months after.

use std::collections::BTreeMap;

use crate::domain::day::Day;
use crate::domain::standing::Line;

/// Whole months that the calendar shows before the month of the day asked for, and after it.
const MONTHS: (u32, u32) = (1, 2);

/// What falls due in the months around a day.
#[derive(Debug)]
pub struct Calendar<'a> {
    /// The days on which something falls due that is still open, in their order.
    pub days: Vec<DueDay<'a>>,
    /// Lines that are overdue since before the first month.
    pub earlier: usize,
    /// Open lines that fall due after the last month.
    pub later: usize,
}

/// A day on which something falls due.
#[derive(Debug)]
pub struct DueDay<'a> {
    /// The day.
    pub day: Day,
    /// What falls due, in the book's order.
    pub lines: Vec<Line<'a>>,
}

/// Puts the open lines where they fall due.
pub(super) fn calendar<'a>(lines: &[Line<'a>], today: Day) -> Calendar<'a> {
    let first = today.months_before(MONTHS.0).month_start();
    let last = today.month_start().plus_months(MONTHS.1).month_end();
    let mut days: BTreeMap<Day, Vec<Line<'a>>> = BTreeMap::new();
    let (mut earlier, mut later) = (0, 0);
    for line in lines.iter().filter(|line| line.is_open()) {
        match line.last_day().day() {
            None => {}
            Some(day) if day < first => earlier += 1,
            Some(day) if day > last => later += 1,
            Some(day) => days.entry(day).or_default().push(*line),
        }
    }
    let days = days.into_iter().map(|(day, lines)| DueDay { day, lines }).collect();
    Calendar { days, earlier, later }
}
