//! Where a clause ends, and whether what follows a time says that something is due by it.

use super::cursor::Cursor;

/// The signs and words that join parts.
const JOINTS: [char; 14] =
    ['、', ',', ';', '。', ':', '(', ')', '并', '和', '及', '且', '或', '-', '"'];

/// Behind a period that is named without 底, 内 or 前: the work that is due by its end.
const WORK: [&str; 131] = [
    "完成",
    "完毕",
    "整改",
    "办结",
    "落实",
    "到位",
    "解决",
    "建立",
    "建成",
    "取得",
    "实现",
    "达到",
    "达标",
    "全面",
    "全部",
    "全市",
    "全区",
    "全县",
    "基本",
    "报",
    "上报",
    "提交",
    "召开",
    "开展",
    "组织",
    "验收",
    "形成",
    "出台",
    "制定",
    "修订",
    "完善",
    "印发",
    "进行",
    "集中",
    "实施",
    "总结",
    "销号",
    "清零",
    "见效",
    "培训",
    "举办",
    "推进",
    "清理",
    "清退",
    "追回",
    "收回",
    "补齐",
    "拨付",
    "归还",
    "移交",
    "交付",
    "竣工",
    "投入",
    "投用",
    "启用",
    "开工",
    "初步",
    "彻底",
    "再",
    "力争",
    "确保",
    "争取",
    "务必",
    "必须",
    "应",
    "要",
    "公示",
    "公布",
    "止",
    "健全",
    "编制",
    "整治",
    "动员",
    "自查",
    "抽查",
    "迎接",
    "分别",
    "分批",
    "陆续",
    "同步",
    "各",
    "巩固",
    "提升",
    "回头看",
    "督促",
    "督导",
    "部署",
    "启动",
    "梳理",
    "排查",
    "摸排",
    "治理",
    "改造",
    "建设",
    "采购",
    "招标",
    "安装",
    "调试",
    "试运行",
    "发放",
    "支付",
    "结算",
    "申报",
    "备案",
    "签订",
    "补签",
    "补办",
    "更新",
    "优化",
    "规范",
    "深化",
    "强化",
    "加强",
    "逐步",
    "逐项",
    "修复",
    "拆除",
    "关停",
    "更换",
    "购置",
    "配齐",
    "覆盖",
    "退还",
    "上缴",
    "缴清",
    "完工",
    "收尾",
    "清查",
    "核查",
    "复核",
    "评估",
];
/// Work that may also tell which paper or which state is meant: `2027年整改计划`, `三季度整改情况`.
const KINDS: [&str; 14] = [
    "集中", "全面", "整改", "实施", "落实", "推进", "整治", "清理", "总结", "验收", "培训", "自查",
    "抽查", "治理",
];
const PAPERS: [&str; 18] = [
    "计划", "方案", "意见", "办法", "清单", "情况", "任务", "要点", "报告", "目标", "进展", "成效",
    "成果", "台账", "问题", "事项", "总结", "预算",
];
/// Behind work that was done then: `2025年开展的专项整治`, `上半年排查发现的问题`.
const PAST: [&str; 4] = ["的", "发现", "出的", "过的"];

/// Behind a time: what happened then, and no work that is due by it.
const ORIGIN: [&str; 21] = [
    "发现",
    "反馈",
    "指出",
    "通报",
    "下发",
    "发生",
    "交办",
    "审计",
    "巡察",
    "巡视",
    "督查",
    "督察",
    "检查",
    "考核",
    "评议",
    "述职",
    "的问题",
    "以来",
    "会议",
    "移交的",
    "已",
];

/// The same behind 前, where the work that is due stands as well: `9月8日前发现的`, but `10月底前反馈`.
const ORIGIN_OF: [&str; 14] = [
    "发现的",
    "反馈的",
    "指出的",
    "通报的",
    "印发的",
    "下发的",
    "发生的",
    "交办的",
    "移交的",
    "存在的",
    "形成的",
    "已",
    "产生的",
    "认定的",
];

/// Tells whether the clause ends here.
pub(super) fn ends(cursor: &Cursor<'_>) -> bool {
    cursor.first().is_none_or(|c| JOINTS.contains(&c)) || cursor.sees(&["以及"])
}

/// Tells whether the clause begins here.
pub(super) fn begins(cursor: &Cursor<'_>) -> bool {
    cursor.behind().chars().next_back().is_none_or(|c| JOINTS.contains(&c))
}

/// Tells whether a period that was named here is one by which something is due.
pub(super) fn is_due(cursor: &Cursor<'_>) -> bool {
    (ends(cursor) || is_work(cursor)) && !is_origin(cursor)
}

fn is_work(cursor: &Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    let kind = ahead.takes_any(&KINDS);
    while kind && ahead.takes_any(&KINDS) {}
    if kind && ahead.sees(&PAPERS) {
        return false;
    }
    let work = cursor.rest();
    WORK.iter()
        .filter_map(|word| work.strip_prefix(word))
        .any(|rest| !PAST.iter().any(|past| rest.starts_with(past)))
}

/// Tells whether a time that was named here only tells which problems are meant.
pub(super) fn is_origin(cursor: &Cursor<'_>) -> bool {
    cursor.sees(&ORIGIN)
}

/// The same where 前 stands before it.
pub(super) fn is_origin_of(cursor: &Cursor<'_>) -> bool {
    cursor.sees(&ORIGIN_OF)
}

/// Tells whether the words end with 约, and not with `签约`, `履约`.
pub(super) fn is_about(behind: &str) -> bool {
    let before = behind.strip_suffix('约').map(|before| before.chars().next_back());
    before.is_some_and(|c| c.is_none_or(|c| !"签预节合契履违解制失续".contains(c)))
}

/// Tells whether the words end with the beginning of an adverb: `原则上一年内` is no last year.
pub(super) fn is_adverb(behind: &str) -> bool {
    ["原则", "总体", "基本", "大体", "整体"].iter().any(|word| behind.ends_with(word))
}

/// Tells whether nothing follows but the work.
pub(super) fn words_end(rest: &str) -> bool {
    let cursor = Cursor::over(rest);
    ends(&cursor) || is_work(&cursor)
}

/// The words from here to the end of the clause, and no more letters than so many.
pub(super) fn words<'a>(cursor: &Cursor<'a>, most: usize) -> &'a str {
    let rest = cursor.rest();
    let mut letters = rest.char_indices().take(most + 1);
    let end = letters.by_ref().find(|(_, c)| matches!(c, ',' | ';' | '。'));
    let end = end.or_else(|| rest.char_indices().nth(most));
    &rest[..end.map_or(rest.len(), |(place, _)| place)]
}
