//! How things stand once an act is recorded, in Chinese.

use super::{limits, names};
use crate::domain::acts::State;
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::domain::figure::Figure;
use crate::domain::limit::Note;
use crate::domain::responsible::Responsible;
use crate::render::words::{Echo, amended_field, amended_value, full_day};

/// What is said.
pub fn echo(echo: &Echo) -> String {
    match echo {
        Echo::Extended { id, from, to, late, provisional, notes } => {
            let moved = moved(*from, *to, *late);
            format!("{id} {}", with_notes(moved, notes, *provisional))
        }
        Echo::KeepDays { id, measures } => {
            let numbers: Vec<_> = measures.iter().map(|no| format!("{id}.{no}")).collect();
            format!("{} 单独定有时限，不随之延期", numbers.join("、"))
        }
        Echo::Reopened { id, round, day, new, provisional, notes, today } => {
            let day = self::round(*day, *new, *today);
            format!("{id} 第{round}轮；{}", with_notes(day, notes, *provisional))
        }
        Echo::Answers { id, who } => format!("{id} {}", answers(who)),
        Echo::NextReview { id, next: Some(next), today } => {
            format!("{id} 下次回访{}，{}", full_day(Lang::Zh, *next), left(*next, *today))
        }
        Echo::NextReview { id, next: None, .. } => {
            format!("{id} 不属长期坚持，不再定期回访；如需再访，用 --next 写明日期")
        }
        Echo::Relapsed(id) => format!("{id} 已反弹，请用 `ledger reopen` 重启"),
        Echo::Stands { id, state, late, day, today } => {
            format!("{id} {}", stands(*state, *late, *day, *today))
        }
        Echo::Indicator { id, name, unit, actual, target, reached } => {
            let unit = unit.as_deref().unwrap_or_default();
            format!("{id} {}", indicator(name, unit, *actual, *target, *reached))
        }
        Echo::OtherDay { id, read, due, field } => {
            format!(
                "{id} 此字句读作{read}，截止日期仍为{due}；如日期也写错了，再用 --set {field}={read} 勘误"
            )
        }
        Echo::Amended { id, measure, field, old, new } => {
            let name = amended_field(Lang::Zh, *field, *measure);
            let value = |text: &str| amended_value(Lang::Zh, *field, text);
            match old {
                Some(old) => format!("{id} {name}：{} → {}", value(old), value(new)),
                None => format!("{id} {name}：→ {}，原来未写", value(new)),
            }
        }
    }
}

fn moved(from: Option<Day>, to: Day, late: bool) -> String {
    let late = if late { "（逾期后才申请）" } else { "" };
    match from {
        Some(from) => format!("{from} → {to}，延长{}天{late}", from.days_until(to)),
        None => format!("→ {}；原无截止日期", full_day(Lang::Zh, to)),
    }
}

fn round(day: Option<Day>, new: bool, today: Day) -> String {
    match day {
        None => "没有截止日期".to_owned(),
        Some(day) if new => format!("→ {}，{}", full_day(Lang::Zh, day), left(day, today)),
        Some(day) if day < today => {
            let late = day.days_until(today);
            format!("未定新时限，仍按原截止日期{day}，即已逾期{late}天")
        }
        Some(day) => format!("未定新时限，仍按原截止日期{day}，{}", left(day, today)),
    }
}

fn left(day: Day, today: Day) -> String {
    match today.days_until(day) {
        left if left >= 0 => format!("还有{left}天"),
        late => format!("已过{}天", -late),
    }
}

fn with_notes(day: String, notes: &[Note], provisional: bool) -> String {
    let mut parts = vec![day];
    parts.extend(notes.iter().map(limits::note));
    if provisional {
        parts.push("当年放假安排尚未公布，日期暂定".to_owned());
    }
    parts.join("；")
}

/// Who answers, by what each is there for.
pub(super) fn answers(who: &Responsible) -> String {
    let lists = [
        ("牵头", &who.lead),
        ("共同负责", &who.joint),
        ("配合", &who.with),
        ("责任领导", &who.leader),
        ("责任人", &who.person),
    ];
    let named = lists.iter().filter(|(_, names)| !names.is_empty());
    named
        .map(|(role, names)| format!("{role}：{}", names.join("、")))
        .collect::<Vec<_>>()
        .join("；")
}

fn stands(state: State, late: Option<i64>, day: Option<Day>, today: Day) -> String {
    let state_name = names::state(state);
    match (late, day) {
        (Some(late), _) => format!("{state_name}，已逾期{late}天"),
        (None, Some(day)) if state == State::Open => {
            format!("{state_name}，截止日期{}，{}", full_day(Lang::Zh, day), left(day, today))
        }
        _ => state_name.to_owned(),
    }
}

fn indicator(
    name: &str,
    unit: &str,
    actual: Figure,
    target: Option<Figure>,
    reached: bool,
) -> String {
    match target {
        None => format!("{name}现为{actual}{unit}"),
        Some(target) if reached => format!("{name}现为{actual}{unit}，已达目标{target}{unit}"),
        Some(target) => format!("{name}现为{actual}{unit}，未达目标{target}{unit}"),
    }
}
