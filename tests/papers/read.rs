//! What our own reader finds in a paper: the paragraphs and cells that went in.

use ledger::domain::book::Lang;
use ledger::intake::limits::Limits;
use ledger::intake::take::{Asked, Taken, take};
use ledger::intake::word::{Changes, Document};
use ledger::intake::workbook::{Hidden, Merge};
use ledger::render::document::{Block, Cell, Level};

use crate::made::{register, report};
use crate::{LANGUAGES, bytes};

fn taken(document: &ledger::render::document::Document) -> Document {
    let asked = Asked {
        encoding: None,
        hidden: Hidden::Include,
        changes: Changes::Accept,
        limits: Limits::STANDARD,
    };
    match take("报告.docx", &bytes(document), &asked).unwrap() {
        Taken::Document(read) => {
            assert_eq!(read.remarks, []);
            read
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_same_paragraphs_are_read() {
    for (lang, _) in LANGUAGES {
        let document = report(lang);
        let read = taken(&document);
        let lines: Vec<_> = read.source.text.lines().filter(|line| !line.is_empty()).collect();
        // A title, and a line below it, may end its lines where a reader would.
        let joined = |text: &str| text.split_whitespace().collect::<String>();
        let whole = joined(&read.source.text);
        for block in &document.blocks {
            match block {
                Block::Heading(Level::Title, text) | Block::Line(_, text) => {
                    assert!(whole.contains(&joined(text)), "{text}");
                }
                Block::Heading(_, text) | Block::Paragraph(text) | Block::Note(text) => {
                    assert!(text.lines().all(|line| lines.contains(&line)), "{text}");
                }
                Block::Labelled(label, text) => {
                    let colon = if lang == Lang::Zh { "：" } else { ": " };
                    assert!(lines.contains(&format!("{label}{colon}{text}").as_str()), "{label}");
                }
                Block::Facts(facts) => {
                    for (label, text) in facts {
                        let first = text.lines().next().unwrap();
                        let is_fact =
                            |line: &&str| line.starts_with(label) && line.ends_with(first);
                        assert!(lines.iter().any(is_fact), "{label}");
                    }
                }
                Block::Tiles(_) | Block::Chart(_) | Block::PageBreak | Block::Grid(_) => {}
            }
        }
        let headings = document.blocks.iter().filter_map(|block| match block {
            Block::Heading(Level::Title, text) => Some(text.as_str()),
            _ => None,
        });
        let title = headings.map(joined).collect::<String>();
        assert!(whole.starts_with(&title), "{title}");
    }
}

#[test]
fn the_same_cells_are_read() {
    for (lang, _) in LANGUAGES {
        let document = register(lang, 30);
        let read = taken(&document);
        assert_eq!(read.tables.len(), 1);
        let leaf = &read.tables[0].leaf;
        let Some(grid) = document.main_grid() else { panic!("no table") };
        // What is joined says its text once.
        let mut csv = Vec::new();
        let headings = grid.columns.iter().map(|column| column.heading.clone()).collect();
        let rows = grid.rows.iter().map(|row| row.cells.iter().map(text).collect());
        for row in std::iter::once(headings).chain(rows) {
            let mut row: Vec<String> = row;
            row.resize(grid.columns.len() - 1, String::new());
            csv.push(row.join(",").trim_end_matches(',').to_owned());
        }
        let found = &leaf.source.text;
        // English has a comma in a name.
        if lang == Lang::Zh {
            // A heading may break between its words.
            let first = found.find("\n1,").unwrap();
            let headings = found[..first].replace(['\n', '"'], "");
            assert_eq!(headings, format!("{},备注", csv[0].trim_end_matches(",备注")));
            let rows = found[first + 1..].lines().map(|line| line.trim_end_matches(','));
            assert_eq!(rows.collect::<Vec<_>>(), csv[1..]);
        }
        let joined =
            |place: u32| Merge { top: 2 * place, left: 1, bottom: 2 * place + 1, right: 1 };
        let of_first = leaf.merges.iter().filter(|merge| merge.left == 1);
        assert_eq!(of_first.copied().collect::<Vec<_>>(), (1..=30).map(joined).collect::<Vec<_>>());
        assert_eq!(leaf.merges.len(), 90);
    }
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) | Cell::Lit(text, _) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Day(day) => day.to_string(),
        Cell::Money(money) => money.to_string(),
        Cell::Empty | Cell::Above => String::new(),
        other => panic!("{other:?}"),
    }
}
