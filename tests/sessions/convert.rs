//! `ledger convert`: there and back without loss.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;

use crate::samples::{BOTH, book};
use crate::session::{Form, Session, TABLE};

fn folder(session: &Session, name: &str) -> BTreeMap<String, String> {
    let entries = fs::read_dir(session.path(&format!("ledgers/{name}"))).unwrap();
    entries
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .collect()
}

fn all(session: &Session, problems: usize) -> Value {
    session.run(&format!("show 1-{problems}")).json()
}

#[test]
fn the_sample_ledger_comes_back_with_the_same_bytes() {
    let session = Session::new();
    session.copy("ledgers");
    session.on("2022-12-01");
    let before = folder(&session, "2022-inspection");
    let shown = all(&session, 21);

    session.run("convert 2022-inspection --to csv").quietly();
    assert!(!session.path("ledgers/2022-inspection").exists());
    assert_eq!(all(&session, 21), shown);
    session.is_well(6, 79);

    session.run("convert 2022-inspection --to toml").quietly();
    assert!(!session.path(TABLE).exists());
    assert_eq!(all(&session, 21), shown);
    assert_eq!(folder(&session, "2022-inspection"), before);
}

#[test]
fn every_ledger_of_the_project_says_the_same_in_the_other_form() {
    let session = Session::new();
    session.copy("ledgers");
    session.on("2023-12-01");
    for (name, to, problems) in [
        ("2021-campaign", "csv", 14),
        ("2023-clean-hospital", "csv", 10),
        ("2023-conduct", "csv", 14),
        ("2023-drive", "toml", 4),
        ("2023-survey", "toml", 16),
    ] {
        let show = || session.run(&format!("show {name}/1-{problems}")).json();
        let before = show();
        session.run(&format!("convert {name} --to {to} --drop-comments")).quietly();
        assert_eq!(show(), before, "{name}");
    }
}

#[test]
fn what_was_typed_says_the_same_in_both_forms() {
    for form in BOTH {
        let session = book(form);
        let shown = all(&session, 5);
        let (there, back) = if form == Form::Folder { ("csv", "toml") } else { ("toml", "csv") };
        session.run(&format!("convert 2022-inspection --to {there}")).quietly();
        assert_eq!(all(&session, 5), shown);
        session.run("note 1 --by 财务股 --text 在另一种形式里登记").quietly();
        let shown = all(&session, 5);
        session.run(&format!("convert 2022-inspection --to {back}")).quietly();
        assert_eq!(all(&session, 5), shown);
    }
}

#[test]
fn convert_says_what_it_did() {
    let session = Session::with_ledger(Form::Folder);
    session
        .run("convert 2022-inspection --to toml")
        .stderr("ledger: the ledger has that form already; nothing was changed\n")
        .fine();
    session
        .run("convert 2022-inspection --to csv --lang zh")
        .stderr("ledger: 已转换：写入2个文件，移除1个文件\n")
        .removes("ledgers/2022-inspection/ledger.toml")
        .writes(
            "ledgers/2022-inspection.toml",
            "source = \"区委第一巡察组\"\nissued = 2022-09-23\n",
        )
        .grows(TABLE)
        .fine();
    assert!(session.read(TABLE).starts_with("\u{feff}记录,编号,"));
    session
        .run("convert 2022 --to csv")
        .stderr("ledger: there is no ledger `2022`\nhelp: make it with `ledger init NAME`\n")
        .status(3);
    session.run("convert 2022-inspection --to xlsx").golden("convert-form").status(2);
}

#[test]
fn comments_are_not_dropped_unasked() {
    let session = Session::with_ledger(Form::Folder);
    session.write("ledgers/2022-inspection/001.toml", "# 会议定\ntitle = \"甲\" # 见纪要\n");
    session
        .run("convert 2022-inspection --to csv")
        .stderr(
            "ledger: a table has no place for the comments in ledgers/2022-inspection/001.toml\n\
             help: drop them with --drop-comments\n",
        )
        .status(3);
    session.run("convert 2022-inspection --to csv --drop-comments").quietly();
    assert_eq!(session.run("show 1").json()["problems"][0]["title"], "甲");
}
