//! A state where a limit should stand: `已完成`, `已于2022年9月30日整改到位`, `已收回`.

use super::cursor::Cursor;
use super::part::{Part, Point};
use super::scan::Context;
use super::{clause, point};

/// A state, whatever stands between 已 and the end of the work.
const FINISHED: [&str; 16] = [
    "立行立改",
    "立整立改",
    "立改",
    "完成",
    "整改",
    "办结",
    "销号",
    "落实",
    "到位",
    "解决",
    "结束",
    "完毕",
    "纠正",
    "改正",
    "清零",
    "整治",
];
const HOW_FINISHED: [&str; 16] = [
    "全部",
    "经",
    "于",
    "在",
    "按期",
    "按时",
    "按要求",
    "如期",
    "提前",
    "均",
    "基本",
    "彻底",
    "及时",
    "一次性",
    "整体",
    "当场",
];
/// A state only where nothing of the work follows: `已收回`, but not `将已收回资金上缴`.
const SETTLED: [&str; 32] = [
    "闭环", "完结", "上缴", "追回", "退还", "清退", "退回", "收回", "归还", "补办", "补齐", "补缴",
    "处理", "处置", "修订", "制定", "出台", "印发", "建立", "拆除", "关停", "关闭", "更换", "修复",
    "更新", "公开", "取消", "废止", "移交", "验收", "归档", "清理",
];
/// Behind a state that only tells which problems are meant: 已完成整改的问题.
const WHICH: [&str; 8] = ["的", "问题", "事项", "项目", "任务", "成果", "情况", "部分"];

/// `已完成`, `已全部整改到位`, `已于9月底前完成`: the time in it is not one to come.
pub(super) fn done(cursor: &mut Cursor<'_>) -> Option<Part> {
    cursor.takes("已");
    let told_when = cursor.sees(&["于", "在"]);
    while cursor.takes_any(&HOW_FINISHED) {}
    if let Some(part) = cursor.attempt(settled) {
        return Some(part);
    }
    if !cursor.takes_any(&FINISHED) {
        // The time and the work stand before the end: `已于2022年9月30日完成`.
        let clause = told_when.then(|| clause::words(cursor, 40))?;
        let (place, word) =
            FINISHED.iter().filter_map(|word| Some((clause.find(word)?, word))).min()?;
        let end = cursor.at() + place + word.len();
        while cursor.at() < end {
            cursor.step();
        }
    }
    while cursor.takes_any(&FINISHED) {}
    if cursor.sees(&WHICH) {
        return None;
    }
    cursor.attempt(when_done);
    Some(Part::Done)
}

fn settled(cursor: &mut Cursor<'_>) -> Option<Part> {
    cursor.takes_any(&SETTLED).then_some(())?;
    cursor.takes_any(&["到位", "完毕", "完成", "结束", "国库", "财政", "专户"]);
    cursor.attempt(when_done);
    clause::ends(cursor).then_some(Part::Done)
}

/// `已完成（2026年8月）`, `已完成，2026年8月30日`: when it was done, and not until when it is due.
fn when_done(cursor: &mut Cursor<'_>) -> Option<()> {
    let bracket = cursor.takes("(");
    let apart = !bracket && cursor.takes_any(&[",", ":"]);
    cursor.takes_any(&["完成时间", "办结时间", "时间"]);
    cursor.takes_any(&[":", "于", "在"]);
    let read = point::point(cursor, &Context::default())?;
    cursor.takes_any(&FINISHED);
    let is_day = matches!(read.point, Point::Day(..));
    let told = is_day || read.open && !apart;
    let closed = if bracket { cursor.takes(")") } else { clause::ends(cursor) };
    (told && closed).then_some(())
}
