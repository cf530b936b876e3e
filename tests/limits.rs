//! Limits and their days: every row of the tables in `tests/golden/`.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ledger::domain::book::CalendarAdditions;
use ledger::domain::calendar::Calendar;
use ledger::domain::day::Day;
use ledger::domain::limit::{Counting, Kind, read};
use ledger::domain::policy::Policy;

fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Day => "day",
        Kind::Immediate => "immediate",
        Kind::Sustained => "sustained",
        Kind::Recurring => "recurring",
        Kind::Several => "several",
        Kind::Ambiguous => "ambiguous",
        Kind::Vague => "vague",
        Kind::Done => "done",
        Kind::Unreadable => "unreadable",
        Kind::NoStart => "no_start",
    }
}

/// Compares a table of limits with what the reader says, and shows all rows that differ.
fn compare(table: &str) {
    let (calendar, policy, dates) =
        (Calendar::with(&CalendarAdditions::default()), Policy::default(), BTreeMap::new());
    let mut wrong = String::new();
    let mut rows = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(table.as_bytes());
    for row in rows.records() {
        let row = row.unwrap();
        let from = Day::from_iso(&row[1]);
        let reading = read(
            &row[0],
            &Counting { issued: None, dates: &dates, from, policy: &policy, calendar: &calendar },
        );
        let days: Vec<_> = reading.days.iter().map(Day::to_string).collect();
        let sustained = if reading.sustained { "yes" } else { "no" };
        let found = (name(reading.kind), days.join("|"), sustained);
        if found != (&row[2], row[3].to_owned(), &row[4]) {
            writeln!(
                wrong,
                "{} ({}): {found:?}, should be {:?}",
                &row[0],
                &row[1],
                (&row[2], &row[3], &row[4])
            )
            .unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_limit_of_the_first_table_is_read_right() {
    compare(include_str!("golden/limits.csv"));
}

#[test]
fn every_limit_of_the_second_table_is_read_right() {
    compare(include_str!("golden/limits-more.csv"));
}
