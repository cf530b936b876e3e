//! Where the heading of a column may be broken.
//!
//! Unicode lets Chinese break behind any character, and 延期问 above 题 can hardly be read. Words of two characters are
//! the rule in headings, so a run of characters is taken in pairs from its end, with three at its head where the number
//! is odd: 截止 / 日期, 应追缴 / 金额; three stay together: 完成率.

use super::wrap::words;

/// Returns the pieces of a heading, none of which is broken.
pub(in crate::render) fn pieces(heading: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut run: Vec<&str> = Vec::new();
    for word in words(heading) {
        let han = word.chars().next().is_some_and(is_han);
        if han {
            run.push(word);
        }
        // What carries a blank or punctuation ends its run, as does what is not Chinese.
        if !han || word.chars().count() > 1 {
            pieces.extend(paired(&run));
            run.clear();
        }
        if !han {
            pieces.push(word.to_owned());
        }
    }
    pieces.extend(paired(&run));
    pieces
}

/// Takes characters in pairs, with three at the head of an odd number.
fn paired(run: &[&str]) -> Vec<String> {
    let head = if run.len() % 2 == 1 { run.len().min(3) } else { 0 };
    let (head, rest) = run.split_at(head);
    let head = (!head.is_empty()).then(|| head.concat());
    head.into_iter().chain(rest.chunks(2).map(<[&str]>::concat)).collect()
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn chinese_headings_break_between_words() {
        for (heading, broken) in [
            ("编号", "编号"),
            ("完成率", "完成率"),
            ("延期问题", "延期/问题"),
            ("问题或措施", "问题或/措施"),
            ("应追缴金额", "应追缴/金额"),
            ("其中长期坚持", "其中/长期/坚持"),
            ("比原定迟报天数", "比原定/迟报/天数"),
            ("减：重复计列", "减：/重复/计列"),
            ("中止、移送、撤销", "中止、/移送、/撤销"),
            ("涉及金额（元）", "涉及/金额/（元）"),
        ] {
            assert_eq!(pieces(heading).join("/"), broken);
        }
    }

    #[test]
    fn other_headings_break_between_words_too() {
        assert_eq!(pieces("Days late"), ["Days ", "late"]);
        assert_eq!(pieces("SHA-256 校验"), ["SHA-256 ", "校验"]);
        assert!(pieces("").is_empty());
        assert_eq!(pieces("逾期（15天）Days，共3项").concat(), "逾期（15天）Days，共3项");
    }
}
