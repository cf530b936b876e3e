//! A document as one page for a browser, which loads nothing.

use std::io::{self, Write};

use super::document::Document;

/// Writes the document.
pub fn write(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    let _ = (document, out);
    Err(io::ErrorKind::Unsupported.into())
}
