//! The TOML form of the book's files: what is read, what is written, what is added.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ledger::complaint::{Complaint, Source};
use ledger::formats::{text, toml};

#[test]
fn the_sample_book_is_written_as_it_stands() {
    let mut different = Vec::new();
    for path in files(Path::new("ledgers")) {
        let name = path.to_string_lossy().into_owned();
        let source = Arc::new(text::decode(&name, &fs::read(&path).unwrap()).unwrap());
        let number = path.file_stem().and_then(|stem| stem.to_str()?.parse().ok());
        let written = match number {
            Some(no) => {
                toml::read_problem(&source, no).map(|read| toml::write_problem(&read.value))
            }
            None if name.ends_with("book.toml") => {
                toml::read_book(&source).map(|book| toml::write_book(&book))
            }
            None => toml::read_head(&source).map(|head| toml::write_head(&head)),
        };
        match written {
            Ok(written) if written == source.text => {}
            Ok(written) => {
                different.push(format!("{name}: {}", first_difference(&source.text, &written)))
            }
            Err(complaints) => different.push(format!("{name}: {}", faults(&complaints))),
        }
    }
    assert!(different.is_empty(), "{}", different.join("\n"));
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn first_difference(old: &str, new: &str) -> String {
    let mut pairs = old.lines().zip(new.lines()).enumerate();
    let found = pairs.find(|(_, (old, new))| old != new);
    found.map_or("length".into(), |(line, (old, new))| format!("{}: {old} → {new}", line + 1))
}

fn faults(complaints: &[Complaint]) -> String {
    complaints
        .iter()
        .map(|complaint| format!("{:?}", complaint.fault))
        .collect::<Vec<_>>()
        .join("; ")
}
