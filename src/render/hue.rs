//! Colours of a terminal. Words say all that they do.

/// A colour that stands for something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Hue {
    Red,
    BrightYellow,
    Yellow,
    Green,
    Blue,
    Grey,
}
