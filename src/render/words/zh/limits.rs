//! How the words of a limit were read, in Chinese.

use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::domain::limit::{At, Event, Every, Kind, Note};
use crate::render::words::{full_day, weekday};

/// What kind of limit it is.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Day => "日期",
        Kind::Immediate => "立行立改",
        Kind::Sustained => "长期坚持",
        Kind::Recurring => "定期",
        Kind::Several => "多个日期",
        Kind::Ambiguous => "有两种读法",
        Kind::Vague => "未写明日期",
        Kind::Done => "完成情况",
        Kind::Unreadable => "无法识别",
        Kind::NoStart => "无从起算",
    }
}

/// What a clerk should know of how it was counted.
pub fn note(note: &Note) -> String {
    match note {
        Note::Immediate { days } => format!("立行立改按{days}日计"),
        Note::YearOfPlan(year) => format!("未写年份，按印发之年{year}年"),
        Note::Past { plan } => format!("当年的这一天早于印发日期{plan}，请写明年份"),
        Note::Moved { from, to } => {
            format!("期满日{}是休息日，移至{to}", full_day(Lang::Zh, *from))
        }
        Note::RestDay(day) => format!("{}是休息日，写明的日期不顺延", full_day(Lang::Zh, *day)),
        Note::Phase => "日期取自台账所列阶段的起止".to_owned(),
        Note::NoPhase => {
            "台账未列所指的阶段；在台账首页（ledger.toml）中写 [[phase]]，含 name、from、until"
                .to_owned()
        }
        Note::NoStart(event) => format!("台账未写{}；{}", self::event(*event), how_to_name(*event)),
    }
}

/// The event of the name under which a ledger's head gives its day.
pub fn event_named(name: &str) -> Option<&'static str> {
    Event::named(name).map(event)
}

/// The event from which a period is counted.
fn event(event: Event) -> &'static str {
    match event {
        Event::Issued | Event::PeriodEnd(_) => "印发日期",
        Event::Feedback => "反馈日期",
        Event::Assigned => "交办日期",
        Event::Received => "收到日期",
        Event::Meeting => "会议日期",
        Event::Effective => "施行日期",
        Event::Approved => "批准日期",
        Event::Completed => "办结日期",
        Event::Other => "所指事项的日期",
    }
}

fn how_to_name(event: Event) -> String {
    match event {
        Event::Issued | Event::PeriodEnd(_) => {
            "在台账首页（ledger.toml）中写 issued = 2022-09-23".to_owned()
        }
        Event::Other => "写明截止日期".to_owned(),
        other => {
            format!("在台账首页（ledger.toml）中写 dates = {{ {} = 2022-09-23 }}", other.name())
        }
    }
}

/// How often it recurs.
pub fn every(every: Every) -> String {
    match every {
        Every::Week(None) => "每周".to_owned(),
        Every::Week(Some(day)) => {
            format!("每周{}", weekday(Lang::Zh, day).trim_start_matches("星期"))
        }
        Every::Weekdays(days) => {
            let names = days.days().map(|day| weekday(Lang::Zh, day).trim_start_matches("星期"));
            format!("每周{}", names.collect::<Vec<_>>().join("、"))
        }
        Every::Days(1) => "每日".to_owned(),
        Every::Days(days) => format!("每{days}日"),
        Every::Event => "视事项而定".to_owned(),
        Every::Months { length, month, at } => {
            let period = match length {
                1 => "每月".to_owned(),
                3 => "每季度".to_owned(),
                6 => "每半年".to_owned(),
                12 => "每年".to_owned(),
                other => format!("每{other}个月"),
            };
            let month = if length == 1 || month == length {
                String::new()
            } else {
                format!("第{month}个月")
            };
            format!("{period}{month}{}", at_words(at))
        }
    }
}

fn at_words(at: At) -> String {
    match at {
        At::Day(day) => format!("{day}日"),
        At::Days(days) => {
            let days: Vec<_> = days.days().map(|day| format!("{day}日")).collect();
            days.join("、")
        }
        At::End => "末".to_owned(),
        At::After(days) => format!("结束后{days}日"),
        At::WorkingAfter(days) => format!("结束后{days}个工作日"),
        At::Weekday(Some(nth), day) => format!("第{nth}个{}", weekday(Lang::Zh, day)),
        At::Weekday(None, day) => format!("最后一个{}", weekday(Lang::Zh, day)),
        At::Workday(Some(nth)) => format!("第{nth}个工作日"),
        At::Workday(None) => "最后一个工作日".to_owned(),
    }
}

/// A day with what is left until it.
pub fn left(day: Day, working: u32) -> String {
    format!("{}，其间{working}个工作日", full_day(Lang::Zh, day))
}
