//! Texts that are opened to be changed: as they were read, and as they are to be.

use std::sync::Arc;

use super::failure::Failure;
use super::large::Large;
use super::lock::Lock;
use super::read::{self, Reader};
use super::survey::Found;
use crate::complaint::Source;
use crate::domain::problem::Problem;
use crate::formats::addition::Refused;
use crate::formats::record::Located;

/// A text as it was read, and as it is to be.
#[derive(Debug)]
pub(super) struct Text {
    pub old: Arc<Source>,
    pub new: Arc<Source>,
    /// The table of which both are but an excerpt.
    large: Option<Large>,
}

impl Text {
    /// A text that is read as a whole.
    pub(super) fn new(old: Arc<Source>) -> Self {
        Self { new: Arc::clone(&old), old, large: None }
    }

    /// What stands on the disk.
    pub(super) fn read(&self) -> &[u8] {
        self.large.as_ref().map_or(self.old.text.as_bytes(), Large::read)
    }

    /// What is to stand there.
    pub(super) fn written(&self) -> &[u8] {
        self.large.as_ref().map_or(self.new.text.as_bytes(), Large::written)
    }

    /// Adds what a format adds to a text.
    pub(super) fn grow(
        &mut self,
        append: impl Fn(&Arc<Source>) -> Result<Arc<Source>, Refused>,
    ) -> Result<(), Refused> {
        if let Some(large) = &mut self.large {
            if let Some(new) = append(&self.old).ok().filter(|new| large.grow(&new.text)) {
                self.new = new;
                return Ok(());
            }
            // More than its end changes, or something is to be told: the whole of it is asked.
            self.old = large.whole().map_err(Refused::Complaints)?;
            self.large = None;
        }
        self.new = append(&self.old)?;
        Ok(())
    }
}

/// A ledger's table that is to grow.
#[derive(Debug)]
pub(super) struct Table {
    pub text: Text,
    /// The numbers of all its problems.
    pub numbers: Vec<u32>,
    /// All of them, or at least those that are wanted, in the order of their numbers.
    pub problems: Vec<Located<Problem>>,
}

impl Table {
    /// Opens the table of a ledger that is kept as one for those of its problems that are wanted of all numbers; no more of a
    /// large one is read than what is added to these needs.
    pub(super) fn open(
        lock: &Lock,
        reader: &mut Reader<'_>,
        found: &Found,
        wanted: impl FnOnce(&[u32]) -> Vec<u32>,
    ) -> Result<Option<Self>, Failure> {
        let Some((large, problems)) = Large::open(lock, found, wanted) else {
            return Self::whole(reader, found);
        };
        let (old, numbers) = (Arc::clone(large.source()), large.numbers().to_vec());
        let text = Text { new: Arc::clone(&old), old, large: Some(large) };
        Ok(Some(Self { text, numbers, problems }))
    }

    /// Opens it for whatever changes it.
    pub(super) fn whole(reader: &mut Reader<'_>, found: &Found) -> Result<Option<Self>, Failure> {
        Ok(reader.table(found)?.map(|read::Table { source, problems }| {
            let numbers = problems.iter().map(|row| row.value.no).collect();
            Self { text: Text::new(source), numbers, problems }
        }))
    }
}
