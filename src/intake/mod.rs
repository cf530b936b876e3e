//! Foreign texts → values. Takes bytes and texts and gives values; never writes and never opens files.

pub mod encoding;
pub mod sheet;
