//! What merging leaves behind: a driver that cannot be started, lines of explanation, numbers taken twice that are found
//! later, and what the log tells afterwards.

use std::env;
use std::fs;
use std::path::Path;

use crate::samples::BOTH;
use crate::session::{Form, Session, TABLE, file, said};

/// A session whose search path has no `ledger`.
fn office(form: Form) -> Session {
    Session::in_git_with_ledger(form)
}

/// Two branches that each changed one problem, `theirs` to come.
fn parting(session: &Session, ours: &dyn Fn(&Session), theirs: &dyn Fn(&Session)) {
    session.git("checkout -q -b theirs");
    theirs(session);
    session.commit("Theirs");
    session.git("checkout -q main");
    ours(session);
    session.commit("Ours");
    session.on("2022-12-01");
}

fn note(session: &Session, day: &str, text: &str) {
    session.on(day).run(&format!("note 1 --by 财务股 --text {text}")).quietly();
}

#[test]
fn a_fresh_clone_is_told_by_check_what_to_do() {
    let session = office(Form::Folder);
    session.run("add --title 借款 --lead 财务股 --limit 年底前").quietly();
    session.run("measure 1 --text 催收").quietly();
    session.commit("One problem");
    let clone = session.clone_to("other");
    clone
        .run("check")
        .stderr(
            "ledger: nothing wrong in 1 ledger with 1 problem\n\
             ledger: 1 × git-merges-lines: In this clone git would merge the book's files by their lines. \
             List them with --only git-merges-lines.\n\
             help: run `ledger merge --install`\n",
        )
        .fine();
    let found = clone.run("check").json();
    assert_eq!(found["findings"][0]["rule"], "git-merges-lines");
    assert_eq!(found["findings"][0]["severity"], "hint");
    clone.run("merge --install").quietly();
    clone.is_well(1, 1);
    // Of the past nobody can say it.
    session.git("config --remove-section merge.ledger");
    session
        .run("check --at HEAD")
        .stderr("ledger: nothing wrong in 1 ledger with 1 problem\n")
        .fine();
}

#[test]
fn a_program_that_is_not_found_is_missing() {
    let session = office(Form::Folder);
    let gone = "/nowhere/ledger merge --driver %O %A %B %L %P";
    session.git(&format!("config merge.ledger.driver '{gone}'"));
    session
        .run("merge --check")
        .stderr(
            "ledger: git would merge the book's files by their lines (missing: the program that the settings \
             of this clone name)\nhelp: run `ledger merge --install`\n",
        )
        .status(1);
    let found = session.command("check --only git-merges-lines").output().unwrap();
    assert!(said(&found).contains("the program that the settings"), "{}", said(&found));
    session
        .run("merge --install")
        .stderr(
            "ledger: git merges the book's files by this program from now on (was missing: the program that \
             the settings of this clone name)\n",
        )
        .fine();
    session.run("merge --check").quietly();
}

#[test]
fn attributes_of_the_clone_that_say_otherwise_are_not_overruled() {
    let session = office(Form::Folder);
    fs::create_dir_all(session.path(".git/info")).unwrap();
    session.write(".git/info/attributes", "* merge=union\n");
    session
        .run("merge --install")
        .stderr(
            "ledger: other attributes still give the book's files another merge driver\n\
             help: `git check-attr --all ledgers/book.toml` and .git/info/attributes tell which\n",
        )
        .status(1);
}

/// The accounting program of that name is what a search path may well have.
#[test]
fn another_program_called_ledger_spoils_nothing() {
    let session = office(Form::Folder);
    let folder = session.path("bin");
    session.write("bin/ledger", "#!/bin/sh\nexit 1\n");
    session.write(".git/info/exclude", "bin\n");
    make_program(&folder.join("ledger"));
    let path = env::var_os("PATH").unwrap_or_default();
    let all = env::join_paths([folder].into_iter().chain(env::split_paths(&path))).unwrap();
    let session = session.env("PATH", all.to_str().unwrap());
    session.run("add --title 借款").quietly();
    session.commit("One problem");
    parting(&session, &|it| note(it, "2022-10-11", "已约谈"), &|it| {
        note(it, "2022-10-12", "已再次发函");
    });
    // The program that was run is tried, too.
    session.git("merge -q theirs -m merged");
    assert!(session.read(&file(1)).contains("已再次发函"));
    session.is_well(1, 1);
    // Where it is gone, the other one merges nothing: the lines are marked, and that is said.
    session.git("reset -q --hard HEAD~1");
    let own = env!("CARGO_BIN_EXE_ledger");
    session.edit(".git/config", own, "/nowhere/ledger");
    let output = session.try_git("merge theirs -m merged");
    assert!(!output.status.success());
    assert!(said(&output).contains("run ledger merge --repair"), "{}", said(&output));
    let text = session.read(&file(1));
    assert!(text.contains("<<<<<<<") && text.contains("已再次发函"), "{text}");
    let check = session.command("check").output().unwrap();
    assert!(said(&check).contains("ledger merge --repair"), "{}", said(&check));
    session.run("merge --repair").quietly();
    session.commit("Merged");
    assert_eq!(session.command("check").output().unwrap().status.code(), Some(0));
    assert!(session.read(&file(1)).contains("已再次发函"));
}

#[cfg(unix)]
fn make_program(path: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
}

/// Git leaves our side whole, without a mark, where the driver cannot be started; `git add` then loses theirs.
#[test]
fn what_a_driver_that_cannot_be_started_loses_is_found() {
    let session = office(Form::Folder);
    session.run("add --title 借款").quietly();
    session.commit("One problem");
    parting(&session, &|it| note(it, "2022-10-11", "已约谈"), &|it| {
        note(it, "2022-10-12", "已再次发函");
    });
    session.git("config merge.ledger.driver '/nowhere/ledger merge --driver %O %A %B %L %P'");
    assert!(!session.try_git("merge theirs").status.success());
    session.commit("Merged");
    assert!(!session.read(&file(1)).contains("已再次发函"));
    let check = session.command("check --strict").output().unwrap();
    assert_eq!(check.status.code(), Some(1));
    assert!(said(&check).contains("[merged-by-lines]"), "{}", said(&check));
    assert_eq!(session.command("verify").output().unwrap().status.code(), Some(1));
    session.run("merge --repair").quietly();
    session.run("merge --install").quietly();
    session.is_well(1, 1);
    assert!(session.read(&file(1)).contains("已再次发函"));
}

#[test]
fn a_reason_that_was_left_is_found() {
    let session = office(Form::Folder);
    session.run("add --title 借款").quietly();
    session.commit("One problem");
    let title = |new: &'static str| {
        move |it: &Session| {
            it.edit(&file(1), "借款", new);
        }
    };
    parting(&session, &title("借款一"), &title("借款二"));
    assert!(!session.try_git("merge theirs").status.success());
    let marked = session.read(&file(1));
    let reason = marked.lines().next().unwrap().to_owned();
    assert!(reason.starts_with("# ledger: "), "{marked}");
    session.write(&file(1), format!("{reason}\ntitle = \"借款三\"\n"));
    session.commit("Merged");
    session
        .run("check --only reason-left --strict")
        .stdout(
            "look at: this line says why the file could not be merged [reason-left]\n \
             --> ledgers/2022-inspection/001.toml:1:1\n  |\n\
             1 | # ledger: 1: both changed `title`, each otherwise\n  \
             | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n  |\n  \
             = help: once it is decided, take the line out\n",
        )
        .stderr("ledger: nothing wrong; 1 place to look at\n")
        .status(1);
    session.write(&file(1), "title = \"借款三\"\n");
    session.is_well(1, 1);
}

/// Two branches that took number 2; theirs with a measure.
fn colliding(form: Form) -> Session {
    let session = office(form);
    session.run("add --title 第一 --lead 财务股").quietly();
    session.commit("One problem");
    session.git("branch side");
    session.run("add --title 我们的 --lead 财务股").quietly();
    session.commit("Ours");
    let other = session.at("other");
    session.git("clone -q --branch side --single-branch . ../other");
    other.git("config user.name 财务股");
    other.git("config user.email clerk@example.org");
    other.run("add --title 他们的 --lead 财务股").quietly();
    other.run("measure 2 --text 核查").quietly();
    other.commit("Theirs");
    session.git("fetch -q ../other side:theirs");
    session
}

#[track_caller]
fn are_three(session: &Session) {
    session.is_well(1, 3);
    let shown = session.run("show 2 3").json();
    let title = |at: usize| shown["problems"][at]["title"].as_str().unwrap().to_owned();
    assert_eq!([title(0), title(1)], ["我们的", "他们的"]);
    assert_eq!(shown["problems"][1]["former"][0], "2022-inspection/2");
    assert_eq!(shown["problems"][1]["measures"][0]["text"], "核查");
}

#[test]
fn a_number_taken_twice_is_parted_however_late_it_is_found() {
    for form in BOTH {
        // Marked, taken for settled, and worked on.
        let session = colliding(form);
        assert!(!session.try_git("merge theirs").status.success());
        session.commit("Merged");
        session.write("README.md", "台账");
        session.commit("Later");
        let check = session.command("check").output().unwrap();
        assert!(said(&check).contains("--renumber"), "{}", said(&check));
        session.run("merge --renumber 2").quietly();
        session.commit("Parted");
        are_three(&session);
        session
            .run("merge --renumber 2")
            .stderr("ledger: no two problems have taken the number 2\n")
            .status(3);

        // Both sides' lines, by `merge=union`.
        let session = colliding(form);
        session.write(".git/info/attributes", "* merge=union\n");
        session.git("merge -q theirs -m merged");
        session.write("README.md", "台账");
        session.commit("Later");
        assert_eq!(session.command("check").output().unwrap().status.code(), Some(1), "{form:?}");
        session.run("merge --renumber 2").quietly();
        fs::remove_file(session.path(".git/info/attributes")).unwrap();
        session.commit("Parted");
        are_three(&session);

        // One side whole: nobody sees it, and who knows of it can still do so.
        let session = colliding(form);
        session.git("merge -q -s ours theirs -m merged");
        session.write("README.md", "台账");
        session.commit("Later");
        session.on("2022-10-12").run("note 2 --by 财务股 --text 已约谈").quietly();
        session.commit("Note");
        session.run("merge --renumber 2").quietly();
        session.commit("Parted");
        are_three(&session);
        let path = if form == Form::Folder { file(2) } else { TABLE.to_owned() };
        assert!(session.read(&path).contains("已约谈"), "{form:?}");
    }
}

#[test]
fn two_problems_with_one_number_are_parted_without_any_merge() {
    let session = Session::with_ledger(Form::Folder);
    session.run("add --title 第一").quietly();
    session.run("add --title 我们的").quietly();
    session.write(
        "ledgers/2022-inspection/2.toml",
        "# 手写\ntitle = \"他们的\"\n\n[[measure]]\nno = 1\ntext = \"核查\"\n",
    );
    let check = session.command("check").output().unwrap();
    assert!(said(&check).contains("ledger merge --renumber 2"), "{}", said(&check));
    session
        .run("merge --renumber 2")
        .removes("ledgers/2022-inspection/2.toml")
        .writes(
            &file(3),
            "# 手写\ntitle = \"他们的\"\nformer = [\"2022-inspection/2\"]\n\n[[measure]]\nno = 1\ntext = \"核查\"\n",
        )
        .stderr(
            "ledger: the problem that came second to 2022-inspection/2 is 2022-inspection/3 now (written: \
             ledgers/2022-inspection/003.toml, ledgers/2022-inspection/2.toml)\n\
             help: look at it, then `git add` and commit it\n",
        )
        .fine();
    are_three(&session);

    let session = Session::with_ledger(Form::Table);
    session.run("add --title 第一").quietly();
    session.run("add --title 我们的").quietly();
    let text = session.read(TABLE);
    let own = text.lines().nth(2).unwrap();
    let twin = own.replace("我们的", "他们的");
    let width = text.lines().next().unwrap().matches(',').count();
    let measure = format!("measure,2,1,3,,,,,,,,核查{}", ",".repeat(width - 11));
    session.write(TABLE, format!("{text}{twin}\n{measure}\n"));
    let check = session.command("check").output().unwrap();
    assert!(said(&check).contains("ledger merge --renumber 2"), "{}", said(&check));
    session.run("merge --renumber 2").quietly();
    are_three(&session);
}

#[test]
fn one_problem_that_is_there_twice_gets_no_second_number() {
    let session = Session::with_ledger(Form::Table);
    session.run("add --title 我们的").quietly();
    let text = session.read(TABLE);
    let own = text.lines().nth(1).unwrap().to_owned();
    session.write(TABLE, format!("{text}{own}\n"));
    session
        .run("merge --renumber 1")
        .stderr(
            "ledger: 2022-inspection/1 is one problem that is there twice\n\
             help: `ledger merge --repair` where git merged it; else take one of them out\n",
        )
        .status(3);
}

/// T20: what a clerk saves over it from an old sheet is an ordinary commit.
#[test]
fn an_old_copy_over_a_merged_file_is_found_by_verify() {
    for form in BOTH {
        let session = office(form);
        session.run("add --title 借款").quietly();
        session.commit("One problem");
        let path = if form == Form::Folder { file(1) } else { TABLE.to_owned() };
        let old = session.read(&path);
        parting(&session, &|it| note(it, "2022-10-11", "已约谈"), &|it| {
            note(it, "2022-10-12", "已再次发函");
        });
        session.git("merge -q theirs -m merged");
        session.run("verify").quietly();
        session.write(&path, old);
        session.commit("From the sheet");
        session.is_well(1, 1);
        let verify = session.command("verify").output().unwrap();
        assert_eq!(verify.status.code(), Some(1), "{}", said(&verify));
    }
}

/// One branch made a table of the folder while the other went on with the files.
#[test]
fn an_entry_that_came_in_the_other_form_is_told_once() {
    let session = office(Form::Folder);
    session.run("add --title 借款 --lead 财务股").quietly();
    session.commit("One problem");
    session.on("2022-10-01");
    parting(
        &session,
        &|it| {
            note(it, "2022-10-11", "已约谈");
            it.run("convert 2022-inspection --to csv").quietly();
        },
        &|it| note(it, "2022-10-12", "已再次发函"),
    );
    assert!(!session.try_git("merge theirs").status.success());
    session
        .run("merge --repair")
        .stderr(
            "ledger: ledgers/2022-inspection/001.toml cannot be merged:\n  - ours has converted the ledger, so it is \
             there in both forms\nhelp: enter what the other side did into the form that stays, remove the other, \
             then `ledger check`\n",
        )
        .status(1);
    let text = session.read(TABLE);
    let of_theirs = session.read(&file(1));
    let key = of_theirs.rsplit_once("key = \"").unwrap().1[..6].to_owned();
    let row = text.lines().last().unwrap();
    let own = row.split(',').nth(4).unwrap();
    let row = row
        .replace(own, &key)
        .replace("2022-10-11", "2022-10-12")
        .replace("已约谈", "已再次发函")
        .replacen(",2,", ",3,", 1);
    session.write(TABLE, format!("{text}{row}\n"));
    session.git(&format!("rm -qf {}", file(1)));
    session.commit("Merged");
    let log = session.command("log 1").output().unwrap();
    assert_eq!(said(&log).matches("已再次发函").count(), 1, "{}", said(&log));
    let shown = session.run("show 1").json();
    assert_eq!(shown["problems"][0]["entries"].as_array().unwrap().len(), 2);
}
