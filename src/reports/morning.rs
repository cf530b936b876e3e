//! The morning's page: what waits today, a line a matter, each with the problem that is the most urgent.

use super::diff::Diff;
use super::notice::{self, Notices};
use super::overdue::{self, Overdue};
use super::rules::{self, EnteredLater};
use crate::domain::acts::State;
use crate::domain::book::BookHead;
use crate::domain::day::Day;
use crate::domain::filter::Filter;
use crate::domain::id::Id;
use crate::domain::standing::{Light, Line, Standing};

/// What waits on a day.
#[derive(Debug)]
pub struct Morning {
    /// The day asked for.
    pub today: Day,
    /// What waits, the most urgent matter first; a matter of which there is nothing is left out.
    pub matters: Vec<Matter>,
    /// What was entered after the day asked for.
    pub later: EnteredLater,
}

/// Something that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// What it is.
    pub what: What,
    /// How much of it there is: as many as the command that lists it counts.
    pub count: usize,
    /// What of it is the most urgent.
    pub first: First,
}

/// The matters, in the order in which they are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Lines past their last day.
    Overdue,
    /// Open lines whose words give no single day.
    Unclear,
    /// Problems that are not overdue and fall due within a band of the policy.
    DueSoon,
    /// Problems that are reported done and not yet verified.
    Awaiting,
    /// Closed problems that came back and were not reopened.
    Relapsed,
    /// Closed problems whose review is overdue.
    ReviewOverdue,
    /// Closed problems whose review falls due within the widest band of the policy.
    ReviewDue,
    /// Notices that the ladder asks for.
    Notices,
    /// Problems that differ from the last commit.
    Uncommitted,
}

/// What of a matter is the most urgent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct First {
    /// The problem or measure.
    pub id: Id,
    /// Its title, or what the measure does.
    pub title: String,
    /// How it stands to its day.
    pub day: Urgency,
}

/// How something stands to its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Urgency {
    /// So many days since its last day; below zero before it.
    ToLastDay(i64),
    /// So since this day.
    Since(Day),
    /// No day says anything of it.
    None,
}

/// Finds what waits. `since_commit` is what lies between the last commit and now, on one and the same day.
pub fn morning(
    standings: &[Standing<'_>],
    head: &BookHead,
    since_commit: Option<&Diff>,
    today: Day,
) -> Morning {
    let overdue = overdue::overdue(standings, &Filter::default(), today);
    let notices = notice::notices(standings, head, today);
    let matters = [
        late(&overdue),
        unclear(&overdue),
        due_soon(standings),
        awaiting(standings),
        relapsed(&overdue),
        reviews_late(&overdue),
        reviews_due(standings),
        issue(&notices),
        since_commit.and_then(uncommitted),
    ];
    let matters = matters.into_iter().flatten().collect();
    Morning { today, matters, later: rules::entered_later(standings) }
}

fn late(overdue: &Overdue<'_>) -> Option<Matter> {
    let first = overdue.lines.first()?;
    let day = Urgency::ToLastDay(first.days_late()?);
    matter(What::Overdue, overdue.lines.len(), of_line(first, day))
}

fn unclear(overdue: &Overdue<'_>) -> Option<Matter> {
    let first = overdue.unclear.first()?;
    matter(What::Unclear, overdue.unclear.len(), of_line(first, Urgency::None))
}

fn due_soon(standings: &[Standing<'_>]) -> Option<Matter> {
    let soon: Vec<_> = standings.iter().filter(|known| known.due_soon().is_some()).collect();
    let lines = soon.iter().flat_map(|standing| standing.lines());
    let (left, first) = lines
        .filter(|line| matches!(line.light(), Light::Due { .. }))
        .filter_map(|line| Some((line.days_left()?, line)))
        .min_by_key(|(left, _)| *left)?;
    matter(What::DueSoon, soon.len(), of_line(&first, Urgency::ToLastDay(-left)))
}

fn awaiting(standings: &[Standing<'_>]) -> Option<Matter> {
    let waiting = || standings.iter().filter(|known| known.state == State::Awaiting);
    let first = waiting().min_by_key(|standing| standing.since)?;
    let day = first.since.map_or(Urgency::None, Urgency::Since);
    matter(What::Awaiting, waiting().count(), of_problem(first, day))
}

fn relapsed(overdue: &Overdue<'_>) -> Option<Matter> {
    let first = overdue.relapsed.first()?;
    let day = first.relapsed().map_or(Urgency::None, Urgency::Since);
    matter(What::Relapsed, overdue.relapsed.len(), of_problem(first, day))
}

fn reviews_late(overdue: &Overdue<'_>) -> Option<Matter> {
    let first = overdue.reviews.first()?;
    let day = first.review_days_late().map_or(Urgency::None, Urgency::ToLastDay);
    matter(What::ReviewOverdue, overdue.reviews.len(), of_problem(first, day))
}

fn reviews_due(standings: &[Standing<'_>]) -> Option<Matter> {
    let due = || standings.iter().filter(|known| known.is_review_due());
    let next = |standing: &&Standing<'_>| standing.watch.and_then(|watch| watch.next);
    let first = due().min_by_key(next)?;
    let left = next(&first).map(|next| next.days_until(first.today));
    matter(
        What::ReviewDue,
        due().count(),
        of_problem(first, left.map_or(Urgency::None, Urgency::ToLastDay)),
    )
}

fn issue(notices: &Notices<'_>) -> Option<Matter> {
    let first = notices.due.iter().max_by_key(|due| (due.level, due.days))?;
    let day = Urgency::ToLastDay(first.days);
    matter(What::Notices, notices.due.len(), of_problem(first.standing, day))
}

fn uncommitted(diff: &Diff) -> Option<Matter> {
    let mut ids: Vec<_> = diff.lines.iter().map(|line| &line.id).collect();
    ids.sort_unstable();
    ids.dedup();
    let first = diff.lines.first()?;
    let first = First { id: first.id.clone(), title: first.title.clone(), day: Urgency::None };
    matter(What::Uncommitted, ids.len(), first)
}

fn matter(what: What, count: usize, first: First) -> Option<Matter> {
    (count > 0).then_some(Matter { what, count, first })
}

fn of_line(line: &Line<'_>, day: Urgency) -> First {
    First { id: line.id(), title: line.title().to_owned(), day }
}

fn of_problem(standing: &Standing<'_>, day: Urgency) -> First {
    First { id: standing.id(), title: standing.problem.title.clone(), day }
}
