//! Parts add up to totals: rows of every summary to its total, and what `overdue` lists to what `summary` counts.

use serde_json::Value;

use crate::samples::BOTH;
use crate::session::{Form, Session};

/// Each key, and two pairs of them.
const KEYS: [&str; 11] = [
    "unit",
    "person",
    "leader",
    "source",
    "category",
    "ledger",
    "status",
    "kind",
    "month",
    "unit,category",
    "status,person",
];

/// Transfers, withdrawals, joint units, two leads of one tree and of two, measures of other units, money, persons, duties
/// with late measures and reviews, two ledgers: on 1 February 2023.
pub(crate) fn book(form: Form) -> Session {
    let session = Session::with_ledger(form);
    let csv = if form == Form::Table { " --csv" } else { "" };
    session.run(&format!("init 2023-survey --issued 2022-10-08{csv}")).quietly();
    let book = session.read("ledgers/book.toml");
    let units = "\n[unit.\"局\"]\n\n[unit.\"甲股\"]\nparent = \"局\"\n\n[unit.\"乙股\"]\nparent = \"局\"\n\n[unit.\"镇\"]\n\n[unit.\"办公室\"]\n\n[unit.\"纪检组\"]\n\n[unit.\"财务\"]\n";
    session.write("ledgers/book.toml", format!("{book}{units}"));
    for words in [
        "add -l 2022-inspection --title 一 --lead 甲股 --lead 乙股 --due 2022-10-31 --amount 10万元 --category 资金",
        "add -l 2022-inspection --title 二 --joint 甲股 --joint 镇 --due 2022-11-30 --category 资金 --person 王",
        "add -l 2022-inspection --title 三 --lead 甲股 --lead 镇 --person 王 --person 李 --due 2022-12-31 --amount 3.5万元",
        "add -l 2022-inspection --title 四 --lead 镇 --leader 副局长 --leader 局长 --due 2022-10-20 --category 党建",
        "add -l 2022-inspection --title 五 --lead 局 --lead 甲股 --due 2022-10-20 --amount 1万元",
        "add -l 2022-inspection --title 六 --due 2022-12-31 --kind task",
        "add -l 2023-survey --title 七 --lead 乙股 --limit 长期坚持 --recurs 2022-inspection/4",
        "add -l 2023-survey --title 月报 --kind duty --every 每月5日前 --lead 甲股 --lead 镇 --until 2023-01-31",
        "add -l 2023-survey --title 例会 --kind duty --every 每季度召开一次 --lead 乙股",
        "measure 2022-inspection/3 --text 清查 --lead 乙股 --due 2022-10-31",
        "measure 2022-inspection/3 --text 追缴 --lead 镇 --lead 甲股 --due 2022-11-15",
        "measure 2023-survey/2 --text 定格式 --lead 乙股 --due 2022-10-31",
        "measure 2023-survey/2 --text 定人 --due 2022-11-30",
        "measure 2023-survey/3 --text 请柬 --limit 长期坚持",
    ] {
        session.on("2022-10-08").run(words).quietly();
    }
    for (day, words) in [
        ("2022-10-20", "done 2022-inspection/4 --by 镇"),
        ("2022-10-25", "close 2022-inspection/4 --by 办公室"),
        ("2022-10-26", "account 2022-inspection/4 --form 2 --persons 2 --times 3 --by 纪检组"),
        ("2022-10-26", "transfer 2022-inspection/5 --to 公安 --by 办公室 --text 移送"),
        ("2022-11-01", "withdraw 2022-inspection/6 --approver 局长 --by 办公室 --text 重复"),
        ("2022-11-02", "recover 2022-inspection/1 4万元 --by 财务"),
        (
            "2022-11-03",
            "extend 2022-inspection/1 --due 2022-12-15 --approver 局长 --by 办公室 --text 难",
        ),
        ("2022-11-05", "done 2023-survey/2 --by 甲股 --for 2022-11-05"),
        ("2022-12-20", "done 2022-inspection/1 --by 甲股"),
        ("2022-10-14", "done 2023-survey/3.1 --by 乙股"),
        ("2022-10-15", "close 2023-survey/3 --by 办公室 --text 已终止"),
    ] {
        session.on(day).run(words).quietly();
    }
    session.on("2023-02-01");
    session
}

/// Every number of an object, and the hundredths of those that are money.
pub(crate) fn numbers(of: &Value) -> Vec<(String, i64)> {
    let number = |value: &Value| match value {
        Value::Number(number) => number.as_i64(),
        Value::String(yuan) => {
            let digits: String = yuan.chars().filter(|c| *c != '.').collect();
            yuan.contains('.').then(|| digits.parse().ok()).flatten()
        }
        _ => None,
    };
    let fields = of.as_object().unwrap().iter().filter(|(key, _)| *key != "depth");
    fields.filter_map(|(key, value)| Some((key.clone(), number(value)?))).collect()
}

/// The rows at the top, less what is repeated, are the total, in each figure.
#[track_caller]
fn adds_up(part: &Value, what: &str) {
    let top: Vec<_> =
        part["rows"].as_array().unwrap().iter().filter(|row| row["depth"] == 0).collect();
    let repeated: std::collections::BTreeMap<_, _> =
        numbers(&part["repeated"]).into_iter().collect();
    for (figure, total) in numbers(&part["totals"]) {
        let in_row = |row: &&Value| numbers(row).iter().find(|(key, _)| *key == figure).unwrap().1;
        let sum: i64 = top.iter().map(in_row).sum();
        assert_eq!(sum - repeated[&figure], total, "{what}: {figure}");
    }
    let totals = &part["totals"];
    if let Some(all) = totals["open"].as_i64() {
        let of =
            |names: &[&str]| names.iter().map(|name| totals[*name].as_i64().unwrap()).sum::<i64>();
        let rest = ["awaiting", "closed", "suspended", "transferred", "withdrawn"];
        assert_eq!(all + of(&rest), of(&["total"]), "{what}: states");
        let reported = ["in_time", "in_time_extended", "reported_late", "reported_undated"];
        assert_eq!(of(&reported), of(&["reported"]), "{what}: reports");
    }
}

fn all_add_up(session: &Session) {
    for by in KEYS {
        for tree in ["", " --tree"] {
            let words = format!("summary --by {by}{tree}");
            let answer = session.run(&words).json();
            adds_up(&answer, &words);
            adds_up(&answer["duties"], &format!("{words}, duties"));
        }
    }
}

#[test]
fn rows_add_up_by_every_key() {
    for form in BOTH {
        all_add_up(&book(form));
    }
    let session = Session::new();
    session.copy("ledgers");
    for day in ["2022-10-31", "2023-12-31"] {
        session.on(day);
        all_add_up(&session);
    }
}

/// What `overdue` lists is what `summary` counts.
fn agree(session: &Session, words: &str) {
    let overdue = session.run(&format!("overdue {words}")).json()["totals"].clone();
    let summary = session.run(&format!("summary {words}")).json();
    let (problems, duties) = (&summary["totals"], &summary["duties"]["totals"]);
    let sum = |figure: &str| problems[figure].as_i64().unwrap() + duties[figure].as_i64().unwrap();
    for (listed, counted) in [
        ("measures", sum("late_measures")),
        ("duty_measures", duties["late_measures"].as_i64().unwrap()),
        ("missed", duties["missed"].as_i64().unwrap()),
        ("problems", problems["overdue"].as_i64().unwrap()),
        ("reviews", sum("review_overdue")),
        ("relapsed", sum("relapsed")),
    ] {
        assert_eq!(overdue[listed], counted, "{words}: {listed}");
    }
}

#[test]
fn overdue_and_summary_agree() {
    for form in BOTH {
        let session = book(form);
        for words in ["", "--unit 局", "--kind duty", "--person 王", "--status open"] {
            agree(&session, words);
        }
        session.run("overdue").golden("totals-overdue").fine();
        session.run("overdue --lang zh").golden("totals-overdue-zh").fine();
        session.run("summary --tree").golden("totals-tree").fine();
        session.run("summary --by month --lang zh --ids").golden("totals-month-zh").fine();
        // Lines are within a period, problems are not.
        session.run("overdue --due 2022-11").golden("totals-outside").fine();
        session.run("overdue --due 2022-11 --lang zh").golden("totals-outside-zh").fine();
        assert_eq!(session.run("overdue --due 2022-11").json()["totals"]["outside"], 5);
    }
}
