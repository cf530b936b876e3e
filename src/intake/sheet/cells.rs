//! What the cells of a sheet say: names and amounts as people write them.

use super::headers::{Meaning, half_width};
use crate::complaint::BadCell;
use crate::domain::money::Money;

/// Splits a list of names. Brackets never split, and a collective such as 各市、县（市、区）卫生健康委 is one name up to the
/// next comma.
pub(super) fn names(cell: &str) -> Vec<String> {
    let mut names = vec![String::new()];
    let mut depth = 0_usize;
    for c in cell.chars() {
        match c {
            '(' | '（' | '〔' | '[' | '【' => depth += 1,
            ')' | '）' | '〕' | ']' | '】' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let collective = names.last().is_some_and(|name| name.trim_start().starts_with('各'));
        let parts = match c {
            '\n' | '|' => true,
            ',' | '，' | ';' | '；' => depth == 0,
            '、' => depth == 0 && !collective,
            _ => false,
        };
        match names.last_mut() {
            Some(name) if !parts => name.push(c),
            _ => names.push(String::new()),
        }
    }
    names.iter().map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
}

/// Reads an amount, in the unit of its column where it has none of its own; `may_lack` takes a bare number for yuan.
pub(super) fn amount(cell: &str, unit: Option<&str>, may_lack: bool) -> Result<Money, BadCell> {
    let bare = cell.trim();
    let has_unit = bare.ends_with(['元', '万', '亿']);
    let figure = bare.strip_prefix(['￥', '¥']).map_or(bare, str::trim_start);
    let read = |text: &str| Money::read(text).ok_or(BadCell::Amount);
    match unit {
        _ if has_unit => read(figure),
        Some(unit) => {
            let unit = match unit {
                "yuan" | "cny" | "rmb" | "人民币" => "元",
                other => other,
            };
            let known = ["元", "万元", "亿元", "万", "亿"].contains(&unit);
            if known { read(&format!("{figure}{unit}")) } else { Err(BadCell::Amount) }
        }
        None if may_lack => read(figure),
        None => read(figure).and(Err(BadCell::AmountUnit)),
    }
}

/// Words that begin a row of totals.
const TOTALS: [&str; 10] =
    ["合计", "总计", "共计", "累计", "小计", "subtotal", "sub-total", "grandtotal", "total", "sum"];

/// What such a word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TotalWord {
    /// Of a part of the rows.
    pub(super) of_part: bool,
    /// How many problems, where it says so: 合计12个.
    pub(super) count: Option<usize>,
}

/// Reads the word of a row of totals, with a count behind it or nothing.
pub(super) fn total(cell: &str) -> Option<TotalWord> {
    let half = cell.chars().map(half_width).filter(|c| !c.is_whitespace());
    // All but a few rows of a large sheet begin with something else.
    if !half.clone().next().is_some_and(|first| "合总共累小sStTgG".contains(first)) {
        return None;
    }
    let plain = half.collect::<String>().to_lowercase();
    let (word, rest) = TOTALS.iter().find_map(|word| Some((*word, plain.strip_prefix(word)?)))?;
    let rest = rest.trim_matches([':', '(', ')', ',', '、']);
    let count = count(rest);
    let of_part = word == "小计" || word.starts_with("sub");
    (rest.is_empty() || count.is_some()).then_some(TotalWord { of_part, count })
}

/// Reads a number of problems: `12`, `共12个`, `12项问题`.
pub(super) fn count(cell: &str) -> Option<usize> {
    let half: String = cell.chars().map(half_width).filter(|c| !c.is_whitespace()).collect();
    let bare = half.strip_prefix('共').unwrap_or(&half);
    let end = bare.find(|c: char| !c.is_ascii_digit()).unwrap_or(bare.len());
    let (digits, unit) = bare.split_at(end);
    let unit = ["问题", "隐患", "任务", "事项"]
        .iter()
        .find_map(|word| unit.strip_suffix(word))
        .unwrap_or(unit);
    let known = ["", "个", "项", "条", "件", "处", "宗", "起"].contains(&unit);
    known.then(|| digits.parse().ok()).flatten()
}

/// Tells whether a word says that there is nothing. 无 may be part of what a column is about, but is no name.
pub(super) fn says_nothing(cell: &str, meaning: Option<Meaning>) -> bool {
    if cell.len() > 6 {
        return false;
    }
    let word = cell.to_lowercase();
    let of_names = matches!(
        meaning,
        Some(Meaning::Lead | Meaning::Owners | Meaning::With | Meaning::Leader | Meaning::Person)
    );
    matches!(&*word, "null" | "(null)" | "n/a")
        || (meaning.is_some() && matches!(&*word, "na" | "nil" | "none"))
        || (of_names && word == "无")
}

/// Tells whether a cell only says that there is nothing.
pub(super) fn is_dash(cell: &str) -> bool {
    cell.chars().all(|c| matches!(c, '/' | '-' | '－' | '—' | '–' | '／' | '\\'))
}

#[cfg(test)]
mod tests {
    use super::{BadCell, Meaning, TotalWord, amount, count, names, says_nothing, total};

    #[test]
    fn the_words_of_totals_are_no_beginnings_of_problems() {
        let said = |of_part, count| Some(TotalWord { of_part, count });
        for word in ["合计", "合 计：", "总计", "Total", "ＴＯＴＡＬ:", "Grand total"] {
            assert_eq!(total(word), said(false, None), "{word}");
        }
        assert_eq!(total("小计"), said(true, None));
        assert_eq!(total("Sub-total"), said(true, None));
        assert_eq!(total("合计（12个）"), said(false, Some(12)));
        assert_eq!(total("共计：3 项问题"), said(false, Some(3)));
        for problem in ["合计金额与明细不符", "总计划未分解", "小计量器具未检定", "", "12"]
        {
            assert_eq!(total(problem), None, "{problem}");
        }
        assert_eq!(count("共12个问题"), Some(12));
        assert_eq!(count("12.5"), None);
        assert_eq!(count("问题"), None);
    }

    #[test]
    fn names_are_split_but_not_inside_brackets_or_collectives() {
        assert_eq!(names("甲科、乙科，丙科；丁\n戊"), ["甲科", "乙科", "丙科", "丁", "戊"]);
        assert_eq!(names("中医药局（办公室、法规处）、丙"), ["中医药局（办公室、法规处）", "丙"]);
        assert_eq!(
            names("甲，各市、县（市、区）卫健委，乙"),
            ["甲", "各市、县（市、区）卫健委", "乙"]
        );
        assert_eq!(names("甲 | 乙"), ["甲", "乙"]);
        assert!(names(" 、").is_empty());
    }

    #[test]
    fn an_amount_has_its_own_unit_or_that_of_its_column() {
        let written = |cell, unit| amount(cell, unit, true).ok().map(|money| money.to_string());
        assert_eq!(written("15.7", Some("万元")).as_deref(), Some("15.7万元"));
        assert_eq!(written("457.2元", Some("万元")).as_deref(), Some("457.2元"));
        assert_eq!(written("￥1,234.5", Some("yuan")).as_deref(), Some("1234.5元"));
        assert_eq!(written("157000", None).as_deref(), Some("15.7万元"));
        assert_eq!(written("15", Some("usd")), None);
        assert_eq!(written("约15", Some("万元")), None);
        assert_eq!(amount("1,234.00", None, false), Err(BadCell::AmountUnit));
        assert_eq!(amount("￥12", None, false), Err(BadCell::AmountUnit));
        assert_eq!(amount("约15", None, false), Err(BadCell::Amount));
        assert!(amount("15.7万", None, false).is_ok());
    }

    #[test]
    fn some_words_say_that_there_is_nothing() {
        for word in ["NULL", "N/A", "n/a"] {
            assert!(says_nothing(word, None), "{word}");
        }
        assert!(!says_nothing("NA", None) && says_nothing("NA", Some(Meaning::Limit)));
        assert!(
            !says_nothing("无", Some(Meaning::Title)) && says_nothing("无", Some(Meaning::With))
        );
    }
}
