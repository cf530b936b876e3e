//! Lives of problems, told by their entries.

use super::{AsOf, LastDay, MovedBy, State, mask_entry};
use crate::domain::amendment::{Amendment, Field, Value};
use crate::domain::book::{Book, BookHead};
use crate::domain::day::Day;
use crate::domain::entry::{Act, Entry};
use crate::domain::key::Key;
use crate::domain::ledger::{Head, Ledger};
use crate::domain::measure::Measure;
use crate::domain::money::Money;
use crate::domain::problem::{Extra, Problem};
use crate::domain::responsible::Responsible;

fn day(text: &str) -> Day {
    Day::from_iso(text).unwrap()
}

fn entry(number: u8, on: &str, act: Act) -> Entry {
    Entry {
        key: key(number),
        on: day(on),
        entered: None,
        act,
        by: "基层股".into(),
        text: None,
        request: None,
        extra: Extra::new(),
    }
}

fn key(number: u8) -> Key {
    Key::from_random([number; Key::LENGTH])
}

fn done(measures: &[u32]) -> Act {
    Act::Done { measures: measures.to_vec(), occurrence: None, evidence: Vec::new() }
}

fn close() -> Act {
    Act::Close { verifier: None, evidence: Vec::new(), reason: None }
}

/// A problem of two measures, due on 2022-10-08, the second measure on 2022-12-31.
fn problem(entries: Vec<Entry>) -> Problem {
    let measure = |no, due: Option<&str>| Measure {
        no,
        text: format!("措施{no}"),
        due: due.map(day),
        ..Measure::default()
    };
    Problem {
        no: 1,
        title: "签约重数量".into(),
        due: Some(day("2022-10-08")),
        measures: vec![measure(1, None), measure(2, Some("2022-12-31"))],
        entries,
        ..Problem::default()
    }
}

fn book(problem: Problem) -> Book {
    let head = Head { issued: Some(day("2022-09-23")), ..Head::default() };
    let ledger = Ledger { name: "2022".into(), head, problems: vec![problem] };
    Book { head: BookHead::default(), ledgers: vec![ledger] }
}

/// State, whether it is overdue, and the days late of each of its lines.
fn on(book: &Book, today: &str) -> (State, bool, Vec<Option<i64>>) {
    let as_of = AsOf::new(&book.head, day(today));
    let standings = as_of.standings(book);
    let standing = &standings[0];
    (
        standing.state,
        standing.is_overdue(),
        standing.lines().iter().map(super::Line::days_late).collect(),
    )
}

#[test]
fn the_last_day_itself_is_in_time() {
    let book = book(problem(Vec::new()));
    assert_eq!(on(&book, "2022-10-08"), (State::Open, false, vec![None, None]));
    assert_eq!(on(&book, "2022-10-09"), (State::Open, true, vec![Some(1), None]));
    assert_eq!(on(&book, "2023-01-01"), (State::Open, true, vec![Some(85), Some(1)]));
}

#[test]
fn all_measures_reported_is_awaiting_and_no_longer_overdue() {
    let book =
        book(problem(vec![entry(1, "2022-10-20", done(&[1])), entry(2, "2022-11-02", done(&[2]))]));
    assert_eq!(on(&book, "2022-10-25"), (State::Open, true, vec![Some(17), None]));
    assert_eq!(on(&book, "2022-11-02"), (State::Awaiting, false, vec![None, None]));
    let as_of = AsOf::new(&book.head, day("2022-11-02"));
    assert_eq!(as_of.standings(&book)[0].since, Some(day("2022-11-02")));
}

#[test]
fn a_problem_is_not_known_before_it_is_found_nor_an_entry_before_its_day() {
    let book = book(problem(vec![entry(1, "2022-10-20", done(&[]))]));
    assert!(AsOf::new(&book.head, day("2022-09-22")).standings(&book).is_empty());
    assert_eq!(on(&book, "2022-10-19").0, State::Open);
    assert_eq!(on(&book, "2022-10-20").0, State::Awaiting);
}

#[test]
fn what_is_returned_is_open_under_its_old_day() {
    let back = Act::Return { measures: vec![2] };
    let book = book(problem(vec![entry(1, "2022-10-01", done(&[])), entry(2, "2022-10-03", back)]));
    assert_eq!(on(&book, "2022-10-03"), (State::Open, false, vec![None, None]));
    assert_eq!(on(&book, "2022-10-10"), (State::Open, true, vec![Some(2), None]));
}

#[test]
fn a_void_close_leaves_the_report_and_a_void_void_the_close() {
    let mut entries = vec![entry(1, "2022-10-01", done(&[])), entry(2, "2022-10-05", close())];
    entries.push(entry(3, "2022-10-06", Act::Void { of: key(2) }));
    assert_eq!(on(&book(problem(entries.clone())), "2022-10-05").0, State::Closed);
    assert_eq!(on(&book(problem(entries.clone())), "2022-10-06").0, State::Awaiting);
    entries.push(entry(4, "2022-10-07", Act::Void { of: key(3) }));
    assert_eq!(on(&book(problem(entries)), "2022-10-07").0, State::Closed);
}

#[test]
fn an_extension_moves_the_day_of_what_it_names_and_keeps_the_first() {
    let extend = |measures: &[u32], due: &str| Act::Extend {
        measures: measures.to_vec(),
        limit: None,
        due: day(due),
        applicant: None,
        approver: None,
        asked: None,
    };
    let entries = vec![
        entry(1, "2022-10-01", extend(&[], "2022-11-30")),
        entry(2, "2022-10-02", extend(&[1], "2022-10-31")),
    ];
    let book = book(problem(entries));
    assert_eq!(on(&book, "2022-11-01").2, [None, Some(1), None]);
    assert_eq!(on(&book, "2022-12-01").2, [Some(1), Some(31), None]);
    let as_of = AsOf::new(&book.head, day("2022-12-01"));
    let standing = &as_of.standings(&book)[0];
    assert_eq!(
        (&standing.deadline.first, standing.deadline.extensions().len()),
        (&LastDay::Day(day("2022-10-08")), 1)
    );
}

#[test]
fn a_reopened_problem_begins_a_round_with_its_own_day() {
    let reopen = Act::Reopen {
        measures: Vec::new(),
        basis: None,
        limit: None,
        due: Some(day("2023-06-30")),
    };
    let entries = vec![
        entry(1, "2022-10-01", done(&[])),
        entry(2, "2022-10-05", close()),
        entry(3, "2023-05-01", reopen),
    ];
    let book = book(problem(entries));
    assert_eq!(on(&book, "2023-04-30").0, State::Closed);
    assert_eq!(on(&book, "2023-06-30"), (State::Open, false, vec![None]));
    assert_eq!(on(&book, "2023-07-01"), (State::Open, true, vec![Some(1)]));
    assert_eq!(AsOf::new(&book.head, day("2023-05-01")).standings(&book)[0].round, 2);
}

#[test]
fn a_suspended_problem_is_not_overdue_and_the_day_does_not_move() {
    let entries = vec![
        entry(1, "2022-10-01", Act::Suspend { approver: None }),
        entry(2, "2022-10-20", Act::Resume { approver: None }),
    ];
    let book = book(problem(entries));
    assert_eq!(on(&book, "2022-10-19"), (State::Suspended, false, vec![None, None]));
    assert_eq!(on(&book, "2022-10-20"), (State::Open, true, vec![Some(12), None]));
}

#[test]
fn a_withdrawn_problem_comes_back_with_what_was_reported() {
    let entries = vec![
        entry(1, "2022-10-01", done(&[])),
        entry(2, "2022-10-02", Act::Withdraw { approver: None }),
        entry(3, "2022-10-03", Act::Resume { approver: None }),
    ];
    let book = book(problem(entries));
    assert_eq!(on(&book, "2022-10-02").0, State::Withdrawn);
    assert_eq!(on(&book, "2022-10-03").0, State::Awaiting);
}

#[test]
fn a_measure_added_later_is_not_reported_by_an_earlier_report() {
    let mut problem = problem(vec![entry(1, "2022-10-01", done(&[]))]);
    problem.measures.push(Measure {
        no: 3,
        text: "措施3".into(),
        since: Some(day("2022-10-05")),
        ..Measure::default()
    });
    let book = book(problem);
    assert_eq!(on(&book, "2022-10-04").0, State::Awaiting);
    assert_eq!(on(&book, "2022-10-05").0, State::Open);
}

#[test]
fn a_dropped_measure_is_no_longer_asked_for() {
    let mut problem = problem(vec![entry(1, "2022-10-01", done(&[1]))]);
    problem.measures[1].dropped = Some(day("2022-10-03"));
    let book = book(problem);
    assert_eq!(on(&book, "2022-10-02").0, State::Open);
    assert_eq!(on(&book, "2022-10-03").0, State::Awaiting);
}

#[test]
fn an_entry_made_out_of_its_state_changes_nothing() {
    let entries = vec![
        entry(1, "2022-10-01", close()),
        entry(2, "2022-10-02", done(&[])),
        entry(3, "2022-10-03", close()),
    ];
    let book = book(problem(entries));
    assert_eq!(
        on(&book, "2022-10-02").0,
        State::Closed,
        "report_first asks for a report, the gate refuses; what is written stands"
    );
}

#[test]
fn money_that_came_back_adds_up() {
    let recover = |yuan: i64| Act::Recover {
        amount: Money::from_fen(yuan * 100).unwrap(),
        evidence: Vec::new(),
    };
    let book = book(problem(vec![
        entry(1, "2022-10-01", recover(10_000)),
        entry(2, "2022-10-01", recover(10_000)),
    ]));
    let as_of = AsOf::new(&book.head, day("2022-10-01"));
    assert_eq!(as_of.standings(&book)[0].recovered.to_string(), "2万元");
}

#[test]
fn a_masked_problem_shows_no_names_but_its_units() {
    let mut problem = problem(vec![entry(
        1,
        "2022-10-01",
        Act::Close { verifier: Some("张科长".into()), evidence: Vec::new(), reason: None },
    )]);
    problem.masked = true;
    problem.responsible.lead.push("基层股".into());
    problem.responsible.person.push("李主任".into());
    problem.measures[0].responsible.leader.push("王院长".into());
    problem.owners = Some("李主任负责".into());
    let book = book(problem);
    let as_of = AsOf::new(&book.head, day("2022-10-02"));
    let shown = format!("{:?}", {
        let masked = as_of.standings(&book).remove(0).masked();
        (masked.responsible.clone(), masked.measures.clone(), masked.problem.into_owned())
    });
    for name in ["张科长", "李主任", "王院长"] {
        assert!(!shown.contains(name), "{name}: {shown}");
    }
    assert!(shown.contains("基层股"));
}

#[test]
fn a_measure_that_is_reopened_with_a_day_takes_the_problem_with_it() {
    let reopen =
        Act::Reopen { measures: vec![1], basis: None, limit: None, due: Some(day("2023-06-30")) };
    let entries = vec![
        entry(1, "2022-10-01", done(&[])),
        entry(2, "2022-10-05", close()),
        entry(3, "2023-05-01", reopen),
    ];
    let book = book(problem(entries));
    assert_eq!(on(&book, "2023-06-30"), (State::Open, false, vec![None, None, None]));
    assert_eq!(on(&book, "2023-07-01"), (State::Open, true, vec![Some(1), Some(1), None]));
}

#[test]
fn an_extension_is_late_from_the_day_after_the_last() {
    let late = |asked: &str| {
        let extend = Act::Extend {
            measures: Vec::new(),
            limit: None,
            due: day("2023-03-31"),
            applicant: None,
            approver: None,
            asked: Some(day(asked)),
        };
        let mut problem = problem(vec![entry(1, "2023-02-01", extend)]);
        problem.due = Some(day("2022-12-31"));
        problem.measures.clear();
        let book = book(problem);
        let standings = AsOf::new(&book.head, day("2023-02-01")).standings(&book);
        standings[0].deadline.extensions()[0].by
    };
    assert_eq!(late("2022-12-31"), MovedBy::Extension { late: false });
    assert_eq!(late("2023-01-01"), MovedBy::Extension { late: true });
}

#[test]
fn an_extension_of_a_problem_without_a_day_moves_on_from_the_latest_of_its_measures() {
    let mut problem = problem(vec![entry(
        1,
        "2023-01-10",
        Act::Extend {
            measures: Vec::new(),
            limit: None,
            due: day("2023-01-31"),
            applicant: None,
            approver: None,
            asked: None,
        },
    )]);
    problem.due = None;
    let book = book(problem);
    let as_of = AsOf::new(&book.head, day("2023-02-01"));
    let standing = &as_of.standings(&book)[0];
    let deadline = &standing.deadline;
    assert_eq!(deadline.first, LastDay::Day(day("2022-12-31")));
    assert_eq!(deadline.extensions()[0].by, MovedBy::Extension { late: true });
    assert_eq!((deadline.days_won(), standing.lines()[0].days_late()), (31, Some(1)));
}

#[test]
fn a_problem_is_known_from_the_right_day_once_a_slip_in_it_is_amended() {
    let change = Amendment { field: Field::Found, value: Value::Day(day("2022-09-30")) };
    let amend = Act::Amend { measure: None, change, old: None };
    let mut problem = problem(vec![entry(1, "2022-10-10", amend)]);
    problem.found = Some(day("2023-09-30"));
    let book = book(problem);
    assert!(AsOf::new(&book.head, day("2022-10-09")).standings(&book).is_empty());
    assert_eq!(on(&book, "2022-10-10").0, State::Open);
}

#[test]
fn an_extension_asked_for_after_the_report_does_not_make_it_earlier() {
    let late = |asked: Option<&str>| {
        let extend = Act::Extend {
            measures: Vec::new(),
            limit: None,
            due: day("2022-10-31"),
            applicant: None,
            approver: None,
            asked: asked.map(day),
        };
        let mut problem =
            problem(vec![entry(1, "2022-10-20", done(&[])), entry(2, "2022-10-24", extend)]);
        problem.measures.clear();
        let book = book(problem);
        let as_of = AsOf::new(&book.head, day("2022-11-01"));
        let late = as_of.standings(&book)[0].reported_late()?;
        Some((late.by_first, late.by_last, late.extensions))
    };
    assert_eq!(late(None), Some((12, 12, 0)));
    assert_eq!(late(Some("2022-10-21")), Some((12, 12, 0)));
    assert_eq!(late(Some("2022-10-07")), Some((12, 0, 1)), "asked for before the report");
}

#[test]
fn what_is_amended_is_what_the_field_says_from_then_on() {
    let text = || Value::Text("改".into());
    let money = || Value::Money(Money::read("1200.50").unwrap());
    for (field, value) in [
        (Field::Title, text()),
        (Field::Detail, text()),
        (Field::Category, text()),
        (Field::Source, text()),
        (Field::Cause, text()),
        (Field::Reference, text()),
        (Field::Goal, text()),
        (Field::Limit, text()),
        (Field::Found, Value::Day(day("2022-09-01"))),
        (Field::Due, Value::Day(day("2022-11-30"))),
        (Field::Sustained, Value::Flag(true)),
        (Field::Amount, money()),
        (Field::Recoverable, money()),
    ] {
        let change = Amendment { field, value: value.clone() };
        let amend = Act::Amend { measure: None, change, old: None };
        let book = book(problem(vec![entry(1, "2022-10-10", amend)]));
        let as_of = AsOf::new(&book.head, day("2022-10-10"));
        let standings = as_of.standings(&book);
        let now = &standings[0].problem;
        let of = |text: &Option<String>| text.clone().map(Value::Text);
        let shown = match field {
            Field::Title => Some(Value::Text(now.title.clone())),
            Field::Detail => of(&now.detail),
            Field::Category => of(&now.category),
            Field::Source => of(&now.source),
            Field::Cause => of(&now.cause),
            Field::Reference => of(&now.reference),
            Field::Goal => of(&now.goal),
            Field::Limit => of(&now.limit),
            Field::Found => now.found.map(Value::Day),
            Field::Due => now.due.map(Value::Day),
            Field::Sustained => Some(Value::Flag(now.sustained)),
            Field::Amount => now.amount.map(Value::Money),
            Field::Recoverable => now.recoverable.map(Value::Money),
            Field::Text => None,
        };
        assert_eq!(shown, Some(value), "{field:?}");
    }
}

#[test]
fn no_entry_of_a_masked_problem_names_who_did_what() {
    let name = || Some("张科长".to_owned());
    let to = Responsible { person: vec!["张科长".into()], ..Responsible::default() };
    for act in [
        Act::Close { verifier: name(), evidence: Vec::new(), reason: None },
        Act::Extend {
            measures: Vec::new(),
            limit: None,
            due: day("2022-12-31"),
            applicant: name(),
            approver: name(),
            asked: None,
        },
        Act::Suspend { approver: name() },
        Act::Resume { approver: name() },
        Act::Withdraw { approver: name() },
        Act::Assign { measures: Vec::new(), to },
    ] {
        let mut entry = entry(1, "2022-10-01", act);
        entry.by = "张科长".into();
        mask_entry(&mut entry);
        assert!(!format!("{entry:?}").contains("张科长"), "{entry:?}");
    }
}
