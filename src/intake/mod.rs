//! Foreign files → values. Takes bytes and texts and gives values; never writes and never opens files.

mod clean;
pub mod document;
pub mod draft;
pub mod encoding;
mod grid;
pub mod kind;
pub mod limits;
mod package;
pub mod returned;
pub mod sheet;
pub mod take;
mod text_check;
pub mod twins;
pub mod word;
pub mod workbook;
