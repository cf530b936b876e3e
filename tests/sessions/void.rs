//! `ledger void`: a mistake is corrected by an entry, never erased.

use crate::session::{Form, Session, TABLE, file};

fn session(form: Form) -> Session {
    let session = Session::with_ledger(form);
    session.run("add --title 借款未收回 --amount 11.7万元 --limit 10月底前").quietly();
    session.on("2022-10-20");
    session
}

fn one_file(form: Form) -> String {
    if form == Form::Table { TABLE.to_owned() } else { file(1) }
}

#[test]
fn a_mistake_stays_written_and_counts_for_nothing() {
    let session = session(Form::Folder);
    session.run("done 1 --by 财务股").quietly();
    session
        .run("void 1 <key1> --by 财务股 --text 报错了问题")
        .stdout("2022-inspection/1 <key2>\n")
        .stderr(
            "ledger: recorded void: 2022-inspection/1\n\
             ledger: 2022-inspection/1: open, last day 2022-10-31, Monday, in 11 days\n",
        )
        .appends(
            &file(1),
            "\n[[entry]]\nkey = \"<key2>\"\non = 2022-10-20\nact = \"void\"\nby = \"财务股\"\ntext = \"报错了问题\"\nof = \"<key1>\"\n",
        )
        .fine();
    session.run("show 1").golden("show-voided").fine();
    session.run("show 1 --lang zh").golden("show-voided-zh").fine();
}

#[test]
fn a_void_that_is_voided_brings_the_entry_back() {
    for form in [Form::Folder, Form::Table] {
        let session = session(form);
        let state = || session.run("show 1").json()["problems"][0]["state"].clone();
        session.run("done 1 --by 财务股").quietly();
        assert_eq!(state(), "awaiting");
        session.run("void 1 <key1> --by 财务股 --text 报错了").quietly();
        assert_eq!(state(), "open");
        session
            .run("void 1 <key2> --by 财务股 --text 没有报错")
            .stdout("2022-inspection/1 <key3>\n")
            .stderr(
                "ledger: recorded void: 2022-inspection/1\nledger: 2022-inspection/1: awaiting\n",
            )
            .grows(&one_file(form))
            .fine();
        assert_eq!(state(), "awaiting");
    }
}

#[test]
fn a_voided_close_is_no_relapse() {
    for form in [Form::Folder, Form::Table] {
        let session = session(form);
        session.run("done 1 --by 财务股").quietly();
        session.run("close 1 --by 办公室").quietly();
        session.run("void 1 <key2> --by 办公室 --text 销错了").quietly();
        let problem = session.run("show 1").json()["problems"][0].clone();
        assert_eq!(problem["state"], "awaiting");
        assert_eq!(problem["round"], 1);
    }
}

#[test]
fn what_cannot_be_voided_is_refused() {
    for form in [Form::Folder, Form::Table] {
        let session = session(form);
        session.run("recover 1 1万元 --by 财务股").quietly();
        session.run("void 1 <key1> --by 财务股 --text 重复").quietly();
        assert_eq!(session.run("show 1").json()["problems"][0]["recovered"], "0.00");
        session
            .run("void 1 <key1> --by 财务股 --text 重复")
            .stderr("ledger: 2022-inspection/1 is refused:\n  - entry <key1> counts for nothing already\n")
            .status(3);
        session
            .run("void 1 zzzzzz --by 财务股 --text 重复")
            .stderr("ledger: 2022-inspection/1 is refused:\n  - there is no entry zzzzzz; `ledger show` lists them\n")
            .status(3);
        session
            .run("void 1 zzzzzz --by 财务股 --text 重复 --lang zh")
            .stderr(
                "ledger: 2022-inspection/1 不能登记：\n  · 没有记录码为 zzzzzz 的记录；用 `ledger show` 查看\n",
            )
            .status(3);
        session.run("void 1 <key1> --by 财务股").stderr("ledger: missing: --text\n").status(2);
        session
            .run("void 1 k7 --by 财务股 --text x")
            .stderr(
                "error: invalid value 'k7' for '<KEY>': a key has six characters, as k7q2m9; `ledger show` lists them\n\n\
                 For more information, try '--help'.\n",
            )
            .status(2);
    }
}

#[test]
fn what_is_taken_back_no_longer_hinders_an_earlier_day() {
    let session = Session::with_ledger(Form::Folder);
    session.run("add --title 题 --lead 财务股 --limit 10月底前").quietly();
    session.on("2022-10-10").run("transfer 1 --to 区纪委监委 --by 办公室").quietly();
    session.on("2022-10-12").run("void 1 <key1> --by 办公室 --text 移送错了").quietly();
    session.run("done 1 --by 财务股 --on 2022-10-11").quietly();
    let shown = session.run("show 1").json()["problems"][0].clone();
    assert_eq!((&shown["state"], &shown["since"]), (&"awaiting".into(), &"2022-10-11".into()));
    session.run("check").quietly();
    // On that day nobody knew that the transfer was a mistake.
    let then = session.run("show 1 --today 2022-10-11").json()["problems"][0].clone();
    assert_eq!(then["state"], "transferred");
}

#[test]
fn entries_that_would_stand_wrong_are_named() {
    for form in [Form::Folder, Form::Table] {
        let session = session(form);
        session.run("done 1 --by 财务股").quietly();
        session.run("close 1 --by 办公室").quietly();
        session.on("2022-11-20").run("review 1 --kept --by 办公室").quietly();
        session.on("2022-12-20").run("review 1 --kept --by 办公室").quietly();
        session
            .run("void 1 <key2> --by 办公室 --text 销错了")
            .stderr(
                "ledger: 2022-inspection/1 is refused, since it would be wrong then:\n  \
                 - `review` of 2022-11-20 (<key3>): `review` is not allowed while awaiting, so this entry has no effect; \
                 if it was entered by mistake, take it back with `ledger void`\n  \
                 - `review` of 2022-12-20 (<key4>): `review` is not allowed while awaiting, so this entry has no effect; \
                 if it was entered by mistake, take it back with `ledger void`\n",
            )
            .status(3);
        session
            .run("amend 1 --set found=2022-12-01 --by 办公室 --text 日期有误 --lang zh")
            .golden("amend-found-refused-zh")
            .status(3);
        session
            .run("void 1 <key2> --by 办公室 --text 销错了 --lang zh")
            .golden("void-refused-zh")
            .status(3);
    }
}

#[test]
fn it_is_told_how_the_problem_stands_then() {
    let session = session(Form::Folder);
    session.run("done 1 --by 财务股").quietly();
    session
        .on("2022-11-02")
        .run("void 1 <key1> --by 财务股 --text 报错了 --lang zh")
        .stdout("2022-inspection/1 <key2>\n")
        .stderr(
            "ledger: 已登记更正：2022-inspection/1\nledger: 2022-inspection/1 整改中，已逾期2天\n",
        )
        .grows(&file(1))
        .fine();
}
