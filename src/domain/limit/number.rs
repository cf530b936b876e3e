//! Numbers in limits: `15`, `十五`, `二〇二二`, `两`.

/// The letters of the longest number that is read as one; what is longer is none.
const LONGEST: usize = 12;

/// Reads the number at the beginning of the text; returns it and the bytes that it takes.
pub(super) fn leading(text: &str) -> Option<(u32, usize)> {
    arabic(text).or_else(|| chinese(text))
}

/// The bytes of the letters at the beginning of the text that numbers are written with.
pub(super) fn run(text: &str) -> usize {
    let ascii = text.bytes().take_while(u8::is_ascii_digit).count();
    if ascii > 0 {
        return ascii;
    }
    text.chars().take_while(|c| is_numeral(*c)).map(char::len_utf8).sum()
}

fn is_numeral(c: char) -> bool {
    digit(c).is_some() || scale(c).is_some()
}

/// The numbers that stand in a text, in their order: `一、（二）3.` has 1, 2 and 3.
pub(in crate::domain) fn all(text: &str) -> Vec<u32> {
    let mut numbers = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        // What is no number as a whole is passed over as a whole.
        let length = run(rest).max(c.len_utf8());
        numbers.extend(leading(rest).map(|(number, _)| number));
        rest = &rest[length..];
    }
    numbers
}

/// Reads digits; more than nine are no number of a limit.
fn arabic(text: &str) -> Option<(u32, usize)> {
    let length = text.bytes().take(LONGEST).take_while(u8::is_ascii_digit).count();
    if length == 0 || length > 9 {
        return None;
    }
    Some((text[..length].parse().ok()?, length))
}

/// Reads Chinese numerals up to 999, or a row of digits as in a year. `两三` and `十二三` are two numbers and so none.
fn chinese(text: &str) -> Option<(u32, usize)> {
    let letters = || text.chars().take_while(|c| is_numeral(*c)).take(LONGEST);
    let (count, length) =
        letters().fold((0, 0), |(count, bytes), c| (count + 1, bytes + c.len_utf8()));
    if count == 0 || count == LONGEST {
        return None;
    }
    let number = if count >= 4 && letters().all(|c| digit(c).is_some()) {
        letters()
            .filter_map(digit)
            .try_fold(0u32, |number, digit| number.checked_mul(10)?.checked_add(digit))?
    } else {
        scaled(letters())?
    };
    Some((number, length))
}

fn scaled(letters: impl Iterator<Item = char>) -> Option<u32> {
    let (mut sum, mut last) = (0u32, None);
    for c in letters {
        match (digit(c), scale(c)) {
            // `一百〇五`.
            (Some(0), _) if last.is_none() => {}
            // `三〇` for `三十`.
            (Some(0), _) => last = last.map(|digit| digit * 10).filter(|tens| *tens < 100),
            (Some(_), _) if last.is_some() => return None,
            (Some(digit), _) => last = Some(digit),
            (None, Some(scale)) => {
                sum = sum.checked_add(last.unwrap_or(1) * scale)?;
                last = None;
            }
            (None, None) => {}
        }
    }
    sum.checked_add(last.unwrap_or(0))
}

fn digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

fn scale(c: char) -> Option<u32> {
    Some(match c {
        '十' | '拾' => 10,
        '廿' => 20,
        '卅' => 30,
        '百' | '佰' => 100,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{all, leading};

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, number, rest) in [
            ("15日", 15, "日"),
            ("十五日", 15, "日"),
            ("二十日", 20, "日"),
            ("三十一日", 31, "日"),
            ("廿五日", 25, "日"),
            ("十", 10, ""),
            ("六十日", 60, "日"),
            ("一百二十天", 120, "天"),
            ("一百〇五天", 105, "天"),
            ("三〇日", 30, "日"),
            ("二〇二二年", 2022, "年"),
            ("两个月", 2, "个月"),
            ("007", 7, ""),
        ] {
            let (found, length) = leading(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found, &text[length..]), (number, rest), "{text}");
        }
        assert_eq!(all("一、（二）3."), [1, 2, 3]);
        assert_eq!(all("第十二项-4"), [12, 4]);
        assert_eq!(all("附件"), Vec::<u32>::new());
        for none in ["", "月底", "1234567890", "abc", "两三天", "十二三天", "三五日"] {
            assert_eq!(leading(none), None, "{none}");
        }
    }
}
