//! The days of a year that recur: `每年12月31日前`, `每年3月底前`, `每年6月、12月`, `每年两次`.

use super::cursor::Cursor;
use super::every::{At, Every};
use super::point::BEFORE;
use super::rhythm::{HALVES, after, day_of_month, times, times_in};
use super::scan::BLANKS;

/// `每年12月31日前`, `每年3月底前`, `每年年底`, `每年两次`; `每年汛期前` hangs on an event.
pub(super) fn yearly(cursor: &mut Cursor<'_>) -> Option<Every> {
    if let Some(times) = cursor.attempt(times) {
        return Some(times_in(12, times));
    }
    cursor.takes("的");
    if let Some(dates) = cursor.attempt(months_of_year) {
        return evenly(&dates);
    }
    if let Some(at) = cursor.attempt(after) {
        return Some(Every::Months { length: 12, month: 12, at });
    }
    if let Some(month) = cursor.attempt(quarter_of_year) {
        return Some(Every::Months { length: 12, month, at: At::End });
    }
    if cursor.takes_any(&HALVES)
        || cursor.takes_any(&["年中、年末", "年中和年末", "年中、年底", "年中和年底", "年中年末"])
    {
        return Some(Every::end_of(6));
    }
    if cursor.takes_any(&["上半年", "年中"]) {
        return Some(Every::Months { length: 12, month: 6, at: At::End });
    }
    let event = [
        "汛期", "入汛", "雨季", "入冬", "开学", "寒假", "暑", "高考", "春节", "国庆", "中秋",
        "五一", "元旦", "\"", "两会",
    ];
    if cursor.sees(&event) {
        return Some(Every::Event);
    }
    let untold =
        ["初", "年初", "第", "前", "农历", "春秋", "冬春", "秋冬", "春季", "夏季", "秋季", "冬季"];
    // `每年9月至次年3月`.
    let mut ahead = *cursor;
    let month = ahead.number().is_some() && ahead.sees(&["月"]);
    (!month && !cursor.sees(&untold) && !cursor.sees(&BLANKS)).then(|| Every::end_of(12))
}

/// `3月底前`, `12月31日前`, `6月、12月`: the months, and the day where one stands behind it.
fn months_of_year(cursor: &mut Cursor<'_>) -> Option<Vec<(u32, Option<At>)>> {
    let mut found = Vec::new();
    for _ in 0..12 {
        if !found.is_empty() && !cursor.takes_any(&["、", "和", "及", ","]) {
            break;
        }
        let january = cursor.sees(&["元月"]) && cursor.takes("元");
        let month = if january { Some(1) } else { cursor.number_in(1..=12) };
        let Some(month) = month else { break };
        let named = cursor.takes_any(&["月份", "月"]);
        let month = later(cursor, month)?;
        let named = named || cursor.takes_any(&["月份", "月"]);
        let at = if named { Some(day_of_month(cursor)?) } else { None };
        cursor.takes_any(&BEFORE);
        found.push((month, at));
    }
    found.last()?.1.is_some().then_some(found)
}

/// The end of `10-11月`, `10月至12月`; nothing where it lies in the next year.
fn later(cursor: &mut Cursor<'_>, month: u32) -> Option<u32> {
    if !cursor.takes_any(&["-", "至", "到"]) {
        return Some(month);
    }
    cursor.number_in(1..=12).filter(|later| *later > month)
}

/// One rhythm for months that part the year evenly, with one day for all; nothing for others.
fn evenly(dates: &[(u32, Option<At>)]) -> Option<Every> {
    let (first, count) = (dates.first()?.0, u32::try_from(dates.len()).ok()?);
    let length = 12 / count;
    let days: Vec<At> = dates.iter().filter_map(|(_, at)| *at).collect();
    let at = *days.last()?;
    let is_end = |day: &At| matches!(day, At::End | At::Day(30 | 31));
    let at = match () {
        () if days.iter().all(|day| *day == at) => at,
        // `3月31日、9月30日`.
        () if days.iter().all(is_end) => At::End,
        () => return None,
    };
    let even = count * length == 12
        && first <= length
        && dates.iter().zip(0..).all(|((month, _), place)| *month == first + place * length);
    even.then_some(Every::Months { length, month: first, at })
}

fn quarter_of_year(cursor: &mut Cursor<'_>) -> Option<u32> {
    cursor.takes("第");
    let quarter = cursor.number_in(1..=4)?;
    cursor.takes_any(&["季度", "季"]).then_some(())?;
    cursor.takes_any(&["末", "底", "内"]);
    (!cursor.sees(&BEFORE) && !cursor.sees(&["初", "第", "首"])).then_some(3 * quarter)
}
