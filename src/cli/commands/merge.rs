//! `ledger merge`

use std::fs;
use std::path::PathBuf;

use clap::{ArgGroup, Args};

use crate::cli::Outcome;
use crate::cli::context::Context;
use crate::cli::failure::Stop;
use crate::cli::merging::{self, Kind, Merging};
use crate::cli::values;
use crate::domain::book::BookHead;
use crate::domain::id::Selection;
use crate::git::Texts;
use crate::render::words::{MergeNote, Message, Trouble};
use crate::store;

/// Merge branches field by field: have git do so, repair what it has merged by lines, part two problems with one number
///
/// `ledger init` has git call this program; a clone made later is told once with --install.
/// What contradicts each other is left between markers for a person to decide, and said in words.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("job").args(["install", "check", "repair", "renumber", "driver"]))]
pub struct Merge {
    /// Have git merge the book's files by this program, in this clone
    #[arg(long)]
    install: bool,
    /// Say what is missing for that, and exit with status 1 if anything is
    #[arg(long)]
    check: bool,
    /// Merge again, field by field, what git has merged by lines or left unmerged
    #[arg(long)]
    repair: bool,
    /// Give the problem that comes in another number, where two branches took the same one
    #[arg(long, value_name = "ID", value_parser = values::selection)]
    renumber: Option<Selection>,
    /// For git: merge the files of base, ours and theirs into that of ours
    #[arg(long, value_name = "FILE", num_args = 5, hide = true)]
    driver: Option<Vec<PathBuf>>,
    /// Repair these problems or files only
    #[arg(value_name = "ID|FILE", requires = "repair", conflicts_with_all = ["install", "check", "renumber", "driver"])]
    named: Vec<String>,
}

impl Merge {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        if let Some([base, ours, theirs, size, path]) = self.driver.as_deref() {
            let paths = [base, ours, theirs].map(|path| context.surroundings.folder.join(path));
            let size = size.to_str().and_then(|text| text.parse().ok()).unwrap_or(7);
            return Ok(drive(context, &paths, size, &path.to_string_lossy()));
        }
        if let Some(wanted) = &self.renumber {
            return merging::renumber(context, wanted);
        }
        if self.repair {
            return merging::repair(context, &self.named);
        }
        if !self.install && !self.check {
            let jobs = "--install | --check | --repair | --renumber ID";
            return Err(Stop::usage(Message::Missing(vec![jobs])).into());
        }
        let lacked =
            if self.install { context.lock_for_merging()?.install_merging()? } else { Vec::new() };
        let lacks = context.surroundings.root()?.lacks_for_merging()?;
        let is_ready = lacks.is_empty();
        let note = match (is_ready, self.install) {
            (true, _) if lacked.is_empty() => MergeNote::MergesByLedger,
            (true, _) => MergeNote::MergingInstalled(lacked),
            (false, true) => MergeNote::OtherAttributes,
            (false, false) => MergeNote::MergingLacks(lacks),
        };
        context.say(&Message::Merge(note))?;
        Ok(Outcome::findings_if(!is_ready))
    }
}

/// Merges for git, which knows two answers only: merged, or a conflict that is marked in the file.
fn drive(
    context: &mut Context<'_>,
    [base, ours, theirs]: &[PathBuf; 3],
    size: u16,
    path: &str,
) -> Outcome {
    let read = |path: &PathBuf| fs::read(path).unwrap_or_default();
    let (base, old, theirs) = (read(base), read(ours), read(theirs));
    let texts = Texts { base: &base, ours: &old, theirs: &theirs };
    let (kind, folder) = Kind::in_repository(path);
    let mark = |troubles: &[Trouble], context: &Context<'_>| {
        merging::marked(&kind, texts, size, troubles, context.lang())
    };
    // Whatever happens from here on, the file cannot be taken for a good one.
    if fs::write(ours, mark(&[], context)).is_err() {
        return Outcome::Findings;
    }
    let root = store::find(&context.surroundings.folder.join(folder));
    let (book, head) = root.map_or_else(
        || (BookHead::default(), crate::domain::ledger::Head::default()),
        |root| merging::heads(context, &root, &kind),
    );
    let merging = Merging {
        kind: &kind,
        base: Some(&base),
        ours: &old,
        theirs: &theirs,
        book: &book,
        head: &head,
        today: context.today,
    };
    match merging.merged() {
        Ok(text) => Outcome::findings_if(fs::write(ours, text).is_err()),
        Err(troubles) => {
            let _ = fs::write(ours, mark(&troubles, context)); // it is marked already
            let path = path.to_owned();
            let _ = context.say(&Message::Merge(MergeNote::NotMerged { path, troubles }));
            Outcome::Findings
        }
    }
}
