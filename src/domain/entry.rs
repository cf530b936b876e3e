//! An entry: something that happened to a problem. The list of entries only grows.

use super::amendment::Amendment;
use super::day::Day;
use super::evidence::Evidence;
use super::figure::Figure;
use super::key::Key;
use super::money::Money;
use super::problem::Extra;
use super::responsible::Responsible;

/// Something that happened, on a day, recorded by somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Unique in the problem.
    pub key: Key,
    /// The day on which it happened.
    pub on: Day,
    /// When it was entered, where that was later: figures printed in between did not know of it.
    pub entered: Option<Day>,
    /// What happened.
    pub act: Act,
    /// Who did it or reports it.
    pub by: String,
    /// What there is to say of it.
    pub text: Option<String>,
    /// By what a script knows that it has asked for it already.
    pub request: Option<String>,
    /// The office's own keys.
    pub extra: Extra,
}

/// What an entry records, with the keys of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// 进展: a sign of life, without effect.
    Progress {
        /// What proves it.
        evidence: Vec<Evidence>,
    },
    /// 报结: measures, or all of them, are reported done.
    Done {
        /// The measures reported; empty for all.
        measures: Vec<u32>,
        /// The occurrence of a duty that was met.
        occurrence: Option<Day>,
        /// What proves it.
        evidence: Vec<Evidence>,
    },
    /// 退回: reported work is open again under its old day.
    Return {
        /// The measures returned; empty for all.
        measures: Vec<u32>,
    },
    /// 销号: verified and closed.
    Close {
        /// Who verified.
        verifier: Option<String>,
        /// What proves it.
        evidence: Vec<Evidence>,
        /// Why it is closed although an indicator is short.
        reason: Option<String>,
    },
    /// 重启: the problem came back; a new round begins.
    Reopen {
        /// The measures reopened; empty for all.
        measures: Vec<u32>,
        /// What the reopening rests on.
        basis: Option<String>,
        /// The new limit, in words.
        limit: Option<String>,
        /// The new last day.
        due: Option<Day>,
    },
    /// 延期: the day of what it names moves, and of nothing else.
    Extend {
        /// The measures whose day moves; empty for the problem's.
        measures: Vec<u32>,
        /// The new limit, in words.
        limit: Option<String>,
        /// The new last day.
        due: Day,
        /// Who asked.
        applicant: Option<String>,
        /// Who approved.
        approver: Option<String>,
        /// When it was asked for.
        asked: Option<Day>,
    },
    /// 改派: others answer for it from now on.
    Assign {
        /// The measures reassigned; empty for the problem.
        measures: Vec<u32>,
        /// Who answers now; a list left empty stays as it was.
        to: Responsible,
    },
    /// 回访: a closed problem was looked at again.
    Review {
        /// What was found.
        outcome: Outcome,
        /// When to look again, where that is not the policy's day.
        next: Option<Day>,
        /// What proves it.
        evidence: Vec<Evidence>,
    },
    /// 中止: not overdue until it is resumed; the day does not move.
    Suspend {
        /// Who approved.
        approver: Option<String>,
    },
    /// 恢复: ends a suspension, a transfer or a withdrawal.
    Resume {
        /// Who approved.
        approver: Option<String>,
    },
    /// 移送: handed to another body.
    Transfer {
        /// To whom.
        to: String,
        /// Under which reference.
        reference: Option<String>,
    },
    /// 撤销: the number stays, nothing counts.
    Withdraw {
        /// Who approved.
        approver: Option<String>,
    },
    /// 督办: one numbered notice.
    Notice {
        /// The step of the ladder, from 1.
        level: u32,
        /// The notice's number.
        number: String,
        /// To whom.
        to: Option<String>,
    },
    /// 追缴: money came back.
    Recover {
        /// How much.
        amount: Money,
        /// What proves it.
        evidence: Vec<Evidence>,
    },
    /// 问责: persons were held to account.
    Account {
        /// Which of the four forms (四种形态), 1 to 4.
        form: u8,
        /// How many persons (人).
        persons: Option<u32>,
        /// How many times (人次).
        times: Option<u32>,
    },
    /// 指标: a figure was measured anew.
    Indicator {
        /// The indicator's name.
        name: String,
        /// The new value.
        actual: Figure,
    },
    /// 勘误: corrects a slip; no extension.
    Amend {
        /// The measure corrected, else the problem.
        measure: Option<u32>,
        /// The field and its right value.
        change: Amendment,
        /// The wrong value, as it was written.
        old: Option<String>,
    },
    /// 更正: the entry named counts for nothing.
    Void {
        /// The key of that entry.
        of: Key,
    },
}

/// What a review found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The problem stayed cured.
    Kept,
    /// It came back.
    Relapsed,
}

impl Entry {
    /// The day on which it happened; nothing where a sheet tells of none, which stands as the first that a book may name.
    pub fn day(&self) -> Option<Day> {
        self.on.known()
    }
}

impl Act {
    /// Tells which act it is.
    pub fn kind(&self) -> ActKind {
        match self {
            Self::Progress { .. } => ActKind::Progress,
            Self::Done { .. } => ActKind::Done,
            Self::Return { .. } => ActKind::Return,
            Self::Close { .. } => ActKind::Close,
            Self::Reopen { .. } => ActKind::Reopen,
            Self::Extend { .. } => ActKind::Extend,
            Self::Assign { .. } => ActKind::Assign,
            Self::Review { .. } => ActKind::Review,
            Self::Suspend { .. } => ActKind::Suspend,
            Self::Resume { .. } => ActKind::Resume,
            Self::Transfer { .. } => ActKind::Transfer,
            Self::Withdraw { .. } => ActKind::Withdraw,
            Self::Notice { .. } => ActKind::Notice,
            Self::Recover { .. } => ActKind::Recover,
            Self::Account { .. } => ActKind::Account,
            Self::Indicator { .. } => ActKind::Indicator,
            Self::Amend { .. } => ActKind::Amend,
            Self::Void { .. } => ActKind::Void,
        }
    }

    /// The measures that the act names; empty where it speaks of the whole problem.
    pub fn measures(&self) -> &[u32] {
        match self {
            Self::Done { measures, .. }
            | Self::Return { measures }
            | Self::Reopen { measures, .. }
            | Self::Extend { measures, .. }
            | Self::Assign { measures, .. } => measures,
            Self::Amend { measure, .. } => measure.as_slice(),
            _ => &[],
        }
    }

    /// The occurrence of a duty that the act names.
    pub fn occurrence(&self) -> Option<Day> {
        match self {
            Self::Done { occurrence, .. } => *occurrence,
            _ => None,
        }
    }

    /// The evidence that the act brings.
    pub fn evidence(&self) -> &[Evidence] {
        match self {
            Self::Progress { evidence }
            | Self::Done { evidence, .. }
            | Self::Close { evidence, .. }
            | Self::Review { evidence, .. }
            | Self::Recover { evidence, .. } => evidence,
            _ => &[],
        }
    }
}

/// Which act an entry records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is described at its act")]
pub enum ActKind {
    Progress,
    Done,
    Return,
    Close,
    Reopen,
    Extend,
    Assign,
    Review,
    Suspend,
    Resume,
    Transfer,
    Withdraw,
    Notice,
    Recover,
    Account,
    Indicator,
    Amend,
    Void,
}

impl ActKind {
    /// All acts with their names in files and programs, in the order of `docs/format.md`.
    pub const NAMES: [(&'static str, Self); 18] = [
        ("progress", Self::Progress),
        ("done", Self::Done),
        ("return", Self::Return),
        ("close", Self::Close),
        ("reopen", Self::Reopen),
        ("extend", Self::Extend),
        ("assign", Self::Assign),
        ("review", Self::Review),
        ("suspend", Self::Suspend),
        ("resume", Self::Resume),
        ("transfer", Self::Transfer),
        ("withdraw", Self::Withdraw),
        ("notice", Self::Notice),
        ("recover", Self::Recover),
        ("account", Self::Account),
        ("indicator", Self::Indicator),
        ("amend", Self::Amend),
        ("void", Self::Void),
    ];

    /// The act's name in files and programs.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, act)| *act == self).map_or("", |(name, _)| name)
    }
}
