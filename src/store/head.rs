//! The book's head. Every command looks at it first, for its language and its day, and again with the rest of the book, as
//! it is by then; a text that is still the same is not read a second time.

use std::sync::Arc;

use super::root::{HEAD, Root};
use crate::complaint::Source;
use crate::domain::book::BookHead;
use crate::formats::{text, toml};

/// A head without fault, and the text that says it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct KnownHead {
    source: Arc<Source>,
    head: Arc<BookHead>,
}

impl Root {
    /// Looks at the book's head, and keeps what it says where it can be read.
    #[must_use]
    pub fn with_head(mut self) -> Self {
        self.known = self.look().map(Arc::new);
        self
    }

    /// What the head said when it was looked at, where it could be read.
    pub fn known_head(&self) -> Option<&Arc<BookHead>> {
        self.known.as_ref().map(|known| &known.head)
    }

    /// The same, where the text is still the one that was looked at.
    pub(super) fn known_by(&self, text: &str) -> Option<&BookHead> {
        self.known.as_ref().filter(|known| known.source.text == text).map(|known| &*known.head)
    }

    /// Returns the book's head as it stands, where it can be read.
    pub fn book_head(&self) -> Option<BookHead> {
        self.look().map(|known| Arc::unwrap_or_clone(known.head))
    }

    fn look(&self) -> Option<KnownHead> {
        let source = Arc::new(text::decode("", &self.bytes(HEAD).ok()??).ok()?);
        let head = toml::read_book(&source).ok()?;
        Some(KnownHead { source, head: Arc::new(head) })
    }
}
