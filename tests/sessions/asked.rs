//! `add` at a terminal asks for what is missing; where nobody can answer, no command waits.

use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use crate::session::{Form, Session, file};
use crate::terminal::{CTRL_C, DOWN, ENTER, ESCAPE, TAB};

const ROSTER: &str = "
[unit.\"基层卫生股\"]
[unit.\"柳河镇卫生院\"]
";

fn office() -> Session {
    let session = Session::with_ledger(Form::Folder).lang("zh_CN.UTF-8");
    let head = session.read("ledgers/book.toml");
    session.write("ledgers/book.toml", head + ROSTER).on("2022-09-23");
    session
}

#[test]
fn what_is_missing_is_asked_for() {
    let session = office();
    let mut terminal = session.at_terminal("add --category 公共卫生");
    terminal.sees("标题：").types(ENTER).sees("不能为空").types("签约率偏低").types(ENTER);
    terminal.sees("牵头单位：").types("信访科").types(ENTER).sees("名册中没有“信访科”");
    terminal.types("\x7f\x7f\x7f").types("jcwsg").sees("基层卫生股").types(TAB).types("、wsy");
    terminal.sees("柳河镇卫生院").types(TAB).types(ENTER);
    terminal.sees("整改时限：").types("10月底前整改到位，并长期坚持").types(ENTER);
    terminal.sees("→ 2022-10-31（星期一），还有38天").sees("预览").sees("公共卫生");
    // Back to the limit, which has two readings now: the clerk names the day.
    terminal
        .sees("> 写入")
        .types(ESCAPE)
        .sees("(10月底前整改到位，并长期坚持)")
        .types("8月前")
        .types(ENTER);
    terminal
        .sees("有两种读法：2022-07-31或2022-08-31")
        .sees("截止日期：")
        .types(ENTER)
        .sees("不能为空");
    // And back once more.
    terminal.types(ESCAPE).sees("整改时限：").types("8月前").types(ENTER).sees("截止日期：");
    terminal.types("2023-08-31").types(ENTER).sees("写入台账“2022-inspection”？");
    assert!(!session.path(&file(1)).exists());
    terminal.types(ENTER).sees("2022-inspection/1").ends(0);
    let text = session.read(&file(1));
    let lead = "lead = [\"基层卫生股\", \"柳河镇卫生院\"]\nlimit = \"8月前\"\ndue = 2023-08-31\n";
    assert!(text.contains(lead), "{text}");
}

#[test]
fn a_command_line_that_says_enough_is_not_questioned() {
    let session = office();
    session.at_terminal("add --title 签约率偏低").sees("2022-inspection/1").ends(0);
    // Only the day is missing.
    let mut terminal = session.at_terminal("add --title 台账不全 --limit 尽快");
    terminal.sees("(尽快)").types(ENTER).sees("未写明日期").types("2022-10-08").types(ENTER);
    terminal.sees("2022-10-08").types(ENTER).sees("2022-inspection/2").ends(0);
    let mut terminal = session.at_terminal("add --kind duty --title 每月报送 --lang en");
    terminal.sees("Every:").types("now and then").types(ENTER).sees("gives no occurrences");
    terminal
        .sees("Every: now and then")
        .types(&"\x7f".repeat(12))
        .types("每月5日前")
        .types(ENTER)
        .sees("write it")
        .types(ENTER);
    terminal.sees("2022-inspection/3").ends(0);
    assert!(session.read(&file(3)).contains("every = \"每月5日前\""));
}

#[test]
fn who_leaves_enters_nothing() {
    let session = office();
    let kept = session.kept();
    session.at_terminal("add").sees("标题：").types("甲").types(CTRL_C).sees("没有写入").ends(3);
    let mut terminal = session.at_terminal("add");
    terminal.sees("标题：").types("甲").types(ENTER).sees("牵头单位：").types(ESCAPE);
    terminal
        .sees("标题：")
        .types(ESCAPE)
        .sees("不写入，退出？")
        .types(ENTER)
        .sees("没有写入")
        .ends(3);
    let mut terminal = session.at_terminal("add");
    terminal.sees("标题：").types("甲").types(ENTER).sees("牵头单位：").types(ENTER);
    terminal.sees("整改时限：").types(ENTER).sees("> 写入").types(DOWN).types(DOWN).types(ENTER);
    terminal.sees("没有写入").ends(3);
    session.at_terminal("add --no-input").sees("--title").ends(2);
    session.at_terminal("add --with 信访科").sees("信访科").ends(3);
    assert_eq!(session.kept(), kept);
}

/// Every command that asks at a terminal, each with what it lacks.
const LACKING: [&str; 5] = [
    "add",
    "add --title 甲 --limit 尽快",
    "add --kind duty --title 甲",
    "import 台账.csv",
    "import 台账.csv --twins keep",
];

#[test]
fn nothing_waits_where_nobody_can_answer() {
    let session = office();
    session.write("台账.csv", "反馈问题,责任单位\n甲,信访科\n");
    let kept = session.kept();
    for words in LACKING {
        for stdin in [Stdio::null(), Stdio::piped()] {
            let mut command = session.command(words);
            command.stdin(stdin).stdout(Stdio::null()).stderr(Stdio::null());
            // The pipe stays open and says nothing as long as the child lives.
            let mut child = command.spawn().unwrap();
            let begun = Instant::now();
            let status = loop {
                if let Some(status) = child.try_wait().unwrap() {
                    break status;
                }
                assert!(begun.elapsed() < Duration::from_secs(30), "it waits: {words}");
                thread::sleep(Duration::from_millis(10));
            };
            assert!(matches!(status.code(), Some(2 | 3)), "{words}: {status}");
        }
    }
    assert_eq!(session.kept(), kept);
}

#[test]
fn what_is_missing_of_a_close_is_asked_for() {
    let session = office();
    session.run("add --title 签约率偏低 --limit 年底前").quietly();
    session.run("add --title 台账不全 --limit 年底前").quietly();
    session.run("done 2 --by 柳河镇卫生院").quietly();
    let mut terminal = session.at_terminal("close");
    // Only what awaits verification can be closed.
    terminal.sees("哪个问题？").sees("> 2022-inspection/2 台账不全（待销号）").types(ENTER);
    terminal.sees("经办：").types("信访科").types(ENTER).sees("名册中没有“信访科”");
    terminal.types("\x7f\x7f\x7f").types("jcwsg").sees("基层卫生股").types(TAB).types(ENTER);
    terminal.sees("预览").sees("2022-inspection/2 台账不全").sees("> 写入").types(ENTER);
    terminal.sees("已登记销号：2022-inspection/2").ends(0);
}

#[test]
fn what_is_missing_of_an_extension_is_asked_for() {
    let session = office();
    session.run("add --title 签约率偏低 --limit 10月底前").quietly();
    let before = session.read(&file(1));
    let mut terminal = session.at_terminal("extend 1 --by 基层卫生股");
    terminal.sees("整改时限：").types("尽快").types(ENTER).sees("未写明日期");
    terminal.types("\x7f\x7f").types("延期一个月").types(ENTER).sees("→ 2022-11-30（星期三）");
    terminal.sees("说明：").types("设备未到货").types(ENTER);
    terminal.sees("批准人：").types("分管副县长").types(ENTER);
    terminal.sees("预览").sees("2022-11-30").sees("> 写入").types(CTRL_C).ends(3);
    assert_eq!(session.read(&file(1)), before);
    let mut terminal =
        session.at_terminal("extend 1 --by 基层卫生股 --text 设备未到货 --approver 县长");
    terminal.sees("整改时限：").types("2022-12-15").types(ENTER).sees("> 写入").types(ENTER);
    terminal.sees("已登记延期：2022-inspection/1").ends(0);
    assert!(session.read(&file(1)).contains("due = 2022-12-15"));
}

#[test]
fn acts_that_say_enough_ask_nothing_and_without_a_terminal_all_that_is_missing_is_told() {
    let session = office();
    session.run("add --title 签约率偏低 --limit 10月底前").quietly();
    session.run("close --by 基层卫生股").stderr("ledger: 缺少 ID\n").status(2);
    session.run("extend").golden("asked-extend-nothing").status(2);
    let full = "extend 1 --by 基层卫生股 --text 设备未到货 --approver 县长 --due 2022-12-15";
    session.at_terminal(full).sees("已登记延期").ends(0);
}
