//! The words of applications in Chinese.

use crate::render::words::paper::FormLabel;
use crate::reports::application::For;

/// A label of an application.
pub fn form_label(label: FormLabel) -> &'static str {
    match label {
        FormLabel::What => "项目",
        FormLabel::Content => "内容",
        FormLabel::Result => "整改成效",
        FormLabel::NewDay => "申请延期至",
        FormLabel::Why => "延期理由",
        FormLabel::Earlier => "此前延期",
        FormLabel::Opinion => "签署单位（人）",
        FormLabel::OpinionText => "意见",
        FormLabel::Signature => "签字（盖章）",
        FormLabel::Place => "序号",
        FormLabel::Proves => "用于证明",
        FormLabel::AskedLate => "截止日期已过，属逾期后申请。",
        FormLabel::BlankDay => "　　年　月　日",
    }
}

/// Who gives an opinion, in the order in which they sign.
pub fn opinions(what: For) -> &'static [&'static str] {
    match what {
        For::Closing => &[
            "责任单位意见",
            "分管领导意见",
            "审核单位意见",
            "公示情况（起止日期）",
            "结论（同意销号或退回补充整改）",
        ],
        For::Extension => &["责任单位意见", "分管领导意见", "批准机关意见"],
    }
}
