//! In which language, where and on which day the program speaks.

use crate::session::{Form, Session};

const ZH: &str = "问题清单（截至2022-09-23）\n\n没有符合条件的问题。\n";
const EN: &str = "Problems on 2022-09-23\n\nNo problem fits.\n";

#[test]
fn the_locale_decides_where_the_book_says_nothing() {
    for (name, value, expected) in [
        ("LANG", "zh_CN.UTF-8", ZH),
        ("LANG", "C", EN),
        ("LANG", "de_DE.UTF-8", EN),
        ("LC_ALL", "zh_CN", ZH),
        ("LC_MESSAGES", "zh_TW.UTF-8", ZH),
    ] {
        Session::with_ledger(Form::Folder).env(name, value).run("list").stdout(expected).fine();
    }
    Session::with_ledger(Form::Folder)
        .env("LANG", "zh_CN.UTF-8")
        .env("LC_ALL", "C")
        .run("list")
        .stdout(EN)
        .fine();
    Session::with_ledger(Form::Folder).run("list").stdout(EN).fine();
}

#[test]
fn a_book_has_its_language_where_nobody_sets_one() {
    let session = Session::with_ledger(Form::Folder);
    session.edit("ledgers/book.toml", "timezone", "lang = \"zh\"\ntimezone");
    session.run("list").stdout(ZH).fine(); // as under cron
    session.run("list --lang en").stdout(EN).fine();
    session.run("lst").stderr("ledger: 没有命令“lst”；是否为 list？\n提示: 详见 `ledger --help` 或 `ledger 命令 --help`\n").status(2);
    session.lang("C").run("list").stdout(ZH).fine();
}

#[test]
fn the_option_wins() {
    let session = Session::with_ledger(Form::Folder).lang("zh_CN.UTF-8");
    session.run("list --lang en").stdout(EN).fine();
    session.run("--lang=en list").stdout(EN).fine();
}

#[test]
fn a_book_is_found_from_below_and_with_c() {
    let session = Session::with_ledger(Form::Folder);
    session.at("office/papers/2022").on("2022-09-23").run("list").stdout(EN).fine();
    session.at("elsewhere").on("2022-09-23").run("-C ../office list").stdout(EN).fine();
    session.at("elsewhere").run("list -C ../office --today 2022-09-23").stdout(EN).fine();
    session
        .at("elsewhere")
        .run("list")
        .stderr(
            "ledger: no book here or above (ledgers/book.toml)\n\
             help: make one with `ledger init`, or name its folder with -C\n",
        )
        .status(3);
    session
        .at("elsewhere")
        .run("list --lang zh")
        .stderr(
            "ledger: 当前目录及其上级目录中没有台账（ledgers/book.toml）\n\
             提示: 用 `ledger init` 新建，或用 -C 指明目录\n",
        )
        .status(3);
}

/// The commands, as the help of the program lists them.
fn commands(help: &str, heading: &str) -> Vec<String> {
    let list = help.lines().skip_while(|line| *line != heading).skip(1);
    let list = list.take_while(|line| !line.is_empty());
    let name = |line: &str| {
        line.strip_prefix("  ")
            .filter(|line| !line.starts_with(' '))?
            .split(' ')
            .next()
            .map(str::to_owned)
    };
    list.filter_map(name).collect()
}

fn help(session: &Session, words: &str) -> String {
    let output = session.command(words).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{words}");
    assert!(output.stderr.is_empty(), "{words}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn help_speaks_both_languages() {
    let session = Session::new();
    let english = commands(&help(&session, "--help --lang en"), "Commands:");
    let chinese = commands(&help(&session, "--help --lang zh"), "命令：");
    assert!(english.contains(&"overdue".to_owned()), "{english:?}");
    assert_eq!(english, chinese);
    for command in chinese {
        for flag in ["-h", "--help"] {
            let help = help(&session, &format!("{command} {flag} --lang zh"));
            assert!(help.contains("\n用法："), "{help}");
            for left in
                ["possible", "default:", "Usage:", "Options:", "Arguments:", "Print", "repeatable"]
            {
                assert!(!help.contains(left), "`{left}` in {help}");
            }
        }
    }
}

#[test]
fn options_stand_under_their_heading() {
    let session = Session::new();
    for (words, heading, stays) in [
        ("overdue -h --lang en", "\nFilters:", "--exit-code"),
        ("list -h --lang zh", "\n筛选", "--ids"),
    ] {
        let help = help(&session, words);
        let (before, filters) = help.split_once(heading).unwrap();
        assert!(before.contains(stays), "{help}");
        assert!(filters.contains("--unit") && !filters.contains(stays), "{help}");
    }
}

#[test]
fn files_of_the_other_ledger_are_left_alone() {
    let session = Session::with_ledger(Form::Folder).env("LEDGER_FILE", "/nowhere/x.journal");
    session.write("../.ledgerrc", "--strange-option\n");
    session.run("list").stdout(EN).fine();
}
