//! What people wrote, as text of a page: never markup, and nothing in it that cannot be seen.

use std::fmt;

use crate::render::{inert, inert_line};

/// Text on one line, for an element or a quoted attribute.
pub(super) fn line(text: &str) -> Escaped<'_> {
    Escaped { text: inert_line(text), keeps_lines: false }
}

/// Text of which each line stays one, for an element.
pub(super) fn lines(text: &str) -> Escaped<'_> {
    Escaped { text: inert(text), keeps_lines: true }
}

/// Text that is escaped as it is written.
pub(super) struct Escaped<'a> {
    text: std::borrow::Cow<'a, str>,
    keeps_lines: bool,
}

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.text.trim_start_matches(' ');
        // A page would drop the blanks by which a table sets a unit below another.
        for _ in text.len()..self.text.len() {
            f.write_str("&nbsp;")?;
        }
        let mut rest = text;
        while let Some(at) = rest.find(['&', '<', '>', '"', '\'', '\n']) {
            f.write_str(&rest[..at])?;
            f.write_str(match rest.as_bytes()[at] {
                b'&' => "&amp;",
                b'<' => "&lt;",
                b'>' => "&gt;",
                b'"' => "&quot;",
                b'\'' => "&#39;",
                _ if self.keeps_lines => "<br>",
                _ => " ",
            })?;
            rest = &rest[at + 1..];
        }
        f.write_str(rest)
    }
}

#[cfg(test)]
mod tests {
    use super::{line, lines};

    #[test]
    fn nothing_that_people_wrote_is_markup() {
        for (text, html) in [
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("\"><img src=x onerror=alert(1)>", "&quot;&gt;&lt;img src=x onerror=alert(1)&gt;"),
            ("' onclick='x", "&#39; onclick=&#39;x"),
            ("&lt; &#60; &amp", "&amp;lt; &amp;#60; &amp;amp"),
            ("</noscript></title><!--", "&lt;/noscript&gt;&lt;/title&gt;&lt;!--"),
            ("javascript:alert(1)", "javascript:alert(1)"),
            ("甲\u{202e}乙\u{200b}\0", "甲&lt;U+202E&gt;乙&lt;U+200B&gt;\\u{0}"),
            ("  下属单位", "&nbsp;&nbsp;下属单位"),
        ] {
            assert_eq!(line(text).to_string(), html);
            assert_eq!(lines(text).to_string(), html);
        }
    }

    #[test]
    fn lines_stay_lines_where_there_is_room() {
        assert_eq!(line("甲\r\n乙").to_string(), "甲 乙");
        assert_eq!(lines("甲\r\n乙\n").to_string(), "甲<br>乙<br>");
    }
}
