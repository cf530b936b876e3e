//! The names of states, kinds, acts, outcomes, weekdays and of what git lacks in Chinese.

use crate::domain::acts::State;
use crate::domain::day::Weekday;
use crate::domain::entry::{ActKind, Outcome};
use crate::domain::lack::Lack;
use crate::domain::problem::Kind;

/// What git lacks for merging by this program.
pub fn lacks(lacks: &[Lack]) -> String {
    let word = |lack: &Lack| match lack {
        Lack::Setting => "本仓库设置",
        Lack::Program => "本仓库设置所指的程序",
        Lack::Attributes => " .gitattributes",
    };
    lacks.iter().map(word).collect::<Vec<_>>().join("和")
}

/// The name of a state.
pub fn state(state: State) -> &'static str {
    match state {
        State::Open => "整改中",
        State::Awaiting => "待销号",
        State::Closed => "已销号",
        State::Suspended => "中止",
        State::Transferred => "移送",
        State::Withdrawn => "撤销",
    }
}

/// The name of a kind of problem.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Problem => "问题",
        Kind::Task => "任务",
        Kind::Duty => "定期事项",
    }
}

/// The name of an act.
pub fn act(act: ActKind) -> &'static str {
    match act {
        ActKind::Progress => "进展",
        ActKind::Done => "报结",
        ActKind::Return => "退回",
        ActKind::Close => "销号",
        ActKind::Reopen => "重启",
        ActKind::Extend => "延期",
        ActKind::Assign => "改派",
        ActKind::Review => "回访",
        ActKind::Suspend => "中止",
        ActKind::Resume => "恢复",
        ActKind::Transfer => "移送",
        ActKind::Withdraw => "撤销",
        ActKind::Notice => "督办",
        ActKind::Recover => "追缴",
        ActKind::Account => "问责",
        ActKind::Indicator => "指标",
        ActKind::Amend => "勘误",
        ActKind::Void => "更正",
    }
}

/// What is done in an act: the words behind 不能.
pub fn deed(kind: ActKind) -> &'static str {
    match kind {
        ActKind::Progress => "登记进展",
        ActKind::Review => "登记回访",
        ActKind::Notice => "发出督办",
        ActKind::Recover => "登记追缴",
        ActKind::Account => "登记问责",
        ActKind::Indicator => "登记指标",
        ActKind::Done
        | ActKind::Return
        | ActKind::Close
        | ActKind::Reopen
        | ActKind::Extend
        | ActKind::Assign
        | ActKind::Suspend
        | ActKind::Resume
        | ActKind::Transfer
        | ActKind::Withdraw
        | ActKind::Amend
        | ActKind::Void => act(kind),
    }
}

/// The usual name of a rung of the ladder of notices, by its place from 0.
pub fn rung(place: usize) -> &'static str {
    const USUAL: [&str; 4] = ["提醒", "督办", "约谈", "通报"];
    USUAL.get(place).or(USUAL.last()).unwrap_or(&"")
}

/// What a review found.
pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Kept => "保持",
        Outcome::Relapsed => "反弹",
    }
}

/// The name of a day of the week.
pub fn weekday(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "星期一",
        Weekday::Tue => "星期二",
        Weekday::Wed => "星期三",
        Weekday::Thu => "星期四",
        Weekday::Fri => "星期五",
        Weekday::Sat => "星期六",
        Weekday::Sun => "星期日",
    }
}

/// The name of one of the four forms, from 1.
pub fn form(form: usize) -> String {
    const NUMERALS: [&str; 4] = ["一", "二", "三", "四"];
    let numeral = form.checked_sub(1).and_then(|place| NUMERALS.get(place));
    numeral.map_or_else(|| format!("第{form}种形态"), |numeral| format!("第{numeral}种形态"))
}
