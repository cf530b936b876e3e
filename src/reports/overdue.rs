//! What is overdue on a day: the longest late first.

use super::rules::{self, Counting, EnteredLater, Ruled};
use crate::domain::day::Day;
use crate::domain::filter::Filter;
use crate::domain::policy::Review;
use crate::domain::problem::Kind;
use crate::domain::standing::{LastDay, Line, Standing};

/// The overdue lines of the problems asked for.
#[derive(Debug)]
pub struct Overdue<'a> {
    /// The day asked for.
    pub today: Day,
    /// The lines past their last day, the longest late first.
    pub lines: Vec<Line<'a>>,
    /// Open lines whose words give no single day, in the book's order: they may be late, and nobody can tell.
    pub unclear: Vec<Line<'a>>,
    /// Open lines without a last day.
    pub undated: usize,
    /// How many problems and tasks the lines belong to.
    pub problems: usize,
    /// How many of the lines are measures of problems and tasks.
    pub measures: usize,
    /// How many of the lines are measures of duties.
    pub duty_measures: usize,
    /// How many of the lines are occurrences of duties that were missed.
    pub missed: usize,
    /// How many duties these belong to.
    pub duties: usize,
    /// Late lines of the problems asked for whose last day is not in the period asked for.
    pub outside: usize,
    /// How limits were counted.
    pub counting: Counting,
    /// Closed problems whose review is overdue, the longest late first. They enter no other figure.
    pub reviews: Vec<&'a Standing<'a>>,
    /// How often those are looked at again.
    pub every: Vec<Ruled<Review>>,
    /// Closed problems that a review found to have come back, and that nobody has reopened since, the oldest first.
    pub relapsed: Vec<&'a Standing<'a>>,
    /// What was entered after the day asked for.
    pub later: EnteredLater,
    /// Whether the last day of a line rests on a year whose working days are not published.
    pub provisional: bool,
}

/// Finds the overdue lines.
pub fn overdue<'a>(standings: &'a [Standing<'a>], filter: &Filter, today: Day) -> Overdue<'a> {
    let all = || standings.iter().flat_map(Standing::lines).filter(|line| filter.takes_line(line));
    let mut lines: Vec<_> = all().filter(|line| line.days_late().is_some()).collect();
    // A stable sort keeps the book's order among lines that are equally late.
    lines.sort_by_key(|line| std::cmp::Reverse(line.days_late()));
    let unclear = all()
        .filter(|line| line.is_open() && matches!(line.last_day(), LastDay::Unclear(_)))
        .collect();
    let undated = all().filter(|line| line.is_open() && is_undated(line)).count();
    let count = |of: &dyn Fn(&&Line<'_>) -> bool| lines.iter().filter(of).count();
    let of_duty = |line: &Line<'_>| line.standing.duty.is_some();
    let measures = count(&|line| line.measure.is_some() && !of_duty(line));
    let duty_measures = count(&|line| line.measure.is_some() && of_duty(line));
    let missed = count(&|line| line.missed.is_some());
    let belong = |to: &dyn Fn(&Line<'_>) -> bool| {
        let to = |standing: &&Standing<'_>| {
            lines.iter().any(|line| std::ptr::eq(line.standing, *standing) && to(line))
        };
        standings.iter().filter(to).count()
    };
    let problems = belong(&|line| !of_duty(line));
    let duties = belong(&|line| line.missed.is_some());
    let late = standings.iter().flat_map(Standing::lines).filter(|line| line.days_late().is_some());
    let outside = late.count() - lines.len();
    let mut relapsed: Vec<_> =
        standings.iter().filter(|known| known.relapsed().is_some()).collect();
    relapsed.sort_by_key(|standing| standing.relapsed());
    let mut reviews: Vec<_> =
        standings.iter().filter(|known| known.review_days_late().is_some()).collect();
    reviews.sort_by_key(|standing| std::cmp::Reverse(standing.review_days_late()));
    let provisional = lines.iter().any(Line::is_provisional);
    Overdue {
        undated,
        provisional,
        today,
        problems,
        measures,
        duty_measures,
        missed,
        duties,
        outside,
        counting: rules::counting(&lines),
        lines,
        unclear,
        every: rules::reviews(&reviews),
        reviews,
        relapsed,
        later: rules::entered_later(standings),
    }
}

/// Whether a last day is to be expected of a line and none is there: a duty has its occurrences.
fn is_undated(line: &Line<'_>) -> bool {
    let none = matches!(line.last_day(), LastDay::NotGiven | LastDay::NoDay(_));
    none && line.standing.problem.kind != Kind::Duty
}
