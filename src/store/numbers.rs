//! Which number a new problem gets.
//!
//! A number is never used twice, and two branches must not take the same one. So it is one more than the highest that
//! is known anywhere: in the work tree and in all branches of this clone, in whichever form they keep the ledger.

use super::evidence::sha256_of;
use super::failure::Failure;
use super::names;
use super::root::Root;
use crate::formats::table::columns;
use crate::formats::table::rows::{Rows, value};
use crate::git::{self, Object, Repository};

/// Returns the next number of a ledger whose highest in the work tree is known.
pub(super) fn next(root: &Root, ledger: &str, here: u32) -> Result<u32, Failure> {
    highest(root, ledger, here)?.checked_add(1).ok_or(Failure::NoNumberLeft)
}

/// Returns the highest number of a ledger that is known anywhere, where that of the work tree is given.
pub(super) fn highest(root: &Root, ledger: &str, here: u32) -> Result<u32, Failure> {
    Ok(in_branches(root, ledger)?.max(here))
}

/// Returns a word for the state of all branches, `-` where there is no git; nothing where git does not tell.
pub(super) fn heads(root: &Root) -> Option<String> {
    match Repository::at(root.folder()) {
        None => Some("-".to_owned()),
        Some(repository) => repository.heads().map(|heads| sha256_of(heads.as_bytes())),
    }
}

/// Returns the highest number in all branches. Without git there are none; but where git is there and refuses to answer, a
/// number might be taken that another branch has.
fn in_branches(root: &Root, ledger: &str) -> Result<u32, Failure> {
    let Some(repository) = Repository::at(root.folder()) else {
        return Ok(0);
    };
    match repository.in_all_branches(&[ledger, &names::path_of_table(ledger)]) {
        Ok(objects) => Ok(objects.iter().map(of_object).max().unwrap_or(0)),
        Err(git::Failure::NoProgram | git::Failure::NoRepository) => Ok(0),
        Err(refused) => Err(Failure::Git(refused)),
    }
}

fn of_object(object: &Object) -> u32 {
    match object {
        Object::Tree(names) => names.iter().filter_map(|name| names::number(name)).max(),
        Object::Blob(text) => highest_row(&String::from_utf8_lossy(text)),
    }
    .unwrap_or(0)
}

/// Returns the highest number in a table. Not strict: an old version with faults has numbers, too.
fn highest_row(text: &str) -> Option<u32> {
    let mut rows = Rows::new(text, b',');
    let is_number = |name: &str| columns::known(name.trim()) == Some("no");
    let column = rows.next()?.cells.iter().position(|cell| is_number(&value(text, cell)))?;
    rows.filter_map(|row| value(text, row.cells.get(column)?).trim().parse().ok()).max()
}

#[cfg(test)]
mod tests {
    use super::highest_row;

    #[test]
    fn the_numbers_of_a_table_are_found_whatever_else_is_wrong_with_it() {
        assert_eq!(highest_row("record,no\nproblem,3\nentry,3\nproblem,\"12\"\n"), Some(12));
        assert_eq!(highest_row("\u{feff}编号,记录\r\n7,问题\r\nx\r\n"), Some(7));
        assert_eq!(highest_row("something else\n"), None);
        assert_eq!(highest_row(""), None);
    }
}
