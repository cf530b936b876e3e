//! Text ↔ values, with places. Takes text and gives text; `store` opens and replaces files.
//!
//! Both formats meet in the [`record`]: a TOML table and a CSV row are the same list of keys and raw values, so what a
//! key means, which keys a table has and in which order they are written stands in one place.

pub mod addition;
pub mod record;
pub mod share;
mod splice;
pub mod table;
pub mod text;
pub mod toml;
