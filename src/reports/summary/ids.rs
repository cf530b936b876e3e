//! The ids behind a figure, or only how many there are.

use std::collections::BTreeSet;

use crate::domain::id::Id;

/// The ids behind a figure, in the book's order; where nobody asks for them, only how many there are. A million ids would
/// need more room than the book.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ids {
    count: usize,
    /// All of them, or none.
    ids: Vec<Id>,
}

impl Ids {
    /// Adds one; nothing stands for one that is only counted.
    pub(super) fn push(&mut self, id: Option<Id>) {
        self.count += 1;
        self.ids.extend(id);
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Tells whether there is none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The ids, where they were asked for.
    pub fn iter(&self) -> std::slice::Iter<'_, Id> {
        self.ids.iter()
    }

    /// Adds those of another figure.
    pub(super) fn extend(&mut self, others: &Self) {
        self.count += others.count;
        self.ids.extend_from_slice(&others.ids);
    }

    /// Removes each once. All of them are there, since they are those of a part.
    pub(super) fn take_off(&mut self, others: &Self) {
        let kept = self.ids.len() == self.count;
        let mut once: BTreeSet<_> = others.ids.iter().collect();
        self.ids.retain(|known| !once.remove(known));
        self.count = if kept { self.ids.len() } else { self.count - others.count };
    }
}

impl<'a> IntoIterator for &'a Ids {
    type Item = &'a Id;
    type IntoIter = std::slice::Iter<'a, Id>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
