//! The words of what `export` gives out, in Chinese.

use crate::domain::book::Lang;
use crate::render::words::export::{Exported, Unexported, over};
use crate::reports::deadlines::What;

/// The words of an export.
pub fn exported(what: &Exported<'_>) -> String {
    match what {
        Exported::Heading { today } => format!("台账明细（截至{today}）"),
        Exported::HeadingOf { unit, today } => format!("{unit}台账明细（截至{today}）"),
        Exported::Sheet => "台账".to_owned(),
        Exported::Total { rows, problems, measures } => {
            format!("共{rows}行：问题、任务和定期事项{problems}项，整改措施{measures}项。")
        }
        Exported::RowRule => {
            "一个问题一行，其措施各一行，列在问题之后；金额只列在问题行，各行相加不重复。"
                .to_owned()
        }
        Exported::SplitRule => {
            "按问题及其措施的牵头单位分表；几个单位牵头的，各表都列，各表相加会重复。".to_owned()
        }
        Exported::Calendar { office: Some(office) } => format!("{office}整改期限"),
        Exported::Calendar { office: None } => "整改期限".to_owned(),
        Exported::Event { what: What::Due, title } => format!("整改到期：{title}"),
        Exported::Event { what: What::Occurrence(_), title } => format!("定期事项：{title}"),
        Exported::Event { what: What::Review, title } => format!("回访：{title}"),
        Exported::Over(of) => {
            format!("【{}】", over(Lang::Zh, *of, ["已停用", "不需回访", "不在所选范围"]))
        }
        Exported::Alarm { event, days: 0 } => format!("今天：{event}"),
        Exported::Alarm { event, days } => format!("还有{days}天：{event}"),
    }
}

/// What cannot be given out so, and what to do instead.
pub fn unexported(what: Unexported) -> (&'static str, &'static str) {
    match what {
        Unexported::NoCalendar => ("此报表不能写成日历", "日历用 `ledger export -o 期限.ics` 导出"),
        Unexported::ForPeople => (
            "export 不写此格式",
            "可写 csv、xlsx、json、ics；供人阅读的用 `ledger list`、`ledger report`",
        ),
        Unexported::OneTable => ("只有工作簿能按单位分表", "用 -o 台账.xlsx 写成工作簿"),
    }
}
