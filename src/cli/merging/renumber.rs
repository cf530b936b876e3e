//! `ledger merge --renumber`: gives the problem that comes in another number, where two branches had taken the same one.

use super::parted::{has_other_number, problems, source};
use super::repair::{Found, heads, made_by_lines};
use super::texts::Merging;
use super::{Kind, twins};
use crate::cli::Outcome;
use crate::cli::context::Context;
use crate::cli::failure::Stop;
use crate::domain::id::{Id, Selection};
use crate::domain::problem::Problem;
use crate::formats::{table, toml};
use crate::git::{Texts, Versions};
use crate::render::words::{MergeNote, Message};
use crate::store::{Form, Lock, Origin, Rewritten, Root};

/// The new number, and the files to be written for it.
type Renumbered = Option<(u32, Vec<Rewritten>)>;

/// Gives the problem that came second the next free number. The first keeps the number, since it may stand in a signed
/// paper; the second keeps the old one as `former`.
///
/// Which came second says the merge that brought both together: the one at hand, else the newest of the history. Without
/// one it is what stands further down in a table, or has the file whose name is not spelled as it should be.
pub fn renumber(context: &mut Context<'_>, wanted: &Selection) -> anyhow::Result<Outcome> {
    let lock = context.lock_for_merging()?;
    let no = wanted.first;
    let ledgers = match &wanted.ledger {
        Some(name) => vec![name.clone()],
        None if !context.options.ledgers.is_empty() => context.options.ledgers.clone(),
        None => Origin::from(lock.root()).ledger_names()?,
    };
    let at_hand = lock.root().merge_at_hand()?.unwrap_or_default();
    for ledger in &ledgers {
        let done = match merged(context, &lock, &at_hand, ledger, no)? {
            Some((new, writes)) => {
                lock.write_files(&writes)?;
                Some((new, writes.into_iter().map(|(name, ..)| name).collect()))
            }
            None => twins::renumber(&lock, ledger, no)?,
        };
        if let Some((new, files)) = done {
            let (from, to) = (Id::of_problem(ledger, no), Id::of_problem(ledger, new));
            let files = files.iter().map(|name: &String| lock.root().shown(name)).collect();
            context.say(&Message::Merge(MergeNote::Renumbered { from, to, files }))?;
            return Ok(Outcome::Fine);
        }
    }
    let ledger = wanted.ledger.clone().unwrap_or_default();
    Err(Stop::from(Message::Merge(MergeNote::NoCollision(Id::of_problem(&ledger, no)))).into())
}

/// What two branches made of one number, where a merge brought them together.
fn merged(
    context: &Context<'_>,
    lock: &Lock,
    at_hand: &[Versions],
    ledger: &str,
    no: u32,
) -> anyhow::Result<Renumbered> {
    for form in [Form::Folder, Form::Table] {
        let name = form.file(ledger, no);
        let took = |file: &Versions| took_one_number(lock.root(), file, form, no);
        let found = match at_hand.iter().find(|file| file.name == name) {
            Some(file) => Some(file.clone()).filter(took),
            None => lock.root().merge_in_history(&name, took)?,
        };
        let Some(file) = found else { continue };
        let (Some(ours), Some(theirs)) = (&file.ours, &file.theirs) else { continue };
        let mut came = problems(lock.root(), &name, theirs, form, no)?;
        came.retain(|problem| problem.no == no);
        let Some(problem) = came.pop() else { continue };
        if has_other_number(lock.root(), ledger, form, &problem) {
            continue;
        }
        return match form {
            Form::Folder => of_file(lock, &file, [ours, theirs], ledger, problem),
            Form::Table => of_table(context, lock, &file, [ours, theirs], ledger, problem),
        };
    }
    Ok(None)
}

/// Tells whether both sides made a problem of this number that the common ancestor does not have, each another one.
fn took_one_number(root: &Root, file: &Versions, form: Form, no: u32) -> bool {
    let one = |bytes: &Option<Vec<u8>>| {
        let all = problems(root, &file.name, bytes.as_deref()?, form, no).ok()?;
        all.into_iter().find(|problem| problem.no == no)
    };
    match (one(&file.base), one(&file.ours), one(&file.theirs)) {
        (None, Some(ours), Some(theirs)) => ours != theirs,
        _ => false,
    }
}

/// A problem with its new number, and the old one as `former`.
pub(super) fn with_number(mut problem: Problem, ledger: &str, new: u32) -> Problem {
    problem.former.push(Id::of_problem(ledger, problem.no).to_string());
    problem.no = new;
    problem
}

/// The file of a folder: ours stays, theirs becomes a file of its own.
fn of_file(
    lock: &Lock,
    file: &Versions,
    [ours, theirs]: [&Vec<u8>; 2],
    ledger: &str,
    problem: Problem,
) -> anyhow::Result<Renumbered> {
    let root = lock.root();
    let new = root.next_number(ledger, problem.no)?;
    let theirs = source(lock.root(), &file.name, theirs)?;
    let refused = |_| Stop::from(Message::SelfCheck(root.shown(&file.name)));
    let text =
        toml::revise_problem(&theirs, &with_number(problem, ledger, new), None).map_err(refused)?;
    let mut writes = vec![(Form::Folder.file(ledger, new), None, text.into_bytes())];
    let here = root.bytes(&file.name)?;
    // What somebody has changed since is theirs to keep.
    let is_gits = here.as_ref().is_none_or(|here| {
        let texts = Texts { base: b"", ours, theirs: theirs.text.as_bytes() };
        made_by_lines(texts, here) != Found::Otherwise
    });
    if is_gits && here.as_ref() != Some(ours) {
        writes.push((file.name.clone(), here, ours.clone()));
    }
    Ok(Some((new, writes)))
}

/// A table: theirs is given its number first, then the tables are merged. One that somebody has changed since only gets the
/// problem as a new one.
fn of_table(
    context: &Context<'_>,
    lock: &Lock,
    file: &Versions,
    [ours, theirs]: [&Vec<u8>; 2],
    ledger: &str,
    problem: Problem,
) -> anyhow::Result<Renumbered> {
    let no = problem.no;
    let read = |bytes: &[u8]| problems(lock.root(), &file.name, bytes, Form::Table, no);
    let here = lock.root().bytes(&file.name)?;
    let now = here.as_deref().map(read).and_then(Result::ok);
    let (of_ours, mut of_theirs) = (read(ours)?, read(theirs)?);
    let known = of_ours.iter().chain(&of_theirs).chain(now.iter().flatten());
    let highest = known.map(|problem| problem.no).max().unwrap_or(no);
    let new = lock.root().next_number(ledger, highest)?;
    let renumbered = with_number(problem, ledger, new);
    let refused = |_| Stop::from(Message::SelfCheck(lock.root().shown(&file.name)));
    let texts = Texts { base: file.base.as_deref().unwrap_or_default(), ours, theirs };
    let is_gits = here.as_ref().is_some_and(|here| made_by_lines(texts, here) != Found::Otherwise);
    if !is_gits {
        let (Some(here), Some(mut all)) = (here, now) else { return Ok(None) };
        let source = source(lock.root(), &file.name, &here)?;
        all.push(renumbered);
        let text = table::revise(&source, &all, &[]).map_err(refused)?;
        return Ok(Some((new, vec![(file.name.clone(), Some(here), text.into_bytes())])));
    }
    of_theirs.retain(|problem| problem.no != no);
    of_theirs.push(renumbered);
    let theirs = source(lock.root(), &file.name, theirs)?;
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
        let path = lock.root().shown(&file.name);
        Stop::from(Message::Merge(MergeNote::NotMerged { path, troubles }))
    })?;
    Ok(Some((new, vec![(file.name.clone(), here, text.into_bytes())])))
}
