//! A problem of a sheet: its row, and the rows below it that only name further measures.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::chapter::Chapter;
use super::days::{self, DayRead};
use super::events::{self, Event};
use super::headers::{Meaning, half_width};
use super::measures;
use super::parts::{self, Numbered};
use super::responsible::put_responsible;
use super::row::{SheetRow, put};
use super::said::Said;
use super::terms::Unread;
use crate::complaint::{BadCell, Grade, SheetRemark, Table};
use crate::domain::book::CalendarAdditions;
use crate::domain::calendar::Calendar;
use crate::domain::day::Day;
use crate::domain::limit::{self, Counting, Kind, Note};
use crate::domain::policy::Policy;
use crate::formats::record::Record;

/// The rows of a problem.
#[derive(Debug)]
pub(super) struct Group<'a> {
    pub(super) problem: SheetRow<'a>,
    /// Rows under merged cells.
    pub(super) measures: Vec<SheetRow<'a>>,
    /// The heading that it stands below.
    pub(super) chapter: Option<Chapter<'a>>,
}

/// Cells that go into the problem as they are.
const TEXTS: [(Meaning, &str); 6] = [
    (Meaning::Reference, "ref"),
    (Meaning::Detail, "detail"),
    (Meaning::Category, "category"),
    (Meaning::Source, "source"),
    (Meaning::Cause, "cause"),
    (Meaning::Goal, "goal"),
];

/// Cells that are taken apart with the problems where they have as many items.
const BESIDE: [Meaning; 4] = [Meaning::Detail, Meaning::Measure, Meaning::Limit, Meaning::Progress];

impl<'a> Group<'a> {
    /// Takes a row apart that holds several problems, if it is certain which of its cells belong to which.
    pub(super) fn parted(self, said: &mut Said) -> Vec<Self> {
        let title = self.problem.get(Meaning::Title).cloned();
        let Some(title) = title.filter(|_| self.measures.is_empty()) else { return vec![self] };
        let items = match parts::numbered(&title.text, false) {
            Numbered::No => return vec![self],
            Numbered::Unclear => None,
            Numbered::Items(items) => Some(items),
        };
        let of_each = items.and_then(|items| Some((self.beside(items.len())?, items)));
        let Some((beside, items)) = of_each else {
            said.note(SheetRemark::NumberingUnclear, &title.span);
            return vec![self];
        };
        let part = |(at, item): (usize, Range<usize>)| {
            let mut problem = self.problem.clone();
            said.grade(&problem.span_of(&title, &item), Grade::Marker);
            problem.narrow(Meaning::Title, item);
            for (meaning, items) in &beside {
                problem.narrow(*meaning, items[at].clone());
                let narrowed = problem.get(*meaning).map(|cell| cell.span.clone());
                if let Some(span) = narrowed {
                    said.grade(&span, Grade::Marker);
                }
            }
            Group { problem, measures: Vec::new(), chapter: self.chapter.clone() }
        };
        items.into_iter().enumerate().map(part).collect()
    }

    /// The items of the other cells; nothing where it is not clear which item they belong to. An amount belongs to all.
    fn beside(&self, count: usize) -> Option<Vec<(Meaning, Vec<Range<usize>>)>> {
        if self.problem.has(Meaning::Amount) {
            return None;
        }
        let mut found = Vec::new();
        for meaning in BESIDE {
            let Some(cell) = self.problem.get(meaning) else { continue };
            match parts::numbered(&cell.text, true) {
                Numbered::Items(items) if items.len() == count => found.push((meaning, items)),
                Numbered::No if meaning != Meaning::Measure => {}
                _ => return None,
            }
        }
        Some(found)
    }

    /// Returns the records of the problem and its parts; `by` is who reports what happened.
    pub(super) fn records(self, by: &'a str, said: &mut Said) -> Vec<Record<'a>> {
        let Self { problem: mut row, measures: rows_below, chapter } = self;
        let rows = 1 + rows_below.len();
        let limits_below = rows_below.iter().any(|row| row.has(Meaning::Limit));
        let mut problem = row.record(Table::Problem);
        // The row itself knows better what it is of.
        let chapter = chapter.filter(|_| !row.has(Meaning::Category));
        let found = put_problem(&mut row, &mut problem, said);
        if let Some(Chapter { span, name }) = chapter {
            said.grade(&span, Grade::Heading);
            put(&mut problem, "category", &span, name);
        }
        let mut all = measures::take(&mut row, 1, true, said);
        if limits_below && !all.is_empty() {
            // With a day of its own, the problem would be late by the day of its first measure.
            measures::in_each(&mut row, &mut all, said, put_limit);
        } else {
            put_limit(&mut row, &mut problem, said);
        }
        let mut first = Event::take_from(&mut row, measures::numbers(&all), found, said);
        if let Some(span) = first.as_ref().and_then(Event::sustained) {
            put(&mut problem, "sustained", span, "true");
        }
        row.keep_rest(&mut problem);
        let mut below: Vec<Event<'_>> = Vec::new();
        for mut row in rows_below {
            let mut own = measures::take(&mut row, all.len() + 1, false, said);
            measures::in_each(&mut row, &mut own, said, put_responsible);
            measures::in_each(&mut row, &mut own, said, put_limit);
            let numbers = measures::numbers(&own);
            let event = Event::take_from(&mut row, numbers.clone(), found, said);
            if !event.as_ref().is_some_and(Event::has_state) {
                let mut above = first.iter_mut().chain(&mut below);
                above.find_map(|event| event.holds_for(&row, &numbers));
            }
            below.extend(event);
            if let Some(first) = own.first_mut() {
                row.keep_rest(first);
            }
            all.extend(own);
        }
        let entries = events::records(first, below, rows, by, said);
        std::iter::once(problem).chain(all).chain(entries).collect()
    }
}

/// Puts what the row says of the problem itself; returns the day on which it was found.
fn put_problem<'a>(
    row: &mut SheetRow<'a>,
    problem: &mut Record<'a>,
    said: &mut Said,
) -> Option<Day> {
    put_title(row, problem);
    for (meaning, key) in TEXTS {
        if let Some(cell) = row.take(meaning) {
            let text =
                if meaning == Meaning::Reference { digits(&cell.text).into() } else { cell.text };
            put(problem, key, &cell.span, text);
        }
    }
    let found = put_figures(row, problem, said);
    put_responsible(row, problem, said);
    found
}

/// A number with figures of half width, as any other.
fn digits(text: &str) -> String {
    let narrow = |c: char| if c.is_numeric() { half_width(c) } else { c };
    text.chars().map(narrow).collect()
}

/// A title is one line; a longer text is the detail, too.
fn put_title<'a>(row: &mut SheetRow<'a>, problem: &mut Record<'a>) {
    let Some(cell) = row.take(Meaning::Title) else { return };
    if !cell.text.contains('\n') {
        put(problem, "title", &cell.span, cell.text);
        return;
    }
    let first = cell.text.lines().next().unwrap_or_default().trim().to_owned();
    if first != cell.text && !row.has(Meaning::Detail) {
        put(problem, "detail", &cell.span, cell.text);
        put(problem, "title", &cell.span, first);
    } else {
        let line = cell.text.lines().map(str::trim).collect::<Vec<_>>().join(" ");
        put(problem, "title", &cell.span, line);
    }
}

/// Puts the day on which the problem was found, and its amount; returns the day.
fn put_figures<'a>(
    row: &mut SheetRow<'a>,
    problem: &mut Record<'a>,
    said: &mut Said,
) -> Option<Day> {
    let found = row.take_day(Meaning::Found, said);
    if let Some((span, day)) = &found {
        put(problem, "found", span, day.to_string());
    }
    if let Some((span, amount)) = row.take_amount(said) {
        put(problem, "amount", &span, amount.to_string());
    }
    found.map(|(_, day)| day)
}

fn put_limit<'a>(row: &mut SheetRow<'a>, record: &mut Record<'a>, said: &mut Said) {
    let Some(cell) = row.take(Meaning::Limit) else { return };
    put_limit_text(row, cell.text, cell.span, record, said);
}

/// A whole day is the last day; other words stay as they are, and are read when they are needed. What should be a day or a
/// limit and is none is refused, or kept as the terms say.
pub(super) fn put_limit_text<'a>(
    row: &SheetRow<'a>,
    text: Cow<'a, str>,
    span: Range<usize>,
    record: &mut Record<'a>,
    said: &mut Said,
) {
    let rules = row.rules();
    let bad = match days::read(&text, rules.date_order) {
        DayRead::Day(day) => return put(record, "due", &span, day.to_string()),
        DayRead::Wrong(bad) => bad,
        DayRead::Words if rules.unread == Unread::Kept || said.limit(&text, says_limit) => {
            return put(record, "limit", &span, text);
        }
        DayRead::Words => BadCell::Limit,
    };
    match rules.unread {
        Unread::Kept => put(record, "limit", &span, text),
        Unread::Refused => said.unread(rules, bad, &span),
        Unread::Aside => {
            said.unread(rules, bad, &span);
            put(record, row.own_key(Meaning::Limit).to_owned(), &span, text);
        }
    }
}

/// Tells whether the words say a limit, whatever the days of the ledger. A phase is known to the ledger alone.
pub(super) fn says_limit(text: &str) -> bool {
    static CALENDAR: LazyLock<Calendar> =
        LazyLock::new(|| Calendar::with(&CalendarAdditions::default()));
    static POLICY: LazyLock<Policy> = LazyLock::new(Policy::default);
    let counting = Counting {
        issued: None,
        dates: &BTreeMap::new(),
        from: None,
        phases: &[],
        policy: &POLICY,
        calendar: &CALENDAR,
    };
    let reading = limit::read(text, &counting);
    reading.kind != Kind::Unreadable || reading.notes.contains(&Note::NoPhase)
}
