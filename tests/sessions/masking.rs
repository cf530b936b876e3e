//! `--mask`: whom a file names and the roster does not declare gets another name before anything is entered.

use std::fs;
use std::io::{Cursor, Read};

use crate::session::Session;

const SHEET: &str = "\
序号,问题,整改措施,责任单位（人）,责任领导,整改时限,整改情况,是否完成,联系人
1,患者张三投诉收费过高，涉及患者张三、李四等12人,退还患者张三、李四多收费用,收费室（赵六）,分管副院长,2022年10月31日,已退还张三3200元，收费员赵六作出检讨,否,孙七
2,药剂科主任钱八未按规定采购，对钱八进行约谈,由王小明同志牵头整改,药剂科,院长,立行立改,给予周九警告处分,否,
3,院长办公会议记录不全，患者安全目标未落实,严格落实,办公室,院长,看情况,正在推进,否,
";

const NAMES: [&str; 6] = ["张三", "李四", "赵六", "孙七", "钱八", "张五"];

fn office() -> Session {
    let session = Session::new().lang("zh_CN.UTF-8").columns(120);
    session.on("2022-09-23").run("init 2022 --issued 2022-09-23").quietly();
    let book = session.read("ledgers/book.toml");
    let roster = ["办公室", "药剂科", "收费室"].map(|unit| format!("[unit.\"{unit}\"]\n\n"));
    session.write("ledgers/book.toml", format!("{book}\n{}[person.\"王小明\"]\n", roster.concat()));
    session.write("台账.csv", SHEET);
    session.on("2022-11-01");
    session
}

fn all(session: &Session) -> String {
    let files = fs::read_dir(session.path("ledgers/2022")).unwrap();
    let texts = files.map(|file| fs::read_to_string(file.unwrap().path()).unwrap());
    texts.chain([session.read("ledgers/book.toml")]).collect()
}

#[test]
fn whom_a_sheet_names_never_reaches_the_ledger() {
    let session = office();
    let words = "import 台账.csv --by 办公室 --mask --enrol --keep-unread";
    session.run(words).golden("mask-shown-zh").fine();
    session.run(&format!("{words} --lang en")).golden("mask-shown").fine();
    let answer = session.run(words).json();
    assert_eq!(answer["masked"][0]["name"], "张三");
    assert_eq!(answer["masked"][0]["mask"], "张某");
    assert!(answer["masked"].as_array().unwrap().iter().any(|it| it["mask"].is_null()));
    session.run(&format!("{words} --yes")).quietly();
    let text = all(&session);
    assert!(NAMES.iter().all(|name| !text.contains(name)), "{text}");
    assert!(text.contains("王小明") && text.contains("周九"), "{text}");
    session.run(&format!("{words} --yes --twins skip")).quietly();
    assert_eq!(all(&session), text, "masked again it is the same");
}

#[test]
fn a_unit_gets_and_sends_back_a_sheet_without_names() {
    let session = office();
    session.run("add --title 患者张三投诉收费过高 --lead 收费室 --limit 10月底前").quietly();
    session.run("measure 1 --text 退还患者张三、张五多收费用").quietly();
    session.run("export --for 收费室 --mask -o 收费室.xlsx").golden("mask-export-zh").quietly();
    let answer = session.run("import --return 收费室.xlsx").json();
    assert_eq!(answer["meanwhile"].as_array().unwrap().len(), 0, "{answer}");
}

/// What a file says, whether it is text or a package of texts.
fn words_of(session: &Session, file: &str) -> String {
    let bytes = fs::read(session.path(file)).unwrap();
    let Ok(mut parts) = zip::ZipArchive::new(Cursor::new(&bytes)) else {
        return String::from_utf8(bytes).unwrap();
    };
    let mut all = String::new();
    for at in 0..parts.len() {
        parts.by_index(at).unwrap().read_to_string(&mut all).unwrap();
    }
    all
}

/// A book that names persons wherever people write, and some who are roles or declared.
fn named() -> Session {
    let session = office();
    let book = session.read("ledgers/book.toml");
    session.write("ledgers/book.toml", format!("{book}\n[person.\"分管副院长\"]\n"));
    for words in [
        "add --title 患者张三投诉收费过高 --detail '患者张三、李四等12人反映，王小明同志到场，周九不在' --lead 收费室 --leader 分管副院长 --person 王小明 --limit 10月底前",
        "measure 1 --text 退还患者张三、李四多收费用",
        "add --title 对钱八约谈 --lead 药剂科 --limit 10月底前",
    ] {
        session.on("2022-09-23").run(words).quietly();
    }
    for words in [
        "note 1 --text 王小明与患者李四的家属赵六面谈 --by 收费室",
        "amend 2 --set title=对钱八、钱九约谈 --text 更正：对钱九约谈 --by 办公室",
        "extend 1 --due 2022-11-30 --text 患者李四出国 --by 收费室 --approver 院长",
        "done 1 --text 已退还张三 --by 收费室",
        "return 1.1 --text 李四尚未退 --by 办公室",
    ] {
        session.on("2022-10-28").run(words).quietly();
    }
    session.write(
        "ledgers/templates/named.md",
        "{% for ledger in ledgers %}{% for problem in ledger.problems %}{{ problem.title }}{{ problem.detail }}\n\
         {% for entry in problem.entries %}{{ entry.text }}{% endfor %}{% endfor %}{% endfor %}\n{{ built_in() }}\n",
    );
    session.on("2022-12-01");
    session
}

#[test]
fn a_paper_without_persons_has_none_in_its_running_text() {
    const GONE: [&str; 7] = ["张三", "李四", "钱八", "钱九", "赵六", "王小明", "分管副院长"];
    let session = named();
    let kinds = [
        "register",
        "lists",
        "rectification",
        "public",
        "units",
        "bulletin --period 2022-10",
        "page",
        "notice",
        "closing 1",
        "extension 1",
        "rectification --template named",
    ];
    for kind in kinds {
        for name in ["a.txt", "a.md", "a.json", "a.csv", "a.html", "a.docx", "a.xlsx"] {
            let format = if name == "a.txt" { " -O table" } else { "" };
            let words = format!("report {kind} --mask -o {name}{format} --force");
            session.run(&words).quietly();
            let text = words_of(&session, name);
            let named: Vec<_> = GONE.iter().filter(|name| text.contains(**name)).collect();
            assert!(named.is_empty(), "{words}: {named:?}\n{text}");
        }
    }
    session.run("report rectification --mask").golden("mask-report-zh").fine();
    session.run("report rectification --mask --lang en").golden("mask-report").fine();
    session.run("report closing 2 --mask").golden("mask-closing-zh").fine();
    let open = session.run("report rectification").text();
    assert!(["张三", "李四", "钱九", "王小明"].iter().all(|name| open.contains(name)), "{open}");
}

#[test]
fn the_whole_book_goes_out_without_names() {
    let session = named();
    let gone = ["张三", "李四", "钱八", "钱九", "赵六"];
    for name in ["a.csv", "a.json", "a.xlsx", "a.ics"] {
        session.run(&format!("export --mask -o {name}")).quietly();
        let text = words_of(&session, name);
        let named: Vec<_> = gone.iter().filter(|name| text.contains(**name)).collect();
        assert!(named.is_empty(), "{name}: {named:?}\n{text}");
    }
    assert!(words_of(&session, "a.csv").contains("王小明"), "whom the roster declares stays");
    assert!(session.run("export -O csv").text().contains("张三"));
}
