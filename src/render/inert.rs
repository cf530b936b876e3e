//! Text that people wrote, made harmless for a terminal, a page or a message.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Returns the text with control characters, bidi controls, line separators and other invisible characters
/// written out, as `\u{1b}` and `<U+202E>`. Line feeds stay, CRLF becomes one, and a TAB becomes a blank, since its
/// width would depend on where it stands.
pub fn inert(text: &str) -> Cow<'_, str> {
    // Nearly every text is harmless, and tables have many.
    if !text.chars().any(is_harmful) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\t' => safe.push(' '),
            c if is_harmful(c) => escape(c, &mut safe),
            c => safe.push(c),
        }
    }
    Cow::Owned(safe)
}

/// Returns the text as [`inert`] does, on one line: a line break becomes a blank.
pub fn inert_line(text: &str) -> Cow<'_, str> {
    match inert(text) {
        Cow::Borrowed(same) if !same.contains('\n') => Cow::Borrowed(same),
        safe => Cow::Owned(safe.replace('\n', " ")),
    }
}

fn escape(c: char, safe: &mut String) {
    let code = u32::from(c);
    // Writing to a string cannot fail.
    let _ = if c.is_control() {
        write!(safe, "\\u{{{code:x}}}")
    } else {
        write!(safe, "<U+{code:04X}>")
    };
}

fn is_harmful(c: char) -> bool {
    (c.is_control() && c != '\n') || is_invisible(c)
}

/// Characters that reorder a line, end it, or cannot be seen. The joiners U+200C and U+200D are left alone: scripts
/// and emoji need them.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
        | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::{inert, inert_line};
    use std::borrow::Cow;

    #[test]
    fn what_could_act_is_shown() {
        for (text, shown) in [
            ("\u{1b}[31m红", "\\u{1b}[31m红"),
            ("甲\u{202e}乙", "甲<U+202E>乙"),
            ("甲\u{2028}乙\u{85}丙", "甲<U+2028>乙\\u{85}丙"),
            ("甲\u{feff}\u{200b}", "甲<U+FEFF><U+200B>"),
            ("a\r\nb\rc", "a\nb\\u{d}c"),
            ("a\tb\0", "a b\\u{0}"),
            ("\u{7f}", "\\u{7f}"),
        ] {
            assert_eq!(inert(text), shown, "{text:?}");
        }
        assert_eq!(inert_line("甲\r\n乙"), "甲 乙");
    }

    #[test]
    fn harmless_text_is_left_alone() {
        for text in ["家庭医生签约", "两行\n文字", "👨\u{200d}👩\u{200d}👧", "e\u{301}", "　　全角"]
        {
            assert!(matches!(inert(text), Cow::Borrowed(same) if same == text), "{text:?}");
        }
    }
}
