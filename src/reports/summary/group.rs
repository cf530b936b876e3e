//! What the rows of a summary are grouped by.

use crate::domain::acts::State;
use crate::domain::policy::Count;
use crate::domain::problem::Kind;
use crate::domain::responsible::Responsible;
use crate::domain::roster::Roster;
use crate::domain::standing::Standing;

/// A key to group by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum By {
    /// The lead units, or all that take part, as the policy says.
    Unit,
    /// The persons responsible.
    Person,
    /// The leaders responsible.
    Leader,
    /// Who found it.
    Source,
    /// 类别.
    Category,
    /// The ledger.
    Ledger,
    /// The state.
    Status,
    /// Problem, task.
    Kind,
    /// The month of the last day.
    Month,
}

/// The value of a key in one row. The order is that of the rows: named values first, what is not named last.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// A state.
    State(State),
    /// A kind.
    Kind(Kind),
    /// A month, as year and number.
    Month(i32, u32),
    /// A name or word.
    Name(String),
    /// Nothing is written there.
    None,
}

/// Returns the rows in which a problem, or a measure of it, is counted for those who answer for it: one for each combination of its values.
pub(in crate::reports) fn groups_of(
    standing: &Standing<'_>,
    who: &Responsible,
    by: &[By],
    roster: &Roster,
) -> Vec<Vec<Group>> {
    if let [key] = by {
        return values(standing, who, *key, roster).into_iter().map(|value| vec![value]).collect();
    }
    by.iter().fold(vec![Vec::new()], |rows, key| {
        let values = values(standing, who, *key, roster);
        let longer = |row: &Vec<Group>| {
            values
                .iter()
                .map(|value| [row.clone(), vec![value.clone()]].concat())
                .collect::<Vec<_>>()
        };
        rows.iter().flat_map(longer).collect()
    })
}

fn values(standing: &Standing<'_>, who: &Responsible, by: By, roster: &Roster) -> Vec<Group> {
    let problem = &standing.problem;
    match by {
        By::Unit => units(standing, who, roster),
        By::Person => names(who.person.iter().map(String::as_str)),
        By::Leader => names(who.leader.iter().map(String::as_str)),
        By::Source => names(standing.source()),
        By::Category => names(problem.category.as_deref()),
        By::Ledger => names([&*standing.ledger.name]),
        By::Status => vec![Group::State(standing.state)],
        By::Kind => vec![Group::Kind(problem.kind)],
        By::Month => {
            let month = standing.last_day().day().map(|day| Group::Month(day.year(), day.month()));
            vec![month.unwrap_or(Group::None)]
        }
    }
}

/// The units that the policy counts, by their names of today, each once.
fn units(standing: &Standing<'_>, who: &Responsible, roster: &Roster) -> Vec<Group> {
    match standing.policy.count {
        Count::Lead => names(who.lead.iter().map(|name| roster.current_name(name))),
        Count::All => names(everyone(who, standing).map(|name| roster.current_name(name))),
    }
}

/// All units that take part in the problem or one of its measures.
fn everyone<'s>(
    who: &'s Responsible,
    standing: &'s Standing<'_>,
) -> impl Iterator<Item = &'s String> {
    let measures = standing.measures.iter().map(|measure| &*measure.responsible);
    let all =
        std::iter::once(who).chain(measures).flat_map(|who| [&who.lead, &who.joint, &who.with]);
    all.flatten()
}

fn names<'n>(names: impl IntoIterator<Item = &'n str>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for name in names {
        // Whoever is written twice answers once.
        if !groups.iter().any(|known| matches!(known, Group::Name(known) if known == name)) {
            groups.push(Group::Name(name.to_owned()));
        }
    }
    if groups.is_empty() { vec![Group::None] } else { groups }
}
