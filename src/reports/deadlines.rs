//! The days that a calendar shows: last days, occurrences of duties and reviews, and what has become of each.

use crate::domain::acts::State;
use crate::domain::day::Day;
use crate::domain::entry::{ActKind, Entry};
use crate::domain::filter::Filter;
use crate::domain::id::Id;
use crate::domain::measure::Measure;
use crate::domain::responsible::Responsible;
use crate::domain::standing::{AsOf, Fulfilment, Line, Standing};

/// The days of the problems asked for.
#[derive(Debug)]
pub struct Deadlines<'a> {
    /// The day asked for.
    pub today: Day,
    /// The office, which tells its days from those of others in one calendar.
    pub office: Option<&'a str>,
    /// Its days, by problem.
    pub events: Vec<Event<'a>>,
}

/// Something that falls on a day.
#[derive(Debug)]
pub struct Event<'a> {
    /// The problem or measure.
    pub id: Id,
    /// The problem.
    pub standing: &'a Standing<'a>,
    /// What falls on the day.
    pub what: What,
    /// The day, which is itself in time.
    pub day: Day,
    /// What is to be done.
    pub title: &'a str,
    /// Who answers for it.
    pub who: &'a Responsible,
    /// The limit as written.
    pub limit: Option<&'a str>,
    /// Why nothing is to be done any more; nothing where something is.
    pub over: Option<Over>,
    /// How many days before the day to say so; the policy's bands before the office's own last day.
    pub alarms: Vec<i64>,
    /// The days on which it fell before something moved it.
    pub earlier: Vec<Day>,
    /// How many entries there were by the day asked for: it only grows, so that a calendar knows the newer of two versions.
    pub revision: usize,
    /// When it last changed, as far as anybody wrote it.
    pub changed: Option<Day>,
}

/// What falls on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// The last day.
    Due,
    /// An occurrence of a duty, of this day.
    Occurrence(Day),
    /// A closed problem is to be looked at again.
    Review,
}

/// Why nothing is to be done on a day any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// The problem is in another state than open.
    State(State),
    /// The measure is reported.
    Reported,
    /// The measure was given up.
    Dropped,
    /// The occurrence was reported.
    Fulfilled(Fulfilment),
    /// It needs no review now.
    NoReview,
    /// It was asked for once, and is not any more.
    NotAsked,
}

/// Finds the days of the problems asked for, and of those that once were. A day on which nothing is to be done any more
/// stays and says so, since a calendar that has it would keep it.
pub fn deadlines<'a>(
    standings: &'a [Standing<'a>],
    gone: &'a [Standing<'a>],
    filter: &Filter,
    office: Option<&'a str>,
    today: Day,
) -> Deadlines<'a> {
    let mut events = Vec::new();
    let asked = standings.iter().map(|standing| (standing, true));
    for (standing, asked) in asked.chain(gone.iter().map(|standing| (standing, false))) {
        let mut own = Vec::new();
        own.extend(standing.lines().into_iter().filter_map(of_line));
        own.extend(standing.duty.iter().flat_map(|duty| &duty.occurrences).filter_map(|known| {
            let over = match known.fulfilment {
                Fulfilment::Missed => return None, // it is a line
                fulfilment => Over::Fulfilled(fulfilment),
            };
            Some(Event {
                over: Some(over),
                ..whole(standing, What::Occurrence(known.day), known.day)
            })
        }));
        own.extend(
            standing.problem.measures.iter().filter_map(|measure| dropped(standing, measure)),
        );
        own.extend(review(standing));
        events.extend(own.into_iter().filter_map(|event| still(event, asked, filter)));
    }
    Deadlines { today, office, events }
}

/// An event as the calendar has it: one that it had only once is over.
fn still<'a>(mut event: Event<'a>, asked: bool, filter: &Filter) -> Option<Event<'a>> {
    let holds = |day: Day| filter.due.is_none_or(|period| period.holds(day));
    if asked && holds(event.day) {
        return Some(event);
    }
    let once = holds(event.day) || event.earlier.iter().any(|day| holds(*day));
    event.over.get_or_insert(Over::NotAsked);
    event.alarms.clear();
    once.then_some(event)
}

/// Tells whether a filter took a problem on an earlier day: just before and on the days of its entries, and on its last
/// days and the days behind them, when it fell overdue. What was changed without an entry is not known.
pub fn was_asked(as_of: &AsOf<'_>, standing: &Standing<'_>, filter: &Filter) -> bool {
    let Some(problem) = standing.ledger.problem(standing.problem.no) else { return false };
    let lines = standing.lines();
    let moved = lines.iter().flat_map(|line| line.moves()).filter_map(|it| it.from.day());
    let last = lines.iter().filter_map(|line| line.last_day().day()).chain(moved);
    let entered = standing.entries().map(|entry| entry.on.plus_days(-1));
    let mut days: Vec<_> = last.chain(entered).flat_map(|day| [day, day.plus_days(1)]).collect();
    days.extend(standing.found());
    days.sort_unstable();
    days.dedup();
    let known = |day: &Day| *day <= as_of.today && standing.found().is_none_or(|it| it <= *day);
    days.into_iter().filter(known).any(|day| {
        let stood = as_of.standing_at(standing.ledger, problem, day);
        filter.takes(&stood, &as_of.book.roster)
    })
}

/// An event of the whole problem.
fn whole<'a>(standing: &'a Standing<'a>, what: What, day: Day) -> Event<'a> {
    let (revision, changed) = changed(standing);
    Event {
        id: standing.id(),
        standing,
        what,
        day,
        title: &standing.problem.title,
        who: &standing.responsible,
        limit: None,
        over: None,
        alarms: Vec::new(),
        earlier: Vec::new(),
        revision,
        changed,
    }
}

fn of_line(line: Line<'_>) -> Option<Event<'_>> {
    let standing = line.standing;
    let day = line.last_day().day()?;
    let occurrence = line.occurrence().or(standing
        .duty
        .as_ref()
        .filter(|_| line.measure.is_none())
        .map(|_| day));
    let over = match standing.state {
        State::Open if line.is_open() => None,
        State::Open => Some(Over::Reported),
        state => Some(Over::State(state)),
    };
    let mut alarms = Vec::new();
    if over.is_none() {
        alarms = before(standing, i64::from(standing.policy.office_days));
    }
    Some(Event {
        id: line.id(),
        title: line.title(),
        who: line.responsible(),
        limit: line.words(),
        over,
        alarms,
        earlier: line.moves().iter().filter_map(|moved| moved.from.day()).collect(),
        ..whole(standing, occurrence.map_or(What::Due, What::Occurrence), day)
    })
}

/// A measure that was given up, and had a day of its own.
fn dropped<'a>(standing: &'a Standing<'a>, measure: &'a Measure) -> Option<Event<'a>> {
    let day =
        measure.due.filter(|_| measure.dropped.is_some_and(|dropped| dropped <= standing.today))?;
    Some(Event {
        id: Id { measure: Some(measure.no), ..standing.id() },
        title: &measure.text,
        limit: measure.limit.as_deref(),
        over: Some(Over::Dropped),
        ..whole(standing, What::Due, day)
    })
}

/// The next review; where a problem that was closed once needs none now, the day on which that came about.
fn review<'a>(standing: &'a Standing<'a>) -> Option<Event<'a>> {
    let next =
        standing.watch.filter(|_| standing.state == State::Closed).and_then(|watch| watch.next);
    if let Some(next) = next.filter(|_| standing.relapsed().is_none()) {
        return Some(Event { alarms: before(standing, 0), ..whole(standing, What::Review, next) });
    }
    let mut entries = standing.entries().skip_while(|entry| entry.act.kind() != ActKind::Close);
    entries.next().filter(|_| standing.is_sustained())?;
    let day = standing.entries().last().and_then(Entry::day)?;
    Some(Event { over: Some(Over::NoReview), ..whole(standing, What::Review, day) })
}

/// The bands of the policy as days before a last day, the furthest first.
fn before(standing: &Standing<'_>, more: i64) -> Vec<i64> {
    let mut days: Vec<_> =
        standing.policy.bands.iter().map(|band| i64::from(*band) + more).collect();
    days.sort_unstable_by(|a, b| b.cmp(a));
    days.dedup();
    days
}

/// How many entries there were by the day asked for, and the day of the last change that anybody wrote.
fn changed(standing: &Standing<'_>) -> (usize, Option<Day>) {
    let problem = &standing.problem;
    let entries = problem.entries.iter().filter(|entry| entry.on <= standing.today);
    let days = entries.clone().filter_map(|entry| entry.entered.or(entry.day()));
    let begun = [problem.entered, standing.found()].into_iter().flatten();
    let last = days.chain(begun).filter(|day| *day <= standing.today).max();
    (entries.count(), last)
}
