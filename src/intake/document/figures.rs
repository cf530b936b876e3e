//! Figures that a text names: amounts of money, and how many times somebody.

use std::ops::Range;

use super::text::Text;
use crate::complaint::Mentioned;
use crate::domain::money::Money;
use crate::intake::draft::Mention;

/// Words that make a count of 3万 or 3亿, and no amount.
const COUNTED: &str = "人名户个次件份亩吨平株头只台套辆公里米立千字例条家册剂支盒粒张位项处篇场间座棵斤岁步词条期所株群羽尾年天小时余多分美欧港英日";

/// Finds the figures of a range, in their order.
pub(super) fn mentions(text: &Text, range: &Range<usize>) -> Vec<Mention> {
    let words = text.words(range);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let rest = &words[at..];
        let length = number(rest);
        let before = words[..at].chars().next_back();
        if length == 0 || before.is_some_and(|c| c.is_ascii_alphanumeric() || c == '.') {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        }
        if let Some((figure, used)) = figure(&rest[..length], &rest[length..]) {
            let range = range.start + at..range.start + at + length + used;
            found.push(Mention { span: text.span(&range), figure });
            at += length + used;
        } else {
            at += length;
        }
    }
    found
}

/// The bytes of a number: `42.5`, `1,234.00`.
fn number(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digits =
        |from: usize| bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut end = digits(0);
    if end == 0 {
        return 0;
    }
    while bytes.get(end) == Some(&b',') && digits(end + 1) == 3 && end <= 3 + end / 4 * 4 {
        end += 4;
    }
    if bytes.get(end) == Some(&b'.') && digits(end + 1) > 0 {
        end += 1 + digits(end + 1);
    }
    end
}

/// Reads the figure that a number begins, and the bytes that it takes behind the number.
fn figure(number: &str, behind: &str) -> Option<(Mentioned, usize)> {
    let about = ["余", "多", "几"].iter().find(|word| behind.starts_with(**word));
    let rest = &behind[about.map_or(0, |word| word.len())..];
    let unit = ["万", "亿"].iter().find(|word| rest.starts_with(**word)).copied().unwrap_or("");
    let rest = &rest[unit.len()..];
    let rest = ["余", "多"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    let used = behind.len() - rest.len();
    if rest.starts_with("人次") {
        let times = person_times(number, unit)?;
        return Some((Mentioned::PersonTimes(times), used + "人次".len()));
    }
    let read = |unit: &str| Money::read(&format!("{number}{unit}"));
    if let Some(behind) = rest.strip_prefix('元') {
        // 元月 and 元旦 are days.
        let day = unit.is_empty() && behind.starts_with(['月', '旦', '宵', '素', '件']);
        let money = if day { None } else { read(&format!("{unit}元")) }?;
        return Some((Mentioned::Money(money), used + "元".len()));
    }
    let counted = rest.chars().next().is_some_and(|c| COUNTED.contains(c));
    let is_amount = !unit.is_empty() && !counted && about.is_none();
    is_amount.then(|| read(unit)).flatten().map(|money| (Mentioned::Money(money), used))
}

fn person_times(number: &str, unit: &str) -> Option<u64> {
    let scale = match unit {
        "万" => 10_000,
        "亿" => 100_000_000,
        _ => 1,
    };
    let number = number.replace(',', "");
    let (whole, part) = number.split_once('.').unwrap_or((&number, ""));
    let tenths = 10_u64.checked_pow(u32::try_from(part.len()).ok()?)?;
    let part: u64 = if part.is_empty() { 0 } else { part.parse().ok()? };
    let whole = whole.parse::<u64>().ok()?.checked_mul(scale)?;
    let part = part.checked_mul(scale)?;
    (part % tenths == 0).then_some(whole + part / tenths)
}

#[cfg(test)]
mod tests {
    use super::{Text, mentions};
    use crate::complaint::Mentioned;

    fn found(source: &str) -> Vec<String> {
        let text = Text::read(source);
        let all = 0..text.even().len();
        let word = |figure| match figure {
            Mentioned::Money(money) => money.to_string(),
            Mentioned::PersonTimes(times) => format!("{times}人次"),
        };
        mentions(&text, &all).into_iter().map(|it| word(it.figure)).collect()
    }

    #[test]
    fn amounts_and_person_times_are_found() {
        assert_eq!(
            found(
                "上缴15.7万。违规457.2元，共3.9亿，退缴 42.5 万\n元（一天），涉及4063人次、1.2万人次，1,234.00元"
            ),
            ["15.7万元", "457.2元", "3.9亿元", "42.5万元", "4063人次", "12000人次", "1234元"]
        );
        assert_eq!(found("罚款10余万元，超收60元/人"), ["10万元", "60元"]);
    }

    #[test]
    fn other_figures_are_none() {
        for words in [
            "2022年元月",
            "3万人",
            "369人才工程",
            "1.2万平方米",
            "5倍违约金",
            "2型",
            "100余万份",
            "A5元",
        ] {
            assert!(found(words).is_empty(), "{words}: {:?}", found(words));
        }
    }
}
