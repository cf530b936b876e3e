//! Sessions of `log`: who changed what and when, once each, and what nobody should have changed.

use serde_json::Value;

use crate::samples::BOTH;
use crate::session::{Form, Session, TABLE, file, said};

fn one_file(form: Form) -> String {
    if form == Form::Table { TABLE.to_owned() } else { file(1) }
}

/// What each step did to which problem, as `message: id change change`, the newest first.
fn told(session: &Session, words: &str) -> Vec<String> {
    let answer = session.run(&format!("log {words}")).json();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut told = Vec::new();
    for step in answer["steps"].as_array().unwrap() {
        let message = step["commit"]["message"].as_str().unwrap_or("not committed");
        for problem in step["problems"].as_array().unwrap() {
            let changes = problem["changes"].as_array().unwrap().iter().map(|change| {
                let parts = ["change", "field"].map(|key| text(&change[key]));
                let entry = text(&change["entry"]["act"]);
                [&parts[0], &parts[1], &entry]
                    .map(String::as_str)
                    .join(" ")
                    .trim()
                    .replace("  ", " ")
            });
            let id = text(&problem["id"]).replace("2022-inspection/", "");
            told.push(format!("{message}: {id} {}", changes.collect::<Vec<_>>().join(", ")));
        }
    }
    told
}

/// A ledger with a roster, in which the commits of a few days stand.
fn office(form: Form) -> Session {
    let session = Session::in_git_with_ledger(form);
    let book = session.read("ledgers/book.toml");
    let person = "\n[person.\"办公室主任\"]\ngit = [\"clerk@example.org\"]\n";
    session.write("ledgers/book.toml", book + person);
    session.on("2022-09-24").run("add --title 借款未收回 --lead 财务股 --limit 10月底前").quietly();
    session.run("measure 1 --text 发函催收").quietly();
    session.commit_at("2022-09-24T09:30", "登记");
    session
}

#[test]
fn a_log_in_every_format() {
    for (form, name) in BOTH.into_iter().zip(["", "-table"]) {
        let session = office(form);
        session.on("2022-10-08").run("note 1 --by 财务股 --text 已发函").quietly();
        session.run("add --title 会议记录不全").quietly();
        session.commit_at("2022-10-08T17:05", "进展");
        session.edit(&one_file(form), "借款未收回", "借款未及时收回");
        session.edit("ledgers/book.toml", "immediate = 15", "immediate = 30");
        session.commit_at("2022-10-09T08:00", "By hand");
        session.on("2022-10-20").run("done 1 --by 财务股").quietly();
        if name.is_empty() {
            session.run("log").golden("log").fine();
            session.run("log --lang zh").golden("log-zh").fine();
            session.run("log 1 -O md --lang zh").golden("log-one-md-zh").fine();
            session.run("log --oneline").golden("log-oneline").fine();
            session.run("log -O csv").golden("log-csv").fine();
            session.run("log 1 -O json").golden("log-json").fine();
        }
        let expected = [
            "not committed: 1 entry_added done",
            "By hand: 1 field title",
            "进展: 1 entry_added progress",
            "进展: 2 new",
            "登记: 1 new",
        ];
        assert_eq!(told(&session, ""), expected);
        assert_eq!(told(&session, "1"), [expected[0], expected[1], expected[2], expected[4]]);
        assert_eq!(told(&session, "-l 2022-inspection"), expected);
        assert_eq!(told(&session, "-n 2"), expected[..2]);
        assert_eq!(told(&session, "--since 2022-10-08"), expected[..4]);
        assert_eq!(told(&session, "--since HEAD~1"), expected[..2]);
        assert_eq!(told(&session, "--unit 财务股"), told(&session, "1"));
        assert_eq!(told(&session, "--at HEAD~1"), expected[2..]);
        assert_eq!(told(&session, "--at 2022-10-07"), expected[4..]);
        session.run("log 7").stderr("ledger: there is no problem 2022-inspection/7\n").status(3);
        session.run("log 1 --since 2022-10-30 -n 0").stdout("Nothing has changed.\n").fine();
    }
}

#[test]
fn what_nobody_may_change_is_told_as_such() {
    for form in BOTH {
        let session = office(form);
        session.on("2022-10-08").run("note 1 --by 财务股 --text 已发函").quietly();
        session.run("note 1 --by 财务股 --text 已催收").quietly();
        session.commit_at("2022-10-08T17:05", "进展");
        let path = one_file(form);
        session.edit(&path, "已发函", "从未发函");
        session.commit_at("2022-10-09T08:00", "Edited");
        let text = session.read(&path);
        let taken = match form {
            Form::Folder => text.rsplit_once("\n[[entry]]").unwrap().0.to_owned(),
            Form::Table => text.trim_end().rsplit_once('\n').unwrap().0.to_owned() + "\n",
        };
        session.write(&path, taken);
        session.commit_at("2022-10-10T08:00", "Taken out");
        session.write(&path, "<<<<<<< HEAD\n");
        session.commit_at("2022-10-11T08:00", "Broken");
        session.git("checkout -q HEAD~1 .");
        session.commit_at("2022-10-12T08:00", "Mended");
        let mut expected = vec![
            "Taken out: 1 entry_removed progress",
            "Edited: 1 entry_edited text progress",
            "进展: 1 entry_added progress, entry_added progress",
            "登记: 1 new",
        ];
        if form == Form::Folder {
            expected.splice(0..0, ["Mended: 1 readable", "Broken: 1 unreadable"]);
        }
        assert_eq!(told(&session, "1"), expected);
        let answer = session.run("log").json();
        let edited = &answer["steps"]
            .as_array()
            .unwrap()
            .iter()
            .find(|step| step["commit"]["message"] == "Edited");
        let change = &edited.unwrap()["problems"][0]["changes"][0];
        assert_eq!((&change["from"], &change["to"]), (&"已发函".into(), &"从未发函".into()));
        assert_eq!(change["forbidden"], true);
        let output = session.command("log 1").output().unwrap();
        assert!(said(&output).contains("taken out, which is not allowed"), "{}", said(&output));
        if form == Form::Table {
            assert!(said(&output).contains("cannot be read before or after this"));
        }
    }
}

#[test]
fn a_merge_says_nothing_twice_and_an_evil_one_says_what_it_did() {
    for form in BOTH {
        let session = office(form);
        session.run("add --title 会议记录不全").quietly();
        session.commit_at("2022-09-25T09:00", "Another");
        session.git("config --remove-section merge.ledger"); // people put it together
        session.git("checkout -q -b side");
        session.on("2022-10-08").run("note 2 --by 办公室 --text 支线").quietly();
        session.commit_at("2022-10-08T09:00", "Side");
        let side = session.read(&if form == Form::Table { TABLE.to_owned() } else { file(2) });
        session.git("checkout -q main");
        session.on("2022-10-09").run("note 1 --by 财务股 --text 主线").quietly();
        session.commit_at("2022-10-09T09:00", "Main");
        let own = session.read(&one_file(form));
        let merged = match form {
            Form::Folder => {
                session.git_at("2022-10-10T09:00", "merge -q side -m Merged");
                own.clone()
            }
            Form::Table => {
                // Both added a row at the end, so that somebody has to put them together.
                assert!(!session.try_git("merge -q side").status.success());
                // Its place in the file is the next one.
                let ours = own.lines().last().unwrap();
                let seq = ours.split(',').nth(3).unwrap();
                let next = format!(",{},", seq.parse::<u32>().unwrap() + 1);
                let ours = ours.replacen(&format!(",{seq},"), &next, 1);
                let both = format!("{side}{ours}\n");
                session.write(TABLE, &both);
                session.commit_at("2022-10-10T09:00", "Merged");
                both
            }
        };
        let all = told(&session, "");
        let expected = [
            "Main: 1 entry_added progress",
            "Side: 2 entry_added progress",
            "Another: 2 new",
            "登记: 1 new",
        ];
        assert_eq!(all, expected, "{merged}");

        // The same merge with something in it that neither side had.
        session.edit(&one_file(form), "借款未收回", "借款已全部收回");
        session.git("add -A");
        session.git_at("2022-10-10T10:00", "commit -q --amend --no-edit");
        assert_eq!(told(&session, "")[0], "Merged: 1 field title");
        assert_eq!(told(&session, "1")[0], "Merged: 1 field title");
        assert_eq!(told(&session, "")[1..], expected);
    }
}

#[test]
fn a_conversion_changes_no_problem_and_the_log_goes_on_behind_it() {
    let session = office(Form::Folder);
    session.on("2022-10-08").run("convert 2022-inspection --to csv").quietly();
    session.commit_at("2022-10-08T09:00", "Table");
    session.on("2022-10-09").run("note 1 --by 财务股 --text 已催收").quietly();
    session.commit_at("2022-10-09T09:00", "进展");
    session.on("2022-10-10").run("convert 2022-inspection --to toml").quietly();
    session.commit_at("2022-10-10T09:00", "Folder");
    assert_eq!(told(&session, "1"), ["进展: 1 entry_added progress", "登记: 1 new"]);
    let answer = session.run("log -n 3").json();
    let steps = answer["steps"].as_array().unwrap();
    let converted: Vec<_> = steps.iter().map(|step| step["converted"].to_string()).collect();
    assert_eq!(
        converted,
        [
            r#"[{"ledger":"2022-inspection","to":"toml"}]"#,
            "[]",
            r#"[{"ledger":"2022-inspection","to":"csv"}]"#
        ]
    );
}

#[test]
fn a_problem_with_another_number_is_the_same_problem() {
    let session = office(Form::Folder);
    session.on("2022-10-08").run("note 1 --by 财务股 --text 已催收").quietly();
    session.commit_at("2022-10-08T09:00", "进展");
    session.git(&format!("mv {} {}", file(1), file(9)));
    session.commit_at("2022-10-09T09:00", "Renumbered");
    session.on("2022-10-10").run("note 9 --by 财务股 --text 已催收").quietly();
    session.commit_at("2022-10-10T09:00", "More");
    let expected = [
        "More: 9 entry_added progress",
        "Renumbered: 9 moved",
        "进展: 1 entry_added progress",
        "登记: 1 new",
    ];
    assert_eq!(told(&session, ""), expected);
    assert_eq!(told(&session, "9"), expected);
    assert_eq!(told(&session, "9 -n 3"), expected[..3]);
}

#[test]
fn a_masked_problem_names_nobody_not_even_before_it_was_masked() {
    let session = office(Form::Folder);
    session.on("2022-10-08").run("note 1 --by 财务股股长 --text 已谈话").quietly();
    session.commit_at("2022-10-08T09:00", "进展");
    session.edit(&file(1), "title =", "masked = true\ntitle =");
    session.commit_at("2022-10-09T09:00", "Masked");
    let all = said(&session.command("log 1 -O csv").output().unwrap());
    assert!(all.contains("已谈话") && !all.contains("股长") && !all.contains("主任"), "{all}");
    let all = said(&session.command("diff HEAD~2 -O csv").output().unwrap());
    assert!(all.contains("已谈话") && !all.contains("股长"), "{all}");
}

#[test]
fn a_hand_that_took_a_problem_away_is_told() {
    let session = office(Form::Folder);
    std::fs::remove_file(session.path(&file(1))).unwrap();
    session.commit_at("2022-10-08T09:00", "Away");
    assert_eq!(told(&session, "1"), ["Away: 1 gone", "登记: 1 new"]);
    session.run("diff HEAD~1 HEAD --exit-code").golden("diff-gone").status(1);
}
