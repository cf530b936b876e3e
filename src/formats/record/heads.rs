//! The records of a ledger's head and of `book.toml`, understood. Heads are TOML in both forms of a ledger.

use std::collections::{BTreeMap, BTreeSet};

use super::fields::Fields;
use super::places::{HeadPlaces, Place};
use super::{Field, Record, values, words};
use crate::complaint::{Fault, Log};
use crate::domain::book::{BookHead, CalendarAdditions};
use crate::domain::day::Day;
use crate::domain::ledger::{Head, Phase};
use crate::domain::policy::{PolicyEntry, Rung};
use crate::domain::roster::{Person, Roster, Unit};

/// The tables of a ledger's head.
pub(in crate::formats) struct HeadRecords<'a> {
    pub(in crate::formats) own: Record<'a>,
    pub(in crate::formats) phases: Vec<Record<'a>>,
    pub(in crate::formats) policies: Vec<Record<'a>>,
}

/// The tables of `book.toml`; units and persons with their names.
pub(in crate::formats) struct BookRecords<'a> {
    pub(in crate::formats) own: Record<'a>,
    pub(in crate::formats) policies: Vec<Record<'a>>,
    pub(in crate::formats) units: Vec<(String, Record<'a>)>,
    pub(in crate::formats) persons: Vec<(String, Record<'a>)>,
    pub(in crate::formats) calendar: Option<Record<'a>>,
}

/// Reads the head of a ledger. What comes with complaints has stand-ins in it and is for nobody.
pub(in crate::formats) fn head(records: HeadRecords<'_>, log: &mut Log) -> Head {
    let phases = phases(records.phases, log);
    let policies = policies(records.policies, log);
    let mut fields = Fields::new(records.own, log);
    let mut head = Head {
        title: fields.text("title"),
        source: fields.text("source"),
        owner: fields.text("owner"),
        issued: fields.day("issued"),
        dates: dates(&mut fields),
        first_is_lead: fields.flag("first_is_lead"),
        phases,
        policies,
        ..Head::default()
    };
    (head.extra, _) = fields.finish();
    head
}

/// Reads `book.toml`. What comes with complaints has stand-ins in it and is for nobody.
///
/// The places are for those who ask for them: an office has more persons than a ledger has problems.
pub(in crate::formats) fn book(
    records: BookRecords<'_>,
    mut places: Option<&mut HeadPlaces>,
    log: &mut Log,
) -> BookHead {
    let policies = policies(records.policies, log);
    let units = records.units.into_iter().map(|(name, record)| {
        let (unit, place) = unit(record, log);
        if let Some(places) = &mut places {
            places.units.insert(name.clone(), place);
        }
        (name, unit)
    });
    let units = units.collect();
    let persons = records.persons.into_iter().map(|(name, record)| {
        let (person, place) = person(record, log);
        if let Some(places) = &mut places {
            places.persons.insert(name.clone(), place);
        }
        (name, person)
    });
    let persons = persons.collect();
    let calendar = records.calendar.map(|record| calendar(record, log)).unwrap_or_default();
    let mut fields = Fields::new(records.own, log);
    let mut book = BookHead {
        name: fields.text("name"),
        timezone: fields.text("timezone"),
        lang: fields.word("lang", words::LANG),
        ledger: fields.text("ledger"),
        commit: fields.flag("commit"),
        policies,
        roster: Roster { units, persons },
        calendar,
        ..BookHead::default()
    };
    let (extra, place) = fields.finish();
    book.extra = extra;
    if let Some(places) = places {
        places.book = place;
    }
    book
}

fn dates(fields: &mut Fields<'_, '_>) -> BTreeMap<String, Day> {
    let named = fields.get("dates", values::table).unwrap_or_default();
    let mut dates = BTreeMap::new();
    for Field { key, span, value, .. } in named {
        match values::day(&key, value) {
            Ok(day) => _ = dates.insert(key.into_owned(), day),
            Err(fault) => fields.complain_at(span, fault),
        }
    }
    dates
}

fn phases(records: Vec<Record<'_>>, log: &mut Log) -> Vec<Phase> {
    let mut seen = BTreeSet::new();
    let mut phases = Vec::new();
    for record in records {
        let mut fields = Fields::new(record, log);
        fields.require(&["name"]);
        let name = fields.text("name").unwrap_or_default();
        if !name.is_empty() && !seen.insert(name.clone()) {
            fields.complain_of("name", Fault::PhaseTwice(name.clone()));
        }
        let (from, until) = fields.period("from", "until");
        fields.finish();
        phases.push(Phase { name, from, until });
    }
    phases
}

/// Reads the dated decisions. Of two that hold from the same day, nobody could tell which one counts.
fn policies(records: Vec<Record<'_>>, log: &mut Log) -> Vec<PolicyEntry> {
    let mut policies: Vec<PolicyEntry> = Vec::new();
    for record in records {
        let policy = policy(record, &policies, log);
        policies.push(policy);
    }
    policies
}

fn policy(record: Record<'_>, above: &[PolicyEntry], log: &mut Log) -> PolicyEntry {
    let mut fields = Fields::new(record, log);
    let policy = PolicyEntry {
        from: fields.day("from"),
        immediate: fields.get("immediate", values::number),
        days: fields.word("days", words::DAYS_OF),
        rest_day: fields.word("rest_day", words::REST_DAY),
        bands: fields.list("bands", values::count_of_list),
        review: fields.word("review", words::REVIEW),
        second_person: fields.get("second_person", values::flag),
        evidence: fields.list("evidence", |key, raw| values::word(key, raw, words::EVIDENCE_FOR)),
        report_first: fields.get("report_first", values::flag),
        count: fields.word("count", words::COUNT),
        office_days: fields.get("office_days", values::count),
        ladder: ladder(&mut fields),
    };
    let is_unread = policy.from.is_none() && fields.was_taken("from");
    if !is_unread && above.iter().any(|other| other.from == policy.from) {
        fields.complain_of("from", Fault::PolicyTwice(policy.from));
    }
    fields.finish();
    policy
}

/// Reads the rungs, each a name with its days, and puts them into the order in which they are climbed.
fn ladder(fields: &mut Fields<'_, '_>) -> Option<Vec<Rung>> {
    let named = fields.get("ladder", values::table)?;
    let mut ladder: Vec<Rung> = Vec::new();
    for Field { key, span, value, .. } in named {
        match values::days_off(&key, value) {
            Ok(after) if ladder.iter().any(|rung| rung.after == after) => {
                fields.complain_at(span, Fault::RungTwice(after));
            }
            Ok(after) => ladder.push(Rung { name: Some(key.into_owned()), after }),
            Err(fault) => fields.complain_at(span, fault),
        }
    }
    ladder.sort_by_key(|rung| rung.after);
    Some(ladder)
}

fn unit(record: Record<'_>, log: &mut Log) -> (Unit, Place) {
    let mut fields = Fields::new(record, log);
    let (from, until) = fields.period("from", "until");
    let mut unit = Unit {
        parent: fields.text("parent"),
        former: fields.names("former"),
        from,
        until,
        successor: fields.text("successor"),
        ..Unit::default()
    };
    let (extra, place) = fields.finish();
    unit.extra = extra;
    (unit, place)
}

fn person(record: Record<'_>, log: &mut Log) -> (Person, Place) {
    let mut fields = Fields::new(record, log);
    let mut person =
        Person { unit: fields.text("unit"), git: fields.names("git"), ..Person::default() };
    let (extra, place) = fields.finish();
    person.extra = extra;
    (person, place)
}

fn calendar(record: Record<'_>, log: &mut Log) -> CalendarAdditions {
    let mut fields = Fields::new(record, log);
    let days = |fields: &mut Fields<'_, '_>, key| fields.list(key, values::day_of_list);
    let additions = CalendarAdditions {
        off: days(&mut fields, "off").unwrap_or_default(),
        worked: days(&mut fields, "worked").unwrap_or_default(),
    };
    fields.finish();
    additions
}
