//! The words for the state of a problem that offices use.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use super::headers;

/// What a word says of the state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::intake) enum Status {
    /// Nothing happened that an entry would record.
    Open,
    /// Reported done, and not yet verified.
    Done,
    Closed,
    Suspended,
    Transferred,
    Withdrawn,
}

/// In their plain form, see `headers`.
const WORDS: [(Status, &str); 6] = [
    (
        Status::Open,
        "整改中 正在整改 未整改 尚未整改 待整改 未完成 未完成整改 未整改到位 未销号 未办结 未闭环 进行中 \
         推进中 办理中 未开始 未启动 已启动 正在推进 持续推进 有序推进 正在进行 正在办理 正在落实 未落实 未解决 部分完成 基本完成 阶段性完成 \
         持续整改 长期整改 长期坚持 持续坚持 逾期 已逾期 超期 整改超时 不合格 否 × ✗ ✘ ☒ open ongoing inprogress notstarted \
         new active todo pending partiallycomplete partiallycompleted overdue delayed no n",
    ),
    (
        Status::Done,
        "待验收 待销号 待审核 待复查 待核查 申请销号 已申请销号 已报结 awaitingverification pendingverification awaitingclosure \
         pendingclosure inreview submitted",
    ),
    (
        Status::Closed,
        "已整改 已完成 完成 已销号 已办结 已整改到位 整改到位 完成整改 已完成整改 整改完成 已整改完成 销号 \
         办结 办结销号 已闭环 闭环 已解决 已落实 整改完毕 已整改完毕 已验收 验收合格 验收通过 合格 是 √ ✓ ✔ ☑ closed completed complete done fixed \
         resolved remediated verified yes y",
    ),
    (Status::Suspended, "中止 暂停 已中止 已暂停 中止事项 suspended onhold paused"),
    (Status::Transferred, "移送 移交 已移送 已移交 transferred"),
    (Status::Withdrawn, "撤销 取消 已撤销 已取消 作废 withdrawn cancelled canceled"),
];

/// What a word in its plain form says; every cell of a sheet may be asked.
fn known(word: &str) -> Option<Status> {
    static ALL: LazyLock<HashMap<&str, Status>> = LazyLock::new(|| {
        let words = WORDS
            .iter()
            .flat_map(|(status, words)| words.split_whitespace().map(|word| (word, *status)));
        words.collect()
    });
    ALL.get(word).copied()
}

/// What a cell says of the state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::intake) struct StatusRead {
    pub(in crate::intake) status: Status,
    /// What stands behind the word.
    pub(in crate::intake) rest: String,
}

/// Words that turn round what stands before them, or leave it open.
const DOUBTS: [&str; 24] = [
    "未", "没", "尚", "待", "部分", "除", "但", "拟", "计划", "预计", "不", "not", "except",
    "partial", "pending", "but", "await", "verif", "if ", "when ", "unless", "%", "/", "项",
];

/// Reads a status: a whole word, or the first one where what follows cannot turn it round. `own` words come first.
pub(in crate::intake) fn read(cell: &str, own: &BTreeMap<String, Status>) -> Option<StatusRead> {
    let whole = whole(cell, own);
    if let Some(status) = whole {
        return Some(StatusRead { status, rest: String::new() });
    }
    let sign = |c: char| {
        matches!(c, '，' | ',' | '；' | ';' | '。' | '：' | ':' | '、' | '(' | '（' | '\n' | '并')
    };
    let at = cell.find(sign).into_iter().chain(cell.find(char::is_whitespace));
    at.filter(|at| *at > 0).find_map(|at| {
        let (word, rest) = cell.split_at(at);
        // 是, 否 and no are too short to stand for a state before other words, and 长期坚持 is none beside another.
        let status = self::whole(word, own).filter(|_| word.trim().len() > 3)?;
        if is_sustained(word) {
            return None;
        }
        let rest =
            rest.trim_matches(|c: char| sign(c) || c.is_whitespace() || matches!(c, ')' | '）'));
        let clear = status == Status::Open || !is_doubtful(rest, status);
        clear.then(|| StatusRead { status, rest: rest.to_owned() })
    })
}

/// Reads a status that is the whole of a text.
pub(in crate::intake) fn whole(cell: &str, own: &BTreeMap<String, Status>) -> Option<Status> {
    if let Some(status) = own.get(&headers::plain_text(cell)) {
        return Some(*status);
    }
    // A bracket says more than the word before it; what it says must not be lost.
    if cell.contains(['(', '（']) {
        return None;
    }
    let word = headers::plain(cell);
    let word = word.trim_end_matches(['。', '；', '.', ';']);
    if let Some(percent) = word.strip_suffix('%') {
        let bare = percent.trim_start_matches('已').trim_start_matches("完成");
        let percent = bare.parse::<u8>().ok().filter(|it| *it <= 100)?;
        return Some(if percent < 100 { Status::Open } else { Status::Closed });
    }
    known(word)
}

/// Words that only say how the work goes on.
const LASTING: [&str; 2] = ["长期坚持", "持续坚持"];

/// Tells whether a text only says that the work is kept up for good, which says nothing of whether it is finished.
pub(super) fn is_only_lasting(cell: &str) -> bool {
    LASTING.contains(&&*headers::plain(cell))
}

/// Tells whether a text is a sentence, and no word.
pub(super) fn is_sentence(cell: &str) -> bool {
    cell.contains(['，', '。', '；', '、', '\n']) || cell.chars().count() > 12
}

/// Tells whether the words behind a state say that it is kept up for good.
pub(super) fn is_sustained(rest: &str) -> bool {
    ["长期坚持", "持续坚持", "长期整改"].iter().any(|word| rest.contains(word))
}

/// Tells whether the words behind a state may mean another one.
fn is_doubtful(rest: &str, status: Status) -> bool {
    // What is kept up is not less finished for that.
    let rest = LASTING.iter().fold(rest.to_owned(), |rest, word| rest.replace(word, ""));
    let rest = rest.trim();
    // A day says nothing against it, whatever its signs.
    if rest.chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | '-' | '.' | '年' | '月' | '日'))
    {
        return false;
    }
    let lower = rest.to_lowercase();
    let others = WORDS.iter().filter(|(other, _)| *other != status);
    let mut words = others.flat_map(|(_, words)| words.split_whitespace());
    DOUBTS.iter().any(|doubt| lower.contains(doubt))
        || words.any(|word| word.len() > 3 && lower.contains(word))
}

/// Tells whether a cell says that something is finished; nothing where it says neither.
pub(in crate::intake) fn finished(cell: &str) -> Option<bool> {
    match whole(cell, &BTreeMap::new())? {
        Status::Done | Status::Closed => Some(true),
        Status::Open => Some(false),
        Status::Suspended | Status::Transferred | Status::Withdrawn => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{BTreeMap, Status, WORDS};

    fn read(cell: &str) -> Option<Status> {
        super::read(cell, &BTreeMap::new()).map(|read| read.status)
    }

    #[test]
    fn whole_words_are_read() {
        for (status, words) in WORDS {
            assert!(words.split_whitespace().all(|word| read(word) == Some(status)));
        }
        assert_eq!(read(" In progress "), Some(Status::Open));
        assert_eq!(read("已完成。"), Some(Status::Closed));
        for (word, status) in
            [("√", Status::Closed), ("×", Status::Open), ("长期坚持", Status::Open)]
        {
            assert_eq!(read(word), Some(status), "{word}");
        }
        assert_eq!((read("80%"), read("已完成60%")), (Some(Status::Open), Some(Status::Open)));
        assert_eq!((read("100%"), read("120%")), (Some(Status::Closed), None));
        for unknown in ["", "已完成3项", "risk accepted", "○", "拟销号"] {
            assert_eq!(read(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn the_first_word_counts_where_nothing_turns_it_round() {
        for closed in [
            "已完成（长期坚持）",
            "已完成并长期坚持",
            "已完成、长期坚持",
            "Completed 11/13/2018",
            "已销号，见附件",
            "Closed - by IT",
        ] {
            assert_eq!(read(closed), Some(Status::Closed), "{closed}");
        }
        assert_eq!(read("整改中，预计12月完成"), Some(Status::Open));
        for unclear in [
            "已完成，待验收",
            "已完成并持续推进",
            "长期坚持，已完成",
            "已完成（3项未完成）",
            "已完成（2项）",
            "Completed, pending verification",
            "Dev Done (Verify Pending)",
            "接受，不整改",
            "No longer applicable",
            "是，但不彻底",
        ] {
            assert_eq!(read(unclear), None, "{unclear}");
        }
        let own = BTreeMap::from([("接受".to_owned(), Status::Withdrawn)]);
        let said = super::read("接受，风险可控", &own).unwrap();
        assert_eq!((said.status, said.rest.as_str()), (Status::Withdrawn, "风险可控"));
    }

    #[test]
    fn no_word_means_two_things() {
        let all: Vec<_> = WORDS.iter().flat_map(|(_, words)| words.split_whitespace()).collect();
        let unique: std::collections::BTreeSet<_> = all.iter().collect();
        assert_eq!(all.len(), unique.len());
    }

    #[test]
    fn the_page_has_all_words() {
        let page = include_str!("../../../docs/format.md");
        for (_, words) in WORDS {
            let row = format!("\n| {} | ", words.split_whitespace().collect::<Vec<_>>().join(", "));
            assert!(page.contains(&row), "{row}");
        }
    }
}
