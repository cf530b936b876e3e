//! Sheets as offices have them, in small.

use std::sync::Arc;

use super::{Fault, Sheet, Source, read};
use crate::complaint::SheetRemark;
use crate::domain::day::Day;
use crate::domain::entry::{ActKind, Entry};
use crate::domain::problem::Problem;

fn sheet(text: &str) -> Sheet {
    read(
        &Arc::new(Source { path: "台账.csv".into(), text: text.into(), ..Source::default() }),
        "台账",
    )
    .unwrap()
}

fn one(text: &str) -> Problem {
    sheet(text).ledger.problems.remove(0)
}

fn remarks<'a>(text: &'a str, sheet: &Sheet) -> Vec<(SheetRemark, &'a str)> {
    sheet.notes.iter().map(|note| (note.what, &text[note.span.clone()])).collect()
}

fn acts(entries: &[Entry]) -> Vec<(ActKind, String)> {
    entries.iter().map(|it| (it.act.kind(), it.on.to_string())).collect()
}

#[test]
fn a_classic_ledger_is_read() {
    let text = "某局问题整改台账,,,,,,,,,\n\
                序号,反馈问题,整改措施,责任领导,牵头单位,配合单位,责任人,整改时限,金额（万元）,备注\n\
                三（一）,题,做,甲、乙,丙科,\"丁科\n戊科\",己,2022年10月30日,15.7,注\n";
    let sheet = sheet(text);
    let problem = &sheet.ledger.problems[0];
    assert_eq!((problem.no, problem.reference.as_deref()), (1, Some("三（一）")));
    assert_eq!(problem.measures[0].text, "做");
    assert_eq!(problem.responsible.leader, ["甲", "乙"]);
    assert_eq!(problem.responsible.lead, ["丙科"]);
    assert_eq!(problem.responsible.with, ["丁科", "戊科"]);
    assert_eq!((problem.due, &problem.limit), (Day::new(2022, 10, 30), &None));
    assert_eq!(problem.amount.unwrap().to_string(), "15.7万元");
    assert_eq!(problem.extra["x_备注"], "注");
    assert_eq!(remarks(text, &sheet), [(SheetRemark::Preamble, "某局问题整改台账,,,,,,,,,")]);
}

#[test]
fn rows_under_merged_cells_are_measures() {
    let text = "序号,问题,措施,责任单位,时限,状态,负责科室\n\
                1,题,一,甲科,10月底,已整改,\n\
                ,,二,乙科,12月底,整改中,丙\n\
                合计,,,,,,\n\
                2,又,三,,立行立改,,\n";
    let sheet = sheet(text);
    let [first, second] = &sheet.ledger.problems[..] else { panic!() };
    assert_eq!(first.limit, None, "the problem's day is the latest of its measures'");
    let limits: Vec<_> = first.measures.iter().map(|it| it.limit.as_deref()).collect();
    assert_eq!(limits, [Some("10月底"), Some("12月底")]);
    assert_eq!(first.measures[1].responsible.lead, ["乙科"]);
    assert_eq!(first.measures[1].extra["x_负责科室"], "丙");
    assert_eq!(first.entries[0].act.measures(), [1]);
    assert_eq!(first.entries.len(), 1);
    assert_eq!(second.limit.as_deref(), Some("立行立改"));
    assert_eq!(remarks(text, &sheet), [(SheetRemark::TotalRow, "合计,,,,,,")]);
    let closed = one(&text.replace("整改中", "已整改"));
    let kinds: Vec<_> = closed.entries.iter().map(|it| it.act.kind()).collect();
    assert_eq!(kinds, [ActKind::Done, ActKind::Done, ActKind::Close]);
}

#[test]
fn a_state_becomes_the_entry_that_leads_to_it() {
    let table = "问题,检查时间,是否销号,完成时间,整改情况,复查人\n\
                 一,2022.3.1,是,2022-10-01,改了,甲\n\
                 二,2022.3.1,待销号,,,\n\
                 三,,已移送,,,\n\
                 四,,取消,,,\n\
                 五,,暂停,,,\n\
                 六,,整改中,2022-12-31,在改,\n\
                 七,,,2022-10-01,,\n\
                 八,,看情况,2022-10-01,,\n";
    let sheet = sheet(table);
    let expected: [&[(ActKind, &str)]; 8] = [
        &[(ActKind::Progress, "2022-10-01"), (ActKind::Close, "2022-10-01")],
        &[(ActKind::Done, "2022-03-01")],
        &[(ActKind::Transfer, "1990-01-01")],
        &[(ActKind::Withdraw, "1990-01-01")],
        &[(ActKind::Suspend, "1990-01-01")],
        &[(ActKind::Progress, "1990-01-01")],
        &[(ActKind::Done, "2022-10-01")],
        &[],
    ];
    for (problem, acts_expected) in sheet.ledger.problems.iter().zip(expected) {
        let found = acts(&problem.entries);
        let found: Vec<_> = found.iter().map(|(act, on)| (*act, &**on)).collect();
        assert_eq!(found, acts_expected, "{}", problem.title);
    }
    assert_eq!(sheet.ledger.problems[5].extra["x_完成时间"], "2022-12-31");
    assert_eq!(sheet.ledger.problems[0].entries[0].by, "台账");
    assert_eq!(
        remarks(table, &sheet),
        [(SheetRemark::ReportedByDay, "2022-10-01"), (SheetRemark::StatusUnknown, "看情况")]
    );
}

#[test]
fn progress_may_say_the_state_in_a_word() {
    let text = "问题,整改情况\n一,已完成\n二,已完成3项\n";
    let sheet = sheet(text);
    let kinds: Vec<_> = sheet.ledger.problems.iter().map(|it| it.entries[0].act.kind()).collect();
    assert_eq!(kinds, [ActKind::Close, ActKind::Progress]);
    let told = one("Issue,Completed\n一,Yes\n");
    assert_eq!(acts(&told.entries), [(ActKind::Close, "1990-01-01".to_owned())]);
    assert_eq!(told.extra["x_Completed"], "Yes");
}

#[test]
fn what_is_not_understood_is_kept_and_noted() {
    let text = "Finding;Found;Amount (USD);Owner;Due Date\n\
                F;05/13/2021;15;\"甲牵头，乙配合\";05/13/2022\n";
    let sheet = sheet(text);
    let problem = &sheet.ledger.problems[0];
    assert_eq!(problem.extra["x_Found"], "05/13/2021");
    assert_eq!(problem.extra["x_Amount (USD)"], "15");
    assert_eq!(problem.limit.as_deref(), Some("05/13/2022"));
    assert_eq!(problem.owners.as_deref(), Some("甲牵头，乙配合"));
    assert!(problem.responsible.is_empty());
    let notes: Vec<_> = sheet.notes.iter().map(|note| note.what).collect();
    assert_eq!(
        notes,
        [SheetRemark::DayUnread, SheetRemark::AmountUnread, SheetRemark::OwnersUnread]
    );
}

#[test]
fn nobody_is_made_the_lead() {
    let several = one("问题,责任单位\n题,甲、乙\n");
    assert_eq!(several.responsible.joint, ["甲", "乙"]);
    assert_eq!(several.owners.as_deref(), Some("甲、乙"));
    let single = one("问题,责任单位\n题,甲\n");
    assert_eq!((single.responsible.lead, single.owners), (vec!["甲".to_owned()], None));
    let both = one("问题,责任单位,牵头单位\n题,甲、乙,丙\n");
    assert_eq!((both.responsible.lead, both.owners), (vec!["丙".into()], Some("甲、乙".into())));
    assert!(both.responsible.joint.is_empty());
}

#[test]
fn a_long_title_is_the_detail_too() {
    let problem = one("问题\n\"一\n\n二\"\n");
    assert_eq!((&*problem.title, problem.detail.as_deref()), ("一", Some("一\n\n二")));
    let problem = one("问题,详情\n\"一\n二\",三\n");
    assert_eq!((&*problem.title, problem.detail.as_deref()), ("一 二", Some("三")));
}

#[test]
fn short_rows_are_complete_and_long_ones_are_not() {
    assert_eq!(one("问题,备注\n题\n").title, "题");
    assert_eq!(one("问题\n题,,\n").title, "题");
    let source =
        Source {
            path: "a.csv".into(), text: "问题\n题,多\n\"又\n".into(), ..Source::default()
        };
    let complaints = read(&Arc::new(source), "a").unwrap_err();
    let faults: Vec<_> = complaints.into_iter().map(|it| it.fault).collect();
    assert_eq!(faults, [Fault::RowLength { expected: 1, found: 2 }, Fault::UnclosedQuote]);
}

#[test]
fn the_parts_of_a_problem_have_their_places() {
    use crate::domain::subject::{Part, Subject};
    let text = "序号,问题,措施,时限\n1,题,做,10月底\n";
    let places = &sheet(text).places[0];
    let at = |part, key| &text[places.of(&Subject::key(part, key))];
    assert_eq!(at(Part::Problem, "limit"), "10月底");
    assert_eq!(at(Part::Measure(1), "text"), "做");
}
