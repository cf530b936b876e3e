//! `ledger edit`: what an editor leaves is looked at before it is written.

use crate::samples::{BOTH, book};
use crate::session::{Form, Session};

/// An editor that puts one text in the place of another.
fn editing(session: Session, sed: &str) -> Session {
    session.env("EDITOR", &format!("sed -i -e {sed}"))
}

#[test]
fn a_slip_is_mended_and_nothing_else_changes() {
    for form in BOTH {
        let session = editing(book(form), "s/借款未及时收回/借款没有及时收回/");
        let file = match form {
            Form::Folder => "ledgers/2022-inspection/001.toml",
            Form::Table => "ledgers/2022-inspection.csv",
        };
        let text = session.read(file).replace("借款未及时收回", "借款没有及时收回");
        session
            .run("edit 1")
            .stderr("ledger: 2022-inspection/1 is written\n")
            .writes(file, &session.without_keys(&text))
            .fine();
        session
            .run("edit 1")
            .stderr("ledger: nothing was altered, and nothing was written\n")
            .fine();
    }
}

#[test]
fn what_cannot_be_read_is_not_written() {
    let wrong = "s/2022-10-20/2022-10-32/";
    let session = editing(book(Form::Folder), wrong);
    session.run("edit 3").golden("edit-unreadable").status(3);
    let session = editing(book(Form::Table), wrong);
    session.run("edit 3").golden("edit-unreadable-table").status(3);
}

#[test]
fn what_check_calls_an_error_is_not_written() {
    let session = editing(book(Form::Folder), "s/财务股/财务骨/");
    session.run("edit 1").golden("edit-wrong").status(3);
}

#[test]
fn committed_entries_stay_as_they_are() {
    let session = Session::in_git_with_ledger(Form::Folder);
    session.run("add --title 甲 --limit 年底前").quietly();
    session.run("note 1 --by 办公室 --text 已开会").quietly();
    let session = editing(session, "s/已开会/已开二次会/");
    let text = session.read("ledgers/2022-inspection/001.toml");
    let text = text.replace("已开会", "已开二次会");
    // What no commit has is the clerk's own.
    session
        .run("edit 1")
        .stderr("ledger: 2022-inspection/1 is written\n")
        .writes("ledgers/2022-inspection/001.toml", &session.without_keys(&text))
        .fine();
    session.commit("A problem");
    let session = editing(session, "s/已开二次会/未开会/");
    session.run("edit 1").golden("edit-committed").status(3);
    session.run("edit 1 --lang zh").golden("edit-committed-zh").status(3);
}

#[test]
fn an_editor_that_fails_changes_nothing() {
    let session = book(Form::Folder).env("EDITOR", "false");
    session.run("edit 1").golden("edit-failed").status(3);
    let session = session.env("VISUAL", "no-such-editor --wait");
    // What the shell says of it is the shell's.
    assert_eq!(session.command("edit 1").output().unwrap().status.code(), Some(3));
    session.run("edit 9").stderr("ledger: there is no problem 2022-inspection/9\n").status(3);
    session.run("edit 1.2").golden("edit-measure").status(2);
}

#[test]
fn somebody_who_was_quicker_is_not_overwritten() {
    let session = book(Form::Folder);
    let file = session.path("ledgers/2022-inspection/001.toml");
    let quicker = format!("printf '\\ngoal = \"a\"\\n' >> {}; sed -i s/借款/款项/", file.display());
    let session = session.env("EDITOR", &quicker);
    let run = session.command("edit 1").output().unwrap();
    assert_eq!(run.status.code(), Some(5), "{run:?}");
    let said = String::from_utf8(run.stderr).unwrap();
    let kept = said.split("kept as ").nth(1).unwrap().lines().next().unwrap();
    assert!(std::fs::read_to_string(kept).unwrap().contains("款项未及时收回"), "{said}");
    assert!(session.read("ledgers/2022-inspection/001.toml").contains("借款未及时收回"));
    std::fs::remove_file(kept).unwrap();
}

#[test]
fn an_edit_is_committed_where_that_is_asked_for() {
    let session = Session::in_git_with_ledger(Form::Folder);
    session.run("add --title 甲 --limit 年底前 --commit").quietly();
    let session = editing(session, "s/甲/乙/");
    session
        .run("edit 1 --commit")
        .golden("edit-commit")
        .writes("ledgers/2022-inspection/001.toml", "")
        .quietly();
}
