//! What a template becomes: its signs, its values, what it takes over, and what is wrong with it.

use std::sync::Arc;

use super::{check, document};
use crate::complaint::{BadTemplate, Complaint, Fault, Source};
use crate::domain::book::Lang;
use crate::render::document::{Block, Column, ColumnKind, Document, Grid, Level, Paper, Place};

const JSON: &str = r##"{
    "version": 1, "today": "2022-10-30", "none": null, "yes": true,
    "problems": [
        {"title": "# 账实不符 **急**", "detail": "---\n{{ today }}\n{centred} x", "state": "closed",
         "amount": "157000.00", "lead": ["财务股", "办公室"], "label": "**a**：b", "blank": "   "},
        {"title": "> 未公开", "detail": null, "state": "open", "amount": null, "lead": [], "label": "{% if %}",
         "blank": ""}
    ]
}"##;

fn source(text: &str) -> Arc<Source> {
    Arc::new(Source {
        path: "ledgers/templates/x.md".into(),
        text: text.into(),
        ..Source::default()
    })
}

fn built_in() -> Document {
    let mut document = Document::new(Lang::Zh);
    document.heading(Level::Title, "报告");
    document.heading(Level::Chapter, "一、总体情况");
    document.push(Block::Paragraph("共2个。".into()));
    document.heading(Level::Item, "1.甲");
    document.push(Block::Paragraph("甲的情况".into()));
    document.heading(Level::Item, "2.甲");
    document.heading(Level::Chapter, "二、表");
    document.push(Block::Grid(Grid::new(vec![Column::new("列", ColumnKind::Text)])));
    document
}

fn made(text: &str) -> Result<Vec<Block>, Vec<Complaint>> {
    document(&source(text), JSON.as_bytes(), built_in()).map(|document| document.blocks)
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(text.into())
}

/// What is wrong, and where.
fn wrong(text: &str) -> (String, BadTemplate) {
    let complaint = made(text).unwrap_err().remove(0);
    let place = complaint.source.place(complaint.span.start);
    let Fault::Template(bad) = complaint.fault else { panic!("{:?}", complaint.fault) };
    (place.rsplit_once("x.md:").unwrap().1.to_owned(), bad)
}

#[test]
fn the_signs_of_a_paper_become_its_blocks() {
    let text = "\u{feff}# 题\n## 一\n### 二\n#### 三\n{centred} 中\n{addressee} 某：\n段一\n段二\n\n\
        段三\n**措施**：做\n接着\n---\n> 注一\n> 注二\n后\n{signature} 某局\n{landscape}\n*a* - b\n";
    let blocks = [
        Block::Heading(Level::Title, "题".into()),
        Block::Heading(Level::Chapter, "一".into()),
        Block::Heading(Level::Section, "二".into()),
        Block::Heading(Level::Item, "三".into()),
        Block::Line(Place::Centred, "中".into()),
        Block::Line(Place::Addressee, "某：".into()),
        paragraph("段一\n段二"),
        paragraph("段三"),
        Block::Labelled("措施".into(), "做\n接着".into()),
        Block::PageBreak,
        Block::Note("注一\n注二".into()),
        paragraph("后"),
        Block::Line(Place::Signature, "某局".into()),
        paragraph("*a* - b"),
    ];
    assert_eq!(made(text).unwrap(), blocks);
    let made = document(&source(text), b"{}", built_in()).unwrap();
    assert_eq!(made.paper, Paper::Landscape);
    assert!(made.data.is_some());
    for (text, label) in
        [("**甲：**乙", true), ("**甲**: 乙", true), ("**甲** 乙", false), ("****：乙", false)]
    {
        let blocks = super::tests::made(text).unwrap();
        assert_eq!(blocks == [Block::Labelled("甲".into(), "乙".into())], label, "{text}");
    }
}

#[test]
fn what_people_wrote_never_becomes_markup() {
    let text = "{% for problem in problems %}\n{{ problem.title }}\n\n{{ problem.detail }}\n\n{{ problem.label }}\n\n\
        {{ problem.blank }}\n\n{% endfor %}";
    let blocks = [
        paragraph("# 账实不符 **急**"),
        paragraph("---\n{{ today }}\n{centred} x"),
        paragraph("**a**：b"),
        paragraph("   "),
        paragraph("> 未公开"),
        paragraph("{% if %}"),
    ];
    assert_eq!(made(text).unwrap(), blocks);
    // Nor by way of what the engine can do with a text.
    let text = "{{ '#' ~ ' ' ~ problems[0].title }}\n\n{{ problems|map(attribute='title')|join('\n# ') }}\n\n\
        **{{ problems[0].label }}**：{{ problems[0].label }}\n\n\
        {% set a %}## {{ problems[0].title }}{% endset %}\n{{ a }}\n\n\
        {% macro of(it) %}### {{ it.title }}{% endmacro %}\n{{ of(problems[1]) }}\n";
    let blocks = [
        paragraph("# # 账实不符 **急**"),
        paragraph("# 账实不符 **急**\n# > 未公开"),
        Block::Labelled("**a**：b".into(), "**a**：b".into()),
        Block::Heading(Level::Chapter, "# 账实不符 **急**".into()),
        Block::Heading(Level::Section, "> 未公开".into()),
    ];
    assert_eq!(made(text).unwrap(), blocks);
    for expression in [
        "a | replace('x', title)",
        "a ~ title",
        "title ~ a",
        "[a, title] | join('')",
        "[title, a] | join",
        "a | trim ~ title",
        "(a ~ title) | replace('x', '')",
        "title | title",
        "a | default(title)",
        "'%s' | format(title)",
        "[title] | first",
    ] {
        let text = "{% set title = problems[0].title %}{% set a %}x{% endset %}{{ ".to_owned();
        let blocks = made(&(text + expression + " }}")).unwrap();
        assert!(matches!(blocks[..], [Block::Paragraph(_)]), "{expression}: {blocks:?}");
        let all = "{% filter trim %}{{ problems[0].title }}{% endfilter %}";
        assert!(matches!(made(all).unwrap()[..], [Block::Paragraph(_)]));
    }
    // A stand-in in a text is no sign, and no mark for a block.
    let json = "{\"a\": \"\u{F0023} \u{F0100}0-9\u{F0101}\"}";
    let made = document(&source("{{ a }}"), json.as_bytes(), built_in()).unwrap();
    assert_eq!(made.blocks, [paragraph("\u{fffd} \u{fffd}0-9\u{fffd}")]);
}

#[test]
fn filters_write_as_an_office_does() {
    for (text, said) in [
        ("{{ today | day }}", "2022年10月30日"),
        ("{{ today | weekday }}", "星期日"),
        ("{{ problems[0].amount | money }}", "15.7万元"),
        ("a{{ problems[1].amount | money }}b{{ none | day }}", "ab"),
        ("{{ 1 | share(problems) }}，{{ problems | share(3) }}", "50.0%，66.7%"),
        ("{{ 12 | numeral }}、{{ 3 | days }}", "十二、3天"),
        ("{{ problems[0].state | word }}，{{ yes }}，{{ 'return' | word }}", "已销号，是，退回"),
        ("{{ problems[0].lead }}；{{ problems[1].lead }}。", "财务股、办公室；。"),
    ] {
        assert_eq!(made(text).unwrap(), [paragraph(said)], "{text}");
    }
}

#[test]
fn tables_and_parts_of_the_built_in_paper_are_taken_over() {
    let all = built_in().blocks;
    assert_eq!(made("{{ built_in() }}").unwrap(), all);
    let grid = || all.last().unwrap().clone();
    for text in [
        "{{ table(1) }}",
        "{{ table('二、表') }}",
        "{% for name in tables %}{{ table(name) }}{% endfor %}",
    ] {
        assert_eq!(made(text).unwrap(), [grid()], "{text}");
    }
    assert_eq!(made("前{{ table(1) }}后").unwrap(), [paragraph("前"), grid(), paragraph("后")]);
    assert_eq!(made("{{ part('总体情况') }}").unwrap(), all[2..6]);
    assert_eq!(made("{{ part('1.甲') }}").unwrap(), [paragraph("甲的情况")]);
}

#[test]
fn the_last_words_of_a_paper_belong_to_no_part() {
    let mut paper = built_in();
    paper.heading(Level::Item, "3.丙");
    let told = Block::Labelled("时限".into(), "10月底前".into());
    paper.push(told.clone());
    paper.push(paragraph("特此报告。"));
    paper.push(Block::Line(Place::Signature, "某局".into()));
    let made = document(&source("{{ part('丙') }}"), b"{}", paper).unwrap();
    assert_eq!(made.blocks, [told]);
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    let unknown = |name: &str, nearest: Option<&str>| BadTemplate::Unknown {
        name: name.into(),
        nearest: nearest.map(Into::into),
    };
    for (text, place, bad) in [
        ("# 题\n甲{{ todya }}", "2:5", unknown("todya", Some("today"))),
        ("{{ problems[0].titel }}", "1:4", unknown("problems[0].titel", Some("title"))),
        ("\u{feff}{{ problems[7].title }}", "1:4", unknown("problems[7].title", None)),
        (
            "甲\n{{ today | dya }}",
            "2:12",
            BadTemplate::UnknownWord { name: "dya".into(), nearest: Some("day") },
        ),
        (
            "{{ tabel(1) }}",
            "1:4",
            BadTemplate::UnknownWord { name: "tabel".into(), nearest: Some("table") },
        ),
        (
            "{{ table(2) }}",
            "1:4",
            BadTemplate::NoTable { asked: "2".into(), known: vec!["二、表".into()] },
        ),
        ("{{ yes | day }}", "1:10", BadTemplate::Value { filter: "day", value: "True".into() }),
        ("{{ problems[0] }}", "1:4", BadTemplate::NoText),
    ] {
        assert_eq!(wrong(text), (place.to_owned(), bad), "{text}");
    }
    let (place, bad) = wrong("{{ part('甲') }}");
    assert!(matches!(bad, BadTemplate::NoPart { found: 2, .. }), "{place} {bad:?}");
    for text in ["甲\n{% for a in %}", "{{ a", "{% include 'b' %}", "{{ today | safe }}"] {
        let (_, bad) = wrong(text);
        assert!(
            matches!(bad, BadTemplate::Syntax(_) | BadTemplate::UnknownWord { .. }),
            "{text} {bad:?}"
        );
    }
}

#[test]
fn a_template_is_checked_without_a_report() {
    assert_eq!(check(&source("# {{ whatever | day }}"), Lang::Zh), None);
    let complaint = check(&source("甲\n{% if %}"), Lang::Zh).unwrap();
    assert_eq!(complaint.source.line(complaint.span.start), 2);
}
