//! The fields of a draft that a person can change, and what is typed into them.

use crate::cli::values::{self, Mistyped};
use crate::domain::book::Lang;
use crate::domain::entry::Act;
use crate::domain::money::Money;
use crate::domain::problem::{Kind, Problem};
use crate::domain::responsible::Responsible;
use crate::domain::subject::Part;
use crate::render::words;
use crate::render::words::asking::{Keys, Reply, reply};
use crate::reports::changes::Field;

/// A field of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Slot {
    /// Of the problem or of a measure.
    Field(Part, Field),
    /// Who verified what the file calls closed.
    Verifier,
}

const OF_PROBLEM: [Field; 18] = [
    Field::Title,
    Field::Lead,
    Field::Limit,
    Field::Due,
    Field::Every,
    Field::From,
    Field::Until,
    Field::Detail,
    Field::Joint,
    Field::With,
    Field::Leader,
    Field::Person,
    Field::Reference,
    Field::Category,
    Field::Source,
    Field::Found,
    Field::Goal,
    Field::Amount,
];

const OF_MEASURE: [Field; 6] =
    [Field::Text, Field::Lead, Field::With, Field::Person, Field::Limit, Field::Due];

/// The fields that a line has.
pub(super) fn slots(problem: &Problem) -> Vec<Slot> {
    let fits = |field: &Field| match field {
        Field::Every | Field::From | Field::Until => problem.kind == Kind::Duty,
        Field::Limit | Field::Due => problem.kind != Kind::Duty,
        _ => true,
    };
    let own = OF_PROBLEM.into_iter().filter(fits).map(|it| Slot::Field(Part::Problem, it));
    let closes = problem.entries.iter().any(|entry| matches!(entry.act, Act::Close { .. }));
    let verifier = closes.then_some(Slot::Verifier);
    let measures = problem.measures.iter().flat_map(|measure| {
        OF_MEASURE.into_iter().map(|field| Slot::Field(Part::Measure(measure.no), field))
    });
    own.chain(verifier).chain(measures).collect()
}

/// How a field is typed.
pub(super) fn keys(field: &Field) -> Keys {
    match field {
        Field::Detail | Field::Goal | Field::Text => Keys::Lines,
        Field::Lead | Field::Joint | Field::With | Field::Leader | Field::Person => Keys::Names,
        Field::Found | Field::Due | Field::From | Field::Until => Keys::Day,
        Field::Amount => Keys::Money,
        Field::Limit => Keys::Limit,
        _ => Keys::Text,
    }
}

/// Says what is wrong with what was typed into a field; nothing typed empties it.
pub(super) fn check(lang: Lang, field: &Field, typed: &str) -> Result<(), String> {
    if typed.is_empty() {
        let needed = matches!(field, Field::Title | Field::Text | Field::Every);
        return if needed { Err(reply(lang, &Reply::Needed)) } else { Ok(()) };
    }
    let checked = match keys(field) {
        Keys::Lines => values::text(typed).map(|_| ()),
        Keys::Day => values::day(typed).map(|_| ()),
        Keys::Money => values::money(typed).map(|_| ()),
        _ => values::name(typed).map(|_| ()),
    };
    checked.map_err(|Mistyped(wrong)| words::typed(lang, wrong).to_owned())
}

/// What stands in a field, as it would be typed.
pub(super) fn typed(problem: &Problem, slot: &Slot, lang: Lang) -> String {
    let (part, field) = match slot {
        Slot::Field(part, field) => (part, field),
        Slot::Verifier => return verifier(problem),
    };
    let measure = match part {
        Part::Measure(no) => problem.measure(*no),
        _ => None,
    };
    let who = measure.map_or(&problem.responsible, |it| &it.responsible);
    let (limit, due) = measure.map_or((&problem.limit, problem.due), |it| (&it.limit, it.due));
    let text = match field {
        Field::Title => Some(problem.title.clone()),
        Field::Text => measure.map(|it| it.text.clone()),
        Field::Reference => problem.reference.clone(),
        Field::Detail => problem.detail.clone(),
        Field::Category => problem.category.clone(),
        Field::Source => problem.source.clone(),
        Field::Goal => problem.goal.clone(),
        Field::Limit => limit.clone(),
        Field::Every => problem.every.clone(),
        Field::Due => due.map(|day| day.to_string()),
        Field::Found => problem.found.map(|day| day.to_string()),
        Field::From => problem.from.map(|day| day.to_string()),
        Field::Until => problem.until.map(|day| day.to_string()),
        Field::Amount => problem.amount.map(|amount| amount.to_string()),
        other => names_of(who, other).map(|names| words::list(lang, names)),
    };
    text.unwrap_or_default()
}

/// Puts into a field what was typed and checked.
pub(super) fn put(
    problem: &mut Problem,
    part: &Part,
    field: &Field,
    typed: &str,
    names: Vec<String>,
) {
    let text = (!typed.is_empty()).then(|| typed.to_owned());
    let day = values::day(typed).ok();
    if let Part::Measure(no) = part {
        let Some(measure) = problem.measures.iter_mut().find(|it| it.no == *no) else { return };
        match field {
            Field::Text => typed.clone_into(&mut measure.text),
            Field::Limit => (measure.limit, measure.due, measure.sustained) = (text, None, false),
            Field::Due => measure.due = day,
            other => put_names(&mut measure.responsible, other, names),
        }
        return;
    }
    match field {
        Field::Title => typed.clone_into(&mut problem.title),
        Field::Reference => problem.reference = text,
        Field::Detail => problem.detail = text,
        Field::Category => problem.category = text,
        Field::Source => problem.source = text,
        Field::Goal => problem.goal = text,
        // What followed from the words before does not follow from these.
        Field::Limit => (problem.limit, problem.due, problem.sustained) = (text, None, false),
        Field::Every => problem.every = text,
        Field::Due => problem.due = day,
        Field::Found => problem.found = day,
        Field::From => problem.from = day,
        Field::Until => problem.until = day,
        Field::Amount => problem.amount = Money::read(typed),
        other => put_names(&mut problem.responsible, other, names),
    }
}

/// Says who verified what the file calls closed.
pub(super) fn put_verifier(problem: &mut Problem, name: &str) {
    for entry in &mut problem.entries {
        if let Act::Close { verifier, .. } = &mut entry.act {
            *verifier = (!name.is_empty()).then(|| name.to_owned());
        }
    }
}

fn verifier(problem: &Problem) -> String {
    let of = |act: &Act| match act {
        Act::Close { verifier, .. } => verifier.clone(),
        _ => None,
    };
    problem.entries.iter().find_map(|entry| of(&entry.act)).unwrap_or_default()
}

fn names_of<'a>(who: &'a Responsible, field: &Field) -> Option<&'a Vec<String>> {
    Some(match field {
        Field::Lead => &who.lead,
        Field::Joint => &who.joint,
        Field::With => &who.with,
        Field::Leader => &who.leader,
        Field::Person => &who.person,
        _ => return None,
    })
}

fn put_names(who: &mut Responsible, field: &Field, names: Vec<String>) {
    match field {
        Field::Lead => who.lead = names,
        Field::Joint => who.joint = names,
        Field::With => who.with = names,
        Field::Leader => who.leader = names,
        Field::Person => who.person = names,
        _ => {}
    }
}

/// The field's key in files. Places are kept by keys that live as long as the program, which [`Field::key`] cannot promise of an office's own.
pub(super) fn key(field: &Field) -> Option<&'static str> {
    Some(match field {
        Field::Title => "title",
        Field::Text => "text",
        Field::Reference => "ref",
        Field::Detail => "detail",
        Field::Category => "category",
        Field::Source => "source",
        Field::Goal => "goal",
        Field::Limit => "limit",
        Field::Every => "every",
        Field::Due => "due",
        Field::Found => "found",
        Field::From => "from",
        Field::Until => "until",
        Field::Amount => "amount",
        Field::Lead => "lead",
        Field::Joint => "joint",
        Field::With => "with",
        Field::Leader => "leader",
        Field::Person => "person",
        _ => return None,
    })
}
