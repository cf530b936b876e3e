//! What is overdue on a day: the longest late first.

use std::collections::HashSet;

use super::rules::{self, Counting, EnteredLater, Ruled};
use crate::domain::acts::State;
use crate::domain::day::Day;
use crate::domain::entry::{Act, Entry, Outcome};
use crate::domain::filter::Filter;
use crate::domain::id::Id;
use crate::domain::policy::Review;
use crate::domain::problem::{Kind, Problem};
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
    let all = || standings.iter().flat_map(|standing| lines_of(standing, filter));
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
        let to = lines.iter().filter(|line| to(line)).map(|line| std::ptr::from_ref(line.standing));
        to.collect::<HashSet<_>>().len()
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

/// The lines of a problem that are asked for.
fn lines_of<'a>(standing: &'a Standing<'a>, filter: &Filter) -> impl Iterator<Item = Line<'a>> {
    standing.lines().into_iter().filter(|line| filter.takes_line(line))
}

/// A late line, where nothing but its id is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Late {
    /// By how many days.
    days: i64,
    id: Id,
}

/// The late lines of a problem.
pub fn late_of(standing: &Standing<'_>, filter: &Filter) -> Vec<Late> {
    let lines = lines_of(standing, filter);
    lines.filter_map(|line| Some(Late { days: line.days_late()?, id: line.id() })).collect()
}

/// The ids of late lines, each once, the longest late first.
pub fn longest_first(mut late: Vec<Late>) -> Vec<Id> {
    // A stable sort keeps the book's order among lines that are equally late.
    late.sort_by_key(|line| std::cmp::Reverse(line.days));
    super::once(late.into_iter().map(|line| line.id))
}

/// Tells at sight of a plain life that the report says nothing of it, so that nobody need find out how it stands: it was
/// closed; nothing but progress, reports and extensions came before, and nothing but reviews behind, which found that it was
/// kept up and named no day for the next one; it need not be kept up, so that no review is due; and nothing of it was entered
/// after the day. Four in five problems of an old book are such.
pub fn is_at_rest(problem: &Problem, today: Day) -> bool {
    let is_close = |entry: &Entry| matches!(entry.act, Act::Close { .. });
    let Some(at) = problem.entries.iter().position(is_close) else { return false };
    let (before, closed) = problem.entries.split_at(at);
    let Some((close, behind)) = closed.split_first() else { return false };
    let plain = |entry: &Entry| {
        entry.on <= close.on
            && matches!(entry.act, Act::Progress { .. } | Act::Done { .. } | Act::Extend { .. })
    };
    let kept = |entry: &Entry| {
        entry.on >= close.on
            && matches!(entry.act, Act::Review { outcome: Outcome::Kept, next: None, .. })
    };
    let measures = || problem.measures.iter();
    let entered = [problem.entered].into_iter();
    let entered = entered.chain(measures().map(|measure| measure.entered));
    let mut entered = entered.chain(problem.entries.iter().map(|entry| entry.entered)).flatten();
    close.on <= today
        && before.iter().all(plain)
        && behind.iter().all(kept)
        && problem.kind != Kind::Duty
        && !problem.sustained
        && !measures().any(|measure| measure.sustained)
        && entered.all(|day| day <= today)
}

/// Tells whether the report says anything of a problem that is asked for: one of which it says nothing need not be kept.
pub fn says_anything_of(standing: &Standing<'_>) -> bool {
    let open = || {
        let lines = standing.lines();
        lines.iter().any(|line| line.is_open() && (line.days_late().is_some() || !is_dated(line)))
    };
    standing.state == State::Open && open()
        || standing.review_days_late().is_some()
        || standing.relapsed().is_some()
        || EnteredLater::default().add(standing)
}

fn is_dated(line: &Line<'_>) -> bool {
    line.last_day().day().is_some()
}

/// Whether a last day is to be expected of a line and none is there: a duty has its occurrences.
fn is_undated(line: &Line<'_>) -> bool {
    let none = matches!(line.last_day(), LastDay::NotGiven | LastDay::NoDay(_));
    none && line.standing.problem.kind != Kind::Duty
}
