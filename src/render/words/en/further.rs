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
        FurtherNote::Listed(figure) => meaning(*figure).to_owned(),
        FurtherNote::Tally(figure) => meaning_of_sum(*figure).to_owned(),
        FurtherNote::Money => "To be recovered = recovered + outstanding; where nothing else is written, it is the amount involved. Recovery = recovered ÷ to be recovered. Withdrawn problems do not count.".to_owned(),
        FurtherNote::Accounted => "A person dealt with twice is one person and two times; where only persons are told, each counts once. Shares are those of times and add up to 100%.".to_owned(),
        FurtherNote::Counted => "Counted: of each problem the newest value, added up; indicators with a baseline, a target or a percentage are not added. Withdrawn problems do not count.".to_owned(),
        FurtherNote::Policy { in_force, several } => policy(in_force, *several),
    }
}

/// What a figure that counts problems means.
fn meaning(figure: Listed) -> &'static str {
    match figure {
        Listed::Reported => {
            "Reported done: as a whole, and not returned; told by the last report before the close, not by the close."
        }
        Listed::InTime => "By first day: reported on the day that the plan gave, or before.",
        Listed::InTimeExtended => {
            "By extended day: reported after the first day, and by the extended one."
        }
        Listed::ReportedLate => "Reported late: after the last day, also an extended one.",
        Listed::ReportedUndated => {
            "Without a day: reported, and no last day is set or the day of the report is not told."
        }
        Listed::Extended => "Extended: in this round.",
        Listed::Noticed => "Noticed: in any round.",
        Listed::Reopened => "Reopened: at least once.",
        Listed::Relapsed => "To be reopened: closed, and found relapsed by a review.",
        Listed::OnWatch => "On watch: closed, and to be looked at again.",
        Listed::ReviewOverdue => {
            "Review overdue: of those on watch, past the day of the review; the rate of completion stays as it is."
        }
        Listed::Recurring => {
            "Recurring: naming an earlier problem; recurrence = recurring ÷ (all − withdrawn)."
        }
        Listed::CameBack => "Came back: closed, and named by a later problem.",
        Listed::Accounted => "Accounted for: persons were held to account.",
    }
}

/// What a figure means that counts what a problem may have several of.
fn meaning_of_sum(figure: Tally) -> &'static str {
    match figure {
        Tally::Extensions => {
            "Extensions: in this round; one that names several measures counts once."
        }
        Tally::DaysWon => "Days won: by the day that moved farthest.",
        Tally::Notices => "Notices: in all rounds.",
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
