//! Words that say a limit without a number: 立行立改, 长期坚持, 尽快.

use super::cursor::Cursor;
use super::part::Part;
use super::{clause, state};

/// Longer words stand before their beginnings, since the first that fits is taken.
const IMMEDIATE: [&str; 16] = [
    "立改立行",
    "立刻",
    "立马",
    "立即整改",
    "立即改正",
    "立即完成",
    "立即落实",
    "立即办理",
    "立即",
    "即改",
    "即时整改",
    "即时",
    "即刻",
    "马上整改",
    "马上办理",
    "马上",
];
const SAME_DAY: [&str; 14] = [
    "事不隔夜",
    "事不过夜",
    "当场整改",
    "当场改正",
    "当日清零",
    "当天清零",
    "随到随办",
    "当日办结",
    "当天办结",
    "当日完成",
    "当天完成",
    "当日整改",
    "当天整改",
    "当日报",
];
const SUSTAINED: [&str; 47] = [
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
    "长期性",
    "长期工作",
    "长期任务",
    "长久坚持",
    "永久坚持",
    "永远坚持",
    "一直坚持",
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
const VAGUE: [&str; 50] = [
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
    "择期",
    "早日",
    "迅速",
    "火速",
    "从速",
    "从快",
    "第一时间",
    "按时",
    "按期",
    "按序时",
    "按进度",
    "如期",
    "分步",
    "分批",
    "分阶段",
    "陆续",
    "稳步",
    "加快",
    "条件具备",
    "条件允许",
];
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
        '已' => return cursor.attempt(state::done),
        '即' if cursor.sees(&["即日", "即将"]) => (&VAGUE, Part::Vague),
        '立' | '即' | '边' | '随' if cursor.attempt(|cursor| at_once(cursor, first)).is_some() =>
        {
            return Some(Part::Immediate);
        }
        '立' | '即' | '马' => (&IMMEDIATE, Part::Immediate),
        '不' | '每' | '农' | '阴' | '腊' | '正' | '冬' | '元' | '除' | '首'
            if cursor.takes_any(&NOT_KNOWN) =>
        {
            return Some(Part::Damaged);
        }
        '事' | '当' | '随' if cursor.takes_any(&SAME_DAY) => return Some(Part::SameDay),
        '当' | '今' => return cursor.attempt(this_day),
        '长' | '持' | '常' | '一' | '久' | '坚' | '永' => return cursor.attempt(sustained),
        '早' | '迅' | '火' | '从' | '第' | '按' | '如' | '分' | '陆' | '稳' | '加' | '尽'
        | '及' | '适' | '不' | '定' | '随' | '近' | '短' | '下' | '逐' | '抓' | '择' | '待'
        | '另' | '视' | '条' | '时' | '有' | '紧' | '总' | '限' => (&VAGUE, Part::Vague),
        _ => return None,
    };
    cursor.takes_any(words).then_some(part)
}

/// `立行立改`, `即知即改`, `边查边改`, `随查随改`: whatever is done, it is put right in the same breath.
fn at_once(cursor: &mut Cursor<'_>, first: char) -> Option<()> {
    let mut letters = cursor.rest().chars().skip(2);
    let (again, work) = (letters.next()?, letters.next()?);
    let ends = matches!(work, '改' | '纠') || first == '立' && work == '行';
    (again == first && ends).then(|| (0..4).for_each(|_| cursor.step()))
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
    (cursor.takes_any(&["当日", "当天", "今日", "今天"])
        && (cursor.takes("内") || clause::ends(cursor)))
    .then_some(Part::SameDay)
}
