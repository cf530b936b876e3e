//! The words of a page for a browser: those of its tables and charts, and those of the page for a leader.

use super::{en, zh};
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::domain::id::Id;

/// A word or line of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageWord {
    /// Before the box into which words are typed.
    Filter,
    /// What is typed there.
    FilterHint,
    /// Any value of a column.
    All,
    /// No row is left.
    NothingFound,
    /// What draws the rows that were left out.
    Rest,
    /// What unfolds a row.
    More,
    /// What unfolds the figures of a chart.
    Figures,
    /// The title of the page.
    Title,
    /// Above the figures over time.
    Course,
    /// Above the figures of units.
    Units,
    /// Above what falls due.
    Calendar,
    /// Above the table of all problems.
    Problems,
    /// Whose the entries are that name nobody.
    LeadActs,
    /// The day asked for.
    Today,
    /// Still open, and not overdue.
    OpenInTime,
}

/// The words.
pub fn word(lang: Lang, word: PageWord) -> &'static str {
    match lang {
        Lang::Zh => zh::page::word(word),
        Lang::En => en::page::word(word),
    }
}

/// What stands before, between and behind how many rows are found and how many there are.
pub fn shown(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::Zh => ["找到", "行，共", "行"],
        Lang::En => ["", " of ", " rows"],
    }
}

/// The days of the week above a month, from Monday on.
pub fn weekdays(lang: Lang) -> [&'static str; 7] {
    match lang {
        Lang::Zh => ["一", "二", "三", "四", "五", "六", "日"],
        Lang::En => ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
    }
}

/// The name of a month.
pub fn month(lang: Lang, day: Day) -> String {
    match lang {
        Lang::Zh => format!("{}年{}月", day.year(), day.month()),
        Lang::En => format!("{}-{:02}", day.year(), day.month()),
    }
}

/// Whose page it is, and for which day.
pub fn as_of(lang: Lang, book: Option<&str>, today: Day) -> String {
    match (lang, book) {
        (Lang::Zh, None) => format!("截至{today}"),
        (Lang::Zh, Some(book)) => format!("{book}　截至{today}"),
        (Lang::En, None) => format!("As of {today}"),
        (Lang::En, Some(book)) => format!("{book}, as of {today}"),
    }
}

/// What falls due, and whose it is.
pub fn due(lang: Lang, id: &Id, title: &str, lead: Option<&str>) -> String {
    match (lang, lead) {
        (_, None) => format!("{id} {title}"),
        (Lang::Zh, Some(lead)) => format!("{id} {title}（{lead}）"),
        (Lang::En, Some(lead)) => format!("{id} {title} ({lead})"),
    }
}

/// A measure, by its number.
pub fn measure(lang: Lang, no: u32) -> String {
    match lang {
        Lang::Zh => format!("措施{no}"),
        Lang::En => format!("Measure {no}"),
    }
}

/// What is said of a measure, one after the other.
pub fn clauses(lang: Lang, said: &[String]) -> String {
    match lang {
        Lang::Zh => said.join("；"),
        Lang::En => said.join("; "),
    }
}

/// When something happened, and what.
pub fn happened(on: Option<Day>, act: &str) -> String {
    on.map_or_else(|| act.to_owned(), |on| format!("{on} {act}"))
}

/// What falls due on a day beyond what is named.
pub fn more_due(lang: Lang, number: usize) -> String {
    match lang {
        Lang::Zh => format!("另有{number}项"),
        Lang::En => format!("{number} more"),
    }
}

/// What is overdue since before the calendar begins, and what falls due after it ends.
pub fn beyond_calendar(lang: Lang, earlier: usize, later: usize) -> Option<String> {
    let text = match (lang, earlier, later) {
        (_, 0, 0) => return None,
        (Lang::Zh, earlier, 0) => format!("日历之前到期、仍逾期的另有{earlier}项。"),
        (Lang::Zh, 0, later) => format!("日历之后到期的另有{later}项。"),
        (Lang::Zh, ..) => format!("日历之前到期、仍逾期的另有{earlier}项，之后到期的{later}项。"),
        (Lang::En, earlier, 0) => format!("Overdue since before the calendar begins: {earlier}."),
        (Lang::En, 0, later) => format!("Due after the calendar ends: {later}."),
        (Lang::En, ..) => format!(
            "Overdue since before the calendar begins: {earlier}; due after it ends: {later}."
        ),
    };
    Some(text)
}
