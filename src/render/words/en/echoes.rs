//! How things stand once an act is recorded, in English.

use super::{limits, names};
use crate::domain::acts::State;
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::domain::figure::Figure;
use crate::domain::limit::Note;
use crate::domain::responsible::Responsible;
use crate::render::words::{Echo, amended_field, amended_value, days, full_day};

/// What is said.
pub fn echo(echo: &Echo) -> String {
    match echo {
        Echo::Extended { id, from, to, late, provisional, notes } => {
            let moved = moved(*from, *to, *late);
            format!("{id}: {}", with_notes(moved, notes, *provisional))
        }
        Echo::KeepDays { id, measures } => {
            let numbers: Vec<_> = measures.iter().map(|no| format!("{id}.{no}")).collect();
            let verb = if numbers.len() == 1 {
                "keeps its own last day"
            } else {
                "keep their own last days"
            };
            format!("{} {verb}", numbers.join(", "))
        }
        Echo::Reopened { id, round, day, new, provisional, notes, today } => {
            let day = self::round(*day, *new, *today);
            format!("{id}: round {round}; {}", with_notes(day, notes, *provisional))
        }
        Echo::Answers { id, who } => format!("{id}: {}", answers(who)),
        Echo::NextReview { id, next: Some(next), today } => {
            format!("{id}: next review {}, {}", full_day(Lang::En, *next), left(*next, *today))
        }
        Echo::NextReview { id, next: None, .. } => {
            format!("{id}: no further review, since it is not sustained; --next sets one")
        }
        Echo::Relapsed(id) => format!("{id}: it came back; open it again with `ledger reopen`"),
        Echo::Stands { id, state, late, day, today } => {
            format!("{id}: {}", stands(*state, *late, *day, *today))
        }
        Echo::Indicator { id, name, unit, actual, target, reached } => {
            let unit = unit.as_deref().unwrap_or_default();
            format!("{id}: {}", indicator(name, unit, *actual, *target, *reached))
        }
        Echo::OtherDay { id, read, due, field } => {
            format!(
                "{id}: these words give {read}, and the last day is still {due}; if that is wrong too, --set {field}={read}"
            )
        }
        Echo::Amended { id, measure, field, old, new } => {
            let name = amended_field(Lang::En, *field, *measure);
            let value = |text: &str| amended_value(Lang::En, *field, text);
            match old {
                Some(old) => format!("{id}: {name} {} → {}", value(old), value(new)),
                None => format!("{id}: {name} → {}; it was not written", value(new)),
            }
        }
    }
}

fn moved(from: Option<Day>, to: Day, late: bool) -> String {
    let late = if late { " (asked for after the day: late)" } else { "" };
    match from {
        Some(from) => {
            format!("{from} → {to}, {} more{late}", days(Lang::En, from.days_until(to)))
        }
        None => format!("→ {}; it had no last day", full_day(Lang::En, to)),
    }
}

fn round(day: Option<Day>, new: bool, today: Day) -> String {
    match day {
        None => "it has no last day".to_owned(),
        Some(day) if new => format!("→ {}, {}", full_day(Lang::En, day), left(day, today)),
        Some(day) if day < today => {
            let late = days(Lang::En, day.days_until(today));
            format!("its first day {day} counts again, so it is {late} late at once")
        }
        Some(day) => format!("its first day {day} counts again, {}", left(day, today)),
    }
}

fn left(day: Day, today: Day) -> String {
    match today.days_until(day) {
        left if left >= 0 => format!("in {}", days(Lang::En, left)),
        late => format!("{} ago", days(Lang::En, -late)),
    }
}

fn with_notes(day: String, notes: &[Note], provisional: bool) -> String {
    let mut parts = vec![day];
    parts.extend(notes.iter().map(limits::note));
    if provisional {
        parts.push("provisional, since the working days of that year are not published".to_owned());
    }
    parts.join("; ")
}

/// Who answers, by what each is there for.
pub(super) fn answers(who: &Responsible) -> String {
    let lists = [
        ("lead", &who.lead),
        ("joint", &who.joint),
        ("with", &who.with),
        ("leader", &who.leader),
        ("person", &who.person),
    ];
    let named = lists.iter().filter(|(_, names)| !names.is_empty());
    named.map(|(role, names)| format!("{role} {}", names.join(", "))).collect::<Vec<_>>().join("; ")
}

fn stands(state: State, late: Option<i64>, day: Option<Day>, today: Day) -> String {
    let state_name = names::state(state);
    match (late, day) {
        (Some(late), _) => format!("{state_name}, {} overdue", days(Lang::En, late)),
        (None, Some(day)) if state == State::Open => {
            format!("{state_name}, last day {}, {}", full_day(Lang::En, day), left(day, today))
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
        None => format!("{name} {actual}{unit}"),
        Some(target) if reached => format!("{name} {actual}{unit}, target {target}{unit} reached"),
        Some(target) => format!("{name} {actual}{unit}, short of {target}{unit}"),
    }
}
