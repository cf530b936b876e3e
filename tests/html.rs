//! A document as a page for a browser: its markup to the letter, and nothing in it that could act or reach out.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

mod golden;

use ledger::domain::book::Lang;
use ledger::domain::day::Day;
use ledger::domain::money::Money;
use ledger::render::document::{
    Bar, Block, Cell, Chart, ChartKind, Column, ColumnKind, Document, DueDay, Grid, Hue, Level,
    Paper, Part, Place, Row, RowKind, Tile,
};
use ledger::render::html;

fn page(document: &Document) -> String {
    let mut out = Vec::new();
    html::write(document, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// The page without its style and script, which have files of their own, and without their hashes.
fn markup(page: &str) -> String {
    let mut text = page.to_owned();
    for (begin, end) in [("<style>", "</style>"), ("<script>", "</script>")] {
        let from = text.find(begin).unwrap() + begin.len();
        let to = text.find(end).unwrap();
        text.replace_range(from..to, "…");
    }
    let mut parts = text.split("'sha256-");
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |text, part| text + "'sha256-…" + &part[part.find('\'').unwrap()..])
}

fn day(text: &str) -> Day {
    Day::from_iso(text).unwrap()
}

/// Every kind of block, with words in the language where a page adds none of its own.
fn every_block(lang: Lang) -> Document {
    let said = |zh: &str, en: &str| match lang {
        Lang::Zh => zh.to_owned(),
        Lang::En => en.to_owned(),
    };
    let part = |zh, en, hue| Part { label: said(zh, en), hue };
    let mut document = Document::new(lang);
    document.paper = Paper::Landscape;
    document.heading(Level::Title, said("整改情况", "Rectification"));
    document.push(Block::Line(Place::Centred, said("第3期", "No. 3")));
    document.push(Block::Line(Place::Addressee, said("区委：", "To the committee:")));
    document.heading(Level::Chapter, said("一、总体情况", "Overview"));
    document.push(Block::Paragraph(said("第一行\n第二行", "one line\nanother")));
    document.push(Block::Labelled(said("整改措施", "Measures"), said("已落实", "done")));
    document.push(tiles(&said));
    document.push(Block::Chart(Chart {
        title: said("进度", "Course"),
        side: said("日期", "Day"),
        kind: ChartKind::Course {
            lines: vec![part("已销号", "closed", None), part("逾期", "overdue", Some(Hue::Red))],
            days: vec![
                (day("2022-10-01"), vec![0, 3]),
                (day("2022-11-01"), vec![2, 4]),
                (day("2022-12-01"), vec![7, 1]),
            ],
        },
    }));
    document.push(Block::Chart(Chart {
        title: said("各单位", "Units"),
        side: said("单位", "Unit"),
        kind: ChartKind::Bars {
            parts: vec![part("已销号", "closed", None), part("逾期", "overdue", Some(Hue::Red))],
            bars: vec![
                Bar { label: said("财务股", "Finance"), values: vec![2, 1] },
                Bar { label: said("办公室", "Office"), values: vec![0, 0] },
            ],
        },
    }));
    document.push(Block::Chart(Chart {
        title: said("到期", "Due"),
        side: said("日期", "Day"),
        kind: ChartKind::Calendar(vec![
            DueDay { day: day("2022-12-01"), what: vec![said("今日", "today")], hue: None },
            DueDay {
                day: day("2023-01-31"),
                what: vec!["7".to_owned(), "8".to_owned()],
                hue: Some(Hue::BrightYellow),
            },
        ]),
    }));
    document.push(Block::Grid(problems(&said)));
    document.push(Block::Grid(joined(&said)));
    for rule in [said("口径一", "One rule"), said("口径二", "Another rule")] {
        document.push(Block::Note(rule));
    }
    document.push(Block::PageBreak);
    document.push(Block::Facts(vec![(said("来源", "Source"), said("巡察组", "Inspectors"))]));
    document.push(Block::Line(Place::Signature, said("办公室", "The office")));
    document
}

/// Two figures to be seen at once.
fn tiles(said: &dyn Fn(&str, &str) -> String) -> Block {
    let tile = |zh, en, value: Cell, hue| Tile { label: said(zh, en), value, hue };
    Block::Tiles(vec![
        tile("逾期", "overdue", 3_u32.into(), Some(Hue::Red)),
        tile("完成率", "closed", Cell::Share { numerator: 2, denominator: 3 }, None),
    ])
}

/// A table to be searched, with a joined cell, a life, money, a light and a sum.
fn problems(said: &dyn Fn(&str, &str) -> String) -> Grid {
    let column = |zh, en, kind| Column::new(said(zh, en), kind);
    let mut grid = Grid::new(vec![
        column("编号", "Id", ColumnKind::Id),
        column("问题", "Problem", ColumnKind::Text),
        column("单位", "Unit", ColumnKind::Name),
        column("金额", "Amount", ColumnKind::Money),
        column("亮灯", "Light", ColumnKind::Light),
        column("空", "Nothing", ColumnKind::Name).optional(),
    ]);
    grid.searchable = true;
    let lit = Cell::Lit(said("逾期", "overdue"), Hue::Red);
    let unit: Cell = vec![said("财务股", "Finance"), said("办公室", "Office")].into();
    let amount = Money::read("15.7万元").into();
    grid.rows.push(Row {
        cells: vec!["7".into(), said("多付款项", "Overpaid").into(), unit, amount, lit],
        kind: RowKind::Body,
        more: vec![Block::Labelled(said("原因", "Cause"), said("未核对", "not checked"))],
    });
    grid.push(vec!["8".into(), said("未报备", "Not reported").into(), Cell::Above]);
    grid.push_total(vec![said("合计", "Total").into(), 2_u32.into()]);
    grid
}

/// A table of paper, with a cell that goes on over two rows, and one above which there is nothing.
fn joined(said: &dyn Fn(&str, &str) -> String) -> Grid {
    let column = |zh, en, kind| Column::new(said(zh, en), kind);
    let mut grid = Grid::new(vec![
        column("问题", "Problem", ColumnKind::Text),
        column("措施", "Measure", ColumnKind::Text),
    ]);
    grid.push(vec![Cell::Above, said("无主", "nobody's").into()]);
    grid.push(vec![said("甲", "one").into(), said("一", "first").into()]);
    grid.push(vec![Cell::Above, said("二", "second").into()]);
    grid.push(vec![said("乙", "two").into()]);
    grid
}

#[test]
fn the_markup_is_as_recorded() {
    for (lang, name) in [(Lang::Zh, "zh.html"), (Lang::En, "en.html")] {
        let text = markup(&page(&every_block(lang)));
        golden::compare(&golden::folder("html").join(name), &text).unwrap();
    }
}

#[test]
fn the_same_document_is_the_same_page() {
    let document = every_block(Lang::Zh);
    assert_eq!(page(&document), page(&document));
}

#[test]
fn a_page_names_no_address() {
    let page = page(&every_block(Lang::Zh));
    // The comments of the script begin as addresses do.
    let lines = page.lines().filter(|line| !line.trim_start().starts_with("//"));
    let page = lines.collect::<Vec<_>>().join("\n");
    for word in ["http:", "https:", "//", "url(", "@import", "src=", "href=", "style=", "onclick"] {
        assert!(!page.contains(word), "{word}");
    }
    for word in ["localStorage", "fetch", "XMLHttpRequest", "eval", "import("] {
        assert!(!page.contains(word), "{word}");
    }
}

/// Texts that would act if they were markup.
const HOSTILE: [&str; 8] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "</title></style></script></noscript><svg onload=alert(1)>",
    "<!--",
    "&#60;b&#62;",
    "javascript:alert(1)",
    "甲\u{202e}乙\u{2028}\0\u{1b}[31m",
];

#[test]
fn what_people_wrote_is_text_wherever_it_stands() {
    for text in HOSTILE {
        let owned = || text.to_owned();
        let mut document = Document::new(Lang::Zh);
        let mut grid = Grid::new(vec![Column::new(text, ColumnKind::Name)]);
        grid.searchable = true;
        let more = vec![Block::Paragraph(owned()), Block::Facts(vec![(owned(), owned())])];
        let cells = vec![Cell::Lit(owned(), Hue::Red)];
        grid.rows.push(Row { cells, kind: RowKind::Body, more });
        let part = || vec![Part { label: owned(), hue: None }];
        let chart = |kind| Block::Chart(Chart { title: owned(), side: owned(), kind });
        let today = day("2022-12-01");
        document.blocks = vec![
            Block::Heading(Level::Title, owned()),
            Block::Labelled(owned(), owned()),
            Block::Line(Place::Centred, owned()),
            Block::Tiles(vec![Tile { label: owned(), value: text.into(), hue: None }]),
            chart(ChartKind::Bars {
                parts: part(),
                bars: vec![Bar { label: owned(), values: vec![1] }],
            }),
            chart(ChartKind::Course { lines: part(), days: vec![(today, vec![1])] }),
            chart(ChartKind::Calendar(vec![DueDay { day: today, what: vec![owned()], hue: None }])),
            Block::Grid(grid),
            Block::Note(owned()),
        ];
        let harmless =
            Document { blocks: document.blocks.iter().map(spoken).collect(), ..document.clone() };
        let (hostile, harmless) = (markup(&page(&document)), markup(&page(&harmless)));
        // The same tags and attributes as with harmless words: nothing of it became markup.
        assert_eq!(tags(&hostile), tags(&harmless), "{text}");
        for raw in ['\u{202e}', '\u{2028}', '\0', '\u{1b}'] {
            assert!(!hostile.contains(raw), "{text:?}");
        }
    }
}

/// The block with a harmless word in the place of a text.
fn spoken(block: &Block) -> Block {
    let word = || "word".to_owned();
    let part = |part: &Part| Part { label: word(), ..part.clone() };
    match block {
        Block::Heading(level, _) => Block::Heading(*level, word()),
        Block::Labelled(..) => Block::Labelled(word(), word()),
        Block::Line(place, _) => Block::Line(*place, word()),
        Block::Paragraph(_) => Block::Paragraph(word()),
        Block::Facts(_) => Block::Facts(vec![(word(), word())]),
        Block::Note(_) => Block::Note(word()),
        Block::Tiles(_) => {
            Block::Tiles(vec![Tile { label: word(), value: "word".into(), hue: None }])
        }
        Block::Chart(chart) => {
            let kind = match &chart.kind {
                ChartKind::Bars { parts, bars } => ChartKind::Bars {
                    parts: parts.iter().map(part).collect(),
                    bars: bars.iter().map(|bar| Bar { label: word(), ..bar.clone() }).collect(),
                },
                ChartKind::Course { lines, days } => ChartKind::Course {
                    lines: lines.iter().map(part).collect(),
                    days: days.clone(),
                },
                ChartKind::Calendar(days) => {
                    let due = |due: &DueDay| DueDay { what: vec![word()], ..due.clone() };
                    ChartKind::Calendar(days.iter().map(due).collect())
                }
            };
            Block::Chart(Chart { title: word(), side: word(), kind })
        }
        Block::Grid(grid) => {
            let mut grid = grid.clone();
            grid.columns[0].heading = word();
            grid.rows[0].cells = vec![Cell::Lit(word(), Hue::Red)];
            grid.rows[0].more = grid.rows[0].more.iter().map(spoken).collect();
            Block::Grid(grid)
        }
        Block::PageBreak => Block::PageBreak,
    }
}

/// All tags of a page, with the values of quoted attributes left out.
fn tags(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some((_, behind)) = rest.split_once('<') {
        let (mut tag, mut quoted, mut end) = (String::new(), false, behind.len());
        for (at, c) in behind.char_indices() {
            match c {
                '"' => quoted = !quoted,
                '>' if !quoted => {
                    end = at;
                    break;
                }
                c if !quoted => tag.push(c),
                _ => {}
            }
        }
        found.push(tag);
        rest = &behind[end..];
    }
    found
}
