//! What a step did to one problem.

use super::super::changes::{Change, Content, Field, Told, Version, Versions, is_masked};
use super::{Rule, Step, Subject, Verifier, What};
use crate::domain::amendment::{Field as Amended, Value};
use crate::domain::entry::{Act, Entry};
use crate::domain::id::Id;
use crate::domain::measure::Measure;
use crate::domain::problem::Problem;
use crate::domain::roster::Roster;
use crate::domain::subject::Part;

impl Verifier {
    pub(super) fn problem(&mut self, step: &Step<'_>, versions: &Versions<'_>, told: &Told) {
        let masked = is_masked(versions);
        let old = versions.old.first().copied().and_then(there);
        let new = there(versions.new);
        if let (Some(old), Some(new), true) = (old, new, step.is_merge)
            && is_another(old, new)
        {
            let what = What::Number(old.title.clone());
            self.of(step, told, Rule::NumberReused, what, &old.title);
            return; // all its entries would be told as removed, too
        }
        for change in &told.changes {
            let Some((rule, same)) = self.judge(step, &told.id, change, new) else { continue };
            let shown = if masked { change.clone().masked() } else { change.clone() };
            self.of(step, told, rule, What::Change(Box::new(shown)), &same);
        }
        if let (Some(new), Some(Change::New { .. })) = (new, told.changes.first())
            && let Some(before) = self.gone.get(&told.id).filter(|gone| is_another(gone, new))
        {
            let what = What::Number(before.title.clone());
            let same = before.title.clone();
            self.of(step, told, Rule::NumberReused, what, &same);
        }
        if let (Some(new), false) = (new, step.is_merge) {
            self.acts(step, told, old, new);
        }
    }

    pub(super) fn of(&mut self, step: &Step<'_>, told: &Told, rule: Rule, what: What, same: &str) {
        let subject = Subject::Problem(told.id.clone());
        self.find(step, rule, subject, told.title.clone(), what, same);
    }

    /// Says which rule a change breaks, and what makes it the same as another one.
    fn judge(
        &self,
        step: &Step<'_>,
        id: &Id,
        change: &Change,
        new: Option<&Problem>,
    ) -> Option<(Rule, String)> {
        let none = String::new;
        match change {
            Change::EntryRemoved(entry) => Some((Rule::EntryRemoved, entry.key.to_string())),
            Change::EntryEdited { entry, field, from, to } => {
                let mended = field == &Field::Act
                    && is_mended(from.as_ref(), to.as_ref(), &step.book.roster);
                let same = format!("{} {} {to:?}", entry.key, field.key());
                (!mended).then_some((Rule::EntryEdited, same))
            }
            Change::MeasureGone(measure) => Some((Rule::MeasureGone, measure.no.to_string())),
            Change::MeasureAdded(measure) => {
                let before = self.gone_measures.get(&(id.clone(), measure.no))?;
                let other = before.text != measure.text;
                (other && !step.is_merge).then(|| (Rule::MeasureReused, measure.text.clone()))
            }
            Change::Field { part: Part::Measure(no), field: Field::Text, .. } if !step.is_merge => {
                Some((Rule::MeasureReused, format!("{no}")))
            }
            Change::Field { part, field: Field::Entered, from: Some(_), to } if !step.is_merge => {
                Some((Rule::EnteredChanged, format!("{part:?} {to:?}")))
            }
            Change::Field { part, field, from, to } if !step.is_merge => {
                let new = new?;
                let moved = is_moved(part, field, from.as_ref(), new);
                let allowed = to.as_ref().is_some_and(|to| is_allowed(part, to, step, new));
                (moved && !allowed).then(|| (Rule::DayChanged, format!("{part:?} {to:?}")))
            }
            Change::Gone => Some((Rule::ProblemGone, none())),
            Change::Unreadable { now: true } => Some((Rule::Unreadable, none())),
            _ => None,
        }
    }

    /// Keeps in mind what a later step is judged by.
    pub(super) fn remember(&mut self, versions: &Versions<'_>) {
        let id = &versions.id;
        let old = versions.old.first().copied().and_then(there);
        if let (Some(old), Version::Absent) = (old, versions.new) {
            self.gone.insert(id.clone(), old.clone());
        }
        let Some(new) = there(versions.new) else { return };
        let gone = old.iter().flat_map(|old| &old.measures);
        for measure in gone.filter(|measure| new.measure(measure.no).is_none()) {
            self.gone_measures.insert((id.clone(), measure.no), Measure::clone(measure));
        }
        for entry in &new.entries {
            for evidence in entry.act.evidence() {
                let Some(hash) = &evidence.sha256 else { continue };
                let named = self.proofs.entry(evidence.path.clone()).or_default();
                if !named.iter().any(|(known, other)| known == id && other == hash) {
                    named.push((id.clone(), hash.clone()));
                }
            }
        }
    }
}

pub(super) fn there(version: Version<'_>) -> Option<&Problem> {
    match version {
        Version::There(problem) => Some(problem),
        Version::Absent | Version::Unreadable => None,
    }
}

/// Tells whether a change moves a last day: of a day that was stored, or of words where no day is. A day that was not stored
/// may be, since the words gave it.
fn is_moved(part: &Part, field: &Field, from: Option<&Content>, new: &Problem) -> bool {
    let stored = match part {
        Part::Problem => new.due,
        Part::Measure(no) => new.measure(*no).and_then(|measure| measure.due),
        _ => return false,
    };
    match field {
        Field::Due => from.is_some(),
        Field::Limit => from.is_some() && stored.is_none(),
        _ => false,
    }
}

/// Tells whether an entry of this step gives the day that now stands there.
fn is_allowed(part: &Part, to: &Content, step: &Step<'_>, new: &Problem) -> bool {
    let versions = step.problems.iter().find(|versions| there(versions.new) == Some(new));
    let old = versions.and_then(|versions| there(*versions.old.first()?));
    let known = old.map(|old| old.entries.as_slice()).unwrap_or_default();
    let is_new = |entry: &&Entry| known.iter().all(|known| known.key != entry.key);
    let gives = |entry: &Entry| match &entry.act {
        Act::Extend { measures, due, .. } => {
            let named = match part {
                Part::Measure(no) => measures.contains(no),
                _ => measures.is_empty(),
            };
            named && *to == Content::Day(*due)
        }
        // Of this very field; another amendment of the same step allows nothing.
        Act::Amend { measure, change, .. } => {
            let of_part = match part {
                Part::Measure(no) => *measure == Some(*no),
                _ => measure.is_none(),
            };
            let right = match (&change.value, to) {
                (Value::Day(right), Content::Day(day)) => right == day,
                (Value::Text(right), Content::Text(words)) => right == words,
                _ => false,
            };
            of_part && right && matches!(change.field, Amended::Due | Amended::Limit)
        }
        _ => false,
    };
    new.entries.iter().filter(is_new).any(gives)
}

/// Tells whether two problems are two: another title, no entry in common, and another side or another day.
fn is_another(old: &Problem, new: &Problem) -> bool {
    let shared = |entry: &Entry| new.entries.iter().any(|other| other.key == entry.key);
    let differing = [
        old.title != new.title,
        old.responsible != new.responsible,
        (&old.limit, old.due) != (&new.limit, new.due),
        old.detail != new.detail,
        old.measures != new.measures,
    ];
    old.title != new.title
        && !old.entries.iter().any(shared)
        && differing.iter().filter(|differs| **differs).count() > 1
}

/// Tells whether names in an assignment only were written as they are declared, which `check --fix` does.
fn is_mended(from: Option<&Content>, to: Option<&Content>, roster: &Roster) -> bool {
    let (Some(Content::Act(from)), Some(Content::Act(to))) = (from, to) else { return false };
    let (Act::Assign { measures, to: old }, Act::Assign { measures: others, to: new }) =
        (&**from, &**to)
    else {
        return false;
    };
    let alike = |old: &[String], new: &[String]| alike(old, new, roster);
    measures == others
        && alike(&old.lead, &new.lead)
        && alike(&old.joint, &new.joint)
        && alike(&old.with, &new.with)
        && alike(&old.leader, &new.leader)
        && alike(&old.person, &new.person)
}

/// Tells whether names only were written as they are declared.
pub(super) fn alike(old: &[String], new: &[String], roster: &Roster) -> bool {
    let same = |(old, new): (&String, &String)| {
        let declared = [roster.unit_alike(old), roster.person_alike(old)];
        old == new || declared.contains(&Some(new.as_str()))
    };
    old.len() == new.len() && old.iter().zip(new).all(same)
}
