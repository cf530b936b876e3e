//! What lies between two versions of a book, each on a day of its own: what came, what happened, what fell overdue.

mod rows;

use std::collections::{BTreeMap, BTreeSet};

pub use rows::{Row, Rows, rows};

use super::changes::{self, Change, Version, Versions};
use crate::domain::day::Day;
use crate::domain::entry::{ActKind, Entry};
use crate::domain::id::Id;
use crate::domain::key::Key;
use crate::domain::money::Money;
use crate::domain::problem::Problem;
use crate::domain::standing::{self, Standing};

/// What lies between two versions of a book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diff {
    /// The day on which the earlier version is asked.
    pub from: Day,
    /// The day on which the newer version is asked.
    pub to: Day,
    /// What happened, by kind and then by id.
    pub lines: Vec<Line>,
    /// Money that came back in between.
    pub recovered: Money,
    /// Money that counts no more as having come back.
    pub taken_back: Money,
}

/// Something that happened to a problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Of what kind it is.
    pub kind: Kind,
    /// The problem.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// Its lead units, or those responsible together.
    pub units: Vec<String>,
    /// What it is.
    pub what: What,
}

/// Of what kind something is, in the order in which it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A problem came.
    New,
    /// It was reported, closed and so on.
    Act(ActKind),
    /// It is overdue now and was not.
    Overdue,
    /// An entry counts no more.
    TakenBack,
    /// What is written of it is altered.
    Changed,
    /// A problem is not there any more.
    Gone,
}

/// What a line tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Nothing beside its kind.
    Nothing,
    /// An entry.
    Entry(Box<Entry>),
    /// By how many days it is late.
    Late(i64),
    /// What is altered.
    Change(Change),
}

/// The acts in the order in which they are told; a void is told by what it takes back.
const ACTS: [ActKind; 17] = [
    ActKind::Done,
    ActKind::Close,
    ActKind::Extend,
    ActKind::Return,
    ActKind::Reopen,
    ActKind::Withdraw,
    ActKind::Transfer,
    ActKind::Suspend,
    ActKind::Resume,
    ActKind::Assign,
    ActKind::Recover,
    ActKind::Notice,
    ActKind::Account,
    ActKind::Indicator,
    ActKind::Review,
    ActKind::Amend,
    ActKind::Progress,
];

impl Kind {
    /// All kinds, in the order in which they are told.
    pub fn all() -> Vec<Self> {
        let acts = ACTS.into_iter().map(Self::Act);
        let mut all = vec![Self::New];
        all.extend(acts);
        all.insert(3, Self::Overdue); // right behind what was closed
        all.extend([Self::TakenBack, Self::Changed, Self::Gone]);
        all
    }

    /// Tells whether work ends by it, or goes on after such an end.
    pub fn ends_work(self) -> bool {
        let acts = [ActKind::Suspend, ActKind::Resume, ActKind::Transfer, ActKind::Withdraw];
        matches!(self, Self::Act(act) if acts.contains(&act))
    }

    /// The kind's name for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Act(act) => act.name(),
            Self::Overdue => "overdue",
            Self::TakenBack => "void",
            Self::Changed => "changed",
            Self::Gone => "gone",
        }
    }
}

impl Diff {
    /// The problems to which something of a kind happened, each once.
    pub fn ids(&self, kind: Kind) -> BTreeSet<&Id> {
        self.of(kind).map(|line| &line.id).collect()
    }

    /// The lines of a kind.
    pub fn of(&self, kind: Kind) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |line| line.kind == kind)
    }
}

/// Compares how the problems of two versions stand, those that are `asked` for.
pub fn diff(
    old: &[Standing<'_>],
    new: &[Standing<'_>],
    days: (Day, Day),
    asked: impl Fn(&Standing<'_>) -> bool,
) -> Diff {
    let mut pairs: BTreeMap<Id, (Option<&Standing<'_>>, Option<&Standing<'_>>)> = BTreeMap::new();
    for standing in old {
        pairs.entry(standing.id()).or_default().0 = Some(standing);
    }
    for standing in new {
        pairs.entry(standing.id()).or_default().1 = Some(standing);
    }
    let moved = moved(&pairs);
    let mut lines = Vec::new();
    let (mut recovered, mut taken_back) = (Money::ZERO, Money::ZERO);
    for (id, (old, new)) in &pairs {
        let former = moved.get(id).and_then(|from| pairs.get(from)?.0);
        let old = old.or(former);
        let is_moved = new.is_none() && moved.values().any(|from| from == id);
        let Some(shown) = new.or(old).filter(|shown| !is_moved && asked(shown)) else { continue };
        let mut found = Found { shown, id, lines: Vec::new() };
        found.compare(old, *new, moved.get(id));
        let sum = |version: Option<&Standing<'_>>| version.map_or(Money::ZERO, |it| it.recovered);
        recovered = recovered + sum(*new).less(sum(old));
        taken_back = taken_back + sum(old).less(sum(*new));
        lines.append(&mut found.lines);
    }
    let order = Kind::all();
    let place = |kind: Kind| order.iter().position(|known| *known == kind);
    lines.sort_by_key(|line: &Line| place(line.kind)); // stable: by id within a kind
    Diff { from: days.0, to: days.1, lines, recovered, taken_back }
}

/// The problem as it is written, without what amendments make of it.
fn written<'a>(standing: &Standing<'a>) -> Option<&'a Problem> {
    standing.ledger.problem(standing.problem.no)
}

/// The former ids of problems that got another number in between, by the new ones.
fn moved(pairs: &BTreeMap<Id, (Option<&Standing<'_>>, Option<&Standing<'_>>)>) -> BTreeMap<Id, Id> {
    let once = pairs.iter().filter(|(_, (old, new))| old.is_some() != new.is_some());
    let versions: Vec<_> = once
        .map(|(id, (old, new))| Versions {
            id: id.clone(),
            old: vec![version(*old)],
            new: version(*new),
        })
        .collect();
    let told = changes::told(&versions).into_iter();
    let moved = told.filter_map(|told| match told.changes.into_iter().next()? {
        Change::Moved { from } => Some((told.id, from)),
        _ => None,
    });
    moved.collect()
}

fn version<'a>(standing: Option<&'a Standing<'_>>) -> Version<'a> {
    standing.map_or(Version::Absent, |standing| Version::There(&standing.problem))
}

/// What happened to one problem.
struct Found<'a> {
    shown: &'a Standing<'a>,
    id: &'a Id,
    lines: Vec<Line>,
}

impl Found<'_> {
    fn push(&mut self, kind: Kind, what: What) {
        let who = &self.shown.responsible;
        let units = if who.lead.is_empty() { &who.joint } else { &who.lead };
        self.lines.push(Line {
            kind,
            id: self.id.clone(),
            title: self.shown.problem.title.clone(),
            units: units.clone(),
            what,
        });
    }

    fn compare(
        &mut self,
        old: Option<&Standing<'_>>,
        new: Option<&Standing<'_>>,
        former: Option<&Id>,
    ) {
        let Some(new) = new else { return self.push(Kind::Gone, What::Nothing) };
        if let Some(from) = former {
            self.push(Kind::Changed, What::Change(Change::Moved { from: from.clone() }));
        }
        if old.is_none() {
            self.push(Kind::New, What::Nothing);
        }
        let before = old.map(keys).unwrap_or_default();
        let after = keys(new);
        for entry in new.entries().filter(|entry| !before.contains(&entry.key)) {
            if entry.act.kind() != ActKind::Void {
                self.push(Kind::Act(entry.act.kind()), What::Entry(Box::new(entry.clone())));
            }
        }
        let gone = old.into_iter().flat_map(Standing::entries);
        for entry in gone.filter(|entry| !after.contains(&entry.key)) {
            self.push(Kind::TakenBack, What::Entry(Box::new(entry.clone())));
        }
        if new.is_overdue() && !old.is_some_and(Standing::is_overdue) {
            let late = new.lines().iter().filter_map(standing::Line::days_late).max();
            self.push(Kind::Overdue, What::Late(late.unwrap_or_default()));
        }
        self.facts(old, new);
    }

    /// What is altered beside the entries that count, which are told already.
    fn facts(&mut self, old: Option<&Standing<'_>>, new: &Standing<'_>) {
        let Some((before, after)) = old.and_then(written).zip(written(new)) else { return };
        let changes = changes::between(Version::There(before), Version::There(after));
        let masked = before.masked || after.masked;
        let told = |change: &Change| matches!(change, Change::EntryAdded(_));
        for change in changes.into_iter().filter(|change| !told(change)) {
            let change = if masked { change.masked() } else { change };
            self.push(Kind::Changed, What::Change(change));
        }
    }
}

fn keys(standing: &Standing<'_>) -> BTreeSet<Key> {
    standing.entries().map(|entry| entry.key).collect()
}
