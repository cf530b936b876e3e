//! The page number at the foot: between two dashes, at the right of odd pages and at the left of even ones.

use std::io::{self, Write};

use crate::domain::book::Lang;

/// Which pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// The odd ones, whose outer edge is the right one.
    Odd,
    /// The even ones.
    Even,
}

/// A dash as wide as a character.
const DASH: char = '\u{2014}';

/// Writes a footer.
pub(super) fn write(side: Side, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    // One character from the edge of the text.
    let (edge, place) = match side {
        Side::Odd => ("w:rightChars=\"100\" w:right=\"280\"", "right"),
        Side::Even => ("w:leftChars=\"100\" w:left=\"280\"", "left"),
    };
    let dash = |behind: &str, before: &str| match lang {
        Lang::Zh => format!(
            "<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr>\
             <w:t xml:space=\"preserve\">{behind}{DASH}{before}</w:t></w:r>"
        ),
        Lang::En => String::new(),
    };
    write!(
        out,
        "<w:ftr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:p><w:pPr><w:pStyle w:val=\"Footer\"/><w:ind {edge}/><w:jc w:val=\"{place}\"/></w:pPr>\
         {}<w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple>{}</w:p></w:ftr>",
        dash("", " "),
        dash(" ", "")
    )
}
