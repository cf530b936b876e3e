//! The words of what `export` gives out, in English.

use super::counts::days as counted;
use crate::domain::book::Lang;
use crate::render::words::export::{Exported, Unexported, over};
use crate::reports::deadlines::What;

/// The words of an export.
pub fn exported(what: &Exported<'_>) -> String {
    match what {
        Exported::Heading { today } => format!("The ledger on {today}"),
        Exported::HeadingOf { unit, today } => format!("The ledger of {unit} on {today}"),
        Exported::Sheet => "Ledger".to_owned(),
        Exported::Total { rows, problems, measures } => {
            format!("Rows: {rows}; problems, tasks and duties: {problems}; measures: {measures}.")
        }
        Exported::RowRule => {
            "A problem is a row, and each of its measures is one below it. Money stands with the problem only, so that rows add up."
                .to_owned()
        }
        Exported::SplitRule => {
            "A sheet for each unit that leads the problem or one of its measures; what several lead is on each of their sheets, so the sheets add up to more than there is."
                .to_owned()
        }
        Exported::Calendar { office: Some(office) } => format!("Deadlines of {office}"),
        Exported::Calendar { office: None } => "Deadlines".to_owned(),
        Exported::Event { what: What::Due, title } => format!("Due: {title}"),
        Exported::Event { what: What::Occurrence(_), title } => format!("Duty: {title}"),
        Exported::Event { what: What::Review, title } => format!("Review: {title}"),
        Exported::Over(of) => format!("[{}] ", over(Lang::En, *of, ["given up", "no review", "no longer selected"])),
        Exported::Alarm { event, days: 0 } => format!("Today: {event}"),
        Exported::Alarm { event, days } => format!("In {}: {event}", counted(*days)),
    }
}

/// What cannot be given out so, and what to do instead.
pub fn unexported(what: Unexported) -> (&'static str, &'static str) {
    match what {
        Unexported::NoCalendar => {
            ("this report is no calendar", "write a calendar with `ledger export -o deadlines.ics`")
        }
        Unexported::ForPeople => (
            "`export` does not write this format",
            "it writes csv, xlsx, json and ics; for people there are `ledger list` and `ledger report`",
        ),
        Unexported::OneTable => {
            ("only a workbook has a sheet for each unit", "write one with -o ledger.xlsx")
        }
    }
}
