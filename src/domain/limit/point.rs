//! Points of the calendar in Chinese: `2022年10月30日前`, `10月底前`, `第三季度末`, `次月15日前`, `“十一”之前`.

use super::cursor::Cursor;
use super::every::Every;
use super::part::{Begin, Counted, Dated, Fixed, From, Month, Part, Point, Unit, Year};
use super::scan::Context;
use super::{clause, counted, month, numeric, period, recurring, relative, tail};

pub(super) const BEFORE: [&str; 3] = ["之前", "以前", "前"];
const DASH: [&str; 4] = ["-", "至", "到", "起至"];
/// A point, before it is known what follows it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Read {
    pub(super) year: Year,
    pub(super) point: Point,
    /// A whole period without 底 or 内: 前 behind it may mean before it begins.
    pub(super) open: bool,
    /// It gives a day whatever follows.
    pub(super) firm: bool,
}

impl Read {
    /// A day, or the end of a period that the words name as its end.
    pub(super) fn end(year: Year, point: Point) -> Self {
        Self { year, point, open: false, firm: true }
    }

    /// A period, by whose end something is due only where the words say so.
    pub(super) fn period(year: Year, point: Point, ended: bool) -> Self {
        Self { year, point, open: !ended, firm: ended }
    }

    pub(super) fn fixed(self) -> Fixed {
        Fixed { year: self.year, point: self.point, before: false }
    }
}

/// Reads a point of the calendar; for a range, its end.
pub(super) fn part(cursor: &mut Cursor<'_>, first: char, context: &mut Context) -> Option<Part> {
    if !may_begin(first) || first == '上' && clause::is_adverb(cursor.behind()) {
        return None;
    }
    if let Some(passed) = cursor.attempt(|cursor| passed(cursor, first, context)) {
        return Some(passed);
    }
    let alone = cursor.at() == 0;
    if let Some(part) = cursor.attempt(|cursor| numeric::two_readings(cursor, alone)) {
        return Some(part);
    }
    if let Some(part) = cursor.attempt(|cursor| within_month(cursor, context)) {
        return Some(part);
    }
    let led = cursor.takes_any(&["截至", "截止到", "截止", "到", "至"]);
    let about = clause::is_about(cursor.behind());
    let begin = point(cursor, context)?;
    let end = cursor.attempt(|cursor| later(cursor, begin, context));
    if end.is_some() && !may_be(begin.point) {
        return Some(Part::Damaged);
    }
    if end.is_some() && rhythm_follows(cursor, true) {
        // `10月至12月，每月报送一次`: from when, and not until when.
        return Some(Part::Begin(Begin { from: Dated::Fixed(begin.fixed()), over: false }));
    }
    let part = match tail::part(cursor, end.unwrap_or(begin), led) {
        _ if about => Part::Damaged,
        // `2026年底前每月一次`.
        Part::Dated(Dated::Fixed(fixed)) if led || rhythm_follows(cursor, false) => {
            Part::Until(fixed)
        }
        other => other,
    };
    match part {
        Part::Dated(Dated::Fixed(fixed)) | Part::Begin(Begin { from: Dated::Fixed(fixed), .. }) => {
            remember(fixed, context);
        }
        _ => {}
    }
    Some(part)
}

/// Tells whether a month has the day at which a range begins: nothing counts from the others.
fn may_be(point: Point) -> bool {
    match point {
        Point::Day(2, day) => day <= 29,
        Point::Day(4 | 6 | 9 | 11, day) => day <= 30,
        Point::Day(_, day) => day <= 31,
        _ => true,
    }
}

/// Tells whether what stands here says how often something is due until then.
fn rhythm_follows(cursor: &Cursor<'_>, apart: bool) -> bool {
    let mut ahead = *cursor;
    if apart {
        ahead.takes(",");
    }
    ahead.first() == Some('每')
        && matches!(recurring::part(&mut ahead, '每'), Some(Part::Recurring(every)) if every != Every::Event)
}

fn may_begin(first: char) -> bool {
    first.is_ascii_digit()
        || matches!(
            first,
            '〇' | '一'
                | '二'
                | '三'
                | '四'
                | '五'
                | '六'
                | '七'
                | '八'
                | '九'
                | '十'
                | '廿'
                | '卅'
                | '两'
                | '壹'
                | '贰'
                | '第'
                | '上'
                | '中'
                | '下'
                | '今'
                | '本'
                | '这'
                | '当'
                | '明'
                | '次'
                | '来'
                | '翌'
                | '后'
                | '年'
                | '季'
                | '月'
                | '周'
                | '星'
                | '礼'
                | '元'
                | '春'
                | '清'
                | '劳'
                | '端'
                | '国'
                | '"'
                | '到'
                | '至'
                | '截'
                | '岁'
                | '前'
                | '首'
                | '去'
                | '昨'
                | '往'
                | 'q'
                | '除'
                | '全'
        )
}

const PASSED: [&str; 19] = [
    "去年",
    "昨年",
    "往年",
    "上一年度",
    "上一年",
    "上年度",
    "上年",
    "前年",
    "上个月",
    "上月",
    "上季度",
    "上一季度",
    "上个季度",
    "上季",
    "上周",
    "上星期",
    "昨日",
    "昨天",
    "上一轮",
];

/// `去年底`, `上月底`: past when the plan was made, and so no limit. `下两周` is counted from nobody knows when.
fn passed(cursor: &mut Cursor<'_>, first: char, context: &Context) -> Option<Part> {
    if !matches!(first, '去' | '昨' | '往' | '上' | '下' | '前') {
        return None;
    }
    let begins = clause::begins(cursor);
    if !cursor.takes_any(&PASSED) {
        let several = begins && !cursor.sees(&["下一", "下1"]);
        (several && cursor.takes_any(&["上", "下"])).then_some(())?;
        counted::amount(cursor)?;
        cursor.takes_any(&["以内", "之内", "内"]);
        return Some(if first == '上' { Part::Mention } else { Part::Damaged });
    }
    let bare = Context { year: None, month: Some(1), ..*context };
    cursor.attempt(|cursor| point(cursor, &bare));
    cursor.takes_any(&["底", "末", "终", "初", "中"]);
    cursor.takes_any(&BEFORE);
    Some(Part::Mention)
}

/// `3月内`: in March, or within three months? Where an event is named it is a period.
fn within_month(cursor: &mut Cursor<'_>, context: &Context) -> Option<Part> {
    let count = cursor.number_in(1..=12)?;
    cursor.takes_any(&["月内", "月之内", "月以内"]).then_some(())?;
    let period = |from| Dated::Counted(Counted { count, unit: Unit::Months, from });
    if let (true, Some(event)) = (context.fresh, context.event) {
        return Some(Part::Dated(period(From::Event(event))));
    }
    let year = context.year.unwrap_or(Year::Plan);
    let month = Fixed { year, point: Point::Month(Month::Number(count)), before: false };
    Some(Part::Either(Dated::Fixed(month), period(From::Unsaid)))
}

/// A point with its year, or without.
pub(super) fn point(cursor: &mut Cursor<'_>, context: &Context) -> Option<Read> {
    cursor
        .attempt(numeric::date)
        .or_else(|| cursor.attempt(|cursor| in_year(cursor, context)))
        .or_else(|| cursor.attempt(numeric::month_and_day))
}

/// The end of `9月20日至10月底`, `第一季度至第三季度`, `2022年11月—2023年2月`.
fn later(cursor: &mut Cursor<'_>, begin: Read, context: &Context) -> Option<Read> {
    let dashed = cursor.takes_any(&DASH)
        // A dash that a conversion has made a numeral of: `11月一12月`.
        || cursor.takes("一") && cursor.first().is_some_and(|c| c.is_ascii_digit());
    dashed.then_some(())?;
    let own_year = Context { year: None, ..*context };
    let end = point(cursor, &own_year)?;
    if end.year != Year::Plan {
        // `2022年11月至次年2月`: the year after that of the beginning.
        let of_begin = end.year == Year::After(1) && begin.year != Year::Plan;
        return Some(Read { year: if of_begin { begin.year.next() } else { end.year }, ..end });
    }
    let year = match (number_of_month(begin.point), number_of_month(end.point)) {
        (Some(begins), Some(ends)) if ends < begins => begin.year.next(),
        _ => begin.year,
    };
    Some(Read { year, ..end })
}

fn number_of_month(point: Point) -> Option<u32> {
    match point {
        Point::Day(month, _)
        | Point::Month(Month::Number(month))
        | Point::MonthLess(Month::Number(month), _)
        | Point::Workday(Month::Number(month), _)
        | Point::Third(Month::Number(month), _) => Some(month),
        Point::Quarter(quarter) => Some(3 * quarter),
        Point::Half(half) => Some(6 * half),
        _ => None,
    }
}

fn remember(fixed: Fixed, context: &mut Context) {
    match fixed.year {
        Year::Written(year) => context.year = Some(Year::Inherited(year)),
        Year::After(_) => context.year = Some(fixed.year),
        _ => {}
    }
    context.month = number_of_month(fixed.point).or(context.month);
}

/// A year, or none, and a point in it.
fn in_year(cursor: &mut Cursor<'_>, context: &Context) -> Option<Read> {
    let year = cursor.attempt(numeric::written_year).or_else(|| period::said_year(cursor, context));
    let from = year.or(context.year).unwrap_or(Year::Plan);
    cursor
        .attempt(|cursor| month::part(cursor, from, context))
        .or_else(|| cursor.attempt(|cursor| period::quarter(cursor, from)))
        .or_else(|| cursor.attempt(|cursor| period::half(cursor, from)))
        .or_else(|| cursor.attempt(|cursor| period::festival(cursor, from)))
        .or_else(|| cursor.attempt(|cursor| relative::part(cursor, year)))
        .or_else(|| cursor.attempt(|cursor| period::whole_year(cursor, year, context.year)))
}
