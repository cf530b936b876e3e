//! Cells and columns of sheets that are not taken in as they stand, in Chinese.

use crate::complaint::{BadCell, BadMap};
use crate::render::words::code;

/// What is wrong with a cell.
pub(super) fn cell(bad: BadCell) -> &'static str {
    match bad {
        BadCell::NoSuchDay => "没有这一天",
        BadCell::DayOrder => "日期有多种读法",
        BadCell::NotInOrder => "日期与指定的次序不符",
        BadCell::SerialDay => "应为日期，却是数字",
        BadCell::Day => "不是完整的日期",
        BadCell::Limit => "时限无法识别",
        BadCell::Amount => "金额无法识别",
        BadCell::AmountUnit => "金额没有单位",
        BadCell::Status => "状态无法识别",
    }
}

/// What to do about a cell.
pub(super) fn cell_help(bad: BadCell) -> &'static str {
    match bad {
        BadCell::NoSuchDay | BadCell::Day | BadCell::Amount => {
            "请更正；或用 --keep-unread 照原文保留"
        }
        BadCell::DayOrder => {
            "用 --date-order 指明次序：mdy（月日年）、dmy（日月年）或 ymd（年月日）；或写成2022-10-30"
        }
        BadCell::NotInOrder => "换一个 --date-order，或写成2022-10-30",
        BadCell::SerialDay => {
            "这是电子表格内部的日期序号，已失去日期格式：请将该列设为日期格式，或直接导入工作簿"
        }
        BadCell::Limit => "请写明日期，如 2022-10-31；或用 --keep-unread 照原文保留",
        BadCell::AmountUnit => {
            "用 --amount-unit 指明全表单位（元、万元、亿元），或在表头写明，如“金额（万元）”"
        }
        BadCell::Status => {
            "在列对应文件中写明含义：[status] \"原词\" = \"closed\"；或用 --keep-unread 照原文保留，按整改中计"
        }
    }
}

/// What is wrong with what is said of columns.
pub(super) fn map(bad: &BadMap) -> String {
    match bad {
        BadMap::Key { key, .. } => format!("列对应文件没有 {} 这一项", code(key)),
        BadMap::Field { field, .. } => format!("没有字段 {}", code(field)),
        BadMap::FieldTwice(field) => format!("两列都对应 {}", code(field)),
        BadMap::Column { column, .. } => format!("表中没有 {} 这一列", code(column)),
        BadMap::HeaderRow(row) => format!("第{row}行不是含有问题列的表头"),
    }
}

/// What to do about it.
pub(super) fn map_help(bad: &BadMap) -> String {
    let meant = |nearest: &str| format!("是否为 {}？", code(nearest));
    match bad {
        BadMap::Key { nearest: Some(it), .. } | BadMap::Field { nearest: Some(it), .. } => meant(it),
        BadMap::Column { nearest: Some(it), .. } => meant(it),
        BadMap::Key { .. } => {
            "可写 columns、ignore、status、date_order、amount_unit、header_row".to_owned()
        }
        BadMap::Field { .. } => {
            "可写 ref、title、detail、category、source、cause、found、goal、amount、measure、leader、lead、owners、with、person、limit、progress、completed、status、verifier，也可写通行的中文列名".to_owned()
        }
        BadMap::FieldTwice(_) => "去掉其中一列；未写明的列照样保留".to_owned(),
        BadMap::Column { .. } => "请按表头原样书写".to_owned(),
        BadMap::HeaderRow(_) => {
            "行号从1起，空行也计；用 [columns] 写明哪一列是问题（title）".to_owned()
        }
    }
}
