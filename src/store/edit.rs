//! The file of a problem, to be changed by hand, and what a new text of it holds before it is written.

use std::fs;
use std::sync::Arc;

use super::failure::Failure;
use super::root::Root;
use super::survey::{self, Form};
use crate::complaint::{Complaint, Doing};
use crate::domain::id::Id;
use crate::domain::problem::Problem;
use crate::formats::record::Located;
use crate::formats::{table, text, toml};

/// A file of the book that holds a problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// Its name in the book.
    pub name: String,
    /// What complaints call it.
    pub shown: String,
    /// How its ledger is kept.
    pub form: Form,
    /// What stands in it.
    pub bytes: Vec<u8>,
    /// The problem for which it was opened.
    no: u32,
}

impl Root {
    /// Opens the file of a problem. What stands in it may be unreadable: it is opened to be mended.
    pub fn open_by_hand(&self, id: &Id) -> Result<Opening, Failure> {
        let found = survey::ledger(self, &id.ledger)?;
        if found.form == Form::Folder && !found.files.contains(&id.no) {
            return Err(Failure::NoProblem { ledger: id.ledger.clone(), no: id.no });
        }
        let name = found.form.file(&id.ledger, id.no);
        let bytes = fs::read(self.path(&name)).map_err(self.io(Doing::Read, &name))?;
        Ok(Opening { shown: self.shown(&name), form: found.form, bytes, no: id.no, name })
    }
}

impl Opening {
    /// Reads a text as that of the file: one problem, or those of a table by their numbers.
    pub fn read(&self, bytes: &[u8]) -> Result<Vec<Located<Problem>>, Vec<Complaint>> {
        let source = text::decode(&self.shown, bytes).map(Arc::new)?;
        match self.form {
            Form::Folder => Ok(vec![toml::read_problem(&source, self.no)?]),
            Form::Table => {
                let mut problems = table::read(&source)?;
                problems.sort_by_key(|problem| problem.value.no);
                Ok(problems)
            }
        }
    }
}
