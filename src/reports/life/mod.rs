//! A problem's whole life: what happened, what moved its day, what was sent, and what it is linked with.

mod close;
mod links;
mod moves;

use links::Links;

use super::rules::{self, Bands, Counting, EnteredLater, Ruled};
use crate::domain::acts::State;
use crate::domain::day::Day;
use crate::domain::entry::{Act, Entry};
use crate::domain::id::Id;
use crate::domain::policy::Policy;
use crate::domain::standing::{AsOf, LastDay, Line, Standing};

/// The problems asked for, each with its past.
#[derive(Debug)]
pub struct Lives<'a> {
    /// The day asked for.
    pub today: Day,
    /// The problems, in the order in which they were asked for.
    pub lives: Vec<Life<'a>>,
    /// What was entered after the day asked for.
    pub later: EnteredLater,
}

/// A problem as it stands, with its past.
#[derive(Debug)]
pub struct Life<'a> {
    /// How it stands.
    pub standing: &'a Standing<'a>,
    /// Its entries up to the day asked for, in the order of their days.
    pub timeline: Vec<Happening<'a>>,
    /// What moved a last day of it or its measures, and the rounds, in the order in which it happened.
    pub moves: Vec<Moved<'a>>,
    /// The notices issued, all of them.
    pub notices: Vec<Notice<'a>>,
    /// What it came back from.
    pub came_from: Vec<Origin>,
    /// The problems that name this one as what they came back from.
    pub recurred_in: Vec<Linked>,
    /// The bands by which its lights are told.
    pub bands: Vec<Ruled<Bands>>,
    /// How its limits were counted.
    pub counting: Counting,
    /// What the policy let whoever closed it do without, where it is closed.
    pub waived: Vec<Waived>,
}

/// An entry, and whether it counts.
#[derive(Debug, Clone)]
pub struct Happening<'a> {
    /// The entry.
    pub entry: &'a Entry,
    /// Of a notice: the policy in force on its day, whose ladder names the level.
    pub policy: Option<Policy>,
    /// Whether it counts.
    pub weight: Weight,
}

/// Whether an entry counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// It does.
    Counts,
    /// A later entry took it back.
    Void,
    /// The state did not allow it, so it changed nothing.
    NoEffect,
}

/// Something that moved a last day, or began a round.
#[derive(Debug, Clone)]
pub struct Moved<'a> {
    /// The entry.
    pub entry: &'a Entry,
    /// The measure whose day it moved; nothing for the problem's.
    pub measure: Option<u32>,
    /// The round that it began, or in which it was granted.
    pub round: u32,
    /// The day before and after; nothing where a reopening left all days as they were.
    pub days: Option<(LastDay, LastDay)>,
    /// Of an extension: whether it was asked for after the day that it moved.
    pub asked_late: Option<bool>,
}

/// A notice that was issued.
#[derive(Debug, Clone)]
pub struct Notice<'a> {
    /// The entry.
    pub entry: &'a Entry,
    /// The level, from 1.
    pub level: u32,
    /// The policy in force on its day, whose ladder names the level.
    pub policy: Policy,
    /// Its number.
    pub number: &'a str,
    /// To whom.
    pub to: Option<&'a str>,
}

/// An earlier problem, as this one names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// As written: an id, or words.
    pub words: String,
    /// The problem, where the words are an id that the book has.
    pub known: Option<Linked>,
}

/// Another problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linked {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// Its state on the day asked for.
    pub state: State,
}

/// What the policy in force let a close do without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waived {
    /// A second person who verifies.
    SecondPerson,
    /// A report of the work before the close.
    Report,
}

/// Tells the lives of problems; `all` are the problems of the book that may be linked with them.
pub fn lives<'a>(
    as_of: &AsOf<'a>,
    standings: &'a [Standing<'a>],
    all: &[Standing<'_>],
) -> Lives<'a> {
    // Few problems name others, and each is asked about all of these.
    let links = Links::new(all);
    Lives {
        today: as_of.today,
        lives: standings.iter().map(|standing| life(as_of, standing, &links)).collect(),
        later: rules::entered_later(standings),
    }
}

fn life<'a>(as_of: &AsOf<'a>, standing: &'a Standing<'a>, links: &Links<'_, '_>) -> Life<'a> {
    let all = standing.lines();
    Life {
        standing,
        timeline: timeline(as_of, standing),
        moves: moves::moves(standing),
        notices: notices(as_of, standing),
        came_from: links.came_from(standing),
        recurred_in: links.recurred_in(standing),
        bands: rules::bands(&all),
        counting: rules::counting(&all),
        waived: close::waived(as_of, standing),
    }
}

impl<'a> Life<'a> {
    /// The line that tells how late the problem is: of a problem that is overdue the line that is longest late, else that
    /// of the problem itself, or the first of its measures that has a day where the problem has none.
    pub fn line(&self) -> Option<Line<'a>> {
        telling_line(self.standing)
    }
}

/// Returns the line by which the light of a problem is told, as [`Life::line`] says.
pub fn telling_line<'a>(standing: &'a Standing<'a>) -> Option<Line<'a>> {
    let lines = standing.lines();
    let late = || lines.iter().filter(|line| line.days_late().is_some());
    let longest = late().max_by_key(|line| line.days_late());
    longest.filter(|_| standing.duty.is_none()).or(lines.first()).copied()
}

impl Moved<'_> {
    /// The days by which an extension moved the last day.
    pub fn won(&self) -> Option<i64> {
        self.asked_late?;
        let (from, to) = self.days.as_ref()?;
        Some(from.day()?.days_until(to.day()?))
    }
}

fn timeline<'a>(as_of: &AsOf<'_>, standing: &'a Standing<'a>) -> Vec<Happening<'a>> {
    let policy = |entry: &Entry| {
        let notice = matches!(entry.act, Act::Notice { .. });
        notice.then(|| as_of.book.policy(&standing.ledger.head.policies, entry.on))
    };
    let weight = |place: usize| {
        if !standing.effective.contains(&place) {
            Weight::Void
        } else if standing.out_of_state.iter().any(|(out, _)| *out == place) {
            Weight::NoEffect
        } else {
            Weight::Counts
        }
    };
    let known = standing.problem.entries.iter().enumerate();
    let mut known: Vec<_> = known
        .filter(|(_, entry)| entry.on <= standing.today)
        .map(|(place, entry)| Happening { entry, policy: policy(entry), weight: weight(place) })
        .collect();
    known.sort_by_key(|known| known.entry.on);
    known
}

/// The entries that count and had their effect.
pub(in crate::reports) fn effects<'a>(
    standing: &'a Standing<'a>,
) -> impl Iterator<Item = &'a Entry> {
    let out = |place: &usize| standing.out_of_state.iter().any(|(out, _)| out == place);
    let places = standing.effective.iter().filter(move |place| !out(place));
    places.filter_map(|place| standing.problem.entries.get(*place))
}

fn notices<'a>(as_of: &AsOf<'_>, standing: &'a Standing<'a>) -> Vec<Notice<'a>> {
    let notice = |entry: &'a Entry| match &entry.act {
        Act::Notice { level, number, to } => {
            let policy = as_of.book.policy(&standing.ledger.head.policies, entry.on);
            Some(Notice { entry, level: *level, policy, number, to: to.as_deref() })
        }
        _ => None,
    };
    effects(standing).filter_map(notice).collect()
}
