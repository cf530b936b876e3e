//! Mends problems that are there: single values, under the lock, all of it or nothing.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::change::{Opened, refusal};
use super::failure::Failure;
use super::lock::Lock;
use super::survey::Form;
use crate::complaint::Source;
use crate::domain::id::Id;
use crate::domain::mend::Mending;
use crate::formats::{table, toml};

/// What was mended.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mended {
    /// The mendings, with their problems, in the order in which they were asked for.
    pub done: Vec<(Id, Mending)>,
    /// The names of the files written.
    pub files: Vec<String>,
}

impl Lock {
    /// Mends values of the book. What says something else by now stays as it is; so do all other bytes.
    pub fn mend(&self, mendings: &[(Id, Mending)]) -> Result<Mended, Failure> {
        let ids: Vec<_> = mendings.iter().map(|(id, _)| id.clone()).collect();
        let mut opened = Opened::read(self, &ids)?;
        let mut by_file = BTreeMap::<(Form, String, String), Vec<usize>>::new();
        for (place, (id, _)) in mendings.iter().enumerate() {
            let form = opened.form(&id.ledger, id.no)?;
            let file = form.file(&id.ledger, id.no);
            by_file.entry((form, id.ledger.clone(), file)).or_default().push(place);
        }
        let mut done = Vec::new();
        for ((form, ledger, file), places) in by_file {
            let Some(text) = opened.texts.get_mut(&file) else { continue };
            let asked: Vec<_> = places
                .iter()
                .map(|place| (mendings[*place].0.no, mendings[*place].1.clone()))
                .collect();
            let new = match form {
                Form::Table => table::mend(&text.old, &asked),
                Form::Folder => {
                    let no = asked.first().map_or(0, |(no, _)| *no);
                    let mendings: Vec<_> = asked.into_iter().map(|(_, mending)| mending).collect();
                    toml::mend(&text.old, no, &mendings)
                }
            };
            let (new, of_file) =
                new.map_err(|refused| refusal(self.root(), &ledger, &file, refused))?;
            text.new =
                Arc::new(Source { path: text.old.path.clone(), text: new, ..Source::default() });
            done.extend(of_file.into_iter().map(|at| places[at]));
        }
        done.sort_unstable();
        let files = opened.write(self)?;
        Ok(Mended { done: done.into_iter().map(|place| mendings[place].clone()).collect(), files })
    }
}
