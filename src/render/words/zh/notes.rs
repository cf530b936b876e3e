//! Headings and notes in Chinese.

use super::labels::label;
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::domain::policy::Count;
use crate::render::layout::summary::by_label;
use crate::render::words::{self, Note};

/// The words of a heading or note.
pub fn note(note: &Note<'_>) -> String {
    match note {
        Note::OverdueHeading { today } => format!("逾期清单（截至{today}）"),
        Note::NothingOverdue => "没有逾期事项。".to_owned(),
        Note::OverdueTotal { lines, problems, measures, missed, duties } => {
            let missed = some(*missed, &format!("定期事项{duties}项未办"), "期");
            let measures = some(*measures, "，其中单独定时限的措施", "项");
            match (missed.as_str(), problems) {
                ("", _) => format!("共{lines}行，涉及{problems}个问题{measures}。"),
                (_, 0) => format!("{missed}{measures}。"),
                _ => format!("共{lines}行，涉及{problems}个问题{measures}；{missed}。"),
            }
        }
        Note::OverdueRule => {
            "逾期：过了截止日期仍在整改的；截止当日不算，已报结待销号的不算。".to_owned()
        }
        Note::ProvisionalRule => "*　当年放假安排尚未公布，日期待核。".to_owned(),
        Note::ImmediateRule { days } => {
            format!("立行立改按印发之日起{days}日计（book.toml 中 immediate 可改）。")
        }
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
            "一个问题有几个责任主体的，在各自行中都计；“减：重复计列”使各行之和等于合计。"
                .to_owned()
        }
        Note::SoonRule { days } => format!("临近到期：距截止日期{days}日以内。"),
        Note::LateMeasures => {
            "逾期措施：单独定时限、已逾期的措施，计入措施自己的牵头单位。".to_owned()
        }
        Note::Undated { lines } => format!("另有{lines}行在整改而没有截止日期，无从判断是否逾期。"),
        Note::DutiesHeading { duties } => format!("定期事项（{duties}项，单独统计）"),
        Note::DutyRule => {
            "定期事项：当日或之前报结的为按期，之后报结的为迟办，过了当日无人报结的为未办；不计入其他数字。"
                .to_owned()
        }
        Note::NoticesHeading { .. }
        | Note::NoNotices
        | Note::NoticesTotal { .. }
        | Note::LadderRule { .. }
        | Note::NoticeRule
        | Note::NoticesUndated { .. }
        | Note::NoticesDuties { .. } => of_notices(note),
    }
}

/// What is said of notices.
fn of_notices(note: &Note<'_>) -> String {
    match note {
        Note::NoticesHeading { today, issued: Some(true) } => format!("督办通知（{today}制发）"),
        Note::NoticesHeading { today, issued: None } => format!("应发督办通知（截至{today}）"),
        Note::NoticesHeading { today, .. } => format!("应发督办通知（截至{today}，未制发）"),
        Note::NoticesTotal { notices, issued: true } => format!("共制发{notices}份。"),
        Note::NoticesTotal { notices, .. } => format!("共{notices}份应发。"),
        Note::LadderRule { rungs, since, ledgers } => {
            let names = ledgers.join("、");
            let of = if names.is_empty() { names } else { format!("（{names}）") };
            let rungs = rungs.iter().enumerate().map(|(place, rung)| {
                format!("{}（{}）", words::rung(Lang::Zh, rung, place), after(rung.after))
            });
            let rungs: Vec<_> = rungs.collect();
            format!("督办阶梯{of}：{}{}。", none_or(&rungs), since_when(*since))
        }
        Note::NoticeRule => "一个问题一份，从最迟的未报结事项的截止日期起算，发已到的最高一级；同级不重发，未发的低级不补发；延期或重启后重新起算。".to_owned(),
        Note::NoticesUndated { problems } => {
            format!("另有{problems}个问题在整改而没有截止日期，无从督办。")
        }
        Note::NoticesDuties { duties } => {
            format!("另有{duties}项定期事项有未办的期次：定期事项不发督办通知，见 `ledger overdue`。")
        }
        _ => "没有应发的督办通知。".to_owned(),
    }
}

/// When a rung is due.
fn after(days: i64) -> String {
    match days {
        0 => "到期当日".to_owned(),
        days if days < 0 => format!("到期前{}天", -days),
        days => format!("逾期{days}天"),
    }
}

fn none_or(rungs: &[String]) -> String {
    if rungs.is_empty() { "未设".to_owned() } else { rungs.join("、") }
}

fn since_when(since: Option<Day>) -> String {
    since.map(|day| format!("；自{day}起执行")).unwrap_or_default()
}

fn some(number: usize, before: &str, after: &str) -> String {
    if number == 0 { String::new() } else { format!("{before}{number}{after}") }
}

fn rolled_up(tree: bool) -> &'static str {
    if tree { "，上级单位含下级，一个问题在每个单位只计一次" } else { "" }
}
