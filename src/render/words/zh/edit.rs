//! What is said of an edit, in Chinese.

use crate::render::words::EditNote;

/// What is said.
pub fn note(note: &EditNote) -> String {
    match note {
        EditNote::Unchanged => "没有改动，什么也没有写".to_owned(),
        EditNote::Written(id) => format!("{id} 已修改"),
        EditNote::Against => "文字有误，没有写入".to_owned(),
        EditNote::EditorFailed => "编辑器未能启动或异常退出，没有写入".to_owned(),
        EditNote::NoTerminal => "没有终端，无法打开编辑器".to_owned(),
        EditNote::OneProblem => "一次只能修改一个问题".to_owned(),
        EditNote::Kept(path) => format!("改好的文字留在 {path}"),
    }
}

/// What to do about it.
pub fn help(note: &EditNote) -> Option<String> {
    Some(match note {
        EditNote::NoTerminal => "请在终端中运行，或用 EDITOR 指明不需要终端的程序".to_owned(),
        EditNote::EditorFailed => {
            "用环境变量 VISUAL 或 EDITOR 指明编辑器，如 EDITOR=vim".to_owned()
        }
        EditNote::OneProblem => "写作 `ledger edit 7`".to_owned(),
        EditNote::Kept(_) => "再运行一次 `ledger edit`，把它改进去".to_owned(),
        EditNote::Unchanged | EditNote::Written(_) | EditNote::Against => return None,
    })
}

/// A word of `ledger help` or `ledger man` that is neither a command nor a topic.
pub fn no_topic(word: &str) -> String {
    format!("没有“{word}”这个命令或专题")
}

/// What the help knows instead.
pub fn known_topic(nearest: Option<&str>) -> String {
    nearest.map_or_else(
        || "`ledger help` 列出各专题，`ledger --help` 列出各命令".to_owned(),
        |name| format!("是否为“{name}”？"),
    )
}
