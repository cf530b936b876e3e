//! The rules of the further figures of a summary, in Chinese.

use crate::domain::day::Day;
use crate::domain::policy::{Count, Policy, Review};
use crate::render::words::FurtherNote;
use crate::reports::policies::InForce;
use crate::reports::summary::{Listed, Tally};

/// The words of a rule.
pub fn note(note: &FurtherNote<'_>) -> String {
    match note {
        FurtherNote::Listed(figure) => meaning(*figure).to_owned(),
        FurtherNote::Tally(figure) => meaning_of_sum(*figure).to_owned(),
        FurtherNote::Money => "应追缴＝已追缴＋尚未追缴；未另写应追缴的，按涉及金额计。追缴率＝已追缴÷应追缴。撤销的不计。".to_owned(),
        FurtherNote::Accounted => "一人受两次处理，计1人、2人次；只写人数的，每人计1人次。占比按人次计，各项之和为100%。".to_owned(),
        FurtherNote::Counted => "计数指标：各问题取最近一次登记的数，再相加；设有基数、目标或按百分比计的指标不相加。撤销的不计。".to_owned(),
        FurtherNote::Policy { in_force, several } => policy(in_force, *several),
    }
}

/// What a figure that counts problems means.
fn meaning(figure: Listed) -> &'static str {
    match figure {
        Listed::Reported => {
            "已报结：全部措施报结且未被退回的，以销号前最后一次报结之日为准，不以销号之日为准。"
        }
        Listed::InTime => "按原期限：在方案规定的期限内报结。",
        Listed::InTimeExtended => "按新期限：超过原期限，在延期后的期限内报结。",
        Listed::ReportedLate => "逾期报结：超过期限（含延期后的期限）才报结。",
        Listed::ReportedUndated => "日期不全：已报结，未定期限或未记报结日期。",
        Listed::Extended => "延期问题：只计本轮。",
        Listed::Noticed => "督办问题：计各轮。",
        Listed::Reopened => "曾重启：至少重启一次。",
        Listed::Relapsed => "拟重启：销号后回访发现反弹、尚未重启的。",
        Listed::OnWatch => "待回访：已销号、须再回访的。",
        Listed::ReviewOverdue => "回访逾期：待回访中过了应回访之日的，不影响完成率。",
        Listed::Recurring => "重复发生：写明此前同类问题的；复发率＝重复发生÷（总数－撤销）。",
        Listed::CameBack => "销号后再现：已销号、又被此后问题列为同类的。",
        Listed::Accounted => "问责问题：有人被问责的。",
    }
}

/// What a figure means that counts what a problem may have several of.
fn meaning_of_sum(figure: Tally) -> &'static str {
    match figure {
        Tally::Extensions => "延期次数：只计本轮，一次涉及几条措施的计一次。",
        Tally::DaysWon => "延长天数：按后移最多的期限计。",
        Tally::Notices => "督办份数：计各轮。",
    }
}

fn policy(in_force: &InForce, several: bool) -> String {
    let since = |day: Day| format!("自{day}起执行");
    let since = in_force.since.map_or_else(|| "未注明起始日期，一直有效".to_owned(), since);
    if several {
        format!(
            "适用规定（{}）：{since}；{}。",
            in_force.ledgers.join("、"),
            decided(&in_force.policy)
        )
    } else {
        format!("适用规定：{since}。")
    }
}

/// What the policy decides about the figures.
fn decided(policy: &Policy) -> String {
    let count = match policy.count {
        Count::Lead => "按牵头单位计",
        Count::All => "按全部参与单位计",
    };
    let review = match policy.review {
        Review::Month => "每月回访",
        Review::Quarter => "每季度回访",
        Review::Half => "每半年回访",
        Review::Year => "每年回访",
    };
    let soon = policy.bands.iter().max().map(|days| format!("{days}日内为临近到期，"));
    format!("{}{count}，{review}", soon.unwrap_or_default())
}

/// The heading of a figure that counts problems.
pub fn listed(figure: Listed) -> &'static str {
    match figure {
        Listed::Reported => "已报结",
        Listed::InTime => "按原期限",
        Listed::InTimeExtended => "按新期限",
        Listed::ReportedLate => "逾期报结",
        Listed::ReportedUndated => "日期不全",
        Listed::Extended => "延期问题",
        Listed::Noticed => "督办问题",
        Listed::Reopened => "曾重启",
        Listed::Relapsed => "拟重启",
        Listed::OnWatch => "待回访",
        Listed::ReviewOverdue => "回访逾期",
        Listed::Recurring => "重复发生",
        Listed::CameBack => "销号后再现",
        Listed::Accounted => "问责问题",
    }
}

/// The heading of a figure that counts what a problem may have several of.
pub fn tally(figure: Tally) -> &'static str {
    match figure {
        Tally::Extensions => "延期次数",
        Tally::DaysWon => "延长天数",
        Tally::Notices => "督办份数",
    }
}
