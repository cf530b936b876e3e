//! The words of the morning's page, and the command that each of its lines leads to.

use super::{en, zh};
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::reports::morning::What;

/// Above the page.
pub fn heading(lang: Lang, today: Day) -> String {
    match lang {
        Lang::Zh => zh::morning::heading(today),
        Lang::En => en::morning::heading(today),
    }
}

/// What waits.
pub fn matter(lang: Lang, what: What) -> &'static str {
    match lang {
        Lang::Zh => zh::morning::matter(what),
        Lang::En => en::morning::matter(what),
    }
}

/// Where nothing waits.
pub fn nothing(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => zh::morning::NOTHING,
        Lang::En => en::morning::NOTHING,
    }
}

/// Below the page: where to go on.
pub fn further(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => zh::morning::FURTHER,
        Lang::En => en::morning::FURTHER,
    }
}

/// Since when something waits.
pub fn since(lang: Lang, day: Day) -> String {
    match lang {
        Lang::Zh => format!("自{day}"),
        Lang::En => format!("since {day}"),
    }
}

/// What of a matter is the most urgent: its id, its title, and how it stands to its day.
pub fn first(lang: Lang, id: &str, title: &str, day: Option<&str>) -> String {
    match (lang, day) {
        (_, None) => format!("{id} {title}"),
        (Lang::Zh, Some(day)) => format!("{id} {title}（{day}）"),
        (Lang::En, Some(day)) => format!("{id} {title} ({day})"),
    }
}

/// The command that lists what waits, the same in all languages.
pub fn command(what: What) -> &'static str {
    match what {
        What::Overdue | What::Unclear => "ledger overdue",
        What::DueSoon => "ledger list --status due-soon",
        What::Awaiting => "ledger list --status awaiting",
        What::Relapsed => "ledger list --status relapsed",
        What::ReviewOverdue => "ledger list --status review-overdue",
        What::ReviewDue => "ledger list --status review-due",
        What::Notices => "ledger notice --dry-run",
        What::Uncommitted => "ledger diff",
    }
}
