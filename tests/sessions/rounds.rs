//! `ledger return`, `reopen` and `review`: work that comes back.

use crate::samples::BOTH;
use crate::session::{Form, Session, TABLE, file};

/// The first problem has two measures, the second is to be kept up; both are reported on 2022-10-20.
fn session(form: Form) -> Session {
    let session = Session::with_ledger(form);
    session.run("add --title 甲 --lead 财务股 --limit 10月底前").quietly();
    session.run("measure 1 --text 一 --limit 10月15日前").quietly();
    session.run("measure 1 --text 二").quietly();
    session.run("add --title 乙 --lead 财务股 --limit 立行立改、长期坚持").quietly();
    session.on("2022-10-20").run("done 1-2 --by 财务股").quietly();
    session
}

fn closed(form: Form) -> Session {
    let session = session(form);
    session.on("2022-10-25").run("close 1-2 --by 办公室").quietly();
    session
}

fn one_file(form: Form, no: u32) -> String {
    if form == Form::Table { TABLE.to_owned() } else { file(no) }
}

fn problem(session: &Session, words: &str) -> serde_json::Value {
    session.run(words).json()["problems"][0].clone()
}

#[test]
fn returned_work_is_open_under_its_old_day() {
    let session = session(Form::Folder);
    session
        .run("return 1.2 --by 办公室 --text 佐证不全")
        .stdout("2022-inspection/1 <key3>\n")
        .stderr(
            "ledger: recorded return: 2022-inspection/1.2\n\
             ledger: 2022-inspection/1: open, last day 2022-10-31, Monday, in 11 days\n",
        )
        .appends(
            &file(1),
            "\n[[entry]]\nkey = \"<key3>\"\non = 2022-10-20\nact = \"return\"\nmeasure = [2]\nby = \"办公室\"\n\
             text = \"佐证不全\"\n",
        )
        .fine();
    session
        .run("return 1.2 --by 办公室 --text 佐证不全 --lang zh")
        .stderr("ledger: 2022-inspection/1 不能登记：\n  · 措施2尚未报结\n")
        .status(3);
    session
        .run("return 1-2 --by 办公室 --text 佐证不全 --lang zh")
        .stdout("2022-inspection/1 <key4>\n2022-inspection/2 <key5>\n")
        .stderr(
            "ledger: 已登记退回：2022-inspection/1、2022-inspection/2\n\
             ledger: 2022-inspection/1 整改中，已逾期5天\n\
             ledger: 2022-inspection/2 整改中，已逾期12天\n",
        )
        .grows(&file(1))
        .grows(&file(2))
        .fine();
    session
        .run("return 1-2 --by 办公室 --text x")
        .stderr(
            "ledger: 2022-inspection/1 is refused:\n  - nothing is reported that could be returned\n\
             ledger: 2022-inspection/2 is refused:\n  - nothing is reported that could be returned\n",
        )
        .status(3);
    session.run("return 1 --by 办公室").stderr("ledger: missing: --text\n").status(2);
}

#[test]
fn a_round_without_a_new_limit_is_late_at_once() {
    for form in BOTH {
        let session = closed(form);
        session
            .on("2022-11-10")
            .run("reopen 1 --by 办公室 --text 抽查不合格 --basis 区委巡察办回访")
            .stdout("2022-inspection/1 <key5>\n")
            .stderr(
                "ledger: recorded reopen: 2022-inspection/1\n\
                 ledger: 2022-inspection/1: round 2; its first day 2022-10-31 counts again, so it is 10 days late at once\n",
            )
            .grows(&one_file(form, 1))
            .fine();
        let problem = problem(&session, "show 1");
        assert_eq!((&problem["round"], &problem["state"]), (&2.into(), &"open".into()));
    }
}

#[test]
fn a_new_limit_counts_from_the_reopening() {
    let session = closed(Form::Folder);
    session
        .on("2022-11-10")
        .run("reopen 1.2 2 --by 办公室 --text 反弹 --limit 一个月内 --lang zh")
        .stdout("2022-inspection/1 <key5>\n2022-inspection/2 <key6>\n")
        .stderr(
            "ledger: 已登记重启：2022-inspection/1.2、2022-inspection/2\n\
             ledger: 2022-inspection/1.2 第2轮；→ 2022-12-12（星期一），还有32天；期满日2022-12-10（星期六）是休息日，移至2022-12-12\n\
             ledger: 2022-inspection/2 第2轮；→ 2022-12-12（星期一），还有32天；期满日2022-12-10（星期六）是休息日，移至2022-12-12\n",
        )
        .appends(
            &file(1),
            "\n[[entry]]\nkey = \"<key5>\"\non = 2022-11-10\nact = \"reopen\"\nmeasure = [2]\nby = \"办公室\"\ntext = \"反弹\"\n\
             limit = \"一个月内\"\ndue = 2022-12-12\n",
        )
        .grows(&file(2))
        .fine();
    session.run("reopen 1 --by 办公室").stderr("ledger: missing: --text\n").status(2);
    session
        .run("reopen 1-2 --by 办公室 --text x")
        .stderr(
            "ledger: 2022-inspection/1 is refused:\n  - it is open since 2022-11-10, which allows no `reopen`\n\
             ledger: 2022-inspection/2 is refused:\n  - it is open since 2022-11-10, which allows no `reopen`\n",
        )
        .status(3);
}

#[test]
fn a_review_says_when_the_next_falls_due() {
    for form in BOTH {
        let session = closed(form);
        session
            .on("2022-12-20")
            .run("review 2 --kept --by 办公室 --text 抽查10份，均合格")
            .stdout("2022-inspection/2 <key5>\n")
            .stderr(
                "ledger: recorded review: 2022-inspection/2\n\
                 ledger: 2022-inspection/2: next review 2023-03-20, Monday, in 90 days\n",
            )
            .grows(&one_file(form, 2))
            .fine();
        session
            .run("review 1 2 --kept --by 办公室 --next 2023-02-01 --lang zh")
            .stdout("2022-inspection/1 <key6>\n2022-inspection/2 <key7>\n")
            .stderr(
                "ledger: 已登记回访：2022-inspection/1、2022-inspection/2\n\
                 ledger: 2022-inspection/1 下次回访2023-02-01（星期三），还有43天\n\
                 ledger: 2022-inspection/2 下次回访2023-02-01（星期三），还有43天\n",
            )
            .grows(&one_file(form, 1))
            .grows(&one_file(form, 2))
            .fine();
        session
            .run("review 1 --kept --by 办公室")
            .stdout("2022-inspection/1 <key8>\n")
            .stderr(
                "ledger: recorded review: 2022-inspection/1\n\
                 ledger: 2022-inspection/1: no further review, since it is not sustained; --next sets one\n",
            )
            .grows(&one_file(form, 1))
            .fine();
        session
            .run("review 2 --kept --by 办公室 --next 2022-12-20")
            .stderr(
                "ledger: 2022-inspection/2 is refused:\n  - the next review, 2022-12-20, is no later than this one, \
                 2022-12-20; correct --next\n",
            )
            .status(3);
    }
}

#[test]
fn a_relapse_says_why_and_is_to_be_reopened() {
    let session = closed(Form::Folder);
    session.write("ledgers/files/抽查.txt", "abc");
    session.on("2022-12-20");
    session.run("review 2 --by 办公室").stderr("ledger: missing: --kept/--relapsed\n").status(2);
    session.run("review 2 --relapsed --by 办公室").stderr("ledger: missing: --text\n").status(2);
    session
        .run("review 2 --relapsed --kept --by 办公室 --lang zh")
        .stderr(
            "ledger: --relapsed 不能重复，也不能与其他选项并用\n提示: 详见 `ledger --help` 或 `ledger 命令 --help`\n",
        )
        .status(2);
    session
        .run("review 2 --relapsed --by 办公室 --text 又查出两例 --evidence files/抽查.txt")
        .stdout("2022-inspection/2 <key5>\n")
        .stderr(
            "ledger: recorded review: 2022-inspection/2\n\
             ledger: 2022-inspection/2: it came back; open it again with `ledger reopen`\n",
        )
        .appends(
            &file(2),
            "\n[[entry]]\nkey = \"<key5>\"\non = 2022-12-20\nact = \"review\"\nby = \"办公室\"\ntext = \"又查出两例\"\n\
             outcome = \"relapsed\"\nevidence = \
             [\"files/抽查.txt#sha256=ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"]\n",
        )
        .fine();
    session
        .run("review 1.1 --kept --by 办公室")
        .stderr("ledger: 2022-inspection/1.1 is a measure; this takes a problem\n")
        .status(2);
}

#[test]
fn a_round_that_goes_back_to_its_first_day_goes_back_to_its_words() {
    let session = session(Form::Folder);
    let extend = "extend 1 --limit 延期一个月 --text 招标 --approver 分管副主任 --by 财务股";
    session.on("2022-10-20").run(extend).quietly();
    session.on("2022-10-25").run("close 1 --by 办公室").quietly();
    session.on("2022-11-10").run("reopen 1 --by 办公室 --text 反弹").quietly();
    let line = |words: &str| session.run(words).json()["lines"][0].clone();
    let first = line("list");
    assert_eq!((&first["limit"], &first["last_day"]), (&"10月底前".into(), &"2022-10-31".into()));
}
