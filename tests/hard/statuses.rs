//! How a command ends, and what it says of it, for everything that may stand in its way.

use std::fs::{self, File};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};
use std::path::Path;
use std::process::Command;

use crate::book::{book, copy, drafts, files, git, in_git, ledger, must, prepared, run, skip};

const WORDS: &str = "note f/1 --by 财务股 --text 已发函 --today 2022-10-01";

/// The command is refused with this status and these words, and nothing is changed.
#[track_caller]
fn refused(folder: &Path, words: &str, status: i32, says: &str) {
    let before = files(folder);
    let output = run(folder, words);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(status), "{words}: {said}");
    assert!(said.contains(says), "{words}: {said}");
    assert!(files(folder) == before, "{words}");
    assert_eq!(drafts(folder), Vec::<String>::new());
}

#[test]
fn what_is_no_plain_file_of_ours_is_not_written() {
    type Spoil = fn(&Path);
    let cases: [(Spoil, &str); 4] = [
        (
            |file| {
                fs::rename(file, file.with_extension("moved")).unwrap();
                Command::new("mkfifo").arg(file).status().unwrap();
            },
            "001.toml",
        ),
        (
            |file| fs::hard_link(file, file.with_file_name("../../second")).unwrap(),
            "second hard link",
        ),
        (
            |file| fs::set_permissions(file, fs::Permissions::from_mode(0o444)).unwrap(),
            "is read-only",
        ),
        (
            |file| {
                let outside = file.with_file_name("../../outside.toml");
                fs::rename(file, &outside).unwrap();
                symlink(fs::canonicalize(outside).unwrap(), file).unwrap();
            },
            "001.toml",
        ),
    ];
    for (spoil, says) in cases {
        let folder = book();
        spoil(&folder.path().join("ledgers/f/001.toml"));
        let output = run(folder.path(), WORDS);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(3), "{said}");
        assert!(said.contains(says), "{said}");
    }
}

#[test]
fn a_link_within_the_book_stays_a_link_and_what_a_file_wears_is_kept() {
    let folder = book();
    let file = folder.path().join("ledgers/f/001.toml");
    let real = folder.path().join("ledgers/templates/real.txt");
    fs::create_dir_all(real.parent().unwrap()).unwrap();
    fs::rename(&file, &real).unwrap();
    symlink("../templates/real.txt", &file).unwrap();
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    let worn = Command::new("setfattr").args(["-n", "user.note", "-v", "x"]).arg(&real).status();
    let given = chown(&real, Some(1234), Some(2345)).is_ok(); // only root may
    must(folder.path(), WORDS);
    if given {
        let metadata = fs::metadata(&real).unwrap();
        assert_eq!((metadata.uid(), metadata.gid()), (1234, 2345));
    }
    assert!(fs::symlink_metadata(&file).unwrap().is_symlink());
    assert!(fs::read_to_string(&real).unwrap().contains("已发函"));
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
    if worn.is_ok_and(|status| status.success()) {
        let told = Command::new("getfattr").args(["-n", "user.note"]).arg(&real).output().unwrap();
        assert!(String::from_utf8_lossy(&told.stdout).contains("\"x\""), "{told:?}");
    }
}

#[test]
fn who_has_a_file_open_is_told() {
    let vim = {
        let mut head = vec![0; 4096];
        head[28..33].copy_from_slice(b"clerk");
        head[68..71].copy_from_slice(b"pc7");
        head
    };
    let cases: [(&str, &str, &[u8], &str); 4] = [
        ("f/.001.toml.swp", WORDS, &vim, "clerk, pc7 has ledgers/f/001.toml open"),
        (
            ".~lock.t.csv#",
            "-l t add --title 新",
            b",clerk,pc7,22.11.2026 10:00,file:///x;",
            "clerk, pc7 has ledgers/t.csv open",
        ),
        ("~$t.csv", "-l t add --title 新", b"\x05clerk   ", "clerk has ledgers/t.csv open"),
        ("~$t.csv", "-l t add --title 新", b"", "somebody has ledgers/t.csv open"),
    ];
    for (mark, words, bytes, says) in cases {
        let folder = book();
        fs::write(folder.path().join("ledgers").join(mark), bytes).unwrap();
        refused(folder.path(), words, 75, says);
    }
    let folder = book();
    symlink("clerk@pc7.1", folder.path().join("ledgers/f/.#001.toml")).unwrap();
    refused(folder.path(), WORDS, 75, "clerk@pc7.1 has ledgers/f/001.toml open");
    must(folder.path(), "note f/2 --by x --text x");
}

#[test]
fn one_who_is_writing_is_waited_for_no_longer_than_asked() {
    let folder = book();
    let lock =
        File::options().write(true).open(folder.path().join("ledgers/.ledger/lock")).unwrap();
    lock.lock().unwrap();
    refused(folder.path(), &format!("{WORDS} --lock-timeout 0"), 75, "another");
    lock.unlock().unwrap();
    must(folder.path(), WORDS);
}

#[test]
fn somebody_who_saves_meanwhile_is_not_overwritten() {
    let Ok(true) =
        Command::new("strace").args(["-o", "/dev/null", "true"]).status().map(|it| it.success())
    else {
        return skip("no ptrace");
    };
    let folder = book();
    let file = folder.path().join("ledgers/f/001.toml");
    // The exchange waits two seconds, in which somebody saves.
    let mut strace = prepared("strace", folder.path());
    strace.args(["-o", "/dev/null", "-e", "trace=renameat2"]);
    strace.args(["-e", "inject=renameat2:delay_enter=2000000:when=1"]);
    strace.arg("--").arg(crate::book::program()).args(WORDS.split(' '));
    let child = strace.stderr(std::process::Stdio::piped()).spawn().unwrap();
    std::thread::sleep(std::time::Duration::from_millis(1_500));
    fs::write(&file, "title = \"saved by hand\"\n").unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(5), "{output:?}");
    assert_eq!(fs::read_to_string(&file).unwrap(), "title = \"saved by hand\"\n");
    assert_eq!(drafts(folder.path()), Vec::<String>::new());
}

#[test]
fn a_network_file_system_is_refused_unless_allowed() {
    let strace = |folder: &Path, more: &str| {
        let mut strace = prepared("strace", folder);
        strace.args(["-o", "/dev/null", "-e", "trace=statfs"]);
        strace.args(["-e", "inject=statfs:retval=0:poke_exit=@arg2=6969000000000000"]);
        strace.arg("--").arg(crate::book::program());
        strace.args(format!("{WORDS}{more}").split(' ')).output()
    };
    let folder = book();
    let before = files(folder.path());
    let Ok(output) = strace(folder.path(), "") else { return skip("no ptrace") };
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    if said.contains("poke_exit") || said.contains("ptrace") {
        return skip("this strace cannot lie about file systems");
    }
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.contains("NFS") && said.contains("--allow-network-fs"), "{said}");
    assert!(files(folder.path()) == before);
    let output = strace(folder.path(), " --allow-network-fs").unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
}

#[test]
fn a_folder_that_cannot_be_synced_gives_status_4() {
    let folder = book();
    let mut strace = prepared("strace", folder.path());
    strace.args(["-o", "/dev/null", "-e", "trace=fsync", "-e", "inject=fsync:error=EIO:when=2"]);
    strace.arg("--").arg(crate::book::program());
    let Ok(output) = strace.args(WORDS.split(' ')).output() else { return skip("no ptrace") };
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    if said.contains("ptrace") {
        return skip("no ptrace");
    }
    assert_eq!(output.status.code(), Some(4), "{said}");
    assert!(said.contains("may not survive a power cut"), "{said}");
}

#[test]
fn a_change_that_was_cut_off_is_finished_by_the_next_command() {
    let Ok(true) =
        Command::new("strace").args(["-o", "/dev/null", "true"]).status().map(|it| it.success())
    else {
        return skip("no ptrace");
    };
    let several = "note f/1 f/2 --by 财务股 --text 已发函 --today 2022-10-01";
    let folder = book();
    let mut strace = prepared("strace", folder.path());
    strace.args(["-o", "/dev/null", "-e", "trace=renameat2"]);
    strace.args(["-e", "inject=renameat2:signal=KILL:when=2", "--"]);
    let killed = strace.arg(crate::book::program()).args(several.split(' ')).status().unwrap();
    assert!(!killed.success());
    let check = run(folder.path(), "check");
    let found = String::from_utf8(check.stdout).unwrap();
    assert_eq!(check.status.code(), Some(1));
    assert!(found.contains("[unfinished]"), "{found}");
    let next = run(folder.path(), "note f/3 --by x --text x");
    let said = String::from_utf8(next.stderr).unwrap();
    assert!(said.contains("finished a change that was cut off"), "{said}");
    assert_eq!(run(folder.path(), "check").status.code(), Some(0));
    let has = |no: u32| {
        let text = fs::read_to_string(folder.path().join(format!("ledgers/f/{no:03}.toml")));
        text.unwrap().contains("已发函")
    };
    assert!(has(1) && has(2));
    // What somebody has changed since is not touched.
    let folder = book();
    let mut strace = prepared("strace", folder.path());
    strace.args(["-o", "/dev/null", "-e", "trace=renameat2"]);
    strace.args(["-e", "inject=renameat2:signal=KILL:when=2", "--"]);
    strace.arg(crate::book::program()).args(several.split(' ')).status().unwrap();
    fs::write(folder.path().join("ledgers/f/002.toml"), "title = \"by hand\"\n").unwrap();
    let output = run(folder.path(), "note f/3 --by x --text x");
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.contains("ledgers/f/002.toml") && said.contains(".ledger/journal"), "{said}");
    fs::remove_file(folder.path().join("ledgers/.ledger/journal")).unwrap();
    must(folder.path(), "note f/3 --by x --text x");
}

#[test]
fn a_command_that_is_given_twice_counts_once() {
    let folder = book();
    let folder = folder.path();
    must(folder, WORDS);
    refused(folder, WORDS, 3, "f/1 has the same entry of that day already");
    refused(folder, "-l f add --title 丙 --today 2022-09-23", 3, "the same stands there as f/3");
    refused(folder, "-l t add --title 戊 --today 2022-09-23", 3, "the same stands there as t/2");
    must(folder, "measure f/1 --text 建群");
    refused(folder, "measure f/1 --text 建群", 3, "the same stands there as f/1.1");
    for ledger in ["f", "t"] {
        let words = format!("-l {ledger} add --title 又 --request-id a1");
        let first = must(folder, &words);
        let before = files(folder);
        assert_eq!(must(folder, &words), first);
        assert!(files(folder) == before);
        let other = must(folder, &format!("-l {ledger} add --title 又 --request-id a2"));
        assert_ne!(other, first);
        let words = format!("done {ledger}/1 {ledger}/2 --by 财务股 --request-id b1");
        let first = must(folder, &words);
        let before = files(folder);
        assert_eq!(must(folder, &words), first);
        assert!(files(folder) == before);
        let words = format!("done {ledger}/1 {ledger}/3 --by 财务股 --request-id b1");
        refused(folder, &words, 3, "");
    }
    assert_eq!(run(folder, "check").status.code(), Some(0));
    must(folder, "convert f --to csv");
    assert_eq!(run(folder, "-l f add --title 又 --request-id a1").status.code(), Some(0));
}

#[test]
fn what_the_last_commit_has_may_not_vanish() {
    let folder = in_git();
    let folder = folder.path();
    for words in [WORDS, "note t/1 --by 财务股 --text 已发函 --today 2022-10-01"] {
        must(folder, words);
    }
    must(folder, "measure f/1 --text 建群");
    must(folder, "measure t/1 --text 建群");
    git(folder, "add -A");
    git(folder, "commit -q -m more");
    let read = |name: &str| fs::read_to_string(folder.join("ledgers").join(name)).unwrap();
    let write =
        |name: &str, text: &str| fs::write(folder.join("ledgers").join(name), text).unwrap();
    let (file, table) = (read("f/001.toml"), read("t.csv"));
    let again = "note f/1 --by 财务股 --text 又";
    // An old copy, saved over it.
    write("f/001.toml", file.split("\n[[").next().unwrap());
    refused(folder, again, 3, "the last commit has what the book has not: f/1.1, f/1 entry ");
    assert_eq!(run(folder, "check").status.code(), Some(1));
    git(folder, "checkout HEAD -- ledgers/f/001.toml");
    must(folder, again);
    // A table without one of its rows.
    let other = "note t/2 --by 财务股 --text 又";
    for (row, gone, words) in [
        ("建群", "t/1.1", other),
        ("已发函", "t/1 entry ", other),
        ("戊", "t/2", "-l t add --title 又"),
    ] {
        assert_eq!(table.lines().filter(|line| line.contains(row)).count(), 1, "{row}");
        let kept = table.split_inclusive('\n').filter(|line| !line.contains(row));
        write("t.csv", &kept.collect::<String>());
        let says = format!("the last commit has what the book has not: {gone}");
        refused(folder, words, 3, &says);
        refused(folder, "-l t add --title 又", 3, &says);
    }
    write("t.csv", &table);
    // A file that is gone.
    fs::remove_file(folder.join("ledgers/f/002.toml")).unwrap();
    refused(folder, "-l f add --title 又", 3, "the last commit has what the book has not: f/2");
    let check = String::from_utf8(run(folder, "check").stdout).unwrap();
    assert!(check.contains("[vanished]") && check.contains("f/2"), "{check}");
    // Who means it, commits it.
    git(folder, "add -A");
    git(folder, "commit -q -m gone");
    must(folder, "-l f add --title 又");
}

#[test]
fn what_stands_in_the_place_of_our_own_files_is_told() {
    let folder = book();
    fs::create_dir(folder.path().join("ledgers/.ledger/journal")).unwrap();
    refused(folder.path(), WORDS, 3, "cannot read ledgers/.ledger/journal");
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("ledgers"), "no folder").unwrap();
    let output = run(folder.path(), "init f");
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.contains("cannot make the folder") && said.contains("File exists"), "{said}");
    assert_eq!(fs::read(folder.path().join("ledgers")).unwrap(), b"no folder");
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the clock of the machine is what is put back")]
fn a_clock_that_went_back_is_noticed() {
    let folder = copy(book().path());
    let lock =
        File::options().write(true).open(folder.path().join("ledgers/.ledger/lock")).unwrap();
    let later = std::time::SystemTime::now() + std::time::Duration::from_hours(72);
    lock.set_modified(later).unwrap();
    let output = run(folder.path(), WORDS);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.contains("clock stands 71 hours") || said.contains("clock stands 2 days"),
        "{said}"
    );
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn nothing_of_the_environment_is_trusted() {
    let (ours, other) = (in_git(), in_git());
    let mut command = ledger(ours.path());
    command.args(format!("{WORDS} --commit").split(' '));
    command.env("GIT_DIR", other.path().join(".git")).env("GIT_WORK_TREE", other.path());
    command.env("GIT_INDEX_FILE", other.path().join("index"));
    command.env("GIT_EXTERNAL_DIFF", "false").env("GIT_PAGER", "false").env("PAGER", "false");
    command.env("GIT_CONFIG_COUNT", "1").env("GIT_CONFIG_KEY_0", "core.hooksPath");
    command
        .env("GIT_CONFIG_VALUE_0", "/nowhere")
        .env("TZ", "America/New_York")
        .env("LEDGER_FILE", "x");
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let count = |folder: &Path| git(folder, "rev-list --count HEAD");
    assert_eq!((count(ours.path()).trim(), count(other.path()).trim()), ("2", "1"));
    // Neither a home nor anything else is needed.
    let folder = book();
    let output = ledger(folder.path()).env_clear().args(WORDS.split(' ')).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
}
