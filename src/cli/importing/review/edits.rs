//! Changing the fields of a draft: what is named by hand is graded so, and how a limit reads is said at once.

use super::fields::{self, Slot};
use super::{Item, Review};
use crate::cli::asking::{Left, Names, Wanted, WantedLimit};
use crate::cli::importing::masking::mask_line;
use crate::domain::subject::Part;
use crate::render::layout::masking::NameMasked;
use crate::render::layout::review::name;
use crate::render::words::asking::{self, Choice, Keys, Question, ReviewLabel};
use crate::render::words::{Message, TakingNote};
use crate::reports::changes::Field;

/// Columns that a field with its value may take where it is chosen.
const CHOICE: usize = 64;

impl Review<'_, '_> {
    /// Lets fields of a line be changed, until there are no more changes.
    pub(super) fn edit(&mut self, at: usize) -> Result<(), Left> {
        let mut marked = 1;
        loop {
            let Some(item) = self.items.get(at) else { return Ok(()) };
            let slots = fields::slots(&item.line.problem);
            let done = (None, asking::choice(self.lang(), Choice::Changed).to_owned());
            let named = slots.iter().map(|slot| (Some(slot.clone()), self.with_value(item, slot)));
            let choices = std::iter::once(done).chain(named).collect();
            let slot = match self.asking.choose(&Question::Field, choices, marked) {
                Ok(Some(slot)) => slot,
                Ok(None) | Err(Left::Back) => return Ok(()),
                Err(left) => return Err(left),
            };
            marked = 0;
            match self.change(at, &slot) {
                Ok(()) | Err(Left::Back) => {}
                Err(left) => return Err(left),
            }
        }
    }

    fn with_value(&self, item: &Item, slot: &Slot) -> String {
        let lang = self.lang();
        let value = fields::typed(&item.line.problem, slot, lang);
        let name = self.name(slot);
        asking::with_value(lang, &name, &value, CHOICE)
    }

    /// The name of a field, as people read it.
    fn name(&self, slot: &Slot) -> String {
        match slot {
            Slot::Field(part, field) => name(part, field, self.lang()),
            Slot::Verifier => asking::label(self.lang(), ReviewLabel::Verifier).to_owned(),
        }
    }

    /// Asks for the new value of a field and puts it there.
    fn change(&mut self, at: usize, slot: &Slot) -> Result<(), Left> {
        match slot {
            Slot::Verifier => self.change_verifier(at),
            Slot::Field(part, Field::Limit) => self.change_limit(at, part),
            Slot::Field(part, field) => {
                let (typed, names) = self.ask(at, slot, field)?;
                self.put(at, part, field, &typed, names)
            }
        }
    }

    fn ask(&self, at: usize, slot: &Slot, field: &Field) -> Result<(String, Vec<String>), Left> {
        let lang = self.lang();
        let now = self.items.get(at).map(|it| fields::typed(&it.line.problem, slot, lang));
        let roster = &self.book.head.roster;
        let names = match field {
            Field::Lead | Field::Joint | Field::With => Some(Names::units(roster)),
            Field::Leader | Field::Person => Some(Names::persons(roster)),
            _ => None,
        };
        let keys = fields::keys(field);
        let typed = self.asking.text(&Wanted {
            question: Question::Value(self.name(slot)),
            keys,
            now: &now.unwrap_or_default(),
            names: names.as_ref(),
            check: &|typed| fields::check(lang, field, typed),
        })?;
        let chosen = names.map(|names| names.read(&typed)).unwrap_or_default();
        Ok((typed, chosen))
    }

    fn put(
        &mut self,
        at: usize,
        part: &Part,
        field: &Field,
        typed: &str,
        names: Vec<String>,
    ) -> Result<(), Left> {
        let lang = self.lang();
        let changed = name(part, field, lang);
        let Some(item) = self.items.get_mut(at) else { return Ok(()) };
        if fields::typed(&item.line.problem, &Slot::Field(part.clone(), field.clone()), lang)
            == typed
        {
            return Ok(()); // also the day that the file gives beside the words stays
        }
        let before = item.line.problem.clone();
        fields::put(&mut item.line.problem, part, field, typed, names);
        if item.line.problem == before {
            return Ok(());
        }
        if let Some(key) = fields::key(field) {
            item.line.set_by_hand(part, key);
        }
        if *field == Field::Limit {
            item.line.set_anew(part, "due");
            item.line.set_anew(part, "sustained");
        }
        item.note(changed);
        if self.terms.mask { self.mask(at) } else { Ok(()) }
    }

    /// Masks the persons whom a line names now, and says whose names those were.
    fn mask(&mut self, at: usize) -> Result<(), Left> {
        let Some(item) = self.items.get_mut(at) else { return Ok(()) };
        let mut problem = std::mem::take(&mut item.line.problem);
        let others = self.items.iter().map(|it| &*it.line.problem);
        let roster = &self.book.head.roster;
        let new = mask_line(&mut problem, roster, &mut self.terms.masked, others);
        if let Some(item) = self.items.get_mut(at) {
            item.line.problem = problem;
        }
        for NameMasked { name, mask, .. } in new {
            let note = match mask {
                Some(mask) => TakingNote::MaskedAs { name, mask },
                None => TakingNote::LooksLikeName(name),
            };
            self.context.say(&Message::Taking(note)).map_err(Left::Lost)?;
        }
        Ok(())
    }

    fn change_limit(&mut self, at: usize, part: &Part) -> Result<(), Left> {
        let slot = Slot::Field(part.clone(), Field::Limit);
        let now = self.items.get(at).map(|it| fields::typed(&it.line.problem, &slot, self.lang()));
        let wanted = WantedLimit {
            name: &self.name(&slot),
            now: &now.unwrap_or_default(),
            day_needed: false,
            book: &self.book,
            ledger: &self.ledger.name,
            today: self.terms.today,
        };
        let (typed, due) = self.asking.limit(&wanted, self.context.err)?;
        self.put(at, part, &Field::Limit, &typed, Vec::new())?;
        match due {
            Some(due) => self.put(at, part, &Field::Due, &due.to_string(), Vec::new()),
            None => Ok(()),
        }
    }

    fn change_verifier(&mut self, at: usize) -> Result<(), Left> {
        let lang = self.lang();
        let names = Names::actors(&self.book.head.roster).closed();
        let now = self.items.get(at);
        let now = now.map(|it| fields::typed(&it.line.problem, &Slot::Verifier, lang));
        let typed = self.asking.text(&Wanted {
            question: Question::Verifier,
            keys: Keys::Name,
            now: &now.unwrap_or_default(),
            names: Some(&names),
            check: &|typed| fields::check(lang, &Field::By, typed),
        })?;
        let changed = self.name(&Slot::Verifier);
        if let Some(item) = self.items.get_mut(at) {
            fields::put_verifier(&mut item.line.problem, &typed);
            item.note(changed);
        }
        if self.terms.mask { self.mask(at) } else { Ok(()) }
    }
}
