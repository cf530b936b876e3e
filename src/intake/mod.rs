//! Foreign files → values. Takes bytes and texts and gives values; never writes and never opens files.

pub mod draft;
pub mod encoding;
pub mod sheet;
pub mod twins;
