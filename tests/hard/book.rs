//! A book to break, and what is asked of it afterwards.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// How many times as many rounds are asked for.
pub(crate) fn factor() -> usize {
    std::env::var("LEDGER_HARD").ok().and_then(|text| text.parse().ok()).unwrap_or(1)
}

/// Says that a test does not run here, and why.
pub(crate) fn skip(why: &str) {
    println!("not run: {why}");
    assert!(std::env::var_os("LEDGER_HARD_ALL").is_none(), "not run: {why}");
}

/// The program: the one that was built for the tests, or another one that `LEDGER_BIN` names.
pub(crate) fn program() -> String {
    std::env::var("LEDGER_BIN").unwrap_or_else(|_| env!("CARGO_BIN_EXE_ledger").to_owned())
}

/// The program, in a folder, with nothing around it.
pub(crate) fn ledger(folder: &Path) -> Command {
    prepared(&program(), folder)
}

/// Any program, in a folder, with nothing around it.
pub(crate) fn prepared(program: &str, folder: &Path) -> Command {
    let mut command = Command::new(program);
    let path = std::env::var_os("PATH").unwrap_or_default();
    command.current_dir(folder).env_clear().env("PATH", path).env("HOME", folder);
    command.env("GIT_CONFIG_NOSYSTEM", "1");
    command.envs(std::env::var_os("LLVM_PROFILE_FILE").map(|it| ("LLVM_PROFILE_FILE", it)));
    command
}

/// Runs the program with words that are parted at blanks.
pub(crate) fn run(folder: &Path, words: &str) -> Output {
    ledger(folder).args(words.split(' ')).output().unwrap()
}

/// Runs it, which must succeed.
#[track_caller]
pub(crate) fn must(folder: &Path, words: &str) -> String {
    let output = run(folder, words);
    assert!(output.status.success(), "{words}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// Runs git, which must succeed.
#[track_caller]
pub(crate) fn git(folder: &Path, words: &str) -> String {
    let output = prepared("git", folder).args(words.split(' ')).output().unwrap();
    assert!(output.status.success(), "git {words}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// A book with two ledgers, a folder with three problems and a table with two.
pub(crate) fn book() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    make(folder.path());
    folder
}

/// The same in a folder that is there.
pub(crate) fn make(folder: &Path) {
    must(folder, "init f --issued 2022-09-23 --today 2022-09-23");
    must(folder, "init t --csv --issued 2022-09-23 --today 2022-09-23");
    for title in ["甲", "乙", "丙"] {
        must(folder, &format!("-l f add --title {title} --today 2022-09-23"));
    }
    for title in ["丁", "戊"] {
        must(folder, &format!("-l t add --title {title} --today 2022-09-23"));
    }
    must(folder, "done f/1 --by 财务股 --today 2022-09-24");
    fs::write(folder.join("sheet.csv"), "序号,问题,责任单位\n1,己,财务股\n2,庚,办公室\n").unwrap();
}

/// The same in a git repository with all committed.
pub(crate) fn in_git() -> TempDir {
    let folder = book();
    git(folder.path(), "init -q -b main");
    git(folder.path(), "config user.name clerk");
    git(folder.path(), "config user.email clerk@example.org");
    git(folder.path(), "add -A");
    git(folder.path(), "commit -q -m begin");
    folder
}

/// The files of the book, without what belongs to this copy only. Keys of entries are random, and stand as one.
pub(crate) fn files(folder: &Path) -> Files {
    let mut found = Files::new();
    let mut folders = vec![folder.join("ledgers")];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(at).unwrap().flatten() {
            let (path, name) = (entry.path(), entry.file_name().into_string().unwrap());
            if path.is_dir() && name != ".ledger" {
                folders.push(path);
            } else if path.is_file() {
                let below = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                found.insert(below, without_keys(&fs::read(&path).unwrap()));
            }
        }
    }
    found
}

/// Puts one key in the place of all.
pub(crate) fn without_keys(bytes: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes);
    let mut out = String::new();
    for line in text.split_inclusive('\n') {
        if line.starts_with("key = ") {
            out += "key\n";
        } else if line.starts_with("entry,") || line.starts_with("记事,") {
            let key = |cell: &str| {
                cell.len() == 6
                    && cell.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_lowercase())
            };
            let cells = line.split(',').map(|cell| if key(cell) { "key" } else { cell });
            out += &cells.collect::<Vec<_>>().join(",");
        } else {
            out += line;
        }
    }
    out.into_bytes()
}

/// Drafts that were left behind.
pub(crate) fn drafts(folder: &Path) -> Vec<String> {
    files(folder).into_keys().filter(|name| name.contains(".ledger-")).collect()
}

/// The files without drafts.
pub(crate) fn without_drafts(mut files: Files) -> Files {
    files.retain(|name, _| !name.contains(".ledger-"));
    files
}

/// Copies a folder with all that is in it.
pub(crate) fn copy(from: &Path) -> TempDir {
    let to = tempfile::tempdir().unwrap();
    let done = Command::new("cp").arg("-a").arg(from.join(".")).arg(to.path()).status().unwrap();
    assert!(done.success());
    to
}

/// A number by chance, below the end.
pub(crate) fn chance(end: u32) -> u32 {
    let mut bytes = [0; 4];
    getrandom::fill(&mut bytes).unwrap();
    u32::from_ne_bytes(bytes) % end
}

/// A folder that is a mount, and is unmounted at the end.
pub(crate) struct Mount(pub(crate) PathBuf);

impl Mount {
    /// Mounts with these words before the folder; nothing where that is not allowed.
    pub(crate) fn new(folder: PathBuf, words: &[&str]) -> Option<Self> {
        fs::create_dir_all(&folder).unwrap();
        let output = Command::new("mount").args(words).arg(&folder).output().ok()?;
        output.status.success().then_some(Self(folder))
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}
