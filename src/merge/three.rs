//! The three versions of one thing, and the rule for a single value.

use std::collections::{BTreeMap, BTreeSet};

use super::conflict::{Clash, Conflict, Part, Side};
use crate::domain::problem::Extra;

/// Three versions of something with fields.
#[derive(Debug)]
pub(super) struct Three<'a, T> {
    pub(super) base: &'a T,
    pub(super) ours: &'a T,
    pub(super) theirs: &'a T,
}

impl<T> Clone for Three<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Three<'_, T> {}

/// The conflicts of one file as they are found.
#[derive(Debug, Default)]
pub(super) struct Conflicts {
    /// The problem that is being merged.
    pub(super) no: Option<u32>,
    found: Vec<Conflict>,
}

impl Conflicts {
    pub(super) fn of(no: Option<u32>) -> Self {
        Self { no, found: Vec::new() }
    }

    pub(super) fn push(&mut self, part: Part, clash: Clash) {
        let conflict = Conflict { no: self.no, part, clash };
        if !self.found.contains(&conflict) {
            self.found.push(conflict);
        }
    }

    /// Returns the value, unless there were conflicts.
    pub(super) fn finish<T>(self, value: T) -> Result<T, Vec<Conflict>> {
        if self.found.is_empty() { Ok(value) } else { Err(self.found) }
    }
}

/// Takes the fields of three versions one by one.
pub(super) struct Fields<'a, 'c, T> {
    three: Three<'a, T>,
    part: Part,
    conflicts: &'c mut Conflicts,
}

impl<'a, 'c, T> Fields<'a, 'c, T> {
    pub(super) fn new(three: Three<'a, T>, part: Part, conflicts: &'c mut Conflicts) -> Self {
        Self { three, part, conflicts }
    }

    /// Returns the value of a field; where both sides changed it differently that is a conflict, and ours stands in.
    pub(super) fn pick<V: Clone + PartialEq>(&mut self, key: &str, get: impl Fn(&T) -> V) -> V {
        let Three { base, ours, theirs } = self.three;
        let (base, ours, theirs) = (get(base), get(ours), get(theirs));
        if ours == theirs || theirs == base {
            return ours;
        }
        if ours == base {
            return theirs;
        }
        self.conflicts.push(self.part.clone(), Clash::BothChanged(key.to_owned()));
        ours
    }

    /// Returns the office's own keys, each by itself.
    pub(super) fn extra(&mut self, get: impl Fn(&T) -> &Extra) -> Extra {
        self.map(get)
    }

    /// Returns a map, each of its keys by itself.
    pub(super) fn map<V: Clone + PartialEq>(
        &mut self,
        get: impl Fn(&T) -> &BTreeMap<String, V>,
    ) -> BTreeMap<String, V> {
        let Three { base, ours, theirs } = self.three;
        let keys: BTreeSet<_> =
            [base, ours, theirs].into_iter().flat_map(|one| get(one).keys()).collect();
        let value =
            |key: &String| Some((key.clone(), self.pick(key, |one| get(one).get(key).cloned())?));
        keys.into_iter().filter_map(value).collect()
    }
}

/// How parts of one sort are told apart and merged.
pub(super) struct Sort<'f, T, K> {
    /// What makes two of them one.
    pub(super) key: &'f dyn Fn(&T) -> K,
    /// What it is called in a conflict.
    pub(super) part: &'f dyn Fn(&K) -> Part,
    /// Merges three versions of one.
    pub(super) merge: &'f dyn Fn(Three<'_, T>, &mut Conflicts) -> T,
    /// Whether a side may remove one that the other left alone.
    pub(super) may_go: bool,
}

/// Merges lists of parts that have names: in our order, what theirs added at the end.
pub(super) fn united<T: Clone + PartialEq, K: Ord + Clone>(
    three: Three<'_, Vec<T>>,
    sort: &Sort<'_, T, K>,
    conflicts: &mut Conflicts,
) -> Vec<T> {
    let Three { base, ours, theirs } = three;
    let find = |list: &'_ Vec<T>, key: &K| list.iter().position(|one| (sort.key)(one) == *key);
    let mut merged = Vec::new();
    for own in ours {
        let key = (sort.key)(own);
        let old = find(base, &key).map(|at| &base[at]);
        match (old, find(theirs, &key).map(|at| &theirs[at])) {
            (Some(base), Some(theirs)) => {
                merged.push((sort.merge)(Three { base, ours: own, theirs }, conflicts));
            }
            (None, Some(theirs)) if theirs != own => {
                conflicts.push((sort.part)(&key), Clash::BothAdded);
            }
            (Some(old), None) if !sort.may_go || old != own => {
                conflicts.push((sort.part)(&key), Clash::Removed(Side::Theirs));
            }
            (Some(_), None) => {}
            (None, _) => merged.push(own.clone()),
        }
    }
    for new in theirs.iter().filter(|new| find(ours, &(sort.key)(new)).is_none()) {
        let key = (sort.key)(new);
        match find(base, &key).map(|at| &base[at]) {
            None => merged.push(new.clone()),
            Some(old) if sort.may_go && old == new => {}
            Some(_) => conflicts.push((sort.part)(&key), Clash::Removed(Side::Ours)),
        }
    }
    reordered(three, sort, conflicts);
    merged
}

/// Theirs may not bring another order of what all three have: ours stands in the result.
fn reordered<T, K: Ord + Clone>(
    Three { base, ours, theirs }: Three<'_, Vec<T>>,
    sort: &Sort<'_, T, K>,
    conflicts: &mut Conflicts,
) {
    let keys = |list: &Vec<T>| list.iter().map(sort.key).collect::<Vec<K>>();
    let (base, ours, theirs) = (keys(base), keys(ours), keys(theirs));
    let common = |list: &[K]| {
        let shared = |key: &&K| [&base, &ours, &theirs].iter().all(|other| other.contains(key));
        list.iter().filter(shared).cloned().collect::<Vec<_>>()
    };
    let (base, ours, theirs) = (common(&base), common(&ours), common(&theirs));
    if theirs != base && theirs != ours {
        let moved = theirs.iter().zip(&base).find(|(new, old)| new != old);
        if let Some((key, _)) = moved {
            conflicts.push((sort.part)(key), Clash::Reordered(Side::Theirs));
        }
    }
}
