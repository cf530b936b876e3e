//! Keeps a ledger in the other form.
//!
//! The new files are made, the head as it stands, byte for byte, and the old ones removed, as one change. As long as files
//! of both forms are there, reading complains that the ledger is there twice.

use std::fs;
use std::sync::Arc;

use super::check::{problem_text, table_text};
use super::failure::Failure;
use super::init::make_folder;
use super::lock::Lock;
use super::names;
use super::read::Reader;
use super::root::Root;
use super::survey::{self, Form, Found};
use super::write::Write;
use crate::complaint::Doing;
use crate::complaint::Source;
use crate::domain::book::Lang;
use crate::domain::problem::Problem;
use crate::formats::toml;

/// The names of the files that a conversion made and removed; none if the ledger had that form.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Converted {
    /// The new files.
    pub written: Vec<String>,
    /// The old files.
    pub removed: Vec<String>,
}

/// A ledger as it is, file by file.
struct Old {
    problems: Vec<Problem>,
    head: Arc<Source>,
    files: Vec<(String, Arc<Source>)>,
}

impl Lock {
    /// Keeps a ledger in this form; a new table's columns are named in this language.
    ///
    /// A table has no place for comments; files that have some are refused unless those may be dropped.
    pub fn convert(
        &self,
        ledger: &str,
        to: Form,
        lang: Lang,
        drop_comments: bool,
    ) -> Result<Converted, Failure> {
        let root = self.root();
        let found = survey::ledger(root, ledger)?;
        if found.form == to {
            return Ok(Converted::default());
        }
        let old = Old::read(root, &found)?;
        if to == Form::Table && !drop_comments {
            old.refuse_comments(root)?;
        }
        let new = old.in_form(root, ledger, to, lang)?;
        if to == Form::Folder {
            make_folder(&root.path(ledger)).map_err(root.io(Doing::MakeFolder, ledger))?;
        }
        let made = new.iter().map(|(name, text)| Write {
            name: name.clone(),
            read: None,
            new: Some(text.as_bytes()),
        });
        let removed = old.files.iter().map(|(name, source)| Write {
            name: name.clone(),
            read: Some(source.text.as_bytes()),
            new: None,
        });
        self.write(&made.chain(removed).collect::<Vec<_>>())?;
        if to == Form::Table {
            let _ = fs::remove_dir(root.path(ledger)); // stays if hidden files are in it
        }
        let written = new.into_iter().map(|(name, _)| name).collect();
        Ok(Converted { written, removed: old.names() })
    }
}

impl Old {
    fn read(root: &Root, found: &Found) -> Result<Self, Failure> {
        let mut reader = Reader::new(root);
        let head = reader.head(found)?;
        let mut problems = Vec::new();
        let mut files = Vec::new();
        for located in reader.files(&found.name, &found.files, |located| located)? {
            let name = found.form.file(&found.name, located.value.no);
            files.push((name, located.places.source));
            problems.push(located.value);
        }
        if let Some(table) = reader.table(found)? {
            files.push((names::path_of_table(&found.name), table.source));
            problems.extend(table.problems.into_iter().map(|row| row.value));
        }
        let head = reader.finish(head)?.source;
        files.push((found.form.head(&found.name), Arc::clone(&head)));
        Ok(Self { problems, head, files })
    }

    fn refuse_comments(&self, root: &Root) -> Result<(), Failure> {
        let problems = self.files.iter().filter(|(_, source)| !Arc::ptr_eq(source, &self.head));
        let with_comments = problems.filter(|(_, source)| !toml::comments(&source.text).is_empty());
        let paths: Vec<_> = with_comments.map(|(name, _)| root.shown(name)).collect();
        if paths.is_empty() { Ok(()) } else { Err(Failure::Comments { paths }) }
    }

    /// Returns the names and texts of the ledger in a form.
    fn in_form(
        &self,
        root: &Root,
        ledger: &str,
        form: Form,
        lang: Lang,
    ) -> Result<Vec<(String, String)>, Failure> {
        let mut texts = vec![(form.head(ledger), self.head.text.clone())];
        match form {
            Form::Folder => {
                for problem in &self.problems {
                    let name = form.file(ledger, problem.no);
                    let text = problem_text(root, &name, problem)?;
                    texts.push((name, text));
                }
            }
            Form::Table => {
                let name = names::path_of_table(ledger);
                let text = table_text(root, &name, &self.problems, lang)?;
                texts.push((name, text));
            }
        }
        Ok(texts)
    }

    fn names(&self) -> Vec<String> {
        self.files.iter().map(|(name, _)| name.clone()).collect()
    }
}
