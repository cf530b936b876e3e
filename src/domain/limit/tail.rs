//! What follows a point of the calendar says what it is: `10月底前`, `10月底前后`, `10月起`, `10月30日17:00`.

use super::cursor::Cursor;
use super::part::{Begin, Counted, Dated, Fixed, From, Part, Point, Unit};
use super::point::{BEFORE, Read};
use super::{clause, counted, event, period, relative};

const ABOUT: [&str; 5] = ["前后", "左右", "上下", "前夕", "许"];
/// From when, and not until when.
const SINCE: [&str; 25] = [
    "及以后",
    "及之后",
    "至长期",
    "结束之日起",
    "终了之日起",
    "届满之日起",
    "结束以后",
    "结束后",
    "终了后",
    "届满后",
    "之日起",
    "假期后",
    "节后",
    "开始",
    "以后",
    "之后",
    "启动",
    "以来",
    "伊始",
    "往后",
    "起算",
    "日起",
    "起",
    "后",
    "开工",
];

/// What follows a point says what it is.
pub(super) fn part(cursor: &mut Cursor<'_>, read: Read, led: bool) -> Part {
    let is_day = matches!(read.point, Point::Day(..) | Point::DayOf(..) | Point::Workday(..));
    let named = is_day || matches!(read.point, Point::Coming(_) | Point::Week(_, Some(_)));
    let midnight = named && time_of_day(cursor);
    if cursor.takes_any(&ABOUT) {
        return Part::Damaged;
    }
    if !is_day && is_early(cursor) {
        return Part::Damaged;
    }
    let cut = match read.point {
        Point::Whole => cursor.sees(&["月", "日", "季度"]),
        Point::Month(_) => read.open && cursor.sees(&["日"]),
        _ => false,
    };
    if cut {
        // `2026年 月底前`: the place was never filled in.
        return Part::Damaged;
    }
    let festival = matches!(read.point, Point::Eve(_));
    if cursor.takes_any(&BEFORE) {
        // `10月30日零时前` leaves the day out, and those who mean the day take it in.
        let fixed = Fixed { before: read.open && !festival || midnight, ..read.fixed() };
        // `9月28日前（不含当日）`: who means the day before would say so.
        let without = cursor.attempt(excluded).is_some();
        let fixed = Fixed { before: fixed.before || without, ..fixed };
        let passing = clause::is_origin_of(cursor);
        return if passing { Part::Mention } else { Part::Dated(Dated::Fixed(fixed)) };
    }
    // `自9月8日反馈之日起2个月内`: the day of the event stands before it.
    if cursor.takes_any(&SINCE) || is_day && cursor.attempt(event::since).is_some() {
        return since(cursor, read);
    }
    if festival {
        // A festival alone is a date of something else; of two together nobody knows which break is meant.
        let another = cursor.takes_any(&["、", "和", "及", "至", "到"]);
        let two = cursor.attempt(|cursor| period::festival(cursor, read.year)).is_some();
        return if two && another { Part::Damaged } else { Part::Mention };
    }
    let due = if read.firm { !clause::is_origin(cursor) } else { led || clause::is_due(cursor) };
    if due { Part::Dated(Dated::Fixed(read.fixed())) } else { Part::Mention }
}

/// `（不含当日）`, `（不含28日）`: the day in it is none.
fn excluded(cursor: &mut Cursor<'_>) -> Option<()> {
    cursor.takes_any(&["(不含", "(不包括"]).then_some(())?;
    for _ in 0..8 {
        if cursor.takes(")") {
            return Some(());
        }
        cursor.step();
    }
    None
}

/// The beginning or the middle of a period is no day; but `初步` and `中央` begin the work.
fn is_early(cursor: &mut Cursor<'_>) -> bool {
    let other =
        cursor.sees(&["初步", "初审", "初验", "中央", "中心", "中共", "中小", "中医", "中国"]);
    !other && cursor.takes_any(&["初", "中期", "中", "上旬", "下旬"])
}

/// `自10月1日起3个月内`, `当月起3个月内`, `上半年结束之日起二个月内`: a period counted from the point.
pub(super) fn since(cursor: &mut Cursor<'_>, read: Read) -> Part {
    let behind = cursor.behind();
    let over =
        behind.ends_with('后') || behind.ends_with("结束之日起") || behind.ends_with("终了之日起");
    let fixed = match read.point {
        Point::Eve(festival) => Fixed { point: Point::Break(festival), ..read.fixed() },
        _ => read.fixed(),
    };
    let period = cursor.attempt(|cursor| {
        cursor.takes_any(&[",", "的", "在"]);
        cursor.takes_any(&["用", "利用"]);
        if cursor.takes("第") {
            // `国庆节后第一个工作日`.
            let (count, _) = cursor.number()?;
            cursor.takes("个");
            return cursor.takes("工作日").then_some((count, Unit::WorkingDays));
        }
        let amount = counted::amount(cursor)?;
        cursor.takes_any(&["以内", "之内", "内", "时间"]);
        Some(amount)
    });
    let Some((count, unit)) = period else {
        return Part::Begin(Begin { from: Dated::Fixed(fixed), over });
    };
    let within = read.open && !over && unit == Unit::Months;
    let from = if within { From::Within(fixed) } else { From::Point(fixed) };
    Part::Dated(Dated::Counted(Counted { count, unit, from }))
}

/// The hour behind a day changes nothing of the day: `10月31日17:00前`, `10月30日（星期五）中午12时前`. Tells whether it is
/// the one at which the day begins.
fn time_of_day(cursor: &mut Cursor<'_>) -> bool {
    cursor.attempt(|cursor| {
        let bracket = cursor.takes("(");
        cursor.takes_any(&["星期", "周", "礼拜"]).then_some(())?;
        relative::weekday(cursor)?;
        (!bracket || cursor.takes(")")).then_some(())
    });
    cursor.takes_any(&["上午", "中午", "下午", "晚上", "晚", "凌晨", "当日", "当天"]);
    let begins = cursor.attempt(|cursor| {
        cursor.takes(" ");
        let hour = cursor.number_in(0..=24)?;
        cursor.takes_any(&[":", "时", "点"]).then_some(())?;
        let mut minutes = if cursor.takes("半") { 30 } else { 0 };
        if let Some(written) = cursor.number_in(0..=59) {
            minutes = written;
            cursor.takes("分");
        }
        cursor.attempt(|cursor| {
            // `9:00-11:00`.
            cursor.takes_any(&["-", "至", "到"]).then_some(())?;
            cursor.number_in(0..=24)?;
            cursor.takes_any(&[":", "时", "点"]).then_some(())?;
            cursor.number_in(0..=59);
            Some(())
        });
        // A spreadsheet writes seconds too.
        cursor.attempt(|cursor| cursor.takes(":").then(|| cursor.number_in(0..=59)).flatten());
        cursor.takes_any(&["整", "正"]);
        Some(hour == 0 && minutes == 0)
    });
    cursor.takes_any(&["下班"]);
    begins.unwrap_or(false)
}
