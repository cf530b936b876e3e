//! Typefaces: named, with what may stand in for them, and never embedded, since their licences forbid it.

use std::io::{self, Write};

use crate::domain::book::Lang;

/// What a text is set in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Face {
    /// Titles: 小标宋.
    Title,
    /// Running text: 仿宋.
    Text,
    /// Headings of sections: 楷体.
    Section,
    /// Headings of chapters and tables: 黑体.
    Chapter,
    /// Page numbers: 宋体.
    Number,
}

/// The typeface of Latin letters and digits.
pub(super) const LATIN: &str = "Times New Roman";

/// A typeface in the table of the package.
struct Entry {
    name: &'static str,
    /// What may stand in for it, separated by commas.
    instead: Option<&'static str>,
    panose: &'static str,
    /// 86: simplified Chinese.
    charset: &'static str,
    family: &'static str,
    pitch: &'static str,
}

const FACES: [Entry; 6] = [
    Entry {
        name: LATIN,
        instead: None,
        panose: "02020603050405020304",
        charset: "00",
        family: "roman",
        pitch: "variable",
    },
    Entry {
        name: "方正小标宋简体",
        instead: Some("方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,宋体,SimSun"),
        panose: "02010601030101010101",
        charset: "86",
        family: "auto",
        pitch: "variable",
    },
    Entry {
        name: "仿宋_GB2312",
        instead: Some("FangSong_GB2312,仿宋,FangSong,华文仿宋,STFangsong,方正仿宋_GBK"),
        panose: "02010609030101010101",
        charset: "86",
        family: "modern",
        pitch: "fixed",
    },
    Entry {
        name: "楷体_GB2312",
        instead: Some("KaiTi_GB2312,楷体,KaiTi,华文楷体,STKaiti,方正楷体_GBK"),
        panose: "02010609030101010101",
        charset: "86",
        family: "modern",
        pitch: "fixed",
    },
    Entry {
        name: "黑体",
        instead: Some("SimHei,华文黑体,STHeiti,方正黑体_GBK"),
        panose: "02010609060101010101",
        charset: "86",
        family: "modern",
        pitch: "fixed",
    },
    Entry {
        name: "宋体",
        instead: Some("SimSun,华文宋体,STSong"),
        panose: "02010600030101010101",
        charset: "86",
        family: "auto",
        pitch: "variable",
    },
];

impl Face {
    /// Returns the typeface of Chinese characters; an English paper sets all of them alike.
    pub(super) fn chinese(self, lang: Lang) -> &'static str {
        match (lang, self) {
            (Lang::En, _) | (Lang::Zh, Self::Number) => "宋体",
            (Lang::Zh, Self::Title) => "方正小标宋简体",
            (Lang::Zh, Self::Text) => "仿宋_GB2312",
            (Lang::Zh, Self::Section) => "楷体_GB2312",
            (Lang::Zh, Self::Chapter) => "黑体",
        }
    }

    /// Returns the typeface of all other characters.
    pub(super) fn latin(self, lang: Lang) -> &'static str {
        match (lang, self) {
            (Lang::Zh, Self::Number) => self.chinese(lang),
            _ => LATIN,
        }
    }
}

/// Writes the table of typefaces.
pub(super) fn write(out: &mut dyn Write) -> io::Result<()> {
    write!(
        out,
        "<w:fonts xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
    )?;
    for Entry { name, instead, panose, charset, family, pitch } in FACES {
        write!(out, "<w:font w:name=\"{name}\">")?;
        if let Some(instead) = instead {
            write!(out, "<w:altName w:val=\"{instead}\"/>")?;
        }
        write!(
            out,
            "<w:panose1 w:val=\"{panose}\"/><w:charset w:val=\"{charset}\"/>\
             <w:family w:val=\"{family}\"/><w:pitch w:val=\"{pitch}\"/></w:font>"
        )?;
    }
    write!(out, "</w:fonts>")
}

#[cfg(test)]
mod tests {
    use super::{FACES, Face};
    use crate::domain::book::Lang;

    #[test]
    fn every_typeface_that_is_named_is_in_the_table() {
        for lang in [Lang::Zh, Lang::En] {
            for face in [Face::Title, Face::Text, Face::Section, Face::Chapter, Face::Number] {
                for name in [face.chinese(lang), face.latin(lang)] {
                    assert!(FACES.iter().any(|entry| entry.name == name), "{name}");
                }
            }
        }
    }
}
