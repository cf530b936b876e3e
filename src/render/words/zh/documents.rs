//! 读取公文时的说明。

use super::super::code;
use crate::complaint::{Counted, DocumentRemark, Grade, PassedOver};

/// 字段从何处读来。
pub fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::ByHand => "人工填写",
        Grade::Mapped => "按对照表",
        Grade::Column => "按列名",
        Grade::Label => "按标签",
        Grade::Tail => "按括注标签",
        Grade::BareTail => "按括注",
        Grade::Marker => "按序数词",
        Grade::Heading => "按标题",
        Grade::Place => "按位置",
        Grade::Inferred => "推定",
        Grade::Damaged => "残缺",
    }
}

/// 未列入台账的内容是什么。
pub fn passed_over(what: PassedOver) -> &'static str {
    match what {
        PassedOver::Opening => "文头和引言",
        PassedOver::Organisation => "组织领导和工作要求",
        PassedOver::Aims => "总体要求和目标",
        PassedOver::Causes => "原因剖析",
        PassedOver::Outlook => "下一步打算",
        PassedOver::Members => "人员名单",
        PassedOver::Closing => "结语和落款",
        PassedOver::Situation => "基本情况",
        PassedOver::Steps => "实施步骤（阶段列入台账抬头）",
        PassedOver::Unassigned => "未写明责任单位的事项",
        PassedOver::LeadIn => "过渡语",
    }
}

/// 关于公文某处的说明。
pub fn remark(remark: &DocumentRemark) -> String {
    match remark {
        DocumentRemark::PassedOver(what) => format!("{}，未列入", passed_over(*what)),
        DocumentRemark::Segment(title) => format!("另一份文件由此开始：{}", code(title)),
        DocumentRemark::LeadRule => "文中写明排在首位的为牵头单位，全文适用".to_owned(),
        DocumentRemark::Count { of, claimed, found } => {
            let of = counted(*of);
            format!("文中称{claimed}{of}，读到{found}{of}")
        }
        DocumentRemark::NumberMissing(number) => format!("缺序号{number}"),
        DocumentRemark::NumberTwice(number) => format!("序号{number}重复"),
        DocumentRemark::LabelMissing { item, label } => {
            let item = if item.is_empty() { "本项".to_owned() } else { format!("第{item}项") };
            format!("{item}没有“{label}”，其他各项都有")
        }
        DocumentRemark::Sum { words, gives } => format!("数字不合：{}，实为{gives}", code(words)),
        DocumentRemark::Contradiction { problem, progress } => {
            format!("前后矛盾：问题写{}，落实情况写{}", code(problem), code(progress))
        }
        DocumentRemark::DamagedDay(words) => format!("日期残缺或被遮盖，照录原文：{}", code(words)),
        DocumentRemark::OpenUnits(words) => format!("责任单位未列全：{}", code(words)),
        DocumentRemark::Recurring(words) => {
            format!("含定期要求，需要时另列为定期事项：{}", code(words))
        }
        DocumentRemark::StateClaimed(words) => {
            format!("列为进展，未据以报结或销号：{}", code(words))
        }
        DocumentRemark::StateUnclear(words) => {
            format!("状态不明，未据以登记：{}", code(words))
        }
    }
}

fn counted(of: Counted) -> &'static str {
    match of {
        Counted::Problems => "个问题",
        Counted::Measures => "项措施",
        Counted::Tasks => "项任务",
    }
}
