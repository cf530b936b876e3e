//! Every example can be tried as its page says, in both languages, and prints what the page shows.
#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on stops where it stands"
)]

mod console;

use std::fs;

#[test]
fn the_examples_print_what_their_page_shows() {
    assert_eq!(console::check("examples/README.md", "en_US.UTF-8", 0), 5);
}

#[test]
fn the_examples_print_what_their_chinese_page_shows() {
    assert_eq!(console::check("examples/README.zh.md", "zh_CN.UTF-8", 0), 5);
}

#[test]
fn both_sheets_are_the_same() {
    let read =
        |name: &str| fs::read(format!("{}/examples/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let (utf8, gb18030) = (read("台账示例.csv"), read("台账示例-gb18030.csv"));
    let (text, _, unreadable) = encoding_rs::GB18030.decode(&gb18030);
    assert!(!unreadable);
    assert_eq!(String::from_utf8(utf8).unwrap(), format!("\u{feff}{text}"));
}

#[test]
fn the_page_of_taking_in_prints_what_it_shows() {
    assert_eq!(console::check("docs/import.md", "en_US.UTF-8", 1), 3);
}

#[test]
fn the_chinese_page_of_taking_in_prints_what_it_shows() {
    assert_eq!(console::check("docs/import.zh.md", "zh_CN.UTF-8", 1), 3);
}

#[test]
fn the_page_of_papers_prints_what_it_shows() {
    assert_eq!(console::check("docs/reports.md", "en_US.UTF-8", 0), 4);
}

#[test]
fn the_chinese_page_of_papers_prints_what_it_shows() {
    assert_eq!(console::check("docs/reports.zh.md", "zh_CN.UTF-8", 0), 4);
}
