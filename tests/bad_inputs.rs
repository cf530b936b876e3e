//! Bad input, case by case: what the program says and how it ends, to the letter, in both languages.
//!
//! Each case spoils one file of a good book, or gives a command something that it must not take. No command may hang, panic,
//! or change anything. `tests/broken.rs` has a case for every fault that files can have, `tests/office` for foreign files.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

mod golden;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const PROBLEM: &str = "ledgers/f/001.toml";
const TABLE: &str = "ledgers/t.csv";

const GOOD: &str = "title = \"甲\"\nfound = 2022-09-23\n";
const ROWS: &str = "record,no,seq,title,amount,found,due\nproblem,1,1,乙,,,\n";

/// A book with a problem in a folder and one in a table.
fn book() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [
        ("ledgers/book.toml", "timezone = \"Asia/Shanghai\"\n"),
        ("ledgers/f/ledger.toml", "issued = 2022-09-23\n"),
        (PROBLEM, GOOD),
        ("ledgers/t.toml", "issued = 2022-09-23\n"),
        (TABLE, ROWS),
    ] {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn with(line: &str) -> Vec<u8> {
    format!("{GOOD}{line}\n").into_bytes()
}

fn row(line: &str) -> Vec<u8> {
    format!("{ROWS}{line}\n").into_bytes()
}

fn utf16(text: &str) -> Vec<u8> {
    [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
}

/// Files that are spoiled: what it is, the file, and its bytes.
#[expect(clippy::too_many_lines, reason = "a list")]
fn spoiled() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let toml = |what, bytes: Vec<u8>| (what, PROBLEM, bytes);
    let csv = |what, bytes: Vec<u8>| (what, TABLE, bytes);
    vec![
        toml("UTF-16", utf16(GOOD)),
        toml("UTF-16 without a mark", utf16(GOOD).split_off(2)),
        toml("GB18030", b"title = \"\xbc\xd7\"\n".to_vec()),
        toml("damaged UTF-8", [GOOD.as_bytes(), b"goal = \"a\xff\"\n"].concat()),
        toml("a NUL", with("goal = \"a\0\"")),
        toml("only NULs", vec![0; 4096]),
        toml("NULs at the end", [GOOD.as_bytes(), &[0; 512]].concat()),
        toml("nothing", Vec::new()),
        toml("lone carriage returns", GOOD.replace('\n', "\r").into_bytes()),
        toml("half a line", GOOD.as_bytes()[..GOOD.len() - 6].to_vec()),
        toml("something behind the end", with("]]]")),
        toml("marks of a conflict", with("<<<<<<< HEAD\n=======\n>>>>>>> side")),
        toml("marks within a text", with("detail = \"\"\"\n<<<<<<< HEAD\na\n>>>>>>> side\n\"\"\"")),
        toml("longer marks", with("detail = \"\"\"\n<<<<<<<<<<<< HEAD\n>>>>>>>>>>>> side\n\"\"\"")),
        toml("a bell", with("goal = \"a\\u0007\"")),
        toml("a C1 control", with("goal = \"a\u{85}b\"")),
        toml("an override of direction", with("goal = \"a\u{202e}b\"")),
        toml("a line separator", with("goal = \"a\u{2028}b\"")),
        toml("an escape in a key", with("\"\\u001b[31m\" = 1")),
        toml("a surrogate", with("goal = \"\\ud800\"")),
        toml("full-width digits", with("due = ２０２２-10-01")),
        toml("a slip in a key", with("catagory = \"a\"")),
        toml("a key of another table", with("outcome = \"kept\"")),
        toml("a scalar for a table", with("measure = 1")),
        toml("a table for a scalar", with("[due]\nx = 1")),
        toml("a key twice", with("title = \"乙\"")),
        toml("a quoted twin of a key", with("\"title\" = \"乙\"")),
        toml(
            "a table besides a list of tables",
            with("[[measure]]\nno = 1\ntext = \"a\"\n[measure]\nno = 2"),
        ),
        toml("no title", b"found = 2022-09-23\n".to_vec()),
        toml("nested deep", with(&format!("x_a = {}", "[".repeat(100_000)))),
        toml("a number too large", with("amount = 9223372036854775808")),
        toml("a hexadecimal amount", with("amount = 0xff")),
        toml("leading zeros", with("amount = 007")),
        toml("a float", with("amount = 0.1")),
        toml("not a number", with("amount = nan")),
        toml("a negative amount", with("amount = -5")),
        toml("an amount beyond all", with("amount = \"99999999999999999999万元\"")),
        toml("29 February of another year", with("due = 2023-02-29")),
        toml("a short day", with("due = 2022-6-1")),
        toml("a day as a text", with("due = \"2022/06/01\"")),
        toml("a day of another age", with("due = 0001-01-01")),
        toml("a time", with("due = 2022-06-01T08:00:00Z")),
        toml("a bare Chinese key", with("问题 = 1")),
        toml(
            "two entries of one key",
            with(concat!(
                "[[entry]]\nkey = \"k7q2m9\"\non = 2022-10-01\nact = \"done\"\nby = \"a\"\n",
                "[[entry]]\nkey = \"k7q2m9\"\non = 2022-10-01\nact = \"done\"\nby = \"a\"",
            )),
        ),
        toml(
            "an unknown act",
            with("[[entry]]\nkey = \"k7q2m9\"\non = 2022-10-01\nact = \"sink\"\nby = \"a\""),
        ),
        csv("a table in UTF-16", utf16(ROWS)),
        csv("an open quote", row("problem,2,2,\"丙,,,\nproblem,3,3,丁,,,")),
        csv("text behind a quote", row("problem,2,2,\"丙\"x,,,")),
        csv("a quote in a bare cell", row("problem,2,2,丙\"x,,,")),
        csv("a short row", row("problem,2,2,丙")),
        csv("a long row", row("problem,2,2,丙,,,,,")),
        csv("an empty row", row("")),
        csv("a row of commas", row(",,,,,")),
        csv("a second header", row("record,no,seq,title,amount,found,due")),
        csv("a column twice", b"record,no,seq,title,title\nproblem,1,1,a,b\n".to_vec()),
        csv("an unknown column", b"record,no,seq,title,colour\nproblem,1,1,a,b\n".to_vec()),
        csv("no column of numbers", b"record,title\nproblem,a\n".to_vec()),
        csv("semicolons", ROWS.replace(',', ";").into_bytes()),
        csv(
            "marks of a conflict in a cell",
            row("problem,2,2,\"丙\n<<<<<<< HEAD\n>>>>>>> side\",,,"),
        ),
        csv("a formula that failed", row("problem,2,2,丙,#REF!,,")),
        csv("a day that a spreadsheet has eaten", row("problem,2,2,丙,,44742,")),
        csv("an ambiguous day", row("problem,2,2,丙,,06/05/22,")),
        csv("an amount with separators", row("problem,2,2,丙,\"1,234.00\",,")),
        csv("a problem twice", row("problem,1,2,丙,,,")),
        csv("no end of the last line", ROWS.trim_end().replace("乙,,,", "乙,,").into_bytes()),
        csv("a table of nothing", Vec::new()),
        ("a slip in the book's head", "ledgers/book.toml", b"timezon = \"x\"\n".to_vec()),
        ("an unknown time zone", "ledgers/book.toml", b"timezone = \"Mars/Base\"\n".to_vec()),
        ("a day in a ledger's head", "ledgers/f/ledger.toml", b"issued = 2022-02-30\n".to_vec()),
        ("a number without zeros", "ledgers/f/8.toml", GOOD.as_bytes().to_vec()),
        ("a number with too many zeros", "ledgers/f/0008.toml", GOOD.as_bytes().to_vec()),
        ("a stray file", "ledgers/f/notes.toml", GOOD.as_bytes().to_vec()),
        ("a ledger in both forms", "ledgers/f.csv", ROWS.as_bytes().to_vec()),
    ]
}

/// Commands that are given something that they must not take.
const COMMANDS: [&str; 23] = [
    "show -- -x",
    "show f/0",
    "show f/99999999999",
    "show ../../etc/passwd",
    "show f/1 --at=--output=victim",
    "show f/1 --at=:(glob)*",
    "diff -- --output=victim",
    "-l ../x add --title a",
    "init ../x",
    "init -- -x",
    "add",
    "-l f add --title a --due 2023-02-29",
    "-l f add --title a --amount 1e400",
    "-l f add --title a --found 2023-01-01 --today 2022-12-01",
    "note f/1 --by a --text b --evidence ../../etc/passwd",
    "note f/1 --by a --text b --evidence /etc/passwd",
    "note f/1 --by a --text b --on 2022-13-01",
    "close f/1-9 --by a",
    "list --today 1970-01-01",
    "list -f nowhere.csv",
    "list -f /dev/null",
    "export -o ledgers/f/002.toml",
    "import nowhere.docx --into f",
];

fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(at).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() && entry.file_name() != ".ledger" {
                folders.push(path);
            } else if path.is_file() {
                found.insert(path.clone(), fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// Runs a command that must leave everything as it is, and end by itself.
fn untouched(folder: &Path, lang: &str, words: &[&str], text: &mut String) -> i32 {
    let before = files(folder);
    let run = golden::ledger(folder, lang, words);
    assert!([0, 1, 2, 3].contains(&run.status), "{}", run.session());
    assert!(!run.stderr.contains("panicked"), "{}", run.session());
    assert!(!(run.stdout.clone() + &run.stderr).contains('\u{1b}'), "{}", run.session());
    assert!(files(folder) == before, "{text}{}", run.session());
    text.push_str(&run.session());
    run.status
}

#[test]
fn bad_input_is_answered_to_the_letter_and_changes_nothing() {
    let mut wrong = Vec::new();
    for lang in ["en", "zh"] {
        let mut text = String::new();
        for (what, file, bytes) in spoiled() {
            let folder = book();
            fs::write(folder.path().join(file), bytes).unwrap();
            writeln!(text, "## {what}\n").unwrap();
            let check = untouched(folder.path(), lang, &["check"], &mut text);
            let id = if file == TABLE { "t/1" } else { "f/1" };
            let mut quiet = format!("{what}: ");
            let words = ["note", id, "--by", "a", "--text", "b"];
            if check == 1 && [PROBLEM, TABLE].contains(&file) {
                let note = untouched(folder.path(), lang, &words, &mut quiet);
                assert_eq!(note, 3, "{what}: {quiet}");
            }
            text.push('\n');
        }
        for words in COMMANDS {
            let folder = book();
            let words: Vec<_> = words.split(' ').collect();
            let status = untouched(folder.path(), lang, &words, &mut text);
            assert_ne!(status, 0, "{words:?}");
            assert!(!folder.path().join("victim").exists());
            text.push('\n');
        }
        let file = golden::folder("bad-inputs").join(format!("{lang}.txt"));
        wrong.extend(golden::compare(&file, &text).err());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn pipes_and_folders_in_the_place_of_files_keep_nobody_waiting() {
    for (name, ledger) in
        [(PROBLEM, "f"), (TABLE, "t"), ("ledgers/book.toml", "f"), ("ledgers/.ledger/lock", "f")]
    {
        for pipe in [true, false] {
            let folder = book();
            let path = folder.path().join(name);
            let _ = fs::remove_file(&path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            if pipe {
                assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
            } else {
                fs::create_dir(&path).unwrap();
            }
            let id = format!("{ledger}/1");
            let run =
                golden::ledger(folder.path(), "en", &["note", &id, "--by", "a", "--text", "b"]);
            assert_eq!(run.status, 3, "{name}: {}", run.session());
        }
    }
}

#[test]
fn little_room_for_files_and_memory_changes_nothing() {
    for limit in ["ulimit -n 4", "ulimit -v 30000", "ulimit -f 0"] {
        let folder = book();
        let before = files(folder.path());
        let shell =
            format!("{limit}; exec {} note f/1 --by a --text b", env!("CARGO_BIN_EXE_ledger"));
        let mut bash = Command::new("bash");
        let output = bash.arg("-c").arg(shell).current_dir(folder.path()).output().unwrap();
        assert!(!output.status.success(), "{limit}: {output:?}");
        let mut after = files(folder.path());
        after.retain(|path, _| !path.to_string_lossy().contains(".ledger-"));
        assert!(after == before, "{limit}: {output:?}");
    }
}
