//! Periods counted from an event: `收到反馈后15个工作日内`, `三个月内`, `年度终了后3个月内`.

use super::cursor::Cursor;
use super::part::{Counted, Event, Part, Unit};
use super::scan::Context;

/// The words that name an event. Longer ones stand before their beginnings.
const EVENTS: [(&str, Event); 46] = [
    ("上半年结束", Event::PeriodEnd(6)),
    ("半年度终了", Event::PeriodEnd(6)),
    ("半年终了", Event::PeriodEnd(6)),
    ("每季度终了", Event::PeriodEnd(3)),
    ("季度终了", Event::PeriodEnd(3)),
    ("季度结束", Event::PeriodEnd(3)),
    ("季度末后", Event::PeriodEnd(3)),
    ("年度终了", Event::PeriodEnd(12)),
    ("年度结束", Event::PeriodEnd(12)),
    ("月度终了", Event::PeriodEnd(1)),
    ("每月终了", Event::PeriodEnd(1)),
    ("收到反馈", Event::Feedback),
    ("接到反馈", Event::Feedback),
    ("接受反馈", Event::Feedback),
    ("反馈意见", Event::Feedback),
    ("反馈之日", Event::Feedback),
    ("反馈后", Event::Feedback),
    ("意见反馈", Event::Feedback),
    ("交办之日", Event::Assigned),
    ("交办后", Event::Assigned),
    ("转办后", Event::Assigned),
    ("转办之日", Event::Assigned),
    ("印发之日", Event::Issued),
    ("印发后", Event::Issued),
    ("下发之日", Event::Issued),
    ("下发后", Event::Issued),
    ("发布之日", Event::Issued),
    ("发布后", Event::Issued),
    ("公布之日", Event::Issued),
    ("收到", Event::Received),
    ("接到", Event::Received),
    ("签收", Event::Received),
    ("送达", Event::Received),
    ("受理", Event::Received),
    ("接收", Event::Received),
    ("会议决定", Event::Meeting),
    ("会议结束", Event::Meeting),
    ("会后", Event::Meeting),
    ("施行之日", Event::Effective),
    ("施行后", Event::Effective),
    ("实施之日", Event::Effective),
    ("生效之日", Event::Effective),
    ("批准之日", Event::Approved),
    ("批准后", Event::Approved),
    ("办结后", Event::Completed),
    ("结案后", Event::Completed),
];

/// Takes the name of an event. A later, closer one goes before an earlier: 收到审计报告 … 反馈后.
pub(super) fn event(cursor: &mut Cursor<'_>) -> Option<Event> {
    let first = cursor.first()?;
    if !"上半每季年月收接反意交转印下发公签送受会施实生批办结".contains(first)
    {
        return None;
    }
    cursor.takes_one(&EVENTS)
}

const UNITS: [(&str, (Unit, u32)); 16] = [
    ("个工作日", (Unit::WorkingDays, 1)),
    ("工作日", (Unit::WorkingDays, 1)),
    ("个自然日", (Unit::Days, 1)),
    ("自然日", (Unit::Days, 1)),
    ("个季度", (Unit::Months, 3)),
    ("个半月", (Unit::Days, 0)), // a month and a half has no one reading
    ("个月", (Unit::Months, 1)),
    ("个星期", (Unit::Weeks, 1)),
    ("个周", (Unit::Weeks, 1)),
    ("个小时", (Unit::Hours, 1)),
    ("小时", (Unit::Hours, 1)),
    ("星期", (Unit::Weeks, 1)),
    ("周", (Unit::Weeks, 1)),
    ("天", (Unit::Days, 1)),
    ("日", (Unit::Days, 1)),
    ("年", (Unit::Months, 12)),
];

/// `当月起3个月内`: the month of the event is the first.
pub(super) fn from_this_month(
    cursor: &mut Cursor<'_>,
    first: char,
    context: &Context,
) -> Option<Part> {
    let begins = matches!(first, '当' | '本') && cursor.takes_any(&["当月起", "本月起"]);
    match part(begins.then_some(cursor)?, context)? {
        Part::Counted(period) => Some(Part::Counted(Counted { with_first: true, ..period })),
        other => Some(other),
    }
}

/// Reads a period. `1—5日` and `1年至5年` give their later end.
pub(super) fn part(cursor: &mut Cursor<'_>, context: &Context) -> Option<Part> {
    let (mut count, mut unit) = amount(cursor)?;
    let later = cursor.attempt(|cursor| {
        cursor.takes_any(&["至", "-", "到"]).then_some(())?;
        amount(cursor)
    });
    if let Some(later) = later {
        (count, unit) = later;
    }
    let closed = cursor.takes_any(&["以内", "之内", "内", "期限", "时间", "期内"]);
    if !closed && cursor.takes_any(&["以后", "之后", "后", "之前", "以前", "前", "以上", "起"])
    {
        // From when, or before what, and not until when.
        return Some(Part::Damaged);
    }
    let event = context.event.unwrap_or(Event::Issued);
    Some(Part::Counted(Counted { count, unit, event, with_first: false }))
}

fn amount(cursor: &mut Cursor<'_>) -> Option<(u32, Unit)> {
    if let Some(half) =
        cursor.takes_one(&[("半年", (6, Unit::Months)), ("半个月", (15, Unit::Days))])
    {
        return Some(half);
    }
    let (count, length) = cursor.number()?;
    // `1-5日`, `3-5年`: the unit stands behind the later number only.
    let later = cursor.attempt(|cursor| {
        cursor.takes_any(&["-", "至", "到"]).then_some(())?;
        cursor.number().map(|(number, _)| number)
    });
    let (unit, times) = cursor.takes_one(&UNITS)?;
    let count = later.unwrap_or(count);
    // `20年12月` and `20年底` are what a conversion left of a year, and no number of years.
    let lost = times == 12
        && (count > 20
            || cursor.rest().starts_with(['底', '末', '前', '度'])
            || cursor.number().is_some());
    (length <= 9 && count > 0 && times > 0 && !lost)
        .then(|| count.checked_mul(times))
        .flatten()
        .map(|count| (count, unit))
}
