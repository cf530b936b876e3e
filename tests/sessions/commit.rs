//! `--commit`: exactly what the command wrote, or nothing is written at all.

use super::session::{Form, Session, said};
use std::fs;
use std::os::unix::fs::PermissionsExt as _;

/// Types a command that is to end with this status, and returns what it says on standard error.
#[track_caller]
fn ends(session: &Session, words: &str, status: i32) -> String {
    let output = session.command(words).output().unwrap();
    assert_eq!(output.status.code(), Some(status), "{words}\n{}", said(&output));
    String::from_utf8(output.stderr).unwrap()
}

fn office(form: Form) -> Session {
    let session = Session::in_git_with_ledger(form);
    session.on("2022-10-08");
    ends(
        &session,
        "add --title 家庭医生签约重数量轻履约 --lead 基层股 --due 2022-12-31 --commit",
        0,
    );
    session
}

#[test]
fn a_commit_holds_what_was_written_and_nothing_else() {
    for form in [Form::Folder, Form::Table] {
        let session = office(form);
        assert_eq!(session.git("status --porcelain"), "");
        session.write("staged.txt", "s").write("loose.txt", "l");
        session.git("add staged.txt");
        ends(&session, "note 1 --by 基层股 --text 已开会 --commit --lang zh", 0);
        assert_eq!(session.git("status --porcelain"), "A  staged.txt\n?? loose.txt\n");
        assert_eq!(
            session.git("log -1 --format=%B%an"),
            "进展 2022-inspection/1：家庭医生签约重数量轻履约\n\nLedger: 2022-inspection/1\n办公室\n"
        );
        assert_eq!(session.git("show --format= --name-only HEAD").lines().count(), 1);
        ends(&session, "measure 1 --text 培训 --due 2022-11-30 --commit", 0);
        assert_eq!(
            session.git("log -1 --format=%s"),
            "measure 2022-inspection/1.1: 家庭医生签约重数量轻履约\n"
        );
        ends(&session, "convert 2022-inspection --to csv --commit", 0);
        ends(&session, "convert 2022-inspection --to toml --commit", 0);
        assert_eq!(session.git("status --porcelain"), "A  staged.txt\n?? loose.txt\n");
        assert_eq!(session.git("log -1 --format=%s"), "convert 2022-inspection\n");
    }
}

#[test]
fn the_book_can_make_it_the_rule() {
    let session = office(Form::Folder);
    session.edit("ledgers/book.toml", "timezone", "commit = true\ntimezone");
    session.commit("rule");
    let commits = || session.git("rev-list --count HEAD");
    let before = commits();
    ends(&session, "note 1 --by 基层股 --text 一 --no-commit", 0);
    assert_eq!(commits(), before);
    session.commit("by hand");
    ends(&session, "add --title 二 --lead 基层股 --due 2022-12-31", 0);
    ends(&session, "note 1-2 --by 基层股 --text 二", 0);
    assert_eq!(
        session.git("log -1 --format=%B"),
        "progress 2 problems\n\n2022-inspection/1: 家庭医生签约重数量轻履约\n2022-inspection/2: 二\n\nLedger: 2022-inspection/1\nLedger: 2022-inspection/2\n\n"
    );
    ends(&session, "check", 0);
}

#[test]
fn what_could_not_be_committed_is_not_written() {
    let session = office(Form::Folder);
    let note = "note 1 --by 基层股 --text 一 --commit";
    let refused = |what: &str| {
        let before = session.read("ledgers/2022-inspection/001.toml");
        let error = ends(&session, note, 3);
        assert!(error.contains(what), "{error}");
        assert_eq!(session.read("ledgers/2022-inspection/001.toml"), before);
    };
    session.edit("ledgers/2022-inspection/001.toml", "基层股", "公卫股");
    refused("not committed");
    session.git("add -A");
    refused("not committed");
    session.git("reset -q --hard");
    session.write(".git/MERGE_HEAD", session.git("rev-parse HEAD"));
    refused("a merge was begun");
    fs::remove_file(session.path(".git/MERGE_HEAD")).unwrap();
    session.git("config --unset user.email");
    refused("who commits");
    session.git("config user.email clerk@example.org");
    ends(&session, note, 0);
    session.write(".gitignore", "002.toml\n").commit("ignore");
    let error = ends(&session, "add --title 二 --lead 基层股 --due 2022-12-31 --commit", 3);
    assert!(
        error.contains("git ignores") && !session.path("ledgers/2022-inspection/002.toml").exists()
    );

    let bare = Session::with_ledger(Form::Folder);
    let error = ends(&bare, "add --title 二 --lead 基层股 --due 2022-12-31 --commit", 3);
    assert!(error.contains("no git repository"), "{error}");
    assert!(!bare.path("ledgers/2022-inspection/001.toml").exists());
}

#[test]
fn a_hook_may_refuse_and_what_is_written_stays() {
    let session = office(Form::Folder);
    session.write(".git/hooks/pre-commit", "#!/bin/sh\necho not today >&2\nexit 1\n");
    let hook = session.path(".git/hooks/pre-commit");
    fs::set_permissions(&hook, fs::Permissions::from_mode(0o755)).unwrap();
    let error = ends(&session, "add --title 二 --lead 基层股 --due 2022-12-31 --commit", 4);
    assert!(error.contains("not today") && error.contains("do not record it again"), "{error}");
    assert_eq!(session.git("status --porcelain"), "?? ledgers/2022-inspection/002.toml\n");
}

#[test]
fn an_environment_of_others_leads_nowhere() {
    let mut session = office(Form::Folder);
    for (name, value) in
        [("GIT_DIR", "/nowhere"), ("GIT_INDEX_FILE", "/nowhere"), ("GIT_WORK_TREE", "/")]
    {
        session = session.env(name, value);
    }
    let output = session.command("note 1 --by 基层股 --text 一 --commit").output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
}

#[test]
fn a_new_book_is_committed_too() {
    let session = Session::in_git();
    session.on("2022-09-23");
    ends(&session, "init 2022 --commit", 0);
    assert_eq!(session.git("status --porcelain"), "");
    assert_eq!(session.git("log -1 --format=%s"), "init 2022\n");
}
