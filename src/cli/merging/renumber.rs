//! `ledger merge --renumber`: gives the problem that comes in another number, where two branches had taken the same one.

use std::sync::Arc;

use super::Kind;
use super::repair::heads;
use super::texts::Merging;
use crate::cli::Outcome;
use crate::cli::context::Context;
use crate::cli::failure::{Stop, Unreadable};
use crate::complaint::Source;
use crate::domain::id::{Id, Selection};
use crate::domain::problem::Problem;
use crate::formats::{table, text, toml};
use crate::git::Versions;
use crate::render::words::{MergeNote, Message};
use crate::store::{Form, Lock, Rewritten};

/// Files to be written.
type Writes = Vec<Rewritten>;

/// Gives the problem of theirs the next free number. Ours keeps the number, since it may stand in a signed paper here;
/// theirs keeps the old one as `former`.
pub fn renumber(context: &mut Context<'_>, wanted: &Selection) -> anyhow::Result<Outcome> {
    let lock = context.lock("merge")?;
    let files = lock.root().merge_at_hand()?.unwrap_or_default();
    let no = wanted.first;
    let meant = |ledger: &str| wanted.ledger.as_deref().is_none_or(|named| named == ledger);
    let found = files.iter().find_map(|file| match Kind::in_book(&file.name) {
        Kind::Problem(ledger, own) if own == no && meant(&ledger) && file.base.is_none() => {
            Some((file, ledger, Form::Folder))
        }
        Kind::Table(ledger) if meant(&ledger) => Some((file, ledger, Form::Table)),
        _ => None,
    });
    let none = || {
        let ledger = wanted.ledger.clone().unwrap_or_default();
        Stop::from(Message::Merge(MergeNote::NoCollision(Id::of_problem(&ledger, no))))
    };
    let Some((file, ledger, form)) = found else { return Err(none().into()) };
    if is_parted(&lock, &ledger, no, form) {
        return Err(none().into());
    }
    let (new, writes) = match form {
        Form::Folder => of_file(&lock, file, &ledger, no)?.ok_or_else(none)?,
        Form::Table => of_table(context, &lock, file, &ledger, no)?.ok_or_else(none)?,
    };
    lock.write_files(&writes)?;
    let (from, to) = (Id::of_problem(&ledger, no), Id::of_problem(&ledger, new));
    let files = writes.iter().map(|(name, ..)| lock.root().shown(name)).collect();
    context.say(&Message::Merge(MergeNote::Renumbered { from, to, files }))?;
    Ok(Outcome::Fine)
}

/// Tells whether a problem of the ledger had that number before: then the two are parted already.
fn is_parted(lock: &Lock, ledger: &str, no: u32, form: Form) -> bool {
    let root = lock.root();
    let id = Id::of_problem(ledger, no).to_string();
    let had = |problem: &Problem| problem.former.contains(&id);
    let text = |name: &str| {
        let bytes = root.bytes(name).ok()??;
        source(lock, name, &bytes).ok()
    };
    if form == Form::Table {
        let read = text(&form.file(ledger, no)).and_then(|source| table::read(&source).ok());
        return read.is_some_and(|all| all.iter().any(|problem| had(&problem.value)));
    }
    let next = root.next_number(ledger, no).unwrap_or(no);
    (no + 1..next).any(|other| {
        let source = text(&form.file(ledger, other));
        let read = source.and_then(|source| toml::read_problem(&source, other).ok());
        read.is_some_and(|problem| had(&problem.value))
    })
}

fn source(lock: &Lock, name: &str, bytes: &[u8]) -> Result<Arc<Source>, Unreadable> {
    text::decode(&lock.root().shown(name), bytes).map(Arc::new).map_err(Unreadable)
}

/// The file of a folder: ours stays, theirs becomes a file of its own.
fn of_file(
    lock: &Lock,
    file: &Versions,
    ledger: &str,
    no: u32,
) -> anyhow::Result<Option<(u32, Writes)>> {
    let (Some(ours), Some(theirs)) = (&file.ours, &file.theirs) else { return Ok(None) };
    let source = source(lock, &file.name, theirs)?;
    let own = self::source(lock, &file.name, ours)?;
    let read = |source| toml::read_problem(source, no).map(|read| read.value).map_err(Unreadable);
    let (own, mut problem) = (read(&own)?, read(&source)?);
    if own == problem {
        return Ok(None);
    }
    let new = lock.root().next_number(ledger, no)?;
    problem.former.push(Id::of_problem(ledger, no).to_string());
    let text = toml::revise_problem(&source, &problem, None)
        .map_err(|_| Stop::from(Message::SelfCheck(lock.root().shown(&file.name))))?;
    let mut writes = vec![(Form::Folder.file(ledger, new), None, text.into_bytes())];
    let here = lock.root().bytes(&file.name)?;
    if here.as_ref() != Some(ours) {
        writes.push((file.name.clone(), here, ours.clone()));
    }
    Ok(Some((new, writes)))
}

/// A table: theirs is given its number first, then the tables are merged.
fn of_table(
    context: &Context<'_>,
    lock: &Lock,
    file: &Versions,
    ledger: &str,
    no: u32,
) -> anyhow::Result<Option<(u32, Writes)>> {
    let (Some(ours), Some(theirs)) = (&file.ours, &file.theirs) else { return Ok(None) };
    let read = |bytes: &[u8]| -> anyhow::Result<Vec<Problem>> {
        let source = source(lock, &file.name, bytes)?;
        let read = table::read(&source).map_err(Unreadable)?;
        Ok(read.into_iter().map(|problem| problem.value).collect())
    };
    let base = file.base.as_deref().map_or(Ok(Vec::new()), &read)?;
    let (of_ours, mut of_theirs) = (read(ours)?, read(theirs)?);
    let has = |all: &[Problem]| all.iter().any(|problem| problem.no == no);
    if has(&base) || !has(&of_ours) || !has(&of_theirs) {
        return Ok(None);
    }
    let highest = of_ours.iter().chain(&of_theirs).map(|problem| problem.no).max().unwrap_or(no);
    let new = lock.root().next_number(ledger, highest)?;
    for problem in of_theirs.iter_mut().filter(|problem| problem.no == no) {
        problem.no = new;
        problem.former.push(Id::of_problem(ledger, no).to_string());
    }
    let refused = |_| Stop::from(Message::SelfCheck(lock.root().shown(&file.name)));
    let theirs = source(lock, &file.name, theirs)?;
    let theirs = table::revise(&theirs, &of_theirs, &[]).map_err(refused)?;
    let kind = Kind::in_book(&file.name);
    let (book, head) = heads(context, lock.root(), &kind);
    let merging = Merging {
        kind: &kind,
        base: file.base.as_deref(),
        ours,
        theirs: theirs.as_bytes(),
        book: &book,
        head: &head,
        today: context.today,
    };
    let text = merging.merged().map_err(|troubles| {
        Stop::from(Message::Merge(MergeNote::NotMerged {
            path: lock.root().shown(&file.name),
            troubles,
        }))
    })?;
    let here = lock.root().bytes(&file.name)?;
    Ok(Some((new, vec![(file.name.clone(), here, text.into_bytes())])))
}
