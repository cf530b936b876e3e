//! Evidence (佐证材料): a file below the book, with its hash once that was recorded.

use std::fmt;
use std::str::FromStr;

use super::file_name::is_portable;

/// A file that proves what an entry says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Relative to the book's folder, with `/`, never leading out of it.
    pub path: String,
    /// SHA-256 in 64 small hexadecimal digits.
    pub sha256: Option<String>,
}

/// What lies under the name of a file of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileState {
    /// Nothing, no file, or something outside of the book.
    Missing,
    /// A file; its SHA-256 in small hexadecimal digits, where it was asked for.
    There(Option<String>),
}

/// The files of evidence of a book, by their paths in it, as far as entries name them.
pub type Files = std::collections::BTreeMap<String, FileState>;

/// Why a text is no evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadEvidence {
    /// No path at all.
    Empty,
    /// The path is absolute, or leads out of the book, or has a name that some system cannot hold.
    Path,
    /// What follows `#` is not `sha256=` and 64 small hexadecimal digits.
    Hash,
}

impl FromStr for Evidence {
    type Err = BadEvidence;

    fn from_str(text: &str) -> Result<Self, BadEvidence> {
        let (path, hash) = match text.split_once('#') {
            Some((path, hash)) => (path, Some(hash)),
            None => (text, None),
        };
        if path.is_empty() {
            return Err(BadEvidence::Empty);
        }
        // `.` and `..` end in a dot.
        if !path.split('/').all(is_portable) || path.starts_with('~') {
            return Err(BadEvidence::Path);
        }
        let sha256 = hash.map(read_hash).transpose()?;
        Ok(Self { path: path.to_owned(), sha256 })
    }
}

fn read_hash(text: &str) -> Result<String, BadEvidence> {
    let digits = text.strip_prefix("sha256=").ok_or(BadEvidence::Hash)?;
    let good =
        digits.len() == 64 && digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    if good { Ok(digits.to_owned()) } else { Err(BadEvidence::Hash) }
}

impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.sha256 {
            Some(hash) => write!(f, "{}#sha256={hash}", self.path),
            None => f.write_str(&self.path),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{BadEvidence, Evidence};

    #[test]
    fn evidence_stays_inside_the_book() {
        let hash = "0".repeat(64);
        let text = format!("files/7/访视统计.pdf#sha256={hash}");
        assert_eq!(text.parse::<Evidence>().unwrap().to_string(), text);
        for out in [
            "../x",
            "/etc/passwd",
            "a/../b",
            "C:/x",
            "a\\b",
            "~/x",
            "a//b",
            "a/./b",
            "CON",
            "a/nul.pdf",
            "a. /b",
            "a.pdf:x",
            "a?",
        ] {
            assert_eq!(out.parse::<Evidence>(), Err(BadEvidence::Path), "{out}");
        }
        assert_eq!("a#sha256=12".parse::<Evidence>(), Err(BadEvidence::Hash));
        assert_eq!("#".parse::<Evidence>(), Err(BadEvidence::Empty));
    }
}
