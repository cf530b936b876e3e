//! What holds of every limit, whatever its words: tried with many made-up ones.
//!
//! Each is also there with many more cases, for an evening: `cargo test --release --test limits_properties -- --ignored`.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

use std::collections::BTreeMap;
use std::fmt::Debug;

use ledger::domain::book::CalendarAdditions;
use ledger::domain::calendar::Calendar;
use ledger::domain::day::Day;
use ledger::domain::ledger::Phase;
use ledger::domain::limit::{Counting, Kind, Reading, explain, read};
use ledger::domain::policy::Policy;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

/// How often a property is tried each time, and in the long run.
const SHORT: u32 = 3_000;
const LONG: u32 = 500_000;

/// Everything that a limit is counted with.
struct Desk {
    calendar: Calendar,
    policy: Policy,
    dates: BTreeMap<String, Day>,
}

impl Desk {
    fn new() -> Self {
        let calendar = Calendar::with(&CalendarAdditions::default());
        Self { calendar, policy: Policy::default(), dates: BTreeMap::new() }
    }

    fn counting(&self, from: Option<Day>) -> Counting<'_> {
        let Self { calendar, policy, dates } = self;
        Counting { issued: None, dates, from, phases: &[], policy, calendar }
    }

    fn read(&self, words: &str, from: Day) -> Reading {
        read(words, &self.counting(Some(from)))
    }
}

fn try_all<S: Strategy>(cases: u32, values: S, holds: impl Fn(&Desk, S::Value))
where
    S::Value: Debug,
{
    let desk = Desk::new();
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    TestRunner::new(config)
        .run(&values, |value| {
            holds(&desk, value);
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{error}"));
}

/// A day of the years that are published.
fn plan() -> impl Strategy<Value = Day> {
    (0..8_401_i64).prop_map(|count| Day::new(2004, 1, 1).unwrap().plus_days(count))
}

/// The grammar's own words, and some of none.
const WORDS: [&str; 121] = [
    "立行立改",
    "长期坚持",
    "持续",
    "长期",
    "尽快",
    "已完成",
    "已于",
    "事不隔夜",
    "当天",
    "年",
    "月",
    "日",
    "号",
    "天",
    "周",
    "星期",
    "季度",
    "旬",
    "上旬",
    "中旬",
    "下旬",
    "上半年",
    "下半年",
    "半年",
    "半个月",
    "个月",
    "个工作日",
    "工作日",
    "小时",
    "个半月",
    "年半",
    "底",
    "末",
    "初",
    "中",
    "内",
    "以内",
    "前",
    "之前",
    "以前",
    "后",
    "之后",
    "起",
    "之日起",
    "止",
    "左右",
    "前后",
    "约",
    "不超过",
    "不少于",
    "至",
    "到",
    "-",
    "—",
    "一",
    "、",
    "，",
    ",",
    "；",
    ";",
    "并",
    "和",
    "及",
    "以及",
    "或",
    "（",
    "）",
    "(",
    ")",
    "“",
    "”",
    "《",
    "》",
    "第",
    "最后一个",
    "首",
    "每",
    "每个",
    "每月",
    "每季度",
    "每年",
    "每周",
    "每半年",
    "按",
    "逐",
    "次",
    "两次",
    "至少",
    "今年",
    "明年",
    "次年",
    "去年",
    "当月",
    "本月",
    "次月",
    "上月",
    "本周",
    "下周",
    "国庆节",
    "春节",
    "“十一”",
    "十四五",
    "反馈",
    "收到",
    "印发",
    "会",
    "完成",
    "整改到位",
    "取得明显成效",
    "报送",
    "召开",
    "问题",
    "by",
    "within",
    "end of",
    "October",
    "every",
    "days",
    "2026",
    "10",
    "31",
];

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => (0..WORDS.len()).prop_map(|place| WORDS[place].to_owned()),
        2 => (0_u32..3_000).prop_map(|number| number.to_string()),
        1 => (0_u32..120).prop_map(chinese),
        1 => any::<char>().prop_map(String::from),
    ]
}

fn mixture() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..14).prop_map(|pieces| pieces.concat())
}

/// A number up to 199 in Chinese numerals.
fn chinese(number: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |number: u32| DIGITS[usize::try_from(number).unwrap()];
    match number {
        0 => "〇".to_owned(),
        1..=9 => digit(number).to_owned(),
        10..=19 => format!("十{}", digit(number % 10)),
        20..=99 => format!("{}十{}", digit(number / 10), digit(number % 10)),
        _ if number.is_multiple_of(100) => "一百".to_owned(),
        _ if number % 100 < 10 => format!("一百〇{}", digit(number % 10)),
        _ => format!("一百{}十{}", digit(number / 10 % 10), digit(number % 10)),
    }
}

/// How many days each kind of limit has.
fn assert_whole(reading: &Reading, words: &str) {
    let count = reading.days.len();
    let fits = match reading.kind {
        Kind::Day | Kind::Immediate => count == 1,
        Kind::Several | Kind::Ambiguous => count >= 2,
        Kind::Recurring => count <= 1 && reading.every.is_some(),
        Kind::Sustained => count == 0 && reading.sustained,
        Kind::Vague | Kind::Done | Kind::Unreadable | Kind::NoStart => count == 0,
    };
    assert!(fits, "{words}: {reading:?}");
    assert_eq!(reading.day().is_some(), matches!(reading.kind, Kind::Day | Kind::Immediate));
    for (place, day) in reading.days.iter().enumerate() {
        assert!(day.is_plausible(), "{words}: {day}");
        assert!(!reading.days[..place].contains(day), "{words}: {day} twice");
    }
}

fn any_text_is_read(cases: u32) {
    try_all(cases, (any::<String>(), plan()), |desk, (words, from)| {
        assert_whole(&desk.read(&words, from), &words);
        assert_whole(&read(&words, &desk.counting(None)), &words);
    });
}

fn any_mixture_of_its_own_words_is_read(cases: u32) {
    try_all(cases, (mixture(), plan()), |desk, (words, from)| {
        let reading = desk.read(&words, from);
        assert_whole(&reading, &words);
        assert_eq!(explain(&words, &desk.counting(Some(from))).0, reading, "{words}");
        let unsaid = read(&words, &desk.counting(None));
        assert_whole(&unsaid, &words);
        // Words that name no phase read the same in a ledger that has some.
        let phases = ["集中整改", "自查自纠阶段"].map(|name| Phase {
            name: name.to_owned(),
            from: Some(from),
            until: Some(from.plus_days(90)),
        });
        let named = format!("{words}，集中整改期内");
        let with =
            |words: &str| read(words, &Counting { phases: &phases, ..desk.counting(Some(from)) });
        assert_eq!(with(&words), reading, "{words}");
        assert_whole(&with(&named), &named);
        // Without a day to count from nothing is made up: only what the words themselves name is a day.
        if reading.kind == Kind::Unreadable {
            assert!(unsaid.day().is_none(), "{words}: {unsaid:?}");
        }
    });
}

fn spellings_do_not_matter(cases: u32) {
    let wide = |words: &str| -> String {
        let wide = |c: char| match c {
            '0'..='9' => char::from_u32(u32::from(c) + 0xFEE0).unwrap(),
            other => other,
        };
        words.chars().map(wide).collect()
    };
    let parts = prop::collection::vec((0..112_usize, 0_u32..40), 0..8);
    try_all(cases, (parts, plan()), |desk, (parts, from)| {
        let words: String = parts
            .iter()
            .map(
                |(place, number)| {
                    if place % 3 == 0 { number.to_string() } else { WORDS[*place].to_owned() }
                },
            )
            .collect();
        let reading = desk.read(&words, from);
        assert_eq!(desk.read(&wide(&words), from), reading, "{words}");
        assert_eq!(desk.read(&format!(" {words}　"), from), reading, "{words}");
    });
}

/// A period in words, with what it is.
#[derive(Debug, Clone)]
struct Period {
    words: String,
    count: u32,
    unit: usize,
}

fn period() -> impl Strategy<Value = Period> {
    const BEFORE: [&str; 9] = [
        "",
        "在",
        "自收到反馈意见之日起",
        "反馈后",
        "印发后",
        "自交办之日起",
        "会后",
        "原则上",
        "不超过",
    ];
    const UNITS: [[&str; 2]; 5] =
        [["天", "日"], ["周", "个星期"], ["个月", "个月"], ["年", "年"], ["个工作日", "工作日"]];
    const AFTER: [&str; 7] =
        ["内", "以内", "之内", "内完成", "内整改到位", "内上报", "内，并长期坚持"];
    let numbers = (1_u32..100, any::<bool>());
    let words = (0..BEFORE.len(), 0..UNITS.len(), 0..2_usize, 0..AFTER.len());
    (numbers, words).prop_map(|((count, figures), (before, unit, name, after))| {
        // A number of years beyond 20 is what a conversion left of a year.
        let count = if unit == 3 { count % 20 + 1 } else { count };
        let number = if figures { count.to_string() } else { chinese(count) };
        let words = format!("{}{number}{}{}", BEFORE[before], UNITS[unit][name], AFTER[after]);
        Period { words, count, unit }
    })
}

fn a_counted_period_ends_where_it_is_counted_to(cases: u32) {
    try_all(cases, (period(), plan()), |desk, (Period { words, count, unit }, from)| {
        let reading = desk.read(&words, from);
        let day = reading.day().unwrap_or_else(|| panic!("{words}: {reading:?}"));
        assert!(day > from, "{words}: {day} does not lie after {from}");
        let end = match unit {
            0 => from.plus_days(count.into()),
            1 => from.plus_days((7 * count).into()),
            2 => months_later(from, count),
            3 => months_later(from, 12 * count),
            _ => {
                let mut end = from;
                for _ in 0..count {
                    end = end.plus_days(1);
                    while !desk.calendar.is_working(end) {
                        end = end.plus_days(1);
                    }
                }
                end
            }
        };
        let mut rolled = end;
        while !desk.calendar.is_working(rolled) {
            rolled = rolled.plus_days(1);
        }
        assert_eq!(day, rolled, "{words} from {from}");
        assert_eq!(reading.sustained, words.contains("长期坚持"), "{words}");
    });
}

/// The same day so many months later, and the last of a month that is shorter.
fn months_later(from: Day, months: u32) -> Day {
    let months = u32::try_from(from.year()).unwrap() * 12 + from.month() - 1 + months;
    let (year, month) = (i32::try_from(months / 12).unwrap(), months % 12 + 1);
    (1..=from.day()).rev().find_map(|day| Day::new(year, month, day)).unwrap()
}

fn a_written_day_is_that_day_in_every_spelling(cases: u32) {
    try_all(cases, (plan(), plan(), 0..9_usize, 0..6_usize), |desk, (day, from, form, end)| {
        let (year, month, date) = (day.year(), day.month(), day.day());
        let row: String =
            year.to_string().chars().map(|c| chinese(c.to_digit(10).unwrap())).collect();
        let words = match form {
            0 => format!("{year}年{month}月{date}日"),
            1 => format!("{year}-{month:02}-{date:02}"),
            2 => format!("{year}.{month}.{date}"),
            3 => format!("{year}/{month}/{date}"),
            4 => format!("{year}年{month:02}月{date:02}日"),
            5 => format!("{row}年{}月{}日", chinese(month), chinese(date)),
            6 => format!("{year}{month:02}{date:02}"),
            7 => format!("{year} 年 {month} 月 {date} 号"),
            _ => format!("截至{year}年{month}月{date}日"),
        };
        let words = words + ["", "前", "之前", "以前", "前完成整改", "，并长期坚持"][end];
        let reading = desk.read(&words, from);
        assert_eq!((reading.kind, reading.days), (Kind::Day, vec![day]), "{words} from {from}");
        assert_eq!(read(&words, &desk.counting(None)).day(), Some(day), "{words}");
    });
}

fn a_day_without_a_year_is_never_before_the_plan_but_as_one_of_two(cases: u32) {
    try_all(
        cases,
        (1_u32..=12, 1_u32..=31, 0..8_usize, plan()),
        |desk, (month, day, form, from)| {
            let words = match form {
                0 => format!("{month}月{day}日前"),
                1 => format!("{}月{}日前", chinese(month), chinese(day)),
                2 => format!("{month}月底前"),
                3 => format!("{month}月下旬"),
                4 => format!("{month}月上旬完成"),
                5 => format!("第{}季度内", (month - 1) / 3 + 1),
                6 => format!("今年{month}月底前"),
                _ => format!("{month}.{day}前"),
            };
            let reading = desk.read(&words, from);
            match reading.kind {
                Kind::Day => assert!(reading.days[0] >= from, "{words} from {from}: {reading:?}"),
                Kind::Ambiguous => {
                    let [past, next] = reading.days[..] else { panic!("{words}: {reading:?}") };
                    assert!(past < from && next >= from, "{words} from {from}: {reading:?}");
                }
                Kind::Unreadable => {
                    // 30 February; or 29 February that the plan's year, or the next, does not have.
                    let has = |year| Day::new(year, month, day).is_some();
                    let both = has(from.year()) && has(from.year() + 1);
                    assert!(!both, "{words} from {from}");
                }
                _ => panic!("{words} from {from}: {reading:?}"),
            }
        },
    );
}

fn what_recurs_falls_due_after_the_day_it_is_counted_from(cases: u32) {
    try_all(cases, (mixture(), 0..10_usize, plan()), |desk, (work, rhythm, from)| {
        let rhythm = [
            "每月5日前",
            "每月1日、15日",
            "每季度",
            "每季度首月10日前",
            "每半年一次",
            "每年3月底前",
            "每周五",
            "每周一、三、五",
            "每旬",
            "每月最后一个工作日",
        ][rhythm];
        let reading = desk.read(rhythm, from);
        let every = reading.every.unwrap();
        assert!(reading.days[0] > from, "{rhythm}: {reading:?}");
        let year = every.occurrences(from, from.plus_days(400), &desk.calendar);
        assert!(year.is_sorted() && !year.is_empty(), "{rhythm}: {year:?}");
        assert_eq!(year.iter().find(|day| **day > from), reading.days.first(), "{rhythm}");
        // What is done each time does not change when it is done.
        let work: String =
            work.chars().filter(|c| !c.is_ascii() && !"、，；并和及（）前".contains(*c)).collect();
        let _ = desk.read(&format!("{rhythm}{work}"), from);
    });
}

/// Makes a test of a property, and one with many more cases that is only run when it is asked for.
macro_rules! properties {
    ($($name:ident $long:ident)*) => {$(
        mod $long {
            #[test]
            fn holds() {
                super::$name(super::SHORT);
            }

            #[test]
            #[ignore = "many cases; for an evening"]
            fn holds_in_a_long_run() {
                super::$name(super::LONG);
            }
        }
    )*};
}

properties! {
    any_text_is_read text
    any_mixture_of_its_own_words_is_read mixture_of_words
    spellings_do_not_matter spellings
    a_counted_period_ends_where_it_is_counted_to counted_periods
    a_written_day_is_that_day_in_every_spelling written_days
    a_day_without_a_year_is_never_before_the_plan_but_as_one_of_two days_without_a_year
    what_recurs_falls_due_after_the_day_it_is_counted_from rhythms
}

/// The work for each letter is bounded (a test beside the reader counts it), so that these end at once.
#[test]
fn a_hundred_thousand_letters_are_read() {
    let desk = Desk::new();
    let from = Day::new(2026, 9, 18).unwrap();
    let own =
        WORDS.iter().copied().chain(["10月底前、", "每月1日、", "1、", "(", "（10月1日）", "by "]);
    for words in own.step_by(7) {
        let words = words.repeat(100_000 / words.chars().count());
        assert_whole_set(&desk.read(&words, from), &words);
    }
}

/// Like [`assert_whole`], for readings of very many days.
fn assert_whole_set(reading: &Reading, words: &str) {
    let short: String = words.chars().take(20).collect();
    assert!(reading.days.len() < 1_000, "{short}…: {} days", reading.days.len());
    assert_whole(reading, &short);
}
