//! How a problem stands, and what happened to it, in Chinese.

use super::limits;
use super::names;
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::domain::entry::Act;
use crate::domain::limit::{Kind, Note, Reading};
use crate::domain::standing::Standing;
use crate::render::words::{amended_field, amended_value};
use crate::reports::life::Weight;

/// Why the words of a limit give no single day.
pub fn reading(reading: &Reading) -> String {
    let days = || days(&reading.days, "或");
    match reading.kind {
        Kind::Day | Kind::Immediate => days(),
        Kind::Sustained => "长期坚持".to_owned(),
        Kind::Recurring => "定期，无截止日期".to_owned(),
        Kind::Several => format!("含多个日期：{}", self::days(&reading.days, "、")),
        Kind::Ambiguous if reading.days.len() > 2 => {
            format!("有{}种读法：{}", reading.days.len(), days())
        }
        Kind::Ambiguous => format!("有两种读法：{}", days()),
        Kind::Vague => "未写明日期".to_owned(),
        Kind::Done => "是完成情况，不是时限".to_owned(),
        Kind::NoStart => reading.notes.first().map(limits::note).unwrap_or_default(),
        Kind::Unreadable if reading.notes.contains(&Note::NoPhase) => limits::note(&Note::NoPhase),
        Kind::Unreadable => "无法识别".to_owned(),
    }
}

fn days(days: &[Day], joiner: &str) -> String {
    days.iter().map(Day::to_string).collect::<Vec<_>>().join(joiner)
}

/// The state, since when, and whether it is overdue.
pub fn standing(standing: &Standing<'_>) -> String {
    let state = names::state(standing.state);
    let since = standing.since.map(|day| format!("（自{day}）")).unwrap_or_default();
    let overdue = if standing.is_overdue() { "，已逾期" } else { "" };
    format!("{state}{since}{overdue}")
}

/// The name of what happened, marked where it counts for nothing.
pub fn act_done(act: &Act, weight: Weight) -> String {
    let name = names::act(act.kind());
    match weight {
        Weight::Counts => name.to_owned(),
        Weight::Void => format!("{name}（已更正）"),
        Weight::NoEffect => format!("{name}（不起作用）"),
    }
}

/// What an act says beside its text.
pub fn act_detail(act: &Act) -> Option<String> {
    let detail = match act {
        Act::Done { occurrence: Some(day), .. } => format!("{day}期"),
        Act::Extend { due, limit, .. } => format!("延至{due}{}", in_words(limit.as_deref())),
        Act::Reopen { due, limit, basis, .. } => {
            let due = due.map(|due| format!("新截止日期{due}{}", in_words(limit.as_deref())));
            clauses([named("依据", basis.as_deref()), due])
        }
        Act::Close { verifier, reason, .. } => {
            clauses([named("核查人", verifier.as_deref()), named("理由", reason.as_deref())])
        }
        Act::Review { outcome, next, .. } => {
            let next = next.map(|next| format!("下次回访{next}"));
            clauses([Some(names::outcome(*outcome).to_owned()), next])
        }
        Act::Assign { to, .. } => super::echoes::answers(to),
        Act::Suspend { approver } | Act::Resume { approver } | Act::Withdraw { approver } => {
            clauses([named("批准人", approver.as_deref())])
        }
        Act::Transfer { to, reference } => {
            clauses([Some(format!("移送{to}")), named("文号", reference.as_deref())])
        }
        Act::Notice { level, number, .. } => {
            super::course::notice(&super::course::level(*level), number)
        }
        Act::Recover { amount, .. } => amount.to_string(),
        Act::Account { form, persons, times } => {
            let count =
                |number: &Option<u32>, unit: &str| number.map(|number| format!("{number}{unit}"));
            let counted = [count(persons, "人"), count(times, "人次")].into_iter().flatten();
            let counted = counted.collect::<Vec<_>>().join("、");
            format!("{}{counted}", names::form(usize::from(*form)))
        }
        Act::Indicator { name, actual } => format!("{name}：{actual}"),
        Act::Amend { measure, change, .. } => {
            let (field, value) = (change.field, change.value.to_string());
            let name = amended_field(Lang::Zh, field, *measure);
            format!("{name}改为{}", amended_value(Lang::Zh, field, &value))
        }
        Act::Void { of } => format!("更正记录 {of}"),
        _ => String::new(),
    };
    let measures = match act.measures() {
        // The field that is amended names its measure itself.
        _ if matches!(act, Act::Amend { .. }) => String::new(),
        [] => String::new(),
        numbers => {
            format!("措施{}", numbers.iter().map(u32::to_string).collect::<Vec<_>>().join("、"))
        }
    };
    let words = [measures, detail]
        .into_iter()
        .filter(|words| !words.is_empty())
        .collect::<Vec<_>>()
        .join("，");
    (!words.is_empty()).then_some(words)
}

/// A limit in words behind its day.
fn in_words(limit: Option<&str>) -> String {
    limit.map(|limit| format!("（{limit}）")).unwrap_or_default()
}

fn named(label: &str, value: Option<&str>) -> Option<String> {
    value.map(|value| format!("{label}：{value}"))
}

fn clauses<const N: usize>(parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join("；")
}
