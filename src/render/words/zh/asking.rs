//! What is asked at a terminal, in Chinese.

use crate::render::words::asking::{Choice, Keys, Question, Reply, ReviewLabel};

/// Stands behind a question that was left.
pub const LEFT: &str = "（返回）";

/// The words of a question.
pub fn question(question: &Question) -> String {
    match question {
        Question::Review(lines) => format!("逐条核对这{lines}条？"),
        Question::Line { at, of } => format!("第{at}条，共{of}条，如何处理？"),
        Question::Problem => "哪个问题？".to_owned(),
        Question::Field => "改哪一项？".to_owned(),
        Question::Value(field) => format!("{field}："),
        Question::Due { needed: true } => "截止日期：".to_owned(),
        Question::Due { needed: false } => "截止日期（可不填）：".to_owned(),
        Question::Reporter => "文件所载的整改情况，由谁登记？".to_owned(),
        Question::Verifier => "核查人：".to_owned(),
        Question::TakeTwin(id) => format!("台账中已有（{id}），仍再导入？"),
        Question::TakeAgain(place) => format!("{place} 处已有，仍再导入？"),
        Question::Enrol(name) => format!("把“{name}”写入名册？"),
        Question::Against => "文字有误，如何处理？".to_owned(),
        Question::Write(ledger) => format!("写入台账“{ledger}”？"),
        Question::Leave => "不写入，退出？".to_owned(),
    }
}

/// What may be chosen.
pub fn choice(choice: Choice) -> &'static str {
    match choice {
        Choice::Accept => "接受",
        Choice::Edit => "修改",
        Choice::Skip => "略过",
        Choice::AcceptRest => "其余全部接受",
        Choice::Back => "返回上一条",
        Choice::BackToQuestions => "返回修改",
        Choice::Quit => "退出，不写入",
        Choice::Changed => "改完了",
        Choice::Write => "写入",
    }
}

/// Which keys do what.
pub fn keys(keys: Keys) -> &'static str {
    match keys {
        Keys::Choose => "↑↓ 选择，回车确定；可输入拼音首字母筛选；Esc 返回，Ctrl-C 退出",
        Keys::Text => "回车确定；Esc 返回，不改",
        Keys::Lines => "回车确定；换行写作 ↵，写 - 则清空；Esc 返回，不改",
        Keys::Names => "可输入拼音首字母，Tab 补全，多个用顿号隔开，写 - 则清空；Esc 返回",
        Keys::Name => "可输入拼音首字母，Tab 补全；回车确定，Esc 返回",
        Keys::Day => "写作 2022-10-08，写 - 则清空；回车确定，Esc 返回",
        Keys::Money => "写作 157000 或 15.7万元，写 - 则清空；回车确定，Esc 返回",
        Keys::Limit => "照原文，如 10月底前，写 - 则清空；回车后说明识别结果，Esc 返回",
        Keys::YesNo => "y 是，n 否；Esc 返回",
    }
}

/// What is said of an answer.
pub fn reply(reply: &Reply) -> String {
    match reply {
        Reply::YesOrNo => "请输入 y（是）或 n（否）".to_owned(),
        Reply::Complete(names) => format!("请按 Tab 补全：{}", names.join("、")),
        Reply::Unknown(name, None) => format!("名册中没有“{name}”"),
        Reply::Unknown(name, Some(nearest)) => {
            format!("名册中没有“{name}”；是否为“{nearest}”？")
        }
        Reply::Needed => "不能为空".to_owned(),
        Reply::First => "已是第1条".to_owned(),
        Reply::Against => "此条不能接受，请修改或略过：".to_owned(),
    }
}

/// A heading or label.
pub fn label(label: ReviewLabel) -> &'static str {
    match label {
        ReviewLabel::Preview => "预览",
        ReviewLabel::Doubts => "存疑",
        ReviewLabel::Accepted => "接受",
        ReviewLabel::Skipped => "略过",
        ReviewLabel::Edited => "其中改过",
        ReviewLabel::Decision => "处理",
        ReviewLabel::Verifier => "核查人",
    }
}
