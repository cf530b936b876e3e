//! What happened, in a sentence, in Chinese.

use super::day;
use crate::domain::entry::{Act, Entry, Outcome};
use crate::domain::figure::Figure;
use crate::domain::indicator::Indicator;
use crate::domain::standing::Standing;
use crate::render::words::paper::happened::indicator;
use crate::render::words::zh::names;

/// Tells of an entry in a sentence.
pub fn happened(entry: &Entry, indicators: &[Indicator]) -> String {
    let on = entry.day().map(|on| format!("{}，", day(on))).unwrap_or_default();
    let did = did(entry, indicators);
    let text = entry.text.as_deref().map(str::trim).unwrap_or_default();
    let colon = if text.is_empty() { "" } else { "：" };
    ended(&format!("{on}{did}{colon}{text}"))
}

/// Puts a full stop behind a sentence that has none.
pub(super) fn ended(sentence: &str) -> String {
    let ends = |c: char| matches!(c, '。' | '！' | '？' | '；' | '…' | '.');
    let bare = sentence.trim_end_matches('”');
    if bare.ends_with(ends) { sentence.to_owned() } else { format!("{sentence}。") }
}

/// Who did what.
fn did(entry: &Entry, indicators: &[Indicator]) -> String {
    let by = &entry.by;
    let measures = of_measures(entry.act.measures());
    match &entry.act {
        Act::Done { occurrence: Some(of), .. } => format!("{by}报结{of}期"),
        Act::Done { .. } => format!("{by}报结{measures}"),
        Act::Return { .. } => format!("{by}退回{measures}"),
        Act::Close { verifier, reason, .. } => {
            let verified =
                verifier.as_deref().map(|who| format!("{who}核查，")).unwrap_or_default();
            let reason = reason.as_deref().map(|why| format!("（理由：{why}）"));
            format!("{verified}{by}销号{}", reason.unwrap_or_default())
        }
        Act::Reopen { basis, due, .. } => {
            let basis = basis.as_deref().map(|basis| format!("依据{basis}")).unwrap_or_default();
            let due = due.map(|due| format!("，新截止日期{}", day(due))).unwrap_or_default();
            format!("{by}{basis}重启{measures}{due}")
        }
        Act::Extend { due, approver, .. } => {
            let who = approver.as_ref().unwrap_or(by);
            format!("{who}批准{measures}延期至{}", day(*due))
        }
        Act::Review { outcome, .. } => {
            let found = match outcome {
                Outcome::Kept => "成果保持",
                Outcome::Relapsed => "发现反弹",
            };
            format!("{by}回访，{found}")
        }
        Act::Suspend { approver } | Act::Resume { approver } | Act::Withdraw { approver } => {
            let who = approver.as_ref().unwrap_or(by);
            format!("{who}批准{}", names::act(entry.act.kind()))
        }
        Act::Transfer { to, reference } => {
            let reference = reference.as_deref().map(|number| format!("（{number}）"));
            format!("{by}移送{to}{}", reference.unwrap_or_default())
        }
        Act::Recover { amount, .. } => format!("{by}追缴{amount}"),
        Act::Account { form, persons, times } => {
            let count = |number: &Option<u32>, unit: &str| number.map(|it| format!("{it}{unit}"));
            let counts = [count(persons, "人"), count(times, "人次")].into_iter().flatten();
            let counts = counts.collect::<Vec<_>>().join("、");
            format!("{by}问责，{}{counts}", names::form(usize::from(*form)))
        }
        Act::Indicator { name, actual } => {
            let known = indicator(name, indicators);
            let unit = known.and_then(|known| known.unit.as_deref()).unwrap_or_default();
            let target = known.and_then(|known| known.target);
            let target = target.map(|target| format!("（目标{target}{unit}）")).unwrap_or_default();
            format!("{by}测得{name}{actual}{unit}{target}")
        }
        Act::Progress { .. } | Act::Assign { .. } | Act::Notice { .. } => by.clone(),
        Act::Amend { .. } | Act::Void { .. } => format!("{by}{}", names::act(entry.act.kind())),
    }
}

fn of_measures(numbers: &[u32]) -> String {
    let numbers: Vec<_> = numbers.iter().map(u32::to_string).collect();
    if numbers.is_empty() { String::new() } else { format!("措施{}", numbers.join("、")) }
}

/// The state of a problem, since when, and whether it is overdue.
pub fn state(standing: &Standing<'_>) -> String {
    let since = standing.since.map(|on| format!("（自{}）", day(on))).unwrap_or_default();
    let overdue = if standing.is_overdue() { "，已逾期" } else { "" };
    format!("{}{since}{overdue}", names::state(standing.state))
}

/// How an indicator stands to its baseline and target.
pub fn measured(indicator: &Indicator, actual: Option<Figure>) -> String {
    let unit = indicator.unit.as_deref().unwrap_or_default();
    let told = |name: &str, value: Option<Figure>| value.map(|it| format!("{name}{it}{unit}"));
    let reached = actual
        .filter(|_| indicator.target.is_some())
        .map(|actual| if indicator.is_reached_by(actual) { "已达标" } else { "未达标" }.to_owned());
    let parts = [
        told("基数", indicator.baseline),
        told("目标", indicator.target),
        told("现为", actual).or_else(|| Some("尚无实际值".to_owned())),
        reached,
    ];
    let parts = parts.into_iter().flatten().collect::<Vec<_>>().join("，");
    format!("指标“{}”：{parts}。", indicator.name)
}
