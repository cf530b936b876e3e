//! What the cells of a sheet say: days, names and amounts as people write them.

use super::headers::half_width;
use crate::domain::day::Day;
use crate::domain::money::Money;

/// Reads a whole day: `2022-10-30`, `2022/10/30`, `2022.10.30`, `2022年10月30日`, any of them with a time behind it.
/// Days without a year and those that can be read in two ways are none.
pub(in crate::intake) fn day(cell: &str) -> Option<Day> {
    let half: String = cell.trim().chars().map(half_width).collect();
    let date: String = without_time(&half).chars().filter(|c| !c.is_whitespace()).collect();
    let date = date.strip_suffix(['日', '号']).unwrap_or(&date);
    [('-', '-'), ('/', '/'), ('.', '.'), ('年', '月')].into_iter().find_map(|(first, second)| {
        let (year, rest) = date.split_once(first)?;
        let (month, day) = rest.split_once(second)?;
        let number = |digits: &str, least, most| -> Option<u32> {
            let good = (least..=most).contains(&digits.len())
                && digits.bytes().all(|byte| byte.is_ascii_digit());
            good.then(|| digits.parse().ok()).flatten()
        };
        let year = i32::try_from(number(year, 4, 4)?).ok()?;
        Day::new(year, number(month, 1, 2)?, number(day, 1, 2)?).filter(|day| day.is_plausible())
    })
}

/// A time has a colon, and stands behind a blank or, in ISO, behind `T`.
fn without_time(cell: &str) -> &str {
    match cell.split_once(['T', ' ']) {
        Some((date, time))
            if time.contains(':') && time.starts_with(|c: char| c.is_ascii_digit()) =>
        {
            date
        }
        _ => cell,
    }
}

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

/// Tells whether a text distributes roles among units, which takes more than splitting it.
pub(super) fn tells_roles(cell: &str) -> bool {
    ["牵头", "负责", "配合", "参与", "协办"].iter().any(|word| cell.contains(word))
}

/// Reads an amount, with the unit of its column where it has none of its own.
pub(super) fn amount(cell: &str, unit: Option<&str>) -> Option<Money> {
    let has_unit = cell.trim_end().ends_with(['元', '万', '亿']);
    match unit {
        Some(unit) if !has_unit => {
            let unit = match unit {
                "yuan" | "cny" | "rmb" => "元",
                other => other,
            };
            let known = ["元", "万元", "亿元", "万", "亿"].contains(&unit);
            known.then(|| Money::read(&format!("{}{unit}", cell.trim()))).flatten()
        }
        _ => Money::read(cell),
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

/// Tells whether a cell only says that there is nothing.
pub(super) fn is_dash(cell: &str) -> bool {
    cell.chars().all(|c| matches!(c, '/' | '-' | '－' | '—' | '–' | '／' | '\\'))
}

#[cfg(test)]
mod tests {
    use super::{Day, TotalWord, amount, count, day, names, total};

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
    fn a_whole_day_is_read_however_it_is_written() {
        for cell in [
            "2022-10-30",
            "2022/10/30",
            " 2022.10.30 ",
            "2022年10月30日",
            "2022 年 10 月 30 日",
            "２０２２－１０－３０",
            "2022-10-30 00:00:00",
            "2022-10-30T08:00:00.000Z",
            "2022年10月30日 8:00",
        ] {
            assert_eq!(day(cell), Day::new(2022, 10, 30), "{cell}");
        }
        assert_eq!(day("2022/1/5"), Day::new(2022, 1, 5));
        for words in [
            "10月30日",
            "2022年10月",
            "2022年10月30日前",
            "10/30/2022",
            "2022-13-01",
            "22-10-30",
            "1905-03-01",
            "2022-10/30",
            "立行立改",
            "",
        ] {
            assert_eq!(day(words), None, "{words}");
        }
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
        let written = |cell, unit| amount(cell, unit).map(|money| money.to_string());
        assert_eq!(written("15.7", Some("万元")).as_deref(), Some("15.7万元"));
        assert_eq!(written("457.2元", Some("万元")).as_deref(), Some("457.2元"));
        assert_eq!(written("1,234.5", Some("yuan")).as_deref(), Some("1234.5元"));
        assert_eq!(written("157000", None).as_deref(), Some("15.7万元"));
        assert_eq!(written("15", Some("usd")), None);
        assert_eq!(written("约15", Some("万元")), None);
    }
}
