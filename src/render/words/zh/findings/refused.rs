//! What the gate would have refused of an entry that was written by hand, in Chinese.

use crate::domain::book::Lang;
use crate::domain::gate::{Misfit, OneSide, Refusal, Tie};
use crate::render::words::amended_field;
use crate::render::words::zh::{names, refusals};

/// What is wrong.
pub(super) fn message(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Unreported(measures) => {
            let numbers: Vec<_> = measures.iter().map(u32::to_string).collect();
            format!("销号时措施{}尚未报结", numbers.join("、"))
        }
        Refusal::NoReport => "未报结即销号".to_owned(),
        Refusal::Short { name, actual: Some(actual), target } => {
            format!("销号时指标“{name}”为{actual}，未达{target}，又未写理由")
        }
        Refusal::Short { name, actual: None, target } => {
            format!("销号时指标“{name}”尚无实际值，目标{target}，又未写理由")
        }
        Refusal::NoEvidence(act) => format!("{}未附佐证材料，规定须附", names::act(*act)),
        Refusal::VerifierReported(side) => one_side(side, "报结过此问题"),
        Refusal::VerifierResponsible(side) => one_side(side, "对此问题负责"),
        Refusal::NothingReported => "退回时尚无报结".to_owned(),
        Refusal::NoSuchMeasure(no) => format!("该日措施{no}尚未列入，或已经停用"),
        Refusal::OccurrenceOfMeasure => "所属期属于整个定期事项，不属于某项措施".to_owned(),
        Refusal::Misfit(misfit) => self::misfit(misfit),
        other => refusals::refusal(other),
    }
}

fn one_side(OneSide { verifier, other, tie }: &OneSide, did: &str) -> String {
    match tie {
        Tie::Same if verifier == other => format!("“{verifier}”{did}，又自己核查"),
        Tie::Same => format!("“{verifier}”即“{other}”，{did}，又自己核查"),
        Tie::UnitOfOther => format!("“{other}”{did}，核查的“{verifier}”是其所在单位"),
        Tie::PersonOfOther => format!("“{other}”{did}，核查的“{verifier}”是该单位的人员"),
    }
}

fn misfit(misfit: &Misfit) -> String {
    match misfit {
        Misfit::NoText(act) => format!("{}未写情况或原因", names::act(*act)),
        Misfit::NoApprover(act) => format!("{}未写批准人", names::act(*act)),
        Misfit::NotLater { now, new } => {
            format!("新截止日期{new}不晚于当时的截止日期{now}，不是延期")
        }
        Misfit::PastDay { new, on } => format!("新截止日期{new}早于重启之日{on}"),
        Misfit::ExtendsToPast { new, on } => {
            format!("新截止日期{new}在批准之日{on}已经过去")
        }
        Misfit::ReportedBefore { since, reported } => {
            format!("措施自{since}列入，早于{reported}的报结")
        }
        Misfit::VoidsLater { of, on } => format!("更正日期{on}早于被更正记录的日期{of}"),
        Misfit::BelowRecovered { recovered, recoverable } => {
            format!("当时已追缴{recovered}，多于{recoverable}")
        }
        Misfit::AskedLater { asked, on } => format!("申请日期{asked}晚于批准日期{on}"),
        Misfit::DutyHasNoDay => "定期事项按期次办理，没有截止日期".to_owned(),
        Misfit::NotReported(no) => format!("措施{no}当时并未报结"),
        Misfit::NextNotLater { next, on } => format!("下次回访{next}不晚于本次{on}"),
        Misfit::TooMuch { recovered, recoverable } => {
            format!("共追缴{recovered}，多于应追缴的{recoverable}")
        }
        Misfit::NobodyCounted => "人数、人次都没有写".to_owned(),
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

/// What to do about it.
pub(super) fn help(refusal: &Refusal) -> String {
    let text = match refusal {
        Refusal::Unreported(_) | Refusal::NoReport => {
            "已报结的，用 `ledger done --on` 补记；未报结的，用 `ledger void` 更正销号"
        }
        Refusal::Short { .. } => "写明理由，如 reason = \"…\"；或用 `ledger void` 更正销号",
        Refusal::NoEvidence(_) => "写明文件，如 evidence = [\"files/…\"]",
        Refusal::VerifierReported(_) | Refusal::VerifierResponsible(_) => {
            "写明核查人，如 verifier = \"…\"；不要求第二人核查的，在规定（policy）中写 second_person = false"
        }
        Refusal::NoSuchMeasure(_) => "请核对该措施的 since、dropped 和此条记录的日期",
        Refusal::Misfit(Misfit::NoText(_)) => "写明情况或原因，如 text = \"…\"",
        Refusal::Misfit(Misfit::NoApprover(_)) => "写明批准人，如 approver = \"…\"",
        Refusal::Misfit(
            Misfit::NotLater { .. }
            | Misfit::PastDay { .. }
            | Misfit::ExtendsToPast { .. }
            | Misfit::VoidsLater { .. }
            | Misfit::AskedLater { .. }
            | Misfit::NextNotLater { .. },
        ) => "请核对两个日期",
        Refusal::Misfit(Misfit::TooMuch { .. } | Misfit::BelowRecovered { .. }) => {
            "请核对金额；应追缴数有误的，用勘误（amend）改正"
        }
        Refusal::Misfit(Misfit::NobodyCounted | Misfit::TimesBelowPersons { .. }) => {
            "写明人数（persons），人次不同的再写人次（times）"
        }
        Refusal::Misfit(Misfit::EnteredWrongly { .. }) => "只有事后补记的才写补记日期（entered）",
        _ => "误登的，用 `ledger void` 更正",
    };
    text.to_owned()
}
