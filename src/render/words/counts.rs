//! Numbers with what they count, and a day with its day of the week.

use super::{en, weekday, zh};
use crate::domain::book::Lang;
use crate::domain::day::Day;

/// A number of days: `54天`, `1 day`.
pub fn days(lang: Lang, number: i64) -> String {
    match lang {
        Lang::Zh => zh::counts::days(number),
        Lang::En => en::counts::days(number),
    }
}

/// A number of problems: `21个问题`, `1 problem`.
pub fn problems(lang: Lang, number: usize) -> String {
    match lang {
        Lang::Zh => zh::counts::problems(number),
        Lang::En => en::counts::problems(number),
    }
}

/// A number of measures: `3项措施`, `1 measure`.
pub fn measures(lang: Lang, number: usize) -> String {
    match lang {
        Lang::Zh => zh::counts::measures(number),
        Lang::En => en::counts::measures(number),
    }
}

/// A number of faults: `2处错误`, `1 error`.
pub fn errors(lang: Lang, number: usize) -> String {
    match lang {
        Lang::Zh => zh::counts::errors(number),
        Lang::En => en::counts::errors(number),
    }
}

/// A last day with its day of the week, by which people plan: `2022-10-31（星期一）`, `2022-10-31, Monday`.
pub fn full_day(lang: Lang, day: Day) -> String {
    let weekday = weekday(lang, day.weekday());
    match lang {
        Lang::Zh => format!("{day}（{weekday}）"),
        Lang::En => format!("{day}, {weekday}"),
    }
}
