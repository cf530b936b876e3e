//! The same filters wherever problems are listed or counted.

use super::acts::State;
use super::period::Period;
use super::problem::Kind;
use super::roster::Roster;
use super::standing::{Line, Standing};

/// What to list; an empty list asks for nothing, and within one any match will do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Units, by today's or a former name; units below them count too.
    pub units: Vec<String>,
    /// Persons or leaders.
    pub persons: Vec<String>,
    /// States, or what holds beside the state.
    pub statuses: Vec<Status>,
    /// Categories.
    pub categories: Vec<String>,
    /// Who found it.
    pub sources: Vec<String>,
    /// Kinds.
    pub kinds: Vec<Kind>,
    /// When a line of it falls due.
    pub due: Option<Period>,
    /// Tags; all must be there.
    pub tags: Vec<String>,
    /// Words; all must occur in its texts.
    pub words: Vec<String>,
}

/// A state, or what holds beside the state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// In this state.
    Is(State),
    /// Past its last day.
    Overdue,
    /// Within a band of its last day.
    DueSoon,
    /// To be kept up for good.
    Sustained,
    /// Closed, and its review is overdue.
    ReviewOverdue,
    /// Closed, and its review falls due within the widest band of the policy.
    ReviewDue,
    /// Closed, and a review found that it had come back: to be reopened.
    Relapsed,
    /// Its day was moved by an extension.
    Extended,
    /// A notice was issued since its day was last set.
    Noticed,
}

impl Filter {
    /// Tells whether a problem is asked for.
    pub fn takes(&self, standing: &Standing<'_>, roster: &Roster) -> bool {
        let problem = &standing.problem;
        any(&self.units, |unit| has_unit(standing, unit, roster))
            && any(&self.persons, |person| has_person(standing, person))
            && any(&self.statuses, |status| has_status(standing, *status))
            && any(&self.categories, |category| problem.category.as_ref() == Some(category))
            && any(&self.sources, |source| standing.source() == Some(source))
            && any(&self.kinds, |kind| problem.kind == *kind)
            && self
                .due
                .is_none_or(|period| standing.lines().iter().any(|line| falls_in(line, period)))
            && self.tags.iter().all(|tag| problem.tags.contains(tag))
            && self.words.iter().all(|word| has_word(standing, &word.to_lowercase()))
    }

    /// Tells whether a line of a problem that is asked for is itself within the period asked for.
    pub fn takes_line(&self, line: &Line<'_>) -> bool {
        self.due.is_none_or(|period| falls_in(line, period))
    }
}

/// Nothing asked for is everything.
fn any<T>(asked: &[T], holds: impl Fn(&T) -> bool) -> bool {
    asked.is_empty() || asked.iter().any(holds)
}

fn falls_in(line: &Line<'_>, period: Period) -> bool {
    line.last_day().day().is_some_and(|day| period.holds(day))
}

fn has_unit(standing: &Standing<'_>, unit: &str, roster: &Roster) -> bool {
    let asked = roster.current_name(unit);
    let mut units =
        standing.everyone().flat_map(|who| [&who.lead, &who.joint, &who.with]).flatten();
    units.any(|name| roster.line_up(name).contains(&asked))
}

/// Whom a masked problem concerns is confirmed by no answer, so it is found by no person's name.
fn has_person(standing: &Standing<'_>, person: &str) -> bool {
    let persons = standing.everyone().flat_map(|who| [&who.leader, &who.person]);
    !standing.problem.masked && persons.flatten().any(|name| name == person)
}

fn has_status(standing: &Standing<'_>, status: Status) -> bool {
    match status {
        Status::Is(state) => standing.state == state,
        Status::Overdue => standing.is_overdue(),
        Status::DueSoon => standing.due_soon().is_some(),
        Status::Sustained => standing.is_sustained(),
        Status::ReviewOverdue => standing.review_days_late().is_some(),
        Status::ReviewDue => standing.is_review_due(),
        Status::Relapsed => standing.relapsed().is_some(),
        Status::Extended => standing.is_extended(),
        Status::Noticed => standing.is_noticed(),
    }
}

/// Looks through the texts of the problem, its measures and its entries, as far as they are shown; `word` is in small
/// letters.
fn has_word(standing: &Standing<'_>, word: &str) -> bool {
    let problem = &standing.problem;
    let owners = if problem.masked { &None } else { &problem.owners };
    let optional = [&problem.detail, &problem.cause, &problem.goal, owners, &problem.reference];
    let texts = std::iter::once(&problem.title)
        .chain(optional.into_iter().flatten())
        .chain(problem.measures.iter().map(|measure| &measure.text))
        .chain(problem.entries.iter().filter_map(|entry| entry.text.as_ref()));
    let mut texts = texts.map(|text| text.to_lowercase());
    texts.any(|text| text.contains(word))
}
