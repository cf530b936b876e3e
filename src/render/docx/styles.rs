//! The styles of a paper, so that an office that wants another face or size changes one of them and not each line.
//!
//! Sizes are in half points, distances in twips. A Chinese paper is the norm's: 2号 22 pt, 3号 16, 4号 14, 小四 12, 5号
//! 10.5, 小五 9. An English one is set as letters are.

mod en;
mod zh;

use std::io::{self, Write};

use super::face::Face;
use super::page::CLOSER;
use crate::domain::book::Lang;

/// A style of paragraphs.
struct Style {
    id: &'static str,
    /// What a word processor calls it; those of its own it translates.
    name: &'static str,
    /// Whether it is none of a word processor's own.
    own: bool,
    /// The properties of its paragraphs, in the schema's order.
    paragraph: &'static str,
    face: Face,
    weight: Weight,
    size: u32,
}

/// 3号, the size of running text, in half points.
const TEXT: u32 = 32;

/// How strong the letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Weight {
    Plain,
    Bold,
}

/// The sizes of the text in tables, the largest first: style, half points, and the distance of lines.
pub(super) fn cells(lang: Lang) -> &'static [(&'static str, u32); 3] {
    match lang {
        Lang::Zh => &[("Cell", 24), ("CellSmall", 21), ("CellTiny", 18)],
        Lang::En => &[("Cell", 21), ("CellSmall", 19), ("CellTiny", 17)],
    }
}

/// Writes the styles.
pub(super) fn write(lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let styles = match lang {
        Lang::Zh => &zh::STYLES,
        Lang::En => &en::STYLES,
    };
    write!(
        out,
        "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:docDefaults><w:rPrDefault><w:rPr>"
    )?;
    fonts(Face::Text, lang, out)?;
    let size = styles.first().map_or(24, |normal| normal.size);
    write!(
        out,
        "<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>\
         <w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault/></w:docDefaults>"
    )?;
    for style in styles {
        paragraph(style, lang, out)?;
    }
    write!(
        out,
        "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">\
         <w:name w:val=\"Default Paragraph Font\"/><w:semiHidden/></w:style>\
         <w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"TableHead\">\
         <w:name w:val=\"Table Head\"/><w:basedOn w:val=\"DefaultParagraphFont\"/><w:qFormat/><w:rPr>"
    )?;
    fonts(Face::Chapter, lang, out)?;
    if lang == Lang::En {
        write!(out, "<w:b/><w:bCs/>")?;
    }
    write!(out, "</w:rPr></w:style>{TABLES}</w:styles>")
}

fn paragraph(style: &Style, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let Style { id, name, own, paragraph, face, weight, size } = style;
    let first = *id == "Normal";
    let kind = if first {
        " w:default=\"1\""
    } else if *own {
        " w:customStyle=\"1\""
    } else {
        ""
    };
    write!(
        out,
        "<w:style w:type=\"paragraph\"{kind} w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>"
    )?;
    if !first {
        write!(out, "<w:basedOn w:val=\"Normal\"/>")?;
    }
    write!(out, "<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>")?;
    fonts(*face, lang, out)?;
    if *weight == Weight::Bold {
        write!(out, "<w:b/><w:bCs/>")?;
    }
    if lang == Lang::Zh {
        let closer = if *size == TEXT { CLOSER } else { 0 };
        write!(out, "<w:spacing w:val=\"{closer}\"/>")?;
    }
    write!(out, "<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr></w:style>")
}

fn fonts(face: Face, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let (latin, chinese) = (face.latin(lang), face.chinese(lang));
    write!(
        out,
        "<w:rFonts w:ascii=\"{latin}\" w:hAnsi=\"{latin}\" w:eastAsia=\"{chinese}\" w:cs=\"{}\"/>",
        super::face::LATIN
    )
}

/// The styles of tables: ruled ones, and figures side by side on grounds that white bands part.
const TABLES: &str = "\
<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:semiHidden/>\
<w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/>\
<w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/>\
</w:tblCellMar></w:tblPr></w:style>\
<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:basedOn w:val=\"TableNormal\"/>\
<w:tblPr><w:tblBorders><w:top w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"auto\"/>\
<w:left w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>\
<w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"auto\"/>\
<w:right w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>\
<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>\
<w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/></w:tblBorders>\
<w:tblCellMar><w:top w:w=\"40\" w:type=\"dxa\"/><w:left w:w=\"70\" w:type=\"dxa\"/>\
<w:bottom w:w=\"40\" w:type=\"dxa\"/><w:right w:w=\"70\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>\
<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"TileGrid\"><w:name w:val=\"Tile Grid\"/>\
<w:basedOn w:val=\"TableNormal\"/>\
<w:tblPr><w:tblBorders><w:insideH w:val=\"single\" w:sz=\"48\" w:space=\"0\" w:color=\"FFFFFF\"/>\
<w:insideV w:val=\"single\" w:sz=\"48\" w:space=\"0\" w:color=\"FFFFFF\"/></w:tblBorders>\
<w:tblCellMar><w:top w:w=\"80\" w:type=\"dxa\"/><w:left w:w=\"70\" w:type=\"dxa\"/>\
<w:bottom w:w=\"80\" w:type=\"dxa\"/><w:right w:w=\"70\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>";

#[cfg(test)]
mod tests {
    use super::{cells, en, zh};
    use crate::domain::book::Lang;

    #[test]
    fn both_languages_have_the_same_styles() {
        let ids = |styles: &[super::Style]| styles.iter().map(|style| style.id).collect::<Vec<_>>();
        assert_eq!(ids(&zh::STYLES), ids(&en::STYLES));
        assert_eq!(zh::STYLES[0].id, "Normal");
    }

    #[test]
    fn the_sizes_of_cells_are_those_of_their_styles() {
        for (lang, styles) in [(Lang::Zh, &zh::STYLES), (Lang::En, &en::STYLES)] {
            for (id, size) in cells(lang) {
                assert!(styles.iter().any(|style| style.id == *id && style.size == *size));
            }
        }
    }
}
