//! The events from which periods are counted: `收到反馈后`, `自交办之日起`.

use super::clause;
use super::cursor::Cursor;
use super::part::Event;

/// Words that name an event by themselves. Longer ones stand before their beginnings.
const NAMES: [(&str, Event); 22] = [
    ("半年度终了", Event::PeriodEnd(6)),
    ("半年终了", Event::PeriodEnd(6)),
    ("季度终了", Event::PeriodEnd(3)),
    ("季度结束", Event::PeriodEnd(3)),
    ("季度末后", Event::PeriodEnd(3)),
    ("年度终了", Event::PeriodEnd(12)),
    ("年度结束", Event::PeriodEnd(12)),
    ("月度终了", Event::PeriodEnd(1)),
    ("月度结束", Event::PeriodEnd(1)),
    ("收到反馈", Event::Feedback),
    ("接到反馈", Event::Feedback),
    ("接受反馈", Event::Feedback),
    ("反馈意见", Event::Feedback),
    ("意见反馈", Event::Feedback),
    ("收到", Event::Received),
    ("接到", Event::Received),
    ("签收", Event::Received),
    ("送达", Event::Received),
    ("受理", Event::Received),
    ("接收", Event::Received),
    ("会议决定", Event::Meeting),
    ("会议结束", Event::Meeting),
];
/// Words that name one only where [`SINCE`] follows: they name the work as often.
const STEMS: [(&str, Event); 22] = [
    ("反馈", Event::Feedback),
    ("交办", Event::Assigned),
    ("转办", Event::Assigned),
    ("印发", Event::Issued),
    ("下发", Event::Issued),
    ("发布", Event::Issued),
    ("公布", Event::Issued),
    ("发文", Event::Issued),
    ("即日", Event::Issued),
    ("今日", Event::Issued),
    ("现在", Event::Issued),
    ("会议", Event::Meeting),
    ("会", Event::Meeting),
    ("施行", Event::Effective),
    ("实施", Event::Effective),
    ("生效", Event::Effective),
    ("批准", Event::Approved),
    ("批复", Event::Approved),
    ("办结", Event::Completed),
    ("结案", Event::Completed),
    ("销号", Event::Completed),
    ("收文", Event::Received),
];
const SINCE: [&str; 7] = ["之日", "之后", "以后", "后", "之时", "起", "日起"];

/// Takes what makes the day before it the beginning of a period: `反馈后`, `收到反馈意见之日起`.
pub(super) fn since(cursor: &mut Cursor<'_>) -> Option<()> {
    let words = clause::words(cursor, 14);
    let told =
        words.find("之日起").filter(|place| !words[..*place].contains(|c: char| c.is_ascii()));
    if let Some(place) = told {
        let end = cursor.at() + place + "之日起".len();
        while cursor.at() < end {
            cursor.step();
        }
        return Some(());
    }
    let first = cursor.first()?;
    named(cursor, first)?;
    (cursor.behind().ends_with('后') || cursor.takes("后")).then_some(())
}

/// Takes the name of an event.
pub(super) fn named(cursor: &mut Cursor<'_>, first: char) -> Option<Event> {
    let may_begin = matches!(
        first,
        '半' | '季'
            | '年'
            | '月'
            | '收'
            | '接'
            | '反'
            | '意'
            | '签'
            | '送'
            | '受'
            | '会'
            | '交'
            | '转'
            | '印'
            | '下'
            | '发'
            | '公'
            | '即'
            | '今'
            | '现'
            | '施'
            | '实'
            | '生'
            | '批'
            | '办'
            | '结'
            | '销'
    );
    if !may_begin {
        return None;
    }
    cursor.takes_one(&NAMES).or_else(|| {
        cursor.attempt(|cursor| {
            let event = cursor.takes_one(&STEMS)?;
            cursor.takes_any(&SINCE).then_some(event)
        })
    })
}
