//! `ledger show`

use crate::samples::{BOTH, book};
use crate::session::{Form, Session};

#[test]
fn show_tells_all_that_is_known() {
    for form in BOTH {
        let session = book(form);
        session.run("show 3").golden("show").fine();
        session.run("show 3 --lang zh").golden("show-zh").fine();
        session.run("show 1-2 4 --lang zh").golden("show-several-zh").fine();
    }
}

#[test]
fn show_knows_only_what_had_happened() {
    for form in BOTH {
        let session = book(form);
        let entries = |day: &str| {
            let answer = session.run(&format!("show 4 --today {day}")).json();
            let problem = &answer["problems"][0];
            (
                problem["state"].as_str().unwrap().to_owned(),
                problem["entries"].as_array().unwrap().len(),
            )
        };
        assert_eq!(entries("2022-10-08"), ("open".to_owned(), 0));
        assert_eq!(entries("2022-10-09"), ("awaiting".to_owned(), 1));
        assert_eq!(entries("2022-10-12"), ("closed".to_owned(), 2));
    }
}

#[test]
fn what_is_not_there_is_named_at_once() {
    for form in BOTH {
        let session = book(form);
        session
            .run("show 4-6 9 2021/1")
            .stderr(
                "ledger: there is no problem 2022-inspection/6\n\
                 ledger: there is no problem 2022-inspection/9\n\
                 ledger: there is no ledger `2021`\n\
                 help: make it with `ledger init NAME`\n",
            )
            .status(3);
        session
            .run("show 9 --lang zh")
            .stderr("ledger: 没有编号为 2022-inspection/9 的问题\n")
            .status(3);
    }
}

#[test]
fn another_ledger_is_named_in_the_id() {
    for form in BOTH {
        let session = book(form);
        session.run("init 2023").quietly();
        session.run("add -l 2023 --title 新问题").quietly();
        let answer = session.run("show 2023/1 1").json();
        assert_eq!(answer["problems"][0]["id"], "2023/1");
        assert_eq!(answer["problems"][1]["id"], "2022-inspection/1");
    }
}

#[test]
fn a_problem_whose_measure_alone_is_late_is_shown_by_that_measure() {
    let session = Session::with_ledger(Form::Folder).lang("zh_CN.UTF-8");
    session.run("add --title 甲 --limit 2022年12月底前").quietly();
    session.run("measure 1 --text 清点 --limit 10月底前").quietly();
    let shown = session.on("2022-11-05").run("show 1").json()["problems"][0].clone();
    assert_eq!((&shown["overdue"], &shown["light"]), (&true.into(), &"overdue".into()));
    let output = session.on("2022-11-05").command("show 1").output().unwrap();
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(
        shown.contains("已逾期") && shown.contains("红：措施1（2022-10-31到期）逾期5天"),
        "{shown}"
    );
}

/// A problem that was extended twice, suspended, closed for a reason and amended.
fn lived() -> Session {
    let session = Session::with_ledger(Form::Folder);
    session
        .run("add --title 借款未收回 --lead 财务股 --limit 10月底前 --indicator '收回率>=90 %'")
        .quietly();
    session.run("measure 1 --text 清点 --limit 10月15日前").quietly();
    let granted = "--approver 区审计局 --by 财务股 --text 在诉";
    session.on("2022-10-12").run(&format!("extend 1.1 --limit 10月底前 {granted}")).quietly();
    session.on("2022-10-20").run(&format!("extend 1 --limit 延期一个月 {granted}")).quietly();
    session.on("2022-11-20").run(&format!("extend 1 --limit 12月20日前 {granted}")).quietly();
    session.on("2022-12-21").run(&format!("suspend 1 {granted}")).quietly();
    session.run("resume 1 --by 财务股").quietly();
    session.run("amend 1 --set 1.text=清点借款 --text 漏字 --by 财务股").quietly();
    session.run("done 1 --by 财务股").quietly();
    session.run("close 1 --by 区审计局 --reason 余款在执行").quietly();
    session
}

#[test]
fn a_life_says_the_first_words_reasons_and_who_approved() {
    let session = lived();
    session.run("show 1 --lang zh").golden("show-lived-zh").fine();
    session.run("show 1").golden("show-lived").fine();
}
