//! How a problem stands, and what happened to it, in Chinese.

use super::limits;
use super::names;
use crate::domain::day::Day;
use crate::domain::entry::Act;
use crate::domain::limit::{Kind, Note, Reading};
use crate::domain::standing::Standing;
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
        Act::Extend { due, .. } => format!("延至{due}"),
        Act::Reopen { due: Some(due), .. } => format!("新截止日期{due}"),
        Act::Close { verifier: Some(verifier), .. } => format!("核验：{verifier}"),
        Act::Review { outcome, .. } => names::outcome(*outcome).to_owned(),
        Act::Assign { to, .. } => super::echoes::answers(to),
        Act::Transfer { to, .. } => format!("移送{to}"),
        Act::Notice { number, .. } => number.clone(),
        Act::Recover { amount, .. } => amount.to_string(),
        Act::Account { form, persons, times } => {
            let count = |number: &Option<u32>, unit: &str| {
                number.map(|number| format!("{number}{unit}")).unwrap_or_default()
            };
            format!("第{form}种形态{}{}", count(persons, "人"), count(times, "人次"))
        }
        Act::Indicator { name, actual } => format!("{name}：{actual}"),
        Act::Amend { measure, change, .. } => {
            format!("{}改为{}", change.field_name(*measure), change.value)
        }
        Act::Void { of } => format!("作废记录{of}"),
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
