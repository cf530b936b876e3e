//! What each side decided, and which decisions of the two contradict each other although no field was changed by both.
//!
//! A fact that only adds to the record (progress, a notice, money that came back, an accounting) goes beside anything.
//! What ends the work rests on all that the plan says, so it goes beside nothing that changes the plan.

use std::iter;

use super::conflict::{Clash, Decided, Part, Side};
use super::three::{Conflicts, Three};
use crate::domain::amendment::Field;
use crate::domain::entry::{Act, ActKind, Entry};
use crate::domain::problem::Problem;

/// What a decision is about; of the problem, or of the measure named.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Matter {
    /// Which state it is in.
    State,
    /// The last day.
    Day(Option<u32>),
    /// Who is responsible.
    Responsible(Option<u32>),
    /// Another field.
    Field(Option<u32>, String),
    /// What is reported.
    Report,
    /// The reviews.
    Review,
    /// The value of an indicator, or what it is.
    Indicator(String),
    /// Which measures there are, and what they say.
    Measure(u32),
    /// A notice of a rung.
    Notice(u32),
    /// Only a sign of life.
    Note,
}

/// Something that a side decided.
#[derive(Debug, Clone)]
struct Decision<'a> {
    matter: Matter,
    by: Decided,
    entry: Option<&'a Entry>,
}

/// Adds what contradicts each other.
pub(super) fn contradictions(three: Three<'_, Problem>, conflicts: &mut Conflicts) {
    let Three { base, ours, theirs } = three;
    let new = |side: &Decision<'_>, other: &Problem| {
        side.entry.is_none_or(|entry| other.entries.iter().all(|known| known.key != entry.key))
    };
    let of_ours: Vec<_> =
        decisions(base, ours).into_iter().filter(|one| new(one, theirs)).collect();
    let of_theirs: Vec<_> =
        decisions(base, theirs).into_iter().filter(|one| new(one, ours)).collect();
    for own in &of_ours {
        for other in &of_theirs {
            if let Some(clash) = clash(own, other) {
                conflicts.push(part(&own.matter, &other.matter), clash);
            }
        }
    }
}

fn part(ours: &Matter, theirs: &Matter) -> Part {
    let measure = |matter: &Matter| match matter {
        Matter::Day(no) | Matter::Responsible(no) | Matter::Field(no, _) => *no,
        Matter::Measure(no) => Some(*no),
        _ => None,
    };
    let same = measure(ours).filter(|no| measure(theirs) == Some(*no));
    same.map_or(Part::Own, Part::Measure)
}

fn clash(own: &Decision<'_>, other: &Decision<'_>) -> Option<Clash> {
    let kinds = own.entry.zip(other.entry).map(|(own, other)| (own.act.kind(), other.act.kind()));
    if let (Matter::State, Matter::State, Some((ours, theirs))) =
        (&own.matter, &other.matter, kinds)
    {
        let same_void = matches!((&own.entry?.act, &other.entry?.act), (Act::Void { of }, Act::Void { of: too }) if of == too);
        return (!same_void).then_some(Clash::BothMoved { ours, theirs });
    }
    for (side, ending, change) in [(Side::Ours, own, other), (Side::Theirs, other, own)] {
        if let Some(act) = ends(ending).filter(|_| is_change(change)) {
            return Some(Clash::ClosedVsChanged { side, act, other: change.by.clone() });
        }
    }
    let Some((first, second)) = own.entry.zip(other.entry) else {
        // Two fields that were changed by hand are merged by their values; an entry beside such a field says it, too.
        let by_hand = own.entry.is_none() && other.entry.is_none();
        return (own.matter == other.matter && !by_hand)
            .then(|| Clash::BothDecided { ours: own.by.clone(), theirs: other.by.clone() });
    };
    entries_clash(own, other, first, second)
}

/// Both sides made an entry.
fn entries_clash(
    own: &Decision<'_>,
    other: &Decision<'_>,
    first: &Entry,
    second: &Entry,
) -> Option<Clash> {
    let (ours, theirs) = (first.act.kind(), second.act.kind());
    let on = first.on;
    let same_day = on == second.on;
    if same_day && first.act == second.act && matches!(ours, ActKind::Recover | ActKind::Account) {
        return Some(Clash::EnteredTwice { act: ours, on });
    }
    if own.matter != other.matter {
        return None;
    }
    if let (Act::Void { of }, Act::Void { of: too }) = (&first.act, &second.act) {
        return (of != too && is_change(own)).then_some(Clash::SameDay { ours, theirs, on });
    }
    match own.matter {
        Matter::Day(_) | Matter::Responsible(_) | Matter::Field(..) | Matter::Notice(_) => {
            Some(Clash::BothDecided { ours: own.by.clone(), theirs: other.by.clone() })
        }
        Matter::Report if ours != theirs && same_day => Some(Clash::SameDay { ours, theirs, on }),
        Matter::Review | Matter::Indicator(_) if same_day && first.act != second.act => {
            Some(Clash::SameDay { ours, theirs, on })
        }
        _ => None,
    }
}

/// The act by which a decision ends the work.
fn ends(decision: &Decision<'_>) -> Option<ActKind> {
    let act = decision.entry?.act.kind();
    matches!(act, ActKind::Close | ActKind::Transfer | ActKind::Withdraw).then_some(act)
}

/// Tells whether a decision changes what an ending rests on.
fn is_change(decision: &Decision<'_>) -> bool {
    match &decision.matter {
        Matter::Note | Matter::Notice(_) => false,
        // What only describes: the end of the work does not rest on it.
        Matter::Field(None, key) if decision.entry.is_none() => {
            ["title", "amount", "recoverable", "sustained", "goal", "found", "every"]
                .contains(&key.as_str())
        }
        _ => true,
    }
}

fn decisions<'a>(base: &'a Problem, side: &'a Problem) -> Vec<Decision<'a>> {
    let added =
        side.entries.iter().filter(|entry| base.entries.iter().all(|old| old.key != entry.key));
    let entries = added.flat_map(|entry| {
        let by = Decided::Entry { act: entry.act.kind(), on: entry.on };
        let matters = of_act(&entry.act, side, 0);
        matters.into_iter().map(move |matter| Decision {
            matter,
            by: by.clone(),
            entry: Some(entry),
        })
    });
    let by_hand = fields(base, side).chain(parts(base, side));
    let by_hand = by_hand.map(|(matter, by)| Decision { matter, by, entry: None });
    entries.chain(by_hand).collect()
}

/// What an act decides. What voids an entry decides what that entry did, some steps deep.
fn of_act(act: &Act, problem: &Problem, steps: u8) -> Vec<Matter> {
    let each = |measures: &[u32], matter: fn(Option<u32>) -> Matter| -> Vec<Matter> {
        if measures.is_empty() {
            vec![matter(None)]
        } else {
            measures.iter().map(|no| matter(Some(*no))).collect()
        }
    };
    match act {
        Act::Progress { .. } | Act::Recover { .. } | Act::Account { .. } => vec![Matter::Note],
        Act::Done { .. } | Act::Return { .. } => vec![Matter::Report],
        Act::Close { .. }
        | Act::Suspend { .. }
        | Act::Resume { .. }
        | Act::Transfer { .. }
        | Act::Withdraw { .. } => vec![Matter::State],
        Act::Reopen { measures, .. } => {
            iter::once(Matter::State).chain(each(measures, Matter::Day)).collect()
        }
        Act::Extend { measures, .. } => each(measures, Matter::Day),
        Act::Assign { measures, .. } => each(measures, Matter::Responsible),
        Act::Review { .. } => vec![Matter::Review],
        Act::Notice { level, .. } => vec![Matter::Notice(*level)],
        Act::Indicator { name, .. } => vec![Matter::Indicator(name.clone())],
        Act::Amend { measure, change, .. } => match change.field {
            Field::Limit | Field::Due => vec![Matter::Day(*measure)],
            field => vec![Matter::Field(*measure, field.name().to_owned())],
        },
        Act::Void { of } => {
            let voided = problem.entries.iter().find(|entry| entry.key == *of);
            let voided = voided.filter(|_| steps < 8);
            voided
                .map_or_else(|| vec![Matter::Note], |entry| of_act(&entry.act, problem, steps + 1))
        }
    }
}

/// The fields that a side changed by hand.
fn fields<'a>(
    base: &'a Problem,
    side: &'a Problem,
) -> impl Iterator<Item = (Matter, Decided)> + 'a {
    let field = |key: &str| Matter::Field(None, key.to_owned());
    let changed = [
        ("title", base.title != side.title, field("title")),
        ("due", (&base.limit, base.due) != (&side.limit, side.due), Matter::Day(None)),
        ("lead", base.responsible != side.responsible, Matter::Responsible(None)),
        ("owners", base.owners != side.owners, Matter::Responsible(None)),
        ("amount", base.amount != side.amount, field("amount")),
        ("recoverable", base.recoverable != side.recoverable, field("recoverable")),
        ("sustained", base.sustained != side.sustained, field("sustained")),
        ("goal", base.goal != side.goal, field("goal")),
        ("found", base.found != side.found, field("found")),
        ("detail", base.detail != side.detail, field("detail")),
        ("category", base.category != side.category, field("category")),
        ("source", base.source != side.source, field("source")),
        ("cause", base.cause != side.cause, field("cause")),
        ("ref", base.reference != side.reference, field("ref")),
        (
            "every",
            (base.kind, &base.every, base.from, base.until)
                != (side.kind, &side.every, side.from, side.until),
            field("every"),
        ),
    ];
    changed
        .into_iter()
        .filter(|(_, differs, _)| *differs)
        .map(|(key, _, matter)| (matter, Decided::Field(key.to_owned())))
}

/// The measures and indicators that a side added or changed by hand.
fn parts<'a>(base: &'a Problem, side: &'a Problem) -> impl Iterator<Item = (Matter, Decided)> + 'a {
    let measures = side.measures.iter().flat_map(|measure| {
        let no = measure.no;
        let old = base.measure(no).filter(|old| *old != measure);
        let is_new = base.measure(no).is_none();
        let day = old.is_some_and(|old| (&old.limit, old.due) != (&measure.limit, measure.due));
        let lead = old.is_some_and(|old| old.responsible != measure.responsible);
        let text = old.is_some_and(|old| old.text != measure.text);
        [
            (is_new || old.is_some(), Matter::Measure(no)),
            (day, Matter::Day(Some(no))),
            (lead, Matter::Responsible(Some(no))),
            (text, Matter::Field(Some(no), "text".to_owned())),
        ]
        .into_iter()
        .filter(|(differs, _)| *differs)
        .map(move |(_, matter)| (matter, Decided::Measure(no)))
    });
    let known = |name: &str| base.indicators.iter().find(|one| one.name == name);
    let indicators = side
        .indicators
        .iter()
        .filter(move |one| known(&one.name) != Some(one))
        .map(|one| (Matter::Indicator(one.name.clone()), Decided::Indicator(one.name.clone())));
    let gone = base
        .indicators
        .iter()
        .filter(|old| side.indicators.iter().all(|one| one.name != old.name))
        .map(|old| (Matter::Indicator(old.name.clone()), Decided::Indicator(old.name.clone())));
    measures.chain(indicators).chain(gone)
}
