//! Rules about problems beside each other: titles of one ledger, and the numbers of notices.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashMap};

use super::{Fact, Found};
use crate::domain::acts::State;
use crate::domain::day::Day;
use crate::domain::entry::Act;
use crate::domain::id::Id;
use crate::domain::ledger::Ledger;
use crate::domain::notice::NoticeNumber;
use crate::domain::problem::Problem;
use crate::domain::standing::Standing;
use crate::domain::subject::{Part, Subject};

/// What the problems before have; each problem is looked at once.
#[derive(Debug, Default)]
pub(super) struct Across<'a> {
    /// The first problem with a title.
    titles: HashMap<String, u32>,
    /// The first notice of the ledger with a number that an office gave by hand.
    by_hand: BTreeMap<&'a str, Notice<'a>>,
    /// The first notice of the book with a number of the series.
    series: BTreeMap<NoticeNumber, Notice<'a>>,
}

#[derive(Debug, Clone, Copy)]
struct Notice<'a> {
    ledger: &'a str,
    no: u32,
    on: Day,
    to: Option<&'a str>,
}

impl<'a> Across<'a> {
    /// Begins the next ledger.
    pub(super) fn turn(&mut self) {
        self.titles.clear();
        self.by_hand.clear();
    }

    /// Looks at the next problem of the ledger.
    pub(super) fn look(
        &mut self,
        ledger: &'a Ledger,
        written: &'a Problem,
        standing: &Standing<'_>,
    ) -> Found {
        let mut found = Vec::from_iter(self.title(written, standing));
        for place in &standing.effective {
            let entry = &written.entries[*place];
            if let Act::Notice { number, to, .. } = &entry.act {
                let notice = Notice {
                    ledger: &ledger.name,
                    no: written.no,
                    on: entry.on,
                    to: to.as_deref(),
                };
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
        let title = standing.problem.title.trim().to_owned(); // with the right words that amendments gave
        let first = *self.titles.entry(title).or_insert(written.no);
        let subject = Subject::key(Part::Problem, "title");
        (first != written.no).then_some((subject, Fact::TitleTwice { no: first }))
    }

    /// A number of the series is given once. One that an office gave by hand may speak of several problems, but it has
    /// one day and one reader, and speaks of each problem once.
    fn notice(&mut self, number: &'a str, notice: Notice<'a>) -> Option<Fact> {
        let of_series = NoticeNumber::read(number);
        let known = match of_series {
            Some(number) => first(&mut self.series, number, notice),
            None => first(&mut self.by_hand, number, notice),
        }?;
        let is_one = of_series.is_none()
            && known.no != notice.no
            && (known.on, known.to) == (notice.on, notice.to);
        let id = Id::of_problem(known.ledger, known.no);
        let fact = Fact::NoticeNumberTwice { number: number.to_owned(), id, on: known.on };
        (!is_one).then_some(fact)
    }
}

/// Keeps the first value of a key; returns it where this is another.
fn first<K: Ord, V: Copy>(known: &mut BTreeMap<K, V>, key: K, value: V) -> Option<V> {
    match known.entry(key) {
        Entry::Occupied(known) => Some(*known.get()),
        Entry::Vacant(free) => {
            free.insert(value);
            None
        }
    }
}
