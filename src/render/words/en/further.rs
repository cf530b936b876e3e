//! The rules of the further figures of a summary, in English.

use super::counts;
use crate::domain::day::Day;
use crate::domain::policy::{Count, Policy, Review};
use crate::render::words::FurtherNote;
use crate::reports::policies::InForce;
use crate::reports::summary::{Listed, Tally};

/// The words of a rule.
pub fn note(note: &FurtherNote<'_>) -> String {
    match note {
        FurtherNote::Timeliness => "Reported: done as a whole and not returned; by the first day, by the extended day, late, or without a day, told by the last report before the close and not by the close. Extensions are those of this round; days won are those of the day that moved farthest.".to_owned(),
        FurtherNote::Afterwards => "Notices are those of all rounds. On watch: closed and to be reviewed; review overdue: of these, past the day. To be reopened: closed, and found relapsed. Recurring: naming an earlier problem; recurrence = recurring ÷ (all − withdrawn). Came back: closed, and named by a later one. Withdrawn problems count in none.".to_owned(),
        FurtherNote::Money => "To be recovered = recovered + outstanding; where nothing else is written, it is the amount involved. Recovery = recovered ÷ to be recovered. Withdrawn problems do not count.".to_owned(),
        FurtherNote::Accounted => "A person dealt with twice is one person and two times; where only persons are told, each counts once. Shares are those of times and add up to 100%.".to_owned(),
        FurtherNote::Policy { in_force, several } => policy(in_force, *several),
    }
}

fn policy(in_force: &InForce, several: bool) -> String {
    let since = |day: Day| format!("in force since {day}");
    let since =
        in_force.since.map_or_else(|| "undated, in force from the beginning".to_owned(), since);
    if several {
        format!(
            "Policy of {}: {since}; {}.",
            in_force.ledgers.join(", "),
            decided(&in_force.policy)
        )
    } else {
        format!("Policy: {since}.")
    }
}

/// What the policy decides about the figures.
fn decided(policy: &Policy) -> String {
    let count = match policy.count {
        Count::Lead => "counted by lead unit",
        Count::All => "counted for every unit",
    };
    let review = match policy.review {
        Review::Month => "reviews each month",
        Review::Quarter => "reviews each quarter",
        Review::Half => "reviews each half-year",
        Review::Year => "reviews each year",
    };
    let soon = policy.bands.iter().max();
    let soon = soon.map(|days| format!("due soon within {}, ", counts::days(i64::from(*days))));
    format!("{}{count}, {review}", soon.unwrap_or_default())
}

/// The heading of a figure that counts problems.
pub fn listed(figure: Listed) -> &'static str {
    match figure {
        Listed::Reported => "Reported done",
        Listed::InTime => "By first day",
        Listed::InTimeExtended => "By extended day",
        Listed::ReportedLate => "Reported late",
        Listed::ReportedUndated => "Without a day",
        Listed::Extended => "Extended",
        Listed::Noticed => "Noticed",
        Listed::Reopened => "Reopened",
        Listed::Relapsed => "To be reopened",
        Listed::OnWatch => "On watch",
        Listed::ReviewOverdue => "Review overdue",
        Listed::Recurring => "Recurring",
        Listed::CameBack => "Came back",
        Listed::Accounted => "Accounted for",
    }
}

/// The heading of a figure that counts what a problem may have several of.
pub fn tally(figure: Tally) -> &'static str {
    match figure {
        Tally::Extensions => "Extensions",
        Tally::DaysWon => "Days won",
        Tally::Notices => "Notices",
    }
}
