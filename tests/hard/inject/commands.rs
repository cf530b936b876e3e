//! Every command that writes, of a ledger in a folder and of one in a table, and the books to which they are given.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::book::{git, must};

/// A command, and the folder to which it is given.
pub(super) struct Case<'a> {
    pub(super) master: &'a Path,
    pub(super) words: String,
    /// A command that can be given afterwards, whatever became of the first one.
    pub(super) next: &'static str,
}

/// The books.
pub(super) struct Books {
    plain: TempDir,
    committed: TempDir,
    none: TempDir,
    /// The keys of the entries that are voided.
    keys: [String; 2],
}

const NEXT: &str = "note f/6 t/6 --by 财务股 --text 后来 --today 2022-10-03";

/// Acts of one ledger, without `-l`; `L` stands for its name.
const ACTS: [&str; 21] = [
    "measure L/1 --text 清账 --due 2022-10-15 --lead 财务股",
    "note L/1 --by 财务股 --text 已发函",
    "done L/1.1 --by 财务股",
    "return L/2 --by 办公室 --text 未到位",
    "close L/2 --by 办公室 --text 已核",
    "reopen L/3 --by 办公室 --basis 回访 --due 2022-11-30 --text 反弹",
    "extend L/1 --by 财务股 --due 2022-11-30 --applicant 财务股 --approver 局长 --text 延期",
    "assign L/1 --by 办公室 --lead 人事股 --text 改派",
    "review L/3 --by 办公室 --kept --text 已看",
    "recover L/1 5万元 --by 财务股",
    "account L/1 --by 纪委 --form 1 --persons 1",
    "indicator L/6 率 95 --by 财务股",
    "suspend L/1 --by 办公室 --approver 局长 --text 诉讼",
    "resume L/5 --by 办公室 --text 诉讼已结",
    "transfer L/1 --by 办公室 --to 公安局 --text 移送",
    "withdraw L/1 --by 办公室 --approver 局长 --text 重复",
    "amend L/1 --by 办公室 --set title=新 --text 笔误",
    "edit L/6",
    "notice L/4 --by 办公室",
    "-l L add --title 新 --lead 财务股 --due 2022-10-20",
    "-l L import sheet.csv --yes",
];

/// Commands of both, of ledgers as such, and of files that are given out.
const OTHERS: [&str; 9] = [
    "note f/1 f/2 t/1 --by 财务股 --text 已发函",
    "done f/1 t/1 --by 财务股 --request-id a1",
    "convert f --to csv",
    "convert t --to toml",
    "init g --issued 2022-09-23",
    "init g --csv --issued 2022-09-23",
    "import sheet.csv --into h --issued 2022-09-23 --yes",
    "list -o out.csv",
    "export -o out.xlsx",
];

/// Commands in a repository.
const COMMITTED: [&str; 4] = [
    "note f/1 --by 财务股 --text 已发函",
    "note f/1 --by 财务股 --text 已发函 --commit",
    "note t/1 --by 财务股 --text 已发函 --commit",
    "-l f add --title 新 --lead 财务股 --due 2022-10-20 --commit",
];

fn make(folder: &Path) -> [String; 2] {
    let keys = ["f", "t"].map(|ledger| {
        must(folder, &format!("init {ledger} --issued 2022-09-23 --today 2022-09-23"));
        for title in ["甲", "乙", "丙", "丁", "戊", "己"] {
            let due = if title == "丁" { "2022-09-25" } else { "2022-10-20" };
            let words = format!("add --title {title} --lead 财务股 --amount 15.7万元 --due {due}");
            must(folder, &format!("-l {ledger} {words} --today 2022-09-23"));
        }
        let act = |words: &str| must(folder, &words.replace("L/", &format!("{ledger}/")));
        act("measure L/1 --text 建群 --due 2022-10-15 --lead 财务股 --today 2022-09-23");
        act("done L/2 L/3 --by 财务股 --today 2022-09-24");
        act("close L/3 --by 办公室 --text 已核 --today 2022-09-25");
        act("suspend L/5 --by 办公室 --approver 局长 --text 停工 --today 2022-09-25");
        let path = folder.join(format!("ledgers/{ledger}/006.toml"));
        let indicator = "\n[[indicator]]\nname = \"率\"\nunit = \"%\"\ntarget = \"95\"\n";
        fs::write(&path, fs::read_to_string(&path).unwrap() + indicator).unwrap();
        let told = act("note L/2 --by 财务股 --text 误记 --today 2022-09-24");
        told.trim().rsplit(' ').next().unwrap().to_owned()
    });
    must(folder, "convert t --to csv");
    fs::write(folder.join("sheet.csv"), "序号,问题,责任单位\n1,庚,财务股\n2,辛,办公室\n").unwrap();
    keys
}

impl Books {
    pub(super) fn new() -> Self {
        let folder = || tempfile::tempdir().unwrap();
        let books =
            Self { plain: folder(), committed: folder(), none: folder(), keys: Default::default() };
        let keys = make(books.plain.path());
        let at = books.committed.path();
        make(at);
        git(at, "init -q -b main");
        git(at, "config user.name clerk");
        git(at, "config user.email clerk@example.org");
        git(at, "add -A");
        git(at, "commit -q -m begin");
        Self { keys, ..books }
    }

    /// All commands.
    pub(super) fn cases<'a>(&'a self) -> Vec<Case<'a>> {
        let case = |master: &'a TempDir, words: &str, next| {
            let words = format!("{words} --today 2022-10-01 --lock-timeout 3");
            Case { master: master.path(), words, next }
        };
        let mut cases = Vec::new();
        for (ledger, key) in ["f", "t"].into_iter().zip(&self.keys) {
            let void = format!("void L/2 {key} --by 办公室 --text 误记");
            for words in ACTS.into_iter().chain([void.as_str()]) {
                let words = words
                    .replace("L/", &format!("{ledger}/"))
                    .replace("-l L", &format!("-l {ledger}"));
                cases.push(case(&self.plain, &words, NEXT));
            }
        }
        cases.extend(OTHERS.map(|words| case(&self.plain, words, NEXT)));
        cases.extend(COMMITTED.map(|words| case(&self.committed, words, NEXT)));
        cases.push(case(&self.none, "init f --issued 2022-09-23", "init z --today 2022-10-03"));
        cases
    }
}
