//! The texts of a line and of a ledger's head in which persons may be named.

use crate::domain::entry::{Act, Entry};
use crate::domain::ledger::Head;
use crate::domain::problem::{Extra, Problem};
use crate::domain::responsible::Responsible;
use crate::domain::subject::Part;

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Words, or the names of units.
    Words,
    /// The name of a person, or of a role.
    Person,
}

/// Calls `each` for every text of a line, in the order of its fields: with the part, the key and what it is.
pub fn texts(problem: &mut Problem, each: &mut dyn FnMut(&Part, &str, Sort, &mut String)) {
    use Sort::Words;
    let part = &Part::Problem;
    each(part, "title", Words, &mut problem.title);
    for (key, text) in [
        ("ref", &mut problem.reference),
        ("detail", &mut problem.detail),
        ("category", &mut problem.category),
        ("source", &mut problem.source),
        ("cause", &mut problem.cause),
        ("owners", &mut problem.owners),
        ("limit", &mut problem.limit),
        ("goal", &mut problem.goal),
        ("every", &mut problem.every),
    ] {
        if let Some(text) = text {
            each(part, key, Words, text);
        }
    }
    responsible(part, &mut problem.responsible, each);
    problem.recurs.iter_mut().for_each(|text| each(part, "recurs", Words, text));
    problem.tags.iter_mut().for_each(|text| each(part, "tag", Words, text));
    extra(part, &mut problem.extra, each);
    for indicator in &mut problem.indicators {
        let part = Part::Indicator(indicator.name.clone());
        each(&part, "name", Words, &mut indicator.name);
    }
    for measure in &mut problem.measures {
        let part = &Part::Measure(measure.no);
        each(part, "text", Words, &mut measure.text);
        for (key, text) in [("limit", &mut measure.limit), ("why", &mut measure.why)] {
            if let Some(text) = text {
                each(part, key, Words, text);
            }
        }
        responsible(part, &mut measure.responsible, each);
        extra(part, &mut measure.extra, each);
    }
    problem.entries.iter_mut().for_each(|it| entry(it, each));
}

/// The same of a ledger's head, by its keys.
pub fn head_texts(head: &mut Head, each: &mut dyn FnMut(&str, Sort, &mut String)) {
    for (key, text) in
        [("title", &mut head.title), ("source", &mut head.source), ("owner", &mut head.owner)]
    {
        if let Some(text) = text {
            each(key, Sort::Words, text);
        }
    }
    head.phases.iter_mut().for_each(|phase| each("phase", Sort::Words, &mut phase.name));
    head.extra.iter_mut().for_each(|(key, text)| each(key, Sort::Words, text));
}

fn responsible(
    part: &Part,
    who: &mut Responsible,
    each: &mut dyn FnMut(&Part, &str, Sort, &mut String),
) {
    for (key, sort, names) in [
        ("lead", Sort::Words, &mut who.lead),
        ("joint", Sort::Words, &mut who.joint),
        ("with", Sort::Words, &mut who.with),
        ("leader", Sort::Person, &mut who.leader),
        ("person", Sort::Person, &mut who.person),
    ] {
        for name in names {
            each(part, key, sort, name);
        }
    }
}

/// The office's own columns: one whose name says that it holds persons does.
fn extra(part: &Part, extra: &mut Extra, each: &mut dyn FnMut(&Part, &str, Sort, &mut String)) {
    for (key, text) in extra {
        let name = key.trim_end_matches(|c: char| c.is_ascii_digit() || c == '_').to_lowercase();
        let ends =
            ["人", "人员", "姓名", "患者", "病人", "领导", "name", "contact", "person", "poc"];
        let sort =
            if ends.iter().any(|end| name.ends_with(end)) { Sort::Person } else { Sort::Words };
        each(part, key, sort, text);
    }
}

fn entry(entry: &mut Entry, each: &mut dyn FnMut(&Part, &str, Sort, &mut String)) {
    let part = &Part::Entry(entry.key);
    if let Some(text) = &mut entry.text {
        each(part, "text", Sort::Words, text);
    }
    each(part, "by", Sort::Person, &mut entry.by);
    extra(part, &mut entry.extra, each);
    let mut person = |key: &str, name: &mut Option<String>| {
        if let Some(name) = name {
            each(part, key, Sort::Person, name);
        }
    };
    match &mut entry.act {
        Act::Close { verifier, reason, .. } => {
            person("verifier", verifier);
            if let Some(reason) = reason {
                each(part, "reason", Sort::Words, reason);
            }
        }
        Act::Extend { applicant, approver, limit, .. } => {
            person("applicant", applicant);
            person("approver", approver);
            if let Some(limit) = limit {
                each(part, "limit", Sort::Words, limit);
            }
        }
        Act::Reopen { basis, limit, .. } => {
            for (key, text) in [("basis", basis), ("limit", limit)] {
                if let Some(text) = text {
                    each(part, key, Sort::Words, text);
                }
            }
        }
        Act::Suspend { approver } | Act::Resume { approver } | Act::Withdraw { approver } => {
            person("approver", approver);
        }
        Act::Assign { to, .. } => responsible(part, to, each),
        Act::Transfer { to, .. } => each(part, "to", Sort::Words, to),
        Act::Notice { to, .. } => person("to", to),
        _ => {}
    }
}
