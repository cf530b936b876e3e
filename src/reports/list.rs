//! The lines asked for, in the book's order.

use super::rules::{self, Bands, Counting, EnteredLater, Ruled};
use crate::domain::day::Day;
use crate::domain::filter::Filter;
use crate::domain::id::Id;
use crate::domain::standing::{Line, Standing};

/// The lines of the problems asked for.
#[derive(Debug)]
pub struct List<'a> {
    /// The day asked for.
    pub today: Day,
    /// A line a problem, and one for each measure with a day of its own.
    pub lines: Vec<Line<'a>>,
    /// How many problems and tasks the lines belong to.
    pub problems: usize,
    /// How many duties the lines belong to.
    pub duties: usize,
    /// How limits were counted.
    pub counting: Counting,
    /// The bands by which the lights are told.
    pub bands: Vec<Ruled<Bands>>,
    /// What was entered after the day asked for.
    pub later: EnteredLater,
    /// Whether the last day of a line rests on a year whose working days are not published.
    pub provisional: bool,
}

/// The ids of a problem's lines, each once.
pub fn ids_of(standing: &Standing<'_>, filter: &Filter) -> Vec<Id> {
    super::once(lines_of(standing, filter).map(|line| line.id()))
}

/// The lines of a problem that are listed.
fn lines_of<'a>(standing: &'a Standing<'a>, filter: &Filter) -> impl Iterator<Item = Line<'a>> {
    let shown = |line: &Line<'_>| {
        filter.takes_line(line) && (filter.due.is_some() || line.missed.is_none())
    };
    standing.lines().into_iter().filter(shown)
}

/// Lists the lines. What a duty missed is told by its figures, and one by one only where a period is asked for.
pub fn list<'a>(standings: &'a [Standing<'a>], filter: &Filter, today: Day) -> List<'a> {
    let mut lines = Vec::new();
    let (mut problems, mut duties) = (0, 0);
    for standing in standings {
        let before = lines.len();
        lines.extend(lines_of(standing, filter));
        let any = usize::from(lines.len() > before);
        *if standing.duty.is_some() { &mut duties } else { &mut problems } += any;
    }
    let provisional = lines.iter().any(Line::is_provisional);
    let (counting, bands) = (rules::counting(&lines), rules::bands(&lines));
    let later = rules::entered_later(standings);
    List { today, lines, problems, duties, counting, bands, later, provisional }
}
