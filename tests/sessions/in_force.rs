//! The policy that a figure was counted by stands under it, with its days where it changed.

use crate::samples::BOTH;
use crate::session::{Form, Session};

/// Two problems to be kept up, one closed under a policy that looks again each quarter, one under a policy that does so
/// each month.
fn book(form: Form) -> Session {
    let session = Session::with_ledger(form);
    let head = session.read("ledgers/book.toml");
    let later = "\n[[policy]]\nfrom = 2022-11-01\nreview = \"month\"\nrest_day = \"keep\"\n";
    session.write("ledgers/book.toml", format!("{head}{later}"));
    session.run("add --title 借款未收回 --lead 财务股 --limit 10月底前，并长期坚持").quietly();
    session.run("add --title 会议记录不全 --lead 办公室 --limit 立行立改、长期坚持").quietly();
    session.run("add --title 制度不健全 --lead 办公室 --limit 印发后一个月内").quietly();
    for (day, words) in [
        ("2022-10-08", "done 2 --by 办公室主任"),
        ("2022-10-10", "close 2 --by 纪检组"),
        ("2022-10-28", "done 1 --by 财务股"),
        ("2022-11-05", "close 1 --by 纪检组"),
    ] {
        session.on(day).run(words).quietly();
    }
    session.on("2023-02-01");
    session
}

#[test]
fn the_period_of_reviews_has_its_days_where_it_changed() {
    for form in BOTH {
        let session = book(form);
        session.run("overdue").golden("in-force-overdue").fine();
        session.run("overdue --lang zh").golden("in-force-overdue-zh").fine();
        let rule = session.run("overdue").json()["rule"].as_str().unwrap().to_owned();
        assert!(rule.contains("In force until 2022-10-31: Reviews"), "{rule}");
        assert!(rule.contains("In force from 2022-11-01: Reviews"), "{rule}");
        let rule = session.run("summary").json()["rule"].as_str().unwrap().to_owned();
        assert!(rule.contains("In force from 2022-11-01: Reviews"), "{rule}");
    }
}

#[test]
fn how_periods_are_counted_stands_under_what_is_counted() {
    for form in BOTH {
        let session = book(form);
        let rest = "an end on a rest day moves to the next working day (`rest_day`)";
        for words in ["list", "overdue", "summary", "show 3", "notice --dry-run"] {
            let rule = session.run(words).json()["rule"].as_str().unwrap().to_owned();
            assert!(rule.contains(rest), "{words}: {rule}");
            let output = session.command(words).output().unwrap();
            let text = String::from_utf8(output.stdout).unwrap().replace('\n', " ");
            assert!(text.contains(rest), "{words}: {text}");
        }
        // What is counted anew counts by the policy of that day.
        session
            .on("2022-11-05")
            .run("extend 3 --limit 延期一个月 --approver 分管副主任 --text 征求意见 --by 办公室")
            .quietly();
        session.on("2023-02-01").run("show 3 --lang zh").golden("in-force-show-zh").fine();
        let rule = session.run("show 3").json()["rule"].as_str().unwrap().to_owned();
        assert!(rule.contains("an end on a rest day stays"), "{rule}");
        session.run("list").golden("in-force-list").fine();
        session.run("list --lang zh").golden("in-force-list-zh").fine();
        // A day of the calendar rests on no policy.
        let rule = session.run("show 1").json()["rule"].as_str().unwrap().to_owned();
        assert!(!rule.contains("Counted"), "{rule}");
    }
}
