//! Every system call of every writing command, made to fail in thirteen ways, and killed: `strace` does it.
//!
//! A first run under `strace` says which calls a command makes, and how often. Then it is run again for each of them, on
//! a fresh copy of the book, with that one call failing; [`judge`] says what is asked of the book then.
//!
//! ```text
//! LEDGER_HARD=2 cargo test --release --test hard every_call -- --ignored --nocapture
//! ```

mod commands;
mod judge;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;

use crate::book::{copy, factor, prepared, program, skip};

use commands::{Books, Case};
use judge::Known;

/// Calls that are not asked of the system's files, processes or chance: memory, signals, threads, and the end.
const PASSED_OVER: [&str; 17] = [
    "arch_prctl",
    "brk",
    "execve",
    "exit_group",
    "getpid",
    "gettid",
    "mmap",
    "mprotect",
    "munmap",
    "poll",
    "prlimit64",
    "restart_syscall",
    "rseq",
    "rt_sigaction",
    "rt_sigprocmask",
    "sched_getaffinity",
    "sigaltstack",
];

const ERRORS: [&str; 13] = [
    "EIO", "ENOSPC", "EDQUOT", "EINTR", "EACCES", "EROFS", "ENOMEM", "EMFILE", "EPERM", "ESTALE",
    "ENOLCK", "EAGAIN", "EINVAL",
];

/// Calls that also fail for good, from one on to the last: a disk that stays full or broken.
const FOR_GOOD: [&str; 7] =
    ["openat", "write", "fsync", "renameat2", "unlink", "mkdir", "fdatasync"];

/// The command that is tried on each run of the tests.
const CLOSE: &str = "close f/2 ";

/// What `timeout` ends with where it had to end a program.
const HUNG: i32 = 124;

/// The program under strace, with an end after ten seconds, which is a hundred times what it takes.
fn traced(folder: &Path, how: &[&str], words: &str) -> Output {
    let mut strace = prepared("timeout", folder);
    strace.args(["10", "strace"]).args(how).arg("--").arg(program());
    strace.env("EDITOR", "sed -i s/己/改/").args(words.split(' ')).output().unwrap()
}

/// The calls of a command: of each, how many are made before the program begins, and how many in all.
fn calls(case: &Case<'_>) -> BTreeMap<String, (usize, usize)> {
    let (folder, log) = (copy(case.master), tempfile::NamedTempFile::new().unwrap());
    let output = traced(folder.path(), &["-o", log.path().to_str().unwrap()], &case.words);
    assert_eq!(output.status.code(), Some(0), "{}: {output:?}", case.words);
    let (mut calls, mut begun) = (BTreeMap::<String, (usize, usize)>::new(), false);
    for line in fs::read_to_string(log.path()).unwrap().lines() {
        let Some((name, _)) = line.split_once('(') else { continue };
        // What Rust does first; before it, the program is loaded.
        begun |= name == "poll";
        let call = calls.entry(name.to_owned()).or_default();
        call.0 += usize::from(!begun);
        call.1 += 1;
    }
    assert!(begun, "{}", case.words);
    calls.retain(|call, _| !PASSED_OVER.contains(&call.as_str()));
    calls
}

/// Something that is to happen at a call.
#[derive(Debug, Clone)]
struct Point {
    call: String,
    how: String,
}

/// All that is to happen: at each call a kill and so many of the errors, in turn.
fn points(calls: &BTreeMap<String, (usize, usize)>, each: usize) -> Vec<Point> {
    let mut points = Vec::new();
    let mut turn = calls.len();
    for (call, (before, all)) in calls {
        let mut point = |how| points.push(Point { call: call.clone(), how });
        for nth in before + 1..=*all {
            point(format!("signal=KILL:when={nth}"));
            for _ in 0..each {
                point(format!("error={}:when={nth}", ERRORS[turn % ERRORS.len()]));
                turn += if each == 2 { 6 } else { 1 };
            }
            if FOR_GOOD.contains(&call.as_str()) {
                point(format!("error=ENOSPC:when={nth}+"));
                point(format!("error=EIO:when={nth}+"));
            }
        }
    }
    points
}

/// Goes through all points, on as many processors as there are. Returns what was wrong.
fn go(case: &Case<'_>, known: &Known, points: &[Point]) -> Vec<String> {
    let (next, hung, wrong) = (AtomicUsize::new(0), AtomicUsize::new(0), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from).min(2) {
            scope.spawn(|| {
                while let Some(Point { call, how }) =
                    points.get(next.fetch_add(1, Ordering::Relaxed))
                {
                    let folder = copy(case.master);
                    let (trace, inject) = (format!("trace={call}"), format!("inject={call}:{how}"));
                    let how = ["-o", "/dev/null", "-e", &trace, "-e", &inject];
                    let output = traced(folder.path(), &how, &case.words);
                    // Strace does not make the call that fails, so a pipe stays open, and its end is waited for.
                    if call == "close" && output.status.code() == Some(HUNG) {
                        hung.fetch_add(1, Ordering::Relaxed);
                        continue;
                    }
                    if let Some(why) = known.judge(folder.path(), case, &output) {
                        let said = String::from_utf8_lossy(&output.stderr);
                        let why = format!("WRONG {}\n  {inject}: {why}\n  {said}", case.words);
                        println!("{why}");
                        wrong.lock().unwrap().push(why);
                    }
                }
            });
        }
    });
    if hung.load(Ordering::Relaxed) > 0 {
        println!("not judged, since strace left pipes open: {hung:?}");
    }
    wrong.into_inner().unwrap()
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
    let books = Books::new();
    let case = books.cases().into_iter().find(|case| case.words.starts_with(CLOSE)).unwrap();
    let mut points = points(&calls(&case), 1);
    points.retain(|point| ["close", "fsync", "renameat2", "write"].contains(&point.call.as_str()));
    let wrong = go(&case, &Known::of(&case), &points);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every call of every command: `LEDGER_HARD=1` kills each and gives it two of the errors, in turn; `LEDGER_HARD=2` all.
/// `LEDGER_ONLY=words` takes the commands that have these words.
#[test]
#[ignore = "long"]
fn every_call_of_every_command_may_fail() {
    if !has_strace() {
        return skip("no ptrace");
    }
    let (books, begin) = (Books::new(), Instant::now());
    let each = if factor() > 1 { ERRORS.len() } else { 2 };
    let only = std::env::var("LEDGER_ONLY").unwrap_or_default();
    let (mut all, mut sites, mut wrong, mut commands) = (0, 0, Vec::new(), 0);
    let cases = books.cases().into_iter().filter(|case| case.words.contains(&only));
    // All are good commands, before hours are spent on the first ones.
    let cases: Vec<_> = cases.map(|case| (Known::of(&case), case)).collect();
    for (known, case) in &cases {
        let calls = calls(case);
        let points = points(&calls, each);
        let sites_here: usize = calls.values().map(|(before, all)| all - before).sum();
        let found = go(case, known, &points);
        println!(
            "{} sites, {} injections, {} wrong: `{}`",
            sites_here,
            points.len(),
            found.len(),
            case.words
        );
        (all, sites, commands) = (all + points.len(), sites + sites_here, commands + 1);
        wrong.extend(found);
    }
    let seconds = begin.elapsed().as_secs();
    println!(
        "injections: {all} at {sites} calls of {commands} commands, {} wrong, {seconds} s",
        wrong.len()
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
