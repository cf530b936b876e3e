//! Merging texts: reads three versions, has them merged, and puts the result into our text; or says what stands against it.

mod kind;
mod left;
mod marked;
mod parted;
mod renumber;
mod repair;
mod texts;
mod twins;

pub use kind::Kind;
pub use left::{Left, left};
pub use marked::marked;
pub use renumber::renumber;
pub use repair::{heads, repair};
pub use texts::Merging;
