//! The right values that amendments gave a problem and its measures.

use std::borrow::Cow;

use crate::domain::amendment::{Amendment, Field, Value};
use crate::domain::entry::Act;
use crate::domain::measure::Measure;
use crate::domain::problem::Problem;

/// Returns the problem with the right values that amendments gave it.
pub(super) fn amended<'a>(mut problem: Cow<'a, Problem>, effective: &[usize]) -> Cow<'a, Problem> {
    for place in effective {
        if let Act::Amend { measure, change, .. } = &problem.entries[*place].act {
            let (measure, change) = (*measure, change.clone());
            let amended = problem.to_mut();
            match measure {
                None => amend_problem(amended, &change),
                Some(no) => {
                    let mut measures = amended.measures.iter_mut();
                    if let Some(measure) = measures.find(|measure| measure.no == no) {
                        amend_measure(measure, &change);
                    }
                }
            }
        }
    }
    problem
}

fn amend_problem(problem: &mut Problem, change: &Amendment) {
    match (change.field, change.value.clone()) {
        (Field::Title, Value::Text(text)) => problem.title = text,
        (Field::Detail, Value::Text(text)) => problem.detail = Some(text),
        (Field::Category, Value::Text(text)) => problem.category = Some(text),
        (Field::Source, Value::Text(text)) => problem.source = Some(text),
        (Field::Cause, Value::Text(text)) => problem.cause = Some(text),
        (Field::Reference, Value::Text(text)) => problem.reference = Some(text),
        (Field::Goal, Value::Text(text)) => problem.goal = Some(text),
        // The stored day wins over the words, so new words need the day that they mean.
        (Field::Limit, Value::Text(text)) => problem.limit = Some(text),
        (Field::Found, Value::Day(day)) => problem.found = Some(day),
        (Field::Due, Value::Day(day)) => problem.due = Some(day),
        (Field::Sustained, Value::Flag(flag)) => problem.sustained = flag,
        (Field::Amount, Value::Money(money)) => problem.amount = Some(money),
        (Field::Recoverable, Value::Money(money)) => problem.recoverable = Some(money),
        _ => {}
    }
}

fn amend_measure(measure: &mut Measure, change: &Amendment) {
    match (change.field, change.value.clone()) {
        (Field::Text, Value::Text(text)) => measure.text = text,
        (Field::Limit, Value::Text(text)) => measure.limit = Some(text),
        (Field::Due, Value::Day(day)) => measure.due = Some(day),
        (Field::Sustained, Value::Flag(flag)) => measure.sustained = flag,
        _ => {}
    }
}
