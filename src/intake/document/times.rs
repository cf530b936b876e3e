//! Words of time inside a text: what recurs, days that were masked or mutilated, and the months of a phase.

use std::ops::Range;

use super::numbering;
use crate::domain::day::Day;

/// Rhythms with a definite period.
const RHYTHMS: [&str; 33] = [
    "至少每半年",
    "至少每季度",
    "至少每月",
    "至少每年",
    "每半年",
    "每季度",
    "每个季度",
    "每季",
    "每个月",
    "每月",
    "每半月",
    "每旬",
    "每周",
    "每星期",
    "每年度",
    "每年",
    "每日",
    "每天",
    "每两周",
    "每两个月",
    "每两月",
    "每双月",
    "按季度",
    "按季",
    "按月",
    "按周",
    "逐月",
    "逐季",
    "月月",
    "季季",
    "年年",
    "一周一",
    "一月一",
];

/// Finds rhythms: from the word for it to where it stops saying when.
pub(super) fn rhythms(words: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let rest = &words[at..];
        let rhythm =
            RHYTHMS.iter().filter(|word| rest.starts_with(**word)).max_by_key(|it| it.len());
        let behind = rhythm.map(|word| &rest[word.len()..]);
        // 每月份、按月份、每年度计划 name a period, and 每天之内 a length; 每日均 is an average.
        let is_other = behind.is_some_and(|rest| rest.starts_with(['份', '均', '报']));
        match rhythm {
            Some(word) if !is_other => {
                let end = at
                    + word.len()
                    + day_within(
                        &rest[word.len()..],
                        word.ends_with('周') || word.ends_with("星期"),
                    );
                found.push(at..end);
                at = end;
            }
            _ => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    found
}

/// The day within the period: `5日前`, `最后一个月的30日前`, `年底`, `最后一个工作日`; of a week `五下班前`.
fn day_within(rest: &str, of_week: bool) -> usize {
    const LONGEST: usize = 14;
    const WORKING: [&str; 4] = ["最后一个工作日", "最后1个工作日", "第一个工作日", "首个工作日"];
    let longest = |words: &[&str], rest: &str| {
        words.iter().filter(|it| rest.starts_with(**it)).map(|it| it.len()).max()
    };
    let weekday = rest.starts_with(|c| "一二三四五六日天".contains(c)) && of_week;
    let day = if weekday { Some('一'.len_utf8()) } else { longest(&WORKING, rest) };
    if let Some(day) = day.filter(|_| !rest.starts_with("一次")) {
        let hours = ["下班前", "下午下班前", "下午", "上午", "前"];
        return day + longest(&hours, &rest[day..]).unwrap_or(0);
    }
    let mut best = 0;
    for (at, c) in rest.char_indices().take(LONGEST) {
        let is_part = c.is_ascii_digit()
            || "第最后首末初底前一二三四五六七八九十个月的日号周年季度之以中旬工作".contains(c);
        if !is_part {
            break;
        }
        let end = at + c.len_utf8();
        let words = &rest[..end];
        if ["前", "底", "末", "初", "日", "号"].iter().any(|last| words.ends_with(last))
            && !words.ends_with("工作日")
        {
            best = end;
        }
    }
    best
}

/// The day with which words begin: 5月15日前, 2024年3月底前, 年底前, 第三季度末; without 于 before it.
pub(super) fn day_at_start(words: &str) -> Option<Range<usize>> {
    let start = ["于", "在", "到", "至"].iter().find(|word| words.starts_with(**word));
    let start = start.map_or(0, |word| word.len());
    let is_part = |c: &char| {
        c.is_ascii_digit() || "年月日号底末前初中上下旬第一二三四季度半今明本当以之内".contains(*c)
    };
    let all: String = words[start..].chars().take_while(is_part).collect();
    let ends = ["前", "底", "末", "日", "号", "旬", "度", "初", "内", "月", "年", "上半年"];
    let mut bare = all.as_str();
    // 6月初步完成 and 12月中期评估 begin no part of a day behind the month.
    while !bare.is_empty() && !ends.iter().any(|end| bare.ends_with(end)) {
        bare = &bare[..bare.len() - bare.chars().next_back().map_or(1, char::len_utf8)];
    }
    if bare.ends_with('初') && words[start + bare.len()..].starts_with(['步', '次', '审', '稿'])
    {
        bare = bare.trim_end_matches('初');
    }
    let counted = bare.contains(|c: char| c.is_ascii_digit() || "一二三四上下年本今".contains(c));
    let named = ["月", "季度", "年底", "年末", "半年"].iter().any(|word| bare.contains(word));
    let year = bare.ends_with("年底前") || bare.len() > 6 && bare.contains("年底");
    (counted && (named || year)).then(|| start..start + bare.len())
}

/// Finds days that nobody can read: `2023年XX月`, `X月X日`, `20年12月底`, `2024927日`, `2023年月`.
pub(super) fn damaged(words: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let is_part = |c: char| {
        c.is_ascii_digit()
            || matches!(c, 'X' | 'x' | '×' | '*' | '某' | '年' | '月' | '日' | '号' | '-')
    };
    let mut start = None;
    for (at, c) in words.char_indices().chain([(words.len(), '\n')]) {
        // In masked days 一 is a dash that was read wrongly.
        let dash = c == '一' && words[..at].ends_with('月') && start.is_some();
        if at < words.len() && (is_part(c) || dash) {
            start.get_or_insert(at);
            continue;
        }
        if let Some(start) = start.take()
            && is_damaged(&words[start..at])
        {
            found.push(start..at);
        }
    }
    found
}

fn is_damaged(words: &str) -> bool {
    const MASKS: [char; 5] = ['X', 'x', '×', '*', '某'];
    let mut masked = false;
    let mut lost = false;
    for (unit, least, most) in [('年', 4, 4), ('月', 1, 2), ('日', 1, 2)] {
        for (at, _) in words.match_indices(unit) {
            let before = &words[..at];
            let figures = before.chars().rev().take_while(char::is_ascii_digit).count();
            let masks = before.chars().rev().take_while(|c| MASKS.contains(c)).count();
            masked |= masks > 0;
            // `2024927日`: signs were lost between the figures; `2023年月`: the figure was.
            lost |= figures > most && figures > 4;
            lost |= unit == '年' && figures == 2 && words[at..].contains('月') && before.len() == 2;
            lost |= unit == '月' && figures + masks == 0 && before.ends_with('年');
            lost |= unit == '年' && figures < least && figures > 2;
        }
    }
    masked || lost
}

/// A period of whole months or days, with whether its year was filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) from: Option<Day>,
    pub(super) until: Option<Day>,
    pub(super) inferred: bool,
}

/// Reads `2021年11月-12月`, `2022年1月至2022年3月`, `3月15日-4月10日`, `2022年6月底前`, `2022年5月`; a year that is missing
/// is that of the plan.
pub(super) fn period(words: &str, plan: Option<i32>) -> Option<Period> {
    let written = words;
    let words = words.trim_end_matches("底前").trim_end_matches(['前', '底', '末', '。']);
    let parts = ["-", "至", "到", "一", "－"];
    let cut = parts.iter().find_map(|sign| {
        words.match_indices(sign).map(|(at, _)| (&words[..at], &words[at + sign.len()..])).next()
    });
    let Some((first, last)) = cut else {
        let point = point(words, plan)?;
        let whole = written == words;
        let from = point.day.is_none().then(|| point.first()).flatten().filter(|_| whole);
        return Some(Period { from, until: point.last(), inferred: point.inferred });
    };
    let first = point(first, plan)?;
    // The end has the year and the month of the beginning, where it has none of its own.
    let last = if last.contains(['月', '年']) {
        point(last, Some(first.year))?
    } else {
        let day = last.trim_end_matches(['日', '号']).parse().ok()?;
        Point { day: Some(day), ..first }
    };
    let (from, until) = (first.first(), last.last());
    let goes_back = from.zip(until).is_some_and(|(from, until)| until < from);
    (!goes_back).then_some(Period { from, until, inferred: first.inferred })
}

#[derive(Debug, Clone, Copy)]
struct Point {
    year: i32,
    month: u32,
    day: Option<u32>,
    inferred: bool,
}

impl Point {
    fn first(&self) -> Option<Day> {
        Day::new(self.year, self.month, self.day.unwrap_or(1))
    }

    fn last(&self) -> Option<Day> {
        match self.day {
            Some(day) => Day::new(self.year, self.month, day),
            None => Day::new(self.year, self.month, 1).map(Day::month_end),
        }
    }
}

fn point(words: &str, plan: Option<i32>) -> Option<Point> {
    let (year, rest) = match words.split_once('年') {
        Some((year, rest)) => (Some(year.parse().ok().filter(|year| *year > 1990)?), rest),
        None => (None, words),
    };
    let (month, rest) = rest.split_once('月')?;
    let rest = rest.trim_end_matches(['份', '底', '初', '中', '旬']);
    let day = match rest.trim_end_matches(['日', '号']) {
        "" => None,
        day => Some(day.parse().ok()?),
    };
    let month = month.parse().ok().filter(|month| (1..=12).contains(month))?;
    Some(Point { year: year.or(plan)?, month, day, inferred: year.is_none() })
}

/// Reads a whole day: 2022年10月30日, 二〇二二年十月三十日, 2022.10.30.
pub(super) fn whole_day(words: &str) -> Option<Day> {
    if let Some(day) = in_letters(words).or_else(|| in_figures(words)) {
        return Some(day);
    }
    let point = point(words, None)?;
    point.day.and_then(|_| point.last()).filter(|day| day.is_plausible())
}

/// 二〇二二年十月三十日.
fn in_letters(words: &str) -> Option<Day> {
    const FIGURES: &str = "〇一二三四五六七八九";
    let (year, rest) = words.split_once('年')?;
    let (month, rest) = rest.split_once('月')?;
    let day = rest.strip_suffix('日')?;
    let figure = |c: char| {
        // A circle stands for nought, too.
        let c = if matches!(c, '零' | '·' | 'O' | 'o' | '0') { '〇' } else { c };
        FIGURES.chars().position(|it| it == c).and_then(|it| i32::try_from(it).ok())
    };
    let figures: Vec<i32> = year.chars().map(figure).collect::<Option<_>>()?;
    let whole = |words: &str| {
        numbering::chinese(words).filter(|(_, len)| *len == words.len()).map(|(value, _)| value)
    };
    let year = figures.iter().fold(0, |year, figure| year * 10 + figure);
    let day = Day::new(year, whole(month)?, whole(day)?)?;
    (figures.len() == 4 && day.is_plausible()).then_some(day)
}

/// 2022.10.30, 2022-10-30, 2022/10/30.
fn in_figures(words: &str) -> Option<Day> {
    let parts: Vec<&str> = words.split(['.', '-', '/']).collect();
    let [year, month, day] = parts.as_slice() else { return None };
    let figures = parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let day = Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
    (figures && year.len() == 4 && day.is_plausible()).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::{damaged, period, rhythms, whole_day};

    #[test]
    fn rhythms_are_found_with_their_days() {
        let found = |words: &str| {
            rhythms(words).into_iter().map(|it| words[it].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(found("每季度召开,每月5日前汇总"), ["每季度", "每月5日前"]);
        assert_eq!(found("每季度最后一个月的30日前报送"), ["每季度最后一个月的30日前"]);
        assert_eq!(found("至少每半年一次,每年年底报告"), ["至少每半年", "每年年底"]);
        assert_eq!(found("每周五下班前报送,每周一次"), ["每周五下班前", "每周"]);
        assert_eq!(found("每月最后一个工作日报送"), ["每月最后一个工作日"]);
        assert!(found("每名每项每次每个环节、每月份").is_empty());
    }

    #[test]
    fn masked_and_mutilated_days_are_found() {
        let found = |words: &str| {
            damaged(words).into_iter().map(|it| words[it].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(found("时间为2023年XX月一2023年XX月,分四步"), ["2023年XX月一2023年XX月"]);
        assert_eq!(found("截止X月X日,20年12月底前"), ["X月X日", "20年12月"]);
        assert_eq!(found("2024927日至126日,20211228日"), ["2024927日", "20211228日"]);
        assert!(found("2021年12月31日前,18个月内,2021-2024年,X项,5年内,12日").is_empty());
    }

    #[test]
    fn periods_of_phases_are_read() {
        let read = |words| {
            let period = period(words, Some(2022)).unwrap();
            let day = |day: Option<super::Day>| day.map_or(String::new(), |day| day.to_string());
            (day(period.from), day(period.until), period.inferred)
        };
        let made =
            |from: &str, until: &str, inferred| (from.to_owned(), until.to_owned(), inferred);
        assert_eq!(read("2021年11月-12月"), made("2021-11-01", "2021-12-31", false));
        assert_eq!(read("2021年12月至2022年2月底"), made("2021-12-01", "2022-02-28", false));
        assert_eq!(read("3月15日-4月10日"), made("2022-03-15", "2022-04-10", true));
        assert_eq!(read("3月1日至15日"), made("2022-03-01", "2022-03-15", true));
        assert_eq!(read("2022年5月"), made("2022-05-01", "2022-05-31", false));
        assert_eq!(period("2023年XX月-XX月", Some(2022)), None);
        assert_eq!(whole_day("2022年10月30日").unwrap().to_string(), "2022-10-30");
        assert_eq!(whole_day("2022年10月"), None);
        for words in ["二〇二二年十月三十日", "二○二二年十月三十日", "2022.10.30", "2022-10-30"]
        {
            let even: String = words.chars().map(super::super::letters::even).collect();
            assert_eq!(whole_day(&even).unwrap().to_string(), "2022-10-30", "{words}");
        }
    }
}
