//! Lights, extensions, lateness and reviews in Chinese.

use super::names;
use crate::domain::acts::State;
use crate::domain::day::Day;
use crate::domain::entry::{Act, Outcome};
use crate::domain::standing::{Accounted, Light, Line};
use crate::render::document::Hue;
use crate::reports::life::Moved;

/// What a light says.
pub fn light(light: Light) -> String {
    match light {
        Light::Overdue => "逾期".to_owned(),
        Light::Due { band, .. } => format!("{band}天内到期"),
        Light::OnSchedule => "正常".to_owned(),
        Light::NoDay => "未定时限".to_owned(),
        Light::Awaiting => names::state(State::Awaiting).to_owned(),
        Light::Closed => names::state(State::Closed).to_owned(),
        Light::ReviewDue => "应回访".to_owned(),
        Light::ReviewOverdue => "回访逾期".to_owned(),
        Light::Relapsed => "拟重启".to_owned(),
        Light::Resting(state) => names::state(state).to_owned(),
    }
}

/// What the light of a line says, with its colour and the days.
pub fn light_in_full(line: &Line<'_>, hue: Option<Hue>) -> String {
    let colour = hue.map(|of| format!("{}：", self::hue(of))).unwrap_or_default();
    let lit = line.light();
    // A duty is red for what was missed, whatever is left until the next occurrence.
    let left = line.days_left().filter(|_| lit != Light::Overdue);
    let days = match (line.days_late(), left) {
        (Some(late), _) => format!("{late}天"),
        (_, Some(0)) => "，今日到期".to_owned(),
        (_, Some(left)) => format!("，还有{left}天"),
        (None, None) => String::new(),
    };
    let of = match (line.measure, line.last_day().day()) {
        (Some(measure), Some(day)) => of_measure(measure.measure.no, day),
        _ => String::new(),
    };
    format!("{colour}{of}{}{days}", light(lit))
}

fn hue(hue: Hue) -> &'static str {
    match hue {
        Hue::Red => "红",
        Hue::Yellow | Hue::BrightYellow => "黄",
        Hue::Green => "绿",
        Hue::Blue => "蓝",
        Hue::Grey => "灰",
    }
}

/// How a day stands to the last day.
pub fn to_last_day(days: i64) -> String {
    match days {
        0 => "今天到期".to_owned(),
        1.. => format!("逾期{days}天"),
        _ => format!("还有{}天", -days),
    }
}

/// Which round it is.
pub fn round(round: u32) -> String {
    format!("第{round}轮")
}

/// How often a last day was moved, and by how many days.
pub fn extended(times: usize, days: i64) -> String {
    match (times, days) {
        (_, 0) => format!("延期{times}次"),
        (1, _) => format!("延期{days}天"),
        _ => format!("延期{times}次、共{days}天"),
    }
}

/// A measure and its last day, before what is told by that day.
pub fn of_measure(no: u32, last: Day) -> String {
    format!("措施{no}（{last}到期）")
}

/// Whether work was reported in time.
pub fn punctual(first: i64, last: i64) -> String {
    match (first, last) {
        (0, 0) => "按期".to_owned(),
        (first, 0) => format!("按期，较原定迟{first}天"),
        (first, last) if first == last => format!("迟{last}天"),
        (first, last) => format!("迟{last}天，较原定迟{first}天"),
    }
}

/// Which notice was issued last.
pub fn noticed(name: &str) -> String {
    format!("已发{name}")
}

/// A level of notices that has no name.
pub fn level(level: u32) -> String {
    format!("第{level}级")
}

/// A notice, by the name of its level and its number.
pub fn notice(name: &str, number: &str) -> String {
    format!("{name}，{number}")
}

/// What moved a last day.
pub fn moved(moved: &Moved<'_>) -> String {
    match moved.entry.act {
        Act::Reopen { .. } => format!("重启，第{}轮", moved.round),
        _ => "延期".to_owned(),
    }
}

/// When an extension was asked for and by whom, and whether in time.
pub fn asked(on: Day, late: bool, applicant: Option<&str>) -> String {
    let by = applicant.map(|by| format!("{by}，")).unwrap_or_default();
    format!("{by}{on}，{}", if late { "逾期后" } else { "按期" })
}

/// The last review, and what it found.
pub fn last_review(on: Day, outcome: Outcome) -> String {
    format!("{on}，{}", names::outcome(outcome))
}

/// The next review, and whether it is overdue.
pub fn next_review(next: Day, late: Option<i64>) -> String {
    late.map_or_else(|| next.to_string(), |late| format!("{next}，已逾期{late}天"))
}

/// Persons held to account by one form.
pub fn accounted(form: usize, of: &Accounted) -> String {
    let form = ["一", "二", "三", "四"].get(form - 1).unwrap_or(&"");
    match (of.persons, of.times) {
        (0, times) => format!("第{form}种形态{times}人次"),
        (persons, times) => format!("第{form}种形态{persons}人、{times}人次"),
    }
}
