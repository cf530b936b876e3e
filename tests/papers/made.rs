//! Papers with every block that a document can have.

use ledger::domain::book::Lang;
use ledger::domain::day::Day;
use ledger::domain::money::Money;
use ledger::render::document::{
    Bar, Block, Cell, Chart, ChartKind, Column, ColumnKind, Document, DueDay, Grid, Hue, Level,
    Paper, Part, Place, Tile,
};

/// A report as an office sends it, with a table, charts and figures behind it.
pub(crate) fn report(lang: Lang) -> Document {
    let mut document = Document::new(lang);
    let say = |zh: &str, en: &str| said(lang, zh, en);
    let place = |place, zh: &str, en: &str| Block::Line(place, said(lang, zh, en));
    document.heading(
        Level::Title,
        say(
            "关于县委第一巡察组反馈意见整改情况的报告",
            "Report on the rectification of what was found",
        ),
    );
    document.push(place(Place::Centred, "某卫字〔2022〕45号", "No. 45 of 2022"));
    document.push(place(Place::Addressee, "县委巡察工作领导小组：", "To the leading group:"));
    document.push(Block::Paragraph(say(
        "2022年3月1日至4月30日，县委第一巡察组对我局开展了巡察，于9月23日反馈了意见。局党组提高站位，把“应改尽改”作为硬任务——截至2022年12月1日，21个问题已整改18个。",
        "From 1 March to 30 April 2022 the office was inspected; the feedback was given on 23 September. By 1 December 2022 “18 of 21” problems were rectified.",
    )));
    document.heading(Level::Chapter, say("一、组织整改落实情况", "1 How the work was organised"));
    document.heading(Level::Section, say("（一）加强组织领导", "1.1 Leadership"));
    document.push(Block::Paragraph(say(
        "成立整改工作专班。\n每周调度一次。",
        "A group was set up.\nIt meets weekly.",
    )));
    document.heading(
        Level::Item,
        say("1.家庭医生签约“重数量、轻履约”", "1. Contracts are counted, not kept"),
    );
    document.push(Block::Labelled(
        say("整改措施", "Measures"),
        say("逐户核对签约名册。", "Check the lists."),
    ));
    document.push(Block::Labelled(
        say("整改时限", "Limit"),
        say("2022年12月底前", "by the end of 2022"),
    ));
    document.push(place(Place::Signature, "中共某县卫生健康局党组", "The party group"));
    document.push(place(Place::Signature, "2022年12月1日", "1 December 2022"));
    document.push(Block::PageBreak);
    document.heading(Level::Part, say("按责任单位", "By unit"));
    document.push(Block::Facts(vec![
        (say("统计日期", "Today"), "2022-12-01".to_owned()),
        (say("台账", "Ledger"), say("巡察整改台账\n共21个问题", "Inspection\n21 problems")),
    ]));
    document.push(Block::Tiles(tiles(lang)));
    document.push(Block::Grid(joined(lang)));
    document
        .push(Block::Note(say("截止日期当天仍算按期。", "The last day still counts as in time.")));
    document.push(Block::Chart(bars(lang)));
    document.push(Block::Chart(course(lang)));
    document.push(Block::Chart(calendar(lang)));
    document
}

fn said(lang: Lang, zh: &str, en: &str) -> String {
    match lang {
        Lang::Zh => zh.to_owned(),
        Lang::En => en.to_owned(),
    }
}

fn tiles(lang: Lang) -> Vec<Tile> {
    let tile = |zh, en, value, hue| Tile { label: said(lang, zh, en), value, hue };
    vec![
        tile("问题总数", "problems", Cell::Number(21), None),
        tile("已整改", "done", Cell::Number(18), Some(Hue::Green)),
        tile("完成率", "share", Cell::Share { numerator: 18, denominator: 21 }, None),
        tile("逾期", "overdue", Cell::Number(2), Some(Hue::Red)),
        tile("十天内到期", "due in ten days", Cell::Number(1), Some(Hue::Yellow)),
    ]
}

/// A table whose problems go on over the rows of their measures.
fn joined(lang: Lang) -> Grid {
    let column = |zh, en, kind| Column::new(said(lang, zh, en), kind);
    let text = |zh, en| Cell::Text(said(lang, zh, en));
    let mut grid = Grid::new(vec![
        column("编号", "Id", ColumnKind::Id),
        column("问题", "Problem", ColumnKind::Text),
        column("整改措施", "Measure", ColumnKind::Text),
        column("责任单位", "Unit", ColumnKind::Name),
        column("截止日期", "Last day", ColumnKind::Date),
        column("状态", "State", ColumnKind::Light),
        column("涉及金额", "Amount", ColumnKind::Money),
        column("备注", "Note", ColumnKind::Text).optional(),
    ]);
    let day = |month, day| Cell::from(Day::new(2022, month, day));
    let unit = |zh, en| Cell::List(vec![said(lang, zh, en)]);
    grid.push(vec![
        "7".into(),
        text("家庭医生签约率、履约率偏低", "Contracts are not kept"),
        text("逐户核对签约名册", "Check the lists"),
        unit("基层卫生股", "Primary care"),
        day(10, 8),
        Cell::Lit(said(lang, "逾期54天", "54 days late"), Hue::Red),
        Money::read("15.7万元").into(),
    ]);
    grid.push(vec![
        Cell::Above,
        Cell::Above,
        text("按月抽查履约\n结果公示", "Look monthly\nand publish"),
        unit("疾控中心", "Disease control"),
        day(12, 31),
        Cell::Lit(said(lang, "按期推进", "on time"), Hue::Green),
        Cell::Above,
    ]);
    grid.push(vec!["8".into(), text("处方点评不到位", "No review")]);
    grid.push_total(vec![said(lang, "合计", "Sum").into(), Cell::Number(2)]);
    grid
}

fn bars(lang: Lang) -> Chart {
    let part = |zh, en, hue| Part { label: said(lang, zh, en), hue };
    let bar = |zh, en, values: [i64; 3]| Bar { label: said(lang, zh, en), values: values.into() };
    Chart {
        title: said(lang, "各单位整改进度", "Progress by unit"),
        side: said(lang, "责任单位", "Unit"),
        kind: ChartKind::Bars {
            parts: vec![
                part("已整改", "done", Some(Hue::Green)),
                part("整改中", "under way", None),
                part("逾期", "overdue", Some(Hue::Red)),
            ],
            bars: vec![
                bar("基层卫生股", "Primary care", [9, 3, 1]),
                bar("疾控中心", "Disease control", [4, 0, 0]),
                bar("办公室", "Office", [0, 0, 0]),
            ],
        },
    }
}

fn course(lang: Lang) -> Chart {
    let days = [(10, 1, 21), (11, 1, 9), (12, 1, 3)];
    Chart {
        title: said(lang, "未整改问题数", "Open problems"),
        side: said(lang, "日期", "Day"),
        kind: ChartKind::Course {
            lines: vec![Part { label: said(lang, "未整改", "open"), hue: None }],
            days: days
                .into_iter()
                .filter_map(|(month, day, open)| Some((Day::new(2022, month, day)?, vec![open])))
                .collect(),
        },
    }
}

fn calendar(lang: Lang) -> Chart {
    let what = vec![said(lang, "8 处方点评", "8 review"), said(lang, "9 药品采购", "9 purchase")];
    Chart {
        title: said(lang, "到期事项", "What falls due"),
        side: said(lang, "日期", "Day"),
        kind: ChartKind::Calendar(
            Day::new(2022, 12, 31)
                .map(|day| DueDay { day, what, hue: Some(Hue::Yellow) })
                .into_iter()
                .collect(),
        ),
    }
}

/// A table across the page, long enough for several of them.
pub(crate) fn register(lang: Lang, problems: u32) -> Document {
    let mut document = Document::new(lang);
    document.paper = Paper::Landscape;
    document.heading(Level::Title, said(lang, "巡察反馈问题整改台账", "Register"));
    let kinds = [
        ("序号", "No.", ColumnKind::Number),
        ("问题类别", "Class", ColumnKind::Name),
        ("具体问题", "Problem", ColumnKind::Text),
        ("整改措施", "Measure", ColumnKind::Text),
        ("责任领导", "Answers", ColumnKind::Name),
        ("责任单位", "Unit", ColumnKind::Name),
        ("整改时限", "Limit", ColumnKind::Text),
        ("截止日期", "Last day", ColumnKind::Date),
        ("整改进展", "Progress", ColumnKind::Text),
        ("完成情况", "State", ColumnKind::Light),
        ("涉及金额", "Amount", ColumnKind::Money),
        ("备注", "Note", ColumnKind::Text),
    ];
    let column = |(zh, en, kind): (&str, &str, ColumnKind)| Column::new(said(lang, zh, en), kind);
    let mut grid = Grid::new(kinds.into_iter().map(column).collect());
    for number in 1..=problems {
        for measure in 1..=2 {
            let once = |cell: Cell| if measure == 1 { cell } else { Cell::Above };
            grid.push(vec![
                once(number.into()),
                once(said(lang, "群众身边的不正之风", "conduct").into()),
                once(
                    said(
                        lang,
                        "家庭医生签约重数量轻履约，签约率、履约率偏低",
                        "Contracts are counted, not kept",
                    )
                    .into(),
                ),
                format!(
                    "（{measure}）{}",
                    said(lang, "逐户核对签约名册，清理空挂签约", "Check the lists")
                )
                .into(),
                said(lang, "分管副局长", "deputy head").into(),
                said(lang, "基层卫生股、各镇卫生院", "Primary care, clinics").into(),
                said(lang, "立行立改", "at once").into(),
                Day::new(2022, 10, 8).into(),
                said(lang, "已完成核对，清理空挂126户", "126 households cleared").into(),
                Cell::Lit(
                    said(lang, "已整改", "done"),
                    if number % 3 == 0 { Hue::Yellow } else { Hue::Green },
                ),
                Money::from_fen(i64::from(number) * 10_000).into(),
                Cell::Empty,
            ]);
        }
    }
    grid.push_total(vec![said(lang, "合计", "Sum").into(), Cell::from(problems)]);
    document.push(Block::Grid(grid));
    document.push(Block::Line(Place::Signature, said(lang, "2022年12月1日", "1 December 2022")));
    document
}

/// What somebody might write to harm a reader of the paper.
pub(crate) const HOSTILE: [&str; 8] = [
    "<script>alert(1)</script>",
    "]]><w:p/>&amp;\"'",
    "=1+1",
    "甲\u{0}乙\u{b}丙\u{1b}[31m\u{85}",
    "甲\u{202e}乙\u{2066}丙\u{feff}",
    "\u{fffe}\u{ffff}",
    " { PAGE } \u{13}HYPERLINK \"http://example.org\"\u{15} ",
    "一\r\n二\u{2028}三\n\n四",
];

/// A paper in which each text says all of them.
pub(crate) fn hostile(lang: Lang) -> Document {
    let mut document = Document::new(lang);
    let mut grid = Grid::new(vec![Column::new(HOSTILE.concat(), ColumnKind::Text)]);
    for text in HOSTILE {
        grid.push(vec![text.into()]);
        grid.push(vec![Cell::Lit(text.to_owned(), Hue::Red)]);
        grid.push_total(vec![Cell::List(vec![text.to_owned(), text.to_owned()])]);
        let text = || text.to_owned();
        document.heading(Level::Title, text());
        document.heading(Level::Item, text());
        document.push(Block::Paragraph(text()));
        document.push(Block::Labelled(text(), text()));
        document.push(Block::Facts(vec![(text(), text())]));
        document.push(Block::Note(text()));
        for place in [Place::Centred, Place::Addressee, Place::Signature] {
            document.push(Block::Line(place, text()));
        }
        document.push(Block::Tiles(vec![Tile { label: text(), value: text().into(), hue: None }]));
        let part = Part { label: text(), hue: None };
        let bar = Bar { label: text(), values: vec![i64::MAX, -1, 3] };
        let kind =
            ChartKind::Bars { parts: vec![part.clone(), part], bars: vec![bar.clone(), bar] };
        document.push(Block::Chart(Chart { title: text(), side: text(), kind }));
    }
    document.push(Block::Grid(grid));
    document
}
