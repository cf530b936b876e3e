//! Every system call of every writing command, made to fail in thirteen ways, and killed: `strace` does it.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::book::{
    Files, book, copy, drafts, factor, files, in_git, prepared, run, skip, without_drafts,
};

/// The commands, each on a fresh book.
const COMMANDS: [&str; 9] = [
    "-l f add --title 新 --today 2022-10-01",
    "-l t add --title 新 --today 2022-10-01",
    "close f/1 --by 办公室 --text 已核 --today 2022-10-01",
    "note t/1 --by 财务股 --text 已发函 --today 2022-10-01",
    "note f/1 f/2 t/1 --by 财务股 --text 已发函 --today 2022-10-01",
    "measure f/1 --text 建群 --today 2022-10-01",
    "-l f import sheet.csv --yes --today 2022-10-01",
    "convert f --to csv",
    "convert t --to toml",
];

const COMMITTED: [&str; 1] = ["note f/1 --by 财务股 --text 已发函 --today 2022-10-01 --commit"];

const CALLS: [&str; 26] = [
    "openat",
    "open",
    "write",
    "read",
    "fsync",
    "fdatasync",
    "rename",
    "renameat2",
    "close",
    "fchmod",
    "fchown",
    "flock",
    "link",
    "unlink",
    "statx",
    "fstat",
    "newfstatat",
    "getdents64",
    "statfs",
    "mkdir",
    "rmdir",
    "ftruncate",
    "lseek",
    "flistxattr",
    "getrandom",
    "readlink",
];

const ERRORS: [&str; 13] = [
    "EIO", "ENOSPC", "EDQUOT", "EINTR", "EACCES", "EROFS", "ENOMEM", "EMFILE", "EPERM", "ESTALE",
    "ENOLCK", "EAGAIN", "EINVAL",
];

/// Errors that a call repeats until they are gone, as it must; strace gives them once only.
const SHORT: [&str; 4] = ["openat", "write", "fsync", "renameat2"];

fn traced(folder: &Path, how: &[&str], words: &str) -> Output {
    let mut strace = prepared("strace", folder);
    strace.args(["-o", "/dev/null"]).args(how).arg("--").arg(crate::book::program());
    strace.args(words.split(' ')).output().unwrap()
}

/// How often a command makes each call.
fn counts(folder: &Path, words: &str) -> BTreeMap<String, usize> {
    let log = folder.join("trace");
    let mut strace = prepared("strace", folder);
    strace.arg("-o").arg(&log).arg("--").arg(crate::book::program());
    assert!(strace.args(words.split(' ')).output().unwrap().status.success(), "{words}");
    let mut counts = BTreeMap::new();
    for line in fs::read_to_string(log).unwrap().lines() {
        if let Some((name, _)) = line.split_once('(') {
            *counts.entry(name.to_owned()).or_insert(0) += 1;
        }
    }
    counts
}

/// Something that is to happen at a call.
#[derive(Debug, Clone)]
struct Point {
    call: String,
    nth: usize,
    how: String,
}

fn points(counts: &BTreeMap<String, usize>, errors: &[&str], calls: &[&str]) -> Vec<Point> {
    let mut points = Vec::new();
    for (call, count) in counts.iter().filter(|(call, _)| calls.contains(&call.as_str())) {
        for nth in 1..=*count {
            let errors = errors.iter().map(|error| format!("error={error}"));
            for how in errors.chain(["signal=KILL".to_owned()]) {
                points.push(Point { call: call.clone(), nth, how });
            }
        }
    }
    points
}

/// Says what is wrong with how a command ended; nothing where it kept its promises.
fn judge(folder: &Path, old: &Files, new: &Files, output: &Output) -> Option<String> {
    let now = files(folder);
    let (is_old, is_new) = (now == *old, now == *new);
    let code = output.status.code();
    let killed = output.status.signal() == Some(9) || code == Some(137);
    let wrong = match code {
        _ if killed => {
            // The next command finishes or clears up; it is refused itself, and changes nothing.
            let next = run(folder, "note f/99 --by x --text x");
            let next_table = run(folder, "note t/1 --by x --text x --today 1990-01-01");
            let found = without_drafts(files(folder));
            let whole = found == *old || found == *new;
            let refused =
                [next.status.code(), next_table.status.code()].iter().all(|it| *it == Some(3));
            (!(whole && refused))
                .then(|| format!("killed: whole {whole}, then {next:?} {next_table:?}"))
        }
        Some(0) => (!is_new).then(|| "status 0 and not done".to_owned()),
        Some(2 | 3 | 5 | 75) => {
            let left = drafts(folder);
            // What could not be removed is put away by the next command.
            let same = without_drafts(now) == *old;
            (!same || left.len() > 1).then(|| format!("refused and changed, {left:?}"))
        }
        Some(4) => {
            let _ = run(folder, "note f/99 --by x --text x");
            let found = without_drafts(files(folder));
            (found != *old && found != *new).then(|| "status 4 and torn".to_owned())
        }
        other => Some(format!("status {other:?} {}", output.status)),
    };
    wrong.map(|wrong| {
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        format!("{wrong} (old {is_old}, new {is_new}): {said}")
    })
}

/// Goes through all points, on as many processors as there are.
fn go(master: &Path, words: &str, points: &[Point]) -> usize {
    let done = copy(master);
    let old = files(master);
    assert_eq!(run(done.path(), words).status.code(), Some(0), "{words}");
    let new = files(done.path());
    let (next, wrong) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some(point) = points.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let folder = copy(master);
                    let trace = format!("trace={}", point.call);
                    let inject = format!("inject={}:{}:when={}", point.call, point.how, point.nth);
                    let output = traced(folder.path(), &["-e", &trace, "-e", &inject], words);
                    if let Some(why) = judge(folder.path(), &old, &new, &output) {
                        wrong.lock().unwrap().push(format!("{words}\n  {point:?}: {why}"));
                    }
                }
            });
        }
    });
    let wrong = wrong.into_inner().unwrap();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), points.len(), wrong.join("\n"));
    points.len()
}

fn has_strace() -> bool {
    Command::new("strace").args(["-o", "/dev/null", "true"]).status().is_ok_and(|it| it.success())
}

/// A few calls, one error and the kill, on each run of the tests.
#[test]
fn a_call_that_fails_is_told_and_a_kill_leaves_no_half() {
    if !has_strace() {
        return skip("no ptrace");
    }
    let master = book();
    let counts = counts(copy(master.path()).path(), COMMANDS[2]);
    go(master.path(), COMMANDS[2], &points(&counts, &["ENOSPC"], &SHORT[2..]));
}

/// Every call of every command: `LEDGER_HARD=1` takes all errors of the calls that matter most and three of the others,
/// `LEDGER_HARD=2` all of all.
#[test]
#[ignore = "long"]
fn every_call_of_every_command_may_fail() {
    if !has_strace() {
        return skip("no ptrace");
    }
    let (plain, committed) = (book(), in_git());
    let commands = COMMANDS.map(|it| (&plain, it)).into_iter();
    let mut all = 0;
    for (master, words) in commands.chain(COMMITTED.map(|it| (&committed, it))) {
        let counts = counts(copy(master.path()).path(), words);
        let mut chosen = points(&counts, &ERRORS, &SHORT);
        let rest: Vec<_> = CALLS.into_iter().filter(|call| !SHORT.contains(call)).collect();
        let errors = if factor() > 1 { &ERRORS[..] } else { &ERRORS[..1] };
        chosen.extend(points(&counts, errors, &rest));
        let done = go(master.path(), words, &chosen);
        println!("injections: {done} in `{words}`");
        all += done;
    }
    println!("injections: {all}, 0 wrong");
}
