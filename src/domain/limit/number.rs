//! Numbers in limits: `15`, `十五`, `二〇二二`, `两`.

/// Reads the number at the beginning of the text; returns it and the bytes that it takes.
pub(super) fn leading(text: &str) -> Option<(u32, usize)> {
    arabic(text).or_else(|| chinese(text))
}

/// Reads digits; more than nine are no number of a limit.
pub(super) fn arabic(text: &str) -> Option<(u32, usize)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    if length == 0 || length > 9 {
        return None;
    }
    Some((text[..length].parse().ok()?, length))
}

/// Reads Chinese numerals up to 999, or a row of digits as in a year.
fn chinese(text: &str) -> Option<(u32, usize)> {
    let length: usize = text
        .chars()
        .take_while(|c| digit(*c).is_some() || scale(*c).is_some())
        .map(char::len_utf8)
        .sum();
    let numeral = &text[..length];
    if numeral.chars().all(|c| digit(c).is_some()) {
        let mut digits = numeral.chars().filter_map(digit);
        let number =
            digits.try_fold(0u32, |number, digit| number.checked_mul(10)?.checked_add(digit))?;
        return (length > 0).then_some((number, length));
    }
    let (mut sum, mut last) = (0u32, None);
    for c in numeral.chars() {
        match (digit(c), scale(c)) {
            (Some(digit), _) => last = Some(digit),
            (None, Some(scale)) => {
                sum = sum.checked_add(last.unwrap_or(1) * scale)?;
                last = None;
            }
            (None, None) => {}
        }
    }
    Some((sum.checked_add(last.unwrap_or(0))?, length))
}

fn digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn scale(c: char) -> Option<u32> {
    Some(match c {
        '十' | '拾' => 10,
        '廿' => 20,
        '卅' => 30,
        '百' => 100,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::leading;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, number, rest) in [
            ("15日", 15, "日"),
            ("十五日", 15, "日"),
            ("二十日", 20, "日"),
            ("三十一日", 31, "日"),
            ("十", 10, ""),
            ("六十日", 60, "日"),
            ("一百二十天", 120, "天"),
            ("二〇二二年", 2022, "年"),
            ("两个月", 2, "个月"),
            ("007", 7, ""),
        ] {
            let (found, length) = leading(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found, &text[length..]), (number, rest), "{text}");
        }
        for none in ["", "月底", "1234567890", "abc"] {
            assert_eq!(leading(none), None, "{none}");
        }
    }
}
