//! Figures of a sentence that should fit together: shares of a whole, and parts that make a sum.

use std::ops::Range;

use super::checks::Remarked;
use super::letters::ends_sentence;
use super::text::Text;
use crate::complaint::DocumentRemark;

/// A number with what it counts.
#[derive(Debug, Clone, Copy)]
struct Count {
    at: usize,
    end: usize,
    value: u32,
    unit: char,
}

/// Finds figures of a range that do not fit together.
pub(super) fn check(text: &Text, range: &Range<usize>) -> Vec<Remarked> {
    let words = text.words(range);
    let mut remarks = Vec::new();
    let mut start = 0;
    for (at, c) in words.char_indices().chain([(words.len(), '\n')]) {
        if !ends_sentence(c) || c == ';' {
            continue;
        }
        let sentence = words.get(start..at).unwrap_or_default();
        let place = range.start + start;
        remarks.extend(shares(sentence).into_iter().chain(parts(sentence)).map(|(span, gives)| {
            let span = place + span.start..place + span.end;
            let words = text.shown(&span);
            (span, DocumentRemark::Sum { words, gives })
        }));
        start = at + c.len_utf8();
    }
    remarks
}

/// Numbers with one letter behind them that counts: 778人, 5个.
fn counts(sentence: &str) -> Vec<Count> {
    const UNITS: &str = "人个名家项件条户所处起例份次张";
    let mut found = Vec::new();
    let mut at = 0;
    let bytes = sentence.as_bytes();
    while at < bytes.len() {
        let digits = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        if digits == 0 {
            at += 1;
            continue;
        }
        let end = at + digits;
        let unit = sentence[end..].chars().next().filter(|c| UNITS.contains(*c));
        let decimal = at > 0 && bytes[at - 1] == b'.';
        if let (Some(unit), Ok(value), false) = (unit, sentence[at..end].parse(), decimal) {
            found.push(Count { at, end: end + unit.len_utf8(), value, unit });
        }
        at = end;
    }
    found
}

/// A share that is ten or a hundred times what its figures give: 1人，仅占1.3% of 778人.
fn shares(sentence: &str) -> Vec<(Range<usize>, String)> {
    let counts = counts(sentence);
    let mut found = Vec::new();
    for count in &counts {
        let rest = sentence[count.end..].trim_start_matches(',');
        let bare = ["仅占比", "仅占", "只占", "占比为", "占比", "占", "比例为"];
        let Some(behind) = bare.iter().find_map(|word| rest.strip_prefix(word)) else { continue };
        let length = behind.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count();
        let (share, sign) = behind.split_at(length);
        let Some(share) = share.parse::<f64>().ok().filter(|_| sign.starts_with('%')) else {
            continue;
        };
        let wholes: Vec<_> = counts
            .iter()
            .filter(|it| it.at < count.at && it.unit == count.unit && it.value > count.value)
            .collect();
        let gives = |whole: u32| 100.0 * f64::from(count.value) / f64::from(whole);
        let fits = |whole: u32, times: f64| (gives(whole) * times - share).abs() <= share * 0.05;
        if wholes.iter().any(|it| fits(it.value, 1.0)) {
            continue;
        }
        if let Some(whole) = wholes.iter().find(|it| fits(it.value, 10.0) || fits(it.value, 100.0))
        {
            let end = sentence.len() - sign.len() + 1;
            let gives = format!("{}/{}={:.2}%", count.value, whole.value, gives(whole.value));
            found.push((count.at..end, gives));
        }
    }
    found
}

/// 反馈25个问题，已完成19个，正在推进5个: the parts do not make the whole.
fn parts(sentence: &str) -> Vec<(Range<usize>, String)> {
    let counts = counts(sentence);
    let Some((whole, rest)) = counts.split_first() else { return Vec::new() };
    let stated = |count: &Count, words: &[&str]| {
        let clause = sentence[..count.at].rsplit([',', '、', ';']).next().unwrap_or_default();
        words.iter().any(|word| clause.contains(word))
    };
    let of_whole = stated(whole, &["反馈", "共", "查出", "发现", "指出", "涉及", "交办"]);
    let done = ["已完成", "已整改", "完成整改", "整改完成", "整改到位", "已销号", "已办结"];
    let open = ["正在", "未", "剩余", "其余", "推进", "尚", "持续"];
    let same: Vec<&Count> = rest.iter().filter(|it| it.unit == whole.unit).collect();
    let [first, second] = same.as_slice() else { return Vec::new() };
    let behind = |count: &Count, words: &[&str]| {
        let clause = sentence[count.end..].split([',', '、', ';']).next().unwrap_or_default();
        words.iter().any(|word| clause.contains(word))
    };
    let fits_words = of_whole
        && (stated(first, &done) || behind(first, &done))
        && (stated(second, &open) || behind(second, &open));
    let sum = first.value + second.value;
    if !fits_words || sum == whole.value || sentence[..second.at].contains("其中") {
        return Vec::new();
    }
    vec![(whole.at..second.end, format!("{}+{}={sum}", first.value, second.value))]
}

#[cfg(test)]
mod tests {
    use super::{parts, shares};

    #[test]
    fn a_share_that_slipped_a_place_is_found() {
        let found = shares("全区登记778人,本科1人,仅占1.3%,大专235人,占比30.2%");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].1, "1/778=0.13%");
        assert!(shares("职工659人,其中党员122人,仅占18.5%").is_empty());
        assert!(shares("辞职31人,占比35%").is_empty());
    }

    #[test]
    fn parts_make_the_whole() {
        assert_eq!(parts("共反馈25个问题,已完成整改19个,正在推进5个")[0].1, "19+5=24");
        assert!(parts("共反馈5个问题,整改到位3个问题,2个问题未整改到位").is_empty());
        assert!(parts("共反馈25个问题,已完成整改25个,其中长期坚持5个").is_empty());
    }
}
