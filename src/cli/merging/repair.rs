//! `ledger merge --repair`: merges again what git has merged by its lines.

use super::texts::Merging;
use super::{Kind, marked, parted};
use crate::cli::Outcome;
use crate::cli::context::Context;
use crate::cli::failure::Stop;
use crate::domain::book::BookHead;
use crate::domain::id::Selection;
use crate::domain::ledger::Head;
use crate::git::{Marks, Texts, Versions};
use crate::merge::Side;
use crate::render::words::{MergeNote, Message, Trouble};
use crate::store::{Form, Lock, Root};

/// Merges again the files named, or all that the merge at hand brings together.
pub fn repair(context: &mut Context<'_>, named: &[String]) -> anyhow::Result<Outcome> {
    let lock = context.lock_for_merging()?;
    let root = lock.root().clone();
    let Some(mut files) = root.merge_at_hand()? else {
        return Err(Stop::from(Message::Merge(MergeNote::NoMerge)).into());
    };
    files.retain(|file| Kind::in_book(&file.name) != Kind::Other);
    if !named.is_empty() {
        for name in named {
            if !files.iter().any(|file| is_meant(name, file, &root)) {
                return Err(Stop::from(Message::Merge(MergeNote::NotInMerge(name.clone()))).into());
            }
        }
        files.retain(|file| named.iter().any(|name| is_meant(name, file, &root)));
    }
    let mut outcome = Outcome::Fine;
    let mut mended = 0;
    for file in &files {
        match again(context, &lock, file, !named.is_empty())? {
            Repaired::Right => {}
            Repaired::Mended => {
                mended += 1;
                context.say(&Message::Merge(MergeNote::Mended(root.shown(&file.name))))?;
            }
            Repaired::ByHand => {
                context.say(&Message::Merge(MergeNote::ChangedByHand(root.shown(&file.name))))?;
            }
            Repaired::Conflict(troubles) => {
                outcome = Outcome::Findings;
                let path = root.shown(&file.name);
                context.say(&Message::Merge(MergeNote::NotMerged { path, troubles }))?;
            }
        }
    }
    if mended == 0 && outcome == Outcome::Fine {
        context.say(&Message::Merge(MergeNote::NothingToMend))?;
    }
    Ok(outcome)
}

/// Tells whether an id or a path names the file.
fn is_meant(name: &str, file: &Versions, root: &Root) -> bool {
    let path = name.replace('\\', "/");
    if path == file.name || path == root.shown(&file.name) {
        return true;
    }
    let Ok(selection) = name.parse::<Selection>() else { return false };
    match Kind::in_book(&file.name) {
        Kind::Problem(ledger, no) => {
            (selection.first..=selection.last).contains(&no)
                && selection.ledger.is_none_or(|named| named == ledger)
        }
        Kind::Table(ledger) => selection.ledger.is_none_or(|named| named == ledger),
        _ => false,
    }
}

/// What became of a file.
enum Repaired {
    /// It says what it should.
    Right,
    /// It was merged again and written.
    Mended,
    /// It is not as git left it: a person decided, and may name it if that is to be undone.
    ByHand,
    /// It is marked now.
    Conflict(Vec<Trouble>),
}

fn again(
    context: &Context<'_>,
    lock: &Lock,
    file: &Versions,
    named: bool,
) -> anyhow::Result<Repaired> {
    let root = lock.root();
    let here = root.bytes(&file.name)?;
    let (ours, theirs) = match (&file.ours, &file.theirs, &here) {
        (Some(ours), Some(theirs), Some(_)) => (ours, theirs),
        (None, Some(_), _) if file.unmerged => return Ok(removed(root, file, Side::Ours)),
        (Some(_), None, _) if file.unmerged => return Ok(removed(root, file, Side::Theirs)),
        _ => return Ok(Repaired::ByHand),
    };
    let here = here.unwrap_or_default();
    let texts = Texts { base: file.base.as_deref().unwrap_or_default(), ours, theirs };
    let kind = Kind::in_book(&file.name);
    let (book, head) = heads(context, root, &kind);
    let merging = Merging {
        kind: &kind,
        base: file.base.as_deref(),
        ours,
        theirs,
        book: &book,
        head: &head,
        today: context.today,
    };
    let merged = merging.merged();
    if merged.as_ref().is_ok_and(|text| text.as_bytes() == here) {
        return Ok(Repaired::Right);
    }
    if let Err(troubles) = &merged
        && parted::all(root, &kind, theirs, troubles)
    {
        return Ok(Repaired::Right);
    }
    if !named && made_by_lines(texts, &here) == Found::Otherwise {
        return Ok(Repaired::ByHand);
    }
    let (new, repaired) = match merged {
        Ok(text) => (text.into_bytes(), Repaired::Mended),
        Err(troubles) => {
            (marked(&kind, texts, 7, &troubles, context.lang()), Repaired::Conflict(troubles))
        }
    };
    if new != here {
        lock.write_files(&[(file.name.clone(), Some(here), new)])?;
    }
    Ok(repaired)
}

/// One side has no such file: it was removed, or that side keeps the ledger in the other form by now.
fn removed(root: &Root, file: &Versions, side: Side) -> Repaired {
    let kind = Kind::in_book(&file.name);
    let other = match &kind {
        Kind::Problem(ledger, no) => Some(Form::Table.file(ledger, *no)),
        Kind::Table(ledger) => Some(Form::Folder.head(ledger)),
        _ => None,
    };
    let is_converted = other.is_some_and(|name| root.path(&name).exists());
    let trouble = if is_converted { Trouble::OtherForm } else { Trouble::FileRemoved };
    Repaired::Conflict(vec![trouble(side)])
}

/// What a file is after a merge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// It has markers.
    Marked,
    /// It is what git makes of the lines, without conflict or with the lines of both sides.
    ByLines,
    /// It is one side whole, as git leaves it where a driver could not be started.
    OneSide,
    /// Somebody has changed it since, or git was told otherwise.
    Otherwise,
}

/// Tells what a file is that a merge brought together.
pub(super) fn made_by_lines(texts: Texts<'_>, here: &[u8]) -> Found {
    let plain = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace("\r\n", "\n");
    let here = plain(here);
    if here.lines().any(|line| line.starts_with("<<<<<<<")) {
        return Found::Marked;
    }
    let makes = |marks: &Marks| texts.merge(marks).is_ok_and(|(text, _)| plain(&text) == here);
    if makes(&Marks::Lines { size: 7, labels: Default::default() }) {
        Found::ByLines
    } else if [texts.ours, texts.theirs].iter().any(|side| plain(side) == here) {
        Found::OneSide
    } else if [Marks::Union, Marks::Favour(true), Marks::Favour(false)].iter().any(makes) {
        Found::ByLines
    } else {
        Found::Otherwise
    }
}

/// The heads as they stand, as far as they can be read: only the rules of `ledger check` ask them.
pub fn heads(context: &Context<'_>, root: &Root, kind: &Kind) -> (BookHead, Head) {
    let head = kind.ledger().and_then(|ledger| root.ledger_head(ledger)).unwrap_or_default();
    (root.book_head().unwrap_or_else(|| (*context.surroundings.head).clone()), head)
}
