//! Standard streams that are closed, full or cut off.

use std::fs::{File, OpenOptions};
use std::process::{Command, Stdio};

use crate::book::{book, copy, files, ledger, run};

const WORDS: &str = "note f/1 --by 财务股 --text 已发函 --today 2022-10-01";

fn full() -> File {
    OpenOptions::new().write(true).open("/dev/full").unwrap()
}

#[test]
fn reports_and_entries_on_streams_that_take_nothing() {
    let master = book();
    let done = copy(master.path());
    run(done.path(), WORDS);
    let new = files(done.path());
    // The entry stands, and its key was not told: that is not nothing, and not all.
    let folder = copy(master.path());
    let mut command = ledger(folder.path());
    let status = command.args(WORDS.split(' ')).stdout(full()).output().unwrap().status;
    assert_eq!(status.code(), Some(4));
    assert!(files(folder.path()) == new);
    for (words, status) in [("list", 3), ("list -O json", 3), ("show f/1", 3)] {
        let mut command = ledger(master.path());
        let output = command.args(words.split(' ')).stdout(full()).output().unwrap();
        assert_eq!(output.status.code(), Some(status), "{words}: {output:?}");
    }
    // Nobody is left to be told where standard error is full.
    let folder = copy(master.path());
    let mut command = ledger(folder.path());
    let status = command.args(WORDS.split(' ')).stderr(full()).stdout(Stdio::null()).status();
    assert!([Some(0), Some(4)].contains(&status.unwrap().code()));
    assert!(files(folder.path()) == new);
}

#[test]
fn closed_streams_and_a_reader_that_leaves_are_no_failure() {
    let program = crate::book::program();
    let master = book();
    let done = copy(master.path());
    run(done.path(), WORDS);
    for (shell, changes) in [
        (format!("{program} {WORDS} >&-"), true),
        (format!("{program} {WORDS} 2>&-"), true),
        (format!("{program} {WORDS} >&- 2>&- <&-"), true),
        (format!("{program} list >&-"), false),
        (format!("set -o pipefail; {program} list -O json | head -c 1 >/dev/null"), false),
        (format!("set -o pipefail; {program} {WORDS} | true"), true),
    ] {
        let folder = copy(master.path());
        let mut bash = Command::new("bash");
        let output = bash.arg("-c").arg(&shell).current_dir(folder.path()).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{shell}: {output:?}");
        assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"), "{output:?}");
        let expected = if changes { files(done.path()) } else { files(master.path()) };
        assert!(files(folder.path()) == expected, "{shell}");
    }
}
