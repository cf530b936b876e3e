//! Periods counted from an event: `收到反馈后15个工作日内`, `三个月内`, `年度终了后3个月内`.

use super::clause;
use super::cursor::Cursor;
use super::part::{Begin, Counted, Dated, Event, Fixed, From, Month, Part, Point, Unit, Year};
use super::scan::Context;

/// Names of units, with how many of which unit they are. Longer ones stand before their beginnings.
const UNITS: [(&str, (Unit, u32)); 26] = [
    ("个工作日", (Unit::WorkingDays, 1)),
    ("个工作天", (Unit::WorkingDays, 1)),
    ("工作日", (Unit::WorkingDays, 1)),
    ("工作天", (Unit::WorkingDays, 1)),
    ("个自然日", (Unit::Days, 1)),
    ("自然日", (Unit::Days, 1)),
    ("自然天", (Unit::Days, 1)),
    ("个日历天", (Unit::Days, 1)),
    ("个日历日", (Unit::Days, 1)),
    ("日历天", (Unit::Days, 1)),
    ("日历日", (Unit::Days, 1)),
    ("个季度", (Unit::Months, 3)),
    ("个月", (Unit::Months, 1)),
    ("个星期", (Unit::Weeks, 1)),
    ("个礼拜", (Unit::Weeks, 1)),
    ("个周", (Unit::Weeks, 1)),
    ("个小时", (Unit::Hours, 1)),
    ("小时", (Unit::Hours, 1)),
    ("星期", (Unit::Weeks, 1)),
    ("周年", (Unit::Months, 12)),
    ("周", (Unit::Weeks, 1)),
    ("天", (Unit::Days, 1)),
    ("日", (Unit::Days, 1)),
    ("个年度", (Unit::Months, 12)),
    ("年", (Unit::Months, 12)),
    ("个整月", (Unit::Months, 1)),
];
/// The work that takes a period which is named without 内.
const WORK: [&str; 14] = [
    "集中", "完成", "完毕", "整改", "办结", "办理", "办毕", "落实", "到位", "解决", "反馈", "上报",
    "报送", "答复",
];
const WITHIN: [&str; 4] = ["以内", "之内", "内", "期内"];
const ABOUT: [&str; 6] = ["左右", "前后", "上下", "许", "余", "多"];

/// What stands right before a period and says what it is.
enum Lead {
    Plain,
    /// 后, 起: from an event, whatever it is.
    Since,
    /// 今后五年.
    Coming,
    /// 近三年, 不少于7天, 可延长30日: no time by which something is due.
    NoLimit,
    /// 约3个月, 汛期前30日, 10月底前5个工作日: nobody can count it, or it is counted backwards.
    Unclear,
}

const NO_LIMIT: [&str; 21] = [
    "不足", "不满", "近", "过去", "连续", "超过", "少于", "低于", "至少", "满", "逾", "第", "每",
    "每次", "已", "晚于", "早于", "延长", "延期", "推迟", "顺延",
];

/// Reads a period. `1—5日` and `1年至5年` give their later end.
pub(super) fn part(cursor: &mut Cursor<'_>, first: char, context: &Context) -> Option<Part> {
    if !first.is_ascii_digit() && !"一二两三四五六七八九十廿卅百半壹贰叁〇".contains(first)
    {
        return None;
    }
    let lead = lead(cursor.behind());
    let Some((count, unit)) = cursor.attempt(amount) else {
        // `大半年内` holds no 年内.
        return cursor.takes_any(&["半年", "半个月", "半月"]).then_some(Part::Damaged);
    };
    let literal = cursor.behind().ends_with('日') && unit == Unit::Days && count <= 31;
    let mut aside = cursor.attempt(aside);
    let within = cursor.takes_any(&WITHIN);
    aside = aside.or_else(|| cursor.attempt(self::aside));
    if cursor.takes_any(&ABOUT) {
        return Some(Part::Damaged);
    }
    let named = !within && cursor.takes_any(&["期限", "时间", "的时间", "时限"]);
    let from = match lead {
        Lead::NoLimit => return Some(Part::Mention),
        Lead::Unclear => return Some(Part::Damaged),
        Lead::Coming if unit == Unit::Months && count % 12 == 0 => {
            return Some(Part::fixed(Year::After(count / 12), Point::Whole));
        }
        Lead::Since if !context.fresh => From::Event(Event::Other),
        _ => context.event.map_or(From::Unsaid, From::Event),
    };
    let period = match aside {
        Some(Aside::Unit(other)) if unit == Unit::Days => Counted { count, unit: other, from },
        _ => Counted { count, unit, from },
    };
    let period = Dated::Counted(period);
    if let Some(Aside::Again(count, unit)) = aside {
        return Some(Part::Either(period, Dated::Counted(Counted { count, unit, from })));
    }
    if within {
        return Some(Part::Dated(period));
    }
    if cursor.takes_any(&["以后", "之后", "后"]) {
        return Some(Part::Begin(Begin { from: period, over: true }));
    }
    if cursor.takes_any(&["之前", "以前", "前", "起"]) {
        return Some(Part::Damaged);
    }
    // `5天培训`, `三年行动` name no limit.
    if !named && !clause::ends(cursor) && !cursor.sees(&WORK) {
        return Some(Part::Mention);
    }
    if literal && !named && aside.is_none() && from == From::Unsaid {
        // `15日`: the fifteenth, or fifteen days?
        let day = Point::DayOf(Month::After(0), count);
        let day = Fixed { year: Year::Plan, point: day, before: false };
        return Some(Part::Either(Dated::Fixed(day), period));
    }
    Some(Part::Dated(period))
}

/// What brackets right behind a period say of it.
enum Aside {
    /// `15日（工作日）内`.
    Unit(Unit),
    /// `三个月（90天）内`: the same in other words, or not the same.
    Again(u32, Unit),
}

fn aside(cursor: &mut Cursor<'_>) -> Option<Aside> {
    cursor.takes("(").then_some(())?;
    cursor.takes_any(&["即", "按", "均为", "指", "为", "共", "系"]);
    let aside = match cursor.attempt(amount) {
        Some((count, unit)) => {
            cursor.takes_any(&WITHIN);
            Aside::Again(count, unit)
        }
        None => Aside::Unit(cursor.takes_one(&UNITS)?.0),
    };
    cursor.takes_any(&["计算", "计"]);
    cursor.takes(")").then_some(aside)
}

fn lead(behind: &str) -> Lead {
    let behind = behind.trim_end_matches([',', '的', '在', '"']);
    if behind.strip_suffix('上').is_some_and(clause::is_adverb) {
        return Lead::Plain;
    }
    let ends = |words: &[&str]| words.iter().any(|word| behind.ends_with(word));
    if ends(&["今后", "未来"]) {
        Lead::Coming
    } else if ends(&["延长不超过", "延长不得超过"]) {
        Lead::NoLimit
    } else if ends(&["不超过", "不得超过", "不多于", "不大于", "最后", "然后"]) {
        Lead::Plain
    } else if ends(&["后", "起", "之日", "以来"]) {
        Lead::Since
    } else if ends(&["提前", "目前", "当前", "此前", "以前"]) {
        Lead::NoLimit
    } else if clause::is_about(behind) || ends(&["大概", "前", "头", "首", "隔", "再过"]) {
        Lead::Unclear
    } else if ends(&NO_LIMIT) {
        Lead::NoLimit
    } else {
        Lead::Plain
    }
}

/// Reads an amount of time, for a range its later end. A month and a half has no one reading, and gives none.
pub(super) fn amount(cursor: &mut Cursor<'_>) -> Option<(u32, Unit)> {
    let first = one_amount(cursor)?;
    let later = cursor.attempt(|cursor| {
        cursor.takes_any(&["至", "-", "到"]).then_some(())?;
        one_amount(cursor)
    });
    Some(later.unwrap_or(first))
}

fn one_amount(cursor: &mut Cursor<'_>) -> Option<(u32, Unit)> {
    if cursor.sees(&["半"]) {
        let behind = cursor.behind();
        // The half of `一个半月`, `两年半`, `上半年` is read with what stands before it.
        let adverb = behind.strip_suffix('上').is_some_and(clause::is_adverb);
        let other = ['个', '年', '上', '下', '前', '后', '大', '多', '过', '每'];
        if !adverb && behind.ends_with(other) {
            return None;
        }
        return cursor.takes_one(&[
            ("半年", (6, Unit::Months)),
            ("半个月", (15, Unit::Days)),
            ("半月", (15, Unit::Days)),
            ("半个工作日", (1, Unit::WorkingDays)),
            ("半天", (1, Unit::Days)),
            ("半日", (1, Unit::Days)),
        ]);
    }
    let (count, _) = cursor.number()?;
    // `1-5日`, `3-5年`: the unit stands behind the later number only.
    let later = cursor.attempt(|cursor| {
        cursor.takes_any(&["-", "至", "到"]).then_some(())?;
        cursor.number().map(|(number, _)| number)
    });
    let (unit, times) = cursor.takes_one(&UNITS)?;
    let count = later.unwrap_or(count);
    if count == 0 {
        return None;
    }
    if times == 12 && unit == Unit::Months && !cursor.behind().ends_with("周年") {
        if cursor.takes("半") {
            return Some((count.checked_mul(12)?.checked_add(6)?, unit));
        }
        // `20年12月` and `20年底` are what a conversion left of a year, and no number of years.
        let lost = count > 20
            || cursor.sees(&["底", "末", "前", "度", "初", "上", "下"])
            || cursor.number().is_some();
        if lost {
            return None;
        }
    }
    if unit == Unit::Months && cursor.sees(&["半", "零", "又", "〇"]) {
        return None;
    }
    Some((count.checked_mul(times)?, unit))
}
