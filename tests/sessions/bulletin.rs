//! `report bulletin`: the figures of a period are those of `summary` and `diff`, and periods add up to longer ones.

use serde_json::Value;

use crate::samples::BOTH;
use crate::session::Session;
use crate::totals::{book, numbers};

/// How often something of each kind happened.
fn times(of: &Value) -> Vec<(String, i64)> {
    let counts = of["counts"].as_array().unwrap().iter();
    counts
        .map(|count| (count["kind"].as_str().unwrap().to_owned(), count["times"].as_i64().unwrap()))
        .collect()
}

fn bulletin(session: &Session, period: &str) -> Value {
    session.run(&format!("report bulletin --period {period}")).json()
}

/// What the rows of units and what is taken off make.
fn sum(report: &Value, figure: impl Fn(&Value) -> i64) -> i64 {
    let units = report["units"].as_array().unwrap().iter();
    units.map(&figure).sum::<i64>() - figure(&report["repeated"])
}

#[test]
fn a_bulletin_tells_what_summary_counts_on_its_last_day() {
    for form in BOTH {
        let session = book(form);
        for (period, day) in
            [("2022-10", "2022-10-31"), ("2022-W45", "2022-11-13"), ("2022", "2022-12-31")]
        {
            let report = bulletin(&session, period);
            let summary = session.run(&format!("summary --today {day}")).json();
            assert_eq!(report["totals"], summary["totals"], "{period}");
            let overdue = session.run(&format!("overdue --today {day}")).json();
            assert_eq!(report["overdue"], overdue["lines"], "{period}");
            for (figure, total) in numbers(&report["totals"]) {
                let of = |unit: &Value| {
                    let figures = numbers(&unit["figures"]);
                    figures.iter().find(|(key, _)| *key == figure).unwrap().1
                };
                assert_eq!(sum(&report, of), total, "{period}: {figure}");
            }
            for (place, count) in
                report["happened"]["counts"].as_array().unwrap().iter().enumerate()
            {
                let of = |unit: &Value| unit["happened"][place]["problems"].as_i64().unwrap();
                assert_eq!(sum(&report, of), count["problems"].as_i64().unwrap(), "{count}");
            }
        }
    }
}

#[test]
fn the_period_before_is_what_its_own_bulletin_told() {
    let session = book(BOTH[0]);
    for (period, before) in [
        ("2022-11", "2022-10"),
        ("2022-Q4", "2022-Q3"),
        ("2022-W44", "2022-W43"),
        ("2022-10-20..2022-10-26", "2022-10-13..2022-10-19"),
    ] {
        let (report, earlier) = (bulletin(&session, period), bulletin(&session, before));
        assert_eq!(report["happened_before"], earlier["happened"], "{period}");
        assert_eq!(report["earlier"], earlier["totals"], "{period}");
        assert_eq!(report["before"], earlier["period"], "{period}");
    }
}

#[test]
fn what_happened_in_the_months_happened_in_the_year() {
    let session = book(BOTH[0]);
    let year = bulletin(&session, "2022")["happened"].clone();
    let mut months = vec![0; times(&year).len()];
    for month in 1..=12 {
        let happened = bulletin(&session, &format!("2022-{month:02}"))["happened"].clone();
        for (sum, (_, times)) in months.iter_mut().zip(times(&happened)) {
            *sum += times;
        }
    }
    let year: Vec<_> = times(&year).into_iter().filter(|(kind, _)| kind != "overdue").collect();
    let months: Vec<_> = times_named(&months).filter(|(kind, _)| kind != "overdue").collect();
    assert_eq!(months, year);
    let acts = |kind: &str| year.iter().find(|(known, _)| known == kind).unwrap().1;
    assert_eq!((acts("new"), acts("done"), acts("close"), acts("extend")), (7, 2, 1, 1));
}

/// The kinds in their order, with these times.
fn times_named(times: &[i64]) -> impl Iterator<Item = (String, i64)> {
    let kinds = ["new", "done", "close", "return", "reopen", "extend", "overdue", "notice"];
    kinds.map(str::to_owned).into_iter().zip(times.to_vec())
}

#[test]
fn a_period_is_told_up_to_today() {
    let session = book(BOTH[0]);
    session.on("2022-10-26");
    let report = bulletin(&session, "month");
    assert_eq!(report["goes_on"], true);
    assert_eq!(report["today"], "2022-10-26");
    assert_eq!(report["totals"], session.run("summary").json()["totals"]);
    session.run("report bulletin --lang zh").golden("bulletin-week-zh").fine();
    session.run("report bulletin --period last-week").golden("bulletin-last-week").fine();
    session.run("report bulletin --period 2022-11").golden("bulletin-to-come").status(2);
    session
        .run("report bulletin --period 2022-11 --lang zh")
        .golden("bulletin-to-come-zh")
        .status(2);
    session.run("report bulletin --period weekly").golden("bulletin-no-period").status(2);
}

#[test]
fn nothing_is_told_as_nothing() {
    let session = Session::with_ledger(BOTH[0]);
    session.on("2022-09-30");
    session.run("report bulletin --lang zh").golden("bulletin-nothing-zh").fine();
}
