//! Texts of workbooks and documents without what no text may hold.

use crate::formats::text::is_refused;

/// Returns the text with line feeds as its only line ends, and counts the characters that were left out. What turns the
/// direction of writing stays: it is refused with its place.
pub(super) fn clean(text: &str, stripped: &mut usize) -> String {
    if !text.contains(is_special) {
        return text.to_owned();
    }
    let mut clean = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            // Word and Excel break a line inside a paragraph or cell by a vertical tab, too.
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' | '\u{b}' | '\u{85}' | '\u{2028}' | '\u{2029}' => clean.push('\n'),
            '\u{fffe}' | '\u{ffff}' | '\u{feff}' => *stripped += 1,
            c if c.is_control() && is_refused(c) => *stripped += 1,
            c => clean.push(c),
        }
    }
    clean
}

/// Returns the text with the characters that a workbook writes as `_x000B_`.
pub(super) fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, escape) = rest.split_at(at);
        plain.push_str(before);
        let c = escape.get(2..7).and_then(|code| code.strip_suffix('_')).and_then(|code| {
            let hex = code.bytes().all(|byte| byte.is_ascii_hexdigit());
            hex.then(|| u32::from_str_radix(code, 16).ok().and_then(char::from_u32)).flatten()
        });
        if let Some(c) = c {
            plain.push(c);
            rest = &escape[7..];
        } else {
            plain.push_str("_x");
            rest = &escape[2..];
        }
    }
    plain + rest
}

fn is_special(c: char) -> bool {
    is_refused(c) || matches!(c, '\u{fffe}' | '\u{ffff}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::{clean, unescaped};

    #[test]
    fn line_ends_are_one_kind_and_controls_are_counted() {
        let mut stripped = 0;
        assert_eq!(clean("甲\u{b}乙\r\n丙\r丁\u{2028}戊", &mut stripped), "甲\n乙\n丙\n丁\n戊");
        assert_eq!(stripped, 0);
        assert_eq!(clean("a\u{1}\u{7f}\tb\u{feff}", &mut stripped), "a\tb");
        assert_eq!(stripped, 3);
        assert_eq!(clean("a\u{202e}b", &mut stripped), "a\u{202e}b");
        assert_eq!(stripped, 3);
    }

    #[test]
    fn escapes_of_workbooks_are_characters() {
        assert_eq!(unescaped("a_x000B_b_x000D_\n_x005F_x000B_"), "a\u{b}b\r\n_x000B_");
        for same in ["_x", "_x12_", "a_xZZZZ_b", "_x问题AB_", "_xD800_"] {
            assert_eq!(unescaped(same), same);
        }
    }
}
