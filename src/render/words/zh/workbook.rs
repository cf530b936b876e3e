//! The words of a workbook in Chinese.

/// The sheet with all columns.
pub const ALL_COLUMNS: &str = "全部列";

/// The foot of a printed page.
pub fn footer(page: &str, pages: &str) -> String {
    format!("第{page}页，共{pages}页")
}

/// A sheet without a name.
pub fn unnamed(place: usize) -> String {
    format!("表{place}")
}

/// At the end of a text that was cut.
pub fn cut(limit: usize) -> String {
    format!("……（一个单元格至多{limit}个字，下文未列，见台账原文）")
}

/// How many cells were cut.
pub fn cells_cut(cells: usize, limit: usize) -> String {
    format!("有{cells}个单元格的文字超过表格软件的上限（{limit}个字），只列开头；全文见台账。")
}
