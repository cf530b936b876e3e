//! What is wrong with the words of a command line, in Chinese.

use crate::render::words::{Typed, Usage};

/// What to do after a wrong word.
pub const MORE: &str = "详见 `ledger --help` 或 `ledger 命令 --help`";

/// What is wrong with the words of a command line, and what was probably meant.
pub fn usage(usage: &Usage, nearest: &[String]) -> String {
    let text = match usage {
        Usage::NoCommand => "未写命令".to_owned(),
        Usage::UnknownCommand(command) => format!("没有命令“{command}”"),
        Usage::UnknownOption(option) => format!("没有选项“{option}”"),
        Usage::Surplus(word) => format!("多了“{word}”"),
        Usage::Missing(arguments) => format!("缺少 {}", arguments.join("、")),
        Usage::NoValue(argument) => format!("{argument} 后面缺少内容"),
        Usage::WrongWord { argument, word, allowed } => {
            format!("{argument} 不能是“{word}”，可用：{}", allowed.join("、"))
        }
        Usage::WrongValue { argument, value, why } => {
            let why = why.map(|why| format!("：{}", typed(why))).unwrap_or_default();
            format!("{argument} 不能是“{value}”{why}")
        }
        Usage::Conflict(argument) => format!("{argument} 不能重复，也不能与其他选项并用"),
        Usage::Other => "命令行有误".to_owned(),
    };
    match nearest {
        [] => text,
        nearest => format!("{text}；是否为 {}？", nearest.join(" 或 ")),
    }
}

/// What is wrong with a value, and how it is written.
pub fn typed(typed: Typed) -> &'static str {
    match typed {
        Typed::Nothing => "没有内容",
        Typed::Refused => "含有台账中不能有的字符或内容",
        Typed::Name => "名称中不能有竖线和换行",
        Typed::AmountUnit => "单位是 元、万元 或 亿元",
        Typed::Delimiter => "写一个半角符号（字母、数字、引号除外），如 ';'，或写 tab",
        Typed::Money => "金额写作 15.7万元、457.2元 或 157000",
        Typed::Figure => "数值写作 91.5，不带单位",
        Typed::Number => "应写1以上的整数",
        Typed::Form => "写 1、2、3 或 4，即四种形态",
        Typed::Indicator => {
            "写作 名称>=目标值 单位，越低越好的用 <=，如 '访视率>=85.1->90 %'；只计数的写作 名称=单位，如 '建立制度=项'"
        }
        Typed::Set => "写作 字段=正确值，如 due=2022-10-31、2.due=2022-10-31",
        Typed::Field => {
            "可勘误的字段：title、detail、category、source、cause、ref、found、limit、due、sustained、goal、amount、recoverable；措施2的 2.text、2.limit、2.due、2.sustained；责任单位和责任人用 `ledger assign` 改派"
        }
        Typed::FieldPlace => "措施只有 text、limit、due、sustained，写作 2.text；其余字段属于问题",
        Typed::Flag => "写 true（是）或 false（否）",
        Typed::Key => "记录码为六个字符，如 k7q2m9，用 `ledger show` 查看",
        Typed::Evidence => "佐证材料不能用这样的文件名",
        Typed::Day => "日期写作 2022-10-08，从1990年到2099年",
        Typed::Period => "期间写作 2022、2022-10、2022-10-08 或 2022-09-23..2022-10-31",
        Typed::Term => {
            "写 week、last-week、month、quarter、year、2022-W43、2022-Q4、2022-10 或 2022-09-23..2022-10-31"
        }
        Typed::Id => "编号写作 7、7.2、5-9 或 2022-inspection/7",
        Typed::Version => "写提交、标签、分支或日期，如 HEAD~3、2022-09-30",
    }
}
