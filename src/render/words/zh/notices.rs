//! What is said of notices, in Chinese.

use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::render::words::{self, NoticeNote};

/// What is said of notices.
pub fn note(note: &NoticeNote<'_>) -> String {
    match note {
        NoticeNote::Heading { today, issued: Some(true) } => format!("督办通知（{today}制发）"),
        NoticeNote::Heading { today, issued: None } => format!("应发督办通知（截至{today}）"),
        NoticeNote::Heading { today, .. } => format!("应发督办通知（截至{today}，未制发）"),
        NoticeNote::Total { notices, issued: true } => format!("共制发{notices}份。"),
        NoticeNote::Total { notices, .. } => format!("共{notices}份应发。"),
        NoticeNote::Ladder { rungs, since, ledgers } => {
            let names = ledgers.join("、");
            let of = if names.is_empty() { names } else { format!("（{names}）") };
            let rungs = rungs.iter().enumerate().map(|(place, rung)| {
                format!("{}（{}）", words::rung(Lang::Zh, rung, place), after(rung.after))
            });
            let rungs: Vec<_> = rungs.collect();
            format!("督办阶梯{of}：{}{}。", none_or(&rungs), since_when(*since))
        }
        NoticeNote::Rule => "一个问题一份，从最迟的未报结事项的截止日期起算，发已到的最高一级；同级不重发，未发的低级不补发；延期或重启后重新起算。".to_owned(),
        NoticeNote::Unaddressed { notices } => {
            format!("其中{notices}份的问题未明确责任单位和责任人，没有写明送达谁。")
        }
        NoticeNote::Undated { problems } => {
            format!("另有{problems}个问题在整改而没有截止日期，无从督办。")
        }
        NoticeNote::Duties { duties } => {
            format!("另有{duties}项定期事项有未办的期次：定期事项不发督办通知，见 `ledger overdue`。")
        }
        NoticeNote::None => "没有应发的督办通知。".to_owned(),
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
