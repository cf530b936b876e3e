//! Problems that got another number: the old one is gone and a new one stands there in the same step.

use super::{Change, Version, against, between};
use crate::domain::id::{Id, Selection};
use crate::domain::problem::Problem;

/// A problem's versions before a step, of a merge in each parent, and after it.
#[derive(Debug, Clone)]
pub struct Versions<'a> {
    /// Its id.
    pub id: Id,
    /// Before.
    pub old: Vec<Version<'a>>,
    /// After.
    pub new: Version<'a>,
}

/// What became of a problem in a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Its id.
    pub id: Id,
    /// Its title, after the step where it is still there.
    pub title: String,
    /// What changed, at least one thing.
    pub changes: Vec<Change>,
}

/// Tells what became of each problem in a step; one that only got another number is told once, under its new one.
pub fn told(all: &[Versions<'_>]) -> Vec<Told> {
    let gone = all.iter().filter_map(|versions| Some((&versions.id, gone(versions)?)));
    let gone: Vec<_> = gone.collect();
    let mut moved = Vec::new();
    let mut told = Vec::new();
    for versions in all {
        let came = came(versions);
        let from = came.and_then(|new| gone.iter().find(|(id, old)| is_former(id, old, new)));
        let changes = match (from, came) {
            (Some((id, old)), Some(new)) => {
                moved.push((*id).clone());
                let mut changes = vec![Change::Moved { from: (*id).clone() }];
                changes.extend(between(Version::There(old), Version::There(new)));
                changes
            }
            _ => against(&versions.old, versions.new),
        };
        if !changes.is_empty() {
            let title = title(versions).to_owned();
            told.push(Told { id: versions.id.clone(), title, changes });
        }
    }
    told.retain(|one| one.changes != [Change::Gone] || !moved.contains(&one.id));
    told
}

/// Tells whether a problem that came is one that went.
///
/// It says so itself, or it is the same to the letter.
fn is_former(id: &Id, old: &Problem, new: &Problem) -> bool {
    former(new).iter().any(|known| known == id) || Problem { no: new.no, ..old.clone() } == *new
}

/// The ids that a problem had before, as it says them.
fn former(problem: &Problem) -> Vec<Id> {
    let id = |text: &String| {
        let selection = text.parse::<Selection>().ok()?;
        Some(Id::of_problem(selection.ledger.as_deref()?, selection.first))
    };
    problem.former.iter().filter_map(id).collect()
}

fn gone<'a>(versions: &Versions<'a>) -> Option<&'a Problem> {
    let old = versions.old.iter().map(|version| there(*version)).collect::<Option<Vec<_>>>()?;
    old.first().copied().filter(|_| versions.new == Version::Absent)
}

fn came<'a>(versions: &Versions<'a>) -> Option<&'a Problem> {
    let new = versions.old.iter().all(|version| *version == Version::Absent);
    there(versions.new).filter(|_| new)
}

fn there(version: Version<'_>) -> Option<&Problem> {
    match version {
        Version::There(problem) => Some(problem),
        Version::Absent | Version::Unreadable => None,
    }
}

fn title<'a>(versions: &Versions<'a>) -> &'a str {
    let all = std::iter::once(versions.new).chain(versions.old.iter().copied());
    all.filter_map(there).map(|problem| problem.title.as_str()).next().unwrap_or_default()
}

/// Tells whether names have to be kept out of what is told of a problem.
pub fn is_masked(versions: &Versions<'_>) -> bool {
    let all = std::iter::once(versions.new).chain(versions.old.iter().copied());
    all.filter_map(there).any(|problem| problem.masked)
}
