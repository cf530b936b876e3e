//! `ledger merge`: what it says, writes and refuses.

use std::env;
use std::path::Path;

use crate::samples::BOTH;
use crate::session::{Form, Session, TABLE, file, said};

/// A session whose git finds `ledger`.
fn office(form: Form) -> Session {
    let folder = Path::new(env!("CARGO_BIN_EXE_ledger")).parent().unwrap().to_owned();
    let path = env::var_os("PATH").unwrap_or_default();
    let all = env::join_paths([folder].into_iter().chain(env::split_paths(&path))).unwrap();
    Session::in_git_with_ledger(form).env("PATH", all.to_str().unwrap())
}

#[test]
fn init_tells_git_and_a_clone_is_told_once() {
    let session = office(Form::Folder);
    let ready = "ledger: git merges the book's files by this program\n";
    session.run("merge --check").stderr(ready).fine();
    let clone = session.clone_to("other");
    clone
        .run("merge --check")
        .stderr(
            "ledger: git would merge the book's files by their lines (missing: the settings of this clone)\n\
             help: run `ledger merge --install`\n",
        )
        .status(1);
    assert!(clone.command("merge --install").output().unwrap().status.success());
    clone.run("merge --check").stderr(ready).fine();
    clone.run("merge --install").stderr(ready).fine();
    let driver = clone.git("config merge.ledger.driver");
    assert!(driver.contains("\"$it\" merge --driver %O %A %B %L %P"), "{driver}");
    assert_eq!(clone.git("status --porcelain"), "");
}

#[test]
fn attributes_of_others_are_kept() {
    let session = office(Form::Folder);
    session.write("ledgers/.gitattributes", "*.pdf binary");
    session.run("merge --install").quietly();
    assert_eq!(
        session.read("ledgers/.gitattributes"),
        "*.pdf binary\n*.toml merge=ledger text eol=lf\n*.csv merge=ledger text eol=lf\n"
    );
    // Without git there is nothing to tell.
    let alone = Session::with_ledger(Form::Folder);
    alone
        .run("merge --check")
        .stderr("ledger: git merges the book's files by this program\n")
        .fine();
}

#[test]
fn one_job_at_a_time() {
    let session = office(Form::Folder);
    for words in ["merge", "merge --check --repair", "merge 1", "merge --install 1"] {
        assert_eq!(session.command(words).output().unwrap().status.code(), Some(2), "{words}");
    }
}

#[test]
fn without_a_merge_there_is_nothing_to_repair() {
    let session = office(Form::Folder);
    session
        .run("merge --repair")
        .stderr("ledger: there is no merge to repair: none is under way, and the newest commit is none\n")
        .status(3);
    session
        .run("merge --renumber 2022-inspection/1")
        .stderr("ledger: no two problems have taken the number 1\n")
        .status(3);
}

/// Two clones that took number 1, in the middle of the merge.
fn collision(form: Form) -> Session {
    let session = office(form);
    let other = session.clone_to("other");
    other.run("add --title 他们的 --lead 财务股").quietly();
    other.run("measure 1 --text 核查").quietly();
    other.run("add --title 他们的第二").quietly();
    other.commit("Theirs");
    session.run("add --title 我们的").quietly();
    session.commit("Ours");
    session.git("fetch -q ../other main");
    let output = session.try_git("merge FETCH_HEAD");
    let words = said(&output);
    assert!(!output.status.success() && words.contains("merge --renumber 1"), "{words}");
    session
}

#[test]
fn two_problems_with_one_number_are_parted() {
    for form in BOTH {
        let session = collision(form);
        session.run("merge --renumber 1").quietly();
        session.commit("Merged");
        session.is_well(1, 3);
        let shown = session.run("show 1 2 3").json();
        let titles: Vec<_> =
            (0..3).map(|at| shown["problems"][at]["title"].as_str().unwrap().to_owned()).collect();
        assert_eq!(titles, ["我们的", "他们的第二", "他们的"], "{form:?}");
        assert_eq!(shown["problems"][2]["former"][0], "2022-inspection/1");
        assert_eq!(shown["problems"][2]["measures"][0]["text"], "核查");
        let path = if form == Form::Folder { file(3) } else { TABLE.to_owned() };
        assert!(session.read(&path).contains("2022-inspection/1"));
        session
            .run("merge --renumber 1")
            .stderr("ledger: no two problems have taken the number 1\n")
            .status(3);
        // What is settled stays settled.
        session.run("merge --repair").stderr("ledger: nothing to mend\n").fine();
        session.run("merge --repair 1").stderr("ledger: nothing to mend\n").fine();
    }
}

#[test]
fn a_person_who_has_decided_is_not_overruled() {
    let session = office(Form::Folder);
    session.run("add --title 借款").quietly();
    session.commit("One problem");
    session.git("checkout -q -b side");
    session.edit(&file(1), "借款", "借款一");
    session.commit("Side");
    session.git("checkout -q main");
    session.edit(&file(1), "借款", "借款二");
    session.commit("Main");
    assert!(!session.try_git("merge side").status.success());
    let marked = session.read(&file(1));
    assert_eq!(
        marked,
        "# ledger: 1: both changed `title`, each otherwise\n<<<<<<< ours\ntitle = \"借款二\"\n=======\ntitle = \"借款一\"\n>>>>>>> theirs\n"
    );
    session.write(&file(1), "title = \"借款三\"\n");
    session
        .run("merge --repair")
        .stderr(
            "ledger: ledgers/2022-inspection/001.toml is not as git left it and was left alone\n\
             help: name it to have it merged again all the same\n\
             ledger: nothing to mend\n",
        )
        .fine();
    session.run("merge --repair 1").writes(&file(1), &marked).stderr(
        "ledger: ledgers/2022-inspection/001.toml cannot be merged:\n  - 1: both changed `title`, each otherwise\n\
         help: decide between the markers, take them out, then `ledger check`\n",
    ).status(1);
    session
        .run("merge --repair 7")
        .stderr("ledger: the merge did not bring 7 together\n")
        .status(3);
}

#[test]
fn what_cannot_be_read_is_marked() {
    let session = office(Form::Folder);
    session.run("add --title 借款").quietly();
    session.commit("One problem");
    session.git("checkout -q -b side");
    session.write(&file(1), "title = 借款\n");
    session.commit("Side");
    session.git("checkout -q main");
    session.run("measure 1 --text 催收").quietly();
    session.commit("Main");
    let output = session.try_git("merge side");
    assert!(!output.status.success());
    assert!(said(&output).contains("theirs cannot be read"), "{}", said(&output));
    assert!(session.read(&file(1)).contains("<<<<<<<"));
}

#[test]
fn files_that_are_no_ledgers_are_merged_by_their_lines() {
    let session = office(Form::Folder);
    let path = "ledgers/files/2022-inspection/1/a.csv";
    session.write(path, "甲\n乙\n丙\n丁\n戊\n");
    session.commit("Evidence");
    session.git("checkout -q -b side");
    session.write(path, "甲一\n乙\n丙\n丁\n戊\n");
    session.commit("Side");
    session.git("checkout -q main");
    session.write(path, "甲\n乙\n丙\n丁\n戊二\n");
    session.commit("Main");
    session.git("merge -q side -m merged");
    assert_eq!(session.read(path), "甲一\n乙\n丙\n丁\n戊二\n");
}

/// T16: no driver is asked, so this is what only the history can tell.
#[test]
fn a_merge_that_was_reverted_does_not_come_back() {
    let session = office(Form::Folder);
    session.run("add --title 借款").quietly();
    session.commit("One problem");
    session.git("checkout -q -b side");
    session.on("2022-10-12").run("note 1 --by 财务股 --text 已约谈").quietly();
    session.commit("Side");
    session.git("checkout -q main");
    session.run("note 1 --by 财务股 --text 已发函").quietly();
    session.commit("Main");
    session.git("merge -q side -m merged");
    session.git("revert --no-edit -m 1 HEAD");
    session.git("merge -q side -m again");
    assert!(!session.read(&file(1)).contains("已约谈"));
    session.is_well(1, 1);
    let verify = session.command("verify").output().unwrap();
    assert_eq!(verify.status.code(), Some(1), "{}", said(&verify));
}
