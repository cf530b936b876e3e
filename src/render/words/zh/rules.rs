//! Rules that shaped a report, in Chinese.

use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::domain::held::Periods;
use crate::domain::id::Id;
use crate::domain::policy::{DaysOf, RestDay, Review};
use crate::render::words::{Rule, list};
use crate::reports::life::Waived;
use crate::reports::rules::{Bands, EnteredLater};

/// The words of a rule, with the keys of `book.toml` or without.
pub fn rule(rule: Rule<'_>, keys: bool) -> String {
    let key = |words: &str| if keys { format!("（{words}）") } else { String::new() };
    match rule {
        Rule::Lights(bands) => lights(bands, &key),
        Rule::Immediate(days) => {
            format!("立行立改按印发之日起{days}日计{}。", key("book.toml 中 immediate 可改"))
        }
        Rule::Reviews(Some(every)) => format!(
            "回访：长期坚持的，销号或上次回访后每{}回访一次，回访时另定日期的从其所定{}；已销号的问题本身不计逾期。",
            period(every),
            key("book.toml 中 review 可改")
        ),
        Rule::Reviews(None) => {
            "回访：按上次回访所定日期；已销号的问题本身不计逾期。".to_owned()
        }
        Rule::Relapsed => {
            "回访发现反弹的，用 ledger reopen 编号 重启；经再次回访已保持的，用 ledger review 编号 --kept 记明。"
                .to_owned()
        }
        Rule::EnteredLater { today, later } => entered_later(today, later),
        Rule::Periods(periods) => self::periods(periods, &key),
        Rule::Waived(Waived::SecondPerson) => {
            "销号时不要求第二人核查（当时的 second_person = false）。".to_owned()
        }
        Rule::Waived(Waived::Report) => {
            "未经报结直接销号，以销号之日为报结之日（当时的 report_first = false）。".to_owned()
        }
    }
}

fn entered_later(today: Day, later: &EnteredLater) -> String {
    let ids: Vec<_> = later.ids.iter().map(Id::to_string).collect();
    let counts = [
        (later.problems, "个问题"),
        (later.measures, "条措施"),
        (later.entries, "条当日或以前的记录"),
    ];
    let counts = counts.iter().filter(|(number, _)| *number > 0);
    let counts: Vec<_> = counts.map(|(number, what)| format!("{number}{what}")).collect();
    format!(
        "{today}之后补记了{}，当日出具的数字不含：{}。",
        list(Lang::Zh, &counts),
        list(Lang::Zh, &ids)
    )
}

fn lights(Bands { bands, office_days }: &Bands, key: &dyn Fn(&str) -> String) -> String {
    let to = match office_days {
        0 => "截止日期".to_owned(),
        days => format!("内部完成日期（截止日期前{days}天）{}", key("book.toml 中 office_days")),
    };
    let days: Vec<_> = bands.iter().map(u32::to_string).collect();
    let soon = match days.as_slice() {
        [] => String::new(),
        days => {
            let key = key("book.toml 中 bands 可改");
            format!("黄，距{to}不超过{}天{key}；", list(Lang::Zh, days))
        }
    };
    format!(
        "亮灯：红，逾期或回访反弹；{soon}绿，尚早；蓝，应回访或回访逾期；灰，中止、移送、撤销。"
    )
}

fn periods(Periods { days, rest_day }: Periods, key: &dyn Fn(&str) -> String) -> String {
    let days = match days {
        DaysOf::Calendar => "自然日",
        DaysOf::Working => "工作日",
    };
    let rest_day = match rest_day {
        RestDay::Roll => "顺延至下一工作日",
        RestDay::Keep => "不变",
        RestDay::Before => "提前至上一工作日",
    };
    format!(
        "自某日起算的时限：未写明工作日的按{days}计{}，期满遇休息日{rest_day}{}。",
        key("book.toml 中 days 可改"),
        key("rest_day 可改")
    )
}

/// The days on which a rule holds.
pub fn in_force(days: (Option<Day>, Option<Day>)) -> String {
    match days {
        (Some(from), Some(until)) => format!("{from}至{until}适用"),
        (Some(from), None) => format!("{from}起适用"),
        (None, Some(until)) => format!("{until}以前适用"),
        (None, None) => String::new(),
    }
}

fn period(every: Review) -> &'static str {
    match every {
        Review::Month => "月",
        Review::Quarter => "季度",
        Review::Half => "半年",
        Review::Year => "年",
    }
}
