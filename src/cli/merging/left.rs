//! What merging left behind: told to `ledger check`, which looks neither at comments nor at git.

use std::ops::Range;
use std::sync::Arc;

use super::marked::REASON;
use super::repair::{Found, heads, made_by_lines};
use super::texts::Merging;
use super::{Kind, parted};
use crate::check::Fact;
use crate::cli::context::Context;
use crate::cli::guarding;
use crate::complaint::Source;
use crate::formats::toml;
use crate::git::Versions;
use crate::store::{Form, Root, Stored};

/// Something that merging left, and where it is.
#[derive(Debug)]
pub struct Left {
    /// What it is.
    pub fact: Fact,
    /// The file.
    pub source: Arc<Source>,
    /// Where in it; nothing where all of it is meant.
    pub span: Option<Range<usize>>,
    /// The ledger that it is of; nothing where it is the book's.
    pub ledger: Option<String>,
}

/// Looks for all that merging left in the book and its clone. Of the past and without git there is only what stands in the
/// files.
pub fn left(context: &Context<'_>, stored: &Stored) -> anyhow::Result<Vec<Left>> {
    let mut all = reasons(stored);
    let Some(root) = context.surroundings.root.as_ref().filter(|_| context.options.at.is_none())
    else {
        return Ok(all);
    };
    // A merge that git cannot tell of is no reason not to look at the book.
    for file in root.merge_at_hand().ok().flatten().unwrap_or_default() {
        all.extend(by_lines(context, root, &file));
    }
    all.extend(vanished(root));
    let unfinished = root.unfinished();
    if !unfinished.is_empty() {
        let source = of_file(root.shown("").trim_end_matches('/').to_owned());
        all.push(Left { fact: Fact::Unfinished(unfinished), source, span: None, ledger: None });
    }
    let lacks = root.lacks_for_merging().unwrap_or_default();
    if !lacks.is_empty() {
        let path = root.shown("").trim_end_matches('/').to_owned();
        let source = Arc::new(Source { path, ..Source::default() });
        all.push(Left { fact: Fact::GitMergesLines(lacks), source, span: None, ledger: None });
    }
    Ok(all)
}

/// What the last commit has and the book has not.
fn vanished(root: &Root) -> Vec<Left> {
    let gone = root.gone().unwrap_or_default().into_iter().map(|gone| {
        let (id, part) = guarding::part(&gone);
        let ledger = Some(id.ledger.clone());
        Left { fact: Fact::Vanished { id, part }, source: of_file(gone.path), span: None, ledger }
    });
    gone.collect()
}

fn of_file(path: String) -> Arc<Source> {
    Arc::new(Source { path, ..Source::default() })
}

/// The lines that say why a file was not merged.
fn reasons(stored: &Stored) -> Vec<Left> {
    let of_ledgers = stored.ledgers.iter().zip(&stored.book.ledgers).flat_map(|(files, ledger)| {
        // Rows of a table have no comments.
        let problems = files.places.iter().filter(|_| files.form == Form::Folder);
        let files = [&files.head].into_iter().chain(problems.map(|places| &places.source));
        files.map(|source| (source, Some(ledger.name.clone())))
    });
    let mut all = Vec::new();
    for (source, ledger) in [(&stored.head, None)].into_iter().chain(of_ledgers) {
        if !source.text.contains(REASON) {
            continue;
        }
        let is_reason = |span: &Range<usize>| source.text[span.clone()].starts_with(REASON);
        all.extend(toml::comments(&source.text).into_iter().filter(is_reason).map(|span| Left {
            fact: Fact::ReasonLeft,
            source: Arc::clone(source),
            span: Some(span),
            ledger: ledger.clone(),
        }));
    }
    all
}

/// Tells whether a file is what git made of its lines while it should say something else. One side whole may be what somebody
/// decided; but so a file is left, too, by a driver that could not be started, and by `git merge -X ours`.
fn by_lines(context: &Context<'_>, root: &Root, file: &Versions) -> Option<Left> {
    let kind = Kind::in_book(&file.name);
    let (Some(ours), Some(theirs)) = (&file.ours, &file.theirs) else { return None };
    let here = root.bytes(&file.name).ok()??;
    if kind == Kind::Other {
        return None;
    }
    let (book, head) = heads(context, root, &kind);
    let base = file.base.as_deref();
    let today = context.today;
    let merging = Merging { kind: &kind, base, ours, theirs, book: &book, head: &head, today };
    let fact = match (merging.merged(), made_by_lines(merging.texts(), &here)) {
        (Ok(text), Found::ByLines | Found::OneSide) if text.as_bytes() != here => {
            Fact::MergedByLines
        }
        (Err(troubles), _) if parted::all(root, &kind, theirs, &troubles) => return None,
        (Err(_), Found::ByLines) => Fact::MergedByLines,
        (Err(_), Found::OneSide) => Fact::OneSideTaken,
        _ => return None,
    };
    let source = Arc::new(Source { path: root.shown(&file.name), ..Source::default() });
    Some(Left { fact, source, span: None, ledger: kind.ledger().map(str::to_owned) })
}
