//! What the renderers print, to the letter.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

use ledger::domain::book::Lang;
use ledger::domain::day::Day;
use ledger::domain::money::Money;
use ledger::render::csv::{self, Reader};
use ledger::render::document::{Block, Cell, Column, ColumnKind, Document, Grid, Level};
use ledger::render::markdown;
use ledger::render::text::{self, Options, Style};
use ledger::render::words::{self, Label};

fn overdue(lang: Lang) -> Document {
    let column = |label, kind| Column::new(words::label(lang, label), kind);
    let mut grid = Grid::new(vec![
        column(Label::Id, ColumnKind::Id),
        column(Label::Problem, ColumnKind::Text),
        column(Label::Lead, ColumnKind::Name),
        column(Label::LastDay, ColumnKind::Date),
        column(Label::DaysLate, ColumnKind::Number),
        column(Label::AmountInvolved, ColumnKind::Money),
    ]);
    let day = |month, day| Cell::from(Day::new(2022, month, day));
    grid.push(vec![
        "7".into(),
        "家庭医生签约重数量轻履约，签约率、履约率偏低（分别为60%、75%），《服务规范》要求“应签尽签”未落实".into(),
        vec!["基层卫生股".to_owned(), "疾病预防控制中心".to_owned(), "各镇卫生院".to_owned()].into(),
        day(10, 8),
        54_u32.into(),
        Cell::Empty,
    ]);
    grid.push(vec![
        "12.2".into(),
        "追回多付的采购款\n并移交：https://example.org/a/very/long/path?with=query&and=more".into(),
        vec!["财务股".to_owned()].into(),
        day(11, 30),
        1_u32.into(),
        Money::read("15.7万元").into(),
    ]);
    grid.push_total(vec![
        words::label(lang, Label::Total).into(),
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        2_u32.into(),
        Money::read("15.7万元").into(),
    ]);
    let mut document = Document::new(lang);
    document.push(Block::Heading(Level::Part, words::label(lang, Label::Overdue).to_owned()));
    document.push(Block::Facts(vec![
        (
            words::label(lang, Label::Today).to_owned(),
            words::full_day(lang, Day::new(2022, 12, 1).unwrap()),
        ),
        (words::label(lang, Label::Ledger).to_owned(), "区委第一巡察组反馈意见整改台账".to_owned()),
    ]));
    document.push(Block::Grid(grid));
    document.push(Block::Note("截止日期当天仍算按期。".to_owned()));
    document
}

fn text(document: &Document, width: usize, style: Style) -> String {
    let mut out = Vec::new();
    text::write(document, Options { width, style, color: false }, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn a_chinese_table_of_80_columns() {
    let expected = "\
逾期

统计日期  2022-12-01（星期四）
台账      区委第一巡察组反馈意见整改台账

编号  问题                    牵头单位            截止日期    逾期天数  涉及金额
────  ──────────────────────  ──────────────────  ──────────  ────────  ────────
7     家庭医生签约重数量轻履  基层卫生股、        2022-10-08        54
      约，签约率、履约率偏低  疾病预防控制中心、
      （分别为60%、75%），    各镇卫生院
      《服务规范》要求“应签
      尽签”未落实
12.2  追回多付的采购款        财务股              2022-11-30         1  15.7万元
      并移交：https://
      example.org/a/very/
      long/path?
      with=query&and=more
────  ──────────────────────  ──────────────────  ──────────  ────────  ────────
合计                                                                 2  15.7万元
截止日期当天仍算按期。
";
    assert_eq!(text(&overdue(Lang::Zh), 80, Style::Unicode), expected);
}

#[test]
fn an_english_table_of_100_columns_in_ascii() {
    let expected = "\
Overdue

As of   2022-12-01, Thursday
Ledger  区委第一巡察组反馈意见整改台账

ID     Problem                            Lead                Last day    Days late  Amount involved
-----  ---------------------------------  ------------------  ----------  ---------  ---------------
7      家庭医生签约重数量轻履约，签约     基层卫生股,         2022-10-08         54
       率、履约率偏低（分别为60%、        疾病预防控制中心,
       75%），《服务规范》要求“应签尽     各镇卫生院
       签”未落实
12.2   追回多付的采购款                   财务股              2022-11-30          1         15.7万元
       并移交：https://example.org/a/
       very/long/path?
       with=query&and=more
-----  ---------------------------------  ------------------  ----------  ---------  ---------------
Total                                                                             2         15.7万元
截止日期当天仍算按期。
";
    assert_eq!(text(&overdue(Lang::En), 100, Style::Ascii), expected);
}

#[test]
fn markdown_escapes_what_it_would_take_for_markup() {
    let mut out = Vec::new();
    markdown::write(&overdue(Lang::Zh), &mut out).unwrap();
    let expected = "\
## 逾期

- **统计日期**：2022-12-01（星期四）
- **台账**：区委第一巡察组反馈意见整改台账

| 编号 | 问题 | 牵头单位 | 截止日期 | 逾期天数 | 涉及金额 |
| --- | --- | --- | --- | ---: | ---: |
| 7 | 家庭医生签约重数量轻履约，签约率、履约率偏低（分别为60%、75%），《服务规范》要求“应签尽签”未落实 | 基层卫生股、疾病预防控制中心、各镇卫生院 | 2022-10-08 | 54 |  |
| 12.2 | 追回多付的采购款<br>并移交：https://example.org/a/very/long/path?with=query&and=more | 财务股 | 2022-11-30 | 1 | 15.7万元 |
| **合计** |  |  |  | **2** | **15.7万元** |

> 截止日期当天仍算按期。
";
    assert_eq!(String::from_utf8(out).unwrap(), expected);
}

#[test]
fn csv_has_raw_values_and_suits_its_reader() {
    let write = |lang, reader| {
        let mut out = Vec::new();
        csv::write(&overdue(lang), reader, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    };
    let program = "\
编号,问题,牵头单位,截止日期,逾期天数,涉及金额（元）
7,家庭医生签约重数量轻履约，签约率、履约率偏低（分别为60%、75%），《服务规范》要求“应签尽签”未落实,基层卫生股 | 疾病预防控制中心 | 各镇卫生院,2022-10-08,54,
12.2,\"追回多付的采购款
并移交：https://example.org/a/very/long/path?with=query&and=more\",财务股,2022-11-30,1,157000.00
合计,,,,2,157000.00
";
    assert_eq!(write(Lang::Zh, Reader::Program), program);
    let spreadsheet = write(Lang::En, Reader::Spreadsheet);
    assert!(spreadsheet.starts_with("\u{feff}\"ID\",\"Problem\","), "{spreadsheet}");
    assert!(spreadsheet.ends_with("\r\n\"Total\",\"\",\"\",\"\",2,157000.00\r\n"), "{spreadsheet}");
}
