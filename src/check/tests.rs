//! One planted slip for each rule, and a book without any.

use super::{Fact, Rule, Scope, Severity, check, new_findings};
use crate::domain::acts::State;
use crate::domain::book::{Book, BookHead};
use crate::domain::day::Day;
use crate::domain::entry::{Act, ActKind, Entry};
use crate::domain::evidence::Files;
use crate::domain::key::Key;
use crate::domain::ledger::{Head, Ledger};
use crate::domain::limit::Kind as Limit;
use crate::domain::measure::Measure;
use crate::domain::problem::{Extra, Problem};
use crate::domain::responsible::Responsible;
use crate::domain::roster::{Person, Roster, Unit};

fn day(text: &str) -> Day {
    Day::from_iso(text).unwrap()
}

fn entry(on: &str, act: Act) -> Entry {
    Entry {
        key: Key::from_random([7; 6]),
        on: day(on),
        entered: None,
        act,
        by: "督查室".into(),
        text: Some("说明".into()),
        request: None,
        extra: Extra::new(),
    }
}

/// A problem with nothing wrong, changed by `slip`, and the facts that `check` finds.
fn facts(slip: impl FnOnce(&mut Problem)) -> Vec<Fact> {
    let mut problem = Problem {
        no: 1,
        title: "题".into(),
        limit: Some("10月底前".into()),
        due: Some(day("2022-10-31")),
        ..Problem::default()
    };
    problem.responsible.lead.push("基层卫生股".into());
    problem.responsible.person.push("股长".into());
    slip(&mut problem);
    let roster = Roster {
        units: ["基层卫生股", "督查室", "纪检组"]
            .map(|name| (name.to_owned(), Unit::default()))
            .into(),
        persons: [("股长".to_owned(), Person::default())].into(),
    };
    let head = Head { issued: Some(day("2022-09-23")), ..Head::default() };
    let ledger = Ledger { name: "x".into(), head, problems: vec![problem] };
    let book = Book { head: BookHead { roster, ..BookHead::default() }, ledgers: vec![ledger] };
    let found = check(&book, Scope::Book(&Files::new()), day("2022-12-01")).into_iter();
    found.map(|finding| finding.fact).filter(|fact| fact.severity() != Severity::Hint).collect()
}

#[test]
fn nothing_is_found_where_nothing_is_wrong() {
    assert_eq!(facts(|_| ()), []);
    assert_eq!(facts(|problem| problem.recurs.push("2018年常规巡察".into())), []);
}

#[test]
fn a_limit_that_gives_no_day_is_found() {
    let found = facts(|problem| {
        problem.due = None;
        problem.limit = Some("20年12月底前".into());
    });
    assert!(
        matches!(&found[..], [Fact::LimitUnclear { reading, .. }] if reading.kind == Limit::Unreadable)
    );
    assert_eq!(facts(|problem| problem.due = None), []);
}

#[test]
fn a_stored_day_that_the_words_do_not_give_is_found() {
    let found = facts(|problem| problem.due = Some(day("2022-11-30")));
    let (due, read) = (day("2022-11-30"), day("2022-10-31"));
    assert_eq!(found, [Fact::LimitReadsOtherwise { words: "10月底前".into(), due, read }]);
}

#[test]
fn days_out_of_order_are_found() {
    let measure =
        Measure { no: 1, text: "措".into(), due: Some(day("2022-11-01")), ..Measure::default() };
    let found = facts(|problem| problem.measures.push(measure));
    assert_eq!(
        found,
        [Fact::MeasureAfterProblem { measure: day("2022-11-01"), problem: day("2022-10-31") }]
    );
    let found = facts(|problem| problem.found = Some(day("2022-11-01")));
    assert_eq!(found, [Fact::DueBeforeFound { due: day("2022-10-31"), found: day("2022-11-01") }]);
    let progress = |on: &str| entry(on, Act::Progress { evidence: Vec::new() });
    let found = facts(|problem| problem.entries.push(progress("2022-09-22")));
    assert_eq!(found, [Fact::EntryBeforeFound { on: day("2022-09-22"), found: day("2022-09-23") }]);
    let found = facts(|problem| problem.entries.push(progress("2022-12-02")));
    assert_eq!(found, [Fact::EntryInFuture { on: day("2022-12-02"), today: day("2022-12-01") }]);
}

#[test]
fn an_act_out_of_its_state_is_found() {
    let reopen = Act::Reopen { measures: Vec::new(), basis: None, limit: None, due: None };
    let found = facts(|problem| problem.entries.push(entry("2022-10-01", reopen)));
    assert_eq!(found, [Fact::OutOfState { act: ActKind::Reopen, state: State::Open }]);
    let done = Act::Done {
        measures: Vec::new(),
        occurrence: Some(day("2022-10-05")),
        evidence: Vec::new(),
    };
    assert_eq!(
        facts(|problem| problem.entries.push(entry("2022-10-05", done))),
        [Fact::OccurrenceOfNoDuty]
    );
}

#[test]
fn names_that_the_book_does_not_know_are_found() {
    let found = facts(|problem| problem.responsible.with.push("基层卫股".into()));
    assert_eq!(
        found,
        [Fact::UndeclaredUnit {
            name: "基层卫股".into(), nearest: Some("基层卫生股".into())
        }]
    );
    let found = facts(|problem| problem.responsible.leader.push("主任".into()));
    assert_eq!(found, [Fact::UndeclaredPerson { name: "主任".into(), nearest: None }]);
    let found = facts(|problem| problem.recurs.push("2018/3".into()));
    assert_eq!(found, [Fact::RecursNowhere("2018/3".into())]);
}

/// The rules that find something.
fn rules(slip: impl FnOnce(&mut Problem)) -> Vec<Rule> {
    facts(slip).iter().map(Fact::rule).collect()
}

fn keyed(number: u8, on: &str, act: Act) -> Entry {
    Entry { key: Key::from_random([number; 6]), ..entry(on, act) }
}

fn done() -> Act {
    Act::Done { measures: Vec::new(), occurrence: None, evidence: Vec::new() }
}

fn close() -> Act {
    Act::Close { verifier: Some("纪检组".into()), evidence: Vec::new(), reason: None }
}

#[test]
fn an_entry_that_counts_for_nothing_is_not_judged() {
    let extend = |due: &str| Act::Extend {
        measures: Vec::new(),
        limit: None,
        due: day(due),
        applicant: None,
        approver: None,
        asked: None,
    };
    let backwards = keyed(1, "2022-10-10", extend("2022-10-20"));
    let found = rules(|problem| problem.entries.push(backwards.clone()));
    assert_eq!(found, [Rule::NoApprover, Rule::ExtensionNotLater]);
    let void = keyed(2, "2022-10-11", Act::Void { of: backwards.key });
    let found = rules(|problem| problem.entries.extend([backwards, void.clone()]));
    assert_eq!(found, [], "a void takes its entry back, and is none too many itself");
    let again = Entry { key: Key::from_random([3; 6]), ..void.clone() };
    let progress = keyed(1, "2022-10-10", Act::Progress { evidence: Vec::new() });
    let found = rules(|problem| problem.entries.extend([progress, void, again]));
    assert_eq!(found, [Rule::VoidedTwice]);
}

#[test]
fn what_is_wrong_is_said_once() {
    let late = Act::Suspend { approver: None };
    let out_of_state = Entry { text: None, ..keyed(3, "2022-10-12", late) };
    let entries = [keyed(1, "2022-10-10", done()), keyed(2, "2022-10-11", close()), out_of_state];
    assert_eq!(rules(|problem| problem.entries.extend(entries)), [Rule::OutOfState]);
    let future = keyed(1, "2022-12-02", done());
    assert_eq!(rules(|problem| problem.entries.push(future)), [Rule::EntryInFuture]);
}

#[test]
fn an_entry_is_judged_by_what_was_known_on_its_day() {
    let measure = |no| Measure { no, text: "措".into(), ..Measure::default() };
    let later = Measure { since: Some(day("2022-11-01")), ..measure(2) };
    let entries = [keyed(1, "2022-10-10", done()), keyed(2, "2022-10-11", close())];
    let closed = |problem: &mut Problem, second: Measure| {
        problem.measures.extend([measure(1), second]);
        problem.entries.extend(entries.clone());
    };
    assert_eq!(rules(|problem| closed(problem, measure(2))), []);
    assert_eq!(rules(|problem| closed(problem, later)), [Rule::ClosedWithOpenMeasures]);
}

#[test]
fn a_change_is_held_up_by_errors_only() {
    let head = Head { issued: Some(day("2022-09-23")), ..Head::default() };
    let ledger = Ledger { name: "x".into(), head, problems: Vec::new() };
    let book = Book { ledgers: vec![ledger.clone()], ..Book::default() };
    let before = Problem { no: 1, title: "题".into(), ..Problem::default() };
    let words = Some("10月底前，长期坚持".to_owned());
    let doubtful = Problem { limit: words, due: Some(day("2022-11-30")), ..before.clone() };
    let today = day("2022-12-01");
    assert_eq!(new_findings(&book, &ledger, Some(&before), &doubtful, today), []);
    let wrong = Problem { due: Some(day("2022-09-01")), ..before.clone() };
    let found = new_findings(&book, &ledger, Some(&before), &wrong, today);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(new_findings(&book, &ledger, Some(&wrong), &wrong, today), [], "it was there");
}

#[test]
fn each_rule_has_a_name_of_its_own() {
    for (at, (name, rule, severity)) in Rule::ALL.into_iter().enumerate() {
        assert_eq!((rule.name(), rule.severity()), (name, severity));
        assert!(Rule::ALL[..at].iter().all(|(other, same, _)| *other != name && *same != rule));
    }
}

#[test]
fn what_lies_before_the_finding_is_mended_by_a_void() {
    let progress = keyed(1, "2022-09-01", Act::Progress { evidence: Vec::new() });
    let found = rules(|problem| problem.entries.push(progress.clone()));
    assert_eq!(found, [Rule::EntryBeforeFound]);
    let void = keyed(2, "2022-11-01", Act::Void { of: progress.key });
    assert_eq!(rules(|problem| problem.entries.extend([progress, void])), []);
}

#[test]
fn a_reassignment_that_was_taken_back_names_nobody() {
    let mut to = Responsible::default();
    to.lead.push("无此股".into());
    let assign = keyed(1, "2022-10-10", Act::Assign { measures: Vec::new(), to });
    let found = rules(|problem| problem.entries.push(assign.clone()));
    assert_eq!(found, [Rule::UndeclaredUnit]);
    let void = keyed(2, "2022-10-11", Act::Void { of: assign.key });
    assert_eq!(rules(|problem| problem.entries.extend([assign, void])), []);
}
