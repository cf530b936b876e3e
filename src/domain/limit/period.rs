//! Quarters, halves of a year, years and festivals: `第三季度末`, `上半年`, `2024年底前`, `“十四五”末`, `春节前`.

use super::clause;
use super::cursor::Cursor;
use super::part::{Point, Year};
use super::point::Read;
use super::scan::Context;
use crate::domain::calendar::Festival;

const END: [&str; 9] = ["底", "末", "终了", "结束", "以内", "之内", "内", "期内", "期末"];

/// `今年`, `明年`; `次年` is the year after one that stands before it.
pub(super) fn said_year(cursor: &mut Cursor<'_>, context: &Context) -> Option<Year> {
    let begins = clause::begins(cursor);
    if let Some(year) =
        cursor.takes_one(&[("今年", 0), ("本年度", 0), ("本年", 0), ("当年", 0), ("明年", 1)])
    {
        return Some(if year == 0 { Year::This } else { Year::After(1) });
    }
    if cursor.takes_any(&["次年", "翌年", "来年", "下一年度", "下一年", "下年度", "下年"])
    {
        return Some(match context.year {
            Some(Year::Inherited(year)) => Year::Written(year + 1),
            _ => Year::After(1),
        });
    }
    // `整改后年底前` is not the year after next.
    (begins && cursor.takes("后年")).then_some(Year::After(2))
}

/// `第三季度末`, `三季度内`, `1季度`, `第一、二季度`, `前三季度`, `q3`.
pub(super) fn quarter(cursor: &mut Cursor<'_>, year: Year) -> Option<Read> {
    if cursor.takes("q") {
        let number = cursor.number_in(1..=4)?;
        let ended = cursor.takes_any(&END);
        return Some(Read::period(year, Point::Quarter(number), ended));
    }
    if cursor.takes_any(&["首季度", "首季"]) {
        return Some(Read::period(year, Point::Quarter(1), cursor.takes_any(&END)));
    }
    let first = cursor.takes("前");
    let named = cursor.takes("第") || first;
    let mut number = cursor.number_in(1..=4)?;
    for _ in 1..4 {
        if !cursor.takes_any(&["-", "至", "到", "、", "和", ","]) {
            break;
        }
        cursor.takes("第");
        number = cursor.number_in(1..=4)?;
    }
    // `两个季度` are six months.
    let unit = if named { cursor.takes_any(&["个季度"]) } else { false };
    (unit || cursor.takes_any(&["季度", "季"])).then_some(())?;
    let ended = cursor.takes_any(&END);
    Some(Read::period(year, Point::Quarter(number), ended))
}

/// `上半年`, `下半年底前`.
pub(super) fn half(cursor: &mut Cursor<'_>, year: Year) -> Option<Read> {
    let number = cursor.takes_one(&[
        ("上半年度", 1),
        ("上半年", 1),
        ("下半年度", 2),
        ("下半年", 2),
        ("前半年", 1),
        ("后半年", 2),
    ])?;
    let ended = cursor.takes_any(&END);
    Some(Read::period(year, Point::Half(number), ended))
}

/// What stands behind a year alone: `2024年底前`, `2026年内`, `2027年前`; and `年底前` without one.
pub(super) fn whole_year(
    cursor: &mut Cursor<'_>,
    year: Option<Year>,
    inherited: Option<Year>,
) -> Option<Read> {
    if let Some(last) = five_years(cursor) {
        return Some(Read::period(Year::Written(last), Point::Whole, true));
    }
    let end = cursor.takes_any(&["年底", "年末", "年内", "年度内", "岁末", "年之内"]);
    let of_year = year.or(inherited).unwrap_or(Year::Plan);
    if !end && cursor.takes("年终") {
        // `年终考核` is an event.
        return Some(Read { open: false, ..Read::period(of_year, Point::Whole, false) });
    }
    if !end && cursor.takes("年中") {
        return Some(Read { open: false, ..Read::period(of_year, Point::Half(1), false) });
    }
    if !end && cursor.sees(&["年初"]) {
        // What follows the point shows that it is no day.
        cursor.takes("年");
        return Some(Read::period(of_year, Point::Whole, false));
    }
    let whole = !end && cursor.takes("全年");
    let year = if end || whole { of_year } else { year? };
    let ended = end || cursor.takes_any(&END) || cursor.takes("度内");
    Some(Read::period(year, Point::Whole, ended))
}

/// `“十四五”末`, `“十五五”期间`: the last year of a five-year plan.
fn five_years(cursor: &mut Cursor<'_>) -> Option<i32> {
    cursor.attempt(|cursor| {
        cursor.takes("\"");
        let last = cursor.takes_one(&[
            ("十二五", 2015),
            ("十三五", 2020),
            ("十四五", 2025),
            ("十五五", 2030),
        ])?;
        cursor.takes("\"");
        cursor.takes_any(&["规划期", "规划", "时期", "期间", "期"]);
        let behind = cursor.behind();
        let period = behind.ends_with('期') || behind.ends_with("期间");
        (cursor.takes_any(&["末", "内"]) || period).then_some(last)
    })
}

const UNITS: [&str; 12] =
    ["年", "月", "日", "号", "天", "个", "周", "季", "工", "自然", "小时", "星期"];

/// `“十一”之前`, `国庆节前`, `春节前`: before the break begins.
pub(super) fn festival(cursor: &mut Cursor<'_>, year: Year) -> Option<Read> {
    cursor.takes("\"");
    let festival = cursor.takes_one(&[
        ("元旦", Festival::NewYear),
        ("春节", Festival::Spring),
        ("清明", Festival::Qingming),
        ("五一", Festival::Labour),
        ("劳动", Festival::Labour),
        ("端午", Festival::DragonBoat),
        ("七一", Festival::Party),
        ("八一", Festival::Army),
        ("中秋", Festival::MidAutumn),
        ("十一", Festival::National),
        ("国庆", Festival::National),
    ])?;
    // `十一年内` is no National Day.
    let numeral = cursor.behind().ends_with('一');
    if numeral && (cursor.number().is_some() || cursor.sees(&UNITS)) {
        return None;
    }
    cursor.takes("\"");
    let _ = cursor.takes_any(&["国际劳动", "劳动", "黄金周"]);
    if cursor.sees(&["节后", "假期后"]) {
        return Some(Read::end(year, Point::Eve(festival)));
    }
    cursor.takes_any(&["节假期", "节日", "节", "长假", "假期"]);
    cursor.takes_any(&["放假", "假期", "长假"]);
    Some(Read::end(year, Point::Eve(festival)))
}
