//! The life of a problem: extensions, reviews, relapse, notices, and what came of it elsewhere.

use crate::samples::BOTH;
use crate::session::{Form, Session, ids};
use crate::totals;

/// A problem that was extended twice, reported late, closed, reviewed, came back and was reopened.
const LONG: &str = r#"title = "家庭医生签约重数量轻履约"
category = "公共卫生"
found = 2022-06-30
lead = ["基层卫生股"]
leader = ["分管副主任"]
limit = "立行立改、长期坚持"
due = 2022-10-08
sustained = true
amount = "11.7万元"
recoverable = "5万元"
recurs = ["2018-patrol/3", "2016年专项检查"]

[[measure]]
no = 1
text = "进社区、进单位签约，建立服务群"

[[measure]]
no = 2
text = "按月抽查履约记录"
lead = ["各镇卫生院"]
due = 2022-10-31

[[entry]]
key = "aaaaaa"
on = 2022-10-05
act = "extend"
due = 2022-11-08
applicant = "基层卫生股"
approver = "分管副主任"
asked = 2022-10-01
by = "基层卫生股"
text = "签约对象分散，正在逐户核实"

[[entry]]
key = "bbbbbb"
on = 2022-11-12
act = "extend"
measure = [2]
due = 2022-11-30
applicant = "各镇卫生院"
approver = "分管副主任"
asked = 2022-11-10
by = "各镇卫生院"
text = "抽查表未统一"

[[entry]]
key = "cccccc"
on = 2022-11-10
act = "notice"
level = 2
number = "督办〔2022〕3号"
to = "基层卫生股"
by = "办公室"

[[entry]]
key = "dddddd"
on = 2022-11-20
entered = 2022-11-24
act = "done"
by = "基层卫生股"
text = "签约对象全部核实"

[[entry]]
key = "eeeeee"
on = 2022-11-21
act = "recover"
amount = "3.2万元"
by = "财务股"

[[entry]]
key = "ffffff"
on = 2022-11-22
act = "account"
form = 1
persons = 2
times = 3
by = "纪检组"

[[entry]]
key = "gggggg"
on = 2022-11-23
act = "progress"
by = "办公室"
text = "误记"

[[entry]]
key = "hhhhhh"
on = 2022-11-23
act = "void"
of = "gggggg"
by = "办公室"
text = "不属本问题"

[[entry]]
key = "jjjjjj"
on = 2022-11-25
act = "close"
by = "办公室"
verifier = "纪检组"
text = "入户核查12户"

[[entry]]
key = "kkkkkk"
on = 2023-02-20
act = "review"
outcome = "kept"
by = "纪检组"
text = "抽查20户"

[[entry]]
key = "mmmmmm"
on = 2023-06-10
act = "review"
outcome = "relapsed"
by = "纪检组"
text = "三家中心履约率又低于60%"

[[entry]]
key = "nnnnnn"
on = 2023-06-20
act = "reopen"
due = 2023-09-30
basis = "回访记录"
by = "办公室"
text = "履约率反弹"
"#;

/// A book of an old ledger, the one at hand with long and short lives, and a later one.
fn book() -> Session {
    let session = Session::with_ledger(Form::Folder);
    session.write(
        "ledgers/2018-patrol/ledger.toml",
        "title = \"2018年常规巡察\"\nissued = 2018-05-01\n",
    );
    let old = "title = \"签约不实\"\ndue = 2018-12-31\n[[entry]]\nkey = \"aaaaaa\"\non = 2018-12-20\nact = \"done\"\nby = \"防保科\"\n[[entry]]\nkey = \"bbbbbb\"\non = 2018-12-25\nact = \"close\"\nby = \"办公室\"\nverifier = \"纪检组\"\n";
    session.write("ledgers/2018-patrol/003.toml", old);
    session.write("ledgers/2022-inspection/001.toml", LONG);
    let lines = [
        ("002", "title = \"会议记录不全\"\nlead = [\"办公室\"]\ndue = 2023-03-10\n"),
        ("003", "title = \"固定资产未盘点\"\nlead = [\"财务股\"]\ndue = 2023-03-03\n"),
        ("004", "title = \"借款未及时收回\"\nlead = [\"财务股\"]\ndue = 2023-12-31\n"),
        ("005", "title = \"台账不规范\"\nlead = [\"办公室\"]\nlimit = \"尽快\"\n"),
    ];
    for (no, text) in lines {
        session.write(&format!("ledgers/2022-inspection/{no}.toml"), text);
    }
    let late = "title = \"采购未公示\"\nlead = [\"财务股\"]\ndue = 2022-10-31\nsustained = true\n[[entry]]\nkey = \"aaaaaa\"\non = 2022-11-12\nact = \"done\"\nby = \"财务股\"\n[[entry]]\nkey = \"bbbbbb\"\non = 2022-11-15\nact = \"close\"\nby = \"办公室\"\nverifier = \"纪检组\"\n";
    session.write("ledgers/2022-inspection/006.toml", late);
    let suspended = "title = \"房屋确权\"\ndue = 2022-12-31\n[[entry]]\nkey = \"aaaaaa\"\non = 2022-11-12\nact = \"suspend\"\napprover = \"主任\"\nby = \"办公室\"\ntext = \"等待诉讼结果\"\n";
    session.write("ledgers/2022-inspection/007.toml", suspended);
    session
        .write("ledgers/2024-survey/ledger.toml", "title = \"2024年调研\"\nissued = 2024-03-01\n");
    session.write(
        "ledgers/2024-survey/001.toml",
        "title = \"签约率再次偏低\"\ndue = 2024-12-31\nrecurs = [\"2022-inspection/1\"]\n",
    );
    session
}

#[test]
fn a_whole_life_stands_on_one_screen() {
    let session = book();
    session.on("2024-04-01");
    session.run("show 2022-inspection/1").golden("life").fine();
    session.run("show 2022-inspection/1 --lang zh").golden("life-zh").fine();
    session.run("show 2022-inspection/1 --today 2024-04-01 -O csv").golden("life-csv").fine();
    session
        .run("show 2022-inspection/1 --today 2024-04-01 -O md --lang zh")
        .golden("life-md-zh")
        .fine();
}

#[test]
fn a_life_for_programs() {
    let session = book();
    let answer = session.run("show 2022-inspection/1 --today 2024-04-01").json();
    let problem = &answer["problems"][0];
    assert_eq!(problem["came_from"][0]["id"], "2018-patrol/3");
    assert_eq!(problem["came_from"][0]["state"], "closed");
    assert_eq!(problem["recurred_in"][0]["id"], "2024-survey/1");
    assert_eq!(problem["round"], 2);
    assert_eq!(problem["outstanding"], "18000.00");
    assert_eq!(problem["accounts"][0]["persons"], 2);
    assert_eq!(problem["accounts"][0]["times"], 3);
    assert_eq!(problem["notices"][0]["name"], "supervision notice");
    let moves: Vec<_> = problem["moves"].as_array().unwrap().iter().collect();
    assert_eq!(moves.len(), 3);
    assert_eq!((&moves[0]["days"], &moves[0]["asked_late"]), (&31.into(), &false.into()));
    assert_eq!((&moves[1]["measure"], &moves[1]["asked_late"]), (&2.into(), &true.into()));
    assert_eq!((&moves[2]["round"], &moves[2]["to"]), (&2.into(), &"2023-09-30".into()));
    let done = &problem["entries"][3];
    assert_eq!((&done["act"], &done["entered"]), (&"done".into(), &"2022-11-24".into()));
    // Before the reopening: reported late by the first day and by the extended one, and found relapsed.
    let answer = session.run("show 2022-inspection/1 --today 2023-06-15").json();
    let problem = &answer["problems"][0];
    assert_eq!((&problem["extensions"], &problem["days_won"]), (&1.into(), &31.into()));
    assert_eq!((&problem["late_by_first"], &problem["late_by_last"]), (&43.into(), &12.into()));
    assert_eq!(problem["relapsed"], "2023-06-10");
    assert_eq!(problem["light"], "relapsed");
    assert_eq!(problem["review"]["outcome"], "relapsed");
    assert_eq!(problem["review"]["days_late"], serde_json::Value::Null);
}

#[test]
fn the_other_end_of_a_link_shows_it_too() {
    let session = book();
    session
        .run("show 2018-patrol/3 2024-survey/1 --today 2024-04-01 --lang zh")
        .golden("life-links-zh")
        .fine();
    // On an earlier day the later problem was not yet found.
    let answer = session.run("show 2022-inspection/1 --today 2024-02-28").json();
    assert_eq!(answer["problems"][0]["recurred_in"].as_array().unwrap().len(), 0);
}

#[test]
fn a_light_says_in_words_what_its_colour_says() {
    let session = book();
    session.on("2023-03-01");
    session.run("list -l 2022-inspection").golden("lights").fine();
    session.run("list -l 2022-inspection --lang zh").golden("lights-zh").fine();
    let colored = session.run("list -l 2022-inspection --lang zh --color always").text();
    assert!(colored.contains("\u{1b}[1m\u{1b}[33m3天内到期\u{1b}[0m"), "{colored}");
    assert!(colored.contains("\u{1b}[90m中止\u{1b}[0m"), "{colored}");
    let mut plain = colored.clone();
    for code in [
        "\u{1b}[0m",
        "\u{1b}[1m",
        "\u{1b}[31m",
        "\u{1b}[32m",
        "\u{1b}[33m",
        "\u{1b}[90m",
        "\u{1b}[94m",
    ] {
        plain = plain.replace(code, "");
    }
    assert_eq!(plain, session.run("list -l 2022-inspection --lang zh").text());
    assert_ne!(plain, colored);
}

#[test]
fn a_file_has_no_colours() {
    let session = book();
    let words = "list -l 2022-inspection --today 2023-03-01 --color always -o list.txt";
    session.run(words).quietly();
    let text = session.read("list.txt");
    assert!(text.contains("within 3") && !text.contains('\u{1b}'), "{text}");
}

#[test]
fn a_review_is_overdue_and_its_problem_is_not() {
    let session = book();
    session.on("2023-02-18");
    // The first problem is next to be looked at on 25 February, the sixth should have been on the 15th.
    session.run("overdue --unit 财务股").golden("reviews").fine();
    session.run("overdue --unit 财务股 --lang zh").golden("reviews-zh").fine();
    session.run("overdue --unit 财务股 --exit-code --ids").fine();
    session.run("list --ids --status review-overdue").stdout("2022-inspection/6\n").fine();
    session.run("list --ids --status overdue -l 2022-inspection").fine();
    let answer = session.run("overdue --unit 财务股").json();
    assert_eq!(answer["reviews"][0]["review"]["days_late"], 3);
    assert_eq!(answer["totals"]["lines"], 0);
}

#[test]
fn what_has_come_back_is_listed_with_the_remedy() {
    let session = book();
    session.on("2023-06-15");
    session.run("overdue 签约").golden("relapsed").fine();
    session.run("overdue 签约 --lang zh").golden("relapsed-zh").fine();
    session.run("list --ids --status relapsed").stdout(&ids("1 1.2")).fine();
    session.run("list --ids --status relapsed --today 2023-06-20").fine();
    session.run("list --ids --status extended").stdout(&ids("1 1.2")).fine();
    session.run("list --ids --status noticed --today 2022-11-11").stdout(&ids("1 1.2")).fine();
}

#[test]
fn entries_made_later_are_named_under_every_past_report() {
    let session = book();
    session.on("2022-11-22");
    let note = "1 entry was made after 2022-11-22 for that day or before, and figures printed on\nthat day lack them: 2022-inspection/1.\n";
    for words in ["list", "overdue", "summary", "show 2022-inspection/1"] {
        let text = session.run(words).text();
        assert!(text.contains(note), "{words}\n{text}");
        let answer = session.run(words).json();
        assert_eq!(answer["entered_later"]["ids"][0], "2022-inspection/1");
        // On the day itself all of it is known.
        let text = session.run(&format!("{words} --today 2022-11-24")).text();
        assert!(!text.contains("lack them"), "{words}\n{text}");
    }
    let other = session.run("list --unit 财务股").text();
    assert!(!other.contains("lack them"), "{other}");
}

#[test]
fn each_ledger_has_its_own_bands_and_they_are_printed() {
    let session = book();
    session.on("2023-03-01");
    session.write(
        "ledgers/2018-patrol/ledger.toml",
        "issued = 2018-05-01\n[[policy]]\nfrom = 2023-02-01\nbands = [30]\noffice_days = 5\n",
    );
    session.run("list 签约 --lang zh").golden("bands-zh").fine();
    session.run("list 签约").golden("bands").fine();
}

#[test]
fn a_paper_of_one_ledger_is_linked_with_problems_of_the_others() {
    for form in BOTH {
        let session = totals::book(form);
        for kind in ["register", "lists", "rectification", "page"] {
            let named = |ledger: &str, title: &str| {
                let answer = session.run(&format!("report {kind} -l {ledger}")).json();
                let ledgers = answer["ledgers"].as_array();
                let problems = ledgers.map_or(&answer["problems"], |all| &all[0]["problems"]);
                let problems = problems.as_array().unwrap();
                problems.iter().find(|it| it["title"] == title).unwrap().clone()
            };
            let later = &named("2023-survey", "七")["came_from"][0];
            assert_eq!(
                (&later["id"], &later["state"]),
                (&"2022-inspection/4".into(), &"closed".into()),
                "{kind}"
            );
            assert_eq!(
                named("2022-inspection", "四")["recurred_in"][0]["id"],
                "2023-survey/1",
                "{kind}"
            );
        }
    }
}
