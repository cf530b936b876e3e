//! The filters, as they are typed, and what they mean.

use std::collections::BTreeSet;

use clap::{Args, ValueEnum};

use super::failure::Stop;
use super::values;
use crate::domain::acts::State;
use crate::domain::filter::{Filter, Status};
use crate::domain::nearest::nearest;
use crate::domain::period::Period;
use crate::domain::problem::Kind;
use crate::domain::responsible::Responsible;
use crate::domain::roster::Roster;
use crate::domain::standing::Standing;
use crate::render::words::Message;

/// The same filters wherever problems are listed or counted.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Filters")]
pub struct FilterArgs {
    #[command(flatten)]
    named: NamedFilters,
    /// Only what holds all of these words
    #[arg(value_name = "WORDS")]
    words: Vec<String>,
}

/// The filters that are options, for commands whose words are ids.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Filters")]
pub struct NamedFilters {
    /// Only what this unit, or one below it, takes part in (repeatable)
    #[arg(long, value_name = "UNIT")]
    unit: Vec<String>,
    /// Only what this person or leader answers for (repeatable)
    #[arg(long, value_name = "PERSON")]
    person: Vec<String>,
    /// Only what is in this state (repeatable)
    #[arg(long, value_name = "STATUS")]
    status: Vec<StatusArg>,
    /// Only this category (repeatable)
    #[arg(long, value_name = "CATEGORY")]
    category: Vec<String>,
    /// Only what this source found (repeatable)
    #[arg(long, value_name = "SOURCE")]
    source: Vec<String>,
    /// Only this kind (repeatable)
    #[arg(long, value_name = "KIND")]
    kind: Vec<KindArg>,
    /// Only what falls due in this period, as 2022-10 or 2022-09-23..2022-10-31
    #[arg(long, value_name = "PERIOD", value_parser = values::period)]
    due: Option<Period>,
    /// Only what has this tag (repeatable: all of them)
    #[arg(long, value_name = "TAG")]
    tag: Vec<String>,
}

/// A kind, as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum KindArg {
    /// Something found wrong
    Problem,
    /// A piece of a work plan
    Task,
    /// What falls due again and again
    Duty,
}

/// A state, or what holds beside it, as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum StatusArg {
    /// Being worked on
    Open,
    /// Reported done, not yet verified
    Awaiting,
    /// Verified
    Closed,
    /// Suspended
    Suspended,
    /// Handed to another body
    Transferred,
    /// Withdrawn
    Withdrawn,
    /// Past its last day
    Overdue,
    /// Near its last day
    DueSoon,
    /// To be kept up for good
    Sustained,
    /// Closed, and its review is overdue
    ReviewOverdue,
    /// Closed, and its review is near
    ReviewDue,
    /// Closed, and a review found it relapsed: to be reopened
    Relapsed,
    /// With a day that an extension has moved
    Extended,
    /// With a notice issued since its day was last set
    Noticed,
}

impl From<KindArg> for Kind {
    fn from(kind: KindArg) -> Self {
        match kind {
            KindArg::Problem => Self::Problem,
            KindArg::Task => Self::Task,
            KindArg::Duty => Self::Duty,
        }
    }
}

impl From<StatusArg> for Status {
    fn from(status: StatusArg) -> Self {
        match status {
            StatusArg::Open => Self::Is(State::Open),
            StatusArg::Awaiting => Self::Is(State::Awaiting),
            StatusArg::Closed => Self::Is(State::Closed),
            StatusArg::Suspended => Self::Is(State::Suspended),
            StatusArg::Transferred => Self::Is(State::Transferred),
            StatusArg::Withdrawn => Self::Is(State::Withdrawn),
            StatusArg::Overdue => Self::Overdue,
            StatusArg::DueSoon => Self::DueSoon,
            StatusArg::Sustained => Self::Sustained,
            StatusArg::ReviewOverdue => Self::ReviewOverdue,
            StatusArg::ReviewDue => Self::ReviewDue,
            StatusArg::Relapsed => Self::Relapsed,
            StatusArg::Extended => Self::Extended,
            StatusArg::Noticed => Self::Noticed,
        }
    }
}

impl From<FilterArgs> for Filter {
    fn from(args: FilterArgs) -> Self {
        Self { words: args.words, ..args.named.into() }
    }
}

impl From<NamedFilters> for Filter {
    fn from(args: NamedFilters) -> Self {
        Self {
            units: args.unit,
            persons: args.person,
            statuses: args.status.into_iter().map(Status::from).collect(),
            categories: args.category,
            sources: args.source,
            kinds: args.kind.into_iter().map(Kind::from).collect(),
            due: args.due,
            tags: args.tag,
            words: Vec::new(),
        }
    }
}

/// Tells whether the roster knows all units and persons that are asked for, so that no problem need be asked.
pub fn known_to_roster(filter: &Filter, roster: &Roster) -> bool {
    let is_unit = |unit: &String| roster.units.contains_key(roster.current_name(unit));
    filter.units.iter().all(is_unit)
        && filter.persons.iter().all(|person| roster.persons.contains_key(person))
}

/// Stops where a unit or person is asked for that neither the roster nor a problem names.
pub fn all_known(filter: &Filter, roster: &Roster, standings: &[Standing<'_>]) -> Result<(), Stop> {
    let named = |lists: fn(&Responsible) -> [&Vec<String>; 3], masked: bool| -> BTreeSet<&str> {
        let shown = standings.iter().filter(|standing| masked || !standing.problem.masked);
        shown.flat_map(Standing::everyone).flat_map(lists).flatten().map(String::as_str).collect()
    };
    let mut unknown = Vec::new();
    if !filter.units.is_empty() {
        let mut units = named(|who| [&who.lead, &who.joint, &who.with], true);
        units.extend(roster.units.keys().map(String::as_str));
        let missing = filter.units.iter().filter(|unit| !units.contains(roster.current_name(unit)));
        unknown.extend(
            missing.map(|name| Message::NoSuchUnit {
                name: name.clone(),
                nearest: near(name, &units),
            }),
        );
    }
    if !filter.persons.is_empty() {
        // A name that only masked problems have is unknown, else the question would confirm it.
        let mut persons = named(|who| [&who.leader, &who.person, &who.person], false);
        persons.extend(roster.persons.keys().map(String::as_str));
        let missing = filter.persons.iter().filter(|person| !persons.contains(person.as_str()));
        unknown.extend(missing.map(|name| Message::NoSuchPerson {
            name: name.clone(),
            nearest: near(name, &persons),
        }));
    }
    if unknown.is_empty() { Ok(()) } else { Err(Stop::all_usage(unknown)) }
}

fn near(name: &str, known: &BTreeSet<&str>) -> Option<String> {
    nearest(name, known.iter().copied()).map(str::to_owned)
}
