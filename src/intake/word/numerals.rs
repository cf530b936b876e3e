//! The numerals of automatic numbering, by the names that documents have for them.

const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const LEGAL: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const LEGAL_TRADITIONAL: [char; 10] = ['零', '壹', '貳', '參', '肆', '伍', '陸', '柒', '捌', '玖'];
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";

/// Writes a number from 1 in the numerals of this name; `None` where it is a mark and no number.
pub(super) fn written(name: &str, number: u32) -> Option<String> {
    Some(match name {
        "bullet" | "none" => return None,
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "koreanCounting" => chinese_counted(number),
        "chineseLegalSimplified" => counted(number, LEGAL, ['拾', '佰', '仟']),
        "ideographLegalTraditional" => counted(number, LEGAL_TRADITIONAL, ['拾', '佰', '仟']),
        "ideographDigital" | "taiwaneseDigital" | "japaneseDigitalTenThousand" => {
            digits(number, |digit| DIGITS[digit])
        }
        "ideographTraditional" => listed(STEMS, number),
        "ideographZodiac" => listed(BRANCHES, number),
        "decimalFullWidth" | "decimalFullWidth2" => digits(number, |digit| {
            ['０', '１', '２', '３', '４', '５', '６', '７', '８', '９'][digit]
        }),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => run('①', 20, number),
        "decimalEnclosedFullstop" => run('⒈', 20, number),
        "decimalEnclosedParen" => run('⑴', 20, number),
        "ideographEnclosedCircle" => run('㊀', 10, number),
        "decimalZero" => format!("{number:02}"),
        "upperLetter" => lettered(number).to_uppercase(),
        "lowerLetter" => lettered(number),
        "upperRoman" => roman(number).to_uppercase(),
        "lowerRoman" => roman(number),
        _ => number.to_string(),
    })
}

/// Writes a number as Chinese papers count: 一, 十, 十一, 二十, 一百零一.
pub(in crate::intake) fn chinese_counted(number: u32) -> String {
    counted(number, DIGITS, ['十', '百', '千'])
}

/// 一, 十, 十一, 二十, 一百零一.
fn counted(number: u32, digits: [char; 10], units: [char; 3]) -> String {
    if number >= 10_000 {
        return number.to_string();
    }
    let mut text = String::new();
    let mut zero = false;
    for place in (0..4_u32).rev() {
        let digit = usize::try_from(number / 10_u32.pow(place) % 10).unwrap_or(0);
        if digit == 0 {
            zero = !text.is_empty();
            continue;
        }
        if zero {
            text.push(if digits == DIGITS { '零' } else { digits[0] });
            zero = false;
        }
        // 十一 and not 一十一.
        if !(text.is_empty() && place == 1 && digit == 1 && digits == DIGITS) {
            text.push(digits[digit]);
        }
        text.extend(
            usize::try_from(place).ok().and_then(|it| it.checked_sub(1)).map(|it| units[it]),
        );
    }
    if text.is_empty() { digits[0].to_string() } else { text }
}

fn digits(number: u32, sign: impl Fn(usize) -> char) -> String {
    let value = |c: char| c.to_digit(10).and_then(|digit| usize::try_from(digit).ok());
    number.to_string().chars().filter_map(value).map(sign).collect()
}

fn listed(signs: &str, number: u32) -> String {
    let place = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
    let sign = place.and_then(|place| signs.chars().nth(place));
    sign.map_or_else(|| number.to_string(), String::from)
}

/// A run of signs from that of 1 on.
fn run(first: char, most: u32, number: u32) -> String {
    let sign = (1..=most).contains(&number).then(|| u32::from(first) + number - 1);
    sign.and_then(char::from_u32).map_or_else(|| number.to_string(), String::from)
}

/// a, b, … z, aa, bb.
fn lettered(number: u32) -> String {
    let Some(before) = number.checked_sub(1) else { return number.to_string() };
    let letter = char::from_u32(u32::from('a') + before % 26).unwrap_or('a');
    let times = usize::try_from(before / 26 + 1).unwrap_or(1).min(30);
    letter.to_string().repeat(times)
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if !(1..4000).contains(&number) {
        return number.to_string();
    }
    let mut left = number;
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while left >= value {
            text.push_str(sign);
            left -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn numbers_have_their_numerals() {
        for (name, number, text) in [
            ("decimal", 12, "12"),
            ("chineseCounting", 1, "一"),
            ("chineseCounting", 10, "十"),
            ("chineseCountingThousand", 21, "二十一"),
            ("japaneseCounting", 105, "一百零五"),
            ("chineseCounting", 110, "一百一十"),
            ("chineseCounting", 1010, "一千零一十"),
            ("chineseLegalSimplified", 12, "壹拾贰"),
            ("ideographDigital", 20, "二〇"),
            ("ideographTraditional", 3, "丙"),
            ("ideographZodiac", 13, "13"),
            ("decimalFullWidth", 12, "１２"),
            ("decimalEnclosedCircle", 3, "③"),
            ("decimalEnclosedCircle", 21, "21"),
            ("ideographEnclosedCircle", 2, "㊁"),
            ("decimalZero", 3, "03"),
            ("upperLetter", 28, "BB"),
            ("lowerRoman", 14, "xiv"),
            ("unheardOf", 7, "7"),
            ("chineseCounting", 0, "〇"),
            ("chineseCounting", 12_345, "12345"),
            ("lowerLetter", 0, "0"),
        ] {
            assert_eq!(written(name, number).as_deref(), Some(text), "{name} {number}");
        }
        assert_eq!(written("bullet", 1), None);
    }
}
