//! What a command that records says of how things stand now, as facts.

use super::limits;
use super::recording::{Named, standing_on};
use crate::domain::amendment::{Amendment, Field, Value};
use crate::domain::book::Book;
use crate::domain::day::Day;
use crate::domain::entry::{Act, Entry, Outcome};
use crate::domain::id::Id;
use crate::domain::key::Key;
use crate::domain::limit::{self, Note};
use crate::domain::responsible::Responsible;
use crate::domain::standing::{
    AsOf, Deadline, Fulfilment, Line, MeasureStanding, Move, MovedBy, Standing, When,
};
use crate::render::words::{Echo, Message};

/// Says that a problem is closed by one person, where the policy asks for no second.
pub(super) fn alone(book: &Book, named: &Named, entry: &Entry) -> Option<Message> {
    let close = matches!(entry.act, Act::Close { .. });
    let on = entry.on;
    let one = standing_on(book, &named.id, on, on, |standing| !standing.policy.second_person);
    (close && one == Some(true)).then(|| Message::OnePerson(named.id.clone()))
}

/// Says how what was named stands once the entry stands there.
pub(super) fn echo(book: &Book, named: &Named, entry: &Entry, today: Day) -> Vec<Message> {
    let ledger = book.ledger(&named.id.ledger);
    let Some((ledger, problem)) = ledger.and_then(|it| Some((it, it.problem(named.id.no)?))) else {
        return Vec::new();
    };
    let mut after = problem.clone();
    after.entries.push(entry.clone());
    let as_of = AsOf::new(&book.head, today);
    let standing = as_of.standing_as_written(ledger, &after).masked();
    let echo = Echoing { book, named, entry, standing: &standing };
    let id = || named.id.clone();
    let echoes = match &entry.act {
        Act::Done { occurrence: Some(_), .. } => {
            return next_occurrence(&standing, Some(id())).into_iter().collect();
        }
        Act::Return { .. } | Act::Resume { .. } | Act::Void { .. } => vec![echo.stands()],
        Act::Reopen { limit, due, .. } => echo.reopened(limit.as_deref(), *due),
        Act::Extend { limit, .. } => echo.extended(limit.as_deref()),
        Act::Assign { .. } => echo.answers(),
        Act::Review { outcome: Outcome::Relapsed, .. } => vec![Echo::Relapsed(id())],
        Act::Review { .. } => {
            let next = standing.watch.and_then(|watch| watch.next);
            vec![Echo::NextReview { id: id(), next, today }]
        }
        Act::Indicator { name, .. } => echo.indicator(name).into_iter().collect(),
        Act::Amend { measure, change, old } => {
            let (field, new) = (change.field, change.value.to_string());
            let (measure, old) = (*measure, old.clone());
            let amended = Echo::Amended { id: id(), measure, field, old, new };
            std::iter::once(amended).chain(echo.other_day(measure, change)).collect()
        }
        _ => Vec::new(),
    };
    echoes.into_iter().map(Message::Echo).collect()
}

/// Says when a duty falls due next; nothing where it is none, or where nobody can tell.
pub(super) fn next_occurrence(standing: &Standing<'_>, id: Option<Id>) -> Option<Message> {
    let duty = standing.duty.as_ref().filter(|duty| !matches!(duty.when, When::Unclear(_)))?;
    let event = matches!(duty.when, When::Event(_));
    let missed = duty.count(Fulfilment::Missed);
    let (next, rests, today) = (duty.next(), duty.next_rests(), standing.today);
    Some(Message::NextOccurrence { id, next, rests, event, missed, today })
}

/// An entry and how its problem stands with it.
struct Echoing<'a> {
    book: &'a Book,
    named: &'a Named,
    entry: &'a Entry,
    standing: &'a Standing<'a>,
}

impl Echoing<'_> {
    /// The problem itself, or the measures that were named.
    fn targets(&self) -> Vec<(Id, Option<&MeasureStanding>)> {
        let problem = &self.named.id;
        let of_measure = |no: &u32| {
            let measure = self.standing.measures.iter().find(|it| it.measure.no == *no);
            (Id { measure: Some(*no), ..problem.clone() }, measure)
        };
        if self.named.measures.is_empty() {
            return vec![(problem.clone(), None)];
        }
        self.named.measures.iter().map(of_measure).collect()
    }

    fn deadline<'b>(&'b self, measure: Option<&'b MeasureStanding>) -> &'b Deadline {
        measure.and_then(|measure| measure.own.as_ref()).unwrap_or(&self.standing.deadline)
    }

    fn stands(&self) -> Echo {
        let late = self.standing.lines().iter().filter_map(Line::days_late).max();
        let day = self.standing.last_day().day().filter(|_| self.standing.duty.is_none());
        let (state, today) = (self.standing.state, self.standing.today);
        Echo::Stands { id: self.named.id.clone(), state, late, day, today }
    }

    fn reopened(&self, words: Option<&str>, due: Option<Day>) -> Vec<Echo> {
        let (round, today) = (self.standing.round, self.standing.today);
        let of = |(id, measure): (Id, Option<&MeasureStanding>)| {
            let deadline = self.deadline(measure);
            let last = measure.is_none().then(|| self.standing.last_day().day()).flatten();
            Echo::Reopened {
                id,
                round,
                day: deadline.now.day().or(last),
                new: due.is_some(),
                provisional: deadline.provisional,
                notes: self.notes(words, None, due),
                today,
            }
        };
        self.targets().into_iter().map(of).collect()
    }

    fn extended(&self, words: Option<&str>) -> Vec<Echo> {
        let mut echoes: Vec<_> =
            self.targets().into_iter().filter_map(|target| self.moved(words, target)).collect();
        let new = self.standing.deadline.now.day();
        let keeps = |it: &&MeasureStanding| {
            let own = it.own.as_ref().and_then(|own| own.now.day());
            it.reported.is_none() && own.is_some() && own < new
        };
        let keeping: Vec<_> =
            self.standing.measures.iter().filter(keeps).map(|it| it.measure.no).collect();
        if self.named.measures.is_empty() && !keeping.is_empty() {
            echoes.push(Echo::KeepDays { id: self.named.id.clone(), measures: keeping });
        }
        echoes
    }

    fn moved(
        &self,
        words: Option<&str>,
        (id, measure): (Id, Option<&MeasureStanding>),
    ) -> Option<Echo> {
        let deadline = self.deadline(measure);
        let Move { by, from, to, .. } = move_of(deadline, self.entry.key)?;
        let (from, to) = (from.day(), to.day()?);
        Some(Echo::Extended {
            id,
            from,
            to,
            late: matches!(by, MovedBy::Extension { late: true }),
            provisional: deadline.provisional,
            notes: self.notes(words, from, Some(to)),
        })
    }

    /// What a clerk should know of how the words were counted; a day that they did not give stays, also where it is a
    /// rest day.
    fn notes(&self, words: Option<&str>, last: Option<Day>, day: Option<Day>) -> Vec<Note> {
        let (ledger, on) = (&self.named.id.ledger, self.entry.on);
        let reading = words.map(|words| limits::anew(words, self.book, ledger, on, last));
        if let Some(reading) = reading.filter(|reading| day.is_some() && reading.day() == day) {
            return limits::worth_saying(reading.notes);
        }
        let calendar = AsOf::new(&self.book.head, on).calendar;
        day.filter(|day| !calendar.is_working(*day)).map(Note::RestDay).into_iter().collect()
    }

    /// New words of a limit do not move the day that is stored.
    fn other_day(&self, measure: Option<u32>, change: &Amendment) -> Option<Echo> {
        let Value::Text(words) = change.value.clone() else { return None };
        let of_limit = change.field == Field::Limit;
        let stored = Field::Due.value_in(&self.standing.problem, measure).filter(|_| of_limit)?;
        let Value::Day(due) = stored else { return None };
        let as_of = AsOf::new(&self.book.head, self.standing.today);
        let policy = as_of.plan_policy(self.standing.ledger);
        let counting = as_of.counting(self.standing.ledger, &policy);
        let read = limit::read(&words, &counting).day().filter(|read| *read != due)?;
        let field = Amendment { field: Field::Due, value: Value::Day(read) }.field_name(measure);
        Some(Echo::OtherDay { id: self.named.id.clone(), read, due, field })
    }

    fn answers(&self) -> Vec<Echo> {
        let of = |(id, measure): (Id, Option<&MeasureStanding>)| {
            let who = measure.map_or(&self.standing.responsible, |it| &it.responsible);
            Echo::Answers { id, who: Responsible::clone(who) }
        };
        self.targets().into_iter().map(of).collect()
    }

    fn indicator(&self, name: &str) -> Option<Echo> {
        let known = self.standing.problem.indicators.iter().find(|known| known.name == name)?;
        let actual = *self.standing.actuals.get(name)?;
        Some(Echo::Indicator {
            id: self.named.id.clone(),
            name: name.to_owned(),
            unit: known.unit.clone(),
            actual,
            target: known.target,
            reached: known.is_reached_by(actual),
        })
    }
}

fn move_of(deadline: &Deadline, key: Key) -> Option<&Move> {
    deadline.moves.iter().find(|moved| moved.key == key)
}
