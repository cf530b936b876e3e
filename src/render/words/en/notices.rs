//! What is said of notices, in English.

use super::counts;
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::render::words::{self, NoticeNote};

/// What is said of notices.
pub fn note(note: &NoticeNote<'_>) -> String {
    match note {
        NoticeNote::Heading { today, issued: Some(true) } => format!("Notices issued on {today}"),
        NoticeNote::Heading { today, issued: None } => format!("Notices due on {today}"),
        NoticeNote::Heading { today, .. } => format!("Notices due on {today}, not issued"),
        NoticeNote::Total { notices, issued: true } => format!("{} issued.", counts::notices(*notices)),
        NoticeNote::Total { notices, .. } => format!("{} due.", counts::notices(*notices)),
        NoticeNote::Ladder { rungs, since, ledgers } => {
            let names = ledgers.join(", ");
            let of = if names.is_empty() { names } else { format!(" of {names}") };
            let rungs = rungs.iter().enumerate().map(|(place, rung)| {
                format!("{} {}", words::rung(Lang::En, rung, place), after(rung.after))
            });
            let rungs: Vec<_> = rungs.collect();
            let rungs = if rungs.is_empty() { "no rungs".to_owned() } else { rungs.join(", ") };
            format!("Ladder{of}: {rungs}{}.", since_when(*since))
        }
        NoticeNote::Rule => "One notice a problem, counted from the last day of its latest open line: the highest rung whose day has come. None is issued twice, and lower rungs are not made up for; an extension or reopening starts the ladder anew.".to_owned(),
        NoticeNote::Unaddressed { notices } => {
            format!("{} to nobody: the problem names no one who answers for it.", counts::notices(*notices))
        }
        NoticeNote::Undated { problems } => format!("{} without a last day: no notice can be due.", counts::open_problems(*problems)),
        NoticeNote::Duties { duties } => format!("Missed occurrences of {} get no notice; see `ledger overdue`.", counts::duties(*duties)),
        NoticeNote::None => "No notice is due.".to_owned(),
    }
}

/// When a rung is due.
fn after(days: i64) -> String {
    match days {
        0 => "on the last day".to_owned(),
        days if days < 0 => format!("{} before the last day", counts::days(-days)),
        days => format!("{} late", counts::days(days)),
    }
}

fn since_when(since: Option<Day>) -> String {
    since.map(|day| format!("; in force since {day}")).unwrap_or_default()
}
