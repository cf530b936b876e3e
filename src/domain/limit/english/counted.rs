//! Periods in English: `within 15 working days of receipt`, `in 3 months`, `30 days after feedback`.

use super::{names, point};
use crate::domain::limit::part::{Counted, Dated, Event, From, Part, Unit};

/// Reads a period that takes all of the words.
pub(super) fn part(words: &[&str]) -> Option<Part> {
    let words = match words {
        ["within" | "in" | "over", "next" | "coming", rest @ ..]
        | ["within" | "in", rest @ ..]
        | ["up", "to", rest @ ..]
        | ["no" | "not", "later" | "more" | "longer", "than", rest @ ..]
        | ["not", "exceeding", rest @ ..]
        | ["at", "most", rest @ ..]
        | ["maximum", "of", rest @ ..] => rest,
        other => other,
    };
    let (count, unit, rest) = match words {
        ["half", "a", "year", rest @ ..] | ["half", "year", rest @ ..] => (6, Unit::Months, rest),
        ["a" | "one", "fortnight", rest @ ..] => (2, Unit::Weeks, rest),
        words => {
            let (count, rest) = names::number(words)?;
            let (unit, times, rest) = unit(rest)?;
            (count.checked_mul(times)?, unit, rest)
        }
    };
    let from = match rest {
        [] => From::Unsaid,
        // `after the end of each quarter` recurs.
        rest if rest.iter().any(|word| matches!(*word, "each" | "every")) => return None,
        ["of" | "after" | "from" | "following", event @ ..] => from(event),
        // `within 3 months complete the work`.
        rest if rest.iter().any(|word| names::is_time(word)) => return None,
        ["ago" | "before" | "prior" | "later" | "or" | "to", ..] => return None,
        _ => From::Unsaid,
    };
    Some(Part::Dated(Dated::Counted(Counted { count, unit, from })))
}

pub(super) fn unit<'a>(words: &'a [&'a str]) -> Option<(Unit, u32, &'a [&'a str])> {
    Some(match words {
        ["working" | "business", "day" | "days", rest @ ..]
        | ["workday" | "workdays" | "workingdays", rest @ ..] => (Unit::WorkingDays, 1, rest),
        ["calendar" | "natural", "day" | "days", rest @ ..] | ["day" | "days", rest @ ..] => {
            (Unit::Days, 1, rest)
        }
        ["calendar", "month" | "months", rest @ ..] | ["month" | "months", rest @ ..] => {
            (Unit::Months, 1, rest)
        }
        ["week" | "weeks", rest @ ..] => (Unit::Weeks, 1, rest),
        ["quarter" | "quarters", rest @ ..] => (Unit::Months, 3, rest),
        ["year" | "years", rest @ ..] => (Unit::Months, 12, rest),
        ["hour" | "hours", rest @ ..] => (Unit::Hours, 1, rest),
        _ => return None,
    })
}

/// The event behind `of` or `after`; one that is not known is still another than the plan.
fn from(words: &[&str]) -> From {
    let words = match words {
        ["date" | "day", "of", rest @ ..] => rest,
        other => other,
    };
    if let Some(Part::Dated(Dated::Fixed(fixed))) = point::part(words) {
        return From::Point(fixed);
    }
    From::Event(match words {
        ["issue" | "issuance" | "issued" | "publication" | "plan" | "today" | "now", ..] => {
            Event::Issued
        }
        ["feedback", ..] => Event::Feedback,
        ["assignment", ..] => Event::Assigned,
        ["receipt" | "receiving" | "received" | "delivery" | "service", ..] => Event::Received,
        ["meeting", ..] => Event::Meeting,
        ["approval", ..] => Event::Approved,
        ["completion" | "closing", ..] => Event::Completed,
        ["end", "of", "year", ..] | ["year-end", ..] => Event::PeriodEnd(12),
        ["end", "of", "quarter", ..] => Event::PeriodEnd(3),
        ["end", "of", "month", ..] => Event::PeriodEnd(1),
        _ => Event::Other,
    })
}
