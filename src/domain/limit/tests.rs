//! The plain limits, each against a day worked out by hand.

use std::collections::BTreeMap;

use super::{Counting, Event, Kind, Note, Policy, cursor, read};
use crate::domain::book::CalendarAdditions;
use crate::domain::calendar::Calendar;
use crate::domain::day::Day;
use crate::domain::policy::DaysOf;

fn reading(words: &str, issued: &str) -> (Kind, Vec<String>, bool) {
    let counting = Counting {
        issued: Day::from_iso(issued),
        dates: &BTreeMap::new(),
        from: None,
        policy: &Policy::default(),
        calendar: &Calendar::with(&CalendarAdditions::default()),
    };
    let reading = read(words, &counting);
    (reading.kind, reading.days.iter().map(Day::to_string).collect(), reading.sustained)
}

#[test]
fn plain_limits_give_their_day() {
    let cases = [
        ("立行立改、长期坚持", "2022-09-23", Kind::Immediate, "2022-10-08", true),
        ("立行立改长期坚持", "2026-09-18", Kind::Immediate, "2026-10-08", true),
        ("立行立改并长期坚持", "2026-09-18", Kind::Immediate, "2026-10-08", true),
        ("立行立改", "2022-09-23", Kind::Immediate, "2022-10-08", false),
        ("10月底前整改到位，并长期坚持", "2022-09-23", Kind::Day, "2022-10-31", true),
        ("2022年10月30日前", "2022-09-23", Kind::Day, "2022-10-30", false),
        ("2022年10月30日前", "", Kind::Day, "2022-10-30", false),
        ("２０２２年１０月底前", "2022-09-23", Kind::Day, "2022-10-31", false),
        ("年底前", "2022-09-23", Kind::Day, "2022-12-31", false),
        ("2024年底前，并长期坚持", "2024-03-01", Kind::Day, "2024-12-31", true),
        ("2022.10.30前", "2022-09-23", Kind::Day, "2022-10-30", false),
        ("2022-10-30", "2022-09-23", Kind::Day, "2022-10-30", false),
        ("by 2022-10-31", "2022-09-23", Kind::Day, "2022-10-31", false),
        ("immediately, then sustained", "2026-09-18", Kind::Immediate, "2026-10-08", true),
        ("6月30日前", "2026-03-01", Kind::Day, "2026-06-30", false),
        ("2月底以前", "2026-01-10", Kind::Day, "2026-02-28", false),
    ];
    for (words, issued, kind, day, sustained) in cases {
        assert_eq!(reading(words, issued), (kind, vec![day.to_owned()], sustained), "{words}");
    }
}

#[test]
fn what_gives_no_single_day_says_why() {
    let cases: [(&str, &str, Kind, &[&str]); 14] = [
        ("每月5日前", "2022-09-23", Kind::Recurring, &["2022-10-05"]),
        ("每月一通报", "2022-09-23", Kind::Recurring, &["2022-09-30"]),
        ("每半年一总结", "2022-09-23", Kind::Recurring, &["2022-12-31"]),
        ("至少每半年开展一次", "2022-09-23", Kind::Recurring, &["2022-12-31"]),
        ("quarterly", "2022-09-23", Kind::Recurring, &["2022-09-30"]),
        ("长期坚持", "2022-09-23", Kind::Sustained, &[]),
        ("尽快", "2022-09-23", Kind::Vague, &[]),
        ("4月底前", "2026-09-18", Kind::Ambiguous, &["2026-04-30", "2027-04-30"]),
        ("6月30日前，12月底前", "2026-03-01", Kind::Several, &["2026-06-30", "2026-12-31"]),
        ("20年12月底前", "2026-09-18", Kind::Unreadable, &[]),
        ("2024年XX月底前", "2026-09-18", Kind::Unreadable, &[]),
        ("2022年2月30日前", "2022-01-01", Kind::Unreadable, &[]),
        ("10月底前", "", Kind::NoStart, &[]),
        ("", "2022-09-23", Kind::Unreadable, &[]),
    ];
    for (words, issued, kind, days) in cases {
        let (found, readings, _) = reading(words, issued);
        assert_eq!(
            (found, readings),
            (kind, days.iter().map(ToString::to_string).collect()),
            "{words}"
        );
    }
}

#[test]
fn days_are_working_days_where_the_ledger_says_so() {
    let policy = Policy { days: DaysOf::Working, ..Policy::default() };
    let calendar = Calendar::with(&CalendarAdditions::default());
    let from = Day::from_iso("2026-09-18");
    let counting = Counting {
        issued: None,
        dates: &BTreeMap::new(),
        from,
        policy: &policy,
        calendar: &calendar,
    };
    let day = |words| read(words, &counting).day();
    assert_eq!(day("自接到审计组的审计报告之日起十日内"), Day::from_iso("2026-10-09"));
    assert_eq!(day("一个月内"), Day::from_iso("2026-10-19"), "months stay months");
}

#[test]
fn an_event_that_the_ledger_does_not_date_gives_no_day() {
    let policy = Policy::default();
    let calendar = Calendar::with(&CalendarAdditions::default());
    let dates = [("feedback".to_owned(), Day::from_iso("2022-09-08").unwrap())].into();
    let issued = Day::from_iso("2022-09-23");
    let counting =
        Counting { issued, dates: &dates, from: None, policy: &policy, calendar: &calendar };
    assert_eq!(read("反馈后一个月内", &counting).day(), Day::from_iso("2022-10-08"));
    assert_eq!(read("印发后一个月内", &counting).day(), Day::from_iso("2022-10-24"));
    let meeting = read("会后7日内", &counting);
    assert_eq!((meeting.kind, meeting.notes), (Kind::NoStart, vec![Note::NoStart(Event::Meeting)]));
}

/// How often the letters of words are looked at, for words that are repeated so many times.
fn looks(words: &str, times: usize) -> u64 {
    let words = words.repeat(times);
    cursor::work::of(|| {
        reading(&words, "2026-09-18");
    })
}

/// What could be looked at again and again.
#[rustfmt::skip]
const REPEATED: &[&str] = &[
    "10月底前、", "一", "每", "每个", "已于", "已", "1、", "1月-", "1月至", "第", "第一、", "(",
    "()", "(10月1日)", "1.", "1.1", "10/", "2026-", "2026.10.", "收到", "反馈后", "3个月内",
    "3", "起", "后", "或", "《", "“", "每月1日、", "每月", "每年1月、", "每周一、", "去年", "至",
    "10月底至", "一季度、", "两三", "x", "年", "月", "半", "持续", "长期", "已完成", "上半年结束之日起",
    "自10月1日起", "a", "by ", "from 1 to ", "every ", "within 3 days of ", "3-",
    "quarterly x ", ",", "x,", "\u{200b}", " ",
];

#[test]
fn the_work_grows_with_the_length_of_the_words_and_not_faster() {
    for words in REPEATED {
        let (few, many) = (looks(words, 500), looks(words, 4_000));
        assert!(many <= few * 9, "{words}: {few} looks become {many}");
    }
}
