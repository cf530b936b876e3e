//! The numbers that begin chapters, groups and items: 一、 · （一） · 1. · （1） · ①.

use crate::intake::word::chinese_counted;

/// The levels of numbers, from the outermost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Level {
    /// 一、
    Chapter,
    /// （一）
    Group,
    /// 1. or 1、
    Item,
    /// （1）
    Sub,
    /// ①
    Circled,
}

/// A number and the bytes that it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) level: Level,
    pub(super) value: u32,
    pub(super) len: usize,
}

const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

impl Number {
    /// Reads the number with which an even text begins.
    pub(super) fn at_start(text: &str) -> Option<Self> {
        let first = text.chars().next()?;
        match first {
            '(' => in_brackets(text),
            '0'..='9' => arabic(text),
            '①'..='⑳' => {
                let value = u32::from(first) - u32::from('①') + 1;
                Some(Self { level: Level::Circled, value, len: first.len_utf8() })
            }
            '问' => named(text),
            _ => {
                let (value, len) = chinese(text)?;
                let rest = &text[len..];
                let mark = rest.chars().next().filter(|c| matches!(c, '、' | '.'))?;
                Some(Self { level: Level::Chapter, value, len: len + mark.len_utf8() })
            }
        }
    }

    /// The number as papers print it, without the sign behind it.
    pub(super) fn written(level: Level, value: u32) -> String {
        match level {
            Level::Chapter => chinese_counted(value),
            Level::Group => format!("（{}）", chinese_counted(value)),
            Level::Item => value.to_string(),
            Level::Sub => format!("（{value}）"),
            Level::Circled => char::from_u32(u32::from('①') + value.saturating_sub(1))
                .map_or_else(|| value.to_string(), String::from),
        }
    }
}

/// （一） or （1）.
fn in_brackets(text: &str) -> Option<Number> {
    let close = text.find(')')?;
    let inner = &text[1..close];
    let len = close + 1;
    if let Some((value, used)) = chinese(inner)
        && used == inner.len()
    {
        return Some(Number { level: Level::Group, value, len });
    }
    let digits = (1..=2).contains(&inner.len()) && inner.bytes().all(|byte| byte.is_ascii_digit());
    let value = digits.then(|| inner.parse().ok()).flatten()?;
    (value > 0).then_some(Number { level: Level::Sub, value, len })
}

/// `1.`, `1、`; `1.8倍` and `2021年` are none, but `1.2021年` is.
fn arabic(text: &str) -> Option<Number> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 4 {
        return None;
    }
    // 2021、2022年 counts years.
    let value = text[..digits].parse().ok().filter(|value| (1..1900).contains(value))?;
    let mark = text[digits..].chars().next()?;
    let rest = &text[digits + mark.len_utf8()..];
    let figures = rest.bytes().take_while(u8::is_ascii_digit).count();
    let is_year = figures == 4 && rest[4..].starts_with('年');
    let level = match mark {
        '、' => Level::Item,
        '.' if figures == 0 || is_year => Level::Item,
        ')' => Level::Sub,
        _ => return None,
    };
    Some(Number { level, value, len: digits + mark.len_utf8() })
}

/// 问题一：, 问题1、.
fn named(text: &str) -> Option<Number> {
    const WORD: usize = "问题".len();
    let rest = text.strip_prefix("问题")?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (value, len) = match digits {
        0 => chinese(rest)?,
        1..=3 => (rest[..digits].parse().ok()?, digits),
        _ => return None,
    };
    let mark = rest[len..].chars().next().filter(|c| matches!(c, ':' | '、' | '.'))?;
    Some(Number { level: Level::Item, value, len: WORD + len + mark.len_utf8() })
}

/// Reads a Chinese number below a hundred, and the bytes that it takes. A cell of a sheet counts to 十九 only, and what stands
/// behind a number differs there, too: a paper has 问题一： and `1.2021年`, a cell 1、2号楼 that is none.
pub(super) fn chinese(text: &str) -> Option<(u32, usize)> {
    let figure = |text: &str| {
        let first = text.chars().next()?;
        let value = DIGITS.iter().position(|digit| *digit == first).filter(|value| *value > 0)?;
        Some((u32::try_from(value).ok()?, first.len_utf8()))
    };
    let (tens, before) = figure(text).unwrap_or((1, 0));
    let Some(rest) = text[before..].strip_prefix('十') else {
        return (before > 0).then_some((tens, before));
    };
    let (ones, behind) = figure(rest).unwrap_or((0, 0));
    Some((tens * 10 + ones, before + '十'.len_utf8() + behind))
}

#[cfg(test)]
mod tests {
    use super::{Level, Number};

    #[test]
    fn numbers_of_all_levels_are_read() {
        for (text, level, value, len) in [
            ("一、总体", Level::Chapter, 1, 6),
            ("二十三、关于", Level::Chapter, 23, 12),
            ("三十、", Level::Chapter, 30, 9),
            ("(十二)甲", Level::Group, 12, 8),
            ("1.甲", Level::Item, 1, 2),
            ("12、甲", Level::Item, 12, 5),
            ("1.2021年以来", Level::Item, 1, 2),
            ("(3)甲", Level::Sub, 3, 3),
            ("2)甲", Level::Sub, 2, 2),
            ("③甲", Level::Circled, 3, 3),
            ("问题一:甲", Level::Item, 1, 10),
            ("问题2、甲", Level::Item, 2, 10),
        ] {
            assert_eq!(Number::at_start(text), Some(Number { level, value, len }), "{text}");
        }
        for none in ["1.8倍", "2021年", "一是", "(甲)", "100", "问题较多", "一般", "(2021)", ""]
        {
            assert_eq!(Number::at_start(none), None, "{none}");
        }
    }

    #[test]
    fn numbers_are_written_as_papers_print_them() {
        let written = [
            (Level::Chapter, 21, "二十一"),
            (Level::Group, 10, "（十）"),
            (Level::Item, 7, "7"),
            (Level::Sub, 2, "（2）"),
            (Level::Circled, 3, "③"),
        ];
        for (level, value, words) in written {
            assert_eq!(Number::written(level, value), words);
        }
    }
}
