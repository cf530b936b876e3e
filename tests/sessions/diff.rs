//! Sessions of `diff`: what happened between two versions, each on a day of its own.

use serde_json::Value;

use crate::samples::{BOTH, book};
use crate::session::{Form, Session, TABLE, file};

/// The counts that are not zero, as `kind problems times`.
fn counts(answer: &Value) -> Vec<String> {
    let all = answer["counts"].as_array().unwrap().iter();
    let some = all.filter(|count| count["times"] != 0);
    some.map(|count| {
        format!("{} {} {}", count["kind"].as_str().unwrap(), count["problems"], count["times"])
    })
    .collect()
}

/// Makes a repository around a book, as it stands on 25 October.
fn put_in_git(session: &Session) {
    session.git("init -q -b main");
    session.git("config user.name 办公室");
    session.git("config user.email clerk@example.org");
    session.commit_at("2022-10-25T18:00", "Autumn");
}

/// The book of the samples, committed on 25 September, before anything happened, and on 25 October.
fn office(form: Form) -> Session {
    let session = book(form);
    // What is passed over on the disk is passed over in a commit.
    session.write("ledgers/README.md", "Our book.\n");
    if form == Form::Folder {
        session.write("ledgers/2022-inspection/README.md", "Our ledger.\n");
    }
    put_in_git(&session);
    session
}

#[test]
fn what_happened_in_a_month() {
    for form in BOTH {
        let session = office(form);
        session.on("2022-11-25");
        for words in [
            "note 1 --by 财务股 --text 已发函",
            "recover 1 2万元 --by 财务股",
            "recover 1 1万元 --by 财务股",
            "close 2 --by 纪检组",
            "done 3.2 --by 基层卫生股",
            "measure 5 --text 盘点",
            "add --title 借条不全 --lead 财务股 --found 2022-11-20",
        ] {
            session.run(words).quietly();
        }
        session.commit_at("2022-11-25T18:00", "November");
        let answer = session.run("diff 2022-10-25 2022-11-25").json();
        let expected = [
            "new 1 1",
            "done 1 1",
            "close 1 1",
            "overdue 2 2",
            "recover 1 2",
            "progress 1 1",
            "changed 1 1",
        ];
        assert_eq!(counts(&answer), expected);
        assert_eq!(answer["recovered"], "30000.00");
        if form == Form::Folder {
            session.run("diff HEAD~1 --exit-code").golden("diff").status(1);
            session.run("diff HEAD~1 HEAD --lang zh").golden("diff-zh").fine();
            session.run("diff HEAD~1 HEAD -O csv").golden("diff-csv").fine();
            session.run("diff HEAD~1 HEAD --by unit").golden("diff-by").fine();
            session.run("diff HEAD~1 HEAD --by unit --lang zh").golden("diff-by-zh").fine();
            session.run("diff HEAD~1 HEAD --by unit,source -O csv").golden("diff-by-csv").fine();
            session.run("diff HEAD~1 HEAD --unit 财务股 -O json").golden("diff-json").fine();
        }
        assert_eq!(
            counts(&session.run("diff HEAD~1 HEAD --unit 各镇卫生院 -l 2022-inspection").json())
                .len(),
            4
        );
        // The same commit on another day: only what fell overdue.
        let later = session.run("diff HEAD~1 HEAD~1 --today 2022-11-25").json();
        assert_eq!(counts(&later), ["overdue 2 2"]);
        session.run("diff --exit-code").golden("diff-nothing").fine();
    }
}

/// The rows add up to the total, less what stands in several; each names the problems that it counts.
#[test]
fn what_happened_is_counted_by_unit() {
    for form in BOTH {
        let session = office(form);
        session.on("2022-11-25").run("note 1-5 --by 财务股 --text 已发函").quietly();
        session.commit_at("2022-11-25T18:00", "November");
        let lines = session.run("diff HEAD~1 HEAD").json();
        let answer = session.run("diff HEAD~1 HEAD --by unit").json();
        assert_eq!((&answer["counts"], &answer["by"][0]), (&lines["counts"], &"unit".into()));
        assert!(answer["lines"].is_null() && lines["rows"].is_null(), "{answer}");
        let rows = answer["rows"].as_array().unwrap();
        for row in rows.iter().filter(|row| !row["group"]["unit"].is_null()) {
            for count in row["counts"].as_array().unwrap() {
                let kind = |line: &&Value| line["kind"] == count["kind"];
                let led = |line: &&Value| {
                    line["lead"].as_array().unwrap().contains(&row["group"]["unit"])
                };
                let lines = lines["lines"].as_array().unwrap().iter();
                let mut ids: Vec<_> =
                    lines.filter(kind).filter(led).map(|line| &line["id"]).collect();
                ids.dedup();
                assert_eq!(count["ids"].as_array().unwrap().iter().collect::<Vec<_>>(), ids);
                assert_eq!(count["problems"], ids.len());
            }
        }
        session.run("diff HEAD HEAD --by unit").json();
    }
}

#[test]
fn what_is_not_committed_is_compared_with_the_last_commit() {
    for form in BOTH {
        let session = office(form);
        session.on("2022-10-25").run("close 2 --by 纪检组").quietly();
        session.run("note 1 --by 财务股 --text 已催收").quietly();
        // What is the same in both is not read; what asks for all of it says the same.
        let quick = session.run("diff").json();
        let whole = session.run("diff --kind problem --kind task").json();
        assert_eq!(quick, whole);
        assert_eq!(counts(&quick), ["close 1 1", "progress 1 1"]);
        session.commit_at("2022-10-25T19:00", "Closed");
        let key = quick["lines"][0]["entry"]["key"].as_str().unwrap();
        session.run(&format!("void 2 {key} --by 纪检组 --text 销错了")).quietly();
        assert_eq!(counts(&session.run("diff").json()), ["void 1 1"]);
    }
}

/// The quick way leaves out what is the same in both versions; a filter that all pass has every problem read.
#[test]
fn what_a_head_says_bears_on_problems_that_are_the_same() {
    for form in BOTH {
        let head = if form == Form::Folder { "/ledger.toml" } else { ".toml" };
        let head = format!("ledgers/2022-inspection{head}");
        let own = "issued = 2022-09-23\n\n[[policy]]\nimmediate = 1\n";
        let of_ledger = (head.as_str(), "issued = 2022-09-23\n", own);
        let of_book = ("ledgers/book.toml", "immediate = 60", "immediate = 1");
        let earlier = (head.as_str(), "issued = 2022-09-23", "issued = 2022-08-01");
        for (name, old, new) in [of_ledger, of_book, earlier] {
            let session = book(form);
            // What is done at once falls due when the heads say, as no day stands beside the words: within sixty days.
            session.run("add --title 账实不符 --lead 财务股 --limit 立行立改").quietly();
            let (file, due, none) = match form {
                Form::Folder => (file(6), "due = 2022-10-08\n", ""),
                Form::Table => (TABLE.to_owned(), "立行立改,2022-10-08", "立行立改,"),
            };
            session.edit(&file, due, none);
            session.edit("ledgers/book.toml", "immediate = 15", "immediate = 60");
            put_in_git(&session);
            session.edit(name, old, new);
            let quick = session.on("2022-10-25").run("diff").json();
            assert_eq!(counts(&quick), ["overdue 1 1"], "{name}");
            assert_eq!(quick, session.run("diff --kind problem --kind task").json());
        }
    }
}
