//! What a file of a book holds, by its name alone.

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// `book.toml`.
    Book,
    /// The head of a ledger.
    Head,
    /// A problem of this ledger and number.
    Problem(String, u32),
    /// The table of this ledger.
    Table(String),
    /// Something else: evidence, templates, what people wrote.
    Other,
}

impl Kind {
    /// Tells what a file is by its path in the repository, and where the folder lies that has its `ledgers`.
    pub fn in_repository(path: &str) -> (Self, &str) {
        let folders: Vec<_> = path.rmatch_indices("ledgers/").collect();
        // `a/ledgers/2022/001.toml` has one name or two behind the book's folder.
        for (at, _) in folders {
            let starts = at == 0 || path[..at].ends_with('/');
            let inside = &path[at + "ledgers/".len()..];
            let is_book = starts && !path[..at].ends_with("ledgers/");
            if is_book && inside.matches('/').count() < 2 {
                return (Self::in_book(inside), &path[..at]);
            }
        }
        (Self::Other, "")
    }

    /// Tells what a file is by its path in the book.
    pub fn in_book(name: &str) -> Self {
        match name.split_once('/') {
            None if name == "book.toml" => Self::Book,
            None => match name.rsplit_once('.') {
                Some((_, "toml")) => Self::Head,
                Some((ledger, "csv")) => Self::Table(ledger.to_owned()),
                _ => Self::Other,
            },
            Some(("files" | "maps" | "templates", _)) => Self::Other,
            Some((_, "ledger.toml")) => Self::Head,
            Some((ledger, file)) => {
                let digits = file
                    .strip_suffix(".toml")
                    .filter(|stem| stem.bytes().all(|byte| byte.is_ascii_digit()));
                let no = digits.and_then(|digits| digits.parse().ok());
                no.map_or(Self::Other, |no| Self::Problem(ledger.to_owned(), no))
            }
        }
    }

    /// The ledger that a problem or table is of.
    pub fn ledger(&self) -> Option<&str> {
        match self {
            Self::Problem(ledger, _) | Self::Table(ledger) => Some(ledger),
            _ => None,
        }
    }

    /// Tells whether lines that begin with `#` are comments in it.
    pub fn takes_comments(&self) -> bool {
        matches!(self, Self::Book | Self::Head | Self::Problem(..))
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn a_file_is_told_by_its_place() {
        let problem = |no| Kind::Problem("2022".to_owned(), no);
        for (path, kind, folder) in [
            ("ledgers/book.toml", Kind::Book, ""),
            ("office/ledgers/2022/ledger.toml", Kind::Head, "office/"),
            ("ledgers/2022/007.toml", problem(7), ""),
            ("a/ledgers/2023.toml", Kind::Head, "a/"),
            ("a/ledgers/2022.csv", Kind::Table("2022".to_owned()), "a/"),
            ("ledgers/ledgers/003.toml", Kind::Problem("ledgers".to_owned(), 3), ""),
            ("ledgers/files/2022/7/a.csv", Kind::Other, ""),
            ("ledgers/templates/001.toml", Kind::Other, ""),
            ("ledgers/2022/说明.md", Kind::Other, ""),
            ("src/main.rs", Kind::Other, ""),
        ] {
            assert_eq!(Kind::in_repository(path).0, kind, "{path}");
            if kind != Kind::Other {
                assert_eq!(Kind::in_repository(path).1, folder, "{path}");
            }
        }
    }
}
