//! The heads: read, written, and what is wrong with them.

use std::sync::Arc;

use super::{read_book, read_head, write_book, write_head};
use crate::complaint::{Complaint, Expected, Fault, Source, Table};

const BOOK: &str = r#"name = "某区卫生健康委员会"
timezone = "Asia/Shanghai"
lang = "zh"
ledger = "2022-inspection"
x_code = "410300"

[[policy]]
immediate = 15
rest_day = "before"
bands = [20, 10, 0]
review = "half"
second_person = false
evidence = []
report_first = true
count = "all"
office_days = 0

[[policy]]
from = 2023-01-01
evidence = ["done", "close"]

[unit."基层股"]
parent = "区卫健委"
former = ["基层科"]
from = 2019-01-01
until = 2023-12-31
successor = "公卫股"

[unit."某 \"院\""]

[person."ann"]
unit = "基层股"
git = ["ann@example.org"]
x_phone = "1"

[calendar]
off = [2022-10-08]
worked = [2022-10-09, 2022-10-10]
"#;

const HEAD: &str = r#"title = "台账"
source = "巡察组"
owner = "委"
issued = 2022-09-23
dates = { feedback = 2022-09-08, "报送" = 2022-10-30 }
first_is_lead = true
x_note = "注"

[[phase]]
name = "集中整改"
from = 2022-09-23
until = 2022-12-31

[[phase]]
name = "巩固"

[[policy]]
immediate = 10
"#;

fn source(text: &str) -> Arc<Source> {
    Arc::new(Source { path: "ledger.toml".into(), text: text.into(), ..Source::default() })
}

/// Returns each fault with the text that it is about.
fn told<T>(text: &str, read: Result<T, Vec<Complaint>>) -> Vec<(&str, Fault)> {
    let complaints = read.err().unwrap_or_default();
    complaints.into_iter().map(|Complaint { span, fault, .. }| (&text[span], fault)).collect()
}

#[test]
fn heads_are_written_as_they_are_read() {
    assert_eq!(read_book(&source(BOOK)).map(|book| write_book(&book)), Ok(BOOK.to_owned()));
    assert_eq!(read_head(&source(HEAD)).map(|head| write_head(&head)), Ok(HEAD.to_owned()));
    assert_eq!(read_book(&source("")).map(|book| write_book(&book)), Ok(String::new()));
    let calendar = "[calendar]\noff = [2022-10-08]\n";
    assert_eq!(read_book(&source(calendar)).map(|book| write_book(&book)), Ok(calendar.to_owned()));
}

#[test]
fn dates_may_stand_in_a_table_of_their_own() {
    let table = "[dates]\nfeedback = 2022-09-08\n";
    let inline = "dates.feedback = 2022-09-08\n";
    let read = read_head(&source(table));
    assert_eq!(read, read_head(&source(inline)));
    assert_eq!(read.map(|head| head.dates.len()), Ok(1));
}

#[test]
fn all_faults_of_a_head_come_at_once() {
    let text = "titel = \"台账\"\nissued = 2022\ndates = { feedback = \"九月\" }\nphase = 1\n\
                [[policy]]\nrest_day = \"next\"\nimmediate = 0\nbands = [10, -1]\nx_own = \"a\"\n";
    let wrong = |key: &str, expected| Fault::WrongKind { key: key.into(), expected };
    let unknown = |key: &str, table, nearest| Fault::UnknownKey {
        key: key.into(),
        table,
        nearest,
        of_problem: false,
    };
    let word = Fault::WrongWord {
        key: "rest_day".into(),
        word: "next".into(),
        allowed: vec!["roll", "keep", "before"],
    };
    assert_eq!(
        told(text, read_head(&source(text))),
        [
            ("titel", unknown("titel", Table::Head, Some("title"))),
            ("2022", wrong("issued", Expected::Day)),
            ("\"九月\"", wrong("feedback", Expected::Day)),
            ("phase", wrong("phase", Expected::Tables)),
            ("\"next\"", word),
            ("0", wrong("immediate", Expected::Number)),
            ("-1", wrong("bands", Expected::Numbers)),
            ("x_own", unknown("x_own", Table::Policy, None)),
        ]
    );
    let text = "[[phase]]\nname = \"一\"\n[[phase]]\nname = \"一\"\nfrom = 2022-02-01\nuntil = 2022-01-01\n";
    assert_eq!(
        told(text, read_head(&source(text))),
        [("\"一\"", Fault::PhaseTwice("一".into())), ("2022-01-01", Fault::EndsBeforeBegin)]
    );
}

#[test]
fn all_faults_of_a_book_come_at_once() {
    let text = "lang = \"fr\"\n[unit]\n\"甲\" = 1\n[unit.\"乙\"]\nformer = [1]\n[person.\"丙\"]\nunits = \"乙\"\n\
                [calendar]\noff = [\"国庆\"]\n";
    let wrong = |key: &str, expected| Fault::WrongKind { key: key.into(), expected };
    let units = Fault::UnknownKey {
        key: "units".into(),
        table: Table::Person,
        nearest: Some("unit"),
        of_problem: false,
    };
    let word =
        Fault::WrongWord { key: "lang".into(), word: "fr".into(), allowed: vec!["zh", "en"] };
    assert_eq!(
        told(text, read_book(&source(text))),
        [
            ("\"fr\"", word),
            ("\"甲\"", wrong("甲", Expected::Table)),
            ("1", wrong("former", Expected::Names)),
            ("units", units),
            ("\"国庆\"", wrong("off", Expected::Days)),
        ]
    );
}
