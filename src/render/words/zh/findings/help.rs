//! What to do about what `ledger check` finds, in Chinese.

use super::refused;
use crate::check::Fact;
use crate::domain::limit::Kind;
use crate::render::words::zh::refusals::declare;

/// What to do about it.
#[expect(clippy::too_many_lines, reason = "one flat match")]
pub fn help(fact: &Fact) -> String {
    match fact {
        Fact::LimitUnclear { .. } => "写明截止日期，如 due = 2022-10-31".to_owned(),
        Fact::LimitReadsOtherwise { .. } => "以截止日期为准；请核对其中哪一个有误".to_owned(),
        Fact::MeasureAfterProblem { .. } | Fact::DueBeforeFound { .. } => {
            "请核对两个日期".to_owned()
        }
        Fact::EntryInFuture { .. } => "请在文件中改正日期；尚未发生的事，谈不上更正".to_owned(),
        Fact::EntryBeforeFound { .. } => "日期有误的，用 `ledger void` 更正后重新登记".to_owned(),
        Fact::EnteredBefore { .. } => "请写登记之日，不明的不写补记日期（entered）".to_owned(),
        Fact::FoundInFuture { .. } => "请核对发现日期".to_owned(),
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
        Fact::UndeclaredActor { name, nearest } => declare(name, nearest.as_deref()),
        Fact::RecursNowhere(_) => "写已有的编号，或改写为文字".to_owned(),
        Fact::DueNotStored { day, .. } => format!("用 `ledger check --fix` 写入 due = {day}"),
        Fact::SustainedNotStored { .. } => {
            "写 sustained = true；未写过的，可用 `ledger check --fix` 写入".to_owned()
        }
        Fact::NoLimit => "有时限的，照原文写，如 limit = \"10月底前\"".to_owned(),
        Fact::NoLead => "已明确牵头单位的，写 lead = [\"…\"]".to_owned(),
        Fact::NoMeasures => "用 `ledger measure` 增加".to_owned(),
        Fact::OutOfOrder { .. } => {
            "属于补记的，写明补记日期，如 entered = 2022-10-08；否则请核对两个日期".to_owned()
        }
        Fact::Refused(refusal) => refused::help(refusal),
        Fact::FirstDayOverwritten(_) => "原截止日期照方案改回；延期记录自会顺延".to_owned(),
        Fact::VoidedTwice(_) => "后一条不起作用，不影响统计".to_owned(),
        Fact::OpenMeasure { .. } => "先重启（reopen）再报结，或删去该措施".to_owned(),
        Fact::EvidenceMissing(_) => {
            "把文件放回原处，或用 `ledger void` 更正后重新登记；已据以销号的，先更正销号".to_owned()
        }
        Fact::EvidenceChanged(_) => "恢复原文件；新的版本另存一份，另行登记".to_owned(),
        Fact::EvidenceNotHashed(_) => {
            "在路径后写明 SHA-256，如 文件#sha256=…；用命令登记的自会写上".to_owned()
        }
        Fact::RecoverableAboveAmount { .. } => "请核对两个金额".to_owned(),
        Fact::NoticeNumberTwice { .. } => {
            "请核对两处文号；一份督办只有一个日期、一个送达对象".to_owned()
        }
        Fact::NoticeLevel { .. } => "改正层级，或在规定（policy）的 ladder 中增加一级".to_owned(),
        Fact::RecursToItself(_) => "写此前问题的编号，或删去".to_owned(),
        Fact::TitleTwice { .. } => {
            "重复登记的，撤销其中一个；不是重复的，请在标题上加以区别".to_owned()
        }
        Fact::DroppedWithoutWhy => "写明原因，如 why = \"…\"".to_owned(),
        Fact::NameOtherwise { declared, .. } => {
            format!("写作“{declared}”；不在 book.toml 中的，可用 `ledger check --fix` 改正")
        }
        Fact::UnitEnded { successor: Some(name), .. } => {
            format!("职能已由“{name}”承接，请登记改派（assign）")
        }
        Fact::UnitEnded { successor: None, .. } | Fact::UnitNotYet { .. } => {
            "请核对日期，或当时的责任单位".to_owned()
        }
        Fact::UnitLoop(_) => "请核对其中哪一处写错".to_owned(),
        Fact::NoSuchLedger { nearest: Some(name), .. } => format!("是否为“{name}”？"),
        Fact::NoSuchLedger { nearest: None, .. } => {
            "写本目录中已有的台账名称，或删去此行".to_owned()
        }
        Fact::ReasonLeft => "取舍已定的，删去此行".to_owned(),
        Fact::MergedByLines => "运行 `ledger merge --repair`，矛盾之处会逐一列出".to_owned(),
        Fact::OneSideTaken => {
            "经商定的，不必处理；否则运行 `ledger merge --repair` 并写明此文件".to_owned()
        }
        Fact::GitMergesLines(_) => "运行 `ledger merge --install`，每个克隆的仓库各一次".to_owned(),
        Fact::Vanished { .. } => {
            "用 `git checkout HEAD -- 文件` 取回；问题用 `ledger withdraw` 撤销，记录用 `ledger void` 更正".to_owned()
        }
        Fact::Unfinished(_) => "请待写入完成；如无命令在写，下一个写入的命令会补完".to_owned(),
        Fact::TotalDiffers(_) => "请核对是否缺行，或哪个数字有误".to_owned(),
    }
}
