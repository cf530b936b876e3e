//! Nobody sits there: no command ever waits, with standard input empty or closed.

use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::samples::book;
use crate::session::{Form, Session};

/// How long a command may take on a machine that has much else to do.
const PATIENCE: Duration = Duration::from_secs(60);

/// The commands, as the help lists them, with the kinds of `report`.
fn commands(session: &Session) -> Vec<String> {
    let below = |words: &str| -> Vec<String> {
        let help = session.run(&format!("{words}--help --lang en")).text();
        let list = help.split_once("Commands:\n").unwrap().1.split_once("\n\n").unwrap().0;
        let names = list.lines().filter(|line| !line.starts_with("   "));
        names.filter_map(|line| line.split_whitespace().next().map(str::to_owned)).collect()
    };
    let kinds = below("report ").into_iter().map(|kind| format!("report {kind}"));
    below("").into_iter().chain(kinds).chain([String::new()]).collect()
}

/// What makes a command do its work: most take an id, and those that record say who.
fn typed(command: &str) -> Vec<String> {
    let ways: &[&str] = match command {
        "init" => &["init", "init 2023-audit"],
        "add" => &["add", "add --title 甲 --limit 年底前"],
        "import" => &["import", "import sheet.csv", "import sheet.csv --yes"],
        "export" => &["export", "export -O csv", "export --for 财务股 -o unit.xlsx"],
        "convert" => &["convert", "convert 2022-inspection --to csv"],
        "limit" => &["limit", "limit 年底前", "limit -f -"],
        "edit" => &["edit", "edit 1"],
        "close" => &["close", "close 2", "close 2 --by 纪检组"],
        "" => &["", "-f -"],
        _ => return ["", " 1", " 1 --by 办公室"].map(|end| format!("{command}{end}")).into(),
    };
    ways.iter().map(|words| (*words).to_owned()).collect()
}

fn ends(mut child: Child, words: &str) {
    let begun = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if begun.elapsed() > PATIENCE {
            child.kill().unwrap();
            panic!("ledger {words} waits");
        }
        thread::sleep(Duration::from_millis(2));
    }
}

#[test]
fn no_command_waits_where_nobody_sits() {
    let session = book(Form::Folder).env("EDITOR", "true");
    session.write("sheet.csv", "序号,问题,整改时限\n1,乙,年底前\n");
    let commands = commands(&session);
    assert!(commands.len() > 40, "{commands:?}");
    for words in commands.iter().flat_map(|command| typed(command)) {
        let ready = |command: &mut Command| {
            command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
        };
        ends(ready(session.command(&words).stdin(Stdio::null())), &words);
        let line = session.command(&words);
        let mut closed = Command::new("sh");
        closed
            .args(["-c", "exec \"$0\" \"$@\" <&-"])
            .arg(line.get_program())
            .args(line.get_args())
            .current_dir(line.get_current_dir().unwrap())
            .env_clear()
            .envs(line.get_envs().filter_map(|(name, value)| Some((name, value?))));
        ends(ready(&mut closed), &words);
    }
}
