//! Colours of a terminal, and of pictures on paper. Words say all that they do.

use super::document::Part;

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

/// The colours of parts that stand for no light, the darkest first, so that they differ on grey paper as well.
const COLOURS: [&str; 5] = ["2F5597", "8FAADC", "7F7F7F", "C9C9C9", "BF9000"];

/// The colour of each part: that of its light, else the next that is free.
pub(super) fn colours(parts: &[Part]) -> Vec<&'static str> {
    let mut free = COLOURS.iter().cycle();
    let mut colour = |part: &Part| match part.hue {
        Some(hue) => strong(hue),
        None => free.next().copied().unwrap_or_default(),
    };
    parts.iter().map(&mut colour).collect()
}

/// The colour of a light in a bar, on which nothing is written.
fn strong(hue: Hue) -> &'static str {
    match hue {
        Hue::Red => "C00000",
        Hue::BrightYellow => "FFC000",
        Hue::Yellow => "FFE08A",
        Hue::Green => "70AD47",
        Hue::Blue => "2E75B6",
        Hue::Grey => "A6A6A6",
    }
}
