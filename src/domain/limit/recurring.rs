//! What recurs: `每月5日前`, `每季度最后一个月的30日前`, `至少每半年`, `每年开展两次`, `一周一调度`.

use super::chinese::{Workday, working_day};
use super::cursor::Cursor;
use super::every::{At, Every};
use super::part::Part;
use super::relative::weekday;

const BEFORE: [&str; 3] = ["之前", "以前", "前"];

/// Reads a recurrence; what is done each time is passed over.
pub(super) fn part(cursor: &mut Cursor<'_>, first: char) -> Option<Part> {
    let every = match first {
        '每' => Some(each(cursor)),
        // 按部就班 is no rhythm; 按月 and 逐月 are.
        '逐' | '按' => Some(each(cursor)).filter(|every| *every != Every::Event),
        '月' => cursor.takes_any(&["月月", "月度"]).then_some(Every::end_of(1)),
        '季' => {
            cursor.takes_any(&["季季", "季度终了之日起", "季度末后"]).then_some(Every::end_of(3))
        }
        '年' => yearly_words(cursor),
        '一' | '半' | '1' => one_each(cursor),
        _ => None,
    }?;
    cursor.skip_clause();
    Some(Part::Recurring(every))
}

fn yearly_words(cursor: &mut Cursor<'_>) -> Option<Every> {
    if cursor.takes_any(&["年中、年末", "年中和年末", "年中年末", "年中、年底", "年中和年底"])
    {
        return Some(Every::end_of(6));
    }
    cursor.takes_any(&["年年"]).then_some(Every::end_of(12))
}

/// `一周一调度`, `一月一通报`, `一季一督查`, `半年一总结`.
fn one_each(cursor: &mut Cursor<'_>) -> Option<Every> {
    const RHYTHMS: [(&str, Every); 9] = [
        ("一周一", Every::Week(None)),
        ("一月一", Every::Months { length: 1, month: 1, at: At::End }),
        ("一季度一", Every::Months { length: 3, month: 3, at: At::End }),
        ("一季一", Every::Months { length: 3, month: 3, at: At::End }),
        ("半年一", Every::Months { length: 6, month: 6, at: At::End }),
        ("一年一", Every::Months { length: 12, month: 12, at: At::End }),
        ("一年两次", Every::Months { length: 6, month: 6, at: At::End }),
        ("一日一", Every::Days(1)),
        ("一天一", Every::Days(1)),
    ];
    cursor.takes_one(&RHYTHMS)
}

/// What stands behind 每.
fn each(cursor: &mut Cursor<'_>) -> Every {
    cursor.step();
    let count = cursor.attempt(|cursor| {
        let number = cursor.number_in(1..=366)?;
        cursor.takes("个");
        Some(number)
    });
    let count = count.unwrap_or_else(|| {
        cursor.takes("个");
        1
    });
    if cursor.takes_any(&["半年度", "半年"]) {
        return months(cursor, 6);
    }
    if cursor.takes_any(&["季度", "季"]) {
        return months(cursor, 3);
    }
    if cursor.takes_any(&["年度", "年"]) {
        return yearly(cursor);
    }
    if cursor.takes_any(&["月度", "月"]) {
        let length =
            if [1, 2, 3, 4, 6, 12].contains(&count) { count } else { return Every::Event };
        return months(cursor, length);
    }
    if cursor.takes_any(&["周", "星期", "礼拜"]) {
        return if count == 1 { Every::Week(weekday(cursor)) } else { Every::Days(7 * count) };
    }
    if cursor.takes_any(&["工作日", "日", "天"]) {
        return Every::Days(count);
    }
    if cursor.takes("旬") {
        return Every::Days(10);
    }
    Every::Event
}

/// The day in a period of so many months; its end, where none is named.
fn months(cursor: &mut Cursor<'_>, length: u32) -> Every {
    let times = times(cursor);
    if let Some(times) = times.filter(|times| *times > 1 && length.is_multiple_of(*times)) {
        return Every::end_of(length / times);
    }
    let after = cursor.attempt(|cursor| {
        cursor
            .takes_any(&["结束后", "终了后", "终了之日起", "结束之日起", "末后", "后"])
            .then_some(())?;
        let (days, _) = cursor.number()?;
        cursor.takes_any(&["个工作日", "日", "天"]).then_some(days)
    });
    if let Some(days) = after {
        return Every::Months { length, month: length, at: At::After(days) };
    }
    let month = cursor.attempt(|cursor| month_of_period(cursor, length)).unwrap_or(length);
    Every::Months { length, month, at: day_of_month(cursor) }
}

/// `最后一个月的`, `首月`, `第二个月`, `末月`.
fn month_of_period(cursor: &mut Cursor<'_>, length: u32) -> Option<u32> {
    cursor.takes("的");
    let month = if cursor.takes_any(&["最后一个月", "最后一月", "末月", "末个月", "最后月"])
    {
        length
    } else if cursor.takes_any(&["首月", "首个月", "头一个月"]) {
        1
    } else {
        cursor.takes("第").then_some(())?;
        let (month, _) = cursor.number()?;
        cursor.takes_any(&["个月", "月"]).then_some(month)?
    };
    cursor.takes_any(&["份", "的"]);
    (1..=length).contains(&month).then_some(month)
}

fn day_of_month(cursor: &mut Cursor<'_>) -> At {
    cursor.takes("的");
    if let Some(Workday(nth)) = cursor.attempt(working_day) {
        return At::Workday(nth);
    }
    if cursor.takes("上旬") {
        return At::Day(10);
    }
    if cursor.takes("中旬") {
        return At::Day(20);
    }
    let day = cursor.attempt(|cursor| {
        let (mut day, _) = cursor.number()?;
        let mut is_named = cursor.takes_any(&["日", "号"]);
        let later = cursor.attempt(|cursor| {
            cursor.takes_any(&["-", "至", "到"]).then_some(())?;
            cursor.number().map(|(later, _)| later)
        });
        day = later.unwrap_or(day);
        if later.is_some() {
            is_named |= cursor.takes_any(&["日", "号"]);
        }
        // 每月一通报 counts the times, and names no day.
        is_named |= cursor.takes_any(&BEFORE);
        let is_day = is_named && (1..=31).contains(&day);
        is_day.then_some(day)
    });
    day.map_or(At::End, At::Day)
}

/// `每年12月31日前`, `每年3月底前`, `每年年底`, `每年两次`; `每年汛期前` hangs on an event.
fn yearly(cursor: &mut Cursor<'_>) -> Every {
    if let Some(times) = times(cursor) {
        return if times > 0 && 12 % times == 0 {
            Every::end_of(12 / times)
        } else {
            Every::end_of(12)
        };
    }
    let dated = cursor.attempt(|cursor| {
        cursor.takes("的");
        let month = cursor.number_in(1..=12)?;
        cursor.takes_any(&["月份", "月"]).then_some(())?;
        if cursor.takes_any(&["底", "末"]) {
            return Some((month, At::End));
        }
        Some((month, day_of_month(cursor)))
    });
    if let Some((month, at)) = dated {
        return Every::Months { length: 12, month, at };
    }
    if cursor.takes_any(&["上半年", "年中"]) {
        return Every::Months { length: 12, month: 6, at: At::End };
    }
    let event = ["汛期", "雨季", "开学", "高考", "春节", "国庆", "中秋"]
        .iter()
        .any(|event| cursor.rest().starts_with(event));
    if event { Every::Event } else { Every::end_of(12) }
}

/// `两次`, `开展两次`, `不少于4次`, `至少一次`: how often in the period.
fn times(cursor: &mut Cursor<'_>) -> Option<u32> {
    cursor.attempt(|cursor| {
        const VERBS: [&str; 16] = [
            "集中",
            "组织",
            "至少",
            "不少于",
            "不低于",
            "开展",
            "检查",
            "进行",
            "召开",
            "举办",
            "举行",
            "报送",
            "督查",
            "督导",
            "培训",
            "全员",
        ];
        for _ in 0..4 {
            if !cursor.takes_any(&VERBS) {
                break;
            }
        }
        let (times, _) = cursor.number()?;
        cursor.takes_any(&["次", "回"]).then_some(times)
    })
}
