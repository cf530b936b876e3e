//! What a chapter is for, by the words of its heading.

use crate::complaint::PassedOver;

/// What a chapter holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Chapter {
    /// What was found wrong.
    Problems,
    /// What is to be done, piece by piece.
    Tasks,
    /// When it is done.
    Phases,
    /// No lines at all, whatever stands there.
    Other(PassedOver),
    /// Its heading does not tell.
    Unknown,
}

/// Words of headings; the first that fits decides.
const WORDS: [(Chapter, &str); 9] = [
    (Chapter::Other(PassedOver::Members), "成员名单 组成人员 领导小组成员 人员名单"),
    (Chapter::Other(PassedOver::Causes), "原因 剖析 根源 成因"),
    (
        Chapter::Problems,
        "存在的问题 存在问题 主要问题 问题清单 突出问题 存在的主要问题 发现的问题 发现问题 问题表现 薄弱环节 存在不足 存在的不足 \
         自查问题 查摆问题 梳理问题 排查问题 问题梳理 问题查摆 检查问题 自查出的问题 查找的问题 梳理的问题 \
         问题和不足 问题与不足 问题及不足 查出问题 反馈问题 短板弱项 困难和问题 问题和困难",
    ),
    (
        Chapter::Other(PassedOver::Outlook),
        "下一步 下步 今后 改进措施 整改方向 努力方向 工作打算 工作安排 工作计划 意见建议 对策 建议",
    ),
    (
        Chapter::Other(PassedOver::Aims),
        "总体要求 指导思想 工作目标 主要目标 总体目标 基本原则 总体思路 目标要求 工作原则 目标任务 工作要求和目标",
    ),
    (
        Chapter::Phases,
        "实施步骤 工作步骤 方法步骤 时间安排 进度安排 步骤安排 时间步骤 阶段安排 实施阶段 工作进度 步骤方法",
    ),
    (
        Chapter::Tasks,
        "重点任务 主要任务 工作任务 具体任务 任务清单 任务分工 重点工作 主要工作任务 工作重点 工作内容 主要内容 重点内容 行动 工程 \
         工作措施 主要措施 重点措施 整改措施 整改任务 具体措施 主要举措 重点举措 工作举措",
    ),
    (
        Chapter::Other(PassedOver::Organisation),
        "组织领导 组织保障 保障措施 工作要求 组织实施 工作机制 主体责任 领导小组 工作机构 责任担当 组织机构 有关要求 相关要求 保障机制 \
         提高认识 思想认识 政治站位 高度重视 统筹推进 督导检查 职责分工 强化领导 加强领导 提高站位 工作制度 纪律要求",
    ),
    (
        Chapter::Other(PassedOver::Situation),
        "基本情况 工作开展情况 开展情况 现状 主要做法 工作成效 总体情况 工作情况 整改工作情况 组织开展 进展情况 概况 主要成效",
    ),
];

/// Tells what a chapter is for.
pub(super) fn chapter(heading: &str) -> Chapter {
    let says = |words: &str| words.split_whitespace().any(|word| heading.contains(word));
    // 着力解决突出问题 is work, and lists none.
    let works = ["整治", "解决", "治理", "化解", "纠治", "破解"]
        .iter()
        .any(|word| heading.find(word).is_some_and(|at| heading[at..].contains("问题")));
    let fits = |(chapter, words): &&(Chapter, &str)| {
        says(words) && !(works && *chapter == Chapter::Problems)
    };
    WORDS.iter().find(fits).map_or(Chapter::Unknown, |(chapter, _)| *chapter)
}

/// A heading that counts what stands below it, 垃圾治理类（4个）: its words without the count, and the count.
pub(super) fn counted(heading: &str) -> Option<(&str, usize)> {
    let inner = heading.strip_suffix(')')?;
    let (bare, count) = inner.rsplit_once('(')?;
    let count = count.strip_prefix('共').unwrap_or(count);
    let digits = count.bytes().take_while(u8::is_ascii_digit).count();
    let units = ["个", "项", "条", "处", "件", "起", "个问题", "项问题", "条问题", "处问题"];
    let known = units.contains(&&count[digits..]) && !bare.is_empty();
    Some((bare, count[..digits].parse().ok().filter(|_| known)?))
}

/// The bytes of 重点任务： before what the task is.
pub(super) fn named_before(heading: &str) -> usize {
    let Some((name, rest)) = heading.split_once(':') else { return 0 };
    let says = ["任务", "事项", "项目", "任务名称", "事项名称", "项目名称"];
    let short = name.chars().count() <= 8 && says.iter().any(|word| name.ends_with(word));
    if short && !rest.is_empty() && !rest.starts_with('\n') { name.len() + 1 } else { 0 }
}

/// Tells whether a heading names a phase.
pub(super) fn is_phase(heading: &str) -> bool {
    let name = heading.split(['(', ':']).next().unwrap_or_default();
    let named = name.ends_with("阶段") || name.starts_with('第') && name.contains("阶段");
    named && name.chars().count() <= 20
}

/// The bytes of the word before what was found: 关于, 针对; 对 before quotes.
fn opening(words: &str) -> Option<usize> {
    let known = ["关于", "针对", "对于", "对照"].iter().find(|word| words.starts_with(**word));
    let quoted = words.starts_with("对\"").then_some('对'.len_utf8());
    known.map(|word| word.len()).or(quoted)
}

/// The ends of a heading that names what was found.
const FINDING_ENDS: [&str; 6] = [
    "的问题",
    "问题的整改",
    "的问题整改情况",
    "问题整改情况",
    "问题整改落实情况",
    "问题的整改情况",
];

/// Tells whether a heading is that of a finding: 关于…问题, “…”问题的整改.
pub(super) fn is_finding(heading: &str) -> bool {
    let begins = opening(heading).is_some() || heading.starts_with('"');
    let lacks = is_deficient(heading) && FINDING_ENDS.iter().any(|end| heading.ends_with(end));
    (begins && heading.contains("问题") || lacks) && heading.chars().count() <= 120
}

/// Tells whether words are 针对“甲”问题.
pub(super) fn is_named_finding(words: &str) -> bool {
    opening(words).is_some() && words.ends_with("问题") && words.chars().count() <= 80
}

/// The words between 关于 and 问题 of such a heading, from where to where; the whole heading where it is none.
pub(super) fn finding(heading: &str) -> (usize, usize) {
    let begins = opening(heading);
    let start = begins.unwrap_or(0);
    if begins.is_none() && !heading.starts_with('"') {
        // 某事不够规范方面 names a problem, and no field of work.
        let ends = FINDING_ENDS.iter().chain(&["方面"]);
        let bare = ends.filter_map(|end| heading.strip_suffix(end)).min_by_key(|it| it.len());
        let bare = bare.map(|bare| bare.trim_end_matches('的'));
        // 存在的问题 heads a chapter.
        let is_finding = |bare: &&str| {
            is_deficient(bare)
                || !heading.ends_with("方面") && bare.chars().count() > 5 && !bare.ends_with("存在")
        };
        let bare = bare.filter(is_finding);
        return (0, bare.unwrap_or(heading).len());
    }
    let rest = &heading[start..];
    if let Some(quoted) = rest.strip_prefix('"')
        && let Some(close) = quoted.find('"')
    {
        let behind = &quoted[close + 1..];
        let ends = ["的问题", "问题", "等问题", "方面问题", "方面的问题", "方面存在的问题", "方面"];
        if ends.iter().any(|word| behind.starts_with(word)) {
            return (start + 1, start + 1 + close);
        }
    }
    let Some(end) = rest.rfind("问题") else { return (0, heading.len()) };
    let bare = rest[..end].trim_end_matches(['的', '等']);
    let bare = bare.strip_suffix("方面存在").unwrap_or(bare).trim_end_matches("存在");
    // 关于问题 alone says nothing.
    if bare.chars().count() < 2 { (0, heading.len()) } else { (start, start + bare.len()) }
}

/// Tells whether a heading names a field of work, in which several problems may lie.
pub(super) fn is_field(heading: &str) -> bool {
    let ends = [
        "方面",
        "工作",
        "情况",
        "领域",
        "环节",
        "方面存在的问题",
        "方面的问题",
        "方面问题",
        "层面",
    ];
    let named = ends.iter().any(|end| heading.ends_with(end));
    (named || super::units::is_unit(heading) && heading.chars().count() <= 15)
        && !is_deficient(heading)
}

/// Words of what is lacking.
const LACKING: [&str; 62] = [
    "不够",
    "不足",
    "不到位",
    "不及时",
    "不规范",
    "不严",
    "不强",
    "不高",
    "不力",
    "不健全",
    "不完善",
    "不全",
    "不深",
    "不扎实",
    "不实",
    "不细",
    "不多",
    "不紧",
    "不彻底",
    "不清",
    "不明",
    "不准",
    "不好",
    "不畅",
    "不熟",
    "不合理",
    "不平衡",
    "不符",
    "不一致",
    "不均",
    "不当",
    "不密切",
    "不充分",
    "不主动",
    "不重视",
    "不经常",
    "不按",
    "薄弱",
    "缺乏",
    "缺失",
    "缺少",
    "滞后",
    "有待",
    "欠缺",
    "偏低",
    "较低",
    "较差",
    "较弱",
    "单一",
    "未",
    "没有",
    "流于形式",
    "走过场",
    "漏洞",
    "差距",
    "淡薄",
    "松懈",
    "弱化",
    "违规",
    "短缺",
    "断档",
    "老化",
];

/// Tells whether words say that something is lacking.
pub(super) fn is_deficient(words: &str) -> bool {
    LACKING.iter().any(|word| words.contains(word))
}

#[cfg(test)]
mod tests {
    use super::{Chapter, PassedOver, chapter, finding, is_field, is_phase};

    #[test]
    fn chapters_are_told_by_their_headings() {
        for (heading, expected) in [
            ("总体要求以高质量发展为目标", Chapter::Other(PassedOver::Aims)),
            ("存在的问题", Chapter::Problems),
            ("问题原因剖析", Chapter::Other(PassedOver::Causes)),
            ("下一步改进措施", Chapter::Other(PassedOver::Outlook)),
            ("重点任务", Chapter::Tasks),
            ("清廉某某十大行动", Chapter::Tasks),
            ("实施步骤", Chapter::Phases),
            ("强化责任担当,切实履行主体责任", Chapter::Other(PassedOver::Organisation)),
            ("甲乙丙", Chapter::Unknown),
        ] {
            assert_eq!(chapter(heading), expected, "{heading}");
        }
        assert!(is_phase("动员部署阶段(2021年11月-12月)"));
        assert!(is_phase("第一阶段:自查自纠"));
        assert!(!is_phase("现阶段工作情况"));
    }

    #[test]
    fn the_finding_is_taken_from_its_heading() {
        let taken = |heading: &str| {
            let (start, end) = finding(heading);
            heading[start..end].to_owned()
        };
        assert_eq!(taken("关于\"学用脱节\"问题的整改"), "学用脱节");
        assert_eq!(taken("关于预算编制不完整的问题"), "预算编制不完整");
        assert_eq!(taken("针对\"甲不实\"\"乙不力\"等问题的整改情况"), "\"甲不实\"\"乙不力\"");
        assert_eq!(taken("关于\"身边腐败问题和不正之风\"方面"), "身边腐败问题和不正之风");
        assert_eq!(taken("对\"预算编制不科学\"的问题"), "预算编制不科学");
        assert_eq!(taken("预算编制不完整"), "预算编制不完整");
        assert!(is_field("药品采购制度执行方面"));
        assert!(!is_field("监督执纪工作有待加强"));
    }
}
