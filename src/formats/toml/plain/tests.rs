//! What the plain reader takes is what the parser takes.

use std::sync::Arc;

use proptest::prelude::*;

use super::super::{syntax, walk};
use crate::complaint::{Log, Source};

const PROBLEM: &str = r#"# 第一条
title = "家庭医生签约重数量轻履约"   # 附注
ref = '7'
detail = """
三家中心签约率、履约率偏低，"双签"不足。

又一段。"""
amount = 157000
x_note = '''
C:\台账'''
found = 2022-06-30
lead = ["基层卫生股", '公共卫生股']
with = [
  "各镇卫生院",
]
tag = []
sustained = true

[[indicator]]
name = "访视率"
baseline = 85.1
target = 90

[[entry]]
key = "k7q2m9"
on = 2022-10-12
act = "progress"
by = "基层卫生股"
text = "重新组建"

[[measure]] # 后来加的
no = 1
text = "一"
"#;

const BOOK: &str = r#"name = "某区"
timezone = "Asia/Shanghai"

[[policy]]
from = 2022-01-01
bands = [20, 10, 3]
second_person = true

[unit."基层卫生股"]
parent = "某区"
former = ["基层科"]

[unit.b]

[unit.'a']

[person."股长"]
unit = "基层卫生股"

[calendar]
off = [2022-10-08]
"#;

const HEAD: &str =
    "title = \"台账\"\nissued = 2022-09-23\n\n[[phase]]\nname = \"集中整改\"\n\n[[policy]]\n";

fn source(text: &str) -> Arc<Source> {
    Arc::new(Source { text: text.into(), ..Source::default() })
}

/// Compares with the parser, and tells whether the text is plain.
fn agrees(text: &str) -> bool {
    let source = source(text);
    let (root, errors) = syntax::parse(&source);
    let mut log = Log::new(&source);
    let whole = walk::problem(root, &mut log);
    let Some(plain) = super::problem(text) else { return false };
    assert_eq!(errors, [], "{text}");
    assert_eq!(log.finish(()), Ok(()), "{text}");
    assert_eq!(plain, whole, "{text}");
    true
}

#[test]
fn a_problem_is_read_as_the_parser_reads_it() {
    assert!(agrees(PROBLEM));
    assert!(agrees(""));
    assert!(agrees("title = \"一\""));
    assert!(agrees("title = \"一\"\r\n\r\n[[entry]]\r\n# 注\r\nkey = \"\"\r\n"));
    assert!(agrees("detail = \"\"\"a\"b\"\"c\"\"\"\n"));
    assert!(agrees(&PROBLEM.replace("= ", "=").replace('=', "\t = ")));
}

#[test]
fn heads_are_read_as_the_parser_reads_them() {
    let text = source(BOOK);
    let mut log = Log::new(&text);
    let whole = walk::book(syntax::parse(&text).0, &mut log);
    let plain = super::book(&text.text).unwrap();
    assert_eq!((plain.own, plain.policies), (whole.own, whole.policies));
    assert_eq!((plain.units, plain.persons), (whole.units, whole.persons));
    assert_eq!(plain.calendar, whole.calendar);

    let text = source(HEAD);
    let whole = walk::head(syntax::parse(&text).0, &mut log);
    let plain = super::head(&text.text).unwrap();
    assert_eq!(
        (plain.own, plain.phases, plain.policies),
        (whole.own, whole.phases, whole.policies)
    );
}

#[test]
fn what_is_not_plain_is_left_to_the_parser() {
    for text in [
        "title = \"a\\n\"\n",
        "title = \"a\ttitle\n",
        "\"title\" = \"a\"\n",
        "title = \"a\"\ntitle = \"b\"\n",
        "x_a = 1\nx_a = 2\n",
        "a.b = 1\n",
        "no = 007\n",
        "no = 1_000\n",
        "no = -1\n",
        "no = 1e3\n",
        "no = 1.\n",
        "due = 2022-02-30\n",
        "due = 2022-10-08 07:32:00\n",
        "due = 2022-10-08T07:32:00\n",
        "due = 2022-10\n",
        "title = \"a\" b\n",
        "title = \"a\"\rref = 1\n",
        "entry = []\n",
        "[entry]\n",
        "[[entry.a]]\n",
        "[[other]]\n",
        "[[entry]\n",
        "dates = { a = 1 }\n",
        "detail = \"\"\"a\"\"\"\"\n",
        "detail = \"\"\"a\r\nb\"\"\"\n",
        "detail = \"\"\"a\n",
        "lead = [[\"a\"]]\n",
        "lead = [\"a\" \"b\"]\n",
        "lead = [\"a\", # 注\n]\n",
        "lead = [,]\n",
        "\u{feff}title = \"a\"\n",
        "# \u{1}\n",
        "title = \"\u{1}\"\n",
        "title =\n\"a\"\n",
        "flag = truer\n",
    ] {
        assert!(!agrees(text), "{text}");
    }
    for twice in ["[unit.a]\n[unit.\"a\"]\n", "[calendar]\n[calendar]\n", "[unit]\n[unit.a]\n"] {
        assert!(super::book(twice).is_none(), "{twice}");
    }
    assert!(!agrees(&format!("lead = {}", "[".repeat(1_000_000))));
}

/// Pieces of TOML, sound and broken.
fn piece() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "title",
        "lead",
        "x_a",
        "entry",
        "[[entry]]",
        "[[measure]]",
        "[",
        "]",
        " = ",
        "=",
        "\n",
        "\r\n",
        "\r",
        " ",
        "\t",
        "\"",
        "\"\"\"",
        "'",
        "'''",
        "\\",
        "题",
        "a",
        ",",
        "#",
        "1",
        "0",
        "2022-10-08",
        "2022-13-01",
        "1.5",
        "-",
        "+",
        ".",
        "true",
        "false",
        "{",
        "}",
        "\u{1}",
        "\u{7f}",
        "\"a\"",
        "\"\"",
        "no = 1\n",
        "text = \"题\"\n",
        "07:32:00",
        "_",
    ];
    prop_oneof![
        3 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        1 => "[a-z]{1,3} = (\"[^\"\\\\\n\u{0}-\u{1f}]{0,4}\"|[0-9]{1,3}|\\[(\"a\", ?){0,2}\\]|'b')\n".prop_map(|line| line),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_text_is_read_otherwise(pieces in proptest::collection::vec(piece(), 0..24)) {
        agrees(&pieces.concat());
    }

    #[test]
    fn a_slip_in_a_sound_text_is_read_as_by_the_parser(at in 0..PROBLEM.len(), take in 0_usize..4, piece in piece()) {
        let start = (0..=at).rev().find(|at| PROBLEM.is_char_boundary(*at)).unwrap_or(0);
        let end = (start + take..=PROBLEM.len()).find(|at| PROBLEM.is_char_boundary(*at)).unwrap_or(PROBLEM.len());
        agrees(&format!("{}{piece}{}", &PROBLEM[..start], &PROBLEM[end..]));
    }
}
