//! Figures of small books, each counted by hand.

use super::{By, Figures, Group, Summary, repeated, summary};
use crate::domain::acts::State;
use crate::domain::book::{Book, BookHead};
use crate::domain::day::Day;
use crate::domain::entry::{Act, Entry};
use crate::domain::key::Key;
use crate::domain::ledger::Ledger;
use crate::domain::money::Money;
use crate::domain::problem::{Extra, Kind, Problem};
use crate::domain::responsible::Responsible;
use crate::domain::roster::{Roster, Unit};
use crate::domain::standing::AsOf;

fn day(text: &str) -> Day {
    Day::from_iso(text).unwrap()
}

fn act(act: Act) -> Entry {
    Entry {
        key: Key::from_random([1; 6]),
        on: day("2022-10-01"),
        entered: None,
        act,
        by: "甲".into(),
        text: None,
        request: None,
        extra: Extra::new(),
    }
}

fn problem(no: u32, lead: &[&str], due: &str, entries: Vec<Entry>) -> Problem {
    Problem {
        no,
        title: format!("问题{no}"),
        due: Day::from_iso(due),
        responsible: Responsible {
            lead: lead.iter().map(ToString::to_string).collect(),
            ..Responsible::default()
        },
        sustained: true,
        amount: Money::read("1万元"),
        entries,
        ..Problem::default()
    }
}

fn book() -> Book {
    let close = || vec![act(Act::Close { verifier: None, evidence: vec![], reason: None })];
    let withdraw = vec![act(Act::Withdraw { approver: None })];
    let problems = vec![
        problem(1, &["甲"], "2022-10-08", vec![]),
        problem(2, &["甲", "乙"], "2022-10-08", vec![]),
        problem(3, &["乙科"], "2022-12-10", vec![]),
        problem(4, &[], "2022-10-08", close()),
        problem(5, &["甲"], "2022-10-08", withdraw),
        Problem { kind: Kind::Duty, ..problem(6, &["甲"], "2022-10-08", vec![]) },
    ];
    let unit = |parent: Option<&str>| Unit { parent: parent.map(str::to_owned), ..Unit::default() };
    let units = [
        ("甲", unit(Some("委"))),
        ("乙", Unit { former: vec!["乙科".into()], ..unit(Some("委")) }),
        ("委", unit(None)),
    ];
    let roster = Roster {
        units: units.map(|(name, unit)| (name.to_owned(), unit)).into(),
        ..Roster::default()
    };
    let head = BookHead { roster, ..BookHead::default() };
    Book { head, ledgers: vec![Ledger { name: "x".into(), problems, ..Ledger::default() }] }
}

fn ask(by: &[By], tree: bool) -> Summary {
    let book = book();
    let as_of = AsOf::new(&book.head, day("2022-12-01"));
    let standings = as_of.standings(&book);
    summary(&standings, by, tree, &book.head, &repeated(&as_of, &book), day("2022-12-01"))
}

fn numbers(figures: &Figures) -> [usize; 6] {
    let states =
        [State::Open, State::Closed, State::Withdrawn].map(|state| figures.in_state(state).len());
    [
        figures.all.len(),
        states[0],
        states[1],
        states[2],
        figures.overdue.len(),
        figures.due_soon.len(),
    ]
}

fn name(name: &str) -> Group {
    Group::Name(name.to_owned())
}

#[test]
fn rows_by_unit_add_up_to_the_total_less_what_is_repeated() {
    let summary = ask(&[By::Unit], false);
    let rows: Vec<_> = summary
        .problems
        .rows
        .iter()
        .map(|row| (row.groups[0].clone(), numbers(&row.figures)))
        .collect();
    assert_eq!(
        rows,
        [
            (name("乙"), [2, 2, 0, 0, 1, 1]),
            (name("甲"), [3, 2, 0, 1, 2, 0]),
            (Group::None, [1, 0, 1, 0, 0, 0]),
        ]
    );
    assert_eq!(numbers(&summary.problems.repeated), [1, 1, 0, 0, 1, 0]);
    assert_eq!(numbers(&summary.problems.total), [5, 3, 1, 1, 2, 1]);
    assert_eq!((summary.problems.total.rated, summary.duties.total.all.len()), (4, 1));
    assert_eq!(summary.problems.total.involved.to_string(), "4万元");
    assert_eq!(summary.problems.repeated.involved.to_string(), "1万元");
}

#[test]
fn a_tree_counts_each_problem_once_in_each_unit_above() {
    let summary = ask(&[By::Unit], true);
    let rows: Vec<_> = summary
        .problems
        .rows
        .iter()
        .map(|row| (row.depth, row.groups[0].clone(), row.figures.all.len()))
        .collect();
    assert_eq!(
        rows,
        [(0, name("委"), 4), (1, name("乙"), 2), (1, name("甲"), 3), (0, Group::None, 1)]
    );
}

#[test]
fn two_keys_give_their_combinations() {
    let summary = ask(&[By::Status, By::Month], false);
    let rows: Vec<_> = summary
        .problems
        .rows
        .iter()
        .map(|row| (row.groups.clone(), row.figures.all.len()))
        .collect();
    let state = |state, month| vec![Group::State(state), Group::Month(2022, month)];
    assert_eq!(
        rows,
        [
            (state(State::Open, 10), 2),
            (state(State::Open, 12), 1),
            (state(State::Closed, 10), 1),
            (state(State::Withdrawn, 10), 1),
        ]
    );
}

#[test]
fn a_closed_sustained_problem_counts_as_closed_and_as_sustained() {
    let summary = ask(&[By::Ledger], false);
    assert_eq!(summary.problems.total.sustained.len(), 1);
}
