//! The words of titles by which one sees where a line of them may end.

/// Begins what a paper is about: a line may well begin with it, and end behind it.
pub const ABOUT: &str = "关于";

/// Characters with which no line should begin, since they go on with what stands before them.
pub const GOING_ON: &str = "的了与和及";

/// Characters behind which a line may well end, since something new comes.
pub const LEADING_ON: &str = "的与和及对于";
