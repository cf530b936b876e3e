//! Slips in the grammar of TOML, in Chinese.

use crate::render::words::toml::Slip;

/// What is wrong.
pub(super) fn message(slip: Slip) -> &'static str {
    match slip {
        Slip::Unquoted => "文字没有加引号，或者没有值",
        Slip::UnclosedString => "引号没有闭合",
        Slip::Escape => "反斜杠后面的字符不对",
        Slip::NoValue => "键后面没有 = 和值",
        Slip::EmptyKey => "缺少键名",
        Slip::UnquotedKey => "键名里有不能用的字符",
        Slip::TwoOnALine => "值的后面还有别的内容",
        Slip::KeyTwice => "同一个键或表写了两次",
        Slip::NoTable => "点号前面的键不是表",
        Slip::Date => "日期不对",
        Slip::Time => "时间不对",
        Slip::LeadingZero => "数字不能以0开头",
        Slip::Number => "数字不对",
        Slip::Flag => "true 或 false 写得不对",
        Slip::UnclosedList => "方括号没有闭合",
        Slip::UnclosedInlineTable => "花括号没有闭合",
        Slip::UnclosedHeader => "表名的方括号没有闭合",
        Slip::MissingComma => "两项之间缺少逗号",
        Slip::ExtraComma => "多了一个逗号",
        Slip::TooDeep => "括号套得太深",
        Slip::Other => "不合 TOML 语法",
    }
}

/// What to do about it.
pub(super) fn help(slip: Slip) -> Option<&'static str> {
    Some(match slip {
        Slip::Unquoted => {
            "文字放在半角引号里，如 limit = \"10月底前\"；日期写作 2022-10-08，是、否写作 true、false，都不加引号"
        }
        Slip::UnclosedString => "补上右引号；多行文字前后各用三个引号 \"\"\"",
        Slip::Escape => "反斜杠本身写作 \\\\，或改用单引号 '…'",
        Slip::NoValue => "写作 键 = 值，用半角等号，一行一个",
        Slip::EmptyKey => "在等号前或方括号里写上键名",
        Slip::UnquotedKey => {
            "键名用英文，如 title = \"…\"，等号用半角；单位、人员的中文名加引号，如 [unit.\"基层卫生股\"]"
        }
        Slip::TwoOnALine => "一行只写一个键；引号里面的引号写作 \\\"，注释以 # 开头",
        Slip::KeyTwice => "删去或合并其中一个；措施、记录这样的多项写作 [[measure]]、[[entry]]",
        Slip::Date => "检查月份和日子，写作 2022-10-08，月、日都是两位",
        Slip::Time => "只写日期，如 2022-10-08，一行只写一个键",
        Slip::LeadingZero => "去掉开头的0；编号一类要保留0的，加上引号",
        Slip::Number => "只写数字；带单位的要加引号，如 amount = \"15.7万元\"",
        Slip::Flag => "写作 true 或 false，不加引号",
        Slip::UnclosedList => "补上 ]",
        Slip::UnclosedInlineTable => "补上 }",
        Slip::UnclosedHeader => "表名写作 [unit.\"名称\"] 或 [[entry]]，两边的方括号一样多",
        Slip::MissingComma => "用半角逗号隔开，如 [\"甲\", \"乙\"]",
        Slip::ExtraComma => "删去多余的逗号",
        Slip::NoTable => "键名里不用点号",
        Slip::TooDeep => "删去多余的括号",
        Slip::Other => return None,
    })
}
