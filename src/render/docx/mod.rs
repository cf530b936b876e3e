//! A document as a paper for a word processor, by the norm for official documents (GB/T 9704-2012).
//!
//! Its parts are written by hand: they are few, and a word processor refuses a file whose elements stand in another
//! order than the schema's. Nothing in it refers to the outside, and the same document gives the same bytes.

mod body;
mod broken;
mod chart;
mod columns;
mod face;
mod footer;
mod package;
mod page;
mod paragraph;
mod placed;
mod properties;
mod run;
mod styles;
mod table;
#[cfg(test)]
mod tests;
mod tiles;

use std::io::{self, Write};

use super::document::Document;
use package::Package;
use page::Page;

/// The parts that are the same in every paper.
const FIXED: [(&str, &str); 6] = [
    ("[Content_Types].xml", include_str!("parts/content-types.xml")),
    ("_rels/.rels", include_str!("parts/rels.xml")),
    ("docProps/app.xml", include_str!("parts/app.xml")),
    ("word/_rels/document.xml.rels", include_str!("parts/document-rels.xml")),
    ("word/settings.xml", include_str!("parts/settings.xml")),
    ("word/theme/theme1.xml", include_str!("parts/theme.xml")),
];

/// Writes the document.
pub fn write(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    let page = Page::of(document);
    let mut package = Package::default();
    // A reader tells what the package is by its first part.
    for (name, text) in FIXED {
        package.part(name, |out| out.write_all(text.as_bytes()))?;
    }
    package.part("docProps/core.xml", |out| properties::write(document, out))?;
    package.part("word/fontTable.xml", face::write)?;
    package.part("word/styles.xml", |out| styles::write(document.lang, out))?;
    package.part("word/footer1.xml", |out| footer::write(footer::Side::Odd, document.lang, out))?;
    package
        .part("word/footer2.xml", |out| footer::write(footer::Side::Even, document.lang, out))?;
    package.part("word/document.xml", |out| body::write(document, page, out))?;
    out.write_all(&package.finish()?)
}
