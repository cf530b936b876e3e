//! The help in Chinese of what makes the terminal pleasant: the editor, completion, manual pages, topics.

/// What a command does, in a line and at length.
pub(super) fn command(name: &str) -> Option<(&'static str, &'static str)> {
    Some(match name {
        "edit" => (
            "用编辑器修改问题的文件，写入前先检查",
            "编辑器取环境变量 VISUAL，没有的取 EDITOR。文字无法读取的，check 列为错误的，\n已提交的记录被改动或删除的，不予写入。表形式的台账打开整张表。",
        ),
        "completions" => (
            "输出补全脚本：补全命令、选项，以及台账中的编号、单位、人员",
            "bash：在 ~/.bashrc 中写 source <(ledger completions bash)。程序更新后须重新读取。",
        ),
        "man" => ("输出命令的手册页，或把全部手册页写入文件夹", "阅读：ledger man add | man -l -"),
        "help" => {
            ("显示命令的帮助，或专题：limits、formats、states、policy、cron", "不写则列出各专题。")
        }
        _ => return None,
    })
}

/// What an option or argument is.
pub(super) fn argument(command: &str, id: &str) -> Option<&'static str> {
    Some(match (command, id) {
        (_, "allow_network_fs") => "台账在网络文件系统上也写入",
        (_, "request_id") => "供脚本用：请求号相同的，只登记一次，回答相同",
        (_, "no_pager") => "较长的内容也直接输出，不分页",
        ("edit", "id") => "问题，如 7、2022-inspection/7",
        ("completions", "shell") => "哪一种 shell",
        ("man", "command") => "命令；不写则为程序本身",
        ("man", "into") => "把 ledger.1、ledger-add.1 等写入此文件夹，没有的新建",
        ("help", "word") => "命令或专题",
        _ => return None,
    })
}

/// What a word that an argument takes means.
pub(super) fn value(name: &str) -> Option<&'static str> {
    Some(match name {
        "bash" => "Bash",
        "zsh" => "Zsh",
        "fish" => "Fish",
        "powershell" => "PowerShell",
        "elvish" => "Elvish",
        _ => return None,
    })
}
