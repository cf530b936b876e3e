//! The help in Chinese of the filters and of what reads the past.

use super::{help_giving, help_terminal};

/// What a command does, in a line and at length.
pub(super) fn command(name: &str) -> Option<(&'static str, &'static str)> {
    Some(match name {
        "log" => (
            "按时间由近及远列出何人何时改了什么，以 git 的提交为准",
            "手工改动和尚未提交的改动也列出；合并只列与各上级提交都不同的内容。\n用筛选时，列出 list 所列问题的变更记录。",
        ),
        "diff" => (
            "比较台账的两个版本：先列数，后列明细",
            "不写版本时，比较最近一次提交与当前文件。各版本按其日期统计：所写日期，\n或提交的日期；当前文件按今日统计，因此也列出其间新增的逾期。",
        ),
        "verify" => (
            "逐次核验全部历史，查找不应有的改动",
            "记录被修改或删除，已销号的未经重启而改动，日期未经延期而变，编号重用等，\n按每一提交与其每一上级逐步核验。有发现的，退出状态为1。",
        ),
        "seal" => (
            "输出八行封存内容，写入月报，日后据以核验",
            "日期、提交、台账全部内容的 SHA-256 和各项数目。尚未提交的内容不在其内。\n用 verify --seal 核验。",
        ),
        _ => return help_terminal::command(name).or_else(|| help_giving::command(name)),
    })
}

/// What an option or argument is.
pub(super) fn argument(command: &str, id: &str) -> Option<&'static str> {
    Some(match (command, id) {
        (_, "at") => "查询过去的版本：提交，或某日日终（以该日为今日）",
        (_, "commit") => "只将本次写入的内容提交到 git；book.toml 写 commit = true 则每次提交",
        (_, "no_commit") => "不提交",
        (_, "no_input") => "不提问，与没有终端时相同",
        ("log", "ids") => "问题，如 7、5-9、2022-inspection/7；不写则列全部",
        ("log", "since") => "只列此日（含）以后或此版本之后的提交",
        ("log", "number") => "最多列出几次",
        ("log", "oneline") => "每次提交一行",
        ("verify", "seal") => "只核验此文件中 seal 所出的八行",
        ("verify", "since") => "只核验此日（含）以后或此版本之后的提交",
        ("diff", "from") => "前一版本",
        ("diff", "to") => "后一版本；不写则为当前文件",
        ("diff", "exit_code") => "有变化时退出状态为1",
        (command, id) if is_filtered(command) && filter(id).is_some() => return filter(id),
        _ => {
            let terminal = help_terminal::argument(command, id);
            return terminal.or_else(|| help_giving::argument(command, id));
        }
    })
}

/// Whether a command has the filters of everywhere.
fn is_filtered(command: &str) -> bool {
    matches!(command, "overdue" | "list" | "summary" | "log" | "diff" | "notice" | "export")
        || help_giving::is_report(command)
}

/// What a filter is.
fn filter(id: &str) -> Option<&'static str> {
    Some(match id {
        "unit" => "只列此单位及其下级参与的（可重复）",
        "person" => "只列此责任人或责任领导的（可重复）",
        "status" => "只列此状态的（可重复）",
        "category" => "只列此类别的（可重复）",
        "source" => "只列此来源的（可重复）",
        "kind" => "只列此类型的（可重复）",
        "due" => "只列此期间到期的，如 2022-10 或 2022-09-23..2022-10-31",
        "tag" => "只列有此标签的（可重复，须全部具备）",
        "words" => "只列含有全部这些字词的",
        _ => return None,
    })
}
