//! Lateness is told with the day that it is counted from, and with the measure whose day that is.

use crate::samples::BOTH;
use crate::session::{Form, Session};

/// A problem whose own day is kept. Its first measure is extended and kept; its second is a week late.
fn book(form: Form) -> Session {
    let session = Session::with_ledger(form);
    session.run("add --title 借款未收回 --lead 财务股 --due 2022-12-31").quietly();
    session.run("measure 1 --text 清查 --due 2022-09-30").quietly();
    session.run("measure 1 --text 催收 --due 2022-10-15").quietly();
    session
        .on("2022-09-28")
        .run("extend 1.1 --due 2022-11-30 --text 账目散失 --approver 分管副主任 --by 办公室")
        .quietly();
    session.on("2022-10-22").run("done 1.2 --by 财务股").quietly();
    session.on("2022-11-11").run("done 1.1 --by 财务股").quietly();
    session
}

#[test]
fn a_row_names_the_measure_and_the_day_by_which_it_is_late() {
    for form in BOTH {
        let session = book(form);
        session.run("list").golden("lateness-list").fine();
        session.run("list --lang zh").golden("lateness-list-zh").fine();
        session.run("show 1").golden("lateness-show").fine();
        session.run("show 1 --lang zh").golden("lateness-show-zh").fine();
        session.run("list -O csv --lang zh").golden("lateness-csv-zh").fine();
        let answer = session.run("list").json();
        let line = &answer["lines"][0];
        assert_eq!((&line["last_day"], &line["extensions"]), (&"2022-12-31".into(), &0.into()));
        let problem = &session.run("show 1").json()["problems"][0];
        for told in [line, problem] {
            assert_eq!(told["late_measure"], 2);
            assert_eq!(told["late_last_day"], "2022-10-15");
            assert_eq!((&told["late_by_first"], &told["late_by_last"]), (&7.into(), &7.into()));
            assert_eq!(told["late_extensions"], 0);
        }
        let first = &answer["lines"][1];
        assert_eq!((&first["late_by_first"], &first["late_by_last"]), (&42.into(), &0.into()));
        assert_eq!((&first["late_measure"], &first["late_extensions"]), (&1.into(), &1.into()));
        assert_eq!(first["late_first_day"], "2022-09-30");
    }
}

#[test]
fn the_light_of_a_problem_names_the_measure_that_is_late() {
    for form in BOTH {
        let session = book(form);
        session.on("2022-10-18").run("show 1").golden("lateness-light").fine();
        session.run("show 1 --lang zh").golden("lateness-light-zh").fine();
        let problem = &session.run("show 1").json()["problems"][0];
        assert_eq!(problem["last_day"], "2022-12-31");
        assert_eq!((&problem["light_measure"], &problem["days_late"]), (&2.into(), &3.into()));
        assert_eq!(problem["light_last_day"], "2022-10-15");
    }
}

#[test]
fn a_notice_names_the_measure_whose_day_it_rests_on() {
    for form in BOTH {
        let session = book(form);
        session.on("2022-10-18").run("notice --dry-run").golden("lateness-notice").fine();
        session.run("notice --dry-run --lang zh").golden("lateness-notice-zh").fine();
    }
}
