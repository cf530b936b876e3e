//! Points that hang on another in Chinese: `当月底前`, `次月15日前`, `本季度末`, `本周五前`, `国庆节前`.

use super::chinese::{BEFORE, END, fixed, in_month};
use super::cursor::Cursor;
use super::part::{Month, Part, Point, Year};
use super::scan::Context;
use crate::domain::calendar::Festival;
use crate::domain::day::Weekday;

/// `当月月底前`, `次月15日前`, `本季度末`, `本周五前`, `月底前`, `季度末`.
pub(super) fn relative(cursor: &mut Cursor<'_>) -> Option<Part> {
    let month = cursor.takes_one(&[
        ("当月", 0),
        ("本月", 0),
        ("这个月", 0),
        ("次月", 1),
        ("下个月", 1),
        ("下月", 1),
        ("下下月", 2),
    ]);
    if let Some(offset) = month {
        let month = Month::After(offset);
        let point = in_month(cursor, month)?;
        cursor.takes_any(&END);
        cursor.takes_any(&["内"]);
        cursor.takes_any(&BEFORE);
        return Some(fixed(Year::Plan, point, false));
    }
    if cursor.rest().starts_with("月底") || cursor.rest().starts_with("月末") {
        let point = in_month(cursor, Month::After(0))?;
        cursor.takes_any(&END);
        cursor.takes_any(&BEFORE);
        return Some(fixed(Year::Plan, point, false));
    }
    let quarter = cursor.takes_one(&[
        ("本季度", 0),
        ("当季度", 0),
        ("本季", 0),
        ("当季", 0),
        ("下季度", 1),
        ("下一季度", 1),
        ("下个季度", 1),
    ]);
    let bare = quarter.is_none()
        && (cursor.rest().starts_with("季度末")
            || cursor.rest().starts_with("季末")
            || cursor.rest().starts_with("季度底"));
    if quarter.is_some() || bare {
        cursor.takes_any(&["季度", "季"]);
        cursor.takes_any(&END);
        cursor.takes_any(&["内"]);
        cursor.takes_any(&BEFORE);
        return Some(fixed(Year::Plan, Point::QuarterAfter(quarter.unwrap_or(0)), false));
    }
    let week = cursor.takes_one(&[
        ("本周", 0),
        ("这周", 0),
        ("当周", 0),
        ("下周", 1),
        ("下一周", 1),
        ("次周", 1),
    ])?;
    let day = weekday(cursor);
    cursor.takes_any(&["末", "内"]);
    cursor.takes_any(&BEFORE);
    Some(fixed(Year::Plan, Point::Week(week, day), false))
}

/// `“十一”之前`, `国庆节前`, `春节前`: before the break begins. A festival alone is a date of something else.
pub(super) fn festival(cursor: &mut Cursor<'_>, year: Year, _: &Context) -> Option<Part> {
    cursor.takes_any(&["“", "\""]);
    let festival = cursor.takes_one(&[
        ("元旦", Festival::NewYear),
        ("春节", Festival::Spring),
        ("清明", Festival::Qingming),
        ("五一", Festival::Labour),
        ("劳动", Festival::Labour),
        ("端午", Festival::DragonBoat),
        ("中秋", Festival::MidAutumn),
        ("十一", Festival::National),
        ("国庆", Festival::National),
    ])?;
    cursor.takes_any(&["”", "\""]);
    cursor.takes_any(&["国际劳动节", "假期", "节假期", "节日", "节", "长假"]);
    cursor.takes_any(&["放假", "假期"]);
    cursor.takes_any(&BEFORE).then_some(fixed(year, Point::Eve(festival), false))
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
