//! `ledger overdue`: open on a day after the last day.

use crate::samples::{BOTH, book};
use crate::session::{Form, Session, ids};

#[test]
fn the_last_day_itself_is_in_time() {
    for form in BOTH {
        let session = book(form);
        for (day, expected) in [
            ("2022-10-20", ""),
            ("2022-10-21", "3.2"),
            ("2022-10-31", "3.2"),
            ("2022-11-01", "3.2 1"),
            ("2022-11-11", "3.2 1"),
            ("2022-11-12", "3.2 1 5"),
            ("2022-12-31", "3.2 1 5"),
            ("2023-01-01", "3.2 1 5 3"),
        ] {
            session.run(&format!("overdue --ids --today {day}")).stdout(&ids(expected)).fine();
        }
    }
}

#[test]
fn what_awaits_verification_is_not_overdue() {
    for form in BOTH {
        let session = book(form);
        // Problem 2 was due on 8 October and reported on that day.
        session.run("overdue --today 2022-10-09 --ids").fine();
        session.run("void 2 <key1> --by 办公室 --text 未报 --on 2022-10-25").quietly();
        session.run("overdue --ids").stdout("2022-inspection/2\n2022-inspection/3.2\n").fine();
    }
}

#[test]
fn the_longest_late_come_first() {
    for form in BOTH {
        let session = book(form);
        session.run("overdue --today 2022-12-01").golden("overdue").fine();
        session.run("overdue --today 2022-12-01 --lang zh").golden("overdue-zh").fine();
        session.run("overdue --today 2022-12-01 -O csv").golden("overdue-csv").fine();
        let answer = session.run("overdue --today 2022-12-01").json();
        assert_eq!(answer["totals"]["lines"], 3);
        assert_eq!(answer["totals"]["problems"], 3);
        assert_eq!(answer["totals"]["measures"], 1);
        let late: Vec<_> = answer["lines"]
            .as_array()
            .unwrap()
            .iter()
            .map(|line| line["days_late"].as_i64().unwrap())
            .collect();
        assert_eq!(late, [42, 31, 20]);
    }
}

#[test]
fn a_script_learns_from_the_status_whether_anything_is_overdue() {
    for form in BOTH {
        let session = book(form);
        session.run("overdue --exit-code --ids --today 2022-10-20").fine();
        session
            .run("overdue --exit-code --ids --today 2022-10-21")
            .stdout("2022-inspection/3.2\n")
            .status(1);
        session.run("overdue --exit-code --ids --today 2022-10-21 --unit 财务股").fine();
    }
}

#[test]
fn a_limit_that_nobody_can_read_is_shown_and_not_guessed() {
    let session = Session::with_ledger(Form::Folder);
    session.write(
        "ledgers/2022-inspection/001.toml",
        "title = \"甲\"\nlimit = \"10月底前、年底前\"\n",
    );
    session.on("2023-01-01").run("overdue").golden("overdue-unclear").fine();
    session.run("overdue --ids --exit-code").fine();
    let answer = session.run("overdue").json();
    assert_eq!(answer["totals"]["unclear"], 1);
    assert_eq!(answer["unclear"][0]["id"], "2022-inspection/1");
}
