//! What `ledger check` finds, in Chinese.

use super::names;
use super::refusals::nearest;
use super::stands::reading;
use crate::check::Fact;
use crate::domain::limit::Kind;

/// What is wrong.
pub fn message(fact: &Fact) -> String {
    match fact {
        Fact::LimitUnclear { words, reading: how } => {
            format!("时限“{words}”不能确定截止日期：{}", reading(how))
        }
        Fact::LimitReadsOtherwise { words, due, read } => {
            format!("时限“{words}”读作{read}，与所记截止日期{due}不一致")
        }
        Fact::MeasureAfterProblem { measure, problem } => {
            format!("措施的截止日期{measure}晚于问题的截止日期{problem}")
        }
        Fact::DueBeforeFound { due, found } => format!("截止日期{due}早于发现日期{found}"),
        Fact::EntryBeforeFound { on, found } => format!("记录日期{on}早于发现日期{found}"),
        Fact::EntryInFuture { on, today } => format!("记录日期{on}晚于今日{today}"),
        Fact::OutOfState { act, state } => {
            format!("状态为{}时不能{}，此条记录不起作用", names::state(*state), names::act(*act))
        }
        Fact::OccurrenceOfNoDuty => "只有定期事项才写所属期".to_owned(),
        Fact::EveryUnclear { words: Some(words), reading: Some(how) } => {
            format!("“{words}”推算不出期次：{}", reading(how))
        }
        Fact::EveryUnclear { .. } => "定期事项未写周期".to_owned(),
        Fact::LimitOfDuty => "定期事项按期次办理，没有截止日期，此处所写不起作用".to_owned(),
        Fact::NoSuchOccurrence { day, before, after } => {
            format!("{day}不是该事项的期次{}", nearest(*before, *after))
        }
        Fact::NoOccurrenceNamed => "定期事项的报结未写所属期，不计入任何一期".to_owned(),
        Fact::UndeclaredUnit { name, .. } => format!("book.toml 中没有单位“{name}”"),
        Fact::UndeclaredPerson { name, .. } => format!("book.toml 中没有人员“{name}”"),
        Fact::RecursNowhere(id) => format!("所指的此前问题 {id} 不存在"),
    }
}

/// What to do about it.
pub fn help(fact: &Fact) -> String {
    match fact {
        Fact::LimitUnclear { .. } => "写明截止日期，如 due = 2022-10-31".to_owned(),
        Fact::LimitReadsOtherwise { .. } => "以截止日期为准；请核对其中哪一个有误".to_owned(),
        Fact::MeasureAfterProblem { .. } | Fact::DueBeforeFound { .. } => {
            "请核对两个日期".to_owned()
        }
        Fact::EntryBeforeFound { .. } | Fact::EntryInFuture { .. } => {
            "日期有误的，用 `ledger void` 更正后重新登记".to_owned()
        }
        Fact::OutOfState { .. } => "误登的，用 `ledger void` 更正".to_owned(),
        Fact::OccurrenceOfNoDuty => "删去 for，或将类型改为 kind = \"duty\"".to_owned(),
        Fact::EveryUnclear { reading: Some(reading), .. } if reading.kind == Kind::NoStart => {
            "写明起始日期，如 from = 2022-01-01".to_owned()
        }
        Fact::EveryUnclear { .. } => {
            "写明周期，一个事项一个周期，如 every = \"每月5日前\"".to_owned()
        }
        Fact::LimitOfDuty => {
            "何时截止写 until；不是定期事项的，将类型改为 kind = \"task\"".to_owned()
        }
        Fact::NoSuchOccurrence { .. } | Fact::NoOccurrenceNamed => {
            "用 `ledger void` 更正后，写明 --for 重新登记".to_owned()
        }
        Fact::UndeclaredUnit { nearest: Some(name), .. }
        | Fact::UndeclaredPerson { nearest: Some(name), .. } => {
            format!("是否为“{name}”？")
        }
        Fact::UndeclaredUnit { name, nearest: None } => {
            format!("如确有其名，请在 book.toml 中写 [unit.\"{name}\"]")
        }
        Fact::UndeclaredPerson { name, nearest: None } => {
            format!("如确有其人，请在 book.toml 中写 [person.\"{name}\"]")
        }
        Fact::RecursNowhere(_) => "写已有的编号，或改写为文字".to_owned(),
    }
}
