//! Foreign files → values. Takes bytes and texts and gives values; never writes and never opens files.

pub mod document;
pub mod draft;
pub mod encoding;
pub mod returned;
pub mod sheet;
pub mod twins;
