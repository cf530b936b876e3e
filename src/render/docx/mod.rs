//! A document as a paper for a word processor, by the norm for official documents (GB/T 9704-2012).

use std::io::{self, Write};

use super::document::Document;

/// Writes the document.
pub fn write(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    let _ = (document, out);
    Err(io::ErrorKind::Unsupported.into())
}
