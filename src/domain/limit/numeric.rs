//! Dates in figures: `2022-10-30`, `2022.10`, `20221030`, `10.30`, `10/30`.

use super::clause;
use super::cursor::Cursor;
use super::part::{Dated, Fixed, Month, Part, Point, Year};
use super::point::{BEFORE, Read};

const SIGNS: [&str; 3] = ["-", ".", "/"];

/// A year with 年 behind it.
pub(super) fn written_year(cursor: &mut Cursor<'_>) -> Option<Year> {
    let year = four_digits(cursor)?;
    // `2026—2028年`: the later.
    let later = cursor.attempt(|cursor| {
        cursor.takes_any(&["-", "至", "到"]).then_some(())?;
        four_digits(cursor)
    });
    cursor.takes_any(&["年度", "年", "全年"]).then_some(Year::Written(later.unwrap_or(year)))
}

fn four_digits(cursor: &mut Cursor<'_>) -> Option<i32> {
    let (year, length) = cursor.number()?;
    let digits = length == 4 || length == 12; // 2022 or 二〇二二
    i32::try_from(year).ok().filter(|year| digits && (1990..=2099).contains(year))
}

/// `2022-10-30`, `2022.10.30`, `2022/10/30`, `20221030`; of a month `2022.10`, `202210`.
pub(super) fn date(cursor: &mut Cursor<'_>) -> Option<Read> {
    if let Some(read) = cursor.attempt(without_signs) {
        return Some(read);
    }
    let year = Year::Written(four_digits(cursor)?);
    let sign = SIGNS.into_iter().find(|sign| cursor.takes(sign))?;
    let month = two_digits(cursor).filter(|month| (1..=12).contains(month))?;
    let day = cursor.attempt(|cursor| {
        cursor.takes(sign).then_some(())?;
        two_digits(cursor)
    });
    // `2022-10-30-1` is none.
    if cursor.sees(&[sign]) && sign != "-" {
        return None;
    }
    if let Some(day) = day {
        cursor.takes_any(&["日", "号"]);
        return Some(Read::end(year, Point::Day(month, day)));
    }
    cursor.takes_any(&["月份", "月"]);
    let ended = cursor.takes_any(&["底", "末", "内"]);
    let counts = cursor.sees(&["%", "万", "亿", "元", "个", "次", "倍"]);
    (!counts).then_some(Read::period(year, Point::Month(Month::Number(month)), ended))
}

fn two_digits(cursor: &mut Cursor<'_>) -> Option<u32> {
    let (number, length) = cursor.number()?;
    (length <= 2).then_some(number)
}

/// `20221030`, `202210`. Six figures are a year and a month only where they can be no day of a year of two figures.
fn without_signs(cursor: &mut Cursor<'_>) -> Option<Read> {
    let (number, length) = cursor.number()?;
    let (day, rest) = match length {
        8 => (Some(number % 100), number / 100),
        6 => (None, number),
        _ => return None,
    };
    let (year, month) = (i32::try_from(rest / 100).ok()?, rest % 100);
    let earliest = if day.is_some() { 1990 } else { 2013 };
    if !(earliest..=2099).contains(&year) || !(1..=12).contains(&month) {
        return None;
    }
    let year = Year::Written(year);
    Some(match day {
        Some(day) => Read::end(year, Point::Day(month, day)),
        None => {
            Read::period(year, Point::Month(Month::Number(month)), cursor.takes_any(&["底", "末"]))
        }
    })
}

/// `10.30前`, `10/30`: the month goes first, as everywhere in Chinese.
pub(super) fn month_and_day(cursor: &mut Cursor<'_>) -> Option<Read> {
    let ordinal = cursor.behind().ends_with(['第', '.', '/']);
    let stands = clause::begins(cursor)
        || cursor.behind().ends_with(['于', '在', '至', '到', '限', '间', '从', '自']);
    let (month, length) = cursor.number()?;
    let sign = [".", "/"].into_iter().find(|sign| cursor.takes(sign))?;
    let day = two_digits(cursor)?;
    let valid = length <= 2 && (1..=12).contains(&month) && (1..=31).contains(&day) && !ordinal;
    cursor.takes_any(&["日", "号"]);
    // `完成1/3` is no day.
    let limits =
        cursor.sees(&BEFORE) || stands && (cursor.sees(&["至", "到"]) || clause::is_due(cursor));
    (valid && limits && !cursor.sees(&[sign]))
        .then_some(Read::end(Year::Plan, Point::Day(month, day)))
}

/// A spreadsheet makes `10.3` of `10.30` and `2022.1` of `2022.10`, where it takes them for numbers.
pub(super) fn two_readings(cursor: &mut Cursor<'_>, alone: bool) -> Option<Part> {
    if !alone {
        return None;
    }
    let (whole, length) = cursor.number()?;
    cursor.takes(".").then_some(())?;
    let (part, digits) = cursor.number()?;
    if !cursor.rest().is_empty() || digits != 1 || length > 4 {
        return None;
    }
    let point = |part| match (whole, part) {
        (1..=12, 1..=31) => Some((Year::Plan, Point::Day(whole, part))),
        (1990..=2099, 1..=12) => {
            Some((Year::Written(i32::try_from(whole).ok()?), Point::Month(Month::Number(part))))
        }
        _ => None,
    };
    let reading = |part| {
        let (year, point) = point(part)?;
        Some(Dated::Fixed(Fixed { year, point, before: false }))
    };
    Some(Part::Either(reading(part)?, reading(part * 10)?))
}
