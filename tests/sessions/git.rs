//! Sessions with real git: small differences, and merges by git alone.

use crate::samples::BOTH;
use crate::session::{Form, Session, TABLE, file, said};

fn one_file(form: Form) -> String {
    if form == Form::Table { TABLE.to_owned() } else { file(1) }
}

/// What has changed is one file, and nothing was taken from it.
#[track_caller]
fn only_lines_are_added(session: &Session, path: &str, lines: u32) {
    assert_eq!(session.changes(), [format!("{lines} 0 {path}")]);
    session.commit("Recorded");
}

#[test]
fn each_command_adds_lines_to_one_file() {
    for form in BOTH {
        let session = Session::in_git();
        let csv = if form == Form::Table { "--csv" } else { "" };
        session
            .on("2022-09-23")
            .run(&format!("init 2022-inspection --issued 2022-09-23 {csv}"))
            .quietly();
        let mut made =
            vec!["new ledgers/.gitattributes", "new ledgers/2022-inspection/ledger.toml"];
        if form == Form::Table {
            made[1] = "new ledgers/2022-inspection.csv";
            made.push("new ledgers/2022-inspection.toml");
        }
        made.push("new ledgers/book.toml");
        assert_eq!(session.changes(), made);
        session.commit("The ledger of 2022");

        let path = one_file(form);
        let lines = |folder, table| if form == Form::Folder { folder } else { table };
        session.run("add --title 借款未收回 --lead 财务股 --limit 10月底前").quietly();
        match form {
            Form::Folder => {
                assert_eq!(session.changes(), [format!("new {path}")]);
                session.commit("One problem");
            }
            Form::Table => only_lines_are_added(&session, &path, 1),
        }
        session.run("measure 1 --text 发函催收").quietly();
        only_lines_are_added(&session, &path, lines(4, 1));
        session.on("2022-10-10").run("note 1 --by 财务股 --text 已发函").quietly();
        only_lines_are_added(&session, &path, lines(7, 1));
        session.run("done 1 --by 财务股").quietly();
        only_lines_are_added(&session, &path, lines(6, 1));
        session.run("recover 1 1万元 --by 财务股").quietly();
        only_lines_are_added(&session, &path, lines(7, 1));
        session.run("close 1 --by 办公室").quietly();
        only_lines_are_added(&session, &path, lines(6, 1));
        session.run("void 1 <key4> --by 办公室 --text 销错了").quietly();
        only_lines_are_added(&session, &path, lines(8, 1));
        session.on("2022-10-11").run("measure 1 --text 起诉").quietly();
        only_lines_are_added(&session, &path, lines(5, 1));

        // Reading changes nothing, not even something that git ignores.
        for words in ["list", "show 1", "overdue", "summary", "check"] {
            session.run(words).quietly();
        }
        assert_eq!(session.git("status --porcelain"), "");
    }
}

#[test]
fn line_ends_and_comments_of_others_stay() {
    let session = Session::in_git_with_ledger(Form::Folder);
    session.git("config core.autocrlf false");
    session.write("ledgers/.gitattributes", "* -text\n");
    session.write(
        &file(1),
        "# 会议定\r\ntitle   =   \"借款\" # 甲\r\n\r\n\r\nlimit = '10月底前'\r\n\"x_会议\" = \"党组会\"",
    );
    session.commit("By hand");
    session.on("2022-10-10").run("note 1 --by 财务股 --text 已发函").quietly();
    // Only the last line, which had no end, gets one.
    assert_eq!(session.changes(), [format!("8 1 {}", file(1))]);
    assert_eq!(
        session.without_keys(&session.read(&file(1))),
        "# 会议定\r\ntitle   =   \"借款\" # 甲\r\n\r\n\r\nlimit = '10月底前'\r\n\"x_会议\" = \"党组会\"\r\n\
         \r\n[[entry]]\r\nkey = \"<key1>\"\r\non = 2022-10-10\r\nact = \"progress\"\r\nby = \"财务股\"\r\ntext = \"已发函\"\r\n"
    );
}

/// A repository with one problem, committed.
fn with_problem(form: Form) -> Session {
    let session = Session::in_git_with_ledger(form);
    session.run("add --title 借款未收回 --amount 11.7万元").quietly();
    session.commit("One problem");
    session
}

#[track_caller]
fn stops(session: &Session, words: &str) {
    let output = session.try_git(words);
    let said = said(&output);
    assert!(!output.status.success() && said.contains("CONFLICT"), "git {words}\n{said}");
}

#[test]
fn the_same_money_on_two_branches_stops_the_merge() {
    for form in BOTH {
        let session = with_problem(form);
        session.on("2022-10-20").git("checkout -q -b side");
        session.run("recover 1 1万元 --by 财务股").quietly();
        session.commit("Side");
        session.git("checkout -q main");
        session.run("recover 1 1万元 --by 财务股").quietly();
        session.commit("Main");
        stops(&session, "merge side");

        let text = session.read(&one_file(form));
        let line = text.lines().position(|line| line.starts_with("<<<<<<<")).unwrap() + 1;
        let place = format!("{}:{line}:1", one_file(form));
        let output = session.command("overdue").output().unwrap();
        assert_eq!(output.status.code(), Some(3));
        assert!(said(&output).contains(&place), "{place}\n{}", said(&output));
    }
}

#[test]
fn what_two_branches_mean_is_what_the_merge_means() {
    let session = with_problem(Form::Folder);
    session.run("measure 1 --text 发函催收").quietly();
    session.run("measure 1 --text 按月报进度").quietly();
    session.commit("Two measures");

    session.git("checkout -q -b side");
    let third = "[[measure]]\nno = 3\ntext = \"先核对账目\"\n\n[[measure]]\nno = 1\n";
    session.edit(&file(1), "[[measure]]\nno = 1\n", third);
    session.commit("A measure more, and the first to be done");
    session.git("checkout -q main");
    session.on("2022-10-20").run("done 1.1 --by 财务股").quietly();
    session.commit("Reported");
    session.git("merge -q side -m merged");

    session.is_well(1, 1);
    let problem = &session.run("show 1").json()["problems"][0];
    let measures: Vec<_> = problem["measures"]
        .as_array()
        .unwrap()
        .iter()
        .map(|measure| {
            (
                measure["no"].as_i64().unwrap(),
                measure["text"].as_str().unwrap(),
                measure["reported"].as_str(),
            )
        })
        .collect();
    assert_eq!(
        measures,
        [(1, "发函催收", Some("2022-10-20")), (2, "按月报进度", None), (3, "先核对账目", None)]
    );
    assert_eq!(problem["state"], "open");
}

#[test]
fn work_on_two_problems_merges_clean() {
    let session = with_problem(Form::Folder);
    session.run("add --title 乙").quietly();
    session.commit("Another");
    session.on("2022-10-20").git("checkout -q -b side");
    session.run("done 1 --by 财务股").quietly();
    session.commit("Side");
    session.git("checkout -q main");
    session.run("done 2 --by 办公室").quietly();
    session.commit("Main");
    session.git("merge -q side -m merged");
    let answer = session.run("summary").json();
    assert_eq!(answer["totals"]["awaiting"], 2);
}

#[test]
fn two_clones_that_take_the_same_number_stop_at_the_merge() {
    for form in BOTH {
        let session = with_problem(form);
        let other = session.clone_to("other");
        other.run("add --title 他们的").quietly();
        other.commit("Theirs");
        session.run("add --title 我们的").quietly();
        session.commit("Ours");
        session.git("fetch -q ../other main");
        stops(&session, "merge FETCH_HEAD");
        if form == Form::Folder {
            assert_eq!(session.git("status --porcelain"), format!("AA {}\n", file(2)));
        }
    }
}

#[test]
fn in_one_clone_the_second_branch_takes_the_next_number() {
    for form in BOTH {
        let session = with_problem(form);
        session.git("checkout -q -b side");
        session.run("add --title 支线").quietly();
        session.commit("Side");
        session.git("checkout -q main");
        let path = if form == Form::Table { TABLE.to_owned() } else { file(3) };
        session.run("add --title 主线").stdout("2022-inspection/3\n").grows(&path).fine();
        session.commit("Main");
        if form == Form::Folder {
            session.git("merge -q side -m merged");
            session
                .run("list --ids")
                .stdout("2022-inspection/1\n2022-inspection/2\n2022-inspection/3\n")
                .fine();
        }
        // Also a number that only a clone has which was fetched.
        let other = session.clone_to("other");
        other.run("add --title 他们的").quietly();
        other.commit("Theirs");
        session.git("remote add other ../other");
        session.git("fetch -q other");
        let path = if form == Form::Table { TABLE.to_owned() } else { file(5) };
        session.run("add --title 我们的").stdout("2022-inspection/5\n").grows(&path).fine();
    }
}

#[test]
fn a_number_is_not_used_again_after_its_file_is_gone_from_the_branch() {
    let session = with_problem(Form::Folder);
    session.run("add --title 乙").quietly();
    session.commit("Another");
    session.git("branch other");
    std::fs::remove_file(session.path(&file(2))).unwrap();
    session
        .run("add --title 丙")
        .stderr(
            "ledger: the last commit has what the book has not: 2022-inspection/2\n\
             help: bring it back with `git checkout HEAD -- ledgers/2022-inspection/002.toml`, or take it from \
             `git show HEAD:FILE`; if it is meant, commit the files first\n",
        )
        .status(3);
    session.commit("Gone");
    session
        .run("add --title 丙")
        .stdout("2022-inspection/3\n")
        .writes(&file(3), "title = \"丙\"\n")
        .fine();
}
