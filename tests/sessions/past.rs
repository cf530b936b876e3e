//! Sessions of `--at`: what was printed on a day is printed again, to the byte, and what keeps the past from being read.

use crate::samples::BOTH;
use crate::session::{Form, Session, TABLE, file, said};

/// What one reads on a day, one command after the other.
fn printed(session: &Session, words: &str) -> Vec<String> {
    let commands = ["summary", "summary --by category --ids", "list", "overdue", "show 1", "check"];
    let run = |command: &&str| {
        let output = session.command(&format!("{command} {words}")).output().unwrap();
        // `check` names places, and old files are named as git names them.
        let said = said(&output);
        let said: Vec<_> = said.lines().filter(|line| !line.contains("--> ")).collect();
        format!("{:?}\n{}", output.status.code(), said.join("\n"))
    };
    commands.iter().map(run).collect()
}

/// A history with hand edits, a conversion, branches and a merge: each day, and what was printed on it.
fn history(session: &Session, form: Form) -> Vec<(&'static str, Vec<String>)> {
    let mut days = Vec::new();
    let mut end = |day: &'static str| {
        session.commit_at(&format!("{day}T23:59"), day);
        days.push((day, printed(session, &format!("--today {day}"))));
    };
    session.on("2022-09-23").run("init 2022-inspection --issued 2022-09-23").quietly();
    if form == Form::Table {
        session.run("convert 2022-inspection --to csv").quietly();
    }
    session
        .run("add --title 借款未收回 --lead 财务股 --limit 10月底前 --amount 11.7万元")
        .quietly();
    end("2022-09-23");
    session
        .on("2022-09-24")
        .run("add --title 会议记录不全 --lead 办公室 --limit 立行立改")
        .quietly();
    session.run("measure 1 --text 发函催收").quietly();
    end("2022-09-24");
    session.on("2022-09-30").run("note 1 --by 财务股 --text 已发函").quietly();
    end("2022-09-30");
    // Found wrong later, by hand, and the plan is another.
    match form {
        Form::Folder => session.edit(&file(1), "借款未收回", "借款未及时收回"),
        Form::Table => session.edit(TABLE, "借款未收回", "借款未及时收回"),
    };
    session.edit("ledgers/book.toml", "immediate = 15", "immediate = 30");
    end("2022-10-09");
    session.git("checkout -q -b side");
    session.on("2022-10-12").run("done 2 --by 办公室").quietly();
    session.commit_at("2022-10-12T09:00", "On the side");
    session.git("checkout -q main");
    session.run("add --title 资产不清 --lead 财务股").quietly();
    end("2022-10-13");
    if form == Form::Folder {
        session.git_at("2022-10-14T09:00", "merge -q --no-edit side");
    }
    end("2022-10-14");
    let other = if form == Form::Folder { "csv" } else { "toml" };
    session.on("2022-10-20").run(&format!("convert 2022-inspection --to {other}")).quietly();
    end("2022-10-20");
    session.on("2022-10-25").run("note 1 --by 财务股 --on 2022-09-29 --text 先打过电话").quietly();
    session.run("done 1 --by 财务股").quietly();
    end("2022-11-20");
    days
}

#[test]
fn what_was_printed_on_a_day_is_printed_again() {
    for form in BOTH {
        let session = Session::in_git();
        let days = history(&session, form);
        session.run("done 3 --by 财务股 --text 尚未提交").quietly();
        for (day, before) in &days {
            assert_eq!(printed(&session, &format!("--at {day} --today {day}")), *before, "{day}");
            // The day is that day's where no other is named.
            assert_eq!(printed(session.on_no_day(), &format!("--at {day}")), *before, "{day}");
        }
        // What git calls a commit will do, and has its own day.
        let hash = session.git("rev-list -1 --first-parent --before=2022-10-01 HEAD");
        for name in [hash.trim(), &hash[..9], "HEAD~5", "v1", "main@{0}~5"] {
            session.git("tag -f -m v1 v1 HEAD~5");
            let again = printed(session.on_no_day(), &format!("--at {name}"));
            let names_main = name.contains("HEAD") || name.contains("v1") || name.contains("main");
            let expected = days.iter().find(|(day, _)| *day == "2022-09-30").unwrap();
            if !names_main || form == Form::Table {
                assert_eq!(again, expected.1, "{name}");
            }
        }
        // Between two commits it is as it was after the first.
        let later = printed(&session, "--at 2022-10-05 --today 2022-09-30");
        let expected = days.iter().find(|(day, _)| *day == "2022-09-30").unwrap();
        assert_eq!(later, expected.1);
    }
}

#[test]
fn a_book_deep_in_a_repository_has_its_past_too() {
    let session = Session::in_git();
    let below = session.at("office/卫健委/整改");
    let days = history(&below, Form::Folder);
    for (day, before) in days {
        assert_eq!(printed(&below, &format!("--at {day} --today {day}")), before, "{day}");
    }
}

#[test]
fn a_day_ends_in_the_zone_of_the_book() {
    let session = Session::in_git_with_ledger(Form::Folder);
    session.on("2022-10-08").run("add --title 甲").quietly();
    session.commit_at("2022-10-08T23:59", "甲");
    session.run("add --title 乙").quietly();
    session.commit_at("2022-10-09T00:00", "乙");
    let ids = |day: &str| {
        let output = session.on_no_day().command(&format!("list --ids --at {day}")).output();
        String::from_utf8(output.unwrap().stdout).unwrap().lines().count()
    };
    assert_eq!((ids("2022-10-08"), ids("2022-10-09")), (1, 2));
    // A zone further west has the same evening a day earlier.
    session.edit("ledgers/book.toml", "Asia/Shanghai", "Europe/Berlin");
    assert_eq!(ids("2022-10-08"), 2);
}

#[test]
fn a_commit_speaks_the_language_that_its_book_spoke() {
    let session = Session::in_git_with_ledger(Form::Folder);
    session.on("2022-10-08").run("add --title 借款未收回 --lead 财务股 --due 2022-09-30").quietly();
    let book = session.read("ledgers/book.toml");
    session.write("ledgers/book.toml", format!("lang = \"en\"\n{book}"));
    session.commit("English");
    session.write("ledgers/book.toml", format!("lang = \"zh\"\n{book}"));
    session.commit("Chinese");
    assert!(session.run("overdue --at HEAD").text().contains("逾期"));
    let english = session.run("overdue --at HEAD~1").text();
    assert!(english.contains("overdue") && !english.contains("逾期"), "{english}");
}

#[test]
fn a_limit_is_read_as_the_heads_of_the_commit_say() {
    let session = Session::in_git_with_ledger(Form::Folder);
    session.on("2022-10-08").run("add --title 甲").quietly();
    session.commit("2022");
    session.edit("ledgers/2022-inspection/ledger.toml", "2022-09-23", "2023-09-23");
    session.commit("2023");
    let day = |at: &str| {
        let words = format!("limit 10月底前 -l 2022-inspection {at}");
        let answer = session.run(words.trim()).json();
        answer["days"][0].as_str().unwrap_or_default().to_owned()
    };
    assert_eq!((day(""), day("--at HEAD~1")), ("2023-10-31".to_owned(), "2022-10-31".to_owned()));
}

#[test]
fn complaints_about_old_files_name_them_as_git_does() {
    let session = Session::in_git_with_ledger(Form::Folder);
    session.write(&file(1), "titel = \"甲\"\n");
    session.commit_at("2022-10-08T09:00", "By hand");
    session.write(&file(1), "title = \"甲\"\n");
    session.commit_at("2022-10-09T09:00", "Mended");
    let refused = |words: &str, place: &str| {
        let output = session.on_no_day().command(words).output().unwrap();
        assert_eq!(output.status.code(), Some(3));
        assert!(said(&output).contains(place), "{place}\n{}", said(&output));
        let (_, path) = place.split_once("--> ").unwrap();
        assert_eq!(session.git(&format!("show {path}")), "titel = \"甲\"\n");
    };
    let path = "ledgers/2022-inspection/001.toml";
    refused("list --at HEAD~1", &format!("--> HEAD~1:{path}"));
    let hash = session.git("rev-parse HEAD~1");
    refused("list --at 2022-10-08", &format!("--> {}:{path}", &hash[..8]));
    session.run("list --at HEAD --ids").stdout("2022-inspection/1\n").fine();
}

#[test]
fn nothing_is_checked_out_and_evidence_is_not_read() {
    let session = Session::in_git_with_ledger(Form::Folder);
    session.run("add --title 甲").quietly();
    session.write("ledgers/files/2022-inspection/1/a.toml", "no ledger\n");
    session.write("ledgers/templates/b.csv", "no ledger\n");
    session.commit_at("2022-10-08T09:00", "With evidence");
    std::fs::remove_dir_all(session.path("ledgers/2022-inspection")).unwrap();
    let before = session.git("status --porcelain");
    session.run("list --ids --at HEAD").stdout("2022-inspection/1\n").fine();
    assert_eq!(session.git("status --porcelain"), before);
}

#[cfg(unix)]
#[test]
fn links_within_the_book_lead_where_they_led() {
    let session = Session::in_git_with_ledger(Form::Folder);
    session.run("add --title 甲").quietly();
    let link = session.path("ledgers/2022-inspection/002.toml");
    std::os::unix::fs::symlink("001.toml", &link).unwrap();
    session.commit_at("2022-10-08T09:00", "A link");
    std::fs::remove_file(link).unwrap();
    session.run("list --ids --at HEAD").stdout("2022-inspection/1\n2022-inspection/2\n").fine();
}

#[test]
fn the_past_cannot_be_written() {
    let session = Session::in_git_with_ledger(Form::Folder);
    session.run("add --title 甲").quietly();
    session.commit("甲");
    for words in [
        "add --title 乙",
        "done 1 --by 甲",
        "convert 2022-inspection --to csv",
        "init x",
        "check --fix",
        "merge --repair",
    ] {
        session
            .run(&format!("{words} --at HEAD"))
            .stderr(
                "ledger: --at is for reading; the past cannot be written\n\
                 help: leave --at out; what happened earlier is recorded with --on\n",
            )
            .status(2);
    }
    session
        .run("done 1 --at HEAD --lang zh")
        .stderr("ledger: --at 只用于查询，不能改写过去\n提示: 去掉 --at；此前发生的事项用 --on 写明日期\n")
        .status(2);
    session
        .run("diff --at HEAD")
        .stderr("ledger: `diff` names its two versions itself\nhelp: write `ledger diff FROM TO`, without --at\n")
        .status(2);
    for words in ["log -f x.csv", "diff -f x.csv"] {
        session
            .run(words)
            .stderr("ledger: a file named with -f has no past\nhelp: work in the book's folder, without -f\n")
            .status(2);
    }
    for words in
        ["list --at=--output=victim", "list --at 2022-02-30", "log --since=-x", "diff -- -x"]
    {
        let output = session.command(words).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{words}: {}", said(&output));
    }
}

#[track_caller]
fn refused(session: &Session, words: &str, en: &str, zh: &str) {
    session.run(words).stderr(en).status(3);
    session.run(&format!("{words} --lang zh")).stderr(zh).status(3);
}

#[test]
fn what_keeps_the_past_from_being_read_is_said() {
    let session = Session::with_ledger(Form::Folder);
    for words in ["list --at HEAD", "log", "diff"] {
        refused(
            &session,
            words,
            "ledger: the book lies in no git repository, so its past is not known\n\
             help: make one with `git init`, and commit the book\n",
            "ledger: 台账不在 git 仓库中，无从查询过去\n提示: 用 `git init` 建立仓库并提交台账\n",
        );
    }
    let session = Session::in_git();
    session.on("2022-09-23").run("init 2022-inspection").quietly();
    for words in ["list --at HEAD", "list --at 2022-10-01", "log", "diff"] {
        refused(
            &session,
            words,
            "ledger: the repository has no commit yet\n\
             help: commit the book with `git add ledgers` and `git commit`\n",
            "ledger: 仓库中还没有提交\n提示: 用 `git add ledgers` 和 `git commit` 提交台账\n",
        );
    }
    session.git("commit -q --allow-empty -m nothing");
    session.commit_at("2022-10-02T09:00", "The book");
    for words in ["list --at nope", "log --since nope", "diff nope", "diff HEAD nope"] {
        refused(
            &session,
            words,
            "ledger: git knows no commit `nope` here\n\
             help: name a commit, a tag or a branch, or a day as 2022-09-30\n",
            "ledger: git 中没有名为“nope”的提交\n提示: 写明提交、标签或分支，或写日期，如 2022-09-30\n",
        );
    }
    refused(
        &session,
        "list --at HEAD:ledgers",
        "ledger: git knows no commit `HEAD:ledgers` here\n\
         help: name a commit, a tag or a branch, or a day as 2022-09-30\n",
        "ledger: git 中没有名为“HEAD:ledgers”的提交\n提示: 写明提交、标签或分支，或写日期，如 2022-09-30\n",
    );
    refused(
        &session,
        "list --at 2022-09-30",
        "ledger: there was no commit yet at the end of 2022-09-30\nhelp: `ledger log` lists the commits\n",
        "ledger: 截至2022-09-30日终还没有提交\n提示: 用 `ledger log` 查看各次提交\n",
    );
    let hash = session.git("rev-parse HEAD~1");
    let hash = &hash[..8];
    refused(
        &session,
        "list --at 2022-10-01",
        &format!(
            "ledger: commit {hash} has no book in ledgers/\nhelp: `ledger log` lists the commits that have it\n"
        ),
        &format!(
            "ledger: 提交 {hash} 的ledgers/中没有台账\n提示: 用 `ledger log` 查看有台账的提交\n"
        ),
    );
}

#[test]
fn a_shallow_clone_says_that_it_is_one() {
    let session = Session::in_git_with_ledger(Form::Folder);
    session.commit_at("2022-10-08T09:00", "Later");
    let url = format!("file://{}", session.path("").display());
    session.git(&format!("clone -q --depth 1 {url} ../shallow"));
    let shallow = session.at("shallow");
    shallow.run("list --ids --at 2022-10-08").fine();
    refused(
        &shallow,
        "list --at 2022-10-07",
        "ledger: this clone has no commit from 2022-10-07 or before: it is a shallow one\n\
         help: fetch the rest with `git fetch --unshallow`\n",
        "ledger: 本仓库为浅克隆，没有2022-10-07及以前的提交\n提示: 用 `git fetch --unshallow` 取回全部提交\n",
    );
    refused(
        &shallow,
        "list --at HEAD~1",
        "ledger: git knows no commit `HEAD~1` here\nhelp: fetch the rest with `git fetch --unshallow`\n",
        "ledger: git 中没有名为“HEAD~1”的提交\n提示: 用 `git fetch --unshallow` 取回全部提交\n",
    );
}
