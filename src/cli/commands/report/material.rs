//! What a paper rests on: the book read once, and without persons in its running text where that is asked for.

use std::collections::BTreeSet;

use crate::cli::context::Context;
use crate::domain::book::Book;
use crate::domain::id::Id;
use crate::domain::persons::{Hidden, hide};
use crate::domain::standing::{AsOf, Standing};
use crate::render::words::giving::GivingNote;
use crate::render::words::{Message, TakingNote};
use crate::reports::summary;

/// What a paper rests on.
pub(super) struct Material {
    /// What is asked about: the ledgers named with `-l`, all of the book, or the file named with `-f`.
    pub(super) book: Book,
    /// All of the book, where only a part of it is asked about.
    whole: Option<Book>,
    /// The names that stood in running text.
    hidden: Vec<Hidden>,
}

impl Material {
    /// Reads it. With `--mask` each person has the same mask in all ledgers, whichever are asked about.
    pub(super) fn read(context: &mut Context<'_>) -> anyhow::Result<Self> {
        let mut all = context.read_all()?;
        let hidden = if context.wording.mask { hide(&mut all) } else { Vec::new() };
        let named = &context.options.ledgers;
        if context.options.file.is_some() || named.is_empty() {
            return Ok(Self { book: all, whole: None, hidden });
        }
        let asked = all.ledgers.iter().filter(|ledger| named.contains(&ledger.name));
        let book = Book { head: all.head.clone(), ledgers: asked.cloned().collect() };
        Ok(Self { book, whole: Some(all), hidden })
    }

    /// All of the book: what came back may be named in a ledger that is not asked about.
    pub(super) fn whole(&self) -> &Book {
        self.whole.as_ref().unwrap_or(&self.book)
    }

    /// The problems that later ones repeat.
    pub(super) fn repeated(&self, as_of: &AsOf<'_>) -> BTreeSet<Id> {
        summary::repeated(as_of, self.whole())
    }

    /// Says whom the problems of a paper named, and what only looks like a name, each once.
    pub(super) fn tell(
        &self,
        context: &mut Context<'_>,
        standings: &[Standing<'_>],
    ) -> anyhow::Result<()> {
        let mut places: BTreeSet<String> = standings.iter().map(|it| it.id().to_string()).collect();
        places.extend(standings.iter().map(|it| it.ledger.name.clone()));
        let mut told = BTreeSet::new();
        for Hidden { place, name, mask } in &self.hidden {
            if !places.contains(place) || !told.insert((name, mask)) {
                continue;
            }
            let (name, place) = (name.clone(), place.clone());
            context.say(&match mask.clone() {
                Some(mask) => Message::Taking(TakingNote::MaskedAs { name, mask }),
                None => Message::Giving(GivingNote::LooksLikeName { place, name }),
            })?;
        }
        Ok(())
    }
}
