//! `ledger check`: everything that is wrong, at once, each with its place.

use crate::samples::{BOTH, book};
use crate::session::{Form, Session};

#[test]
fn a_book_without_slips_is_praised() {
    for form in BOTH {
        let session = book(form);
        session.run("check").stderr("ledger: nothing wrong in 1 ledger with 5 problems\n").fine();
        session
            .run("check --lang zh")
            .stderr("ledger: 检查了1本台账、5个问题，未发现错误\n")
            .fine();
    }
}

/// A book with one slip for each rule.
fn slips() -> Session {
    let session = Session::with_ledger(Form::Folder);
    let book = session.read("ledgers/book.toml");
    session.write(
        "ledgers/book.toml",
        book + "\n[unit.\"财务股\"]\n\n[person.\"财务股股长\"]\nunit = \"财务股\"\n",
    );
    session.write(
        "ledgers/2022-inspection/001.toml",
        "\
title = \"甲\"
lead = [\"财务科\"]
person = [\"李四\"]
limit = \"10月底前\"
due = 2022-11-30
recurs = [\"2022-inspection/99\"]

[[measure]]
no = 1
text = \"发函\"
due = 2022-12-31

[[entry]]
key = \"aaaaaa\"
on = 2022-09-01
act = \"progress\"
by = \"财务股\"
text = \"早于发现\"

[[entry]]
key = \"bbbbbb\"
on = 2099-01-01
act = \"done\"
by = \"财务股\"
",
    );
    session.write(
        "ledgers/2022-inspection/002.toml",
        "\
title = \"乙\"
limit = \"10月底前、年底前\"

[[entry]]
key = \"aaaaaa\"
on = 2022-11-01
act = \"done\"
by = \"财务股\"
for = 2022-11-05

[[entry]]
key = \"bbbbbb\"
on = 2022-11-02
act = \"close\"
by = \"办公室\"

[[entry]]
key = \"cccccc\"
on = 2022-11-03
act = \"done\"
by = \"财务股\"
",
    );
    session.write("ledgers/2022-inspection/003.toml", "title = \"丙\"\ndue = 2022-08-01\n");
    session.on("2022-12-01");
    session
}

#[test]
fn each_rule_finds_its_slip() {
    let session = slips();
    session.run("check").golden("check-slips").status(1);
    session.run("check --lang zh").golden("check-slips-zh").status(1);
}

#[test]
fn only_the_ledger_that_is_named_is_looked_at() {
    let session = slips();
    session.run("init 2023").quietly();
    session
        .run("check -l 2023")
        .stderr("ledger: nothing wrong in 1 ledger with 0 problems\n")
        .fine();
    session
        .run("check -l 2032")
        .stderr("ledger: there is no ledger `2032`\nhelp: did you mean `2023`?\n")
        .status(3);
}

#[test]
fn a_file_that_cannot_be_read_is_a_finding_for_check_and_a_refusal_for_the_others() {
    let session = slips();
    session.write(
        "ledgers/2022-inspection/004.toml",
        "titel = \"丁\"\ndue = 2022-02-30\nlead = [\"财务股]\n",
    );
    session.write("ledgers/2022-inspection/5.toml", "title = \"戊\"\n");
    session.write("ledgers/2022-inspection/笔记.txt", "x");
    session.run("check").golden("check-unreadable").status(1);
    session.run("check --lang zh").golden("check-unreadable-zh").status(1);
    for words in ["list", "overdue", "summary", "show 1"] {
        let output = session.command(words).output().unwrap();
        assert_eq!(output.status.code(), Some(3), "{words}");
        assert!(output.stdout.is_empty(), "{words}");
    }
}

#[test]
fn a_table_names_line_and_column() {
    let session = book(Form::Table);
    session.edit("ledgers/2022-inspection.csv", "2022-10-31", "2022-10-32");
    session.edit("ledgers/2022-inspection.csv", "task", "tsk");
    session.run("check").golden("check-table").status(1);
    session.run("check --lang zh").golden("check-table-zh").status(1);
}
