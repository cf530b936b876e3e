//! The five documents that the project starts from: what reading them must give. They are no part of the project, so
//! `LEDGER_SEEDS` names their folder; without it the test says so and does nothing.
//!
//! Facts and counts only; the words of the documents stay with them.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]
#![expect(clippy::print_stdout, reason = "the shares are what the test is for")]
#![expect(clippy::too_many_lines, reason = "what a document gives is one list")]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use ledger::complaint::{DocumentRemark, Grade, Mentioned, PassedOver, Source};
use ledger::domain::problem::Kind;
use ledger::domain::subject::{Part, Subject};
use ledger::intake::document;
use ledger::intake::draft::{Draft, Drafted, Remark};

/// What was to be found and what was.
#[derive(Default)]
struct Measured {
    fields: Vec<(&'static str, BTreeSet<String>, BTreeSet<String>)>,
}

impl Measured {
    fn field(&mut self, name: &'static str, expected: BTreeSet<String>, found: BTreeSet<String>) {
        self.fields.push((name, expected, found));
    }

    /// Prints precision and recall of each field, and tells whether all reach the share.
    fn reach(&self, document: &str, share: f64) -> bool {
        let mut good = true;
        for (name, expected, found) in &self.fields {
            let both = expected.intersection(found).count();
            let part = |of: usize| {
                let number = |it: usize| f64::from(u32::try_from(it).unwrap());
                if of == 0 { 1.0 } else { number(both) / number(of) }
            };
            let (precision, recall) = (part(found.len()), part(expected.len()));
            println!(
                "{document} {name:<12} {both:>3} of {:>3} expected, {:>3} found: precision {precision:.3}, recall {recall:.3}",
                expected.len(),
                found.len()
            );
            for other in expected.symmetric_difference(found).take(5) {
                println!("    {other}");
            }
            good &= precision >= share && recall >= share;
        }
        good
    }
}

fn folder() -> Option<PathBuf> {
    let folder = std::env::var_os("LEDGER_SEEDS").map(PathBuf::from);
    if folder.is_none() {
        println!("LEDGER_SEEDS names no folder with the five documents: skipped");
    }
    folder
}

/// Reads the document whose name begins so; nothing without the folder.
fn seed(number: &str) -> Option<Draft> {
    let mut files = fs::read_dir(folder()?).unwrap().map(|entry| entry.unwrap().path());
    let path = files.find(|path| {
        path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(number))
    });
    let path = path.unwrap();
    let source = Source {
        path: "seed.txt".into(),
        text: fs::read_to_string(path).unwrap(),
        ..Source::default()
    };
    Some(document::read(&Arc::new(source), "台账").unwrap())
}

fn remarks(draft: &Draft) -> impl Iterator<Item = &DocumentRemark> {
    draft.notes.iter().filter_map(|note| match &note.remark {
        Remark::Document(remark) => Some(remark),
        Remark::Sheet(_) | Remark::Whole(_) => None,
    })
}

fn set<T: ToString>(all: impl IntoIterator<Item = T>) -> BTreeSet<String> {
    all.into_iter().map(|one| one.to_string()).collect()
}

/// A value of each line, with its number so that equal ones of two lines are two.
fn each<T: ToString>(draft: &Draft, value: impl Fn(&Drafted) -> Vec<T>) -> BTreeSet<String> {
    let lines = (1..).zip(&draft.problems);
    lines
        .flat_map(|(no, line): (u32, _)| {
            let values = (1..).zip(value(line));
            values
                .map(|(place, it): (u32, T)| format!("{no}.{place} {}", it.to_string()))
                .collect::<Vec<_>>()
        })
        .collect()
}

fn given<T: ToString>(lines: &[(u32, &[T])]) -> BTreeSet<String> {
    let one = |(no, values): &(u32, &[T])| {
        let values = (1..).zip(values.iter());
        values
            .map(|(place, it): (u32, &T)| format!("{no}.{place} {}", it.to_string()))
            .collect::<Vec<_>>()
    };
    lines.iter().flat_map(one).collect()
}

#[test]
fn the_rectification_report_gives_its_problems() {
    let Some(draft) = seed("004") else { return };
    let mut measured = Measured::default();
    measured.field(
        "problems",
        set(1..=21),
        set(draft.problems.iter().filter_map(|it| it.problem.reference.clone())),
    );
    let marked: [(u32, u32); 15] = [
        (2, 3),
        (3, 3),
        (4, 3),
        (5, 3),
        (6, 2),
        (7, 4),
        (9, 2),
        (11, 2),
        (12, 2),
        (13, 2),
        (14, 2),
        (15, 2),
        (17, 2),
        (19, 3),
        (21, 2),
    ];
    assert_eq!(marked.iter().map(|(_, measures)| measures).sum::<u32>(), 37);
    let plain = [1, 8, 10, 16, 18, 20].map(|no| (no, 1));
    let count = |(no, measures): &(u32, u32)| {
        let no = *no;
        (1..=*measures).map(move |measure| format!("{no}.{measure}")).collect::<Vec<_>>()
    };
    let grade = |line: &Drafted, no| line.grade_of(&Part::Measure(no), "text");
    let of_grade = |wanted: Grade| {
        let all = draft.problems.iter().flat_map(|line| {
            let own = line.problem.measures.iter();
            let fits = own.filter(move |it| grade(line, it.no) == wanted);
            fits.map(|it| format!("{}.{}", line.problem.no, it.no)).collect::<Vec<_>>()
        });
        all.collect::<BTreeSet<_>>()
    };
    measured.field("marked", marked.iter().flat_map(count).collect(), of_grade(Grade::Marker));
    measured.field("plain", plain.iter().flat_map(count).collect(), of_grade(Grade::Label));
    let limit = |no: u32| {
        if no == 16 {
            "10月底前整改到位，并长期坚持"
        } else {
            "立行立改、长期坚持"
        }
    };
    measured.field(
        "limits",
        set((1..=21).map(|no| format!("{no}.1 {}", limit(no)))),
        each(&draft, |line| line.problem.limit.clone().into_iter().collect()),
    );
    measured.field(
        "progress",
        set((1..=21).map(|no| format!("{no}.1 2022-10-30"))),
        each(&draft, |line| line.problem.entries.iter().map(|entry| entry.on).collect()),
    );
    measure_figures(&draft, &mut measured);
    assert!(measured.reach("004", 0.98));
    for line in &draft.problems {
        assert!(line.problem.responsible.is_empty() && line.problem.owners.is_none());
        assert_eq!(line.problem.kind, Kind::Problem);
        assert_eq!(line.problem.entries.len(), 1);
        // A figure that a page break splits comes out whole.
        assert!(!line.problem.detail.as_deref().unwrap_or_default().contains('\n'));
    }
    report_head(&draft);
}

fn measure_figures(draft: &Draft, measured: &mut Measured) {
    let money: [(u32, &[&str]); 9] = [
        (1, &["15.7万元"]),
        (
            2,
            &[
                "22.5万元",
                "4.4万元",
                "457.2元",
                "237.4元",
                "58万元",
                "24元",
                "360元",
                "33元",
                "495元",
                "1485元",
                "67万元",
                "47.9万元",
                "15万元",
                "1.7万元",
                "563.5元",
                "149.2万元",
                "82万元",
                "42.5万元",
            ],
        ),
        (3, &["3.9亿元", "24.5万元", "13.3万元", "13.3万元"]),
        (5, &["400万元"]),
        (6, &["16.2万元", "15.6万元", "14.9万元"]),
        (12, &["1.5万元"]),
        (14, &["17.7万元"]),
        (17, &["49.9万元", "4.1万元"]),
        (0, &[]),
    ];
    assert_eq!(money.iter().map(|(_, amounts)| amounts.len()).sum::<usize>(), 31);
    let found = |line: &Drafted| {
        let amounts = line.mentions.iter().filter_map(|it| match it.figure {
            Mentioned::Money(money) => Some(money.to_string()),
            Mentioned::PersonTimes(_) => None,
        });
        amounts.collect::<Vec<_>>()
    };
    measured.field("amounts", given(&money), each(draft, found));
    let times = |line: &Drafted| {
        let times = line.mentions.iter().filter_map(|it| match it.figure {
            Mentioned::PersonTimes(times) => Some(times),
            Mentioned::Money(_) => None,
        });
        times.collect::<Vec<_>>()
    };
    measured.field("person-times", given(&[(2, &[535, 4063])]), each(draft, times));
}

fn report_head(draft: &Draft) {
    assert_eq!(draft.head.issued.unwrap().to_string(), "2022-10-30");
    assert_eq!(draft.head.extra["x_document"], "洛偃卫党组文〔2022〕15号");
    assert!(draft.head.title.as_deref().unwrap().ends_with("整改报告"));
    assert!(draft.head.source.as_deref().unwrap().ends_with("巡察组"));
    let contradictions: Vec<_> =
        remarks(draft).filter(|it| matches!(it, DocumentRemark::Contradiction { .. })).collect();
    assert_eq!(contradictions.len(), 1);
    let place = draft.notes.iter().find(|note| {
        matches!(&note.remark, Remark::Document(DocumentRemark::Contradiction { .. }))
    });
    let last = &draft.problems[20];
    let whole = last.places.of(&Subject::whole(Part::Problem));
    assert!(whole.contains(&place.unwrap().span.start), "it is of no. 21");
    assert!(
        remarks(draft).any(
            |it| matches!(it, DocumentRemark::Sum { gives, .. } if gives.starts_with("1/778"))
        )
    );
    let organised = DocumentRemark::PassedOver(PassedOver::Organisation);
    assert_eq!(remarks(draft).filter(|it| **it == organised).count(), 1);
    assert!(remarks(draft).any(|it| *it == DocumentRemark::PassedOver(PassedOver::Closing)));
}

/// Who takes part in each of the eleven tasks, beside the two collectives at the end.
const OFFICES: [(&str, &str, &str); 11] = [
    (
        "机关党委",
        "办公室 人事处 疾控处 医政医管处 基层处 监督处 妇幼处",
        "办公室 政策法规与监督处 医政处",
    ),
    (
        "机关党委",
        "办公室 人事处 疾控处 医政医管处 基层处 监督处 妇幼处",
        "办公室 政策法规与监督处 医政处",
    ),
    (
        "医政医管处",
        "办公室 人事处 规划处 财务处 疾控处 基层处 监督处 妇幼处 机关党委",
        "办公室 政策法规与监督处 医政处",
    ),
    ("人事处", "疾控处 医政医管处 基层处 监督处 妇幼处 机关党委", "办公室 政策法规与监督处 医政处"),
    (
        "人事处",
        "规划处 疾控处 医政医管处 基层处 监督处 妇幼处 机关党委",
        "办公室 政策法规与监督处 医政处",
    ),
    ("人事处", "疾控处 医政医管处 基层处 监督处 妇幼处 机关党委", "办公室 政策法规与监督处 医政处"),
    (
        "财务处",
        "人事处 法规处 体改处 疾控处 医政医管处 基层处 监督处 药政处 妇幼处",
        "办公室 政策法规与监督处 医政处",
    ),
    (
        "办公室",
        "财务处 法规处 疾控处 医政医管处 基层处 监督处 妇幼处 宣传处",
        "办公室 政策法规与监督处 医政处",
    ),
    ("机关党委", "办公室 疾控处 医政医管处 基层处 妇幼处 宣传处", "办公室 医政处"),
    ("机关党委", "办公室 疾控处 医政医管处 基层处 妇幼处 宣传处", "办公室"),
    (
        "机关党委",
        "办公室 人事处 法规处 体改处 疾控处 医政医管处 基层处 监督处 妇幼处 宣传处",
        "办公室 政策法规与监督处 医政处",
    ),
];

#[test]
fn the_work_plan_gives_its_tasks_phases_and_duties() {
    let Some(draft) = seed("003") else { return };
    let mut measured = Measured::default();
    let of_kind = |kind| draft.problems.iter().filter(move |line| line.problem.kind == kind);
    let tasks = || of_kind(Kind::Task).filter(|line| line.problem.reference.is_some());
    measured.field(
        "tasks",
        set(1..=11),
        set(tasks().filter_map(|it| it.problem.reference.clone())),
    );
    let numbered = |lists: Vec<Vec<String>>| {
        let lists = (1..).zip(lists);
        lists
            .flat_map(|(no, names): (u32, _)| {
                names.into_iter().map(move |name| format!("{no} {name}"))
            })
            .collect::<BTreeSet<_>>()
    };
    let leads = OFFICES.iter().map(|(lead, _, _)| vec![(*lead).to_owned()]).collect();
    measured.field(
        "leads",
        numbered(leads),
        numbered(tasks().map(|it| it.problem.responsible.lead.clone()).collect()),
    );
    let with = OFFICES.iter().map(|(_, own, others)| {
        let own = own.split(' ').map(str::to_owned);
        let others = others.split(' ').map(|office| format!("中医药局{office}"));
        let all = ["各市、县(市、区)卫生健康委(局)、中医药局", "各医疗卫生机构"].map(str::to_owned);
        own.chain(others).chain(all).collect()
    });
    measured.field(
        "participants",
        numbered(with.collect()),
        numbered(tasks().map(|it| it.problem.responsible.with.clone()).collect()),
    );
    let phases = draft
        .head
        .phases
        .iter()
        .map(|it| format!("{} {} {}", it.name, it.from.unwrap(), it.until.unwrap()));
    let expected = [
        "动员部署阶段 2021-11-01 2021-12-31",
        "深入排查阶段 2022-01-01 2022-02-28",
        "集中整改阶段 2022-03-01 2022-06-30",
        "总结提升阶段 2022-07-01 2022-11-30",
    ];
    measured.field("phases", set(expected), phases.collect());
    let every = of_kind(Kind::Duty).filter_map(|line| {
        Some(format!(
            "{} {}",
            line.problem.responsible.lead.first()?,
            line.problem.every.as_deref()?
        ))
    });
    measured.field("duties", set(["领导小组 每季度", "领导小组办公室 每月5日前"]), every.collect());
    let once = of_kind(Kind::Task).filter(|line| line.problem.reference.is_none());
    let once = once.filter_map(|line| line.problem.limit.clone());
    measured.field("once", set(["印发后一个月内"]), once.collect());
    assert!(measured.reach("003", 0.98));
    assert_eq!(draft.problems.len(), 14);
    assert!(draft.head.first_is_lead);
    assert_eq!(draft.head.extra["x_document"], "桂卫发〔2021〕10号");
    assert_eq!(draft.head.issued.unwrap().to_string(), "2021-11-30");
    assert!(remarks(&draft).any(|it| *it == DocumentRemark::PassedOver(PassedOver::Members)));
}

#[test]
fn the_collection_gives_its_papers_tasks_and_actions() {
    let Some(draft) = seed("002") else { return };
    let mut measured = Measured::default();
    let tags: BTreeSet<_> =
        draft.problems.iter().filter_map(|it| it.problem.tags.first()).collect();
    assert!(tags.len() > 1, "each line says of which paper it is");
    let first = draft.problems[0].problem.tags.clone();
    let (plan, others): (Vec<_>, Vec<_>) = draft
        .problems
        .iter()
        .filter(|line| line.problem.kind == Kind::Task)
        .partition(|line| line.problem.tags == first);
    let expected = [
        "二（一）1 县卫健局负责",
        "二（一）2 县卫健局负责",
        "二（二）1 县卫健局负责",
        "二（二）2 县卫健局负责",
        "二（三） 县卫健局负责",
        "三 县卫健局牵头,县医疗保障局、县市场等参与",
        "四（一） 县卫健局、县人社局、县财政局按职责分工负责",
        "四（二） 县卫健局、县发改局按职责分工负责",
        "四（三） 县医疗保障局、县卫健局按职责分工负责",
        "四（四） 县医疗保障局负责",
        "四（五） 县市场XX负责",
        "五（一） 县卫健局负责",
        "五（二） 县卫健局负责",
        "五（三） ",
    ];
    let task = |line: &&Drafted| {
        let problem = &line.problem;
        let owners = problem.owners.clone().unwrap_or_default();
        format!("{} {owners}", problem.reference.clone().unwrap_or_default())
    };
    measured.field("tasks", set(expected), plan.iter().map(task).collect());
    let actions = [
        "（一） 党办 纪检办 工会办 审计科",
        "（二） 医务科 护理部 人事科",
        "（三） 药剂科 设备科 招标办 医保科",
        "（四） 人事科 经管办",
        "（五） 医疗合作部",
        "（六） 纪检办",
        "（七） 医保科 医务科",
        "（八） 医务科 全质办",
        "（九） 物价办",
        "（十） 医务科 药剂科",
    ];
    let action = |line: &&Drafted| {
        let problem = &line.problem;
        assert!(problem.limit.is_some() && problem.goal.is_some() && !problem.measures.is_empty());
        let units = [problem.responsible.lead.clone(), problem.responsible.joint.clone()].concat();
        format!("{} {}", problem.reference.clone().unwrap_or_default(), units.join(" "))
    };
    measured.field("actions", set(actions), others.iter().map(action).collect());
    assert!(measured.reach("002", 1.0));
    let six = &plan[5].problem.responsible;
    assert_eq!((six.lead.len(), six.with.len(), six.joint.len()), (1, 2, 0));
    assert_eq!(remarks(&draft).filter(|it| matches!(it, DocumentRemark::Segment(_))).count(), 4);
    assert!(remarks(&draft).filter(|it| matches!(it, DocumentRemark::DamagedDay(_))).count() >= 6);
    assert!(draft.head.phases.len() >= 4);
    assert!(draft.head.phases.iter().all(|phase| phase.from.is_none() && phase.until.is_none()));
}

#[test]
fn the_survey_gives_its_problems_by_category() {
    let Some(draft) = seed("000") else { return };
    let mut counts: Vec<(String, usize)> = Vec::new();
    for line in &draft.problems {
        let category = line.problem.category.clone().unwrap();
        match counts.last_mut() {
            Some((last, count)) if *last == category => *count += 1,
            _ => counts.push((category, 1)),
        }
    }
    println!("000 problems by category: {counts:?}");
    assert_eq!(counts.iter().map(|(_, count)| *count).collect::<Vec<_>>(), [3, 4, 5, 4]);
    assert!(draft.problems.iter().all(|line| line.problem.responsible.is_empty()));
}

#[test]
fn the_speech_makes_no_problems_of_its_lines_of_work() {
    let Some(draft) = seed("001") else { return };
    let numbers: Vec<_> =
        draft.problems.iter().filter_map(|it| it.problem.reference.clone()).collect();
    println!("001 problems: {numbers:?}");
    assert_eq!(numbers, ["（一）", "（二）"], "only those of the chapter on problems");
    assert!(remarks(&draft).any(|it| *it == DocumentRemark::PassedOver(PassedOver::Situation)));
}
