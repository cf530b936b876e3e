//! Rules about limits and last days.

use super::{Case, Fact};
use crate::domain::day::Day;
use crate::domain::limit;
use crate::domain::standing::{Deadline, LastDay};
use crate::domain::subject::{Part, Subject};

/// The words of a limit give the day that is stored, or at least one day.
pub(super) fn limits(case: &Case<'_>) -> Vec<(Subject, Fact)> {
    let measures = case.written.measures.iter();
    let own =
        measures.map(|measure| (Part::Measure(measure.no), measure.limit.as_ref(), measure.due));
    let problem = (Part::Problem, case.written.limit.as_ref(), case.written.due);
    let found = std::iter::once(problem)
        .chain(own)
        .filter_map(|(part, words, due)| Some((part, limit(case, words?, due)?)));
    found.map(|(part, fact)| (Subject::key(part, "limit"), fact)).collect()
}

fn limit(case: &Case<'_>, words: &str, due: Option<Day>) -> Option<Fact> {
    let policy = case.as_of.plan_policy(case.ledger);
    let counting = case.as_of.counting(case.ledger, &policy);
    let words = words.to_owned();
    match due {
        None => match Deadline::new(None, Some(&words), &counting).first {
            LastDay::Unclear(reading) => Some(Fact::LimitUnclear { words, reading }),
            _ => None,
        },
        Some(due) => {
            let read = limit::read(&words, &counting).day().filter(|read| *read != due)?;
            Some(Fact::LimitReadsOtherwise { words, due, read })
        }
    }
}

/// A measure's day lies no later than its problem's own.
pub(super) fn measures_after_problem(case: &Case<'_>) -> Vec<(Subject, Fact)> {
    let Some(problem) = case.standing.deadline.now.day() else { return Vec::new() };
    let later = case.standing.measures.iter().filter_map(|standing| {
        let measure = standing.own.as_ref()?.now.day().filter(|day| *day > problem)?;
        let subject = Subject::key(Part::Measure(standing.measure.no), "due");
        Some((subject, Fact::MeasureAfterProblem { measure, problem }))
    });
    later.collect()
}

/// The last day does not lie before the day on which the problem was found.
pub(super) fn due_before_found(case: &Case<'_>) -> Vec<(Subject, Fact)> {
    let days = case.standing.deadline.first.day().zip(case.standing.found());
    let wrong = days.filter(|(due, found)| due < found);
    wrong
        .map(|(due, found)| {
            (Subject::key(Part::Problem, "due"), Fact::DueBeforeFound { due, found })
        })
        .into_iter()
        .collect()
}
