//! The words of bulletins in English.

use super::changes;
use super::papers::{day, states};
use crate::domain::acts::State;
use crate::domain::day::Day;
use crate::domain::entry::ActKind;
use crate::domain::money::Money;
use crate::domain::term::{Rhythm, Term};
use crate::render::words::bulletin::BulletinLabel;
use crate::render::words::paper::share;
use crate::reports::bulletin::{Bulletin, Occurred};
use crate::reports::diff::Kind;
use crate::reports::paper::Called;

/// A heading or a label.
pub fn label(label: BulletinLabel) -> &'static str {
    match label {
        BulletinLabel::Overall => "How things stand",
        BulletinLabel::Units => "By unit",
        BulletinLabel::Happened => "What happened",
        BulletinLabel::Overdue => "Overdue",
        BulletinLabel::Next => "Due in the next period",
        BulletinLabel::Figure => "Figure",
        BulletinLabel::Now => "This period",
        BulletinLabel::Before => "Period before",
        BulletinLabel::Change => "Change",
        BulletinLabel::NothingHappened => "Nothing happened in this period.",
        BulletinLabel::NothingOverdue => "Nothing is overdue.",
        BulletinLabel::NothingDue => "Nothing falls due in the next period.",
    }
}

/// The label of what is counted of what happened.
pub fn counted(kind: Kind) -> &'static str {
    match kind {
        Kind::New => "New",
        Kind::Overdue => "Newly overdue",
        Kind::Act(ActKind::Done) => "Reported done",
        Kind::Act(ActKind::Close) => "Closed",
        Kind::Act(ActKind::Return) => "Returned",
        Kind::Act(ActKind::Reopen) => "Reopened",
        Kind::Act(ActKind::Extend) => "Extended",
        Kind::Act(ActKind::Notice) => "Given a notice",
        other => changes::kind(other),
    }
}

/// What is counted of what happened, beside figures of how things stand.
pub fn counted_in_period(kind: Kind) -> String {
    match kind {
        Kind::Act(ActKind::Close) => "Closed in period".to_owned(),
        kind => counted(kind).to_owned(),
    }
}

/// The title of a bulletin.
pub fn title(rhythm: Rhythm) -> &'static str {
    match rhythm {
        Rhythm::Week => "Weekly bulletin on rectification",
        Rhythm::Month => "Monthly bulletin on rectification",
        Rhythm::Quarter => "Quarterly bulletin on rectification",
        Rhythm::Year => "Yearly bulletin on rectification",
        Rhythm::Days => "Bulletin on rectification",
    }
}

/// A period, as the line below the title has it.
pub fn term(term: Term) -> String {
    let Term { from, until, rhythm } = term;
    match rhythm {
        Rhythm::Week => {
            let (year, week) = from.iso_week();
            format!("Week {week} of {year} ({})", span(from, until))
        }
        Rhythm::Month => format!("{:04}-{:02}", from.year(), from.month()),
        Rhythm::Quarter => format!("Quarter {} of {}", (from.month() - 1) / 3 + 1, from.year()),
        Rhythm::Year => from.year().to_string(),
        Rhythm::Days => span(from, until),
    }
}

fn span(from: Day, until: Day) -> String {
    if from == until { day(from) } else { format!("{} to {}", day(from), day(until)) }
}

/// How things stand at the end of the period.
pub fn stand(report: &Bulletin<'_>) -> String {
    let figures = &report.figures.problems.total;
    let closed = figures.in_state(State::Closed).len();
    let rate = match figures.rated {
        0 => String::new(),
        rated => format!("; completion rate {}", share(closed, rated)),
    };
    let states = states(Called::Both, figures);
    format!(
        "On {} the ledgers hold {} problems and tasks: {}{rate}.",
        day(report.today),
        figures.all.len(),
        states.trim_end_matches('.')
    )
}

/// What happened in the period.
pub fn happened(report: &Bulletin<'_>) -> String {
    let count = |kind| report.happened.ids(kind).len();
    let act = |act| count(Kind::Act(act));
    let mut parts = vec![
        format!("{} new", count(Kind::New)),
        format!("{} reported done", act(ActKind::Done)),
        format!("{} closed", act(ActKind::Close)),
        format!("{} newly overdue", count(Kind::Overdue)),
    ];
    let others = [
        (ActKind::Return, "returned"),
        (ActKind::Reopen, "reopened"),
        (ActKind::Extend, "extended"),
        (ActKind::Notice, "given a notice"),
    ];
    let others = others.into_iter().filter(|(kind, _)| act(*kind) > 0);
    parts.extend(others.map(|(kind, name)| format!("{} {name}", act(kind))));
    let recovered = report.happened.recovered;
    parts.extend((recovered > Money::ZERO).then(|| format!("{recovered} recovered")));
    format!("In this period: {}.", parts.join(", "))
}

/// How duties were met in the period.
pub fn duties(occurred: Occurred) -> String {
    let Occurred { met, late, missed } = occurred;
    let all = met + late + missed;
    format!(
        "Duties fell due {} in this period: {met} met, {late} late, {missed} missed.",
        if all == 1 { "once".to_owned() } else { format!("{all} times") }
    )
}

/// How the figures of a period are counted.
pub fn rule(term: Term, before: Term, told: Option<Day>) -> String {
    let cut = told.map(|today| format!(", which has not ended and is told up to {}", day(today)));
    format!(
        "The period is {}{}; the period before is {}. What happened counts by the day of its entry, what stands \
         by the end of the period; problems and tasks are counted, duties apart.",
        span(term.from, term.until),
        cut.unwrap_or_default(),
        span(before.from, before.until)
    )
}
