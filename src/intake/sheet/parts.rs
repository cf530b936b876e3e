//! Several things in one cell: numbered items, and milestones with days of their own.
//!
//! Only what is certain is taken apart: numbers of one style from one on, without a gap, from the first letter of the cell.

use std::ops::Range;

use super::headers::half_width;

/// What the numbers in a cell say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Numbered {
    /// There are none, or one.
    No,
    /// Items, without their numbers, as bytes of the text.
    Items(Vec<Range<usize>>),
    /// Numbers that do not run through, or text before the first.
    Unclear,
}

/// How an item is numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// `1、` `1.` `1)`
    Figure,
    /// `(1)`
    FigureInBrackets,
    /// `①`
    Circled,
    /// `一、`
    Character,
    /// `（一）`
    CharacterInBrackets,
    /// `一是`
    Spoken,
}

/// A number at a place where an item may begin.
struct Mark {
    start: usize,
    end: usize,
    style: Style,
    number: usize,
}

const CHARACTERS: &str = "一二三四五六七八九十";

/// Reads the items of a cell; 一是, 二是 are items where the text is known to be measures, else points of one thing.
pub(super) fn numbered(text: &str, spoken: bool) -> Numbered {
    let marks = marks(text);
    let Some(first) = marks.iter().find(|mark| spoken || mark.style != Style::Spoken) else {
        return Numbered::No;
    };
    let own: Vec<&Mark> = marks.iter().filter(|mark| mark.style == first.style).collect();
    if own.len() < 2 {
        return Numbered::No;
    }
    let runs = own.iter().zip(1..).all(|(mark, number)| mark.number == number);
    if !runs || own[0].start > 0 {
        return Numbered::Unclear;
    }
    let ends = own.iter().skip(1).map(|mark| mark.start).chain([text.len()]);
    let items = own.iter().zip(ends).map(|(mark, end)| trimmed(text, mark.end..end));
    let items: Vec<_> = items.collect();
    if items.iter().any(Range::is_empty) { Numbered::Unclear } else { Numbered::Items(items) }
}

/// Takes blanks, and the signs that only part items, from both ends.
fn trimmed(text: &str, span: Range<usize>) -> Range<usize> {
    let parts = |c: char| c.is_whitespace() || matches!(c, '；' | ';' | '，' | ',' | '、');
    let item = &text[span.clone()];
    let start = span.start + (item.len() - item.trim_start_matches(parts).len());
    start..(start + item.trim_matches(parts).len())
}

fn marks(text: &str) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    let mut before = None;
    for (at, c) in text.char_indices() {
        let begins = before.is_none_or(|it: char| {
            it.is_whitespace() || matches!(it, '。' | '；' | ';' | '，' | ',' | '：' | ':' | '.')
        });
        before = Some(c);
        // ① needs no sign before it: it is nothing else.
        let circled = ('①'..='⑳').contains(&c);
        let inside = marks.last().is_some_and(|mark| at < mark.end);
        if (begins || circled) && !inside {
            marks.extend(mark(text, at));
        }
    }
    marks
}

fn mark(text: &str, start: usize) -> Option<Mark> {
    let rest = &text[start..];
    let first = rest.chars().next()?;
    let made =
        |style, number, length: usize| Some(Mark { start, end: start + length, style, number });
    if ('①'..='⑳').contains(&first) {
        let number = usize::try_from(u32::from(first) - u32::from('①')).ok()? + 1;
        return made(Style::Circled, number, first.len_utf8());
    }
    if let Some(inner) = rest.strip_prefix(['(', '（']) {
        let bracket = first.len_utf8();
        let (style, number, length) = figure(inner)
            .map(|(number, length)| (Style::FigureInBrackets, number, length))
            .or_else(|| {
                let (number, length) = character(inner)?;
                Some((Style::CharacterInBrackets, number, length))
            })?;
        let close = inner[length..].chars().next().filter(|c| matches!(c, ')' | '）'))?;
        return made(style, number, bracket + length + close.len_utf8());
    }
    if let Some((number, length)) = figure(rest) {
        let mut behind = rest[length..].chars();
        let sign = behind.next().filter(|c| matches!(c, '、' | '.' | '．' | ')' | '）'))?;
        // 1.5 is no number of an item, nor is 1、2号楼 the first of two.
        let next = behind.next().map(half_width);
        let behind = &rest[length + sign.len_utf8()..];
        let is_figure =
            sign != '、' && next.is_some_and(|c| c.is_ascii_digit()) && !is_month(behind);
        return if is_figure {
            None
        } else {
            made(Style::Figure, number, length + sign.len_utf8())
        };
    }
    let (number, length) = character(rest)?;
    match rest[length..].chars().next()? {
        '是' => made(Style::Spoken, number, length + '是'.len_utf8()),
        '、' => made(Style::Character, number, length + '、'.len_utf8()),
        _ => None,
    }
}

/// Tells whether a text begins with a month or a year: 1.6月底前 is no 1.6.
fn is_month(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match digits {
        1 | 2 => text[digits..].starts_with('月'),
        4 => text[digits..].starts_with('年'),
        _ => false,
    }
}

/// A number of at most two figures, and its bytes.
fn figure(text: &str) -> Option<(usize, usize)> {
    let digits: String =
        text.chars().map(half_width).take_while(char::is_ascii_digit).take(3).collect();
    let length = text.chars().take(digits.len()).map(char::len_utf8).sum();
    let number = digits.parse().ok().filter(|_| digits.len() <= 2)?;
    Some((number, length))
}

/// A number from 一 to 十九, and its bytes: no cell has more items. Papers count on, and have a reader of their own.
fn character(text: &str) -> Option<(usize, usize)> {
    let value = |c: char| CHARACTERS.chars().position(|known| known == c).map(|place| place + 1);
    let mut letters = text.chars();
    let first = value(letters.next()?)?;
    let width = '一'.len_utf8();
    match letters.next().and_then(value) {
        Some(second) if first == 10 && second < 10 => Some((10 + second, 2 * width)),
        Some(_) => None,
        None => Some((first, width)),
    }
}

/// A part of the work with its own limit, as bytes of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Milestone {
    pub(super) limit: Range<usize>,
    /// What is to be done; empty where only a limit stands there.
    pub(super) text: Range<usize>,
}

/// Reads milestones: at least two parts, of which each begins with a limit of its own.
pub(super) fn milestones(text: &str) -> Option<Vec<Milestone>> {
    let parts = match numbered(text, true) {
        Numbered::Items(items) => items,
        Numbered::Unclear => return None,
        Numbered::No => pieces(text),
    };
    let milestone = |span: &Range<usize>| {
        let part = &text[span.clone()];
        let length = limit_at(part)?;
        let limit = span.start..span.start + length;
        let rest = trimmed(text, limit.end..span.end);
        let colon = |c: char| matches!(c, '：' | ':') || c.is_whitespace();
        let bare = text[rest.clone()].trim_start_matches(colon).len();
        let rest = rest.end - bare..rest.end;
        let end = rest.start + text[rest.clone()].trim_end_matches(['。', '.']).len();
        Some(Milestone { limit, text: rest.start..end })
    };
    let found: Vec<_> = parts.iter().map(milestone).collect::<Option<_>>()?;
    (found.len() > 1).then_some(found)
}

/// The parts between semicolons and line ends.
fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for piece in text.split_inclusive(['；', ';', '\n']) {
        pieces.push(trimmed(text, start..start + piece.len()));
        start += piece.len();
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// How many bytes of a limit stand at the beginning: 2022年3月底前, 6月30日前, 年底前, 第三季度末.
pub(super) fn limit_at(text: &str) -> Option<usize> {
    let mut rest = text;
    let mut known = false;
    let take = |rest: &mut &str, units: &[&str]| {
        let digits = rest.chars().take_while(char::is_ascii_digit).count();
        let unit = units.iter().find(|unit| rest[digits..].starts_with(**unit));
        let Some(unit) = unit.filter(|_| (1..=4).contains(&digits)) else { return false };
        *rest = &rest[digits + unit.len()..];
        true
    };
    let year = take(&mut rest, &["年"]);
    if let Some(behind) = rest.strip_prefix('第')
        && let Some((quarter, behind)) = behind.split_once("季度")
        && quarter.chars().count() == 1
    {
        (rest, known) = (behind, true);
    }
    if !known && take(&mut rest, &["月"]) {
        known = true;
        take(&mut rest, &["日", "号"]);
    }
    let periods = ["上旬", "中旬", "下旬", "底", "末", "初"];
    if let Some(behind) = periods.iter().find_map(|word| rest.strip_prefix(word)) {
        known |= year;
        rest = behind;
    } else if let Some(behind) = rest.strip_prefix("年底").or_else(|| rest.strip_prefix("年末"))
    {
        (rest, known) = (behind, true);
    }
    let ends = ["之前", "以前", "前"];
    rest = ends.iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    known.then(|| text.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::{Numbered, milestones, numbered};

    fn items(text: &str) -> Option<Vec<&str>> {
        match numbered(text, true) {
            Numbered::Items(items) => Some(items.into_iter().map(|it| &text[it]).collect()),
            Numbered::No | Numbered::Unclear => None,
        }
    }

    #[test]
    fn numbers_that_run_through_part_a_cell() {
        for text in [
            "1、甲；2、乙",
            "1.甲\n2.乙",
            "1. 甲 2. 乙",
            "(1)甲；(2)乙",
            "（１）甲\n（２）乙",
            "①甲②乙",
            "一是甲；二是乙",
            "一、甲\n二、乙",
            "（一）甲\n（二）乙",
        ] {
            assert_eq!(items(text), Some(vec!["甲", "乙"]), "{text}");
        }
        assert_eq!(items("1、甲。2、乙。\n3、丙。"), Some(vec!["甲。", "乙。", "丙。"]));
        assert_eq!(items("1、甲①子②女；2、乙"), Some(vec!["甲①子②女", "乙"]));
        assert_eq!(
            items("1.6月底前拨付；2.2024年底前核实"),
            Some(vec!["6月底前拨付", "2024年底前核实"])
        );
    }

    #[test]
    fn others_do_not() {
        for text in ["甲", "1、甲", "1.5米护栏缺失，2.5米护栏松动", "1、2号楼未检", "10月底前", ""]
        {
            assert_eq!(numbered(text, true), Numbered::No, "{text}");
        }
        for text in
            ["存在问题：1、甲；2、乙", "1、甲；3、乙", "2、甲；3、乙", "1、甲；1、乙", "1、；2、乙"]
        {
            assert_eq!(numbered(text, true), Numbered::Unclear, "{text}");
        }
        assert_eq!(numbered("一是甲；二是乙", false), Numbered::No);
    }

    #[test]
    fn milestones_have_a_limit_each() {
        let parts = |text: &'static str| {
            let found = milestones(text)?;
            let said = found.into_iter().map(|it| (&text[it.limit], &text[it.text]));
            Some(said.collect::<Vec<_>>())
        };
        assert_eq!(
            parts("3月底前完成排查；6月30日前，完成整改。"),
            Some(vec![("3月底前", "完成排查"), ("6月30日前", "完成整改")])
        );
        assert_eq!(
            parts("1、2022年10月底：甲\n2、年底前：乙\n3、第三季度末"),
            Some(vec![("2022年10月底", "甲"), ("年底前", "乙"), ("第三季度末", "")])
        );
        assert_eq!(parts("3月底前完成排查；完成整改"), None);
        assert_eq!(parts("10月底前整改到位，并长期坚持"), None);
    }
}
