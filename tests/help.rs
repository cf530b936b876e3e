//! The help of every command and what is said of wrong usage, in both languages, to the letter.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

mod golden;

use std::path::Path;

use unicode_width::UnicodeWidthStr as _;

const WIDTH: usize = 80;

/// Wrong usage, and the name of its golden file.
const WRONG: [(&str, &[&str]); 16] = [
    ("no-command", &[]),
    ("unknown-command", &["overdu"]),
    ("unknown-command-like-none", &["xyzzy"]),
    ("unknown-option", &["add", "--titel", "签约"]),
    ("unknown-option-like-none", &["check", "--deep"]),
    ("missing-argument", &["done"]),
    ("missing-option", &["add"]),
    ("missing-value", &["done", "7", "--on"]),
    ("surplus", &["measure", "1", "2"]),
    ("wrong-word", &["list", "--status", "finished"]),
    ("wrong-word-like-another", &["add", "--kind", "tusk"]),
    ("wrong-day", &["overdue", "--due", "2022/10"]),
    ("wrong-id", &["show", "seven"]),
    ("wrong-amount", &["recover", "3", "约15万元"]),
    ("wrong-key", &["void", "3", "K7Q"]),
    ("option-without-its-other", &["overdue", "--force"]),
];

/// The commands, as the English help lists them.
fn commands(folder: &Path) -> Vec<String> {
    let commands = below(folder, &[]);
    let kinds = below(folder, &["report"]).into_iter().map(|kind| format!("report {kind}"));
    commands.into_iter().chain(kinds).collect()
}

/// The commands below one.
fn below(folder: &Path, command: &[&str]) -> Vec<String> {
    let help = golden::ledger(folder, "en", &[command, &["--help"]].concat()).stdout;
    let list = help.split_once("Commands:\n").unwrap().1.split_once("\n\n").unwrap().0;
    // A line that goes on with what a command does is indented further.
    let names = list.lines().filter(|line| !line.starts_with("   "));
    names.filter_map(|line| line.split_whitespace().next().map(str::to_owned)).collect()
}

/// Tells whether a line has four English words one behind the other.
fn has_english(line: &str) -> bool {
    let is_word = |word: &&str| {
        let word = word.trim_matches(|c: char| c.is_ascii_punctuation());
        word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase())
    };
    let words: Vec<_> = line.split(' ').filter(|word| !word.is_empty()).collect();
    words.windows(4).any(|four| four.iter().all(|word| is_word(word) && !word.ends_with(',')))
}

#[test]
fn the_help_of_every_command_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let commands = commands(folder.path());
    assert!(commands.len() > 10, "{commands:?}");
    let mut wrong = Vec::new();
    for command in commands.iter().map(String::as_str).chain([""]) {
        for lang in ["en", "zh"] {
            for (help, ending) in [("--help", ""), ("-h", ".short")] {
                let words: Vec<_> =
                    command.split(' ').chain([help]).filter(|w| !w.is_empty()).collect();
                let run = golden::ledger(folder.path(), lang, &words);
                assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{command}");
                let name = if command.is_empty() { "ledger" } else { &command.replace(' ', "-") };
                for line in run.stdout.lines() {
                    if line.width() > WIDTH || (lang == "zh" && has_english(line)) {
                        wrong.push(format!("{lang} {command} {help}: {line}"));
                    }
                }
                let file = golden::folder("help").join(format!("{name}{ending}.{lang}.txt"));
                wrong.extend(golden::compare(&file, &run.stdout).err());
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn wrong_usage_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let mut wrong = Vec::new();
    for (name, words) in WRONG {
        for lang in ["en", "zh"] {
            let run = golden::ledger(folder.path(), lang, words);
            assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{name}: {}", run.session());
            let file = golden::folder("usage").join(format!("{name}.{lang}.txt"));
            wrong.extend(golden::compare(&file, &run.session()).err());
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
