//! The TOML form of the book's files: what is read, what is written, what is added.

mod any;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ledger::complaint::{Complaint, Source};
use ledger::domain::problem::Problem;
use ledger::formats::addition::Addition;
use ledger::formats::{text, toml};
use proptest::prelude::{ProptestConfig, Strategy, any as anything, prop_assert, prop_assert_eq};
use proptest::proptest;

const CASES: u32 = 128;

#[test]
fn the_sample_book_is_written_as_it_stands() {
    let mut different = Vec::new();
    let files = files(Path::new("ledgers"));
    assert!(!files.is_empty());
    for path in files {
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
                different.push(format!("{name}: {}", first_difference(&source.text, &written)));
            }
            Err(complaints) => different.push(format!("{name}: {}", faults(&complaints))),
        }
    }
    assert!(different.is_empty(), "{}", different.join("\n"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_reads_the_same(problem in any::problem()) {
        let text = toml::write_problem(&problem);
        let read = toml::read_problem(&source(&text), problem.no);
        prop_assert_eq!(read.map(|read| read.value), Ok(problem), "{}", text);
    }

    #[test]
    fn what_is_written_has_no_byte_that_reading_refuses(problem in any::problem()) {
        let text = toml::write_problem(&problem);
        let decoded = text::decode("007.toml", text.as_bytes());
        prop_assert_eq!(decoded.map(|source| source.text), Ok(text));
    }

    #[test]
    fn a_file_with_other_line_ends_holds_the_same(problem in any::problem()) {
        let text = format!("\u{feff}{}", toml::write_problem(&problem).replace('\n', "\r\n"));
        let read = toml::read_problem(&source(&text), problem.no);
        prop_assert_eq!(read.map(|read| read.value), Ok(problem), "{}", text);
    }

    #[test]
    fn an_addition_only_adds_lines(
        problem in any::problem(),
        addition in addition(),
        style in style(),
    ) {
        let old = style.apply(&toml::write_problem(&problem));
        match toml::append(&source(&old), problem.no, &addition) {
            Ok(new) => {
                prop_assert!(is_subsequence(&old, &new), "{old}\n→\n{new}");
                prop_assert!(new.len() > old.len());
                // A file of one line without an end does not tell which ends it has.
                let bare = new.replace("\r\n", "").contains('\n');
                prop_assert!(!old.contains("\r\n") || !bare, "{new:?}");
            }
            // What was to be added names something that is not there, or has a key that is.
            Err(refused) => prop_assert!(!fits(&problem, &addition), "{refused:?}\n{old}"),
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in anything::<String>()) {
        read_all(&text);
    }

    #[test]
    fn no_damaged_file_makes_the_reader_panic(
        problem in any::problem(),
        damage in proptest::collection::vec((anything::<proptest::sample::Index>(), "[\\[\\]{}=\"'\\\\#.,\n 1a“]{0,3}", 0..9_usize), 1..6),
    ) {
        let mut text = toml::write_problem(&problem);
        for (place, piece, gone) in damage {
            let chars: Vec<char> = text.chars().collect();
            let at = place.index(chars.len() + 1);
            let rest = chars.iter().skip(at + gone);
            text = chars[..at].iter().copied().chain(piece.chars()).chain(rest.copied()).collect();
        }
        read_all(&text);
    }
}

#[test]
fn nesting_without_end_is_refused_and_does_no_harm() {
    let deep = 100_000;
    for text in [
        "[".repeat(deep),
        format!("a = {}", "[".repeat(deep)),
        format!("a = {}", "{ a = ".repeat(deep)),
        format!("{}a = 1", "a.".repeat(deep)),
        format!("[{}a]", "a.".repeat(deep)),
    ] {
        read_all(&text);
        assert!(toml::read_problem(&source(&text), 7).is_err());
    }
}

fn source(text: &str) -> Arc<Source> {
    Arc::new(Source { path: "007.toml".into(), text: text.into(), ..Source::default() })
}

fn read_all(text: &str) {
    let source = source(text);
    let _ = text::decode("007.toml", text.as_bytes());
    let _ = toml::read_problem(&source, 7);
    let _ = toml::read_head(&source);
    let _ = toml::read_book(&source);
    toml::comments(text);
}

fn addition() -> impl Strategy<Value = Addition> {
    proptest::prop_oneof![
        any::measure().prop_map(Addition::Measure),
        any::entry().prop_map(Addition::Entry),
    ]
}

/// How a person's editor left the file.
#[derive(Debug, Clone, Copy)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "four habits that have nothing to do with each other"
)]
struct Style {
    crlf: bool,
    mark: bool,
    cut: bool,
    comments: bool,
}

fn style() -> impl Strategy<Value = Style> {
    anything::<[bool; 4]>().prop_map(|[crlf, mark, cut, comments]| Style {
        crlf,
        mark,
        cut,
        comments,
    })
}

impl Style {
    fn apply(self, text: &str) -> String {
        let mut text = text.to_owned();
        if self.comments {
            // A header may also stand in a text of several lines, where this changes the problem and nothing else.
            text = text.replace("\n\n[[", "\n# 旁注 \"\"\"\n\n  # 前\n[[");
            text.push_str("# 末");
        }
        if self.cut {
            text.truncate(text.trim_end().len());
        }
        if self.crlf {
            text = text.replace('\n', "\r\n");
        }
        if self.mark { format!("\u{feff}{text}") } else { text }
    }
}

fn fits(problem: &Problem, addition: &Addition) -> bool {
    match addition {
        Addition::Problem(_) => false,
        Addition::Measure(measure) => problem.measure(measure.no).is_none(),
        Addition::Entry(entry) => {
            use ledger::domain::entry::Act;
            let known = |no: &u32| problem.measure(*no).is_some();
            let named = match &entry.act {
                Act::Indicator { name, .. } => {
                    problem.indicators.iter().any(|own| own.name == *name)
                }
                Act::Void { of } => problem.entries.iter().any(|own| own.key == *of),
                _ => true,
            };
            let new = problem.entries.iter().all(|own| own.key != entry.key);
            new && named && entry.act.measures().iter().all(known)
        }
    }
}

/// Tells whether all lines of the old text stand in the new one, in their order; a last line may have got its end.
fn is_subsequence(old: &str, new: &str) -> bool {
    let mut rest = new.lines();
    old.lines().all(|line| rest.any(|other| other == line))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
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
