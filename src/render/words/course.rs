//! Lights, extensions, lateness and reviews, in the language chosen.

use super::{en, rung, zh};
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::domain::entry::Act;
use crate::domain::policy::Policy;
use crate::domain::standing::{Accounted, Lateness, Light, Line, Standing};
use crate::render::document::Hue;
use crate::reports::life::{Linked, Moved};

/// What a light says.
pub fn light(lang: Lang, light: Light) -> String {
    match lang {
        Lang::Zh => zh::course::light(light),
        Lang::En => en::course::light(light),
    }
}

/// What the light of a line says, with its colour, where it has one, and the days.
pub fn light_in_full(lang: Lang, line: &Line<'_>, hue: Option<Hue>) -> String {
    match lang {
        Lang::Zh => zh::course::light_in_full(line, hue),
        Lang::En => en::course::light_in_full(line, hue),
    }
}

/// What there is to say of a line beside its state: its round, its extensions, whether it was reported late, and the
/// notice last issued. What was reported in time goes without saying, unless it was extended.
pub fn remarks(lang: Lang, line: &Line<'_>) -> Option<String> {
    let standing = line.standing;
    let round = (standing.round > 1).then(|| round(lang, standing.round));
    let extended = Some(line.extended()).filter(|(times, _)| *times > 0);
    let extended = extended.map(|(times, days)| extended_by(lang, times, days));
    let punctual = told_late(lang, line, extended.is_some());
    let noticed = line.noticed().map(|level| noticed(lang, standing, level));
    joined([round, extended, punctual, noticed], clauses(lang))
}

/// What there is to say of a measure beside its state: its own extensions, and whether it was reported in time.
pub fn own_remarks(lang: Lang, line: &Line<'_>) -> Option<String> {
    let extended = Some(line.extended()).filter(|(times, _)| *times > 0 && line.has_own_day());
    let extended = extended.map(|(times, days)| extended_by(lang, times, days));
    let punctual = told_late(lang, line, extended.is_some());
    let entered = line.measure.and_then(|measure| measure.measure.entered);
    joined([extended, punctual, entered.map(|day| entered_on(lang, day))], clauses(lang))
}

/// Whether it was reported in time, where that is worth a remark.
fn told_late(lang: Lang, line: &Line<'_>, extended: bool) -> Option<String> {
    let late = line.reported_late().filter(|late| extended || !late.is_in_time())?;
    let of_line = line.measure.map(|measure| measure.measure.no);
    Some(punctual(lang, &late, of_line))
}

fn joined<const N: usize>(parts: [Option<String>; N], joiner: &str) -> Option<String> {
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(joiner))
}

/// Remarks in a line.
pub fn clauses_of(lang: Lang, parts: &[String]) -> String {
    parts.join(clauses(lang))
}

/// What stands between two remarks.
fn clauses(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    }
}

/// When a problem was reported, and whether in time.
pub fn reported(lang: Lang, on: Day, late: Option<Lateness>) -> String {
    match (lang, late) {
        (_, None) => on.to_string(),
        (Lang::Zh, Some(late)) => format!("{on}，{}", punctual(lang, &late, None)),
        (Lang::En, Some(late)) => format!("{on}, {}", punctual(lang, &late, None)),
    }
}

/// How a day stands to a last day that was so many days before it; below zero it is still to come.
pub fn to_last_day(lang: Lang, days: i64) -> String {
    match lang {
        Lang::Zh => zh::course::to_last_day(days),
        Lang::En => en::course::to_last_day(days),
    }
}

/// Which round it is.
pub fn round(lang: Lang, round: u32) -> String {
    match lang {
        Lang::Zh => zh::course::round(round),
        Lang::En => en::course::round(round),
    }
}

/// How often a last day was moved, and by how many days in all.
pub fn extended_by(lang: Lang, times: usize, days: i64) -> String {
    match lang {
        Lang::Zh => zh::course::extended(times, days),
        Lang::En => en::course::extended(times, days),
    }
}

/// Whether work was reported in time, by the first day and the last. Where those are not the days of what it is said of
/// (`said_of`, a measure or the problem itself), it names the measure and the day.
fn punctual(lang: Lang, late: &Lateness, said_of: Option<u32>) -> String {
    let (first, last) = (late.by_first, late.by_last);
    // What is in time is so by every day.
    let other = late.measure.filter(|_| late.measure != said_of && !late.is_in_time());
    match (lang, other) {
        (Lang::Zh, None) => zh::course::punctual(first, last),
        (Lang::En, None) => en::course::punctual(first, last),
        (Lang::Zh, Some(no)) => {
            format!(
                "{}{}",
                zh::course::of_measure(no, late.last),
                zh::course::punctual(first, last)
            )
        }
        (Lang::En, Some(no)) => {
            format!(
                "{} {}",
                en::course::of_measure(no, late.last),
                en::course::punctual(first, last)
            )
        }
    }
}

/// Which notice was issued last, by the names of the policy in force.
fn noticed(lang: Lang, standing: &Standing<'_>, level: u32) -> String {
    let name = level_name(lang, &standing.policy, level);
    match lang {
        Lang::Zh => zh::course::noticed(&name),
        Lang::En => en::course::noticed(&name),
    }
}

/// What moved a last day: an extension, or the reopening that began a round.
pub fn moved(lang: Lang, moved: &Moved<'_>) -> String {
    match lang {
        Lang::Zh => zh::course::moved(moved),
        Lang::En => en::course::moved(moved),
    }
}

/// When an extension was asked for and by whom, and whether that was in time.
pub fn asked(lang: Lang, moved: &Moved<'_>) -> Option<String> {
    let late = moved.asked_late?;
    let (asked, applicant) = match &moved.entry.act {
        Act::Extend { asked, applicant, .. } => (*asked, applicant.as_deref()),
        _ => (None, None),
    };
    let on = asked.unwrap_or(moved.entry.on);
    Some(match lang {
        Lang::Zh => zh::course::asked(on, late, applicant),
        Lang::En => en::course::asked(on, late, applicant),
    })
}

/// The last review, and what it found.
pub fn last_review(lang: Lang, standing: &Standing<'_>) -> Option<String> {
    let (on, outcome) = standing.watch?.last?;
    Some(match lang {
        Lang::Zh => zh::course::last_review(on, outcome),
        Lang::En => en::course::last_review(on, outcome),
    })
}

/// The next review, and whether it is overdue.
pub fn next_review(lang: Lang, standing: &Standing<'_>) -> Option<String> {
    let next = standing.watch?.next?;
    let late = standing.review_days_late();
    Some(match lang {
        Lang::Zh => zh::course::next_review(next, late),
        Lang::En => en::course::next_review(next, late),
    })
}

/// Persons held to account by the forms, from the first to the fourth; nothing where none were.
pub fn accounts(lang: Lang, accounted: &[Accounted]) -> Option<String> {
    let forms = accounted.iter().enumerate().filter(|(_, of)| **of != Accounted::default());
    let forms: Vec<_> = forms
        .map(|(place, of)| match lang {
            Lang::Zh => zh::course::accounted(place + 1, of),
            Lang::En => en::course::accounted(place + 1, of),
        })
        .collect();
    (!forms.is_empty()).then(|| forms.join(clauses(lang)))
}

/// Another problem: its id, title and state.
pub fn linked(lang: Lang, linked: &Linked) -> String {
    let state = super::state(lang, linked.state);
    match lang {
        Lang::Zh => format!("{}　{}（{state}）", linked.id, linked.title),
        Lang::En => format!("{}  {} ({state})", linked.id, linked.title),
    }
}

/// The name of a level of notices, from 1, on the ladder of a policy; its number where the ladder has fewer rungs.
pub fn level_name(lang: Lang, policy: &Policy, level: u32) -> String {
    let place = (level as usize).saturating_sub(1);
    policy.ladder.get(place).map_or_else(
        || match lang {
            Lang::Zh => zh::course::level(level),
            Lang::En => en::course::level(level),
        },
        |of| rung(lang, of, place),
    )
}

/// A notice, by the name that its level has on the ladder of a policy, and its number.
pub fn notice(lang: Lang, policy: &Policy, level: u32, number: &str) -> String {
    let name = level_name(lang, policy, level);
    match lang {
        Lang::Zh => zh::course::notice(&name, number),
        Lang::En => en::course::notice(&name, number),
    }
}

/// When something was entered that counts from an earlier day.
pub fn entered_on(lang: Lang, day: Day) -> String {
    match lang {
        Lang::Zh => format!("{day}补记"),
        Lang::En => format!("entered {day}"),
    }
}

/// What an indicator only counts, with what one of it is called.
pub fn counted(lang: Lang, name: &str, unit: &str) -> String {
    match lang {
        Lang::Zh => format!("{name}（{unit}）"),
        Lang::En => format!("{name} ({unit})"),
    }
}
