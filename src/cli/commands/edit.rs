//! `ledger edit`: opens the file of a problem in an editor, and looks at it before it is written.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use clap::Args;
use tempfile::NamedTempFile;

use crate::cli::asking::Asking;
use crate::cli::committing::shown_title;
use crate::cli::context::Context;
use crate::cli::edited::{self, Known};
use crate::cli::failure::Stop;
use crate::cli::{Outcome, editor, environment, ids, values};
use crate::complaint::Doing;
use crate::domain::id::{Id, Selection};
use crate::render::complaint::write_remarks;
use crate::render::words::asking::{Choice, Question};
use crate::render::words::{Deed, EditNote, Message, Minutes};
use crate::store::{Failure, Opening};

/// Open a problem's file in the editor, and check it before it is written
///
/// The editor is $VISUAL, else $EDITOR. Nothing is written while something speaks against the new text: what cannot be
/// read, what `check` calls an error, or an entry altered or gone that was committed. In a table the editor has all of it.
#[derive(Debug, Args)]
pub struct Edit {
    /// The problem, as 7 or 2022-inspection/7
    #[arg(value_name = "ID", value_parser = values::selection)]
    id: Selection,
}

impl Edit {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        let id = one(ids::problems_only(ids::resolve(context, &[self.id])?)?)?;
        let root = context.surroundings.root()?.clone();
        let opening = root.open_by_hand(&id)?;
        let known = Known::of(context, &root, &opening)?;
        let draft = draft(&opening)?;
        let new = loop {
            let new = typed(&draft)?;
            if new == opening.bytes {
                context.say(&Message::Edit(EditNote::Unchanged))?;
                return Ok(Outcome::Fine);
            }
            let against = edited::judge(context, &known, &id, &opening, &new)?;
            if against.is_empty() {
                break new;
            }
            write_remarks(&against, context.surroundings.complaint_options(), context.err)?;
            let Some(asking) = Asking::of(context) else {
                return Err(Stop::from(Message::Edit(EditNote::Against)).into());
            };
            let choices = [Choice::BackToQuestions, Choice::Quit];
            let first = Choice::BackToQuestions;
            if asking.decide(&Question::Against, &choices, first)? == Choice::Quit {
                return Err(Stop::from(Message::NothingWritten).into());
            }
        };
        write(context, &id, &opening, &new, draft)?;
        Ok(Outcome::Fine)
    }
}

fn one(mut ids: Vec<Id>) -> Result<Id, Stop> {
    match (ids.pop(), ids.is_empty()) {
        (Some(id), true) => Ok(id),
        _ => Err(Stop::usage(Message::Edit(EditNote::OneProblem))),
    }
}

/// A copy of the file under a name that tells the editor what it is.
fn draft(opening: &Opening) -> anyhow::Result<NamedTempFile> {
    let name = opening.name.replace('/', "-");
    let mut draft = tempfile::Builder::new().suffix(&format!("-{name}")).tempfile()?;
    draft.write_all(&opening.bytes)?;
    draft.flush()?;
    Ok(draft)
}

/// Lets the editor have the draft, and returns what it left there.
fn typed(draft: &NamedTempFile) -> anyhow::Result<Vec<u8>> {
    let failed = |path: &Path, error: &std::io::Error| {
        let (path, said) = (path.display().to_string(), error.to_string());
        Stop::from(Message::System { doing: Doing::Read, path, said })
    };
    let Some(editor) = environment::editor() else {
        return Err(Stop::from(Message::Edit(EditNote::NoTerminal)).into());
    };
    match editor::edit(&editor, draft.path()) {
        Ok(true) => {}
        Ok(false) => return Err(Stop::from(Message::Edit(EditNote::EditorFailed)).into()),
        Err(error) => return Err(failed(draft.path(), &error).into()),
    }
    // Editors that replace the file leave another one under its name.
    fs::read(draft.path()).map_err(|error| failed(draft.path(), &error).into())
}

/// Writes the new text under the lock; what was typed is kept where somebody else was quicker.
fn write(
    context: &mut Context<'_>,
    id: &Id,
    opening: &Opening,
    new: &[u8],
    draft: NamedTempFile,
) -> anyhow::Result<()> {
    let lock = context.lock("edit")?;
    if let Err(failure) = lock.replace(&opening.name, &opening.bytes, new) {
        if matches!(failure, Failure::Changed { .. }) {
            let path = draft.into_temp_path().keep()?;
            context.say(&Message::Edit(EditNote::Kept(path.display().to_string())))?;
        }
        return Err(failure.into());
    }
    let problems = opening.read(new).unwrap_or_default();
    let changed = problems.iter().map(|located| &located.value).find(|it| it.no == id.no);
    let title = changed.and_then(shown_title);
    let minutes = Minutes { deed: Deed::Edit, lines: vec![(id.clone(), title)] };
    let committed = context.commit(&lock, &minutes);
    drop(lock);
    context.say(&Message::Edit(EditNote::Written(id.clone())))?;
    context.say_committed(committed)
}
