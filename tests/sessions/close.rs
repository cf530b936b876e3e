//! `ledger close`: verified and closed, or refused with all that is missing.

use crate::session::{Form, Session, TABLE, file};

const INDICATOR: &str =
    "\n[[indicator]]\nname = \"访视率\"\nunit = \"%\"\nbaseline = 85.1\ntarget = 90\n";

/// A problem with an indicator and two measures.
fn session(form: Form) -> Session {
    let session = Session::with_ledger(form);
    session.run("add --title 签约重数量轻履约 --lead 基层卫生股 --person 张三").quietly();
    match form {
        Form::Folder => {
            let text = session.read(&file(1));
            session.write(&file(1), text + INDICATOR);
        }
        Form::Table => {
            // As a spreadsheet would: a row more, found by the names of its columns.
            let text = session.read(TABLE);
            let columns: Vec<_> = text.lines().next().unwrap().split(',').collect();
            let cell = |name: &&str| match name.trim_start_matches('\u{feff}') {
                "record" => "indicator",
                "no" => "1",
                "seq" => "2",
                "name" => "访视率",
                "unit" => "%",
                "baseline" => "85.1",
                "target" => "90",
                _ => "",
            };
            let row: Vec<_> = columns.iter().map(cell).collect();
            session.write(TABLE, format!("{text}{}\n", row.join(",")));
        }
    }
    session.run("measure 1 --text 组建团队").quietly();
    session.run("measure 1 --text 建服务群").quietly();
    session.on("2022-10-20");
    session
}

fn one_file(form: Form) -> String {
    if form == Form::Table { TABLE.to_owned() } else { file(1) }
}

fn state(session: &Session) -> String {
    session.run("show 1").json()["problems"][0]["state"].as_str().unwrap().to_owned()
}

#[test]
fn all_that_is_missing_is_named_at_once() {
    for form in [Form::Folder, Form::Table] {
        let session = session(form);
        session.edit("ledgers/book.toml", "evidence = []", "evidence = [\"close\"]");
        session.run("done 1.1 --by 基层卫生股").quietly();
        session
            .run("close 1 --by 基层卫生股")
            .stderr(
                "ledger: 2022-inspection/1 is refused:\n  \
                 - measure 2 not reported; report with `ledger done` first\n  \
                 - indicator `访视率` has no value yet, its target is 90; to close all the same give a --reason\n  \
                 - `close` needs evidence; name the file with --evidence\n  \
                 - `基层卫生股` reported this and cannot verify it; name another with --verifier\n",
            )
            .status(3);
        session
            .run("close 1 --by 张三 --lang zh")
            .stderr(
                "ledger: 2022-inspection/1 不能登记：\n  \
                 · 措施2尚未报结；先用 `ledger done` 报结\n  \
                 · 指标“访视率”尚无实际值，目标90；如仍要销号，用 --reason 写明理由\n  \
                 · 销号须附佐证材料；用 --evidence 写明文件\n  \
                 · “张三”对此问题负责，不能自己核查；用 --verifier 写明另一核查人\n",
            )
            .status(3);
        assert_eq!(state(&session), "open");
    }
}

#[test]
fn a_problem_without_measures_must_be_reported_too() {
    for form in [Form::Folder, Form::Table] {
        let session = Session::with_ledger(form);
        session.run("add --title t").quietly();
        session
            .run("close 1 --by 办公室")
            .stderr("ledger: 2022-inspection/1 is refused:\n  - it is not reported; report with `ledger done` first\n")
            .status(3);
    }
}

#[test]
fn a_short_indicator_needs_a_reason() {
    for form in [Form::Folder, Form::Table] {
        let session = session(form);
        session.run("done 1 --by 基层卫生股").quietly();
        session
            .run("close 1 --by 办公室")
            .stderr(
                "ledger: 2022-inspection/1 is refused:\n  - indicator `访视率` has no value yet, its target is 90; \
                 to close all the same give a --reason\n",
            )
            .status(3);
        session
            .run("close 1 --by 办公室 --reason 目标按年考核，年底再核")
            .stdout("2022-inspection/1 <key2>\n")
            .stderr("ledger: recorded close: 2022-inspection/1\n")
            .grows(&one_file(form))
            .fine();
        assert_eq!(state(&session), "closed");
    }
}

#[test]
fn who_reported_or_answers_for_it_cannot_verify_it() {
    for form in [Form::Folder, Form::Table] {
        let session = session(form);
        session.run("done 1 --by 办公室").quietly();
        for (who, why) in [
            ("办公室", "reported this"),
            ("基层卫生股", "answers for this"),
            ("张三", "answers for this"),
        ] {
            session
                .run(&format!("close 1 --by {who} --reason x"))
                .stderr(&format!(
                    "ledger: 2022-inspection/1 is refused:\n  - `{who}` {why} and cannot verify it; \
                     name another with --verifier\n"
                ))
                .status(3);
        }
        session
            .run("close 1 --by 纪检组 --verifier 办公室 --reason x")
            .stderr(
                "ledger: 2022-inspection/1 is refused:\n  - `办公室` reported this and cannot verify it; \
                 name another with --verifier\n",
            )
            .status(3);
        assert_eq!(state(&session), "awaiting");
    }
}

#[test]
fn another_verifier_closes_it() {
    let session = session(Form::Folder);
    session.run("done 1 --by 基层卫生股").quietly();
    session
        .run("close 1 --by 基层卫生股 --verifier 纪检组 --reason 年底再核 --text 现场核查属实 --on 2022-10-20")
        .stdout("2022-inspection/1 <key2>\n")
        .stderr("ledger: recorded close: 2022-inspection/1\n")
        .appends(
            &file(1),
            "\n[[entry]]\nkey = \"<key2>\"\non = 2022-10-20\nact = \"close\"\nby = \"基层卫生股\"\ntext = \"现场核查属实\"\n\
             verifier = \"纪检组\"\nreason = \"年底再核\"\n",
        )
        .fine();
    assert_eq!(state(&session), "closed");
    session
        .run("close 1 --by 纪检组")
        .stderr(
            "ledger: 2022-inspection/1 is refused:\n  - it is closed since 2022-10-20, which allows no `close`\n",
        )
        .status(3);
}

#[test]
fn where_the_policy_asks_for_no_second_person_every_close_says_so() {
    for form in [Form::Folder, Form::Table] {
        let session = session(form);
        session.edit("ledgers/book.toml", "second_person = true", "second_person = false");
        session.run("done 1 --by 基层卫生股").quietly();
        session
            .run("close 1 --by 基层卫生股 --reason x")
            .stdout("2022-inspection/1 <key2>\n")
            .stderr(
                "ledger: 2022-inspection/1 is closed by one person: the policy asks for no second one\n\
                 ledger: recorded close: 2022-inspection/1\n",
            )
            .grows(&one_file(form))
            .fine();
    }
}

#[test]
fn where_the_policy_lets_it_close_reports_the_rest() {
    for form in [Form::Folder, Form::Table] {
        let session = session(form);
        session.edit("ledgers/book.toml", "report_first = true", "report_first = false");
        session
            .run("close 1 --by 办公室 --reason x --lang zh")
            .stdout("2022-inspection/1 <key1>\n")
            .stderr("ledger: 已登记销号：2022-inspection/1\n")
            .grows(&one_file(form))
            .fine();
        assert_eq!(state(&session), "closed");
    }
}

#[test]
fn evidence_that_the_policy_asks_for_is_enough() {
    let session = session(Form::Folder);
    session.edit("ledgers/book.toml", "evidence = []", "evidence = [\"done\", \"close\"]");
    session.write("ledgers/files/核查.txt", "核查");
    session
        .run("done 1 --by 基层卫生股")
        .stderr("ledger: 2022-inspection/1 is refused:\n  - `done` needs evidence; name the file with --evidence\n")
        .status(3);
    session.run("done 1 --by 基层卫生股 --evidence ledgers/files/核查.txt").quietly();
    session.run("close 1 --by 办公室 --reason x --evidence files/核查.txt").quietly();
    assert_eq!(state(&session), "closed");
}

#[test]
fn several_are_closed_or_none() {
    for form in [Form::Folder, Form::Table] {
        let session = session(form);
        session.run("add --title 乙").quietly();
        session.run("done 2 --by 财务股").quietly();
        session
            .run("close 1-2 --by 办公室 --reason x")
            .stderr(
                "ledger: 2022-inspection/1 is refused:\n  - measures 1, 2 not reported; report with `ledger done` first\n",
            )
            .status(3);
        assert_eq!(session.run("show 2").json()["problems"][0]["state"], "awaiting");
        session.run("done 1 --by 财务股").quietly();
        session.run("close 1-2 --by 办公室 --reason x").quietly();
        assert_eq!(session.run("show 2").json()["problems"][0]["state"], "closed");
    }
}

#[test]
fn who_answered_for_the_work_when_it_was_reported_does_not_verify_it() {
    let session = Session::with_ledger(Form::Folder);
    session.run("add --title 题 --lead 医政股 --limit 10月底前").quietly();
    session.on("2022-10-12").run("done 1 --by 某镇卫生院").quietly();
    session.on("2022-10-13").run("assign 1 --lead 基层股 --by 办公室 --text 职责调整").quietly();
    session.run("close 1 --by 办公室 --verifier 医政股 --lang zh").stderr(
            "ledger: 2022-inspection/1 不能登记：\n  · “医政股”对此问题负责，不能自己核查；用 --verifier 写明另一核查人\n",
        ).status(3);
    session.run("close 1 --by 办公室").quietly();
}

#[test]
fn a_unit_and_a_person_of_it_are_named_both() {
    let session = session(Form::Folder);
    let book = session.read("ledgers/book.toml");
    let roster = "\n[unit.\"办公室\"]\n\n[unit.\"基层卫生股\"]\n\n[person.\"办公室主任\"]\nunit = \"办公室\"\n\n\
                  [person.\"股长\"]\nunit = \"基层卫生股\"\n\n[person.\"张三\"]\n";
    session.write("ledgers/book.toml", book + roster);
    session.run("done 1 --by 办公室主任").quietly();
    for (who, zh, en) in [
        (
            "办公室",
            "“办公室主任”报结过此问题，是“办公室”的人员，该单位不能自己核查",
            "`办公室主任`, a person of `办公室`, reported this, so that unit cannot verify it",
        ),
        (
            "股长",
            "“基层卫生股”对此问题负责，“股长”是该单位的人员，不能核查本单位的整改",
            "`基层卫生股` answers for this, and `股长`, a person of that unit, cannot verify it",
        ),
    ] {
        let close = format!("close 1 --by {who} --reason x");
        session
            .run(&format!("{close} --lang zh"))
            .stderr(&format!(
                "ledger: 2022-inspection/1 不能登记：\n  · {zh}；用 --verifier 写明另一核查人\n"
            ))
            .status(3);
        session
            .run(&close)
            .stderr(&format!(
                "ledger: 2022-inspection/1 is refused:\n  - {en}; name another with --verifier\n"
            ))
            .status(3);
    }
    // A masked problem names nobody but whom the command names.
    session.edit(&file(1), "lead = [", "masked = true\nlead = [");
    session
        .run("close 1 --by 办公室 --reason x --lang zh")
        .stderr(
            "ledger: 2022-inspection/1 不能登记：\n  · “办公室”报结过此问题，不能自己核查；用 --verifier 写明另一核查人\n",
        )
        .status(3);
}
