//! Rules about limits and last days.

use super::{Case, Fact, Found, Scope};
use crate::domain::day::Day;
use crate::domain::limit::{self, Counting};
use crate::domain::problem::Kind;
use crate::domain::standing::{Deadline, LastDay};
use crate::domain::subject::{Part, Subject};

/// The words of a limit give the day that is stored, or at least one day; and what they say is stored.
pub(super) fn limits(case: &Case<'_>) -> Found {
    let policy = case.as_of.plan_policy(case.ledger);
    let counting = case.as_of.counting(case.ledger, &policy);
    let problem = &case.standing.problem;
    let own = |part, words, due, sustained| Limit { part, words, due, sustained };
    let of_problem = own(Part::Problem, problem.limit.as_deref(), problem.due, problem.sustained);
    let of_measures = problem.measures.iter().map(|measure| {
        own(Part::Measure(measure.no), measure.limit.as_deref(), measure.due, measure.sustained)
    });
    let limits = std::iter::once(of_problem).chain(of_measures);
    limits.flat_map(|limit| limit.found(case, &counting)).collect()
}

/// The limit of a problem or measure, with the right values that amendments gave it.
struct Limit<'a> {
    part: Part,
    words: Option<&'a str>,
    due: Option<Day>,
    sustained: bool,
}

impl Limit<'_> {
    /// Tells whether an amendment gave the day, with its reason: nobody need be asked again.
    fn is_amended(&self, case: &Case<'_>) -> bool {
        let written = match self.part {
            Part::Measure(no) => case.written.measure(no).and_then(|measure| measure.due),
            _ => case.written.due,
        };
        written != self.due
    }

    fn found(&self, case: &Case<'_>, counting: &Counting<'_>) -> Found {
        let Some(words) = self.words else { return Vec::new() };
        let reading = limit::read(words, counting);
        let words = || words.to_owned();
        // What a sheet says in words has no other place there, and a duty has occurrences.
        let stores = !matches!(case.scope, Scope::Sheet)
            && (case.written.kind != Kind::Duty || self.part != Part::Problem);
        let sustained = reading.sustained && !self.sustained && stores;
        let provisional = reading.provisional;
        let of_day = match (self.due, reading.day()) {
            (Some(due), Some(read)) if read != due && !self.is_amended(case) => {
                Some(Fact::LimitReadsOtherwise { words: words(), due, read })
            }
            // A day that rests on a year without a calendar is no day to store.
            (None, Some(day)) if stores && !provisional => {
                Some(Fact::DueNotStored { words: words(), day })
            }
            (Some(_), _) | (None, Some(_)) => None,
            (None, None) => match Deadline::new(None, Some(&words()), counting).first {
                LastDay::Unclear(reading) => Some(Fact::LimitUnclear { words: words(), reading }),
                _ => None,
            },
        };
        let sustained = sustained.then(|| Fact::SustainedNotStored { words: words() });
        let subject = Subject::key(self.part.clone(), "limit");
        of_day.into_iter().chain(sustained).map(|fact| (subject.clone(), fact)).collect()
    }
}

/// A measure's day lies no later than its problem's own.
pub(super) fn measures_after_problem(case: &Case<'_>) -> Found {
    let Some(problem) = case.standing.deadline.now.day() else { return Vec::new() };
    let later = case.standing.measures.iter().filter_map(|standing| {
        let measure = standing.own.as_ref()?.now.day().filter(|day| *day > problem)?;
        let subject = Subject::key(Part::Measure(standing.measure.no), "due");
        Some((subject, Fact::MeasureAfterProblem { measure, problem }))
    });
    later.collect()
}

/// The last day does not lie before the day on which the problem was found.
pub(super) fn due_before_found(case: &Case<'_>) -> Found {
    let days = case.standing.deadline.first.day().zip(case.standing.found());
    let wrong = days.filter(|(due, found)| due < found);
    wrong
        .map(|(due, found)| {
            (Subject::key(Part::Problem, "due"), Fact::DueBeforeFound { due, found })
        })
        .into_iter()
        .collect()
}
