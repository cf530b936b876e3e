//! Duties: what falls due again and again, reported occurrence by occurrence.

use crate::samples::BOTH;
use crate::session::{Form, Session, TABLE, file};

/// A duty of every month's fifth from October on and one of every quarter, on 4 November: October is reported late.
fn book(form: Form) -> Session {
    let session = Session::with_ledger(form);
    session.run("add --title 借款未及时收回 --lead 财务股 --limit 10月底前").quietly();
    session
        .run("add --title 报送整改进度 --kind duty --every 每月5日前 --lead 办公室 --until 2023-01-31")
        .quietly();
    session.run("add --title 召开例会 --kind duty --every 每季度召开一次 --lead 办公室").quietly();
    session.on("2022-10-08").run("done 2 --by 办公室 --for 2022-10-05").quietly();
    session.on("2022-11-04");
    session
}

fn one_file(form: Form, no: u32) -> String {
    if form == Form::Table { TABLE.to_owned() } else { file(no) }
}

#[test]
fn a_report_names_its_occurrence_and_tells_the_next() {
    for form in BOTH {
        let session = book(form);
        session
            .run("done 2 --by 办公室 --for 2022-11-05")
            .stdout("2022-inspection/2 <key2>\n")
            .stderr(
                "ledger: recorded done: 2022-inspection/2\n\
                 ledger: 2022-inspection/2: next 2022-12-05, Monday, in 31 days\n",
            )
            .grows(&one_file(form, 2))
            .fine();
        session
            .run("done 3 --by 办公室 --for 2022-09-30 --lang zh")
            .stdout("2022-inspection/3 <key3>\n")
            .stderr(
                "ledger: 已登记报结：2022-inspection/3\n\
                 ledger: 2022-inspection/3 下期2022-12-31（星期六），还有57天；当日是休息日，不顺延\n",
            )
            .grows(&one_file(form, 3))
            .fine();
        session.on("2023-01-10").run("done 2 --by 办公室 --for 2022-12-05").quietly();
        session
            .run("done 2 --by 办公室 --for 2023-01-05")
            .stdout("2022-inspection/2 <key5>\n")
            .stderr(
                "ledger: recorded done: 2022-inspection/2\n\
                 ledger: 2022-inspection/2: no further occurrence\n",
            )
            .grows(&one_file(form, 2))
            .fine();
    }
}

#[test]
fn a_day_on_which_nothing_falls_due_is_refused_with_those_around_it() {
    for form in BOTH {
        let session = book(form);
        session
            .run("done 2 --by 办公室 --for 2022-11-06")
            .stderr(
                "ledger: 2022-inspection/2 is refused:\n  - it does not fall due on 2022-11-06; \
                 the nearest are 2022-11-05 and 2022-12-05\n",
            )
            .status(3);
        session
            .run("done 2 --by 办公室 --for 2022-09-05 --lang zh")
            .stderr(
                "ledger: 2022-inspection/2 不能登记：\n  · 2022-09-05不是该事项的期次；首期为2022-10-05\n",
            )
            .status(3);
        session
            .run("done 2 --by 办公室 --for 2023-02-05")
            .stderr(
                "ledger: 2022-inspection/2 is refused:\n  - it does not fall due on 2023-02-05; \
                 the last was 2023-01-05\n",
            )
            .status(3);
    }
}

#[test]
fn what_was_missed_is_overdue_one_by_one() {
    for form in BOTH {
        let session = book(form);
        session.on("2022-12-06");
        session.run("overdue").golden("duty-overdue").fine();
        session.run("overdue --lang zh").golden("duty-overdue-zh").fine();
        session
            .run("overdue --ids")
            .stdout("2022-inspection/3\n2022-inspection/1\n2022-inspection/2\n")
            .fine();
        session.run("overdue --kind duty --due 2022-11 --ids").stdout("2022-inspection/2\n").fine();
        let answer = session.run("overdue --kind duty").json();
        let lines: Vec<_> = answer["lines"]
            .as_array()
            .unwrap()
            .iter()
            .map(|line| {
                (
                    line["id"].as_str().unwrap(),
                    line["occurrence"].as_str().unwrap(),
                    line["days_late"].as_i64().unwrap(),
                )
            })
            .collect();
        assert_eq!(
            lines,
            [
                ("2022-inspection/3", "2022-09-30", 67),
                ("2022-inspection/2", "2022-11-05", 31),
                ("2022-inspection/2", "2022-12-05", 1),
            ]
        );
        assert_eq!(answer["totals"]["missed"], 3);
        assert_eq!(answer["totals"]["duties"], 2);
        assert_eq!(answer["totals"]["problems"], 0);
    }
}

#[test]
fn a_list_shows_the_next_occurrence_and_the_figures() {
    for form in BOTH {
        let session = book(form);
        session.on("2022-12-06");
        session.run("list").golden("duty-list").fine();
        session.run("list --lang zh").golden("duty-list-zh").fine();
        session.run("list -O csv").golden("duty-list-csv").fine();
        session.run("list --kind duty --due 2022-11").golden("duty-list-due").fine();
        session
            .run("list --status overdue --kind duty --ids")
            .stdout("2022-inspection/2\n2022-inspection/3\n")
            .fine();
        session
            .run("list --status overdue --kind duty --today 2022-09-30")
            .golden("duty-list-none")
            .fine();
        let answer = session.run("list --kind duty").json();
        let line = &answer["lines"][0];
        assert_eq!(line["occurrence"], "2023-01-05");
        assert_eq!(line["last_day"], "2023-01-05");
        assert_eq!(line["duty"]["met"], 0);
        assert_eq!(line["duty"]["late"], 1);
        assert_eq!(line["duty"]["missed"], 2);
        assert_eq!(answer["totals"]["problems"], 0);
        assert_eq!(answer["totals"]["duties"], 2);
    }
}

#[test]
fn show_tells_of_each_occurrence() {
    for form in BOTH {
        let session = book(form);
        session.on("2022-12-06");
        session.run("show 2").golden("duty-show").fine();
        session.run("show 2 --lang zh").golden("duty-show-zh").fine();
        let problem = &session.run("show 2").json()["problems"][0];
        assert_eq!(problem["occurrences"][0]["state"], "late");
        assert_eq!(problem["occurrences"][0]["reported"], "2022-10-08");
        assert_eq!(problem["occurrences"][2]["day"], "2022-12-05");
        assert_eq!(problem["entries"][0]["for"], "2022-10-05");
    }
}

#[test]
fn a_summary_counts_duties_apart() {
    for form in BOTH {
        let session = book(form);
        session.on("2022-12-06");
        session.run("summary").golden("duty-summary").fine();
        session.run("summary --lang zh --ids").golden("duty-summary-ids-zh").fine();
        let answer = session.run("summary").json();
        assert_eq!(answer["totals"]["total"], 1);
        assert_eq!(answer["totals"]["overdue"], 1);
        assert_eq!(answer["totals"]["rated"], 1);
        let duties = &answer["duties"]["totals"];
        let figures = ["total", "met", "late", "missed"].map(|name| duties[name].as_i64().unwrap());
        assert_eq!(figures, [2, 0, 1, 3]);
        assert_eq!(duties["ids"]["late"][0]["occurrence"], "2022-10-05");
        assert_eq!(answer["duties"]["rows"][0]["group"]["unit"], "办公室");
    }
}

#[test]
fn a_void_makes_an_occurrence_missed_again() {
    for form in BOTH {
        let session = book(form);
        let late = || session.run("show 2").json()["problems"][0]["duty"]["late"].clone();
        assert_eq!(late(), 1);
        session.run("void 2 <key1> --by 办公室 --text 误报").quietly();
        assert_eq!(late(), 0);
        session.run("overdue --kind duty --due 2022-10 --ids").stdout("2022-inspection/2\n").fine();
    }
}

#[test]
fn a_closed_duty_asks_for_nothing_more() {
    for form in BOTH {
        let session = book(form);
        session.run("close 3 --by 纪检组 --text 专项行动结束").quietly();
        session.on("2023-04-30");
        session.run("overdue --ids").stdout("2022-inspection/1\n2022-inspection/2\n").fine();
        let duty = &session.run("show 3").json()["problems"][0]["duty"];
        assert_eq!((&duty["missed"], &duty["next"]), (&1.into(), &serde_json::Value::Null));
    }
}

#[test]
fn words_that_do_not_recur_are_refused_and_nothing_is_written() {
    for form in BOTH {
        let session = Session::with_ledger(form);
        for (words, why) in [
            ("10月底前", "2022-10-31"),
            ("适时", "no date in it"),
            ("每周五，每月5日前", "several days: 2022-09-30, 2022-10-05"),
        ] {
            session
                .run(&format!("add --title t --kind duty --every {words}"))
                .stderr(&format!(
                    "ledger: `{words}` gives no occurrences: {why}\n\
                     help: say only how often, one rhythm a duty, as 每月5日前; its beginning and end are --from and \
                     --until, and what falls due once is a problem with --limit\n"
                ))
                .status(3);
        }
        session
            .run("add --title t --kind duty --every 适时 --lang zh")
            .stderr(
                "ledger: “适时”推算不出期次：未写明日期\n\
                 提示: 只写周期，一个事项一个周期，如 每月5日前；起止日期用 --from、--until；只办一次的，登记为问题并写 --limit\n",
            )
            .status(3);
    }
}

#[test]
fn where_nothing_says_when_a_duty_begins_it_must_be_said() {
    let session = Session::new();
    session.on("2022-09-23").run("init 2022-inspection").quietly();
    session
        .run("add --title t --kind duty --every 每月5日前")
        .stderr(
            "ledger: `每月5日前` gives no occurrences: the ledger names no day of issue; write issued = 2022-09-23 in its head\n\
             help: say when it begins, with --from\n",
        )
        .status(3);
    session
        .run("add --title t --kind duty --every 每月5日前 --from 2022-08-01")
        .stdout("2022-inspection/1\n")
        .stderr("ledger: → next 2022-10-05, Wednesday, in 12 days; it is a rest day, and stays; 2 missed\n")
        .grows(&file(1))
        .fine();
}

#[test]
fn a_duty_that_hangs_on_an_event_is_reported_on_any_day() {
    let session = Session::with_ledger(Form::Folder);
    session
        .run("add --title 防汛检查 --kind duty --every 每年汛期前")
        .stdout("2022-inspection/1\n")
        .stderr("ledger: → no calendar knows its days\n")
        .grows(&file(1))
        .fine();
    session.on("2023-05-02");
    session
        .run("done 1 --by 办公室 --for 2023-05-01 --lang zh")
        .stdout("2022-inspection/1 <key1>\n")
        .stderr(
            "ledger: 已登记报结：2022-inspection/1\n\
             ledger: 2022-inspection/1 期次随事而定，无从推算\n",
        )
        .grows(&file(1))
        .fine();
    session.is_well(1, 1);
}

#[test]
fn a_limit_that_recurs_is_entered_as_a_duty_or_with_a_day() {
    for form in BOTH {
        let session = Session::with_ledger(form);
        session.run("add --title t").quietly();
        for command in ["add --title t", "measure 1 --text t"] {
            session
                .run(&format!("{command} --limit 每季度检查一次"))
                .stderr(
                    "ledger: the limit `每季度检查一次` cannot be entered: recurring, no last day\n\
                     help: enter a duty with `ledger add --kind duty --every '每季度检查一次'`, or name the day, as --due 2022-10-31\n",
                )
                .status(3);
        }
        session
            .run("add --title t --limit 每季度检查一次 --lang zh")
            .stderr(
                "ledger: 时限“每季度检查一次”不能直接登记：定期，无截止日期\n\
                 提示: 用 `ledger add --kind duty --every '每季度检查一次'` 登记为定期事项，或用 --due 写明日期，如 --due 2022-10-31\n",
            )
            .status(3);
    }
}

#[test]
fn a_duty_has_no_limit_and_its_measures_no_occurrences() {
    let session = book(Form::Folder);
    session
        .run("add --title t --kind duty --limit 年底前 --due 2022-12-31")
        .stderr(
            "ledger: a duty has no --limit, --due\n\
             help: say how often with --every, and when it begins and ends with --from and --until\n",
        )
        .status(2);
    session.run("measure 2 --text 定报表格式").quietly();
    session
        .run("done 2.1 --by 办公室 --for 2022-11-05")
        .stderr(
            "ledger: 2022-inspection/2 is refused:\n  - an occurrence is of the whole duty; leave out the measure, or --for\n",
        )
        .status(3);
    session
        .run("done 2.1 --by 办公室")
        .stdout("2022-inspection/2 <key2>\n")
        .stderr("ledger: recorded done: 2022-inspection/2.1\n")
        .grows(&file(2))
        .fine();
    let problem = &session.run("show 2").json()["problems"][0];
    assert_eq!(
        (&problem["state"], &problem["duty"]["next"]),
        (&"open".into(), &"2022-11-05".into())
    );
}

#[test]
fn an_occurrence_is_reported_once() {
    for form in BOTH {
        let session = book(form);
        session
            .run("done 2 --by 办公室 --for 2022-10-05")
            .stderr(
                "ledger: 2022-inspection/2 is refused:\n  - the occurrence of 2022-10-05 was reported on 2022-10-08 (<key1>); \
                 add to it with `ledger note`, or take that report back with `ledger void` first\n",
            )
            .status(3);
        session
            .run("done 2 --by 办公室 --for 2022-10-05 --on 2022-10-04 --lang zh")
            .stderr(
                "ledger: 2022-inspection/2 不能登记：\n  · 2022-10-05这一期已于2022-10-08报结（<key1>）；\
                 补充情况用 `ledger note`，报错的先用 `ledger void` 更正\n",
            )
            .status(3);
    }
}
