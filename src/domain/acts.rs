//! Which act is allowed in which state.

use super::entry::ActKind;

/// The state of a problem on a day. Derived each time, never stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// 整改中.
    Open,
    /// 待销号: everything reported done, not yet verified.
    Awaiting,
    /// 已销号: verified.
    Closed,
    /// 中止.
    Suspended,
    /// 移送.
    Transferred,
    /// 撤销.
    Withdrawn,
}

impl State {
    /// All states, in the order in which tables show them.
    pub const ALL: [Self; 6] = [
        Self::Open,
        Self::Awaiting,
        Self::Closed,
        Self::Suspended,
        Self::Transferred,
        Self::Withdrawn,
    ];

    /// Tells whether the work is still going on.
    pub fn is_active(self) -> bool {
        matches!(self, Self::Open | Self::Awaiting)
    }
}

/// What has to hold beside the state for an act to be allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Allowed {
    /// In this state, always.
    Yes,
    /// In this state, never.
    No,
    /// Only where policy `report_first` is off, or all measures are reported.
    ByPolicy,
    /// Only where something is reported.
    IfReported,
}

/// Tells whether an act is allowed in a state (`design` table of acts by states).
pub fn allowed(act: ActKind, state: State) -> Allowed {
    use ActKind as A;
    use State as S;
    let yes = match act {
        A::Void => true,
        A::Close if state == S::Open => return Allowed::ByPolicy,
        A::Return if state == S::Open => return Allowed::IfReported,
        A::Progress | A::Amend => !matches!(state, S::Transferred | S::Withdrawn),
        A::Done | A::Extend | A::Suspend => state.is_active(),
        A::Return | A::Close => state == S::Awaiting,
        A::Reopen | A::Review => state == S::Closed,
        A::Assign | A::Transfer | A::Withdraw => state.is_active() || state == S::Suspended,
        A::Notice | A::Recover | A::Account | A::Indicator => {
            state.is_active() || state == S::Closed
        }
        A::Resume => matches!(state, S::Suspended | S::Transferred | S::Withdrawn),
    };
    if yes { Allowed::Yes } else { Allowed::No }
}

#[cfg(test)]
mod tests {
    use super::{ActKind, Allowed, State, allowed};

    /// A row an act, a column a state in the order of `State::ALL`: `y`es, `-` no, by `p`olicy, if `r`eported.
    const TABLE: [(ActKind, &str); 18] = [
        (ActKind::Progress, "yyyy--"),
        (ActKind::Done, "yy----"),
        (ActKind::Return, "ry----"),
        (ActKind::Close, "py----"),
        (ActKind::Reopen, "--y---"),
        (ActKind::Extend, "yy----"),
        (ActKind::Assign, "yy-y--"),
        (ActKind::Review, "--y---"),
        (ActKind::Suspend, "yy----"),
        (ActKind::Resume, "---yyy"),
        (ActKind::Transfer, "yy-y--"),
        (ActKind::Withdraw, "yy-y--"),
        (ActKind::Notice, "yyy---"),
        (ActKind::Recover, "yyy---"),
        (ActKind::Account, "yyy---"),
        (ActKind::Indicator, "yyy---"),
        (ActKind::Amend, "yyyy--"),
        (ActKind::Void, "yyyyyy"),
    ];

    #[test]
    fn every_cell_of_the_table_holds() {
        assert_eq!(TABLE.map(|(act, _)| act), ActKind::NAMES.map(|(_, act)| act));
        for (act, row) in TABLE {
            for (state, expected) in State::ALL.into_iter().zip(row.chars()) {
                let found = match allowed(act, state) {
                    Allowed::Yes => 'y',
                    Allowed::No => '-',
                    Allowed::ByPolicy => 'p',
                    Allowed::IfReported => 'r',
                };
                assert_eq!(found, expected, "{act:?} in {state:?}");
            }
        }
    }
}
