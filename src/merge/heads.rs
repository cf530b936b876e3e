//! The head of a ledger and that of the book. Nothing of them is numbered, so a side that left a part alone may lose it.

use std::collections::BTreeMap;

use super::Merged;
use super::conflict::{Clash, Part, Side};
use super::three::{Conflicts, Fields, Sort, Three, united};
use crate::domain::book::{BookHead, CalendarAdditions};
use crate::domain::day::Day;
use crate::domain::ledger::{Head, Phase};
use crate::domain::policy::PolicyEntry;
use crate::domain::roster::{Person, Roster, Unit};

/// Merges three versions of a ledger's head.
pub fn head(base: &Head, ours: &Head, theirs: &Head) -> Merged<Head> {
    if ours == theirs || base == theirs {
        return Ok(ours.clone());
    }
    if base == ours {
        return Ok(theirs.clone());
    }
    let mut conflicts = Conflicts::of(None);
    let phases = phases(
        Three { base: &base.phases, ours: &ours.phases, theirs: &theirs.phases },
        &mut conflicts,
    );
    let policies = policies(
        Three { base: &base.policies, ours: &ours.policies, theirs: &theirs.policies },
        &mut conflicts,
    );
    let mut fields = Fields::new(Three { base, ours, theirs }, Part::Own, &mut conflicts);
    let head = Head {
        title: fields.pick("title", |head| head.title.clone()),
        source: fields.pick("source", |head| head.source.clone()),
        owner: fields.pick("owner", |head| head.owner.clone()),
        issued: fields.pick("issued", |head| head.issued),
        dates: fields.map(|head| &head.dates),
        first_is_lead: fields.pick("first_is_lead", |head| head.first_is_lead),
        phases,
        policies,
        extra: fields.extra(|head| &head.extra),
    };
    conflicts.finish(head)
}

/// Merges three versions of `book.toml`.
pub fn book(base: &BookHead, ours: &BookHead, theirs: &BookHead) -> Merged<BookHead> {
    if ours == theirs || base == theirs {
        return Ok(ours.clone());
    }
    if base == ours {
        return Ok(theirs.clone());
    }
    let mut conflicts = Conflicts::of(None);
    let policies = policies(
        Three { base: &base.policies, ours: &ours.policies, theirs: &theirs.policies },
        &mut conflicts,
    );
    let rosters = Three { base: &base.roster, ours: &ours.roster, theirs: &theirs.roster };
    let roster = roster(rosters, &mut conflicts);
    let mut fields = Fields::new(Three { base, ours, theirs }, Part::Own, &mut conflicts);
    let book = BookHead {
        name: fields.pick("name", |book| book.name.clone()),
        timezone: fields.pick("timezone", |book| book.timezone.clone()),
        lang: fields.pick("lang", |book| book.lang),
        ledger: fields.pick("ledger", |book| book.ledger.clone()),
        commit: fields.pick("commit", |book| book.commit),
        policies,
        roster,
        calendar: CalendarAdditions {
            off: fields.pick("off", |book| book.calendar.off.clone()),
            worked: fields.pick("worked", |book| book.calendar.worked.clone()),
        },
        extra: fields.extra(|book| &book.extra),
    };
    conflicts.finish(book)
}

fn phases(three: Three<'_, Vec<Phase>>, conflicts: &mut Conflicts) -> Vec<Phase> {
    let merge = |three: Three<'_, Phase>, conflicts: &mut Conflicts| {
        let name = three.ours.name.clone();
        let mut fields = Fields::new(three, Part::Phase(name.clone()), conflicts);
        // Limits rest on both ends of a phase.
        let (from, until) = fields.pick("until", |phase| (phase.from, phase.until));
        Phase { name, from, until }
    };
    let sort = Sort {
        key: &|phase: &Phase| phase.name.clone(),
        part: &|name| Part::Phase(name.clone()),
        merge: &merge,
        may_go: true,
    };
    united(three, &sort, conflicts)
}

fn policies(three: Three<'_, Vec<PolicyEntry>>, conflicts: &mut Conflicts) -> Vec<PolicyEntry> {
    let Three { base, ours, theirs } = three;
    if [base, ours, theirs].into_iter().any(|list| has_twins(list)) {
        // Two from one day: nobody can tell which is which, so the list is one value.
        let mut fields = Fields::new(three, Part::Policy(None), conflicts);
        return fields.pick("policy", Clone::clone);
    }
    let sort = Sort {
        key: &|policy: &PolicyEntry| policy.from,
        part: &|from: &Option<Day>| Part::Policy(*from),
        merge: &policy,
        may_go: true,
    };
    united(three, &sort, conflicts)
}

fn has_twins(list: &[PolicyEntry]) -> bool {
    list.iter().enumerate().any(|(at, one)| list[..at].iter().any(|other| other.from == one.from))
}

fn policy(three: Three<'_, PolicyEntry>, conflicts: &mut Conflicts) -> PolicyEntry {
    let from = three.ours.from;
    let mut fields = Fields::new(three, Part::Policy(from), conflicts);
    PolicyEntry {
        from,
        immediate: fields.pick("immediate", |policy| policy.immediate),
        days: fields.pick("days", |policy| policy.days),
        rest_day: fields.pick("rest_day", |policy| policy.rest_day),
        bands: fields.pick("bands", |policy| policy.bands.clone()),
        review: fields.pick("review", |policy| policy.review),
        second_person: fields.pick("second_person", |policy| policy.second_person),
        evidence: fields.pick("evidence", |policy| policy.evidence.clone()),
        report_first: fields.pick("report_first", |policy| policy.report_first),
        count: fields.pick("count", |policy| policy.count),
        office_days: fields.pick("office_days", |policy| policy.office_days),
        ladder: fields.pick("ladder", |policy| policy.ladder.clone()),
    }
}

fn roster(three: Three<'_, Roster>, conflicts: &mut Conflicts) -> Roster {
    let Three { base, ours, theirs } = three;
    let units = Three { base: &base.units, ours: &ours.units, theirs: &theirs.units };
    let persons = Three { base: &base.persons, ours: &ours.persons, theirs: &theirs.persons };
    Roster {
        units: named(units, Part::Unit, &unit, conflicts),
        persons: named(persons, Part::Person, &person, conflicts),
    }
}

/// Merges what has names and no order.
fn named<T: Clone + PartialEq>(
    Three { base, ours, theirs }: Three<'_, BTreeMap<String, T>>,
    part: impl Fn(String) -> Part,
    merge: &dyn Fn(Three<'_, T>, Part, &mut Conflicts) -> T,
    conflicts: &mut Conflicts,
) -> BTreeMap<String, T> {
    let mut merged = BTreeMap::new();
    for (name, own) in ours {
        let value = match (base.get(name), theirs.get(name)) {
            (Some(base), Some(theirs)) => {
                Some(merge(Three { base, ours: own, theirs }, part(name.clone()), conflicts))
            }
            (None, Some(other)) if other != own => {
                conflicts.push(part(name.clone()), Clash::BothAdded);
                None
            }
            (Some(old), None) if old != own => {
                conflicts.push(part(name.clone()), Clash::Removed(Side::Theirs));
                None
            }
            (Some(_), None) => None,
            (None, _) => Some(own.clone()),
        };
        merged.extend(value.map(|value| (name.clone(), value)));
    }
    for (name, new) in theirs.iter().filter(|(name, _)| !ours.contains_key(*name)) {
        match base.get(name) {
            None => _ = merged.insert(name.clone(), new.clone()),
            Some(old) if old == new => {}
            Some(_) => conflicts.push(part(name.clone()), Clash::Removed(Side::Ours)),
        }
    }
    merged
}

fn unit(three: Three<'_, Unit>, part: Part, conflicts: &mut Conflicts) -> Unit {
    let mut fields = Fields::new(three, part, conflicts);
    Unit {
        parent: fields.pick("parent", |unit| unit.parent.clone()),
        former: fields.pick("former", |unit| unit.former.clone()),
        from: fields.pick("from", |unit| unit.from),
        until: fields.pick("until", |unit| unit.until),
        successor: fields.pick("successor", |unit| unit.successor.clone()),
        extra: fields.extra(|unit| &unit.extra),
    }
}

fn person(three: Three<'_, Person>, part: Part, conflicts: &mut Conflicts) -> Person {
    let mut fields = Fields::new(three, part, conflicts);
    Person {
        unit: fields.pick("unit", |person| person.unit.clone()),
        git: fields.pick("git", |person| person.git.clone()),
        extra: fields.extra(|person| &person.extra),
    }
}
