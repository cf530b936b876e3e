//! Killed at any moment: what was acknowledged is there, once; nothing is torn.

use std::collections::BTreeMap;
use std::fs;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use crate::book::{book, chance, factor, ledger, must, run};

/// So many rounds are on one problem.
const ON_ONE: usize = 100;

fn rounds(number: usize) -> usize {
    let folder = book();
    let folder = folder.path();
    let (mut acknowledged, mut killed, mut problem) = (Vec::new(), 0, 0);
    for round in 0..number {
        if round % ON_ONE == 0 {
            let id = must(folder, &format!("-l f add --title p{round}"));
            problem = id.trim().rsplit('/').next().unwrap().parse::<u32>().unwrap();
        }
        let several = round % 3 == 0;
        let mut words = vec!["note".to_owned(), format!("f/{problem}")];
        words.extend(several.then(|| "t/1".to_owned()));
        let text = format!("r{round}");
        words.extend(["--by", "x", "--text", &text, "--request-id", &text].map(str::to_owned));
        let spawn = || {
            let mut command = ledger(folder);
            command.args(&words).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
        };
        let mut child = spawn();
        thread::sleep(Duration::from_micros(u64::from(chance(25_000))));
        let _ = child.kill();
        let done = child.wait().unwrap().success();
        killed += usize::from(!done);
        // Half of those that were cut off are asked for again, as a script would.
        if done || (round % 2 == 0 && spawn().wait().unwrap().success()) {
            acknowledged.push((problem, text, several));
        }
    }
    // Finishes what the last one may have left.
    let _ = run(folder, "note f/9999 --by x --text x");
    let check = run(folder, "check");
    assert_eq!(check.status.code(), Some(0), "{check:?}");
    let read = |name: &str| fs::read_to_string(folder.join("ledgers").join(name)).unwrap();
    let table = read("t.csv");
    let mut by_problem = BTreeMap::new();
    for (problem, text, several) in &acknowledged {
        let file =
            by_problem.entry(*problem).or_insert_with(|| read(&format!("f/{problem:03}.toml")));
        assert_eq!(file.matches(&format!("text = \"{text}\"\n")).count(), 1, "{text}");
        let rows = table.lines().filter(|line| line.split(',').any(|cell| cell == text));
        // The text, and the request.
        assert!(!several || rows.count() == 1, "{text}");
    }
    println!(
        "kill -9: {number} rounds, {killed} killed, {} acknowledged, 0 lost, 0 twice",
        acknowledged.len()
    );
    killed
}

#[test]
fn what_was_acknowledged_survives_a_kill() {
    rounds(30);
}

#[test]
#[ignore = "long"]
fn what_was_acknowledged_survives_many_kills() {
    let mut killed = 0;
    for _ in 0..factor() {
        killed += rounds(1_000);
    }
    println!("kill -9: {killed} killed in all");
}
