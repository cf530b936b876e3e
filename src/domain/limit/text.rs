//! The words of a limit, made even: width, case and dashes, so that the grammar need not know their spellings.

/// Makes the words even. What counts for the reading stays in its place; blanks inside Chinese text are left out.
pub(super) fn even(words: &str) -> String {
    let mut even = String::with_capacity(words.len());
    for c in words.chars() {
        let c = narrow(c);
        if c == ' ' {
            // A blank parts English words; beside Chinese it is a slip of a conversion.
            if even.ends_with(|c: char| c.is_ascii_alphanumeric() || c == ',' || c == '.') {
                even.push(' ');
            }
            continue;
        }
        if !c.is_ascii() && even.ends_with(' ') {
            even.pop();
        }
        even.extend(c.to_lowercase());
    }
    while even.ends_with([' ', '.', '。']) {
        even.pop();
    }
    // The comma of `October 31, 2026` belongs to the date.
    if even.is_ascii() { even.replace(", 20", " 20") } else { even }
}

fn narrow(c: char) -> char {
    match c {
        '\u{3000}' | '\u{a0}' | '\t' | '\n' | '\r' => ' ',
        '，' => ',',
        '；' | ';' => '；',
        '：' => ':',
        '（' | '〔' | '［' | '【' => '(',
        '）' | '〕' | '］' | '】' => ')',
        '－' | '—' | '–' | '―' | '~' | '～' | '‐' | '‑' => '-',
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '〇' | '○' | '零' => '〇',
        '个' | '個' => '个',
        '內' => '内',
        '後' => '后',
        '週' => '周',
        '長' => '长',
        '堅' => '坚',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::even;

    #[test]
    fn spellings_come_out_the_same() {
        for (words, expected) in [
            ("１０月底前，并长期坚持", "10月底前,并长期坚持"),
            ("10 月底前", "10月底前"),
            ("by 31 October.", "by 31 october"),
            ("2021年11月—12月", "2021年11月-12月"),
            ("Within 15  working days", "within 15 working days"),
            ("３個月內", "3个月内"),
        ] {
            assert_eq!(even(words), expected, "{words}");
        }
    }
}
