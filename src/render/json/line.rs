//! A line of a list as JSON.

use serde::Serialize;

use super::lights::{Course, Review, course, review};
use crate::domain::acts::State;
use crate::domain::limit::Kind;
use crate::domain::responsible::Responsible;
use crate::domain::standing::{self, Fulfilment, LastDay};

#[derive(Serialize)]
pub(super) struct Line<'a> {
    id: String,
    ledger: &'a str,
    no: u32,
    measure: Option<u32>,
    kind: &'static str,
    title: &'a str,
    state: &'static str,
    #[serde(flatten)]
    responsible: Names<'a>,
    limit: Option<&'a str>,
    #[serde(flatten)]
    last_day: LastDayView,
    provisional: bool,
    days_late: Option<i64>,
    days_left: Option<i64>,
    #[serde(flatten)]
    course: Course,
    round: u32,
    review: Option<Review>,
    relapsed: Option<String>,
    /// The level of the notice last issued, from 1.
    noticed: Option<u32>,
    sustained: bool,
    /// The occurrence of a duty: of a line that is late the one that was missed, else the next.
    occurrence: Option<String>,
    /// How a duty stands; nothing where it is none.
    duty: Option<Duty>,
}

/// Who answers for something.
#[derive(Serialize)]
pub(super) struct Names<'a> {
    lead: &'a [String],
    joint: &'a [String],
    with: &'a [String],
    leader: &'a [String],
    person: &'a [String],
}

/// The figures of a duty.
#[derive(Serialize)]
pub(super) struct Duty {
    next: Option<String>,
    met: usize,
    late: usize,
    missed: usize,
}

/// A last day; without one, how the words read.
#[derive(Serialize)]
pub(super) struct LastDayView {
    last_day: Option<String>,
    reading: Option<&'static str>,
}

impl<'a> From<&standing::Line<'a>> for Line<'a> {
    fn from(line: &standing::Line<'a>) -> Self {
        let problem = &line.standing.problem;
        Self {
            id: line.id().to_string(),
            ledger: &line.standing.ledger.name,
            no: problem.no,
            measure: line.measure.map(|measure| measure.measure.no),
            kind: problem.kind.name(),
            title: line.title(),
            state: state(line.standing.state),
            responsible: line.responsible().into(),
            limit: line.words(),
            last_day: line.last_day().into(),
            provisional: line.is_provisional(),
            days_late: line.days_late(),
            days_left: line.days_left(),
            course: course(line),
            round: line.standing.round,
            review: review(line.standing),
            relapsed: line.standing.relapsed().map(|day| day.to_string()),
            noticed: line.noticed(),
            sustained: problem.sustained
                || line.measure.is_some_and(|measure| measure.measure.sustained),
            occurrence: line.occurrence().map(|day| day.to_string()),
            duty: line.standing.duty.as_ref().map(Duty::from),
        }
    }
}

impl From<&standing::Duty> for Duty {
    fn from(duty: &standing::Duty) -> Self {
        Self {
            next: duty.next().map(|day| day.to_string()),
            met: duty.count(Fulfilment::Met),
            late: duty.count(Fulfilment::Late),
            missed: duty.count(Fulfilment::Missed),
        }
    }
}

impl<'a> From<&'a Responsible> for Names<'a> {
    fn from(who: &'a Responsible) -> Self {
        Self {
            lead: &who.lead,
            joint: &who.joint,
            with: &who.with,
            leader: &who.leader,
            person: &who.person,
        }
    }
}

impl From<&LastDay> for LastDayView {
    fn from(day: &LastDay) -> Self {
        let reading = match day {
            LastDay::NoDay(reading) | LastDay::Unclear(reading) => Some(limit_kind(reading.kind)),
            LastDay::Day(_) | LastDay::NotGiven => None,
        };
        Self { last_day: day.day().map(|day| day.to_string()), reading }
    }
}

/// The word of the contract for a state.
pub(in crate::render) fn state(state: State) -> &'static str {
    match state {
        State::Open => "open",
        State::Awaiting => "awaiting",
        State::Closed => "closed",
        State::Suspended => "suspended",
        State::Transferred => "transferred",
        State::Withdrawn => "withdrawn",
    }
}

/// The word of the contract for a kind of limit; without a day to count from the words cannot be read here.
pub(super) fn limit_kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Day => "day",
        Kind::Immediate => "immediate",
        Kind::Sustained => "sustained",
        Kind::Recurring => "recurring",
        Kind::Several => "several",
        Kind::Ambiguous => "ambiguous",
        Kind::Vague => "vague",
        Kind::Done => "done",
        Kind::Unreadable | Kind::NoStart => "unreadable",
    }
}

/// The word of the contract for what became of an occurrence.
pub(super) fn fulfilment(fulfilment: Fulfilment) -> &'static str {
    match fulfilment {
        Fulfilment::Met => "met",
        Fulfilment::Late => "late",
        Fulfilment::Missed => "missed",
    }
}
