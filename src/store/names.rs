//! Which names in a book mean what.

use super::root::HEAD as BOOK;
use crate::domain::id::is_ledger_name;

/// The head of a ledger that is kept as a folder.
pub(super) const HEAD: &str = "ledger.toml";

/// The folder of an office's own wording of reports; its files end in `.md`.
pub(super) const TEMPLATES: &str = "templates";

/// What a name in a ledger's folder stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Name {
    /// The ledger's head.
    Head,
    /// A problem's file.
    Problem(u32),
    /// A number that is not written with the zeros that it must have.
    Misnamed(u32),
    /// Something that does not belong there.
    Stray,
}

/// Returns the name of a problem's file: three digits or more, so that listings are in order.
pub(super) fn of_problem(no: u32) -> String {
    format!("{no:03}.toml")
}

/// Returns the path of a ledger's table in the book.
pub(super) fn path_of_table(ledger: &str) -> String {
    format!("{ledger}.csv")
}

/// Tells what a name in a ledger's folder stands for.
pub(super) fn in_ledger(name: &str) -> Name {
    if name == HEAD {
        return Name::Head;
    }
    match number(name) {
        Some(no) if is_padded(name) => Name::Problem(no),
        Some(no) => Name::Misnamed(no),
        None => Name::Stray,
    }
}

/// Tells whether a number is written as [`of_problem`] writes it: with zeros up to three digits, and no further.
fn is_padded(name: &str) -> bool {
    let digits = name.len().saturating_sub(".toml".len());
    digits == 3 || (digits > 3 && !name.starts_with('0'))
}

/// What a path in a book stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    /// The book's own head.
    BookHead,
    /// A ledger's head, in either form.
    Head(String),
    /// A problem's file.
    Problem(String, u32),
    /// A ledger's table.
    Table(String),
}

/// Tells what a path in a book, as git names it, stands for; nothing where it is nobody's business.
pub(super) fn meaning(path: &str) -> Option<Meaning> {
    let ledger = |name: &str| is_ledger_name(name).then(|| name.to_owned());
    if let Some((folder, name)) = path.split_once('/') {
        let ledger = ledger(folder)?;
        return match in_ledger(name) {
            Name::Head => Some(Meaning::Head(ledger)),
            Name::Problem(no) => Some(Meaning::Problem(ledger, no)),
            Name::Misnamed(_) | Name::Stray => None,
        };
    }
    match path.rsplit_once('.')? {
        _ if path == BOOK => Some(Meaning::BookHead),
        (name, "toml") => Some(Meaning::Head(ledger(name)?)),
        (name, "csv") => Some(Meaning::Table(ledger(name)?)),
        _ => None,
    }
}

/// Returns the number that a file's name takes, however many zeros it is written with.
pub(super) fn number(name: &str) -> Option<u32> {
    let digits = name.strip_suffix(".toml")?;
    let all_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
    all_digits.then(|| digits.parse().ok()).flatten().filter(|no| *no > 0)
}

/// Tells whether a name is nobody's business: hidden, left by an editor or the system, or written for people and git.
pub(super) fn is_passed_over_in(folder: &str, name: &str) -> bool {
    let stem = name.strip_suffix(".md").filter(|_| folder == TEMPLATES);
    is_passed_over(stem.unwrap_or(name))
}

/// The same of a name that stands anywhere.
pub(super) fn is_passed_over(name: &str) -> bool {
    let starts = ['.', '~', '#'].iter().any(|&mark| name.starts_with(mark));
    let ends = ["~", ".swp", ".md"].iter().any(|end| name.ends_with(end));
    starts || ends || name.starts_with("README") || ["Thumbs.db", "desktop.ini"].contains(&name)
}

#[cfg(test)]
mod tests {
    use super::{Meaning, Name, in_ledger, is_passed_over, meaning};

    #[test]
    fn a_path_in_a_commit_means_what_it_means_on_the_disk() {
        assert_eq!(meaning("book.toml"), Some(Meaning::BookHead));
        assert_eq!(meaning("台账/ledger.toml"), Some(Meaning::Head("台账".into())));
        assert_eq!(meaning("2023.toml"), Some(Meaning::Head("2023".into())));
        assert_eq!(meaning("2023.csv"), Some(Meaning::Table("2023".into())));
        assert_eq!(meaning("2023/1000.toml"), Some(Meaning::Problem("2023".into(), 1000)));
        for nothing in
            ["2023/7.toml", "files/2023/001.toml", "2023/a/001.toml", "x.y.csv", "README.md", "a"]
        {
            assert_eq!(meaning(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn a_number_has_one_name_only() {
        assert_eq!(in_ledger("007.toml"), Name::Problem(7));
        assert_eq!(in_ledger("1234.toml"), Name::Problem(1234));
        assert_eq!(in_ledger("7.toml"), Name::Misnamed(7));
        assert_eq!(in_ledger("0007.toml"), Name::Misnamed(7));
        assert_eq!(in_ledger("ledger.toml"), Name::Head);
        for stray in [
            "000.toml",
            ".toml",
            "+7.toml",
            "７.toml",
            "007.TOML",
            "007.toml.orig",
            "99999999999.toml",
        ] {
            assert_eq!(in_ledger(stray), Name::Stray, "{stray}");
        }
    }

    #[test]
    fn what_editors_leave_is_passed_over() {
        for name in [
            ".007.toml.swp",
            "~$台账.csv",
            "#007.toml#",
            "007.toml~",
            "README",
            "README.zh.txt",
            "说明.md",
            ".gitattributes",
            ".gitignore",
            ".ledger",
        ] {
            assert!(is_passed_over(name), "{name}");
        }
        assert!(!is_passed_over("007.toml"));
    }
}
