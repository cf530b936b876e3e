//! Text in a paragraph, made harmless: what could act on a reader is shown, what XML would take for its own is
//! escaped.

use std::borrow::Cow;
use std::io::{self, Write};

use crate::domain::book::Lang;

/// How a text looks beside what its paragraph says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// As its paragraph.
    Plain,
    /// Bold.
    Bold,
    /// As the headings of a table.
    Head,
    /// No text: the line ends here.
    Break,
}

/// Writes a text that is inert already and has no line feed.
pub(super) fn write(text: &str, look: Look, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    if look == Look::Break {
        return write!(out, "<w:r><w:br/></w:r>");
    }
    if text.is_empty() {
        return Ok(());
    }
    write!(out, "<w:r>")?;
    // Quotation marks and dashes are Chinese or Latin by what they stand in; no word processor can tell by itself.
    let hint = lang == Lang::Zh && text.chars().any(is_shared);
    if hint || look != Look::Plain {
        write!(out, "<w:rPr>")?;
        if look == Look::Head {
            write!(out, "<w:rStyle w:val=\"TableHead\"/>")?;
        }
        if hint {
            write!(out, "<w:rFonts w:hint=\"eastAsia\"/>")?;
        }
        if look == Look::Bold {
            write!(out, "<w:b/><w:bCs/>")?;
        }
        write!(out, "</w:rPr>")?;
    }
    // Blanks at the ends of a text, and those beside others, would go.
    let kept = text.starts_with(' ') || text.ends_with(' ') || text.contains("  ");
    let space = if kept { " xml:space=\"preserve\"" } else { "" };
    write!(out, "<w:t{space}>{}</w:t></w:r>", escaped(text))
}

/// Returns an inert text as XML has it, for an element or an attribute.
pub(super) fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"', '\u{fffe}', '\u{ffff}']) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            // No XML may hold these two, not even escaped.
            '\u{fffe}' => safe.push_str("&lt;U+FFFE&gt;"),
            '\u{ffff}' => safe.push_str("&lt;U+FFFF&gt;"),
            c => safe.push(c),
        }
    }
    Cow::Owned(safe)
}

/// Tells of a character that both Chinese and Latin typefaces have, in different widths.
fn is_shared(c: char) -> bool {
    matches!(
        c,
        '\u{a7}' | '\u{a8}' | '\u{b0}' | '\u{b1}' | '\u{b7}' | '\u{d7}' | '\u{f7}' | '\u{2010}'
            ..='\u{27bf}'
    )
}

#[cfg(test)]
mod tests {
    use super::{Look, escaped, write};
    use crate::domain::book::Lang;

    fn run(text: &str, look: Look, lang: Lang) -> String {
        let mut out = Vec::new();
        write(text, look, lang, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn nothing_is_taken_for_markup() {
        assert_eq!(escaped("应改尽改"), "应改尽改");
        assert_eq!(escaped("<a b=\"c\">&amp;]]>"), "&lt;a b=&quot;c&quot;&gt;&amp;amp;]]&gt;");
        assert_eq!(escaped("\u{fffe}\u{ffff}"), "&lt;U+FFFE&gt;&lt;U+FFFF&gt;");
    }

    #[test]
    fn shared_marks_are_chinese_in_a_chinese_paper() {
        let hinted =
            "<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr><w:t>“三重一大”</w:t></w:r>";
        assert_eq!(run("“三重一大”", Look::Plain, Lang::Zh), hinted);
        assert_eq!(run("“x”", Look::Plain, Lang::En), "<w:r><w:t>“x”</w:t></w:r>");
    }

    #[test]
    fn blanks_stay() {
        assert_eq!(
            run("a: ", Look::Bold, Lang::En),
            "<w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t xml:space=\"preserve\">a: </w:t></w:r>"
        );
        assert_eq!(run("", Look::Bold, Lang::En), "");
        assert_eq!(run("", Look::Break, Lang::En), "<w:r><w:br/></w:r>");
    }
}
