//! Sheets with several things in one cell, merged cells, several headers; and what is refused.

use std::sync::Arc;

use super::super::{Fault, Sheet, SheetRemark, read};
use super::{AmountUnit, DateOrder, Map, Region, Source, Terms, Unread};
use crate::complaint::{BadCell, BadMap, Grade};
use crate::domain::entry::ActKind;
use crate::domain::problem::Problem;
use crate::domain::subject::Part;

fn source(text: &str) -> Arc<Source> {
    Arc::new(Source { path: "台账.csv".into(), text: text.into(), ..Source::default() })
}

fn sheet(text: &str, terms: &Terms<'_>) -> Sheet {
    read(&source(text), "台账", terms).unwrap()
}

fn plain(text: &str) -> Sheet {
    sheet(text, &Terms::default())
}

fn refused(text: &str, terms: &Terms<'_>) -> Vec<(String, Fault)> {
    let complaints = read(&source(text), "台账", terms).unwrap_err();
    let said = |it: crate::complaint::Complaint| (it.source.text[it.span].to_owned(), it.fault);
    complaints.into_iter().map(said).collect()
}

fn strict() -> Terms<'static> {
    Terms { unread: Unread::Refused, ..Terms::default() }
}

fn titles(sheet: &Sheet) -> Vec<&str> {
    sheet.ledger.problems.iter().map(|it| it.title.as_str()).collect()
}

fn measures(problem: &Problem) -> Vec<(u32, &str, Option<&str>)> {
    problem.measures.iter().map(|it| (it.no, it.text.as_str(), it.limit.as_deref())).collect()
}

fn what(sheet: &Sheet) -> Vec<SheetRemark> {
    sheet.notes.iter().map(|note| note.what).collect()
}

#[test]
fn a_header_over_two_rows_is_joined() {
    let text = "序号,问题,责任,,整改时限,,问题来源\n,,单位,人,计划完成,实际完成,\n1,题,甲科,乙,10月底,2022-10-01,审计\n";
    let sheet = plain(text);
    let problem = &sheet.ledger.problems[0];
    assert_eq!(problem.responsible.lead, ["甲科"]);
    assert_eq!(problem.responsible.person, ["乙"]);
    assert_eq!(problem.limit.as_deref(), Some("10月底"));
    assert_eq!(problem.entries[0].on.to_string(), "2022-10-01");
    assert_eq!(problem.source.as_deref(), Some("审计"));
    assert_eq!((sheet.ledger.problems.len(), problem.no), (1, 1));
}

#[test]
fn several_problems_in_a_cell_are_parted_where_that_is_certain() {
    let text = "序号,问题,措施,责任单位,时限\n3,\"1、甲问题；\n2、乙问题\",\"1、做甲；2、做乙\",丙科,10月底\n";
    let both = plain(text);
    assert_eq!(titles(&both), ["甲问题", "乙问题"]);
    for (problem, text) in both.ledger.problems.iter().zip(["做甲", "做乙"]) {
        assert_eq!(measures(problem), [(1, text, None)]);
        assert_eq!(problem.responsible.lead, ["丙科"]);
        assert_eq!(
            (problem.reference.as_deref(), problem.limit.as_deref()),
            (Some("3"), Some("10月底"))
        );
    }
    let graded =
        |key| both.grades[0].iter().find(|(it, _)| it.part == Part::Problem && it.key == Some(key));
    assert_eq!(graded("title").map(|(_, grade)| *grade), Some(Grade::Marker));
    assert_eq!(graded("ref"), None);
    for whole in [
        text.replace("2、做乙", "2、做乙；3、做丙"),
        text.replace("\"1、做甲；2、做乙\"", "全做"),
        "问题,金额（万元）\n1、甲；2、乙,5\n".to_owned(),
        "问题\n存在：1、甲；2、乙\n".to_owned(),
    ] {
        let sheet = plain(&whole);
        assert_eq!(sheet.ledger.problems.len(), 1, "{whole}");
        assert!(what(&sheet).contains(&SheetRemark::NumberingUnclear), "{whole}");
    }
}

#[test]
fn several_measures_in_a_cell_are_numbered_and_have_their_limits() {
    let of = |text: &str| plain(text).ledger.problems.remove(0);
    let problem = of("问题,措施,时限\n题,一是做甲；二是做乙。,10月底\n");
    assert_eq!(measures(&problem), [(1, "做甲", None), (2, "做乙。", None)]);
    assert_eq!(problem.limit.as_deref(), Some("10月底"));
    let problem = of("问题,措施,时限\n题,①做甲②做乙,9月底；10月底\n");
    assert_eq!(measures(&problem), [(1, "做甲", Some("9月底")), (2, "做乙", Some("10月底"))]);
    assert_eq!(problem.limit, None);
    for text in [
        "问题,时限\n题,3月底前完成排查；6月底前完成整改\n",
        "问题,措施,时限\n题,3月底前完成排查；6月底前完成整改,\n",
        "问题,措施\n题,3月底前完成排查；6月底前完成整改\n",
    ] {
        let problem = of(text);
        let expected = [(1, "完成排查", Some("3月底前")), (2, "完成整改", Some("6月底前"))];
        assert_eq!(measures(&problem), expected, "{text}");
        assert_eq!(problem.limit, None);
    }
    let problem = of("问题,措施,时限\n题,做,3月底前完成排查；6月底前完成整改\n");
    let milestones = [(2, "完成排查", Some("3月底前")), (3, "完成整改", Some("6月底前"))];
    assert_eq!(measures(&problem)[0], (1, "做", None));
    assert_eq!(measures(&problem)[1..], milestones);
    assert_eq!(problem.limit, None);
    let kept = plain("问题,措施,时限\n题,做,3月底前；6月底前\n");
    assert_eq!(kept.ledger.problems[0].limit.as_deref(), Some("3月底前；6月底前"));
    assert_eq!(what(&kept), [SheetRemark::NumberingUnclear]);
}

#[test]
fn further_rows_have_several_measures_too() {
    let text = "问题,措施,责任单位,时限,状态\n题,1、甲；2、乙,丙科,9月底,已完成\n,1、丁；2、戊,己科,10月底,整改中\n";
    let problem = plain(text).ledger.problems.remove(0);
    let limits: Vec<_> = measures(&problem).into_iter().map(|it| (it.0, it.2)).collect();
    let (first, second) = (Some("9月底"), Some("10月底"));
    assert_eq!(limits, [(1, first), (2, first), (3, second), (4, second)]);
    assert_eq!(problem.measures[3].responsible.lead, ["己科"]);
    assert_eq!(problem.entries[0].act.measures(), [1, 2]);
}

#[test]
fn who_leads_is_read_from_clear_words() {
    let sheet =
        plain("问题,责任单位\n一,甲科牵头，乙科、丙科配合\n二,甲科牵头抓总，各方联动负责\n");
    let [first, second] = &sheet.ledger.problems[..] else { panic!() };
    assert_eq!(first.responsible.lead, ["甲科"]);
    assert_eq!(first.responsible.with, ["乙科", "丙科"]);
    assert_eq!(first.owners.as_deref(), Some("甲科牵头，乙科、丙科配合"));
    assert!(second.responsible.is_empty());
    assert_eq!(what(&sheet), [SheetRemark::OwnersUnread]);
}

#[test]
fn merged_cells_hold_for_the_rows_beside_them() {
    let text = "类别,问题,措施,责任单位,时限,状态\n党建,一,做一,甲科,10月底,已完成\n,,做二,,,\n,二,做三,,,\n业务,三,做四,乙科,,\n";
    let down = |column, first_row, last_row| Region {
        first_row,
        last_row,
        first_column: column,
        last_column: column,
    };
    let merges = [down(0, 1, 3), down(1, 1, 2), down(3, 1, 3), down(4, 1, 3), down(5, 1, 3)];
    let sheet = sheet(text, &Terms { merges: &merges, ..Terms::default() });
    let [first, second, third] = &sheet.ledger.problems[..] else { panic!("{sheet:?}") };
    assert_eq!((first.measures.len(), first.entries.len()), (2, 1));
    assert!(first.measures[1].responsible.is_empty(), "the problem says it");
    assert_eq!(second.category.as_deref(), Some("党建"));
    assert_eq!(second.responsible.lead, ["甲科"]);
    assert_eq!(
        second.limit.as_deref(),
        Some("10月底"),
        "a cell merged over two problems is said of both"
    );
    assert_eq!(second.entries[0].act.kind(), ActKind::Close);
    assert_eq!(third.category.as_deref(), Some("业务"));
    let unknown = plain(text);
    assert_eq!(unknown.ledger.problems[1].category, None, "nobody says that it is merged");
}

#[test]
fn an_amount_merged_over_problems_is_counted_once() {
    let text = "问题,金额（万元）\n一,3\n二,\n";
    let merges = [Region { first_row: 1, last_row: 2, first_column: 1, last_column: 1 }];
    let sheet = sheet(text, &Terms { merges: &merges, ..Terms::default() });
    let amounts: Vec<_> = sheet.ledger.problems.iter().map(|it| it.amount.is_some()).collect();
    assert_eq!(amounts, [true, false]);
    assert_eq!(what(&sheet), [SheetRemark::AmountOfSeveral]);
}

#[test]
fn a_column_of_the_state_may_tell_what_was_done() {
    let text = "问题,完成情况\n一,已制定计划，组织学习12次。\n二,长期坚持\n三,√\n四,已完成并长期坚持\n五,正在推进\n";
    let sheet = plain(text);
    let found: Vec<_> = sheet
        .ledger
        .problems
        .iter()
        .map(|it| (it.entries.first().map(|entry| entry.act.kind()), it.sustained))
        .collect();
    let closed = Some(ActKind::Close);
    let expected = [
        (Some(ActKind::Progress), false),
        (None, true),
        (closed, false),
        (closed, true),
        (None, false),
    ];
    assert_eq!(found, expected);
    assert_eq!(what(&sheet), [SheetRemark::StatusTold, SheetRemark::OnlyLasting]);
}

#[test]
fn a_unit_and_its_person_in_one_cell_are_told_apart() {
    let sheet =
        plain("问题,责任单位（人）\n一,办公室（张三）\n二,甲科（张三）、乙科（李四）\n三,丙科\n");
    let [first, second, third] = &sheet.ledger.problems[..] else { panic!() };
    assert_eq!(first.responsible.lead, ["办公室"]);
    assert_eq!(first.responsible.person, ["张三"]);
    assert_eq!(second.responsible.joint, ["甲科", "乙科"]);
    assert_eq!(second.responsible.person, ["张三", "李四"]);
    assert_eq!(third.responsible.lead, ["丙科"]);
}

#[test]
fn tables_stand_one_below_the_other() {
    let text = "某局台账,,\n序号,问题,责任单位\n1,一,甲科\n,,\n表二,,\n问题,整改时限,备注\n二,10月底,注\n问题,整改时限,备注\n三,,\n";
    let sheet = plain(text);
    assert_eq!(titles(&sheet), ["一", "二", "三"]);
    assert_eq!(sheet.ledger.problems[1].limit.as_deref(), Some("10月底"));
    assert_eq!(sheet.about.blank, 1);
    assert_eq!(
        what(&sheet),
        [
            SheetRemark::Preamble,
            SheetRemark::Preamble,
            SheetRemark::AnotherTable,
            SheetRemark::AnotherTable
        ]
    );
}

#[test]
fn what_is_no_value_is_counted() {
    let text = "问题,配合单位,编号,备注\n题,无,NULL,N/A\n,,,\n,,,\n";
    let sheet = plain(text);
    let problem = &sheet.ledger.problems[0];
    assert!(problem.responsible.with.is_empty() && problem.reference.is_none());
    assert!(problem.extra.is_empty());
    assert_eq!((sheet.about.empty, sheet.about.blank), (3, 2));
    assert_eq!(sheet.about.kept, ["备注"]);
}

#[test]
fn what_cannot_be_read_is_refused_with_its_cell_all_at_once() {
    let text = "问题,检查时间,整改时限,完成时间,状态,涉及金额\n\
                一,05/13/2021,31-Nov-2016,,整改中,\n\
                二,45920,2022年2月30日前,2022年X月,已完成,12\n\
                三,,尽快,,Unhealthy,约5万\n\
                四,2022.1.2,10月底,,Completed 11/13/2018,1.2万\n";
    let expected = [
        ("05/13/2021", BadCell::DayOrder),
        ("31-Nov-2016", BadCell::NoSuchDay),
        ("45920", BadCell::SerialDay),
        ("2022年2月30日前", BadCell::NoSuchDay),
        ("2022年X月", BadCell::Day),
        ("12", BadCell::AmountUnit),
        ("Unhealthy", BadCell::Status),
        ("约5万", BadCell::Amount),
        ("Completed 11/13/2018", BadCell::DayOrder),
    ];
    let expected = expected.map(|(cell, bad)| (cell.to_owned(), Fault::Cell(bad)));
    assert_eq!(refused(text, &strict()), expected);
    assert_eq!(plain(text).ledger.problems.len(), 4, "whoever only looks is not hindered");
    let said = Terms {
        date_order: Some(DateOrder::MonthDayYear),
        amount_unit: Some(AmountUnit::TenThousand),
        ..strict()
    };
    let left: Vec<_> = refused(text, &said).into_iter().map(|(cell, _)| cell).collect();
    assert_eq!(
        left,
        ["31-Nov-2016", "45920", "2022年2月30日前", "2022年X月", "Unhealthy", "约5万"]
    );
}

#[test]
fn a_limit_that_says_none_is_refused_or_set_aside() {
    let text = "问题,整改时限\n一,见附件三\n二,立行立改、长期坚持\n三,第一阶段\n四,2022-02-30\n";
    let faults = [("见附件三", BadCell::Limit), ("2022-02-30", BadCell::NoSuchDay)];
    let faults = faults.map(|(cell, bad)| (cell.to_owned(), Fault::Cell(bad)));
    assert_eq!(refused(text, &strict()), faults);
    let aside = sheet(text, &Terms { unread: Unread::Aside, ..Terms::default() });
    let limits: Vec<_> = aside.ledger.problems.iter().map(|it| it.limit.as_deref()).collect();
    assert_eq!(limits, [None, Some("立行立改、长期坚持"), Some("第一阶段"), None]);
    assert_eq!(aside.ledger.problems[0].extra["x_整改时限"], "见附件三");
    assert_eq!(what(&aside), [SheetRemark::LimitUnread, SheetRemark::DayUnread]);
}

#[test]
fn a_map_says_what_the_columns_hold() {
    let map = "ignore = [\"备注\"]\nheader_row = 2\namount_unit = \"万元\"\n\
               [columns]\n\"责任科室（盖章）\" = \"lead\"\n\"要点\" = \"title\"\n\"钱\" = \"amount\"\n\
               [status]\n\"Unhealthy\" = \"open\"\n\"已落实\" = \"closed\"\n";
    let text = "要点说明,,,,,\n要点,责任科室（盖章）,钱,状态,备注,问题来源\n一,甲科,2,已落实,注,审计\n二,,,Unhealthy,,\n";
    let map = Map::read(&source(map)).unwrap();
    let terms = Terms { map: Some(map.clone()), ..strict() };
    let sheet = sheet(text, &terms);
    let problem = &sheet.ledger.problems[0];
    assert_eq!(
        (problem.title.as_str(), problem.responsible.lead.as_slice()),
        ("一", &["甲科".to_owned()][..])
    );
    assert_eq!(problem.amount.unwrap().to_string(), "2万元");
    assert_eq!(problem.extra.keys().collect::<Vec<_>>(), ["x_状态"]);
    assert_eq!(sheet.about.ignored, ["备注"]);
    let grades: Vec<_> =
        sheet.grades[0].iter().map(|(it, grade)| (it.key.unwrap(), *grade)).collect();
    assert!(grades.contains(&("lead", Grade::Mapped)) && !grades.iter().any(|it| it.0 == "source"));
    let faults = refused("要点,\n序号,问题\n1,题\n", &terms);
    let columns: Vec<_> = faults.into_iter().map(|(at, _)| at).collect();
    assert_eq!(columns, ["\"备注\"", "\"责任科室（盖章）\"", "\"要点\"", "\"钱\""]);
    let bare = Map { header_row: Some(3), ..Map::default() };
    let fault = refused(text, &Terms { map: Some(bare), ..strict() }).remove(0);
    assert_eq!(fault.1, Fault::Map(BadMap::HeaderRow(3)));
}

#[test]
fn columns_are_left_out_by_their_names() {
    let text = "问题,备注 1,时限\n题,注,10月底\n";
    let ignoring = |names: &[&str]| Terms {
        ignore: names.iter().map(|it| (*it).to_owned()).collect(),
        ..Terms::default()
    };
    let sheet = sheet(text, &ignoring(&["备注1", "时限"]));
    assert!(sheet.ledger.problems[0].extra.is_empty());
    assert_eq!(sheet.ledger.problems[0].limit, None);
    let fault = refused(text, &ignoring(&["备注2"])).remove(0).1;
    let nearest = Some("备注 1".to_owned());
    assert_eq!(fault, Fault::Map(BadMap::Column { column: "备注2".into(), nearest }));
}

#[test]
fn the_state_of_the_first_row_is_the_problems_where_nobody_knows_what_is_merged() {
    let done = |sheet: &Sheet| {
        let entries = sheet.ledger.problems[0].entries.iter();
        entries.map(|entry| format!("{:?}", entry.act)).collect::<Vec<_>>()
    };
    let text = "问题,措施,完成时限,实际完成时间\n题,甲,2024-05-31,2024-05-28\n,乙,2025-06-30,\n";
    let alone = plain(text);
    assert_eq!(what(&alone), [SheetRemark::ReportedByDay]);
    assert!(done(&alone)[0].contains("[]"), "{:?}", done(&alone));
    let merges = [Region { first_row: 1, last_row: 2, first_column: 3, last_column: 3 }];
    let whole = sheet(text, &Terms { merges: &merges, ..Terms::default() });
    assert_eq!(what(&whole), [SheetRemark::ReportedByDay]);
    assert!(done(&whole)[0].contains("[]"), "{:?}", done(&whole));
}
