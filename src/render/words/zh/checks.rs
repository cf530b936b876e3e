//! What `ledger check` says beside its findings, in Chinese.

use super::findings;
use crate::check::Rule;
use crate::domain::mend::Mending;
use crate::render::words::CheckNote;

/// What is said.
pub fn note(note: &CheckNote) -> String {
    match note {
        CheckNote::AllWell { ledgers, problems } => {
            format!("检查了{ledgers}本台账、{problems}个问题，未发现错误")
        }
        CheckNote::Doubts(number) => format!("未发现错误；有{number}处请核对"),
        CheckNote::Findings { errors, doubts: 0 } => format!("发现{errors}处错误"),
        CheckNote::Findings { errors, doubts } => {
            format!("发现{errors}处错误，另有{doubts}处请核对")
        }
        CheckNote::Hints { rule, count } => {
            let (name, [what, _]) = (rule.name(), findings::rule(*rule));
            format!("{count} × {name}：{what}用 --only {name} 逐项列出")
        }
        CheckNote::NoRule { name, .. } => format!("没有规则“{name}”"),
        CheckNote::Mended { id, mending, dry } => {
            format!("{} {id}：{}", if *dry { "可改" } else { "已改" }, mended(mending))
        }
        CheckNote::MendedInAll { values, files } => {
            format!("共改{values}处，涉及{files}个文件")
        }
        CheckNote::NothingToMend => "没有可以直接改正的内容（其余须经核定）".to_owned(),
    }
}

/// What to do about it.
pub fn help(note: &CheckNote) -> Option<String> {
    Some(match note {
        CheckNote::NoRule { nearest: Some(name), .. } => format!("是否为“{name}”？"),
        CheckNote::NoRule { nearest: None, .. } => "用 `ledger check --rules` 列出".to_owned(),
        CheckNote::Hints { rule: Rule::GitMergesLines, .. } => {
            "运行 `ledger merge --install`".to_owned()
        }
        _ => return None,
    })
}

/// What is written where a value is mended.
fn mended(mending: &Mending) -> String {
    match mending {
        Mending::Due { day, .. } => format!("写入截止日期{day}"),
        Mending::Sustained { .. } => "标明长期坚持".to_owned(),
        Mending::Name { old, new, .. } => format!("“{old}”改为“{new}”"),
    }
}
