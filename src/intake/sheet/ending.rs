//! A measure and its limit in one cell: 加强培训，2024年6月底前完成.

use std::ops::Range;

use super::days;
use super::parts;

/// Tells whether the header of a column of measures says that their limits stand in it, too: 措施及时限.
pub(super) fn holds_limit(header: &str) -> bool {
    let lower = header.to_lowercase();
    ["时限", "期限", "完成时间", "deadline", "due date", "timeline"]
        .iter()
        .any(|it| lower.contains(it))
}

/// What says that something is done by then, and nothing else.
const DONE: [&str; 14] = [
    "",
    "完成",
    "完成整改",
    "整改完成",
    "整改到位",
    "完成到位",
    "落实到位",
    "落实",
    "办结",
    "整改",
    "全部完成",
    "完成整改工作",
    "整改完毕",
    "完毕",
];

/// Signs that part a limit from what is before it.
const PARTING: [char; 11] = ['，', ',', '；', ';', '。', '、', '（', '(', '：', ':', '\n'];

/// A clause that is a limit is short.
const LONGEST: usize = 16;

/// Parts the text of a measure into what is done and by when, as bytes of it; nothing where no limit ends or begins it.
pub(super) fn parted(
    text: &str,
    mut is_limit: impl FnMut(&str) -> bool,
) -> Option<(Range<usize>, Range<usize>)> {
    let end =
        text.trim_end_matches(|c: char| c.is_whitespace() || "。.；;，,）)".contains(c)).len();
    let mut limit: Option<Range<usize>> = None;
    let mut behind = end;
    // From the last clause on: 10月底前整改到位，并长期坚持 is one limit of two clauses.
    while behind > 0 {
        let clause = text[..behind]
            .rfind(PARTING)
            .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
        if !is_bare(text[clause..behind].trim(), &mut is_limit) {
            break;
        }
        let start = clause + (text[clause..behind].len() - text[clause..behind].trim_start().len());
        limit = Some(start..end);
        behind = text[..clause].trim_end_matches(PARTING).len();
        if clause == 0 {
            // All of it says when, and nothing what.
            return None;
        }
    }
    if let Some(limit) = limit {
        let work = text[..limit.start]
            .trim_end_matches(|c: char| c.is_whitespace() || PARTING.contains(&c));
        let work = ["完成时限", "整改时限", "时限"]
            .iter()
            .find_map(|it| work.strip_suffix(it))
            .unwrap_or(work);
        let work = work.trim_end_matches(|c: char| c.is_whitespace() || PARTING.contains(&c));
        return (!work.is_empty()).then_some((0..work.len(), limit));
    }
    if let Some((start, limit)) = by_english(text, end, &mut is_limit) {
        return Some((0..start, limit));
    }
    let length = parts::limit_at(text)?;
    let rest =
        text[length..end].trim_start_matches(|c: char| c.is_whitespace() || PARTING.contains(&c));
    (!rest.is_empty()).then(|| (end - rest.len()..end, 0..length))
}

/// Tells whether a clause says by when, and nothing else.
fn is_bare(clause: &str, is_limit: &mut impl FnMut(&str) -> bool) -> bool {
    if clause.is_empty() || clause.chars().count() > LONGEST || clause.contains('每') {
        return false;
    }
    if days::day(clause).is_some() {
        return true;
    }
    match parts::limit_at(clause) {
        Some(length) => DONE.contains(&&clause[length..]),
        None => {
            let bare = DONE.iter().rev().find_map(|it| clause.strip_suffix(it)).unwrap_or(clause);
            let is_day = bare.strip_suffix(['前', '内']).is_some() || days::day(bare).is_some();
            let is_word = [
                "立行立改",
                "即知即改",
                "立即整改",
                "立整立改",
                "长期坚持",
                "并长期坚持",
                "持续推进",
                "持续整改",
            ]
            .contains(&clause);
            is_word || (is_day && is_limit(bare))
        }
    }
}

/// Train all staff by 30 June 2024.
fn by_english(
    text: &str,
    end: usize,
    is_limit: &mut impl FnMut(&str) -> bool,
) -> Option<(usize, Range<usize>)> {
    let (at, _) = [" by ", " before ", " within "]
        .iter()
        .filter_map(|it| text[..end].rmatch_indices(it).next())
        .max()?;
    let limit = at + 1..end;
    let work = text[..at].trim_end_matches([',', ';', ' ']);
    (is_limit(&text[limit.clone()]) && !work.is_empty()).then_some((work.len(), limit))
}

#[cfg(test)]
mod tests {
    use super::{holds_limit, parted};

    #[test]
    fn a_limit_at_the_end_or_the_beginning_is_parted() {
        let is_limit = |text: &str| text.contains(['前', '内']) || text.contains("June");
        for (text, work, limit) in [
            ("加强培训，2024年6月底前完成", "加强培训", "2024年6月底前完成"),
            ("加强培训，2024年6月底前完成。", "加强培训", "2024年6月底前完成"),
            ("加强培训（2024年6月底前）", "加强培训", "2024年6月底前"),
            ("加强培训；完成时限：2024年6月30日", "加强培训", "2024年6月30日"),
            (
                "制定办法，加强培训，10月底前整改到位，并长期坚持",
                "制定办法，加强培训",
                "10月底前整改到位，并长期坚持",
            ),
            ("补办手续，立行立改、长期坚持", "补办手续", "立行立改、长期坚持"),
            ("2024年6月底前完成培训", "完成培训", "2024年6月底前"),
            ("6月30日前，修订办法", "修订办法", "6月30日前"),
            ("加强培训，2024-06-30", "加强培训", "2024-06-30"),
            ("补齐台账，15个工作日内完成", "补齐台账", "15个工作日内完成"),
            ("Train all staff by 30 June 2024.", "Train all staff", "by 30 June 2024"),
        ] {
            let (found, when) = parted(text, is_limit).unwrap_or_default();
            assert_eq!((&text[found], &text[when]), (work, limit), "{text}");
        }
        for text in [
            "加强培训",
            "每月开展培训，每月通报",
            "2024年6月底前完成",
            "立行立改",
            "检查6月的台账，补齐",
        ] {
            assert_eq!(parted(text, is_limit), None, "{text}");
        }
    }

    #[test]
    fn a_header_says_that_limits_stand_below_it() {
        assert!(holds_limit("措施及时限") && holds_limit("整改措施（完成时限）"));
        assert!(!holds_limit("整改措施"));
    }
}
