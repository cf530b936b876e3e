//! What stands for the values of options, and above groups of options, in the Chinese help.

/// What stands above a group of options.
pub fn heading(english: &str) -> Option<&'static str> {
    match english {
        "Filters" => Some("筛选"),
        "Wording" => Some("行文"),
        "Everywhere" => Some("各命令通用"),
        _ => None,
    }
}

/// What stands for the value of an option of a command.
pub fn value_name(command: &str, english: &str) -> Option<&'static str> {
    Some(match english {
        "AMOUNT" => "金额",
        "FIELD=VALUE" => "字段=正确值",
        "FORM" if command == "account" => "形态",
        "INDICATOR" => "指标",
        "NAME" if command == "indicator" => "指标",
        "NUMBER" if command == "report notice" => "文号",
        "NUMBER" => "数目",
        "VALUE" => "数值",
        "CATEGORY" => "类别",
        "DATE" => "日期",
        "DIR" => "目录",
        "FILE" => "文件",
        "FORM" => "形式",
        "FORMAT" => "格式",
        "ID" => "编号",
        "ID|FILE" => "编号或文件",
        "KEY" if command == "void" => "记录码",
        "KEY" => "依据",
        "COMMAND" => "命令",
        "REQUEST" => "请求号",
        "SHELL" => "shell",
        "WORD" => "命令或专题",
        "COLUMN" => "列名",
        "KIND" => "类型",
        "LANG" => "语言",
        "LIST" => "清单",
        "LEDGER" => "台账",
        "MAP" => "列对应",
        "NAME" => "名称",
        "ORDER" => "次序",
        "PERIOD" => "期间",
        "PERSON" => "人员",
        "REF" => "序号",
        "SECONDS" => "秒数",
        "SOURCE" => "来源",
        "SHEET" => "表",
        "SIGN" => "符号",
        "STATUS" => "状态",
        "TAG" => "标签",
        "TEXT" | "WORDS" => "文字",
        "UNIT" => "单位",
        "WHEN" => "何时",
        "WHO" => "姓名或单位",
        "RULE" => "规则",
        "FROM" => "前一版本",
        "REV|DATE" => "版本|日期",
        "TO" => "后一版本",
        "WHAT" | "WHICH" => "何种",
        "WHOM" => "对象",
        _ => return None,
    })
}
