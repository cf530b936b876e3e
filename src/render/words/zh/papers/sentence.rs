//! Sentences of papers in Chinese.

use super::{day, number, states, unit};
use crate::domain::acts::State;
use crate::domain::day::Day;
use crate::domain::ledger::Head;
use crate::domain::standing::LastDay;
use crate::render::words::paper::{Sentence, share};
use crate::render::words::zh::{course, limits, stands};
use crate::reports::paper::Called;
use crate::reports::public::ongoing;
use crate::reports::summary::Figures;

/// A sentence.
pub fn sentence(sentence: Sentence<'_>) -> String {
    match sentence {
        Sentence::Lead { head, called, problems, measures, today } => {
            let counted = super::counted(called, problems, measures);
            format!(
                "{}列入{counted}{}。现将截至{}的有关情况报告如下：",
                origin(head, called),
                days(head),
                day(today)
            )
        }
        Sentence::Totals { called, figures } => format!(
            "{}，{}。{}",
            number(called, figures.all.len()),
            states(called, figures),
            rate(called, figures)
        ),
        Sentence::PublicTotals { called, figures } => public_totals(called, figures),
        Sentence::Overdue(numbers) => format!("逾期的：第{}号。", numbers.join("、")),
        Sentence::Awaiting(numbers) => format!("待销号的：第{}号。", numbers.join("、")),
        Sentence::Money(figures) => format!(
            "涉及金额{}，应追缴{}，已追缴{}，尚未追缴{}。",
            figures.involved,
            figures.recoverable,
            figures.recovered,
            figures.outstanding()
        ),
        Sentence::Counted { name, unit, total, numbers } => {
            format!("{name}{total}{unit}（第{}号）。", numbers.join("、"))
        }
        Sentence::Accounted { all, forms } => {
            format!("问责{}人、{}人次：{forms}。", all.persons, all.times)
        }
        Sentence::Found { found, amount, recoverable, recurs } => {
            let parts = [
                found.map(|found| format!("发现日期：{}", day(found))),
                amount.map(|amount| format!("涉及金额：{amount}")),
                recoverable.map(|amount| format!("应追缴金额：{amount}")),
                (!recurs.is_empty()).then(|| format!("此前同类问题：{}", recurs.join("、"))),
            ];
            let parts = parts.into_iter().flatten().collect::<Vec<_>>().join("；");
            if parts.is_empty() { parts } else { format!("{parts}。") }
        }
        Sentence::State { today, state } => format!("截至{}，{state}。", day(today)),
        Sentence::Limit { .. } => limit(sentence),
        Sentence::LatestOfMeasures(on) => format!("见各项措施，最迟{}", day(on)),
        Sentence::Measure { text, by: [] } => super::happened::ended(text),
        Sentence::Measure { text, by } => {
            let text = text.trim_end_matches('。');
            format!("{text}（{}）。", by.join("；"))
        }
        Sentence::Measured { name, actual, unit } => format!("{name}{actual}{unit}。"),
        Sentence::About(title) => format!("关于“{title}”问题"),
        Sentence::Addressee(to) => format!("{to}："),
    }
}

/// Where the problems come from, and whose ledger it is.
fn origin(head: &Head, called: Called) -> String {
    let source = head.source.as_deref().map(|source| match called {
        Called::Tasks => format!("按照{source}的要求，"),
        Called::Problems | Called::Both => format!("根据{source}反馈意见，"),
    });
    let owner = head.owner.as_deref().map(|owner| format!("{owner}建立台账，"));
    source.into_iter().chain(owner).collect()
}

/// The days that the ledger's head gives.
fn days(head: &Head) -> String {
    let issued = head.issued.map(|on| format!("，方案于{}印发", day(on)));
    let dates = head.dates.iter().map(|(name, on)| format!("，{}{}", event(name), day(*on)));
    issued.into_iter().chain(dates).collect()
}

/// The name of an event; one that is not known stays as it is written.
fn event(name: &str) -> String {
    limits::event_named(name).map_or_else(|| format!("{name}："), str::to_owned)
}

fn rate(called: Called, figures: &Figures) -> String {
    let closed = figures.in_state(State::Closed).len();
    if figures.rated == 0 {
        return String::new();
    }
    format!("完成率{}（按{}{}计）。", share(closed, figures.rated), figures.rated, unit(called))
}

fn public_totals(called: Called, figures: &Figures) -> String {
    let unit = unit(called);
    let count = |state| figures.in_state(state).len();
    let ongoing = ongoing(figures);
    let mut parts = vec![
        number(called, figures.all.len()),
        format!(
            "已完成{}{unit}（其中长期坚持{}{unit}）",
            count(State::Closed),
            figures.sustained.len()
        ),
        format!("正在推进{ongoing}{unit}"),
    ];
    let others = [
        (State::Suspended, "中止整改"),
        (State::Transferred, "移送处理"),
        (State::Withdrawn, "撤销"),
    ];
    let others = others.into_iter().filter(|(state, _)| count(*state) > 0);
    parts.extend(others.map(|(state, name)| format!("{name}{}{unit}", count(state))));
    format!("{}。", parts.join("，"))
}

fn limit(sentence: Sentence<'_>) -> String {
    let Sentence::Limit { words, last, first, late, remarks, sustained, recurs, inside } = sentence
    else {
        return String::new();
    };
    let last = match last {
        LastDay::Day(on) if recurs => Some(format!("下期{}", day(*on))),
        LastDay::Day(on) => Some(format!("截止日期{}", day(*on))),
        LastDay::NotGiven => None,
        LastDay::NoDay(reading) | LastDay::Unclear(reading) => {
            Some(stands::reading(reading)).filter(|read| !words.is_some_and(|it| it.contains(read)))
        }
    };
    let kept = sustained && !words.is_some_and(|words| words.contains("长期坚持"));
    let parts = [
        last,
        first.map(|first: Day| format!("原截止日期{}", day(first))),
        late.map(course::to_last_day),
        remarks.map(str::to_owned),
        kept.then(|| "长期坚持".to_owned()),
    ];
    let parts = parts.into_iter().flatten().collect::<Vec<_>>().join("，");
    match words {
        Some(words) if parts.is_empty() => words.to_owned(),
        Some(words) if inside => format!("{words}，{parts}"),
        Some(words) => format!("{words}（{parts}）"),
        None if parts.is_empty() => "未定时限".to_owned(),
        None => parts,
    }
}
