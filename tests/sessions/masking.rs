//! `--mask`: whom a file names and the roster does not declare gets another name before anything is entered.

use std::fs;

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
