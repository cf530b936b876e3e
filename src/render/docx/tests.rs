//! What the text of a paper is made of, block by block.

use super::{body, page::Page};
use crate::domain::book::Lang;
use crate::render::document::{
    Block, Cell, Column, ColumnKind, Document, Grid, Hue, Level, Paper, Place,
};

fn xml(document: &Document) -> String {
    let mut out = Vec::new();
    body::write(document, Page::of(document), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn of(blocks: Vec<Block>) -> String {
    xml(&Document { blocks, ..Document::new(Lang::Zh) })
}

/// The paragraphs, each as its style, what it has of its own, and its text.
fn paragraphs(xml: &str) -> Vec<(&str, &str, String)> {
    let each = xml.split("<w:p><w:pPr><w:pStyle w:val=\"").skip(1);
    each.map(|paragraph| {
        let (style, rest) = paragraph.split_once("\"/>").unwrap();
        let (own, rest) = rest.split_once("</w:pPr>").unwrap();
        let rest = rest.split("</w:p>").next().unwrap();
        let texts = rest.split("</w:t>").filter_map(|run| run.split("<w:t").nth(1));
        (style, own, texts.filter_map(|text| text.split_once('>')).map(|(_, text)| text).collect())
    })
    .collect()
}

/// The rows of the tables.
fn rows(xml: &str) -> Vec<&str> {
    xml.split("<w:tr>").skip(1).collect()
}

fn grid(rows: Vec<Vec<Cell>>) -> Grid {
    let mut grid = Grid::new(vec![
        Column::new("问题", ColumnKind::Text),
        Column::new("状态", ColumnKind::Light),
    ]);
    for row in rows {
        grid.push(row);
    }
    grid
}

#[test]
fn a_line_is_free_between_the_head_and_the_text() {
    let line = |place| Block::Line(place, "某".to_owned());
    let title = || Block::Heading(Level::Title, "题".to_owned());
    let styles = |blocks| {
        let xml = of(blocks);
        let each = paragraphs(&xml).into_iter();
        each.map(|(style, own, _)| (style.to_owned(), own.contains("w:after"))).collect::<Vec<_>>()
    };
    let is = |style: &str, free| (style.to_owned(), free);
    assert_eq!(
        styles(vec![title(), line(Place::Centred), line(Place::Addressee)]),
        [is("Title", false), is("Subtitle", true), is("Salutation", false)]
    );
    assert_eq!(styles(vec![title(), Block::Paragraph("文".into())])[0], is("Title", true));
    // What a command's answer begins with is its title, and no other heading of its kind.
    let part = || Block::Heading(Level::Part, "表".to_owned());
    assert_eq!(styles(vec![part(), part()]), [is("Title", true), is("Part", false)]);
}

#[test]
fn lines_of_text_are_paragraphs_and_labels_are_bold() {
    let xml = of(vec![
        Block::Paragraph("一\r\n\n二".into()),
        Block::Labelled("整改措施".into(), "三\n四".into()),
        Block::Labelled("无".into(), String::new()),
    ]);
    let texts: Vec<_> =
        paragraphs(&xml).into_iter().map(|(style, _, text)| (style, text)).collect();
    let body = |text: &str| ("BodyText", text.to_owned());
    assert_eq!(texts, [body("一"), body("二"), body("整改措施：三"), body("四"), body("无：")]);
    assert!(xml.contains("<w:rPr><w:b/><w:bCs/></w:rPr><w:t>整改措施：</w:t>"));
}

#[test]
fn who_signs_stands_in_one_piece() {
    let line = |text: &str| Block::Line(Place::Signature, text.to_owned());
    let xml = of(vec![line("某县卫生健康局"), line("2022年12月1日"), Block::Note("注".into())]);
    let lines = paragraphs(&xml);
    assert_eq!(lines.len(), 3);
    assert!(lines[0].1.contains("<w:keepNext/>") && lines[0].1.contains("w:before=\"579\""));
    assert!(!lines[1].1.contains("w:before") && lines[1].1.contains("w:rightChars=\"400\""));
}

#[test]
fn a_page_begins_with_whatever_comes_next() {
    let new_pages = |blocks| {
        let xml = of(blocks);
        let each =
            paragraphs(&xml).into_iter().filter(|(_, own, _)| own.contains("pageBreakBefore"));
        each.map(|(style, ..)| style.to_owned()).collect::<Vec<_>>()
    };
    let table = || Block::Grid(grid(vec![vec!["甲".into()]]));
    assert_eq!(new_pages(vec![Block::PageBreak, Block::Note("注".into())]), ["Note"]);
    assert_eq!(new_pages(vec![Block::PageBreak, table()]), ["Spacer"]);
    assert!(new_pages(vec![table(), Block::PageBreak]).is_empty());
}

#[test]
fn tables_stay_apart_and_no_paper_ends_with_one() {
    let table = || Block::Grid(grid(Vec::new()));
    let xml = of(vec![table(), table()]);
    assert_eq!(xml.matches("</w:tbl><w:p>").count(), 2);
    let noted = of(vec![table(), Block::Note("注".into()), table()]);
    assert_eq!(noted.matches("</w:tbl><w:p><w:pPr><w:pStyle w:val=\"Note\"/>").count(), 1);
    assert_eq!(noted.matches("\"Spacer\"").count(), 2);
}

#[test]
fn cells_that_go_on_are_joined_with_their_ground() {
    let xml = of(vec![Block::Grid(grid(vec![
        vec![Cell::Above, Cell::Lit("逾期".into(), Hue::Red)],
        vec!["甲".into(), Cell::Above],
        vec![Cell::Above, Cell::Lit("按期".into(), Hue::Green)],
        vec!["乙".into()],
        vec!["丙".into()],
        vec!["丁".into()],
        vec!["戊".into()],
    ]))]);
    let rows = rows(&xml);
    let joins =
        |row: &str| (row.matches("\"restart\"").count(), row.matches("<w:vMerge/>").count());
    assert_eq!(
        rows[1..].iter().map(|row| joins(row)).collect::<Vec<_>>(),
        [(1, 0), (1, 1), (0, 1), (0, 0), (0, 0), (0, 0), (0, 0)]
    );
    assert!(
        rows[1].contains("F4B6B0") && rows[2].contains("F4B6B0") && !rows[3].contains("F4B6B0")
    );
    // They stay on one page; the next problem does not.
    assert!(rows[1].contains("keepNext") && rows[2].contains("keepNext"));
    assert!(!rows[3].contains("keepNext") && !rows[4].contains("keepNext"));
    // A row that is too short still has all its cells.
    assert!(rows.iter().all(|row| row.matches("<w:tc>").count() == 2));
}

#[test]
fn a_tall_row_may_break_and_the_headings_come_again() {
    let xml = of(vec![Block::Grid(grid(vec![vec!["题".into()], vec!["长".repeat(600).into()]]))]);
    let rows = rows(&xml);
    assert!(rows[0].contains("<w:tblHeader/>") && !rows[1].contains("<w:tblHeader/>"));
    assert!(rows[1].contains("<w:cantSplit/>") && !rows[2].contains("<w:cantSplit/>"));
}

#[test]
fn sums_are_bold_below_one_rule() {
    let mut table = grid(vec![vec!["甲".into()]]);
    table.push_total(vec!["小计".into()]);
    table.push_total(vec!["合计".into()]);
    let xml = of(vec![Block::Grid(table)]);
    let rows = rows(&xml);
    assert_eq!(
        rows.iter().map(|row| row.matches("<w:tcBorders>").count()).collect::<Vec<_>>(),
        [0, 0, 2, 0]
    );
    assert!(
        !rows[1].contains("<w:b/>") && rows[2].contains("<w:b/>") && rows[3].contains("<w:b/>")
    );
}

#[test]
fn widths_are_said_twice_and_fill_the_page() {
    for (paper, width) in [(Paper::Portrait, 8844), (Paper::Landscape, 12_756)] {
        let mut document = Document::new(Lang::Zh);
        document.paper = paper;
        document.push(Block::Grid(grid(vec![vec!["题".repeat(40).into(), "逾期".into()]])));
        let xml = xml(&document);
        let numbers = |before: &str| {
            let each = xml.split(before).skip(1);
            each.map(|rest| rest.split('"').next().unwrap().parse::<u32>().unwrap())
                .collect::<Vec<_>>()
        };
        let columns = numbers("<w:gridCol w:w=\"");
        assert_eq!(columns.iter().sum::<u32>(), width);
        assert_eq!(numbers("<w:tcW w:w=\""), [columns.clone(), columns.clone()].concat());
        assert_eq!(numbers("<w:tblW w:w=\""), [width]);
        let across = "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>";
        assert_eq!(xml.contains(across), paper == Paper::Landscape);
    }
}
