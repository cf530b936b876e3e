//! What is written into a commit, and what is said of it, in Chinese.

use crate::render::words::{Committed, Deed};

/// What a command did, as the first words of a commit's message.
pub fn deed(deed: &Deed) -> String {
    match deed {
        Deed::Act(act) => super::names::act(*act).to_owned(),
        Deed::Add => "登记".to_owned(),
        Deed::Import => "导入".to_owned(),
        Deed::Measure => "增加措施".to_owned(),
        Deed::Edit => "手工修改".to_owned(),
        Deed::Mend => "检查改正".to_owned(),
        Deed::Init(ledger) => format!("新建台账 {ledger}"),
        Deed::Convert(ledger) => format!("转换台账格式 {ledger}"),
    }
}

/// What came of a commit.
pub fn committed(committed: &Committed) -> String {
    match committed {
        Committed::As(hash) => format!("已提交，{hash}"),
        Committed::NoRepository => "未写入：台账不在 git 仓库中，无法提交".to_owned(),
        Committed::NoIdentity => "未写入：git 尚未设置提交人".to_owned(),
        Committed::Unfinished(what) => {
            format!("未写入：仓库中有尚未结束的 git {what}")
        }
        Committed::Ignored(paths) => format!("未写入：git 忽略 {}", paths.join("、")),
        Committed::Altered(paths) => {
            format!("未写入：{} 中有尚未提交的改动，将被一并提交", paths.join("、"))
        }
        Committed::Refused { paths, said } => {
            format!("已写入，但未能提交（{}）：{said}", paths.join("、"))
        }
    }
}

/// What to do about it.
pub fn help(committed: &Committed) -> Option<String> {
    let help = match committed {
        Committed::As(_) => return None,
        Committed::NoRepository => "用 `git init` 建立仓库，或用 --no-commit 不提交",
        Committed::NoIdentity => {
            "用 `git config user.name`、`git config user.email` 设置，或用 --no-commit 不提交"
        }
        Committed::Unfinished(_) => "先完成或放弃；办法见 `git status`",
        Committed::Ignored(_) => "用 `git check-ignore -v 文件` 查看是哪一行所致",
        Committed::Altered(_) => {
            "用 `ledger log -n 1` 核对后先行提交，或用 --no-commit 只写入不提交"
        }
        Committed::Refused { .. } => {
            "内容已写入，请勿重复登记；按 git 所述处理，用 `git log -1` 查看是否已有提交，\
             再提交这些文件"
        }
    };
    Some(help.to_owned())
}
