//! Rules about problems of one ledger beside each other: titles, and the numbers of notices.

use std::collections::HashMap;

use super::{Fact, Found};
use crate::domain::acts::State;
use crate::domain::day::Day;
use crate::domain::entry::Act;
use crate::domain::problem::Problem;
use crate::domain::standing::Standing;
use crate::domain::subject::{Part, Subject};

/// What the problems before have; each problem is looked at once.
#[derive(Debug, Default)]
pub(super) struct Across<'a> {
    /// The first problem with a title.
    titles: HashMap<&'a str, u32>,
    /// The first notice with a number.
    notices: HashMap<&'a str, Notice<'a>>,
}

#[derive(Debug, Clone, Copy)]
struct Notice<'a> {
    no: u32,
    on: Day,
    to: Option<&'a str>,
}

impl<'a> Across<'a> {
    /// Looks at the next problem of the ledger.
    pub(super) fn look(&mut self, written: &'a Problem, standing: &Standing<'_>) -> Found {
        let mut found = Vec::from_iter(self.title(written, standing));
        for place in &standing.effective {
            let entry = &written.entries[*place];
            if let Act::Notice { number, to, .. } = &entry.act {
                let notice = Notice { no: written.no, on: entry.on, to: to.as_deref() };
                let fact = self.notice(number, notice);
                let subject = Subject::key(Part::Entry(entry.key), "number");
                found.extend(fact.map(|fact| (subject, fact)));
            }
        }
        found
    }

    /// The same line was probably entered twice, unless one of them was withdrawn.
    fn title(&mut self, written: &'a Problem, standing: &Standing<'_>) -> Option<(Subject, Fact)> {
        if standing.state == State::Withdrawn {
            return None;
        }
        let first = *self.titles.entry(written.title.trim()).or_insert(written.no);
        let subject = Subject::key(Part::Problem, "title");
        (first != written.no).then_some((subject, Fact::TitleTwice { no: first }))
    }

    /// One notice may speak of several problems, but it has one day and one reader, and speaks of each problem once.
    fn notice(&mut self, number: &'a str, notice: Notice<'a>) -> Option<Fact> {
        let Some(known) = self.notices.get(number) else {
            self.notices.insert(number, notice);
            return None;
        };
        let same = known.no != notice.no && (known.on, known.to) == (notice.on, notice.to);
        let fact =
            Fact::NoticeNumberTwice { number: number.to_owned(), no: known.no, on: known.on };
        (!same).then_some(fact)
    }
}
