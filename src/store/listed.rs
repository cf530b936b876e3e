//! What the listing of a ledger's folder has told, kept for the next write as long as nobody changes the folder.
//!
//! Of a hundred thousand problems a write needs one file, and the folder's names only to know that they are in order and
//! which number is the highest. To list them takes longer than all the rest. A folder has a time that changes with every
//! name that comes or goes: while it is the same, so is what was told. That stands in the file of the lock; a command that
//! is killed leaves nothing there, and the next one lists again. Where a name comes within the same tick of the clock as our
//! own, the next write may not see it; `check` and all that reads list the folder itself.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;

use super::names::{self, Meaning};
use super::root::Root;

/// How a line in the lock's file begins that is ours.
const LINE: &str = "listed ";

/// What stands for branches that nobody has looked at.
const NOT_ASKED: &str = "?";

/// What a listing has told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told {
    /// The folder's time when it was listed, or written to last.
    stamp: String,
    /// The highest number: of the names, and of the branches if they were asked.
    pub highest: u32,
    /// The state of the branches that were asked for higher numbers.
    heads: String,
    /// Whether drafts that others left behind were looked for.
    pub clean: bool,
}

/// What is known of the folders of ledgers, by their names.
#[derive(Debug, Default)]
pub(super) struct Listed(RefCell<BTreeMap<String, Told>>);

impl Listed {
    /// Reads what [`Listed::text`] wrote.
    pub(super) fn read(text: &str) -> Self {
        let lines = text.lines().filter_map(|line| line.strip_prefix(LINE));
        let told = lines.filter_map(|line| {
            let mut words = line.splitn(4, ' ');
            let (stamp, highest) = (words.next()?.to_owned(), words.next()?.parse().ok()?);
            let (heads, ledger) = (words.next()?.to_owned(), words.next()?.to_owned());
            Some((ledger, Told { stamp, highest, heads, clean: true }))
        });
        Self(RefCell::new(told.collect()))
    }

    /// What is to be kept: of folders that were only listed nothing is, since drafts may lie there.
    pub(super) fn text(&self) -> String {
        let told = self.0.borrow();
        let kept = told.iter().filter(|(_, told)| told.clean);
        let line = |(ledger, told): (&String, &Told)| {
            format!("{LINE}{} {} {} {ledger}\n", told.stamp, told.highest, told.heads)
        };
        kept.map(line).collect()
    }

    /// What is known of a ledger whose folder nobody has changed.
    pub(super) fn of(&self, root: &Root, ledger: &str) -> Option<Told> {
        let told = self.0.borrow().get(ledger)?.clone();
        (stamp(root, ledger)? == told.stamp).then_some(told)
    }

    /// The highest number, where the branches stand as they stood when they were asked for theirs.
    pub(super) fn highest(&self, root: &Root, ledger: &str, heads: &str) -> Option<u32> {
        self.of(root, ledger).filter(|told| told.heads == heads).map(|told| told.highest)
    }

    /// Keeps what a listing has told that was begun when the folder had this stamp; without branches where none were asked.
    pub(super) fn note(
        &self,
        ledger: &str,
        stamp: Option<String>,
        highest: u32,
        heads: Option<&str>,
    ) {
        let heads = heads.unwrap_or(NOT_ASKED).to_owned();
        if let Some(stamp) = stamp {
            let told = Told { stamp, highest, heads, clean: false };
            self.0.borrow_mut().insert(ledger.to_owned(), told);
        }
    }

    /// What is known of the folders that are about to be written to; all else is forgotten.
    pub(super) fn before<'n>(
        &self,
        root: &Root,
        names: impl Iterator<Item = &'n str>,
    ) -> BTreeMap<String, Told> {
        let mut before = BTreeMap::new();
        for name in names {
            let Some(Meaning::Problem(ledger, no)) = names::meaning(name) else { continue };
            let told = before.remove(&ledger).or_else(|| self.of(root, &ledger));
            self.0.borrow_mut().remove(&ledger);
            if let Some(told) = told {
                let highest = told.highest.max(no);
                before.insert(ledger, Told { highest, ..told });
            }
        }
        before
    }

    /// Keeps what was known before a write that is made: the names are in order as they were.
    pub(super) fn after(&self, root: &Root, before: BTreeMap<String, Told>) {
        for (ledger, told) in before {
            if let Some(stamp) = stamp(root, &ledger) {
                self.0.borrow_mut().insert(ledger, Told { stamp, clean: true, ..told });
            }
        }
    }
}

/// By which a folder is known as long as no name comes or goes.
#[cfg(unix)]
pub(super) fn stamp(root: &Root, ledger: &str) -> Option<String> {
    use std::os::unix::fs::MetadataExt;
    let of = fs::metadata(root.path(ledger)).ok()?;
    Some(format!("{}:{}:{}.{}", of.dev(), of.ino(), of.mtime(), of.mtime_nsec()))
}

/// Elsewhere the time of a folder is not to be relied upon.
#[cfg(not(unix))]
pub(super) fn stamp(_: &Root, _: &str) -> Option<String> {
    None
}

#[cfg(test)]
mod tests {
    use super::{Listed, Root, stamp};
    use std::fs;

    #[test]
    fn what_a_listing_told_holds_until_a_name_comes_or_goes() {
        let folder = tempfile::tempdir().unwrap();
        let root = Root::at(folder.path()).unwrap();
        fs::create_dir(root.path("2022甲")).unwrap();
        let listed = Listed::default();
        listed.note("2022甲", stamp(&root, "2022甲"), 7, Some("abc"));
        assert_eq!(listed.text(), "", "drafts were not looked for");

        let before = listed.before(&root, ["2022甲/008.toml", "book.toml"].into_iter());
        fs::write(root.path("2022甲/008.toml"), "").unwrap();
        assert_eq!(listed.highest(&root, "2022甲", "abc"), None, "in the middle of a write");
        listed.after(&root, before);
        let read = Listed::read(&format!("wrote x\n{}", listed.text()));
        assert_eq!(read.highest(&root, "2022甲", "abc"), Some(8));
        assert_eq!(read.highest(&root, "2022甲", "abd"), None, "branches have moved");
        assert!(read.of(&root, "2022甲").is_some());

        fs::remove_file(root.path("2022甲/008.toml")).unwrap();
        assert_eq!(read.of(&root, "2022甲"), None);
    }
}
