//! How papers are worded: by the office's template, and with or without the names of persons.

use clap::Args;

use crate::cli::context::{Context, Wording};
use crate::cli::failure::Stop;
use crate::domain::id::is_ledger_name;
use crate::domain::nearest::nearest;
use crate::render::words::Message;
use crate::render::words::giving::GivingNote;

/// How a paper is worded.
#[derive(Debug, Args)]
#[command(next_help_heading = "Wording")]
pub(super) struct WordingArgs {
    /// Word it by ledgers/templates/NAME.md; without it by KIND.md, where that is there
    #[arg(long, global = true, value_name = "NAME")]
    template: Option<String>,
    /// Word it as built in, whatever templates there are
    #[arg(long, global = true, conflicts_with = "template")]
    no_template: bool,
    /// Name no persons, neither in fields nor in running text; what only looks like a name is listed and left
    #[arg(long, global = true)]
    mask: bool,
}

impl WordingArgs {
    /// Reads the template named, else that of the kind, where there is one.
    pub(super) fn read(&self, context: &Context<'_>, kind: &str) -> anyhow::Result<Wording> {
        let mut wording = Wording { template: None, mask: self.mask };
        // A sheet without a book around it has no templates either.
        if self.no_template || (self.template.is_none() && context.surroundings.root.is_none()) {
            return Ok(wording);
        }
        let origin = context.surroundings.origin()?;
        let name = self.template.as_deref().unwrap_or(kind);
        if !is_ledger_name(name) {
            let bad = GivingNote::BadTemplateName(name.to_owned());
            return Err(Stop::usage(Message::Giving(bad)).into());
        }
        wording.template = origin.template(name)?;
        if wording.template.is_none() && self.template.is_some() {
            let known = origin.template_names()?;
            let nearest = nearest(name, known.iter().map(String::as_str)).map(str::to_owned);
            let note = GivingNote::NoTemplate { path: origin.template_path(name), nearest };
            return Err(Stop::from(Message::Giving(note)).into());
        }
        Ok(wording)
    }
}
