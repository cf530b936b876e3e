//! The parts of a limit, as they are understood and before any day is counted.

use super::every::Every;
use crate::domain::calendar::Festival;
use crate::domain::day::{Day, Weekday};

/// One part of a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// 立行立改.
    Immediate,
    /// 事不隔夜: on the day itself.
    SameDay,
    /// 长期坚持.
    Sustained,
    /// 尽快: no date in it.
    Vague,
    /// 已完成: a state, no limit.
    Done,
    /// Letters are lost or not filled in, or the words give a time that nobody can count.
    Damaged,
    /// A point of the calendar, or a period counted from an event.
    Dated(Dated),
    /// 至12月底: the end of what recurs, else a limit like any other.
    Until(Fixed),
    /// Two readings: 3月内 is in March, or within three months.
    Either(Dated, Dated),
    /// 10月1日起, 3个月后: from when, and not until when.
    Begin(Begin),
    /// Again and again.
    Recurring(Every),
    /// 或 between two parts.
    Or,
    /// A time that is only named in passing: 2022年巡察反馈的问题.
    Mention,
}

/// What gives a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dated {
    Fixed(Fixed),
    Counted(Counted),
}

/// From when something is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Begin {
    pub(super) from: Dated,
    /// 后, 结束后: not before it is over.
    pub(super) over: bool,
}

impl Part {
    pub(super) fn fixed(year: Year, point: Point) -> Self {
        Self::Dated(Dated::Fixed(Fixed { year, point, before: false }))
    }
}

/// A point of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fixed {
    pub(super) year: Year,
    pub(super) point: Point,
    /// 前 stands after a month, quarter or year: within it, or before it begins?
    pub(super) before: bool,
}

/// Which year is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Year {
    /// As written.
    Written(i32),
    /// None is written; an earlier part names this one.
    Inherited(i32),
    /// None is written: the plan's.
    Plan,
    /// 今年: the plan's, said in so many words.
    This,
    /// So many years after the plan's.
    After(u32),
}

impl Year {
    /// The year after this one.
    pub(super) fn next(self) -> Self {
        match self {
            Self::Written(year) | Self::Inherited(year) => Self::Written(year + 1),
            Self::Plan | Self::This => Self::After(1),
            Self::After(years) => Self::After(years + 1),
        }
    }
}

/// A point in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Point {
    Day(u32, u32),
    Month(Month),
    /// So many days before the month ends.
    MonthLess(Month, u32),
    /// A ten-day period (旬), 1 to 3.
    Third(Month, u32),
    /// A day of a month that is told by the plan's.
    DayOf(Month, u32),
    /// A working day of a month by its number, or the last one.
    Workday(Month, Option<u32>),
    Quarter(u32),
    /// The plan's quarter, or so many after it.
    QuarterAfter(u32),
    Half(u32),
    Whole,
    /// The last day before the break of a festival.
    Eve(Festival),
    /// The last day of the break of a festival.
    Break(Festival),
    /// A day of the plan's week, or of one so many later; without a day its Sunday.
    Week(u32, Option<Weekday>),
    /// The next such day of a week.
    Coming(Weekday),
    /// A day that the ledger's head gives.
    Told(Day),
}

/// A day by its number from 1, or the last one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Nth(pub(super) Option<u32>);

/// Which month is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Month {
    Number(u32),
    /// The plan's month, or so many after it.
    After(u32),
}

/// A period counted from an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Counted {
    pub(super) count: u32,
    pub(super) unit: Unit,
    pub(super) from: From,
}

/// From when a period is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum From {
    /// Nothing is said: from the plan.
    Unsaid,
    Event(Event),
    /// From a day: 自10月1日起3个月内.
    Point(Fixed),
    /// From a month that is itself the first: 当月起3个月内.
    Within(Fixed),
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Unit {
    Hours,
    Days,
    WorkingDays,
    Weeks,
    Months,
}

/// From what is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Event {
    /// 印发, or nothing named: the day of the plan.
    Issued,
    /// 反馈.
    Feedback,
    /// 交办.
    Assigned,
    /// 收到, 签收, 送达, 受理.
    Received,
    /// 会后.
    Meeting,
    /// 施行.
    Effective,
    /// 批准.
    Approved,
    /// 办结.
    Completed,
    /// 半年终了, 季度终了, 年度终了: the end of such a period, in months.
    PeriodEnd(u32),
    /// An event that no head of a ledger names: 验收合格后.
    Other,
}

impl Event {
    /// Those that the head of a ledger may give a day to, in `dates`.
    const NAMED: [Self; 8] = [
        Self::Issued,
        Self::Feedback,
        Self::Assigned,
        Self::Received,
        Self::Meeting,
        Self::Effective,
        Self::Approved,
        Self::Completed,
    ];

    /// The event to which the head of a ledger gives a day under this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMED.into_iter().find(|known| known.name() == name)
    }

    /// The name under which a ledger's head gives the day, in `dates`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Issued => "issued",
            Self::Feedback => "feedback",
            Self::Assigned => "assigned",
            Self::Received => "received",
            Self::Meeting => "meeting",
            Self::Effective => "effective",
            Self::Approved => "approved",
            Self::Completed => "completed",
            Self::PeriodEnd(_) | Self::Other => "",
        }
    }
}

impl Month {
    /// The same of the next month; a month by its number is the same one of the next year.
    pub(super) fn next(self) -> Self {
        match self {
            Self::After(months) => Self::After(months + 1),
            Self::Number(month) => Self::Number(month),
        }
    }
}
