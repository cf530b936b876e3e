//! `ledger measure`

use crate::session::{Form, Session, TABLE, file};

fn session(form: Form) -> Session {
    let session = Session::with_ledger(form);
    session.run("add --title 签约重数量轻履约 --lead 基层卫生股 --limit 12月底前").quietly();
    session
}

#[test]
fn measures_of_the_plan_stand_behind_each_other() {
    let session = session(Form::Folder);
    session
        .run("measure 1 --text 重新组建团队")
        .stdout("2022-inspection/1.1\n")
        .appends(&file(1), "\n[[measure]]\nno = 1\ntext = \"重新组建团队\"\n")
        .fine();
    session
        .run("measure 1 --text '进社区、建群' --lead 迎宾中心 --with 街道 --person 主任 --limit 10月底前")
        .stdout("2022-inspection/1.2\n")
        .stderr("ledger: → 2022-10-31, Monday, in 38 days\n")
        .appends(
            &file(1),
            "\n[[measure]]\nno = 2\ntext = \"进社区、建群\"\nlead = [\"迎宾中心\"]\nwith = [\"街道\"]\n\
             person = [\"主任\"]\nlimit = \"10月底前\"\ndue = 2022-10-31\n",
        )
        .fine();
}

#[test]
fn a_measure_that_comes_once_the_work_goes_on_says_since_when() {
    let session = session(Form::Folder);
    session.run("measure 1 --text 第一项").quietly();
    session.on("2022-10-12").run("note 1 --by 基层卫生股 --text 已开会").quietly();
    session
        .on("2022-10-20")
        .run("measure 1 --text 第二项")
        .stdout("2022-inspection/1.2\n")
        .writes(
            &file(1),
            "\
title = \"签约重数量轻履约\"
lead = [\"基层卫生股\"]
limit = \"12月底前\"
due = 2022-12-31

[[measure]]
no = 1
text = \"第一项\"

[[measure]]
no = 2
text = \"第二项\"
since = 2022-10-20

[[entry]]
key = \"<key1>\"
on = 2022-10-12
act = \"progress\"
by = \"基层卫生股\"
text = \"已开会\"
",
        )
        .fine();
    session
        .run("measure 1 --text 第三项 --since 2022-10-15")
        .stdout("2022-inspection/1.3\n")
        .writes(
            &file(1),
            &session
                .read(&file(1))
                .replace(
                    "\n[[entry]]",
                    "\n[[measure]]\nno = 3\ntext = \"第三项\"\nsince = 2022-10-15\nentered = 2022-10-20\n\n[[entry]]",
                )
                .replace(&session_key(&session), "<key1>"),
        )
        .fine();
}

fn session_key(session: &Session) -> String {
    let text = session.read(&file(1));
    text.split("key = \"").nth(1).unwrap()[..6].to_owned()
}

#[test]
fn a_table_gets_a_row() {
    let session = session(Form::Table);
    session
        .run("measure 1 --text 重新组建团队 --limit 10月底前")
        .stdout("2022-inspection/1.1\n")
        .stderr("ledger: → 2022-10-31, Monday, in 38 days\n")
        .grows(TABLE)
        .fine();
    session.on("2022-10-12").run("done 1.1 --by 基层卫生股").quietly();
    session
        .on("2022-10-20")
        .run("measure 1 --text 第二项")
        .stdout("2022-inspection/1.2\n")
        .grows(TABLE)
        .fine();
    let problem = &session.run("show 1").json()["problems"][0];
    assert_eq!(problem["measures"][0]["since"], serde_json::Value::Null);
    assert_eq!(problem["measures"][1]["no"], 2);
    assert_eq!(problem["measures"][1]["since"], "2022-10-20");
}

#[test]
fn what_is_missing_or_wrong_is_said() {
    for form in [Form::Folder, Form::Table] {
        let session = session(form);
        session.run("measure 1").stderr("ledger: missing: --text\n").status(2);
        session
            .run("measure 9 --text x")
            .stderr("ledger: there is no problem 2022-inspection/9\n")
            .status(3);
        session
            .run("measure 1.1 --text x")
            .stderr("ledger: 2022-inspection/1.1 is a measure; this takes a problem\n")
            .status(2);
        session
            .run("measure 1 --text x --limit 尽快 --lang zh")
            .stderr("ledger: 时限“尽快”不能直接登记：未写明日期\n提示: 用 --due 写明日期，如 --due 2022-10-31\n")
            .status(3);
    }
}

#[test]
fn a_report_does_not_count_for_a_measure_that_came_after_it() {
    let session = Session::with_ledger(Form::Folder);
    session.run("add --title 题 --lead 财务股 --limit 10月底前").quietly();
    session.on("2022-10-12").run("done 1 --by 财务股").quietly();
    session
        .on("2022-10-20")
        .run("measure 1 --text 建章立制 --since 2022-10-10")
        .stderr(
            "ledger: 2022-inspection/1 is refused:\n  - from 2022-10-10 on, the report of 2022-10-12 would count for the \
             measure, too; give a later day with --since\n",
        )
        .status(3);
    session.run("measure 1 --text 建章立制 --since 2022-10-13").quietly();
    assert_eq!(session.run("show 1").json()["problems"][0]["state"], "open");
}

#[test]
fn a_closed_problem_gets_no_measure_that_counts_only_later() {
    let session = Session::with_ledger(Form::Folder);
    session.run("add --title 题 --lead 财务股 --limit 10月底前").quietly();
    session.on("2022-10-12").run("done 1 --by 财务股").quietly();
    session.run("close 1 --by 办公室").quietly();
    session
        .run("measure 1 --text 建章立制 --since 2022-11-01 --lang zh")
        .stderr(
            "ledger: 2022-inspection/1 不能登记，登记后会自相矛盾：\n  · 措施1在2022-10-12销号之后增补，尚未报结；先重启（reopen）再报结，或删去该措施\n",
        )
        .status(3);
}
