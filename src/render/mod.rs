//! Answers → text, Markdown, CSV; and all wording, in two languages.
//!
//! A report is data; a layout turns it into a [`document::Document`] of blocks and grids; a writer turns that into
//! text. So reports and formats add up instead of multiplying, and only [`words`] knows a language.
//!
//! Never counts or decides: what a figure is, the report has said.

pub mod complaint;
pub mod csv;
pub mod document;
pub mod docx;
pub mod html;
mod hue;
pub mod ics;
mod inert;
pub mod json;
pub mod layout;
pub mod markdown;
pub mod template;
pub mod text;
mod value;
pub mod words;
pub mod xlsx;

pub use inert::{inert, inert_line};
