//! Headings and notes in Chinese.

use super::labels::label;
use super::{further, notices};
use crate::domain::policy::Count;
use crate::render::layout::summary::by_label;
use crate::render::words::Note;

/// The words of a heading or note.
pub fn note(note: &Note<'_>) -> String {
    match note {
        Note::OverdueHeading { today } => format!("逾期清单（截至{today}）"),
        Note::NothingOverdue => "没有逾期事项。".to_owned(),
        Note::OverdueTotal { .. } => overdue_total(note),
        Note::OutsidePeriod { lines } => {
            format!("另有{lines}行逾期，截止日期不在所查期间内；汇总按问题计，不按各行的期间计。")
        }
        Note::OverdueRule => {
            "逾期：过了截止日期仍在整改的；截止当日不算，已报结待销号的不算。".to_owned()
        }
        Note::ProvisionalRule => "*　当年放假安排尚未公布，日期待核。".to_owned(),
        Note::UnclearHeading { lines } => format!("时限不明、无法判断是否逾期的（{lines}行）"),
        Note::ListHeading { today } => format!("问题清单（截至{today}）"),
        Note::NothingListed => "没有符合条件的问题。".to_owned(),
        Note::ListTotal { lines, problems } => format!("共{lines}行，{problems}个问题。"),
        Note::SummaryHeading { by, today } => {
            let keys: Vec<_> = by.iter().map(|by| label(by_label(*by))).collect();
            format!("整改情况汇总（按{}，截至{today}）", keys.join("、"))
        }
        Note::RateRule => {
            "完成率＝已销号÷（总数－移送－撤销）；长期坚持的，销号后计入已销号。".to_owned()
        }
        Note::CountRule { count: Count::Lead, tree } => {
            format!("按牵头单位计{}。", rolled_up(*tree))
        }
        Note::CountRule { count: Count::All, tree } => {
            format!("按全部参与单位计{}。", rolled_up(*tree))
        }
        Note::RepeatedRule => {
            "一个问题或措施有几个责任主体的，在各自行中都计；“减：重复计列”使各行之和等于合计。"
                .to_owned()
        }
        Note::BarsRepeat { all } => {
            format!("一个问题有几个责任主体的，在各自行中都计；问题共{all}个。")
        }
        Note::SoonRule { days } => format!("临近到期：距截止日期{days}日以内。"),
        Note::LateMeasures => {
            "逾期措施：单独定时限、已逾期的措施，计入措施自己的牵头单位。".to_owned()
        }
        Note::Undated { lines } => format!("另有{lines}行在整改而没有截止日期，无从判断是否逾期。"),
        Note::DutiesHeading { duties } => format!("定期事项（{duties}项，单独统计）"),
        Note::ReviewsHeading { today, problems, duties } => {
            format!("回访逾期（截至{today}，{}）", closed(*problems, *duties))
        }
        Note::RelapsedHeading { problems, duties } => {
            format!("回访发现反弹、拟重启（{}）", closed(*problems, *duties))
        }
        Note::DutyRule => {
            "定期事项：当日或之前报结的为按期，之后报结的为迟办，过了当日无人报结的为未办；不计入其他数字。"
                .to_owned()
        }
        Note::Further(note) => further::note(note),
        Note::Notices(note) => notices::note(note),
    }
}

/// How many lines are overdue, and what they belong to.
fn overdue_total(note: &Note<'_>) -> String {
    let Note::OverdueTotal { lines, problems, measures, missed, duties, duty_measures } = note
    else {
        return String::new();
    };
    let measures = some(*measures, "，其中单独定时限的措施", "项");
    let parts = [
        some(*problems, "涉及", &format!("个问题{measures}")),
        some(*missed, &format!("定期事项{duties}项未办"), "期"),
        some(*duty_measures, "定期事项的逾期措施", "项"),
    ];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("共{lines}行，{}。", parts.join("；"))
}

/// Problems, and duties where there are any.
fn closed(problems: usize, duties: usize) -> String {
    match (problems, duties) {
        (_, 0) => format!("{problems}个问题"),
        (0, _) => format!("{duties}项定期事项"),
        _ => format!("{problems}个问题、{duties}项定期事项"),
    }
}

fn some(number: usize, before: &str, after: &str) -> String {
    if number == 0 { String::new() } else { format!("{before}{number}{after}") }
}

fn rolled_up(tree: bool) -> &'static str {
    if tree {
        "，上级单位含下级，一个问题在每个单位只计一次，顶层各行之和为合计"
    } else {
        ""
    }
}
