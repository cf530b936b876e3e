//! The pages of the format agree with each other and with the code, and what the pages link to is there.

use std::fs;
use std::path::{Path, PathBuf};

use ledger::complaint::Table;
use ledger::formats::record::keys;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const EN: &str = include_str!("../docs/format.md");
const ZH: &str = include_str!("../docs/format.zh.md");

/// The chapters of the page, and what the Chinese page calls them.
const CHAPTERS: [(&str, &str); 14] = [
    ("# The files of a book", "# 台账文件的格式"),
    ("## The book", "## 台账目录"),
    ("## Values", "## 值"),
    ("### How TOML is written", "### TOML 怎样写出"),
    ("## `book.toml`", "## `book.toml`"),
    ("### Who must be declared", "### 须列明的单位和人员"),
    ("### Policy", "### 规定"),
    ("## A ledger's head", "## 台账首页"),
    ("## A problem", "## 问题"),
    ("### Notices", "### 督办通知"),
    ("### The occurrences of a duty", "### 定期事项的期次"),
    ("## A ledger as one table", "## 一张表的台账"),
    ("## A sheet", "## 电子表格台账"),
    ("## What `check` finds", "## `check` 查什么"),
];

fn chapters(page: &str) -> Vec<&str> {
    page.lines().filter(|line| line.starts_with('#')).collect()
}

/// The tables of a page, as the first cells of their rows where those are code, since words are translated.
fn codes(page: &str) -> Vec<&str> {
    page.lines()
        .filter(|line| line.starts_with('|'))
        .flat_map(|row| row.split('`').skip(1).step_by(2))
        .collect()
}

#[test]
fn both_pages_have_the_same_chapters() {
    assert_eq!(chapters(EN), CHAPTERS.map(|(en, _)| en));
    assert_eq!(chapters(ZH), CHAPTERS.map(|(_, zh)| zh));
}

#[test]
fn the_tables_of_both_pages_name_the_same_keys() {
    let (en, zh) = (codes(EN), codes(ZH));
    for (en, zh) in en.iter().zip(&zh) {
        assert_eq!(en, zh);
    }
    assert_eq!(en.len(), zh.len());
}

#[test]
fn both_pages_know_the_same_headers_and_states() {
    let (_, sheets) = EN.split_once("## A sheet").unwrap();
    let first_cells = sheets.lines().filter_map(|row| row.strip_prefix("| ")?.split(" | ").next());
    for cell in first_cells.filter(|cell| cell.contains(", ")) {
        assert!(ZH.contains(&format!("\n| {cell} | ")), "{cell}");
    }
}

#[test]
fn every_key_stands_in_both_pages() {
    let tables = [
        Table::Book,
        Table::Policy,
        Table::Unit,
        Table::Person,
        Table::Calendar,
        Table::Head,
        Table::Phase,
        Table::Problem,
        Table::Indicator,
        Table::Measure,
        Table::Entry,
    ];
    for (name, page) in [("format.md", EN), ("format.zh.md", ZH)] {
        for key in tables.into_iter().flat_map(keys::of) {
            let forms = [
                format!("`{key}`"),
                format!("[[{key}]]"),
                format!("[{key}.\""),
                format!("[{key}]"),
            ];
            assert!(forms.iter().any(|form| page.contains(form)), "{name}: {key}");
        }
    }
}

#[test]
fn what_the_pages_link_to_is_there() {
    let pages = ["README.md", "README.zh.md", "CHANGELOG.md", "docs", "examples"];
    let files = pages.iter().flat_map(|name| {
        let path = Path::new(ROOT).join(name);
        if path.is_dir() {
            fs::read_dir(path).unwrap().map(|item| item.unwrap().path()).collect()
        } else {
            vec![path]
        }
    });
    for page in files.filter(|path: &PathBuf| path.extension().is_some_and(|ending| ending == "md"))
    {
        let text = fs::read_to_string(&page).unwrap();
        for link in
            text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(link, _)| link)
        {
            let is_here =
                link.starts_with("https://") || page.parent().unwrap().join(link).exists();
            assert!(is_here, "{}: {link}", page.display());
        }
    }
}
