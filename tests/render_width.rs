//! Whatever stands in a table, it is shown whole and within the width.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

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

/// The headings of a summary by two keys, over numbers.
fn summary(lang: Lang, headings: &[&str], width: usize) -> Vec<String> {
    let kinds = [ColumnKind::Name, ColumnKind::Number, ColumnKind::Number];
    let kind = |place: usize| kinds.get(place).copied().unwrap_or(ColumnKind::Number);
    let columns = headings.iter().enumerate().map(|(place, it)| Column::new(*it, kind(place)));
    let mut grid = Grid::new(columns.collect());
    let mut row: Vec<Cell> = vec!["基层卫生股".into()];
    row.extend((1..headings.len()).map(Cell::from));
    grid.push(row);
    let mut document = Document::new(lang);
    document.push(Block::Grid(grid));
    let mut out = Vec::new();
    text::write(&document, Options { width, ..Options::default() }, &mut out).unwrap();
    let out = String::from_utf8(out).unwrap();
    out.lines().take_while(|line| !line.contains('─')).map(str::to_owned).collect()
}

#[test]
fn chinese_headings_break_between_words_at_any_width() {
    let headings = [
        "单位",
        "总数",
        "整改中",
        "待销号",
        "已销号",
        "其中长期坚持",
        "逾期",
        "逾期措施",
        "临近到期",
        "完成率",
    ];
    assert_eq!(
        summary(Lang::Zh, &headings, 100),
        [
            "单位        总数  整改中  待销号  已销号  其中长期坚持  逾期  逾期措施  临近到期  完成率"
        ]
    );
    for (width, most) in [(80, 2), (70, 3), (60, 3)] {
        let lines = summary(Lang::Zh, &headings, width);
        assert!(lines.len() <= most, "{width}: {lines:#?}");
        for line in &lines {
            for piece in line.split_whitespace() {
                let whole = headings.iter().any(|heading| {
                    let chars: Vec<char> = heading.chars().collect();
                    let pairs = (0..=chars.len()).filter(|at| (chars.len() - at).is_multiple_of(2));
                    let at =
                        |text: &str| heading.find(text).map(|at| heading[..at].chars().count());
                    at(piece).is_some_and(|from| from == 0 || pairs.clone().any(|it| it == from))
                        && at(piece).is_some_and(|from| {
                            let to = from + piece.chars().count();
                            pairs.clone().any(|it| it == to)
                        })
                });
                assert!(whole, "{width}: {piece} in {lines:#?}");
            }
        }
    }
}

#[test]
fn english_headings_and_names_break_between_words_at_any_width() {
    let headings =
        ["Unit", "All", "Supervision", "Outstanding", "Of which sustained", "Late measures"];
    for width in [100, 80, 60, 50] {
        for line in summary(Lang::En, &headings, width) {
            for word in line.split_whitespace() {
                assert!(
                    headings.iter().any(|it| it.split(' ').any(|of| of == word)),
                    "{width}: {line}"
                );
            }
        }
    }
}
