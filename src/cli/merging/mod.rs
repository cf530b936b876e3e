//! Merging texts: reads three versions, has them merged, and puts the result into our text; or says what stands against it.

mod kind;
mod marked;
mod renumber;
mod repair;
mod texts;

pub(super) use kind::Kind;
pub(super) use marked::marked;
pub(super) use renumber::renumber;
pub(super) use repair::{heads, repair};
pub(super) use texts::Merging;
