//! Two problems with one number as they stand in the book, whatever brought them there.

use std::sync::Arc;

use super::parted::{are_one, problems, source};
use super::renumber::with_number;
use crate::cli::failure::Stop;
use crate::complaint::Source;
use crate::domain::id::Id;
use crate::domain::problem::Problem;
use crate::formats::{table, toml};
use crate::render::words::{MergeNote, Message};
use crate::store::{Form, Lock};

/// Gives the second of two problems the next number and returns it with the files written; nothing where there is but one.
pub(super) fn renumber(
    lock: &Lock,
    ledger: &str,
    no: u32,
) -> anyhow::Result<Option<(u32, Vec<String>)>> {
    match of_folder(lock, ledger, no)? {
        None => of_table(lock, ledger, no),
        done => Ok(done),
    }
}

/// `007.toml` and `7.toml`: the file that is not named as it should be came second.
fn of_folder(lock: &Lock, ledger: &str, no: u32) -> anyhow::Result<Option<(u32, Vec<String>)>> {
    let root = lock.root();
    let first = Form::Folder.file(ledger, no);
    let Some(second) = root.misnamed(ledger, no)?.pop() else { return Ok(None) };
    let (Some(kept), Some(bytes)) = (root.bytes(&first)?, root.bytes(&second)?) else {
        return Ok(None);
    };
    let read = |name: &str, bytes: &[u8]| problems(lock.root(), name, bytes, Form::Folder, no);
    let (kept, mut all) = (read(&first, &kept)?, read(&second, &bytes)?);
    let Some(problem) = all.pop() else { return Ok(None) };
    refuse_same(ledger, &kept[0], &problem)?;
    let new = root.next_number(ledger, no)?;
    let name = Form::Folder.file(ledger, new);
    let refused = |_| Stop::from(Message::SelfCheck(root.shown(&second)));
    let to = with_number(problem, ledger, new);
    let text =
        toml::revise_problem(&source(lock.root(), &second, &bytes)?, &to, None).map_err(refused)?;
    lock.move_file(&second, &bytes, &name, text.as_bytes())?;
    Ok(Some((new, vec![name, second])))
}

/// A table: the rows that stand further down are those of the second.
fn of_table(lock: &Lock, ledger: &str, no: u32) -> anyhow::Result<Option<(u32, Vec<String>)>> {
    let root = lock.root();
    let name = Form::Table.file(ledger, no);
    let Some(bytes) = root.bytes(&name)? else { return Ok(None) };
    let whole = source(lock.root(), &name, &bytes)?;
    let Some([first, second]) = table::part(&whole.text, no) else { return Ok(None) };
    let read = |text: &str| problems(lock.root(), &name, text.as_bytes(), Form::Table, no);
    let (mut all, mut of_second) = (read(&first)?, read(&second)?);
    let (Some(kept), Some(problem)) = (all.iter().find(|it| it.no == no), of_second.pop()) else {
        return Ok(None);
    };
    refuse_same(ledger, kept, &problem)?;
    let highest = all.iter().map(|problem| problem.no).max().unwrap_or(no);
    let new = root.next_number(ledger, highest)?;
    all.push(with_number(problem, ledger, new));
    let first = Arc::new(Source { path: whole.path.clone(), text: first, ..Source::default() });
    let refused = |_| Stop::from(Message::SelfCheck(root.shown(&name)));
    let text = table::revise(&first, &all, &[]).map_err(refused)?;
    lock.write_files(&[(name.clone(), Some(bytes), text.into_bytes())])?;
    Ok(Some((new, vec![name])))
}

/// One problem that is there twice gets no second number.
fn refuse_same(ledger: &str, one: &Problem, other: &Problem) -> Result<(), Stop> {
    let id = Id::of_problem(ledger, other.no);
    if are_one(one, other) { Err(Message::Merge(MergeNote::SameTwice(id)).into()) } else { Ok(()) }
}
