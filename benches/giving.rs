//! How long it takes to give out 10,000 problems with long lives: the page, the spreadsheet of all, the register and the
//! report on rectification for a word processor. The program runs as a process of its own, as a clerk runs it.
//!
//! `LEDGER_BOOK=FOLDER` keeps the book, so that its memory can be measured with `/usr/bin/time -v`.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on stops where it stands")]
#![allow(clippy::print_stderr, reason = "sizes are told beside the times")]
#![allow(missing_docs, reason = "the macros write functions without a comment")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};

const PROBLEMS: u32 = 10_000;
const UNITS: u32 = 60;
/// What happened to a problem, beside what ends it.
const NOTES: u32 = 4;

/// What each paper is called, its words, and its file.
const PAPERS: [(&str, &str); 4] = [
    ("page-html", "report page -o page.html"),
    ("export-xlsx", "export -o all.xlsx"),
    ("register-docx", "report register -o register.docx"),
    ("rectification-docx", "report rectification -o rectification.docx"),
];

/// A problem with two measures and a life: notes, an extension, reports, and for two of three its close.
fn problem(no: u32) -> String {
    let day = |days: u32| format!("2022-{:02}-{:02}", 9 + days / 28, days % 28 + 1);
    let unit = no * 7_919 % UNITS;
    let mut text = format!(
        "title = \"第{no}号：日常检查流于形式，问题反复出现\"\n\
         detail = \"检查发现，部分单位日常检查流于形式，同类问题反复出现；凭证附件不全，资料归集不及时，关键记录缺失，涉及{}份。\"\n\
         category = \"{}\"\nlead = [\"第{unit}镇卫生院\"]\nlimit = \"10月底前\"\ndue = 2022-10-31\n",
        no % 97 + 2,
        ["公共卫生", "财务管理", "队伍建设"][(no % 3) as usize],
    );
    for measure in 1..=2 {
        let _ = write!(
            text,
            "\n[[measure]]\nno = {measure}\ntext = \"逐户核对名册，清理空挂{}户，建立台账并按月通报\"\n",
            no % 53 + measure
        );
    }
    let mut entry = |number: u32, on: u32, act: &str, words: &str| {
        let key: String = format!("{number:06}");
        let _ = write!(
            text,
            "\n[[entry]]\nkey = \"{key}\"\non = {}\nact = \"{act}\"\nby = \"第{unit}镇卫生院\"\n{words}\n",
            day(on)
        );
    };
    for number in 0..NOTES {
        let words =
            format!("text = \"第{}次核对已完成，问题{}条，报党组会研究\"", number + 1, no % 19);
        entry(number, number * 6 + no % 5, "progress", &words);
    }
    let extended = "due = 2022-11-30\napprover = \"党组会\"\ntext = \"涉及单位多，核对未毕\"";
    entry(NOTES, 40, "extend", extended);
    entry(NOTES + 1, 50 + no % 9, "done", "text = \"名册已清理，台账已建立\"");
    if no % 3 > 0 {
        entry(NOTES + 2, 70, "close", "verifier = \"办公室\"\ntext = \"抽查属实\"");
    }
    text
}

/// The book, below a folder.
fn write(folder: &Path) {
    let ledger = folder.join("ledgers/2022");
    fs::create_dir_all(&ledger).unwrap();
    let head = "name = \"某区卫生健康委员会\"\ntimezone = \"Asia/Shanghai\"\nledger = \"2022\"\n";
    fs::write(folder.join("ledgers/book.toml"), head).unwrap();
    let head = "title = \"整改台账\"\nsource = \"区委巡察组\"\nowner = \"区卫生健康委员会\"\nissued = 2022-09-01\n";
    fs::write(ledger.join("ledger.toml"), head).unwrap();
    for no in 1..=PROBLEMS {
        fs::write(ledger.join(format!("{no:03}.toml")), problem(no)).unwrap();
    }
}

fn give_out(folder: &Path, words: &str) -> u64 {
    let output = Command::new(env!("CARGO_BIN_EXE_ledger"))
        .args(words.split(' '))
        .args(["--force", "--lang", "zh", "--today", "2022-12-10"])
        .current_dir(folder)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let file = words.rsplit(' ').next().unwrap_or_default();
    fs::metadata(folder.join(file)).unwrap().len()
}

fn giving(criterion: &mut Criterion) {
    let own = tempfile::tempdir().unwrap();
    let kept = std::env::var_os("LEDGER_BOOK").map(PathBuf::from);
    let folder = kept.unwrap_or_else(|| own.path().to_owned());
    write(&folder);
    let mut group = criterion.benchmark_group("giving");
    group.sample_size(10).measurement_time(Duration::from_secs(20));
    for (name, words) in PAPERS {
        eprintln!("{name}: {} bytes", give_out(&folder, words));
        group.bench_function(name, |bencher| bencher.iter(|| give_out(&folder, words)));
    }
    group.finish();
}

criterion_group!(benches, giving);
criterion_main!(benches);
