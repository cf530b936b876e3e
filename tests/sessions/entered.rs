//! Problems and measures that are entered later than the day from which they count say when, and past reports are marked.

use crate::samples::BOTH;
use crate::session::{Form, Session, TABLE, file};

/// One problem of the day of the plan, with a measure of that day.
fn session(form: Form) -> Session {
    let session = Session::with_ledger(form);
    session.run("add --title 借款未收回 --lead 财务股 --due 2022-10-31").quietly();
    session.run("measure 1 --text 清查").quietly();
    session
}

#[test]
fn the_day_of_entry_is_written_where_it_is_later() {
    let session = session(Form::Folder);
    assert!(!session.read(&file(1)).contains("entered"), "both count from the day of entry");
    session.on("2022-10-10").run("add --title 二 --found 2022-10-08").quietly();
    session.run("add --title 三").quietly();
    session.run("add --title 四 --found 2022-10-10").quietly();
    assert_eq!(
        session.read(&file(2)),
        "title = \"二\"\nfound = 2022-10-08\nentered = 2022-10-10\n"
    );
    assert_eq!(session.read(&file(3)), "title = \"三\"\nentered = 2022-10-10\n");
    assert_eq!(session.read(&file(4)), "title = \"四\"\nfound = 2022-10-10\n");
    session.run("measure 1 --text 催收 --since 2022-10-01").quietly();
    session.run("measure 1 --text 起诉 --since 2022-10-10").quietly();
    session.run("measure 1 --text 结案").quietly();
    // No figure before that day knew of problem 2 itself.
    session.run("measure 2 --text 甲").quietly();
    let text = session.read(&file(1));
    let measures: Vec<_> = text.split("[[measure]]").skip(2).collect();
    assert_eq!(
        measures,
        [
            "\nno = 2\ntext = \"催收\"\nsince = 2022-10-01\nentered = 2022-10-10\n\n",
            "\nno = 3\ntext = \"起诉\"\nsince = 2022-10-10\n\n",
            "\nno = 4\ntext = \"结案\"\nentered = 2022-10-10\n",
        ]
    );
    assert!(!session.read(&file(2)).contains("no = 1\ntext = \"甲\"\nentered"));
    session
        .run("check --skip no-lead,no-limit,no-measures")
        .stderr("ledger: nothing wrong in 1 ledger with 4 problems\n")
        .fine();
}

#[test]
fn past_reports_are_marked_and_the_others_are_not() {
    for form in BOTH {
        let session = session(form);
        session.on("2022-10-10").run("add --title 二 --found 2022-10-08").quietly();
        session.run("measure 1 --text 催收 --since 2022-10-01 --due 2022-10-05").quietly();
        let later = |day: &str, words: &str| {
            let answer = session.run(&format!("{words} --today {day}")).json();
            let later = &answer["entered_later"];
            let ids: Vec<_> = later["ids"].as_array().unwrap().clone();
            let number = |name: &str| later[name].as_u64().unwrap();
            let ids: Vec<_> = ids.iter().map(|id| id.as_str().unwrap().to_owned()).collect();
            (number("problems"), number("measures"), ids.join(" "))
        };
        let both = "2022-inspection/1 2022-inspection/2";
        for words in ["summary", "list", "overdue", "show 1-2", "notice --dry-run"] {
            assert_eq!(later("2022-09-30", words), (0, 0, String::new()), "{words}");
            assert_eq!(later("2022-10-07", words), (0, 1, "2022-inspection/1".into()), "{words}");
            assert_eq!(later("2022-10-09", words), (1, 1, both.into()), "{words}");
            assert_eq!(later("2022-10-10", words), (0, 0, String::new()), "{words}");
        }
        session.run("list --today 2022-10-09").golden("entered-list").fine();
        session.run("list --today 2022-10-09 --lang zh").golden("entered-list-zh").fine();
        session.run("show 1-2").golden("entered-show").fine();
        session.run("show 1-2 --lang zh").golden("entered-show-zh").fine();
    }
}

#[test]
fn both_formats_hold_the_day() {
    let session = session(Form::Folder);
    session.on("2022-10-10").run("add --title 二 --found 2022-10-08").quietly();
    session.run("measure 1 --text 催收 --since 2022-10-01").quietly();
    let before = [session.read(&file(1)), session.read(&file(2))];
    session.run("convert 2022-inspection --to csv").quietly();
    let table = session.read(TABLE);
    assert_eq!(table.matches("2022-10-10").count(), 2, "{table}");
    session.run("convert 2022-inspection --to toml").quietly();
    assert_eq!([session.read(&file(1)), session.read(&file(2))], before);
}

#[test]
fn a_file_without_the_day_is_valid_and_a_wrong_one_is_found() {
    let session = session(Form::Folder);
    session.write(&file(2), "title = \"二\"\nfound = 2022-10-08\n");
    session.on("2022-12-01").run("check --skip no-lead,no-limit,no-measures").quietly();
    session.write(&file(2), "title = \"二\"\nfound = 2022-10-08\nentered = 2022-10-07\n");
    let output = session.command("check --only entered-wrongly --lang zh").output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = crate::session::said(&output);
    assert!(said.contains("补记日期2022-10-07早于起算之日2022-10-08"), "{said}");
}

#[test]
fn history_knows_the_day_and_verify_that_it_changed() {
    let session = Session::in_git_with_ledger(Form::Folder);
    session.on("2022-10-10").run("add --title 二 --found 2022-10-08 --lead 财务股").quietly();
    session.commit_at("2022-10-10T09:00", "Entered");
    session.edit(&file(1), "entered = 2022-10-10\n", "");
    session.commit_at("2022-10-11T09:00", "By hand");
    let output = session.command("verify -O json").output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("entered-changed"), "{said}");
    let output = session.command("diff HEAD~1 HEAD --lang zh").output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("2022-10-10 → 无"), "{said}");
}
