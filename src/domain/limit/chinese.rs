//! Points of the calendar in Chinese: `2022年10月30日前`, `10月底前`, `第三季度末`, `次月15日前`, `“十一”之前`.

use super::cursor::Cursor;
use super::part::{Fixed, Month, Part, Point, Year};
use super::relative::{festival, relative};
use super::scan::Context;

pub(super) const BEFORE: [&str; 3] = ["之前", "以前", "前"];
pub(super) const END: [&str; 6] = ["月底", "月末", "底", "末", "终了", "结束"];
const DASH: [&str; 4] = ["-", "至", "到", "一"];

/// Reads a point of the calendar; for a range, its end.
pub(super) fn part(cursor: &mut Cursor<'_>, first: char, context: &mut Context) -> Option<Part> {
    let may_begin = first.is_ascii_digit()
        || "〇一二三四五六七八九十廿卅两第上下今本当明次来翌年季月周星元春清劳端中国秋“\"到截岁"
            .contains(first);
    if !may_begin {
        return None;
    }
    cursor.takes_any(&["截至", "截止", "到"]);
    let part = cursor
        .attempt(numeric_date)
        .or_else(|| cursor.attempt(|cursor| in_year(cursor, context)))?;
    if let Part::Fixed(fixed) = part {
        remember(fixed, context);
    }
    Some(part)
}

/// A day or month from which something begins is no limit, unless its end follows.
pub(super) fn unless_it_begins(cursor: &mut Cursor<'_>, part: Part) -> Part {
    let fixed = matches!(part, Part::Fixed(_));
    if fixed && cursor.takes_any(&["起", "开始", "以后", "之后", "后"]) {
        Part::Damaged
    } else {
        part
    }
}

fn remember(fixed: Fixed, context: &mut Context) {
    if let Year::Written(_) | Year::After(_) = fixed.year {
        context.year = Some(fixed.year);
    }
    if let Point::Day(month, _)
    | Point::Month(Month::Number(month))
    | Point::MonthLess(Month::Number(month), _)
    | Point::Third(Month::Number(month), _) = fixed.point
    {
        context.month = Some(month);
    }
}

pub(super) fn fixed(year: Year, point: Point, before: bool) -> Part {
    Part::Fixed(Fixed { year, point, before })
}

/// `2022-10-30`, `2022.10.30`, `2022/10/30`.
fn numeric_date(cursor: &mut Cursor<'_>) -> Option<Part> {
    let year = four_digits(cursor)?;
    let sign = ["-", ".", "/"].into_iter().find(|sign| cursor.takes(sign))?;
    let (month, _) = cursor.number()?;
    cursor.takes(sign).then_some(())?;
    let (day, length) = cursor.number()?;
    if length > 2 {
        return None;
    }
    cursor.takes("日");
    cursor.takes_any(&BEFORE);
    Some(fixed(Year::Written(year), Point::Day(month, day), false))
}

fn four_digits(cursor: &mut Cursor<'_>) -> Option<i32> {
    let (year, length) = cursor.number()?;
    let digits = length == 4 || length == 12; // 2022 or 二〇二二
    i32::try_from(year).ok().filter(|year| digits && (1990..=2099).contains(year))
}

/// A year, or none, and a point in it.
fn in_year(cursor: &mut Cursor<'_>, context: &Context) -> Option<Part> {
    let written = cursor.attempt(|cursor| {
        let year = four_digits(cursor)?;
        cursor.takes_any(&["年度", "年"]).then_some(Year::Written(year))
    });
    let said = || {
        [
            ("今年", Year::This),
            ("本年度", Year::This),
            ("本年", Year::This),
            ("当年", Year::This),
            ("明年", Year::After(1)),
            ("次年", Year::After(1)),
            ("来年", Year::After(1)),
            ("翌年", Year::After(1)),
            ("下年", Year::After(1)),
            ("后年", Year::After(2)),
        ]
    };
    let year = written.or_else(|| cursor.takes_one(&said()));
    let from = year.or(context.year).unwrap_or(Year::Plan);
    let rest = [month_part, quarter, half, festival]
        .into_iter()
        .find_map(|reading| cursor.attempt(|cursor| reading(cursor, from, context)));
    rest.or_else(|| cursor.attempt(relative))
        .or_else(|| cursor.attempt(|cursor| whole_year(cursor, year)))
}

/// What stands behind a year alone: `2024年底前`, `2026年内`, `2027年前`; and `年底前` without one.
fn whole_year(cursor: &mut Cursor<'_>, year: Option<Year>) -> Option<Part> {
    let end = ["年底", "年末", "年终", "岁末", "底", "末", "内", "度内", "年内", "全年"];
    let named = if year.is_some() {
        cursor.takes_any(&end)
    } else {
        cursor.takes_any(&["年底", "年末", "年终", "年度内", "年内", "岁末"])
    };
    if !named && cursor.takes("年中") {
        return Some(fixed(year.unwrap_or(Year::Plan), Point::Half(1), false));
    }
    let before = cursor.takes_any(&BEFORE);
    if !named && year.is_none() {
        return None;
    }
    let bare = year.is_some() && !named;
    // `2023年至2024年` ends with its later year.
    if bare && !before {
        let later = cursor.attempt(|cursor| {
            cursor.takes_any(&DASH).then_some(())?;
            let year = four_digits(cursor)?;
            cursor.takes("年").then_some(year)
        });
        if let Some(later) = later {
            return Some(fixed(Year::Written(later), Point::Whole, false));
        }
    }
    Some(fixed(year.unwrap_or(Year::Plan), Point::Whole, bare && before))
}

/// `10月底前`, `10月30日前`, `8月前`, `12月上旬`, `1-8月`, `7、8月`, `2021年11月-12月`.
fn month_part(cursor: &mut Cursor<'_>, year: Year, context: &Context) -> Option<Part> {
    if let Some(third) = third(cursor) {
        let month = context.month.map_or(Month::After(0), Month::Number);
        cursor.takes_any(&BEFORE);
        return Some(fixed(year, Point::Third(month, third), false));
    }
    let Some(mut month) = month_number(cursor) else {
        return day_of_known_month(cursor, year, context);
    };
    let mut year = year;
    let later = cursor.attempt(|cursor| later_month(cursor, year));
    if let Some((later_year, later_month)) = later {
        (year, month) = (later_year, later_month);
    }
    let point = in_month(cursor, Month::Number(month))?;
    let open = matches!(point, Point::Month(_)) && !cursor.takes_any(&END);
    cursor.takes_any(&["份", "内", "中旬前"]);
    let before = cursor.takes_any(&BEFORE);
    let strict = open && before && matches!(point, Point::Month(_));
    Some(fixed(year, point, strict))
}

fn month_number(cursor: &mut Cursor<'_>) -> Option<u32> {
    cursor.attempt(|cursor| {
        let month = cursor.number_in(1..=12)?;
        // `1-8月`, `7、8月`: the later one.
        let later = cursor.attempt(|cursor| {
            cursor.takes_any(&["-", "至", "到", "、"]).then_some(())?;
            cursor.number_in(1..=12).filter(|_| cursor.rest().starts_with('月'))
        });
        let month = later.unwrap_or(month);
        (cursor.takes_any(&["月份", "月"]) && !cursor.rest().starts_with("一"))
            .then_some(month)
            .or_else(|| cursor.rest().starts_with("一").then_some(month))
    })
}

/// The end of `2021年11月-12月`, `2023年3月至2024年2月`.
fn later_month(cursor: &mut Cursor<'_>, year: Year) -> Option<(Year, u32)> {
    cursor.takes_any(&DASH).then_some(())?;
    let later = cursor.attempt(|cursor| {
        let later = four_digits(cursor)?;
        cursor.takes("年").then_some(Year::Written(later))
    });
    let month = cursor.number_in(1..=12)?;
    cursor.takes("月").then_some((later.unwrap_or(year), month))
}

/// `15日前` behind `10月15日` or in a month that an earlier part named.
fn day_of_known_month(cursor: &mut Cursor<'_>, year: Year, context: &Context) -> Option<Part> {
    let month = context.month?;
    let day = cursor.number_in(1..=31)?;
    (cursor.takes_any(&["日", "号"]) && cursor.takes_any(&BEFORE)).then_some(fixed(
        year,
        Point::Day(month, day),
        false,
    ))
}

fn third(cursor: &mut Cursor<'_>) -> Option<u32> {
    cursor.takes_one(&[("上旬", 1), ("中旬", 2), ("下旬", 3)])
}

/// What stands behind a month. Its beginning or middle is no day.
pub(super) fn in_month(cursor: &mut Cursor<'_>, month: Month) -> Option<Point> {
    if let Some(third) = third(cursor) {
        cursor.takes_any(&["末", "底"]);
        return Some(Point::Third(month, third));
    }
    if cursor.takes_any(&["初", "中"]) {
        return None;
    }
    let less = cursor.attempt(|cursor| {
        cursor.takes_any(&["月底", "底", "月末", "末"]).then_some(())?;
        let (days, _) = cursor.number()?;
        (cursor.takes_any(&["日前", "天前"]) && days < 28).then_some(days)
    });
    if let Some(days) = less {
        return Some(Point::MonthLess(month, days));
    }
    if let Some(day) = cursor.attempt(day_in_month) {
        return Some(match month {
            Month::Number(number) => Point::Day(number, day),
            Month::After(_) => Point::DayOf(month, day),
        });
    }
    let workday = cursor.attempt(working_day);
    Some(workday.map_or(Point::Month(month), |Workday(nth)| Point::Workday(month, nth)))
}

/// `30日`, or the end of `1日至5日`, `1-5日`. A day without 日 or 号 behind it is none.
fn day_in_month(cursor: &mut Cursor<'_>) -> Option<u32> {
    let (mut day, _) = cursor.number()?;
    let marked = cursor.takes_any(&["日", "号"]);
    let later = cursor.attempt(|cursor| {
        cursor.takes_any(&["-", "至", "到"]).then_some(())?;
        let (later, _) = cursor.number()?;
        cursor.takes_any(&["日", "号"]).then_some(later)
    });
    if let Some(later) = later {
        day = later;
    } else if !marked {
        return None;
    }
    Some(day)
}

/// The working day of this number, or the last one.
pub(super) struct Workday(pub(super) Option<u32>);

/// `第五个工作日`, `最后一个工作日`.
pub(super) fn working_day(cursor: &mut Cursor<'_>) -> Option<Workday> {
    if cursor.takes_any(&["最后一个工作日", "最后工作日"]) {
        return Some(Workday(None));
    }
    let first = cursor.takes("首个工作日");
    let nth = if first {
        1
    } else {
        cursor.attempt(|cursor| cursor.takes("第").then(|| cursor.number()).flatten())?.0
    };
    if !first {
        cursor.takes("个");
        cursor.takes("工作日").then_some(())?;
    }
    cursor.takes_any(&["结束"]);
    Some(Workday(Some(nth)))
}

/// `第三季度末`, `三季度内`, `1季度`, `第三季度前`.
fn quarter(cursor: &mut Cursor<'_>, year: Year, _: &Context) -> Option<Part> {
    cursor.takes("第");
    let number = cursor.number_in(1..=4)?;
    let later = cursor.attempt(|cursor| {
        cursor.takes_any(&["-", "至", "、"]).then_some(())?;
        cursor.takes("第");
        cursor.number_in(1..=4)
    });
    cursor.takes_any(&["个季度", "季度", "季"]).then_some(())?;
    let ended = cursor.takes_any(&END) | cursor.takes_any(&["内", "以内", "之内"]);
    let before = cursor.takes_any(&BEFORE);
    Some(fixed(year, Point::Quarter(later.unwrap_or(number)), before && !ended))
}

/// `上半年`, `下半年底前`.
fn half(cursor: &mut Cursor<'_>, year: Year, _: &Context) -> Option<Part> {
    let number = cursor.takes_one(&[("上半年", 1), ("下半年", 2)])?;
    let ended = cursor.takes_any(&END) | cursor.takes_any(&["内", "以内", "之内"]);
    let before = cursor.takes_any(&BEFORE);
    Some(fixed(year, Point::Half(number), before && !ended))
}
