//! The words of a limit, made even: width, case, dashes and script, so that the grammar need not know their spellings.

use crate::domain::width::half_width;

/// Makes the words even. What counts for the reading stays in its place; blanks inside Chinese text are left out.
pub(super) fn even(words: &str) -> String {
    let mut even = String::with_capacity(words.len());
    let english = is_english(words);
    let mut blank = false;
    for c in words.chars() {
        // 零 is a nought, but not in 清零.
        let c = if c == '零' && even.ends_with('清') { c } else { narrow(c) };
        if c == ' ' {
            blank = true;
            continue;
        }
        if is_invisible(c) {
            continue;
        }
        // A blank parts English words, and the day from the hour; beside Chinese and signs it is a slip of a conversion.
        let parts = |c: char| if english { c.is_ascii() } else { c.is_ascii_alphanumeric() };
        if blank && parts(c) && even.ends_with(parts) {
            even.push(' ');
        }
        blank = false;
        if c.is_ascii() {
            even.push(c.to_ascii_lowercase());
        } else {
            even.push(c);
        }
    }
    while even.ends_with(['.', '。', ';', ' ']) {
        even.pop();
    }
    // The comma of `October 31, 2026` belongs to the date.
    if even.is_ascii() && even.contains(", 20") { even.replace(", 20", " 20") } else { even }
}

/// Tells whether the words are English but for the width and kind of their signs.
fn is_english(words: &str) -> bool {
    let letter = |c: char| narrow(c).is_ascii_alphabetic();
    words.chars().all(|c| narrow(c).is_ascii() || is_invisible(c)) && words.contains(letter)
}

/// Marks of no width that copying from a page or a chat brings along.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

fn narrow(c: char) -> char {
    if c.is_ascii() {
        return match c {
            '\t' | '\n' | '\r' => ' ',
            '[' => '(',
            ']' => ')',
            '~' => '-',
            other => other,
        };
    }
    match c {
        '\u{3000}' | '\u{a0}' | '\u{2000}'..='\u{200a}' => ' ',
        '、' | '､' => '、',
        '；' => ';',
        '（' | '〔' | '［' | '【' => '(',
        '）' | '〕' | '］' | '】' => ')',
        '－' | '—' | '–' | '―' | '～' | '‐' | '‑' | '‒' | '−' | '─' | '﹣' | '〜' => {
            '-'
        }
        '·' | '•' | '．' => '.',
        '“' | '”' | '＂' | '「' | '」' | '『' | '』' => '"',
        '！'..='～' => half_width(c),
        '〇' | '○' | '零' | '◯' => '〇',
        _ => plain(c).unwrap_or(c),
    }
}

/// The letters of the grammar in the traditional script, and as the radicals that some PDF files give for them.
fn plain(c: char) -> Option<char> {
    const PLAIN: [(char, char); 56] = [
        ('⻓', '长'),
        ('⼀', '一'),
        ('⼆', '二'),
        ('⼋', '八'),
        ('⼗', '十'),
        ('⼩', '小'),
        ('⼯', '工'),
        ('⽅', '方'),
        ('⽇', '日'),
        ('⽉', '月'),
        ('⽌', '止'),
        ('⽴', '立'),
        ('⾏', '行'),
        ('並', '并'),
        ('來', '来'),
        ('個', '个'),
        ('內', '内'),
        ('兩', '两'),
        ('動', '动'),
        ('勞', '劳'),
        ('堅', '坚'),
        ('報', '报'),
        ('場', '场'),
        ('學', '学'),
        ('實', '实'),
        ('將', '将'),
        ('幾', '几'),
        ('後', '后'),
        ('從', '从'),
        ('慶', '庆'),
        ('應', '应'),
        ('擬', '拟'),
        ('於', '于'),
        ('時', '时'),
        ('會', '会'),
        ('條', '条'),
        ('標', '标'),
        ('節', '节'),
        ('簽', '签'),
        ('終', '终'),
        ('結', '结'),
        ('績', '绩'),
        ('續', '续'),
        ('華', '华'),
        ('號', '号'),
        ('見', '见'),
        ('辦', '办'),
        ('週', '周'),
        ('過', '过'),
        ('達', '达'),
        ('長', '长'),
        ('開', '开'),
        ('間', '间'),
        ('隨', '随'),
        ('饋', '馈'),
        ('點', '点'),
    ];
    let place = PLAIN.binary_search_by_key(&c, |(written, _)| *written).ok()?;
    Some(PLAIN[place].1)
}

#[cfg(test)]
mod tests {
    use super::{even, plain};

    #[test]
    fn spellings_come_out_the_same() {
        for (words, expected) in [
            ("１０月底前，并长期坚持", "10月底前,并长期坚持"),
            ("10 月底前", "10月底前"),
            (" 立行立改 、 长期坚持 ", "立行立改、长期坚持"),
            ("by 31 October.", "by 31 october"),
            ("2021年11月—12月", "2021年11月-12月"),
            ("Within 15  working days", "within 15 working days"),
            ("３個月內", "3个月内"),
            ("10⽉底前", "10月底前"),
            ("10\u{200b}月底前", "10月底前"),
        ] {
            assert_eq!(even(words), expected, "{words}");
        }
    }

    #[test]
    fn letters_of_the_traditional_script_are_found_by_halving() {
        for (written, expected) in [('⻓', '长'), ('⽉', '月'), ('並', '并'), ('饋', '馈')]
        {
            assert_eq!(plain(written), Some(expected));
        }
        assert_eq!(plain('月'), None);
    }
}
