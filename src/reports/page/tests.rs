//! The figures of a page, each against what the book says of its day.

use super::{Known, Page, page};
use crate::domain::acts::State;
use crate::domain::book::{Book, BookHead};
use crate::domain::day::Day;
use crate::domain::entry::{Act, Entry};
use crate::domain::key::Key;
use crate::domain::ledger::{Head, Ledger};
use crate::domain::measure::Measure;
use crate::domain::problem::{Extra, Kind, Problem};
use crate::domain::responsible::Responsible;
use crate::domain::standing::{AsOf, Standing};
use std::collections::BTreeSet;

fn day(text: &str) -> Day {
    Day::from_iso(text).unwrap()
}

fn entry(number: u8, on: &str, act: Act) -> Entry {
    let key = Key::from_random([number, 1, 1, 1, 1, 1]);
    Entry {
        key,
        on: day(on),
        entered: None,
        act,
        by: "甲".into(),
        text: None,
        request: None,
        extra: Extra::new(),
    }
}

fn done(number: u8, on: &str) -> Entry {
    entry(number, on, Act::Done { measures: vec![], occurrence: None, evidence: vec![] })
}

fn close(number: u8, on: &str) -> Entry {
    entry(number, on, Act::Close { verifier: None, evidence: vec![], reason: None })
}

fn problem(no: u32, due: &str, entries: Vec<Entry>) -> Problem {
    let lead = vec![if no.is_multiple_of(2) { "甲" } else { "乙" }.to_owned()];
    Problem {
        no,
        title: format!("问题{no}"),
        due: Day::from_iso(due),
        responsible: Responsible { lead, ..Responsible::default() },
        entries,
        ..Problem::default()
    }
}

/// Closed, closed and voided, with a measure that came later, found later, reopened, withdrawn, a duty, and one long late.
fn book() -> Book {
    let void = entry(5, "2022-11-20", Act::Void { of: Key::from_random([4, 1, 1, 1, 1, 1]) });
    let reopen =
        Act::Reopen { measures: vec![], limit: None, due: Some(day("2023-01-31")), basis: None };
    let measure =
        |no, since: Option<&str>| Measure { no, since: since.map(day), ..Measure::default() };
    let problems = vec![
        problem(1, "2022-10-31", vec![done(1, "2022-10-20"), close(2, "2022-10-25")]),
        problem(2, "2022-12-31", vec![done(3, "2022-11-01"), close(4, "2022-11-10"), void]),
        Problem {
            measures: vec![measure(1, None), measure(2, Some("2022-11-15"))],
            ..problem(3, "2022-12-10", vec![done(6, "2022-11-08")])
        },
        Problem { found: Some(day("2022-11-03")), ..problem(4, "2022-11-30", vec![]) },
        problem(
            5,
            "2022-10-31",
            vec![done(7, "2022-10-01"), close(8, "2022-10-02"), entry(9, "2022-11-25", reopen)],
        ),
        problem(6, "2022-10-31", vec![entry(10, "2022-11-16", Act::Withdraw { approver: None })]),
        Problem { kind: Kind::Duty, ..problem(7, "2022-10-08", vec![]) },
        problem(8, "2022-09-30", vec![]),
        problem(9, "2023-06-30", vec![]),
    ];
    let head = Head { issued: Some(day("2022-09-23")), ..Head::default() };
    let ledger = Ledger { name: "2022".into(), head, problems };
    Book { head: BookHead::default(), ledgers: vec![ledger] }
}

fn with_page(check: impl FnOnce(&Page<'_>, &AsOf<'_>, &Book)) {
    let book = book();
    let as_of = AsOf::new(&book.head, day("2022-12-01"));
    let standings = as_of.standings(&book);
    let repeated = BTreeSet::new();
    let known = Known { book: &book.head, repeated: &repeated, all: &standings };
    check(&page(&as_of, &standings, &known), &as_of, &book);
}

#[test]
fn the_course_is_what_each_day_would_say() {
    with_page(|page, as_of, book| {
        let points = &page.course.points;
        assert_eq!(points.first().unwrap().day, day("2022-09-23"));
        assert_eq!(points.last().unwrap().day, day("2022-12-01"));
        let ledger = &book.ledgers[0];
        for point in points {
            let known = |problem: &&Problem| {
                problem.kind != Kind::Duty && problem.found.is_none_or(|found| found <= point.day)
            };
            let stands = |problem: &Problem| as_of.standing_at(ledger, problem, point.day).state;
            let all: Vec<_> = ledger.problems.iter().filter(known).map(stands).collect();
            let count = |state: State| all.iter().filter(|known| **known == state).count();
            assert_eq!(
                (point.open, point.awaiting, point.closed),
                (count(State::Open), count(State::Awaiting), count(State::Closed)),
                "{}",
                point.day
            );
        }
        let last = points.last().unwrap();
        let total = &page.summary.problems.total;
        assert_eq!(last.open, total.in_state(State::Open).len());
        assert_eq!(last.awaiting, total.in_state(State::Awaiting).len());
        assert_eq!(last.closed, total.in_state(State::Closed).len());
    });
}

#[test]
fn the_parts_of_a_unit_add_up_and_the_most_pressing_comes_first() {
    with_page(|page, _, _| {
        let sums: usize = page.units.iter().map(super::Unit::sum).sum();
        assert_eq!(sums, page.summary.problems.total.all.len());
        let overdue: Vec<_> = page.units.iter().map(|unit| unit.overdue).collect();
        assert_eq!(overdue, [2, 0]);
        assert_eq!(page.units.iter().map(|unit| unit.resting).sum::<usize>(), 1);
    });
}

#[test]
fn the_calendar_holds_what_is_open_and_says_what_lies_beyond() {
    with_page(|page, _, _| {
        let numbers = |lines: &[super::Line<'_>]| {
            lines.iter().map(|line| line.standing.problem.no).collect::<Vec<_>>()
        };
        let days: Vec<_> = page
            .calendar
            .days
            .iter()
            .map(|due| (due.day.to_string(), numbers(&due.lines)))
            .collect();
        // The measure that came after the report keeps the third open.
        let expected = [("2022-11-30", vec![4]), ("2022-12-10", vec![3]), ("2023-01-31", vec![5])];
        let expected = expected.map(|(day, numbers)| (day.to_owned(), numbers));
        let (earlier, later) = (page.calendar.earlier, page.calendar.later);
        assert_eq!((days, earlier, later), (expected.to_vec(), 1, 1));
    });
}

#[test]
fn every_problem_is_there_once() {
    with_page(|page, _, book| {
        let numbers = |standing: &Standing<'_>| standing.problem.no;
        let shown: Vec<_> = page.lives.lives.iter().map(|life| numbers(life.standing)).collect();
        let all: Vec<_> = book.ledgers[0].problems.iter().map(|problem| problem.no).collect();
        assert_eq!(shown, all);
    });
}
