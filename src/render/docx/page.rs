//! How the pages lie: paper, margins, the grid of lines and characters, in twentieths of a point (twips).

use std::io::{self, Write};

use crate::domain::book::Lang;
use crate::render::document::{Document, Paper};

/// The short and the long side of A4: 210 × 297 mm.
const A4: (u32, u32) = (11_906, 16_838);
/// The norm's margins: 37 mm at the head, 26 at the outer edge, 35 at the foot, 28 at the binding edge.
const MARGINS: Margins = Margins { top: 2098, right: 1474, bottom: 1984, left: 1588 };
/// From the foot of the page number to the paper's edge: its dashes stand 7 mm below the text.
const BELOW_NUMBER: u32 = 596;

/// The distance of lines: 22 fill the height of 225 mm.
pub(super) const LINE: u32 = 579;
/// The width of a character: 28 fill the width of 156 mm. The grid of the section could say so as well, but programs
/// differ in what becomes of a character of 16 points that is wider than its field, so the styles say it.
pub(super) const CHARACTER: u32 = 315;
/// What a character of 16 points is set closer for that.
pub(super) const CLOSER: i32 = -5;

/// The page of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Page {
    paper: Paper,
    lang: Lang,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Margins {
    top: u32,
    right: u32,
    bottom: u32,
    left: u32,
}

impl Page {
    /// Returns the page that a document asks for.
    pub(super) fn of(document: &Document) -> Self {
        Self { paper: document.paper, lang: document.lang }
    }

    /// Returns the width of its text, in twips.
    pub(super) fn width(self) -> u32 {
        let margins = self.margins();
        self.size().0 - margins.left - margins.right
    }

    /// Returns how many figures stand side by side on it.
    pub(super) fn tiles(self) -> usize {
        match self.paper {
            Paper::Portrait => 5,
            Paper::Landscape => 8,
        }
    }

    fn size(self) -> (u32, u32) {
        match self.paper {
            Paper::Portrait => A4,
            Paper::Landscape => (A4.1, A4.0),
        }
    }

    /// A page across is turned to the left, so that its head lies at the binding edge.
    fn margins(self) -> Margins {
        let Margins { top, right, bottom, left } = MARGINS;
        match self.paper {
            Paper::Portrait => MARGINS,
            Paper::Landscape => Margins { top: left, right: top, bottom: right, left: bottom },
        }
    }

    /// Writes the properties of the section, which end the body.
    pub(super) fn write(self, out: &mut dyn Write) -> io::Result<()> {
        let ((wide, high), margins) = (self.size(), self.margins());
        let Margins { top, right, bottom, left } = margins;
        let across = match self.paper {
            Paper::Portrait => "",
            Paper::Landscape => " w:orient=\"landscape\"",
        };
        let number = bottom.saturating_sub(BELOW_NUMBER);
        write!(
            out,
            "<w:sectPr><w:footerReference w:type=\"even\" r:id=\"rId5\"/>\
             <w:footerReference w:type=\"default\" r:id=\"rId4\"/>\
             <w:pgSz w:w=\"{wide}\" w:h=\"{high}\"{across}/>\
             <w:pgMar w:top=\"{top}\" w:right=\"{right}\" w:bottom=\"{bottom}\" w:left=\"{left}\" \
             w:header=\"851\" w:footer=\"{number}\" w:gutter=\"0\"/><w:cols w:space=\"425\"/>"
        )?;
        if self.lang == Lang::Zh {
            write!(out, "<w:docGrid w:type=\"lines\" w:linePitch=\"{LINE}\"/>")?;
        }
        write!(out, "</w:sectPr>")
    }
}

#[cfg(test)]
mod tests {
    use super::{A4, CHARACTER, CLOSER, LINE, MARGINS};

    #[test]
    fn twenty_two_lines_of_twenty_eight_characters_fill_the_page() {
        let (wide, high) = A4;
        let wide = wide - MARGINS.left - MARGINS.right;
        let high = high - MARGINS.top - MARGINS.bottom;
        assert_eq!((high / LINE, wide / CHARACTER), (22, 28));
        assert_eq!(320_u32.checked_add_signed(CLOSER), Some(CHARACTER));
        let millimetres = |twips: u32| (twips * 254 + 7200) / 14_400;
        assert_eq!((millimetres(wide), millimetres(high)), (156, 225));
    }
}
