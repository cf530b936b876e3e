//! What may not happen in a history, in Chinese.

use super::names;
use crate::render::words::Proof;
use crate::reports::verify::{Rule, What};

/// What a rule forbids.
pub fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::EntryEdited => "记录被修改；有误的应以 `void` 更正",
        Rule::EntryRemoved => "记录被删除；有误的应以 `void` 更正",
        Rule::ClosedChanged => "已销号的问题未经重启而被改动",
        Rule::DayChanged => "截止日期未经延期或勘误而被改动",
        Rule::EnteredChanged => "问题或措施的补记日期被改动或删除",
        Rule::MeasureGone => "措施被删除；不再执行的应写明 `dropped`",
        Rule::MeasureReused => "措施编号被改作他用",
        Rule::OutOfState => "登记了当时状态不允许的动作",
        Rule::ProblemGone => "问题被删除；应以 `withdraw` 撤销并保留编号",
        Rule::NumberReused => "编号被另一问题使用",
        Rule::ClosedAlone => "由整改一方自行销号",
        Rule::EvidenceChanged => "销号后佐证材料被改动",
        Rule::FoundInNoParent => "合并结果中有各上级提交都没有的内容",
        Rule::Unreadable => "此版本无法读取",
    }
}

/// The names of the eight facts of a seal.
pub const SEAL: [&str; 8] =
    ["封存日期", "提交", "SHA-256", "台账数", "问题数", "已销号", "逾期", "记录数"];

/// What was done, beside changes of fields.
pub fn what(what: &What) -> String {
    match what {
        What::Change(_) => String::new(),
        What::Act { key, act, state } => {
            format!("{}（{key}），当时状态为{}", names::act(*act), names::state(*state))
        }
        What::Alone { key, who } => format!("{who}（{key}）"),
        What::Number(title) => format!("原为：{title}"),
        What::Evidence { path, gone: false } => format!("{path} 内容已变"),
        What::Evidence { path, gone: true } => format!("{path} 已不存在"),
        What::Unreadable => "无法读取".to_owned(),
    }
}

/// How it stood the test.
pub fn proof(proof: &Proof) -> String {
    match proof {
        Proof::Verified { steps, found: 0 } => format!("核验{steps}步变更，未发现违规改动"),
        Proof::Verified { steps, found } => {
            format!("核验{steps}步变更，发现{found}处违规改动")
        }
        Proof::SealHolds { commit, day } => {
            format!("封存相符：历史中有提交 {commit}，{day}的数字一致")
        }
        Proof::SealLost(commit) => format!("封存不符：历史中没有提交 {commit}"),
        Proof::SealDiffers { line, sealed, now } => {
            format!("封存不符：{}，封存时为{sealed}，现为{now}", SEAL[*line])
        }
        Proof::NoSeal(path) => format!("{path} 中没有完整的八行封存内容"),
    }
}
