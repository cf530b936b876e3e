//! Calendars (`export -O ics`): last days and reviews that a calendar program can take again and again.

use std::collections::BTreeMap;

use crate::samples::book;
use crate::session::{Form, Session};

/// The events of a calendar by what they are called, each with its properties; folded lines are joined, as a calendar does.
fn events(calendar: &str) -> Vec<BTreeMap<String, String>> {
    let text = calendar.replace("\r\n ", "");
    let mut events = Vec::new();
    let mut alarm = false;
    for line in text.split("\r\n") {
        match line {
            "BEGIN:VEVENT" => events.push(BTreeMap::new()),
            "BEGIN:VALARM" => alarm = true,
            "END:VALARM" => alarm = false,
            line => {
                let Some((key, value)) = line.split_once(':') else { continue };
                let Some(event) = events.last_mut() else { continue };
                let event: &mut BTreeMap<String, String> = event;
                let key = if alarm { format!("ALARM {key}") } else { key.to_owned() };
                event
                    .entry(key)
                    .and_modify(|old| old.extend([" ", value]))
                    .or_insert_with(|| value.to_owned());
            }
        }
    }
    events
}

fn calendar(session: &Session, words: &str) -> String {
    session.run(&format!("export -O ics {words}")).text()
}

fn find<'a>(events: &'a [BTreeMap<String, String>], title: &str) -> &'a BTreeMap<String, String> {
    events.iter().find(|event| event["SUMMARY"].contains(title)).unwrap()
}

#[test]
fn last_days_are_events_in_either_language() {
    let session = book(Form::Folder);
    session.run("export -O ics --lang zh").golden("ics-zh").fine();
    session.run("export -O ics --lang en").golden("ics").fine();
    for line in calendar(&session, "--lang zh").split("\r\n") {
        assert!(line.len() <= 75, "{line}");
    }
    let events = events(&calendar(&session, "--lang zh"));
    let loan = find(&events, "借款未及时收回");
    assert_eq!(loan["DTSTART;VALUE=DATE"], "20221031");
    assert_eq!(loan["DTEND;VALUE=DATE"], "20221101");
    assert_eq!(loan["STATUS"], "CONFIRMED");
    assert_eq!(loan["ALARM TRIGGER"], "-P19DT15H -P9DT15H -P2DT15H");
    let closed = find(&events, "会议记录不全");
    assert_eq!((closed["STATUS"].as_str(), closed.get("ALARM TRIGGER")), ("CANCELLED", None));
    assert!(closed["SUMMARY"].starts_with("【已销号】"));
}

#[test]
fn an_event_that_moves_stays_the_same_event() {
    let session = book(Form::Folder);
    let before = events(&calendar(&session, "--lang zh"));
    session.run("extend 1 --limit 11月底前 --by 财务股 --approver 纪检组 --text 待还款").quietly();
    let after = events(&calendar(&session, "--lang zh"));
    let (before, after) = (find(&before, "借款"), find(&after, "借款"));
    assert_eq!(before["UID"], after["UID"]);
    assert_eq!(after["DTSTART;VALUE=DATE"], "20221130");
    let number = |event: &BTreeMap<String, String>| event["SEQUENCE"].parse::<u32>().unwrap();
    assert!(number(after) > number(before));
    // On another day the same entries are the same calendar.
    let again = session.on("2022-10-26").run("export -O ics --lang zh").text();
    assert_eq!(again, calendar(&session, "--lang zh"));
}

#[test]
fn every_event_has_an_id_of_its_own() {
    let session = book(Form::Folder);
    let calendar = calendar(&session, "");
    let mut ids: Vec<_> = events(&calendar).into_iter().map(|event| event["UID"].clone()).collect();
    let many = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), many);
}

#[test]
fn a_closed_problem_that_is_kept_up_has_its_review() {
    let session = book(Form::Folder);
    session.run("close 2 --by 纪检组 --text 已核查").quietly();
    let review = |session: &Session| {
        let all = events(&calendar(session, "--lang zh"));
        find(&all, "回访：家庭医生").clone()
    };
    let first = review(&session);
    assert_eq!(
        (first["DTSTART;VALUE=DATE"].as_str(), first["STATUS"].as_str()),
        ("20230125", "CONFIRMED")
    );
    session.on("2022-11-20").run("review 2 --kept --by 纪检组 --text 抽查属实").quietly();
    let second = review(&session);
    assert_eq!(
        (second["DTSTART;VALUE=DATE"].as_str(), &second["UID"]),
        ("20230220", &first["UID"])
    );
    session
        .on("2022-11-21")
        .run("reopen 2 --by 纪检组 --basis 回访 --text 反弹 --limit 12月底前")
        .quietly();
    let third = review(&session);
    assert_eq!((third["STATUS"].as_str(), &third["UID"]), ("CANCELLED", &first["UID"]));
    assert!(third["SUMMARY"].starts_with("【不需回访】"));
}

#[test]
fn nothing_in_a_text_becomes_a_property() {
    let session = Session::with_ledger(Form::Folder);
    session.run("add --title '甲;乙,丙\\' --limit 10月底前").quietly();
    session.edit("ledgers/2022-inspection/001.toml", "甲;", "甲\\nEND:VEVENT\\n;");
    let text = calendar(&session, "--lang zh");
    assert_eq!(text.matches("\r\nEND:VEVENT").count(), 1);
    let events = events(&text);
    assert_eq!(events[0]["SUMMARY"], "整改到期：甲 END:VEVENT \\;乙\\,丙\\\\");
}

#[test]
fn who_is_masked_is_named_by_no_calendar() {
    let session = Session::with_ledger(Form::Folder);
    session.run("add --title 线索 --person 某主任 --limit 10月底前").quietly();
    let named = calendar(&session, "");
    assert!(named.contains("某主任"));
    let file = session.read("ledgers/2022-inspection/001.toml");
    session.write("ledgers/2022-inspection/001.toml", format!("{file}masked = true\n"));
    assert!(!calendar(&session, "").contains("某主任"));
}

#[test]
fn what_a_filter_drops_is_cancelled() {
    let session = book(Form::Folder);
    let status = |session: &Session, words: &str| {
        let events = events(&calendar(session, &format!("{words} --lang zh")));
        let loan = events.iter().find(|event| event["SUMMARY"].contains("借款未及时收回"));
        loan.map(|event| (event["STATUS"].clone(), event["SUMMARY"].clone()))
    };
    let confirmed = Some(("CONFIRMED".to_owned(), "整改到期：借款未及时收回".to_owned()));
    let cancelled =
        |why: &str| Some(("CANCELLED".to_owned(), format!("【{why}】整改到期：借款未及时收回")));
    let [by_state, by_unit, by_period] = ["--status open", "--unit 财务股", "--due 2022-10"];
    for words in [by_state, by_unit, by_period] {
        assert_eq!(status(&session, words), confirmed, "{words}");
    }
    // What a calendar of these never had is not there.
    for words in ["--unit 办公室", "--due 2022-11", "--status closed"] {
        assert_eq!(status(&session, words), None, "{words}");
    }
    session
        .on("2022-10-26")
        .run("extend 1 --limit 11月底前 --by 财务股 --approver 纪检组 --text 待还款")
        .quietly();
    assert_eq!(status(&session, by_period), cancelled("不在所选范围"));
    assert_eq!(status(&session, "--due 2022-11"), confirmed);
    session.on("2022-10-27").run("assign 1 --lead 办公室 --by 纪检组 --text 职责调整").quietly();
    assert_eq!(status(&session, by_unit), cancelled("不在所选范围"));
    assert_eq!(status(&session, "--unit 办公室"), confirmed);
    session.on("2022-10-28").run("done 1 --by 办公室 --text 已收回").quietly();
    assert_eq!(status(&session, by_state), cancelled("待销号"));
    let alarms = events(&calendar(&session, by_state));
    assert!(find(&alarms, "借款").get("ALARM TRIGGER").is_none());
}
