//! Duties of many rhythms, and what became of their occurrences.

use super::{Day, Fulfilment, When};
use crate::domain::acts::State;
use crate::domain::book::{Book, BookHead};
use crate::domain::entry::{Act, Entry};
use crate::domain::gate::{Refusal, refusals};
use crate::domain::key::Key;
use crate::domain::ledger::{Head, Ledger, Phase};
use crate::domain::limit::Kind as Words;
use crate::domain::problem::{Extra, Kind, Problem};
use crate::domain::standing::{AsOf, LastDay, Standing};

fn day(text: &str) -> Day {
    Day::from_iso(text).unwrap()
}

fn entry(number: u8, on: &str, act: Act) -> Entry {
    Entry {
        key: Key::from_random([number; Key::LENGTH]),
        on: day(on),
        entered: None,
        act,
        by: "办公室".into(),
        text: None,
        request: None,
        extra: Extra::new(),
    }
}

/// A report of the occurrence `of`.
fn done(number: u8, on: &str, of: &str) -> Entry {
    let occurrence = Some(day(of));
    entry(number, on, Act::Done { measures: Vec::new(), occurrence, evidence: Vec::new() })
}

fn duty(every: &str, from: &str, until: Option<&str>, entries: Vec<Entry>) -> Problem {
    Problem {
        no: 1,
        title: "汇总进展".into(),
        kind: Kind::Duty,
        every: Some(every.into()),
        from: Some(day(from)),
        until: until.map(day),
        entries,
        ..Problem::default()
    }
}

fn book(problem: Problem) -> Book {
    let head = Head { issued: Some(day("2021-11-30")), ..Head::default() };
    let ledger = Ledger { name: "2021".into(), head, problems: vec![problem] };
    Book { head: BookHead::default(), ledgers: vec![ledger] }
}

fn ask<T>(book: &Book, today: &str, answer: impl Fn(&Standing<'_>) -> T) -> T {
    answer(&AsOf::new(&book.head, day(today)).standings(book)[0])
}

/// The days on which a duty falls due, up to a day.
fn days(every: &str, from: &str, until: &str) -> Vec<String> {
    let book = book(duty(every, from, Some(until), Vec::new()));
    ask(&book, "2022-01-01", |standing| match &standing.duty.as_ref().unwrap().when {
        When::Days(schedule) => schedule.days().map(|day| day.to_string()).collect(),
        other => panic!("{every}: {other:?}"),
    })
}

/// Met, late, missed, and the next.
fn figures(book: &Book, today: &str) -> ([usize; 3], Option<Day>) {
    ask(book, today, |standing| {
        let duty = standing.duty.as_ref().unwrap();
        let counts = [Fulfilment::Met, Fulfilment::Late, Fulfilment::Missed];
        (counts.map(|fulfilment| duty.count(fulfilment)), duty.next())
    })
}

#[test]
fn a_month_falls_due_on_its_day_and_a_short_one_at_its_end() {
    assert_eq!(
        days("每月5日前", "2021-11-30", "2022-03-04"),
        ["2021-12-05", "2022-01-05", "2022-02-05"]
    );
    assert_eq!(
        days("每月31日前", "2022-01-15", "2022-04-30"),
        ["2022-01-31", "2022-02-28", "2022-03-31", "2022-04-30"]
    );
    assert_eq!(days("每月", "2024-02-29", "2024-03-31"), ["2024-02-29", "2024-03-31"]);
}

#[test]
fn longer_periods_fall_due_at_their_ends() {
    assert_eq!(
        days("原则上每季度召开一次", "2021-11-30", "2022-11-30"),
        ["2021-12-31", "2022-03-31", "2022-06-30", "2022-09-30"]
    );
    assert_eq!(
        days("至少每半年开展一次", "2022-06-30", "2023-01-01"),
        ["2022-06-30", "2022-12-31"]
    );
    assert_eq!(days("每年3月底前", "2022-04-01", "2024-12-31"), ["2023-03-31", "2024-03-31"]);
    assert_eq!(days("quarterly", "2022-01-01", "2022-06-30"), ["2022-03-31", "2022-06-30"]);
}

#[test]
fn weeks_fall_due_on_their_day_and_counted_days_are_counted_from_the_beginning() {
    assert_eq!(
        days("每周五", "2022-01-07", "2022-01-22"),
        ["2022-01-07", "2022-01-14", "2022-01-21"]
    );
    assert_eq!(days("一周一调度", "2022-01-03", "2022-01-16"), ["2022-01-09", "2022-01-16"]);
    // The first fortnight has the first day in it.
    assert_eq!(days("每两周", "2022-01-03", "2022-01-31"), ["2022-01-16", "2022-01-30"]);
}

#[test]
fn what_falls_after_the_period_belongs_to_its_own_day() {
    assert_eq!(
        days("每季度结束后15日内", "2022-01-01", "2022-05-01"),
        ["2022-01-15", "2022-04-15"]
    );
}

#[test]
fn the_day_itself_is_in_time_and_the_day_after_it_is_missed() {
    let book = book(duty("每月5日前", "2021-11-30", None, Vec::new()));
    assert_eq!(figures(&book, "2021-12-05"), ([0, 0, 0], Some(day("2021-12-05"))));
    assert_eq!(figures(&book, "2021-12-06"), ([0, 0, 1], Some(day("2022-01-05"))));
    let late = |today: &str| {
        ask(&book, today, |standing| {
            let lines = standing.lines();
            let late =
                lines.iter().filter_map(|line| Some((line.occurrence()?, line.days_late()?)));
            (standing.is_overdue(), late.collect::<Vec<_>>())
        })
    };
    assert_eq!(late("2021-12-05"), (false, Vec::new()));
    assert_eq!(late("2022-01-06"), (true, vec![(day("2021-12-05"), 32), (day("2022-01-05"), 1)]));
}

#[test]
fn an_occurrence_is_met_by_the_report_that_names_it() {
    let entries = vec![
        done(1, "2021-12-05", "2021-12-05"),
        done(2, "2022-01-06", "2022-01-05"),
        done(3, "2022-03-01", "2022-03-05"),
        done(4, "2022-03-20", "2022-03-05"), // the first report counts
    ];
    let book = book(duty("每月5日前", "2021-11-30", None, entries));
    assert_eq!(figures(&book, "2022-01-05"), ([1, 0, 0], Some(day("2022-01-05"))));
    assert_eq!(figures(&book, "2022-01-06"), ([1, 1, 0], Some(day("2022-02-05"))));
    assert_eq!(figures(&book, "2022-02-20"), ([1, 1, 1], Some(day("2022-03-05"))));
    // Reported early, so the next is the one after it.
    assert_eq!(figures(&book, "2022-03-01"), ([2, 1, 1], Some(day("2022-04-05"))));
    assert_eq!(figures(&book, "2022-03-31"), ([2, 1, 1], Some(day("2022-04-05"))));
    ask(&book, "2022-03-31", |standing| assert_eq!(standing.state, State::Open));
}

#[test]
fn a_void_takes_a_report_back() {
    let of = Key::from_random([1; Key::LENGTH]);
    let entries =
        vec![done(1, "2021-12-05", "2021-12-05"), entry(2, "2021-12-20", Act::Void { of })];
    let book = book(duty("每月5日前", "2021-11-30", None, entries));
    assert_eq!(figures(&book, "2021-12-19").0, [1, 0, 0]);
    assert_eq!(figures(&book, "2021-12-20").0, [0, 0, 1]);
}

#[test]
fn after_its_end_nothing_falls_due_and_what_was_missed_stays_missed() {
    let book = book(duty("每月5日前", "2021-11-30", Some("2022-01-05"), Vec::new()));
    assert_eq!(figures(&book, "2022-01-05"), ([0, 0, 1], Some(day("2022-01-05"))));
    assert_eq!(figures(&book, "2022-12-31"), ([0, 0, 2], None));
    ask(&book, "2022-12-31", |standing| assert_eq!(standing.last_day(), LastDay::NotGiven));
}

#[test]
fn without_days_of_its_own_a_duty_runs_from_the_finding_to_the_end_of_the_last_phase() {
    let phase = |until: Option<&str>| Phase {
        name: until.unwrap_or("-").into(),
        from: None,
        until: until.map(day),
    };
    let mut problem = duty("每月5日前", "2021-11-30", None, Vec::new());
    problem.from = None;
    let mut book = book(problem);
    book.ledgers[0].head.phases = vec![phase(Some("2022-01-31")), phase(None)];
    assert_eq!(figures(&book, "2022-12-31"), ([0, 0, 2], None));
    book.ledgers[0].problems[0].found = Some(day("2022-01-01"));
    assert_eq!(figures(&book, "2022-12-31"), ([0, 0, 1], None));
    book.ledgers[0].head.phases.clear();
    assert_eq!(figures(&book, "2022-03-01"), ([0, 0, 2], Some(day("2022-03-05"))));
}

#[test]
fn what_falls_due_while_a_duty_rests_is_asked_of_nobody() {
    let suspend = || Act::Suspend { approver: None };
    let resume = || Act::Resume { approver: None };
    let entries = vec![
        entry(1, "2022-01-05", suspend()),
        entry(2, "2022-03-05", resume()),
        entry(3, "2022-04-01", Act::Withdraw { approver: None }),
    ];
    let book = book(duty("每月5日前", "2021-11-30", None, entries));
    // Missed before it was suspended; the day of the suspension is at rest, that of the resumption is not.
    assert_eq!(figures(&book, "2022-03-04"), ([0, 0, 1], None));
    assert_eq!(figures(&book, "2022-03-05"), ([0, 0, 1], Some(day("2022-03-05"))));
    assert_eq!(figures(&book, "2022-03-06"), ([0, 0, 2], Some(day("2022-04-05"))));
    assert_eq!(figures(&book, "2022-12-31"), ([0, 0, 2], None));
    // Who rests is not overdue.
    let overdue = |today: &str| {
        ask(&book, today, |standing| standing.lines().iter().any(|line| line.days_late().is_some()))
    };
    assert_eq!(["2022-01-04", "2022-01-05", "2022-03-05"].map(overdue), [true, false, true]);
    assert!(!overdue("2022-12-31"));
}

#[test]
fn a_report_names_a_day_on_which_the_duty_falls_due() {
    let book = book(duty("每月5日前", "2021-11-30", Some("2022-01-31"), Vec::new()));
    let refused = |on: &str, of: &str| {
        ask(&book, on, |standing| {
            refusals(standing, &done(1, on, of), &book.head, day("2022-03-01"))
        })
    };
    let none = |text: &str, before: Option<&str>, after: Option<&str>| {
        let (before, after) = (before.map(day), after.map(day));
        [Refusal::NoSuchOccurrence { day: day(text), before, after }]
    };
    assert_eq!(refused("2022-01-03", "2022-01-05"), []);
    assert_eq!(refused("2022-02-03", "2022-01-05"), []);
    assert_eq!(
        refused("2022-01-03", "2022-01-04"),
        none("2022-01-04", Some("2021-12-05"), Some("2022-01-05"))
    );
    assert_eq!(refused("2022-01-03", "2021-11-05"), none("2021-11-05", None, Some("2021-12-05")));
    assert_eq!(refused("2022-02-03", "2022-02-05"), none("2022-02-05", Some("2022-01-05"), None));
}

#[test]
fn an_occurrence_is_reported_once_whatever_the_days_of_the_reports() {
    let of = "2022-01-05";
    let mut entries = vec![done(1, "2022-01-04", of)];
    let known = book(duty("每月5日前", "2021-11-30", None, entries.clone()));
    let (refusal, again) = (
        Refusal::OccurrenceReported { day: day(of), on: day("2022-01-04"), of: entries[0].key },
        |on: &str, book: &Book| {
            ask(book, on, |standing| {
                refusals(standing, &done(2, on, of), &book.head, day("2022-03-01"))
            })
        },
    );
    for on in ["2022-01-03", "2022-01-06"] {
        assert_eq!(again(on, &known), std::slice::from_ref(&refusal), "{on}");
    }
    entries.push(entry(3, "2022-01-08", Act::Void { of: entries[0].key }));
    let taken_back = book(duty("每月5日前", "2021-11-30", None, entries));
    assert_eq!(again("2022-01-06", &taken_back), []);
}

#[test]
fn a_duty_can_be_closed_without_a_report_of_the_whole() {
    let book = book(duty("每月5日前", "2021-11-30", None, Vec::new()));
    let close =
        entry(1, "2022-01-10", Act::Close { verifier: None, evidence: vec![], reason: None });
    let refused = ask(&book, "2022-01-10", |standing| {
        refusals(standing, &close, &book.head, day("2022-01-10"))
    });
    assert_eq!(refused, []);
}

#[test]
fn words_that_do_not_recur_in_one_rhythm_give_no_day() {
    let reads = |words: &str| {
        let book = book(duty(words, "2022-01-01", None, Vec::new()));
        ask(&book, "2022-05-01", |standing| {
            assert_eq!(standing.duty.as_ref().unwrap().next(), None, "{words}");
            match standing.last_day() {
                LastDay::Unclear(reading) => Some(reading.kind),
                LastDay::NoDay(_) | LastDay::NotGiven => None,
                LastDay::Day(day) => panic!("{words}: {day}"),
            }
        })
    };
    assert_eq!(reads("10月底前"), Some(Words::Day));
    assert_eq!(reads("适时"), Some(Words::Vague));
    assert_eq!(reads("2022年12月底前，每月5日前"), Some(Words::Day));
    assert_eq!(reads("每半年一总结，月月有报告"), Some(Words::Several));
    // Understood, but no calendar knows the day.
    assert_eq!(reads("每年汛期前"), None);
}

#[test]
fn a_duty_on_an_event_is_met_on_any_day_and_never_missed() {
    let entries = vec![done(1, "2022-05-02", "2022-05-01"), done(2, "2023-04-28", "2023-05-01")];
    let book = book(duty("每年汛期前", "2022-01-01", None, entries));
    assert_eq!(figures(&book, "2024-12-31"), ([1, 1, 0], None));
}

#[test]
fn without_a_day_to_count_from_nobody_can_tell() {
    let mut problem = duty("每月5日前", "2022-01-01", None, Vec::new());
    problem.from = None;
    let mut book = book(problem);
    book.ledgers[0].head.issued = None;
    let kind = ask(&book, "2022-05-01", |standing| match standing.last_day() {
        LastDay::Unclear(reading) => reading.kind,
        other => panic!("{other:?}"),
    });
    assert_eq!(kind, Words::NoStart);
}
