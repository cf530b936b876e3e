//! The house is in order: who uses whom, who touches the world, where words stand, how long things are.
//!
//! The table of layers is the one in the header of `src/lib.rs`.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Lines that a file may have without its tests, and a function.
const FILE: usize = 300;
const FUNCTION: usize = 60;

/// Each word of the world, and the only files or folders that may have it.
const WORLD: [(&str, &[&str]); 13] = [
    ("std::fs", &["cli", "store", "git"]),
    // The parts of a package are read from its bytes while they are unpacked.
    ("std::io", &["main.rs", "cli", "store", "git", "render", "intake/package"]),
    (
        "std::env",
        &[
            "main.rs",
            "cli/surroundings.rs",
            "cli/environment.rs",
            "git/command.rs",
            "git/program.rs",
        ],
    ),
    // The editor and the pager are programs of others.
    ("std::process", &["main.rs", "store/lock.rs", "git", "cli/editor.rs"]),
    ("println!", &[]),
    ("clap", &["cli"]),
    ("serde", &["render/json", "render/template/data.rs", "cli"]),
    // The alarms of a calendar take its durations.
    ("chrono", &["domain/day.rs", "cli/today.rs", "cli/zone.rs", "render/ics/alarm.rs"]),
    // Questions look and end alike, since they are asked in one place.
    ("inquire", &["cli/asking"]),
    ("Local::now", &["cli/today.rs"]),
    ("Utc::now", &["cli/today.rs"]),
    ("SystemTime::now", &[]),
    // How long to wait, for the lock or before a bar is drawn, is no question of the day.
    ("Instant::now", &["cli/progress.rs", "store/lock.rs"]),
];

/// Where Chinese stands: the words for people, and the words of papers, sheets and tables, which are read.
const CHINESE: [&str; 20] = [
    "render/words",
    "render/docx/face.rs",
    "domain/limit",
    "domain/money.rs",
    "domain/persons",
    "formats/record/values.rs",
    "formats/table/columns.rs",
    "intake/document",
    "intake/sheet/cells.rs",
    "intake/sheet/chapter.rs",
    "intake/sheet/ending.rs",
    "intake/sheet/headers.rs",
    "intake/sheet/status.rs",
    "intake/sheet/days.rs",
    "intake/sheet/map.rs",
    "intake/sheet/naming.rs",
    "intake/sheet/parts.rs",
    "intake/sheet/roles.rs",
    "intake/word/numerals.rs",
    "intake/workbook/beside.rs",
];

/// Files with a flat match that is longer than a function may be.
const LONG: [&str; 15] = [
    "render/words/en/faults/help.rs",
    "render/words/en/faults/mod.rs",
    "render/words/en/findings/help.rs",
    "render/words/en/findings/mod.rs",
    "render/words/en/findings/rules.rs",
    "render/words/en/labels.rs",
    "render/words/en/messages.rs",
    "render/words/zh/faults/help.rs",
    "render/words/zh/faults/mod.rs",
    "render/words/zh/findings/help.rs",
    "render/words/zh/findings/mod.rs",
    "render/words/zh/findings/rules.rs",
    "render/words/zh/help.rs",
    "render/words/zh/labels.rs",
    "render/words/zh/messages.rs",
];

/// A file of the program.
struct File {
    /// Below `src`, with `/`.
    path: String,
    /// What stands above its tests.
    code: String,
    /// All of it.
    whole: String,
}

impl File {
    fn is_in(&self, places: &[&str]) -> bool {
        places.iter().any(|place| {
            let rest = self.path.strip_prefix(place);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    }

    /// The lines of the code that are no comments.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.code.lines().enumerate().map(|(at, line)| (at + 1, line));
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    fn is_test(&self) -> bool {
        self.path.ends_with("/tests.rs")
    }
}

fn files() -> Vec<File> {
    let mut files = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "", &mut files);
    assert!(files.len() > 100);
    files
}

fn collect(folder: &Path, below: &str, files: &mut Vec<File>) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(Result::unwrap).collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name().into_string().unwrap();
        let path = format!("{below}{name}");
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{path}/"), files);
        } else if Path::new(&name).extension().is_some_and(|ending| ending == "rs") {
            let whole = fs::read_to_string(entry.path()).unwrap();
            let code = whole.split("#[cfg(test)]\nmod tests {").next().unwrap().to_owned();
            files.push(File { path, code, whole });
        }
    }
}

/// The layers and whom each may use, from the table in `src/lib.rs`.
fn layers() -> BTreeMap<String, BTreeSet<String>> {
    let names = |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    let mut layers: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in include_str!("../src/lib.rs").lines() {
        let Some(row) = line.strip_prefix("//! | [") else { continue };
        let cells: Vec<_> = row.split(" | ").collect();
        let [layer, _, uses] = cells[..] else { panic!("{line}") };
        layers.insert(layer.split('`').nth(1).unwrap().to_owned(), names(uses));
    }
    let all: BTreeSet<_> = layers.keys().filter(|name| *name != "cli").cloned().collect();
    layers.insert("cli".to_owned(), all);
    layers
}

/// The layers that a line names: `crate::x`, or `crate::{x, y}`.
fn named(line: &str) -> Vec<String> {
    let mut found = Vec::new();
    for rest in line.split("crate::").skip(1) {
        let list = rest.strip_prefix('{').and_then(|rest| rest.split('}').next()).unwrap_or(rest);
        let parts = if list == rest { vec![rest] } else { list.split(", ").collect() };
        let ends = |c: char| !c.is_alphanumeric() && c != '_';
        found.extend(parts.iter().filter_map(|part| part.split(ends).next().map(str::to_owned)));
    }
    found
}

fn report(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn each_layer_uses_exactly_whom_the_table_says() {
    let layers = layers();
    let modules: BTreeSet<_> = include_str!("../src/lib.rs")
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .collect();
    assert_eq!(layers.keys().map(String::as_str).collect::<BTreeSet<_>>(), modules);
    let mut used: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for file in files().iter().filter(|file| !file.is_test() && file.path.contains('/')) {
        let layer = file.path.split('/').next().unwrap().to_owned();
        let others = file.lines().flat_map(|(_, line)| named(line));
        used.entry(layer.clone()).or_default().extend(others.filter(|other| *other != layer));
    }
    // A layer in one file would escape the walk.
    assert_eq!(used.keys().collect::<Vec<_>>(), layers.keys().collect::<Vec<_>>());
    assert_eq!(used, layers);
}

#[test]
fn only_the_ends_touch_the_world() {
    let mut wrong = Vec::new();
    for file in files().iter().filter(|file| !file.is_test()) {
        for (at, line) in file.lines() {
            // `use std::{env, fs}` names two of them.
            let braced = line.split_once("std::{").map_or("", |(_, list)| list);
            let modules = braced.split([',', '}']).map(|name| format!("std::{}", name.trim()));
            let text = modules.fold(line.to_owned(), |text, module| text + " " + &module);
            for (word, places) in WORLD {
                if text.contains(word) && !file.is_in(places) {
                    wrong.push(format!("src/{}:{at}: `{word}`", file.path));
                }
            }
        }
    }
    report(&wrong);
}

#[test]
fn chinese_stands_where_words_stand() {
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let mut wrong = Vec::new();
    let mut idle: BTreeSet<_> = CHINESE.into();
    for file in files().iter().filter(|file| !file.is_test()) {
        for (at, line) in file.lines() {
            let literals = line.split(" // ").next().unwrap();
            if !literals.contains(is_han) || !literals.contains(['"', '\'']) {
                continue;
            }
            match CHINESE.iter().find(|place| file.is_in(&[place])) {
                Some(place) => _ = idle.remove(place),
                None => wrong.push(format!("src/{}:{at}: {}", file.path, line.trim())),
            }
        }
    }
    wrong.extend(idle.iter().map(|place| format!("no Chinese in {place} any more")));
    report(&wrong);
}

#[test]
fn files_and_functions_are_short() {
    let mut wrong = Vec::new();
    let mut long = BTreeSet::new();
    for file in files() {
        let lines: Vec<_> = file.code.lines().collect();
        if lines.len() > FILE && !file.is_test() {
            wrong.push(format!("src/{}: {} lines", file.path, lines.len()));
        }
        for (at, line) in file.whole.lines().enumerate() {
            let Some(length) = length_of_function(&file.whole, at, line) else { continue };
            if length > FUNCTION {
                let before = at.checked_sub(1).and_then(|above| file.whole.lines().nth(above));
                if before.is_some_and(|above| above.contains("expect(clippy::too_many_lines")) {
                    long.insert(file.path.clone());
                } else {
                    wrong.push(format!("src/{}:{}: {length} lines", file.path, at + 1));
                }
            }
        }
    }
    report(&wrong);
    let listed: BTreeSet<_> = LONG.iter().map(|path| (*path).to_owned()).collect();
    assert_eq!(long, listed, "the list of long matches");
}

/// How many lines the body of a function has that begins in this line: up to the brace of the same indentation.
fn length_of_function(text: &str, at: usize, line: &str) -> Option<usize> {
    let code = line.trim_start();
    let words = ["pub ", "pub(crate) ", "pub(super) ", "pub(in crate::formats) ", "const "];
    let bare = words.iter().fold(code, |code, word| code.strip_prefix(word).unwrap_or(code));
    if !bare.starts_with("fn ") || code.ends_with('}') || code.ends_with(';') {
        return None;
    }
    let indent = &line[..line.len() - code.len()];
    let mut body = text.lines().skip(at).enumerate();
    let open = body.find(|(_, line)| line.ends_with('{') || line.ends_with(';'))?;
    if open.1.ends_with(';') {
        return None;
    }
    let end = body.find(|(_, line)| line.strip_prefix(indent) == Some("}"))?;
    Some(end.0 - open.0 - 1)
}

#[test]
fn every_file_says_what_it_is_for_and_leaves_nothing_undone() {
    let mut wrong = Vec::new();
    for file in files() {
        if !file.whole.starts_with("//! ") {
            wrong.push(format!("src/{}: no header", file.path));
        }
        for (at, line) in file.whole.lines().enumerate() {
            for word in ["TODO", "FIXME", "XXX", "dbg!", "todo!", "unimplemented!"] {
                if line.contains(word) {
                    wrong.push(format!("src/{}:{}: {word}", file.path, at + 1));
                }
            }
        }
    }
    report(&wrong);
}

#[test]
fn every_exception_to_a_lint_has_its_reason() {
    let mut wrong = Vec::new();
    for file in files() {
        let attributes = ["#[expect(", "#![expect(", "#[allow(", "#![allow("];
        for (at, attribute) in attributes.iter().flat_map(|word| file.whole.match_indices(word)) {
            let text = file.whole[at..].split(")]").next().unwrap();
            if !text.contains("reason = \"") {
                let line = file.whole[..at].matches('\n').count() + 1;
                wrong.push(format!("src/{}:{line}: {attribute} without a reason", file.path));
            }
        }
    }
    report(&wrong);
}

#[test]
fn the_scanner_sees_what_it_looks_for() {
    assert_eq!(named("use crate::{git, store};"), ["git", "store"]);
    assert_eq!(named("a(crate::domain::x, crate::check::y)"), ["domain", "check"]);
    let text =
        "    pub fn a(\n        b: u8,\n    ) {\n        c();\n        {\n        }\n    }\n";
    let first = text.lines().next().unwrap();
    assert_eq!(length_of_function(text, 0, first), Some(3));
    assert_eq!(length_of_function("fn a();\n", 0, "fn a();"), None);
}
