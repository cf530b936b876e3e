//! Labels with a colon, as the blocks of an item have them: 整改措施：, 责任单位：.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::text::Text;

/// What a label's block says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Label {
    Problem,
    Category,
    Source,
    Cause,
    Goal,
    Measures,
    Progress,
    Limit,
    Leader,
    Lead,
    Owners,
    With,
    Person,
    /// Who supervises or accepts; kept under its own name.
    Supervisor,
    /// How far it is, in a word: 已完成.
    Status,
    /// What the ledger has no field for; kept under its own name.
    Other,
}

/// A label in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Labelled {
    pub(super) label: Label,
    /// Where it begins, its number counted in.
    pub(super) start: usize,
    /// Where its own word begins.
    pub(super) word: usize,
    /// Where its word ends.
    pub(super) word_end: usize,
    /// Where its value begins.
    pub(super) value: usize,
    /// Its number counts the fields of an item that has a number of its own.
    pub(super) of_item: bool,
}

/// The words of each label. Those of two letters stand only at the beginning of a block.
const WORDS: [(Label, &str); 16] = [
    (
        Label::Problem,
        "问题 存在问题 存在的问题 存在主要问题 反馈问题 反馈的问题 问题表现 问题描述 问题内容 具体问题 具体表现 主要问题 \
         整改任务 整改问题 整改事项 反馈意见 发现问题 发现的问题 检查发现问题 审计发现问题 巡察反馈问题 巡视反馈问题 督察反馈问题 \
         主要表现 突出问题 问题事项 问题概述 问题情况 问题简述 整改任务内容 反馈问题内容 存在的主要问题 存在的具体问题 发现的主要问题 \
         问题及表现 问题及具体表现 任务 问题点",
    ),
    (Label::Category, "类别 问题类别 问题类型 问题分类"),
    (Label::Source, "问题来源"),
    (Label::Cause, "问题原因 原因分析 产生原因 问题成因 成因分析 原因"),
    (
        Label::Goal,
        "整改目标 目标成效 工作目标 预期目标 预期成效 目标要求 整改要求 任务目标 目标任务 整改目标及要求",
    ),
    (
        Label::Measures,
        "措施 举措 整改措施 具体措施 工作举措 工作措施 具体举措 整改举措 主要措施 主要举措 重点举措 具体整改措施 \
         整改工作措施 拟采取措施 下步措施 任务措施 整改落实措施",
    ),
    (
        Label::Progress,
        "整改情况 落实情况 整改落实情况 整改完成情况 完成情况 整改进展 整改进展情况 进展情况 整改结果 整改成效 整改效果 \
         取得成效 工作进展 落实进展 目前进展 整改落实进展 整改措施落实情况 措施落实情况 整改工作情况 目前整改情况 进展及成效 \
         整改情况及成效 整改落实情况及成效 进展 整改措施及成效 整改措施及完成情况 整改措施和成效 整改措施及落实情况 \
         整改措施及进展情况 整改进展及成效 已完成整改情况 整改落实情况和成效 取得的成效 整改进度 整改结果及成效 整改完成情况及成效 \
         整改进展和成效 目前成效 阶段性成效 工作成效 办理情况 办理结果 已采取措施 整改情况说明 整改成果 整改落实成效 落实成效 整改措施落实及成效",
    ),
    (
        Label::Limit,
        "时限 期限 整改时限 完成时限 整改期限 完成时间 进度安排 办理时限 整改完成时限 整改完成时间 时限要求 时间要求 完成期限 \
         整改时间 整改完成日期 完成日期 计划完成日期 计划完成时限 整改限期 计划整改时限 工作时限 整改节点 实施时间 计划时间 整改到位时间 计划完成时间 时间安排 时间节点 落实时限 完成整改时限 拟完成时间 预计完成时间 整改时限要求",
    ),
    (
        Label::Leader,
        "牵头领导 责任领导 分管领导 包案领导 包保领导 主管领导 整改责任领导 牵头责任领导 挂牌领导 督办领导 责任校领导 责任院领导 责任局领导 责任县领导 责任市领导 牵头校领导 牵头院领导 牵头局领导 牵头县领导 牵头市领导 \
         包抓领导 整改牵头领导 负责领导",
    ),
    (
        Label::Lead,
        "牵头 主办 牵头单位 牵头部门 主责单位 牵头责任单位 牵头科室 牵头处室 牵头股室 主办单位 主要责任单位 第一责任单位 主责部门 主责科室 主责处室 主责股室 牵头责任部门 牵头责任科室 主办部门 主办科室 整改牵头单位 \
         牵头落实单位",
    ),
    (
        Label::Owners,
        "责任单位 责任部门 责任科室 责任处室 责任股室 责任主体 整改单位 整改责任单位 整改责任部门 整改责任科室 整改主体 承办单位 落实单位 \
         整改责任主体 责任单位及部门 责任镇街 责任(配合)单位 责任单位(部门) 责任单位(科室) 责任科(室) 责任机构 主要责任部门 落实部门 落实科室 \
         承办部门 承办科室 责任单位及责任人 责任单位和责任人 责任部门及责任人 责任部门和责任人 责任科室及责任人 责任科室和责任人 责任党组织 责任支部 具体责任单位 具体责任部门 具体责任科室 整改落实单位 负责单位 负责部门 负责科室",
    ),
    (
        Label::With,
        "配合 协办 配合单位 配合部门 协办单位 协办部门 参与单位 协同单位 配合科室 配合处室 参加单位 协助单位 责任配合单位 协同部门 参与部门 配合股室 配合责任单位 协办科室 参与科室 配合责任部门 配合责任科室 协同科室",
    ),
    (
        Label::Person,
        "责任人 整改责任人 直接责任人 具体责任人 责任人员 第一责任人 经办人 牵头责任人 责任同志 具体负责人 负责人 联系责任人 主要责任人 整改落实责任人",
    ),
    (
        Label::Supervisor,
        "督导单位 督办单位 验收单位 监督单位 督导部门 督导领导 督办部门 销号单位 验收部门 监督部门 督导责任单位",
    ),
    (
        Label::Status,
        "整改状态 完成状态 销号状态 办理状态 当前状态 目前状态 是否完成 是否整改到位 是否完成整改 是否销号 整改进展状态 状态",
    ),
    (
        Label::Other,
        "备注 整改类型 整改类别 整改性质 佐证材料 印证材料 佐证资料 下一步打算 下一步工作打算 下一步计划 下一步工作 下步打算 \
         下一步工作计划 下一步整改打算 下一步整改计划 下一步措施 下一步工作措施 未完成原因 存在困难 存在的困难 验收标准 销号标准 验收情况 销号情况 完成标志 \
         成果形式 整改依据 政策依据",
    ),
];

impl Label {
    /// Tells whether the block of this label may hold a list of its own.
    pub(super) fn takes_a_list(self) -> bool {
        matches!(self, Self::Problem | Self::Measures | Self::Progress)
    }

    /// Tells whether its block is one paragraph.
    pub(super) fn is_short(self) -> bool {
        !matches!(
            self,
            Self::Problem
                | Self::Cause
                | Self::Goal
                | Self::Measures
                | Self::Progress
                | Self::Other
        )
    }

    /// Tells whether it may stand in a tail in brackets.
    pub(super) fn is_of_tails(self) -> bool {
        use Label::{Lead, Leader, Limit, Owners, Person, Supervisor, With};
        matches!(self, Limit | Leader | Lead | Owners | With | Person | Supervisor)
    }
}

/// The known words that begin with the same letter as a text; a long text is asked at each of its letters.
fn beginning_as(text: &str) -> impl Iterator<Item = &'static (&'static str, Label)> {
    type Words = Vec<(&'static str, Label)>;
    static BY_LETTER: LazyLock<HashMap<char, Words>> = LazyLock::new(|| {
        let mut all: HashMap<char, Words> = HashMap::new();
        for (label, words) in WORDS {
            for word in words.split_whitespace() {
                all.entry(word.chars().next().unwrap_or_default()).or_default().push((word, label));
            }
        }
        all
    });
    text.chars().next().and_then(|letter| BY_LETTER.get(&letter)).into_iter().flatten()
}

/// Reads the label with which an even text begins: what it is, the bytes of its word and those up to its value.
pub(super) fn at_start(text: &str) -> Option<(Label, usize, usize)> {
    let bare = text.strip_prefix('[').unwrap_or(text);
    let known = beginning_as(bare).filter(|(word, _)| bare.starts_with(*word));
    let known = known.map(|(word, label)| (*label, word.len())).max_by_key(|(_, len)| *len);
    let known = known.map(|(label, len)| compound(bare, label, len).unwrap_or((label, len)));
    // 牵头区领导： begins with a word that is known, and is none.
    let known = known.and_then(|(label, len)| ended(text, label, len));
    known.or_else(|| by_shape(bare).and_then(|(label, len)| ended(text, label, len)))
}

/// The label of so many bytes, where a colon or its bracket ends it.
fn ended(text: &str, label: Label, len: usize) -> Option<(Label, usize, usize)> {
    let bracket = usize::from(text.starts_with('['));
    let mut rest = text.get(bracket + len..)?;
    let mut end = bracket + len;
    if bracket == 1 {
        rest = rest.strip_prefix(']')?;
        end += 1;
    }
    if let Some(behind) = rest.strip_prefix(':') {
        return Some((label, bracket + len, text.len() - behind.len()));
    }
    // A line of its own may go without the colon, unless its word is a short one.
    let alone = rest.is_empty() && len > SHORT;
    (bracket == 1 || alone).then_some((label, bracket + len, end))
}

/// A label that is none of the known words, and built as they are: 牵头区领导, 市级责任单位. It has a colon.
fn by_shape(text: &str) -> Option<(Label, usize)> {
    use Label::{Lead, Leader, Limit, Measures, Owners, Person, Supervisor, With};
    const UNITS: [&str; 6] = ["单位", "部门", "科室", "处室", "股室", "机构"];
    const LETTERS: std::ops::RangeInclusive<usize> = 4..=10;
    let is_letter = |c: &char| ('一'..='龥').contains(c);
    let letters = text.chars().take(*LETTERS.end() + 1).take_while(is_letter);
    let word = &text[..letters.map(char::len_utf8).sum()];
    if !text[word.len()..].starts_with(':') || !LETTERS.contains(&word.chars().count()) {
        return None;
    }
    let ends = |words: &[&str]| words.iter().any(|end| word.ends_with(end));
    let has = |words: &[&str]| words.iter().any(|it| word.contains(it));
    let watches = has(&["督导", "督办", "验收", "监督", "监管"]);
    let answers = has(&["责任", "牵头", "包案", "包抓", "包保", "分管", "主管", "负责", "配合"]);
    let label = if ends(&["领导"]) && answers && !has(&["配合"]) {
        Leader
    } else if ends(&["责任人", "负责人"]) {
        Person
    } else if ends(&UNITS) && watches {
        Supervisor
    } else if ends(&UNITS) && has(&["配合", "协办", "协同", "参与", "协助"]) {
        With
    } else if ends(&UNITS) && has(&["牵头", "主办", "主责"]) {
        Lead
    } else if ends(&UNITS) && has(&["责任", "承办", "落实"]) {
        Owners
    } else if ends(&["完成时限", "整改时限", "完成时间", "整改期限", "完成期限"])
    {
        Limit
    } else if ends(&["整改措施", "整改举措", "具体措施"]) {
        Measures
    } else {
        return None;
    };
    Some((label, word.len()))
}

/// 整改举措及成效, 责任单位和责任人: two labels in one, and the bytes of both. What was done counts before what is to be.
fn compound(text: &str, first: Label, len: usize) -> Option<(Label, usize)> {
    const RESULTS: [&str; 7] = ["成效", "效果", "结果", "进展", "情况", "落实", "取得成效"];
    let joined = ["以及", "及其", "及", "和", "与", "、"];
    let rest = joined.iter().find_map(|word| text[len..].strip_prefix(word))?;
    let word = rest.split([':', ']', '\n']).next()?;
    let second = beginning_as(word).find(|(known, _)| *known == word).map(|(_, label)| *label);
    let second = second.or_else(|| RESULTS.contains(&word).then_some(Label::Progress))?;
    let label = if second == Label::Progress { second } else { first };
    Some((label, text.len() - rest.len() + word.len()))
}

/// Bytes of two Chinese letters; so short a label is a word like any other.
const SHORT: usize = 6;

/// Finds the label that stands at a place inside a paragraph, where a sentence or a blank parts it from what is before.
pub(super) fn inside(text: &Text, at: usize) -> Option<(Label, usize, usize)> {
    let even = text.even();
    let before = even[..at].chars().next_back()?;
    let parted = matches!(before, '。' | ';' | ',' | '!' | '、') || text.is_parted(at);
    let found = parted.then(|| at_start(&even[at..])).flatten()?;
    (found.1 > SHORT).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::{Label, WORDS, at_start};

    #[test]
    fn a_label_has_a_colon_or_brackets() {
        assert_eq!(at_start("整改措施:一是"), Some((Label::Measures, 12, 13)));
        assert_eq!(at_start("[整改措施]一是"), Some((Label::Measures, 13, 14)));
        assert_eq!(at_start("[整改措施]:一是"), Some((Label::Measures, 13, 15)));
        assert_eq!(at_start("整改落实情况:"), Some((Label::Progress, 18, 19)));
        assert_eq!(at_start("整改举措及成效:甲"), Some((Label::Progress, 21, 22)));
        assert_eq!(at_start("存在问题及原因:甲"), Some((Label::Problem, 21, 22)));
        assert_eq!(at_start("牵头区领导:甲"), Some((Label::Leader, 15, 16)));
        assert_eq!(at_start("市级验收单位:甲"), Some((Label::Supervisor, 18, 19)));
        assert_eq!(at_start("整改措施"), Some((Label::Measures, 12, 12)));
        for none in ["责任人要尽责", "整改措施不实", "问题较多:", "目标", "措施"]
        {
            assert_eq!(at_start(none), None, "{none}");
        }
    }

    #[test]
    fn no_word_means_two_things() {
        let all: Vec<_> = WORDS.iter().flat_map(|(_, words)| words.split_whitespace()).collect();
        let unique: std::collections::BTreeSet<_> = all.iter().collect();
        assert_eq!(all.len(), unique.len());
    }
}
