//! A limit that is set anew: `延期一个月`, `延长至11月底前`, `3月底前`, by the day on which it is granted.
//!
//! Its year and its periods follow the day on which it is granted and not the plan, since `3月底前` granted in 2023 is
//! no day of 2022. What only lengthens (`延期30日`) counts from the last day that it moves. A period that says neither
//! (`一个月内`) has both readings, and of several readings only those count that come after the day now.

use super::part::{Counted, Dated, From, Part};
use super::scan::Found;
use super::{Counting, Kind, Note, Reading, assemble, parts, text, whole};
use crate::domain::day::Day;
use crate::domain::ledger::Phase;

/// What may stand before the words that lengthen.
const BEFORE: [&str; 9] = ["同意", "准予", "批准", "申请", "拟", "将", "再次", "再", "给予"];
const LENGTHENS: [&str; 7] = ["延期", "延长", "顺延", "推迟", "延后", "宽限", "延"];
/// What is lengthened.
const WHAT: [&str; 7] = ["整改期限", "整改时限", "办理期限", "完成时限", "期限", "时限", "期"];
/// What names the last day as that from which is counted.
const LAST_DAYS: [&str; 6] = ["原期限", "原时限", "原定期限", "原定时限", "原截止", "届满"];
const LENGTHENS_EN: [&str; 3] = ["extended by", "extend by", "extension of"];
const MORE_EN: [&str; 2] = ["more", "longer"];

/// Reads a limit that is set anew on a day, for what has the last day `last`; nothing where it has none.
pub fn read_moved(words: &str, on: Day, last: Option<Day>, counting: &Counting<'_>) -> Reading {
    let even = text::even(words);
    let (lengthens, rest, found) = found(&even, counting.phases);
    let since = |day| Counting { issued: Some(day), from: None, ..*counting };
    // `延期10月底前` is what others write 延期至.
    let lengthens = lengthens && found.iter().any(|found| is_period(found.part));
    let mut reading = match last {
        // 原期限届满后 is an event that no ledger dates.
        Some(last) if lengthens => assemble(&found, &Counting { from: Some(last), ..since(last) }),
        Some(last) if found.iter().any(is_bare_period) => {
            either(assemble(&found, &since(on)), assemble(&found, &since(last)))
        }
        _ => whole(rest, &found, &since(on)),
    };
    if let Some(last) = last {
        later_only(&mut reading, last);
    }
    reading
}

/// Whether the words only lengthen, what names the new day, and its parts.
fn found<'a>(even: &'a str, phases: &[Phase]) -> (bool, &'a str, Vec<Found>) {
    let (lengthens, rest) = lengthening(even);
    let mut found = parts(rest, phases);
    if lengthens {
        // `延期30日` is no 30th of the month.
        for found in &mut found {
            found.part = as_period(found.part);
        }
    }
    (lengthens, rest, found)
}

/// Tells whether the words give a period that may end on a rest day.
pub fn is_counted_anew(words: &str, phases: &[Phase]) -> bool {
    let (_, _, found) = found(&text::even(words), phases);
    found.iter().any(|found| super::may_end_on_rest(&found.part))
}

/// Tells whether the words only lengthen, and returns what says by how much; else what names the new day.
fn lengthening(even: &str) -> (bool, &str) {
    let mut begun = even;
    while let Some(rest) = after_any(begun, &BEFORE).or_else(|| after_any(begun, &WHAT)) {
        begun = rest;
    }
    if let Some(rest) = after_any(begun, &LENGTHENS) {
        let rest = after_any(rest, &WHAT).unwrap_or(rest);
        let names_day = rest.starts_with(['至', '到']);
        return (!names_day, rest);
    }
    if let Some(rest) = after_any(even, &LENGTHENS_EN) {
        return (true, rest.trim_start());
    }
    if let Some(rest) = MORE_EN.iter().find_map(|word| even.strip_suffix(word)) {
        return (true, rest.trim_end());
    }
    (LAST_DAYS.iter().any(|name| even.contains(name)), even)
}

fn after_any<'a>(text: &'a str, beginnings: &[&str]) -> Option<&'a str> {
    beginnings.iter().find_map(|word| text.strip_prefix(word))
}

fn as_period(part: Part) -> Part {
    match part {
        Part::Either(_, period @ Dated::Counted(_))
        | Part::Either(period @ Dated::Counted(_), _) => Part::Dated(period),
        other => other,
    }
}

fn is_period(part: Part) -> bool {
    matches!(part, Part::Dated(Dated::Counted(_)))
}

/// Tells whether it is a period that does not say from when it is counted.
fn is_bare_period(found: &Found) -> bool {
    let bare = |dated: &Dated| matches!(dated, Dated::Counted(Counted { from: From::Unsaid, .. }));
    match &found.part {
        Part::Dated(dated) => bare(dated),
        Part::Either(one, other) => bare(one) || bare(other),
        _ => false,
    }
}

/// Both readings, where they give different days.
fn either(mut one: Reading, other: Reading) -> Reading {
    let known = one.days.clone();
    one.days.extend(other.days.into_iter().filter(|day| !known.contains(day)));
    if one.days.len() > 1 && one.kind == Kind::Day {
        one.kind = Kind::Ambiguous;
    }
    one.provisional |= other.provisional;
    one.notes.extend(other.notes);
    one
}

/// An extension leads to a later day, so no other reading can be meant.
fn later_only(reading: &mut Reading, last: Day) {
    if reading.kind != Kind::Ambiguous {
        return;
    }
    let later: Vec<Day> = reading.days.iter().copied().filter(|day| *day > last).collect();
    if let [day] = later[..] {
        reading.kind = Kind::Day;
        reading.days = later;
        reading.notes.retain(|note| match note {
            Note::Past { .. } => false,
            Note::Moved { to, .. } => *to == day,
            Note::RestDay(rest) => *rest == day,
            _ => true,
        });
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Counting, Kind, read_moved};
    use crate::domain::book::CalendarAdditions;
    use crate::domain::calendar::Calendar;
    use crate::domain::day::Day;
    use crate::domain::policy::Policy;

    fn day(text: &str) -> Day {
        Day::from_iso(text).unwrap()
    }

    /// The days that the words give, granted on a day for what has a last day; the plan was issued in 2022.
    fn days(words: &str, on: &str, last: &str) -> Vec<String> {
        let (dates, policy, calendar) = (
            BTreeMap::from([("feedback".to_owned(), day("2022-09-08"))]),
            Policy::default(),
            Calendar::with(&CalendarAdditions::default()),
        );
        let counting = Counting {
            issued: Some(day("2022-09-23")),
            dates: &dates,
            from: None,
            phases: &[],
            policy: &policy,
            calendar: &calendar,
        };
        let reading = read_moved(words, day(on), Day::from_iso(last), &counting);
        assert_eq!(reading.kind == Kind::Ambiguous, reading.days.len() > 1, "{words}");
        reading.days.iter().map(Day::to_string).collect()
    }

    #[test]
    fn what_lengthens_counts_from_the_last_day_that_it_moves() {
        for words in [
            "延期一个月",
            "延长1个月",
            "顺延1个月",
            "同意延期一个月",
            "整改期限延长一个月",
            "再延1个月",
            "原期限届满后一个月内",
            "自原期限届满之日起一个月内",
            "同意将整改期限延长一个月",
            "extended by one month",
            "1 month more",
        ] {
            assert_eq!(days(words, "2022-10-20", "2022-10-31"), ["2022-11-30"], "{words}");
        }
        assert_eq!(days("延期30日", "2022-10-20", "2022-10-31"), ["2022-11-30"]);
        assert_eq!(days("延期10个工作日", "2022-10-20", "2022-10-31"), ["2022-11-14"]);
    }

    #[test]
    fn a_named_day_takes_its_year_from_the_day_on_which_it_is_granted() {
        assert_eq!(days("3月底前", "2023-01-10", "2022-12-30"), ["2023-03-31"]);
        assert_eq!(days("延期11月底前", "2022-10-20", "2022-10-31"), ["2022-11-30"]);
        assert_eq!(days("延长至11月底前", "2022-10-20", "2022-10-31"), ["2022-11-30"]);
        // Only one of the two readings is later than the day now.
        assert_eq!(days("3月底前", "2022-12-20", "2022-12-30"), ["2023-03-31"]);
        assert_eq!(days("延至2023年6月底前", "2022-12-20", "2022-12-30"), ["2023-06-30"]);
        // Granted late, and both are later: nobody can tell.
        assert_eq!(days("11月底前", "2022-12-05", "2022-10-31"), ["2022-11-30", "2023-11-30"]);
    }

    #[test]
    fn a_bare_period_has_two_readings_where_they_differ() {
        assert_eq!(days("一个月内", "2022-10-20", "2022-10-31"), ["2022-11-21", "2022-11-30"]);
        assert_eq!(days("一个月内", "2022-10-31", "2022-10-31"), ["2022-11-30"]);
        // Counted from the day on which it is granted, it would be no extension.
        assert_eq!(days("10日内", "2022-10-18", "2022-10-31"), ["2022-11-10"]);
        // Without a last day there is only one.
        assert_eq!(days("一个月内", "2022-10-20", ""), ["2022-11-21"]);
        assert_eq!(days("反馈后三个月内", "2022-10-20", "2022-10-31"), ["2022-12-08"]);
    }
}
