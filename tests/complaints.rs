//! What complaints about files look like, to the letter.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

use std::sync::Arc;

use ledger::complaint::{Complaint, Fault, Source};
use ledger::domain::book::Lang;
use ledger::formats::toml::read_problem;
use ledger::render::complaint::{self, Options};

fn shown(complaints: &[Complaint], lang: Lang, width: usize) -> String {
    let mut out = Vec::new();
    complaint::write(complaints, Options { lang, width, color: false }, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn source(text: &str) -> Arc<Source> {
    Arc::new(Source {
        path: "ledgers/2022-inspection/007.toml".into(),
        text: text.into(),
        ..Source::default()
    })
}

fn complaints(text: &str) -> Vec<Complaint> {
    read_problem(&source(text), 7).err().unwrap_or_default()
}

const SLIPS: &str = "\u{feff}title = \"家庭医生签约重数量轻履约\"\r
lead = [\"基层卫生股\", “各镇卫生院”]
limit = 12月底前
due = 2022-02-30
";

const WRONG: &str = "\
title = \"家庭医生签约重数量轻履约\"
dew = 2022-10-08
found = \"六月\"
kind = \"item\"
[[measure]]
no = 1
text = \"建立服务群\"
source = \"区委巡察组\"
[[entry]]
key = \"k7q2m9\"
on = 2022-10-12
act = \"done\"
by = \"基层卫生股\"
verifier = \"分管副主任\"
";

#[test]
fn slips_in_the_grammar_in_chinese() {
    let expected = "\
错误: 这里用了中文引号（string values must be quoted, expected literal string）
 --> ledgers/2022-inspection/007.toml:2:18
  |
2 | lead = [\"基层卫生股\", “各镇卫生院”]
  |                       ^^^^^^^^^^^^
  |
  = 提示: TOML 只认半角引号：文字两边改用 \"，文字里面的中文引号不用改

错误: 文字没有加引号，或者没有值（string values must be quoted, expected literal string）
 --> ledgers/2022-inspection/007.toml:3:9
  |
3 | limit = 12月底前
  |         ^^^^^^^^
  |
  = 提示: 文字放在半角引号里，如 limit = \"10月底前\"；日期写作 2022-10-08，是、否
          写作 true、false，都不加引号

错误: 日期不对（invalid date, expected day between 01 and 28）
 --> ledgers/2022-inspection/007.toml:4:7
  |
4 | due = 2022-02-30
  |       ^^^^^^^^^^
  |
  = 提示: 检查月份和日子，写作 2022-10-08，月、日都是两位
";
    assert_eq!(shown(&complaints(SLIPS), Lang::Zh, 80), expected);
}

#[test]
fn wrong_keys_and_values_in_chinese() {
    let expected = "\
错误: 问题里没有 `dew` 这个键
 --> ledgers/2022-inspection/007.toml:2:1
  |
2 | dew = 2022-10-08
  | ^^^ 是不是 `due`？

错误: `found` 写得不对，应为日期
 --> ledgers/2022-inspection/007.toml:3:9
  |
3 | found = \"六月\"
  |         ^^^^^^ 如 2022-10-08

错误: `kind` 不能是 `item`
 --> ledgers/2022-inspection/007.toml:4:8
  |
4 | kind = \"item\"
  |        ^^^^^^
  |
  = 提示: 可以写 `problem`、`task`、`duty`

错误: 措施（measure）里没有 `source` 这个键
 --> ledgers/2022-inspection/007.toml:8:1
  |
8 | source = \"区委巡察组\"
  | ^^^^^^
  |
  = 提示: `source` 是问题的键，却写在第一个 [[…]] 之后，成了那张表的键；移到第一
          个 [[…]] 之前

错误: 报结（done）的记录不用 `verifier`
  --> ledgers/2022-inspection/007.toml:14:1
   |
14 | verifier = \"分管副主任\"
   | ^^^^^^^^
   |
   = 提示: 删去这个键，或看看 act 是否写错
";
    assert_eq!(shown(&complaints(WRONG), Lang::Zh, 80), expected);
}

#[test]
fn wrong_keys_and_values_in_english() {
    let expected = "\
error: a problem has no key `dew`
 --> ledgers/2022-inspection/007.toml:2:1
  |
2 | dew = 2022-10-08
  | ^^^ did you mean `due`?

error: `found` takes a day
 --> ledgers/2022-inspection/007.toml:3:9
  |
3 | found = \"六月\"
  |         ^^^^^^ as 2022-10-08

error: `kind` cannot be `item`
 --> ledgers/2022-inspection/007.toml:4:8
  |
4 | kind = \"item\"
  |        ^^^^^^
  |
  = help: it may be `problem`, `task`, `duty`

error: a measure has no key `source`
 --> ledgers/2022-inspection/007.toml:8:1
  |
8 | source = \"区委巡察组\"
  | ^^^^^^
  |
  = help: `source` is a key of the problem, but below a
          [[…]] it belongs to that table: move it above the
          first [[…]]

error: an entry of act `done` has no key `verifier`
  --> ledgers/2022-inspection/007.toml:14:1
   |
14 | verifier = \"分管副主任\"
   | ^^^^^^^^
   |
   = help: remove it, or see whether the act is wrong
";
    assert_eq!(shown(&complaints(WRONG), Lang::En, 60), expected);
}

#[test]
fn a_long_line_is_shown_in_part_and_a_whole_file_without_a_line() {
    let before = format!("甲{}", "长".repeat(1000));
    let source = source(&format!("{before}\u{202e}{}", "字".repeat(500)));
    let place = before.len()..before.len() + '\u{202e}'.len_utf8();
    let complaint = |span, fault| Complaint { source: Arc::clone(&source), span, fault };
    let complaints = [
        complaint(place.clone(), Fault::Control('\u{202e}')),
        complaint(0..place.end, Fault::EmptyRow),
        complaint(0..0, Fault::Utf16),
    ];
    let expected = "\
错误: 文件里有看不见的控制字符 U+202E
 --> ledgers/2022-inspection/007.toml:1:1002
  |
1 | …长长长长长长长长长长长长<U+202E>字字字字字字字字字字字字字字字字字字字字字…
  |                          ^^^^^^^^
  |
  = 提示: 删去这个字符；从别处粘贴文字时容易带进来

错误: 空行
 --> ledgers/2022-inspection/007.toml:1:1
  |
1 | 甲长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长…
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = 提示: 删去这一行

错误: 文件是 UTF-16 编码
--> ledgers/2022-inspection/007.toml
 |
 = 提示: 用编辑器另存为 UTF-8；import 和 -f 读表格可加 `--encoding utf-16le`（或
         utf-16be）
";
    assert_eq!(shown(&complaints, Lang::Zh, 80), expected);
}

#[test]
fn a_place_at_the_end_of_the_file_is_marked() {
    let expected = "\
error: invalid basic string, expected `\"`
 --> ledgers/2022-inspection/007.toml:1:11
  |
1 | title = \"题
  |            ^
  |
  = help: close the quote; text of several lines goes between \"\"\" and \"\"\"
";
    assert_eq!(shown(&complaints("title = \"题"), Lang::En, 80), expected);
}

#[test]
fn colour_changes_nothing_but_the_colour() {
    let mut out = Vec::new();
    let options = Options { lang: Lang::Zh, width: 80, color: true };
    complaint::write(&complaints(WRONG), options, &mut out).unwrap();
    let colored = String::from_utf8(out).unwrap();
    let mut pieces = colored.split('\u{1b}');
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        plain.push_str(piece.split_once('m').unwrap().1);
    }
    assert_ne!(plain, colored);
    assert_eq!(plain, shown(&complaints(WRONG), Lang::Zh, 80));
}
