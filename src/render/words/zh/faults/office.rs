//! What is wrong with foreign files, workbooks and documents, in Chinese.

use crate::complaint::{BadOffice, BadPackage, Damage, Excess, Foreign, Limited};
use crate::domain::book::Lang;
use crate::render::inert_line;
use crate::render::words::{bytes, code, codes};

/// What a file is that cannot be taken in.
pub(super) fn foreign(foreign: Foreign) -> &'static str {
    match foreign {
        Foreign::Empty => "文件是空的",
        Foreign::OldWorkbook => "这是旧格式的电子表格（.xls 或 .et）",
        Foreign::OldDocument => "这是旧格式的文档（.doc 或 .wps）",
        Foreign::OldOther => "这是旧格式的 Office 文件，看不出是表格还是文档",
        Foreign::Encrypted => "文件加了打开密码",
        Foreign::MacroWorkbook => "这是带宏的工作簿（.xlsm）",
        Foreign::MacroDocument => "这是带宏的文档（.docm）",
        Foreign::BinaryWorkbook => "这是二进制工作簿（.xlsb）",
        Foreign::Presentation => "这是演示文稿（.pptx）",
        Foreign::OpenDocument => "这是 OpenDocument 文件（.ods 或 .odt）",
        Foreign::Pdf => "这是 PDF",
        Foreign::Ofd => "这是 OFD 版式文件",
        Foreign::Rtf => "这是 RTF 文档",
        Foreign::Html => "这是网页（业务系统导出的 .xls 常常是网页）",
        Foreign::FlatXml => "这是 XML 文件，不是 .xlsx 或 .docx",
        Foreign::Image => "这是图片",
        Foreign::Zip => "这是压缩包，既不是 .xlsx 也不是 .docx",
        Foreign::BrokenZip => "文件不完整或已损坏（压缩结构读不出）",
        Foreign::Archive => "这是压缩包",
    }
}

/// How to make of it what can be taken in.
pub(super) fn foreign_help(foreign: Foreign) -> &'static str {
    match foreign {
        Foreign::Empty => "看看导出或下载是否没有完成，再要一份",
        Foreign::OldWorkbook | Foreign::BinaryWorkbook | Foreign::FlatXml => {
            "用 Excel 或 WPS 打开，另存为 .xlsx；或用 soffice --headless --convert-to xlsx 转换"
        }
        Foreign::OldDocument | Foreign::Rtf => {
            "用 Word 或 WPS 打开，另存为 .docx；或用 soffice --headless --convert-to docx 转换"
        }
        Foreign::OldOther | Foreign::OpenDocument => {
            "用办公软件打开，表格另存为 .xlsx，文档另存为 .docx"
        }
        Foreign::Encrypted => "用 Excel、Word 或 WPS 打开，去掉密码后另存",
        Foreign::MacroWorkbook => "用 Excel 或 WPS 打开，另存为不带宏的 .xlsx；宏从不运行",
        Foreign::MacroDocument => "用 Word 或 WPS 打开，另存为不带宏的 .docx；宏从不运行",
        Foreign::Presentation => "把其中的表格或文字复制到 .xlsx 或 .docx 里",
        Foreign::Pdf | Foreign::Ofd => {
            "尽量向来文单位要 .docx 或 .xlsx 原件；没有的，转成文本（如 pdftotext -layout）并逐条核对"
        }
        Foreign::Html => "用 Excel 或 WPS 打开，另存为 .xlsx，或从系统导出 CSV",
        Foreign::Image => "图片里的文字不读；要原件，或识别成文本后核对",
        Foreign::Zip | Foreign::Archive => "先解压，再读里面的文件",
        Foreign::BrokenZip => "重新下载或拷贝一份；能打开的，用办公软件打开后另存",
    }
}

/// What is wrong with a part of a package.
pub(super) fn package(part: &str, bad: &BadPackage) -> String {
    let part = code(part);
    match bad {
        BadPackage::Missing => format!("缺少部件 {part}"),
        BadPackage::Damaged(said) => format!("部件 {part} 读不出（{}）", inert_line(said)),
        BadPackage::Name => {
            format!("部件的名称 {part} 不合规定：不能有 ..、\\、开头的 / 和控制字符")
        }
        BadPackage::NamedTwice => "文件里有同名的部件".to_owned(),
        BadPackage::Link => format!("部件 {part} 是符号链接"),
        BadPackage::Encrypted => format!("部件 {part} 加了密"),
        BadPackage::Doctype => format!("部件 {part} 里有文档类型定义（DOCTYPE）"),
        BadPackage::Entity(name) => format!("部件 {part} 里有未知的实体 {}", code(name)),
        BadPackage::External(target) => {
            format!("部件 {part} 引用文件以外的内容：{}", code(target))
        }
        BadPackage::Embedded => format!("文件里嵌着别的文件：{part}"),
        BadPackage::Program => format!("文件里有程序（宏或控件）：{part}"),
        BadPackage::Archive => format!("文件里有压缩包：{part}"),
    }
}

/// What to do about it.
pub(super) fn package_help(bad: &BadPackage) -> &'static str {
    match bad {
        BadPackage::Missing | BadPackage::Damaged(_) => {
            "文件可能损坏：用 Excel、Word 或 WPS 打开，修复后另存"
        }
        BadPackage::External(_) => {
            "用办公软件打开，断开链接（数据 → 编辑链接；文件 → 信息 → 编辑指向文件的链接），再另存"
        }
        BadPackage::Embedded => "嵌入的对象不读：把里面的内容粘贴成普通的文字或表格，再另存",
        BadPackage::Program | BadPackage::Archive => {
            "另存为普通的 .xlsx 或 .docx，不带宏、控件和附件"
        }
        BadPackage::Name
        | BadPackage::NamedTwice
        | BadPackage::Link
        | BadPackage::Encrypted
        | BadPackage::Doctype
        | BadPackage::Entity(_) => {
            "办公软件不会写成这样，来历可疑：问清来源，在办公软件里打开后另存再读"
        }
    }
}

/// What is wrong with the content of a workbook or document.
pub(super) fn office(bad: &BadOffice) -> String {
    match bad {
        BadOffice::NoSharedText(index) => format!("单元格引用的共享文字不存在（{}）", code(index)),
        BadOffice::CellAddress(address) => format!("单元格的位置不对：{}", code(address)),
        BadOffice::CellValue(value) => format!("单元格的值与类型不符：{}", code(value)),
        BadOffice::NoResult => "公式没有保存计算结果".to_owned(),
        BadOffice::SeveralSheets(names) => {
            format!("文件里有{}张表，要说明读哪一张", names.len())
        }
        BadOffice::NoSuchSheet { name, .. } => format!("没有叫 {} 的表", code(name)),
        BadOffice::NoSheet => "文件里没有可读的表".to_owned(),
        BadOffice::Hidden { rows, columns, passages } => {
            let counted = [(rows, "行"), (columns, "列"), (passages, "处文字")];
            let some = counted.iter().filter(|(count, _)| **count > 0);
            let parts: Vec<_> = some.map(|(count, unit)| format!("{count}{unit}")).collect();
            format!("有隐藏的内容：{}", parts.join("、"))
        }
        BadOffice::Changes { insertions, deletions } => {
            format!("文档里有没处理的修订：插入{insertions}处，删除{deletions}处")
        }
        BadOffice::OtherFormat => "文档里嵌着别的格式的内容，读不出".to_owned(),
    }
}

/// What to do about it.
pub(super) fn office_help(bad: &BadOffice) -> String {
    let text = match bad {
        BadOffice::NoSharedText(_) | BadOffice::CellAddress(_) | BadOffice::CellValue(_) => {
            "文件可能损坏：用 Excel 或 WPS 打开，修复后另存"
        }
        BadOffice::NoResult => "用 Excel 或 WPS 打开一次，让它重新计算，再保存",
        BadOffice::SeveralSheets(names) | BadOffice::NoSuchSheet { names, .. } => {
            return format!("用 --sheet 指明一张：{}", codes(Lang::Zh, names));
        }
        BadOffice::NoSheet => "没有表格的文档用 ledger import 导入",
        BadOffice::Hidden { .. } => {
            "取消隐藏后再读；导入时可用 --hidden include 一并读入，--hidden omit 不读"
        }
        BadOffice::Changes { .. } => {
            "在 Word 或 WPS 里接受或拒绝修订后再读；导入时可用 --changes accept 或 --changes reject"
        }
        BadOffice::OtherFormat => "用 Word 或 WPS 打开，另存为 .docx",
    };
    text.to_owned()
}

/// How a spreadsheet has destroyed a cell.
pub(super) fn damage(damage: Damage) -> &'static str {
    match damage {
        Damage::Clock => "日期已被电子表格破坏，只剩分和秒",
        Damage::Scientific => "数字已被电子表格改成科学记数，后面的数字丢了",
        Damage::Digits => "数字超过15位，后面的数字已被电子表格改掉",
        Damage::Hashes => "单元格只剩 #，列太窄时导出会这样",
        Damage::Error => "单元格是公式的错误值",
        Damage::Day => "单元格是日期格式，但这个数字不是日期",
    }
}

/// What to do about it.
pub(super) fn damage_help(damage: Damage) -> &'static str {
    match damage {
        Damage::Clock => "回到原来的工作簿，把这一列设为 yyyy-mm-dd 格式再导出，或直接读 .xlsx",
        Damage::Scientific | Damage::Digits => {
            "回到原件，把这一列设为文本格式重新填写（身份证号、信用代码、账号都要用文本格式）"
        }
        Damage::Hashes => "把这一列拉宽再导出，或直接读 .xlsx",
        Damage::Error => "在电子表格里改正公式，或填上值",
        Damage::Day => "把这一格改成正确的日期，或改成常规格式",
    }
}

/// What there is too much of.
pub(super) fn excess(excess: &Excess) -> String {
    let most = excess.most;
    match excess.of {
        Limited::File => format!("文件超过{}", bytes(most)),
        Limited::Line => format!("一行超过{}", bytes(most)),
        Limited::Cell => format!("一个单元格超过{}", bytes(most)),
        Limited::Columns => format!("超过{most}列"),
        Limited::Rows => format!("超过{most}行"),
        Limited::Cells => format!("单元格超过{most}个"),
        Limited::Unpacked => format!("解压后超过{}", bytes(most)),
        Limited::Ratio => format!("压缩比超过{most}:1"),
        Limited::Members => format!("部件超过{most}个"),
        Limited::Depth => format!("元素嵌套超过{most}层"),
        Limited::Text => format!("文字超过{}", bytes(most)),
    }
}

/// What to do about it.
pub(super) fn excess_help(of: Limited) -> &'static str {
    match of {
        Limited::File | Limited::Rows | Limited::Cells | Limited::Text => "分成几个文件再读",
        Limited::Line | Limited::Cell => "看看是否少了引号或换行；长的说明放到佐证材料里",
        Limited::Columns => "删去没有用的列再读",
        Limited::Unpacked | Limited::Ratio | Limited::Members | Limited::Depth => {
            "正常的文件不会这样，来历可疑：在办公软件里打开，另存后再读"
        }
    }
}

/// What a table of one column may be separated by.
pub(super) fn one_column_help(separator: Option<char>) -> String {
    match separator {
        Some(sign) if !sign.is_ascii() => {
            format!("每行都有全角符号 {}：改成半角逗号再读", code(&sign.to_string()))
        }
        Some(sign) => {
            format!("每行都有 {}：用 --delimiter {}", code(&sign.to_string()), quoted(sign))
        }
        None => "用 --delimiter 指明列与列之间的分隔符，或在第一行写 sep=;".to_owned(),
    }
}

fn quoted(sign: char) -> String {
    if sign == '\t' { "tab".to_owned() } else { format!("'{sign}'") }
}
