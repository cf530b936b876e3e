//! What the columns of a sheet mean, told by their headers.
//!
//! The words are those of real forms: notices and closing sheets of inspections, lists of audits, supervision exports,
//! lists of known vulnerabilities, plans of action and milestones.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::domain::width;

/// What a column of a sheet holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Meaning {
    Reference,
    Title,
    Detail,
    Category,
    Source,
    Cause,
    Found,
    Goal,
    Amount,
    Measure,
    Leader,
    /// Who leads, said in so many words.
    Lead,
    /// Who answers, without saying who leads.
    Owners,
    With,
    Person,
    Limit,
    Progress,
    Completed,
    Status,
    Verifier,
}

/// The headers that give a column its meaning, in their plain form and the best first: where a sheet has several, the best
/// one counts.
pub(super) const HEADERS: [(Meaning, &str); 20] = [
    (
        Meaning::Reference,
        "序号 编号 问题编号 问题序号 隐患编号 事项编号 id ref reference no number qid poamid poa&mid \
         poa&mitemid itemid cveid #",
    ),
    (
        Meaning::Title,
        "问题 存在问题 存在的问题 反馈问题 存在的问题或隐患 存在隐患或问题 发现问题 发现的问题 审计发现的问题 \
         检查发现问题 检查发现的问题 巡察反馈问题 巡视反馈问题 反馈的问题 \
         问题内容 问题描述 问题表述 具体问题表述 具体表述 具体问题 问题摘要 问题概要 问题线索概要 问题名称 问题事项 \
         问题表现 具体表现 主要问题 突出问题 问题清单 现场具体隐患 隐患描述 隐患内容 隐患 具体任务 任务名称 任务内容 工作任务 整改任务 \
         任务 督办事项 整改事项 事项 title problem finding issue weakness weaknessname vulnerabilityname \
         controlvulnerabilitydescription recommendationdisplayname observation deficiency nonconformity task \
         actionitem",
    ),
    (
        Meaning::Detail,
        "问题详情 问题具体情况 问题线索主要情况 具体描述 详细描述 详细情况 详情 问题描述 detail details \
         description weaknessdescription findingdescription",
    ),
    (Meaning::Category, "问题类别 类别 问题分类 分类 隐患类别 问题线索类别 问题类型 category"),
    (
        Meaning::Source,
        "问题来源 来源 台账来源 督查来源 source weaknessdetectorsource sourceidentifyingvulnerability",
    ),
    (Meaning::Cause, "问题原因 原因分析 产生原因 主要原因 原因 cause rootcause"),
    (
        Meaning::Found,
        "发现时间 发现日期 问题发现时间 检查时间 检查日期 交办时间 found foundon datefound dateadded \
         dateidentified originaldetectiondate detectiondate firstdetected firstevaluationdate opened \
         dateopened",
    ),
    (Meaning::Goal, "整改目标 整改完成标准 目标 goal"),
    (Meaning::Amount, "问题金额 涉及金额 涉及资金 金额 amount"),
    (
        Meaning::Measure,
        "整改措施 措施及时限 整改措施及时限 整改措施和时限 措施和时限 整改措施及完成时限 整改措施及整改时限 整改措施与时限 \
         具体整改措施 采取的整改措施 细化的整改措施 措施 工作措施 解决措施 具体措施 主要措施 整改举措 具体举措 \
         整改要求 整改意见 整改建议 measure measures \
         requiredaction correctiveaction correctiveactions actionplan remediationplan remediationsteps \
         remediation mitigations mitigation solution action measureanddeadline measuresanddeadlines actionanddeadline",
    ),
    (
        Meaning::Leader,
        "责任领导 整改责任领导 包案领导 分管领导 牵头领导 主管领导 分管院领导 分管局领导 leader responsibleleader",
    ),
    (Meaning::Lead, "牵头单位 牵头责任单位 牵头部门 牵头科室 主办单位 lead leadunit leadoffice"),
    (
        Meaning::Owners,
        "责任单位 整改责任单位 具体责任单位 责任部门 责任科室 责任股室 整改单位 承办单位 被检查单位 \
         责任单位及责任人 责任部门及责任人 责任科室及责任人 责任单位和责任人 责任主体 被审计单位 被督查单位 被巡察单位 \
         涉及单位 涉及科室 单位 部门 科室 unit owner responsibleunit responsibleparty responsibleoffice office/org department team",
    ),
    (
        Meaning::With,
        "配合单位 协办单位 协作单位 主要协作单位 协助单位 参与单位 配合部门 with supportingunit \
         supportingunits",
    ),
    (
        Meaning::Person,
        "责任人 整改责任人 具体责任人 直接责任人 责任人员 整改负责人 负责人 person responsibleperson assignee assignedto pointofcontact \
         poc",
    ),
    (
        Meaning::Limit,
        "整改时限 整改期限 完成时限 整改完成时限 整改完成期限 办理时限 审计整改期限 目标节点或完成时限 时限 \
         期限 限期 截止日期 截止时间 计划完成时间 计划完成日期 计划完成 要求完成时间 应完成时间 完成期限 计划完成时限 拟完成时间 整改时间 limit due duedate deadline \
         targetdate targetcompletiondate scheduledcompletiondate plannedcompletiondate completeby dueby",
    ),
    (
        Meaning::Progress,
        "整改情况 落实情况 整改落实情况 整改进展情况 整改进展 进展情况 进展 办理情况 整改成效 推进情况 工作进展 progress \
         statusdetails",
    ),
    (
        Meaning::Completed,
        "整改完成时间 整改完成日期 实际完成时间 实际完成日期 实际完成 完成时间 完成日期 销号时间 销号日期 办结时间 整改验收时间 \
         completed completedon completiondate actualcompletiondate datecompleted closed closedon dateclosed \
         datelastfixed",
    ),
    (
        Meaning::Status,
        "是否销号 是否已销号 整改状态 状态 是否已整改完成 是否整改完成 是否已完成整改 是否完成整改 是否整改到位 是否完成 \
         是否已完成 是否整改 是否已整改 销号状态 完成状态 完成情况 整改完成情况 整改结果 复查结果 验收结果 验收情况 整改验收情况 复查情况 销号情况 \
         办结状态 status state ticketstate vulnstatus",
    ),
    (Meaning::Verifier, "核查人 复查人 验收人 验收人员 销号人 verifier verifiedby"),
];

/// The meanings by the names that a map gives them, which are the keys of the fields where there are such.
const NAMES: [(&str, Meaning); 20] = [
    ("ref", Meaning::Reference),
    ("title", Meaning::Title),
    ("detail", Meaning::Detail),
    ("category", Meaning::Category),
    ("source", Meaning::Source),
    ("cause", Meaning::Cause),
    ("found", Meaning::Found),
    ("goal", Meaning::Goal),
    ("amount", Meaning::Amount),
    ("measure", Meaning::Measure),
    ("leader", Meaning::Leader),
    ("lead", Meaning::Lead),
    ("owners", Meaning::Owners),
    ("with", Meaning::With),
    ("person", Meaning::Person),
    ("limit", Meaning::Limit),
    ("progress", Meaning::Progress),
    ("completed", Meaning::Completed),
    ("status", Meaning::Status),
    ("verifier", Meaning::Verifier),
];

impl Meaning {
    /// The meaning of this name, or that of a header which has always this meaning.
    pub(super) fn named(name: &str) -> Option<Self> {
        let by_name = NAMES.iter().find(|(known, _)| *known == name).map(|(_, meaning)| *meaning);
        let word = plain(name);
        let has = |words: &str| words.split_whitespace().any(|known| known == word);
        let by_header =
            || HEADERS.iter().find(|(_, words)| has(words)).map(|(meaning, _)| *meaning);
        by_name.or_else(by_header)
    }

    /// The names that a map gives.
    pub(super) fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|(name, _)| *name)
    }

    /// The name that a map gives it.
    pub(super) fn name(self) -> &'static str {
        NAMES.iter().find(|(_, meaning)| *meaning == self).map_or("", |(name, _)| name)
    }

    /// Whether a measure has it, too.
    pub(super) fn is_of_measures(self) -> bool {
        matches!(self, Self::Leader | Self::Lead | Self::Owners | Self::With | Self::Person)
    }

    /// Whether a merged cell holds for all rows beside it. Limits, states, days and amounts never do.
    pub(super) fn fills_down(self) -> bool {
        matches!(
            self,
            Self::Reference
                | Self::Title
                | Self::Detail
                | Self::Category
                | Self::Source
                | Self::Cause
                | Self::Leader
                | Self::Lead
                | Self::Owners
                | Self::With
                | Self::Person
        )
    }
}

/// Headers under which some offices keep a word for the state, and others tell what was done.
const TELLING: &str =
    "完成情况 整改完成情况 整改结果 验收结果 验收情况 整改验收情况 复查情况 销号情况";

/// Tells whether a column of the state may tell in a sentence what was done.
pub(super) fn may_tell(header: &str) -> bool {
    let word = plain(header.rsplit('/').next().unwrap_or(header));
    TELLING.split_whitespace().any(|known| known == word)
}

/// Tells whether a text is a header of some meaning.
pub(super) fn is_known(header: &str) -> bool {
    is_word(&plain(header))
}

/// The words of each meaning, the best first.
pub(super) fn words() -> &'static [(Meaning, Vec<&'static str>)] {
    static WORDS: LazyLock<Vec<(Meaning, Vec<&str>)>> = LazyLock::new(|| {
        HEADERS.map(|(meaning, words)| (meaning, words.split_whitespace().collect())).into()
    });
    &WORDS
}

pub(super) fn is_word(plain: &str) -> bool {
    static WORDS: LazyLock<HashSet<&str>> =
        LazyLock::new(|| HEADERS.iter().flat_map(|(_, words)| words.split_whitespace()).collect());
    WORDS.contains(plain)
}

/// Returns what stands in brackets at the end of a header: the unit of its figures.
pub(super) fn unit(header: &str) -> Option<String> {
    let half: String = header.chars().map(half_width).collect();
    let (_, unit) = half.trim().strip_suffix(')')?.rsplit_once('(')?;
    Some(unit.trim().to_lowercase())
}

/// Reduces a header to the letters that count.
pub(super) fn plain(header: &str) -> String {
    let half: String = header.chars().map(half_width).collect();
    let bare = match half.find('(') {
        Some(bracket) if half.trim_end().ends_with(')') => &half[..bracket],
        _ => &half,
    };
    let counts = |c: &char| !c.is_whitespace() && !matches!(c, '_' | '-' | '.' | ':' | '*');
    bare.chars().filter(counts).flat_map(char::to_lowercase).collect()
}

/// Reduces a text to what it says: without blanks, in small letters of half width.
pub(in crate::intake) fn plain_text(text: &str) -> String {
    plain_letters(text).collect()
}

/// The letters of what a text says.
pub(in crate::intake) fn plain_letters(text: &str) -> impl Iterator<Item = char> {
    let counts = |c: &char| !c.is_whitespace();
    text.chars().map(half_width).filter(counts).flat_map(|c| {
        // Chinese has no small letters, and most letters of most sheets are Chinese.
        let only = if ('\u{3400}'..='\u{9fff}').contains(&c) { Some(c) } else { None };
        only.into_iter().chain(only.is_none().then(|| c.to_lowercase()).into_iter().flatten())
    })
}

/// Returns the narrow form of a letter, and a plain blank for the wide one and the one that holds words together.
pub(super) fn half_width(c: char) -> char {
    match c {
        '\u{3000}' | '\u{a0}' => ' ',
        other => width::half_width(other),
    }
}

#[cfg(test)]
mod tests {
    use super::super::naming::meanings;
    use super::{HEADERS, Meaning, NAMES, plain, unit};

    fn read(headers: &[&str]) -> Vec<Option<Meaning>> {
        let names: Vec<_> = headers.iter().map(|header| vec![(*header).to_owned()]).collect();
        meanings(&names, vec![None; names.len()], |_| true)
    }

    #[test]
    fn a_header_is_known_in_any_dress() {
        for dress in ["Due Date", "dueDate", "due_date", " ＤＵＥ－ＤＡＴＥ ", "due\ndate"]
        {
            assert_eq!(read(&["问题", dress])[1], Some(Meaning::Limit), "{dress:?}");
        }
        assert_eq!(plain("问题金额（万元）"), "问题金额");
        assert_eq!(unit("问题金额（万元）").as_deref(), Some("万元"));
        assert_eq!(unit("Amount (yuan)").as_deref(), Some("yuan"));
        assert_eq!(unit("金额"), None);
    }

    #[test]
    fn the_best_of_several_headers_counts() {
        assert_eq!(
            read(&["问题描述", "存在问题", "单位", "责任单位", "Note"]),
            [Some(Meaning::Detail), Some(Meaning::Title), None, Some(Meaning::Owners), None]
        );
        assert_eq!(read(&["描述", "问题描述"]), [None, Some(Meaning::Title)]);
        assert_eq!(read(&["Description"]), [Some(Meaning::Title)]);
    }

    #[test]
    fn the_name_of_a_group_counts_only_where_the_column_has_none() {
        let path = |names: &[&str]| names.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
        let columns = [
            path(&["问题清单问题类别", "问题类别", "问题清单"]),
            path(&["问题清单具体表述", "具体表述", "问题清单"]),
            path(&["完成情况未完成", "未完成", "完成情况"]),
            path(&["完成情况已完成", "已完成", "完成情况"]),
        ];
        let found = meanings(&columns, vec![None; 4], |_| true);
        assert_eq!(
            found,
            [Some(Meaning::Category), Some(Meaning::Title), None, Some(Meaning::Status)]
        );
        assert_eq!(
            read(&["问题", "完成情况", "是否完成"]),
            [Meaning::Title, Meaning::Progress, Meaning::Status].map(Some)
        );
        assert_eq!(read(&["问题", "完成情况"])[1], Some(Meaning::Status));
        assert_eq!(read(&["任务", "完成时间", "进展"])[1], Some(Meaning::Limit));
        assert_eq!(read(&["问题", "完成时间", "整改时限"])[1], Some(Meaning::Completed));
    }

    #[test]
    fn every_word_is_in_its_plain_form() {
        for (meaning, words) in HEADERS {
            for word in words.split_whitespace() {
                assert_eq!(plain(word), word, "{meaning:?}");
            }
        }
    }

    #[test]
    fn every_meaning_has_a_name() {
        for (meaning, words) in HEADERS {
            assert_eq!(Meaning::named(meaning.name()), Some(meaning));
            let first = words.split_whitespace().next().unwrap();
            assert_eq!(Meaning::named(first), Some(meaning), "{first}");
        }
        assert_eq!(NAMES.len(), HEADERS.len());
        assert_eq!(Meaning::named("x"), None);
    }

    #[test]
    fn the_page_has_all_headers() {
        let page = include_str!("../../../docs/format.md");
        for (_, words) in HEADERS {
            let row = format!("\n| {} | ", words.split_whitespace().collect::<Vec<_>>().join(", "));
            assert!(page.contains(&row), "{row}");
        }
    }
}
