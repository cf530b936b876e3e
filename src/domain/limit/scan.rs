//! Finds the parts of a limit in its words. What stands between them is what the work is, and is passed over; what
//! looks like a time and is not understood makes the whole unreadable.

use super::cursor::Cursor;
use super::part::{Event, Part, Year};
use super::phase::Known;
use super::{clause, counted, event, lexicon, phase, point, recurring};

/// A part and the bytes of the even words in which it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) span: (usize, usize),
    pub(super) part: Part,
    /// In how many brackets it stands.
    pub(super) depth: u32,
}

/// What earlier parts say for later ones: `12月上旬完成、中旬补齐`, `2023年6月底和9月底`.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Context {
    pub(super) year: Option<Year>,
    pub(super) month: Option<u32>,
    pub(super) event: Option<Event>,
    /// The event stands before the next part and not before the one before it.
    pub(super) fresh: bool,
}

/// Finds the parts in their order.
pub(super) fn parts(text: &str, phases: &[Known]) -> Vec<Found> {
    let mut cursor = Cursor::over(text);
    let mut context = Context::default();
    let mut found = Vec::new();
    let mut depth = 0_u32;
    while let Some(first) = cursor.first() {
        match first {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let start = cursor.at();
        match part(&mut cursor, first, phases, &mut context) {
            Some(Part::Mention) => {}
            Some(part) => {
                context.fresh = false;
                found.push(Found { span: (start, cursor.at()), part, depth });
            }
            None => {
                if let Some(event) = event::named(&mut cursor, first) {
                    context.event = Some(event);
                    context.fresh = true;
                } else {
                    cursor.step();
                }
            }
        }
    }
    found
}

/// Reads the part that begins here. The first character decides what can stand there, so that most are passed quickly.
fn part(
    cursor: &mut Cursor<'_>,
    first: char,
    phases: &[Known],
    context: &mut Context,
) -> Option<Part> {
    if matches!(first, '《' | '(') && cursor.attempt(title).is_some() {
        return Some(Part::Mention);
    }
    if first.is_ascii_punctuation() && !matches!(first, '"' | '_' | '*' | '?') {
        return None;
    }
    if first == '或' {
        cursor.step();
        return Some(Part::Or);
    }
    if !phases.is_empty()
        && let Some(part) = cursor.attempt(|cursor| phase::part(cursor, phases))
    {
        return Some(part);
    }
    lexicon::part(cursor, first)
        .or_else(|| cursor.attempt(|cursor| recurring::part(cursor, first)))
        .or_else(|| cursor.attempt(|cursor| point::part(cursor, first, context)))
        .or_else(|| cursor.attempt(|cursor| counted::part(cursor, first, context)))
        .or_else(|| cursor.attempt(|cursor| damaged(cursor, first)))
}

/// The title or the number of a paper, which may hold a year: `《2026年工作要点》`, `〔2025〕7号`.
fn title(cursor: &mut Cursor<'_>) -> Option<()> {
    if cursor.takes("(") {
        cursor.number()?;
        let number = cursor.takes(")") && cursor.number().is_some();
        return (number && cursor.takes("号")).then_some(());
    }
    let end = cursor.rest().chars().take(LONGEST_TITLE).position(|c| c == '》')?;
    (0..=end).for_each(|_| cursor.step());
    Some(())
}

/// A title that does not end is none; what is longer than this has lost its end.
const LONGEST_TITLE: usize = 100;

/// Signs that stand for a letter that was lost, or never filled in.
pub(super) const BLANKS: [&str; 8] = ["x", "×", "*", "_", "某", "?", "□", "○"];
/// What makes a time of a number, and no count of other things.
const TIMES: [&str; 29] = [
    "年",
    "月",
    "日",
    "天",
    "周",
    "季",
    "旬",
    "号",
    "底",
    "前",
    "末",
    "初",
    "时",
    "小时",
    "点",
    "工作日",
    "星期",
    "礼拜",
    "半年",
    "半月",
    "个月",
    "个季",
    "个工作",
    "个自然",
    "个星期",
    "个礼拜",
    "个小时",
    "个半",
    "个年",
];

/// Digits that no reading takes, or a place that was never filled in. Counts of other things (`3次`) are no times.
fn damaged(cursor: &mut Cursor<'_>, first: char) -> Option<Part> {
    if cursor.takes_any(&BLANKS) {
        while cursor.takes_any(&BLANKS) {}
        cursor.takes("个");
        return cursor.sees(&TIMES).then_some(Part::Damaged);
    }
    let ordinal = cursor.behind().ends_with('第');
    let enumerates = clause::begins(cursor);
    if first == '月' {
        // What stands before it was lost: `N月底前`.
        return cursor.takes_any(&["月底", "月末"]).then_some(Part::Damaged);
    }
    let start = cursor.at();
    if cursor.skip_numerals() == 0 {
        return None;
    }
    if is_year(&cursor.behind()[start..]) && cursor.attempt(lost_sign).is_some() {
        return Some(Part::Damaged);
    }
    if decimal(cursor, enumerates) {
        return Some(Part::Mention);
    }
    let about = cursor.takes_any(&["余", "多", "几", "来"]) | cursor.takes_any(&["个多", "个余"]);
    let is_time = cursor.sees(&TIMES) && !(ordinal && cursor.sees(&["号", "年", "季", "点"]));
    if about || !first.is_ascii_digit() {
        // A Chinese numeral is a part of many words.
        return (is_time && !cursor.sees(&["点", "号", "年级", "天然", "周边", "周全", "时"]))
            .then_some(Part::Damaged)
            .or(Some(Part::Mention));
    }
    // `1.制定方案`, `1、2项`, `第3、4项`.
    let joined = cursor.sees(&[".", "、", ")"]);
    let goes_on = cursor.rest().chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    if joined && (ordinal || enumerates && !goes_on) {
        return Some(Part::Mention);
    }
    if cursor.sees(&[":"]) && (!goes_on || is_label(cursor)) {
        return Some(Part::Mention);
    }
    let broken = clause::ends(cursor)
        || cursor
            .first()
            .is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '/' | '_'));
    Some(if is_time || broken && !ordinal { Part::Damaged } else { Part::Mention })
}

/// The sign behind a label, and not within an hour: `措施1：10月底前`.
fn is_label(cursor: &Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    ahead.step();
    ahead.number().is_some() && ahead.sees(&["年", "月", "个", "日", "天", "周"])
}

fn is_year(figures: &str) -> bool {
    figures.len() == 4 && figures.parse().is_ok_and(|year| (1990..2100).contains(&year))
}

/// A year whose 年 was lost: `2026牟10月底前`, `2026 10月底前`. The plan's year would be a guess.
fn lost_sign(cursor: &mut Cursor<'_>) -> Option<()> {
    let sign = cursor.first().filter(|sign| *sign == ' ' || !sign.is_ascii() && *sign != '、')?;
    cursor.step();
    cursor.number_in(1..=12)?;
    (sign != '号' && cursor.takes("月")).then_some(())
}

/// The rest of `15.7万元`, `98.5%`, `完成1/3`: no date in figures, and nothing that looks like one.
fn decimal(cursor: &mut Cursor<'_>, begins: bool) -> bool {
    let read = cursor.attempt(|cursor| {
        let fraction = cursor.takes("/");
        (fraction || cursor.takes(".")).then_some(())?;
        (cursor.skip_numerals() > 0).then_some(())?;
        let goes_on = cursor.sees(&[".", "/"]);
        let counts = !clause::ends(cursor) && !cursor.sees(&TIMES);
        (!goes_on && (counts || fraction && !begins)).then_some(())
    });
    read.is_some()
}
