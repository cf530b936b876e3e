//! What recurs: `每月5日前`, `每季度最后一个月的30日前`, `至少每半年`, `每年开展两次`, `一周一调度`.

use super::cursor::Cursor;
use super::every::{At, Every, MonthDays, Weekdays};
use super::part::Part;
use super::relative::weekday;
use super::{clause, rhythm, yearly};
use crate::domain::day::Weekday;

/// Reads a recurrence; what is done each time is passed over.
pub(super) fn part(cursor: &mut Cursor<'_>, first: char) -> Option<Part> {
    let every = match first {
        '每' => return Some(each(cursor)),
        '逐' | '按' => by_unit(cursor),
        '月' | '季' | '年' | '周' | '日' | '天' | '旬' => named(cursor),
        '上' => halves(cursor),
        '一' | '二' | '两' | '半' | '1' | '2' => one_each(cursor),
        _ => None,
    }?;
    cursor.skip_clause();
    Some(Part::Recurring(every))
}

/// What is done in a rhythm that is named by its unit alone.
const DONE: [&str; 14] = [
    "调度", "通报", "报告", "小结", "督查", "督办", "研判", "会商", "例会", "点评", "排名", "晾晒",
    "清零", "销账",
];

/// `月月`, `季季`, `年中、年末`, `周调度`, `月通报`.
fn named(cursor: &mut Cursor<'_>) -> Option<Every> {
    let whole = [
        ("月月", Every::end_of(1)),
        ("季季", Every::end_of(3)),
        ("年年", Every::end_of(12)),
        ("周周", Every::Week(None)),
        ("天天", Every::Days(1)),
        ("日日", Every::Days(1)),
        ("年中、年末", Every::end_of(6)),
        ("年中和年末", Every::end_of(6)),
        ("年中年末", Every::end_of(6)),
        ("年中、年底", Every::end_of(6)),
        ("年中和年底", Every::end_of(6)),
    ];
    if let Some(every) = cursor.takes_one(&whole) {
        return Some(every);
    }
    // `周调度、月通报、季督查`: a rhythm and what is done in it.
    let begins = clause::begins(cursor);
    cursor.attempt(|cursor| {
        let every = unit(cursor)?;
        cursor.takes("度");
        // `月度例会前` hangs on one of them.
        let done = begins && cursor.takes_any(&DONE);
        (done && !cursor.sees(&["前", "后", "之前", "之后"])).then_some(every)
    })
}

/// `上、下半年各一次`.
fn halves(cursor: &mut Cursor<'_>) -> Option<Every> {
    cursor.takes_any(&rhythm::HALVES).then_some(())?;
    cursor.takes_any(&["各", "分别"]).then_some(())?;
    rhythm::times(cursor).map(|_| Every::end_of(6))
}

fn unit(cursor: &mut Cursor<'_>) -> Option<Every> {
    cursor.takes_one(&[
        ("周", Every::Week(None)),
        ("旬", Every::Months { length: 1, month: 1, at: At::Days(MonthDays::of(&[10, 20, 31])) }),
        ("月", Every::end_of(1)),
        ("季度", Every::end_of(3)),
        ("季", Every::end_of(3)),
        ("半年", Every::end_of(6)),
        ("日", Every::Days(1)),
        ("天", Every::Days(1)),
    ])
}

/// `按月`, `逐季`, `按季度报送`; but `按月度计划` is no rhythm.
fn by_unit(cursor: &mut Cursor<'_>) -> Option<Every> {
    cursor.step();
    let every = unit(cursor).or_else(|| {
        (cursor.takes("年") && !cursor.sees(&["度", "初", "龄", "级"])).then(|| Every::end_of(12))
    })?;
    let other = ["计划", "任务", "要求", "目标", "节", "期", "份", "度", "底", "前", "程", "常"];
    (!cursor.sees(&other)).then_some(every)
}

/// `一周一调度`, `一月一通报`, `一季一督查`, `半年一总结`, `一年不少于两次`.
fn one_each(cursor: &mut Cursor<'_>) -> Option<Every> {
    let (length, every) = cursor.takes_one(&[
        ("一周", (0, Every::Week(None))),
        ("半月", (0, rhythm::times_a_month(2))),
        ("半个月", (0, rhythm::times_a_month(2))),
        ("一旬", (0, rhythm::times_a_month(3))),
        ("一个季度", (3, Every::end_of(3))),
        ("一季度", (3, Every::end_of(3))),
        ("一季", (3, Every::end_of(3))),
        ("一个月", (1, Every::end_of(1))),
        ("一月", (1, Every::end_of(1))),
        ("两个月", (2, Every::end_of(2))),
        ("两月", (2, Every::end_of(2))),
        ("半年", (6, Every::end_of(6))),
        ("一年", (12, Every::end_of(12))),
        ("1年", (12, Every::end_of(12))),
        ("一日", (0, Every::Days(1))),
        ("一天", (0, Every::Days(1))),
    ])?;
    if let Some(times) = cursor.attempt(rhythm::times) {
        // What is shorter than a month is not parted.
        return Some(if length > 0 { rhythm::times_in(length, times) } else { every });
    }
    // `一季度一定完成` is a quarter.
    let one = cursor.takes_any(&["一", "1"]);
    (one && !cursor.sees(&["定", "并", "起", "律", "致", "级", "期", "季", "月", "年", "日"]))
        .then_some(every)
}

/// What stands behind 每.
fn each(cursor: &mut Cursor<'_>) -> Part {
    cursor.step();
    let count = cursor.attempt(|cursor| cursor.number_in(1..=366));
    cursor.takes("个");
    if let Some(part) = of_unit(cursor, count.unwrap_or(1)) {
        // `每年春节前`: what follows is a part of the rhythm, also where no calendar knows it.
        if part != Part::Damaged {
            cursor.skip_clause();
        }
        return part;
    }
    // What is said of each (`每次3天`) is no time of the whole, and `每个接种日前` hangs on an event.
    if cursor.takes_any(&["次", "期", "场", "批", "轮"]) || is_day_of_event(cursor) {
        cursor.skip_clause();
    }
    Part::Recurring(Every::Event)
}

fn is_day_of_event(cursor: &Cursor<'_>) -> bool {
    let words = clause::words(cursor, 12);
    words.contains("日前") && !words.contains(|c: char| c.is_ascii_digit())
}

/// The rhythm of a unit; `Damaged` where it is one that no rule can tell.
fn of_unit(cursor: &mut Cursor<'_>, count: u32) -> Option<Part> {
    let every = if cursor.takes_any(&["半年度", "半年"]) {
        rhythm::months(cursor, 6 * count)
    } else if cursor.takes_any(&["半个月", "半月"]) {
        (count == 1).then(|| rhythm::times_a_month(2))
    } else if cursor.takes_any(&["季度", "季"]) {
        rhythm::months(cursor, 3 * count)
    } else if cursor.takes_any(&["年度", "年"]) {
        (count == 1).then(|| yearly::yearly(cursor)).flatten()
    } else if cursor.takes_any(&["月度", "月"]) {
        rhythm::months(cursor, count)
    } else if cursor.takes_any(&["周", "星期", "礼拜"]) {
        weekly(cursor, count)
    } else if cursor.takes_any(&["日", "天"]) {
        Some(Every::Days(count))
    } else if cursor.takes("旬") {
        (count == 1).then(|| rhythm::times_a_month(3))
    } else if cursor.takes_any(&["工作日", "小时", "学期", "学年"]) {
        // No day of the calendar alone tells these.
        None
    } else {
        return None;
    };
    Some(match every {
        Some(every) if !is_about(cursor) => {
            // A day that is named goes before.
            let bare = matches!(every, Every::Week(None) | Every::Months { at: At::End, .. });
            Part::Recurring(if bare && by_event(cursor) { Every::Event } else { every })
        }
        _ => Part::Damaged,
    })
}

/// `每月5日前后`, `每月5日左右`.
fn is_about(cursor: &Cursor<'_>) -> bool {
    cursor.sees(&["左右", "前后", "上下"])
        || cursor.behind().ends_with('前') && cursor.sees(&["后"])
}

/// `每月例会前`, `每年“七一”前`, `每月例会后3日内`: the rhythm is an event's, and its day is not the period's end.
fn by_event(cursor: &Cursor<'_>) -> bool {
    let words = clause::words(cursor, 8);
    let after =
        words.split_once('后').filter(|(name, _)| !name.is_empty() && !name.ends_with('最'));
    if after.is_some_and(|(_, rest)| Cursor::over(rest).number().is_some()) {
        return true;
    }
    let words = &words[..words.find(['(', '、']).unwrap_or(words.len())];
    let before = words.split_once('前').filter(|(name, _)| {
        !name.is_empty()
            && !name.ends_with(['底', '末', '目', '提', '当', '此', '日', '号', '月', '之', '以'])
    });
    before.is_some_and(|(name, rest)| {
        !name.contains(|c: char| c.is_ascii_digit()) && clause::words_end(rest)
    })
}

/// `每周五`, `每周一、三、五`, `每周一至周五`, `每两周`.
fn weekly(cursor: &mut Cursor<'_>, count: u32) -> Option<Every> {
    if cursor.sees(&["初", "中", "前", "后"]) {
        return None;
    }
    // `每周三次` is three times, and no Wednesday.
    let times = cursor.attempt(rhythm::times);
    // `每周星期三`.
    cursor.attempt(|cursor| cursor.takes_any(&["的星期", "星期", "的周"]).then_some(()));
    let first = if times.is_none() { weekday(cursor) } else { None };
    match (count, first) {
        (1, None) => Some(Every::Week(None)),
        (1, Some(first)) => Some(several(cursor, first)),
        (_, None) => Some(Every::Days(7 * count)),
        (_, Some(_)) => None,
    }
}

fn several(cursor: &mut Cursor<'_>, first: Weekday) -> Every {
    let (mut days, mut last) = (Weekdays::default().with(first), first);
    for _ in 1..7 {
        let next = cursor.attempt(|cursor| {
            let range = cursor.takes_any(&["至", "到", "-"]);
            if !range {
                cursor.takes_any(&["、", "和", "及", ","]);
            }
            cursor.takes_any(&["周", "星期"]);
            Some((weekday(cursor)?, range))
        });
        let Some((next, range)) = next else { break };
        while range && last != next {
            last = last.succ();
            days = days.with(last);
        }
        days = days.with(next);
        last = next;
    }
    if days == Weekdays::default().with(first) {
        Every::Week(Some(first))
    } else {
        Every::Weekdays(days)
    }
}
