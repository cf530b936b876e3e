//! Phases of the plan that a limit names: `集中整改期内`, `自查自纠阶段结束前`, `整改期满后1个月内`, `by the end of the first phase`.
//!
//! Only the ledger's head knows them. Where it does not, the words give no day, and the reader says why.

use super::cursor::Cursor;
use super::part::{Dated, Fixed, Part, Point, Year};
use super::point::Read;
use super::{clause, tail, text};
use crate::domain::day::Day;
use crate::domain::ledger::Phase;

/// A phase by the name that words may give it, and where it lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Known {
    name: String,
    from: Option<Day>,
    until: Day,
}

/// What a phase is called beside its name; longer ones stand before their beginnings.
const STAGE: [&str; 8] = ["工作阶段", "工作期间", "工作期", "阶段", "期间", "时期", "期", "工作"];
/// In English the same, with its blank.
const STAGE_ENGLISH: [&str; 3] = [" phase", " stage", " period"];

/// From when something is counted, and until when something is due. What is short follows only what names a phase, since
/// `整改内容` and `集中整改后续工作` hold it too.
const OVER: [&str; 12] = [
    "结束之日起",
    "期满之日起",
    "届满之日起",
    "到期之日起",
    "满之日起",
    "结束以后",
    "结束之后",
    "期满后",
    "届满后",
    "到期后",
    "终了后",
    "结束后",
];
const OVER_STAGE: [&str; 5] = ["完成后", "满后", "之后", "以后", "后"];
const END: [&str; 9] =
    ["结束之前", "结束以前", "结束前", "期满前", "届满前", "到期前", "终了前", "结束时", "结束止"];
const END_STAGE: [&str; 8] = ["完成前", "满前", "末前", "底前", "以内", "之内", "内", "末"];
const START: [&str; 3] = ["开始前", "启动前", "开展前"];
const BEFORE: [&str; 3] = ["之前", "以前", "前"];
/// Words that name a phase, wherever they stand.
const NAMING: [&str; 11] = [
    "阶段",
    "整改期",
    "整治期",
    "期满",
    "期内",
    "整改结束",
    "整治结束",
    "行动结束",
    "活动结束",
    "phase",
    "stage",
];

/// The phases with an end, where the even words may name one.
pub(super) fn known(phases: &[Phase], even: &str) -> Vec<Known> {
    let may_name =
        || is_named(even) || even.contains(['期', '前', '后', '内', '末']) || even.is_ascii();
    if phases.is_empty() || !may_name() {
        return Vec::new();
    }
    let mut known: Vec<Known> = phases
        .iter()
        .filter_map(|phase| {
            let name = text::even(&phase.name);
            let ends = STAGE.iter().chain(&STAGE_ENGLISH);
            let bare = ends.filter_map(|end| name.strip_suffix(end)).find(|bare| !bare.is_empty());
            let name = bare.unwrap_or(&name).to_owned();
            Some(Known { name, from: phase.from, until: phase.until? })
        })
        .collect();
    // The longest that fits is meant: `集中整改` and not `整改`.
    known.sort_by_key(|known| std::cmp::Reverse(known.name.len()));
    known
}

/// Tells whether words that give no day name a phase.
pub(super) fn is_named(even: &str) -> bool {
    NAMING.iter().any(|word| even.contains(word))
}

/// Reads the name of a phase and what is said of it.
pub(super) fn part(cursor: &mut Cursor<'_>, known: &[Known]) -> Option<Part> {
    let (meant, length) = meant(cursor, known)?;
    let end = cursor.at() + length;
    while cursor.at() < end {
        cursor.step();
    }
    let stage = cursor.takes_any(&STAGE);
    if stage && cursor.behind().ends_with('期') && cursor.sees(&["限"]) {
        return None;
    }
    if cursor.takes_any(&OVER) || stage && cursor.takes_any(&OVER_STAGE) {
        return match meant.as_slice() {
            [phase] => {
                Some(tail::since(cursor, Read::end(year(phase.until), Point::Told(phase.until))))
            }
            _ => Some(Part::Damaged),
        };
    }
    let named = stage && !cursor.behind().ends_with("工作");
    let ended = cursor.takes_any(&END)
        || stage && cursor.takes_any(&END_STAGE)
        || cursor.takes_any(&["结束", "期满", "届满"]) && clause::ends(cursor);
    let days: Vec<Day> = if ended
        || named && !cursor.sees(&BEFORE) && !cursor.sees(&START) && clause::is_due(cursor)
    {
        meant.iter().map(|phase| phase.until).collect()
    } else if cursor.takes_any(&START) {
        meant.iter().filter_map(|phase| Some(phase.from?.plus_days(-1))).collect()
    } else if named && cursor.takes_any(&BEFORE) {
        // Before it begins, or by its end?
        let both = |phase: &&Known| [phase.from.map(|from| from.plus_days(-1)), Some(phase.until)];
        meant.iter().flat_map(both).flatten().collect()
    } else {
        return None;
    };
    one_of(&days)
}

/// The phases that are meant, and the bytes of the name: a whole name, or where the words begin its end (`整改期满后` of
/// `集中整改`).
fn meant<'k>(cursor: &Cursor<'_>, known: &'k [Known]) -> Option<(Vec<&'k Known>, usize)> {
    let rest = cursor.rest();
    let begins = clause::begins(cursor)
        || cursor.behind().ends_with(['在', '于', '至', '到', '自', '从', '待', '的']);
    let whole = |phase: &&Known| {
        rest.starts_with(phase.name.as_str()) && (begins || phase.name.chars().count() > 2)
    };
    if let Some(phase) = known.iter().find(whole) {
        return Some((vec![phase], phase.name.len()));
    }
    if !begins {
        return None;
    }
    // The end of a name is followed by what it is called, so that `整改完成后` is none.
    let ends = |phase: &Known| {
        let mut places = phase.name.char_indices().skip(1).map(|(place, _)| place);
        let ends = places.find(|place| {
            let end = &phase.name[*place..];
            let behind = rest.strip_prefix(end);
            end.chars().count() > 1
                && behind.is_some_and(|rest| STAGE.iter().any(|stage| rest.starts_with(stage)))
        });
        ends.map(|place| phase.name.len() - place)
    };
    let length = known.iter().filter_map(ends).max()?;
    Some((known.iter().filter(|phase| ends(phase) == Some(length)).collect(), length))
}

/// Reads in English: `by the end of the first phase`, `within the rectification phase`.
pub(super) fn english(words: &[&str], known: &[Known]) -> Option<Part> {
    if known.is_empty() {
        return None;
    }
    let words: Vec<&str> = words.iter().copied().filter(|word| *word != "the").collect();
    let name = match words.as_slice() {
        ["by" | "before" | "at", "end", "of", name @ ..]
        | ["end", "of", name @ ..]
        | ["within" | "during" | "in", name @ ..] => name.join(" "),
        _ => return None,
    };
    let bare = STAGE_ENGLISH.iter().find_map(|end| name.strip_suffix(end)).unwrap_or(&name);
    let phase = known.iter().find(|phase| phase.name == bare)?;
    one_of(&[phase.until])
}

fn year(day: Day) -> Year {
    Year::Written(day.year())
}

/// One day, or two readings; nobody can tell of more.
fn one_of(days: &[Day]) -> Option<Part> {
    let dated =
        |day: Day| Dated::Fixed(Fixed { year: year(day), point: Point::Told(day), before: false });
    match *days {
        [] => None,
        [day] => Some(Part::Dated(dated(day))),
        [one, other] => Some(Part::Either(dated(one), dated(other))),
        _ => Some(Part::Damaged),
    }
}
