//! An office's own wording of a report: a template, filled in with what the JSON of the report holds, becomes a document.
//!
//! What people wrote is filled in with stand-ins for all signs that could be markup, so that a title with `#` or `{{`
//! stays a title. Only what stands in the template itself is read as markup, and nothing is filled in twice.

mod data;
mod engine;
mod fault;
mod filters;
mod marks;
mod reader;
mod standard;

use std::sync::Arc;

use crate::complaint::{Complaint, Source};
use crate::domain::book::Lang;
use crate::render::document::Document;

/// Words the report anew: `json` is the report as programs get it, `built_in` the paper that it would be otherwise.
pub fn document(
    source: &Arc<Source>,
    json: &[u8],
    built_in: Document,
) -> Result<Document, Vec<Complaint>> {
    let known = data::Data::read(json);
    let parts = standard::Parts::of(&built_in);
    let mut engine = engine::engine(built_in.lang);
    parts.offer(&mut engine);
    let text = engine
        .render_named_str(&source.path, engine::text(source), &known.value)
        .map_err(|error| vec![fault::complaint(source, &error, &known)])?;
    Ok(reader::read(&text, built_in))
}

/// What is wrong with a template as it is written, without a report to fill it in with.
pub fn check(source: &Arc<Source>, lang: Lang) -> Option<Complaint> {
    let engine = engine::engine(lang);
    let compiled = engine.template_from_named_str(&source.path, engine::text(source));
    compiled.err().map(|error| fault::complaint(source, &error, &data::Data::default()))
}

#[cfg(test)]
mod tests;
