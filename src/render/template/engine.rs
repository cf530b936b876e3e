//! The engine: what it refuses, and how values become text.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::ValueKind;
use minijinja::{
    AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior, Value,
};

use super::fault::Said;
use super::{filters, marks};
use crate::complaint::{BadTemplate, Source};
use crate::domain::book::Lang;
use crate::render::words;

/// The text of a template, without its byte order mark.
pub(super) fn text(source: &Source) -> &str {
    source.text.trim_start_matches('\u{feff}')
}

/// Makes an engine that knows the filters, refuses unknown variables and lets no value become markup.
pub(super) fn engine(lang: Lang) -> Environment<'static> {
    let mut engine = Environment::new();
    engine.set_undefined_behavior(UndefinedBehavior::Strict);
    // The lines of `{% … %}` leave nothing behind.
    if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
        engine.set_syntax(syntax);
    }
    // What a macro or a `{% set %}…{% endset %}` made of the template's own text stays markup.
    engine.set_auto_escape_callback(|_| AutoEscape::Custom("ledger".into()));
    engine.set_formatter(move |out, state, value| put(lang, out, state, value));
    // These would call markup what people wrote.
    for filter in ["safe", "escape", "e"] {
        engine.remove_filter(filter);
    }
    filters::add(&mut engine, lang);
    engine
}

/// Writes a value: nothing for nothing, lists as the language joins them, yes and no in words.
fn put(lang: Lang, out: &mut Output, _: &mut State, value: &Value) -> Result<(), Error> {
    let text = plain(lang, value)?;
    let text = if value.is_safe() { text } else { marks::hidden(&text) };
    out.write_str(&text).map_err(Error::from)
}

/// The text of a value.
pub(super) fn plain(lang: Lang, value: &Value) -> Result<String, Error> {
    Ok(match value.kind() {
        ValueKind::Undefined | ValueKind::None => String::new(),
        ValueKind::Bool => words::flag(lang, value.is_true()).to_owned(),
        ValueKind::Seq | ValueKind::Iterable => {
            let items: Result<Vec<_>, _> = value.try_iter()?.map(|it| plain(lang, &it)).collect();
            words::list(lang, &items?)
        }
        ValueKind::Map | ValueKind::Plain | ValueKind::Invalid => {
            return Err(said(BadTemplate::NoText));
        }
        _ => value.to_string(),
    })
}

/// An error of ours, which the engine gives back with its place.
pub(super) fn said(bad: BadTemplate) -> Error {
    Error::new(ErrorKind::InvalidOperation, String::new()).with_source(Said(bad))
}
