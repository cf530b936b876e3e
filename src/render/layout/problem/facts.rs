//! What is known of a problem, in labels and values: how it stands, who answers, its days, its money and its links.

use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::domain::money::Money;
use crate::domain::problem::Kind;
use crate::domain::standing::{Deadline, LastDay, Light, Line, Standing};
use crate::render::words::{self, Label};
use crate::reports::life::{Life, Origin};

/// A label, and the value where there is one.
type Fact = (Label, Option<String>);

pub(super) fn facts(life: &Life<'_>, lang: Lang) -> Vec<(String, String)> {
    let problem = &life.standing.problem;
    let extra = problem.extra.iter().map(|(key, value)| (key.clone(), value.clone()));
    known(all(life, lang), lang).chain(extra).collect()
}

/// What stands below a row that has its lead, persons, state and last day, and above all that happened, on a page that
/// names the rest of its ledger.
pub(super) fn unfolded(life: &Life<'_>, lang: Lang) -> Vec<(String, String)> {
    let problem = &life.standing.problem;
    // The row names the persons, and the leaders only where there are none.
    let leads = life.standing.responsible.person.is_empty();
    let of_row = |(label, _): &Fact| match label {
        Label::Lead
        | Label::Person
        | Label::State
        | Label::Light
        | Label::Kind
        | Label::Ledger
        | Label::LastDay
        | Label::NextOccurrence
        | Label::LastReview
        | Label::Source
        | Label::Found => true,
        Label::Leader => leads,
        Label::Reference => problem.reference == Some(problem.no.to_string()),
        _ => false,
    };
    let rest =
        all(life, lang).map(|facts| facts.into_iter().filter(|fact| !of_row(fact)).collect());
    known(rest, lang).collect()
}

fn all(life: &Life<'_>, lang: Lang) -> [Vec<Fact>; 6] {
    [
        about(life, lang),
        responsible(life.standing, lang),
        days(life, lang),
        after_close(life.standing, lang),
        money(life.standing, lang),
        links(life, lang),
    ]
}

fn known(facts: [Vec<Fact>; 6], lang: Lang) -> impl Iterator<Item = (String, String)> {
    let facts = facts.into_iter().flatten();
    facts.filter_map(move |(label, value)| Some((words::label(lang, label).to_owned(), value?)))
}

fn names(lang: Lang, names: &[String]) -> Option<String> {
    (!names.is_empty()).then(|| words::list(lang, names))
}

/// The line whose light says more than its state.
pub(super) fn told<'a>(life: &Life<'a>) -> Option<Line<'a>> {
    let says_more = |line: &Line<'_>| match line.light() {
        Light::Awaiting | Light::Closed | Light::Resting(_) => false,
        Light::Overdue
        | Light::Due { .. }
        | Light::OnSchedule
        | Light::NoDay
        | Light::ReviewDue
        | Light::ReviewOverdue
        | Light::Relapsed => true,
    };
    life.line().filter(says_more)
}

fn about(life: &Life<'_>, lang: Lang) -> Vec<Fact> {
    let standing = life.standing;
    let problem = &standing.problem;
    let kind = Some(problem.kind).filter(|kind| *kind != Kind::Problem);
    let lit =
        told(life).map(|line| words::light_in_full(lang, &line, super::super::hue(line.light())));
    vec![
        (Label::State, Some(words::standing_state(lang, standing))),
        (Label::Light, lit),
        (Label::Kind, kind.map(|kind| words::kind(lang, kind).to_owned())),
        (Label::Reference, problem.reference.clone()),
        (Label::Former, (!problem.former.is_empty()).then(|| words::list(lang, &problem.former))),
        (Label::Ledger, standing.ledger.head.title.clone()),
        (Label::Category, problem.category.clone()),
        (Label::Source, standing.source().map(str::to_owned)),
        (Label::Found, standing.found().map(|day| day.to_string())),
        (Label::Entered, problem.entered.map(|day| day.to_string())),
    ]
}

fn responsible(standing: &Standing<'_>, lang: Lang) -> Vec<Fact> {
    let who = &standing.responsible;
    vec![
        (Label::Lead, names(lang, &who.lead)),
        (Label::Joint, names(lang, &who.joint)),
        (Label::With, names(lang, &who.with)),
        (Label::Owners, standing.problem.owners.clone()),
        (Label::Leader, names(lang, &who.leader)),
        (Label::Person, names(lang, &who.person)),
    ]
}

fn days(life: &Life<'_>, lang: Lang) -> Vec<Fact> {
    let standing = life.standing;
    let problem = &standing.problem;
    let deadline = &standing.deadline;
    let last = last_day(&standing.last_day(), lang)
        .map(|day| words::maybe_provisional(lang, day, standing.is_provisional()));
    let extensions = deadline.extensions().len();
    let extended =
        (extensions > 0).then(|| words::extended_by(lang, extensions, deadline.days_won()));
    vec![
        (Label::Limit, super::limit_words(life, None, " → ")),
        (Label::FirstDay, first_day(deadline, lang)),
        (day_label(standing), last),
        (Label::Extensions, extended),
        (
            Label::Reported,
            (standing.reported.and_then(Day::known))
                .map(|day| words::reported(lang, day, standing.reported_late())),
        ),
        (Label::Sustained, standing.is_sustained().then(|| words::flag(lang, true).to_owned())),
        (Label::Every, problem.every.clone()),
        (Label::Occurrence, standing.duty.as_ref().map(|duty| words::occurrences(lang, duty))),
        (Label::Round, (standing.round > 1).then(|| standing.round.to_string())),
    ]
}

/// The first day, where extensions or a new round moved it.
fn first_day(deadline: &Deadline, lang: Lang) -> Option<String> {
    (!deadline.extensions().is_empty()).then(|| last_day(&deadline.first, lang)).flatten()
}

fn last_day(day: &LastDay, lang: Lang) -> Option<String> {
    match day {
        LastDay::Day(day) => Some(words::full_day(lang, *day)),
        LastDay::NotGiven => None,
        LastDay::NoDay(reading) | LastDay::Unclear(reading) => Some(words::reading(lang, reading)),
    }
}

/// The next occurrence of a duty, or the last day of anything else.
fn day_label(standing: &Standing<'_>) -> Label {
    if standing.duty.is_some() { Label::NextOccurrence } else { Label::LastDay }
}

fn after_close(standing: &Standing<'_>, lang: Lang) -> Vec<Fact> {
    let relapsed = standing.relapsed().map(|day| day.to_string());
    vec![
        (Label::LastReview, words::last_review(lang, standing)),
        (Label::Next, words::next_review(lang, standing)),
        (Label::RelapsedOn, relapsed),
    ]
}

fn money(standing: &Standing<'_>, lang: Lang) -> Vec<Fact> {
    let problem = &standing.problem;
    let recovered = Some(standing.recovered).filter(|amount| *amount != Money::ZERO);
    let text = |amount: Option<Money>| amount.map(|amount| amount.to_string());
    vec![
        (Label::AmountInvolved, text(problem.amount)),
        (Label::AmountRecoverable, text(problem.recoverable)),
        (Label::AmountRecovered, text(recovered)),
        (Label::AmountOutstanding, text(standing.outstanding())),
        (Label::Accounted, words::accounts(lang, &standing.accounted)),
    ]
}

fn links(life: &Life<'_>, lang: Lang) -> Vec<Fact> {
    let origin = |origin: &Origin| {
        let known = origin.known.as_ref().map(|known| words::linked(lang, known));
        known.unwrap_or_else(|| origin.words.clone())
    };
    let lines = |links: Vec<String>| (!links.is_empty()).then(|| links.join("\n"));
    let later = life.recurred_in.iter().map(|later| words::linked(lang, later)).collect();
    vec![
        (Label::Recurs, lines(life.came_from.iter().map(origin).collect())),
        (Label::RecurredIn, lines(later)),
        (Label::Tag, names(lang, &life.standing.problem.tags)),
    ]
}
