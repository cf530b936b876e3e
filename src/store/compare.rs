//! Two versions of a book side by side: what is the same in both is read once, or not at all.

use std::collections::{BTreeMap, BTreeSet};

use super::failure::Failure;
use super::history::{Wanted, fingerprints};
use super::names::{self, Meaning};
use super::origin::Origin;
use crate::domain::book::Book;
use crate::domain::ledger::Ledger;

/// Reads two versions of a book.
///
/// Unless `all` is asked for, problems are left out of both whose files are the same in both, as are the heads that bear on
/// them: on one and the same day they stand as they stood.
pub fn compare(old: Origin<'_>, new: Origin<'_>, all: bool) -> Result<(Book, Book), Failure> {
    let prints = [fingerprints(old, &Wanted::All)?, fingerprints(new, &Wanted::All)?];
    let same = same(&prints);
    let apart = if all { BTreeSet::new() } else { alike(&prints, &same) };
    let newer = new.book_without(&apart)?;
    let mut older = old.book_without(&same)?;
    for name in same.difference(&apart) {
        take_over(name, &newer, &mut older);
    }
    for ledger in &mut older.ledgers {
        ledger.problems.sort_by_key(|problem| problem.no);
    }
    Ok((older, newer))
}

/// The files of problems that are the same in both.
fn same([old, new]: &[BTreeMap<String, String>; 2]) -> BTreeSet<String> {
    let holds_problems =
        |name: &str| matches!(names::meaning(name), Some(Meaning::Problem(..) | Meaning::Table(_)));
    let same = old.iter().filter(|(name, hash)| new.get(*name) == Some(hash));
    same.map(|(name, _)| name.clone()).filter(|name| holds_problems(name)).collect()
}

/// Those of them that stand alike on one day, since the heads that bear on them are the same, too.
fn alike([old, new]: &[BTreeMap<String, String>; 2], same: &BTreeSet<String>) -> BTreeSet<String> {
    let differing = old.keys().chain(new.keys()).filter(|name| old.get(*name) != new.get(*name));
    let mut ledgers = BTreeSet::new();
    for name in differing {
        match names::meaning(name) {
            Some(Meaning::BookHead) => return BTreeSet::new(),
            Some(Meaning::Head(ledger)) => _ = ledgers.insert(ledger),
            _ => {}
        }
    }
    let is_alike = |name: &&String| match names::meaning(name) {
        Some(Meaning::Problem(ledger, _) | Meaning::Table(ledger)) => !ledgers.contains(&ledger),
        _ => true,
    };
    same.iter().filter(is_alike).cloned().collect()
}

/// Puts into the older book the problems of a file that is the same in the newer one.
fn take_over(name: &str, newer: &Book, older: &mut Book) {
    let (ledger, only) = match names::meaning(name) {
        Some(Meaning::Problem(ledger, no)) => (ledger, Some(no)),
        Some(Meaning::Table(ledger)) => (ledger, None),
        _ => return,
    };
    let find = |ledgers: &[Ledger]| ledgers.iter().position(|known| known.name == ledger);
    let (Some(from), Some(to)) = (find(&newer.ledgers), find(&older.ledgers)) else { return };
    let (from, to) = (&newer.ledgers[from].problems, &mut older.ledgers[to].problems);
    match only {
        Some(no) => {
            let found = from.binary_search_by_key(&no, |problem| problem.no);
            to.extend(found.ok().map(|place| from[place].clone()));
        }
        None => to.extend(from.iter().cloned()),
    }
}

#[cfg(test)]
mod tests {
    use super::{alike, same};
    use std::collections::{BTreeMap, BTreeSet};

    const FILES: [&str; 7] = [
        "book.toml",
        "f/001.toml",
        "f/002.toml",
        "f/README.md",
        "f/ledger.toml",
        "t.csv",
        "t.toml",
    ];

    /// The files of a book, with other texts in these.
    fn version(changed: &[&str]) -> BTreeMap<String, String> {
        let hash = |name: &&str| if changed.contains(name) { "new" } else { "old" };
        FILES.iter().map(|name| ((*name).to_owned(), hash(name).to_owned())).collect()
    }

    #[test]
    fn what_is_the_same_is_read_once_and_not_at_all_where_no_head_differs() {
        let cases: [(&[&str], &str, &str); 6] = [
            (&[], "f/001.toml f/002.toml t.csv", "f/001.toml f/002.toml t.csv"),
            (&["f/002.toml"], "f/001.toml t.csv", "f/001.toml t.csv"),
            (&["f/ledger.toml"], "f/001.toml f/002.toml t.csv", "t.csv"),
            (&["t.toml"], "f/001.toml f/002.toml t.csv", "f/001.toml f/002.toml"),
            (&["t.csv", "book.toml"], "f/001.toml f/002.toml", ""),
            (&["f/README.md"], "f/001.toml f/002.toml t.csv", "f/001.toml f/002.toml t.csv"),
        ];
        let words = |names: &BTreeSet<String>| {
            names.iter().map(String::as_str).collect::<Vec<_>>().join(" ")
        };
        for (changed, once, never) in cases {
            let prints = [version(&[]), version(changed)];
            let found = same(&prints);
            assert_eq!(words(&found), once, "{changed:?}");
            assert_eq!(words(&alike(&prints, &found)), never, "{changed:?}");
        }
    }
}
