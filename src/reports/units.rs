//! The tasks of each unit: the problems and measures in which it takes part, with the figures that count for it.

use std::collections::{BTreeMap, BTreeSet};

use super::paper::{self, Called};
use super::rules::{self, Bands, Counting, EnteredLater, Ruled};
use super::summary::{self, By, Figures, Group, Summary};
use crate::domain::book::BookHead;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::problem::Kind;
use crate::domain::responsible::Responsible;
use crate::domain::roster::Roster;
use crate::domain::standing::{Line, Standing};

/// The tasks of the units that take part in what is asked for.
#[derive(Debug)]
pub struct Units<'a> {
    /// The day asked for.
    pub today: Day,
    /// The units by name, what nobody is named for last.
    pub units: Vec<UnitTasks<'a>>,
    /// The figures by unit, as the policy counts them.
    pub figures: Summary,
    /// What the problems are called.
    pub called: Called,
    /// The bands by which their lights are told.
    pub bands: Vec<Ruled<Bands>>,
    /// How their limits were counted.
    pub counting: Counting,
    /// Whether a last day rests on a year whose working days are not published.
    pub provisional: bool,
    /// What was entered after the day asked for.
    pub later: EnteredLater,
}

/// The tasks of one unit.
#[derive(Debug)]
pub struct UnitTasks<'a> {
    /// The unit, by its name of today; nothing where none is named.
    pub unit: Option<String>,
    /// Its problems and measures, in the order of printing.
    pub tasks: Vec<Task<'a>>,
    /// The figures of the problems that count for it.
    pub figures: Figures,
}

/// Something that a unit takes part in.
#[derive(Debug, Clone, Copy)]
pub struct Task<'a> {
    /// The problem, or the measure.
    pub line: Line<'a>,
    /// The measure, where it is one.
    pub measure: Option<u32>,
    /// How the unit takes part.
    pub role: Option<Role>,
}

/// How a unit takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// 牵头.
    Lead,
    /// 共同负责.
    Joint,
    /// 配合.
    With,
}

/// Sorts the problems asked for by the units that take part: those named and those below them, or all. `repeated` are the
/// problems that a later one names.
pub fn units<'a>(
    standings: &'a [Standing<'a>],
    only: &[String],
    book: &BookHead,
    repeated: &BTreeSet<Id>,
    today: Day,
) -> Units<'a> {
    let named: Vec<_> = only.iter().map(|name| book.roster.current_name(name)).collect();
    let is_asked = |group: &Group| match group {
        Group::Name(unit) => book.roster.line_up(unit).iter().any(|it| named.contains(it)),
        _ => false,
    };
    let mut printed: Vec<_> = standings.iter().collect();
    printed.sort_by_key(|standing| {
        let problem = &standing.problem;
        (&standing.ledger.name, problem.place_on_paper(), problem.no)
    });
    let mut by_unit: BTreeMap<Group, Vec<Task<'a>>> = BTreeMap::new();
    for standing in printed {
        let tasks = tasks(standing, &book.roster);
        for (group, task) in tasks.into_iter().filter(|(of, _)| only.is_empty() || is_asked(of)) {
            by_unit.entry(group).or_default().push(task);
        }
    }
    let lines: Vec<_> = by_unit.values().flatten().map(|task| task.line).collect();
    let figures = summary::summary(standings, &[By::Unit], false, book, repeated, today);
    let unit = |(group, tasks): (Group, Vec<Task<'a>>)| {
        let row = figures.problems.rows.iter().find(|row| row.groups == [group.clone()]);
        let figures = row.map(|row| row.figures.clone()).unwrap_or_default();
        let unit = match group {
            Group::Name(name) => Some(name),
            _ => None,
        };
        UnitTasks { unit, tasks, figures }
    };
    Units {
        today,
        units: by_unit.into_iter().map(unit).collect(),
        called: paper::called(standings.iter()),
        bands: rules::bands(&lines),
        counting: rules::counting(&lines),
        provisional: lines.iter().any(Line::is_provisional),
        later: rules::entered_later(standings),
        figures,
    }
}

/// The tasks of a problem, each with whose it is: its measures; and itself for those who take part in none of them.
fn tasks<'a>(standing: &'a Standing<'a>, roster: &Roster) -> Vec<(Group, Task<'a>)> {
    let mut tasks = Vec::new();
    for measure in &standing.measures {
        let (line, measure) = (standing.line_of(measure), Some(measure.measure.no));
        let of = groups(line.responsible(), roster);
        tasks.extend(of.into_iter().map(|(group, role)| (group, Task { line, measure, role })));
    }
    let busy: BTreeSet<_> = tasks.iter().map(|(group, _)| group.clone()).collect();
    let whole = groups(&standing.responsible, roster);
    let idle = whole.into_iter().filter(|(group, _)| {
        // Where nobody is named, the measures that somebody does are not nobody's.
        !busy.contains(group) && (*group != Group::None || busy.is_empty())
    });
    let own: Vec<_> = idle.collect();
    let mut lines: Vec<_> = paper::whole_line(standing).into_iter().collect();
    if standing.problem.kind == Kind::Duty {
        lines.extend(standing.lines().into_iter().filter(|line| line.missed.is_some()));
    }
    for (group, role) in own {
        tasks.extend(
            lines.iter().map(|line| (group.clone(), Task { line: *line, measure: None, role })),
        );
    }
    tasks
}

/// The units named, each once and by its name of today, with how it takes part.
fn groups(who: &Responsible, roster: &Roster) -> Vec<(Group, Option<Role>)> {
    let named = [(&who.lead, Role::Lead), (&who.joint, Role::Joint), (&who.with, Role::With)];
    let mut groups: Vec<(Group, Option<Role>)> = Vec::new();
    for (name, role) in named.iter().flat_map(|(names, role)| names.iter().map(move |n| (n, role)))
    {
        let group = Group::Name(roster.current_name(name).to_owned());
        if !groups.iter().any(|(known, _)| *known == group) {
            groups.push((group, Some(*role)));
        }
    }
    if groups.is_empty() { vec![(Group::None, None)] } else { groups }
}

impl Task<'_> {
    /// The id of the problem or measure.
    pub fn id(&self) -> Id {
        Id { measure: self.measure, ..self.line.id() }
    }
}
