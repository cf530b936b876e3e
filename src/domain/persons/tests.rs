//! Who is masked, who stays, and what is only told of. The names are made up.

use proptest::prelude::*;

use super::{Masker, Masking, Sort, same_but_masked, texts};
use crate::domain::day::Day;
use crate::domain::entry::{Act, Entry};
use crate::domain::key::Key;
use crate::domain::problem::{Extra, Problem};
use crate::domain::responsible::Responsible;
use crate::domain::roster::{Person, Roster};

fn roster() -> Roster {
    let persons = ["王小明", "财务股股长"].map(|name| (name.to_owned(), Person::default()));
    Roster { persons: persons.into(), ..Roster::default() }
}

fn text(text: &str) -> Masking {
    Masker::new(&roster()).text(text)
}

fn person(text: &str) -> String {
    Masker::new(&roster()).person(text).text
}

#[test]
fn whom_the_text_calls_a_person_is_masked() {
    for (words, expected) in [
        ("患者张三投诉收费过高", "患者张某投诉收费过高"),
        ("收取患者张三丰、李四红包", "收取患者张某、李四红包"),
        ("患者张三、李四的费用", "患者张某、李某的费用"),
        ("违规收费：王五、张某某", "违规收费：王某、张某某"),
        ("职工赵六未缴费", "职工赵某未缴费"),
        ("会计：钱七，", "会计：钱某，"),
        ("药剂科主任欧阳小三擅自采购", "药剂科主任欧阳某擅自采购"),
        ("未与李四签订合同", "未与李某签订合同"),
        ("对张三等3人进行约谈", "对张某等3人进行约谈"),
        ("赵六同志谈话", "赵某同志谈话"),
        ("张三、李四、赵六等三人", "张某、李某、赵某等三人"),
        ("护士李四（临时）", "护士李某（临时）"),
        ("由张三医生签字", "由张某医生签字"),
        ("患者张三和张四", "患者张某和张某甲"),
        ("张某、李四均未到岗", "张某、李某均未到岗"),
        ("Mr Smith paid", "Mr S. paid"),
        ("patient John Doe was billed", "patient J.D. was billed"),
        ("Dr. Jane Roe and Dr. John Roe", "Dr. J.R. and Dr. J.R.2"),
    ] {
        assert_eq!(text(words).text, expected, "{words}");
    }
}

#[test]
fn words_roles_units_and_the_roster_stay() {
    for words in [
        "院长高度重视",
        "患者高血压病史不全",
        "主任严格把关，职工全部参加",
        "职工王小明未缴费",
        "全科医生、管床护士、家庭医生",
        "与施工单位签订合同，对单位进行处罚",
        "患者安全目标、护士长例会、医生应当签名",
        "患者于2022年入院，职工代表大会",
        "院长办公会研究，主任医师查房",
        "财务股股长负责",
        "对王庄村进行检查",
        "Patient Safety Committee",
        "nurse Managers",
        "The patient was billed",
        "会计核算不规范，出纳兼任会计",
        "负责人应于每月报送，责任人未落实",
    ] {
        let found = text(words);
        assert_eq!((found.text.as_str(), found.masked.len()), (words, 0), "{words}");
    }
    for name in [
        "财务股股长",
        "王小明",
        "分管副院长",
        "院办",
        "System Owner",
        "IT",
        "办公室主任",
        "党委书记",
    ] {
        assert_eq!(person(name), name);
    }
}

#[test]
fn what_only_looks_like_a_name_is_told_of() {
    let found = text("账册保管（张三），另见说明");
    assert_eq!(
        (found.text.as_str(), found.doubts),
        ("账册保管（张三），另见说明", vec!["张三".into()])
    );
    let found = text("患者李有为签字");
    assert_eq!((found.text.as_str(), found.doubts.len()), ("患者李某为签字", 1));
    let found = text("患者张三丙烯酰");
    assert_eq!((found.masked.len(), found.doubts.len()), (0, 1));
}

#[test]
fn a_field_of_persons_holds_persons() {
    for (name, expected) in [
        ("张三", "张某"),
        ("张三、李四", "张某、李某"),
        ("张三 李四", "张某 李某"),
        ("张三（主任）", "张某（主任）"),
        ("高明", "高某"),
        ("欧阳小三", "欧阳某"),
        ("John Doe", "J.D."),
        ("药剂科主任张三", "药剂科主任张某"),
    ] {
        assert_eq!(person(name), expected);
    }
}

#[test]
fn one_person_keeps_one_name_and_two_never_share_one() {
    let roster = roster();
    let mut masker = Masker::new(&roster);
    masker.keep_free("此前张某已处理");
    assert_eq!(masker.text("患者张三。").text, "患者张某甲。");
    assert_eq!(masker.text("患者张四。").text, "患者张某乙。");
    assert_eq!(masker.text("护士张三。").text, "护士张某甲。");
    assert!(same_but_masked("患者张某乙。", "患者张四。"));
    assert!(!same_but_masked("患者李某。", "患者张四。"));
}

#[test]
fn who_is_known_is_known_everywhere() {
    let roster = roster();
    let mut masker = Masker::new(&roster);
    masker.learn("患者张三、护士高明、patient John Doe", Sort::Words);
    for (words, expected) in [
        ("已退还张三3200元", "已退还张某3200元"),
        ("收费员张三作出检讨", "收费员张某作出检讨"),
        ("约谈张三丰", "约谈张三丰"),
        ("质量提高明显", "质量提高明显"),
        ("John Doe was paid", "J.D. was paid"),
    ] {
        assert_eq!(masker.text(words).text, expected, "{words}");
    }
    assert_eq!(text("张三作检讨，患者张三已获退款").text, "张某作检讨，患者张某已获退款");
    assert_eq!(text("退还王五3200元").doubts, ["王五"]);
    assert_eq!(text("给予王五警告处分，对李四2022年考核").doubts, ["王五", "李四"]);
}

#[test]
fn a_masked_text_is_known_again() {
    for (masked, original) in [
        ("退还张某、张某甲费用", "退还张三、张四丰费用"),
        ("已退还张某3200元", "已退还张三3200元"),
        ("欧阳某签字", "欧阳小三签字"),
        ("Mr S. and J.D.2 paid", "Mr Smith and John Doe paid"),
        ("张某未到", "张某未到"),
    ] {
        assert!(same_but_masked(masked, original), "{masked}");
    }
    for (masked, original) in
        [("退还张某费用", "退还张三的医药费用款"), ("张某", "李四"), ("J.D.", "John Roe")]
    {
        assert!(!same_but_masked(masked, original), "{masked}");
    }
}

fn words() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "患者",
        "张",
        "三",
        "李四",
        "、",
        "，",
        "等3人",
        "对",
        "进行",
        "与",
        "签订",
        "会计",
        "某",
        "甲",
        "王小明",
        "的",
        "未",
        "高",
        "欧阳",
        "同志",
        "Mr ",
        "John",
        " Doe",
        " ",
        "patient",
        "2022",
        "。",
        "为",
        "和",
        "小",
        "费",
        "\n",
        "（",
        "）",
    ]);
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn masked_again_a_text_stays_as_it_is(words in words()) {
        let roster = roster();
        let once = Masker::new(&roster).text(&words);
        let twice = Masker::new(&roster).text(&once.text);
        prop_assert_eq!(&once.text, &twice.text);
        let once = Masker::new(&roster).person(&words);
        let twice = Masker::new(&roster).person(&once.text);
        prop_assert_eq!(once.text, twice.text);
    }

    #[test]
    fn whom_the_roster_declares_is_never_masked(words in words()) {
        let roster = roster();
        let masked = Masker::new(&roster).text(&words);
        prop_assert!(masked.masked.iter().all(|(name, _)| name != "王小明"));
        prop_assert_eq!(masked.text.matches("王小明").count(), words.matches("王小明").count());
        // Nothing but names changes: what is left of both is the same.
        let bare = |text: &str, names: &[&String]| names.iter().fold(text.to_owned(), |text, it| text.replace(*it, ""));
        if masked.masked.is_empty() {
            prop_assert_eq!(&masked.text, &words);
        } else {
            let names: Vec<_> = masked.masked.iter().map(|(name, _)| name).collect();
            prop_assert!(bare(&words, &names).len() < words.len());
        }
    }

    #[test]
    fn what_was_masked_is_known_again(words in words()) {
        let roster = roster();
        let once = Masker::new(&roster).text(&words);
        prop_assert!(same_but_masked(&once.text, &words), "{} {}", once.text, words);
    }

    #[test]
    fn any_text_can_be_looked_at(words in "\\PC{0,40}") {
        let roster = roster();
        let _ = Masker::new(&roster).text(&words);
        let _ = Masker::new(&roster).person(&words);
    }
}

#[test]
fn every_text_of_an_entry_is_looked_at() {
    let name = || Some("张三".to_owned());
    let to = Responsible { person: vec!["张三".into()], ..Responsible::default() };
    let reopen = |basis, limit| Act::Reopen { measures: Vec::new(), basis, limit, due: None };
    for (act, keys) in [
        (Act::Suspend { approver: name() }, &["approver"] as &[_]),
        (Act::Resume { approver: name() }, &["approver"]),
        (Act::Withdraw { approver: name() }, &["approver"]),
        (reopen(name(), name()), &["basis", "limit"]),
        (reopen(name(), None), &["basis"]),
        (Act::Assign { measures: Vec::new(), to }, &["person"]),
        (Act::Transfer { to: "张三".into(), reference: None }, &["to"]),
        (Act::Notice { level: 1, number: "1".into(), to: name() }, &["to"]),
    ] {
        let entry = Entry {
            key: Key::from_random([1; Key::LENGTH]),
            on: Day::from_iso("2022-10-01").unwrap(),
            entered: None,
            act,
            by: "股".into(),
            text: None,
            request: None,
            extra: Extra::new(),
        };
        let mut problem = Problem { entries: vec![entry], ..Problem::default() };
        let mut found = Vec::new();
        texts(&mut problem, &mut |_, key, _, text| {
            found.extend((text == "张三").then(|| key.to_owned()));
        });
        assert_eq!(found, keys, "{problem:?}");
    }
}
