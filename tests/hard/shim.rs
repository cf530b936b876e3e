//! A system that writes a little at a time, is interrupted, or has its disk full after some bytes: by `LD_PRELOAD`.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::book::{book, chance, copy, drafts, factor, files, ledger, run, skip};

const SHIM: &str = r#"
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <stdio.h>
#include <unistd.h>
static long left = -1;
static int ours(int fd) {
    char name[64], path[4096];
    snprintf(name, sizeof name, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(name, path, sizeof path - 1);
    if (n < 0) return 0;
    path[n] = 0;
    return strstr(path, "/ledgers/") != 0;
}
ssize_t write(int fd, const void *bytes, size_t n) {
    static ssize_t (*really)(int, const void *, size_t);
    if (!really) really = dlsym(RTLD_NEXT, "write");
    if (!ours(fd) || n == 0) return really(fd, bytes, n);
    static unsigned calls;
    calls++;
    if (getenv("SHIM_EINTR") && calls % 3 == 0) { errno = EINTR; return -1; }
    if (getenv("SHIM_FULL")) {
        if (left < 0) left = atol(getenv("SHIM_FULL"));
        if (left == 0) { errno = ENOSPC; return -1; }
        if ((long)n > left) n = left;
        left -= n;
    }
    if (getenv("SHIM_SHORT") && n > 1) n = n > 4 ? 1 + calls % 4 : 1;
    if (getenv("SHIM_LIES") && n > 1) { really(fd, bytes, n - 1); return n; }
    return really(fd, bytes, n);
}
"#;

/// Compiles the shim; nothing where there is no compiler.
fn shim(folder: &Path) -> Option<PathBuf> {
    let (source, library) = (folder.join("shim.c"), folder.join("shim.so"));
    std::fs::write(&source, SHIM).unwrap();
    let mut cc = Command::new("cc");
    cc.args(["-shared", "-fPIC", "-O1", "-o"]).arg(&library).arg(&source).arg("-ldl");
    cc.status().is_ok_and(|status| status.success()).then_some(library)
}

const WORDS: &str = "note f/1 f/2 t/1 --by 财务股 --text 已发函 --today 2022-10-01";

fn with_shim(rounds: usize) {
    let place = tempfile::tempdir().unwrap();
    let Some(library) = shim(place.path()) else { return skip("no compiler") };
    let master = book();
    let old = files(master.path());
    let done = copy(master.path());
    assert_eq!(run(done.path(), WORDS).status.code(), Some(0));
    let new = files(done.path());
    let shimmed = |name: &str, value: &str| {
        let folder = copy(master.path());
        let mut command = ledger(folder.path());
        command.env("LD_PRELOAD", &library).env(name, value).args(WORDS.split(' '));
        (command.output().unwrap().status.code(), folder)
    };
    for name in ["SHIM_SHORT", "SHIM_EINTR"] {
        let (status, folder) = shimmed(name, "1");
        assert_eq!(status, Some(0), "{name}");
        assert!(files(folder.path()) == new, "{name}");
    }
    let (status, folder) = shimmed("SHIM_LIES", "1");
    assert_eq!(status, Some(3));
    assert!(files(folder.path()) == old);
    let mut refused = 0;
    for _ in 0..rounds {
        let bytes = chance(6_000).to_string();
        let (status, folder) = shimmed("SHIM_FULL", &bytes);
        let now = files(folder.path());
        match status {
            Some(0) => assert!(now == new, "{bytes}"),
            Some(3) => assert!(now == old && drafts(folder.path()).is_empty(), "{bytes}"),
            other => panic!("full after {bytes} bytes: {other:?}"),
        }
        refused += usize::from(status == Some(3));
    }
    println!(
        "shim: short, interrupted and lying writes, {rounds} disks that fill up, {refused} refused"
    );
}

#[test]
fn short_writes_are_finished_and_a_disk_that_fills_up_is_told() {
    with_shim(5);
}

#[test]
#[ignore = "long"]
fn a_disk_fills_up_at_any_byte() {
    with_shim(300 * factor());
}
