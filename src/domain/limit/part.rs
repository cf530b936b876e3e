//! One part of a limit: a day, an end of month or year, 立行立改, 长期坚持.

use super::{Counting, Cursor, Kind, off_rest_day};
use crate::domain::day::Day;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    Immediate,
    Sustained,
    Vague,
    Recurring,
    /// A day; without a year, the plan's.
    Day {
        year: Option<i32>,
        month: u32,
        day: u32,
    },
    /// The end of a month.
    MonthEnd {
        year: Option<i32>,
        month: u32,
    },
    /// The end of a year.
    YearEnd {
        year: Option<i32>,
    },
}

// Longer words first, since the first that fits is taken.
const IMMEDIATE: [&str; 8] = [
    "立行立改",
    "立查立改",
    "立知立改",
    "即知即改",
    "立即整改到位",
    "立即整改",
    "immediately",
    "at once",
];
const SUSTAINED: [&str; 11] = [
    "长期坚持",
    "持续坚持",
    "长期执行",
    "长期推进",
    "持续推进",
    "持续开展",
    "持续整改",
    "常态化、制度化执行",
    "sustained",
    "ongoing",
    "long-term",
];
const VAGUE: [&str; 9] = [
    "尽快",
    "及时",
    "适时",
    "不定期",
    "定期",
    "下一阶段",
    "as soon as possible",
    "紧密结合",
    "跟进",
];
const RECURRING: [&str; 14] = [
    "至少每",
    "原则上每",
    "每年",
    "每半年",
    "每季",
    "每月",
    "每周",
    "每日",
    "月月",
    "一周一",
    "weekly",
    "monthly",
    "quarterly",
    "yearly",
];
const BEFORE: [&str; 4] = ["之前", "以前", "前", "内"];
const DONE_BY: [&str; 9] = [
    "取得明显成效",
    "整改完成",
    "完成整改",
    "基本整改到位",
    "整改到位",
    "落实到位",
    "到位",
    "完成",
    "办结",
];

impl Part {
    pub(super) fn read(cursor: &mut Cursor) -> Option<Self> {
        if cursor.takes_any(&IMMEDIATE) {
            return Some(Self::Immediate);
        }
        if cursor.takes_any(&SUSTAINED) {
            return Some(Self::Sustained);
        }
        if cursor.takes_any(&VAGUE) {
            return Some(Self::Vague);
        }
        if cursor.takes_any(&RECURRING) {
            cursor.skip_clause();
            return Some(Self::Recurring);
        }
        cursor.takes_any(&["by the end of ", "by end of ", "by "]);
        let part = cursor.attempt(iso).or_else(|| cursor.attempt(chinese))?;
        cursor.takes_any(&BEFORE);
        while cursor.takes_any(&DONE_BY) {}
        Some(part)
    }

    /// Returns the kind and the last day or its readings; nothing where the ledger names no day to count from.
    pub(super) fn days(&self, counting: &Counting<'_>) -> Option<(Kind, Vec<Day>)> {
        match *self {
            Self::Immediate => {
                let end = counting.issued?.plus_days(i64::from(counting.policy.immediate));
                Some((Kind::Immediate, vec![off_rest_day(end, counting)]))
            }
            Self::Day { year, month, day } => {
                in_year(year, counting, |year| Day::new(year, month, day))
            }
            Self::MonthEnd { year, month } => {
                in_year(year, counting, |year| Some(Day::new(year, month, 1)?.month_end()))
            }
            Self::YearEnd { year } => in_year(year, counting, |year| Day::new(year, 12, 31)),
            Self::Sustained | Self::Vague | Self::Recurring => None,
        }
    }
}

/// Takes the year written or the plan's. A day of the plan's year that was already past when the plan was issued may
/// be meant for the next: two readings.
fn in_year(
    year: Option<i32>,
    counting: &Counting<'_>,
    day: impl Fn(i32) -> Option<Day>,
) -> Option<(Kind, Vec<Day>)> {
    if let Some(year) = year {
        return Some(
            day(year).map_or((Kind::Unreadable, Vec::new()), |day| (Kind::Day, vec![day])),
        );
    }
    let issued = counting.issued?;
    let Some(this_year) = day(issued.year()) else { return Some((Kind::Unreadable, Vec::new())) };
    if this_year >= issued {
        return Some((Kind::Day, vec![this_year]));
    }
    let readings = [Some(this_year), day(issued.year() + 1)].into_iter().flatten().collect();
    Some((Kind::Ambiguous, readings))
}

fn year(cursor: &mut Cursor) -> Option<i32> {
    cursor
        .number(4..=4)
        .and_then(|year| i32::try_from(year).ok())
        .filter(|year| (1990..=2099).contains(year))
}

/// `2022-10-31`, `2022.10.31`, `2022/10/31`.
fn iso(cursor: &mut Cursor) -> Option<Part> {
    let year = year(cursor)?;
    let sign = ["-", ".", "/"].into_iter().find(|sign| cursor.takes_any(&[sign]))?;
    let month = cursor.number(1..=2)?;
    cursor.takes_any(&[sign]).then_some(())?;
    let day = cursor.number(1..=2)?;
    Some(Part::Day { year: Some(year), month, day })
}

/// `2022年10月30日`, `10月底`, `2022年底`, `年底`.
fn chinese(cursor: &mut Cursor) -> Option<Part> {
    let year = cursor.attempt(|cursor| year(cursor).filter(|_| cursor.takes_any(&["年"])));
    if year.is_some() && cursor.takes_any(&["年底", "底", "年末", "末"]) {
        return Some(Part::YearEnd { year });
    }
    if year.is_none() && cursor.takes_any(&["今年年底", "今年底", "本年底", "年底", "年末"])
    {
        return Some(Part::YearEnd { year });
    }
    let month = cursor.number(1..=2).filter(|month| (1..=12).contains(month))?;
    cursor.takes_any(&["月"]).then_some(())?;
    if cursor.takes_any(&["月底", "底", "末"]) {
        return Some(Part::MonthEnd { year, month });
    }
    let day = cursor.number(1..=2)?;
    cursor.takes_any(&["日", "号"]).then_some(Part::Day { year, month, day })
}
