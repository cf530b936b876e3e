//! Killed at any moment: what was acknowledged is there, once; nothing is torn.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use crate::book::{book, chance, factor, ledger, must, run};

/// So many rounds are on one problem.
const ON_ONE: usize = 100;

/// How long a command takes that writes to one file, and to two: as long as one of five ends before it is killed, so that
/// the moments lie within its work, on a quick machine and on a slow one.
struct Lasts([Duration; 2]);

impl Lasts {
    fn moment(&self, several: bool) -> Duration {
        self.0[usize::from(several)].mul_f64(f64::from(chance(1_000)) / 1_000.0)
    }

    fn learn(&mut self, several: bool, killed: bool) {
        let lasts = &mut self.0[usize::from(several)];
        *lasts = lasts.mul_f64(if killed { 1.01 } else { 0.96 });
    }
}

/// Rounds until so many were killed before they had ended. Returns how many rounds there were.
fn rounds(kills: usize) -> usize {
    let folder = book();
    let folder = folder.path();
    let (mut acknowledged, mut killed, mut problem) = (Vec::new(), 0, 0);
    let mut lasts = Lasts([Duration::from_millis(10), Duration::from_millis(20)]);
    let mut round = 0;
    while killed < kills {
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
        thread::sleep(lasts.moment(several));
        let _ = child.kill();
        let ended = child.wait().unwrap();
        let cut_off = ended.signal() == Some(9);
        assert!(ended.success() || cut_off, "{ended:?}");
        lasts.learn(several, cut_off);
        killed += usize::from(cut_off);
        // Half of those that were cut off are asked for again, as a script would.
        if ended.success() || (round % 2 == 0 && spawn().wait().unwrap().success()) {
            acknowledged.push((problem, text, several));
        }
        round += 1;
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
        "kill -9: {round} rounds, {killed} killed, {} acknowledged, 0 lost, 0 twice",
        acknowledged.len()
    );
    round
}

#[test]
fn what_was_acknowledged_survives_a_kill() {
    rounds(15);
}

#[test]
#[ignore = "long"]
fn what_was_acknowledged_survives_many_kills() {
    let (begin, mut all) = (Instant::now(), 0);
    for _ in 0..factor() {
        all += rounds(1_000);
    }
    let seconds = begin.elapsed().as_secs();
    println!("kill -9: {} killed of {all} rounds in all, {seconds} s", factor() * 1_000);
}
