//! Each refusal is reached, alone, and beside it stands what is allowed.

use super::{Misfit, OneSide, Refusal, refusals};
use crate::domain::acts::State;
use crate::domain::amendment::{Amendment, Field, Value};
use crate::domain::book::{Book, BookHead};
use crate::domain::day::Day;
use crate::domain::entry::{Act, ActKind, Entry, Outcome};
use crate::domain::evidence::Evidence;
use crate::domain::figure::Figure;
use crate::domain::indicator::Indicator;
use crate::domain::key::Key;
use crate::domain::ledger::{Head, Ledger};
use crate::domain::measure::Measure;
use crate::domain::money::Money;
use crate::domain::policy::{EvidenceFor, PolicyEntry};
use crate::domain::problem::{Extra, Kind, Problem};
use crate::domain::standing::AsOf;

const REPORTER: &str = "基层卫生股";
const VERIFIER: &str = "分管副主任";

fn day(text: &str) -> Day {
    Day::from_iso(text).unwrap()
}

fn key(number: u8) -> Key {
    Key::from_random([number; Key::LENGTH])
}

fn by(who: &str, on: &str, number: u8, act: Act) -> Entry {
    let extra = Extra::new();
    Entry {
        key: key(number),
        on: day(on),
        entered: None,
        act,
        by: who.into(),
        text: Some("据核查".into()),
        request: None,
        extra,
    }
}

/// An entry that is to be recorded.
fn now(act: Act) -> Entry {
    by(VERIFIER, "2022-11-01", 31, act)
}

fn done(measures: &[u32]) -> Act {
    Act::Done { measures: measures.to_vec(), occurrence: None, evidence: Vec::new() }
}

fn close() -> Act {
    Act::Close { verifier: None, evidence: Vec::new(), reason: None }
}

fn paper() -> Vec<Evidence> {
    vec!["files/a.pdf".parse().unwrap()]
}

/// A problem with two measures.
fn problem(entries: Vec<Entry>) -> Problem {
    let measure = |no| Measure { no, text: "措施".into(), ..Measure::default() };
    Problem {
        no: 1,
        title: "签约重数量".into(),
        measures: vec![measure(1), measure(2)],
        entries,
        ..Problem::default()
    }
}

/// A duty, without measures.
fn duty(entries: Vec<Entry>) -> Problem {
    Problem {
        kind: Kind::Duty,
        every: Some("每月5日前".into()),
        measures: Vec::new(),
        ..problem(entries)
    }
}

/// A problem of which everything is reported.
fn reported() -> Problem {
    problem(vec![by(REPORTER, "2022-10-12", 1, done(&[]))])
}

/// The same, closed.
fn closed() -> Problem {
    let mut problem = reported();
    problem.entries.push(by(VERIFIER, "2022-10-20", 2, close()));
    problem
}

fn asked_under(policy: PolicyEntry, problem: Problem, entry: &Entry) -> Vec<Refusal> {
    let head = Head { issued: Some(day("2022-09-23")), ..Head::default() };
    let ledger = Ledger { name: "2022".into(), head, problems: vec![problem] };
    let book = BookHead { policies: vec![policy], ..BookHead::default() };
    let book = Book { head: book, ledgers: vec![ledger] };
    let as_of = AsOf::new(&book.head, entry.on);
    let (ledger, problem) = (&book.ledgers[0], &book.ledgers[0].problems[0]);
    refusals(
        &as_of.standing_as_written(ledger, problem),
        entry,
        &BookHead::default(),
        day("2022-12-01"),
    )
}

fn asked(problem: Problem, entry: &Entry) -> Vec<Refusal> {
    asked_under(PolicyEntry::default(), problem, entry)
}

#[test]
fn an_act_out_of_its_state_is_refused() {
    let review = || now(Act::Review { outcome: Outcome::Kept, next: None, evidence: Vec::new() });
    let refusal = Refusal::NotInState { act: ActKind::Review, state: State::Open, since: None };
    assert_eq!(asked(problem(Vec::new()), &review()), [refusal]);
    let since = Some(day("2022-10-20"));
    let refusal = Refusal::NotInState { act: ActKind::Done, state: State::Closed, since };
    assert_eq!(asked(closed(), &now(done(&[]))), [refusal]);
    assert_eq!(asked(closed(), &review()), []);
}

#[test]
fn only_what_is_reported_is_returned() {
    let back = || now(Act::Return { measures: Vec::new() });
    assert_eq!(asked(problem(Vec::new()), &back()), [Refusal::NothingReported]);
    let half = problem(vec![by(REPORTER, "2022-10-12", 1, done(&[1]))]);
    assert_eq!(asked(half, &back()), []);
    assert_eq!(asked(reported(), &back()), []);
}

#[test]
fn closing_waits_for_the_reports() {
    assert_eq!(asked(problem(Vec::new()), &now(close())), [Refusal::Unreported(vec![1, 2])]);
    let half = problem(vec![by(REPORTER, "2022-10-12", 1, done(&[1]))]);
    assert_eq!(asked(half, &now(close())), [Refusal::Unreported(vec![2])]);
    let without = Problem { measures: Vec::new(), ..problem(Vec::new()) };
    assert_eq!(asked(without.clone(), &now(close())), [Refusal::NoReport]);
    assert_eq!(asked(reported(), &now(close())), []);
    let policy = PolicyEntry { report_first: Some(false), ..PolicyEntry::default() };
    assert_eq!(asked_under(policy, without, &now(close())), []);
}

#[test]
fn a_short_indicator_needs_a_reason() {
    let figure = |text: &str| Figure::read(text).unwrap();
    let with_target = |actual: Option<&str>| {
        let mut problem = reported();
        problem.indicators.push(Indicator {
            name: "签约率".into(),
            unit: None,
            baseline: None,
            target: Some(figure("90")),
            better: None,
        });
        problem.entries.extend(actual.map(|actual| {
            let act = Act::Indicator { name: "签约率".into(), actual: figure(actual) };
            by(REPORTER, "2022-10-13", 2, act)
        }));
        problem
    };
    let short = |actual: Option<&str>| Refusal::Short {
        name: "签约率".into(),
        actual: actual.map(figure),
        target: figure("90"),
    };
    assert_eq!(asked(with_target(None), &now(close())), [short(None)]);
    assert_eq!(asked(with_target(Some("89.9")), &now(close())), [short(Some("89.9"))]);
    assert_eq!(asked(with_target(Some("90")), &now(close())), []);
    let reason = Some("上级另有安排".into());
    let act = Act::Close { verifier: None, evidence: Vec::new(), reason };
    assert_eq!(asked(with_target(None), &now(act)), []);
}

#[test]
fn policy_asks_for_evidence() {
    let policy = || PolicyEntry {
        evidence: Some(vec![EvidenceFor::Done, EvidenceFor::Close]),
        ..PolicyEntry::default()
    };
    let bare = asked_under(policy(), problem(Vec::new()), &now(done(&[])));
    assert_eq!(bare, [Refusal::NoEvidence(ActKind::Done)]);
    let bare = asked_under(policy(), reported(), &now(close()));
    assert_eq!(bare, [Refusal::NoEvidence(ActKind::Close)]);
    let act = Act::Done { measures: Vec::new(), occurrence: None, evidence: paper() };
    assert_eq!(asked_under(policy(), problem(Vec::new()), &now(act)), []);
    let act = Act::Close { verifier: None, evidence: paper(), reason: None };
    assert_eq!(asked_under(policy(), reported(), &now(act)), []);
}

#[test]
fn a_second_person_verifies() {
    let by_reporter = by(REPORTER, "2022-11-01", 31, close());
    assert_eq!(
        asked(reported(), &by_reporter),
        [Refusal::VerifierReported(OneSide::same(REPORTER))]
    );
    let named = Act::Close { verifier: Some(VERIFIER.into()), evidence: Vec::new(), reason: None };
    assert_eq!(asked(reported(), &by(REPORTER, "2022-11-01", 31, named)), []);
    let off = PolicyEntry { second_person: Some(false), ..PolicyEntry::default() };
    assert_eq!(asked_under(off, reported(), &by_reporter), []);
    let refusal = [Refusal::VerifierResponsible(OneSide::same(VERIFIER))];
    let mut led = reported();
    led.responsible.lead.push(VERIFIER.into());
    assert_eq!(asked(led, &now(close())), refusal);
    let mut measured = reported();
    measured.measures[1].responsible.person.push(VERIFIER.into());
    assert_eq!(asked(measured, &now(close())), refusal);
    // Who supports the work, or leads those who do it, may verify it.
    let mut with = reported();
    with.responsible.with.push(VERIFIER.into());
    with.responsible.leader.push(VERIFIER.into());
    assert_eq!(asked(with, &now(close())), []);
}

#[test]
fn what_an_entry_names_exists() {
    assert_eq!(asked(problem(Vec::new()), &now(done(&[2, 3]))), [Refusal::NoSuchMeasure(3)]);
    assert_eq!(asked(problem(Vec::new()), &now(done(&[2]))), []);
    let mut later = problem(Vec::new());
    later.measures[1].since = Some(day("2022-11-02"));
    assert_eq!(asked(later, &now(done(&[2]))), [Refusal::NoSuchMeasure(2)]);
    let act = Act::Indicator { name: "履约率".into(), actual: Figure::read("75").unwrap() };
    let refusal = Refusal::NoSuchIndicator("履约率".into());
    assert_eq!(asked(problem(Vec::new()), &now(act)), [refusal]);
}

#[test]
fn an_entry_is_voided_once() {
    let void = |of| now(Act::Void { of: key(of) });
    assert_eq!(asked(reported(), &void(9)), [Refusal::NoSuchEntry(key(9))]);
    assert_eq!(asked(reported(), &void(1)), []);
    let mut voided = reported();
    voided.entries.push(by(VERIFIER, "2022-10-13", 2, Act::Void { of: key(1) }));
    assert_eq!(asked(voided, &void(1)), [Refusal::AlreadyVoid(key(1))]);
}

#[test]
fn an_entry_lies_between_the_finding_and_today() {
    let on = |day| by(REPORTER, day, 31, done(&[]));
    let (early, found) = (day("2022-09-22"), day("2022-09-23"));
    let refusal = Refusal::BeforeFound { on: early, found };
    assert_eq!(asked(problem(Vec::new()), &on("2022-09-22")), [refusal]);
    let (late, today) = (day("2022-12-02"), day("2022-12-01"));
    let refusal = Refusal::InFuture { on: late, today };
    assert_eq!(asked(problem(Vec::new()), &on("2022-12-02")), [refusal]);
    assert_eq!(asked(problem(Vec::new()), &on("2022-09-23")), []);
    assert_eq!(asked(problem(Vec::new()), &on("2022-12-01")), []);
}

#[test]
fn a_duty_is_met_by_its_occurrences_and_nothing_else_has_any() {
    let on = |occurrence: Option<&str>| {
        let occurrence = occurrence.map(day);
        now(Act::Done { measures: Vec::new(), occurrence, evidence: Vec::new() })
    };
    assert_eq!(asked(duty(Vec::new()), &on(None)), [Refusal::Occurrence(Kind::Duty)]);
    assert_eq!(asked(duty(Vec::new()), &on(Some("2022-11-05"))), []);
    let occurrence = Some("2022-11-05");
    assert_eq!(asked(problem(Vec::new()), &on(occurrence)), [Refusal::Occurrence(Kind::Problem)]);
    assert_eq!(asked(problem(Vec::new()), &on(None)), []);
}

#[test]
fn all_that_speaks_against_an_act_is_said_at_once() {
    let policy = PolicyEntry { evidence: Some(vec![EvidenceFor::Close]), ..PolicyEntry::default() };
    let mut led = problem(vec![by(REPORTER, "2022-10-12", 1, done(&[1]))]);
    led.responsible.lead.push(VERIFIER.into());
    let said = asked_under(policy, led, &by(VERIFIER, "2022-12-02", 31, close()));
    assert_eq!(
        said,
        [
            Refusal::InFuture { on: day("2022-12-02"), today: day("2022-12-01") },
            Refusal::Unreported(vec![2]),
            Refusal::NoEvidence(ActKind::Close),
            Refusal::VerifierResponsible(OneSide::same(VERIFIER)),
        ]
    );
}

#[test]
fn a_slip_in_the_day_of_finding_is_amended_and_then_counts_for_earlier_days() {
    let found = |on, new: &str| {
        let change = Amendment { field: Field::Found, value: Value::Day(day(new)) };
        by(VERIFIER, on, 7, Act::Amend { measure: None, change, old: None })
    };
    let on = |text| by(REPORTER, text, 31, done(&[]));
    let early = Refusal::BeforeFound { on: day("2022-07-01"), found: day("2022-09-23") };
    assert_eq!(asked(problem(Vec::new()), &on("2022-07-01")), [early]);
    let amended = problem(vec![found("2022-11-01", "2022-06-30")]);
    assert_eq!(asked(amended, &on("2022-07-01")), []);
    // A problem found by a slip of the pen only next year can be mended, but not into the future.
    let slip = || Problem { found: Some(day("2023-09-23")), ..problem(Vec::new()) };
    assert_eq!(asked(slip(), &found("2022-11-01", "2022-09-23")), []);
    let early = Refusal::BeforeFound { on: day("2022-11-01"), found: day("2023-01-01") };
    assert_eq!(asked(slip(), &found("2022-11-01", "2023-01-01")), [early]);
}

#[test]
fn a_duty_is_given_no_last_day() {
    let due = Some(day("2022-12-31"));
    let reopen = Act::Reopen { measures: Vec::new(), basis: None, limit: None, due };
    let amend = |field, value| {
        let change = Amendment { field, value };
        now(Act::Amend { measure: None, change, old: None })
    };
    let refusals = asked(duty(vec![by(VERIFIER, "2022-10-20", 2, close())]), &now(reopen));
    assert!(refusals.contains(&Refusal::Misfit(Misfit::DutyHasNoDay)), "{refusals:?}");
    let of_day = || amend(Field::Due, Value::Day(day("2022-12-31")));
    assert_eq!(asked(duty(Vec::new()), &of_day()), [Refusal::Misfit(Misfit::DutyHasNoDay)]);
    assert_eq!(asked(problem(Vec::new()), &of_day()), []);
    assert_eq!(asked(duty(Vec::new()), &amend(Field::Title, Value::Text("新".into()))), []);
}

#[test]
fn a_new_round_does_not_end_before_it_begins() {
    let reopen = |due: &str| {
        let due = Some(day(due));
        now(Act::Reopen { measures: Vec::new(), basis: None, limit: None, due })
    };
    let closed = || {
        let mut problem = reported();
        problem.entries.push(by(VERIFIER, "2022-10-20", 2, close()));
        problem
    };
    let past = Misfit::PastDay { new: day("2022-10-31"), on: day("2022-11-01") };
    assert_eq!(asked(closed(), &reopen("2022-10-31")), [Refusal::Misfit(past)]);
    assert_eq!(asked(closed(), &reopen("2022-11-01")), []);
}

#[test]
fn the_day_of_a_problem_without_one_is_the_latest_of_its_measures() {
    let of_measures = || {
        let mut problem = problem(Vec::new());
        (problem.due, problem.limit) = (None, None);
        problem.measures[0].due = Some(day("2022-11-30"));
        problem.measures[1].due = Some(day("2022-12-31"));
        problem
    };
    let extend = |due: &str| {
        now(Act::Extend {
            measures: Vec::new(),
            limit: None,
            due: day(due),
            applicant: None,
            approver: Some("主任".into()),
            asked: None,
        })
    };
    let (new, last) = (day("2022-12-15"), day("2022-12-31"));
    let refusal = Refusal::Misfit(Misfit::NotLater { now: last, new });
    assert_eq!(asked(of_measures(), &extend("2022-12-15")), [refusal]);
    assert_eq!(asked(of_measures(), &extend("2023-01-31")), []);
}

#[test]
fn what_is_taken_back_was_there_before() {
    let void = |on, of| by(VERIFIER, on, 31, Act::Void { of: key(of) });
    let (of, on) = (day("2022-10-12"), day("2022-10-01"));
    let refusal = Refusal::Misfit(Misfit::VoidsLater { of, on });
    assert_eq!(asked(reported(), &void("2022-10-01", 1)), [refusal]);
    // Also where it was taken back only on a later day than that of the second attempt.
    let mut voided = reported();
    voided.entries.push(void("2022-10-20", 1));
    assert_eq!(asked(voided, &void("2022-10-13", 1)), [Refusal::AlreadyVoid(key(1))]);
}

#[test]
fn no_less_is_to_come_back_than_has_come_back() {
    let money = |yuan: i64| Money::from_fen(yuan * 100).unwrap();
    let recovered = || {
        let recover = Act::Recover { amount: money(50), evidence: Vec::new() };
        let entries = vec![by(REPORTER, "2022-10-12", 1, recover)];
        Problem { amount: Some(money(100)), ..problem(entries) }
    };
    let amend = |field, yuan| {
        let change = Amendment { field, value: Value::Money(money(yuan)) };
        now(Act::Amend { measure: None, change, old: None })
    };
    for field in [Field::Amount, Field::Recoverable] {
        let below = Misfit::BelowRecovered { recovered: money(50), recoverable: money(49) };
        assert_eq!(asked(recovered(), &amend(field, 49)), [Refusal::Misfit(below)]);
        assert_eq!(asked(recovered(), &amend(field, 50)), []);
    }
}

#[test]
fn an_amended_day_stays_before_the_day_to_which_it_was_extended() {
    let extend = Act::Extend {
        measures: Vec::new(),
        limit: None,
        due: day("2022-11-30"),
        applicant: None,
        approver: Some("主任".into()),
        asked: None,
    };
    let extended = || problem(vec![by(REPORTER, "2022-10-12", 1, extend.clone())]);
    let amend = |due: &str| {
        let change = Amendment { field: Field::Due, value: Value::Day(day(due)) };
        now(Act::Amend { measure: None, change, old: None })
    };
    let (new, last) = (day("2022-11-30"), day("2022-12-15"));
    let refusal = Refusal::Misfit(Misfit::NotLater { now: last, new });
    assert_eq!(asked(extended(), &amend("2022-12-15")), [refusal]);
    assert_eq!(asked(extended(), &amend("2022-11-29")), []);
}

#[test]
fn an_extension_leads_to_no_day_that_is_past_when_it_is_granted() {
    let extend = |on: &str| {
        let (measures, limit, asked) = (Vec::new(), None, None);
        let (applicant, approver) = (None, Some("主任".into()));
        let due = day("2022-10-31");
        by(REPORTER, on, 31, Act::Extend { measures, limit, due, applicant, approver, asked })
    };
    let limited = || Problem { due: Some(day("2022-10-10")), ..problem(Vec::new()) };
    let past = Misfit::ExtendsToPast { new: day("2022-10-31"), on: day("2022-11-01") };
    assert_eq!(asked(limited(), &extend("2022-11-01")), [Refusal::Misfit(past)]);
    assert_eq!(asked(limited(), &extend("2022-10-31")), [], "the day itself is in time");
}
