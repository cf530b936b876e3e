//! What happened to a problem, and what it is linked with, as JSON.

use serde::Serialize;

use crate::domain::book::Lang;
use crate::domain::entry::{self as domain, Act};
use crate::domain::standing::{Accounted, Standing};
use crate::render::json::line::state;
use crate::render::words;
use crate::reports::life::{self, Happening, Linked, Weight};

#[derive(Serialize)]
pub(in crate::render::json) struct Entry<'a> {
    key: String,
    on: Option<String>,
    /// When the entry was made, where that was after `on`.
    entered: Option<String>,
    act: &'static str,
    by: &'a str,
    text: Option<&'a str>,
    measures: &'a [u32],
    /// The occurrence of a duty that was reported.
    #[serde(rename = "for")]
    occurrence: Option<String>,
    /// What the act says beside its text, in English.
    detail: Option<String>,
    evidence: Vec<String>,
    /// False where it was voided, or where the state did not allow it.
    counts: bool,
}

/// Something that moved a last day, or began a round.
#[derive(Serialize)]
pub(super) struct Moved<'a> {
    key: String,
    on: Option<String>,
    act: &'static str,
    /// The measure whose day it moved; nothing for the problem's.
    measure: Option<u32>,
    round: u32,
    from: Option<String>,
    to: Option<String>,
    days: Option<i64>,
    asked: Option<String>,
    asked_late: Option<bool>,
    applicant: Option<&'a str>,
    approver: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct Notice<'a> {
    key: String,
    on: Option<String>,
    level: u32,
    /// What the ladder in force on its day calls the level, in English where the office gave it no name.
    name: String,
    number: &'a str,
    to: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct Account {
    form: usize,
    persons: u32,
    times: u32,
}

#[derive(Serialize)]
pub(super) struct Link<'a> {
    id: String,
    title: &'a str,
    state: &'static str,
}

impl<'a> From<&Happening<'a>> for Entry<'a> {
    fn from(known: &Happening<'a>) -> Self {
        entry(known.entry, known.weight == Weight::Counts)
    }
}

/// An entry, and whether it counts.
pub(in crate::render::json) fn entry(entry: &domain::Entry, counts: bool) -> Entry<'_> {
    Entry {
        key: entry.key.to_string(),
        on: entry.day().map(|day| day.to_string()),
        entered: entry.entered.map(|day| day.to_string()),
        act: entry.act.kind().name(),
        by: &entry.by,
        text: entry.text.as_deref(),
        measures: entry.act.measures(),
        occurrence: entry.act.occurrence().map(|day| day.to_string()),
        detail: words::act_detail(Lang::En, &entry.act),
        evidence: entry.act.evidence().iter().map(ToString::to_string).collect(),
        counts,
    }
}

impl<'a> From<&life::Moved<'a>> for Moved<'a> {
    fn from(moved: &life::Moved<'a>) -> Self {
        let (from, to) = moved.days.as_ref().map(|(from, to)| (from.day(), to.day())).unzip();
        let (asked, applicant, approver) = match &moved.entry.act {
            Act::Extend { asked, applicant, approver, .. } => {
                (*asked, applicant.as_deref(), approver.as_deref())
            }
            _ => (None, None, None),
        };
        Self {
            key: moved.entry.key.to_string(),
            on: moved.entry.day().map(|day| day.to_string()),
            act: moved.entry.act.kind().name(),
            measure: moved.measure,
            round: moved.round,
            from: from.flatten().map(|day| day.to_string()),
            to: to.flatten().map(|day| day.to_string()),
            days: moved.won(),
            asked: asked.map(|day| day.to_string()),
            asked_late: moved.asked_late,
            applicant,
            approver,
        }
    }
}

impl<'a> From<&'a life::Notice<'a>> for Notice<'a> {
    fn from(notice: &'a life::Notice<'a>) -> Self {
        Self {
            key: notice.entry.key.to_string(),
            on: notice.entry.day().map(|day| day.to_string()),
            level: notice.level,
            name: words::level_name(Lang::En, &notice.policy, notice.level),
            number: notice.number,
            to: notice.to,
        }
    }
}

impl<'a> From<&'a Linked> for Link<'a> {
    fn from(linked: &'a Linked) -> Self {
        Self { id: linked.id.to_string(), title: &linked.title, state: state(linked.state) }
    }
}

/// The forms by which anybody was held to account.
pub(super) fn accounts(standing: &Standing<'_>) -> Vec<Account> {
    let forms = standing.accounted.iter().enumerate();
    let any = forms.filter(|(_, of)| **of != Accounted::default());
    any.map(|(place, of)| Account { form: place + 1, persons: of.persons, times: of.times })
        .collect()
}
