//! What entries change: reports and their return, rounds, last days, and who answers.

use std::sync::Arc;

use super::deadline::NewLimit;
use super::{Deadline, LastDay, MeasureStanding, Standing};
use crate::domain::day::Day;
use crate::domain::key::Key;
use crate::domain::responsible::Responsible;

impl Standing<'_> {
    /// Marks the measures named, or all that stood on the day, as reported; a problem without measures as a whole.
    pub(super) fn report(&mut self, named: &[u32], on: Day) {
        self.answered.push(Arc::clone(&self.responsible));
        for measure in &mut self.measures {
            let meant = if named.is_empty() {
                measure.measure.stands_on(on)
            } else {
                named.contains(&measure.measure.no)
            };
            if meant {
                measure.reported = Some(on);
                self.answered.push(Arc::clone(&measure.responsible));
            }
        }
        let complete = self.measures.iter().all(|measure| measure.reported.is_some());
        self.reported = if self.measures.is_empty() {
            Some(on)
        } else {
            self.measures.iter().filter_map(|measure| measure.reported).max().filter(|_| complete)
        };
    }

    /// Marks what nobody has reported as reported, and with it the whole.
    pub(super) fn report_rest(&mut self, on: Day) {
        let open = |measure: &&MeasureStanding| {
            measure.reported.is_none() && measure.measure.stands_on(on)
        };
        let rest: Vec<_> =
            self.measures.iter().filter(open).map(|measure| measure.measure.no).collect();
        if !rest.is_empty() || self.measures.is_empty() {
            self.report(&rest, on);
        }
    }

    pub(super) fn take_back_reports(&mut self, named: &[u32]) {
        self.reported = None;
        for measure in &mut self.measures {
            if named.is_empty() || named.contains(&measure.measure.no) {
                measure.reported = None;
            }
        }
    }

    /// Begins a new round of the parts named, or of all; their day is the new one, where one is given.
    pub(super) fn reopen(&mut self, key: Key, named: &[u32], new: &NewLimit<'_>) {
        let due = new.due;
        self.round += 1;
        self.noticed = None;
        self.measures.iter_mut().for_each(|measure| measure.noticed = None);
        self.watch = None;
        self.take_back_reports(named);
        if named.is_empty() {
            self.deadline.begin_round(key, new);
            if due.is_some() {
                for measure in &mut self.measures {
                    measure
                        .earlier
                        .extend(measure.own.take().into_iter().flat_map(|own| own.moves));
                }
            }
        } else if due.is_some() && self.deadline.is_given() {
            // What is open again is open until the new day, and nothing else of the problem is open.
            self.deadline.begin_round(key, new);
        }
        for measure in
            self.measures.iter_mut().filter(|measure| named.contains(&measure.measure.no))
        {
            if due.is_some() || measure.own.is_some() {
                let fresh = || Deadline::standing(None, LastDay::NotGiven, false);
                measure.own.get_or_insert_with(fresh).begin_round(key, new);
            }
        }
    }

    /// Moves the day of what is named, and of nothing else.
    pub(super) fn extend(
        &mut self,
        key: Key,
        named: &[u32],
        asked: Day,
        to: Day,
        new: &NewLimit<'_>,
    ) {
        // What has no day of its own moves from the one that counts for it.
        let (words, whole) = (self.deadline.words.as_deref(), self.whole());
        let of_whole = Deadline::standing(words, whole.now.clone(), whole.provisional);
        if named.is_empty() {
            self.noticed = None; // the ladder is climbed anew towards the new day
            if !self.deadline.is_given() {
                self.deadline = of_whole.clone();
            }
            self.deadline.extend(key, asked, to, new);
        }
        for measure in
            self.measures.iter_mut().filter(|measure| named.contains(&measure.measure.no))
        {
            measure.noticed = None;
            measure.own.get_or_insert_with(|| of_whole.clone()).extend(key, asked, to, new);
        }
    }

    pub(super) fn assign(&mut self, named: &[u32], to: &Responsible) {
        if named.is_empty() {
            self.responsible = Arc::new(to.or(&self.responsible));
        }
        for measure in
            self.measures.iter_mut().filter(|measure| named.contains(&measure.measure.no))
        {
            measure.responsible = Arc::new(to.or(&measure.responsible));
        }
    }
}
