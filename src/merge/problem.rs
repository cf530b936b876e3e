//! One problem.

use std::borrow::Cow;

use super::conflict::{Clash, Part};
use super::three::{Conflicts, Fields, Three};
use super::{Merged, entries, matters, parts};
use crate::domain::problem::Problem;

/// Merges three versions of a problem; without a base, both sides made it.
///
/// What both made is the same problem if all but its entries is the same; else two problems took one number.
pub fn problem(base: Option<&Problem>, ours: &Problem, theirs: &Problem) -> Merged<Problem> {
    let mut conflicts = Conflicts::of(Some(ours.no));
    let base = base.map(Cow::Borrowed).or_else(|| common(ours, theirs).map(Cow::Owned));
    let Some(base) = base else {
        let (ours, theirs) = (ours.title.clone(), theirs.title.clone());
        conflicts.push(Part::Own, Clash::SameNumber { ours, theirs });
        return conflicts.finish(Problem::default());
    };
    // What one side left alone cannot contradict the other.
    if ours == theirs || *base == *theirs {
        return Ok(ours.clone());
    }
    if *base == *ours {
        return Ok(theirs.clone());
    }
    let three = Three { base: &*base, ours, theirs };
    let mut merged = own(three, &mut conflicts);
    merged.indicators = parts::indicators(
        Three { base: &base.indicators, ours: &ours.indicators, theirs: &theirs.indicators },
        &mut conflicts,
    );
    merged.measures = parts::measures(
        Three { base: &base.measures, ours: &ours.measures, theirs: &theirs.measures },
        &mut conflicts,
    );
    merged.entries = entries::entries(
        Three { base: &base.entries, ours: &ours.entries, theirs: &theirs.entries },
        &mut conflicts,
    );
    matters::contradictions(three, &mut conflicts);
    conflicts.finish(merged)
}

/// What two problems have in common that were both new: all but entries, which each side may have added; nothing where
/// they are two problems.
fn common(ours: &Problem, theirs: &Problem) -> Option<Problem> {
    let mut common = ours.clone();
    common.entries.retain(|entry| theirs.entries.contains(entry));
    let same = Problem { entries: Vec::new(), ..ours.clone() }
        == Problem { entries: Vec::new(), ..theirs.clone() };
    same.then_some(common)
}

/// Merges the problem's own fields. Those that only make sense together are one: the limit and its day, all who are
/// responsible and the words that say so, when a duty falls due.
fn own(three: Three<'_, Problem>, conflicts: &mut Conflicts) -> Problem {
    let mut fields = Fields::new(three, Part::Own, conflicts);
    let (responsible, owners) =
        fields.pick("lead", |one| (one.responsible.clone(), one.owners.clone()));
    let (limit, due) = fields.pick("due", |one| (one.limit.clone(), one.due));
    let (kind, every, from, until) =
        fields.pick("every", |one| (one.kind, one.every.clone(), one.from, one.until));
    Problem {
        no: three.ours.no,
        title: fields.pick("title", |one| one.title.clone()),
        kind,
        reference: fields.pick("ref", |one| one.reference.clone()),
        former: fields.pick("former", |one| one.former.clone()),
        detail: fields.pick("detail", |one| one.detail.clone()),
        category: fields.pick("category", |one| one.category.clone()),
        source: fields.pick("source", |one| one.source.clone()),
        cause: fields.pick("cause", |one| one.cause.clone()),
        found: fields.pick("found", |one| one.found),
        entered: fields.pick("entered", |one| one.entered),
        responsible,
        owners,
        limit,
        due,
        sustained: fields.pick("sustained", |one| one.sustained),
        goal: fields.pick("goal", |one| one.goal.clone()),
        amount: fields.pick("amount", |one| one.amount),
        recoverable: fields.pick("recoverable", |one| one.recoverable),
        recurs: fields.pick("recurs", |one| one.recurs.clone()),
        tags: fields.pick("tag", |one| one.tags.clone()),
        every,
        from,
        until,
        masked: fields.pick("masked", |one| one.masked),
        request: fields.pick("request", |one| one.request.clone()),
        extra: fields.extra(|one| &one.extra),
        indicators: Vec::new(),
        measures: Vec::new(),
        entries: Vec::new(),
    }
}
