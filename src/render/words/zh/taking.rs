//! What is said of taking in foreign files, in Chinese.

use crate::complaint::WholeRemark;
use crate::render::words::TakingNote;
use crate::render::words::taking::{Taken, TakingLabel};

/// What is said.
pub fn note(note: &TakingNote) -> String {
    match note {
        TakingNote::OnlyShown(taken) => format!("尚未写入：{}", amount(*taken)),
        TakingNote::FirstShown { shown, of } => format!("共{of}条，以上列出前{shown}条"),
        TakingNote::Written { taken, ids: (first, last) } if first == last => {
            format!("已导入 {first}：{}", amount(*taken))
        }
        TakingNote::Written { taken, ids: (first, last) } => {
            format!("已导入 {first} 至 {last}：{}", amount(*taken))
        }
        TakingNote::NothingFound(path) => format!("{path} 中没有可导入的问题：0个"),
        TakingNote::NoMap { name, path, .. } => {
            format!("没有列对应“{name}”：既无此文件，也无 {path}")
        }
        TakingNote::NothingNew(taken) => format!("没有新的内容：{}", amount(*taken)),
        TakingNote::WouldMake(name) => format!("没有台账“{name}”，导入时新建"),
        TakingNote::Twin { place, title, of } => {
            format!("{place}：“{title}”台账中已有，编号 {of}")
        }
        TakingNote::TwinInFiles { place, title, of } => {
            format!("{place}：“{title}”重复，前一处在 {of}")
        }
        TakingNote::UnknownUnit { place, name, .. } => {
            format!("{place}：名册中没有单位“{name}”")
        }
        TakingNote::UnknownPerson { place, name, .. } => {
            format!("{place}：名册中没有人员“{name}”")
        }
        TakingNote::RefusedAt { place, title, .. } => format!("{place}：“{title}”不能导入"),
        TakingNote::Enrolled { units, persons } => {
            let parts = [
                (*units > 0).then(|| format!("{units}个单位")),
                (*persons > 0).then(|| format!("{persons}名人员")),
            ];
            let parts: Vec<_> = parts.into_iter().flatten().collect();
            format!("已将{}写入 book.toml 的名册", parts.join("、"))
        }
        TakingNote::NoReporter => "未写明由谁登记".to_owned(),
        TakingNote::Masked { .. } | TakingNote::MaskedAs { .. } | TakingNote::LooksLikeName(_) => {
            masking(note)
        }
        TakingNote::NothingToFillIn(unit) => format!("“{unit}”没有在整改的事项"),
        TakingNote::FormWritten { path, lines } => format!("已写入 {path}，共{lines}行"),
        TakingNote::OnlyReturned(entries) => format!("尚未写入：记录{entries}条"),
        TakingNote::TakenBack(entries) => format!("已导入记录{entries}条"),
        TakingNote::NoWorkbook(path) => format!("{path} 不是 .xlsx 文件"),
    }
}

/// What is said of names that were masked.
fn masking(note: &TakingNote) -> String {
    match note {
        TakingNote::Masked { masked, doubts: 0 } => format!("隐去{masked}人的姓名"),
        TakingNote::Masked { masked, doubts } => {
            format!("隐去{masked}人的姓名；另有{doubts}处像姓名而未改")
        }
        TakingNote::MaskedAs { name, mask } => format!("“{name}”改为“{mask}”"),
        TakingNote::LooksLikeName(name) => format!("“{name}”像姓名而未改，请核对"),
        _ => String::new(),
    }
}

/// What to do about it.
pub fn help(note: &TakingNote) -> Option<String> {
    Some(match note {
        TakingNote::OnlyShown(_) | TakingNote::OnlyReturned(_) => {
            "核对无误后，同一命令加 --yes 写入".to_owned()
        }
        TakingNote::RefusedAt { limit: true, .. } => {
            "请在原件中写明日期，或加 --keep-unread 将原文作为文字保留".to_owned()
        }
        TakingNote::FirstShown { .. } => "加 -o 文件.csv 列出全部".to_owned(),
        TakingNote::NothingFound(_) => {
            "用 --map 指明各列，或用 --as sheet、--as document 指明是表格还是公文；允许为空的，加 --allow-empty".to_owned()
        }
        TakingNote::Twin { .. } | TakingNote::TwinInFiles { .. } => {
            "--twins skip 不导入重复的，--twins keep 照样导入".to_owned()
        }
        TakingNote::UnknownUnit { nearest: Some(name), .. }
        | TakingNote::UnknownPerson { nearest: Some(name), .. } => {
            format!("是否为“{name}”？新名称用 --enrol 写入名册")
        }
        TakingNote::UnknownUnit { .. } | TakingNote::UnknownPerson { .. } => {
            "用 --enrol 写入名册".to_owned()
        }
        TakingNote::NoReporter => "用 --by 写明".to_owned(),
        TakingNote::NoMap { nearest: Some(name), .. } => format!("是否为“{name}”？"),
        TakingNote::NoMap { .. } => "写法见 docs/import.zh.md".to_owned(),
        TakingNote::FormWritten { .. } => {
            "发给该单位填写，收回后用 `ledger import --return` 导入".to_owned()
        }
        TakingNote::NoWorkbook(_) => "用 -o 写明 .xlsx 文件，不用 --format".to_owned(),
        TakingNote::Masked { doubts: 1.., .. } => "逐处核对；须隐去的，先在原件中改".to_owned(),
        TakingNote::Written { .. }
        | TakingNote::Masked { .. }
        | TakingNote::MaskedAs { .. }
        | TakingNote::LooksLikeName(_)
        | TakingNote::NothingToFillIn(_)
        | TakingNote::TakenBack(_)
        | TakingNote::NothingNew(_)
        | TakingNote::WouldMake(_)
        | TakingNote::RefusedAt { .. }
        | TakingNote::Enrolled { .. } => return None,
    })
}

fn amount(taken: Taken) -> String {
    let counted = |number: usize, what: &str| (number > 0).then(|| format!("{what}{number}条"));
    let parts = [
        Some(format!("问题{}个", taken.problems)),
        counted(taken.measures, "措施"),
        counted(taken.entries, "记录"),
        counted(taken.twins, "略过重复"),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("，")
}

/// The key under which the words of a limit are kept that is none.
pub const LIMIT_KEY: &str = "x_整改时限";

/// The heading of a column.
pub fn label(label: TakingLabel) -> &'static str {
    match label {
        TakingLabel::Line => "行",
        TakingLabel::Field => "字段",
        TakingLabel::Value => "内容",
        TakingLabel::Place => "出处",
        TakingLabel::Grade => "依据",
        TakingLabel::Figures => "文中数额",
        TakingLabel::Remarks | TakingLabel::Remark => "说明",
        TakingLabel::Head => "台账",
        TakingLabel::Enrolled => "拟写入名册",
        TakingLabel::Name => "名称",
        TakingLabel::Sort => "类别",
        TakingLabel::Unit => "单位",
        TakingLabel::Person => "人员",
        TakingLabel::Nearest => "名册中相近的",
        TakingLabel::Masked => "隐去姓名",
        TakingLabel::LookAt => "像姓名而未改，请核对",
        TakingLabel::Was => "原文",
        TakingLabel::Becomes => "改为",
    }
}

/// A key of a ledger's head.
pub fn head_key(key: &str) -> &str {
    match key {
        "title" => "台账名称",
        "source" => "来源",
        "owner" => "所属单位",
        "issued" => "印发日期",
        "phase" => "阶段",
        "first_is_lead" => "首位为牵头",
        other => other,
    }
}

/// What is to be said of a sheet as a whole.
pub fn whole(remark: &WholeRemark) -> String {
    match remark {
        WholeRemark::ColumnsKept(columns) => {
            format!("不认识的列，照原样保留为 x_ 字段：{}", columns.join("、"))
        }
        WholeRemark::ColumnsIgnored(columns) => format!("不导入的列：{}", columns.join("、")),
        WholeRemark::EmptyCells(count) => {
            format!("只写 NULL、N/A 等的单元格{count}个，按空白计")
        }
        WholeRemark::BlankRows(count) => format!("空行{count}行，已略过"),
    }
}
