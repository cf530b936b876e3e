//! `ledger` without a command: what waits this morning.

use crate::samples::{BOTH, book};
use crate::session::{Form, Session};

#[test]
fn what_waits_is_a_line_a_matter() {
    for form in BOTH {
        let session = book(form);
        session.run("--today 2022-11-12").golden("morning").fine();
        session.run("--today 2022-11-12 --lang zh").golden("morning-zh").fine();
        session.run("--today 2022-11-12 -O csv").golden("morning-csv").fine();
    }
}

/// Each line counts what the command in it counts.
#[test]
fn the_counts_are_those_of_the_commands() {
    for form in BOTH {
        let session = book(form);
        for day in ["2022-10-09", "2022-10-21", "2022-10-25", "2022-11-12", "2023-02-01"] {
            let answer = session.run(&format!("--today {day}")).json();
            for line in answer["lines"].as_array().unwrap() {
                let command = line["command"].as_str().unwrap().strip_prefix("ledger ").unwrap();
                let counted = session.run(&format!("{command} --today {day}")).json();
                let totals = &counted["totals"];
                let expected = match line["matter"].as_str().unwrap() {
                    "overdue" | "unclear" => {
                        let name = if line["matter"] == "unclear" { "unclear" } else { "lines" };
                        totals[name].as_u64()
                    }
                    "notices" => Some(counted["lines"].as_array().unwrap().len() as u64),
                    _ => Some(
                        totals["problems"].as_u64().unwrap() + totals["duties"].as_u64().unwrap(),
                    ),
                };
                assert_eq!(line["count"].as_u64(), expected, "{day} {line}");
            }
        }
    }
}

#[test]
fn reviews_and_relapses_wait_too() {
    let session = Session::with_ledger(Form::Folder);
    session.run("add --title 甲 --limit 立行立改、长期坚持").quietly();
    session.on("2022-10-08").run("done 1 --by 办公室").quietly();
    session.on("2022-10-10").run("close 1 --by 纪检组").quietly();
    let matters = |day: &str| -> Vec<String> {
        let answer = session.run(&format!("--today {day}")).json();
        let lines = answer["lines"].as_array().unwrap();
        lines.iter().map(|line| line["matter"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(matters("2022-10-20"), [""; 0]);
    assert_eq!(matters("2023-01-05"), ["review_due"]);
    assert_eq!(matters("2023-01-11"), ["review_overdue"]);
    session.on("2023-01-11").run("review 1 --relapsed --by 纪检组 --text 又现").quietly();
    assert_eq!(matters("2023-01-12"), ["relapsed"]);
    session
        .run("list --status review-due --ids --today 2023-01-05")
        .stdout("2022-inspection/1\n")
        .fine();
}

#[test]
fn what_is_not_committed_is_told_in_a_repository() {
    let session = Session::in_git_with_ledger(Form::Folder);
    session.on("2022-09-23").run("--lang zh").golden("morning-nothing").fine();
    session.run("add --title 甲 --limit 年底前").quietly();
    session.run("add --title 乙 --limit 年底前").quietly();
    session.run("").golden("morning-uncommitted").fine();
    session.commit("Two problems");
    session.run("-O json").golden("morning-committed").fine();
}

#[test]
fn without_a_book_a_command_is_asked_for() {
    let session = Session::new();
    session.run("--lang zh").golden("morning-no-book").status(2);
}
