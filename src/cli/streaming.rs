//! Large tables: their problems are judged one after another and dropped, so that a ledger of a million takes no more memory
//! than what is shown of it.
//!
//! This is a shorter way to the same answer, never to another one. Where it cannot be gone (the past, a file named with `-f`,
//! words to be looked for, a name that the roster does not know, anything unusual in a table) nothing comes of it, and the
//! command reads the book in the usual way.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::context::Context;
use super::filter;
use super::options::Format;
use super::output;
use crate::domain::book::Book;
use crate::domain::day::Day;
use crate::domain::filter::Filter;
use crate::domain::id::Id;
use crate::domain::problem::Problem;
use crate::domain::standing::{AsOf, Standing};
use crate::formats::table::lean::Wants;
use crate::reports::summary::{self, Asked, By, Gathering};
use crate::store::{self, Large, Portions, Root};

/// A book that has large tables, whose problems are not read yet.
#[derive(Debug)]
pub struct Streamed {
    /// The book without the problems of its large tables.
    pub book: Book,
    root: Root,
    /// The large ledgers, by name.
    large: BTreeMap<String, Large>,
    /// The ledgers that are asked for.
    asked: Vec<String>,
    portions: Portions,
}

impl Context<'_> {
    /// Reads the book but for its large tables; nothing where there are none, or the usual way is to be gone.
    pub fn read_streamed(&self, filter: &Filter) -> Option<Streamed> {
        let whole = self.options.file.is_none() && self.surroundings.past.is_none();
        if !whole || !filter.words.is_empty() {
            return None;
        }
        let streamed = Streamed::of(self, Portions::default())?;
        filter::known_to_roster(filter, &streamed.book.head.roster).then_some(streamed)
    }

    /// Tells whether a summary gives the ids behind its figures in the format that is asked for.
    pub fn gives_ids(&self) -> bool {
        output::is_format(self, Format::Json)
    }
}

impl Streamed {
    fn of(context: &Context<'_>, portions: Portions) -> Option<Self> {
        let root = context.surroundings.root.as_ref()?;
        let (book, large) = root.read_but_large(&portions).ok()??;
        let asked = context.options.ledgers.clone();
        if asked.iter().any(|name| book.ledger(name).is_none()) {
            return None;
        }
        Some(Self { book, root: root.clone(), large, asked, portions })
    }

    /// Lets each problem that was known on the day and that is not passed over at sight be taken in, part after part in the
    /// book's order. A problem of a ledger that is not asked for comes with `false`: its table is read all the same, since a
    /// book is read whole or not at all.
    fn judged<'a, T: Send>(
        &'a self,
        as_of: &AsOf<'a>,
        wants: Wants,
        rests: impl Fn(&Problem) -> bool + Sync,
        begin: impl Fn() -> T + Sync,
        take: impl Fn(&mut T, Standing<'a>, bool) + Sync,
    ) -> Option<Vec<T>> {
        let mut parts = Vec::new();
        for ledger in &self.book.ledgers {
            let asked = self.asked.is_empty() || self.asked.contains(&ledger.name);
            let terms = as_of.terms(ledger);
            let judge = |part: &mut T, problem| {
                if let Some(standing) = as_of.standing_by(&terms, Cow::Owned(problem)) {
                    take(part, standing, asked);
                }
            };
            match self.large.get(&ledger.name) {
                Some(Large::Table(path)) => {
                    let portions = &self.portions;
                    parts.extend(store::stream(path, wants, portions, &rests, &begin, judge)?);
                }
                Some(Large::Folder(numbers)) => {
                    let (root, name) = (&self.root, &ledger.name);
                    let judge = |part: &mut T, problem: Problem| {
                        if !rests(&problem) {
                            judge(part, problem);
                        }
                    };
                    parts.extend(store::stream_files(root, name, numbers, &begin, judge)?);
                }
                None => {
                    let mut part = begin();
                    let problems = ledger.problems.iter().map(Cow::Borrowed);
                    problems
                        .filter_map(|problem| as_of.standing_by(&terms, problem))
                        .for_each(|standing| take(&mut part, standing, asked));
                    parts.push(part);
                }
            }
        }
        Some(parts)
    }

    /// Returns how those problems stand that are asked for and of which there is anything to say. What `rests` at a
    /// first look, without any text, must not be `worth` it.
    pub fn standings<'a>(
        &'a self,
        as_of: &AsOf<'a>,
        filter: &Filter,
        rests: Option<fn(&Problem, Day) -> bool>,
        worth: impl Fn(&Standing<'a>) -> bool + Sync,
    ) -> Option<Vec<Standing<'a>>> {
        let roster = &self.book.head.roster;
        let take = |kept: &mut Vec<Standing<'a>>, standing: Standing<'a>, asked| {
            if asked && worth(&standing) && filter.takes(&standing, roster) {
                kept.push(standing.masked());
            }
        };
        let wants = if rests.is_some() { Wants::FEW } else { Wants::LINES };
        let rests = |problem: &Problem| rests.is_some_and(|rests| rests(problem, as_of.today));
        let kept = self.judged(as_of, wants, rests, Vec::new, take)?;
        Some(kept.into_iter().flatten().collect())
    }

    /// Counts the problems that are asked for. Which of them a later one names is known only at the end; where any is named,
    /// all is counted again.
    pub fn summary<'a>(
        &'a self,
        as_of: &AsOf<'a>,
        filter: &Filter,
        asked: Asked<'_>,
    ) -> Option<summary::Summary> {
        let mut repeated = BTreeSet::new();
        loop {
            let (gathered, named) =
                self.gathered(as_of, filter, Asked { repeated: &repeated, ..asked })?;
            if named == repeated {
                return Some(gathered.finish(&self.book.head, as_of.today));
            }
            repeated = named;
        }
    }

    fn gathered<'b, 'a: 'b>(
        &'a self,
        as_of: &AsOf<'a>,
        filter: &Filter,
        asked: Asked<'b>,
    ) -> Option<(Gathering<'b>, BTreeSet<Id>)> {
        let roster = &self.book.head.roster;
        let begin = || (Gathering::new(asked), BTreeSet::new());
        let take = |part: &mut (Gathering<'b>, BTreeSet<Id>), standing: Standing<'a>, of_asked| {
            part.1.extend(summary::named_by(&standing));
            if of_asked && filter.takes(&standing, roster) {
                part.0.add(&standing.masked());
            }
        };
        let counts_by = |keys: [By; 2]| asked.by.iter().any(|by| keys.contains(by));
        let sorted = [&filter.categories, &filter.sources, &filter.tags];
        let wants = Wants {
            persons: counts_by([By::Person, By::Leader]) || !filter.persons.is_empty(),
            sorts: counts_by([By::Category, By::Source]) || sorted.iter().any(|it| !it.is_empty()),
            ..Wants::FIGURES
        };
        let mut parts = self.judged(as_of, wants, |_| false, begin, take)?.into_iter();
        let (mut all, mut named) = parts.next()?;
        for (part, more) in parts {
            all.append(part);
            named.extend(more);
        }
        Some((all, named))
    }
}
