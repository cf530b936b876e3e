//! The days of a ledger as a calendar (RFC 5545): one event each, all day, with alarms.
//!
//! A calendar that reads the file again has to know its events: the id of each comes from the office, the ledger and the
//! number, never from the content, and the sequence from the entries, which only grow. Nothing comes from the clock.

mod alarm;

use std::io::{self, Write};

use icalendar::{
    Calendar, Component as _, Event as Written, EventLike as _, EventStatus, Property,
};
use sha2::{Digest as _, Sha256};

use super::words::export::{Exported, exported};
use super::words::{self, Label};
use super::{inert, inert_line};
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::reports::deadlines::{Deadlines, Event, What};

/// Who wrote the calendar, as RFC 5545 wants it.
const PRODUCT: &str = "-//ledger//rectification ledger//ZH";
/// Bytes of the hash, which tell an event from all others.
const ID_BYTES: usize = 16;
/// Stands for the change of what nobody dated.
const UNDATED: &str = "20000101";

/// Writes the calendar.
pub fn write(report: &Deadlines<'_>, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let mut calendar = Calendar::empty();
    for (key, value) in [("VERSION", "2.0"), ("PRODID", PRODUCT), ("CALSCALE", "GREGORIAN")] {
        calendar.append_property(Property::new(key, value));
    }
    let name = exported(lang, &Exported::Calendar { office: report.office });
    calendar.name(&inert_line(&name));
    for event in &report.events {
        calendar.push(written(event, report.office, lang));
    }
    write!(out, "{calendar}")
}

fn written(event: &Event<'_>, office: Option<&str>, lang: Lang) -> Written {
    let uid = uid(event, office);
    let stamp = stamp(event.changed);
    let title = exported(lang, &Exported::Event { what: event.what, title: event.title });
    let title = inert_line(&title).into_owned();
    let before = event.over.map(|over| exported(lang, &Exported::Over(over)));
    let mut written = Written::new();
    written
        .uid(&uid)
        .summary(&format!("{}{title}", before.unwrap_or_default()))
        .description(&description(event, lang))
        .append_property(Property::new("DTSTAMP", &stamp))
        .append_property(Property::new("LAST-MODIFIED", &stamp))
        .append_property(day("DTSTART", event.day))
        // The end of a day is the beginning of the next.
        .append_property(day("DTEND", event.day.plus_days(1)))
        .append_property(Property::new("SEQUENCE", event.revision.to_string()))
        // A last day keeps nobody from a meeting.
        .append_property(Property::new("TRANSP", "TRANSPARENT"));
    if let Some(category) = &event.standing.problem.category {
        written.append_property(Property::new("CATEGORIES", escaped(&inert_line(category))));
    }
    written.status(if event.over.is_some() {
        EventStatus::Cancelled
    } else {
        EventStatus::Confirmed
    });
    for days in &event.alarms {
        let said = exported(lang, &Exported::Alarm { event: &title, days: *days });
        if let Some(alarm) = alarm::alarm(*days, &said, &uid, &stamp) {
            written.alarm(alarm);
        }
    }
    written.done()
}

/// The same as long as the office, the ledger and the number are.
fn uid(event: &Event<'_>, office: Option<&str>) -> String {
    let what = match event.what {
        What::Due => "due".to_owned(),
        What::Occurrence(day) => day.to_string(),
        What::Review => "review".to_owned(),
    };
    let whose = format!("{}\n{}\n{what}", office.unwrap_or_default(), event.id);
    let hash = Sha256::digest(whose);
    let number = hash.iter().take(ID_BYTES).fold(0, |sum, byte| sum << 8 | u128::from(*byte));
    format!("{number:032x}@ledger")
}

fn day(key: &str, day: Day) -> Property {
    Property::new(key, compact(day)).add_parameter("VALUE", "DATE").done()
}

fn stamp(day: Option<Day>) -> String {
    format!("{}T000000Z", day.map_or_else(|| UNDATED.to_owned(), compact))
}

fn compact(day: Day) -> String {
    day.to_string().replace('-', "")
}

/// What there is to know without opening the ledger.
fn description(event: &Event<'_>, lang: Lang) -> String {
    let problem = &event.standing.problem;
    let line =
        |label, text: &str| words::labelled(lang, words::label(lang, label), &inert_line(text));
    let names = |label, names: &[String]| {
        (!names.is_empty()).then(|| line(label, &words::list(lang, names)))
    };
    let lines = [
        Some(line(Label::Id, &event.id.to_string())),
        event.id.measure.map(|_| line(Label::Problem, &problem.title)),
        names(Label::Lead, &event.who.lead),
        names(Label::Joint, &event.who.joint),
        names(Label::Person, &event.who.person),
        event.limit.map(|limit| line(Label::Limit, limit)),
        Some(line(Label::State, words::state(lang, event.standing.state))),
    ];
    inert(&lines.into_iter().flatten().collect::<Vec<_>>().join("\n")).into_owned()
}

/// A word of a list, which the calendar writer takes as it is.
fn escaped(text: &str) -> String {
    text.replace('\\', r"\\").replace(',', r"\,").replace(';', r"\;")
}
