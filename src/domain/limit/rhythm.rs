//! The day in each month, quarter, half-year or year: `每季度首月10日前`, `每年3月底前`, `每月1日、15日`.

use super::cursor::Cursor;
use super::every::{At, Every, MonthDays};
use super::month::working_day;
use super::part::Nth;
use super::point::BEFORE;
use super::relative::weekday;
use super::scan::BLANKS;

/// So many times a month, as evenly as its days can be shared.
pub(super) fn times_a_month(times: u32) -> Every {
    let days: &[u32] = match times {
        2 => &[15, 31],
        3 => &[10, 20, 31],
        _ => return Every::end_of(1),
    };
    Every::Months { length: 1, month: 1, at: At::Days(MonthDays::of(days)) }
}

/// So many times in a period of so many months. Where it cannot be shared, all are due by its end.
pub(super) fn times_in(length: u32, times: u32) -> Every {
    match (length, times) {
        (1, _) => times_a_month(times),
        (_, 1..) if length.is_multiple_of(times) => Every::end_of(length / times),
        _ => Every::end_of(length),
    }
}

/// The day in a period of so many months; its end, where none is named. A period that does not fit a year has none.
pub(super) fn months(cursor: &mut Cursor<'_>, length: u32) -> Option<Every> {
    if ![1, 2, 3, 4, 6, 12].contains(&length) {
        return None;
    }
    if let Some(times) = cursor.attempt(times) {
        return Some(times_in(length, times));
    }
    if let Some(at) = cursor.attempt(after) {
        return Some(Every::Months { length, month: length, at });
    }
    let named = cursor.attempt(|cursor| month_of_period(cursor, length));
    let first_days = cursor.sees(&["前"]);
    let at = day_of_month(cursor)?;
    let month = match (named, at) {
        (Some(month), _) => month,
        (None, At::End | At::Day(31) | At::Workday(None) | At::Weekday(None, _)) => length,
        (None, At::Workday(_) | At::Weekday(..)) => 1,
        (None, _) if first_days => 1,
        // `每季度5日前`: of which of its months?
        _ => (length == 1).then_some(1)?,
    };
    Some(Every::Months { length, month, at })
}

/// `结束后15日内`, `终了后10个工作日内`.
pub(super) fn after(cursor: &mut Cursor<'_>) -> Option<At> {
    cursor
        .takes_any(&[
            "结束之日起",
            "终了之日起",
            "结束后",
            "终了后",
            "末后",
            "度后",
            "后",
            "次月",
            "的次月",
            "下月",
            "的下月",
            "下个月",
            "的下个月",
        ])
        .then_some(())?;
    cursor.takes_any(&["的", "第", "次月", "下月", "下个月"]);
    let days = cursor.number_in(1..=MOST_AFTER)?;
    cursor.takes("个");
    if cursor.takes("工作日") {
        return Some(At::WorkingAfter(days));
    }
    cursor.takes_any(&["自然日", "日", "号", "天"]).then_some(At::After(days))
}

/// No rhythm leaves more days than a quarter has.
pub(super) const MOST_AFTER: u32 = 92;

/// Both halves of a year.
pub(super) const HALVES: [&str; 5] =
    ["上半年、下半年", "上半年和下半年", "上半年与下半年", "上、下半年", "上下半年"];

/// `最后一个月的`, `首月`, `第二个月`, `末月`.
fn month_of_period(cursor: &mut Cursor<'_>, length: u32) -> Option<u32> {
    cursor.takes_any(&["的", "中"]);
    let last = ["最后一个月", "最后1个月", "最后一月", "末月", "末个月", "最后月"];
    let month = if cursor.takes_any(&last) {
        length
    } else if cursor.takes_any(&["首月", "首个月", "头一个月", "头月"]) {
        1
    } else {
        cursor.takes("第").then_some(())?;
        let (month, _) = cursor.number()?;
        cursor.takes_any(&["个月", "月"]).then_some(month)?
    };
    cursor.takes_any(&["份", "的"]);
    (1..=length).contains(&month).then_some(month)
}

/// The day of the month that recurs; nothing where one is named that no rule can tell (每月初).
pub(super) fn day_of_month(cursor: &mut Cursor<'_>) -> Option<At> {
    cursor.takes_any(&["的", "中的"]);
    if let Some(Nth(nth)) = cursor.attempt(working_day) {
        cursor.takes_any(&BEFORE);
        return Some(At::Workday(nth));
    }
    if let Some((nth, day)) = cursor.attempt(day_of_week) {
        return Some(At::Weekday(nth, day));
    }
    if let Some(day) = cursor.takes_one(&[("上旬", 10), ("中旬", 20), ("下旬", 31)]) {
        // `每月中旬前`: by its end, or before it begins?
        return (!cursor.sees(&BEFORE)).then_some(At::Day(day));
    }
    if cursor.takes_any(&["底", "末", "月底", "月末"]) {
        // `每月底3日前` is three days before it.
        return cursor.attempt(days).is_none().then_some(At::End);
    }
    if let Some(at) = cursor.attempt(days) {
        cursor.takes_any(&BEFORE);
        return Some(at);
    }
    (!cursor.sees(&["初", "第", "前", "中", "首", "次", "下"]) && !cursor.sees(&BLANKS))
        .then_some(At::End)
}

/// `5日`, `1日至5日`, `前10日`, `1日、15日`.
fn days(cursor: &mut Cursor<'_>) -> Option<At> {
    cursor.takes("前");
    let mut days = Vec::new();
    for _ in 0..31 {
        let Some(day) = cursor.attempt(|cursor| one_day(cursor, days.is_empty())) else { break };
        days.push(day);
    }
    match days.as_slice() {
        [] => None,
        [day] => Some(At::Day(*day)),
        several => Some(At::Days(MonthDays::of(several))),
    }
}

fn one_day(cursor: &mut Cursor<'_>, is_first: bool) -> Option<u32> {
    if !is_first {
        cursor.takes_any(&BEFORE);
        cursor.takes_any(&["、", "和", "及", ","]).then_some(())?;
        // `每月15日和月底前`.
        if cursor.takes_any(&["月底", "月末", "底", "末"]) {
            return Some(31);
        }
    }
    let (mut day, _) = cursor.number()?;
    let mut marked = cursor.takes_any(&["日", "号"]);
    let later = cursor.attempt(|cursor| {
        cursor.takes_any(&["-", "至", "到"]).then_some(())?;
        let end = cursor.takes_any(&["月底", "月末", "当月底", "当月末"]);
        if end { Some(31) } else { cursor.number_in(1..=31) }
    });
    if let Some(later) = later {
        day = later;
        marked |= cursor.takes_any(&["日", "号"]) || day == 31;
    }
    let listed = cursor.sees(&["、", "和", "及"]);
    ((marked || listed || cursor.sees(&BEFORE)) && (1..=31).contains(&day)).then_some(day)
}

/// `第一个周一`, `最后一个周五`.
fn day_of_week(cursor: &mut Cursor<'_>) -> Option<(Option<u32>, crate::domain::day::Weekday)> {
    let nth = if cursor.takes_any(&["最后一个", "最后1个", "最后"]) {
        None
    } else if cursor.takes("首个") {
        Some(1)
    } else {
        cursor.takes("第").then_some(())?;
        let nth = cursor.number_in(1..=5)?;
        cursor.takes("个");
        Some(nth)
    };
    cursor.takes_any(&["星期", "周", "礼拜"]).then_some(())?;
    Some((nth, weekday(cursor)?))
}

/// `两次`, `开展两次`, `不少于4次`, `至少一次`: how often in the period.
pub(super) fn times(cursor: &mut Cursor<'_>) -> Option<u32> {
    const VERBS: [&str; 24] = [
        "内",
        "集中",
        "组织",
        "至少",
        "不少于",
        "不低于",
        "不得少于",
        "原则上",
        "开展",
        "检查",
        "进行",
        "召开",
        "举办",
        "举行",
        "报送",
        "上报",
        "督查",
        "督导",
        "培训",
        "全员",
        "报告",
        "调度",
        "抽查",
        "轮训",
    ];
    for _ in 0..4 {
        if !cursor.takes_any(&VERBS) {
            break;
        }
    }
    let (times, _) = cursor.number()?;
    (times > 0 && cursor.takes_any(&["次", "回", "轮"])).then_some(times)
}
