//! Three versions of a problem, a head or a table → one, field by field; or what stands against it.
//!
//! What both sides left alone stays, what one side changed is taken, what both changed to the same is taken. All else is a
//! conflict that a person decides: nothing is guessed, nothing is united that must stay unambiguous, and of two days
//! never the later one is taken. Two changes that each read well can contradict each other, too: one side closes what
//! the other extends. `docs/merging.md` has the rules.

mod conflict;
mod entries;
mod heads;
mod matters;
mod parts;
mod problem;
mod problems;
#[cfg(test)]
mod tests;
mod three;

pub use conflict::{Clash, Conflict, Decided, Part, Side};
pub use heads::{book, head};
pub use problem::problem;
pub use problems::problems;

/// What came of three versions: the merged value, or all conflicts.
pub type Merged<T> = Result<T, Vec<Conflict>>;
