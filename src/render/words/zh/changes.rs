//! What has changed, in Chinese.

use super::labels::label;
use super::names;
use super::stands::act_detail;
use crate::domain::amendment::Field as Amended;
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::domain::entry::Entry;
use crate::domain::subject::Part;
use crate::render::words::Label;
use crate::render::words::changes::{content, field as name, short};
use crate::reports::changes::head::HeadKey;
use crate::reports::changes::{Change, Content, Field};
use crate::reports::diff::Kind;
use crate::reports::log::{HeadChange, HeadTold};

/// Stands in the place of a commit.
pub const UNCOMMITTED: &str = "尚未提交";
/// Nothing has changed.
pub const NOTHING: &str = "没有变化。";
/// The version on the disk.
pub const WORK_TREE: &str = "当前文件";
/// A file of which nothing is told.
pub const UNREADABLE: &str = "此前或此后的版本无法读取，其中变化未列";
/// How a log is made.
pub const LOG_RULE: &str =
    "按提交时间由近及远，时间为台账所在时区；合并只列与各上级提交都不同的内容。";
/// How versions are compared.
pub const DIFF_RULE: &str = "两个版本各按其日期统计：后一版本中有效、前一版本中没有或无效的记录计入；此前未逾期、现已逾期的计为新增逾期。";

/// Above what lies between two versions.
pub fn diff_heading(from: (&str, Day), to: (&str, Day)) -> String {
    // A commit is named in other letters, the version on the disk in Chinese.
    let gap = if to.0 == WORK_TREE { "" } else { " " };
    format!("{}（{}）至{gap}{}（{}）的变化", from.0, from.1, to.0, to.1)
}

/// The kind of what lies between two versions.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::New => "新增问题",
        Kind::Act(act) => names::act(act),
        Kind::Overdue => "新增逾期",
        Kind::TakenBack => "记录失效",
        Kind::Changed => "内容改动",
        Kind::Gone => "问题缺失",
    }
}

/// The name of a field that has no label of its own.
pub fn field(field: &Field) -> &'static str {
    match field {
        Field::From => "起始日期",
        Field::Until => "终止日期",
        Field::Masked => "隐名",
        Field::Better => "向好方向",
        _ => "补记日期",
    }
}

/// What changed of a problem.
pub fn change(change: &Change) -> String {
    match change {
        Change::New { measures, entries } => {
            let mut parts = Vec::new();
            parts.extend((*measures > 0).then(|| format!("措施{measures}项")));
            parts.extend((*entries > 0).then(|| format!("记录{entries}条")));
            if parts.is_empty() {
                "新增".to_owned()
            } else {
                format!("新增（{}）", parts.join("、"))
            }
        }
        Change::Gone => "已不在台账中（编号不得再用）".to_owned(),
        Change::Moved { from } => format!("改编号，原为{from}"),
        Change::Unreadable { now: true } => "无法读取".to_owned(),
        Change::Unreadable { now: false } => "恢复可读".to_owned(),
        Change::Field { part, field, from, to } => {
            let of = match part {
                Part::Problem | Part::Entry(_) => String::new(),
                Part::Measure(no) => format!("措施{no}，"),
                Part::Indicator(name) => format!("指标{name}，"),
            };
            let name = match (part, field) {
                // The words of a measure, which no text of an entry stands beside.
                (Part::Measure(_), Field::Text) => amended(Amended::Text).to_owned(),
                _ => name(Lang::Zh, field),
            };
            format!("{of}{}", altered(&name, from.as_ref(), to.as_ref()))
        }
        Change::MeasureAdded(measure) => {
            let limit = measure.limit.as_ref().map(|limit| format!("（{limit}）"));
            format!("增加措施{}：{}{}", measure.no, measure.text, limit.unwrap_or_default())
        }
        Change::MeasureGone(measure) => {
            format!("措施{}被删除（不允许）：{}", measure.no, measure.text)
        }
        Change::IndicatorAdded(indicator) => format!("增加指标：{}", indicator.name),
        Change::IndicatorGone(indicator) => format!("删除指标：{}", indicator.name),
        Change::EntryAdded(entry) => {
            format!("{}，{}", names::act(entry.act.kind()), entry_only(entry))
        }
        Change::EntryRemoved(entry) => format!(
            "记录{}被删除（不允许）：{}，{}",
            entry.key,
            names::act(entry.act.kind()),
            entry_only(entry)
        ),
        Change::EntryEdited { entry, field, from, to } => {
            let altered = altered(&name(Lang::Zh, field), from.as_ref(), to.as_ref());
            format!("记录{}被改动（不允许）：{altered}", entry.key)
        }
    }
}

/// What an entry says beside its act.
pub fn entry_only(entry: &Entry) -> String {
    let mut words = match entry.day() {
        Some(day) => format!("{day}，{}", entry.by),
        None => entry.by.clone(),
    };
    if let Some(detail) = act_detail(&entry.act) {
        words = format!("{words}（{detail}）");
    }
    match &entry.text {
        Some(text) => format!("{words}：{}", short(text)),
        None => words,
    }
}

fn altered(name: &str, from: Option<&Content>, to: Option<&Content>) -> String {
    let words = |value: Option<&Content>| {
        value.map_or_else(|| "无".to_owned(), |value| content(Lang::Zh, value))
    };
    format!("{}：{} → {}", name, words(from), words(to))
}

/// What changed of a head.
pub fn head(told: &HeadTold) -> String {
    match &told.what {
        HeadChange::New => "新建".to_owned(),
        HeadChange::Gone => "已不存在".to_owned(),
        HeadChange::Keys(keys) => {
            let names: Vec<_> = keys.iter().copied().map(head_key).collect();
            let of = if told.ledger.is_some() { "首页改动" } else { "改动" };
            format!("{of}：{}", names.join("、"))
        }
    }
}

/// The name of a key of a head.
fn head_key(key: HeadKey) -> &'static str {
    match key {
        HeadKey::Name => "名称",
        HeadKey::Timezone => "时区",
        HeadKey::Lang => "语言",
        HeadKey::Ledger => "默认台账",
        HeadKey::Commit => "自动提交",
        HeadKey::Policy => "规定",
        HeadKey::Unit => "单位",
        HeadKey::Person => "人员",
        HeadKey::Calendar => "日历",
        HeadKey::Title => "标题",
        HeadKey::Source => "来源",
        HeadKey::Owner => "台账所属单位",
        HeadKey::Issued => "印发日期",
        HeadKey::Dates => "起算日期",
        HeadKey::FirstIsLead => "首位牵头",
        HeadKey::Phase => "阶段",
        HeadKey::Extra => "自定项",
    }
}

/// The name of a field that an amendment corrects, as tables have it.
pub fn amended(field: Amended) -> &'static str {
    label(match field {
        Amended::Title => Label::Title,
        Amended::Detail => Label::Detail,
        Amended::Category => Label::Category,
        Amended::Source => Label::Source,
        Amended::Cause => Label::Cause,
        Amended::Reference => Label::Reference,
        Amended::Found => Label::Found,
        Amended::Limit => Label::Limit,
        Amended::Due => Label::LastDay,
        Amended::Sustained => Label::Sustained,
        Amended::Goal => Label::Goal,
        Amended::Amount => Label::AmountInvolved,
        Amended::Recoverable => Label::AmountRecoverable,
        // Only measures have it, and they are named beside it.
        Amended::Text => return "内容",
    })
}

/// A ledger was put into another form.
pub fn converted(to_table: bool) -> &'static str {
    if to_table { "改为一张表" } else { "改为文件夹" }
}

#[cfg(test)]
mod tests {
    use super::{Kind, kind};
    use crate::domain::entry::ActKind;

    #[test]
    fn each_kind_has_a_name_of_its_own() {
        let mut names: Vec<_> = Kind::all().into_iter().map(kind).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
        assert_eq!(kind(Kind::Act(ActKind::Close)), "销号");
    }
}
