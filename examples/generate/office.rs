//! The office: 200 units, 2,000 persons, and the heads of the book and of its ledger.

use ledger::domain::book::BookHead;
use ledger::domain::day::Day;
use ledger::domain::ledger::Head;
use ledger::domain::policy::{PolicyEntry, Review};
use ledger::domain::roster::{Person, Unit};

/// How many units there are.
pub(crate) const UNITS: u32 = 200;

/// So many persons belong to each.
const PERSONS: u32 = 10;

/// The name of the book and of all units above the others.
const OFFICE: &str = "某市整改办公室";

const PLACES: [&str; 20] = [
    "东岭", "西河", "南湾", "北坪", "青石", "白沙", "红星", "新桥", "古塘", "长坡", "平川", "高台",
    "石门", "柳林", "清泉", "双溪", "金沙", "云山", "龙潭", "凤鸣",
];

const KINDS: [&str; 10] = [
    "镇人民政府",
    "镇卫生院",
    "财政所",
    "中心学校",
    "水利站",
    "农业服务中心",
    "社会事务办公室",
    "街道办事处",
    "林业站",
    "综合执法队",
];

/// The name of a unit.
pub(crate) fn unit(at: u32) -> String {
    format!("{}{}", PLACES[(at / 10 % 20) as usize], KINDS[(at % 10) as usize])
}

/// Who leads a unit.
pub(crate) fn leader(unit: u32) -> String {
    named(unit * PERSONS + 1)
}

/// One of the others of a unit, of which there are nine.
pub(crate) fn person(unit: u32, at: u32) -> String {
    named(unit * PERSONS + 2 + at)
}

/// One of those who verify, of which there are twenty. They belong to no unit of the roster and lead nothing.
pub(crate) fn verifier(at: u32) -> String {
    format!("核查人员{:02}", at + 1)
}

fn named(number: u32) -> String {
    format!("人员{number:04}")
}

/// The head of the book, with its roster.
pub(crate) fn book(ledger: &str) -> BookHead {
    let mut head = BookHead {
        name: Some(OFFICE.to_owned()),
        timezone: Some("Asia/Shanghai".to_owned()),
        ledger: Some(ledger.to_owned()),
        policies: vec![PolicyEntry {
            immediate: Some(15),
            review: Some(Review::Quarter),
            second_person: Some(true),
            report_first: Some(true),
            ..PolicyEntry::default()
        }],
        ..BookHead::default()
    };
    for at in 0..UNITS {
        let parent = Some(OFFICE.to_owned());
        head.roster.units.insert(unit(at), Unit { parent, ..Unit::default() });
        for no in 1..=PERSONS {
            let of = Person { unit: Some(unit(at)), ..Person::default() };
            head.roster.persons.insert(named(at * PERSONS + no), of);
        }
    }
    let verifiers = (0..20).map(|at| (verifier(at), Person::default()));
    head.roster.persons.extend(verifiers);
    head
}

/// The head of the ledger.
pub(crate) fn head() -> Head {
    Head {
        title: Some("综合检查反馈意见整改台账".to_owned()),
        source: Some("综合检查组".to_owned()),
        owner: Some(OFFICE.to_owned()),
        issued: Day::new(2020, 1, 6),
        ..Head::default()
    }
}
