//! What is to be known of workbooks and documents, in Chinese.

use crate::complaint::OfficeNote;

/// The address of a paragraph.
pub fn paragraph(number: u32) -> String {
    format!("第{number}段")
}

/// The name of a table of a document.
pub fn table(number: u32) -> String {
    format!("表{number}")
}

/// What there is, how often, and where first.
pub fn remark(what: OfficeNote, count: usize, first: Option<&str>, names: &[String]) -> String {
    let place = match first {
        Some(first) if count > 1 => format!("（首处：{first}）"),
        Some(first) => format!("（{first}）"),
        None if !names.is_empty() => format!("（“{}”）", names.join("”、“")),
        None => String::new(),
    };
    let taken = |taken: bool| if taken { "已读入" } else { "没有读入" };
    let text = match what {
        OfficeNote::Formula => format!("{count}个单元格是公式，取文件里保存的结果"),
        OfficeNote::Merged => format!("{count}处合并单元格，内容记在左上角的一格"),
        OfficeNote::HiddenRow { taken: it } => format!("{count}行是隐藏的，{}", taken(it)),
        OfficeNote::HiddenColumn { taken: it } => format!("{count}列是隐藏的，{}", taken(it)),
        OfficeNote::HiddenSheet => format!("{count}张有内容的表是隐藏的，没有读入"),
        OfficeNote::OtherSheet => format!("另有{count}张表不是问题台账，没有读入"),
        OfficeNote::ExampleSheet => {
            format!("另有{count}张表按名称是示例或说明，没有读入；要读的，用 --sheet 指明")
        }
        OfficeNote::Filter => format!("{count}张表正在筛选，筛去的行算隐藏行"),
        OfficeNote::Struck => format!("{count}处有删除线，照常读入"),
        OfficeNote::Stripped => format!("{count}个看不见的非法字符已去掉"),
        OfficeNote::Insertion { accepted: true } => format!("{count}处插入的修订，按接受读入"),
        OfficeNote::Insertion { accepted: false } => format!("{count}处插入的修订，按拒绝略去"),
        OfficeNote::Deletion { accepted: true } => format!("{count}处删除的修订，按接受略去"),
        OfficeNote::Deletion { accepted: false } => format!("{count}处删除的修订，按拒绝读入"),
        OfficeNote::Comment => format!("{count}条批注没有读入"),
        OfficeNote::HiddenText { taken: it } => format!("{count}处文字是隐藏的，{}", taken(it)),
        OfficeNote::TextBox => format!("{count}个文本框，内容接在所在的段落后面"),
        OfficeNote::NestedTable => format!("{count}张表嵌在单元格里，各行并入那个单元格"),
        OfficeNote::Contents => format!("{count}行目录没有读入"),
        OfficeNote::Picture => format!("{count}幅图片，里面的文字没有读入"),
        OfficeNote::Shape => format!("{count}个图形里有文字，没有读入"),
        OfficeNote::Footnote => format!("{count}条脚注或尾注没有读入"),
        OfficeNote::Symbol => format!("{count}个符号字体的字符，记作 □"),
    };
    text + &place
}
