//! What a finding is about. The domain knows no places; `formats` finds the bytes that belong to a subject.

use super::key::Key;

/// A part of a problem and, where one is meant, a key of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject {
    /// The part.
    pub part: Part,
    /// The key, as files name it; without one the whole part is meant.
    pub key: Option<&'static str>,
}

/// A part of a problem.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The problem itself.
    Problem,
    /// The indicator with this name.
    Indicator(String),
    /// The measure with this number.
    Measure(u32),
    /// The entry with this key.
    Entry(Key),
}

/// A part of the book's own head and, where one is meant, a key of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HeadSubject {
    /// The part.
    pub part: HeadPart,
    /// The key, as files name it.
    pub key: &'static str,
}

/// A part of the book's own head.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HeadPart {
    /// The head itself.
    Book,
    /// The unit with this name.
    Unit(String),
    /// The person with this name.
    Person(String),
}

impl Subject {
    /// Returns the whole part as a subject.
    pub fn whole(part: Part) -> Self {
        Self { part, key: None }
    }

    /// Returns one key of the part as a subject.
    pub fn key(part: Part, key: &'static str) -> Self {
        Self { part, key: Some(key) }
    }
}
