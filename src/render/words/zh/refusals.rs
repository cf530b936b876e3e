//! Why an act is refused, in Chinese, each with what to do.

use super::names;
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::domain::gate::{Misfit, OneSide, Refusal, Tie};
use crate::domain::problem::Kind;
use crate::render::words::amended_field;

/// The reason.
pub fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::NotInState { act, state, since } => {
            let since = since.map(|day| format!("（自{day}）")).unwrap_or_default();
            format!("当前状态为{}{since}，不能{}", names::state(*state), names::deed(*act))
        }
        Refusal::NothingReported => "尚无报结，无可退回".to_owned(),
        Refusal::Unreported(measures) => {
            let numbers: Vec<_> = measures.iter().map(u32::to_string).collect();
            format!("措施{}尚未报结；先用 `ledger done` 报结", numbers.join("、"))
        }
        Refusal::NoReport => "尚未报结；先用 `ledger done` 报结".to_owned(),
        Refusal::Short { name, actual: Some(actual), target } => {
            format!("指标“{name}”现为{actual}，未达{target}；如仍要销号，用 --reason 写明理由")
        }
        Refusal::Short { name, actual: None, target } => {
            format!("指标“{name}”尚无实际值，目标{target}；如仍要销号，用 --reason 写明理由")
        }
        Refusal::NoEvidence(act) => {
            format!("{}须附佐证材料；用 --evidence 写明文件", names::act(*act))
        }
        Refusal::VerifierReported(side) => {
            format!("{}；用 --verifier 写明另一核查人", one_side(side, "报结过此问题"))
        }
        Refusal::VerifierResponsible(side) => {
            format!("{}；用 --verifier 写明另一核查人", one_side(side, "对此问题负责"))
        }
        Refusal::NoSuchMeasure(no) => format!("没有措施{no}，或该日尚未列入、已经停用"),
        Refusal::NoSuchIndicator(name) => format!("没有指标“{name}”"),
        Refusal::NoSuchEntry(key) => format!("没有记录码为 {key} 的记录；用 `ledger show` 查看"),
        Refusal::AlreadyVoid(key) => format!("记录 {key} 已不生效"),
        Refusal::BeforeFound { on, found } => {
            format!("日期{on}早于问题发现之日{found}；用 --on 改正")
        }
        Refusal::InFuture { on, today } => format!("日期{on}晚于今日{today}；用 --on 改正"),
        Refusal::Occurrence(Kind::Duty) => "定期事项须写明所属期；用 --for 写明该期日期".to_owned(),
        Refusal::Occurrence(_) => "只有定期事项才写所属期（--for）".to_owned(),
        Refusal::OccurrenceOfMeasure => {
            "所属期属于整个定期事项；不写措施号，或不写 --for".to_owned()
        }
        Refusal::OccurrenceReported { day, on, of } => format!(
            "{day}这一期已于{on}报结（{of}）；补充情况用 `ledger note`，报错的先用 `ledger void` 更正"
        ),
        Refusal::Stranger { name, nearest } => {
            let help = declare(name, nearest.as_deref());
            format!("{}；{help}", stranger(name))
        }
        Refusal::Misfit(misfit) => self::misfit(misfit),
        Refusal::NoSuchOccurrence { day, before, after } => {
            format!("{day}不是该事项的期次{}", nearest(*before, *after))
        }
    }
}

/// Why who verifies is no second person.
fn one_side(OneSide { verifier, other, tie }: &OneSide, did: &str) -> String {
    match tie {
        Tie::Same if verifier == other => format!("“{verifier}”{did}，不能自己核查"),
        Tie::Same => format!("“{verifier}”即“{other}”，{did}，不能自己核查"),
        Tie::UnitOfOther => {
            format!("“{other}”{did}，是“{verifier}”的人员，该单位不能自己核查")
        }
        Tie::PersonOfOther => {
            format!("“{other}”{did}，“{verifier}”是该单位的人员，不能核查本单位的整改")
        }
    }
}

/// Somebody acts whom the book does not know.
pub(super) fn stranger(name: &str) -> String {
    format!("book.toml 中没有单位或人员“{name}”")
}

/// What to do about it.
pub(super) fn declare(name: &str, nearest: Option<&str>) -> String {
    match nearest {
        Some(nearest) => format!("是否为“{nearest}”？"),
        None => format!("如确有其名，请在其中写 [unit.\"{name}\"] 或 [person.\"{name}\"]"),
    }
}

/// What an act says and cannot be so.
fn misfit(misfit: &Misfit) -> String {
    match misfit {
        Misfit::NoText(act) => format!("{}要写明情况或原因，用 --text 写上", names::deed(*act)),
        Misfit::NoApprover(act) => {
            format!("{}要写明批准人，用 --approver 写上", names::act(*act))
        }
        Misfit::NotLater { now, new } => {
            format!("新截止日期{new}不晚于现截止日期{now}，不是延期")
        }
        Misfit::PastDay { new, on } => {
            format!("新截止日期{new}早于重启之日{on}；请改时限，或用 --on 改日期")
        }
        Misfit::ExtendsToPast { new, on } => {
            format!(
                "新截止日期{new}在批准之日{on}已经过去；请改时限，批准在先的用 --on 写明批准日期"
            )
        }
        Misfit::ReportedBefore { since, reported } => format!(
            "措施自{since}列入，{reported}的报结会把它也算作已报结；用 --since 写明更晚的日期"
        ),
        Misfit::VoidsLater { of, on } => {
            format!("更正日期{on}早于被更正记录的日期{of}；用 --on 改正")
        }
        Misfit::BelowRecovered { recovered, recoverable } => format!(
            "已追缴{recovered}，多于{recoverable}；请核对金额，或先用 `ledger void` 更正多记的追缴"
        ),
        Misfit::AskedLater { asked, on } => {
            format!("申请日期{asked}晚于批准日期{on}；用 --asked 或 --on 改正")
        }
        Misfit::DutyHasNoDay => {
            "定期事项按期次办理，没有单一的截止日期，何时到期看周期（`every`）".to_owned()
        }
        Misfit::NotReported(no) => format!("措施{no}尚未报结"),
        Misfit::NextNotLater { next, on } => {
            format!("下次回访{next}不晚于本次{on}；用 --next 改正")
        }
        Misfit::TooMuch { recovered, recoverable } => format!(
            "加上这笔共追缴{recovered}，多于应追缴的{recoverable}；请核对金额，应追缴金额有误的用 `ledger amend` 勘误"
        ),
        Misfit::NobodyCounted => {
            "没有写人数，用 --persons 写人数，人次不同的再写 --times".to_owned()
        }
        Misfit::TimesBelowPersons { times, persons } => {
            format!("{times}人次少于{persons}人，一人至少计1人次")
        }
        Misfit::AmendsNothing(field) => {
            let name = amended_field(Lang::Zh, *field, None);
            format!("{name}原来就是这样，无须勘误")
        }
        Misfit::EnteredWrongly { entered, on } => {
            format!("补记日期{entered}应晚于发生日期{on}，且不晚于今日")
        }
    }
}

/// The occurrences around a day that is none.
pub(super) fn nearest(before: Option<Day>, after: Option<Day>) -> String {
    match (before, after) {
        (Some(before), Some(after)) => format!("；前后两期为{before}和{after}"),
        (Some(before), None) => format!("；末期为{before}"),
        (None, Some(after)) => format!("；首期为{after}"),
        (None, None) => "；该事项没有期次".to_owned(),
    }
}
