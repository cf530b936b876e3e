//! Headings and notes in English.

use super::labels::label;
use super::{counts, further, notices};
use crate::domain::policy::Count;
use crate::render::layout::summary::by_label;
use crate::render::words::Note;

/// The words of a heading or note.
pub fn note(note: &Note<'_>) -> String {
    match note {
        Note::OverdueHeading { today } => format!("Overdue on {today}"),
        Note::NothingOverdue => "Nothing is overdue.".to_owned(),
        Note::OverdueTotal { lines, problems, measures, missed, duties, duty_measures } => {
            let of_problems = if *measures == 0 { String::new() } else { format!(", {} with a day of {} own", counts::measures(*measures), its(*measures)) };
            let of_problems = some(*problems, || format!("{}{of_problems}", counts::problems(*problems)));
            let missed = some(*missed, || format!("{} of {}", counts::missed(*missed), counts::duties(*duties)));
            let duty_measures = some(*duty_measures, || format!("{} of duties", counts::late_measures(*duty_measures)));
            total(*lines, [of_problems, missed, duty_measures])
        }
        Note::OutsidePeriod { lines } => format!("Outside the period asked for: {} of late work. A summary counts problems, whatever the period of their lines.", counts::lines(*lines)),
        Note::OverdueRule => {
            "Overdue: open on a day after the last day. The last day itself is in time; what is reported and awaits verification is not overdue.".to_owned()
        }
        Note::ProvisionalRule => "* The working days of that year are not published yet; the day may change.".to_owned(),
        Note::UnclearHeading { lines } => format!("No day could be read, so nobody can tell ({})", counts::lines(*lines)),
        Note::ListHeading { today } => format!("Problems on {today}"),
        Note::NothingListed => "No problem fits.".to_owned(),
        Note::ListTotal { lines, problems } => format!("{}, {}.", counts::lines(*lines), counts::problems(*problems)),
        Note::SummaryHeading { by, today } => {
            let keys: Vec<_> = by.iter().map(|by| label(by_label(*by)).to_lowercase()).collect();
            format!("Figures by {} on {today}", keys.join(", "))
        }
        Note::RateRule => {
            "Rate: closed ÷ (all − transferred − withdrawn). Sustained problems count as closed once they are closed.".to_owned()
        }
        Note::CountRule { count: Count::Lead, tree } => format!("Counted by lead unit{}.", rolled_up(*tree)),
        Note::CountRule { count: Count::All, tree } => format!("Counted for every unit that takes part{}.", rolled_up(*tree)),
        Note::RepeatedRule => {
            "A problem or measure with several who answer for it stands in each of their rows; “less: counted twice” makes the rows add up to the total.".to_owned()
        }
        Note::BarsRepeat { all } => format!(
            "What several answer for stands in each of their rows; there are {} in all.",
            super::counts::problems(*all)
        ),
        Note::SoonRule { days } => format!("Due soon: {} or fewer to the last day.", counts::days(i64::from(*days))),
        Note::LateMeasures => "Late measures are overdue by a day of their own and are charged to their own lead.".to_owned(),
        Note::Undated { lines } => format!("No last day is set for {} of open work, so nobody can tell whether it is late.", counts::lines(*lines)),
        Note::DutiesHeading { duties } => format!("{}, counted apart", counts::duties(*duties)),
        Note::ReviewsHeading { today, problems, duties } => {
            format!("Reviews overdue on {today} ({})", closed(*problems, *duties))
        }
        Note::RelapsedHeading { problems, duties } => {
            format!("Relapsed, to be reopened ({})", closed(*problems, *duties))
        }
        Note::DutyRule => {
            "Duties: an occurrence is met if reported on its day or before, late if reported after it, missed if nobody has reported it by the end of its day. They enter no other figure.".to_owned()
        }
        Note::Further(note) => further::note(note),
        Note::Notices(note) => notices::note(note),
    }
}

/// How many lines there are, and what they belong to.
fn total(lines: usize, parts: [String; 3]) -> String {
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{}: {}.", counts::lines(lines), parts.join("; "))
}

fn some(number: usize, words: impl Fn() -> String) -> String {
    if number == 0 { String::new() } else { words() }
}

/// Problems, and duties where there are any.
fn closed(problems: usize, duties: usize) -> String {
    match (problems, duties) {
        (_, 0) => counts::problems(problems),
        (0, _) => counts::duties(duties),
        _ => format!("{}, {}", counts::problems(problems), counts::duties(duties)),
    }
}

fn rolled_up(tree: bool) -> &'static str {
    if tree {
        "; a unit's row holds those below it, each problem once, and the top rows make the total"
    } else {
        ""
    }
}

fn its(number: usize) -> &'static str {
    if number == 1 { "its" } else { "their" }
}
