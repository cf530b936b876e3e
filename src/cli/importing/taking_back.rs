//! Takes a sheet back that a unit has filled in, all or nothing.

use std::path::Path;

use super::{Terms, returned};
use crate::cli::Outcome;
use crate::cli::committing::title;
use crate::cli::context::Context;
use crate::domain::id::Id;
use crate::render::words::{Deed, Message, Minutes, TakingNote};
use crate::render::{json, layout};

/// Takes in what a unit has filled in; without --yes only shows it.
pub fn take_back(
    context: &mut Context<'_>,
    path: &Path,
    terms: &Terms,
    yes: bool,
) -> anyhow::Result<Outcome> {
    let (returned, named) = returned::returned(context, path)?;
    let lang = context.lang();
    if !yes {
        let book = context.read_values()?;
        let (back, _) = returned::entries(&book, lang, &returned, &named, terms)?;
        print_back(context, &back)?;
        if !back.entries.is_empty() {
            let entries = back.entries.len();
            context.say(&Message::Taking(TakingNote::OnlyReturned(entries)))?;
        }
        return Ok(Outcome::Fine);
    }
    let lock = context.lock("import")?;
    let book = context.read_values()?;
    let (back, changes) = returned::entries(&book, lang, &returned, &named, terms)?;
    let ids: Vec<_> = named.iter().map(|it| Id::of_problem(&it.id.ledger, it.id.no)).collect();
    lock.change::<anyhow::Error>(&ids, |_| Ok(changes))?;
    let titled = |(id, _, _): &(Id, _, _)| (id.clone(), title(&book, id));
    let lines = back.entries.iter().map(titled).collect();
    let committed = context.commit(&lock, &Minutes { deed: Deed::Import, lines });
    drop(lock);
    print_back(context, &back)?;
    context.say(&Message::Taking(TakingNote::TakenBack(back.entries.len())))?;
    context.say_committed(committed)?;
    Ok(Outcome::Fine)
}

fn print_back(context: &mut Context<'_>, back: &layout::returned::Back) -> anyhow::Result<()> {
    let today = context.today;
    context.show(
        |lang| layout::returned::document(back, lang),
        |lang, out| json::returned(back, lang, today, out),
    )
}
