//! Merging texts: reads three versions, has them merged, and puts the result into our text; or says what stands against it.

mod kind;
mod marked;
mod renumber;
mod repair;
mod texts;

pub use kind::Kind;
pub use marked::marked;
pub use renumber::renumber;
pub use repair::{heads, repair};
pub use texts::Merging;
