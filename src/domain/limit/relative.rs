//! Points that the plan's own month, quarter or week tells: `当月月底前`, `次月15日前`, `本季度末`, `本周五前`.

use super::clause;
use super::cursor::Cursor;
use super::month;
use super::part::{Month, Point, Year};
use super::point::{BEFORE, Read};
use crate::domain::day::Weekday;

const END: [&str; 8] = ["月底", "月末", "底", "末", "终了", "结束", "之内", "内"];

/// Reads such a point; behind a written year it is none.
pub(super) fn part(cursor: &mut Cursor<'_>, year: Option<Year>) -> Option<Read> {
    if year.is_some() {
        return None;
    }
    let month = cursor.takes_one(&[
        ("当月", 0),
        ("本月", 0),
        ("这个月", 0),
        ("次月", 1),
        ("下个月", 1),
        ("下一个月", 1),
        ("下一月", 1),
        ("下月", 1),
        ("下下月", 2),
    ]);
    if let Some(offset) = month {
        return Some(month::within(cursor, Year::Plan, Month::After(offset)));
    }
    if cursor.sees(&["月底", "月末"]) && !is_of_another(cursor.behind()) {
        return Some(month::within(cursor, Year::Plan, Month::After(0)));
    }
    quarter(cursor).or_else(|| cursor.attempt(week))
}

/// Before a bare 月底: the rest of a month that is not the plan's (`第三个月底`), or that was lost (`N月底`, `……月底`).
fn is_of_another(behind: &str) -> bool {
    let lost = |c: char| c.is_ascii_alphanumeric() || "个年单双整每该月…".contains(c);
    behind.chars().next_back().is_some_and(lost) || behind.ends_with("..")
}

fn quarter(cursor: &mut Cursor<'_>) -> Option<Read> {
    let quarter = cursor.takes_one(&[
        ("本季度", 0),
        ("当季度", 0),
        ("这季度", 0),
        ("本季", 0),
        ("当季", 0),
        ("下季度", 1),
        ("下一季度", 1),
        ("下个季度", 1),
        ("次季度", 1),
    ]);
    let bare = quarter.is_none() && cursor.sees(&["季度末", "季末", "季度底", "季度内"]);
    if quarter.is_none() && !bare {
        return None;
    }
    cursor.takes_any(&["季度", "季"]);
    let ended = cursor.takes_any(&END);
    Some(Read::period(Year::Plan, Point::QuarterAfter(quarter.unwrap_or(0)), ended))
}

fn week(cursor: &mut Cursor<'_>) -> Option<Read> {
    let week = cursor.takes_one(&[
        ("本周", 0),
        ("这周", 0),
        ("当周", 0),
        ("本星期", 0),
        ("这星期", 0),
        ("下下周", 2),
        ("下下星期", 2),
        ("下周", 1),
        ("下一周", 1),
        ("下个星期", 1),
        ("下星期", 1),
        ("次周", 1),
    ]);
    if let Some(week) = week {
        let day = weekday(cursor);
        let ended = cursor.takes_any(&["末", "内", "之内"]) || day.is_some();
        return Some(Read::period(Year::Plan, Point::Week(week, day), ended));
    }
    cursor.takes_any(&["星期", "周", "礼拜"]).then_some(())?;
    let day = weekday(cursor)?;
    let limits = cursor.sees(&BEFORE)
        || cursor.sees(&["上午", "中午", "下午", "晚", "下班"])
        || clause::is_due(cursor);
    limits.then_some(Read::end(Year::Plan, Point::Coming(day)))
}

/// The day of a week, behind 周 or 星期.
pub(super) fn weekday(cursor: &mut Cursor<'_>) -> Option<Weekday> {
    cursor.takes_one(&[
        ("一", Weekday::Mon),
        ("二", Weekday::Tue),
        ("三", Weekday::Wed),
        ("四", Weekday::Thu),
        ("五", Weekday::Fri),
        ("六", Weekday::Sat),
        ("日", Weekday::Sun),
        ("天", Weekday::Sun),
    ])
}
