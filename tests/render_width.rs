//! Whatever stands in a table, it is shown whole and within the width.

use ledger::domain::book::Lang;
use ledger::render::document::{Block, Cell, Column, ColumnKind, Document, Grid};
use ledger::render::inert;
use ledger::render::text::{self, Options};
use proptest::prelude::{ProptestConfig as Config, Strategy, prop, proptest};
use proptest::test_runner::TestCaseError;
use proptest::{prop_assert, prop_assert_eq};
use unicode_width::UnicodeWidthStr;

/// Pieces that break naive tables: full-width punctuation, combining marks, emoji, long words, what must be escaped.
const PIECES: [&str; 28] = [
    "签约率",
    "整改到位",
    "，",
    "。",
    "（",
    "）",
    "《",
    "》",
    "“",
    "”",
    "……",
    "——",
    "、",
    "60%",
    " ",
    "\n",
    "days",
    "https://example.org/a/b?c=d",
    "e\u{301}",
    "é",
    "👨\u{200d}👩\u{200d}👧",
    "🇨🇳",
    "☺\u{fe0f}",
    "𠮷",
    "\u{1b}[31m",
    "\u{202e}",
    "ｱ\u{ff9e}",
    "１２３",
];

fn words() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES.as_slice()), 0..40).prop_map(|it| it.concat())
}

fn sorted(text: &str) -> Vec<char> {
    let mut characters: Vec<char> =
        text.chars().filter(|c| !c.is_whitespace() && *c != '─').collect();
    characters.sort_unstable();
    characters
}

fn shown_whole(rows: &[(String, String, Vec<String>)], width: usize) -> Result<(), TestCaseError> {
    let kinds = [ColumnKind::Id, ColumnKind::Text, ColumnKind::Text, ColumnKind::Name];
    let mut grid = Grid::new(kinds.map(|kind| Column::new("整改措施", kind)).into());
    let mut expected = "整改措施".repeat(kinds.len());
    for (no, (one, other, names)) in rows.iter().enumerate() {
        grid.push(vec![
            no.into(),
            one.as_str().into(),
            other.as_str().into(),
            names.clone().into(),
        ]);
        expected += &no.to_string();
        for text in [one, other, &names.join("、")] {
            expected += &inert(text);
        }
    }
    let mut document = Document::new(Lang::Zh);
    document.push(Block::Grid(grid));
    let mut out = Vec::new();
    text::write(&document, Options { width, ..Options::default() }, &mut out)?;
    let out = String::from_utf8(out).map_err(|error| TestCaseError::fail(error.to_string()))?;
    for line in out.lines() {
        prop_assert!(line.width() <= width, "{width}: {line}");
    }
    prop_assert_eq!(sorted(&out), sorted(&expected));
    Ok(())
}

proptest! {
    #![proptest_config(Config { failure_persistence: None, ..Config::default() })]
    #[test]
    fn every_line_fits_and_every_character_is_there(
        rows in prop::collection::vec((words(), words(), prop::collection::vec(words(), 0..4)), 0..5),
        width in prop::sample::select(&[24_usize, 40, 80, 100, 160][..]),
    ) {
        shown_whole(&rows, width)?;
    }
}

#[test]
fn what_cannot_be_narrower_is_wider_than_asked_and_still_whole() {
    let mut grid = Grid::new(vec![Column::new("截止日期", ColumnKind::Date); 3]);
    let day = ledger::domain::day::Day::new(2022, 10, 8);
    grid.push(vec![Cell::from(day), Cell::from(day), Cell::from(day)]);
    let mut document = Document::new(Lang::Zh);
    document.push(Block::Grid(grid));
    let mut out = Vec::new();
    text::write(&document, Options { width: 10, ..Options::default() }, &mut out).unwrap();
    assert!(String::from_utf8(out).unwrap().ends_with("2022-10-08 2022-10-08 2022-10-08\n"));
}
