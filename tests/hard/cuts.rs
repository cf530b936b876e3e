//! Power cuts: a loop-mounted ext4 that is shut down at once, and mounted again.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::book::{Mount, chance, factor, ledger, make, must, run, skip};

/// Shuts a file system down: 2 flushes nothing, 1 the journal only.
const SHUTDOWN: &str = r"
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/ioctl.h>
int main(int n, char **words) {
    uint32_t how = atoi(words[2]);
    int fd = open(words[1], O_RDONLY);
    return fd < 0 || ioctl(fd, _IOR('X', 125, uint32_t), &how) != 0;
}
";

const MODES: [&str; 3] = [
    "loop,commit=300",
    "loop,commit=300,noauto_da_alloc",
    "loop,commit=300,data=writeback,noauto_da_alloc",
];

/// What was acknowledged on the disk.
#[derive(Debug, Default)]
struct Written {
    notes: Vec<String>,
    cuts: usize,
}

fn note(folder: &Path, text: &str) -> Child {
    let mut command = ledger(folder);
    command.args(["note", "f/1", "t/1", "--by", "x", "--text", text, "--request-id", text]);
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

fn judge(folder: &Path, written: &Written) {
    // Finishes what was cut off.
    let next = run(folder, "note f/9999 --by x --text x");
    assert_eq!(next.status.code(), Some(3), "{next:?}");
    let check = run(folder, "check");
    assert_eq!(check.status.code(), Some(0), "{check:?}");
    let file = fs::read_to_string(folder.join("ledgers/f/001.toml")).unwrap();
    let table = fs::read_to_string(folder.join("ledgers/t.csv")).unwrap();
    for text in &written.notes {
        assert_eq!(file.matches(&format!("text = \"{text}\"\n")).count(), 1, "{text}");
        let has = |line: &&str| line.split(',').any(|cell| cell == text);
        assert_eq!(table.lines().filter(has).count(), 1, "{text}");
    }
}

fn cuts(number: usize) {
    let place = tempfile::tempdir().unwrap();
    let (source, program) = (place.path().join("shutdown.c"), place.path().join("shutdown"));
    fs::write(&source, SHUTDOWN).unwrap();
    let made = Command::new("cc").arg("-o").arg(&program).arg(&source).status();
    if !made.is_ok_and(|status| status.success()) {
        return skip("no compiler");
    }
    let mut all = 0;
    for mode in MODES {
        let image = place.path().join("image");
        fs::write(&image, vec![0; 24 << 20]).unwrap();
        let image = image.to_str().unwrap();
        let made = Command::new("mkfs.ext4").args(["-q", "-F", image]).status();
        if !made.is_ok_and(|status| status.success()) {
            return skip("no mkfs.ext4");
        }
        let mount = || Mount::new(place.path().join("disk"), &["-o", mode, image]);
        let Some(mut disk) = mount() else { return skip("no loop mount") };
        make(&disk.0);
        let mut written = Written::default();
        for round in 0..number {
            let folder = disk.0.clone();
            for write in 0..=chance(2) {
                let text = format!("c{round}-{write}");
                assert!(note(&folder, &text).wait().unwrap().success());
                written.notes.push(text);
            }
            // One more is at it when the power goes.
            let text = format!("c{round}-last");
            let mut last = note(&folder, &text);
            thread::sleep(Duration::from_micros(u64::from(chance(20_000))));
            let done = last.try_wait().unwrap().is_some_and(|status| status.success());
            let how = if chance(2) == 0 { "2" } else { "1" };
            let cut = Command::new(&program).arg(&folder).arg(how).status().unwrap();
            assert!(cut.success(), "the file system cannot be shut down");
            let _ = last.kill();
            let _ = last.wait();
            if done {
                written.notes.push(text);
            }
            drop(disk);
            disk = mount().unwrap();
            written.cuts += 1;
            judge(&disk.0, &written);
            if written.notes.len() > 60 {
                // A book that grew slows the rounds down.
                let entries = must(&disk.0, "show f/1 -O json");
                assert!(entries.contains(&written.notes[0]));
                drop(fs::remove_dir_all(disk.0.join("ledgers")));
                make(&disk.0);
                let _ = Command::new("sync").arg("-f").arg(&disk.0).status();
                written.notes.clear();
            }
        }
        all += written.cuts;
    }
    println!("power cuts: {all}, 0 acknowledged entries lost, 0 torn files");
}

#[test]
#[ignore = "needs root"]
fn what_was_acknowledged_survives_power_cuts() {
    cuts(20 * factor());
}
