//! Puts the parts of a limit together: what the whole is follows from which parts there are.

use std::collections::BTreeSet;

use super::every::Every;
use super::part::{Begin, Dated, Event, From, Part, Point};
use super::resolve::{self, Resolved};
use super::scan::Found;
use super::{Counting, Kind, Note, Reading};
use crate::domain::day::Day;

/// The reading of the parts.
pub(super) fn assemble(found: &[Found], counting: &Counting<'_>) -> Reading {
    // Words in brackets explain or narrow what stands before them, unless there is nothing else: 长期坚持（12月底前）.
    let says_when = |part: &Part| {
        matches!(part, Part::Dated(_) | Part::Until(_) | Part::Either(..) | Part::Recurring(_))
    };
    let has_day = found.iter().any(|found| says_when(&found.part));
    let speaks = |found: &&Found| match found.part {
        Part::Vague | Part::Or => false,
        Part::Sustained => !has_day,
        _ => true,
    };
    let outer = found.iter().filter(speaks).map(|found| found.depth).min();
    let is_aside = |found: &&Found| outer.is_some_and(|outer| found.depth > outer);
    let recurs = found.iter().any(|found| matches!(found.part, Part::Recurring(_)));
    let part = |found: &Found| match found.part {
        // `每月一次，至2026年12月底`.
        Part::Until(_) if recurs => Part::Mention,
        Part::Until(fixed) => Part::Dated(Dated::Fixed(fixed)),
        other => other,
    };
    let parts: Vec<Part> = found.iter().filter(|found| !is_aside(found)).map(part).collect();
    let asides: Vec<Part> = found.iter().filter(is_aside).map(part).collect();

    let sustained = found.iter().any(|found| found.part == Part::Sustained);
    if parts.contains(&Part::Damaged) {
        return Reading::without_day(Kind::Unreadable, sustained);
    }
    if is_done(found) {
        return Reading::without_day(Kind::Done, sustained);
    }
    let begin = found.iter().find_map(|found| match found.part {
        Part::Begin(begin) => Some(begin),
        _ => None,
    });
    let due = dated(&parts, &asides, begin);
    let recurring = recurring(&parts);
    let mut reading = match due.as_slice() {
        [] if !recurring.is_empty() => again(&recurring, sustained, begin, counting),
        [] if sustained => Reading::without_day(Kind::Sustained, true),
        [] if parts.contains(&Part::Vague) && begin.is_none() => {
            Reading::without_day(Kind::Vague, false)
        }
        [] if parts.contains(&Part::Recurring(Every::Event)) => {
            again(&[Every::Event], sustained, None, counting)
        }
        [] => Reading::without_day(Kind::Unreadable, false),
        dates => dates_of(dates, parts.contains(&Part::Or), sustained, counting),
    };
    reading.every = recurring.first().copied().or(reading.every);
    narrowed(reading, &asides, counting)
}

/// The state is the last word: `已完成3项，其余10月底前完成` still has a limit.
fn is_done(found: &[Found]) -> bool {
    let last = found.iter().rev().find(|found| {
        matches!(
            found.part,
            Part::Done | Part::Dated(_) | Part::Until(_) | Part::Either(..) | Part::Recurring(_)
        )
    });
    last.is_some_and(|found| found.part == Part::Done)
}

/// The parts that give a day. 立行立改 beside a day says how to work, and the day says until when.
fn dated(parts: &[Part], asides: &[Part], begin: Option<Begin>) -> Vec<Part> {
    let is_dated = |part: &&Part| matches!(part, Part::Dated(_) | Part::Either(..));
    let gives_day = |part: &&Part| is_dated(part) || **part == Part::SameDay;
    let counts_from = |part: Part| match (part, begin) {
        // `自10月1日起，利用3个月时间`.
        (
            Part::Dated(Dated::Counted(mut period)),
            Some(Begin { from: Dated::Fixed(from), over }),
        ) if period.from == From::Unsaid => {
            let month = matches!(from.point, Point::Month(_)) && !over;
            period.from = if month { From::Within(from) } else { From::Point(from) };
            Part::Dated(Dated::Counted(period))
        }
        (other, _) => other,
    };
    if parts.iter().any(|part| is_dated(&part)) {
        return parts.iter().filter(gives_day).copied().map(counts_from).collect();
    }
    let at_once = |part: &&Part| matches!(part, Part::Immediate | Part::SameDay);
    let first: Vec<Part> = parts.iter().filter(at_once).take(1).copied().collect();
    // `立行立改（15日内）`.
    let until: Vec<Part> = asides.iter().filter(is_dated).copied().collect();
    if first == [Part::Immediate] && !until.is_empty() { until } else { first }
}

/// The rhythms; one that hangs on an event only where there is nothing else.
fn recurring(parts: &[Part]) -> Vec<Every> {
    let all = parts.iter().filter_map(|part| match part {
        Part::Recurring(every) => Some(*every),
        _ => None,
    });
    all.filter(|every| *every != Every::Event).collect()
}

fn again(
    recurring: &[Every],
    sustained: bool,
    begin: Option<Begin>,
    counting: &Counting<'_>,
) -> Reading {
    let plan = counting.start(Event::Issued);
    // `整改3个月后每季度报送一次`: the first after that.
    let begin = begin.and_then(|begin| resolve::before(begin, counting));
    let from = plan.into_iter().chain(begin).max();
    let next = |every: &Every| every.next_after(from?, counting.calendar);
    let day = recurring.iter().filter_map(next).min();
    let notes = day.filter(|day| !counting.calendar.is_working(*day)).map(Note::RestDay);
    Reading {
        every: recurring.first().copied(),
        days: day.into_iter().collect(),
        notes: notes.into_iter().collect(),
        ..Reading::without_day(Kind::Recurring, sustained)
    }
}

fn dates_of(parts: &[Part], or: bool, sustained: bool, counting: &Counting<'_>) -> Reading {
    let mut readings: Vec<Resolved> =
        parts.iter().map(|part| resolve::resolve(part, counting)).collect();
    if let [_] = readings.as_slice()
        && let Some(Resolved { kind, days, provisional, notes }) = readings.pop()
    {
        return Reading { kind, days, sustained, every: None, provisional, notes };
    }
    let notes = readings.iter().flat_map(|reading| reading.notes.clone()).collect();
    let provisional = readings.iter().any(|reading| reading.provisional);
    let mut seen = BTreeSet::new();
    let all = readings.iter().flat_map(|reading| reading.days.iter().copied());
    let days: Vec<Day> = all.filter(|day| seen.insert(*day)).collect();
    let unclear = readings.iter().map(|reading| reading.kind);
    let unclear = unclear.filter(|kind| !matches!(kind, Kind::Day | Kind::Immediate)).max_by_key(
        // What cannot be read at all goes before what has two readings.
        |kind| u8::from(*kind != Kind::Ambiguous),
    );
    let kind = match unclear {
        Some(Kind::Ambiguous) => Kind::Ambiguous,
        Some(kind) => return Reading { notes, ..Reading::without_day(kind, sustained) },
        None if days.len() == 1 => Kind::Day,
        None if or => Kind::Ambiguous,
        None => Kind::Several,
    };
    Reading { kind, days, sustained, every: None, provisional, notes }
}

/// A day in brackets says which of two readings is meant, or makes a second one: `10日内（最迟10月30日）`.
fn narrowed(mut reading: Reading, asides: &[Part], counting: &Counting<'_>) -> Reading {
    if !matches!(reading.kind, Kind::Day | Kind::Several | Kind::Ambiguous) {
        return reading;
    }
    let is_day = |part: &&Part| match part {
        Part::Dated(Dated::Fixed(fixed)) => {
            !matches!(fixed.point, Point::Coming(_) | Point::Week(..) | Point::Whole)
        }
        _ => false,
    };
    let mut known: BTreeSet<Day> = reading.days.iter().copied().collect();
    for part in asides.iter().filter(is_day) {
        let aside = resolve::resolve(part, counting);
        let [day] = aside.days.as_slice() else { continue };
        if known.insert(*day) {
            reading.kind = Kind::Ambiguous;
            reading.days.push(*day);
        } else if reading.kind == Kind::Ambiguous {
            reading.kind = Kind::Day;
            reading.days = vec![*day];
        }
    }
    reading
}
