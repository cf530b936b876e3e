//! What `ledger check` finds, in Chinese.

mod help;
mod refused;
mod rules;

pub use help::help;
pub use rules::rule;

use super::refusals::{self, nearest};
use super::stands::reading;
use super::{guard, names};
use crate::check::Fact;
use crate::domain::total::Total;

/// What is wrong.
#[expect(clippy::too_many_lines, reason = "one flat match")]
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
        Fact::EnteredBefore { entered, from: Some(from) } => {
            format!("补记日期{entered}早于起算之日{from}")
        }
        Fact::EnteredBefore { entered, from: None } => format!("补记日期{entered}晚于今日"),
        Fact::FoundInFuture { found, today } => format!("发现日期{found}晚于今日{today}"),
        Fact::EntryInFuture { on, today } => format!("记录日期{on}晚于今日{today}"),
        Fact::OutOfState { act, state } => {
            format!("状态为{}时不能{}，此条记录不起作用", names::state(*state), names::deed(*act))
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
        Fact::UndeclaredActor { name, .. } => refusals::stranger(name),
        Fact::RecursNowhere(id) => format!("所指的此前问题 {id} 不存在"),
        Fact::DueNotStored { words, day } => {
            format!("时限“{words}”读作{day}，未存为截止日期")
        }
        Fact::SustainedNotStored { words } => format!("时限“{words}”要求长期坚持，未作标记"),
        Fact::NoLimit => "没有整改时限".to_owned(),
        Fact::NoLead => "没有牵头单位".to_owned(),
        Fact::NoMeasures => "没有整改措施".to_owned(),
        Fact::OutOfOrder { on, above } => {
            format!("记录日期{on}早于上一条记录的{above}，又未写补记日期")
        }
        Fact::Refused(refusal) => refused::message(refusal),
        Fact::FirstDayOverwritten(day) => {
            format!("延期至{day}，而原截止日期也写成了{day}")
        }
        Fact::VoidedTwice(key) => format!("记录 {key} 此前已经更正"),
        Fact::OpenMeasure { measure, closed } => {
            format!("措施{measure}在{closed}销号之后增补，尚未报结")
        }
        Fact::EvidenceMissing(path) => format!("台账目录中没有佐证材料“{path}”"),
        Fact::EvidenceChanged(path) => format!("佐证材料“{path}”的内容与登记时不同"),
        Fact::EvidenceNotHashed(path) => format!("佐证材料“{path}”未记 SHA-256，无从核对内容"),
        Fact::RecoverableAboveAmount { recoverable, amount } => {
            format!("应追缴{recoverable}，多于涉及金额{amount}")
        }
        Fact::NoticeNumberTwice { number, id, on } => {
            format!("文号“{number}”与 {id} 于{on}的督办相同")
        }
        Fact::NoticeLevel { level, rungs } => format!("督办没有第{level}级，只有{rungs}级"),
        Fact::RecursToItself(id) => format!("{id} 就是本问题"),
        Fact::TitleTwice { no } => format!("与问题{no}的标题相同"),
        Fact::DroppedWithoutWhy => "措施停用而未写原因".to_owned(),
        Fact::NameOtherwise { name, declared } => {
            format!("“{name}”在 book.toml 中写作“{declared}”")
        }
        Fact::UnitEnded { name, until, .. } => format!("单位“{name}”已于{until}撤并"),
        Fact::UnitNotYet { name, from } => format!("单位“{name}”{from}才设立"),
        Fact::UnitLoop(names) => format!("单位之间首尾相接：{}", names.join(" → ")),
        Fact::NoSuchLedger { name, .. } => format!("默认台账“{name}”不存在"),
        Fact::ReasonLeft => "此行说明文件未能合并的原因，尚未删去".to_owned(),
        Fact::MergedByLines => "git 按行合并了此文件，与逐项合并的结果不符".to_owned(),
        Fact::OneSideTaken => "合并只取了此文件的一方，而另一方的内容与之矛盾".to_owned(),
        Fact::GitMergesLines(lacks) => {
            format!("git 仍按行合并台账文件（缺少{}）", names::lacks(lacks))
        }
        Fact::Vanished { id, part } => {
            format!("最近一次提交中有、现台账中没有：{}", guard::part(&(id.clone(), part.clone())))
        }
        Fact::Unfinished(files) => {
            format!("写入多个文件尚未完成，或已中断：{}", files.join("、"))
        }
        Fact::TotalDiffers(Total::Money { given, sum }) => {
            format!("合计写作{given}，各行相加为{sum}")
        }
        Fact::TotalDiffers(Total::Problems { given, sum }) => {
            format!("合计写作{given}个，实有{sum}个问题")
        }
    }
}
