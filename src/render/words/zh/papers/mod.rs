//! The words of the papers that an office gives out, in Chinese.

mod form;
mod happened;
mod sentence;
mod slip;
mod title;

pub use form::{form_label, opinions};
pub use happened::{happened, measured, state};
pub use sentence::sentence;
pub use slip::{slip_label, slip_text};
pub use title::{numbered, numeral, title};

use crate::domain::acts::State;
use crate::domain::day::Day;
use crate::render::words::paper::PaperLabel;
use crate::render::words::zh::names;
use crate::reports::paper::Called;
use crate::reports::summary::Figures;

/// A heading, a label, or a few fixed words.
pub fn label(label: PaperLabel) -> &'static str {
    match label {
        PaperLabel::Matter(Called::Problems) => "存在问题",
        PaperLabel::Matter(Called::Tasks) => "任务",
        PaperLabel::Matter(Called::Both) => "问题和任务",
        PaperLabel::Measures => "整改措施",
        PaperLabel::Progress => "整改进展",
        PaperLabel::Status => "整改状态",
        PaperLabel::Overview => "总体情况",
        PaperLabel::OneByOne(Called::Problems) => "问题整改情况",
        PaperLabel::OneByOne(Called::Tasks) => "任务落实情况",
        PaperLabel::OneByOne(Called::Both) => "问题整改和任务落实情况",
        PaperLabel::Duties => "定期事项办理情况",
        PaperLabel::HowFar => "整改进度",
        PaperLabel::Money => "资金追缴",
        PaperLabel::Counted => "工作成果",
        PaperLabel::Accounted => "问责情况",
        PaperLabel::Course => "落实情况",
        PaperLabel::PublicCourse => "整改情况",
        PaperLabel::NothingYet => "台账中尚无记录。",
        PaperLabel::End => "特此报告。",
        PaperLabel::Role => "分工",
        PaperLabel::NoUnit => "未明确责任单位的",
        PaperLabel::AllUnits => "总计（每个问题只计一次）",
        PaperLabel::UnitRule => {
            "表中列出单位牵头、共同负责和配合的事项；合计行只计按口径属于该单位的问题，与 `ledger summary --by unit` 一致。"
        }
    }
}

/// A day as running text has it.
pub fn day(day: Day) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// The line below the title of a ledger.
pub fn below_title(source: Option<&str>, owner: Option<&str>, today: Day) -> String {
    let source = source.map(|source| format!("来源：{source}"));
    let owner = owner.map(|owner| format!("责任主体：{owner}"));
    let parts = [source, owner, Some(format!("截至{}", self::day(today)))];
    parts.into_iter().flatten().collect::<Vec<_>>().join("　")
}

/// The measure word.
fn unit(called: Called) -> &'static str {
    match called {
        Called::Problems => "个",
        Called::Tasks | Called::Both => "项",
    }
}

/// What they are called, with their number.
fn number(called: Called, number: usize) -> String {
    let name = match called {
        Called::Problems => "问题",
        Called::Tasks => "任务",
        Called::Both => "问题和任务",
    };
    format!("{name}{number}{}", unit(called))
}

/// How many problems and measures there are.
pub fn counted(called: Called, problems: usize, measures: usize) -> String {
    let problems = number(called, problems);
    if measures == 0 { problems } else { format!("{problems}、措施{measures}项") }
}

/// How many rows a unit has, and how many problems count for it.
pub fn unit_total(called: Called, rows: usize, problems: usize) -> String {
    format!("共{rows}行；计入{}", number(called, problems))
}

/// How many of them are in which state, and how many overdue.
pub fn states(called: Called, figures: &Figures) -> String {
    let unit = unit(called);
    let count = |state| figures.in_state(state).len();
    let mut parts = vec![
        format!("已整改{}{unit}（已销号）", count(State::Closed)),
        format!("其中长期坚持{}{unit}", figures.sustained.len()),
        format!("待销号{}{unit}", count(State::Awaiting)),
        format!("整改中{}{unit}", count(State::Open)),
    ];
    let resting = [State::Suspended, State::Transferred, State::Withdrawn];
    let resting = resting.into_iter().filter(|state| count(*state) > 0);
    parts.extend(resting.map(|state| format!("{}{}{unit}", names::state(state), count(state))));
    parts.push(format!("逾期{}{unit}", figures.overdue.len()));
    parts.join("，")
}
