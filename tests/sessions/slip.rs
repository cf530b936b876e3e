//! `report notice`: the papers of notices as they were issued, and drafts of those that are due.

use serde_json::json;

use crate::samples::BOTH;
use crate::session::{Form, Session};

/// Two problems of one unit that got a reminder and a notice, and one that nobody was reminded of.
fn session(form: Form) -> Session {
    let session = Session::with_ledger(form);
    for words in [
        "add --title '借款 **未** 及时收回' --detail 3笔 --lead 财务股 --person 财务股股长 --limit 10月底前",
        "add --title 账实不符 --lead 财务股 --limit 11月3日前",
        "add --title 会议记录不全 --person 办公室主任 --limit 11月20日前",
    ] {
        session.run(words).quietly();
    }
    session.run("measure 1 --text 发函催收").quietly();
    session.on("2022-10-28").run("notice --by 整改办").quietly();
    session.on("2022-11-05").run("notice --by 整改办 --text 请于5日内书面说明").quietly();
    session
}

#[test]
fn a_notice_has_its_paper_in_both_languages() {
    for form in BOTH {
        let session = session(form);
        session.on("2022-11-08").run("report notice 1").golden("slip").fine();
        session.run("report notice 1 --lang zh").golden("slip-zh").fine();
        session.run("report notice --number 2022-1 --lang zh").golden("slip-number-zh").fine();
        session.run("report notice --by unit --lang zh -O md").golden("slip-unit-zh").fine();
        session.run("report notice --by unit").golden("slip-unit").fine();
        session.on("2022-11-18").run("report notice --lang zh").golden("slip-drafts-zh").fine();
        session.run("report notice --only drafts").golden("slip-drafts").fine();
        session.run("report notice -O csv").golden("slip-csv").fine();
    }
}

#[test]
fn a_paper_tells_what_was_so_on_its_day() {
    let session = session(Form::Folder);
    session.on("2022-11-06").run("done 1 --by 财务股").quietly();
    let answer = session.on("2023-01-08").run("report notice 1 --only issued").json();
    let notice = &answer["notices"][0];
    assert_eq!((&notice["numbers"], &notice["on"]), (&json!(["2022-2"]), &json!("2022-11-05")));
    let problem = &notice["problems"][0];
    assert_eq!((&problem["days_late"], &problem["last_day"]), (&json!(5), &json!("2022-10-31")));
    assert_eq!(problem["earlier"][0]["number"], "2022-1");
    assert_eq!(problem["text"], "请于5日内书面说明");
    assert_eq!(answer["totals"], json!({"issued": 1, "drafts": 0}));
    // On an earlier day there is what was issued by then.
    let answer = session.on("2022-10-29").run("report notice").json();
    let numbers = |place: usize| answer["notices"][place]["numbers"].clone();
    assert_eq!((numbers(0), numbers(1)), (json!(["2022-1"]), json!(null)), "{answer}");
}

#[test]
fn a_draft_stands_for_what_is_due_and_records_nothing() {
    let session = session(Form::Table);
    let answer = session.on("2022-11-18").run("report notice").json();
    let of = |place: usize| {
        let notice = &answer["notices"][place];
        (notice["draft"].clone(), notice["to"].clone(), notice["problems"][0]["name"].clone())
    };
    assert_eq!(of(0), (json!(true), json!(["财务股"]), json!("talk")));
    assert_eq!(of(2), (json!(true), json!(["办公室主任"]), json!("reminder")));
    let due = session.run("notice --dry-run").json();
    assert_eq!(due["lines"].as_array().unwrap().len(), 3, "{due}");
    assert_eq!(answer["totals"], json!({"issued": 0, "drafts": 3}));
}

#[test]
fn a_number_that_nothing_has_is_refused() {
    let session = session(Form::Folder);
    session.run("report notice --number 2022-33 --number 督3").golden("slip-refused").status(3);
    session.run("report notice --number 2022-33 --lang zh").golden("slip-refused-zh").status(3);
}
