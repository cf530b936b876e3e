//! `ledger notice`: the ladder climbed day by day, numbers that run through the year, and nothing issued twice.

use serde_json::Value;

use crate::samples::BOTH;
use crate::session::{Form, Session, TABLE, file};

/// Two problems due at the end of October, one by lead and one by person only, and one without a day.
fn session(form: Form) -> Session {
    let session = Session::with_ledger(form);
    session.run("add --title 借款未及时收回 --lead 财务股 --limit 10月底前").quietly();
    session.run("add --title 会议记录不全 --person 办公室主任 --limit 10月底前").quietly();
    session.run("add --title 制度不健全 --lead 办公室").quietly();
    session
}

/// What a run on a day issues: problem, rung and number.
fn issued(session: &Session, words: &str) -> Vec<String> {
    let lines = |answer: &Value| answer["lines"].as_array().unwrap().clone();
    let due = lines(&session.run(&format!("notice --dry-run {words}")).json());
    let command = session.command(&format!("notice --by 整改办 -O json {words}")).output().unwrap();
    assert!(command.status.success(), "{}", String::from_utf8_lossy(&command.stderr));
    let done: Value = serde_json::from_slice(&command.stdout).unwrap();
    let ids = |lines: &[Value]| lines.iter().map(|line| line["id"].clone()).collect::<Vec<_>>();
    assert_eq!(ids(&due), ids(&lines(&done)), "the dry run shows what is issued");
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let line = |line: &Value| [&line["id"], &line["name"], &line["number"]].map(text).join(" ");
    lines(&done).iter().map(line).collect()
}

fn nothing() -> Vec<String> {
    Vec::new()
}

#[test]
fn the_ladder_is_climbed_day_by_day_and_nothing_is_issued_twice() {
    for form in BOTH {
        let session = session(form);
        assert_eq!(issued(session.on("2022-10-27"), ""), nothing());
        let reminders = ["2022-inspection/1 reminder 2022-1", "2022-inspection/2 reminder 2022-2"];
        let by_rung = session.read("ledgers/book.toml").contains("reminder");
        assert!(by_rung, "the names stand in the book");
        assert_eq!(issued(session.on("2022-10-28"), ""), reminders);
        for day in ["2022-10-28", "2022-10-31"] {
            assert_eq!(issued(session.on(day), ""), nothing(), "{day}");
        }
        let notice = "2022-inspection/1 supervision notice 2022-3";
        assert_eq!(issued(session.on("2022-11-01"), "1"), [notice]);
        assert_eq!(issued(session.on("2022-11-01"), "1"), nothing());
        // The second rung was never issued for the second problem: the third is, and the second is not made up for.
        let talks = ["2022-inspection/1 talk 2022-4", "2022-inspection/2 talk 2022-5"];
        assert_eq!(issued(session.on("2022-11-15"), ""), talks);
        assert_eq!(issued(session.on("2022-11-29"), ""), nothing());
        // A new year has a series of its own.
        let circulars = ["2022-inspection/1 circular 2023-1", "2022-inspection/2 circular 2023-2"];
        assert_eq!(issued(session.on("2023-01-03"), ""), circulars);
        assert_eq!(issued(session.on("2024-01-03"), ""), nothing());
        session.is_well(1, 3);
    }
}

#[test]
fn one_entry_a_problem_says_level_number_and_to_whom() {
    let session = session(Form::Folder);
    let entry = |key: u8, no: u8, to: &str| {
        format!(
            "\n[[entry]]\nkey = \"<key{key}>\"\non = 2022-11-01\nact = \"notice\"\nby = \"整改办\"\n\
             text = \"请于5日内书面说明\"\nlevel = 2\nnumber = \"2022-{no}\"\nto = \"{to}\"\n"
        )
    };
    session.on("2022-11-01").run("notice --by 整改办 --text 请于5日内书面说明").quietly();
    for (no, to) in [(1, "财务股"), (2, "办公室主任")] {
        let text = session.read(&file(no.into()));
        let key = text.split("key = \"").nth(1).unwrap()[..6].to_owned();
        let expected = entry(no, no, to).replace(&format!("<key{no}>"), &key);
        assert!(text.ends_with(&expected), "{text}");
    }
}

#[test]
fn tables_read_well_in_both_languages() {
    for form in BOTH {
        let session = session(form);
        let book = session.read("ledgers/book.toml");
        let ladder = book.lines().find(|line| line.starts_with("ladder")).unwrap();
        let own = "ladder = { '提醒函' = -3, '督办单' = 1, '约谈' = 15 }";
        session.edit("ledgers/book.toml", ladder, own);
        session.on("2022-10-28").run("notice --by 整改办").quietly();
        session.on("2022-11-01");
        session.run("notice --dry-run").golden("notice-due").fine();
        session.run("notice --dry-run --lang zh").golden("notice-due-zh").fine();
        session.run("notice --dry-run -O csv").golden("notice-due-csv").fine();
        session.run("notice --dry-run -O md --lang zh").golden("notice-due-md-zh").fine();
        let files =
            if form == Form::Table { vec![TABLE.to_owned()] } else { vec![file(1), file(2)] };
        let run = session.run("notice --by 整改办 --lang zh").golden("notice-issued-zh");
        files.iter().fold(run, |run, file| run.grows(file)).fine();
        session.run("notice --by 整改办").golden("notice-none").fine();
        session.run("notice --by 整改办 --lang zh").golden("notice-none-zh").fine();
    }
}

#[test]
fn what_nobody_works_on_or_awaits_verification_gets_no_notice() {
    for form in BOTH {
        let session = session(form);
        session.on("2022-10-20").run("done 1 --by 财务股").quietly();
        assert_eq!(issued(session.on("2022-11-20"), "1"), nothing());
        session.run("add --title 月报 --kind duty --every 每月5日前 --lead 财务股").quietly();
        let answer = session.on("2022-12-20").run("notice --dry-run").json();
        let totals = &answer["totals"];
        assert_eq!((&totals["duties"], &totals["undated"]), (&1.into(), &1.into()));
        session.run("notice --dry-run 4").golden("notice-duty").fine();
        session.run("notice --dry-run 4 --lang zh").golden("notice-duty-zh").fine();
    }
}

#[test]
fn a_measure_that_is_later_than_its_problem_counts() {
    let session = session(Form::Folder);
    session.run("measure 1 --text 发函催收 --lead 出纳室 --limit 10月10日前").quietly();
    let due = session.on("2022-10-11").run("notice --dry-run").json();
    let line = &due["lines"][0];
    assert_eq!((&line["line"], &line["days"]), (&"2022-inspection/1.1".into(), &1.into()));
    assert_eq!(line["to"], serde_json::json!(["财务股"]), "the problem's lead answers for it");
    session.run("done 1.1 --by 财务股").quietly();
    assert_eq!(issued(&session, ""), nothing());
}

#[test]
fn an_extension_starts_the_ladder_anew() {
    let session = session(Form::Folder);
    assert_eq!(issued(session.on("2022-11-20"), "1"), ["2022-inspection/1 talk 2022-1"]);
    let extension = "\n[[entry]]\nkey = \"aaaaaa\"\non = 2022-11-21\nact = \"extend\"\nby = \"财务股\"\n\
                     text = \"银行流水未到\"\ndue = 2022-12-31\napprover = \"分管副主任\"\n";
    session.write(&file(1), session.read(&file(1)) + extension);
    assert_eq!(issued(session.on("2022-12-20"), "1"), nothing());
    assert_eq!(issued(session.on("2022-12-28"), "1"), ["2022-inspection/1 reminder 2022-2"]);
}

#[test]
fn two_ledgers_share_a_series_and_may_have_ladders_of_their_own() {
    for form in BOTH {
        let session = session(form);
        let csv = if form == Form::Table { " --csv" } else { "" };
        session.run(&format!("init 2022-audit --issued 2022-09-23{csv}")).quietly();
        session.run("add -l 2022-audit --title 账实不符 --lead 资产科 --limit 10月底前").quietly();
        let head = if form == Form::Table {
            "ledgers/2022-audit.toml"
        } else {
            "ledgers/2022-audit/ledger.toml"
        };
        let own = "\n[[policy]]\nfrom = 2022-10-01\nladder = { \"蓝色督查单\" = 0, \"红色督查单\" = 10 }\n";
        session.write(head, session.read(head) + own);
        assert_eq!(
            issued(session.on("2022-10-31"), ""),
            [
                "2022-audit/1 蓝色督查单 2022-1",
                "2022-inspection/1 reminder 2022-2",
                "2022-inspection/2 reminder 2022-3",
            ]
        );
        session
            .on("2022-11-12")
            .run("notice --dry-run --lang zh")
            .golden("notice-two-ladders-zh")
            .fine();
        session.run("notice --dry-run").golden("notice-two-ladders").fine();
        // What is asked for alone is numbered after what the whole book has.
        assert_eq!(issued(&session, "-l 2022-audit"), ["2022-audit/1 红色督查单 2022-4"]);
        assert_eq!(
            issued(&session, "--unit 财务股"),
            ["2022-inspection/1 supervision notice 2022-5"]
        );
    }
}

#[test]
fn a_number_that_another_branch_gave_is_not_given_again() {
    for form in BOTH {
        let session = Session::in_git_with_ledger(form);
        session.run("add --title 甲 --lead 财务股 --limit 10月底前").quietly();
        session.run("add --title 乙 --lead 财务股 --limit 10月底前").quietly();
        session.commit("Two problems");
        session.git("checkout -q -b side");
        assert_eq!(issued(session.on("2022-11-01"), "1").len(), 1);
        session.commit("A notice");
        session.git("checkout -q main");
        assert_eq!(issued(&session, "2"), ["2022-inspection/2 supervision notice 2022-2"]);
    }
}

#[test]
fn a_number_whose_notice_was_taken_back_is_not_given_again() {
    let session = session(Form::Folder);
    session.on("2022-11-01").run("notice 1 --by 整改办").quietly();
    let text = session.read(&file(1));
    let key = &text.split("key = \"").nth(1).unwrap()[..6];
    session.run(&format!("void 1 {key} --by 整改办 --text 发错对象")).quietly();
    assert_eq!(issued(&session, "1"), ["2022-inspection/1 supervision notice 2022-2"]);
}

#[test]
fn all_or_nothing() {
    for form in BOTH {
        let session = session(form);
        session.on("2022-11-01");
        session.run("notice").stderr(
            "ledger: nobody says who does this\n\
             help: say it with --by; or give a person in book.toml git = [\"address\"], which git's user.email then finds\n",
        ).status(2);
        session.write("out.csv", "");
        session.run("notice --by 整改办 -o out.csv").stderr(
            "ledger: out.csv is there already\nhelp: replace it with --force, or choose another name\n",
        ).status(3);
        session
            .run("notice --by 整改办 9")
            .stderr("ledger: there is no problem 2022-inspection/9\n")
            .status(3);
        session
            .run("notice --by 整改办 1.1")
            .stderr("ledger: 2022-inspection/1.1 is a measure; this takes a problem\n")
            .status(2);
        session.run("notice --by 整改办 --on 2022-11-02").golden("notice-future").status(3);
    }
}

#[test]
fn a_notice_for_an_earlier_day_says_when_it_was_entered() {
    let session = session(Form::Folder);
    assert_eq!(
        issued(session.on("2022-11-20"), "1 --on 2022-11-02"),
        ["2022-inspection/1 supervision notice 2022-1"]
    );
    assert!(session.read(&file(1)).contains("on = 2022-11-02\nentered = 2022-11-20\n"));
}

#[test]
fn a_reminder_says_how_many_days_are_left() {
    for form in BOTH {
        let session = session(form);
        session.on("2022-10-28").run("notice --dry-run").golden("notice-reminder").fine();
        session.run("notice --dry-run --lang zh").golden("notice-reminder-zh").fine();
        session.run("notice --dry-run -O csv --lang zh").golden("notice-reminder-csv-zh").fine();
        let line = &session.run("notice --dry-run 1").json()["lines"][0];
        assert_eq!((&line["days"], &line["days_left"]), (&(-3).into(), &3.into()));
        assert_eq!(line["days_late"], Value::Null);
        let line = &session.on("2022-11-02").run("notice --dry-run 1").json()["lines"][0];
        assert_eq!((&line["days"], &line["days_late"]), (&2.into(), &2.into()));
        assert_eq!(line["days_left"], Value::Null);
    }
}

#[test]
fn no_notice_follows_one_of_a_later_day() {
    for form in BOTH {
        let session = session(form);
        assert_eq!(issued(session.on("2022-11-20"), "1"), ["2022-inspection/1 talk 2022-1"]);
        // Of the same problem it would go back down the ladder; of another its number would be the higher one.
        for id in ["1", "2"] {
            session
                .run(&format!("notice {id} --by 整改办 --on 2022-11-02"))
                .stderr(
                    "ledger: 2022-inspection/1 got the notice 2022-1 on 2022-11-20; one of 2022-11-02 cannot follow it\n\
                     help: name that day or a later one with --on; if that notice was a mistake, take it back with `ledger void` first\n",
                )
                .status(3);
        }
        session
            .run("notice 2 --by 整改办 --on 2022-11-02 --lang zh")
            .stderr(
                "ledger: 2022-inspection/1 已于2022-11-20发出督办 2022-1，不能再补发2022-11-02的督办\n\
                 提示: 用 --on 写该日或以后的日期；那份督办发错的，先用 `ledger void` 更正\n",
            )
            .status(3);
        assert_eq!(issued(&session, ""), ["2022-inspection/2 talk 2022-2"]);
        assert_eq!(issued(&session, ""), nothing());
        // A new year has a series of its own, but a problem has one ladder.
        session.run("add --title 账实不符 --lead 财务股 --limit 12月底前").quietly();
        assert_eq!(
            issued(session.on("2023-01-01"), "4"),
            ["2022-inspection/4 supervision notice 2023-1"]
        );
        session
            .run("notice 4 --by 整改办 --on 2022-12-29")
            .stderr(
                "ledger: 2022-inspection/4 got the notice 2023-1 on 2023-01-01; one of 2022-12-29 cannot follow it\n\
                 help: name that day or a later one with --on; if that notice was a mistake, take it back with `ledger void` first\n",
            )
            .status(3);
    }
}

#[test]
fn a_notice_taken_back_hinders_no_earlier_one() {
    let session = session(Form::Folder);
    session.on("2022-11-20").run("notice 1 --by 整改办").quietly();
    let text = session.read(&file(1));
    let key = &text.split("key = \"").nth(1).unwrap()[..6];
    session.run(&format!("void 1 {key} --by 整改办 --text 发错对象")).quietly();
    let notice = "2022-inspection/1 supervision notice 2022-2";
    assert_eq!(issued(&session, "1 --on 2022-11-02"), [notice]);
}

#[test]
fn each_line_climbs_the_ladder_by_itself() {
    let session = session(Form::Folder);
    session.run("measure 1 --text 发函催收 --limit 10月10日前").quietly();
    session.run("measure 1 --text 建立台账 --limit 11月20日前").quietly();
    assert_eq!(issued(session.on("2022-11-09"), "1"), ["2022-inspection/1 circular 2022-1"]);
    // The day of another measure moves: that of the latest one does not, and its notice stands.
    session
        .run("extend 1.2 --by 财务股 --due 2022-11-30 --text 系统升级 --approver 主任")
        .quietly();
    assert_eq!(issued(&session, "1"), nothing());
    // Once it is reported, the problem itself is latest, 9 days late: of that the circular told, too.
    session.run("done 1.1 --by 财务股").quietly();
    assert_eq!(issued(&session, "1"), nothing());
    assert_eq!(issued(session.on("2022-11-15"), "1"), ["2022-inspection/1 talk 2022-2"]);
    // And once that is extended, the other measure is, which had none.
    session.run("extend 1 --by 财务股 --due 2022-12-31 --text 系统升级 --approver 主任").quietly();
    let notice = "2022-inspection/1 supervision notice 2022-3";
    assert_eq!(issued(session.on("2022-12-01"), "1"), [notice]);
    let lines = session.run("list 借款").json()["lines"].clone();
    let noticed: Vec<_> =
        lines.as_array().unwrap().iter().map(|line| line["noticed"].clone()).collect();
    assert_eq!(serde_json::json!(noticed), serde_json::json!([null, 4, 2]));
}
