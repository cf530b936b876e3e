//! Rows that are a heading: 一、药品管理方面 across the table is the category of the rows below it.

use std::borrow::Cow;
use std::ops::Range;

use super::cells;
use super::headers::Meaning;
use super::row::SheetRow;
use super::terms::Region;

/// A heading among the rows.
#[derive(Debug, Clone)]
pub(super) struct Chapter<'a> {
    /// The bytes of its name.
    pub(super) span: Range<usize>,
    /// The name without its number.
    pub(super) name: Cow<'a, str>,
}

/// No heading is longer; a problem mostly is.
const LONGEST: usize = 40;

/// So many columns a heading is merged over, at least; two may be one broad column.
const BROAD: usize = 3;

/// What the names of chapters end with.
const ENDS: [&str; 9] =
    ["方面", "方面的问题", "方面存在的问题", "方面问题", "领域", "环节", "类", "类问题", "部分"];

const NUMBERS: &str = "一二三四五六七八九十";

/// What a row says as a heading: it has a single text, which is numbered or named as chapters are, or merged across.
pub(super) fn of<'a>(row: &SheetRow<'a>, merges: &[Region]) -> Option<Chapter<'a>> {
    let cell = row.only()?;
    let text = cell.text.trim();
    let is_letters = text.chars().any(char::is_alphabetic);
    if !is_letters || text.chars().count() > LONGEST || text.contains(['。', '；', '\n', '：', ':'])
    {
        return None;
    }
    let behind = behind_number(text);
    let (numbered, name) = (behind.is_some(), behind.unwrap_or(text));
    let bare = without_count(name);
    let named = ENDS.iter().any(|end| bare.ends_with(end));
    let broad = |it: &Region| {
        it.first_row == row.place
            && it.first_column == cell.column()
            && it.last_column + 1 >= it.first_column + BROAD
    };
    let is_broad = merges.iter().any(broad);
    let is_chapter = match row.meaning_of(cell) {
        // A problem of which nothing else is known stands there, too.
        Some(Meaning::Title) => is_broad || named || (numbered && row.lacks_number()),
        Some(Meaning::Category) => true,
        Some(Meaning::Reference) | None => is_broad || named || numbered,
        Some(_) => is_broad && (named || numbered),
    };
    if !is_chapter || bare.is_empty() {
        return None;
    }
    let from = cell.text.find(bare)?;
    let part = from..from + bare.len();
    Some(Chapter { span: row.span_of(cell, &part), name: cell.part(part) })
}

/// What stands behind 一、（一） 第一部分 or `Section 1`; nothing where the text has no such number.
fn behind_number(text: &str) -> Option<&str> {
    let after_digits = |rest: &'_ str| rest.trim_start_matches(|c| NUMBERS.contains(c)).len();
    let digits = |rest: &str| rest.len() - after_digits(rest);
    if let Some(inner) = text.strip_prefix(['（', '(']) {
        let length = digits(inner);
        let rest = inner[length..].strip_prefix(['）', ')']).filter(|_| length > 0)?;
        return Some(rest.trim_start_matches(['、', ' ']));
    }
    if let Some(rest) = text.strip_prefix('第') {
        let length = digits(rest);
        let rest = &rest[length..];
        let unit = ["部分", "章", "类"].iter().find_map(|unit| rest.strip_prefix(unit));
        return unit
            .filter(|_| length > 0)
            .map(|rest| rest.trim_start_matches([' ', '\u{3000}', '、', '：', ':']));
    }
    for word in ["Section ", "Part ", "Chapter "] {
        if let Some(rest) = text.strip_prefix(word) {
            let rest = rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
            return Some(rest.trim_start_matches(['.', ')', ' ', '–', '-']));
        }
    }
    let length = digits(text);
    let rest = text[length..].strip_prefix(['、', '.', '．']).filter(|_| length > 0)?;
    Some(rest.trim_start())
}

/// The name without how many problems it has: 药品管理方面（3个）.
fn without_count(name: &str) -> &str {
    let counted = || {
        let inner = name.strip_suffix(['）', ')'])?;
        let (before, count) = inner.rsplit_once(['（', '('])?;
        cells::count(count).map(|_| before.trim_end())
    };
    counted().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::{behind_number, without_count};

    #[test]
    fn the_number_of_a_chapter_is_no_part_of_its_name() {
        for (text, name) in [
            ("一、药品管理方面", Some("药品管理方面")),
            ("十二、财务", Some("财务")),
            ("（三）院感", Some("院感")),
            ("(三)院感", Some("院感")),
            ("第二部分 医疗质量", Some("医疗质量")),
            ("Section 2. Medicines", Some("Medicines")),
            ("一次性耗材管理", None),
            ("1、药品", None),
            ("药品", None),
        ] {
            assert_eq!(behind_number(text), name, "{text}");
        }
        assert_eq!(without_count("药品管理方面（3个）"), "药品管理方面");
        assert_eq!(without_count("药品管理（试行）"), "药品管理（试行）");
    }
}
