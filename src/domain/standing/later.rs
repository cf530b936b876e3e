//! What was entered only after the day asked for: figures printed on that day had it not.

use super::Standing;
use crate::domain::entry::Entry;

impl Standing<'_> {
    /// Tells whether it was found by the day asked for.
    fn is_known(&self) -> bool {
        self.found().is_none_or(|found| found <= self.today)
    }

    /// Tells whether the problem itself was entered only after the day asked for.
    pub fn is_entered_later(&self) -> bool {
        self.is_known() && self.problem.entered.is_some_and(|entered| entered > self.today)
    }

    /// How many of the measures that stand were entered only after the day asked for.
    pub fn measures_entered_later(&self) -> usize {
        let measures = self.measures.iter().filter(|_| self.is_known());
        let entered = measures.filter_map(|measure| measure.measure.entered);
        entered.filter(|entered| *entered > self.today).count()
    }

    /// The entries that count and were made only after the day asked for.
    pub fn entries_made_later(&self) -> impl Iterator<Item = &Entry> {
        self.entries().filter(|entry| entry.entered.is_some_and(|entered| entered > self.today))
    }
}
