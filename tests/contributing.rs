//! The walk of CONTRIBUTING.md is true of the code: its patch is short and can be applied.
//!
//! `cargo test --test contributing -- --ignored` also compiles what comes of it, which takes a minute.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const MOST: usize = 40;

/// The patch of a page.
fn patch(page: &str) -> String {
    let text = fs::read_to_string(Path::new(ROOT).join(page)).unwrap();
    let (_, rest) = text.split_once("```diff\n").unwrap();
    rest.split_once("```").unwrap().0.to_owned()
}

/// Applies a patch to a copy of the sources, outside of any repository.
fn applied(patch: &str, folder: &Path) {
    copy(&Path::new(ROOT).join("src"), &folder.join("src"));
    let mut git = Command::new("git")
        .current_dir(folder)
        .env("GIT_CEILING_DIRECTORIES", folder)
        .args(["apply", "--verbose", "-"])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    git.stdin.take().unwrap().write_all(patch.as_bytes()).unwrap();
    let output = git.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn the_rule_of_the_walk_is_short_and_can_be_added() {
    let walk = patch("CONTRIBUTING.md");
    assert_eq!(walk, patch("CONTRIBUTING.zh.md"));
    let added = walk.lines().filter(|line| line.starts_with('+') && !line.starts_with("+++"));
    let added = added.count();
    assert!((10..MOST).contains(&added), "{added} lines");
    let folder = tempfile::tempdir().unwrap();
    applied(&walk, folder.path());
    let rules = fs::read_to_string(folder.path().join("src/check/rule.rs")).unwrap();
    assert!(rules.contains("(\"no-person\", Self::NoPerson, Hint)"));
}

#[test]
#[ignore = "compiles the program; see the head of this file"]
fn what_comes_of_the_walk_compiles_and_finds() {
    let folder = tempfile::tempdir().unwrap();
    applied(&patch("CONTRIBUTING.md"), folder.path());
    for name in ["Cargo.toml", "Cargo.lock"] {
        fs::copy(Path::new(ROOT).join(name), folder.path().join(name)).unwrap();
    }
    copy(&Path::new(ROOT).join("ledgers"), &folder.path().join("ledgers"));
    copy(&Path::new(ROOT).join("benches"), &folder.path().join("benches"));
    let run = Command::new("cargo")
        .current_dir(folder.path())
        .env("CARGO_TARGET_DIR", Path::new(ROOT).join("target/walk"))
        .args(["run", "--quiet", "--", "check", "--only", "no-person"])
        .output()
        .unwrap();
    let said = String::from_utf8(run.stdout).unwrap();
    assert!(
        said.contains("no person answers for it"),
        "{said}{}",
        String::from_utf8_lossy(&run.stderr)
    );
}
