//! What is said of giving out papers, in English.

use crate::complaint::BadTemplate;
use crate::domain::book::Lang;
use crate::render::inert_line;
use crate::render::words::giving::GivingNote;
use crate::render::words::{code, codes};

/// What is said of giving out papers.
pub fn note(note: &GivingNote) -> String {
    match note {
        GivingNote::NoTemplate { path, .. } => format!("there is no template {path}"),
        GivingNote::BadTemplateName(name) => format!("no template can be called {}", code(name)),
        GivingNote::NoNotice { number, .. } => format!("no notice {} was issued", code(number)),
        GivingNote::LooksLikeName { place, name } => {
            format!("`{name}` in {place} looks like a name and was left as it is; look at it")
        }
    }
}

/// What to do about it.
pub fn note_help(note: &GivingNote) -> Option<String> {
    Some(match note {
        GivingNote::NoTemplate { nearest: Some(name), .. }
        | GivingNote::NoNotice { nearest: Some(name), .. } => {
            format!("did you mean {}?", code(name))
        }
        GivingNote::NoTemplate { nearest: None, .. } => {
            "write the file, or leave --template out".to_owned()
        }
        GivingNote::BadTemplateName(_) => {
            "name a file of `ledgers/templates` without its ending `.md`".to_owned()
        }
        GivingNote::NoNotice { nearest: None, .. } => {
            "`ledger log` shows those that were".to_owned()
        }
        GivingNote::LooksLikeName { .. } => return None,
    })
}

/// What is wrong with a template.
pub fn bad(bad: &BadTemplate) -> String {
    match bad {
        BadTemplate::Syntax(said) => format!("the template cannot be read: {}", inert_line(said)),
        BadTemplate::Unknown { name, .. } => format!("this report has no {}", code(name)),
        BadTemplate::UnknownWord { name, .. } => {
            format!("there is no filter or function {}", code(name))
        }
        BadTemplate::NoTable { asked, .. } => format!("this report has no table {}", code(asked)),
        BadTemplate::NoPart { asked, found: 0, .. } => {
            format!("this report has no part {}", code(asked))
        }
        BadTemplate::NoPart { asked, found, .. } => {
            format!("this report has {found} parts {}", code(asked))
        }
        BadTemplate::Value { filter, value } => {
            format!("the filter {} does not take {}", code(filter), code(value))
        }
        BadTemplate::NoText => "what stands here is no text".to_owned(),
        BadTemplate::Other(said) => {
            format!("the template cannot be filled in: {}", inert_line(said))
        }
    }
}

/// What to do about it.
pub fn help(bad: &BadTemplate) -> String {
    match bad {
        BadTemplate::Syntax(_) => {
            "write {{ variable }}, {% for … %} … {% endfor %}, {% if … %} … {% endif %}; docs/templates.md has examples".to_owned()
        }
        BadTemplate::Unknown { nearest: Some(name), .. } => {
            format!("did you mean {}? `-O json` shows all that this report has", code(name))
        }
        BadTemplate::Unknown { nearest: None, .. } => {
            "`-O json` shows all that this report has; {% if … is defined %} asks first".to_owned()
        }
        BadTemplate::UnknownWord { nearest: Some(name), .. } => format!("did you mean {}?", code(name)),
        BadTemplate::UnknownWord { nearest: None, .. } => {
            "docs/templates.md lists them".to_owned()
        }
        BadTemplate::NoTable { known, .. } if known.is_empty() => {
            "it has no tables; {{ built_in() }} takes over its whole text".to_owned()
        }
        BadTemplate::NoTable { known, .. } => {
            format!("by its name, or its number from 1: {}", codes(Lang::En, &few(known)))
        }
        BadTemplate::NoPart { found: 0, known, .. } => {
            format!("it has {}", codes(Lang::En, &few(known)))
        }
        BadTemplate::NoPart { known, .. } => {
            format!("write the heading with its number: {}", codes(Lang::En, &few(known)))
        }
        BadTemplate::Value { filter, .. } => match *filter {
            "day" | "weekday" => "it takes a day, as `today`",
            "money" => "it takes an amount, as `problem.amount`",
            "share" => "write {{ part | share(whole) }}, both numbers or lists",
            "numeral" | "days" => "it takes a whole number",
            _ => "it takes a state, an act or a kind, as `problem.state`",
        }
        .to_owned(),
        BadTemplate::NoText => {
            "fill in one of its fields, as {{ problem.title }}; `-O json` shows them".to_owned()
        }
        BadTemplate::Other(_) => "docs/templates.md has examples".to_owned(),
    }
}

/// As many as a person reads.
fn few(known: &[String]) -> Vec<String> {
    let more = known.len().saturating_sub(12);
    let more = (more > 0).then(|| format!("… (+{more})"));
    known.iter().take(12).cloned().chain(more).collect()
}
