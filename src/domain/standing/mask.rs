//! Names kept out of every output, for a problem that is masked (a clue, 线索).

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::Standing;
use crate::domain::entry::{Act, Entry};
use crate::domain::problem::Problem;
use crate::domain::responsible::Responsible;

/// What stands in the place of a name.
pub const MASK: &str = "＊＊";

impl Standing<'_> {
    /// Puts a mask in the place of each person's name and of all that entries say of who did what, where the problem is
    /// masked. Units stay, since figures by unit count them; what stands in running text is the writer's to keep out.
    #[must_use]
    pub fn masked(self) -> Self {
        if self.problem.masked { self.with_entries(mask_entry) } else { self }
    }

    /// Puts a mask in the place of each person in the fields that name persons, whether the problem is masked or not.
    /// Units stay, also as those by whom something was done.
    #[must_use]
    pub fn without_persons(self) -> Self {
        let (roster, head) = (&self.book.roster, &self.ledger.head);
        let of_measures = self.problem.measures.iter().map(|measure| &measure.responsible);
        let all = [&*self.responsible, &self.problem.responsible].into_iter().chain(of_measures);
        let all = all.chain(self.answered.iter().map(AsRef::as_ref));
        let named = all.flat_map(|who| [&who.lead, &who.joint, &who.with]).flatten();
        let named: BTreeSet<String> =
            named.chain(&head.owner).chain(&head.source).cloned().collect();
        let is_unit = |name: &str| roster.knows_unit(name) || named.contains(name);
        self.with_entries(|entry| mask_persons_of(entry, &is_unit))
    }

    /// Puts a mask in the place of the persons who answer for it, and masks its entries in this way.
    fn with_entries(mut self, mask: impl FnMut(&mut Entry)) -> Self {
        let mut problem: Problem = self.problem.into_owned();
        problem.owners = None;
        mask_persons(&mut problem.responsible);
        problem.measures.iter_mut().for_each(|measure| mask_persons(&mut measure.responsible));
        problem.entries.iter_mut().for_each(mask);
        self.problem = Cow::Owned(problem);
        mask_persons(Arc::make_mut(&mut self.responsible));
        for standing in &mut self.measures {
            mask_persons(Arc::make_mut(&mut standing.responsible));
            mask_persons(&mut standing.measure.responsible);
        }
        self
    }
}

/// Puts a mask in the place of what an entry says of persons; who is a unit stays.
fn mask_persons_of(entry: &mut Entry, is_unit: &impl Fn(&str) -> bool) {
    let mut masked = entry.clone();
    mask_entry(&mut masked);
    let by = std::mem::take(&mut entry.by);
    let to = match &entry.act {
        Act::Notice { to: Some(to), .. } => Some(to.clone()),
        _ => None,
    };
    *entry = masked;
    if is_unit(&by) {
        entry.by = by;
    }
    if let (Act::Notice { to, .. }, Some(whom)) = (&mut entry.act, to) {
        let units = whom.split(['、', ',']).all(|name| is_unit(name.trim()));
        *to = Some(if units { whom } else { MASK.to_owned() });
    }
}

/// Puts a mask in the place of persons' names.
pub fn mask_persons(who: &mut Responsible) {
    who.leader.iter_mut().chain(&mut who.person).for_each(|name| MASK.clone_into(name));
}

/// Puts a mask in the place of all that an entry says of who did what.
pub fn mask_entry(entry: &mut Entry) {
    MASK.clone_into(&mut entry.by);
    let mask = |name: &mut Option<String>| name.iter_mut().for_each(|name| MASK.clone_into(name));
    match &mut entry.act {
        Act::Close { verifier, .. } => mask(verifier),
        Act::Extend { applicant, approver, .. } => [applicant, approver].into_iter().for_each(mask),
        Act::Suspend { approver } | Act::Resume { approver } | Act::Withdraw { approver } => {
            mask(approver);
        }
        Act::Assign { to, .. } => mask_persons(to),
        _ => {}
    }
}
