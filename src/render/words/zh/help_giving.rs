//! The help in Chinese of the papers that are given out.

/// The kinds of papers that take the filters of everywhere.
pub(super) fn is_report(command: &str) -> bool {
    matches!(command, "register")
}

/// What a command does, in a line and at length.
pub(super) fn command(name: &str) -> Option<(&'static str, &'static str)> {
    Some(match name {
        "report" => (
            "出具文书：台账、清单、整改报告、表单",
            "每种文书都可按任一格式输出，如 -o 报告.docx、-o 报告.md。",
        ),
        "register" => ("打印式台账：每项措施一行，同一问题的各栏合并", ""),
        _ => return None,
    })
}
