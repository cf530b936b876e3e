//! What is said of giving out papers, in Chinese.

use crate::complaint::BadTemplate;
use crate::domain::book::Lang;
use crate::render::inert_line;
use crate::render::words::giving::GivingNote;
use crate::render::words::{code, codes};

/// What is said of giving out papers.
pub fn note(note: &GivingNote) -> String {
    match note {
        GivingNote::NoTemplate { path, .. } => format!("没有模板 {path}"),
        GivingNote::BadTemplateName(name) => format!("模板不能叫 {}", code(name)),
        GivingNote::NoNotice { number, .. } => format!("没有制发过文号为 {} 的督办", code(number)),
        GivingNote::LooksLikeName { place, name } => {
            format!("{place} 中“{name}”像姓名而未改，请核对")
        }
    }
}

/// What to do about it.
pub fn note_help(note: &GivingNote) -> Option<String> {
    Some(match note {
        GivingNote::NoTemplate { nearest: Some(name), .. }
        | GivingNote::NoNotice { nearest: Some(name), .. } => format!("是不是 {}？", code(name)),
        GivingNote::NoTemplate { nearest: None, .. } => {
            "先写好这个文件，或不写 --template".to_owned()
        }
        GivingNote::BadTemplateName(_) => {
            "写 `ledgers/templates` 里的文件名，不带结尾的 `.md`".to_owned()
        }
        GivingNote::NoNotice { nearest: None, .. } => "已制发的见 `ledger log`".to_owned(),
        GivingNote::LooksLikeName { .. } => return None,
    })
}

/// What is wrong with a template.
pub fn bad(bad: &BadTemplate) -> String {
    match bad {
        BadTemplate::Syntax(said) => format!("模板的写法不对（{}）", inert_line(said)),
        BadTemplate::Unknown { name, .. } => format!("这种文书没有 {} 这一项", code(name)),
        BadTemplate::UnknownWord { name, .. } => format!("没有 {} 这个过滤器或函数", code(name)),
        BadTemplate::NoTable { asked, .. } => format!("这份文书没有表格 {}", code(asked)),
        BadTemplate::NoPart { asked, found: 0, .. } => {
            format!("这份文书没有 {} 这一部分", code(asked))
        }
        BadTemplate::NoPart { asked, found, .. } => {
            format!("这份文书有{found}个部分都叫 {}", code(asked))
        }
        BadTemplate::Value { filter, value } => {
            format!("过滤器 {} 不能用于 {}", code(filter), code(value))
        }
        BadTemplate::NoText => "这里的内容不是文字".to_owned(),
        BadTemplate::Other(said) => format!("模板填写不了（{}）", inert_line(said)),
    }
}

/// What to do about it.
pub fn help(bad: &BadTemplate) -> String {
    match bad {
        BadTemplate::Syntax(_) => {
            "写作 {{ 变量 }}、{% for … %} … {% endfor %}、{% if … %} … {% endif %}，例子见 docs/templates.zh.md".to_owned()
        }
        BadTemplate::Unknown { nearest: Some(name), .. } => {
            format!("是不是 {}？这种文书有哪些项，用 `-O json` 查看", code(name))
        }
        BadTemplate::Unknown { nearest: None, .. } => {
            "这种文书有哪些项，用 `-O json` 查看；不一定有的，先写 {% if … is defined %}".to_owned()
        }
        BadTemplate::UnknownWord { nearest: Some(name), .. } => format!("是不是 {}？", code(name)),
        BadTemplate::UnknownWord { nearest: None, .. } => {
            "可用的见 docs/templates.zh.md".to_owned()
        }
        BadTemplate::NoTable { known, .. } if known.is_empty() => {
            "它没有表格；{{ built_in() }} 引用全文".to_owned()
        }
        BadTemplate::NoTable { known, .. } => {
            format!("写名称，或从1起的序号：{}", codes(Lang::Zh, &few(known)))
        }
        BadTemplate::NoPart { found: 0, known, .. } => {
            format!("它有 {}", codes(Lang::Zh, &few(known)))
        }
        BadTemplate::NoPart { known, .. } => {
            format!("标题要连同编号写全：{}", codes(Lang::Zh, &few(known)))
        }
        BadTemplate::Value { filter, .. } => match *filter {
            "day" | "weekday" => "它用于日期，如 `today`",
            "money" => "它用于金额，如 `problem.amount`",
            "share" => "写作 {{ 部分 | share(总数) }}，两者都是数或列表",
            "numeral" | "days" => "它用于整数",
            _ => "它用于状态、记录类型或类别，如 `problem.state`",
        }
        .to_owned(),
        BadTemplate::NoText => {
            "写出其中的一项，如 {{ problem.title }}；有哪些项，用 `-O json` 查看".to_owned()
        }
        BadTemplate::Other(_) => "例子见 docs/templates.zh.md".to_owned(),
    }
}

/// As many as a person reads.
fn few(known: &[String]) -> Vec<String> {
    let more = known.len().saturating_sub(12);
    let more = (more > 0).then(|| format!("…（另有{more}个）"));
    known.iter().take(12).cloned().chain(more).collect()
}
