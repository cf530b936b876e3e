//! Words that say a limit without a number: 立行立改, 长期坚持, 尽快, 已完成.

use super::cursor::Cursor;
use super::part::Part;

/// Longer words stand before their beginnings, since the first that fits is taken.
const IMMEDIATE: [&str; 22] = [
    "立行立改",
    "立查立改",
    "立知立改",
    "立整立改",
    "立说立行",
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
    "马上整改",
    "马上办理",
    "马上",
    "边查边改",
    "边学边改",
];
const SAME_DAY: [&str; 8] =
    ["事不隔夜", "当日办结", "当天办结", "当日完成", "当天完成", "随到随办", "当日", "当天"];
const SUSTAINED: [&str; 30] = [
    "长期坚持",
    "长期执行",
    "长期推进",
    "长期开展",
    "长期整改",
    "长期落实",
    "长期抓",
    "长效坚持",
    "持续坚持",
    "持续推进",
    "持续开展",
    "持续整改",
    "持续执行",
    "持续落实",
    "持续深化",
    "持续用力",
    "持续抓好",
    "持续抓",
    "持续发力",
    "持续改进",
    "持续",
    "常态化开展",
    "常态化、制度化执行",
    "常态化、制度化",
    "常态化推进",
    "常态化",
    "常抓不懈",
    "一以贯之",
    "久久为功",
    "坚持不懈",
];
const VAGUE: [&str; 22] = [
    "尽快",
    "尽早",
    "尽速",
    "及时",
    "适时",
    "不定期",
    "定期",
    "随时",
    "近期",
    "下一阶段",
    "下一步",
    "下阶段",
    "逐步",
    "抓紧",
    "待定",
    "另行通知",
    "视情况",
    "视情",
    "条件成熟",
    "有序推进",
    "紧密结合",
    "总结完善",
];
const DONE: [&str; 12] = [
    "已立行立改",
    "已全部完成",
    "已完成",
    "已整改",
    "已办结",
    "已销号",
    "已落实",
    "已到位",
    "已解决",
    "已结束",
    "已经完成",
    "已经整改",
];

/// From when, and not until when; or an exception that nobody can count.
const NOT_UNTIL: [&str; 2] = ["不早于", "不得早于"];

/// Reads such a word where one stands.
pub(super) fn part(cursor: &mut Cursor<'_>, first: char) -> Option<Part> {
    let (words, part): (&[&str], Part) = match first {
        '已' => (&DONE, Part::Done),
        '立' | '即' | '马' | '边' => (&IMMEDIATE, Part::Immediate),
        '不' if cursor.takes_any(&NOT_UNTIL) => return Some(Part::Damaged),
        '事' | '当' | '随' if cursor.takes_any(&SAME_DAY) => return Some(Part::SameDay),
        '长' | '持' | '常' | '一' | '久' | '坚' if cursor.takes_any(&SUSTAINED) => {
            return Some(Part::Sustained);
        }
        '尽' | '及' | '适' | '不' | '定' | '随' | '近' | '下' | '逐' | '抓' | '待' | '另'
        | '视' | '条' | '有' | '紧' | '总' => (&VAGUE, Part::Vague),
        _ => return None,
    };
    cursor.takes_any(words).then_some(part)
}
