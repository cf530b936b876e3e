//! What stops every command: conflict markers, a lock that is held, a file that changed meanwhile.

use std::fs::{self, File};
#[cfg(unix)]
use std::os::unix::fs::PermissionsExt as _;

use crate::samples::{BOTH, book};
use crate::session::{Form, Session, TABLE, file, said};

const READING: [&str; 4] = ["list", "show 1", "overdue", "summary"];
const WRITING: [&str; 18] = [
    "measure 1 --text x",
    "note 1 --by 办公室 --text x",
    "done 1 --by 办公室",
    "return 1 --by 办公室 --text x",
    "close 1 --by 办公室",
    "reopen 1 --by 办公室 --text x",
    "extend 1 --by 办公室 --text x --approver x --due 2023-01-31",
    "assign 1 --by 办公室 --lead 财务股",
    "review 1 --by 办公室 --kept",
    "suspend 1 --by 办公室 --text x --approver x",
    "resume 1 --by 办公室",
    "transfer 1 --by 办公室 --to x",
    "withdraw 1 --by 办公室 --text x --approver x",
    "account 1 --by 办公室 --form 1 --persons 1",
    "indicator 1 x 1 --by 办公室",
    "amend 1 --by 办公室 --text x --set title=x",
    "recover 1 1元 --by 办公室",
    "void 1 <key5> --by 办公室 --text x",
];

#[test]
fn conflict_markers_stop_reading_and_writing() {
    for form in BOTH {
        let session = book(form);
        let path = if form == Form::Table { TABLE.to_owned() } else { file(1) };
        let text = session.read(&path);
        let line = text.lines().count() + 1;
        session.write(&path, format!("{text}<<<<<<< HEAD\n=======\n>>>>>>> side\n"));
        for words in READING
            .iter()
            .chain(&WRITING)
            .chain(&["convert 2022-inspection --to csv --drop-comments"])
        {
            if form == Form::Table && words.starts_with("convert") {
                continue; // it has that form already
            }
            let before = session.read(&path);
            let output = session.command(words).output().unwrap();
            let said = said(&output);
            assert_eq!(output.status.code(), Some(3), "{words}\n{said}");
            assert!(output.stdout.is_empty(), "{words}\n{said}");
            assert!(said.contains("a conflict marker that git left behind"), "{words}\n{said}");
            assert!(said.contains(&format!("{path}:{line}:1")), "{words}\n{said}");
            assert_eq!(session.read(&path), before, "{words}");
        }
        let output = session.command("check").output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        assert!(said(&output).contains(&format!("{path}:{line}:1")));
    }
}

#[test]
fn a_conflict_in_one_file_of_a_folder_does_not_stop_work_on_another() {
    let session = book(Form::Folder);
    let text = session.read(&file(1));
    session.write(&file(1), format!("{text}<<<<<<< HEAD\n"));
    session
        .run("note 2 --by 基层卫生股 --text 继续")
        .stdout("2022-inspection/2 <key6>\n")
        .stderr("ledger: recorded progress: 2022-inspection/2\n")
        .grows(&file(2))
        .fine();
}

#[test]
fn a_conflict_in_the_heads_stops_everything() {
    for name in ["ledgers/book.toml", "ledgers/2022-inspection/ledger.toml"] {
        let session = book(Form::Folder);
        let text = session.read(name);
        session.write(name, format!("<<<<<<< HEAD\n{text}"));
        for words in READING.iter().chain(&WRITING).chain(&["add --title x"]) {
            let output = session.command(words).output().unwrap();
            let said = said(&output);
            assert_eq!(output.status.code(), Some(3), "{words}\n{said}");
            assert!(said.contains(&format!("{name}:1:1")), "{words}\n{said}");
        }
        assert_eq!(fs::read_dir(session.path("ledgers/2022-inspection")).unwrap().count(), 6);
    }
}

#[test]
fn who_comes_while_another_writes_is_told_so() {
    for form in BOTH {
        let session = book(form);
        let lock = File::options()
            .read(true)
            .write(true)
            .open(session.path("ledgers/.ledger/lock"))
            .unwrap();
        lock.lock().unwrap();
        for words in WRITING.iter().chain(&[
            "add --title x",
            "init 2023",
            "convert 2022-inspection --to csv",
        ]) {
            session
                .run(&format!("{words} --lock-timeout 0"))
                .stderr(
                    "ledger: another command is writing to the book\n\
                     help: try again later; --lock-timeout says how many seconds to wait\n",
                )
                .status(75);
        }
        session
            .run("add --title x --lock-timeout 0 --lang zh")
            .stderr("ledger: 另一个程序正在写台账\n提示: 稍后再试；--lock-timeout 可设等待秒数\n")
            .status(75);
        // Reading takes no lock.
        session.run("list --ids --status closed").stdout("2022-inspection/4\n").fine();
        lock.unlock().unwrap();
        session.run("note 1 --by 办公室 --text x --lock-timeout 0").quietly();
    }
}

#[test]
#[cfg(unix)]
fn a_table_that_changes_while_it_is_worked_on_is_left_as_the_other_wrote_it() {
    let session = Session::in_git_with_ledger(Form::Table);
    // Between reading the table and replacing it `add` asks git, which here stands for an impatient colleague.
    let tools = session.at("tools");
    let table = session.path(TABLE);
    // The first time the table is not read yet.
    let (seen, table) = (tools.path("seen"), table.display());
    let colleague = format!(
        "#!/bin/sh\n[ -e '{0}' ] && printf '\\n' >> '{table}'\n: > '{0}'\nexit 0\n",
        seen.display()
    );
    tools.write("git", colleague);
    fs::set_permissions(tools.path("git"), fs::Permissions::from_mode(0o755)).unwrap();
    let mut command = session.command("add --title x");
    let output = command.env("PATH", tools.path("")).output().unwrap();
    let said = said(&output);
    assert_eq!(output.status.code(), Some(5), "{said}");
    assert_eq!(
        said,
        "ledger: somebody changed ledgers/2022-inspection.csv meanwhile; nothing was written\nhelp: try again\n"
    );
    let text = session.read(TABLE);
    assert_eq!(text.lines().filter(|line| !line.is_empty()).count(), 1, "{text}");
}

#[test]
#[cfg(unix)]
fn a_book_on_a_read_only_disk_can_be_read() {
    let session = book(Form::Folder);
    let folders = ["ledgers/2022-inspection", "ledgers/.ledger", "ledgers"];
    let permit = |mode| {
        for folder in folders {
            fs::set_permissions(session.path(folder), fs::Permissions::from_mode(mode)).unwrap();
        }
    };
    permit(0o555);
    session.run("list --ids --status closed").stdout("2022-inspection/4\n").fine();
    session.is_well(1, 5);
    permit(0o755);
}
