//! Limits and their days: every row of the tables in `tests/golden/`.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

use std::collections::BTreeMap;
use std::fmt::Write as _;

use csv::StringRecord;
use ledger::domain::book::CalendarAdditions;
use ledger::domain::calendar::Calendar;
use ledger::domain::day::Day;
use ledger::domain::limit::{Counting, Kind, Reading, read};
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

/// Everything that a limit is counted with.
struct Desk {
    calendar: Calendar,
    policy: Policy,
    dates: BTreeMap<String, Day>,
}

impl Desk {
    fn new() -> Self {
        let calendar = Calendar::with(&CalendarAdditions::default());
        Self { calendar, policy: Policy::default(), dates: BTreeMap::new() }
    }

    fn read(&self, words: &str, from: Option<Day>) -> Reading {
        let Self { calendar, policy, dates } = self;
        read(words, &Counting { issued: None, dates, from, phases: &[], policy, calendar })
    }
}

fn rows(table: &'static str) -> impl Iterator<Item = StringRecord> {
    let reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(table.as_bytes());
    reader.into_records().map(Result::unwrap)
}

/// Compares a table of limits with what the reader says, and shows all rows that differ.
fn compare(table: &'static str) {
    let desk = Desk::new();
    let mut wrong = String::new();
    for row in rows(table) {
        let reading = desk.read(&row[0], Day::from_iso(&row[1]));
        let days: Vec<_> = reading.days.iter().map(Day::to_string).collect();
        let sustained = if reading.sustained { "yes" } else { "no" };
        let found = (name(reading.kind), days.join("|"), sustained);
        let should = (&row[2], row[3].to_owned(), &row[4]);
        if found != should {
            writeln!(wrong, "{} ({}): {found:?}, should be {should:?}", &row[0], &row[1]).unwrap();
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

/// What stands around a limit in a plan, and says nothing of when.
const AROUND: [(&str, &str); 8] = [
    ("整改时限：", ""),
    ("由区卫生健康委牵头、各镇卫生院配合，", ""),
    ("针对“重数量轻履约”问题，", "。"),
    ("完成12项制度、3个方案；", ""),
    ("", "，由基层卫生股负责"),
    ("", "；责任单位：各股室"),
    ("", "（责任人：分管副主任）"),
    ("（", "）"),
];

#[test]
fn a_limit_reads_the_same_among_the_words_of_a_plan() {
    let desk = Desk::new();
    let mut wrong = String::new();
    let tables = [include_str!("golden/limits.csv"), include_str!("golden/limits-more.csv")];
    for row in tables.into_iter().flat_map(rows) {
        let (words, from) = (&row[0], Day::from_iso(&row[1]));
        // A number alone is read by itself only, and English has other signs.
        if !words.chars().any(|c| c > '\u{2e80}') {
            continue;
        }
        let alone = desk.read(words, from);
        for (before, after) in AROUND {
            let plan = format!("{before}{words}{after}");
            let among = desk.read(&plan, from);
            if (among.kind, &among.days, among.sustained)
                != (alone.kind, &alone.days, alone.sustained)
            {
                writeln!(wrong, "{plan} ({}): {:?} {:?}", &row[1], among.kind, among.days).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}
