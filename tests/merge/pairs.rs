//! Each two things that two sides may do to one problem, side by side: which go together, and what is said where not.

use std::collections::BTreeSet;

use ledger::domain::problem::Problem;
use ledger::formats::toml;
use ledger::merge::{self, Clash};

const BASE: &str = r#"title = "题"
ref = "1"
detail = "详"
category = "类"
source = "省里"
cause = "因"
found = 2022-09-01
lead = ["财务股"]
owners = "财务股"
due = 2022-10-31
goal = "标"
amount = "5万元"
recoverable = "3万元"

[[indicator]]
name = "率"
target = 60

[[measure]]
no = 1
text = "措"
lead = ["财务股"]
due = 2022-10-20

[[measure]]
no = 2
text = "施"

[[entry]]
key = "aaaaaa"
on = 2022-10-01
act = "extend"
by = "办公室"
due = 2022-10-31

[[entry]]
key = "bbbbbb"
on = 2022-10-01
act = "progress"
by = "财务股"
text = "已发函"
"#;

/// What a person does: an entry with these keys, or other words in the file.
#[derive(Debug, Clone, Copy)]
enum Step {
    Entry(&'static str),
    Words(&'static str, &'static str),
}

use Step::{Entry, Words};

const STEPS: [(&str, Step); 53] = [
    ("note", Entry("act = \"progress\"\ntext = \"好\"")),
    ("recover", Entry("act = \"recover\"\namount = \"1万元\"")),
    ("recover 2", Entry("act = \"recover\"\namount = \"2万元\"")),
    ("account", Entry("act = \"account\"\nform = 1\npersons = 1")),
    ("notice 1", Entry("act = \"notice\"\nlevel = 1\nnumber = \"1号\"")),
    ("notice 2", Entry("act = \"notice\"\nlevel = 2\nnumber = \"2号\"")),
    ("void note", Entry("act = \"void\"\nof = \"bbbbbb\"\ntext = \"误\"")),
    ("done", Entry("act = \"done\"")),
    ("return", Entry("act = \"return\"\ntext = \"未到位\"")),
    ("close", Entry("act = \"close\"")),
    ("transfer", Entry("act = \"transfer\"\nto = \"公安局\"")),
    ("withdraw", Entry("act = \"withdraw\"\ntext = \"重复\"")),
    ("suspend", Entry("act = \"suspend\"")),
    ("resume", Entry("act = \"resume\"")),
    ("reopen", Entry("act = \"reopen\"\ntext = \"反弹\"")),
    ("reopen 1", Entry("act = \"reopen\"\nmeasure = 1\ntext = \"反弹\"")),
    ("extend", Entry("act = \"extend\"\ndue = 2022-12-31")),
    ("extend 1", Entry("act = \"extend\"\nmeasure = 1\ndue = 2022-12-31")),
    ("void day", Entry("act = \"void\"\nof = \"aaaaaa\"\ntext = \"误\"")),
    ("amend due", Entry("act = \"amend\"\nfield = \"due\"\nnew = 2022-12-01")),
    ("assign", Entry("act = \"assign\"\nlead = [\"人事股\"]")),
    ("assign 1", Entry("act = \"assign\"\nmeasure = 1\nlead = [\"人事股\"]")),
    ("kept", Entry("act = \"review\"\noutcome = \"kept\"")),
    ("relapsed", Entry("act = \"review\"\noutcome = \"relapsed\"\ntext = \"又来\"")),
    ("figure", Entry("act = \"indicator\"\nname = \"率\"\nactual = 50")),
    ("figure 2", Entry("act = \"indicator\"\nname = \"率\"\nactual = 51")),
    ("amend title", Entry("act = \"amend\"\nfield = \"title\"\nnew = \"提\"")),
    ("amend ref", Entry("act = \"amend\"\nfield = \"ref\"\nnew = \"3\"")),
    ("amend detail", Entry("act = \"amend\"\nfield = \"detail\"\nnew = \"细\"")),
    ("amend category", Entry("act = \"amend\"\nfield = \"category\"\nnew = \"别\"")),
    ("amend source", Entry("act = \"amend\"\nfield = \"source\"\nnew = \"市里\"")),
    ("amend cause", Entry("act = \"amend\"\nfield = \"cause\"\nnew = \"由\"")),
    ("title", Words("\"题\"", "\"改\"")),
    ("ref", Words("ref = \"1\"", "ref = \"2\"")),
    ("detail", Words("\"详\"", "\"改\"")),
    ("category", Words("\"类\"", "\"改\"")),
    ("source", Words("\"省里\"", "\"改\"")),
    ("cause", Words("\"因\"", "\"改\"")),
    ("found", Words("2022-09-01", "2022-09-02")),
    ("lead", Words("lead = [\"财务股\"]\nowners", "lead = [\"改\"]\nowners")),
    ("due", Words("due = 2022-10-31\ngoal", "due = 2022-11-01\ngoal")),
    ("sustained", Words("goal", "sustained = true\ngoal")),
    ("goal", Words("\"标\"", "\"改\"")),
    ("amount", Words("\"5万元\"", "\"6万元\"")),
    ("recoverable", Words("\"3万元\"", "\"2万元\"")),
    ("kind", Words("ref = ", "kind = \"task\"\nref = ")),
    ("indicator", Words("target = 60", "target = 61")),
    ("no indicator", Words("[[indicator]]\nname = \"率\"\ntarget = 60\n", "")),
    ("measure 3", Words("\"施\"\n", "\"施\"\n\n[[measure]]\nno = 3\ntext = \"增\"\n")),
    ("drop 2", Words("\"施\"\n", "\"施\"\ndropped = 2022-10-05\nwhy = \"并\"\n")),
    ("text 1", Words("\"措\"", "\"改\"")),
    ("lead 1", Words("lead = [\"财务股\"]\ndue", "lead = [\"改\"]\ndue")),
    ("due 1", Words("due = 2022-10-20", "due = 2022-10-21")),
];

fn read(text: &str) -> Problem {
    let source = super::source("001.toml", text.to_owned());
    toml::read_problem(&source, 1).unwrap_or_else(|why| panic!("{why:?}\n{text}")).value
}

fn side(step: Step, key: &str, on: &str) -> Problem {
    match step {
        Entry(keys) => {
            read(&format!("{BASE}\n[[entry]]\nkey = \"{key}\"\non = {on}\nby = \"股\"\n{keys}\n"))
        }
        Words(old, new) => {
            assert_eq!(BASE.matches(old).count(), 1, "{old}");
            read(&BASE.replace(old, new))
        }
    }
}

/// A letter for what merging says of two sides; a capital where it says several things, of the first of them.
fn said(base: &Problem, ours: &Problem, theirs: &Problem) -> char {
    let Err(conflicts) = merge::problem(Some(base), ours, theirs) else { return '.' };
    let letters: BTreeSet<_> = conflicts.iter().map(|conflict| letter(&conflict.clash)).collect();
    let first = "rmedsb2".chars().find(|letter| letters.contains(letter)).unwrap();
    if letters.len() > 1 { first.to_ascii_uppercase() } else { first }
}

fn letter(clash: &Clash) -> char {
    match clash {
        Clash::BothMoved { .. } => 'm',
        Clash::ClosedVsChanged { .. } => 'e',
        Clash::BothDecided { .. } => 'd',
        Clash::SameDay { .. } => 's',
        Clash::BothChanged(_) => 'b',
        Clash::Removed(_) => 'r',
        Clash::EnteredTwice { .. } => '2',
        other => panic!("{other:?}"),
    }
}

fn matrix(other_day: &str) -> String {
    let base = read(BASE);
    let row = |(row, (name, first)): (usize, &(&str, Step))| {
        let ours = side(*first, "cccccc", "2022-10-05");
        let cells = STEPS[..=row].iter().map(|(other, second)| {
            let theirs = side(*second, "dddddd", other_day);
            let letter = said(&base, &ours, &theirs);
            assert_eq!(letter, said(&base, &theirs, &ours), "{name}, {other}: the sides are equal");
            letter
        });
        format!("{name:<15}{}\n", cells.collect::<String>())
    };
    let rows: Vec<_> = STEPS.iter().enumerate().map(row).collect();
    rows.concat()
}

/// One row a thing that is done, and in it one letter for each of the things down to itself: `.` they go together; `m` both
/// moved the state; `e` one ended the work and the other changed what that rests on; `d` both decided one matter; `r` one
/// removed what the other changed; on one day only, `s` the order matters, `2` it may be one event, entered twice.
const SAID: &str = "\
note           .
recover        .2
recover 2      ..2
account        ...2
notice 1       ....d
notice 2       .....d
void note      .......
done           ........
return         .......s.
close          .......eem
transfer       .......eemm
withdraw       .......eemmm
suspend        .........mmmm
resume         .........mmmmm
reopen         .........MMMmmM
reopen 1       .........MMMmmmM
extend         .........eee..d.d
extend 1       .........eee...d.d
void day       .........eee..d.d..
amend due      .........eee..d.d.dd
assign         .........eee........d
assign 1       .........eee.........d
kept           .........eee...........
relapsed       .........eee..........s.
figure         .........eee.............
figure 2       .........eee............s.
amend title    .........eee..............d
amend ref      .........eee...............d
amend detail   .........eee................d
amend category .........eee.................d
amend source   .........eee..................d
amend cause    .........eee...................d
title          .........eee..............d......
ref            ...........................d......
detail         ............................d......
category       .............................d......
source         ..............................d......
cause          ...............................d......
found          .........eee...........................
lead           .........eee........d...................
due            .........eee..d.d.dd.....................
sustained      .........eee..............................
goal           .........eee...............................
amount         .........eee................................
recoverable    .........eee.................................
kind           .........eee..................................
indicator      .........eee............dd.....................
no indicator   .........eee............dd....................r.
measure 3      .........eee.....................................
drop 2         .........eee......................................
text 1         .........eee.......................................
lead 1         .........eee.........d..............................
due 1          .........eee...d.d...................................
";

#[test]
fn what_two_sides_do_goes_together_or_is_a_conflict() {
    assert_eq!(matrix("2022-10-05"), SAID);
    let other_day = SAID.split_inclusive('\n').map(|line| {
        let (name, cells) = line.split_at(15);
        name.to_owned() + &cells.replace(['s', '2'], ".")
    });
    assert_eq!(matrix("2022-10-06"), other_day.collect::<String>());
}
