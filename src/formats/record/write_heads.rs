//! A ledger's head and `book.toml` as records, in the canonical order.

use super::heads::{BookRecords, HeadRecords};
use super::write::{Draft, field};
use super::{Raw, Record, words};
use crate::complaint::Table;
use crate::domain::book::{BookHead, CalendarAdditions};
use crate::domain::day::Day;
use crate::domain::ledger::{Head, Phase};
use crate::domain::policy::{PolicyEntry, Rung};
use crate::domain::roster::{Person, Unit};

/// Returns the tables of a ledger's head.
pub(in crate::formats) fn head_records(head: &Head) -> HeadRecords<'_> {
    let mut draft = Draft::new(Table::Head);
    draft.text("title", head.title.as_deref());
    draft.text("source", head.source.as_deref());
    draft.text("owner", head.owner.as_deref());
    draft.day("issued", head.issued);
    draft.flag("first_is_lead", head.first_is_lead);
    let date = |(key, day): (&String, &Day)| field(key.clone(), Raw::Day(*day));
    if !head.dates.is_empty() {
        draft.put("dates", Raw::Table(head.dates.iter().map(date).collect()));
    }
    HeadRecords {
        own: draft.finish(&head.extra),
        phases: head.phases.iter().map(phase_record).collect(),
        policies: head.policies.iter().map(policy_record).collect(),
    }
}

/// Returns the tables of `book.toml`.
pub(in crate::formats) fn book_records(book: &BookHead) -> BookRecords<'_> {
    let mut draft = Draft::new(Table::Book);
    draft.text("name", book.name.as_deref());
    draft.text("timezone", book.timezone.as_deref());
    draft.word("lang", words::LANG, book.lang);
    draft.text("ledger", book.ledger.as_deref());
    draft.flag("commit", book.commit);
    let (units, persons) = (&book.roster.units, &book.roster.persons);
    BookRecords {
        own: draft.finish(&book.extra),
        policies: book.policies.iter().map(policy_record).collect(),
        units: units.iter().map(|(name, unit)| (name.clone(), unit_record(unit))).collect(),
        persons: persons.iter().map(|(name, one)| (name.clone(), person_record(one))).collect(),
        calendar: calendar_record(&book.calendar),
    }
}

fn phase_record(phase: &Phase) -> Record<'_> {
    let mut draft = Draft::new(Table::Phase);
    draft.text("name", Some(&phase.name));
    draft.day("from", phase.from);
    draft.day("until", phase.until);
    draft.finish_plain()
}

fn policy_record(policy: &PolicyEntry) -> Record<'_> {
    let mut draft = Draft::new(Table::Policy);
    draft.day("from", policy.from);
    draft.number("immediate", policy.immediate);
    draft.word("days", words::DAYS_OF, policy.days);
    draft.word("rest_day", words::REST_DAY, policy.rest_day);
    let number = |number: &u32| Raw::Integer(Some(i64::from(*number)));
    draft.decided("bands", policy.bands.as_ref().map(|bands| bands.iter().map(number).collect()));
    draft.word("review", words::REVIEW, policy.review);
    draft.decided_flag("second_person", policy.second_person);
    let word = |act| Raw::Text(words::word(words::EVIDENCE_FOR, act).into());
    draft.decided("evidence", policy.evidence.as_ref().map(|acts| acts.iter().map(word).collect()));
    draft.decided_flag("report_first", policy.report_first);
    draft.word("count", words::COUNT, policy.count);
    draft.number("office_days", policy.office_days);
    if let Some(ladder) = &policy.ladder {
        let rung = |rung: &Rung| Some(field(rung.name.clone()?, Raw::Integer(Some(rung.after))));
        draft.put("ladder", Raw::Table(ladder.iter().filter_map(rung).collect()));
    }
    draft.finish_plain()
}

fn unit_record(unit: &Unit) -> Record<'_> {
    let mut draft = Draft::new(Table::Unit);
    draft.text("parent", unit.parent.as_deref());
    draft.names("former", &unit.former);
    draft.day("from", unit.from);
    draft.day("until", unit.until);
    draft.text("successor", unit.successor.as_deref());
    draft.finish(&unit.extra)
}

fn person_record(person: &Person) -> Record<'_> {
    let mut draft = Draft::new(Table::Person);
    draft.text("unit", person.unit.as_deref());
    draft.names("git", &person.git);
    draft.finish(&person.extra)
}

fn calendar_record(calendar: &CalendarAdditions) -> Option<Record<'_>> {
    let mut draft = Draft::new(Table::Calendar);
    draft.list("off", calendar.off.iter().map(|day| Raw::Day(*day)));
    draft.list("worked", calendar.worked.iter().map(|day| Raw::Day(*day)));
    let record = draft.finish_plain();
    (!record.fields.is_empty()).then_some(record)
}
