//! What the package says of itself: its title and language, and nothing of who made it when.

use std::io::{self, Write};

use super::run::escaped;
use crate::domain::book::Lang;
use crate::render::document::{Block, Document, Level};
use crate::render::inert_line;

/// Writes the properties.
pub(super) fn write(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    let language = match document.lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en-US",
    };
    let title = title(document).unwrap_or_default();
    write!(
        out,
        "<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\
         <dc:title>{}</dc:title><dc:language>{language}</dc:language></cp:coreProperties>",
        escaped(&inert_line(title))
    )
}

/// The title, else the first heading.
fn title(document: &Document) -> Option<&str> {
    let headings = || {
        document.blocks.iter().filter_map(|block| match block {
            Block::Heading(level, text) => Some((*level, text.as_str())),
            _ => None,
        })
    };
    let title = headings().find(|(level, _)| *level == Level::Title);
    title.or_else(|| headings().next()).map(|(_, text)| text)
}
