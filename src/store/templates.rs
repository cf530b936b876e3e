//! The office's own wording of reports: `templates/KIND.md` in the book.

use std::fs;
use std::sync::Arc;

use super::entries::{Entry, Kind};
use super::failure::Failure;
use super::names::TEMPLATES;
use super::origin::Origin;
use super::survey::complaint;
use crate::complaint::{Doing, Fault, Source};
use crate::formats::text;

const ENDING: &str = ".md";

impl Origin<'_> {
    /// The names of the templates that are there.
    pub fn template_names(self) -> Result<Vec<String>, Failure> {
        let files = self.template_files()?;
        Ok(files
            .iter()
            .filter_map(|file| file.name.strip_suffix(ENDING))
            .map(str::to_owned)
            .collect())
    }

    /// What a template is called in complaints.
    pub fn template_path(self, name: &str) -> String {
        self.shown(&format!("{TEMPLATES}/{name}{ENDING}"))
    }

    /// Reads a template; nothing where there is none of this name.
    pub fn template(self, name: &str) -> Result<Option<Arc<Source>>, Failure> {
        let file = format!("{name}{ENDING}");
        match self.template_files()?.into_iter().find(|entry| entry.name == file) {
            None => Ok(None),
            Some(Entry { kind: Kind::File, .. }) => {
                let path = format!("{TEMPLATES}/{file}");
                let bytes = match self {
                    Self::Disk(root) => {
                        fs::read(root.path(&path)).map_err(root.io(Doing::Read, &path))?
                    }
                    Self::Past(snapshot) => snapshot.other(&path)?.unwrap_or_default(),
                };
                let source = text::decode(&self.shown(&path), &bytes);
                source.map(|source| Some(Arc::new(source))).map_err(Failure::Complaints)
            }
            Some(_) => {
                let path = format!("{TEMPLATES}/{file}");
                Err(Failure::Complaints(vec![complaint(self, &path, Fault::NotRegular)]))
            }
        }
    }

    /// What stands in the folder; nothing where there is none.
    fn template_files(self) -> Result<Vec<Entry>, Failure> {
        let is_there = |entry: &Entry| entry.name == TEMPLATES && entry.kind == Kind::Folder;
        if !self.entries("")?.iter().any(is_there) {
            return Ok(Vec::new());
        }
        let mut files = self.entries(TEMPLATES)?;
        files.sort_unstable_by(|a, b| a.name.cmp(&b.name));
        Ok(files)
    }
}
