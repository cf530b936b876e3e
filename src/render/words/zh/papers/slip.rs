//! The words of the papers of notices in Chinese.

use super::day;
use crate::render::words::paper::{SlipLabel, SlipText};

/// A label of the paper of a notice.
pub fn slip_label(label: SlipLabel) -> &'static str {
    match label {
        SlipLabel::Rung => "督办级别",
        SlipLabel::Earlier => "此前督办",
        SlipLabel::Asked => "督办要求",
        SlipLabel::Until => "反馈时限",
        SlipLabel::Answer => "反馈情况",
        SlipLabel::Progress => "整改进展",
        SlipLabel::Why => "未按期完成的原因",
        SlipLabel::Next => "下一步措施及完成时间",
        SlipLabel::Signed => "负责人签字（盖章）",
    }
}

/// A text of the paper of a notice.
pub fn slip_text(text: SlipText<'_>) -> String {
    match text {
        SlipText::Title(Some(name)) => format!("督办单（{name}）"),
        SlipText::Title(None) => "督办单".to_owned(),
        SlipText::Draft => "草稿：尚未制发，没有文号".to_owned(),
        SlipText::Numbers(numbers) => format!("文号：{}", numbers.join("、")),
        SlipText::Addressee(to) => format!("{to}："),
        SlipText::Lead { count, late, on } => {
            let those = if count == 1 {
                "下列问题".to_owned()
            } else {
                format!("下列{count}个问题")
            };
            let on = day(on);
            match late {
                0 => format!(
                    "{those}的整改期限将至，截至{on}尚未报结，特此通知。请按期完成整改，并书面反馈整改情况。"
                ),
                late if late == count => format!(
                    "{those}的整改期限已过，截至{on}尚未报结，特此通知。请抓紧整改，并书面反馈整改情况。"
                ),
                late => format!(
                    "{those}截至{on}尚未报结，其中{late}个已过整改期限，特此通知。请抓紧整改，并书面反馈整改情况。"
                ),
            }
        }
        SlipText::Earlier { on, name } => format!("{on}，{name}"),
    }
}
