//! Names that stand in a list with one that is known: 患者张三、李四和赵六.

use std::ops::Range;

use super::chinese::{End, Text, is_han};
use super::lexicon::{BEFORE, SOMEBODY, WHICH};
use super::words::{self, ROLES};

impl Text<'_> {
    /// Takes in the names that stand in a list with others.
    pub(super) fn extend(&self, hits: &mut Vec<Range<usize>>) {
        let mut anchors = hits.clone();
        anchors.extend(self.somebodies());
        while let Some(anchor) = anchors.pop() {
            let next = self.char(anchor.end).filter(|c| matches!(c, '、' | '和' | '与' | '及'));
            let start = anchor.end + 1;
            let behind = next.and_then(|_| self.resolved(start));
            let behind = match behind {
                Some(End::Sure(end) | End::Short(end)) => Some(start..end),
                _ => None,
            };
            for new in behind.into_iter().chain(self.ahead(anchor.start)) {
                let known = hits.iter().any(|hit| hit.start < new.end && new.start < hit.end);
                if !known && self.declared(new.start).is_none() {
                    hits.push(new.clone());
                    anchors.push(new);
                }
            }
        }
    }

    /// The name that stands before another one in a list.
    fn ahead(&self, at: usize) -> Option<Range<usize>> {
        let end = at.checked_sub(1).filter(|end| self.char(*end) == Some('、'))?;
        [4, 3, 2].into_iter().find_map(|length| {
            let start = end.checked_sub(length)?;
            let given = length.checked_sub(self.surname(start)?)?;
            let whole = (1..=2).contains(&given) && self.name(start, given) == Some(end);
            let before = self.before(start);
            let last = before.chars().last();
            let begins = last.is_none_or(|c| !is_han(c) || BEFORE.contains(c)) || ROLES.end(before);
            (whole && begins).then_some(start..end)
        })
    }

    /// Where persons stand whom the text itself does not name.
    fn somebodies(&self) -> Vec<Range<usize>> {
        let is_one = |at: &usize| {
            self.char(*at) == Some(SOMEBODY)
                && at.checked_sub(1).and_then(|at| self.char(at)).is_some_and(words::is_surname)
        };
        let whole = |at: usize| {
            let which = self.char(at + 1).is_some_and(|c| WHICH.contains(c) || c == SOMEBODY);
            at - 1..at + 1 + usize::from(which)
        };
        (1..self.chars.len()).filter(is_one).map(whole).collect()
    }
}
