//! The day on which the problems of a report were found, where the report is later than their limits.

use std::ops::Range;

use super::fields::Item;
use super::text::Text;
use super::times;
use crate::domain::day::Day;
use crate::domain::problem::Kind;

/// Tells whether a limit of a problem lies before the day of the paper; gives the earliest one.
pub(super) fn limit_before(text: &Text, items: &[Item], issued: Day) -> Option<Day> {
    let problems = items.iter().filter(|item| item.kind == Kind::Problem);
    let limits = problems.filter_map(|item| item.limit.as_ref());
    let year = Some(issued.year());
    let last = |words: &str| times::period(words, year).and_then(|it| it.until);
    limits.filter_map(|(range, _)| last(text.words(range))).filter(|day| *day < issued).min()
}

/// The day of feedback that the opening names, else the end of the inspection; none that is later than the limits.
pub(super) fn day(text: &Text, opening: &Range<usize>, latest: Day) -> Option<(Day, Range<usize>)> {
    let days = days(text, opening);
    let mut ended = None;
    for (at, (day, range)) in days.iter().enumerate() {
        let next = days.get(at + 1).map_or(opening.end, |(_, next)| next.start);
        let behind = text.words(&(range.end..next));
        let said = behind.split(['。', '\n']).next().unwrap_or_default();
        let before = text.words(&(opening.start..range.start));
        let fits = *day <= latest && !before.ends_with("截至");
        let in_words = |words: &[&str]| words.iter().any(|word| said.contains(word));
        if fits && in_words(&["反馈"]) {
            return Some((*day, range.clone()));
        }
        let closes = before.ends_with(['至', '到', '-']);
        if fits
            && closes
            && in_words(&["巡察", "巡视", "督察", "检查", "审计", "巡查", "督导", "督查"])
        {
            ended.get_or_insert((*day, range.clone()));
        }
    }
    ended
}

/// The whole days of a text; one without a year has that of the day before it.
fn days(text: &Text, within: &Range<usize>) -> Vec<(Day, Range<usize>)> {
    let words = text.words(within);
    let is_part = |c: &char| c.is_ascii_digit() || matches!(c, '年' | '月');
    let mut year = None;
    let mut found = Vec::new();
    for (at, sign) in words.match_indices('日') {
        let letters = words[..at].chars().rev().take_while(is_part);
        let start = at - letters.map(char::len_utf8).sum::<usize>();
        let range = start..at + sign.len();
        let said = &words[range.clone()];
        let to = words[..range.start].ends_with(['至', '到', '-']);
        let before = found.last().filter(|_| to && !said.contains('月'));
        if let Some(day) = before.and_then(|(day, _): &(Day, _)| {
            Day::new(day.year(), day.month(), said.strip_suffix('日')?.parse().ok()?)
        }) {
            found.push((day, within.start + range.start..within.start + range.end));
            continue;
        }
        let day = times::period(said, year).and_then(|it| it.until);
        if let Some(day) = day.filter(|_| words[range.clone()].contains('月')) {
            year = Some(day.year());
            found.push((day, within.start + range.start..within.start + range.end));
        }
    }
    found
}
