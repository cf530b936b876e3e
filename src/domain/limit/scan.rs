//! Finds the parts of a limit in its words. What stands between them is what the work is, and is passed over; what
//! looks like a time and is not understood makes the whole unreadable.

use super::cursor::Cursor;
use super::part::{Event, Part, Year};
use super::{chinese, counted, lexicon, recurring};

/// A part and the bytes of the even words in which it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) span: (usize, usize),
    pub(super) part: Part,
}

/// What earlier parts say for later ones: `12月上旬完成、中旬补齐`, `2023年6月底和9月底`.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Context {
    pub(super) year: Option<Year>,
    pub(super) month: Option<u32>,
    pub(super) event: Option<Event>,
}

/// Finds the parts in their order. Words in brackets only explain, unless there is nothing else.
pub(super) fn parts(text: &str) -> Vec<Found> {
    let found = scan(text, true);
    let dated = |found: &Found| !matches!(found.part, Part::Vague);
    if found.iter().any(dated) || !text.contains('(') { found } else { scan(text, false) }
}

fn scan(text: &str, skip_brackets: bool) -> Vec<Found> {
    let mut cursor = Cursor::over(text);
    let mut context = Context::default();
    let mut found = Vec::new();
    while let Some(first) = cursor.first() {
        if first == '(' && skip_brackets {
            skip_bracket(&mut cursor);
            continue;
        }
        if let Some(event) = counted::event(&mut cursor) {
            context.event = Some(event);
            continue;
        }
        let start = cursor.at();
        match part(&mut cursor, first, &mut context) {
            Some(part) => found.push(Found { span: (start, cursor.at()), part }),
            None => cursor.step(),
        }
    }
    found
}

fn skip_bracket(cursor: &mut Cursor<'_>) {
    let mut depth = 0;
    while let Some(c) = cursor.first() {
        depth += i32::from(c == '(') - i32::from(c == ')');
        cursor.step();
        if depth == 0 {
            break;
        }
    }
}

/// Reads the part that begins here. The first character decides what can stand there, so that most are passed quickly.
fn part(cursor: &mut Cursor<'_>, first: char, context: &mut Context) -> Option<Part> {
    if let Some(part) = lexicon::part(cursor, first) {
        return Some(part);
    }
    let from_month = |cursor: &mut Cursor<'_>| counted::from_this_month(cursor, first, context);
    let part = cursor
        .attempt(from_month)
        .or_else(|| cursor.attempt(|cursor| recurring::part(cursor, first)))
        .or_else(|| cursor.attempt(|cursor| chinese::part(cursor, first, context)))
        .or_else(|| cursor.attempt(|cursor| counted::part(cursor, context)))
        .or_else(|| cursor.attempt(|cursor| damaged(cursor, first)))?;
    Some(chinese::unless_it_begins(cursor, part))
}

/// Units of what is counted, and is no time.
const OTHER: [&str; 16] = [
    "次",
    "项",
    "个问题",
    "个单位",
    "名",
    "人",
    "家",
    "条",
    "类",
    "%",
    "份",
    "元",
    "万",
    "级",
    "件",
    "处",
];

/// Digits that no reading takes, or a place that was never filled in. Counts of other things (`3次`) are no times.
fn damaged(cursor: &mut Cursor<'_>, first: char) -> Option<Part> {
    if matches!(first, 'x' | '×' | '*' | '_' | '某' | '?') {
        while cursor.takes_any(&["x", "×", "*", "_", "某", "?"]) {}
        cursor.takes("个");
        return cursor
            .takes_any(&["年", "月", "日", "季度", "周", "天", "工作日"])
            .then_some(Part::Damaged);
    }
    if first.is_ascii_digit() {
        cursor.number();
        while cursor.first().is_some_and(|c| c.is_ascii_digit()) {
            cursor.step();
        }
        return if cursor.takes_any(&OTHER) { None } else { Some(Part::Damaged) };
    }
    // A Chinese numeral is a time only where a unit of time follows.
    cursor.number()?;
    cursor.takes_any(&["月底", "月份", "日前", "年底", "年前"]).then_some(Part::Damaged)
}
