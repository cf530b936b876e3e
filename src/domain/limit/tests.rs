//! The plain limits, each against a day worked out by hand.

use std::collections::BTreeMap;

use super::fixed::first_of_period;
use super::part::{Month, Point, Year};
use super::{Counting, Event, Kind, Note, Policy, Reading, cursor, read};
use crate::domain::book::CalendarAdditions;
use crate::domain::calendar::Calendar;
use crate::domain::day::Day;
use crate::domain::ledger::Phase;
use crate::domain::policy::DaysOf;

/// Two phases, and one that has no end.
fn phases() -> Vec<Phase> {
    [
        ("自查自纠阶段", "2022-09-23", "2022-10-20"),
        ("集中整改", "2022-10-21", "2022-12-31"),
        ("总结提升", "2023-01-01", ""),
        ("Final review", "2023-01-01", "2023-02-28"),
    ]
    .map(|(name, from, until)| Phase {
        name: name.to_owned(),
        from: Day::from_iso(from),
        until: Day::from_iso(until),
    })
    .into()
}

#[test]
fn a_phase_of_the_ledger_gives_its_days() {
    let (policy, calendar) = (Policy::default(), Calendar::with(&CalendarAdditions::default()));
    let (dates, phases) = (BTreeMap::new(), phases());
    let issued = Day::from_iso("2022-09-23");
    let (policy, calendar) = (&policy, &calendar);
    let with = |words, phases| {
        let reading =
            read(words, &Counting { issued, dates: &dates, from: None, phases, policy, calendar });
        let days: Vec<_> = reading.days.iter().map(Day::to_string).collect();
        (reading.kind, days.join("|"), reading.sustained, reading.notes)
    };
    for (words, kind, days) in [
        ("集中整改期内", Kind::Day, "2022-12-31"),
        ("集中整改结束前", Kind::Day, "2022-12-31"),
        ("集中整改阶段", Kind::Day, "2022-12-31"),
        ("集中整改阶段完成", Kind::Day, "2022-12-31"),
        ("在集中整改期间完成整改，并长期坚持", Kind::Day, "2022-12-31"),
        ("集中整改期满前", Kind::Day, "2022-12-31"),
        ("整改期内", Kind::Day, "2022-12-31"),
        ("于整改期满前完成", Kind::Day, "2022-12-31"),
        ("自查自纠阶段结束前", Kind::Day, "2022-10-20"),
        ("自查自纠阶段", Kind::Day, "2022-10-20"),
        ("自查自纠期间", Kind::Day, "2022-10-20"),
        ("集中整改开始前", Kind::Day, "2022-10-20"),
        ("集中整改阶段前", Kind::Ambiguous, "2022-10-20|2022-12-31"),
        ("整改期满后1个月内", Kind::Day, "2023-01-31"),
        ("集中整改结束后15日内", Kind::Day, "2023-01-16"),
        ("自集中整改期满之日起3个月内", Kind::Day, "2023-03-31"),
        ("立行立改，集中整改期内完成", Kind::Day, "2022-12-31"),
        ("自查自纠阶段完成方案，集中整改阶段完成整改", Kind::Several, "2022-10-20|2022-12-31"),
        ("集中整改期内（12月20日前）", Kind::Ambiguous, "2022-12-31|2022-12-20"),
        ("by the end of the final review", Kind::Day, "2023-02-28"),
        ("within the Final Review phase", Kind::Day, "2023-02-28"),
        // The work is named, and no phase.
        ("10月底前集中整改到位", Kind::Day, "2022-10-31"),
        ("整改期限为三个月", Kind::Day, "2022-12-23"),
        ("集中整改", Kind::Unreadable, ""),
        ("集中整改内容10月底前报送", Kind::Day, "2022-10-31"),
        ("集中整改后续工作10月底前完成", Kind::Day, "2022-10-31"),
        ("整改完成后10日内", Kind::NoStart, ""),
        // From when, and not until when; or one without an end.
        ("集中整改结束后", Kind::Unreadable, ""),
        ("总结提升阶段", Kind::Unreadable, ""),
    ] {
        let (found, found_days, ..) = with(words, &phases);
        assert_eq!((found, found_days.as_str()), (kind, days), "{words}");
    }
    assert!(with("集中整改期内，长期坚持", &phases).2);
    // Without the phase there is no day, and the reason.
    for words in [
        "集中整改期内",
        "集中整改结束前",
        "集中整改阶段",
        "整改期满后",
        "整改期满后1个月内",
        "within the rectification phase",
    ] {
        let (_, days, _, notes) = with(words, &[]);
        assert_eq!((days.as_str(), notes.first()), ("", Some(&Note::NoPhase)), "{words}");
    }
}

/// Reads a limit of a plan that was issued on this day, in a book that says nothing else.
fn read_from(words: &str, issued: &str) -> Reading {
    let counting = Counting {
        issued: Day::from_iso(issued),
        dates: &BTreeMap::new(),
        from: None,
        phases: &[],
        policy: &Policy::default(),
        calendar: &Calendar::with(&CalendarAdditions::default()),
    };
    read(words, &counting)
}

fn reading(words: &str, issued: &str) -> (Kind, Vec<String>, bool) {
    let reading = read_from(words, issued);
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
        phases: &[],
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
    let counting = Counting {
        issued,
        dates: &dates,
        from: None,
        phases: &[],
        policy: &policy,
        calendar: &calendar,
    };
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

#[test]
fn what_an_english_limit_counts_from_is_missed_by_its_own_name() {
    let read = |words| read_from(words, "2022-09-23");
    for (words, event) in [
        ("within 10 days of assignment", Event::Assigned),
        ("within 10 days of receipt", Event::Received),
        ("within 10 days after the meeting", Event::Meeting),
        ("within 10 days of the date of approval", Event::Approved),
        ("within 10 days after completion of the repairs", Event::Completed),
        ("within 10 days of feedback", Event::Feedback),
        ("within 10 days of the handover", Event::Other),
    ] {
        let reading = read(words);
        assert_eq!(
            (reading.kind, reading.notes),
            (Kind::NoStart, vec![Note::NoStart(event)]),
            "{words}"
        );
    }
    for (words, day) in [
        ("within 20 days of issue", "2022-10-13"),
        ("within 20 days from today", "2022-10-13"),
        ("within 10 days after the end of the month", "2022-10-10"),
        ("within 10 days after year-end", "2023-01-10"),
    ] {
        let days: Vec<_> = read(words).days.iter().map(Day::to_string).collect();
        assert_eq!(days, [day], "{words}");
    }
}

#[test]
fn a_rhythm_that_meets_a_rest_day_says_so_and_another_one_does_not() {
    let (policy, calendar) = (Policy::default(), Calendar::with(&CalendarAdditions::default()));
    let (from, dates) = (Day::from_iso("2022-09-23"), BTreeMap::new());
    let (policy, calendar) = (&policy, &calendar);
    let counting = Counting { issued: from, dates: &dates, from, phases: &[], policy, calendar };
    let saturday = Day::from_iso("2022-09-24").unwrap();
    assert_eq!(read("every Saturday", &counting).notes, [Note::RestDay(saturday)]);
    assert_eq!(read("every Monday", &counting).notes, []);
}

#[test]
fn what_is_done_at_once_is_told_unless_a_day_stands_beside_it() {
    for (words, immediate) in [
        ("立行立改", true),
        ("立行立改、长期坚持", true),
        ("立即整改，10月底前完成", false),
        ("10月底前", false),
        ("immediately", true),
        ("immediately, and by 31 October 2022", false),
        ("in March", false),
    ] {
        assert_eq!(super::is_immediate(words, &[]), immediate, "{words}");
    }
}

#[test]
fn narrow_signs_are_read_as_the_wide_ones() {
    let read = |words| read_from(words, "2022-09-23");
    for (narrow, wide) in [
        ("10月底前､长期坚持", "10月底前、长期坚持"),
        ("10月11日､10月25日前", "10月11日、10月25日前"),
        ("10月底前;长期坚持", "10月底前；长期坚持"),
    ] {
        let (narrow, wide) = (read(narrow), read(wide));
        assert_eq!((narrow.kind, narrow.days), (wide.kind, wide.days));
        assert_eq!((narrow.sustained, narrow.notes), (wide.sustained, wide.notes));
    }
}

#[test]
fn a_period_says_from_when_it_counts_before_others_do() {
    let read = |words| read_from(words, "2022-09-23");
    for (words, day) in [
        // Months are counted; whole years to come are those of the calendar.
        ("未来三个月内", "2022-12-23"),
        ("未来12个月内", "2023-12-31"),
        // A month from the plan ends on a Sunday, and moves.
        ("自2022年10月1日起，印发后1个月内", "2022-10-24"),
        ("自2022年10月8日起，1个月内", "2022-11-08"),
    ] {
        let days: Vec<_> = read(words).days.iter().map(Day::to_string).collect();
        assert_eq!(days, [day], "{words}");
    }
    assert_eq!(read("Friday").kind, Kind::Unreadable);
    assert_eq!(read("by Friday").kind, Kind::Ambiguous);
}

#[test]
fn events_are_called_as_the_heads_of_ledgers_call_them() {
    let names =
        ["feedback", "assigned", "received", "meeting", "effective", "approved", "completed"];
    for name in names {
        assert_eq!(Event::named(name).map(Event::name), Some(name));
    }
    assert_eq!(Event::named("handover"), None);
}

#[test]
fn periods_have_a_next_year_and_a_first_day() {
    assert_eq!(Year::Written(2022).next(), Year::Written(2023));
    assert_eq!(Year::Inherited(2022).next(), Year::Written(2023));
    assert_eq!(Year::Plan.next(), Year::After(1));
    assert_eq!(Year::After(2).next(), Year::After(3));
    let day = |text| Day::from_iso(text).unwrap();
    for (point, end, first) in [
        (Point::Week(0, None), "2022-10-09", "2022-10-03"),
        (Point::Third(Month::Number(10), 1), "2022-10-10", "2022-10-01"),
        (Point::Third(Month::Number(2), 3), "2022-02-28", "2022-02-21"),
        (Point::Month(Month::Number(2)), "2022-02-28", "2022-02-01"),
        (Point::Quarter(3), "2022-09-30", "2022-07-01"),
        (Point::Half(2), "2022-12-31", "2022-07-01"),
        (Point::Whole, "2022-12-31", "2022-01-01"),
    ] {
        assert_eq!(first_of_period(point, day(end)), day(first), "{point:?}");
    }
}
