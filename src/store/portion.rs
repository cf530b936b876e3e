//! How much of a history is read at once: a table of a thousand versions must not lie in memory a thousand times.

use std::collections::BTreeMap;

/// How many steps are read next: as many as have texts that memory takes easily.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Portion {
    /// So many are read.
    done: usize,
    /// So many bytes a step had, so far.
    weight: usize,
}

/// So many steps are read before anybody knows how much they weigh.
const FIRST: usize = 50;

/// So many bytes of texts lie in memory at once, about.
const HEAVY: usize = 32 << 20;

/// More steps than this are never read at once.
const AT_ONCE: usize = 1_000;

impl Portion {
    /// Returns the steps that are read next; nothing behind the last one.
    pub(super) fn next<'s, T>(&mut self, all: &'s [T]) -> Option<&'s [T]> {
        let from = self.done;
        self.done = all.len().min(from + self.size());
        Some(&all[from..self.done]).filter(|steps| !steps.is_empty())
    }

    /// How many are read next.
    pub(super) fn size(self) -> usize {
        HEAVY.checked_div(self.weight).map_or(FIRST, |steps| steps.clamp(1, AT_ONCE))
    }

    /// Takes down what so many steps weighed.
    pub(super) fn weigh(&mut self, steps: usize, contents: &BTreeMap<String, Vec<u8>>) {
        let bytes: usize = contents.values().map(Vec::len).sum();
        self.weight = (bytes / steps.max(1)).max(1);
    }
}
