//! The words for the state of a problem that offices use.

use super::headers;

/// What a word says of the state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Status {
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
         推进中 办理中 未开始 基本完成 阶段性完成 持续整改 长期整改 逾期 已逾期 超期 整改超时 否 open ongoing \
         inprogress notstarted new active todo pending overdue delayed no",
    ),
    (
        Status::Done,
        "待验收 待销号 待审核 待复查 待核查 已报结 awaitingverification pendingverification awaitingclosure \
         pendingclosure inreview submitted",
    ),
    (
        Status::Closed,
        "已整改 已完成 完成 已销号 已办结 已整改到位 整改到位 完成整改 已完成整改 整改完成 已整改完成 销号 \
         办结 办结销号 已闭环 闭环 已解决 是 closed completed complete done fixed resolved remediated \
         verified yes",
    ),
    (Status::Suspended, "中止 暂停 已中止 已暂停 中止事项 suspended onhold paused"),
    (Status::Transferred, "移送 移交 已移送 已移交 transferred"),
    (Status::Withdrawn, "撤销 取消 已撤销 已取消 作废 withdrawn cancelled canceled"),
];

/// Reads a status; nothing where the word is not known.
pub(super) fn read(cell: &str) -> Option<Status> {
    // A bracket says more than the word before it; what it says must not be lost.
    if cell.contains(['(', '（']) {
        return None;
    }
    let word = headers::plain(cell);
    let word = word.trim_end_matches(['。', '；', '.', ';']);
    let knows = |words: &str| words.split_whitespace().any(|known| known == word);
    WORDS.iter().find(|(_, words)| knows(words)).map(|(status, _)| *status)
}

/// Tells whether a cell says that something is finished; nothing where it says neither.
pub(in crate::intake) fn finished(cell: &str) -> Option<bool> {
    match read(cell)? {
        Status::Done | Status::Closed => Some(true),
        Status::Open => Some(false),
        Status::Suspended | Status::Transferred | Status::Withdrawn => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Status, WORDS, read};

    #[test]
    fn only_whole_words_are_read() {
        for (status, words) in WORDS {
            assert!(words.split_whitespace().all(|word| read(word) == Some(status)));
        }
        assert_eq!(read(" In progress "), Some(Status::Open));
        assert_eq!(read("已完成。"), Some(Status::Closed));
        for unknown in ["", "已完成（长期坚持）", "已完成3项", "长期坚持", "risk accepted"]
        {
            assert_eq!(read(unknown), None, "{unknown}");
        }
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
