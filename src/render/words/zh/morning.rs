//! The words of the morning's page in Chinese.

use super::names::weekday;
use crate::domain::day::Day;
use crate::reports::morning::What;

/// Where nothing waits.
pub const NOTHING: &str = "今日没有待办事项。";

/// Below the page.
pub const FURTHER: &str = "某一问题的全部情况：ledger show 编号；各命令：ledger --help。";

/// Above the page.
pub fn heading(today: Day) -> String {
    format!("今日待办：{today} {}", weekday(today.weekday()))
}

/// What waits.
pub fn matter(what: What) -> &'static str {
    match what {
        What::Overdue => "逾期",
        What::Unclear => "时限不明确",
        What::DueSoon => "临期",
        What::Awaiting => "待销号",
        What::Relapsed => "反弹待重启",
        What::ReviewOverdue => "回访逾期",
        What::ReviewDue => "近期回访",
        What::Notices => "应发督办",
        What::Uncommitted => "尚未提交",
    }
}
