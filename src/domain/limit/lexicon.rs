//! Words that say a limit without a number: 立行立改, 长期坚持, 尽快, 已完成.

use super::clause;
use super::cursor::Cursor;
use super::part::Part;

/// Longer words stand before their beginnings, since the first that fits is taken.
const IMMEDIATE: [&str; 24] = [
    "立行立改",
    "立查立改",
    "立知立改",
    "立整立改",
    "立说立行",
    "立改立行",
    "立即整改",
    "立即改正",
    "立即完成",
    "立即落实",
    "立即办理",
    "立即",
    "即知即改",
    "即查即改",
    "即行即改",
    "即改",
    "即时整改",
    "即时",
    "即刻",
    "马上整改",
    "马上办理",
    "马上",
    "边查边改",
    "边学边改",
];
const SAME_DAY: [&str; 9] = [
    "事不隔夜",
    "随到随办",
    "当日办结",
    "当天办结",
    "当日完成",
    "当天完成",
    "当日整改",
    "当天整改",
    "当日报",
];
const SUSTAINED: [&str; 40] = [
    "长期坚持",
    "长期执行",
    "长期推进",
    "长期开展",
    "长期整改",
    "长期落实",
    "长期抓",
    "长期保持",
    "长期跟踪",
    "长期关注",
    "长期巩固",
    "长期有效",
    "长年坚持",
    "长效坚持",
    "长效推进",
    "长抓不懈",
    "常抓不懈",
    "常抓常新",
    "常态长效",
    "常态化开展",
    "常态化、制度化执行",
    "常态化、制度化",
    "常态化推进",
    "常态化",
    "常年坚持",
    "常年",
    "一以贯之",
    "久久为功",
    "坚持不懈",
    "持之以恒",
    "持续坚持",
    "持续推进",
    "持续开展",
    "持续整改",
    "持续执行",
    "持续落实",
    "持续深化",
    "持续用力",
    "持续抓好",
    "持续",
];
/// What `持续` and `长期` say of the problem and not of the work.
const OF_THE_PROBLEM: [&str; 12] =
    ["存在", "发生", "下降", "增长", "恶化", "时间", "以来", "未", "拖", "闲置", "积压", "不"];
const VAGUE: [&str; 30] = [
    "尽快",
    "尽早",
    "尽速",
    "及时",
    "适时",
    "适当时候",
    "不定期",
    "定期",
    "随时",
    "近期",
    "近日",
    "即将",
    "短期内",
    "下一阶段",
    "下一步",
    "下阶段",
    "下步",
    "逐步",
    "抓紧",
    "择机",
    "待定",
    "另行通知",
    "视情况",
    "视情",
    "条件成熟",
    "时机成熟",
    "有序推进",
    "紧密结合",
    "总结完善",
    "限期",
];
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
/// Behind a state that only tells which problems are meant: 已完成整改的问题.
const WHICH: [&str; 8] = ["的", "问题", "事项", "项目", "任务", "成果", "情况", "部分"];

/// From when, and not until when; or a time that this calendar does not know.
const NOT_KNOWN: [&str; 12] = [
    "不早于",
    "不得早于",
    "不先于",
    "每隔",
    "农历",
    "阴历",
    "腊月",
    "正月",
    "冬月",
    "元宵",
    "除夕",
    "首月",
];

/// Reads such a word where one stands.
pub(super) fn part(cursor: &mut Cursor<'_>, first: char) -> Option<Part> {
    let (words, part): (&[&str], Part) = match first {
        '已' => return cursor.attempt(done),
        '即' if cursor.sees(&["即日", "即将"]) => (&VAGUE, Part::Vague),
        '立' | '即' | '马' | '边' => (&IMMEDIATE, Part::Immediate),
        '不' | '每' | '农' | '阴' | '腊' | '正' | '冬' | '元' | '除' | '首'
            if cursor.takes_any(&NOT_KNOWN) =>
        {
            return Some(Part::Damaged);
        }
        '事' | '当' | '随' if cursor.takes_any(&SAME_DAY) => return Some(Part::SameDay),
        '当' => return cursor.attempt(this_day),
        '长' | '持' | '常' | '一' | '久' | '坚' => return cursor.attempt(sustained),
        '尽' | '及' | '适' | '不' | '定' | '随' | '近' | '短' | '下' | '逐' | '抓' | '择'
        | '待' | '另' | '视' | '条' | '时' | '有' | '紧' | '总' | '限' => {
            (&VAGUE, Part::Vague)
        }
        _ => return None,
    };
    cursor.takes_any(words).then_some(part)
}

fn sustained(cursor: &mut Cursor<'_>) -> Option<Part> {
    if cursor.takes_any(&SUSTAINED) {
        let bare = cursor.behind().ends_with("持续");
        return (!bare || !cursor.sees(&OF_THE_PROBLEM)).then_some(Part::Sustained);
    }
    // `短期(6个月内)、长期(3-5年)` are classes, and their days stand in the brackets.
    (cursor.takes("长期") && clause::ends(cursor)).then_some(())?;
    let class = cursor.attempt(|cursor| cursor.takes("(").then(|| cursor.number()).flatten());
    class.is_none().then_some(Part::Sustained)
}

/// `当日`, `当天` where nothing else stands.
fn this_day(cursor: &mut Cursor<'_>) -> Option<Part> {
    (cursor.takes_any(&["当日内", "当天内", "当日", "当天"]) && clause::ends(cursor))
        .then_some(Part::SameDay)
}

/// `已完成`, `已全部整改到位`, `已于9月底前完成`: the time in it is not one to come.
fn done(cursor: &mut Cursor<'_>) -> Option<Part> {
    cursor.takes("已");
    let told_when = cursor.sees(&["于", "在"]);
    while cursor.takes_any(&HOW_FINISHED) {}
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
    (!cursor.sees(&WHICH)).then_some(Part::Done)
}
