//! What was entered only after the day asked for.

use super::Standing;
use crate::domain::entry::Entry;

impl Standing<'_> {
    /// The entries that count and were made only after the day asked for: figures printed on that day had them not.
    pub fn entered_later(&self) -> impl Iterator<Item = &Entry> {
        self.entries().filter(|entry| entry.entered.is_some_and(|entered| entered > self.today))
    }
}
