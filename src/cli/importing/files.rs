//! Foreign files → drafts, by what they are.

use std::path::Path;
use std::sync::Arc;

use clap::ValueEnum;

use crate::cli::context::Context;
use crate::cli::failure::Unreadable;
use crate::intake::draft::Draft;
use crate::intake::sheet;

/// What a file is to be taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum As {
    /// A table of problems
    Sheet,
    /// An official document
    Document,
}

/// Reads a file: a sheet for what is one, else a document.
pub fn drafts(
    context: &mut Context<'_>,
    path: &Path,
    name: &str,
    _wanted: Option<As>,
) -> anyhow::Result<Vec<Draft>> {
    let source = Arc::new(context.source(path)?);
    let sheet = sheet::read(&source, name).map_err(Unreadable)?;
    Ok(vec![Draft::of_sheet(&source, sheet)])
}
