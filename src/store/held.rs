//! Several changes of one command that belong together: all of them are made, or none.

use std::cell::RefCell;

use super::failure::Failure;
use super::lock::Lock;
use super::write::Write;

/// A write that waits for others.
#[derive(Debug)]
struct Waiting {
    name: String,
    read: Option<Vec<u8>>,
    new: Option<Vec<u8>>,
}

/// Writes that wait; nothing where each is made at once.
#[derive(Debug, Default)]
pub(super) struct Held(RefCell<Option<Vec<Waiting>>>);

impl Held {
    /// Keeps writes for later, if they are to wait; tells whether it did.
    pub(super) fn hold(&self, writes: &[Write<'_>]) -> bool {
        let mut held = self.0.borrow_mut();
        let Some(waiting) = held.as_mut() else { return false };
        waiting.extend(writes.iter().map(|write| Waiting {
            name: write.name.clone(),
            read: write.read.map(<[u8]>::to_vec),
            new: write.new.map(<[u8]>::to_vec),
        }));
        true
    }
}

impl Lock {
    /// Makes all changes of `work` together, all or none. What it reads meanwhile is as it was before.
    pub fn together<T, E: From<Failure>>(
        &self,
        work: impl FnOnce() -> Result<T, E>,
    ) -> Result<T, E> {
        self.held.0.replace(Some(Vec::new()));
        let done = work();
        let waiting = self.held.0.take().unwrap_or_default();
        let done = done?;
        let writes = waiting.iter().map(|waiting| Write {
            name: waiting.name.clone(),
            read: waiting.read.as_deref(),
            new: waiting.new.as_deref(),
        });
        self.write(&writes.collect::<Vec<_>>())?;
        Ok(done)
    }
}
