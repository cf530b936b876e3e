//! A problem from entry to its last close, and the summary of each month: printed at its end, and again in the very end.

use serde_json::Value;

use crate::session::{Form, Session};

/// What is typed, with the day and what becomes of it.
const LIFE: [(&str, &str, i32); 27] = [
    (
        "2022-09-23",
        "add --title 签约重数量轻履约 --lead 基层股 --limit 10月底前整改到位，并长期坚持",
        0,
    ),
    ("2022-09-23", "measure 1 --text 重组团队 --limit 10月20日前", 0),
    ("2022-09-23", "measure 1 --text 按月抽查履约记录", 0),
    ("2022-10-12", "note 1 --by 基层股 --text 已重组团队388个", 0),
    ("2022-10-24", "done 1.1 --by 基层股", 0),
    ("2022-10-28", "notice --by 督查室", 0),
    ("2022-10-28", "notice --by 督查室", 0),
    ("2022-11-03", "notice --by 督查室", 0),
    ("2022-11-03", "notice --by 督查室", 0),
    // Asked for only after the day had passed.
    (
        "2022-11-08",
        "extend 1 --limit 11月底前 --asked 2022-11-07 --text 抽查表未统一 --by 基层股",
        2,
    ),
    (
        "2022-11-08",
        "extend 1 --limit 11月底前 --asked 2022-11-07 --approver 分管副主任 --text 抽查表未统一 --by 基层股",
        0,
    ),
    ("2022-11-30", "done 1.2 --by 基层股", 0),
    ("2022-12-02", "return 1.2 --by 办公室 --text 抽查记录缺两个镇", 0),
    ("2022-12-05", "close 1 --by 办公室", 3),
    ("2022-12-06", "done 1.2 --by 基层股", 0),
    ("2022-12-09", "close 1 --by 基层股", 3),
    ("2022-12-09", "close 1 --by 基层股 --verifier 办公室", 0),
    ("2023-01-05", "done 1 --by 基层股", 3),
    ("2023-03-09", "review 1 --kept --by 办公室", 0),
    ("2023-03-24", "review 1 --relapsed --by 办公室 --text 抽查又见空挂", 0),
    ("2023-03-27", "reopen 1 --by 办公室 --text 回访发现反弹 --due 2023-03-26", 3),
    ("2023-03-27", "reopen 1 --by 办公室 --text 回访发现反弹 --limit 一个月内", 0),
    ("2023-03-27", "reopen 1 --by 办公室 --text 回访发现反弹", 3),
    ("2023-04-03", "notice --by 督查室", 0),
    ("2023-04-20", "done 1 --by 基层股", 0),
    ("2023-04-25", "close 1 --by 督查室 --verifier 基层股", 3),
    ("2023-04-25", "close 1 --by 督查室", 0),
];

const MONTHS: [&str; 8] = [
    "2022-09-30",
    "2022-10-31",
    "2022-11-30",
    "2022-12-31",
    "2023-01-31",
    "2023-02-28",
    "2023-03-31",
    "2023-04-30",
];

/// What a month's summary shows of the problem: state, how far it is, what was done about it.
const FIGURES: [&str; 12] = [
    "open",
    "awaiting",
    "closed",
    "overdue",
    "late_measures",
    "in_time",
    "in_time_extended",
    "reported_late",
    "extensions",
    "notices",
    "relapsed",
    "reopened",
];

/// The figures of each month, as a hand counts them.
const COUNTED: [[u64; 12]; 8] = [
    [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    [1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0],
    [0, 1, 0, 0, 0, 0, 0, 1, 1, 2, 0, 0],
    [0, 0, 1, 0, 0, 0, 0, 1, 1, 2, 0, 0],
    [0, 0, 1, 0, 0, 0, 0, 1, 1, 2, 0, 0],
    [0, 0, 1, 0, 0, 0, 0, 1, 1, 2, 0, 0],
    [1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 1],
    [0, 0, 1, 0, 0, 1, 0, 0, 0, 2, 0, 1],
];

/// Types all of it, and prints the summary at each month's end.
fn lived(form: Form, lang: &str) -> (Session, Vec<String>) {
    let session = Session::with_ledger(form);
    let mut months = MONTHS.iter().peekable();
    let mut printed = Vec::new();
    for (day, words, status) in LIFE {
        while let Some(end) = months.next_if(|end| **end < day) {
            printed.push(summary(&session, end, lang));
        }
        let ended = session.on(day).command(words).output().unwrap();
        assert_eq!(
            ended.status.code(),
            Some(status),
            "{day} {words}\n{}",
            crate::session::said(&ended)
        );
    }
    printed.extend(months.map(|end| summary(&session, end, lang)));
    (session, printed)
}

fn summary(session: &Session, today: &str, lang: &str) -> String {
    let words = format!("summary --today {today} --lang {lang}");
    let said = session.command(&words).output().unwrap();
    assert!(said.status.success());
    String::from_utf8(said.stdout).unwrap()
}

fn totals(session: &Session, today: &str) -> Value {
    session.run(&format!("summary --today {today}")).json()["totals"].clone()
}

/// A text however it was wrapped.
fn plain(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn each_month_reads_in_the_end_as_it_was_printed() {
    for (form, lang) in [(Form::Folder, "zh"), (Form::Table, "en")] {
        let (session, printed) = lived(form, lang);
        for ((month, printed), counted) in MONTHS.iter().zip(&printed).zip(COUNTED) {
            assert_eq!(summary(&session, month, lang), *printed, "{month}");
            let figures = totals(&session, month);
            let figures = FIGURES.map(|name| figures[name].as_u64().unwrap());
            assert_eq!(figures, counted, "{month}: {FIGURES:?}");
        }
        session.on("2023-05-01").run("check").quietly();
    }
}

#[test]
fn what_is_entered_later_changes_its_months_and_is_marked() {
    let marks = [
        ("zh", "之后补记了1条当日或以前的记录，当日出具的数字不含：2022-inspection/1。"),
        ("en", "and figures printed on that day lack them: 2022-inspection/1."),
    ];
    for (form, (lang, mark)) in [Form::Folder, Form::Table].into_iter().zip(marks) {
        let (session, printed) = lived(form, lang);
        session
            .on("2023-05-10")
            .run("account 1 --form 1 --persons 2 --by 纪检组 --on 2022-12-15 --text 谈话提醒")
            .quietly();
        for (month, printed) in MONTHS.iter().zip(&printed) {
            let now = summary(&session, month, lang);
            let told = *month > "2022-12-15";
            assert_eq!(now != *printed, told, "{month}\n{now}");
            assert_eq!(plain(&now).contains(&plain(mark)), told, "{month}\n{now}");
            assert_eq!(totals(&session, month)["accounted"], u64::from(told), "{month}");
        }
        // Nobody lacked it who asks for a day after it was entered.
        assert!(!plain(&summary(&session, "2023-05-10", lang)).contains(&plain(mark)));
    }
}
