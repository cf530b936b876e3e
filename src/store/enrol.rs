//! Puts names into the roster of `book.toml`, and changes nothing else of it.

use super::change::refusal;
use super::check::same;
use super::failure::Failure;
use super::lock::Lock;
use super::read::Reader;
use super::root;
use crate::domain::roster::{Person, Unit};
use crate::formats::toml;

impl Lock {
    /// Puts units and persons into the roster. Those that it knows already are left as they are.
    pub fn enrol<'a>(
        &self,
        units: impl IntoIterator<Item = &'a String>,
        persons: impl IntoIterator<Item = &'a String>,
    ) -> Result<(), Failure> {
        let root = self.root();
        let mut reader = Reader::new(root);
        let head = reader.book_head()?;
        let head = reader.finish(head)?;
        let mut meant = head.value;
        for name in units {
            if !meant.roster.knows_unit(name) {
                meant.roster.units.insert(name.clone(), Unit::default());
            }
        }
        for name in persons {
            meant.roster.persons.entry(name.clone()).or_insert_with(Person::default);
        }
        let text = toml::revise_book(&head.source, &meant, None)
            .map_err(|refused| refusal(root, "", root::HEAD, refused))?;
        let text = same(root, root::HEAD, text, |source| toml::read_book(&source), &meant)?;
        self.replace(root::HEAD, head.source.text.as_bytes(), text.as_bytes())
    }
}
