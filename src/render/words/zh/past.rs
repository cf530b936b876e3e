//! The past, in Chinese: why it cannot be read.

use crate::render::words::{NoPast, PastLabel};

/// Why the past is not read.
pub fn why(why: &NoPast) -> String {
    match why {
        NoPast::NoGit => "没有找到 git 程序".to_owned(),
        NoPast::FileHasNone => "-f 指明的文件没有历史".to_owned(),
        NoPast::AtBesideDiff => "`diff` 的两个版本直接写在命令后".to_owned(),
        NoPast::AtIsForReading => "--at 只用于查询，不能改写过去".to_owned(),
        NoPast::NoRepository => "台账不在 git 仓库中，无从查询过去".to_owned(),
        NoPast::Shallow => "本仓库为浅克隆，缺少较早的提交，无法核验".to_owned(),
        NoPast::NoCommit => "仓库中还没有提交".to_owned(),
        NoPast::UnknownRevision { name, .. } => format!("git 中没有名为“{name}”的提交"),
        NoPast::BeforeFirst { day, shallow: false } => format!("截至{day}日终还没有提交"),
        NoPast::BeforeFirst { day, shallow: true } => {
            format!("本仓库为浅克隆，没有{day}及以前的提交")
        }
        NoPast::NoBookThen { commit, folder } => {
            format!("提交 {commit} 的{}中没有台账", folder_name(folder))
        }
        NoPast::NoObject(hash) => format!("仓库中缺少对象 {hash}"),
    }
}

/// What to do about it.
pub fn help(why: &NoPast) -> &'static str {
    match why {
        NoPast::NoGit => "请安装 git，或将其加入 PATH",
        NoPast::FileHasNone => "在台账目录中查询，不用 -f",
        NoPast::AtBesideDiff => "写作 `ledger diff 前一版本 后一版本`，不用 --at",
        NoPast::AtIsForReading => "去掉 --at；此前发生的事项用 --on 写明日期",
        NoPast::NoRepository => "用 `git init` 建立仓库并提交台账",
        NoPast::NoCommit => "用 `git add ledgers` 和 `git commit` 提交台账",
        NoPast::Shallow
        | NoPast::UnknownRevision { shallow: true, .. }
        | NoPast::BeforeFirst { shallow: true, .. } => "用 `git fetch --unshallow` 取回全部提交",
        NoPast::UnknownRevision { .. } => "写明提交、标签或分支，或写日期，如 2022-09-30",
        NoPast::BeforeFirst { .. } => "用 `ledger log` 查看各次提交",
        NoPast::NoBookThen { .. } => "用 `ledger log` 查看有台账的提交",
        NoPast::NoObject(_) => "请取回该对象；用 `git fsck` 查看还缺哪些",
    }
}

/// The book's folder as a commit names it.
fn folder_name(folder: &str) -> &str {
    if folder.is_empty() { "顶层目录" } else { folder }
}

/// The words of a heading.
pub fn label(label: PastLabel) -> &'static str {
    match label {
        PastLabel::Time => "时间",
        PastLabel::Commit => "提交",
        PastLabel::Who => "提交人",
        PastLabel::Message => "提交说明",
        PastLabel::What => "变化",
        PastLabel::Kind => "事项",
        PastLabel::TakenBack => "不再计入追缴",
    }
}
