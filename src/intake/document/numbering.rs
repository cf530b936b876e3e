//! The numbers that begin parts, chapters, groups and items: 第一部分 · 一、 · （一） · 1. · （1） · ① · 问题一：.

use crate::intake::word::chinese_counted;

/// The levels of numbers, from the outermost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Level {
    /// 第一部分
    Part,
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
            '(' => in_brackets(text).or_else(|| named(text)),
            '[' => named(text),
            '0'..='9' => arabic(text),
            '①'..='⑳' => {
                let value = u32::from(first) - u32::from('①') + 1;
                Some(Self { level: Level::Circled, value, len: first.len_utf8() })
            }
            '第' => part(text).or_else(|| named(text)),
            _ => {
                if let Some(named) = named(text) {
                    return Some(named);
                }
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
            Level::Part => format!("第{}部分", chinese_counted(value)),
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

/// Counters of what has no parts.
const WHOLE: [char; 26] = [
    '号', '楼', '层', '组', '份', '名', '家', '所', '起', '件', '项', '处', '台', '辆', '套', '人',
    '户', '场', '条', '宗', '批', '笔', '例', '座', '栋', '间',
];

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
        // 1.3份 counts whole things, and 1.3倍 is a figure.
        '.' if figures < 4 && rest[figures..].starts_with(WHOLE) => Level::Item,
        ')' => Level::Sub,
        _ => return None,
    };
    Some(Number { level, value, len: digits + mark.len_utf8() })
}

/// 第一部分, 第二章.
fn part(text: &str) -> Option<Number> {
    let (value, len) = figure_or_chinese(text.strip_prefix('第')?)?;
    let rest = &text['第'.len_utf8() + len..];
    let bare = ["部分", "章"].iter().find_map(|word| rest.strip_prefix(word))?;
    // 第一部分工作已经完成 tells of a part, and begins none.
    let title = bare.split('\n').next()?.trim_start_matches([':', '、', ',', '.']);
    let len = text.len() - bare.len() + bare.find(title)?;
    let titled = title.chars().count() <= PART_TITLE && !title.contains(['。', ',', ';']);
    titled.then_some(Number { level: Level::Part, value, len })
}

/// Letters that the title of a part has at most.
const PART_TITLE: usize = 30;

/// What is counted in the head of a problem, the longer words before those within them.
const NAMES: [&str; 14] = [
    "巡察反馈问题",
    "巡视反馈问题",
    "督察反馈问题",
    "审计反馈问题",
    "反馈具体问题",
    "反馈问题",
    "具体问题",
    "存在问题",
    "整改问题",
    "整改任务",
    "反馈意见",
    "问题",
    "任务",
    "事项",
];

/// 问题一：, 问题1、, 反馈问题1：, （问题1）, 【问题1】, 第1个问题：, 整改任务一：.
fn named(text: &str) -> Option<Number> {
    let bracket = match text.chars().next()? {
        '(' => Some(')'),
        '[' => Some(']'),
        _ => None,
    };
    let bare = if bracket.is_some() { &text[1..] } else { text };
    let (value, rest) = name_and_value(bare)?;
    let sign = |c: char| matches!(c, ':' | '、' | '.' | ',');
    let behind = if let Some(close) = bracket {
        // 【问题1】甲 begins the head.
        rest.strip_prefix(close)?.trim_start_matches(sign)
    } else if goes_without_sign(&bare[..bare.len() - rest.len()], rest) {
        rest
    } else {
        rest.strip_prefix(sign)?
    };
    // 任务1.5万 is a figure.
    let is_figure = rest.starts_with('.') && behind.starts_with(|c: char| c.is_ascii_digit());
    let number = Number { level: Level::Item, value, len: text.len() - behind.len() };
    (!is_figure && value > 0).then_some(number)
}

/// 问题一, 问题（一）, 第一个问题: the number, and what follows.
fn name_and_value(text: &str) -> Option<(u32, &str)> {
    if let Some(rest) = text.strip_prefix('第') {
        let (value, len) = figure_or_chinese(rest)?;
        let rest = rest[len..].strip_prefix(['个', '项', '条'])?;
        return Some((value, NAMES.iter().find_map(|name| rest.strip_prefix(name))?));
    }
    let rest = NAMES.iter().find_map(|name| text.strip_prefix(name))?;
    let rest = rest.strip_prefix("之").unwrap_or(rest);
    let inner = rest.strip_prefix('(');
    let (value, len) = figure_or_chinese(inner.unwrap_or(rest))?;
    let behind = &inner.unwrap_or(rest)[len..];
    Some((value, if inner.is_some() { behind.strip_prefix(')')? } else { behind }))
}

/// 问题1库存不实 lacks its sign; 问题一 alone has the line behind it for its head.
fn goes_without_sign(head: &str, rest: &str) -> bool {
    let line = rest.split('\n').next().unwrap_or_default();
    let figured = head.ends_with(|c: char| c.is_ascii_digit());
    let counted = line.starts_with(|c| "个项条类方年月日至到%:、.,".contains(c));
    (line.is_empty() || figured && !counted) && !line.starts_with(|c: char| c.is_ascii())
}

/// Tells whether a text begins with a number that has its name before it: 问题一：.
pub(super) fn is_named(text: &str) -> bool {
    named(text).is_some()
}

/// A number in figures or letters, and the bytes that it takes.
fn figure_or_chinese(text: &str) -> Option<(u32, usize)> {
    match text.bytes().take_while(u8::is_ascii_digit).count() {
        0 => chinese(text),
        digits @ 1..=3 => Some((text[..digits].parse().ok()?, digits)),
        _ => None,
    }
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
            ("1.3份案卷", Level::Item, 1, 2),
            ("(3)甲", Level::Sub, 3, 3),
            ("2)甲", Level::Sub, 2, 2),
            ("③甲", Level::Circled, 3, 3),
            ("问题一:甲", Level::Item, 1, 10),
            ("问题2、甲", Level::Item, 2, 10),
            ("反馈问题1:甲", Level::Item, 1, 14),
            ("(问题1)甲", Level::Item, 1, 9),
            ("[问题三]:甲", Level::Item, 3, 12),
            ("第1个问题:甲", Level::Item, 1, 14),
            ("第二项任务、甲", Level::Item, 2, 18),
            ("问题(一):甲", Level::Item, 1, 12),
            ("问题1库存不实", Level::Item, 1, 7),
            ("问题一", Level::Item, 1, 9),
            ("第二部分整改情况", Level::Part, 2, 12),
        ] {
            assert_eq!(Number::at_start(text), Some(Number { level, value, len }), "{text}");
        }
        for none in [
            "1.8倍",
            "2021年",
            "一是",
            "(甲)",
            "100",
            "问题较多",
            "一般",
            "(2021)",
            "",
            "第一部分工作已经完成,",
            "第1个问题是",
            "(问题一般)",
            "第一,甲",
            "任务1.5万",
            "问题3个",
            "问题一般性",
            "问题1-3项",
        ] {
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
