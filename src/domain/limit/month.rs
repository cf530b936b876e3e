//! Months and what stands in them: `10月底前`, `10月30日前`, `12月上旬`, `1-8月`, `7、8月`, `10月第二个工作日`.

use super::clause;
use super::cursor::Cursor;
use super::part::{Month, Nth, Point, Year};
use super::point::{BEFORE, Read};
use super::scan::Context;

const END: [&str; 6] = ["月底", "月末", "底", "末", "终了", "结束"];
/// No office names more months in one breath.
const MOST: usize = 12;

/// Reads a month by its number, or what names one that stood before.
pub(super) fn part(cursor: &mut Cursor<'_>, year: Year, context: &Context) -> Option<Read> {
    if let Some(third) = third(cursor) {
        let month = context.month.map_or(Month::After(0), Month::Number);
        return Some(Read { open: true, ..Read::end(year, Point::Third(month, third)) });
    }
    if let Some(month) = cursor.attempt(one_of_several) {
        return Some(Read::end(year, Point::Month(Month::Number(month))));
    }
    match cursor.attempt(number) {
        Some(month) => Some(within(cursor, year, Month::Number(month))),
        None => day_of_known_month(cursor, year, context),
    }
}

/// The number before 月; of `1-8月`, `7、8月`, the later. 元月 is January.
pub(super) fn number(cursor: &mut Cursor<'_>) -> Option<u32> {
    if cursor.takes_any(&["元月份", "元月"]) {
        return Some(1);
    }
    let mut month = cursor.number_in(1..=12)?;
    for _ in 1..MOST {
        if !cursor.takes_any(&["-", "至", "到", "、", ",", "和"]) {
            break;
        }
        month = cursor.number_in(1..=12)?;
    }
    cursor.takes_any(&["月份", "月"]).then_some(month)
}

/// The first month of `6、9、12月底前`, `3月、6月`: by the end of each, and not only of the last. `10、11月` is one period.
fn one_of_several(cursor: &mut Cursor<'_>) -> Option<u32> {
    let begins = clause::begins(cursor);
    let behind = cursor.behind();
    let month = cursor.number_in(1..=12)?;
    let mut ahead = *cursor;
    let (mut last, mut apart, mut count) = (month, false, 1);
    while count < MOST && ahead.takes_any(&["、", "和"]) {
        let next = ahead.number_in(1..=12)?;
        apart |= next != last + 1;
        last = next;
        count += 1;
    }
    let several = count > 1 && ahead.takes_any(&["月份", "月"]);
    let ended = ahead.takes_any(&END);
    let item = count == 2 && begins && is_item(month, behind);
    (several && !item && (ended || apart && clause::ends(&ahead))).then_some(month)
}

/// Tells whether a number is that of an item, and no month: `1、10月底前；2、12月底前`. The item before it stands near.
fn is_item(number: u32, behind: &str) -> bool {
    let near = behind.char_indices().rev().nth(NEAR).map_or(behind, |(place, _)| &behind[place..]);
    let before = |sign: char| near.contains(&format!("{}{sign}", number - 1));
    number == 1 || !near.ends_with(['、', '和']) && (before('、') || before('.'))
}

/// The letters of an item of a list, at most.
const NEAR: usize = 60;

/// What stands behind a month.
pub(super) fn within(cursor: &mut Cursor<'_>, year: Year, month: Month) -> Read {
    if let Some(third) = third(cursor) {
        let ended = cursor.takes_any(&["末", "底", "内"]);
        return Read { open: !ended, ..Read::end(year, Point::Third(month, third)) };
    }
    if let Some(days) = cursor.attempt(days_before_end) {
        return Read::end(year, Point::MonthLess(month, days));
    }
    if let Some(day) = cursor.attempt(day) {
        let point = match month {
            Month::Number(number) => Point::Day(number, day),
            Month::After(_) => Point::DayOf(month, day),
        };
        return Read::end(year, point);
    }
    if let Some(Nth(nth)) = cursor.attempt(working_day) {
        return Read::end(year, Point::Workday(month, nth));
    }
    let ended = cursor.takes_any(&["的最后一天", "最后一天"])
        || cursor.takes_any(&END)
        || cursor.takes_any(&["份内", "以内", "之内", "内"]);
    Read::period(year, Point::Month(month), ended)
}

fn third(cursor: &mut Cursor<'_>) -> Option<u32> {
    cursor.takes_one(&[
        ("上旬", 1),
        ("上中旬", 2),
        ("上、中旬", 2),
        ("上中下旬", 3),
        ("上、中、下旬", 3),
        ("中上旬", 2),
        ("中旬", 2),
        ("中下旬", 3),
        ("中、下旬", 3),
        ("下旬", 3),
    ])
}

/// `月底三日前`: three days before the month ends.
fn days_before_end(cursor: &mut Cursor<'_>) -> Option<u32> {
    cursor.takes_any(&["月底", "底", "月末", "末"]).then_some(())?;
    cursor.takes("前");
    let (days, _) = cursor.number()?;
    (cursor.takes_any(&["日前", "天前", "日", "天"]) && days < 28 && !cursor.sees(&["内"]))
        .then_some(days)
}

/// `30日`, or the end of `1日至5日`, `1-5日`. A day without 日 or 号 is one only where 前 or the end follows.
fn day(cursor: &mut Cursor<'_>) -> Option<u32> {
    let (day, length) = cursor.number()?;
    let marked = cursor.takes_any(&["日", "号"]);
    let later = cursor.attempt(|cursor| {
        cursor.takes_any(&["-", "至", "到"]).then_some(())?;
        let (later, _) = cursor.number()?;
        cursor.takes_any(&["日", "号"]).then_some(later)
    });
    if let Some(later) = later {
        return Some(later);
    }
    let cut = !marked && !cursor.sees(&BEFORE) && (length < 2 || !clause::ends(cursor));
    cursor.takes("内");
    (!cut && day > 0).then_some(day)
}

/// `15日前` in a month that an earlier part named.
fn day_of_known_month(cursor: &mut Cursor<'_>, year: Year, context: &Context) -> Option<Read> {
    let month = context.month?;
    let day = cursor.number_in(1..=31)?;
    cursor.takes_any(&["日", "号"]).then_some(())?;
    (cursor.sees(&BEFORE) || clause::ends(cursor))
        .then_some(Read::end(year, Point::Day(month, day)))
}

/// `第五个工作日`, `最后一个工作日`.
pub(super) fn working_day(cursor: &mut Cursor<'_>) -> Option<Nth> {
    cursor.takes("的");
    if cursor.takes_any(&["最后一个工作日", "最后1个工作日", "最后工作日", "末个工作日"])
    {
        return Some(Nth(None));
    }
    if cursor.takes_any(&["首个工作日"]) {
        return Some(Nth(Some(1)));
    }
    cursor.takes_any(&["第", "前"]).then_some(())?;
    let (nth, _) = cursor.number()?;
    cursor.takes("个");
    cursor.takes("工作日").then_some(())?;
    cursor.takes_any(&["结束", "内"]);
    Some(Nth(Some(nth)))
}
