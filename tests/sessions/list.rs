//! `ledger list` and what a book looks like in a table.

use crate::samples::{BOTH, book};
use crate::session::Session;

#[test]
fn a_list_has_a_line_for_each_problem_and_each_measure_with_a_day_of_its_own() {
    for form in BOTH {
        let session = book(form);
        session.on("2022-10-25").run("list").golden("list").fine();
        session.run("list --lang zh").golden("list-zh").fine();
    }
}

#[test]
fn a_narrow_terminal_breaks_titles_and_nothing_else() {
    for form in BOTH {
        book(form).columns(60).on("2022-10-25").run("list").golden("list-narrow").fine();
    }
}

#[test]
fn ids_are_for_other_commands() {
    for form in BOTH {
        let session = book(form);
        session
            .on("2022-10-25")
            .run("list --ids --status open")
            .stdout(
                "2022-inspection/1\n2022-inspection/3\n2022-inspection/3.2\n2022-inspection/5\n",
            )
            .fine();
    }
}

#[test]
fn a_day_before_all_that_happened_shows_how_it_stood_then() {
    for form in BOTH {
        let session = book(form);
        // On the day of the plan all is open; the fifth problem was found a month later.
        session
            .run("list --today 2022-09-23 --status open --ids")
            .stdout(
                "2022-inspection/1\n2022-inspection/2\n2022-inspection/3\n2022-inspection/3.2\n2022-inspection/4\n",
            )
            .fine();
        session.run("list --today 2022-09-22 --ids").fine();
        session.run("list --today 2022-09-22").golden("list-before").fine();
    }
}

#[test]
fn an_empty_ledger_is_no_failure() {
    for form in BOTH {
        let session = Session::with_ledger(form);
        session.run("list").stdout("Problems on 2022-09-23\n\nNo problem fits.\n").fine();
        session.run("overdue --lang zh").golden("overdue-none-zh").fine();
    }
}
