//! `import` at a terminal: lines are reviewed one by one, and nothing is written before all is decided.

use crate::session::{Form, Session, file};
use crate::terminal::{CTRL_C, DOWN, ENTER, ESCAPE, TAB, Terminal, UP};

const SHEET: &str = "\
序号,反馈问题,整改措施,责任单位,整改时限,状态
1,借款未及时收回,1、核对账目；2、催收借款,财务股,10月底前,整改中
2,会议记录不全,,办公室,2022-10-08,已完成
3,处方书写不规范,,信访科,8月前,否
4,设备未盘点,,财务股,立行立改,
";

const ROSTER: &str = r#"
[unit."财务股"]
[unit."办公室"]
[unit."柳河镇卫生院"]
[unit."重庆路社区"]
[person."分管副主任"]
"#;

/// An office with a roster, a problem, and a sheet of four lines: a plain one, one that is done, one with a strange unit and a
/// limit of two readings, and one that the ledger has.
fn office() -> Session {
    let session = Session::with_ledger(Form::Folder).lang("zh_CN.UTF-8");
    let head = session.read("ledgers/book.toml");
    session.write("ledgers/book.toml", head + ROSTER).write("台账.csv", SHEET);
    session.on("2022-09-23").run("add --title 设备未盘点 --ref 4 --lead 财务股").quietly();
    session.on("2022-10-10");
    session
}

fn begin(session: &Session) -> Terminal {
    begin_with(session, "")
}

fn begin_with(session: &Session, options: &str) -> Terminal {
    let mut terminal = session.at_terminal(&format!("import 台账.csv{options}"));
    terminal.sees("逐条核对这4条？").types(ENTER).sees("第1条，共4条，如何处理？");
    terminal
}

#[test]
fn lines_are_accepted_changed_and_left_out() {
    let session = office();
    let mut terminal = begin(&session);
    terminal.types(ENTER).sees("未写明由谁登记").sees("第2条，共4条，如何处理？");
    terminal.types(ENTER).sees("由谁登记？").types("bgs").sees("办公室").types(TAB);
    terminal.sees("办公室").types(ENTER);
    // Whoever reports does not verify; who does is named by hand.
    terminal.sees("不能自己核查").sees("> 修改").types(ENTER).sees("改哪一项？").types("hcr");
    terminal.sees("核查人：").types(ENTER).sees("核查人：").types("分管副主任").types(ENTER);
    terminal.sees("> 改完了").types(ENTER).sees("核查人：分管副主任").types(ENTER);
    terminal.sees("第3条，共4条，如何处理？");
    assert!(
        terminal.screen().contains("有两种读法：2022-07-31或2022-08-31"),
        "{}",
        terminal.screen()
    );
    // The limit is changed, and how it reads is said at once.
    terminal.types("xg").sees("修改").types(ENTER).sees("改哪一项？");
    terminal.types("zgsx").sees("整改时限：8月前").types(ENTER).sees("(8月前)");
    terminal.types("11月17日前").types(ENTER).sees("→ 2022-11-17（星期四），还有38天");
    // So is the unit, by the initials of another reading.
    terminal
        .sees("改哪一项？")
        .types("qtdw")
        .sees("牵头单位：信访科")
        .types(ENTER)
        .sees("(信访科)");
    terminal.types("cql").sees("重庆路社区").types(ENTER).sees("请按 Tab 补全").types(TAB);
    terminal.sees("重庆路社区").types(ENTER).sees("改哪一项？").types(ENTER);
    terminal.sees("人工填写").sees("第3条，共4条，如何处理？");
    assert!(!terminal.printed().contains("存疑"), "{}", terminal.screen());
    terminal.types(ENTER).sees("台账中已有，编号 2022-inspection/1").sees("> 略过").types(ENTER);
    terminal.sees("预览").sees("写入台账“2022-inspection”？");
    assert!(!session.path(&file(2)).exists());
    preview_is_right(&terminal);
    terminal.types(ENTER).sees("已导入 2022-inspection/2 至 2022-inspection/4").ends(0);
    let third = session.read(&file(4));
    assert!(
        third.contains("lead = [\"重庆路社区\"]\nlimit = \"11月17日前\"\ndue = 2022-11-17\n"),
        "{third}"
    );
    assert!(session.read(&file(3)).contains("by = \"办公室\""));
    assert!(!session.path(&file(5)).exists());
}

/// The preview counts, and names what is not as it was read.
fn preview_is_right(terminal: &Terminal) {
    let screen = terminal.screen();
    for line in ["接受      3", "其中改过  2", "略过      1", "改动：整改时限、牵头单位", "略过"]
    {
        assert!(screen.contains(line), "{line}\n{screen}");
    }
}

#[test]
fn leaving_writes_nothing() {
    let session = office();
    let kept = session.kept();
    for keys in [CTRL_C, "tc"] {
        let mut terminal = begin(&session);
        terminal.types(ENTER).sees("第2条，共4条，如何处理？").types(keys);
        if keys == "tc" {
            terminal.sees("退出").types(ENTER);
        }
        terminal.sees("没有写入任何内容").ends(3);
    }
    // In the middle of a text, at the offer, and at the last question.
    let mut terminal = begin(&session);
    terminal.types(DOWN).types(ENTER).sees("改哪一项？").types(ENTER).sees("标题：");
    terminal.types("改").types(CTRL_C).sees("没有写入任何内容").ends(3);
    let mut terminal = session.at_terminal("import 台账.csv");
    terminal.sees("逐条核对").types(CTRL_C).sees("没有写入任何内容").ends(3);
    let mut terminal = session.at_terminal("import 台账.csv --twins skip");
    terminal.sees("逐条核对这3条？").types("n").types(ENTER).ends(3);
    let mut terminal =
        session.at_terminal("import 台账.csv --twins skip --enrol --closed-as done --by 办公室");
    terminal.sees("逐条核对这3条？").types(ENTER);
    for line in 1..=3 {
        terminal
            .sees(&format!("第{line}条，共3条，如何处理？"))
            .types("lg")
            .sees("> 略过")
            .types(ENTER);
    }
    terminal
        .sees("预览")
        .sees("> 返回上一条")
        .types(DOWN)
        .types(ENTER)
        .sees("没有写入任何内容")
        .ends(3);
    assert_eq!(session.kept(), kept);
}

#[test]
fn one_can_go_back_and_decide_otherwise() {
    let session = office();
    let mut terminal = begin(&session);
    terminal.types("lg").sees("> 略过").types(ENTER).sees("第2条，共4条，如何处理？");
    // Escape asks before all is lost.
    terminal.types(ESCAPE).sees("不写入，退出？").types(ENTER).sees("第2条，共4条，如何处理？");
    terminal.types(UP).types(UP).sees("> 返回上一条").types(ENTER);
    terminal.sees("第1条，共4条，如何处理？").sees("> 略过").types(UP).types(UP).sees("> 接受");
    terminal.types(ENTER).sees("第2条，共4条，如何处理？").types("lg").types(ENTER);
    terminal.sees("第3条，共4条，如何处理？").types("lg").types(ENTER);
    terminal.sees("第4条，共4条，如何处理？").sees("> 略过").types(UP).types(UP).types(ENTER);
    // What the ledger has already is taken in again only when that is said.
    terminal.sees("仍再导入？").types(ENTER).sees("第4条，共4条，如何处理？").types(UP).types(UP);
    terminal.types(ENTER).sees("仍再导入？").types("y").types(ENTER).sees("写入台账");
    terminal.types(ENTER).sees("已导入 2022-inspection/2 至 2022-inspection/3").ends(0);
    assert!(session.read(&file(3)).contains("设备未盘点"));
}

#[test]
fn the_rest_is_accepted_up_to_what_has_to_be_decided() {
    let session = office();
    let mut rest = begin_with(&session, " --closed-as done");
    rest.types("qy").sees("其余全部接受").types(ENTER);
    // Lines 2 is done by nobody; from there on again.
    rest.sees("第2条，共4条，如何处理？").types("qy").sees("> 其余").types(ENTER);
    rest.sees("由谁登记？").types("办公室").types(ENTER).sees("第3条，共4条，如何处理？");
    rest.types("lg").types(ENTER).sees("第4条，共4条，如何处理？").types(ENTER).sees("写入台账");
    rest.types(ENTER).sees("已导入").ends(0);
    assert!(session.path(&file(3)).exists() && !session.path(&file(4)).exists());
}

#[test]
fn unknown_names_are_put_into_the_roster_when_agreed() {
    let session = office();
    session.write("台账.csv", "反馈问题,责任单位\n甲,信访科\n乙,信访科\n");
    let mut terminal = session.at_terminal("import 台账.csv --lang en");
    terminal.sees("Review these 2 lines one by one?").types(ENTER).sees("Line 1 of 2: what");
    terminal.types(ENTER).sees("Put `信访科` into the roster?").types("maybe").types(ENTER);
    terminal.sees("y or n, please").types("\x7f\x7f\x7f\x7f\x7f是").types(ENTER);
    // The second line has the same unit, which is known now.
    terminal.sees("Line 2 of 2: what").types(ENTER).sees("Preview").sees("write it").types(ENTER);
    terminal.sees("put 1 unit into the roster").ends(0);
    assert!(session.read("ledgers/book.toml").contains("信访科"));
}

#[test]
fn nothing_is_asked_where_nobody_can_answer() {
    let session = office();
    let kept = session.kept();
    for words in ["--dry-run", "--no-input", "-O json", "-O table"] {
        let words = format!("import 台账.csv {words}");
        session.at_terminal(&words).ends(3);
    }
    session.write("一条.csv", "反馈问题\n甲\n");
    session.at_terminal("import 一条.csv --no-input").sees("尚未写入").ends(0);
    let dumb = session.at("office").env("TERM", "dumb");
    dumb.at_terminal("import 一条.csv").sees("尚未写入").ends(0);
    session.at_terminal("import 一条.csv --yes").ends(0);
    assert_eq!(session.kept().len(), kept.len() + 2);
}

#[test]
fn a_name_that_is_typed_is_masked_like_those_of_the_file() {
    let session = office();
    session.write(
        "台账.csv",
        "序号,反馈问题,整改措施,责任单位,整改时限\n1,患者张三投诉收费过高,退还,财务股,10月底前\n",
    );
    let mut terminal = session.at_terminal("import 台账.csv --mask");
    terminal.sees("逐条核对这1条？").types(ENTER).sees("第1条，共1条，如何处理？");
    terminal.types("xg").sees("修改").types(ENTER).sees("改哪一项？").types("bt");
    terminal
        .sees("标题：")
        .types(ENTER)
        .sees("标题：")
        .types("，与患者李四、张三约谈")
        .types(ENTER);
    terminal.sees("“李四”改为“李某”").sees("改哪一项？").types(ENTER);
    terminal.sees("第1条，共1条，如何处理？").types(ENTER).sees("写入台账“2022-inspection”？");
    terminal.types(ENTER).sees("已导入").ends(0);
    let text = session.read(&file(2));
    assert!(text.contains("李某") && !text.contains("李四") && !text.contains("张三"), "{text}");
    assert!(text.matches("张某").count() == 2 && !text.contains("张某甲"), "{text}");
}
