//! The words of the morning's page in English.

use super::names::weekday;
use crate::domain::day::Day;
use crate::reports::morning::What;

/// Where nothing waits.
pub const NOTHING: &str = "Nothing waits today.";

/// Below the page.
pub const FURTHER: &str = "All of one problem: ledger show ID. All commands: ledger --help.";

/// Above the page.
pub fn heading(today: Day) -> String {
    format!("What waits on {today} ({})", weekday(today.weekday()))
}

/// What waits.
pub fn matter(what: What) -> &'static str {
    match what {
        What::Overdue => "Overdue",
        What::Unclear => "No clear day",
        What::DueSoon => "Due soon",
        What::Awaiting => "To be verified",
        What::Relapsed => "To be reopened",
        What::ReviewOverdue => "Review overdue",
        What::ReviewDue => "Review due soon",
        What::Notices => "Notices to issue",
        What::Uncommitted => "Not committed",
    }
}
