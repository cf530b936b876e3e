//! What there is to say of sheets, in Chinese.

use crate::complaint::SheetRemark;

/// What there is to say of a place of a sheet.
pub fn sheet(remark: SheetRemark) -> &'static str {
    match remark {
        SheetRemark::Preamble => "表头之前的行已略过",
        SheetRemark::RowWithoutProblem => "没有问题内容的行已略过",
        SheetRemark::TotalRow => "合计、小计行已略过",
        SheetRemark::DayUnread => "日期无法识别，照原列保留",
        SheetRemark::LimitUnread => "时限无法识别，照原列保留",
        SheetRemark::LimitKept => "时限定不出唯一的截止日期，作为文字保留",
        SheetRemark::Chapter => "单独成行的小标题，作为以下各行的类别",
        SheetRemark::AmountUnread => "金额无法识别，照原列保留",
        SheetRemark::StatusUnknown => "状态无法识别，照原列保留，按整改中计",
        SheetRemark::OwnersUnread => "责任分工照原文保留，未指定牵头单位",
        SheetRemark::NumberingUnclear => "一格中有多项而界限不明，未拆分",
        SheetRemark::AnotherTable => "另一表头，以下为另一张表",
        SheetRemark::ReportedByDay => "有完成时间而无状态，按已报结、待销号计",
        SheetRemark::OnlyLasting => "只写长期坚持，未写是否完成：按整改中、长期坚持计",
        SheetRemark::StatusTold => "状态栏写的是情况，记为进展，按整改中计",
        SheetRemark::AmountOfSeveral => "金额由几个问题合并填写，只记入第一个",
        SheetRemark::OwnMeasuresOnly => "同一问题有几行措施，只有一行填了状态，只计入该行的措施",
    }
}
