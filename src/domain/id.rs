//! Ids: `2022-inspection/7` is a problem, `2022-inspection/7.2` its second measure.

use std::fmt;
use std::str::FromStr;

use super::file_name::is_device;

/// The id of a problem or, with a measure's number, of a measure.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id {
    /// The ledger's name.
    pub ledger: String,
    /// The problem's number, from 1.
    pub no: u32,
    /// The measure's number, from 1.
    pub measure: Option<u32>,
}

impl Id {
    /// Returns the id of a problem.
    pub fn of_problem(ledger: &str, no: u32) -> Self {
        Self { ledger: ledger.to_owned(), no, measure: None }
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.ledger, self.no)?;
        self.measure.map_or(Ok(()), |measure| write!(f, ".{measure}"))
    }
}

/// Ids as a clerk types them: `7`, `7.2`, `5-9` or `2022-inspection/5-9`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// The ledger, where it was named.
    pub ledger: Option<String>,
    /// The first number.
    pub first: u32,
    /// The last number; equal to the first but for a range.
    pub last: u32,
    /// A measure, never with a range.
    pub measure: Option<u32>,
}

/// The text names no problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAnId(pub String);

impl FromStr for Selection {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let (ledger, rest) = match text.rsplit_once('/') {
            Some((ledger, rest)) => (Some(ledger), rest),
            None => (None, text),
        };
        let (numbers, measure) = match rest.split_once('.') {
            Some((numbers, measure)) => (numbers, Some(number(measure))),
            None => (rest, None),
        };
        let (first, last) = match numbers.split_once('-') {
            Some((first, last)) => (number(first), number(last)),
            None => (number(numbers), number(numbers)),
        };
        let wrong = || NotAnId(text.to_owned());
        let (first, last) = first.zip(last).ok_or_else(wrong)?;
        let measure = measure.map(|no| no.ok_or_else(wrong)).transpose()?;
        let range = first != last;
        if first > last
            || (range && measure.is_some())
            || ledger.is_some_and(|name| !is_ledger_name(name))
        {
            return Err(wrong());
        }
        Ok(Self { ledger: ledger.map(str::to_owned), first, last, measure })
    }
}

fn number(text: &str) -> Option<u32> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten().filter(|no| *no > 0)
}

/// Tells whether a ledger may have this name: letters of any script, digits, `-` and `_`, at most 64 bytes, and no device of
/// Windows, where its folder or table could not be made.
pub fn is_ledger_name(name: &str) -> bool {
    let allowed = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    !name.is_empty()
        && name.len() <= 64
        && !name.starts_with('-')
        && name.chars().all(allowed)
        && !["book", "files", "maps", "templates"].contains(&name.to_lowercase().as_str())
        && !is_device(name)
}

impl fmt::Display for NotAnId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.0)
    }
}

impl std::error::Error for NotAnId {}

#[cfg(test)]
mod tests {
    use super::{Id, Selection, is_ledger_name};

    fn selection(ledger: Option<&str>, first: u32, last: u32, measure: Option<u32>) -> Selection {
        Selection { ledger: ledger.map(str::to_owned), first, last, measure }
    }

    #[test]
    fn ids_are_read_as_clerks_type_them() {
        assert_eq!("7".parse(), Ok(selection(None, 7, 7, None)));
        assert_eq!("5-9".parse(), Ok(selection(None, 5, 9, None)));
        assert_eq!("12.2".parse(), Ok(selection(None, 12, 12, Some(2))));
        assert_eq!(
            "2022-inspection/7.2".parse(),
            Ok(selection(Some("2022-inspection"), 7, 7, Some(2)))
        );
        for wrong in
            ["", "0", "x", "7.", "9-5", "5-9.1", "a b/7", "files/7", "-7", "7.0", "/7", "７"]
        {
            assert!(wrong.parse::<Selection>().is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn an_id_is_written_with_its_ledger() {
        let mut id = Id::of_problem("2022-inspection", 7);
        assert_eq!(id.to_string(), "2022-inspection/7");
        id.measure = Some(2);
        assert_eq!(id.to_string(), "2022-inspection/7.2");
    }

    #[test]
    fn ledger_names_are_safe_as_file_names() {
        for good in ["2022-inspection", "台账", "a_b"] {
            assert!(is_ledger_name(good), "{good}");
        }
        for bad in [
            "",
            "a/b",
            "..",
            "a.b",
            "Book",
            "files",
            "-x",
            "CON",
            "nul",
            "Com1",
            "x:y",
            &"x".repeat(65),
        ] {
            assert!(!is_ledger_name(bad), "{bad:?}");
        }
    }
}
