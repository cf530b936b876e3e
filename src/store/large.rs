//! A large table that is to grow: in memory once, and only as far taken apart as what is added to it needs.

use std::fs::{File, Metadata};
use std::path::Path;
use std::sync::Arc;

use super::lock::Lock;
use super::names;
use super::stream::Portions;
use super::survey::{Form, Found};
use super::write;
use crate::complaint::{Complaint, Source};
use crate::domain::problem::Problem;
use crate::formats::record::Located;
use crate::formats::share::share;
use crate::formats::table::lean::Excerpt;
use crate::formats::{table, text};

/// Room for rows at the end of a table, so that it need not be moved in memory for them.
const ROOM: usize = 1 << 16;

/// A large table in which nothing is wrong.
#[derive(Debug)]
pub(super) struct Large {
    /// What stands on the disk, and behind it the rows that are added.
    bytes: Vec<u8>,
    /// So many of them stand on the disk.
    read: usize,
    excerpt: Excerpt,
}

impl Large {
    /// Reads a ledger's table, and those of its problems that are wanted of all numbers; nothing where it is to be read in
    /// the usual way.
    pub(super) fn open(
        lock: &Lock,
        found: &Found,
        wanted: impl FnOnce(&[u32]) -> Vec<u32>,
    ) -> Option<(Self, Vec<Located<Problem>>)> {
        if found.form != Form::Table {
            return None;
        }
        let (root, name) = (lock.root(), names::path_of_table(&found.name));
        let bytes = bytes(&root.path(&name), &lock.portions)?;
        let excerpt = Excerpt::of(&root.shown(&name), &bytes, lock.portions.block, wanted)?;
        let problems = table::read(&excerpt.source).ok()?;
        Some((Self { read: bytes.len(), bytes, excerpt }, problems))
    }

    /// What stands on the disk.
    pub(super) fn read(&self) -> &[u8] {
        &self.bytes[..self.read]
    }

    /// What is to stand there.
    pub(super) fn written(&self) -> &[u8] {
        &self.bytes
    }

    /// The numbers of its problems.
    pub(super) fn numbers(&self) -> &[u32] {
        &self.excerpt.numbers
    }

    /// The text of the excerpt.
    pub(super) fn source(&self) -> &Arc<Source> {
        &self.excerpt.source
    }

    /// Grows by what its excerpt has grown by; tells whether that could be done.
    pub(super) fn grow(&mut self, excerpt: &str) -> bool {
        let Some(rows) = self.excerpt.growth(excerpt) else { return false };
        self.bytes.truncate(self.read);
        self.bytes.extend_from_slice(rows.as_bytes());
        true
    }

    /// The whole text, for the usual way.
    pub(super) fn whole(&self) -> Result<Arc<Source>, Vec<Complaint>> {
        text::decode(&self.excerpt.source.path, self.read()).map(Arc::new)
    }
}

/// Reads a large file, on all cores.
fn bytes(path: &Path, portions: &Portions) -> Option<Vec<u8>> {
    // A pipe would make us wait.
    path.metadata().ok().filter(Metadata::is_file)?;
    let file = File::open(path).ok()?;
    let length = file.metadata().ok()?.len();
    if length < portions.large {
        return None;
    }
    let length = usize::try_from(length).ok()?;
    let mut bytes = vec![0; length + ROOM];
    bytes.truncate(length);
    let read = |(at, part): (usize, &mut [u8])| {
        write::read_at(&file, part, (at * portions.block) as u64).ok()
    };
    let parts = bytes.chunks_mut(portions.block).enumerate();
    share(parts, read).into_iter().collect::<Option<Vec<()>>>()?;
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::{Portions, bytes};
    use std::fs;

    #[test]
    fn a_large_file_is_read_whole_and_a_small_one_in_the_usual_way() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("t.csv");
        let text: Vec<u8> = (0..=250).collect();
        fs::write(&path, &text).unwrap();
        let of = |large, block| bytes(&path, &Portions { large, block, pieces: 2 });
        for block in [1, 7, 125, 251, 1000] {
            assert_eq!(of(251, block).as_deref(), Some(&*text), "{block}");
        }
        assert_eq!(of(252, 7), None);
        assert_eq!(bytes(folder.path(), &Portions { large: 0, ..Portions::default() }), None);
    }
}
