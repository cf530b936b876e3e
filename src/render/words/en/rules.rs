//! Rules that shaped a report, in English.

use super::counts;
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::domain::held::Periods;
use crate::domain::id::Id;
use crate::domain::policy::{DaysOf, RestDay, Review};
use crate::render::words::{Rule, list};
use crate::reports::life::Waived;
use crate::reports::rules::{Bands, EnteredLater};

/// The words of a rule, with the keys of `book.toml` or without.
pub fn rule(rule: Rule<'_>, keys: bool) -> String {
    let key = |words: &str| if keys { format!(" ({words})") } else { String::new() };
    match rule {
        Rule::Lights(bands) => lights(bands, &key),
        Rule::Immediate(days) => format!(
            "立行立改 (at once) is taken as {days} days after the plan was issued{}.",
            key("`immediate` in book.toml")
        ),
        Rule::Reviews(Some(every)) => format!(
            "Reviews: what is sustained is looked at again {} after the close or the last review, unless that review named a day{}. A closed problem itself is never overdue.",
            period(every),
            key("`review` in book.toml")
        ),
        Rule::Reviews(None) => {
            "Reviews: on the day that the last review named. A closed problem itself is never overdue.".to_owned()
        }
        Rule::Relapsed => {
            "A review found that these have come back: begin a new round with `ledger reopen ID`, or record with `ledger review ID --kept` that a later review found them kept.".to_owned()
        }
        Rule::EnteredLater { today, later } => entered_later(today, later),
        Rule::Periods(periods) => self::periods(periods, &key),
        Rule::Waived(Waived::SecondPerson) => {
            "Closed without need of a second person who verifies (`second_person = false` on that day).".to_owned()
        }
        Rule::Waived(Waived::Report) => {
            "Closed without a report; the day of the close counts as that of the report (`report_first = false` on that day).".to_owned()
        }
    }
}

fn entered_later(today: Day, later: &EnteredLater) -> String {
    let ids: Vec<_> = later.ids.iter().map(Id::to_string).collect();
    let of = |number: usize, words: String| (number > 0).then_some(words);
    let counts = [
        of(later.problems, counts::problems(later.problems)),
        of(later.measures, counts::measures(later.measures)),
        of(later.entries, counts::entries(later.entries)),
    ];
    let counts: Vec<_> = counts.into_iter().flatten().collect();
    let counts = match counts.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => format!("{} and {last}", list(Lang::En, most)),
    };
    let was = if later.problems + later.measures + later.entries == 1 { "was" } else { "were" };
    format!(
        "{counts} {was} made after {today} for that day or before, and figures printed on that day lack them: {}.",
        list(Lang::En, &ids)
    )
}

fn lights(Bands { bands, office_days }: &Bands, key: &dyn Fn(&str) -> String) -> String {
    let to = match office_days {
        0 => "the last day".to_owned(),
        1 => format!("the office's own day, 1 day before the last day{}", key("`office_days`")),
        days => {
            let key = key("`office_days`");
            format!("the office's own day, {days} days before the last day{key}")
        }
    };
    let days: Vec<_> = bands.iter().map(u32::to_string).collect();
    let within = match days.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => format!("{} or {last}", list(Lang::En, most)),
    };
    let soon = if within.is_empty() {
        String::new()
    } else {
        format!("yellow = within {within} days of {to}{}, ", key("`bands` in book.toml"))
    };
    format!(
        "Lights: red = overdue or relapsed, {soon}green = later, blue = review due or overdue, grey = suspended, transferred, withdrawn."
    )
}

fn periods(Periods { days, rest_day }: Periods, key: &dyn Fn(&str) -> String) -> String {
    let days = match days {
        DaysOf::Calendar => "calendar days",
        DaysOf::Working => "working days",
    };
    let rest_day = match rest_day {
        RestDay::Roll => "moves to the next working day",
        RestDay::Keep => "stays",
        RestDay::Before => "moves to the last working day before",
    };
    format!(
        "Counted periods: in {days} where the words do not say which{}; an end on a rest day {rest_day}{}.",
        key("`days` in book.toml"),
        key("`rest_day`")
    )
}

/// The days on which a rule holds.
pub fn in_force(days: (Option<Day>, Option<Day>)) -> String {
    match days {
        (Some(from), Some(until)) => format!("In force from {from} to {until}"),
        (Some(from), None) => format!("In force from {from}"),
        (None, Some(until)) => format!("In force until {until}"),
        (None, None) => String::new(),
    }
}

fn period(every: Review) -> &'static str {
    match every {
        Review::Month => "a month",
        Review::Quarter => "a quarter",
        Review::Half => "half a year",
        Review::Year => "a year",
    }
}
