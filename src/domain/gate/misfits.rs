//! What single acts ask beside the state: days that move forward, money and persons that add up.

use super::Misfit;
use crate::domain::amendment::{Amendment, Field, Value};
use crate::domain::day::Day;
use crate::domain::entry::{Act, Entry};
use crate::domain::money::Money;
use crate::domain::problem::Kind;
use crate::domain::standing::Standing;

/// Returns what the act says and cannot be so.
pub(super) fn misfits(standing: &Standing<'_>, entry: &Entry) -> Vec<Misfit> {
    match &entry.act {
        Act::Return { measures } => not_reported(standing, measures),
        Act::Reopen { due: Some(_), .. } if standing.duty.is_some() => vec![Misfit::DutyHasNoDay],
        Act::Reopen { due: Some(new), .. } if *new < entry.on => {
            vec![Misfit::PastDay { new: *new, on: entry.on }]
        }
        Act::Extend { measures, due, asked, .. } => {
            let mut misfits = extension(standing, measures, *due);
            // Not later than the day that it moves is said of it already.
            let is_past = *due < entry.on && misfits.is_empty();
            misfits.extend(is_past.then_some(Misfit::ExtendsToPast { new: *due, on: entry.on }));
            let later = asked.filter(|asked| *asked > entry.on);
            misfits.extend(later.map(|asked| Misfit::AskedLater { asked, on: entry.on }));
            misfits
        }
        Act::Review { next: Some(next), .. } if *next <= entry.on => {
            vec![Misfit::NextNotLater { next: *next, on: entry.on }]
        }
        Act::Recover { amount, .. } => too_much(standing, *amount).into_iter().collect(),
        Act::Account { persons, times, .. } => persons_held(*persons, *times).into_iter().collect(),
        Act::Amend { measure, change, .. } => amends(standing, *measure, change),
        _ => Vec::new(),
    }
}

/// The measures named that nobody has reported.
fn not_reported(standing: &Standing<'_>, named: &[u32]) -> Vec<Misfit> {
    let open = standing.measures.iter().filter(|measure| measure.reported.is_none());
    let numbers = open.map(|measure| measure.measure.no).filter(|no| named.contains(no));
    numbers.map(Misfit::NotReported).collect()
}

/// An extension moves a day to a later one: of the measures named, else of the problem.
fn extension(standing: &Standing<'_>, measures: &[u32], new: Day) -> Vec<Misfit> {
    if standing.duty.is_some() && measures.is_empty() {
        return vec![Misfit::DutyHasNoDay];
    }
    let named = standing.measures.iter().filter(|it| measures.contains(&it.measure.no));
    let whole = standing.last_day().day();
    let of_measures = named.map(|it| it.own.as_ref().map_or(whole, |own| own.now.day()));
    let of_problem = measures.is_empty().then_some(whole);
    let days = of_measures.chain(of_problem).flatten();
    days.filter(|now| *now >= new).map(|now| Misfit::NotLater { now, new }).collect()
}

/// No more comes back than is to come back.
fn too_much(standing: &Standing<'_>, amount: Money) -> Option<Misfit> {
    let recoverable = standing.problem.to_come_back()?;
    let recovered = standing.recovered + amount;
    (recovered > recoverable).then_some(Misfit::TooMuch { recovered, recoverable })
}

/// One person may be held to account twice, and never less than once.
fn persons_held(persons: Option<u32>, times: Option<u32>) -> Option<Misfit> {
    match (persons, times) {
        (None | Some(0), None | Some(0)) => Some(Misfit::NobodyCounted),
        (Some(persons), Some(times)) if times < persons => {
            Some(Misfit::TimesBelowPersons { times, persons })
        }
        _ => None,
    }
}

fn amends(standing: &Standing<'_>, measure: Option<u32>, change: &Amendment) -> Vec<Misfit> {
    let mut misfits = Vec::new();
    let of_day = matches!(change.field, Field::Limit | Field::Due);
    if of_day && measure.is_none() && standing.problem.kind == Kind::Duty {
        misfits.push(Misfit::DutyHasNoDay);
    }
    if change.field.value_in(&standing.problem, measure).as_ref() == Some(&change.value) {
        misfits.push(Misfit::AmendsNothing(change.field));
    }
    misfits.extend(below_recovered(standing, change));
    misfits.extend(beyond_extension(standing, measure, change));
    misfits
}

/// An amendment of what is involved, or of what is to come back, leaves room for what has come back.
fn below_recovered(standing: &Standing<'_>, change: &Amendment) -> Option<Misfit> {
    let recoverable = match (change.field, &change.value) {
        (Field::Recoverable, Value::Money(money)) => *money,
        (Field::Amount, Value::Money(money)) => standing.problem.recoverable.unwrap_or(*money),
        _ => return None,
    };
    let recovered = standing.recovered;
    (recovered > recoverable).then_some(Misfit::BelowRecovered { recovered, recoverable })
}

/// An amended last day still lies before the one to which it was extended.
fn beyond_extension(
    standing: &Standing<'_>,
    measure: Option<u32>,
    change: &Amendment,
) -> Option<Misfit> {
    let day = change.value.day().filter(|_| change.field == Field::Due)?;
    let deadline = match measure {
        None => &standing.deadline,
        Some(no) => standing.measures.iter().find(|it| it.measure.no == no)?.own.as_ref()?,
    };
    let new = deadline.extensions().first()?.to.day().filter(|new| *new <= day)?;
    // In a later round that has a day of its own, the plan's day moves nothing.
    (deadline.moves.len() == deadline.extensions().len())
        .then_some(Misfit::NotLater { now: day, new })
}
